import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./fixtures";

/** A cohort made by clicks: from nothing, and as a copy with its dates moved. */

const card = (page: Page, name: string) => page.getByRole("region", { name });

test("a cohort is made step by step, mended, started and closed", async ({ signedIn, rows }) => {
  const page = await signedIn("staf@lokus.test");
  await page.goto("/cohorts");
  await page.getByRole("link", { name: "Angkatan baru" }).click();
  await page.getByRole("link", { name: "Mulai dari nol" }).click();

  // The first step, with the slip of a cohort that ends before it begins.
  await page.getByLabel("Program", { exact: true }).fill("PKP");
  await page.getByLabel("Nama angkatan").fill("Angkatan Uji Klik");
  await page.getByLabel("Tanggal mulai").fill("2027-02-01");
  await page.getByLabel("Tanggal selesai").fill("2027-01-15");
  await page.getByRole("button", { name: "Lanjut" }).click();
  await expect(page.getByRole("alert").first()).toContainText("mendahului tanggal mulai");
  await expect(page.getByLabel("Nama angkatan")).toHaveValue("Angkatan Uji Klik");
  await page.getByLabel("Tanggal selesai").fill("2027-05-07");
  await page.getByRole("button", { name: "Lanjut" }).click();

  // The visit, beside the cohort at first.
  await page.getByRole("button", { name: "Tambah kunjungan" }).click();
  await page
    .getByLabel("Lokus", { exact: true })
    .selectOption({ label: "Pemerintah Kabupaten Bandung" });
  await page.getByLabel("Hari pertama").fill("2027-03-08");
  await page.getByLabel("Hari terakhir").fill("2027-06-01");
  await page.getByRole("button", { name: "Lanjut" }).click();
  await expect(page.getByRole("alert").first()).toContainText("di luar masa angkatan");
  await page.getByLabel("Hari terakhir").fill("2027-03-12");
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Lanjut" }).click();

  await page.getByText("Setelah dikirim").click();
  await page.getByText("Tetapkan tenggat bawaan tiap tahap").click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Buat angkatan" }).click();
  await page.waitForURL(/\/cohorts\/[\da-f-]{36}\/setup$/);

  const [made] = await rows<{ id: string; state: string; gate: string; due: unknown }>(
    `SELECT id, state::text, gate_policy::text AS gate, due_dates->'PLAN'->>'date' AS due
     FROM cohorts WHERE name = 'Angkatan Uji Klik'`,
  );
  expect(made).toMatchObject({ state: "DRAFT", gate: "ON_SUBMISSION", due: "2027-03-19" });

  // It lacks participants, and says so instead of starting.
  await expect(card(page, "Yang perlu disiapkan")).toContainText("Belum ada peserta dalam daftar");
  await page.getByRole("button", { name: "Jalankan angkatan" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Jalankan angkatan" }).click();
  await expect(page.getByRole("dialog")).toContainText("paling sedikit harus ada satu kunjungan");
  await page.getByRole("dialog").getByRole("button", { name: "Batal" }).click();

  await page.getByLabel("Ambang sebaran nilai").fill("12");
  await page.getByRole("button", { name: "Simpan pengaturan" }).click();
  await expect(page.getByText("Pengaturan tersimpan.")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Ambang sebaran nilai")).toHaveValue("12");

  // Somebody else changes it meanwhile: nothing is overwritten, nothing typed is lost.
  await rows("UPDATE cohorts SET version = version + 1 WHERE id = $1", [made?.id]);
  await page.getByLabel("Nama angkatan").fill("Angkatan Uji Tabrakan");
  await page.getByRole("button", { name: "Simpan pengaturan" }).click();
  await expect(page.getByText("diubah orang lain sejak Anda membukanya")).toBeVisible();
  await expect(page.getByLabel("Nama angkatan")).toHaveValue("Angkatan Uji Tabrakan");

  // A draft can be put away, and its state is what the list filters by.
  await page.getByRole("button", { name: "Arsipkan" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Arsipkan" }).click();
  await expect(page.getByText("Angkatan diarsipkan.")).toBeVisible();
  await page.goto("/cohorts");
  await expect(page.getByRole("table")).not.toContainText("Angkatan Uji Klik");
  await page.getByRole("link", { name: "Diarsipkan", exact: true }).click();
  await expect(page.getByRole("table")).toContainText("Angkatan Uji Klik");
  await page.getByRole("link", { name: "Angkatan Uji Klik" }).click();
  await page.getByRole("link", { name: "Pengaturan", exact: true }).click();
  await expect(page.getByLabel("Nama angkatan")).toBeDisabled();
});

test("a cohort is copied with all its dates moved by the chosen start", async ({
  signedIn,
  rows,
}) => {
  const page = await signedIn("staf@lokus.test");
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/cohorts/new");
  await expectNoSidewaysScroll(page);
  const [founding] = await rows<{ id: string; start: string; visit: number }>(
    `SELECT c.id, c.starts_on::text AS start, v.starts_on - c.starts_on AS visit
     FROM cohorts c JOIN visits v ON v.cohort_id = c.id WHERE c.is_demo`,
  );
  await page.getByLabel("Angkatan yang disalin").selectOption(founding?.id ?? "");
  await page.getByLabel("Tanggal mulai yang baru").fill("2028-02-07");
  await page.getByRole("button", { name: "Salin", exact: true }).click();
  await page.getByLabel("Nama angkatan").fill("Angkatan Salinan");
  await expect(page.getByLabel("Tanggal mulai")).toHaveValue("2028-02-07");
  await page.getByRole("button", { name: "Lanjut" }).click();
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Lanjut" }).click();
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Buat angkatan" }).click();
  await page.waitForURL(/\/cohorts\/[\da-f-]{36}\/setup$/);
  const [copy] = await rows<{ start: string; visit: number; groups: number; people: number }>(
    `SELECT c.starts_on::text AS start, v.starts_on - c.starts_on AS visit,
       (SELECT count(*)::int FROM groups g WHERE g.cohort_id = c.id) AS groups,
       (SELECT count(*)::int FROM enrolments e WHERE e.cohort_id = c.id) AS people
     FROM cohorts c JOIN visits v ON v.cohort_id = c.id WHERE c.name = 'Angkatan Salinan'`,
  );
  expect(copy).toEqual({ start: "2028-02-07", visit: founding?.visit, groups: 6, people: 0 });
});
