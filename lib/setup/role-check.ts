import { randomInt } from "node:crypto";
import pg from "pg";
import { roleOf } from "./grants";

/** The oldest server that Lokus is used with; older ones let everybody make tables. */
const OLDEST_SERVER = 15;

type RoleFacts = {
  version: number;
  superuser: boolean;
  /** The reasons for which the role stands above the rules of the tables. */
  powers: string[];
};

/**
 * Why the two roles of an installation must not be used like this, as sentences; none when they
 * may. The application's role must be a lesser one: the rules of the database (facts are not
 * edited, stages are not skipped) hold for it only when it neither owns the tables nor can become
 * who does.
 *
 * Nothing is changed by it. Connection strings are never repeated in a sentence.
 */
export async function roleProblems(applicationUrl: string, ownerUrl: string): Promise<string[]> {
  const application = roleOf(applicationUrl);
  const owner = roleOf(ownerUrl);
  if (application === owner) {
    return [
      `DATABASE_URL and MIGRATION_DATABASE_URL name the same role (${owner}). The application needs a lesser one of its own.`,
    ];
  }
  const [asApplication, asOwner] = await Promise.all([
    open("DATABASE_URL", applicationUrl),
    open("MIGRATION_DATABASE_URL", ownerUrl),
  ]);
  const clients = [asApplication, asOwner].flatMap((each) =>
    "client" in each ? [each.client] : [],
  );
  try {
    const unreachable = [asApplication, asOwner].flatMap((each) =>
      "problem" in each ? [each.problem] : [],
    );
    if (!("client" in asApplication) || !("client" in asOwner)) return unreachable;
    return await compareRoles(asApplication.client, asOwner.client, application, owner);
  } finally {
    await Promise.all(clients.map((client) => client.end().catch(() => {})));
  }
}

async function open(
  name: string,
  url: string,
): Promise<{ client: pg.Client } | { problem: string }> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 15_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    return { client };
  } catch (error) {
    await client.end().catch(() => {});
    return {
      problem: `${name}: no connection (${error instanceof Error ? error.message : error}).`,
    };
  }
}

async function compareRoles(
  asApplication: pg.Client,
  asOwner: pg.Client,
  application: string,
  owner: string,
): Promise<string[]> {
  const problems: string[] = [];
  if (!(await sameDatabase(asApplication, asOwner))) {
    problems.push("DATABASE_URL and MIGRATION_DATABASE_URL lead to different databases.");
  }
  const facts = await readFacts(asApplication, owner);
  if (Math.floor(facts.version / 10_000) < OLDEST_SERVER) {
    problems.push(`The server is older than PostgreSQL ${OLDEST_SERVER}.`);
  }
  if (facts.superuser) {
    problems.push(
      `DATABASE_URL: ${application} is a superuser, for whom no rule of the database holds.`,
    );
  }
  for (const power of facts.powers) problems.push(`DATABASE_URL: ${application} ${power}.`);
  return problems;
}

/**
 * Whether both connections are in one database, whatever hosts and poolers lie between: a
 * transaction lock that one holds there is taken for the other.
 */
async function sameDatabase(one: pg.Client, other: pg.Client): Promise<boolean> {
  const key = randomInt(2 ** 47);
  await other.query("BEGIN");
  try {
    await other.query("SELECT pg_advisory_xact_lock($1)", [key]);
    const { rows } = await one.query<{ free: boolean }>(
      "SELECT pg_try_advisory_xact_lock($1) AS free",
      [key],
    );
    return rows[0]?.free === false;
  } finally {
    await other.query("ROLLBACK");
  }
}

async function readFacts(client: pg.Client, owner: string): Promise<RoleFacts> {
  const { rows } = await client.query<{
    version: number;
    superuser: boolean;
    creates_roles: boolean;
    bypasses: boolean;
    becomes_owner: boolean;
    owns_database: boolean;
    owns_schema: boolean;
    tables: string[];
  }>(
    `SELECT current_setting('server_version_num')::int AS version,
            r.rolsuper AS superuser, r.rolcreaterole AS creates_roles, r.rolbypassrls AS bypasses,
            -- A role that does not exist is no role one can become.
            COALESCE((SELECT pg_has_role(r.oid, o.oid, 'MEMBER') FROM pg_roles o WHERE o.rolname = $1), false)
              AS becomes_owner,
            (SELECT d.datdba = r.oid FROM pg_database d WHERE d.datname = current_database()) AS owns_database,
            EXISTS (SELECT 1 FROM pg_namespace n WHERE n.nspname = 'public' AND n.nspowner = r.oid) AS owns_schema,
            ARRAY(SELECT c.relname::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                   WHERE n.nspname = 'public' AND c.relowner = r.oid AND c.relkind IN ('r', 'p', 'v', 'm')
                   ORDER BY 1) AS tables
       FROM pg_roles r WHERE r.rolname = current_user`,
    [owner],
  );
  const row = rows[0];
  if (!row) throw new Error("the server does not know the role that is connected");
  const powers: string[] = [];
  if (!row.superuser) {
    if (row.creates_roles) powers.push("may make and change roles (CREATEROLE)");
    if (row.bypasses) powers.push("passes by row security (BYPASSRLS)");
    if (row.becomes_owner) powers.push(`is a member of ${owner}, and can become it`);
    if (row.owns_database) powers.push("owns the database");
    if (row.owns_schema) powers.push("owns the schema public");
    if (row.tables.length > 0) {
      const shown = row.tables.slice(0, 3).join(", ");
      powers.push(`owns tables (${shown}${row.tables.length > 3 ? ", …" : ""})`);
    }
  }
  return { version: row.version, superuser: row.superuser, powers };
}
