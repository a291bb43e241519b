import pg from "pg";

/** The role that owns the tables and migrates, and the one that the application connects as. */
export const ownerRole = "lokus_owner";
export const applicationRole = "lokus_app";

export type RolePasswords = { ownerPassword: string; applicationPassword: string };

/** A database of a cluster, for the two roles. */
export type DatabaseUrls = { ownerUrl: string; appUrl: string };

type Address = { port: number; database: string };

/** A connection string for a cluster on this machine. The password is made of letters and digits. */
export function localUrl(user: string, password: string, { port, database }: Address): string {
  return `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
}

export function databaseUrls(passwords: RolePasswords, address: Address): DatabaseUrls {
  return {
    ownerUrl: localUrl(ownerRole, passwords.ownerPassword, address),
    appUrl: localUrl(applicationRole, passwords.applicationPassword, address),
  };
}

/**
 * Makes the two roles and gives them their passwords. The application's role is nobody: it may log
 * in, and gets the rest by `grants.ts`.
 *
 * @param adminUrl a superuser's connection
 */
export async function ensureRoles(adminUrl: string, passwords: RolePasswords): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const wanted = [
      [ownerRole, passwords.ownerPassword],
      [applicationRole, passwords.applicationPassword],
    ] as const;
    for (const [role, password] of wanted) {
      const { rowCount } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [role]);
      const name = pg.escapeIdentifier(role);
      if (!rowCount) await client.query(`CREATE ROLE ${name}`);
      await client.query(
        `ALTER ROLE ${name} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS
         PASSWORD ${pg.escapeLiteral(password)}`,
      );
    }
  });
}

/** Makes an empty database that belongs to the owner role and that nobody else may enter. */
export async function ensureDatabase(adminUrl: string, database: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [
      database,
    ]);
    if (rowCount) return;
    const name = pg.escapeIdentifier(database);
    await client.query(`CREATE DATABASE ${name} OWNER ${pg.escapeIdentifier(ownerRole)}`);
    await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
  });
}

/** Makes a database that holds what another holds, for the same roles. Nobody may be connected to that. */
export async function cloneDatabase(
  adminUrl: string,
  template: string,
  database: string,
): Promise<void> {
  const [from, name, owner, application] = [template, database, ownerRole, applicationRole].map(
    pg.escapeIdentifier,
  );
  await withClient(adminUrl, async (client) => {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${from} OWNER ${owner}`);
    await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${name} TO ${application}`);
  });
}

/** Opens one connection for `work` and closes it afterwards. */
export async function withClient<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    application_name: "lokus set-up",
    connectionTimeoutMillis: 15_000,
  });
  // A server that goes away while the connection is idle must not end this process.
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}
