import type { Page, Route } from "@playwright/test";
import { photo } from "../support/files";
import { expect, test } from "./fixtures";
import { giveReturnedWork } from "./given-work";
import { StageFormPage } from "./pages/stage-form-page";

/** A line that carries everything to the server, and tells the phone nothing of it, or says it twice. */

/** What a browser says of an answer that never came, and of one that is none of Lokus. */
const NO_ANSWER = /ERR_FAILED|Failed to (load|fetch)|status of (409|503)/;

/** How the server answers commands: not at all, as a proxy before it, or so that the first answer is lost. */
type Server = "away" | "starting" | "answers_lost";

/** Everything arrives twice. The first answer to each command, and to the first part of a file, is lost. */
async function spoil(page: Page) {
  const heard = new Map<string, number>();
  const times = (key: string) => {
    heard.set(key, (heard.get(key) ?? 0) + 1);
    return heard.get(key) ?? 0;
  };
  const twice = async (route: Route) => {
    await route.fetch();
    return route.fetch();
  };
  /** How many commands of a kind the phone has been told of. */
  const told = new Map<string, number>();
  const line = { server: "answers_lost" as Server, heard, told };
  await page.route("**/api/commands", async (route) => {
    if (line.server === "away") return route.abort("connectionrefused");
    if (line.server === "starting") {
      return route.fulfill({ status: 503, contentType: "text/html", body: "<h1>503</h1>" });
    }
    const sent = route.request().postDataJSON() as { commandId: string; type: string };
    const first = times(sent.commandId) === 1;
    const response = await twice(route);
    if (first) return route.abort();
    await route.fulfill({ response });
    told.set(sent.type, (told.get(sent.type) ?? 0) + 1);
  });
  await page.route(/\/api\/uploads(\/|$)/, async (route) => {
    const method = route.request().method();
    if (times(method) === 1) {
      await route.fetch();
      return route.abort();
    }
    // Of the same part twice the second one comes too late: it is said where the file stands.
    return route.fulfill({ response: await twice(route) });
  });
  return line;
}

test("with every answer lost once and every request sent twice, all of it happens once", async ({
  signedIn,
  rows,
  expectProblem,
}) => {
  test.setTimeout(180_000);
  expectProblem(NO_ANSWER);
  const work = await giveReturnedWork({ rows, signedIn }, "peserta10@lokus.test", [
    { fieldPath: "summary", text: "Simpulan belum memuat pelajaran bagi unit Anda." },
    { fieldPath: null, text: "Tambahkan foto dari loket." },
  ]);
  const { page } = work;
  await page.setViewportSize({ width: 360, height: 740 });
  const form = new StageFormPage(page);
  await form.open(work.id, "evaluate");
  const line = await spoil(page);
  const happened = (type: string) =>
    rows<{ command: string; payload: { answered?: boolean } }>(
      `SELECT command_id AS command, payload FROM audit_events
        WHERE actor_id = $1 AND type = $2 AND at > now() - interval '1 hour' ORDER BY at`,
      [work.person, type],
    );
  const revisions = () =>
    rows<{ content: typeof work.evaluation }>(
      "SELECT content FROM revisions WHERE assignment_id = $1 ORDER BY number",
      [work.id],
    );
  const once = (events: readonly { command: string }[]) =>
    expect(new Set(events.map(({ command }) => command)).size).toBe(events.length);

  const summary = `${work.evaluation.summary} Ditambahkan di loket, di tengah sinyal yang buruk.`;
  const field = page.locator('textarea[name="summary"]');
  await test.step("drafts, ticks and a photo", async () => {
    await field.fill(summary);
    await page.locator("#evidence-add").click();
    const item = page.locator('[data-item="evidence.1"]');
    await item.locator('input[name="evidence.1.kind"][value="PHOTO"]').check();
    await page.locator('textarea[name="evidence.1.caption"]').fill("Papan alur pelayanan");
    await item.locator("input[type=file]:not([capture])").setInputFiles({
      name: "IMG_0010.jpg",
      mimeType: "image/jpeg",
      // More than one part.
      buffer: await photo(10, { width: 1600, height: 1200 }),
    });
    await page.getByRole("checkbox", { name: /Wajah dan identitas/ }).check();
    for (const box of await page.getByRole("checkbox", { name: "Sudah saya jawab" }).all()) {
      await box.check();
    }
    await expect(item.getByText(/^Diterima server · \d+ KB/)).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText(/^Diterima server pukul/).first()).toBeVisible({
      timeout: 60_000,
    });
    const [stage] = await rows<{ draft: typeof work.evaluation }>(
      "SELECT draft FROM stages WHERE assignment_id = $1 AND kind = 'EVALUATE'",
      [work.id],
    );
    expect(stage?.draft.summary).toBe(summary);
    await expect
      .poll(async () => (await happened("stage.reason_answered")).length, { timeout: 30_000 })
      .toBe(2);
    const files = await rows<{ hash: string }>(
      "SELECT hash FROM evidence_files WHERE assignment_id = $1",
      [work.id],
    );
    expect(files).toEqual([{ hash: stage?.draft.evidence[1]?.file?.hash }]);
    const uploads = await rows<{ whole: boolean }>(
      `SELECT "offset" = size AND finished_at IS NOT NULL AS whole FROM uploads WHERE person_id = $1`,
      [work.person],
    );
    expect(uploads).toEqual([{ whole: true }]);
    expect(line.heard.get("PATCH")).toBeGreaterThan(1);
  });

  await test.step("a submission, and its withdrawal", async () => {
    await form.send();
    await expect.poll(async () => (await revisions()).length, { timeout: 60_000 }).toBe(2);
    // Whoever hears of it first, the form or what sends behind it, shows that it is sent.
    await expect(page.getByText("Menunggu penilaian").first()).toBeVisible({ timeout: 60_000 });
    await page.goto(`/tasks/${work.id}`);
    const sent = await revisions();
    expect(sent.map(({ content }) => content.summary)).toEqual([work.evaluation.summary, summary]);
    await page.getByRole("button", { name: "Tarik kembali" }).first().click();
    await expect
      .poll(async () => (await happened("stage.withdrawn")).length, { timeout: 30_000 })
      .toBe(1);
    // Kept until it was answered; then the page says by itself that there is work again.
    await expect.poll(() => line.told.get("WITHDRAW"), { timeout: 30_000 }).toBe(1);
    await expect(page.getByRole("link", { name: /^Perbaiki Evaluasi/ }).first()).toBeVisible({
      timeout: 20_000,
    });
    await expect(page.getByText(/menunggu dikirim dari HP ini/)).toHaveCount(0);
  });

  const again = `${summary} Ditulis lagi sesudah ditarik.`;
  await test.step("three commands wait while the server is killed and started again", async () => {
    await form.open(work.id, "evaluate");
    line.server = "away";
    for (const box of await page.getByRole("checkbox", { name: "Sudah saya jawab" }).all()) {
      await box.uncheck();
    }
    await field.fill(again);
    await page
      .getByRole("button", { name: /^Kirim / })
      .last()
      .click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Ya, kirim" }).click();
    await dialog.getByRole("button", { name: "Baik" }).click({ timeout: 20_000 });
    await expect(page.getByText("3 menunggu dikirim dari HP ini")).toBeVisible();
    line.server = "starting";
    const signal = () => page.evaluate(() => window.dispatchEvent(new Event("online")));
    const refused = page.waitForResponse((response) => response.status() === 503);
    await signal();
    await refused;
    line.server = "answers_lost";
    await signal();
    await expect.poll(async () => (await revisions()).length, { timeout: 60_000 }).toBe(3);
    await expect
      .poll(async () => (await happened("stage.reason_answered")).length, { timeout: 60_000 })
      .toBe(4);
    await expect(page.getByText(/menunggu dikirim dari HP ini/)).toHaveCount(0, {
      timeout: 30_000,
    });
  });

  const sent = await revisions();
  expect(sent.map(({ content }) => content.summary)).toEqual([
    work.evaluation.summary,
    summary,
    again,
  ]);
  const ticks = await happened("stage.reason_answered");
  expect(ticks.map(({ payload }) => payload.answered)).toEqual([true, true, false, false]);
  for (const type of ["stage.draft_saved", "stage.submitted", "stage.withdrawn"]) {
    once(await happened(type));
  }
  once(ticks);
  expect((await happened("stage.withdrawn")).length).toBe(1);
  await page.unrouteAll({ behavior: "ignoreErrors" });
});
