import pg from "pg";
import { SetupFailure } from "./failure";

type Privilege = "SELECT" | "INSERT" | "UPDATE" | "DELETE";

const everything: readonly Privilege[] = ["SELECT", "INSERT", "UPDATE", "DELETE"];
const appendOnly: readonly Privilege[] = ["SELECT", "INSERT"];
const neverDeleted: readonly Privilege[] = ["SELECT", "INSERT", "UPDATE"];
const neverChanged: readonly Privilege[] = ["SELECT", "INSERT", "DELETE"];
const nothing: readonly Privilege[] = [];

/**
 * Tables that the application's role may not use freely; every other table it may read, insert
 * into, update and delete from. TRUNCATE, REFERENCES and TRIGGER stay with the owner everywhere.
 */
export const restrictedTables: Readonly<Record<string, readonly Privilege[]>> = {
  // What was handed in, decided and done are facts.
  revisions: appendOnly,
  review_decisions: appendOnly,
  review_reasons: appendOnly,
  audit_events: appendOnly,
  extensions: appendOnly,
  extended_stages: appendOnly,
  set_aside_drafts: appendOnly,
  // A reason is ticked off or not; there is nothing in between to change.
  reason_answers: neverChanged,
  // What was said stays said; a word taken back would be a new remark.
  comments: appendOnly,
  // A thread is settled or open; there is nothing in between to change. What is kept to be written again
  // is written anew, not changed under those who use it.
  thread_resolutions: neverChanged,
  canned_comments: neverChanged,
  // A command is claimed first and gets its result after; forgotten, it could be carried out twice.
  command_log: neverDeleted,
  // Projections are keyed by revision and share its fate.
  evaluations: appendOnly,
  criterion_scores: appendOnly,
  evidence: appendOnly,
  strengths: appendOnly,
  obstacles: appendOnly,
  solutions: appendOnly,
  innovation_plans: appendOnly,
  milestones: appendOnly,
  plan_solutions: appendOnly,
  // Two ratings were settled for a reason; a better one is another row. A release is taken back, never lost.
  grade_moderations: appendOnly,
  grade_releases: neverDeleted,
  // What the host was told stays as it was told, with what it answered; links are revoked, never lost.
  findings: neverDeleted,
  finding_sources: neverChanged,
  finding_releases: neverDeleted,
  released_findings: appendOnly,
  host_links: neverDeleted,
  host_responses: appendOnly,
  agency_links: neverDeleted,
  // That a notice was read is a fact; a letter has a fate.
  privacy_acknowledgements: appendOnly,
  mail_messages: neverDeleted,
  // Under another key a phone could not read what it holds.
  device_keys: appendOnly,
  notifications: neverDeleted,
  // Of files nothing changes but since when nothing names them: triggers see to that.
  upload_parts: neverChanged,
  // They change state, and are cancelled, but never vanish.
  assignments: neverDeleted,
  stages: neverDeleted,
  // What an allocation changed is kept, undone or not.
  allocations: neverDeleted,
  // Who was there is corrected, never forgotten.
  attendance_marks: neverDeleted,
  // The history of migrations is the owner's business.
  _prisma_migrations: nothing,
};

/** A table, view or sequence of the `public` schema. */
export type Relation = { name: string; kind: "table" | "sequence" };

/**
 * The statements that give a role exactly what it may have, whatever it had before. To be run as
 * the owner, in one transaction, so that nobody sees the moment between taking and giving.
 */
export function grantStatements(role: string, relations: readonly Relation[]): string[] {
  const grantee = pg.escapeIdentifier(role);
  const statements = [
    `GRANT USAGE ON SCHEMA "public" TO ${grantee}`,
    'REVOKE CREATE ON SCHEMA "public" FROM PUBLIC',
  ];
  for (const { name, kind } of relations) {
    const relation = `"public".${pg.escapeIdentifier(name)}`;
    if (kind === "sequence") {
      statements.push(`REVOKE ALL ON SEQUENCE ${relation} FROM PUBLIC, ${grantee}`);
      statements.push(`GRANT USAGE, SELECT ON SEQUENCE ${relation} TO ${grantee}`);
      continue;
    }
    statements.push(`REVOKE ALL ON TABLE ${relation} FROM PUBLIC, ${grantee}`);
    const privileges = Object.hasOwn(restrictedTables, name) ? restrictedTables[name] : everything;
    if (privileges?.length) {
      statements.push(`GRANT ${privileges.join(", ")} ON TABLE ${relation} TO ${grantee}`);
    }
  }
  return statements;
}

/** The role that a connection string names. */
export function roleOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}

/**
 * Gives the application's role what it may have on the tables as they are now. To be called after
 * each migration: a new table belongs to nobody but its owner.
 *
 * @param client connected as the owner
 * @throws SetupFailure when a restricted table does not exist: a name that is spelt wrong here
 *   would leave its table open
 */
export async function grantApplicationRole(client: pg.Client, role: string): Promise<void> {
  const { rows } = await client.query<{ name: string; kind: string }>(
    `SELECT c.relname AS name, c.relkind AS kind
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
      ORDER BY c.relname`,
  );
  const relations = rows.map(
    ({ name, kind }): Relation => ({ name, kind: kind === "S" ? "sequence" : "table" }),
  );
  const names = new Set(relations.map(({ name }) => name));
  const missing = Object.keys(restrictedTables).filter((name) => !names.has(name));
  if (missing.length > 0) {
    throw new SetupFailure(
      `lib/setup/grants.ts restricts tables that do not exist: ${missing.join(", ")}`,
    );
  }

  const statements = grantStatements(role, relations);
  const { rows: database } = await client.query<{ name: string; connects: boolean }>(
    "SELECT current_database() AS name, has_database_privilege($1, current_database(), 'CONNECT') AS connects",
    [role],
  );
  if (database[0] && !database[0].connects) {
    const name = pg.escapeIdentifier(database[0].name);
    statements.unshift(`GRANT CONNECT ON DATABASE ${name} TO ${pg.escapeIdentifier(role)}`);
  }
  // Several statements in one message are one transaction.
  await client.query(statements.join(";\n"));
}
