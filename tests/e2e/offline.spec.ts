import type { BrowserContext, Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from "./fixtures";

/** What a phone does with work that has not reached the server. */

const PHONE = { width: 360, height: 740 };
/** What a browser says of every request that finds no way out. */
const NO_SIGNAL =
  /ERR_(INTERNET_DISCONNECTED|FAILED|NETWORK_CHANGED)|Failed to fetch|Load failed|NetworkError/;

async function openEvaluation(page: Page): Promise<void> {
  await page.goto("/tasks");
  await page.getByRole("link", { name: /^(Mulai|Lanjutkan) Evaluasi/ }).click();
  await page.waitForURL(/\/evaluate$/);
  await expect(page.getByRole("button", { name: "Kirim Evaluasi" })).toBeVisible();
}

/** Whose key this browser holds, and how many drafts lie in it. */
function deviceOf(page: Page): Promise<{ keys: number; drafts: number }> {
  return page.evaluate(async () => {
    const request = indexedDB.open("lokus");
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const count = (name: string) =>
      new Promise<number>((resolve) => {
        const counted = database.transaction(name).objectStore(name).count();
        counted.onsuccess = () => resolve(counted.result);
      });
    const counts = { keys: await count("keys"), drafts: await count("drafts") };
    database.close();
    return counts;
  });
}

async function leaveAndAsk(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Akun dan tampilan" }).first().click();
  await page.getByRole("button", { name: "Keluar", exact: true }).click();
}

test("a shared phone asks before signing out, and shows the next person nothing", async ({
  signedIn,
  expectProblem,
}) => {
  test.setTimeout(90_000);
  expectProblem(NO_SIGNAL);
  const page = await signedIn("peserta12@lokus.test");
  const context: BrowserContext = page.context();
  await page.setViewportSize(PHONE);
  await openEvaluation(page);
  await context.setOffline(true);
  const summary = page.locator('textarea[name="summary"]');
  await summary.fill("Ditulis tanpa sinyal di kantor lokus.");
  await expect(page.getByText(/menunggu sinyal/i).first()).toBeVisible();

  // With signal but unsent: the server does not answer what the phone sends.
  await page.route("**/api/commands", (route) => route.abort());
  await context.setOffline(false);
  await leaveAndAsk(page);
  const dialog = page.getByRole("dialog", { name: "Ada yang belum terkirim" });
  await expect(dialog.getByRole("listitem").filter({ hasText: "Evaluasi" })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: "Unduh salinan" }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const copy = Buffer.concat(chunks).toString("utf8");
  expect(copy).toContain("Evaluasi");
  expect(copy).toContain("Ditulis tanpa sinyal di kantor lokus.");
  await dialog.getByRole("button", { name: "Kirim sekarang" }).click();
  // The open form is given a while to send what it holds itself.
  await expect(dialog.getByRole("alert")).toBeVisible({ timeout: 20_000 });

  // Left locked on the phone: the next person sees none of it.
  await dialog.getByRole("button", { name: "Keluar, simpan terkunci di HP ini" }).click();
  await page.waitForURL("**/sign-in**");
  expect(await deviceOf(page)).toMatchObject({ keys: 0 });
  await page.unroute("**/api/commands");
  await signIn(context, "peserta32@lokus.test");
  await openEvaluation(page);
  await expect(page.getByText("Ditulis tanpa sinyal di kantor lokus.")).toHaveCount(0);
  await expect(summary).not.toHaveValue("Ditulis tanpa sinyal di kantor lokus.");
  // What the open page asks for between two people is refused.
  expectProblem(/status of 401/);
  await context.clearCookies();

  // And the first one finds it again.
  await signIn(context, "peserta12@lokus.test");
  await openEvaluation(page);
  await expect(summary).toHaveValue("Ditulis tanpa sinyal di kantor lokus.");
  await expect(page.getByText(/diterima server/i).first()).toBeVisible();
});
