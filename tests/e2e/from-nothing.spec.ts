import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import type { BrowserContext, Locator, Page } from "@playwright/test";
import { exampleEvaluation, exampleRubric } from "../support/documents";
import { expect, expectAccessible, test } from "./fixtures";
import { StageFormPage } from "./pages/stage-form-page";

/**
 * A cohort like the founding one, built from nothing by clicks alone: a centre and its staff, a host
 * region with its unit and innovations, 54 participants and 6 facilitators from a file that LibreOffice
 * wrote, groups, a visit, invitations, assignments, and the first submission.
 */

const PASSWORD = "kereta pagi ke Soreang";

/** Makes a platform administrator as whoever installs does, and returns the one-time link that is printed. */
async function makeAdministrator(email: string): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["lib/setup/bootstrap.mjs", "admin", "create", email, "--name", "Administrator Uji"],
    { cwd: path.resolve(import.meta.dirname, "../..") },
  );
  const [link] = /http\S+\/set-password\/\S+/.exec(stdout) ?? [];
  if (!link) throw new Error(`no link was printed: ${stdout}`);
  return link;
}

/** Fills controls by their labels. */
async function fill(place: Page | Locator, fields: Record<string, string>): Promise<void> {
  for (const [label, text] of Object.entries(fields)) {
    const control = place.getByLabel(label, { exact: true });
    const tag = await control.evaluate((element) => element.tagName);
    if (tag === "SELECT") await control.selectOption({ label: text });
    else await control.fill(text);
  }
}

/** From a one-time link to the first page of one's own. */
async function accept(context: BrowserContext, link: string, email: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(link);
  await fill(page, { "Kata sandi baru": PASSWORD, "Ulangi kata sandi baru": PASSWORD });
  await page.getByRole("button", { name: "Simpan kata sandi" }).click();
  await page.waitForURL(/\/sign-in/);
  await page.getByLabel("Surel atau NIP").fill(email);
  await page.getByLabel("Kata sandi").fill(PASSWORD);
  await page.getByLabel("Kata sandi").press("Enter");
  await expect(
    page.getByRole("heading", { level: 1, name: "Pemberitahuan privasi" }),
  ).toBeVisible();
  await page.getByRole("button", { name: /^Saya/ }).click();
  await skipTour(page);
  return page;
}

async function skipTour(page: Page): Promise<void> {
  const tour = page.getByRole("dialog", { name: "Selamat datang di Lokus" });
  // What is answered from now on is the tour, not what was pressed before it came.
  await expect(tour).toBeVisible();
  const noted = page.waitForResponse(
    // The agent of the field tells of itself, at an address of its own.
    (answer) => answer.request().method() === "POST" && !answer.url().includes("/api/"),
  );
  await tour.getByRole("button", { name: "Lewati" }).click();
  await noted;
  await expect(tour).toHaveCount(0);
}

test("the founding cohort is built from nothing, by clicks alone", async ({
  browser,
  baseURL,
  rows,
}) => {
  test.setTimeout(300_000);
  const somebody = () => browser.newContext({ ...(baseURL ? { baseURL } : {}), locale: "id-ID" });
  const contexts = [await somebody(), await somebody(), await somebody()] as const;

  const link = await test.step("the platform administrator makes the centre", async () => {
    const email = "admin@uji.test";
    const admin = await accept(contexts[2], await makeAdministrator(email), email);
    await admin.goto("/admin");
    await admin.getByRole("button", { name: "Tambah Pusdiklat" }).click();
    const dialog = admin.getByRole("dialog");
    await fill(dialog, {
      "Nama Pusdiklat": "Pusdiklat dari Nol",
      "Nama singkat": "Nol",
      "Nama staf pertama": "Staf Uji",
      "Surel staf pertama": "staf@uji.test",
    });
    await dialog.getByRole("button", { name: "Simpan" }).click();
    const shown = admin.getByText(/\/set-password\//);
    await expect(shown).toBeVisible();
    return (await shown.textContent()) ?? "";
  });

  const staff = await accept(contexts[0], link, "staf@uji.test");
  const dialog = staff.getByRole("dialog");

  await test.step("a host region with a unit and two innovations", async () => {
    await staff.getByRole("link", { name: "Kantor" }).first().click();
    await staff.getByRole("link", { name: "Lokus", exact: true }).last().click();
    await staff.getByRole("button", { name: "Tambah daerah" }).click();
    await fill(dialog, {
      "Nama resmi": "Pemerintah Kabupaten Uji Nol",
      Sebutan: "Kab. Uji Nol",
      Jenis: "Pemerintah kabupaten",
    });
    await dialog.getByRole("button", { name: "Simpan" }).click();
    await staff.getByRole("link", { name: "Kab. Uji Nol" }).click();
    await staff.getByRole("button", { name: "Tambah perangkat daerah" }).click();
    await fill(dialog, { Nama: "Dinas Sosial", Singkatan: "Dinsos" });
    await dialog.getByRole("button", { name: "Simpan" }).click();
    await expect(dialog).toBeHidden();
    const region = staff.url();
    for (const [code, name] of [
      ["LAYANAN", "Layanan Terpadu Uji"],
      ["DATA", "Data Terpadu Uji"],
    ] as const) {
      await staff.goto(region);
      await staff.getByRole("link", { name: "Tambah inovasi" }).click();
      await fill(staff.locator("main form"), {
        "Perangkat daerah pemilik": "Dinsos – Dinas Sosial",
        "Kode atau akronim": code,
        Nama: name,
        Ringkasan: "Satu pintu untuk warga yang membutuhkan layanan sosial.",
        Bentuk: "Pelayanan publik",
        Jenis: "Digital",
        Tahapan: "Penerapan",
        Sumber: "Paparan daerah",
      });
      await staff.locator("main form").getByLabel("Kepastian").selectOption("HIGH");
      await staff.getByRole("button", { name: "Simpan inovasi" }).click();
      await expect(staff.getByRole("heading", { level: 1 })).toContainText(name);
    }
  });

  await test.step("the cohort with its visit", async () => {
    await staff.getByRole("link", { name: "Angkatan", exact: true }).first().click();
    await staff.getByRole("link", { name: "Angkatan baru" }).first().click();
    await staff.getByRole("link", { name: "Mulai dari nol" }).click();
    await expect(staff.getByLabel("Nama angkatan")).toBeVisible();
    const day = (offset: number) =>
      new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
    await fill(staff, {
      Program: "Diklatpim IV",
      "Nama angkatan": "Angkatan dari Nol",
      "Tanggal mulai": day(-20),
      "Tanggal selesai": day(60),
    });
    await staff.getByRole("button", { name: "Lanjut" }).click();
    await staff.getByRole("button", { name: "Tambah kunjungan" }).click();
    await fill(staff, {
      Lokus: "Pemerintah Kabupaten Uji Nol",
      "Hari pertama": day(-1),
      "Hari terakhir": day(3),
    });
    await staff.getByRole("button", { name: "Lanjut" }).click();
    await staff.getByRole("button", { name: "Buat angkatan" }).click();
    await staff.waitForURL(/\/cohorts\/[\da-f-]{36}\/setup$/);
  });
  const cohort = new URL(staff.url()).pathname.replace(/\/setup$/, "");

  await test.step("54 participants and 6 facilitators, from a file of LibreOffice", async () => {
    await staff.goto(`${cohort}/roster`);
    await staff.getByRole("link", { name: "Impor daftar" }).click();
    await staff
      .getByLabel("Pilih berkas")
      .setInputFiles(path.resolve(import.meta.dirname, "files/libreoffice-founding.xlsx"));
    await expect(staff.locator("tr[data-row]").first()).toBeVisible();
    // One agency is called otherwise in the file than in the catalogue.
    const unknown = staff.getByLabel("Sekretariat Jenderal Komisi Pemilihan Umum");
    const known = unknown.locator("option", { hasText: "Komisi Pemilihan Umum" }).first();
    await unknown.selectOption((await known.getAttribute("value")) ?? "");
    await staff.getByLabel("Kelompok", { exact: true }).last().selectOption("deal");
    await staff.getByLabel("Jumlah kelompok").fill("6");
    await staff.getByLabel("Fasilitator", { exact: true }).last().selectOption("deal");
    await staff.getByRole("button", { name: "Impor 60 orang" }).click();
    await expect(staff.getByText("60 orang baru, 0 diperbarui")).toBeVisible();
  });
  const cohortId = cohort.split("/")[2];
  const dealt = await rows<{ agency: string; people: number; groups: number; spread: number }>(
    `SELECT ag.short_name AS agency, count(*)::int AS people, count(DISTINCT e.group_id)::int AS groups,
       (SELECT max(n) - min(n) FROM (SELECT count(*)::int AS n FROM enrolments x
         WHERE x.cohort_id = $1 AND x.role = 'PARTICIPANT' GROUP BY x.facilitator_id) y) AS spread
     FROM enrolments e JOIN agencies ag ON ag.id = e.agency_id
     WHERE e.cohort_id = $1 AND e.role = 'PARTICIPANT' GROUP BY ag.id ORDER BY people DESC`,
    [cohortId],
  );
  expect(dealt).toMatchObject([
    { people: 30, groups: 6, spread: 0 },
    { people: 15, groups: 6 },
    { people: 7, groups: 6 },
    { people: 2, groups: 2 },
  ]);

  await test.step("the cohort runs", async () => {
    await staff.goto(`${cohort}/setup`);
    await expectAccessible(staff);
    await staff.getByRole("button", { name: "Jalankan angkatan" }).click();
    await dialog.getByRole("button", { name: "Jalankan angkatan" }).click();
    await expect(dialog).toBeHidden();
  });

  const [invitation] = await test.step("a participant is invited by a link", async () => {
    await staff.goto(`${cohort}/people?q=${encodeURIComponent("Peserta Uji 01")}`);
    await staff.getByRole("checkbox", { name: "Pilih Peserta Uji 01" }).check();
    await staff.getByRole("button", { name: "Undang yang dipilih (1)" }).click();
    await dialog.getByText("Tautan untuk disalin").click();
    await dialog.getByRole("button", { name: "Buat undangan" }).click();
    const text = await staff
      .getByText(/\/set-password\//)
      .first()
      .textContent();
    return /https?:\/\/\S+\/set-password\/\S+/.exec(text ?? "") ?? [""];
  });

  await test.step("one task for one participant", async () => {
    await staff.goto(`${cohort}/assign`);
    await staff.getByRole("checkbox", { name: /^Peserta Uji 01/ }).check();
    await staff.getByRole("checkbox", { name: /Layanan Terpadu/ }).check();
    await staff.getByRole("button", { name: "Buat 1 tugas" }).click();
    const given = () => rows("SELECT 1 FROM assignments WHERE cohort_id = $1", [cohortId]);
    await expect.poll(async () => (await given()).length).toBe(1);
  });

  await test.step("a session of the visit", async () => {
    const [visit] = await rows<{ day: string }>(
      "SELECT to_char(starts_on, 'YYYY-MM-DD') AS day FROM visits WHERE cohort_id = $1",
      [cohortId],
    );
    await staff.goto(`${cohort}/visit?new=${visit?.day}`);
    await staff.getByLabel("Judul sesi").fill("Penerimaan di Dinas Sosial");
    await staff.getByLabel("Mulai", { exact: true }).selectOption("09:00");
    await staff.getByLabel("Selesai", { exact: true }).selectOption("10:00");
    await staff.getByLabel("Perangkat daerah").selectOption({ label: "Dinas Sosial" });
    await staff.getByRole("button", { name: "Simpan sesi" }).click();
    await expect(
      staff.getByRole("article").filter({ hasText: "Penerimaan di Dinas Sosial" }),
    ).toBeVisible();
  });

  await test.step("the participant submits an evaluation", async () => {
    const page = await accept(contexts[1], invitation, "peserta01@uji.test");
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto("/tasks");
    await page
      .getByRole("link", { name: /LAYANAN/i })
      .first()
      .click();
    await page.waitForURL(/\/tasks\/[\da-f-]{36}/);
    const [assignment] = await rows<{ id: string; rubric: string; day: string }>(
      `SELECT a.id, a.evaluation_rubric_id AS rubric, to_char(v.starts_on, 'YYYY-MM-DD') AS day
       FROM assignments a JOIN visits v ON v.cohort_id = a.cohort_id WHERE a.cohort_id = $1`,
      [cohortId],
    );
    if (!assignment) throw new Error("nothing was assigned");
    const criteria = await rows<{ id: string }>(
      "SELECT id FROM criteria WHERE rubric_version_id = $1 ORDER BY sort_order",
      [assignment.rubric],
    );
    const rubric = exampleRubric();
    const form = new StageFormPage(page);
    await form.open(assignment.id, "evaluate");
    await form.fill(
      exampleEvaluation({
        innovationId: "",
        rubric: {
          ...rubric,
          criteria: criteria.map(({ id }, index) => ({
            ...(rubric.criteria[index] ?? rubric.criteria[0]),
            id,
          })) as typeof rubric.criteria,
        },
        visit: { startsOn: assignment.day, endsOn: assignment.day, mode: "ONSITE" },
        today: assignment.day,
      }),
    );
    await form.saved();
    await form.submit();
  });

  await test.step("staff see it on the board", async () => {
    await staff.goto(`${cohort}?q=${encodeURIComponent("Peserta Uji 01")}`);
    await expect(
      staff.getByRole("row", { name: /Peserta Uji 01/ }).getByRole("link", { name: /Menunggu/ }),
    ).toBeVisible();
  });
  for (const context of contexts) await context.close();
});
