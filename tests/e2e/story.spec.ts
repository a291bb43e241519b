import {
  exampleEvaluation,
  exampleObstacle,
  examplePlan,
  exampleRubric,
  exampleSolutions,
  exampleTransferRubric,
} from "../support/documents";
import { expect, test } from "./fixtures";
import { ReviewPage } from "./pages/review-page";
import { StageFormPage } from "./pages/stage-form-page";

/**
 * The story of one participant from assignment to approved plan, in three browsers at once: staff
 * assign and watch, the participant writes on a phone, the facilitator returns and approves.
 */
test("from assignment to approved plan", async ({ signedIn, rows }) => {
  test.setTimeout(300_000);

  // Somebody who has no task yet, whose facilitator reviews.
  const [who] = await rows<{
    email: string;
    name: string;
    enrolment: string;
    facilitator: string;
    cohort: string;
  }>(
    `SELECT p.email, e.full_name AS name, e.id AS enrolment, fp.email AS facilitator, e.cohort_id AS cohort
     FROM enrolments e
     JOIN people p ON p.id = e.person_id
     JOIN enrolments f ON f.id = e.facilitator_id
     JOIN people fp ON fp.id = f.person_id
     WHERE e.role = 'PARTICIPANT' AND p.is_demo AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.enrolment_id = e.id)
     ORDER BY e.roster_number`,
  );
  if (!who) throw new Error("everybody has a task already");
  const [staff, participant, facilitator] = await Promise.all([
    signedIn("staf@lokus.test"),
    signedIn(who.email),
    signedIn(who.facilitator),
  ]);
  await participant.setViewportSize({ width: 360, height: 740 });

  await test.step("the participant has nothing to do yet", async () => {
    await participant.goto("/tasks");
    await expect(participant.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(participant.getByRole("link", { name: /SLRT/ })).toHaveCount(0);
  });

  await test.step("staff assign SLRT", async () => {
    await staff.goto(`/cohorts/${who.cohort}/assign`);
    await staff.getByRole("checkbox", { name: new RegExp(`^${who.name}`) }).check();
    const [slrt] = await rows<{ id: string }>("SELECT id FROM innovations WHERE code = 'SLRT'");
    await staff.locator(`input[name="innovations"][value="${slrt?.id}"]`).check();
    await staff.getByRole("button", { name: "Buat 1 tugas" }).click();
    const given = () => rows("SELECT id FROM assignments WHERE enrolment_id = $1", [who.enrolment]);
    await expect.poll(async () => (await given()).length).toBe(1);
    await expect(staff.getByText(/1 tugas/).first()).toBeVisible();
  });

  const [assignment] = await rows<{ id: string; rubric: string; transfer: string }>(
    `SELECT id, evaluation_rubric_id AS rubric, transfer_rubric_id AS transfer
     FROM assignments WHERE enrolment_id = $1`,
    [who.enrolment],
  );
  if (!assignment) throw new Error("nothing was assigned");
  const criteria = async (rubric: string) =>
    rows<{ id: string }>(
      "SELECT id FROM criteria WHERE rubric_version_id = $1 ORDER BY sort_order",
      [rubric],
    );
  const form = new StageFormPage(participant);
  const review = new ReviewPage(facilitator);
  const latest = async <T>(kind: string): Promise<T> => {
    const [revision] = await rows<{ content: T }>(
      'SELECT content FROM revisions WHERE assignment_id = $1 AND kind = $2::"StageKind" ORDER BY number DESC LIMIT 1',
      [assignment.id, kind],
    );
    if (!revision) throw new Error(`no ${kind} was submitted`);
    return revision.content;
  };

  await test.step("the participant evaluates; what is missing is said first", async () => {
    await participant.goto("/tasks");
    await participant.getByRole("link", { name: /SLRT/ }).first().click();
    await form.open(assignment.id, "evaluate");
    await participant
      .getByRole("button", { name: /^Kirim / })
      .last()
      .click();
    await expect(participant.getByRole("alert").filter({ hasText: /./ }).first()).toBeVisible();
    const [visit] = await rows<{ day: string }>(
      `SELECT to_char(v.starts_on, 'YYYY-MM-DD') AS day FROM visits v WHERE v.cohort_id = $1`,
      [who.cohort],
    );
    const rubric = exampleRubric();
    await form.fill(
      exampleEvaluation({
        innovationId: "",
        rubric: {
          ...rubric,
          criteria: (await criteria(assignment.rubric)).map(({ id }, index) => ({
            ...(rubric.criteria[index] ?? rubric.criteria[0]),
            id,
          })) as typeof rubric.criteria,
        },
        visit: { startsOn: visit?.day ?? "", endsOn: visit?.day ?? "", mode: "ONSITE" },
        today: visit?.day ?? "",
      }),
    );
    await form.saved();
    await form.submit();
  });

  await test.step("the next stage waits, also by its address", async () => {
    await participant.goto(`/tasks/${assignment.id}/obstacles`);
    await expect(participant.getByRole("button", { name: /^Kirim / })).toHaveCount(0);
  });

  await test.step("the facilitator returns it with a reason, and the participant mends it", async () => {
    await review.open(assignment.id, "evaluate");
    await review.sendBack("Ringkasan belum menyebut siapa yang diwawancarai.");
    await participant.goto(`/tasks/${assignment.id}`);
    await expect(
      participant.getByText("Ringkasan belum menyebut siapa yang diwawancarai.").first(),
    ).toBeVisible();
    await form.open(assignment.id, "evaluate");
    const summary = participant.locator('[name="summary"]');
    await summary.fill(`${await summary.inputValue()} Narasumber: Kepala Bidang di Dinas Sosial.`);
    await form.saved();
    await form.submit();
    await review.open(assignment.id, "evaluate");
    await review.approve();
  });

  await test.step("obstacles", async () => {
    await form.open(assignment.id, "obstacles");
    await form.fill({ obstacles: [exampleObstacle(1)] });
    await form.saved();
    await form.submit();
    await review.open(assignment.id, "obstacles");
    await review.approve();
  });

  await test.step("solution, with the obstacle carried over", async () => {
    const { obstacles } = await latest<{ obstacles: { id: string; title: string }[] }>("OBSTACLES");
    const [innovation] = await rows<{ id: string }>(
      "SELECT id FROM innovations WHERE code = 'SLRT'",
    );
    await form.open(assignment.id, "solution");
    await expect(participant.getByText(obstacles[0]?.title ?? "").first()).toBeVisible();
    const document = exampleSolutions({
      obstacles: [
        {
          id: obstacles[0]?.id ?? "",
          title: "",
          category: "DATA",
          locus: "OWN_UNIT",
          rank: 1,
          usgTotal: 11,
          causes: [],
          fishbone: [],
        },
      ],
      innovations: [{ id: innovation?.id ?? "", code: "SLRT", name: "" }],
    });
    const group = document.groups[0];
    if (!group) throw new Error("no group");
    // Written first, then chosen: what belongs to the chosen one unfolds with the choice.
    await form.fill({
      groups: [
        {
          alternatives: group.alternatives.map(
            ({ isSelected: _, risks: __, resources: ___, ...rest }) => rest,
          ),
        },
      ],
    });
    await form.set("groups.0.alternatives.0.isSelected", true);
    const chosen = group.alternatives[0];
    await form.set("groups.0.alternatives.0.risks", chosen?.risks);
    await form.set("groups.0.alternatives.0.resources", chosen?.resources);
    await form.saved();
    await form.submit();
    await review.open(assignment.id, "solution");
    await review.approve();
  });

  await test.step("plan, with the selected solution carried over", async () => {
    const { groups } = await latest<{
      groups: { alternatives: { id: string; isSelected: boolean; title: string }[] }[];
    }>("SOLUTION");
    const selected = groups[0]?.alternatives.find(({ isSelected }) => isSelected);
    const transfer = exampleTransferRubric();
    const ids = await criteria(assignment.transfer);
    const [today] = await rows<{ day: string }>(
      "SELECT to_char(now() + interval '2 days', 'YYYY-MM-DD') AS day",
    );
    const plan = examplePlan({
      solutions: [
        {
          id: selected?.id ?? "",
          title: "",
          obstacleId: "",
          forHost: false,
          transferType: "ADOPT",
        },
      ],
      participant: { fullName: "", idNumber: null, agencyId: "", workUnit: "" },
      agencies: [],
      transferRubric: {
        ...transfer,
        criteria: ids.map(({ id }, index) => ({
          ...(transfer.criteria[index] ?? transfer.criteria[0]),
          id,
        })) as typeof transfer.criteria,
      },
      takenAcronyms: [],
      today: today?.day ?? "",
    });
    await form.open(assignment.id, "plan");
    await form.fill(plan);
    await form.saved();
    await form.submit();
    await review.open(assignment.id, "plan");
    await review.scoreWork(85);
    await review.approve();
  });

  await test.step("all three see that it is done", async () => {
    const stages = await rows<{ state: string }>(
      "SELECT state::text FROM stages WHERE assignment_id = $1",
      [assignment.id],
    );
    expect(stages.map(({ state }) => state)).toEqual(Array(4).fill("APPROVED"));
    await participant.goto(`/tasks/${assignment.id}`);
    await expect(participant.getByText("Disetujui").first()).toBeVisible();
    await staff.goto(`/cohorts/${who.cohort}?q=${encodeURIComponent(who.name)}`);
    await expect(staff.getByText(who.name).first()).toBeVisible();
  });
});
