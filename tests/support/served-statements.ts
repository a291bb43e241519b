import pg from "pg";

/**
 * Counts what a running server asks of a database, in the database itself: statements of the
 * application's role, BEGIN and COMMIT included.
 */
export class ServedStatements {
  private constructor(
    private readonly admin: pg.Client,
    private readonly database: string,
  ) {}

  /** @param adminUrl a superuser's connection to a cluster that loads `pg_stat_statements` */
  static async open(adminUrl: string, database: string): Promise<ServedStatements> {
    const admin = new pg.Client({ connectionString: adminUrl });
    await admin.connect();
    // In the superuser's own database: the application's stays as its migrations made it.
    await admin.query("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
    return new ServedStatements(admin, database);
  }

  async during(work: () => Promise<unknown>): Promise<number> {
    const before = await this.total();
    await work();
    return (await this.total()) - before;
  }

  close(): Promise<void> {
    return this.admin.end();
  }

  private async total(): Promise<number> {
    const { rows } = await this.admin.query<{ total: number }>(
      `SELECT coalesce(sum(s.calls), 0)::int AS total
       FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid JOIN pg_roles r ON r.oid = s.userid
       WHERE d.datname = $1 AND r.rolname = 'lokus_app'
         -- The queue of jobs looks for work by itself, whatever is asked for.
         AND s.query NOT LIKE '%pgboss%'`,
      [this.database],
    );
    return rows[0]?.total ?? 0;
  }
}
