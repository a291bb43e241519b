import { expect, expectAccessible, expectNoSidewaysScroll, ROLES, test } from "./fixtures";

test("staff derive a rubric, mend its weights, freeze it, and continue it as a new version", async ({
  signedIn,
  rows,
}) => {
  const page = await signedIn(ROLES.staff);
  const [center] = await rows<{ id: string }>("SELECT center_id AS id FROM cohorts WHERE is_demo");
  const name = `Kriteria Pusdiklat ${Date.now()}`;

  await page.goto(`/office/${center?.id}/rubrics`);
  await page.getByRole("searchbox", { name: "Cari rubrik" }).fill("lima kriteria");
  await page.getByRole("searchbox", { name: "Cari rubrik" }).press("Enter");
  await page.getByRole("link", { name: "Lima kriteria inovasi pelayanan publik" }).click();
  await expect(page.getByText("Memperkenalkan cara, pendekatan")).toBeVisible();
  await page.getByRole("link", { name: "Turunkan rubrik" }).click();

  const nameField = page.getByRole("textbox", { name: "Nama rubrik" });
  await expect(nameField).toHaveValue("Lima kriteria inovasi pelayanan publik (turunan)");
  await nameField.fill("X");
  await page.getByRole("button", { name: "Buat dan tulis kriterianya" }).click();
  await expect(nameField).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("link", { name: /^Nama rubrik: / })).toBeVisible();
  await nameField.fill(name);
  await page.getByRole("button", { name: "Buat dan tulis kriterianya" }).click();
  await page.waitForURL(/\/edit$/);

  // Weights of 99: said at once with what is missing, and refused when it is to be frozen.
  const weights = page.locator('input[name$=".weight"]');
  await expect(weights).toHaveCount(5);
  await weights.first().fill("19");
  await expect(page.getByText("99 dari 100")).toBeVisible();
  await expect(page.getByText("Kurang 1", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Simpan dan bekukan" }).click();
  await expect(page.getByText("Jumlah bobot 99, belum 100. Tambahkan 1 lagi.")).toBeInViewport();
  await expectAccessible(page);

  // A draft may be left incomplete, and is found again as it was written.
  await page.getByRole("button", { name: "Simpan draf" }).click();
  await expect(page.getByText("Draf disimpan.")).toBeVisible();
  await page.reload();
  await expect(page.getByText("99 dari 100")).toBeVisible();

  // The first criterion goes and comes back; the order is changed by the keyboard.
  await page.getByRole("button", { name: "Hapus Kebaruan" }).click();
  await expect(weights).toHaveCount(4);
  await page.getByRole("button", { name: "Urungkan" }).click();
  await expect(weights).toHaveCount(5);
  await page.getByRole("button", { name: "Turunkan Kebaruan" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator('input[name$=".labelId"]').first()).toHaveValue("Efektif");
  await page.locator('input[name="novelty.weight"]').fill("20");
  await expect(page.getByText("Pas 100")).toBeVisible();
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Simpan dan bekukan" }).click();
  await page.waitForURL(/version=1$/);
  await expect(page.getByRole("heading", { name })).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 800 });

  // What is frozen is continued; the new version is a draft with the same content.
  await page.getByRole("button", { name: "Buat versi baru" }).click();
  await page.waitForURL(/\/edit$/);
  await page.locator('input[name="novelty.labelId"]').fill("Unsur kebaruan");
  await page.getByRole("button", { name: "Simpan draf" }).click();
  await expect(page.getByText("Draf disimpan.")).toBeVisible();

  // Side by side with the one before it.
  const [rubric] = await rows<{ id: string; first: string; second: string }>(
    `SELECT r.id, a.id AS first, b.id AS second FROM rubrics r
     JOIN rubric_versions a ON a.rubric_id = r.id AND a.number = 1
     JOIN rubric_versions b ON b.rubric_id = r.id AND b.number = 2 WHERE r.name_id = $1`,
    [name],
  );
  await page.goto(`/office/${center?.id}/rubrics/${rubric?.id}`);
  await page.getByRole("link", { name: "Bandingkan" }).click();
  await page.getByLabel("Versi kedua").selectOption(rubric?.first ?? "");
  await page.getByRole("button", { name: "Bandingkan" }).click();
  await expect(page.getByText("1 berubah, 0 ditambahkan, 0 dihapus, 4 sama.")).toBeVisible();
  await expectAccessible(page);

  // It is used: the demo's cohort chooses it, and the rubric's page says so.
  const [cohort] = await rows<{ id: string }>("SELECT id FROM cohorts WHERE is_demo");
  const chosen = page.getByLabel("Rubrik evaluasi inovasi");
  const choose = async (versionId: string) => {
    await page.goto(`/cohorts/${cohort?.id}/setup`);
    const before = await chosen.inputValue();
    await chosen.selectOption(versionId);
    await page.getByRole("button", { name: "Simpan pengaturan" }).click();
    await expect(page.getByText("Pengaturan tersimpan.")).toBeVisible();
    return before;
  };
  const before = await choose(rubric?.first ?? "");
  await page.goto(`/office/${center?.id}/rubrics/${rubric?.id}?version=1`);
  await expect(page.getByRole("link", { name: /Angkatan Contoh/ })).toBeVisible();
  await choose(before);
});

test("two who edit one draft do not overwrite each other, and lose nothing", async ({
  signedIn,
  rows,
}) => {
  const [center] = await rows<{ id: string }>("SELECT center_id AS id FROM cohorts WHERE is_demo");
  const first = await signedIn(ROLES.staff);
  await first.goto(`/office/${center?.id}/rubrics/new`);
  await first.getByRole("textbox", { name: "Nama rubrik" }).fill(`Rubrik berdua ${Date.now()}`);
  await first.getByRole("textbox", { name: "Sumber atau dasar" }).fill("Kesepakatan fasilitator");
  await first.getByRole("button", { name: "Buat dan tulis kriterianya" }).click();
  await first.waitForURL(/\/edit$/);
  const second = await signedIn(ROLES.staff);
  await second.goto(first.url());

  await first.getByRole("button", { name: "Tambah kriteria" }).click();
  await first.getByRole("textbox", { name: "Nama kriteria" }).fill("Kejelasan");
  await first.getByRole("button", { name: "Simpan draf" }).click();
  await expect(first.getByText("Draf disimpan.")).toBeVisible();

  await second.getByRole("button", { name: "Tambah kriteria" }).click();
  await second.getByRole("textbox", { name: "Nama kriteria" }).fill("Ketepatan");
  await second.getByRole("button", { name: "Simpan draf" }).click();
  await expect(second.getByText("Rubrik ini diubah di tempat lain")).toBeInViewport();
  await expect(second.getByRole("textbox", { name: "Nama kriteria" })).toHaveValue("Ketepatan");

  await first.getByRole("button", { name: "Hapus draf" }).click();
  await first.getByRole("dialog").getByRole("button", { name: "Hapus draf" }).click();
  await first.waitForURL(/\/rubrics$/);
});
