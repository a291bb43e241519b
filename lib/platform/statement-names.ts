import { createHash } from "node:crypto";

/**
 * Names under which PostgreSQL keeps the plan of a statement on a connection. To plan a dashboard's
 * statement takes longer than to carry it out; with a name it is planned a few times, and no more.
 *
 * Statements are few, since values are parameters. But lists of ids (`IN ($1, $2, …)`) make a text
 * for each length: what comes after so many different texts is planned each time, as without names.
 */
const MOST = 500;

const names = new Map<string, string>();

/** The name of a statement; empty where it gets none. The same text has the same name for good. */
export function statementName({ sql }: { sql: string }): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  if (names.size >= MOST) return "";
  const name = createHash("sha256").update(sql).digest("base64url").slice(0, 22);
  names.set(sql, name);
  return name;
}
