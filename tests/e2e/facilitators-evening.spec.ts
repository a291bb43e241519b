import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./fixtures";

/** An evening of work: who has which innovation, more time for whom, and several approvals at once. */

test("staff propose who guides whom, hold a choice, carry it out and undo it", async ({
  signedIn,
  rows,
}) => {
  test.setTimeout(120_000);
  const [cohort] = await rows<{ id: string }>("SELECT id FROM cohorts WHERE is_demo");
  const state = () =>
    rows<{ id: string; facilitator: string }>(
      `SELECT id, facilitator_id AS facilitator FROM enrolments
       WHERE cohort_id = $1 AND role = 'PARTICIPANT' ORDER BY 1`,
      [cohort?.id],
    );
  // Whoever has no work yet is free to be guided by anybody.
  const [free] = await rows<{ id: string; name: string; facilitator: string }>(
    `SELECT e.id, e.full_name AS name, e.facilitator_id AS facilitator FROM enrolments e
     WHERE e.cohort_id = $1 AND e.role = 'PARTICIPANT' AND e.withdrawn_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.enrolment_id = e.id)
     ORDER BY e.roster_number`,
    [cohort?.id],
  );
  const [other] = await rows<{ id: string }>(
    `SELECT id FROM enrolments WHERE cohort_id = $1 AND role = 'FACILITATOR'
       AND withdrawn_at IS NULL AND id <> $2 ORDER BY id`,
    [cohort?.id, free?.facilitator],
  );
  if (!free || !other) throw new Error("the demo is not as expected");
  const before = await state();
  const page = await signedIn("staf@lokus.test");
  await page.goto(`/cohorts/${cohort?.id}/allocation?kind=facilitator`);
  await page.getByRole("button", { name: `Atur ${free.name}` }).click();
  const rules = page.getByRole("dialog", { name: free.name });
  const [name] = await rows<{ name: string }>(
    "SELECT full_name AS name FROM enrolments WHERE id = $1",
    [other.id],
  );
  const option = rules.getByRole("option", { name: name?.name ?? "", exact: false }).first();
  await rules
    .getByLabel("Fasilitator")
    .selectOption(await option.evaluate((one) => (one as HTMLOptionElement).value));
  await rules.getByRole("button", { name: "Sematkan di sini" }).click();
  await expect(rules).toBeHidden();

  await page.getByRole("button", { name: "Usulkan" }).click();
  await page.waitForURL(/propose=1/);
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole("button", { name: /^Terapkan \d+ perubahan$/ }).click();
  await expect
    .poll(async () => (await state()).find(({ id }) => id === free.id)?.facilitator)
    .toBe(other.id);

  await page.getByRole("button", { name: "Batalkan alokasi" }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: "Batalkan alokasi" }).click();
  await expect.poll(state).toEqual(before);
});

test("a facilitator approves several at once, and takes all of it back", async ({
  signedIn,
  rows,
}) => {
  const page = await signedIn("fasilitator2@lokus.test");
  const decisions = () =>
    rows<{ id: string }>(
      `SELECT d.id FROM review_decisions d JOIN people p ON p.id = d.decided_by_id
       WHERE p.email = 'fasilitator2@lokus.test' ORDER BY d.id`,
    );
  const before = await decisions();
  await page.goto("/reviews");
  await page.getByRole("button", { name: /^Pilih semua yang dapat disetujui bersama/ }).click();
  await page.getByRole("button", { name: "Setujui bersama…" }).click();
  const dialog = page.getByRole("dialog");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: /^Setujui \d+$/ }).click();
  await expect(page.getByText(/\d+ persetujuan berlaku pukul/)).toBeVisible();
  await page.getByRole("button", { name: "Batalkan semuanya" }).click();
  await expect(page.getByText(/\d+ persetujuan dibatalkan/)).toBeVisible();
  expect(await decisions()).toEqual(before);
});

test("staff give everybody more time for a stage, and the participant reads why", async ({
  signedIn,
  rows,
}) => {
  const [cohort] = await rows<{ id: string }>("SELECT id FROM cohorts WHERE is_demo");
  const [task] = await rows<{ id: string; email: string }>(
    `SELECT a.id, p.email FROM assignments a JOIN enrolments e ON e.id = a.enrolment_id
       JOIN people p ON p.id = e.person_id JOIN stages s ON s.assignment_id = a.id
     WHERE a.cohort_id = $1 AND a.cancelled_at IS NULL AND e.withdrawn_at IS NULL
       AND s.kind = 'PLAN' AND s.state = 'OPEN' ORDER BY p.email LIMIT 1`,
    [cohort?.id],
  );
  const reason = "Kantor lokus tutup pada hari pertama.";
  const page = await signedIn("staf@lokus.test");
  await page.goto(`/cohorts/${cohort?.id}/extend`);
  await page.locator('input[name="stage"][value="PLAN"]').check();
  await page.locator('input[name="audience"][value="ALL"]').check();
  const later = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel("Tanggal").fill(later);
  await page.locator('textarea[name="reason"]').fill(reason);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Perpanjang", exact: true }).click();
  await expect(page.getByText(/\d+ peserta mendapat waktu tambahan/)).toBeVisible();
  await expect(page.getByText(reason).last()).toBeVisible();

  const participant = await signedIn(task?.email ?? "");
  await participant.setViewportSize({ width: 360, height: 740 });
  await participant.goto(`/tasks/${task?.id}`);
  await expect(participant.getByText(reason).first()).toBeVisible();
  await expectNoSidewaysScroll(participant);
});
