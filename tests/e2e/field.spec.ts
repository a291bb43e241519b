import type { BrowserContext, Page } from "@playwright/test";
import type { Complete } from "@/lib/document/model";
import type { Evaluation } from "@/lib/evaluation/model";
import type { Obstacles } from "@/lib/obstacle/model";
import type { Plan } from "@/lib/plan/model";
import type { Solutions } from "@/lib/solution/model";
import {
  exampleObstacle,
  examplePlan,
  examplePlanContext,
  exampleSolutions,
  exampleTransferRubric,
  solutionsContextOf,
} from "../support/documents";
import { photo } from "../support/files";
import { criteriaOf, evaluationFor, withIds } from "./example-evaluation";
import { expect, test } from "./fixtures";
import { StageFormPage, UNASKED } from "./pages/stage-form-page";

// The one place where the service worker is let in: pages open without a server here.
test.use({ serviceWorkers: "allow" });

const PHONE = { width: 360, height: 740 };

/** What somebody typed or chose of a document: without what devices and server number by themselves. */
function typed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(typed);
  if (typeof value !== "object" || value === null || value.constructor !== Object) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => !UNASKED.has(key) && inner !== undefined)
      .map(([key, inner]) => [key, typed(inner)]),
  );
}

/** Waits until this device can open its tasks without signal. */
async function prepare(page: Page): Promise<void> {
  await page.goto("/tasks");
  await page.getByRole("button", { name: /^(Siapkan untuk lapangan|Perbarui)$/ }).click();
  await expect(page.getByText(/^per .* · aplikasi .* KB$/)).toBeVisible({ timeout: 40_000 });
  // A page that is loaded before its worker is active is not led by it.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => null));
  await page.reload();
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), {
      timeout: 30_000,
    })
    .toBe(true);
}

test("offline from the first tap to the last: all four stages, then online", async ({
  signedIn,
  rows,
  expectProblem,
}) => {
  test.setTimeout(300_000);
  // The photo may be first at the door; it is not taken before the words that name it.
  expectProblem(/ERR_INTERNET_DISCONNECTED|Failed to fetch|ERR_FAILED|status of 409/);
  const email = "peserta48@lokus.test";
  const page = await signedIn(email);
  const context: BrowserContext = page.context();
  await page.setViewportSize(PHONE);
  const [who] = await rows<{
    enrolment: string;
    name: string;
    cohort: string;
    agency: string;
    unit: string;
  }>(
    `SELECT e.id AS enrolment, e.full_name AS name, e.cohort_id AS cohort,
            e.agency_id AS agency, e.work_unit AS unit
     FROM enrolments e JOIN people p ON p.id = e.person_id WHERE p.email = $1`,
    [email],
  );
  if (!who) throw new Error("the demo is not as expected");
  // Work in which a stage opens as soon as the one before was sent, given as staff give it.
  const [free] = await rows<{ id: string }>(
    `SELECT i.id FROM innovations i WHERE i.center_id IS NULL AND i.code IN ('KLA', 'SILONCER')
       AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.enrolment_id = $1 AND a.innovation_id = i.id)`,
    [who.enrolment],
  );
  const gate = (policy: string) =>
    rows(`UPDATE cohorts SET gate_policy = '${policy}' WHERE id = $1`, [who.cohort]);
  await gate("ON_SUBMISSION");
  const staff = await signedIn("staf@lokus.test");
  await staff.goto(`/cohorts/${who.cohort}/assign`);
  await staff.getByRole("checkbox", { name: new RegExp(`^${who.name}`) }).check();
  await staff.locator(`input[name="innovations"][value="${free?.id}"]`).check();
  await staff.getByRole("button", { name: "Buat 1 tugas" }).click();
  const given = () =>
    rows<{ id: string; transfer: string }>(
      `SELECT a.id, a.transfer_rubric_id AS transfer FROM assignments a
       WHERE a.enrolment_id = $1 AND a.gate_policy = 'ON_SUBMISSION'`,
      [who.enrolment],
    );
  await expect.poll(async () => (await given()).length, { timeout: 20_000 }).toBe(1);
  await gate("ON_APPROVAL");
  const [task] = await given();
  if (!task) throw new Error("nothing was assigned");
  await prepare(page);
  await context.setOffline(true);
  const form = new StageFormPage(page);
  const send = async (slug: string) => {
    await page
      .getByRole("button", { name: /^Kirim / })
      .last()
      .click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Ya, kirim" }).click();
    await dialog.getByRole("button", { name: "Baik" }).click({ timeout: 20_000 });
    await expect(page.getByText("Menunggu dikirim").first(), slug).toBeVisible();
  };

  const example = await evaluationFor(rows, task.id);
  const seen = {
    kind: "PHOTO" as const,
    caption: "Papan alur pelayanan di loket desa",
    url: "",
    nobodyShown: true,
    criterionId: example.scores[1]?.criterionId,
  };
  const evaluation = { ...example, evidence: [...example.evidence, { id: "", ...seen }] };
  await form.open(task.id, "evaluate");
  await form.fill({ ...evaluation, evidence: example.evidence });
  // The tick is about a photo that was looked at.
  const { nobodyShown: _, ...before } = seen;
  await form.set("evidence", [{}, before]);
  const photoItem = page.locator('[data-item="evidence.1"]');
  await photoItem.locator("input[type=file]:not([capture])").setInputFiles({
    name: "IMG_0007.jpg",
    mimeType: "image/jpeg",
    buffer: await photo(7),
  });
  await page.getByRole("checkbox", { name: /Wajah dan identitas/ }).check();
  await expect(photoItem.getByText(/^Tersimpan di HP ini, menunggu dikirim/)).toBeVisible();
  await send("evaluate");

  await page.goto("/tasks");
  // The words, and the photo.
  await expect(page.getByText("2 menunggu dikirim dari HP ini")).toBeVisible();

  const obstacles: Complete<Obstacles> = { obstacles: [exampleObstacle(1)] };
  await form.open(task.id, "obstacles");
  await form.fill(obstacles);
  // It rests on the photo, whose id was minted on this device.
  const claim = page
    .locator('input[name="obstacles.0.evidenceIds"]')
    .and(page.getByRole("checkbox", { name: new RegExp(seen.caption) }));
  await claim.check();
  const photoId = await claim.getAttribute("value");
  await send("obstacles");

  const [source] = await rows<{ id: string }>("SELECT id FROM innovations WHERE code = 'SLRT'");
  const solutions = exampleSolutions({
    ...solutionsContextOf(obstacles),
    innovations: [{ id: source?.id ?? "", code: "SLRT", name: "" }],
  });
  await form.open(task.id, "solution");
  await expect(page.getByText(obstacles.obstacles[0]?.title ?? "").first()).toBeVisible();
  // Written first, then chosen: what belongs to the chosen one unfolds with the choice.
  await form.fill({
    groups: solutions.groups.map(({ alternatives }) => ({
      alternatives: alternatives.map(
        ({ isSelected: _, risks: __, resources: ___, ...rest }) => rest,
      ),
    })),
  });
  const chosen = solutions.groups[0]?.alternatives[0];
  await form.set("groups.0.alternatives.0.isSelected", true);
  await form.set("groups.0.alternatives.0.risks", chosen?.risks);
  await form.set("groups.0.alternatives.0.resources", chosen?.resources);
  await send("solution");

  await form.open(task.id, "plan");
  // Its id was minted on this device; nobody else has heard of it yet.
  const solutionId = await page.locator('input[name="solutionIds"]').first().getAttribute("value");
  const transfer = exampleTransferRubric();
  const [later] = await rows<{ day: string }>(
    "SELECT to_char(now() + interval '2 days', 'YYYY-MM-DD') AS day",
  );
  const plan = examplePlan({
    ...examplePlanContext(),
    solutions: [
      { id: solutionId ?? "", title: "", obstacleId: "", forHost: false, transferType: "ADOPT" },
    ],
    participant: { fullName: "", idNumber: null, agencyId: who.agency, workUnit: who.unit },
    transferRubric: {
      ...transfer,
      criteria: withIds(transfer.criteria, await criteriaOf(rows, task.transfer)),
    },
    today: later?.day ?? "",
  });
  await form.fill(plan);
  await send("plan");

  await context.setOffline(false);
  await page.goto("/tasks");
  const sent = () =>
    rows<{ kind: string; content: object }>(
      `SELECT kind::text, content FROM revisions WHERE assignment_id = $1 ORDER BY submitted_at`,
      [task.id],
    );
  await expect.poll(async () => (await sent()).length, { timeout: 60_000 }).toBe(4);
  const revisions = await sent();
  expect(revisions.map(({ kind }) => kind)).toEqual(["EVALUATE", "OBSTACLES", "SOLUTION", "PLAN"]);
  const contentOf = <T>(kind: string) => revisions.find((one) => one.kind === kind)?.content as T;
  const held = {
    evaluation: contentOf<Evaluation>("EVALUATE"),
    obstacles: contentOf<Obstacles>("OBSTACLES"),
    solutions: contentOf<Solutions>("SOLUTION"),
    plan: contentOf<Plan>("PLAN"),
  };
  const [, taken] = held.evaluation.evidence;
  const [obstacle] = held.obstacles.obstacles;
  expect({
    evaluation: typed(held.evaluation),
    obstacles: typed(held.obstacles),
    solutions: typed(held.solutions),
    plan: typed(held.plan),
  }).toEqual({
    evaluation: typed({
      ...evaluation,
      evidence: [
        ...example.evidence,
        {
          ...seen,
          file: {
            hash: expect.stringMatching(/^[\da-f]{64}$/),
            size: expect.any(Number),
            type: "image/jpeg",
            name: "IMG_0007.jpg",
          },
        },
      ],
    }),
    obstacles: typed({ obstacles: [{ ...exampleObstacle(1), evidenceIds: [photoId] }] }),
    solutions: typed(solutions),
    plan: typed(plan),
  });
  // What one stage says of another names what is there.
  expect(taken?.id).toBe(photoId);
  expect(held.solutions.groups.map(({ obstacleId }) => obstacleId)).toEqual([obstacle?.id]);
  expect(held.plan.solutionIds).toEqual([solutionId]);
  expect(
    held.solutions.groups.flatMap(({ alternatives }) =>
      alternatives.filter(({ isSelected }) => isSelected).map(({ id }) => id),
    ),
  ).toEqual([solutionId]);
  // The photo follows the words that name it, once.
  const arrived = () =>
    rows<{ hash: string }>("SELECT hash FROM evidence_files WHERE assignment_id = $1", [task.id]);
  await expect.poll(arrived, { timeout: 60_000 }).toEqual([{ hash: taken?.file?.hash }]);
  await expect(page.getByText(/menunggu dikirim dari HP ini/)).toHaveCount(0);
});

test("a return without signal: at the very field, answered, ticked off, and seen by who sent it back", async ({
  signedIn,
  rows,
  expectProblem,
}) => {
  test.setTimeout(180_000);
  expectProblem(/ERR_INTERNET_DISCONNECTED|Failed to fetch|ERR_FAILED/);
  const email = "peserta19@lokus.test";
  const [work] = await rows<{ id: string; facilitator: string; revisions: number }>(
    `SELECT a.id, f.email AS facilitator, (SELECT count(*)::int FROM revisions r
        WHERE r.assignment_id = a.id AND r.kind = 'SOLUTION') AS revisions
       FROM stages s JOIN assignments a ON a.id = s.assignment_id
       JOIN enrolments e ON e.id = a.enrolment_id JOIN people p ON p.id = e.person_id
       JOIN enrolments g ON g.id = e.facilitator_id JOIN people f ON f.id = g.person_id
      WHERE p.email = $1 AND s.kind = 'SOLUTION' AND s.state = 'RETURNED'`,
    [email],
  );
  if (!work) throw new Error("the demo is not as expected");
  const page = await signedIn(email);
  await page.setViewportSize(PHONE);
  await prepare(page);
  await page.context().setOffline(true);
  await page.goto(`/tasks/${work.id}/solution`);

  // It opens at the field, the reason above it.
  const reasons = page.locator("[id^='reasons-']").first();
  await expect(reasons).toBeInViewport();
  const path = ((await reasons.getAttribute("id")) ?? "").slice("reasons-".length);
  await expect(page.locator(`[name="${path}"]`)).toBeFocused();
  await expect(page.locator(`[name="${path}"]`)).toBeInViewport();
  await reasons.getByRole("checkbox", { name: "Sudah saya jawab" }).first().check();
  await expect(page.getByText(/^1 dari \d+ alasan sudah Anda jawab$/)).toBeVisible();

  // What has changed since is marked, with what it said before.
  const field = page.locator(`[name="${path}"]`);
  const numeric = /^\d+$/.test(await field.inputValue());
  // What was sent back; the draft may have been changed already.
  const [sentBack] = await rows<{ value: string }>(
    `SELECT r.content #>> string_to_array($2, '.') AS value FROM stages s
       JOIN revisions r ON r.id = s.latest_revision_id
      WHERE s.assignment_id = $1 AND s.kind = 'SOLUTION'`,
    [work.id, path],
  );
  const after = numeric
    ? "7"
    : "Petugas desa mencatat setiap hari Senin, dan kepala seksi memeriksa hasilnya pada hari Selasa bersama kader.";
  await field.fill(after);
  const changed = page
    .locator("details", { hasText: /^Diubah sejak dikembalikan/ })
    .filter({ hasText: `Sebelumnya:${sentBack?.value}` })
    .first();
  await changed.locator("summary").click();
  await expect(changed.getByText(sentBack?.value ?? "", { exact: true })).toBeVisible();
  await page
    .getByRole("button", { name: /^Kirim / })
    .last()
    .click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Ya, kirim" }).click();
  await dialog.getByRole("button", { name: "Baik" }).click({ timeout: 20_000 });
  await expect(page.getByText("Menunggu dikirim").first()).toBeVisible();

  await page.context().setOffline(false);
  await page.goto("/tasks");
  const sent = () =>
    rows<{ content: object }>(
      `SELECT content FROM revisions WHERE assignment_id = $1 AND kind = 'SOLUTION' ORDER BY number DESC`,
      [work.id],
    );
  await expect
    .poll(async () => (await sent()).length, { timeout: 60_000 })
    .toBe(work.revisions + 1);
  expect(JSON.stringify((await sent())[0]?.content)).toContain(after);
  const ticked = () =>
    rows(
      `SELECT 1 FROM reason_answers t JOIN review_reasons r ON r.id = t.reason_id
         JOIN review_decisions d ON d.id = r.decision_id JOIN stages s ON s.id = d.stage_id
        WHERE s.assignment_id = $1 AND s.kind = 'SOLUTION'`,
      [work.id],
    );
  // The tick leaves by itself too, behind what it belongs to.
  await expect.poll(async () => (await ticked()).length, { timeout: 30_000 }).toBe(1);

  const desk = await signedIn(work.facilitator);
  await desk.goto(`/reviews/${work.id}/solution`);
  await expect(desk.getByText("Ditandai sudah dijawab peserta").first()).toBeAttached();
});

test("the next one on the phone sees nothing of what was written on it", async ({
  signedIn,
  expectProblem,
}) => {
  expectProblem(/ERR_INTERNET_DISCONNECTED|Failed to fetch|ERR_FAILED/);
  const page = await signedIn("peserta33@lokus.test");
  await page.setViewportSize(PHONE);
  await prepare(page);
  await page.context().setOffline(true);
  await page.goto("/tasks");
  await expect(page.getByText(/Tanpa sinyal/)).toBeVisible();
  await page.context().setOffline(false);
  await page.goto("/tasks");
  await page.getByRole("button", { name: "Akun dan tampilan" }).first().click();
  await page.getByRole("button", { name: "Keluar" }).first().click();
  await page.waitForURL(/sign-in/);
  await page.context().setOffline(true);
  await page.goto("/tasks");
  await expect(page.getByText("Belum ada yang masuk di HP ini")).toBeVisible();
});

test("it can be installed: what the manifest names is there, as large as it says", async ({
  request,
}) => {
  const manifest = (await (await request.get("/manifest.webmanifest")).json()) as Record<
    "icons" | "screenshots",
    { src: string; sizes: string; purpose?: string; form_factor?: string }[]
  >;
  expect(manifest.icons.some(({ purpose }) => purpose === "maskable")).toBe(true);
  expect(new Set(manifest.screenshots.map(({ form_factor }) => form_factor))).toEqual(
    new Set(["narrow", "wide"]),
  );
  for (const { src, sizes } of [...manifest.icons, ...manifest.screenshots]) {
    const response = await request.get(src);
    expect([response.status(), response.headers()["content-type"]], src).toEqual([
      200,
      "image/png",
    ]);
    // The head of a PNG: its width and height, from the sixteenth byte on.
    const bytes = await response.body();
    expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, src).toBe(sizes);
  }
});
