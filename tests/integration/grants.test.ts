import { describe, expect, it } from "vitest";
import { restrictedTables } from "@/lib/setup/grants";
import { applicationRole, withClient } from "@/lib/setup/roles";
import { openDatabase } from "@/tests/support/database";

const database = openDatabase();
const everything = ["DELETE", "INSERT", "SELECT", "UPDATE"];

/** What the application's role may do, by table, as the server itself says. */
async function privileges(): Promise<Record<string, string[]>> {
  return withClient(database.ownerUrl, async (client) => {
    const { rows } = await client.query<{ name: string; held: string[] }>(
      `SELECT c.relname AS name,
              ARRAY(SELECT p FROM unnest(ARRAY['DELETE', 'INSERT', 'MAINTAIN', 'REFERENCES', 'SELECT',
                                               'TRIGGER', 'TRUNCATE', 'UPDATE']) AS p
                     WHERE has_table_privilege($1, c.oid, p) OR (
                           p IN ('INSERT', 'REFERENCES', 'SELECT', 'UPDATE')
                           AND has_any_column_privilege($1, c.oid, p))
                     ORDER BY p) AS held
         FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm')`,
      [applicationRole],
    );
    return Object.fromEntries(rows.map(({ name, held }) => [name, held]));
  });
}

describe("the application's role", () => {
  it("may do on each table exactly what is written", async () => {
    const held = await privileges();
    for (const [table, actual] of Object.entries(held)) {
      const written = Object.hasOwn(restrictedTables, table) ? restrictedTables[table] : everything;
      expect(actual, table).toEqual([...(written ?? [])].sort());
    }
    expect(Object.keys(held)).toEqual(expect.arrayContaining(Object.keys(restrictedTables)));
  });

  it.each([
    "DROP TABLE people",
    "ALTER TABLE stages DISABLE TRIGGER ALL",
    "TRUNCATE revisions",
    "CREATE TABLE mine (id int)",
    "SET ROLE lokus_owner",
    "SET session_replication_role = replica",
    "DROP FUNCTION check_stage_order() CASCADE",
    "SELECT * FROM _prisma_migrations",
    "CREATE SCHEMA mine",
  ])("may not say %j", async (statement) => {
    await expect(
      withClient(database.appUrl, (client) => client.query(statement)),
    ).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|28000)$/) });
  });
});
