import fs from "node:fs/promises";
import { expect, expectAccessible, expectNoSidewaysScroll, ROLES, test } from "./fixtures";

test("a participant sees what Lokus holds, takes it along, and corrects what is theirs", async ({
  signedIn,
}) => {
  const page = await signedIn("peserta40@lokus.test");
  await page.goto("/account");
  await page.getByRole("link", { name: "Lihat dan unduh data saya" }).click();
  await page.waitForURL(/\/account\/data$/);
  await expect(page.getByRole("heading", { name: "Kepesertaan menurut Pusdiklat" })).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(page);

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Unduh JSON" }).click(),
  ]);
  const own = JSON.parse(await fs.readFile(await download.path(), "utf8"));
  expect(own.identity[0].email).toBe("peserta40@lokus.test");
  expect(own.enrolments).toHaveLength(1);

  // Another address without the password is refused at its field; nothing typed is lost.
  await page.goto("/account");
  const name = page.getByLabel("Nama tampilan");
  const before = await name.inputValue();
  await name.fill(`${before}, S.Sos.`);
  await page.getByLabel("Surel", { exact: false }).first().fill("pindah@contoh.go.id");
  await page.getByRole("button", { name: "Simpan perbaikan" }).click();
  await expect(page.locator("#own-password")).toHaveAttribute("aria-invalid", "true");
  await expect(name).toHaveValue(`${before}, S.Sos.`);
  await page.locator("#own-email").fill("peserta40@lokus.test");
  await page.getByRole("button", { name: "Simpan perbaikan" }).click();
  await expect(page.getByText("Perbaikan disimpan.")).toBeVisible();
  await page.reload();
  await expect(name).toHaveValue(`${before}, S.Sos.`);
  await name.fill(before);
  await page.getByRole("button", { name: "Simpan perbaikan" }).click();
  await expect(page.getByText("Perbaikan disimpan.")).toBeVisible();
});

test("staff take a cohort along, and the log tells of it", async ({ signedIn, rows }) => {
  const page = await signedIn(ROLES.staff);
  const [cohort] = await rows<{ id: string; center: string }>(
    "SELECT id, center_id AS center FROM cohorts WHERE is_demo",
  );
  await page.goto(`/cohorts/${cohort?.id}/setup`);
  await page.getByRole("link", { name: "Unduh salinan data" }).click();
  await page.waitForURL(/\/archive$/);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Unduh salinan (ZIP)" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^lokus-angkatan-contoh.*\.zip$/);
  const bytes = await fs.readFile(await download.path());
  expect(bytes.subarray(0, 2).toString()).toBe("PK");
  expect(bytes.includes("README.md")).toBe(true);
  // Cut off it would lack its end.
  expect(bytes.subarray(-22, -18).toString("latin1")).toBe("PK\u0005\u0006");
  await page.reload();
  await expect(page.getByText("Unduhan terakhir")).toBeVisible();
  await expectAccessible(page);

  await page.goto(`/office/${cohort?.center}`);
  await page.getByRole("link", { name: "Catatan kejadian" }).click();
  await page.waitForURL(/\/audit$/);
  await page.getByLabel("Apa", { exact: true }).selectOption("export.read");
  await page.getByRole("button", { name: "Saring" }).click();
  await page.waitForURL(/what=export\.read/);
  const row = page.getByRole("row").filter({ hasText: "Mengunduh data pribadi" }).first();
  await expect(row).toContainText("Salinan data angkatan");
  await expectAccessible(page);
  const [log] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Unduh Excel" }).click(),
  ]);
  expect(log.suggestedFilename()).toMatch(/^catatan-kejadian-.*\.xlsx$/);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(page);
});
