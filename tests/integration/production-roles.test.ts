import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { roleProblems } from "@/lib/setup/role-check";
import { withClient } from "@/lib/setup/roles";
import { randomSecret } from "@/lib/setup/secrets";
import { adminUrl, emptyDatabase, openDatabase } from "@/tests/support/database";

const database = openDatabase();
const made: string[] = [];

/** A role with some powers, and its connection string for this file's database. */
async function role(
  attributes: string,
  grants: (name: string) => string = () => "",
): Promise<string> {
  const name = `role_${randomSecret(8).toLowerCase()}`;
  const password = randomSecret();
  made.push(name);
  const url = new URL(database.appUrl);
  await withClient(adminUrl(), async (client) => {
    await client.query(`CREATE ROLE ${name} LOGIN PASSWORD '${password}' ${attributes}`);
    await client.query(`GRANT CONNECT ON DATABASE "${url.pathname.slice(1)}" TO ${name}`);
    const more = grants(name);
    if (more) await client.query(more);
  });
  url.username = name;
  url.password = password;
  return url.href;
}

let inDatabase: (sql: string) => Promise<unknown>;
beforeAll(() => {
  const url = new URL(adminUrl());
  url.pathname = new URL(database.appUrl).pathname;
  inDatabase = (sql) => withClient(url.href, (client) => client.query(sql));
});

afterAll(async () => {
  for (const name of made) {
    await inDatabase(`REASSIGN OWNED BY ${name} TO postgres; DROP OWNED BY ${name}`);
    await withClient(adminUrl(), (client) => client.query(`DROP ROLE ${name}`));
  }
});

describe("the roles of an installation", () => {
  it("are fine when one owns and the other is nobody", async () => {
    expect(await roleProblems(database.appUrl, database.ownerUrl)).toEqual([]);
  });

  it("must be two", async () => {
    expect(await roleProblems(database.ownerUrl, database.ownerUrl)).toEqual([
      expect.stringContaining("name the same role (lokus_owner)"),
    ]);
  });

  it.each([
    ["SUPERUSER", /is a superuser/],
    ["CREATEROLE", /CREATEROLE/],
    ["BYPASSRLS", /BYPASSRLS/],
  ])("refuse an application with %s", async (attribute, problem) => {
    expect(await roleProblems(await role(attribute), database.ownerUrl)).toEqual([
      expect.stringMatching(problem),
    ]);
  });

  it("refuse an application that can become the owner", async () => {
    const member = await role("", (name) => `GRANT lokus_owner TO ${name}`);
    expect(await roleProblems(member, database.ownerUrl)).toEqual([
      expect.stringMatching(/is a member of lokus_owner/),
    ]);
  });

  it("refuse an application that owns a table", async () => {
    const owner = await role("");
    const name = new URL(owner).username;
    await inDatabase(`CREATE TABLE owned (id int); ALTER TABLE owned OWNER TO ${name}`);
    expect(await roleProblems(owner, database.ownerUrl)).toEqual([
      expect.stringContaining("owns tables (owned)"),
    ]);
  });

  it("must lead to the same database", async () => {
    const other = await emptyDatabase();
    expect(await roleProblems(database.appUrl, other.ownerUrl)).toEqual([
      expect.stringContaining("different databases"),
    ]);
  });

  it("say which connection fails, and never repeat a password", async () => {
    const url = new URL(database.appUrl);
    url.password = "not-the-password";
    const problems = await roleProblems(url.href, database.ownerUrl);
    expect(problems).toEqual([expect.stringMatching(/^DATABASE_URL: no connection/)]);
    expect(problems.join()).not.toContain("not-the-password");
  });
});
