import type { Page } from "@playwright/test";
import { photo } from "../support/files";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./fixtures";
import { dueNow, giveWork } from "./given-work";
import { StageFormPage } from "./pages/stage-form-page";

/** What is the matter with phones: clocks that are wrong by days, and no room for anything. */

const NO_SIGNAL = /ERR_(INTERNET_DISCONNECTED|FAILED|NETWORK_CHANGED)|Failed to (load|fetch)/;
const PHONE = { width: 360, height: 740 };
const DAY = 86_400_000;

/** Sends the form without signal, as far as the phone takes the wish. */
async function sendWithoutSignal(page: Page): Promise<void> {
  await page
    .getByRole("button", { name: /^Kirim / })
    .last()
    .click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Ya, kirim" }).click();
  await dialog.getByRole("button", { name: "Baik" }).click({ timeout: 20_000 });
  await expect(page.getByText("Menunggu dikirim").first()).toBeVisible();
}

for (const { email, days, typed, counts } of [
  // Typed in time, and arrived when it was due: its author says so rightly, whatever the phone's clock says.
  { email: "peserta11@lokus.test", days: 5, typed: "in time", counts: "CLAIMED" },
  // Typed too late: a clock that is behind makes nothing of that in time.
  { email: "peserta13@lokus.test", days: -5, typed: "late", counts: "LATE" },
] as const) {
  test(`a phone whose clock is ${days} days off tells the server's time: ${typed} is ${typed}`, async ({
    signedIn,
    rows,
    expectProblem,
  }) => {
    test.setTimeout(120_000);
    expectProblem(NO_SIGNAL);
    const work = await giveWork({ rows, signedIn }, email);
    const { page } = work;
    await page.setViewportSize(PHONE);
    await page.clock.install({ time: Date.now() + days * DAY });
    const form = new StageFormPage(page);
    await form.open(work.id, "evaluate");
    await page
      .locator('textarea[name="summary"]')
      .fill(`${work.evaluation.summary} Dengan sinyal.`);
    await form.saved();
    expect(
      Math.abs((await page.evaluate(() => Date.now())) - Date.now() - days * DAY),
      "the phone's clock is wrong",
    ).toBeLessThan(DAY / 24);
    // What is said of the server is the server's.
    await expect
      .poll(async () => {
        const [saved] = await rows<{ at: string }>(
          `SELECT to_char(s.draft_saved_at AT TIME ZONE c.time_zone, 'HH24.MI') AS at FROM stages s
             JOIN assignments a ON a.id = s.assignment_id JOIN cohorts c ON c.id = a.cohort_id
            WHERE a.id = $1 AND s.kind = 'EVALUATE'`,
          [work.id],
        );
        return page.getByText(`Diterima server pukul ${saved?.at}`).first().isVisible();
      })
      .toBe(true);

    if (typed === "late") await dueNow(rows, work, "1 hour");
    await page.context().setOffline(true);
    const summary = `${work.evaluation.summary} Ditulis dengan jam yang keliru.`;
    await page.locator('textarea[name="summary"]').fill(summary);
    await sendWithoutSignal(page);
    // When it was written stands there by the server's clock too.
    await page.getByRole("button", { name: "Lihat" }).click();
    const [today] = await rows<{ day: string }>(
      `SELECT to_char(now() AT TIME ZONE c.time_zone, 'FMDD') AS day FROM assignments a
         JOIN cohorts c ON c.id = a.cohort_id WHERE a.id = $1`,
      [work.id],
    );
    await expect(
      page
        .getByRole("dialog")
        .getByText(new RegExp(`^Siap dikirim · (\\p{L}+, )?${today?.day} `, "u")),
    ).toBeVisible();
    if (typed === "in time") await dueNow(rows, work, "0 seconds");
    await page.context().setOffline(false);

    const sent = () =>
      rows<{ content: { summary: string }; timeliness: string; off: number; claimed: number }>(
        `SELECT content, timeliness::text, abs(extract(epoch FROM now() - submitted_at))::float8 AS off,
                abs(extract(epoch FROM submitted_at - client_updated_at))::float8 AS claimed
           FROM revisions WHERE assignment_id = $1`,
        [work.id],
      );
    await expect.poll(async () => (await sent()).length, { timeout: 60_000 }).toBe(1);
    const [revision] = await sent();
    expect(revision).toMatchObject({ content: { summary }, timeliness: counts });
    // Seconds: what the phone claims is what happened, and it arrived just now.
    expect(revision?.off).toBeLessThan(600);
    expect(revision?.claimed).toBeLessThan(600);
  });
}

test("a phone without room says that it keeps nothing, and what can reach the server does", async ({
  signedIn,
  rows,
  expectProblem,
}) => {
  test.setTimeout(120_000);
  expectProblem(NO_SIGNAL);
  const work = await giveWork({ rows, signedIn }, "peserta14@lokus.test");
  const { page } = work;
  await page.setViewportSize(PHONE);
  // A browser looks at how much room there is only now and then: here it is told.
  await page.addInitScript(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...args: Parameters<typeof put>) {
      if ("isFull" in window) throw new DOMException("no room", "QuotaExceededError");
      return put.apply(this, args);
    };
  });
  await new StageFormPage(page).open(work.id, "evaluate");
  await page.evaluate(() => Object.assign(window, { isFull: true }));

  const draft = async () => {
    const [stage] = await rows<{ summary: string }>(
      `SELECT draft ->> 'summary' AS summary FROM stages
        WHERE assignment_id = $1 AND kind = 'EVALUATE'`,
      [work.id],
    );
    return stage?.summary;
  };
  const field = page.locator('textarea[name="summary"]');
  const first = `${work.evaluation.summary} Pertama.`;
  await field.fill(first);
  await expect.poll(draft).toBe(first);
  await expect(page.getByText(/^Diterima server pukul/).first()).toBeVisible();

  await page.context().setOffline(true);
  const second = `${first} Kedua.`;
  await field.fill(second);
  await expect(
    page.getByText("BELUM tersimpan – HP penuh dan tidak ada sinyal").first(),
  ).toBeVisible();
  await expect(page.getByText("Belum tersimpan di mana pun")).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  // A photo that cannot be kept is not claimed to be.
  await page.locator("#evidence-add").click();
  const item = page.locator('[data-item="evidence.1"]');
  await item.locator('input[name="evidence.1.kind"][value="PHOTO"]').check();
  await item.locator("input[type=file]:not([capture])").setInputFiles({
    name: "IMG_0014.jpg",
    mimeType: "image/jpeg",
    buffer: await photo(14),
  });
  await expect(item.getByText(/HP ini tidak dapat menyimpan berkasnya/)).toBeVisible();
  await item.getByRole("button", { name: /^Hapus/ }).click();
  await sendWithoutSignal(page);
  await expect(page.getByText(/Isian hanya ada di halaman ini/).first()).toBeVisible();
  await expect(
    page.getByText(/di HP ini dan terkirim|aman di HP ini|Tersimpan di HP/i),
  ).toHaveCount(0);
  // Who would leave is asked.
  const asked = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe("beforeunload");
  await question.dismiss();
  await expect(field).toHaveValue(second);

  await page.context().setOffline(false);
  const revisions = () =>
    rows<{ summary: string }>(
      "SELECT content ->> 'summary' AS summary FROM revisions WHERE assignment_id = $1",
      [work.id],
    );
  await expect.poll(revisions, { timeout: 60_000 }).toEqual([{ summary: second }]);
  await expect(page.getByRole("button", { name: "Tarik kembali" }).first()).toBeVisible();
  // Nothing older than what was sent is left to be sent.
  await expect(page.getByText(/menunggu dikirim dari HP ini|perlu keputusan Anda/)).toHaveCount(0);
});
