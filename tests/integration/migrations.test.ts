import { describe, expect, it } from "vitest";
import { migrate, readHistory } from "@/lib/setup/migrate";
import { applyPending, missingMigrationSql } from "@/lib/setup/migration/engine";
import { checksum, readMigrations } from "@/lib/setup/migration/files";
import { applicationRole, withClient } from "@/lib/setup/roles";
import { adminUrl, emptyDatabase, openDatabase } from "@/tests/support/database";

const database = openDatabase();

async function tables(url: string): Promise<string[]> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'",
    );
    return rows.map(({ name }) => name).sort();
  });
}

describe("the migrations", () => {
  it("say what the schema says", async () => {
    expect(await missingMigrationSql(adminUrl())).toBe("");
  });

  it("stand in Prisma's own table, as Prisma writes them", async () => {
    await withClient(database.ownerUrl, async (client) => {
      const { rows } = await client.query(
        `SELECT migration_name, checksum, applied_steps_count, logs, rolled_back_at,
                finished_at IS NOT NULL AS finished FROM _prisma_migrations ORDER BY migration_name`,
      );
      expect(rows).toEqual(
        (await readMigrations()).map(({ name, sql }) => ({
          migration_name: name,
          checksum: checksum(sql),
          applied_steps_count: 1,
          logs: null,
          rolled_back_at: null,
          finished: true,
        })),
      );
      expect(await readHistory(client, await readMigrations())).toEqual({ state: "current" });
    });
  });

  it("are applied once by instances that start together", async () => {
    const { ownerUrl } = await emptyDatabase();
    let waited = 0;
    const start = () => migrate({ ownerUrl, applicationRole, onWait: () => waited++ });
    const applied = await Promise.all([start(), start(), start()]);
    const counts = applied.map(({ length }) => length).sort();
    expect(counts).toEqual([0, 0, (await readMigrations()).length]);
    expect(waited).toBeGreaterThan(0);
    expect(await tables(ownerUrl)).toEqual(await tables(database.ownerUrl));
  });

  it("keep semicolons in functions, texts and comments", async () => {
    const { ownerUrl } = await emptyDatabase();
    const sql = `
      -- a comment; with one
      CREATE FUNCTION f() RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN 'a;b'; END $$;
      CREATE TABLE t (id int); INSERT INTO t VALUES (1); -- ;`;
    await applyPending(ownerUrl, [{ name: "20260101000000_one", sql, checksum: checksum(sql) }]);
    await withClient(ownerUrl, async (client) => {
      const { rows } = await client.query("SELECT f() AS f, count(*)::int AS count FROM t");
      expect(rows).toEqual([{ f: "a;b", count: 1 }]);
    });
  });

  it("are undone as a whole when they fail, and may be corrected", async () => {
    const { ownerUrl } = await emptyDatabase();
    const wrong = "CREATE TABLE half (id int); SELECT 1 / 0;";
    const right = "CREATE TABLE half (id int);";
    const named = (sql: string) => [{ name: "20260101000000_half", sql, checksum: checksum(sql) }];
    await expect(applyPending(ownerUrl, named(wrong))).rejects.toThrow(/division by zero/);
    expect(await tables(ownerUrl)).toEqual(["_prisma_migrations"]);
    expect(await applyPending(ownerUrl, named(right))).toEqual(["20260101000000_half"]);
    expect(await tables(ownerUrl)).toEqual(["_prisma_migrations", "half"]);
  });

  it("refuse a database that is newer, or whose migrations were edited", async () => {
    const { ownerUrl } = await emptyDatabase();
    await migrate({ ownerUrl, applicationRole });
    const change = (sql: string) => withClient(ownerUrl, (client) => client.query(sql));
    const again = () => migrate({ ownerUrl, applicationRole });

    await change(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at)
       VALUES ('x', 'x', '29990101000000_future', now())`,
    );
    await expect(again()).rejects.toThrow(
      /newer than this version of Lokus.*29990101000000_future/,
    );
    await change("DELETE FROM _prisma_migrations WHERE id = 'x'");
    expect(await again()).toEqual([]);

    await change(
      "UPDATE _prisma_migrations SET checksum = 'other' WHERE migration_name LIKE '%initial'",
    );
    await expect(again()).rejects.toThrow(/changed after they had been applied/);
  });
});
