import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import {
  type BrowserContext,
  test as base,
  type Cookie,
  expect,
  type Page,
} from "@playwright/test";
import type axe from "axe-core";
import pg from "pg";

/** The demo's public password. */
export const DEMO_PASSWORD = "lokus-demo";

export const ROLES = {
  staff: "staf@lokus.test",
  facilitator: "fasilitator1@lokus.test",
  participant: "peserta01@lokus.test",
} as const;
export type Role = keyof typeof ROLES;

/** What a browser says that no page of ours may make it say. */
function listen(page: Page, problems: string[]): void {
  page.on("console", (message) => {
    if (message.type() !== "error") return;
    // What the one door refuses it answers, and the page says so; the browser calls it an error.
    const refused = /status of 4\d\d/.test(message.text());
    const { pathname } = new URL(message.location().url || page.url(), "http://nowhere.invalid");
    if (refused && pathname === "/api/commands") return;
    // A stream ends with its session, and the page that is just being left asks for it once more.
    if (/status of 401/.test(message.text()) && pathname.endsWith("/live")) return;
    problems.push(`${page.url()}: ${message.text()} (${pathname})`);
  });
  page.on("pageerror", (error) => problems.push(`${page.url()}: ${error.message}`));
}

interface Fixtures {
  /** A browser of its own, signed in. */
  signedIn(login: string): Promise<Page>;
  /** Rows, read as the owner: ids that a test needs, and what the application wrote. */
  rows<Row extends object>(sql: string, values?: unknown[]): Promise<Row[]>;
  /** Errors that a test provokes on purpose; everything else fails it. */
  expectProblem(pattern: RegExp): void;
}

export const test = base.extend<Fixtures & { problems: string[]; expected: RegExp[] }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
  expected: async ({}, use) => {
    await use([]);
  },
  problems: async ({ expected }, use) => {
    const problems: string[] = [];
    await use(problems);
    expect(
      problems.filter((problem) => !expected.some((pattern) => pattern.test(problem))),
      "errors in the browser's console",
    ).toEqual([]);
  },
  expectProblem: async ({ expected }, use) => {
    await use((pattern) => expected.push(pattern));
  },
  page: async ({ page, problems }, use) => {
    listen(page, problems);
    await use(page);
  },
  signedIn: async ({ browser, baseURL, problems }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (login) => {
      const context = await browser.newContext({ baseURL, locale: "id-ID" });
      contexts.push(context);
      context.on("page", (page) => listen(page, problems));
      await signIn(context, login);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
  rows: async ({}, use) => {
    const client = new pg.Client({ connectionString: process.env.MIGRATION_DATABASE_URL });
    await client.connect();
    await use(async <Row extends object>(sql: string, values: unknown[] = []) => {
      const result = await client.query<Row>(sql, values);
      return result.rows;
    });
    await client.end();
  },
});

export { expect };

/** The session cookies of who has signed in before; a password takes a tenth of a second of a core. */
const sessions = new Map<string, Cookie[]>();

/** Signs in without the form, which has tests of its own. */
export async function signIn(context: BrowserContext, login: string): Promise<void> {
  const known = sessions.get(login);
  if (known) {
    await context.addCookies(known);
    if ((await context.request.get("/api/assignments")).status() !== 401) return;
  }
  const csrf = await context.request.get("/api/auth/csrf");
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const response = await context.request.post("/api/auth/callback/credentials", {
    form: { csrfToken, login, password: DEMO_PASSWORD, json: "true" },
  });
  expect(response.status(), `signing in as ${login}`).toBe(200);
  const cookies = await context.cookies();
  sessions.set(
    login,
    cookies.filter(({ name }) => name.endsWith("session-token")),
  );
}

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Every page of a browser has axe from its beginning: for who examines many. */
export const bringAxe = (page: Page) => page.addInitScript(AXE);

/** What a theme can change and a width can, of the rules below. */
export const LOOKS = ["color-contrast", "link-in-text-block", "scrollable-region-focusable"];

/**
 * Nothing that axe finds wrong, by WCAG 2.1 A and AA.
 *
 * @param rules of a page that was examined whole already: those alone
 */
export async function expectAccessible(page: Page, rules?: readonly string[]): Promise<void> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const violations = await page.evaluate(async (rules) => {
    // After a step within the application the title comes a moment after the page.
    for (let frame = 0; frame < 300 && document.title === ""; frame += 1) {
      await new Promise(requestAnimationFrame);
    }
    // Half-way from one theme to the other, or into a dialog, no colour is the one that was meant.
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
    }
    const found = await (window as unknown as { axe: typeof axe }).axe.run(
      // The rows of a table are made alike; to examine eight of 54 takes a fraction of the time.
      { exclude: [["tbody > tr:nth-child(n + 9)"]] },
      {
        runOnly: rules
          ? { type: "rule", values: [...rules] }
          : ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"],
        resultTypes: ["violations"],
      },
    );
    return found.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(" | ")}`,
    );
  }, rules);
  expect(violations, `axe on ${page.url()}`).toEqual([]);
}

/** The page has one heading of the first level. Asked of the page itself: many pages are asked. */
export async function expectOneHeading(page: Page): Promise<void> {
  const count = await page.evaluate(() => document.querySelectorAll("h1").length);
  expect(count, `headings of the first level on ${page.url()}`).toBe(1);
}

/** The page does not scroll sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `sideways scroll on ${page.url()}`).toBeLessThanOrEqual(0);
}
