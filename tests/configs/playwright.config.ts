import path from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig, devices } from "@playwright/test";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/**
 * The applications under test, as environments: each of those who test at a time has one to itself,
 * with a database of its own. This file is read by each of them too.
 */
const applications = JSON.parse(process.env.LOKUS_E2E_APPLICATIONS ?? "[]") as NodeJS.ProcessEnv[];
Object.assign(process.env, applications[Number(process.env.TEST_PARALLEL_INDEX ?? 0)]);
const { LOKUS_E2E_URL, LOKUS_E2E_BROWSER, LOKUS_E2E_REPORT } = process.env;

/** What looks at the demo as it was seeded: the weight of a page, say, grows with what is in it. */
const untouched = /(access|accessibility|budgets|headers)\.spec\.ts$/;

/** What takes a minute: begun last, it would be waited for alone. */
const long = /(field|from-nothing|story)\.spec\.ts$/;

/** The last list that Chromium is given is the one that counts: these are Playwright's, and one of ours. */
const disabledFeatures = [
  "AvoidCorsURLLoaderRestartOnRedirect",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  // For it each browser's first page begins a process anew, a third of what that page takes. That the header
  // is there, headers.spec.ts holds.
  "CrossOriginOpenerPolicy",
];

export default defineConfig({
  testDir: path.join(root, "tests/e2e"),
  outputDir: path.join(root, "tests/.output/e2e"),
  workers: applications.length || 1,
  // The tests of several files meet in one database; what must not meet uses people of its own.
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  // A test that passes at the second try has found something. It is not hidden.
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [
    ["list"],
    ["json", { outputFile: LOKUS_E2E_REPORT ?? path.join(root, "tests/.output/e2e.json") }],
  ],
  // In this order; each of those who test at a time has come to the end of the first in its database
  // before it begins with the next.
  projects: [
    { name: "as seeded", testMatch: untouched },
    { name: "long", testMatch: long },
    { name: "in use", testIgnore: [untouched, long] },
  ],
  use: {
    ...devices["Desktop Chrome"],
    // The application, its database and the browser are made ready by lib/setup/test.
    baseURL: LOKUS_E2E_URL ?? "http://start-me-with-npm-run-test-e2e.invalid",
    // Nothing on a page takes longer; what is not there is said soon.
    actionTimeout: 15_000,
    // Tests of the field let it in; in the others a page comes from the server or not at all.
    serviceWorkers: "block",
    locale: "id-ID",
    // Half an hour off, and not the server's zone: text that depends on either differs at once.
    timezoneId: "America/St_Johns",
    // A trace takes a fifth of the time; whoever needs one runs the test again with `--trace on`.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: LOKUS_E2E_BROWSER,
      args: [
        // Drawn by the processor anyway; without this it emulates a graphics card first.
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-default-apps",
        "--disable-sync",
        "--no-first-run",
        // V8 parses a script anew when it is asked where in it something stands, and it is asked on every
        // page: a fifteenth of the time.
        "--js-flags=--no-enable-lazy-source-positions",
        `--disable-features=${disabledFeatures.join(",")}`,
        // Chromium's sandbox refuses to run as root.
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ],
    },
  },
});
