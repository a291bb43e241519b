import { describe, expect, test } from "vitest";
import type { FieldIssue } from "@/lib/document/issue";
import type { Obstacle } from "@/lib/obstacle/model";
import { carryObstacles, checkObstacles, obstaclesSchema } from "@/lib/obstacle/schema";
import {
  exampleObstacle,
  exampleObstacles,
  exampleObstaclesContext,
  uuid,
  words,
} from "@/tests/support/documents";

const context = exampleObstaclesContext();
const evidenceId = context.evaluation.evidence[0]?.id ?? "";
const criterionId = context.rubric.criteria[0]?.id ?? "";
const INELIGIBLE = { actual: true, problematic: false, public: true, feasible: true };

type Change = Partial<Record<keyof Obstacle, unknown>>;

function submit(...changes: Change[]): string[] {
  const obstacles = changes.map((change, index) => ({ ...exampleObstacle(index + 1), ...change }));
  return short(checkObstacles("submit", context, { obstacles }).issues);
}

function draft(change: Change): string[] {
  const obstacles = [{ ...exampleObstacle(1), ...change }];
  return short(checkObstacles("draft", context, { obstacles }).issues);
}

function short(issues: FieldIssue[]): string[] {
  return issues.map(({ path, code }) => `${path.replace(/^obstacles\./, "")}:${code}`);
}

const many = (count: number): Change[] => Array.from({ length: count }, () => ({}));

test("one to ten obstacles", () => {
  expect(submit()).toEqual(["obstacles:required"]);
  expect(submit(...many(10))).toEqual([]);
  expect(submit(...many(11))).toEqual(["obstacles:too_many"]);
  expect(checkObstacles("draft", context, { obstacles: [] }).issues).toEqual([]);
});

test.each([
  [{ title: words(9) }, "title:too_short"],
  [{ title: words(10) }, null],
  [{ title: "t".repeat(120) }, null],
  [{ title: "t".repeat(121) }, "title:too_long"],
  [{ description: words(49) }, "description:too_short"],
  [{ description: "d".repeat(1501) }, "description:too_long"],
  [{ locus: null }, "locus:required"],
  [{ locus: "SPACE" }, "locus:invalid_choice"],
  [{ category: null }, "category:required"],
  [{ category: "MOOD" }, "category:invalid_choice"],
  [{ affected: "ab" }, "affected:too_short"],
  [{ affected: "" }, "affected:required"],
  [{ existingResponse: "ya" }, null],
  [{ existingResponse: "e".repeat(801) }, "existingResponse:too_long"],
  [{ tags: ["BUDGET", "DATA", "CULTURE"] }, null],
  [{ tags: ["BUDGET", "PROCESS", "CULTURE", "REGULATION"] }, "tags:too_many"],
  [{ criterionId }, null],
  [{ criterionId: uuid(0xff, 1) }, "criterionId:unknown_criterion"],
  [{ usg: { urgency: 6, seriousness: 1, growth: 1 } }, "usg.urgency:out_of_range"],
  [{ apkl: { actual: true, problematic: null, public: true } }, "apkl.problematic:required"],
])("%j → %s", (change, issue) => {
  const found = submit(change);
  if (issue === null) expect(found).toEqual([]);
  else expect(found).toContain(`0.${issue}`);
});

describe("titles", () => {
  test("are told apart without case and spacing; the later one is to change", () => {
    expect(submit({ title: "Data belum mutakhir" }, { title: "DATA  belum Mutakhir" }, {})).toEqual(
      ["1.title:duplicate_title"],
    );
  });

  test("may be alike in a draft", () => {
    const obstacles = [
      exampleObstacle(1),
      { ...exampleObstacle(2), title: exampleObstacle(1).title },
    ];
    expect(checkObstacles("draft", context, { obstacles }).issues).toEqual([]);
  });
});

describe("evidence", () => {
  test.each([
    ["HOST", [], ["0.evidenceIds:host_evidence_required"]],
    ["BOTH", [], ["0.evidenceIds:host_evidence_required"]],
    ["OWN_UNIT", [], []],
    ["HOST", [evidenceId], []],
    ["HOST", [uuid(0xff, 1)], ["0.evidenceIds.0:unknown_evidence"]],
  ])("%s with %j", (locus, evidenceIds, expected) => {
    expect(submit({ locus, evidenceIds })).toEqual(expected);
  });

  test("the same piece twice is one", () => {
    const { document } = checkObstacles("draft", context, {
      obstacles: [{ ...exampleObstacle(1), evidenceIds: [evidenceId, evidenceId] }],
    });
    expect(document?.obstacles[0]?.evidenceIds).toEqual([evidenceId]);
  });

  test("at most five", () => {
    const ids = Array.from({ length: 6 }, (_, index) => uuid(0xff, index));
    expect(draft({ evidenceIds: ids })).toEqual(["0.evidenceIds:too_many"]);
  });

  test("what stage 1 no longer has is let go when it is carried over", () => {
    const document = {
      obstacles: [{ ...exampleObstacle(1), evidenceIds: [evidenceId, uuid(0xff, 1)] }],
    };
    expect(carryObstacles(document, context).obstacles[0]?.evidenceIds).toEqual([evidenceId]);
  });
});

describe("APKL and USG", () => {
  test("what passed must be scored", () => {
    expect(submit({ usg: { urgency: 3 } })).toEqual([
      "0.usg.seriousness:required",
      "0.usg.growth:required",
      "obstacles:no_prioritised",
    ]);
  });

  test("what did not pass stays as a note, without USG and half a chain", () => {
    const note = {
      ...exampleObstacle(2),
      apkl: INELIGIBLE,
      usg: { urgency: 5 },
      causes: ["Baru satu"],
    };
    const check = checkObstacles("submit", context, { obstacles: [exampleObstacle(1), note] });
    expect(check.issues).toEqual([]);
    expect(check.document?.obstacles[1]).toMatchObject({ usg: {}, causes: [] });
    const inDraft = checkObstacles("draft", context, { obstacles: [note] });
    expect(inDraft.document?.obstacles[0]).toMatchObject({
      usg: { urgency: 5 },
      causes: ["Baru satu"],
    });
  });

  test("at least one must pass", () => {
    expect(submit({ apkl: INELIGIBLE })).toEqual(["obstacles:no_prioritised"]);
  });
});

describe("causes", () => {
  const cause = words(10);

  test.each([
    [[cause], ["0.causes:too_few"]],
    [[cause, cause], []],
    [[cause, cause, cause, cause, cause], []],
    [[cause, ""], ["0.causes.1:required"]],
    [[cause, words(9)], ["0.causes.1:too_short"]],
    [[cause, "c".repeat(301)], ["0.causes.1:too_long"]],
    [Array(6).fill(cause), ["0.causes:too_many"]],
  ])("%j → %j", (causes, expected) => {
    expect(submit({ causes })).toEqual(expected);
  });

  test("the first in rank needs its root cause, the others may go without", () => {
    const low = { usg: { urgency: 1, seriousness: 1, growth: 1 } };
    expect(submit({ causes: [] }, low)).toEqual(["0.causes:root_cause_required"]);
    expect(submit({ ...low, causes: [] }, {})).toEqual([]);
  });
});

describe("fishbone", () => {
  const bone = (count: number, branch: string, group = 0x55) =>
    Array.from({ length: count }, (_, index) => ({
      id: uuid(group, index),
      branch,
      cause: "Petugas kurang",
    }));

  test("six a branch, twenty-four in all, in a draft too", () => {
    expect(draft({ fishbone: bone(6, "MAN") })).toEqual([]);
    expect(draft({ fishbone: bone(7, "MAN") })).toEqual(["0.fishbone:too_many_in_branch"]);
    expect(draft({ fishbone: bone(25, "MAN") })).toEqual(["0.fishbone:too_many"]);
    const full = ["MAN", "METHOD", "MACHINE", "MONEY"].flatMap((branch, index) =>
      bone(6, branch, 0x50 + index),
    );
    expect(submit({ fishbone: full })).toEqual([]);
  });

  test("a branch and five letters", () => {
    expect(submit({ fishbone: [{ id: uuid(0x55, 1), branch: null, cause: "abcd" }] })).toEqual([
      "0.fishbone.0.branch:required",
      "0.fishbone.0.cause:too_short",
    ]);
  });
});

test("the main category is not among the tags that are submitted", () => {
  const { document } = checkObstacles("submit", context, {
    obstacles: [{ ...exampleObstacle(1), category: "DATA", tags: ["DATA", "BUDGET"] }],
  });
  expect(document?.obstacles[0]?.tags).toEqual(["BUDGET"]);
});

describe("a criterion that scored well", () => {
  const warned = (value: number, rubric = context.rubric) =>
    checkObstacles(
      "submit",
      { rubric, evaluation: { ...context.evaluation, scores: [{ criterionId, value }] } },
      { obstacles: [{ ...exampleObstacle(1), criterionId }] },
    );

  test.each([
    [3, []],
    [4, ["0.criterionId:criterion_not_weak"]],
    [5, ["0.criterionId:criterion_not_weak"]],
  ])("%d → %j, never refused", (value, expected) => {
    const { issues, warnings } = warned(value);
    expect(issues).toEqual([]);
    expect(short(warnings)).toEqual(expected);
  });

  test("of a reversed criterion, a low value is the good one", () => {
    const criteria = context.rubric.criteria.map((entry) => ({ ...entry, reverse: true }));
    const reversed = { ...context.rubric, criteria };
    expect(warned(2, reversed).warnings).toHaveLength(1);
    expect(warned(5, reversed).warnings).toHaveLength(0);
  });
});

test("the whole example is what a submit returns", () => {
  expect(obstaclesSchema("submit", context).parse(exampleObstacles())).toEqual(exampleObstacles());
});
