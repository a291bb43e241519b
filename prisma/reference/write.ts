import type { ClientBase } from "pg";
import { referenceCatalogue } from "./catalogue";

/** A row of the shared reference data, in the database's own names. */
export interface ReferenceRow {
  table: (typeof TABLES)[number];
  id: string;
  values: Record<string, string | number | null>;
}

const TABLES = [
  "agencies",
  "host_regions",
  "host_units",
  "innovations",
  "innovation_facts",
  "innovation_links",
  "awards",
] as const;
/** Parts of another row, without a version of their own. */
const UNVERSIONED: readonly string[] = ["innovation_links"];

/**
 * Writes the shared catalogue, in one transaction, as often as it is called: what is missing is
 * added; what still is as it was written is brought up to date; what somebody changed or deleted
 * since stays as they left it. Several at once take turns.
 *
 * @param client connected as the owner or as the application
 * @param rows in the order in which they hang on one another
 */
export async function writeReference(
  client: ClientBase,
  at: Date,
  rows: readonly ReferenceRow[] = referenceCatalogue(),
): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query(
      "SELECT pg_advisory_xact_lock(hashtextextended('lokus: reference data', 0))",
    );
    const written = await readWritten(client);
    const standing = await readStanding(client, rows);
    for (const row of rows) await writeRow(client, at, row, standing, written);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}

type Values = Record<string, unknown>;

async function readWritten(client: ClientBase): Promise<Map<string, Values>> {
  const { rows } = await client.query<{ id: string; values: Values }>(
    'SELECT id, "values" FROM reference_entries',
  );
  return new Map(rows.map(({ id, values }) => [id, values]));
}

async function readStanding(
  client: ClientBase,
  rows: readonly ReferenceRow[],
): Promise<Map<string, Values>> {
  const standing = new Map<string, Values>();
  for (const table of TABLES) {
    const ids = rows.filter((row) => row.table === table).map(({ id }) => id);
    const found = await client.query<{ id: string; row: Values }>(
      `SELECT id, to_jsonb(t) AS row FROM ${table} t WHERE id = ANY($1::uuid[])`,
      [ids],
    );
    for (const { id, row } of found.rows) standing.set(id, row);
  }
  return standing;
}

async function writeRow(
  client: ClientBase,
  at: Date,
  { table, id, values }: ReferenceRow,
  standing: Map<string, Values>,
  written: Map<string, Values>,
): Promise<void> {
  const now = standing.get(id);
  const before = written.get(id);
  const columns = Object.keys(values);
  if (!now) {
    // Written once and gone: somebody deleted it.
    if (before) return;
    const { rowCount } = await client.query(
      `INSERT INTO ${table} (id, ${columns.join(", ")})
       VALUES ($1, ${columns.map((_, index) => `$${index + 2}`).join(", ")})
       ON CONFLICT DO NOTHING`,
      [id, ...Object.values(values)],
    );
    // Where the same thing stands under another id, that one is left to whoever made it.
    if (!rowCount) return;
  } else if (!holds(now, values)) {
    // Without a note of what was written (before there were notes) nobody could change it yet.
    if (before && !holds(now, before)) return;
    const version = UNVERSIONED.includes(table)
      ? ""
      : ", version = version + 1, updated_at = CURRENT_TIMESTAMP";
    await client.query(
      `UPDATE ${table} SET ${columns.map((column, index) => `${column} = $${index + 2}`).join(", ")}${version}
       WHERE id = $1`,
      [id, ...Object.values(values)],
    );
  }
  if (before && holds(before, values) && holds(values, before)) return;
  await client.query(
    `INSERT INTO reference_entries (id, "values", written_at) VALUES ($1, $2, $3)
     ON CONFLICT (id) DO UPDATE SET "values" = EXCLUDED."values", written_at = EXCLUDED.written_at`,
    [id, JSON.stringify(values), at],
  );
}

/** Whether a row has all of these values. */
function holds(row: Values, values: Values): boolean {
  return Object.entries(values).every(([column, value]) => row[column] === value);
}
