import fs from "node:fs/promises";
import { availableParallelism } from "node:os";
import path from "node:path";
import { type ChildEnvironment, nodeArguments, runNode } from "../child";
import { isolatedEnvironment } from "../environment";
import { generateClient } from "../generate";
import { inProject, testBuildFolder } from "../paths";
import type { Shutdown } from "../shutdown";
import { buildForTests, serveSeveral, testCluster } from "./application";
import { findBrowser } from "./browser";
import { type Counts, countPlaywright, countStep, countVitest, withExitCode } from "./results";

/** One suite: what its heading says, and how it is run. `args` go to its runner. */
export type Suite = {
  title: string;
  run: (shutdown: Shutdown, args: readonly string[]) => Promise<Counts>;
};

/** In the order in which `npm test` runs them: what fails fastest comes first. */
export const suites: Readonly<Record<string, Suite>> = {
  types: { title: "Types", run: checkTypes },
  lint: { title: "Lint and format", run: lint },
  rules: { title: "Dependency rules", run: vitest("architecture") },
  unit: { title: "Unit", run: vitest("unit") },
  integration: {
    title: "Integration, on a real PostgreSQL",
    run: async (shutdown, args) => {
      const { adminUrl } = await testCluster(shutdown);
      return vitest("integration", { LOKUS_TEST_CLUSTER: adminUrl() })(shutdown, args);
    },
  },
  e2e: { title: "End to end, in a real browser", run: browserTests },
  crash: {
    title: "Killed in the middle",
    run: async (shutdown, args) => {
      await generateClient(shutdown.signal);
      await buildForTests(shutdown);
      return vitest("crash")(shutdown, args);
    },
  },
};

async function checkTypes({ signal }: Shutdown): Promise<Counts> {
  await generateClient(signal);
  // The types of the routes, without a build; in the tests' folder, whatever the other one holds.
  const env = await isolatedEnvironment({
    LOKUS_DIST_DIR: testBuildFolder,
    NEXT_TELEMETRY_DISABLED: "1",
  });
  await fs.rm(inProject(testBuildFolder, "types"), { recursive: true, force: true });
  const routes = await runNode(nodeArguments("node_modules/next/dist/bin/next", "typegen"), {
    env,
    signal,
    onLine: () => {},
  });
  if (routes.code !== 0) {
    console.error(routes.output);
    return countStep(false);
  }
  const { code } = await runNode(
    nodeArguments("node_modules/typescript/bin/tsc", "-p", "tests/configs/tsconfig.types.json"),
    { env, signal },
  );
  return countStep(code === 0);
}

async function lint({ signal }: Shutdown): Promise<Counts> {
  const env = await isolatedEnvironment();
  const checks = [
    nodeArguments("node_modules/@biomejs/biome/bin/biome", "check", "."),
    nodeArguments("node_modules/knip/bin/knip.js", "--config", "tests/configs/knip.json"),
  ];
  let clean = true;
  for (const args of checks) {
    const { code } = await runNode(args, { env, signal });
    clean &&= code === 0;
  }
  return countStep(clean);
}

/** The projects of the vitest configuration whose names begin like this. */
function vitest(project: string, settings: ChildEnvironment = {}): Suite["run"] {
  return async ({ signal }, args) => {
    await generateClient(signal);
    const report = await freshReport(project);
    const { code } = await runNode(
      nodeArguments(
        "node_modules/vitest/vitest.mjs",
        "run",
        "--config=tests/configs/vitest.config.ts",
        `--project=${project}*`,
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${report}`,
        ...args,
      ),
      { env: await isolatedEnvironment(settings), signal },
    );
    return withExitCode(countVitest(await readReport(report)), code);
  };
}

async function browserTests(shutdown: Shutdown, args: readonly string[]): Promise<Counts> {
  const { signal } = shutdown;
  await generateClient(signal);
  const browser = await findBrowser(signal);
  // One for each that tests at a time. More than four would mostly wait for their browsers.
  const applications = await serveSeveral(shutdown, Math.min(availableParallelism(), 4));
  const report = await freshReport("e2e");
  const { code } = await runNode(
    nodeArguments(
      "node_modules/@playwright/test/cli.js",
      "test",
      "--config=tests/configs/playwright.config.ts",
      ...args,
    ),
    {
      env: await isolatedEnvironment({
        LOKUS_E2E_APPLICATIONS: JSON.stringify(
          applications.map(({ url, settings, adminUrl, database, log }) => ({
            ...settings,
            LOKUS_E2E_URL: url,
            LOKUS_E2E_ADMIN_URL: adminUrl,
            LOKUS_E2E_DATABASE: database,
            LOKUS_E2E_LOG: log,
          })),
        ),
        LOKUS_E2E_BROWSER: browser,
        LOKUS_E2E_REPORT: report,
      }),
      signal,
    },
  );
  await Promise.all(applications.map(({ stop }) => stop()));
  return withExitCode(countPlaywright(await readReport(report)), code);
}

/** Where a runner is to write its report. What an earlier run wrote there is removed. */
async function freshReport(name: string): Promise<string> {
  const file = inProject("tests/.output", `${name}.json`);
  await fs.mkdir(path.dirname(file), { recursive: true });
  await fs.rm(file, { force: true });
  return file;
}

async function readReport(file: string): Promise<unknown> {
  try {
    return JSON.parse(await fs.readFile(file, "utf8"));
  } catch {
    return undefined;
  }
}
