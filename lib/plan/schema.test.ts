import { describe, expect, test } from "vitest";
import { addDays, addYears } from "@/lib/document/fields";
import type { FieldIssue } from "@/lib/document/issue";
import type { Plan, PlanContext } from "@/lib/plan/model";
import { carryPlan, checkPlan, emptyPlan, planSchema } from "@/lib/plan/schema";
import { examplePlan, examplePlanContext, uuid, words } from "@/tests/support/documents";

const base = examplePlanContext();
const context: PlanContext = {
  ...base,
  solutions: [
    ...base.solutions,
    ...[2, 3, 4].map((index) => ({
      id: uuid(3, 0x90 + index),
      title: `Solusi ${index}`,
      obstacleId: uuid(2, index),
      forHost: index === 4,
      transferType: "ADAPT" as const,
    })),
  ],
};
const [own = "", second = "", third = "", forHost = ""] = context.solutions.map(({ id }) => id);
const valid = examplePlan(context);

function submit(change: Partial<Record<keyof Plan, unknown>>, ctx = context): string[] {
  return short(checkPlan("submit", ctx, { ...valid, ...change }).issues);
}

function draft(change: Partial<Record<keyof Plan, unknown>>): string[] {
  return short(checkPlan("draft", context, { ...valid, ...change }).issues);
}

function short(issues: FieldIssue[]): string[] {
  return issues.map(({ path, code }) => `${path}:${code}`);
}

const repeat = <T extends object>(count: number, item: T | undefined) =>
  Array.from({ length: count }, (_, index) => ({ ...item, id: uuid(0x77, index) }));

test("the whole example is what a submit returns", () => {
  expect(planSchema("submit", context).parse(valid)).toEqual(valid);
});

describe("solutions", () => {
  test.each([
    [[own], []],
    [[own, second, third], []],
    [[], ["solutionIds:required"]],
    [[own, second, third, uuid(3, 99)], ["solutionIds:too_many"]],
    [[uuid(0xff, 1)], ["solutionIds.0:unknown_solution"]],
    [[own, forHost], ["solutionIds.1:solution_for_host"]],
    [[own, own], []],
  ])("%j → %j", (solutionIds, expected) => {
    expect(submit({ solutionIds })).toEqual(expected);
  });

  test("the plan starts with those for the own unit, and follows stage 3", () => {
    expect(emptyPlan(context).solutionIds).toEqual([own, second, third]);
    const draftOf = (solutionIds: string[]) => ({ ...emptyPlan(context), solutionIds });
    expect(carryPlan(draftOf([second, uuid(0xff, 1)]), context).solutionIds).toEqual([second]);
    expect(carryPlan(draftOf([uuid(0xff, 1)]), context).solutionIds).toEqual([own, second, third]);
    expect(carryPlan(draftOf([]), { ...context, solutions: [] }).solutionIds).toEqual([]);
  });

  test("own agency and unit are the default", () => {
    expect(emptyPlan(context)).toMatchObject({
      agencyId: context.participant.agencyId,
      unit: context.participant.workUnit,
    });
  });
});

test.each([
  [{ title: words(9) }, "title:too_short"],
  [{ title: "t".repeat(150) }, null],
  [{ title: "t".repeat(151) }, "title:too_long"],
  [{ acronym: "A" }, "acronym:too_short"],
  [{ acronym: "SI-DATA 2.0" }, null],
  [{ acronym: "SI_DATA" }, "acronym:acronym_characters"],
  [{ acronym: "SÍDATA" }, "acronym:acronym_characters"],
  [{ acronym: "a".repeat(21) }, "acronym:too_long"],
  [{ agencyId: null }, "agencyId:required"],
  [{ agencyId: uuid(0xff, 1) }, "agencyId:unknown_agency"],
  [{ agencyId: "x" }, "agencyId:invalid_id"],
  [{ unit: "ab" }, "unit:too_short"],
  [{ problemStatement: words(99) }, "problemStatement:too_short"],
  [{ noveltyStatement: words(49) }, "noveltyStatement:too_short"],
  [{ noveltyStatement: "n".repeat(801) }, "noveltyStatement:too_long"],
  [{ form: null }, "form:required"],
  [{ type: "ANALOGUE" }, "type:invalid_choice"],
  [{ affair: "CENTRAL" }, null],
  [
    { objectives: { short: words(20), medium: words(19), long: "" } },
    "objectives.medium:too_short",
  ],
  [{ objectives: { short: words(20), medium: words(20) } }, "objectives.long:required"],
  [{ sustainability: words(49) }, "sustainability:too_short"],
  [{ successor: "" }, "successor:required"],
  [{ risks: [] }, "risks:required"],
  [{ team: [] }, "team:required"],
  [{ budgetIdr: 0 }, "budgetIdr:budget_zero"],
  [{ budgetIdr: 0, budgetSource: "NON_BUDGET" }, null],
  [{ budgetIdr: 5, budgetSource: "NON_BUDGET" }, null],
  [{ budgetIdr: -1 }, "budgetIdr:out_of_range"],
  [{ budgetIdr: 1e12 + 1 }, "budgetIdr:out_of_range"],
  [{ budgetIdr: null }, "budgetIdr:required"],
  [{ budgetSource: null }, "budgetSource:required"],
])("%j → %s", (change, issue) => {
  const found = submit(change);
  if (issue === null) expect(found).toEqual([]);
  else expect(found).toContain(issue);
});

test("an acronym of the same cohort warns, however it is written", () => {
  const check = checkPlan("submit", context, { ...valid, acronym: "si-aga" });
  expect(check.issues).toEqual([]);
  expect(check.warnings).toEqual([{ path: "acronym", code: "acronym_taken" }]);
  expect(checkPlan("submit", context, { ...valid, acronym: "SIAGA2" }).warnings).toEqual([]);
});

describe("outputs and beneficiaries", () => {
  const [output] = valid.outputs;

  test("a target differs from its baseline", () => {
    expect(submit({ outputs: [{ ...output, baseline: 12 }] })).toEqual([
      "outputs.0.target:target_equals_baseline",
    ]);
    expect(submit({ outputs: [{ ...output, baseline: 0, target: 0.5 }] })).toEqual([]);
    expect(submit({ outputs: [{ ...output, target: null }] })).toEqual([
      "outputs.0.target:required",
    ]);
  });

  test("one to eight outputs, one to five groups of 1 to 10^8", () => {
    expect(submit({ outputs: repeat(8, output) })).toEqual([]);
    expect(draft({ outputs: repeat(9, output) })).toEqual(["outputs:too_many"]);
    expect(draft({ beneficiaries: repeat(6, valid.beneficiaries[0]) })).toEqual([
      "beneficiaries:too_many",
    ]);
    const counted = (count: number) =>
      submit({ beneficiaries: [{ ...valid.beneficiaries[0], count }] });
    expect(counted(0)).toEqual(["beneficiaries.0.count:out_of_range"]);
    expect(counted(1)).toEqual([]);
    expect(counted(100_000_000)).toEqual([]);
    expect(counted(100_000_001)).toEqual(["beneficiaries.0.count:out_of_range"]);
  });
});

describe("milestones", () => {
  const [short0, medium0, long0] = valid.milestones;
  const start = short0?.start ?? "";
  const ending = (end: string, which: "SHORT" | "MEDIUM" | "LONG") =>
    submit({
      milestones: valid.milestones.map((milestone) =>
        milestone.term === which ? { ...milestone, start, end } : milestone,
      ),
    });

  test.each([
    ["SHORT", 0, []],
    ["SHORT", 60, []],
    ["SHORT", 61, ["milestones.0.end:term_too_late"]],
    ["MEDIUM", 1, []],
    ["MEDIUM", 365, []],
    ["MEDIUM", 366, ["milestones.1.end:term_too_late"]],
    ["LONG", 365, ["milestones.2.end:term_too_early"]],
    ["LONG", 366, []],
  ] as const)("a %s one ends after %d days → %j", (term, days, expected) => {
    expect(ending(addDays(start, days), term)).toEqual(expected);
  });

  test("the long term is five years long", () => {
    expect(ending(addYears(start, 5), "LONG")).toEqual([]);
    expect(ending(addDays(addYears(start, 5), 1), "LONG")).toEqual([
      "milestones.2.end:term_too_late",
    ]);
  });

  test("terms are counted from the earliest start of any", () => {
    const earlier = { ...medium0, start: addDays(start, -30) };
    expect(submit({ milestones: [short0, earlier, long0] })).toEqual([
      "milestones.0.end:term_too_late",
    ]);
  });

  test("the issue says the term and the day", () => {
    const { issues } = checkPlan("submit", context, {
      ...valid,
      milestones: [{ ...short0, end: addDays(start, 90) }, medium0, long0],
    });
    expect(issues).toEqual([
      {
        path: "milestones.0.end",
        code: "term_too_late",
        params: { term: "SHORT", limit: addDays(start, 60) },
      },
    ]);
  });

  test("no end before its start", () => {
    expect(ending(addDays(start, -1), "SHORT")).toEqual(["milestones.0.end:end_before_start"]);
  });

  test("three to thirty, and each term is there", () => {
    expect(submit({ milestones: [] })).toEqual(["milestones:too_few"]);
    expect(submit({ milestones: [short0, medium0] })).toEqual([
      "milestones:too_few",
      "milestones:term_missing",
    ]);
    const { issues } = checkPlan("submit", context, { ...valid, milestones: repeat(3, medium0) });
    expect(issues.map(({ params }) => params)).toEqual([{ term: "SHORT" }, { term: "LONG" }]);
    expect(submit({ milestones: [...valid.milestones, ...repeat(27, short0)] })).toEqual([]);
    expect(draft({ milestones: repeat(31, short0) })).toEqual(["milestones:too_many"]);
  });

  test("a status that is not given is planned", () => {
    const milestones = [{ ...short0, status: undefined }, medium0, long0];
    expect(checkPlan("draft", context, { ...valid, milestones }).document).toEqual(valid);
    expect(draft({ milestones: [{ ...short0, status: "LATE" }] })).toEqual([
      "milestones.0.status:invalid_choice",
    ]);
  });

  test("dates that do not exist are refused in a draft too", () => {
    expect(draft({ milestones: [{ ...short0, end: "2018-02-30" }] })).toEqual([
      "milestones.0.end:invalid_date",
    ]);
  });
});

describe("stakeholders and team", () => {
  const [promoter, other] = valid.stakeholders;

  test("three to twenty-five, one of them a promoter", () => {
    expect(submit({ stakeholders: [promoter, other] })).toEqual(["stakeholders:too_few"]);
    expect(submit({ stakeholders: repeat(25, promoter) })).toEqual([]);
    expect(draft({ stakeholders: repeat(26, promoter) })).toEqual(["stakeholders:too_many"]);
    expect(submit({ stakeholders: repeat(3, other) })).toEqual(["stakeholders:promoter_required"]);
    const justHigh = { ...promoter, influence: 3, interest: 3 };
    expect(submit({ stakeholders: repeat(3, justHigh) })).toEqual([]);
  });

  test("a latent one needs a strategy", () => {
    const latent = { ...promoter, id: uuid(5, 9), influence: 3, interest: 2 };
    expect(submit({ stakeholders: [...valid.stakeholders, latent] })).toEqual([
      "stakeholders.3.strategy:strategy_required",
    ]);
    const told = { ...latent, strategy: words(10) };
    expect(submit({ stakeholders: [...valid.stakeholders, told] })).toEqual([]);
    expect(submit({ stakeholders: [...valid.stakeholders, { ...told, strategy: "ya" }] })).toEqual([
      "stakeholders.3.strategy:too_short",
    ]);
  });

  test("a team of one to twelve has a leader", () => {
    const [leader] = valid.team;
    expect(submit({ team: [{ ...leader, role: "MEMBER" }] })).toEqual(["team:leader_required"]);
    expect(submit({ team: repeat(12, leader) })).toEqual([]);
    expect(draft({ team: repeat(13, leader) })).toEqual(["team:too_many"]);
  });
});

describe("risks", () => {
  test("one to ten, mitigated from 15 on", () => {
    const [risk] = valid.risks;
    expect(submit({ risks: repeat(10, risk) })).toEqual([]);
    expect(draft({ risks: repeat(11, risk) })).toEqual(["risks:too_many"]);
    expect(submit({ risks: [{ ...risk, likelihood: 5, impact: 3 }] })).toEqual([
      "risks.0.mitigation:mitigation_required",
    ]);
  });
});

describe("mentor", () => {
  const own = { name: "Siti Rahmawati", idNumber: "198609262015052001" };

  test.each([
    [{}, null],
    [{ name: "ab" }, "name:too_short"],
    [{ position: "" }, "position:required"],
    [{ idType: null }, "idType:required"],
    [{ idType: "NRP", idNumber: "70031234" }, null],
    [{ idType: "NRP" }, "idNumber:id_number_digits"],
    [{ idType: "NONE", idNumber: "" }, null],
    [{ idType: "NONE", idNumber: "left over" }, null],
    [{ idNumber: "" }, "idNumber:id_number_required"],
    [{ idNumber: "19700312 199503 1 002" }, null],
    [{ idNumber: "197003121995031000" }, "idNumber:id_number_sequence"],
    [{ email: "", phone: "" }, "email:email_or_phone"],
    [{ email: "", phone: "0811 2233 4455" }, null],
    [{ email: "bambang" }, "email:invalid_email"],
    [{ phone: "123" }, "phone:invalid_phone"],
    [{ idNumber: own.idNumber }, "name:mentor_is_author"],
    // two people may share a name; their numbers tell them apart
    [{ name: own.name }, null],
    [{ name: "SITI  rahmawati", idType: "NONE" }, "name:mentor_is_author"],
  ])("%j → %s", (change, issue) => {
    expect(submit({ mentor: { ...valid.mentor, ...change } })).toEqual(
      issue === null ? [] : [`mentor.${issue}`],
    );
  });

  test("the number is kept as digits, and not at all where there is none", () => {
    const mentorOf = (change: object) =>
      checkPlan("submit", context, { ...valid, mentor: { ...valid.mentor, ...change } }).document
        ?.mentor.idNumber;
    expect(mentorOf({ idNumber: "19700312 199503 1 002" })).toBe("197003121995031002");
    expect(mentorOf({ idType: "NONE", idNumber: "left over" })).toBe("");
  });

  test("an author without a number is told by name", () => {
    const unnumbered = { ...context, participant: { ...context.participant, idNumber: null } };
    expect(submit({ mentor: { ...valid.mentor, name: own.name } }, unnumbered)).toEqual([
      "mentor.name:mentor_is_author",
    ]);
  });
});

describe("transfer readiness", () => {
  test("each criterion once, 1–5", () => {
    const [first, ...others] = valid.transferReadiness;
    expect(submit({ transferReadiness: others })).toEqual(["transferReadiness.0.value:required"]);
    expect(draft({ transferReadiness: [{ ...first, value: 6 }, ...others] })).toEqual([
      "transferReadiness.0.value:out_of_range",
    ]);
    expect(draft({ transferReadiness: [{ ...first, criterionId: uuid(0xff, 1) }] })).toEqual([
      "transferReadiness.0.criterionId:unknown_criterion",
    ]);
    expect(draft({ transferReadiness: [first, first] })).toEqual([
      "transferReadiness.1.criterionId:duplicate_criterion",
    ]);
  });
});
