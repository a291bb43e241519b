import { createHash, type Hash } from "node:crypto";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";

/** The tables of an installation, and their rows as COPY writes them: what a backup is made of. */

export interface TableRef {
  schema: string;
  name: string;
  columns: string[];
  /** Columns by which rows are put in order; those of text in the order of bytes. */
  order: { column: string; text: boolean }[];
}

/** Of pg-boss only what waits to be done: all else it makes by itself. */
const JOB_TABLE = { schema: "pgboss", name: "job" };

/** The history of migrations is made by migrating, not by copying. */
const MADE_BY_MIGRATING = "_prisma_migrations";

/** Every table whose rows belong to an installation, by name. */
export async function listTables(client: pg.Client): Promise<TableRef[]> {
  const { rows } = await client.query<{
    schema: string;
    name: string;
    columns: string[];
    keys: string[] | null;
    texts: string[] | null;
  }>(
    `SELECT n.nspname AS schema, c.relname AS name,
            (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
              WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
            (SELECT array_agg(a.attname::text ORDER BY k.place)
               FROM pg_index i, unnest(i.indkey) WITH ORDINALITY k(attnum, place)
               JOIN pg_attribute a ON a.attnum = k.attnum
              WHERE i.indrelid = c.oid AND i.indisprimary AND a.attrelid = c.oid) AS keys,
            (SELECT array_agg(a.attname::text) FROM pg_attribute a
              WHERE a.attrelid = c.oid AND a.attnum > 0 AND a.attcollation <> 0) AS texts
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND ((n.nspname = 'public' AND c.relname <> $1) OR (n.nspname = $2 AND c.relname = $3))
      ORDER BY n.nspname, c.relname`,
    [MADE_BY_MIGRATING, JOB_TABLE.schema, JOB_TABLE.name],
  );
  return rows.map(({ schema, name, columns, keys, texts }) => ({
    schema,
    name,
    columns,
    order: (keys ?? columns).map((column) => ({
      column,
      text: texts?.includes(column) ?? false,
    })),
  }));
}

export function qualified({ schema, name }: { schema: string; name: string }): string {
  return `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`;
}

/** Settings under which the same rows are always the same text. */
export const PLAIN_TEXT =
  "SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL timezone = 'UTC'; SET LOCAL intervalstyle = 'postgres'; SET LOCAL extra_float_digits = 1; SET LOCAL bytea_output = 'hex'";

/**
 * Writes the rows of a table, in the order of its key, and tells how many there were and what they
 * hash to.
 *
 * @param target takes the text; left out, only the counting is done
 */
export async function copyOut(
  client: pg.Client,
  table: TableRef,
  target?: NodeJS.WritableStream,
): Promise<{ rows: number; sha256: string }> {
  const columns = table.columns.map((column) => pg.escapeIdentifier(column)).join(", ");
  const order = table.order
    .map(({ column, text }) => `${pg.escapeIdentifier(column)}${text ? ' COLLATE "C"' : ""}`)
    .join(", ");
  const rows = client.query(
    copyTo(`COPY (SELECT ${columns} FROM ${qualified(table)} ORDER BY ${order}) TO STDOUT`),
  );
  const meter = new Meter();
  if (target) await pipeline(rows, meter, target);
  else {
    meter.resume();
    await pipeline(rows, meter);
  }
  return { rows: rows.rowCount, sha256: meter.digest() };
}

/** Hashes what passes. */
export class Meter extends Transform {
  readonly #hash: Hash = createHash("sha256");
  bytes = 0;

  override _transform(chunk: Buffer, _: BufferEncoding, done: (error: null, data: Buffer) => void) {
    this.#hash.update(chunk);
    this.bytes += chunk.length;
    done(null, chunk);
  }

  digest(): string {
    return this.#hash.digest("hex");
  }
}
