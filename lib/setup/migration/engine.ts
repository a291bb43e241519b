import { randomUUID } from "node:crypto";
import fs from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import type pg from "pg";
import { SetupFailure } from "../failure";
import { type Migration, migrationsFolder, readMigrations, readSchema } from "./files";

type EngineModule = {
  SchemaEngine: typeof SchemaEngine;
  __wbg_set_wasm: (exports: WebAssembly.Exports) => void;
};

const require = createRequire(import.meta.url);
const noFilter = { externalTables: [], externalEnums: [] };

let loaded: Promise<EngineModule> | undefined;

/**
 * Prisma's own schema engine, compiled to WebAssembly: the native one is downloaded from a host
 * that closed networks do not reach. The package is written for bundlers that import `.wasm` files
 * as modules; Node 20 does not, so the module is put together by hand.
 */
function loadEngine(): Promise<EngineModule> {
  loaded ??= (async () => {
    // Where the engine leaves its last words when it panics.
    Object.assign(globalThis, {
      PRISMA_WASM_PANIC_REGISTRY: {
        set_message: (message: string) => console.error(`Prisma's schema engine: ${message}`),
      },
    });
    const glueFile = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg");
    const glue = (await import(pathToFileURL(glueFile).href)) as EngineModule &
      WebAssembly.ModuleImports;
    const bytes = await fs.readFile(path.join(path.dirname(glueFile), "schema_engine_bg.wasm"));
    const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": glue });
    glue.__wbg_set_wasm(instance.exports);
    (instance.exports.__wbindgen_start as () => void)();
    return glue;
  })();
  return loaded;
}

/** Type numbers: `"char"`, the one byte in which the system catalogues keep their codes; `text`. */
const CHAR = 18;
const TEXT = 25;

type Connection = SqlDriverAdapter & { underlyingDriver(): pg.Pool };

/** Opens a connection of Prisma's adapter and gives it what the engine needs beyond the adapter. */
async function openConnection(config: pg.PoolConfig): Promise<Connection> {
  const connection: Connection = await new PrismaPg(config).connect();
  const pool = connection.underlyingDriver();

  // The adapter cuts a script at every semicolon, through the middle of the functions and comments
  // of a migration. As one message it stays whole, and is one transaction unless it says otherwise.
  connection.executeScript = async (script) => {
    try {
      await pool.query(script);
    } catch (error) {
      // The adapter's own translation of errors, which the engine understands.
      (connection as unknown as { onError(error: unknown): never }).onError(error);
    }
  };

  // The engine reads the catalogues, whose "char" the adapter does not know: to the adapter it is
  // text, to the engine one character.
  const characters = new WeakMap<object, number[]>();
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<pg.QueryArrayResult>;
  pool.query = (async (...args: unknown[]) => {
    const result = await query(...args);
    const columns = [...(result.fields ?? []).keys()].filter(
      (i) => result.fields[i]?.dataTypeID === CHAR,
    );
    for (const column of columns) Object.assign(result.fields[column] ?? {}, { dataTypeID: TEXT });
    if (columns.length > 0) characters.set(result.rows, columns);
    return result;
  }) as typeof pool.query;
  const queryRaw = connection.queryRaw.bind(connection);
  connection.queryRaw = async (request) => {
    const result = await queryRaw(request);
    for (const column of characters.get(result.rows) ?? []) {
      result.columnTypes[column] = ColumnTypeEnum.Character;
    }
    return result;
  };
  return connection;
}

/** What the engine opens its connections with. It does not close them itself. */
class MigrationAdapter implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = "postgres";
  readonly adapterName = "@prisma/adapter-pg";
  readonly #config: pg.PoolConfig;
  readonly #closers: (() => Promise<void>)[] = [];

  constructor(connectionString: string) {
    this.#config = { connectionString };
  }

  async connect(): Promise<SqlDriverAdapter> {
    const connection = await openConnection(this.#config);
    this.#closers.push(() => connection.dispose());
    return connection;
  }

  /** An empty database of its own, in which the engine replays the migrations. */
  async connectToShadowDb(): Promise<SqlDriverAdapter> {
    const database = `lokus_shadow_${randomUUID().replaceAll("-", "")}`;
    const main = await openConnection(this.#config);
    await main.executeScript(`CREATE DATABASE "${database}"`);
    const url = new URL(this.#config.connectionString ?? "");
    url.pathname = `/${database}`;
    const shadow = await openConnection({ connectionString: url.href });
    this.#closers.push(async () => {
      await shadow.dispose();
      await main.executeScript(`DROP DATABASE "${database}" WITH (FORCE)`);
      await main.dispose();
    });
    // The engine may let go of it; it is closed and dropped with the rest.
    return Object.assign(Object.create(shadow) as Connection, { dispose: async () => {} });
  }

  /** Closes everything, and with it the engine's own advisory lock. */
  async dispose(): Promise<void> {
    for (const close of this.#closers.reverse()) await close();
  }
}

async function withEngine<T>(
  connectionString: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const { SchemaEngine } = await loadEngine();
  const adapter = new MigrationAdapter(connectionString);
  const files = await readSchema();
  const engine = await SchemaEngine.new(
    { datamodels: files.map((file): [string, string] => [file.path, file.content]) },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
  try {
    return await work(engine);
  } finally {
    engine.free();
    await adapter.dispose();
  }
}

function migrationList(migrations: readonly Migration[]) {
  return {
    baseDir: migrationsFolder,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: sql } },
    })),
  };
}

/**
 * Applies what is pending, as `prisma migrate deploy` does. Returns the names, oldest first.
 *
 * A script that fails has changed nothing, unless it ends transactions itself; it is marked as
 * rolled back then, so that a corrected one can be applied.
 *
 * @throws SetupFailure with the database's words when a script fails
 */
export async function applyPending(
  ownerUrl: string,
  migrations: readonly Migration[],
): Promise<string[]> {
  return withEngine(ownerUrl, async (engine) => {
    try {
      const { appliedMigrationNames } = await engine.applyMigrations({
        migrationsList: migrationList(migrations),
        filters: noFilter,
      });
      return appliedMigrationNames;
    } catch (error) {
      const failure = describeEngineError(error);
      const migration = migrations.find(({ name }) => name === failure.migration);
      if (!migration) throw error;
      const whole = !/\b(COMMIT|CONCURRENTLY)\b/i.test(migration.sql);
      if (whole) await engine.markMigrationRolledBack({ migrationName: migration.name });
      throw new SetupFailure(`The migration ${migration.name} failed: ${failure.message}`, [
        whole
          ? "It was undone as a whole; the database is as it was before it."
          : "It ends transactions itself, so parts of it may stand. See docs/operations/running.md.",
      ]);
    }
  });
}

/** The engine's errors are one text: what the database said, then where in the engine it happened. */
export function describeEngineError(error: unknown): { message: string; migration?: string } {
  const text = error instanceof Error ? error.message : String(error);
  const message = text
    .split(/\n\s+0: /)[0]
    ?.replace(/^external connector error\n/, "")
    .replace(/^Error querying the database: /, "")
    .trim();
  return { message: message || text, migration: /migration_name="([^"]+)"/.exec(text)?.[1] };
}

/**
 * The SQL that leads from the migrations to the schema files; empty when they say the same.
 *
 * @param adminUrl a role that may make databases: the engine replays the migrations in a new one
 */
export async function missingMigrationSql(adminUrl: string): Promise<string> {
  const migrations = await readMigrations();
  return withEngine(adminUrl, async (engine) => {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: "migrations", ...migrationList(migrations) },
      to: { tag: "schemaDatamodel", files: await readSchema() },
      script: true,
      exitCode: true,
      filters: noFilter,
    });
    return exitCode === 0 ? "" : (stdout ?? "");
  });
}
