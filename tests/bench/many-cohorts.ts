import pg from "pg";
import { withClient } from "@/lib/setup/roles";

/**
 * Copies the demo's cohort, with everything that belongs to it, until there are so many of them:
 * people of their own, the same centre, region, innovations and rubrics.
 *
 * Ids are minted from the original's and the copy's number, so that rows find each other without
 * a table of translations. Runs as a superuser with triggers off: what they would judge has been
 * judged once, and is copied as it is.
 */

/** Tables of a cohort. What is in none of them is shared by all cohorts, or belongs to the centre. */
const TABLES = [
  "people",
  "cohorts",
  "visits",
  "groups",
  "enrolments",
  "assignments",
  "stages",
  "revisions",
  "evaluations",
  "criterion_scores",
  "evidence",
  "strengths",
  "obstacles",
  "solutions",
  "innovation_plans",
  "milestones",
  "plan_solutions",
  "review_decisions",
  "review_reasons",
  "comments",
  "work_assessments",
  "audit_events",
  "command_log",
] as const;

/** Columns that name a copied row without a foreign key that says so. */
const UNDECLARED = new Set([
  "assignments.created_by_id",
  "revisions.submitted_by_id",
  "review_decisions.decided_by_id",
  "comments.author_id",
  "work_assessments.saved_by_id",
  "audit_events.actor_id",
  "audit_events.cohort_id",
  "audit_events.subject_id",
  "command_log.actor_id",
]);

/** Columns that are unique by their content. */
const DISTINCT: Record<string, string> = {
  "people.email": "n || '.' || t.email",
  "people.id_number": "lpad(n::text, 6, '1') || lpad((row_number() OVER ())::text, 12, '0')",
  "cohorts.name": "t.name || ' (' || n || ')'",
};

/** Rows of the founding cohort alone, where a table holds others too. */
const ONLY: Record<string, string> = {
  people: "WHERE t.id IN (SELECT e.person_id FROM enrolments e)",
  command_log: "WHERE t.actor_id IN (SELECT e.person_id FROM enrolments e)",
  audit_events: "WHERE t.cohort_id IS NOT NULL",
};

/** Makes `cohorts` of the one that is there. Returns how many rows were written. */
export async function multiplyCohort(
  databaseAdminUrl: string,
  cohorts: number,
  progress: (text: string) => void,
): Promise<number> {
  return withClient(databaseAdminUrl, async (client) => {
    await client.query("SET session_replication_role = replica");
    await client.query("SET synchronous_commit = off");
    // Every source is read as it was before the first copy was written.
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ");
    let written = 0;
    for (const [index, table] of TABLES.entries()) {
      progress(`${table}, ${index + 1} of ${TABLES.length}`);
      const { rowCount } = await client.query(await copyOf(client, table, cohorts));
      written += rowCount ?? 0;
    }
    await client.query("COMMIT");
    progress("statistics");
    await client.query("VACUUM ANALYZE");
    return written;
  });
}

/** The statement that copies one table: copy by copy, so that a cohort's rows lie together, as ever. */
async function copyOf(client: pg.Client, table: string, cohorts: number): Promise<string> {
  const { rows } = await client.query<{ name: string; type: string; minted: boolean }>(
    `SELECT a.attname AS name, format_type(a.atttypid, NULL) AS type, EXISTS (
       SELECT 1 FROM pg_constraint c
       CROSS JOIN unnest(c.conkey, c.confkey) AS k (here, there)
       WHERE c.contype = 'f' AND c.conrelid = a.attrelid AND k.here = a.attnum
         AND c.confrelid = ANY($2::regclass[])
     ) OR a.attname = 'id' AS minted
     FROM pg_attribute a
     WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''`,
    [table, TABLES],
  );
  const columns = rows.map(({ name }) => pg.escapeIdentifier(name)).join(", ");
  const values = rows.map(({ name, minted }) => {
    const column = `t.${pg.escapeIdentifier(name)}`;
    const distinct = DISTINCT[`${table}.${name}`];
    if (distinct) return distinct;
    if (minted) return mint(column);
    if (!UNDECLARED.has(`${table}.${name}`)) return column;
    // Staff are of the centre and stay who they are.
    return `CASE WHEN ${column} IN (SELECT m.person_id FROM staff_memberships m) THEN ${column} ELSE ${mint(column)} END`;
  });
  return `
    INSERT INTO ${table} (${columns})
    SELECT ${values.join(", ")}
    FROM generate_series(2, ${cohorts}) n
    CROSS JOIN LATERAL (SELECT * FROM ${table} t ${ONLY[table] ?? "WHERE true"} AND n > 0) t`;
}

function mint(column: string): string {
  return `md5(${column}::text || n)::uuid`;
}
