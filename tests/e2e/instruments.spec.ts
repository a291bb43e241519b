import type { Page } from "@playwright/test";
import type { StageKind } from "@/lib/assignment/model";
import type { Evaluation } from "@/lib/evaluation/model";
import type { Obstacles } from "@/lib/obstacle/model";
import type { Plan } from "@/lib/plan/model";
import type { Solutions } from "@/lib/solution/model";
import { expect, expectNoSidewaysScroll, test } from "./fixtures";
import { StageFormPage } from "./pages/stage-form-page";

/** The thinking tools, by thumb and by keyboard on a phone: what they show, and what they write. */

const PHONE = { width: 360, height: 740 };

type Rows = <Row extends object>(sql: string, values?: unknown[]) => Promise<Row[]>;

/** The work of somebody in the demo who writes in this stage, and whom no other test needs. */
async function workOf(rows: Rows, email: string, stage: StageKind): Promise<string> {
  const [found] = await rows<{ id: string }>(
    `SELECT a.id FROM stages s JOIN assignments a ON a.id = s.assignment_id
       JOIN enrolments e ON e.id = a.enrolment_id JOIN people p ON p.id = e.person_id
      WHERE p.email = $1 AND s.kind::text = $2 AND s.state = 'OPEN' AND a.cancelled_at IS NULL`,
    [email, stage],
  );
  if (!found) throw new Error("the demo is not as expected");
  return found.id;
}

/** Puts a draft where it would stand if it had been saved; null for none. */
async function putDraft(rows: Rows, assignmentId: string, stage: StageKind, draft: object | null) {
  await rows(
    `UPDATE stages SET draft = $3::jsonb, draft_saved_at = CASE WHEN $3::jsonb IS NULL THEN NULL ELSE now() END
      WHERE assignment_id = $1 AND kind::text = $2`,
    [assignmentId, stage, draft && JSON.stringify(draft)],
  );
}

/** What the server has of a draft. */
async function draftOf<Document>(rows: Rows, assignmentId: string, stage: StageKind) {
  const [row] = await rows<{ draft: Document | null }>(
    "SELECT draft FROM stages WHERE assignment_id = $1 AND kind::text = $2",
    [assignmentId, stage],
  );
  return row?.draft ?? null;
}

/** The names of the obstacles in the order in which the ranking stands beside one of them. */
async function ranked(page: Page, beside: string): Promise<string[]> {
  const rows = page.locator(`[data-item="${beside}"]`).getByRole("region", {
    name: "Urutan prioritas",
  });
  return rows.getByRole("listitem").allInnerTexts();
}

test("an evaluation: one criterion at a time or all, the live total, and evidence tied to a claim", async ({
  signedIn,
  rows,
}) => {
  test.setTimeout(120_000);
  // Work of its own: everybody's evaluation in the demo is somebody's test.
  const email = "peserta49@lokus.test";
  const [who] = await rows<{ enrolment: string; cohort: string; innovation: string }>(
    `SELECT e.id AS enrolment, e.cohort_id AS cohort, i.id AS innovation
       FROM enrolments e JOIN people p ON p.id = e.person_id, innovations i
      WHERE p.email = $1 AND i.center_id IS NULL AND i.code IN ('KLA', 'SILONCER')
        AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.enrolment_id = e.id AND a.innovation_id = i.id)
      ORDER BY i.code LIMIT 1`,
    [email],
  );
  if (!who) throw new Error("the demo is not as expected");
  const { request } = (await signedIn("staf@lokus.test")).context();
  const due = new Date(Date.now() + 30 * 86_400_000).toISOString();
  const given = await request.post("/api/commands", {
    data: {
      commandId: crypto.randomUUID(),
      type: "CREATE_ASSIGNMENTS",
      payload: {
        cohortId: who.cohort,
        enrolmentIds: [who.enrolment],
        innovationIds: [who.innovation],
        dueAt: { EVALUATE: due, OBSTACLES: due, SOLUTION: due, PLAN: due },
        instructions: "",
      },
    },
  });
  const answer = (await given.json()) as { value?: { created: string[] } };
  const assignmentId = answer.value?.created[0] ?? "";
  expect(assignmentId, JSON.stringify(answer)).not.toBe("");

  const page = await signedIn(email);
  await page.setViewportSize(PHONE);
  const form = new StageFormPage(page);
  await form.open(assignmentId, "evaluate");

  // The phone begins with one at a time.
  const scores = page.locator("#section-scores");
  const total = scores.locator("output").first();
  await expect(scores.getByRole("button", { name: "Satu per satu" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  const steps = scores.getByRole("list", { name: "Kriteria" }).getByRole("button");
  const count = await steps.count();
  expect(count).toBeGreaterThan(2);
  await expect(total).toHaveText(`0 dari ${count} kriteria dinilai`);
  for (let index = 0; index < count; index += 1) {
    await expect(page.locator(`input[name^="scores."]:visible`).first()).toHaveAttribute(
      "name",
      `scores.${index}.value`,
    );
    await page.locator(`input[name="scores.${index}.value"][value="4"]`).check();
    // What the chosen level means stands below it.
    await expect(page.locator(`[id="scores.${index}"]`).getByText(/^4 · /).first()).toBeVisible();
    if (index + 1 < count) await scores.getByRole("button", { name: "Berikutnya" }).click();
  }
  await expect(total).toContainText("80");
  await expect(total).toContainText("Cukup Memuaskan");

  // All below one another: the same scores, and the total follows.
  await scores.getByRole("button", { name: "Semua kriteria" }).click();
  await expect(page.locator('input[name="scores.0.value"]:visible')).toHaveCount(5);
  await expect(page.locator(`input[name="scores.${count - 1}.value"]:visible`)).toHaveCount(5);
  await page.locator('input[name="scores.0.value"][value="5"]').check();
  await expect(total).toContainText(/^8\d/);
  await expect(total).not.toContainText("Cukup");

  // The top score asks for evidence, which comes with its criterion; a quotation names its source.
  await page.locator("#sources-add").click();
  await form.set("sources.0.role", "Kepala Bidang");
  await form.set("sources.0.unit", "Dinas Sosial");
  await page.locator("#strengths-add").click();
  await form.set("strengths.0.text", "Fasilitator desa mendatangi warga");
  await scores.getByRole("button", { name: "Tambah bukti" }).click();
  await expect(page.locator('[name="evidence.0.caption"]')).toBeFocused();
  await form.set("evidence.0.caption", "Warga tidak perlu lagi datang ke kabupaten");
  await page
    .locator('[name="evidence.0.sourceId"]')
    .selectOption({ label: "Kepala Bidang, Dinas Sosial" });
  await page
    .locator('[name="evidence.0.claimId"]')
    .selectOption({ label: "Kunci 1: Fasilitator desa mendatangi warga" });
  await expect(scores.getByText("1 bukti mendukung skor ini.")).toBeVisible();
  await expectNoSidewaysScroll(page);
  const stored = () => draftOf<Evaluation>(rows, assignmentId, "EVALUATE");
  await expect.poll(async () => (await stored())?.evidence[0]?.claimId ?? null).not.toBeNull();
  const draft = await stored();
  expect(draft?.scores.map(({ value }) => value)).toEqual([5, ...Array(count - 1).fill(4)]);
  expect(draft?.evidence).toMatchObject([
    {
      kind: "QUOTE",
      criterionId: draft?.scores[0]?.criterionId,
      sourceId: draft?.sources[0]?.id,
      claimId: draft?.strengths[0]?.id,
    },
  ]);

  // The claim stands in the chain, resting on what was said of it.
  await page.goto(`/tasks/${assignmentId}/chain?at=strength.${draft?.strengths[0]?.id}`);
  await expect(page.getByText("Warga tidak perlu lagi datang ke kabupaten")).toBeVisible();
  await expect(page.getByText("Kepala Bidang, Dinas Sosial")).toBeVisible();
});

test("obstacles: a draft of an older form is put aside; gate, ranking, whys and fishbone", async ({
  signedIn,
  rows,
}) => {
  test.setTimeout(120_000);
  const email = "peserta50@lokus.test";
  const assignmentId = await workOf(rows, email, "OBSTACLES");
  const old = { obstacles: [{ title: 3 }, "Data lambat diisi oleh desa"] };
  await putDraft(rows, assignmentId, "OBSTACLES", old);
  const page = await signedIn(email);
  await page.setViewportSize(PHONE);

  // The rest of the chain is there, and leads to what cannot be drawn.
  await page.goto(`/tasks/${assignmentId}/chain`);
  await expect(page.getByText("Kendala ditulis pada versi formulir yang lama")).toBeVisible();
  await expect(page.getByRole("heading", { name: /^Evaluasi/ })).toBeVisible();
  await page.getByRole("link", { name: "Buka tahap" }).click();
  await expect(page.getByText("Data lambat diisi oleh desa")).toBeVisible();
  await page.getByRole("button", { name: "Mulai lagi" }).click();
  await expect(page.locator("#obstacles-add")).toBeVisible();
  await expect(page.getByText("Isian Anda yang lama")).toBeVisible();
  await expect(page.getByText("Data lambat diisi oleh desa")).toBeVisible();

  const form = new StageFormPage(page);
  for (const [index, title] of ["Data lambat diisi", "Petugas merangkap tugas"].entries()) {
    await page.locator("#obstacles-add").click();
    await form.set(`obstacles.${index}.title`, title);
  }
  const first = page.locator('[data-item="obstacles.0"]');
  const second = page.locator('[data-item="obstacles.1"]');
  // The one that was added last stands open; the others fold behind their heads.
  await first.locator("summary").first().click();
  const answer = async (index: number, yes: Record<string, boolean>) => {
    for (const [key, value] of Object.entries(yes)) {
      await page.locator(`input[name="obstacles.${index}.apkl.${key}"][value="${value}"]`).check();
    }
  };
  // A no shuts the gate and says why; nothing can be scored then.
  await answer(0, { actual: true, problematic: true, public: true, feasible: false });
  await expect(first.getByText(/disimpan sebagai catatan/).first()).toBeVisible();
  await expect(first.getByText(/di luar wewenang untuk dipecahkan/)).toBeVisible();
  await expect(page.locator('input[name="obstacles.0.usg.urgency"]')).toHaveCount(0);
  await answer(0, { feasible: true });
  await expect(first.getByText("Lolos APKL: beri nilai USG di bawah ini.")).toBeVisible();
  await answer(1, { actual: true, problematic: true, public: true, feasible: true });

  const score = async (index: number, values: readonly number[]) => {
    for (const [at, key] of ["urgency", "seriousness", "growth"].entries()) {
      await page
        .locator(`input[name="obstacles.${index}.usg.${key}"][value="${values[at]}"]`)
        .check();
    }
  };
  await score(0, [4, 4, 4]);
  await score(1, [3, 3, 3]);
  await expect
    .poll(async () => (await ranked(page, "obstacles.1")).map((row) => row.replace(/\s+/g, " ")))
    .toEqual([
      expect.stringMatching(/^1 Data lambat diisi.* USG 12/),
      expect.stringMatching(/^2 Petugas merangkap tugas.* USG 9/),
    ]);
  // It moves with the last of the three.
  await score(1, [5, 5, 3]);
  await expect
    .poll(async () => (await ranked(page, "obstacles.1")).map((row) => row.replace(/\s+/g, " ")))
    .toEqual([
      expect.stringMatching(/^1 Petugas merangkap tugas.* USG 13/),
      expect.stringMatching(/^2 Data lambat diisi.* USG 12/),
    ]);

  // The whys as a chain: the last one is the root, also after they changed places.
  const whys = ["Tidak ada petugas tetap", "Tidak tercantum dalam SK tim"];
  for (const [index, why] of whys.entries()) {
    await page.locator('[id="obstacles.1.causes-add"]').click();
    await page.locator(`[name="obstacles.1.causes.${index}"]`).fill(why);
  }
  await second.getByRole("button", { name: "Naikkan Mengapa 2" }).click();
  await expect(page.locator('[name="obstacles.1.causes.1"]')).toHaveValue(whys[0] ?? "");
  await expect(
    page.locator('[data-item="obstacles.1.causes.1"]').getByText("Akar masalah"),
  ).toBeVisible();

  // The fishbone: a bone is tapped, its cause written, and drawn on the bone.
  await second.locator("summary", { hasText: "Diagram tulang ikan" }).click();
  const bones = second.getByRole("group", { name: "Tulang ikan" });
  await bones.getByRole("button", { name: "Method/Metode, 0 penyebab" }).click();
  await second.getByRole("button", { name: "Tambah penyebab Method/Metode" }).click();
  await page.locator('[name="obstacles.1.fishbone.0.cause"]').fill("Tidak ada jadwal pengisian");
  await expect(
    bones
      .getByRole("button", { name: "Method/Metode, 1 penyebab" })
      .getByText("Tidak ada jadwal pengisian"),
  ).toBeVisible();
  await bones.getByRole("button", { name: "Man/SDM, 0 penyebab" }).click();
  await second.getByRole("button", { name: "Tambah penyebab Man/SDM" }).click();
  await page.locator('[name="obstacles.1.fishbone.1.cause"]').fill("Petugas merangkap");
  await second.getByRole("button", { name: "Hapus Penyebab Man/SDM 1" }).click();
  await expect(bones.getByRole("button", { name: "Man/SDM, 0 penyebab" })).toBeVisible();
  await expectNoSidewaysScroll(page);

  const stored = () => draftOf<Obstacles>(rows, assignmentId, "OBSTACLES");
  // Saved now and then while it was drawn: the last of it counts, not the first that looks like it.
  await expect
    .poll(async () => (await stored())?.obstacles)
    .toMatchObject([
      { title: "Data lambat diisi", usg: { urgency: 4, seriousness: 4, growth: 4 } },
      {
        apkl: { actual: true, problematic: true, public: true, feasible: true },
        usg: { urgency: 5, seriousness: 5, growth: 3 },
        causes: [whys[1], whys[0]],
        fishbone: [{ branch: "METHOD" }],
      },
    ]);
  const kept = await rows<{ document: object }>(
    `SELECT d.document FROM set_aside_drafts d JOIN stages s ON s.id = d.stage_id
      WHERE s.assignment_id = $1`,
    [assignmentId],
  );
  expect(kept).toEqual([{ document: old }]);
});

test("solutions: McNamara's totals, a choice below the top with its reason, and the risk matrix", async ({
  signedIn,
  rows,
}) => {
  test.setTimeout(90_000);
  const email = "peserta37@lokus.test";
  const assignmentId = await workOf(rows, email, "SOLUTION");
  await putDraft(rows, assignmentId, "SOLUTION", null);
  const page = await signedIn(email);
  await page.setViewportSize(PHONE);
  const form = new StageFormPage(page);
  await form.open(assignmentId, "solution");
  const list = "groups.0.alternatives";
  await form.set(list, [
    { title: "Pelatihan kader desa", causeRef: "cause:1" },
    { title: "Aplikasi pengisian data", causeRef: "cause:1" },
  ]);

  const sieve = page.locator('[id="groups.0.selected"]');
  const alternatives = sieve.locator("li").filter({ has: page.getByRole("radio") });
  await expect(alternatives).toHaveCount(2);
  const weigh = async (index: number, names: readonly string[]) => {
    for (const name of names) {
      await alternatives.nth(index).getByRole("button", { name, exact: true }).click();
    }
  };
  await weigh(0, [
    "Kontribusi: 4, Besar",
    "Biaya: 4, Murah",
    "Kelayakan: 5, Sangat mudah dilaksanakan",
  ]);
  await weigh(1, [
    "Kontribusi: 5, Sangat besar",
    "Biaya: 2, Mahal",
    "Kelayakan: 2, Sulit dilaksanakan",
  ]);
  await expect(alternatives.nth(0).locator("output")).toHaveText("13/15");
  await expect(alternatives.nth(1).locator("output")).toHaveText("9/15");
  await expect(alternatives.nth(0)).toContainText("Urutan 1");
  await expect(alternatives.nth(1)).toContainText("Urutan 2");

  // The lower one may be chosen, for a reason.
  await alternatives.nth(1).getByRole("radio").check();
  await expect(sieve.getByText(/^Jumlahnya 9, sedangkan yang tertinggi 13\./)).toBeVisible();
  await sieve.getByRole("button", { name: "Tulis alasan" }).click();
  const rationale = page.locator(`[name="${list}.1.rationale"]`);
  await expect(rationale).toBeFocused();
  await rationale.fill("Unit kami sudah memiliki anggaran dan pengembang untuk aplikasi ini.");

  // A risk is placed by a tap, and moved by the keyboard.
  await page.locator(`[id="${list}.1.risks-add"]`).click();
  await page.locator(`[name="${list}.1.risks.0.text"]`).fill("Petugas dimutasi ke unit lain");
  const matrix = page.getByRole("group", { name: "Matriks risiko" });
  await matrix.getByRole("button", { name: "Kemungkinan Mungkin, dampak Besar, nilai 12" }).click();
  await expect(matrix.locator("output")).toHaveText(
    "Risiko 1: kemungkinan Mungkin, dampak Besar, nilai 12.",
  );
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(matrix.locator("output")).toHaveText(
    "Risiko 1: kemungkinan Sering, dampak Besar, nilai 16.",
  );
  await expect(page.locator(`input[name="${list}.1.risks.0.likelihood"]:checked`)).toHaveValue("4");
  await expectNoSidewaysScroll(page);

  const stored = () => draftOf<Solutions>(rows, assignmentId, "SOLUTION");
  await expect
    .poll(async () => (await stored())?.groups[0]?.alternatives[1]?.risks[0]?.likelihood ?? null)
    .toBe(4);
  expect((await stored())?.groups[0]?.alternatives).toMatchObject([
    { mcnamara: { contribution: 4, cost: 4, feasibility: 5 }, isSelected: false },
    {
      mcnamara: { contribution: 5, cost: 2, feasibility: 2 },
      isSelected: true,
      rationale: "Unit kami sudah memiliki anggaran dan pengembang untuk aplikasi ini.",
      risks: [{ likelihood: 4, impact: 4 }],
    },
  ]);
});

test("a plan: what is known is carried over, terms are checked, stakeholders dragged and stepped", async ({
  signedIn,
  rows,
}) => {
  test.setTimeout(120_000);
  const email = "peserta24@lokus.test";
  const assignmentId = await workOf(rows, email, "PLAN");
  await putDraft(rows, assignmentId, "PLAN", null);
  const page = await signedIn(email);
  await page.setViewportSize(PHONE);
  const form = new StageFormPage(page);
  await form.open(assignmentId, "plan");

  const problem = page.locator('[name="problemStatement"]');
  await expect(problem).toHaveValue("");
  await page.getByRole("button", { name: /^Isikan \d+ bagian$/ }).click();
  await expect(problem).not.toHaveValue("");
  const carried = await problem.inputValue();

  // Three terms on one line: what ends too late is said while it is typed.
  const milestone = async (
    term: string,
    index: number,
    title: string,
    from: string,
    to: string,
  ) => {
    await page.locator(`#milestones-add-${term}`).click();
    await form.set(`milestones.${index}.title`, title);
    await form.set(`milestones.${index}.start`, from);
    await form.set(`milestones.${index}.end`, to);
  };
  await milestone("SHORT", 0, "SK tim ditetapkan", "2027-01-04", "2027-03-31");
  const axis = page.locator("figure", { hasText: "Tonggak pada tiga jangka waktu" });
  await expect(axis.getByText("Jangka pendek: 1 tonggak, 1 di luar")).toBeVisible();
  await expect(
    axis.getByRole("button", { name: "SK tim ditetapkan: selesai sesudah jangka waktunya" }),
  ).toBeVisible();
  await form.set("milestones.0.end", "2027-02-20");
  await expect(axis.getByText("Jangka pendek: 1 tonggak", { exact: true })).toBeVisible();
  await expect(axis.getByRole("button")).toHaveCount(0);
  await milestone("MEDIUM", 1, "Uji coba di dua kecamatan", "2027-03-01", "2027-06-30");
  await milestone("LONG", 2, "Berlaku di semua kecamatan", "2027-09-01", "2027-12-01");
  await expect(axis.getByText("Jangka panjang: 1 tonggak, 1 di luar")).toBeVisible();
  await expect(
    axis.getByRole("button", { name: /Berlaku di semua kecamatan: selesai sebelum/ }),
  ).toBeVisible();
  await form.set("milestones.2.end", "2028-06-30");
  for (const term of ["Jangka pendek", "Jangka menengah", "Jangka panjang"]) {
    await expect(axis.getByText(`${term}: 1 tonggak`, { exact: true })).toBeVisible();
  }

  // One stakeholder is dragged to the place, the other one stepped there by the arrow keys.
  for (const [index, name] of ["Kepala Dinas", "Kepala Bidang Data"].entries()) {
    await page.locator("#stakeholders-add").click();
    await form.set(`stakeholders.${index}.name`, name);
  }
  const map = page.locator("figure", { hasText: "Peta pemangku kepentingan" });
  const board = map.locator(".aspect-square");
  const mark = map.getByRole("button", { name: "Kepala Dinas, belum ditempatkan" });
  // The bar that sends comes back once nobody writes; what is beside it is not under it.
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Kirim Rencana" })).toBeInViewport();
  await mark.hover();
  const from = await mark.boundingBox();
  const area = await board.boundingBox();
  if (!from || !area) throw new Error("the board is not on the screen");
  await page.mouse.move(from.x + 20, from.y + from.height / 2);
  await page.mouse.down();
  // Little interest, much influence: the second column of the uppermost row.
  await page.mouse.move(area.x + area.width * 0.3, area.y + area.height * 0.1, { steps: 8 });
  await page.mouse.up();
  await expect(
    map.getByRole("button", { name: "Kepala Dinas, pengaruh 5, kepentingan 2" }),
  ).toBeFocused();
  await expect(map.locator("output")).toHaveText(
    "1. Kepala Dinas: Laten (pengaruh 5, kepentingan 2).",
  );
  await expect(page.locator('input[name="stakeholders.0.influence"]:checked')).toHaveValue("5");

  await map.getByRole("button", { name: "Kepala Bidang Data, belum ditempatkan" }).focus();
  for (const [key, place] of [
    ["ArrowUp", "pengaruh 3, kepentingan 3"],
    ["ArrowUp", "pengaruh 4, kepentingan 3"],
    ["ArrowRight", "pengaruh 4, kepentingan 4"],
  ] as const) {
    await page.keyboard.press(key);
    await expect(map.getByRole("button", { name: `Kepala Bidang Data, ${place}` })).toBeFocused();
  }
  await expect(map.locator("output")).toContainText("Promoter");
  await expectNoSidewaysScroll(page);

  const stored = () => draftOf<Plan>(rows, assignmentId, "PLAN");
  await expect.poll(async () => (await stored())?.stakeholders[1]?.interest ?? null).toBe(4);
  expect(await stored()).toMatchObject({
    problemStatement: carried,
    milestones: [
      { term: "SHORT", start: "2027-01-04", end: "2027-02-20" },
      { term: "MEDIUM", end: "2027-06-30" },
      { term: "LONG", end: "2028-06-30" },
    ],
    stakeholders: [
      { name: "Kepala Dinas", influence: 5, interest: 2 },
      { name: "Kepala Bidang Data", influence: 4, interest: 4 },
    ],
  });
});
