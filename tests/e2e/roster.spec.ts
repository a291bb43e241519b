import path from "node:path";
import type { Route } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./fixtures";

/**
 * An organiser brings in a roster that LibreOffice has written: a NIP in it was kept as a number, and an
 * agency is not known. Seen in the preview, decided, mended, imported; and imported again.
 */

const file = (name: string) => path.resolve(import.meta.dirname, "files", name);

type Rows = <Row extends object>(sql: string, values?: unknown[]) => Promise<Row[]>;

/** A cohort of its own, so that no other test meets these people. */
async function makeCohort(rows: Rows): Promise<string> {
  const [cohort] = await rows<{ id: string }>(
    `INSERT INTO cohorts (id, center_id, program, name, starts_on, ends_on, time_zone, state,
       evaluation_rubric_id, transfer_rubric_id, work_rubric_id, grade_bands)
     SELECT gen_random_uuid(), center_id, program, 'Angkatan impor', starts_on, ends_on, time_zone, 'DRAFT',
       evaluation_rubric_id, transfer_rubric_id, work_rubric_id, grade_bands
     FROM cohorts WHERE is_demo RETURNING id`,
  );
  if (!cohort) throw new Error("there is no demo cohort");
  return cohort.id;
}

async function forget(rows: Rows, cohortId: string): Promise<void> {
  await rows("DELETE FROM enrolments WHERE cohort_id = $1 AND role = 'PARTICIPANT'", [cohortId]);
  await rows("DELETE FROM enrolments WHERE cohort_id = $1", [cohortId]);
  await rows("DELETE FROM groups WHERE cohort_id = $1", [cohortId]);
  await rows("DELETE FROM cohorts WHERE id = $1", [cohortId]);
  await rows("DELETE FROM people WHERE email LIKE '%.impor@contoh.go.id'");
  await rows("DELETE FROM agencies WHERE name = 'Dinas Sosial Kabupaten Antah'");
}

test("a roster written by LibreOffice, mended, imported, and imported again", async ({
  signedIn,
  rows,
}) => {
  test.setTimeout(120_000);
  const cohortId = await makeCohort(rows);
  try {
    const page = await signedIn("staf@lokus.test");
    const row = (number: number) => page.locator(`tr[data-row="${number}"]`);
    const people = async () => {
      const [counted] = await rows<{ count: number }>(
        "SELECT count(*)::int AS count FROM enrolments WHERE cohort_id = $1",
        [cohortId],
      );
      return counted?.count;
    };

    await test.step("from an empty roster to the import", async () => {
      await page.goto(`/cohorts/${cohortId}/roster`);
      await page.getByRole("link", { name: "Impor daftar" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Impor daftar" })).toBeVisible();
    });

    await test.step("every row is shown, the faulty ones with their reason", async () => {
      await page.getByLabel("Pilih berkas").setInputFiles(file("libreoffice-first.xlsx"));
      await expect(page.getByText("judul di baris 4, 8 orang")).toBeVisible();
      await expect(page.locator("tr[data-row]")).toHaveCount(8);
      await expect(row(9)).toContainText("Excel membulatkan angka-angka terakhirnya");
      await expect(row(12)).toContainText("Instansi ini belum dikenal");
      await expect(row(5)).toContainText("Fasilitator");
      await expect(page.getByText("1 baris bukan orang, jadi dilewati.")).toBeVisible();
      await expect(page.getByRole("button", { name: /^Impor/ })).toBeDisabled();
      await expectAccessible(page);
    });

    await test.step("what is undecided is decided, and groups are dealt", async () => {
      await page
        .getByLabel("Dinas Sosial Kabupaten Antah")
        .selectOption({ label: "Jadikan instansi baru (Kabupaten)" });
      await expect(row(12)).not.toContainText("Instansi ini belum dikenal");
      await page.getByLabel("Kelompok", { exact: true }).last().selectOption("deal");
      await page.getByLabel("Jumlah kelompok").fill("2");
      await page.getByLabel("Fasilitator", { exact: true }).last().selectOption("deal");
      await expect(row(7)).toContainText("Kelompok 1");
      await expect(row(7)).toContainText("Suherman");
    });

    await test.step("the faulty rows can be taken along with their reasons", async () => {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Unduh baris bermasalah" }).click(),
      ]);
      // The file of the faulty rows is a roster itself: what is mended in it can be brought in.
      await page.getByLabel("Pilih berkas").setInputFiles(await download.path());
      await expect(page.getByText("judul di baris 1, 1 orang")).toBeVisible();
      await expect(page.locator("tr[data-row]")).toHaveCount(1);
      await expect(row(2)).toContainText("Déwi Anggraéni");
      await expect(
        page.locator("option", { hasText: "Baris 1: Yang perlu diperbaiki · Baris asal" }),
      ).toHaveCount(1);
      await expect(
        page.locator("option", { hasText: "Baris 2: NIP: NIP ini tersimpan sebagai angka" }),
      ).toHaveCount(1);
    });

    await test.step("the mended file is imported, and nothing was before", async () => {
      expect(await people()).toBe(0);
      await page.getByLabel("Pilih berkas").setInputFiles(file("libreoffice-mended.xlsx"));
      await expect(row(9)).not.toContainText("Excel membulatkan");
      await expect(page.getByRole("button", { name: "Unduh baris bermasalah" })).toBeHidden();
      await expect(page.getByRole("button", { name: "Impor 8 orang" })).toBeEnabled();
    });

    await test.step("an answer to an earlier choice does not open the import for a later one", async () => {
      const address = `**/api/cohorts/${cohortId}/roster`;
      const held: Route[] = [];
      await page.route(address, (route) => void held.push(route));
      const openings = page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            let seen = 0;
            new MutationObserver(() => {
              for (const { textContent, disabled } of document.querySelectorAll("button")) {
                if (/^Impor \d/.test(textContent ?? "") && !disabled) seen += 1;
              }
            }).observe(document.body, { subtree: true, childList: true, attributes: true });
            window.addEventListener("looked", () => resolve(seen), { once: true });
          }),
      );
      const asked = page.waitForRequest(address);
      await page.getByLabel("Jumlah kelompok").fill("3");
      await asked;
      const askedAnew = page.waitForRequest(address);
      await page.getByLabel("Jumlah kelompok").fill("2");
      await held.shift()?.continue();
      await askedAnew;
      await page.evaluate(() => window.dispatchEvent(new Event("looked")));
      expect(await openings).toBe(0);
      await held.shift()?.continue();
      await expect(page.getByRole("button", { name: "Impor 8 orang" })).toBeEnabled();
      await page.unroute(address);
    });

    await test.step("what is shown is imported", async () => {
      await page.getByRole("button", { name: "Impor 8 orang" }).click();
      await expect(page.getByText("8 orang baru, 0 diperbarui")).toBeVisible();
      expect(await people()).toBe(8);
    });

    await test.step("the same file again changes nothing", async () => {
      await page.getByLabel("Impor berkas lain").setInputFiles(file("libreoffice-mended.xlsx"));
      await expect(
        page.getByRole("button", { name: "Tidak ada yang perlu diimpor" }),
      ).toBeDisabled();
      await expect(page.getByText("8 tetap")).toBeVisible();
      expect(await people()).toBe(8);
    });

    await test.step("the list shows them, and one is mended by hand", async () => {
      await page.goto(`/cohorts/${cohortId}/roster?q=Rahmat`);
      await expectAccessible(page);
      await page.getByRole("link", { name: "Ubah Rahmat Hidayat, S.Kom." }).click();
      // The list that is left has a search for positions as well.
      await expect(page.getByRole("heading", { level: 1, name: /^Rahmat Hidayat/ })).toBeVisible();
      await expectAccessible(page);
      await page.getByLabel(/^Jabatan/).fill("Kepala Bidang Litbang");
      await page.getByLabel("NIP", { exact: true }).fill("123");
      await page.getByRole("button", { name: "Simpan" }).click();
      await expect(page.getByRole("alert").first()).toContainText("NIP: Jumlah angka tidak sesuai");
      await page.getByLabel("NIP", { exact: true }).fill("19840517 200902 1 004");
      await page.getByLabel("Ketua kelompok ini").check();
      await page.getByRole("button", { name: "Simpan" }).click();
      await expect(page).toHaveURL(new RegExp(`/cohorts/${cohortId}/roster$`));
      const edited = page.getByRole("row").filter({ hasText: "Rahmat Hidayat" });
      await expect(edited).toContainText("Kepala Bidang Litbang");
      await expect(edited).toContainText("Ketua");
    });

    await test.step("several are moved at once", async () => {
      for (const name of ["Ahmad Fauzi, S.Sos.", "Bambang Hermanto"]) {
        await page.getByRole("checkbox", { name: `Pilih ${name}` }).check();
      }
      await expect(page.getByText("2 dipilih")).toBeVisible();
      await page.getByLabel(/^Ke kelompok/).fill("3");
      await page.getByRole("button", { name: "Pindahkan" }).click();
      await expect(page.getByText("2 peserta dipindahkan.")).toBeVisible();
      const moved = page.getByRole("row").filter({ hasText: "Bambang Hermanto" });
      await expect(moved).toContainText("Kelompok 3");
    });

    await test.step("on a phone nothing scrolls sideways", async () => {
      await page.setViewportSize({ width: 360, height: 740 });
      await expectNoSidewaysScroll(page);
      await page.goto(`/cohorts/${cohortId}/roster/import`);
      await page.getByLabel("Pilih berkas").setInputFiles(file("libreoffice-first.xlsx"));
      await expect(page.locator("tr[data-row]")).toHaveCount(8);
      await expectNoSidewaysScroll(page);
    });
  } finally {
    await forget(rows, cohortId);
  }
});

test("a roster is sent, and taken along, by organisers of its centre alone", async ({
  signedIn,
  rows,
  baseURL,
}) => {
  const [cohort] = await rows<{ id: string }>("SELECT id FROM cohorts WHERE is_demo");
  const address = `/api/cohorts/${cohort?.id}/roster`;
  const form = {
    options: JSON.stringify({ intent: "preview", options: {} }),
    file: { name: "a.csv", mimeType: "text/csv", buffer: Buffer.from("Nama;Instansi\nAna;KPU\n") },
  };
  const staff = (await signedIn("staf@lokus.test")).context().request;
  const allowed = await staff.post(address, { multipart: form });
  expect(allowed.status()).toBe(200);
  expect(allowed.headers()["cache-control"]).toContain("no-cache");
  const taken = await staff.get(address);
  expect(taken.headers()).toMatchObject({
    "content-disposition": expect.stringMatching(/^attachment; filename=/),
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  });
  const foreign = { Origin: "https://jahat.test", "Sec-Fetch-Site": "cross-site" };
  expect((await staff.post(address, { multipart: form, headers: foreign })).status()).toBe(403);
  expect((await staff.get(address, { headers: foreign })).status()).toBe(403);
  expect((await staff.post(address, { data: {} })).status()).toBe(415);
  expect((await staff.get(`${address}?kind=pdf`)).status()).toBe(422);
  expect((await staff.get("/api/cohorts/bukan-id/roster")).status()).toBe(404);

  for (const login of ["fasilitator1@lokus.test", "peserta01@lokus.test"]) {
    const other = (await signedIn(login)).context().request;
    expect((await other.post(address, { multipart: form })).status(), login).toBe(404);
    expect((await other.get(address)).status(), login).toBe(404);
  }
  const nobody = await fetch(new URL(address, baseURL));
  expect(nobody.status).toBe(401);
});
