import fs from "node:fs/promises";
import { measureBalancer } from "@/tests/bench/balancer";
import { visitFirst } from "@/tests/bench/first-visit";
import { describeMachine, memoryOf } from "@/tests/bench/machine";
import { multiplyCohort } from "@/tests/bench/many-cohorts";
import { measureAll } from "@/tests/bench/measures";
import { type BenchDatabase, type BenchResult, readResult } from "@/tests/bench/result";
import { findSubjects, type Subjects } from "@/tests/bench/subjects";
import { comparisonTable, resultNotes, resultTable } from "@/tests/bench/table";
import { ServedStatements } from "@/tests/support/served-statements";
import { SetupFailure } from "../failure";
import { generateClient } from "../generate";
import { inProject } from "../paths";
import { startTemporaryCluster, type TemporaryCluster } from "../postgres/temporary";
import { heading, note, step } from "../report";
import { withClient } from "../roles";
import { runCommand, type Shutdown } from "../shutdown";
import {
  buildForTests,
  cloneDemo,
  type DemoDatabase,
  seedForTests,
  serveDatabase,
} from "../test/application";
import { findBrowser } from "../test/browser";

/** So many cohorts stand in the larger of the two databases. */
const MANY = 1000;
/** Participants of the one large cohort that stands in both. */
const LARGE = 540;

// What users wait for is written down for good before it is answered: unlike in tests.
const durable = { fsync: "on", synchronous_commit: "on", full_page_writes: "on" };

/** @param only measures whose names contain it, with one cohort: a look, not a result to compare */
async function bench(shutdown: Shutdown, only?: string): Promise<number> {
  heading("Measuring Lokus");
  await generateClient(shutdown.signal);
  await buildForTests(shutdown);
  const cluster = await step("Starting a temporary PostgreSQL", () =>
    startTemporaryCluster({ ...durable, max_wal_size: "4GB" }),
  );
  shutdown.add("removing the temporary database", cluster.stop);

  const started = Date.now();
  const one = await seedForTests(shutdown, cluster, "one_cohort");
  const seeded = seconds(started);
  if (only !== undefined) {
    const about = { cohorts: 1, buildSeconds: seeded };
    const measured = await measure(shutdown, cluster, one, about, only);
    const machine = await describeMachine(cluster.adminUrl());
    const balancer = "balancer".includes(only) ? measureBalancer() : [];
    const result = { at: new Date().toISOString(), machine, balancer, databases: [measured] };
    show(resultTable(result), resultNotes(result));
    return 0;
  }
  const many = await cloneDemo(shutdown, one, "many_cohorts");
  const multiplying = Date.now();
  await step(`Making ${MANY} cohorts of one`, async (progress, done) => {
    const rows = await multiplyCohort(cluster.adminUrl(many.database), MANY, progress);
    done(`${rows.toLocaleString("en")} rows`);
  });
  const multiplied = seconds(multiplying);
  const databases = [
    await measure(shutdown, cluster, one, { cohorts: 1, buildSeconds: seeded }),
    await measure(shutdown, cluster, many, { cohorts: MANY, buildSeconds: multiplied }),
  ];
  const result: BenchResult = {
    at: new Date().toISOString(),
    machine: await describeMachine(cluster.adminUrl()),
    balancer: measureBalancer(),
    databases,
  };
  const file = `tests/.output/bench-${result.machine.commit}.json`;
  await fs.mkdir(inProject("tests/.output"), { recursive: true });
  await fs.writeFile(inProject(file), `${JSON.stringify(result, null, 2)}\n`);
  show(resultTable(result), resultNotes(result));
  note(`Written to ${file}. Compare two of them: npm run bench -- --compare <before> <after>`);
  return 0;
}

/** Measures the build on one database. */
async function measure(
  shutdown: Shutdown,
  cluster: TemporaryCluster,
  demo: DemoDatabase,
  about: Pick<BenchDatabase, "cohorts" | "buildSeconds">,
  only = "",
): Promise<BenchDatabase> {
  const { MIGRATION_DATABASE_URL: ownerUrl, AUTH_SECRET: secret = "" } = demo.settings;
  const subjects = await findSubjects(ownerUrl, 4);
  const largeCohortId = await addLargeCohort(ownerUrl, subjects.cohortId);
  const counter = await ServedStatements.open(cluster.adminUrl(), demo.database);
  const server = await serveDatabase(shutdown, demo);
  try {
    const atRest = (await memoryOf(server.pid)) ?? null;
    const served = { url: server.url, secret, subjects, largeCohortId, ownerUrl };
    const measurements = await step(
      `Measuring with ${about.cohorts.toLocaleString("en")} of the founding cohort`,
      (progress) => measureAll(served, counter, progress, only),
    );
    const after = (await memoryOf(server.pid)) ?? null;
    const visits = visited(about.cohorts, only)
      ? await step("Visiting as a slow phone", async () =>
          visitFirst(await findBrowser(shutdown.signal), served, phonePages(subjects)),
        )
      : [];
    const mebibytes = await sizeOf(cluster.adminUrl(demo.database));
    return { ...about, mebibytes, memory: { atRest, after }, measurements, visits };
  } finally {
    await counter.close();
    await server.stop();
  }
}

/** What a participant opens first; a first visit does not depend on how many cohorts there are. */
function phonePages({ writers: [writer] }: Subjects) {
  if (!writer) throw new Error("nobody takes part");
  const { personId, assignmentId } = writer;
  return [
    { name: "a participant's tasks", personId, path: "/tasks" },
    { name: "one task", personId, path: `/tasks/${assignmentId}` },
    { name: "a form", personId, path: `/tasks/${assignmentId}/evaluate` },
  ];
}

/** Whether first visits are among what is measured. */
function visited(cohorts: number, only: string): boolean {
  return cohorts === 1 && "first visit".includes(only);
}

async function addLargeCohort(ownerUrl: string, cohortId: string): Promise<string> {
  const { connect } = await import("@/lib/platform/db");
  const { createBusyCohort } = await import("@/tests/support/busy-cohort");
  const owner = connect(ownerUrl);
  try {
    return (await createBusyCohort(owner, { cohortId }, LARGE, new Date())).cohortId;
  } finally {
    await withClient(ownerUrl, (client) => client.query("ANALYZE"));
    await owner.$disconnect();
  }
}

function sizeOf(url: string): Promise<number> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ mebibytes: number }>(
      "SELECT (pg_database_size(current_database()) / 1048576)::int AS mebibytes",
    );
    return rows[0]?.mebibytes ?? 0;
  });
}

function seconds(since: number): number {
  return Math.round((Date.now() - since) / 100) / 10;
}

function show(table: string, notes: readonly string[]): void {
  console.log(`\n${table}\n`);
  for (const line of notes) note(line);
}

/** Two results that were written down, side by side. */
async function compare(files: readonly string[]): Promise<number> {
  const [before, after] = await Promise.all(files.slice(0, 2).map(readResult));
  if (!before || !after) {
    throw new SetupFailure("Usage:", [
      "npm run bench",
      "npm run bench -- --only roster",
      "npm run bench -- --compare a.json b.json",
    ]);
  }
  show(comparisonTable(before, after), [...resultNotes(before), ...resultNotes(after)]);
  if (before.machine.processor !== after.machine.processor) {
    note("Measured on different machines: only statements and bytes can be compared.");
  }
  return 0;
}

await runCommand(async (shutdown) => {
  const [option, ...files] = process.argv.slice(2);
  if (option === "--compare") return compare(files);
  return bench(shutdown, option === "--only" ? files[0] : undefined);
});
