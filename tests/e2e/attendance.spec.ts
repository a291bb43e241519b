import { dayCode, qrToken } from "@/lib/attendance/attendance-code";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./fixtures";

/** An agenda written by clicks, and attendance by scan, by code and by hand. */

interface SessionRow {
  id: string;
  secret: string;
  day: string;
}

/** Minutes after midnight in the demo's zone, which has no summer time. */
function minuteNow(): number {
  return Math.floor(Date.now() / 60_000 + 7 * 60) % 1440;
}
const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

test("a session is written, never over another, and attended in every way", async ({
  signedIn,
  rows,
}) => {
  test.setTimeout(120_000);
  const [cohort] = await rows<{ id: string; today: string }>(
    `SELECT id, (now() AT TIME ZONE time_zone)::date::text AS today FROM cohorts WHERE is_demo`,
  );
  if (!cohort) throw new Error("no demo");
  // What is on today stands in the way of a session of one's own.
  await rows(
    `UPDATE agenda_sessions SET day = day + 1, starts_minute = starts_minute / 60 + 60,
       ends_minute = starts_minute / 60 + 61
     WHERE cohort_id = $1 AND day = $2::date AND NOT EXISTS (
       SELECT 1 FROM attendance_marks m WHERE m.session_id = agenda_sessions.id)`,
    [cohort.id, cohort.today],
  );
  const starts = Math.min(Math.floor(minuteNow() / 15) * 15, 1395);

  const staff = await signedIn("staf@lokus.test");
  await staff.goto(`/cohorts/${cohort.id}/visit?new=${cohort.today}`);
  await staff.getByLabel("Judul sesi").fill("Apel uji kehadiran");
  await staff.getByLabel("Mulai", { exact: true }).selectOption(clock(starts));
  await staff.getByLabel("Selesai", { exact: true }).selectOption(clock(starts));
  await staff.getByLabel("Perangkat daerah").selectOption({ label: "Dinas Sosial" });
  await staff.getByRole("button", { name: "Tambah narasumber" }).click();
  await staff.getByLabel("Nama", { exact: true }).fill("Kepala Dinas Uji");
  await staff.getByRole("button", { name: "Simpan sesi" }).click();
  await expect(staff.getByRole("alert").first()).toContainText("selesai sebelum atau tepat");
  await expect(staff.getByLabel("Judul sesi")).toHaveValue("Apel uji kehadiran");
  await staff.getByLabel("Selesai", { exact: true }).selectOption(clock(starts + 15));
  await expectAccessible(staff);
  await staff.getByRole("button", { name: "Simpan sesi" }).click();
  await expect(staff.getByRole("article").filter({ hasText: "Apel uji kehadiran" })).toBeVisible();

  // The same hour again, for everybody: refused at its field, by the name of what is there.
  await staff.goto(`/cohorts/${cohort.id}/visit?new=${cohort.today}`);
  await staff.getByLabel("Judul sesi").fill("Sesi yang bertabrakan");
  await staff.getByLabel("Mulai", { exact: true }).selectOption(clock(starts));
  await staff.getByLabel("Selesai", { exact: true }).selectOption(clock(starts + 15));
  await staff.getByRole("button", { name: "Simpan sesi" }).click();
  await expect(staff.getByRole("alert").first()).toContainText("Apel uji kehadiran");

  const [session] = await rows<SessionRow>(
    `SELECT id, secret, day::text FROM agenda_sessions WHERE title = 'Apel uji kehadiran'`,
  );
  if (!session) throw new Error("no session");

  // The projector, shown by a facilitator, draws a code and the word to type.
  const facilitator = await signedIn("fasilitator1@lokus.test");
  await facilitator.goto(`/attendance/${session.id}`);
  await facilitator.getByRole("link", { name: "Tampilkan di proyektor" }).click();
  await expect(facilitator.getByRole("img", { name: /Kode QR kehadiran/ })).toBeVisible();
  const word = dayCode(session.secret, session.day);
  await expect(facilitator.getByText(word)).toBeVisible();
  const drawn = facilitator.getByRole("img", { name: /Kode QR kehadiran/ }).locator("path");
  const first = await drawn.getAttribute("d");
  await expect.poll(() => drawn.getAttribute("d"), { timeout: 15_000 }).not.toBe(first);
  await expectAccessible(facilitator);

  // Scanned with a phone.
  const scanner = await signedIn("peserta01@lokus.test");
  await scanner.setViewportSize({ width: 360, height: 740 });
  await scanner.goto(
    `/attend/${session.id}/${qrToken(session.secret, new Date(Date.now() - 60_000))}`,
  );
  await expect(scanner.getByText("Kode ini sudah berganti")).toBeVisible();
  await scanner.goto(`/attend/${session.id}/${qrToken(session.secret, new Date())}`);
  await expectNoSidewaysScroll(scanner);
  await scanner.getByRole("button", { name: "Saya hadir" }).click();
  await expect(scanner.getByText("Kehadiran tercatat")).toBeVisible();
  await scanner.goto("/visit");
  await expectNoSidewaysScroll(scanner);
  await expect(
    scanner.getByRole("article").filter({ hasText: "Apel uji kehadiran" }),
  ).toContainText("Hadir");

  // Typed, wrongly first.
  const typist = await signedIn("peserta02@lokus.test");
  await typist.goto("/visit");
  await typist.getByLabel("Kode sesi").fill("AAAAAA");
  await typist.getByRole("button", { name: "Saya hadir" }).click();
  await expect(typist.getByText("bukan kode sesi Anda hari ini").first()).toBeVisible();
  await typist.getByLabel("Kode sesi").fill(word.toLowerCase());
  await typist.getByRole("button", { name: "Saya hadir" }).click();
  await expect(typist.getByText("Kehadiran tercatat")).toBeVisible();

  // By hand; the sheet counts them all.
  await facilitator.goto(`/attendance/${session.id}`);
  const [third] = await rows<{ name: string }>(
    `SELECT e.full_name AS name FROM enrolments e JOIN people p ON p.id = e.person_id
     WHERE p.email = 'peserta03@lokus.test'`,
  );
  await facilitator
    .getByRole("group", { name: `Kehadiran ${third?.name}` })
    .getByRole("button", { name: "Izin" })
    .click();
  await expect(facilitator.getByText("2 hadir · 1 izin · 0 tidak hadir")).toBeVisible();
  await expectAccessible(facilitator);
  const methods = await rows<{ method: string }>(
    "SELECT method::text FROM attendance_marks WHERE session_id = $1 ORDER BY method",
    [session.id],
  );
  expect(methods.map(({ method }) => method)).toEqual(["CODE", "HAND", "QR"]);

  // The sheet as a file, and the agenda as a calendar; for those of the cohort alone.
  const sheet = await staff.request.get(`/api/cohorts/${cohort.id}/attendance?format=csv`);
  expect(sheet.headers()["content-type"]).toContain("text/csv");
  expect(await sheet.text()).toContain("Apel uji kehadiran");
  const calendar = await scanner.request.get(`/api/cohorts/${cohort.id}/agenda`);
  expect(await calendar.text()).toContain(`UID:session-${session.id}@`);
  const refused = await scanner.request.get(`/api/cohorts/${cohort.id}/attendance`);
  expect(refused.status()).toBe(404);
  expect((await scanner.request.get(`/api/sessions/${session.id}/code`)).status()).toBe(404);

  // A calendar program brings no session: the address is the key.
  await scanner.goto("/visit");
  await scanner.getByText("Agenda di kalender Anda").click();
  const address = await scanner.getByLabel("Alamat untuk ditempel").inputValue();
  const stranger = await facilitator.context().browser()?.newContext();
  const feed = await stranger?.request.get(address);
  expect(await feed?.text()).toContain("Apel uji kehadiran");
  expect((await stranger?.request.get(`${address}x`))?.status()).toBe(404);
  await stranger?.close();
});
