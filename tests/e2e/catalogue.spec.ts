import { readFile } from "node:fs/promises";
import type { Locator } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./fixtures";

/** A centre fills its own catalogue by clicks alone. */

const mark = "Uji Katalog";

/** Fills the fields of a form or dialog by their labels; choices by what they are called. */
async function fill(place: Locator, fields: Record<string, string>) {
  for (const [label, text] of Object.entries(fields)) {
    // In full: "Nama" is not "Nama baru".
    const control = place.getByLabel(new RegExp(`^${label}\\s*(\\(opsional\\))?$`));
    if ((await control.evaluate((element) => element.tagName)) === "SELECT") {
      await control.selectOption({ label: text });
    } else {
      await control.fill(text);
    }
  }
}

test("a region with a unit, innovations, facts and an award is made, found, edited and imported", async ({
  signedIn,
  rows,
}) => {
  test.setTimeout(240_000);
  const page = await signedIn("staf@lokus.test");
  const dialog = page.getByRole("dialog");
  await page.goto("/office");
  const office = new URL(page.url()).pathname;

  await test.step("a region, after being told what is missing", async () => {
    await page.getByRole("link", { name: "Lokus", exact: true }).click();
    await page.getByRole("button", { name: "Tambah daerah" }).click();
    await dialog.getByRole("button", { name: "Simpan", exact: true }).click();
    await expect(dialog.getByText("Wajib diisi.").first()).toBeVisible();
    await expect(dialog.getByLabel("Nama resmi")).toBeFocused();
    await expectAccessible(page);
    await fill(dialog, {
      "Nama resmi": `Pemerintah Kota ${mark}`,
      Sebutan: `Kota ${mark}`,
      Jenis: "Pemerintah kota",
      "Kode wilayah": "32.04",
    });
    await dialog.getByRole("button", { name: "Simpan", exact: true }).click();
    // The founding region has this code; what was typed is still there.
    await expect(dialog.getByText(/sudah ada dalam data bersama/)).toBeVisible();
    await expect(dialog.getByLabel("Sebutan")).toHaveValue(`Kota ${mark}`);
    await dialog.getByLabel("Kode wilayah").fill("99.71");
    await dialog.getByRole("button", { name: "Simpan", exact: true }).click();
    await expect(dialog).toBeHidden();
    await page.getByRole("link", { name: `Kota ${mark}` }).click();
    await expect(page.getByRole("heading", { level: 1, name: `Kota ${mark}` })).toBeVisible();
  });
  const region = page.url();

  await test.step("a unit", async () => {
    await page.getByRole("button", { name: "Tambah perangkat daerah" }).click();
    await fill(dialog, { Nama: "Dinas Sosial", Singkatan: "Dinsos Uji" });
    await dialog.getByRole("button", { name: "Simpan", exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText("Dinsos Uji")).toBeVisible();
  });

  for (const [code, name] of [
    ["SIUJI", "Sistem Uji Katalog"],
    ["SEDUA", "Layanan Kedua"],
  ] as const) {
    await test.step(`the innovation ${code}, with a link and a fact`, async () => {
      await page.goto(region);
      await page.getByRole("link", { name: "Tambah inovasi" }).click();
      const form = page.locator("main form");
      await fill(form, {
        "Perangkat daerah pemilik": "Dinsos Uji – Dinas Sosial",
        "Kode atau akronim": code,
        Ringkasan: "Layanan percobaan yang menguji katalog dari awal sampai akhir.",
        Bentuk: "Pelayanan publik",
        Jenis: "Digital",
        Tahapan: "Uji coba",
        Urusan: "Sosial",
        Kepastian: "Perlu dipastikan: Baru disebut satu sumber; tanyakan saat kunjungan.",
      });
      await form.getByLabel("Nama", { exact: true }).fill(name);
      await form.getByLabel("Sumber", { exact: true }).fill("Kunjungan percobaan");
      await form.getByRole("button", { name: "Tambah tautan" }).click();
      await form.getByLabel("Judul tautan 1").fill("Situs layanan");
      await form.getByLabel("Alamat tautan 1").fill("http://contoh.go.id");
      await page.getByRole("button", { name: "Simpan inovasi" }).click();
      await expect(page.getByText(/Alamat tautan tidak benar/).first()).toBeVisible();
      await form.getByLabel("Alamat tautan 1").fill("https://contoh.go.id/layanan");
      await page.getByRole("button", { name: "Simpan inovasi" }).click();
      await page.waitForURL(/\/innovations\/[\da-f-]{36}$/);
      await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
      await page.getByRole("button", { name: "Tambah fakta" }).click();
      await fill(dialog, {
        Fakta: `${name} melayani sekitar seratus warga.`,
        Sumber: "Wawancara",
        Kepastian: "Diragukan: Sumber tidak selaras; tanyakan saat kunjungan.",
      });
      await dialog.getByRole("button", { name: "Simpan", exact: true }).click();
      await expect(dialog).toBeHidden();
      await expect(page.getByText(`${name} melayani sekitar seratus warga.`)).toBeVisible();
      await expect(page.getByRole("link", { name: "Situs layanan" })).toHaveAttribute(
        "href",
        "https://contoh.go.id/layanan",
      );
      await expectAccessible(page);
    });
  }

  await test.step("an award for one of them", async () => {
    await page.goto(region);
    await page.getByRole("button", { name: "Tambah penghargaan" }).click();
    await fill(dialog, {
      "Nama penghargaan": "Anugerah Katalog",
      Tingkat: "Provinsi",
      Tahun: "2019",
      "Peringkat atau predikat": "Terbaik I",
      "Inovasi yang dihargai": "SIUJI",
      Sumber: "Piagam",
      Kepastian: "Pasti: Beberapa sumber sejalan.",
    });
    await dialog.getByRole("button", { name: "Simpan", exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText("Anugerah Katalog 2019")).toBeVisible();
    await expect(page.getByRole("link", { name: "untuk SIUJI" })).toBeVisible();
    for (const viewport of [
      { width: 360, height: 740 },
      { width: 1440, height: 900 },
    ]) {
      await page.setViewportSize(viewport);
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    }
  });

  await test.step("the catalogue finds them while one types, and keeps it in the address", async () => {
    await page.goto("/innovations");
    await page.getByRole("main").getByRole("searchbox").pressSequentially("uji katalog");
    await expect(page).toHaveURL(/\?q=uji\+katalog$/);
    await expect(page.getByRole("status").getByText("2 inovasi")).toBeVisible();
    await expect(page.getByRole("main").getByRole("searchbox")).toBeFocused();
    await page.getByRole("main").getByRole("searchbox").fill("");
    await page.getByRole("combobox", { name: "Lokus" }).selectOption({ label: `Kota ${mark}` });
    await expect(page).toHaveURL(/\?region=/);
    await page.getByRole("combobox", { name: "Tahapan" }).selectOption({ label: "Uji coba" });
    await expect(page).toHaveURL(/stage=PILOT/);
    await expect(page.getByRole("link", { name: "SIUJI" })).toBeVisible();
    await page.getByRole("link", { name: "Hapus saringan" }).click();
    await expect(page).toHaveURL(/\/innovations$/);
    await expect(page.getByRole("combobox", { name: "Tahapan" })).toHaveValue("");
    await expect(page.getByRole("link", { name: "SLRT", exact: true })).toBeVisible();
  });

  await test.step("one is edited, retired, and taken back by undo", async () => {
    await page.getByRole("link", { name: "SIUJI" }).click();
    await page.getByRole("link", { name: "Ubah", exact: true }).click();
    await page.getByLabel("Manfaat").fill("Warga tidak perlu datang dua kali.");
    await page.getByRole("button", { name: "Simpan inovasi" }).click();
    await page.waitForURL(/\/innovations\/[\da-f-]{36}$/);
    await expect(page.getByText("Warga tidak perlu datang dua kali.")).toBeVisible();
    await page.getByRole("button", { name: "Arsipkan SIUJI" }).click();
    await expect(page.getByText(/tidak ditawarkan lagi/)).toBeVisible();
    await page.getByRole("button", { name: "Urungkan" }).click();
    await expect(page.getByText(/tidak ditawarkan lagi/)).toBeHidden();
  });

  await test.step("two people who edit at once are told", async () => {
    const other = await signedIn("staf@lokus.test");
    await page.goto(region);
    await other.goto(region);
    for (const [who, name] of [
      [other, "Dinas Sosial dan Keluarga"],
      [page, "Dinas Sosial Kota"],
    ] as const) {
      await who.getByRole("button", { name: "Ubah Dinsos Uji" }).click();
      await who.getByRole("dialog").getByLabel("Nama", { exact: true }).fill(name);
    }
    await other.getByRole("button", { name: "Simpan", exact: true }).click();
    await expect(other.getByText("Dinas Sosial dan Keluarga")).toBeVisible();
    await page.getByRole("button", { name: "Simpan", exact: true }).click();
    await expect(dialog.getByText(/diubah orang lain/)).toBeVisible();
    await expect(dialog.getByText(/Dinas Sosial dan Keluarga/)).toBeVisible();
    await dialog.getByRole("button", { name: "Simpan isian saya" }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText("Dinas Sosial Kota")).toBeVisible();
  });

  await test.step("a file adds one and changes one, after every row was shown", async () => {
    await page.goto(`${office}/import/innovations`);
    const waiting = page.waitForEvent("download");
    await page.getByRole("link", { name: "Unduh CSV" }).click();
    const exported = await readFile(await (await waiting).path(), "utf8");
    const lines = exported.split("\r\n");
    const [heading = ""] = lines;
    const mine = lines.find((line) => line.includes("SEDUA")) ?? "";
    const upload = (content: string) =>
      page
        .getByLabel("Berkas")
        .setInputFiles({ name: "inovasi.csv", mimeType: "text/csv", buffer: Buffer.from(content) });
    await upload(`${heading}\r\n${mine.replace("Digital", "Ajaib")}\r\n`);
    await expect(page.getByText("1 perlu diperbaiki")).toBeVisible();
    await expect(page.getByText(/Jenis: Pilihan ini tidak tersedia/)).toBeVisible();
    await expect(page.getByRole("button", { name: "Impor" })).toBeDisabled();
    await expectAccessible(page);
    const changed = mine.replace("Layanan Kedua", "=Layanan Kedua");
    const added = mine.replace("SEDUA", "SETIGA");
    await upload(`${heading}\r\n${changed}\r\n${added}\r\n`);
    await expect(page.getByText("1 ditambahkan, 1 diperbarui")).toBeVisible();
    await page.getByRole("button", { name: "Impor 2 baris" }).click();
    await expect(page.getByText("1 ditambahkan, 1 diperbarui.")).toBeVisible();
  });

  await test.step("one is deleted where it is edited", async () => {
    await page.goto("/innovations?q=SETIGA");
    await page.getByRole("link", { name: "SETIGA" }).click();
    await page.getByRole("link", { name: "Ubah", exact: true }).click();
    await page.getByRole("button", { name: "Hapus SETIGA" }).click();
    await expect(page.getByText("SETIGA dihapus.")).toBeVisible();
    await expect(page).toHaveURL(region);
    await expect(page.getByRole("link", { name: "SETIGA" })).toHaveCount(0);
  });

  const stored = await rows<{ code: string; name: string }>(
    `SELECT i.code, i.name FROM innovations i JOIN host_regions r ON r.id = i.host_region_id
     WHERE r.short_name = $1 ORDER BY i.code`,
    [`Kota ${mark}`],
  );
  expect(stored).toEqual([
    { code: "SEDUA", name: "=Layanan Kedua" },
    { code: "SIUJI", name: "Sistem Uji Katalog" },
  ]);
  // Participants of cohorts that do not visit the region see nothing of it.
  const participant = await signedIn("peserta01@lokus.test");
  await participant.goto("/innovations?q=uji+katalog");
  await expect(participant.getByRole("link", { name: "SIUJI" })).toHaveCount(0);
});

test("the catalogue is searched without JavaScript", async ({ browser, baseURL, signedIn }) => {
  const signed = await signedIn("peserta01@lokus.test");
  const context = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    javaScriptEnabled: false,
    storageState: await signed.context().storageState(),
  });
  const page = await context.newPage();
  await page.goto("/innovations");
  await page.getByRole("main").getByRole("searchbox").fill("perizinan");
  await page.getByRole("combobox", { name: "Jenis" }).selectOption("DIGITAL");
  await page.getByRole("main").getByRole("button", { name: "Cari" }).click();
  await expect(page).toHaveURL(/q=perizinan/);
  await expect(page.getByRole("link", { name: "SAMIRINDU" })).toBeVisible();
  await expect(page.getByRole("link", { name: "SLRT", exact: true })).toHaveCount(0);
  await context.close();
});
