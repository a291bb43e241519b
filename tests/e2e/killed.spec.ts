import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { photo } from "../support/files";
import { evaluationFor } from "./example-evaluation";
import { expect, signIn, test } from "./fixtures";
import { StageFormPage } from "./pages/stage-form-page";

/** A phone's browser that is killed from outside, without a word to any page, and opened again. */

/** Opens the browser of this profile, as the one who was signed in. */
async function openBrowser(profile: string, login: string): Promise<BrowserContext> {
  const { launchOptions, baseURL } = test.info().project.use;
  const context = await chromium.launchPersistentContext(profile, {
    ...launchOptions,
    baseURL,
    serviceWorkers: "allow",
    viewport: { width: 360, height: 740 },
    locale: "id-ID",
  });
  // A browser writes its cookies only now and then; one that was killed may have lost the session.
  await signIn(context, login);
  return context;
}

/** SIGKILL to the browser of a profile, and with it to all that it started. */
async function killBrowser(profile: string, context: BrowserContext): Promise<void> {
  const closed = new Promise((resolve) => context.once("close", resolve));
  const running = execFileSync("ps", ["-A", "-ww", "-o", "pid=,args="], { encoding: "utf8" })
    .split("\n")
    .filter((line) => line.includes(`--user-data-dir=${profile}`));
  const main = running.filter((line) => !line.includes("--type="));
  expect(main.length, "one browser of this profile").toBeGreaterThan(0);
  for (const line of running) {
    const pid = Number.parseInt(line, 10);
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // Ended with its parent.
    }
  }
  await closed;
}

type Rows = <Row extends object>(sql: string, values?: unknown[]) => Promise<Row[]>;

/** The work of somebody to whom an evaluation was sent back, and whom no other test needs. */
async function authorOf(rows: Rows, email: string) {
  const [author] = await rows<{ assignment: string; person: string; revisions: number }>(
    `SELECT a.id AS assignment, p.id AS person, (SELECT count(*)::int FROM revisions r
        WHERE r.assignment_id = a.id) AS revisions
       FROM stages s
       JOIN assignments a ON a.id = s.assignment_id JOIN enrolments e ON e.id = a.enrolment_id
       JOIN people p ON p.id = e.person_id JOIN cohorts c ON c.id = a.cohort_id
      WHERE s.kind = 'EVALUATE' AND s.state = 'RETURNED' AND c.is_demo AND p.email = $1`,
    [email],
  );
  if (!author) throw new Error("the demo is not as expected");
  return { ...author, email };
}

/** A browser on a profile of its own, which outlives it. */
async function withProfile(
  login: string,
  work: (device: {
    page: Page;
    /** Kills it, and opens it again. */
    killed(): Promise<Page>;
  }) => Promise<void>,
): Promise<void> {
  const profile = await mkdtemp(path.join(os.tmpdir(), "lokus-browser-"));
  let context = await openBrowser(profile, login);
  const page = () => context.pages()[0] ?? context.newPage();
  try {
    await work({
      page: await page(),
      killed: async () => {
        await killBrowser(profile, context);
        context = await openBrowser(profile, login);
        return page();
      },
    });
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  }
}

test("a browser killed while somebody types, and while work waits, loses nothing", async ({
  rows,
}) => {
  test.setTimeout(180_000);
  const author = await authorOf(rows, "peserta09@lokus.test");
  await withProfile(author.email, async (device) => {
    let { page } = device;
    await page.goto("/tasks");
    await page.getByRole("button", { name: /^(Siapkan untuk lapangan|Perbarui)$/ }).click();
    await expect(page.getByText(/^per .* · aplikasi .* KB$/)).toBeVisible({ timeout: 20_000 });
    await new StageFormPage(page).open(author.assignment, "evaluate");
    await page.context().setOffline(true);

    // What was called kept is there, and nothing that nobody typed.
    const kept = "Antrean di loket berkurang setelah berkas diperiksa di desa.";
    const more = " Yang berikut ini belum sempat";
    await page.locator('textarea[name="summary"]').fill(kept);
    await expect(page.getByText(/Tersimpan di HP ini/).first()).toBeVisible();
    await page.locator('textarea[name="summary"]').press("End");
    await page.keyboard.type(more, { delay: 5 });
    page = await device.killed();
    await page.context().setOffline(true);
    await new StageFormPage(page).open(author.assignment, "evaluate");
    const found = await page.locator('textarea[name="summary"]').inputValue();
    expect(found.startsWith(kept), found).toBe(true);
    expect(`${kept}${more}`.startsWith(found), found).toBe(true);

    // What was sent without signal leaves by itself, once.
    const evaluation = await evaluationFor(rows, author.assignment);
    await new StageFormPage(page).fill(evaluation);
    await page
      .getByRole("button", { name: /^Kirim / })
      .last()
      .click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Ya, kirim" }).click();
    await dialog.getByRole("button", { name: "Baik" }).click({ timeout: 20_000 });
    await expect(page.getByText("Menunggu dikirim").first()).toBeVisible();
    page = await device.killed();
    await page.goto("/tasks");
    const sent = () =>
      rows<{ content: { summary: string } }>(
        "SELECT content FROM revisions WHERE assignment_id = $1 ORDER BY submitted_at DESC",
        [author.assignment],
      );
    await expect
      .poll(async () => (await sent()).length, { timeout: 60_000 })
      .toBe(author.revisions + 1);
    expect((await sent())[0]?.content.summary).toBe(evaluation.summary);
  });
});

test("a browser killed in the middle of an upload goes on where it was", async ({ rows }) => {
  test.setTimeout(120_000);
  const author = await authorOf(rows, "peserta15@lokus.test");
  await withProfile(author.email, async (device) => {
    let { page } = device;
    await new StageFormPage(page).open(author.assignment, "evaluate");
    await page.locator("#evidence-add").click();
    const item = page.locator("[data-item^='evidence.']").last();
    const at = (await item.getAttribute("data-item")) ?? "";
    await item.locator(`input[name="${at}.kind"][value="PHOTO"]`).check();
    await page.locator(`textarea[name="${at}.caption"]`).fill("Papan alur pelayanan");
    // A line on which the photo takes seconds.
    const line = await page.context().newCDPSession(page);
    await line.send("Network.enable");
    await line.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 50,
      downloadThroughput: -1,
      uploadThroughput: 60 * 1024,
    });
    await item.locator("input[type=file]:not([capture])").setInputFiles({
      name: "IMG_0002.jpg",
      mimeType: "image/jpeg",
      buffer: await photo(77, { width: 3200, height: 2400, quality: 92 }),
    });
    await page.getByRole("checkbox", { name: /Wajah dan identitas/ }).check();
    const uploads = () =>
      rows<{ offset: number; size: number; finished: Date | null }>(
        `SELECT "offset", size, finished_at AS finished FROM uploads WHERE person_id = $1::uuid`,
        [author.person],
      );
    await expect
      .poll(async () => (await uploads())[0]?.offset ?? 0, { timeout: 40_000, intervals: [100] })
      .toBeGreaterThan(0);
    page = await device.killed();
    const [begun, ...others] = await uploads();
    expect(others).toEqual([]);
    expect(begun?.finished).toBeNull();

    // Whatever page is opened: the device remembers what it owes.
    await page.goto("/tasks");
    await expect
      .poll(async () => (await uploads()).map(({ finished }) => finished !== null), {
        timeout: 60_000,
      })
      .toEqual([true]);
    await new StageFormPage(page).open(author.assignment, "evaluate");
    await expect(
      page.locator(`[data-item="${at}"]`).getByText(/^Diterima server · \d+ KB/),
    ).toBeVisible({ timeout: 30_000 });
  });
});
