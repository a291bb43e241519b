import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

const PHONE = { width: 360, height: 740 };

/** The evaluation of peserta32. */
async function openEvaluation(page: Page): Promise<void> {
  await page.goto("/tasks");
  await page.getByRole("link", { name: /^(Mulai|Lanjutkan) Evaluasi/ }).click();
  await page.waitForURL(/\/evaluate$/);
  await expect(page.getByRole("button", { name: "Kirim Evaluasi" })).toBeVisible();
}

test("sending too early leads to the first line of what is missing", async ({ signedIn }) => {
  const page = await signedIn("peserta32@lokus.test");
  await page.setViewportSize(PHONE);
  await openEvaluation(page);
  await page.getByRole("button", { name: "Kirim Evaluasi" }).click();
  await expect(page.getByText(/isian perlu diperbaiki/)).toBeInViewport();
});

test("who types far down is led to what ended the session", async ({ signedIn, expectProblem }) => {
  // Whatever is asked after the session has ended.
  expectProblem(/status of 401/);
  const page = await signedIn("peserta32@lokus.test");
  await page.setViewportSize(PHONE);
  await openEvaluation(page);
  await page.context().clearCookies();
  const summary = page.locator('textarea[name="summary"]');
  await summary.fill("Ditulis sesudah sesi berakhir.");
  await page.getByRole("button", { name: "Tersimpan di HP ini – sesi berakhir" }).first().click();
  await expect(page.getByRole("link", { name: "Masuk kembali" })).toBeInViewport();
  await expect(summary).toHaveValue("Ditulis sesudah sesi berakhir.");
});

test("what is pressed stays under the finger while the field above is checked", async ({
  signedIn,
}) => {
  const page = await signedIn("peserta32@lokus.test");
  await page.setViewportSize(PHONE);
  await openEvaluation(page);
  await page.getByRole("button", { name: "Kirim Evaluasi" }).click();
  await expect(page.getByText(/isian perlu diperbaiki/)).toBeInViewport();
  const add = page.locator('[id="strengths-add"]');
  await add.click();
  const strength = page.locator('[name="strengths.0.text"]');
  await expect(strength).toHaveAttribute("aria-invalid", "true");
  await strength.scrollIntoViewIfNeeded();
  const before = await add.boundingBox();
  if (!before) throw new Error("the button is not on the screen");
  await page.mouse.move(before.x + before.width / 2, before.y + before.height / 2);
  // Nothing between the last letter and the press: a quarter of a second later it is checked.
  await strength.fill("Data penerima manfaat dimutakhirkan di desa sendiri.");
  await page.mouse.down();
  // Longer than any check waits.
  await page.waitForTimeout(600);
  const after = await add.boundingBox();
  // Less than a point of the screen is a matter of rounding.
  expect(Math.abs((after?.y ?? Number.NaN) - before.y)).toBeLessThan(1);
  await expect(strength).toHaveAttribute("aria-invalid", "true");
  await page.mouse.up();
  await expect(page.locator('[name="strengths.1.text"]')).toBeFocused();
  await expect(strength).not.toHaveAttribute("aria-invalid", "true");
});

test("two versions of one form come into sight where they are chosen from", async ({
  signedIn,
}) => {
  const first = await signedIn("peserta32@lokus.test");
  const second = await signedIn("peserta32@lokus.test");
  await first.setViewportSize(PHONE);
  await second.setViewportSize(PHONE);
  await openEvaluation(first);
  await openEvaluation(second);
  await first.locator('textarea[name="summary"]').fill("Dari laptop.");
  await expect(first.getByText(/^Diterima server pukul/).first()).toBeVisible();
  await second.locator('textarea[name="summary"]').fill("Dari ponsel.");
  await expect(second.getByText("Isian ini diubah di dua tempat").last()).toBeInViewport();
  // Both wrote it: nobody chooses for the person, and the two can be joined.
  await second.getByRole("button", { name: "Simpan pilihan ini" }).click();
  await expect(second.getByRole("radio", { name: /^Isian saya di sini/ })).toBeFocused();
  await second.getByRole("radio", { name: /^Gabungan keduanya/ }).check();
  await expect(second.getByRole("textbox", { name: "Teks gabungan" })).toHaveValue(
    "Dari ponsel.\n\nDari laptop.",
  );
  await second.getByRole("button", { name: "Simpan pilihan ini" }).click();
  await expect(second.locator('textarea[name="summary"]')).toHaveValue(
    "Dari ponsel.\n\nDari laptop.",
  );
});
