import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./fixtures";

/** Two rate a work without seeing each other, a third settles it, and the participant hears of it when all do. */

const GRADES_PAGE = 60;

test("a second rater sees nothing of the first, staff settle what lies apart, and a grade is told with the release", async ({
  signedIn,
  rows,
}) => {
  test.setTimeout(180_000);
  const [work] = await rows<{
    id: string;
    cohort: string;
    email: string;
    name: string;
    code: string;
    total: number;
    notes: string[];
    place: number;
  }>(
    `SELECT a.id, a.cohort_id AS cohort, p.email, e.full_name AS name, i.code, w.total::float8 AS total,
       ARRAY(SELECT x ->> 'note' FROM jsonb_array_elements(w.scores) x WHERE x ->> 'note' <> '') AS notes,
       (SELECT count(*)::int FROM assignments b JOIN enrolments f ON f.id = b.enrolment_id
        WHERE b.cohort_id = a.cohort_id AND b.cancelled_at IS NULL AND f.withdrawn_at IS NULL
          AND f.roster_number < e.roster_number) AS place
     FROM work_assessments w JOIN assignments a ON a.id = w.assignment_id AND a.cancelled_at IS NULL
     JOIN cohorts c ON c.id = a.cohort_id AND c.is_demo
     JOIN stages s ON s.assignment_id = a.id AND s.kind = 'PLAN' AND s.state = 'APPROVED'
     JOIN enrolments e ON e.id = a.enrolment_id AND e.withdrawn_at IS NULL
     JOIN people p ON p.id = e.person_id JOIN innovations i ON i.id = a.innovation_id
     WHERE w.finalized_at IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM second_ratings r WHERE r.assignment_id = a.id)
     ORDER BY e.roster_number DESC LIMIT 1`,
  );
  const [rater] = await rows<{ email: string; name: string }>(
    `SELECT p.email, e.full_name AS name FROM enrolments e JOIN people p ON p.id = e.person_id
     WHERE e.cohort_id = $2 AND e.role = 'FACILITATOR' AND NOT p.id = ANY (work_reviewers($1))
       AND e.id <> (SELECT o.facilitator_id FROM assignments a JOIN enrolments o ON o.id = a.enrolment_id
                    WHERE a.id = $1)
     ORDER BY p.email DESC LIMIT 1`,
    [work?.id, work?.cohort],
  );
  if (!work || !rater) throw new Error("the demo is not as expected");
  const grades = `/cohorts/${work.cohort}/grades?page=${Math.floor(work.place / GRADES_PAGE) + 1}`;
  const staff = await signedIn("staf@lokus.test");
  await staff.goto(grades);
  const row = staff.getByRole("row").filter({ hasText: work.name }).filter({ hasText: work.code });
  await staff.getByLabel(`Pilih ${work.name}, ${work.code}`).check();
  await staff.getByLabel("Penilai kedua").first().selectOption({ label: rater.name });
  await staff.getByRole("button", { name: "Tetapkan untuk 1 karya" }).click();
  await expect(row).toContainText(rater.name);
  // While one of the two has not finished, neither number is told.
  const first = work.total.toFixed(2).replace(".", ",");
  await expect(row).not.toContainText(first);

  const second = await signedIn(rater.email);
  await second.goto("/reviews/second");
  await second.getByRole("link", { name: work.name }).first().click();
  await second.waitForURL(`**/reviews/${work.id}/second`);
  const form = second.locator('input[name^="score-"]');
  await expect(form.first()).toBeEditable();
  const shown = await second.content();
  for (const told of [first, ...work.notes]) expect(shown).not.toContain(told);
  // A whole number stands in ids and paths too: as a total, and by itself in what can be read.
  const total = String(work.total).replace(".", "\\.");
  expect(shown).not.toMatch(new RegExp(`total\\\\?":${total}\\b`));
  await expect(second.locator("main")).not.toContainText(
    new RegExp(`(?<![\\d.,])${total}(?![\\d.,])`),
  );
  await expectAccessible(second);
  for (const field of await form.all()) await field.fill("30");
  await form.first().fill("101");
  await expect(second.getByText("Isi dengan bilangan bulat dari 0 sampai 100.")).toBeVisible();
  await expect(second.getByRole("button", { name: "Selesai menilai" })).toBeDisabled();
  await form.first().fill("30");
  await second.getByRole("button", { name: "Selesai menilai" }).click();
  await expect(second.getByText("Anda sudah selesai menilai karya ini.")).toBeVisible();

  const participant = await signedIn(work.email);
  const grade = participant.getByRole("region", { name: "Nilai benchmarking" });
  await participant.goto(`/tasks/${work.id}`);
  await expect(participant.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(grade).toBeHidden();

  await staff.goto(grades);
  await expect(row).toContainText("Perlu diskusi");
  await expect(row).toContainText(first);
  await row.getByRole("button", { name: "Moderasi" }).click();
  const dialog = staff.getByRole("dialog");
  await expectAccessible(staff);
  await dialog.getByLabel("Nilai yang disepakati").fill("45,25");
  await dialog.getByLabel("Alasan").fill("Disepakati bersama kedua penilai.");
  await dialog.getByRole("button", { name: "Tetapkan nilai" }).click();
  await expect(dialog).toBeHidden();
  await expect(row).toContainText("45,25");
  // Settled is not told yet.
  await participant.reload();
  await expect(participant.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(grade).toBeHidden();

  await staff.getByRole("button", { name: "Umumkan sekarang" }).click();
  await expect(staff.getByText("Nilai diumumkan.")).toBeVisible();
  await participant.setViewportSize({ width: 360, height: 740 });
  await participant.reload();
  await expect(grade).toContainText("45,25");
  await expectNoSidewaysScroll(participant);
  await staff.getByRole("button", { name: "Tarik kembali" }).click();
  await expect(staff.getByText("Pengumuman ditarik kembali.")).toBeVisible();
  await participant.reload();
  await expect(participant.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(grade).toBeHidden();
});

test("participants say what they would like, and the proposal says why they get it", async ({
  signedIn,
  rows,
}) => {
  test.setTimeout(120_000);
  const [free] = await rows<{ id: string; cohort: string; name: string; email: string }>(
    `SELECT e.id, e.cohort_id AS cohort, e.full_name AS name, p.email
     FROM enrolments e JOIN cohorts c ON c.id = e.cohort_id JOIN people p ON p.id = e.person_id
     WHERE c.is_demo AND e.role = 'PARTICIPANT' AND e.withdrawn_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.enrolment_id = e.id)
     ORDER BY e.roster_number DESC LIMIT 1`,
  );
  // Whoever asks for the place that fewest have gets it.
  const [wanted] = await rows<{ id: string; code: string }>(
    `SELECT i.id, i.code FROM innovations i JOIN assignments a ON a.innovation_id = i.id
     WHERE a.cohort_id = $1 AND a.cancelled_at IS NULL GROUP BY i.id ORDER BY count(*), i.code LIMIT 1`,
    [free?.cohort],
  );
  if (!free || !wanted) throw new Error("the demo is not as expected");
  const allocation = `/cohorts/${free.cohort}/allocation`;
  const staff = await signedIn("staf@lokus.test");
  await staff.goto(allocation);
  await staff.getByRole("button", { name: "Minta pilihan peserta" }).click();
  await expect(staff.getByText(/^Peserta dapat memilih sampai/)).toBeVisible();
  try {
    const participant = await signedIn(free.email);
    await participant.setViewportSize({ width: 360, height: 740 });
    await participant.goto("/tasks");
    await participant.getByRole("link", { name: "Pilih", exact: true }).click();
    await participant.waitForURL(`**/wishes/${free.cohort}`);
    await participant.getByLabel("Pilihan ke-1").selectOption(wanted.id);
    await expectAccessible(participant);
    await expectNoSidewaysScroll(participant);
    await participant.getByRole("button", { name: "Simpan pilihan" }).click();
    await expect(participant.getByText("Pilihan Anda disimpan.")).toBeVisible();

    // Whom the cohort does not ask, has no such page.
    const facilitator = await signedIn("fasilitator1@lokus.test");
    const answer = await facilitator.request.get(`/wishes/${free.cohort}`);
    expect(answer.status()).toBe(404);

    await staff.goto(allocation);
    await staff.getByRole("button", { name: "Usulkan" }).click();
    await staff.waitForURL(/propose=1/);
    const proposed = staff.getByRole("row").filter({ hasText: free.name }).filter({
      hasText: "Pilihan ke-1.",
    });
    await expect(proposed).toContainText(wanted.code);
    await expectNoSidewaysScroll(staff);
  } finally {
    await staff.goto(allocation);
    await staff.getByRole("button", { name: "Berhenti meminta" }).click();
    await expect(staff.getByText("Peserta tidak dimintai pilihan.")).toBeVisible();
    await rows("DELETE FROM allocation_marks WHERE enrolment_id = $1 AND kind = 'WISH'", [free.id]);
  }
});
