import { expect, expectAccessible, expectNoSidewaysScroll, ROLES, test } from "./fixtures";
import { places } from "./places";

type Rows = <Row extends object>(sql: string, values?: unknown[]) => Promise<Row[]>;

/** A running cohort of the demo's centre with one facilitator and two who are not in yet. */
async function newCohort(rows: Rows, mark: string): Promise<{ id: string; centerId: string }> {
  const [cohort] = await rows<{ id: string; centerId: string }>(
    `INSERT INTO cohorts (id, center_id, program, name, starts_on, ends_on, time_zone, gate_policy,
       evaluation_rubric_id, transfer_rubric_id, work_rubric_id, grade_bands, spread_threshold, state)
     SELECT gen_random_uuid(), center_id, program, $1, starts_on, ends_on, time_zone, gate_policy,
       evaluation_rubric_id, transfer_rubric_id, work_rubric_id, grade_bands, spread_threshold, 'RUNNING'
     FROM cohorts WHERE is_demo RETURNING id, center_id AS "centerId"`,
    [`Angkatan ${mark}`],
  );
  if (!cohort) throw new Error("the demo is not as expected");
  for (const [number, role] of [
    [1, "FACILITATOR"],
    [2, "PARTICIPANT"],
    [3, "PARTICIPANT"],
  ] as const) {
    await rows(
      `WITH made AS (
         INSERT INTO people (id, display_name, email, updated_at)
         VALUES (gen_random_uuid(), $1, $2, now()) RETURNING id
       )
       INSERT INTO enrolments (id, cohort_id, person_id, role, full_name, agency_id, work_unit,
         position, roster_number, facilitator_id)
       SELECT gen_random_uuid(), $3, made.id, $4::"EnrolmentRole", $1, (SELECT min(id::text)::uuid FROM agencies),
         'Seksi', 'Kepala Seksi', $5,
         CASE WHEN $4 = 'PARTICIPANT' THEN (
           SELECT id FROM enrolments WHERE cohort_id = $3 AND role = 'FACILITATOR') END
       FROM made`,
      [`Orang ${number} ${mark}`, `orang${number}.${mark}@lokus.test`, cohort.id, role, number],
    );
  }
  return cohort;
}

test("from an invitation on paper to the first task", async ({
  signedIn,
  page,
  rows,
  expectProblem,
}) => {
  const mark = `undangan-${Date.now()}`;
  const { id } = await newCohort(rows, mark);
  const staff = await signedIn(ROLES.staff);
  await staff.goto(`/cohorts/${id}/people`);
  await expectAccessible(staff);
  await expectNoSidewaysScroll(staff);
  await staff.getByRole("button", { name: "Undang semua yang belum punya akun (3)" }).click();
  await staff.getByRole("radio", { name: /Lembar cetak/ }).check();
  await expectAccessible(staff);
  await staff.getByRole("button", { name: "Buat undangan" }).click();
  await expect(staff.getByText("Undangan siap")).toBeVisible();
  const line = staff.getByRole("row", { name: new RegExp(`Orang 2 ${mark}`) });
  const link = (await line.getByText(/\/set-password\//).textContent()) ?? "";
  // On paper: a card for each, with a code to scan, and nothing else.
  await staff.emulateMedia({ media: "print" });
  await expect(staff.locator(".sheet-card")).toHaveCount(3);
  await expect(staff.locator(".sheet-card img").first()).toBeVisible();
  await expect(staff.getByRole("heading", { level: 1 })).toBeHidden();
  await staff.emulateMedia({ media: "screen" });
  await staff.getByRole("button", { name: "Selesai" }).click();
  // Links that were neither copied nor printed are not lost without a word.
  await staff
    .getByRole("dialog")
    .getByRole("button", { name: "Tutup", exact: true })
    .last()
    .click();
  await expect(
    staff.getByRole("row", { name: new RegExp(`Orang 2 ${mark}`) }).getByText("Diundang"),
  ).toBeVisible();

  // Whoever has it sets a password of their own.
  await page.goto(link);
  await page.getByLabel("Kata sandi baru", { exact: true }).fill("kuda lumping menari");
  await page.getByLabel("Ulangi kata sandi baru").fill("kuda lumping menari");
  await page.getByRole("button", { name: "Simpan kata sandi" }).click();
  await page.waitForURL("**/sign-in?notice=password-set");
  await page.getByLabel("Surel atau NIP").fill(`orang2.${mark}@lokus.test`);
  await page.getByLabel("Kata sandi").fill("kuda lumping menari");
  await page.getByLabel("Kata sandi").press("Enter");

  // The notice comes first, wherever one would go.
  await page.waitForURL("**/privacy");
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.goto("/tasks");
  await page.waitForURL("**/privacy?next=%2Ftasks");
  await page.getByRole("button", { name: "Saya sudah membaca" }).click();
  await page.waitForURL("**/tasks");
  await page.goto("/privacy");
  await expect(page.getByRole("button", { name: "Saya sudah membaca" })).toBeHidden();

  // Used once.
  await page.context().clearCookies();
  expectProblem(/status of 404/);
  await page.goto(link);
  await expect(page.getByText("Tautan tidak berlaku lagi")).toBeVisible();
  await staff.reload();
  await expect(
    staff.getByRole("row", { name: new RegExp(`Orang 2 ${mark}`) }).getByText("Sudah punya akun"),
  ).toBeVisible();

  // A participant leaves and comes back; a facilitator who guides is replaced first.
  await staff.getByRole("button", { name: `Catat Orang 3 ${mark} keluar dari angkatan` }).click();
  await staff
    .getByRole("button", { name: "Catat keluar dari angkatan", exact: true })
    .last()
    .click();
  await expect(staff.getByText(/Wajib diisi|Terlalu pendek/)).toBeVisible();
  await staff.getByLabel("Alasan").fill("Mutasi jabatan");
  await staff
    .getByRole("button", { name: "Catat keluar dari angkatan", exact: true })
    .last()
    .click();
  await expect(staff.getByText(`Orang 3 ${mark} tercatat keluar dari angkatan.`)).toBeVisible();
  await staff.getByRole("link", { name: /^Keluar dari angkatan/ }).click();
  await staff.getByRole("button", { name: `Kembalikan Orang 3 ${mark}` }).click();
  await expect(staff.getByText(`Orang 3 ${mark} kembali dalam angkatan.`)).toBeVisible();
  await staff.goto(`/cohorts/${id}/people`);
  await staff.getByRole("button", { name: `Catat Orang 1 ${mark} keluar dari angkatan` }).click();
  await staff.getByLabel("Alasan").fill("Tugas lain");
  await staff
    .getByRole("button", { name: "Catat keluar dari angkatan", exact: true })
    .last()
    .click();
  await expect(staff.getByText("Wajib diisi.")).toBeVisible();
});

test("letters that cannot be sent are copied from the outbox", async ({ signedIn, rows }) => {
  const mark = `surat-${Date.now()}`;
  const { id, centerId } = await newCohort(rows, mark);
  const staff = await signedIn(ROLES.staff);
  await staff.goto(`/cohorts/${id}/people`);
  await staff.getByLabel(`Pilih Orang 2 ${mark}`).check();
  await staff.getByRole("button", { name: "Undang yang dipilih (1)" }).click();
  await staff.getByRole("radio", { name: /^Surel/ }).check();
  await staff.getByRole("button", { name: "Buat undangan" }).click();
  await staff.getByRole("link", { name: "Buka kotak keluar" }).click();
  await staff.waitForURL(`**/office/${centerId}/mail`);
  await expectAccessible(staff);
  await staff.getByRole("button", { name: `Tampilkan surat untuk Orang 2 ${mark}` }).click();
  await expect(staff.getByText(/\/set-password\//)).toBeVisible();
  await expectAccessible(staff);
});

test("a centre governs its people", async ({ signedIn, rows }) => {
  const mark = `pusdiklat-${Date.now()}`;
  const { centerId } = await newCohort(rows, mark);
  const staff = await signedIn(ROLES.staff);
  await staff.goto(`/office/${centerId}/people?view=staff`);
  await staff.getByRole("button", { name: "Tambah staf" }).click();
  await staff.getByRole("textbox", { name: "Nama" }).fill(`Staf ${mark}`);
  await staff.getByRole("textbox", { name: "Surel" }).fill("bukan surel");
  await staff.getByRole("button", { name: "Tambah", exact: true }).click();
  await expect(staff.getByText("Alamat surel tidak benar", { exact: false })).toBeVisible();
  await staff.getByRole("textbox", { name: "Surel" }).fill(`staf.${mark}@lokus.test`);
  await staff.getByRole("button", { name: "Tambah", exact: true }).click();
  await expect(staff.getByText(/\/set-password\//)).toBeVisible();
  await staff.keyboard.press("Escape");

  // The last administrator stays one.
  const [self] = await rows<{ id: string }>("SELECT id FROM people WHERE email = $1", [
    ROLES.staff,
  ]);
  await staff.goto(`/office/${centerId}/people/${self?.id}`);
  await staff.getByRole("radio", { name: /Pengamat/ }).check();
  await staff.getByRole("button", { name: "Simpan peran" }).click();
  await expect(staff.getByText("Ini administrator terakhir", { exact: false })).toBeVisible();

  // Two records of one human become one.
  await staff.goto(`/office/${centerId}/people?q=${encodeURIComponent(`Orang 2 ${mark}`)}`);
  await staff.getByRole("link", { name: `Orang 2 ${mark}` }).click();
  await staff.getByRole("link", { name: "Gabungkan orang ganda" }).click();
  await staff.getByRole("searchbox", { name: "Cari catatan ganda" }).fill(`Orang 3 ${mark}`);
  await staff.getByRole("searchbox", { name: "Cari catatan ganda" }).press("Enter");
  await staff.getByRole("link", { name: `Bandingkan dengan Orang 3 ${mark}` }).click();
  await expect(staff.getByText("Yang akan terjadi")).toBeVisible();
  await expectAccessible(staff);
  await staff.getByRole("button", { name: "Gabungkan", exact: true }).click();
  await staff.waitForURL(/\/people\/[0-9a-f-]+$/);
  await expect(staff.getByText(`Orang 3 ${mark}`).first()).toBeVisible();

  // Access to the centre ends at once, and comes back.
  await staff.getByRole("button", { name: "Tutup akses" }).click();
  await staff.getByRole("button", { name: "Tutup akses" }).last().click();
  await expect(staff.getByText(`Akses Orang 2 ${mark} ditutup.`)).toBeVisible();
  await staff.getByRole("button", { name: "Buka akses lagi" }).click();
  await expect(staff.getByText(`Akses Orang 2 ${mark} dibuka.`)).toBeVisible();
});

test("a role is an offer until the person takes it", async ({
  signedIn,
  page,
  rows,
  expectProblem,
}) => {
  const mark = `peran-${Date.now()}`;
  const { centerId } = await newCohort(rows, mark);
  const login = `orang1.${mark}@lokus.test`;
  await rows(
    `UPDATE people SET toured_at = now(),
       password_hash = (SELECT password_hash FROM people WHERE email = $2) WHERE email = $1`,
    [login, ROLES.staff],
  );
  await rows(
    `INSERT INTO privacy_acknowledgements (person_id, version, locale, acknowledged_at)
     SELECT p.id, a.version, 'id', now() FROM people p, privacy_acknowledgements a
     JOIN people s ON s.id = a.person_id WHERE p.email = $1 AND s.email = $2`,
    [login, ROLES.staff],
  );
  const staff = await signedIn(ROLES.staff);
  await staff.goto(`/office/${centerId}/people?view=staff`);
  await staff.getByRole("button", { name: "Tambah staf" }).click();
  await staff.getByRole("textbox", { name: "Nama" }).fill(`Orang 1 ${mark}`);
  await staff.getByRole("textbox", { name: "Surel" }).fill(login);
  await staff.getByRole("radio", { name: /Pengamat/ }).check();
  await staff.getByRole("button", { name: "Tambah", exact: true }).click();
  await expect(staff.getByText(/\/join\//)).toBeVisible();
  await expectAccessible(staff);
  await staff.keyboard.press("Escape");
  await staff.goto(`/office/${centerId}/people?q=${encodeURIComponent(`Orang 1 ${mark}`)}`);
  await expect(staff.getByText("Menunggu diterima")).toBeVisible();
  await staff.getByRole("link", { name: `Orang 1 ${mark}` }).click();
  await staff.getByRole("button", { name: "Buat tautan peran baru" }).click();
  const link = (await staff.getByText(/\/join\//).textContent()) ?? "";
  await staff.keyboard.press("Escape");
  await expectAccessible(staff);
  await expectNoSidewaysScroll(staff);

  // Who is not signed in, and who is somebody else, learn what to do and not whose it is.
  await page.goto(link);
  await expect(page.getByText("Masuk dengan akun Anda", { exact: false })).toBeVisible();
  await expect(page.getByText(mark)).toHaveCount(0);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await staff.goto(link);
  await expect(staff.getByText("tautan ini untuk orang lain", { exact: false })).toBeVisible();
  await expect(staff.getByText(mark)).toHaveCount(0);
  await expect(staff.getByRole("button", { name: "Terima peran" })).toHaveCount(0);
  await expectAccessible(staff);

  const person = await signedIn(login);
  expect((await person.request.get(`/office/${centerId}/people`)).status()).toBe(404);
  await person.setViewportSize({ width: 360, height: 740 });
  await person.goto(link);
  await expect(person.getByText(`Anda masuk sebagai Orang 1 ${mark}`)).toBeVisible();
  await expectAccessible(person);
  await expectNoSidewaysScroll(person);
  await person.getByRole("button", { name: "Terima peran" }).click();
  await person.waitForURL(`**/office/${centerId}`);
  expectProblem(/status of 404/);
  await person.goto(link);
  await expect(person.getByText("Tautan tidak berlaku lagi")).toBeVisible();
});

test("who is kept away by the centre finds nothing of it", async ({ signedIn, rows }) => {
  const all = await places(rows);
  for (const login of ["fasilitator6@lokus.test", "peserta54@lokus.test"]) {
    const { request } = await signedIn(login);
    await rows(
      `INSERT INTO access_suspensions (center_id, person_id, created_by_id)
       SELECT c.center_id, p.id, p.id FROM cohorts c, people p WHERE c.is_demo AND p.email = $1`,
      [login],
    );
    try {
      // At once, with the session that was open before.
      for (const place of all.filter(({ for: roles }) => roles.length < 3)) {
        const response = await request.get(place.path, { maxRedirects: 0 });
        expect(response.status(), `${login} on ${place.path}`).toBe(404);
      }
      const tasks = await request.get("/tasks");
      expect(await tasks.text()).not.toMatch(/\/tasks\/[0-9a-f-]{36}/);
    } finally {
      await rows("DELETE FROM access_suspensions");
    }
  }
});
