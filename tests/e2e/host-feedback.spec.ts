import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./fixtures";

/** The host hears back: staff choose and release, somebody without an account reads and answers. */

test("staff release a finding, the host answers it, and a revoked link shows nothing", async ({
  signedIn,
  rows,
  browser,
}) => {
  test.setTimeout(120_000);
  const [cohort] = await rows<{ id: string }>("SELECT id FROM cohorts WHERE is_demo");
  const page = await signedIn("staf@lokus.test");
  await page.goto(`/cohorts/${cohort?.id}/feedback?kind=strength`);
  await expectAccessible(page);
  await page.getByRole("checkbox").first().check();
  await page.getByRole("checkbox").nth(1).check();
  await page.getByRole("button", { name: "Jadikan temuan (2)" }).click();
  const choosing = page.getByRole("dialog");
  const words = "Satu loket untuk semua izin mempercepat layanan.";
  await choosing.getByLabel("Kata-kata untuk lokus").fill(words);
  await choosing.getByRole("button", { name: "Simpan temuan" }).click();
  await expect(choosing).toBeHidden();

  await page.goto(`/cohorts/${cohort?.id}/feedback?view=chosen`);
  const word = page.getByRole("button", { name: "Izinkan" });
  if (await word.isVisible()) {
    await word.click();
    await page.getByRole("dialog").getByLabel("Alasan").fill("Pesertanya sudah menyetujui.");
    await page.getByRole("dialog").getByRole("button", { name: "Izinkan" }).click();
  }
  await page.getByRole("button", { name: "Sampaikan 1 temuan" }).click();
  await expect(page.getByText("Versi 1, 1 temuan", { exact: false })).toBeVisible();

  await page.goto(`/cohorts/${cohort?.id}/feedback?view=links`);
  await page.getByLabel("Untuk siapa").fill("Sekretariat Bappeda");
  await page.getByRole("button", { name: "Buat tautan" }).click();
  const made = page.getByRole("dialog", { name: "Tautan untuk Sekretariat Bappeda" });
  const address = await made.getByRole("textbox").inputValue();
  await made.getByRole("button", { name: "Tutup" }).last().click();

  const guest = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const host = await guest.newPage();
  const { pathname } = new URL(address);
  await host.goto(new URL(pathname, page.url()).href);
  await expect(host.getByText(words)).toBeVisible();
  await expectAccessible(host);
  await expectNoSidewaysScroll(host);
  await host.getByRole("button", { name: "Tanggapan" }).click();
  await host.getByRole("radio", { name: "Sedang dikerjakan" }).check();
  await host.getByLabel("Catatan").fill("<b>Mulai bulan depan</b>");
  await host.getByRole("button", { name: "Kirim tanggapan" }).click();
  await expect(host.getByRole("button", { name: "Kirim tanggapan" })).toHaveCount(0);
  await expect(host.getByText("<b>Mulai bulan depan</b>")).toBeVisible();

  await page.goto(`/cohorts/${cohort?.id}/feedback?view=chosen`);
  await expect(page.getByText("Sedang dikerjakan")).toBeVisible();
  await page.goto(`/cohorts/${cohort?.id}/feedback?view=links`);
  await page.getByRole("button", { name: "Cabut" }).click();
  await expect(page.getByText("Dicabut", { exact: true })).toBeVisible();
  await host.reload();
  await expect(host.getByRole("heading", { name: "Tautan tidak berlaku" })).toBeVisible();
  await guest.close();
});
