import pg from "pg";
import PgBoss from "pg-boss";
import { JOB_QUEUES, JOB_SCHEMA } from "@/lib/platform/job-queues";
import { withClient } from "./roles";

/**
 * Makes the tables and queues of pg-boss, or brings them up to date, as the owner, and lets the
 * application's role work with them. A queue is a partition, which only the owner can make.
 */
export async function prepareJobs(ownerUrl: string, role: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: JOB_SCHEMA,
    max: 1,
    supervise: false,
    schedule: false,
  });
  // What goes wrong is thrown by the calls below.
  boss.on("error", () => {});
  try {
    await boss.start();
    const known = new Set((await boss.getQueues()).map(({ name }) => name));
    for (const [name, options] of Object.entries(JOB_QUEUES)) {
      if (known.has(name)) await boss.updateQueue(name, { name, ...options });
      else await boss.createQueue(name, { name, ...options });
    }
  } finally {
    await boss.stop({ graceful: false });
  }
  await withClient(ownerUrl, (client) => client.query(jobGrants(role)));
}

/** The application writes, takes and finishes jobs, and makes nothing. */
function jobGrants(role: string): string {
  const grantee = pg.escapeIdentifier(role);
  const schema = pg.escapeIdentifier(JOB_SCHEMA);
  return [
    `REVOKE ALL ON SCHEMA ${schema} FROM PUBLIC`,
    `GRANT USAGE ON SCHEMA ${schema} TO ${grantee}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${grantee}`,
  ].join(";\n");
}
