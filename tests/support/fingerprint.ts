import type { Db } from "@/lib/platform/db";

/**
 * Of every table that the application writes: how many rows, and which transactions wrote them.
 *
 * @param except tables that may change
 */
export async function fingerprintOf(owner: Db, except: readonly string[] = []): Promise<string> {
  const tables = await owner.$queryRaw<{ table: string }[]>`
    SELECT relname AS table FROM pg_class
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname`;
  const parts = tables
    .filter(({ table }) => !except.includes(table))
    .map(
      ({ table }) =>
        `SELECT '${table}' AS name, count(*), coalesce(sum(xmin::text::numeric), 0) FROM "${table}"`,
    );
  return JSON.stringify(
    await owner.$queryRawUnsafe<object[]>(
      `SELECT name || ' ' || count || ' ' || coalesce AS line FROM (${parts.join(" UNION ALL ")}) t`,
    ),
  );
}
