import { describe, expect, test } from "vitest";
import type { FieldIssue } from "@/lib/document/issue";
import type { Solution, SolutionsContext } from "@/lib/solution/model";
import {
  carrySolutions,
  causeText,
  checkSolutions,
  emptySolution,
  emptySolutions,
  solutionsSchema,
} from "@/lib/solution/schema";
import {
  exampleObstacle,
  exampleSolution,
  exampleSolutions,
  exampleSolutionsContext,
  solutionsContextOf,
  uuid,
  words,
} from "@/tests/support/documents";

const context = exampleSolutionsContext();
const FISHBONE_ID = uuid(0x66, 1);
const two = solutionsContextOf({
  obstacles: [
    exampleObstacle(1),
    {
      ...exampleObstacle(2),
      fishbone: [{ id: FISHBONE_ID, branch: "MONEY", cause: "Anggaran tidak tersedia" }],
    },
  ],
});

type Change = Partial<Record<keyof Solution, unknown>>;

/** Submits the example with the two alternatives of its one obstacle changed. */
function submit(selected: Change, other: Change = {}): string[] {
  const [group] = exampleSolutions(context).groups;
  const [first, second] = group?.alternatives ?? [];
  const groups = [
    {
      ...group,
      alternatives: [
        { ...first, ...selected },
        { ...second, ...other },
      ],
    },
  ];
  return short(checkSolutions("submit", context, { groups }).issues);
}

function short(issues: FieldIssue[]): string[] {
  return issues.map(({ path, code }) =>
    `${path}:${code}`.replace("groups.0.alternatives.", "").replace("groups.", "g"),
  );
}

function check(ctx: SolutionsContext, groups: unknown, mode: "draft" | "submit" = "submit") {
  return short(checkSolutions(mode, ctx, { groups }).issues);
}

const alternatives = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...exampleSolution(context, 100 + index),
    ...(index === 0
      ? {
          isSelected: true,
          risks: exampleSolutions(context).groups[0]?.alternatives[0]?.risks,
          resources: { people: 0, budgetIdr: 0, budgetSource: "NON_BUDGET" },
        }
      : {}),
  }));

test("the whole example is what a submit returns", () => {
  const example = exampleSolutions(context);
  expect(solutionsSchema("submit", context).parse(example)).toEqual(example);
});

describe("groups", () => {
  const obstacleId = context.obstacles[0]?.id ?? "";

  test("the document starts with the prioritised obstacles", () => {
    expect(emptySolutions(two)).toEqual({
      groups: [
        { obstacleId: uuid(2, 1), alternatives: [] },
        { obstacleId: uuid(2, 2), alternatives: [] },
      ],
    });
  });

  test("two to eight alternatives", () => {
    const some = (count: number) => [{ obstacleId, alternatives: alternatives(count) }];
    expect(check(context, some(0))).toEqual(["g0.alternatives:too_few"]);
    expect(check(context, some(1))).toEqual(["g0.alternatives:too_few"]);
    expect(check(context, some(2))).toEqual([]);
    expect(check(context, some(8))).toEqual([]);
    expect(check(context, some(9))).toEqual(["g0.alternatives:too_many"]);
    expect(check(context, some(9), "draft")).toEqual(["g0.alternatives:too_many"]);
    expect(check(context, some(1), "draft")).toEqual([]);
  });

  test("each prioritised obstacle has one, no other has", () => {
    const [group] = exampleSolutions(context).groups;
    expect(check(two, [group])).toEqual(["groups:obstacle_without_solution"]);
    const foreign = { ...exampleSolutions(context).groups[0], obstacleId: uuid(0xff, 1) };
    const fresh = {
      ...foreign,
      alternatives: foreign.alternatives?.map((entry, index) => ({
        ...entry,
        id: uuid(0xfe, index),
        risks: [],
      })),
    };
    expect(check(context, [group, fresh])).toEqual(["g1.obstacleId:unknown_obstacle"]);
    expect(check(context, [group, fresh], "draft")).toEqual([]);
    expect(check(context, [group, { obstacleId, alternatives: [] }], "draft")).toEqual([
      "g1.obstacleId:duplicate_obstacle",
    ]);
    expect(check(context, [{ alternatives: [] }], "draft")).toEqual(["g0.obstacleId:required"]);
  });
});

describe("selection", () => {
  test("exactly one", () => {
    expect(submit({ isSelected: false })).toEqual(["g0.selected:none_selected"]);
    expect(submit({}, { isSelected: true, rationale: words(30) })).toContain(
      "g0.selected:more_than_one_selected",
    );
  });

  test("one that is not the best needs a reason of 30 letters", () => {
    const better = { mcnamara: { contribution: 5, cost: 5, feasibility: 5 } };
    expect(submit({}, better)).toEqual(["0.rationale:rationale_required"]);
    expect(submit({ rationale: words(29) }, better)).toEqual(["0.rationale:too_short"]);
    expect(submit({ rationale: words(30) }, better)).toEqual([]);
    expect(submit({ rationale: "r".repeat(501) }, better)).toEqual(["0.rationale:too_long"]);
  });

  test("one that is as good as the best needs none", () => {
    expect(submit({}, { mcnamara: { contribution: 3, cost: 5, feasibility: 5 } })).toEqual([]);
  });

  test("a reason left over on another is not submitted, and not judged", () => {
    const [group] = exampleSolutions(context).groups;
    const groups = [
      {
        ...group,
        alternatives: group?.alternatives.map((entry, index) =>
          index === 1 ? { ...entry, rationale: "sisa" } : entry,
        ),
      },
    ];
    const { document, issues } = checkSolutions("submit", context, { groups });
    expect(issues).toEqual([]);
    expect(document?.groups[0]?.alternatives[1]?.rationale).toBe("");
  });

  test("the selected one states its risks and resources; the others need not", () => {
    expect(submit({ risks: [], resources: {} })).toEqual([
      "0.risks:required",
      "0.resources.people:required",
      "0.resources.budgetIdr:required",
      "0.resources.budgetSource:required",
    ]);
  });

  test("one at least is for the own unit, or there could be no plan", () => {
    expect(submit({ forHost: true })).toEqual(["groups:none_for_own_unit"]);
    const groups = exampleSolutions(two).groups.map((group, at) => ({
      ...group,
      alternatives: group.alternatives.map((entry) => ({
        ...entry,
        forHost: at === 0,
        risks: entry.risks.map((risk) => ({ ...risk, id: uuid(0xfd, at) })),
      })),
    }));
    expect(check(two, groups)).toEqual([]);
  });
});

test.each([
  [{ title: words(9) }, "title:too_short"],
  [{ title: "t".repeat(121) }, "title:too_long"],
  [{ description: words(49) }, "description:too_short"],
  [{ causeRef: null }, "causeRef:required"],
  [{ causeRef: "cause:2" }, "causeRef:unknown_cause"],
  [{ causeRef: "cause:1" }, null],
  [{ causeRef: "cause:x" }, "causeRef:unknown_cause"],
  [{ causeRef: `fishbone:${FISHBONE_ID}` }, "causeRef:unknown_cause"],
  [{ transferType: null }, "transferType:required"],
  [{ transferType: "STEAL" }, "transferType:invalid_choice"],
  [{ transferType: "REPLICATE", sourceInnovationId: null }, "sourceInnovationId:required"],
  [{ transferType: "INSPIRE", sourceInnovationId: null }, null],
  [{ sourceInnovationId: uuid(0xff, 1) }, "sourceInnovationId:unknown_innovation"],
  [{ transferType: "ADAPT" }, "adaptedWhat:required"],
  [{ transferType: "MODIFY", adaptedWhat: words(19) }, "adaptedWhat:too_short"],
  [{ transferType: "MODIFY", adaptedWhat: words(20) }, null],
  [{ forHost: null }, "forHost:required"],
  [
    { mcnamara: { contribution: 0, cost: 4, feasibility: 4 } },
    "mcnamara.contribution:out_of_range",
  ],
  [{ mcnamara: { contribution: 5, cost: 4 } }, "mcnamara.feasibility:required"],
])("%j → %s", (change, issue) => {
  const found = submit(change);
  if (issue === null) expect(found).toEqual([]);
  else expect(found).toContain(`0.${issue}`);
});

describe("risks and resources", () => {
  const risk = { id: uuid(0x44, 1), text: words(10), likelihood: 3, impact: 5, mitigation: "" };

  test.each([
    [{}, "risks.0.mitigation:mitigation_required"],
    [{ mitigation: words(9) }, "risks.0.mitigation:too_short"],
    [{ mitigation: words(10) }, null],
    [{ impact: 4 }, null],
    [{ likelihood: 5, impact: 5, mitigation: words(10) }, null],
    [{ likelihood: 6 }, "risks.0.likelihood:out_of_range"],
    [{ text: words(9) }, "risks.0.text:too_short"],
  ])("risk %j → %s", (change, issue) => {
    const found = submit({ risks: [{ ...risk, ...change }] });
    if (issue === null) expect(found).toEqual([]);
    else expect(found).toContain(`0.${issue}`);
  });

  test("at most five risks", () => {
    const risks = Array.from({ length: 6 }, (_, index) => ({ ...risk, id: uuid(0x44, index) }));
    expect(submit({ risks })).toContain("0.risks:too_many");
  });

  const resources = { people: 0, budgetIdr: 0, budgetSource: "NON_BUDGET", legalNeed: "" };
  test.each([
    [{}, null],
    [{ people: 999, budgetIdr: 1_000_000_000_000 }, null],
    [{ people: 1000 }, "people:out_of_range"],
    [{ people: -1 }, "people:out_of_range"],
    [{ people: 1.5 }, "people:not_an_integer"],
    [{ budgetIdr: 1_000_000_000_001 }, "budgetIdr:out_of_range"],
    [{ budgetSource: "GIFT" }, "budgetSource:invalid_choice"],
    [{ legalNeed: "l".repeat(301) }, "legalNeed:too_long"],
  ])("resources %j → %s", (change, issue) => {
    const found = submit({ resources: { ...resources, ...change } });
    expect(found).toEqual(issue === null ? [] : [`0.resources.${issue}`]);
  });
});

describe("carried over", () => {
  test("new obstacles get a group, gone ones stay behind while they hold something", () => {
    const document = {
      groups: [
        { obstacleId: uuid(0xff, 1), alternatives: [exampleSolution(context, 1)] },
        { obstacleId: uuid(0xff, 2), alternatives: [] },
        { obstacleId: uuid(2, 2), alternatives: [exampleSolution(context, 2)] },
      ],
    };
    const carried = carrySolutions(document, two);
    expect(
      carried.groups.map(({ obstacleId, alternatives: { length } }) => [obstacleId, length]),
    ).toEqual([
      [uuid(2, 1), 0],
      [uuid(2, 2), 1],
      [uuid(0xff, 1), 1],
    ]);
  });

  test("a cause that has gone is let go", () => {
    const kept = { ...emptySolution(uuid(3, 1)), causeRef: `fishbone:${FISHBONE_ID}` as const };
    const gone = { ...emptySolution(uuid(3, 2)), causeRef: "cause:4" as const };
    const document = { groups: [{ obstacleId: uuid(2, 2), alternatives: [kept, gone] }] };
    const [, group] = carrySolutions(document, two).groups;
    expect(group?.alternatives.map(({ causeRef }) => causeRef)).toEqual([kept.causeRef, null]);
  });

  test("what a reference says", () => {
    const [first, second] = two.obstacles;
    if (!first || !second) throw new Error("there are two");
    expect(causeText(first, "cause:0")).toBe("Data dikirim dari desa sekali setahun");
    expect(causeText(first, "cause:2")).toBeNull();
    expect(causeText(second, `fishbone:${FISHBONE_ID}`)).toBe("Anggaran tidak tersedia");
    expect(causeText(first, `fishbone:${FISHBONE_ID}`)).toBeNull();
  });
});
