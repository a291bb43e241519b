import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig, type TestUserConfig } from "vitest/config";
import { isInstallationSetting } from "../../lib/setup/installation-settings.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

// No test may see a real installation, however it was called.
for (const name of Object.keys(process.env)) {
  if (isInstallationSetting(name) && name !== "LOKUS_TEST_CLUSTER") delete process.env[name];
}
// A zone that nobody has in mind, at an odd distance from every other (+12.45, +13.45 in summer):
// what depends on the machine's zone comes to light. Inherited by the workers.
Object.assign(process.env, { TZ: "Pacific/Chatham", NODE_ENV: "test" });

/** Which cases properties are tried with. */
const cases = "tests/support/cases.ts";

/** Tests of what lives in a browser, with a database of its own. */
const device = "components/field/**/*.test.ts";

const integration: TestUserConfig = {
  globalSetup: ["tests/support/cluster.ts"],
  setupFiles: ["tests/support/database-per-file.ts"],
  pool: "threads",
  // One more than cores: files also wait, for PostgreSQL and for clocks.
  maxWorkers: availableParallelism() + 1,
  // Of a busy machine; nothing here is asserted by time.
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

/** Files that put something in the place of a module, which nobody else may find there. */
const withStandIns = readdirSync(path.join(root, "tests/integration"))
  .filter((file) => file.endsWith(".test.ts"))
  .map((file) => `tests/integration/${file}`)
  .filter((file) => readFileSync(path.join(root, file), "utf8").includes("vi.mock("));

const resolve = {
  alias: [
    { find: /^@\//, replacement: `${root}/` },
    // The guard against use in a browser; vitest is none.
    { find: /^server-only$/, replacement: path.join(root, "node_modules/server-only/empty.js") },
  ],
};

export default defineConfig({
  root,
  resolve,
  test: {
    reporters: ["default"],
    // Vitest would leave one core to its own process, which has little to do: of two that is half.
    maxWorkers: availableParallelism(),
    projects: [
      {
        root,
        resolve,
        test: {
          name: "unit",
          setupFiles: [cases],
          include: ["{lib,components,prisma}/**/*.test.ts"],
          exclude: [device],
          // Functions that keep nothing: their modules are loaded once for all files, in half of the time.
          isolate: false,
        },
      },
      {
        root,
        resolve,
        test: {
          name: "unit, a device each",
          setupFiles: [cases],
          // What runs on a phone keeps what it holds; each file is a phone that was just switched on.
          include: [device],
        },
      },
      {
        root,
        resolve,
        test: {
          name: "architecture",
          include: ["tests/architecture/**/*.test.ts"],
          // Dependency checkers read the whole project.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        root,
        resolve,
        test: {
          ...integration,
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          exclude: withStandIns,
          // What a process keeps is given up after each file; modules, loaded once, are half of a file's time.
          isolate: false,
        },
      },
      {
        root,
        resolve,
        test: { ...integration, name: "integration, with stand-ins", include: withStandIns },
      },
      {
        root,
        resolve,
        test: {
          name: "crash",
          include: ["tests/crash/**/*.test.ts"],
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
