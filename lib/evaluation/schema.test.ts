import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FieldIssue } from "@/lib/document/issue";
import type { Evaluation, EvaluationContext } from "@/lib/evaluation/model";
import {
  checkEvaluation,
  emptyEvaluation,
  evaluationDefinition,
  evaluationSchema,
} from "@/lib/evaluation/schema";
import { arbitraryEvaluation } from "@/tests/support/arbitraries";
import {
  exampleEvaluation,
  exampleEvaluationContext,
  exampleRubric,
  uuid,
  words,
} from "@/tests/support/documents";

const context = exampleEvaluationContext();
const valid = exampleEvaluation(context);
const [source] = valid.sources;
const [evidence] = valid.evidence;
const [strength] = valid.strengths;
if (!source || !evidence || !strength) throw new Error("the example has items");

function submit(change: Partial<Record<keyof Evaluation, unknown>>, ctx = context): string[] {
  return short(checkEvaluation("submit", ctx, { ...exampleEvaluation(ctx), ...change }).issues);
}

function draft(change: Partial<Record<keyof Evaluation, unknown>>): string[] {
  return short(checkEvaluation("draft", context, { ...valid, ...change }).issues);
}

function short(issues: FieldIssue[]): string[] {
  return issues.map(({ path, code }) => `${path}:${code}`);
}

/** The example's scores with other values for the first criteria. */
function scored(...given: { value: number | null; note?: string }[]) {
  return valid.scores.map((score, index) => ({ ...score, note: "", ...given[index] }));
}

const items = <T extends object>(count: number, item: T) =>
  Array.from({ length: count }, (_, index) => ({ ...item, id: uuid(0x77, index) }));

test("the example passes, and comes back as it was", () => {
  expect(checkEvaluation("submit", context, valid)).toEqual({
    document: valid,
    issues: [],
    warnings: [],
  });
  expect(evaluationSchema("submit", context).parse(valid)).toEqual(valid);
});

test("the empty document is a draft and says all that is missing", () => {
  const empty = emptyEvaluation(context);
  expect(checkEvaluation("draft", context, empty)).toEqual({
    document: empty,
    issues: [],
    warnings: [],
  });
  expect(short(checkEvaluation("submit", context, empty).issues)).toEqual([
    "visitDate:required",
    "methods:required",
    "sources:required",
    "scores.0.value:required",
    "scores.1.value:required",
    "scores.2.value:required",
    "scores.3.value:required",
    "scores.4.value:required",
    "evidence:required",
    "strengths:too_few",
    "innovationStage:required",
    "summary:required",
    "confidence:required",
  ]);
});

test("nothing at all is an empty draft", () => {
  for (const input of [undefined, null, {}]) {
    expect(checkEvaluation("draft", context, input).document).toEqual(emptyEvaluation(context));
  }
});

test("innovation and rubric are set from the context, whatever was sent", () => {
  const { document } = checkEvaluation("submit", context, {
    ...valid,
    innovationId: "another",
    rubricVersionId: "another",
  });
  expect(document).toMatchObject({
    innovationId: context.innovationId,
    rubricVersionId: context.rubric.id,
  });
});

describe("date of the visit", () => {
  const visiting = (mode: EvaluationContext["visit"]["mode"], today = "2018-09-30") =>
    exampleEvaluationContext({ visit: { ...context.visit, mode }, today });

  test.each([
    ["ONSITE", "2018-08-05", ["visitDate:outside_visit"]],
    ["ONSITE", "2018-08-06", []],
    ["ONSITE", "2018-08-08", []],
    ["ONSITE", "2018-08-09", ["visitDate:outside_visit"]],
    ["HYBRID", "2018-08-09", ["visitDate:outside_visit"]],
    ["VIRTUAL", "2018-07-29", ["visitDate:outside_visit"]],
    ["VIRTUAL", "2018-07-30", []],
    ["VIRTUAL", "2018-08-15", []],
    ["VIRTUAL", "2018-08-16", ["visitDate:outside_visit"]],
  ] as const)("%s visit, %s", (mode, visitDate, expected) => {
    expect(submit({ visitDate }, visiting(mode))).toEqual(expected);
  });

  test("never in the future", () => {
    expect(submit({ visitDate: "2018-08-08" }, visiting("ONSITE", "2018-08-07"))).toEqual([
      "visitDate:date_in_future",
    ]);
    expect(submit({ visitDate: "2018-08-07" }, visiting("ONSITE", "2018-08-07"))).toEqual([]);
  });

  test("the issue says between which days", () => {
    const { issues } = checkEvaluation("submit", visiting("VIRTUAL"), {
      ...valid,
      visitDate: "2018-01-01",
    });
    expect(issues).toEqual([
      {
        path: "visitDate",
        code: "outside_visit",
        params: { from: "2018-07-30", to: "2018-08-15" },
      },
    ]);
  });

  test("a draft may hold any day that exists", () => {
    expect(draft({ visitDate: "2001-01-01" })).toEqual([]);
    expect(draft({ visitDate: "2018-02-30" })).toEqual(["visitDate:invalid_date"]);
  });
});

describe("methods and sources", () => {
  test("one to five methods", () => {
    expect(submit({ methods: [] })).toEqual(["methods:required"]);
    expect(submit({ methods: ["FGD", "DEMO", "DOCUMENT", "OBSERVATION", "INTERVIEW"] })).toEqual(
      [],
    );
    expect(draft({ methods: ["PHONE"] })).toEqual(["methods:invalid_choice"]);
  });

  test("one to ten sources", () => {
    expect(submit({ sources: items(10, source) })).toEqual([]);
    expect(submit({ sources: items(11, source) })).toEqual(["sources:too_many"]);
    expect(draft({ sources: items(11, source) })).toEqual(["sources:too_many"]);
  });

  test.each([
    ["name", "A", "too_short"],
    ["name", "Bu", null],
    ["name", words(81), "too_long"],
    ["role", "", "required"],
    ["unit", "D", "too_short"],
    ["unit", "d".repeat(121), "too_long"],
    ["type", null, "required"],
    ["type", "GHOST", "invalid_choice"],
    ["name", "Asep 3204012509860001", "identity_number"],
    ["role", "Warga, NIK 3204 0125 0986 0001", "identity_number"],
  ])("%s %j → %s", (field, value, code) => {
    expect(submit({ sources: [{ ...source, [field]: value }] })).toEqual(
      code ? [`sources.0.${field}:${code}`] : [],
    );
  });
});

describe("scores", () => {
  test("each criterion of the rubric, once", () => {
    expect(submit({ scores: valid.scores.slice(1) })).toEqual(["scores.0.value:required"]);
    const stranger = [{ criterionId: uuid(0xff, 1), value: 3, note: "" }, ...valid.scores.slice(1)];
    expect(draft({ scores: stranger })).toEqual(["scores.0.criterionId:unknown_criterion"]);
    const twice = [valid.scores[1], ...valid.scores.slice(1)];
    expect(draft({ scores: twice })).toEqual(["scores.1.criterionId:duplicate_criterion"]);
  });

  test("they come back in the rubric's order", () => {
    const { document } = checkEvaluation("submit", context, {
      ...valid,
      scores: [...valid.scores].reverse(),
    });
    expect(document).toEqual(valid);
  });

  test.each([0, 6, 2.5])("%d is not on a scale of 1–5", (value) => {
    expect(draft({ scores: scored({ value }) })[0]).toMatch(/^scores\.0\.value:/);
  });

  test("both ends of the scale need a note of 20 letters", () => {
    expect(submit({ scores: scored({ value: 1 }) })).toEqual(["scores.0.note:note_required"]);
    expect(submit({ scores: scored({ value: 1, note: words(19) }) })).toEqual([
      "scores.0.note:too_short",
    ]);
    expect(submit({ scores: scored({ value: 1, note: words(20) }) })).toEqual([]);
    expect(submit({ scores: scored({ value: 2 }, { value: 4 }) })).toEqual([]);
    expect(submit({ scores: scored({ value: 2, note: "n".repeat(601) }) })).toEqual([
      "scores.0.note:too_long",
    ]);
  });

  test("a top score needs evidence that names its criterion", () => {
    const scores = scored({ value: 5, note: words(20) });
    expect(submit({ scores })).toEqual(["scores.0.value:evidence_required"]);
    const other = { ...evidence, criterionId: valid.scores[1]?.criterionId };
    expect(submit({ scores, evidence: [other] })).toEqual(["scores.0.value:evidence_required"]);
    const own = { ...evidence, criterionId: valid.scores[0]?.criterionId };
    expect(submit({ scores, evidence: [own] })).toEqual([]);
  });

  test("levels 0–3: notes at 0 and 3, evidence for a 3", () => {
    const iga = exampleEvaluationContext({ rubric: exampleRubric("LEVEL_0_3") });
    const scores = exampleEvaluation(iga).scores.map((score, index) => ({
      ...score,
      value: [0, 3, 1, 2][index] ?? 2,
    }));
    expect(submit({ scores }, iga)).toEqual([
      "scores.0.note:note_required",
      "scores.1.note:note_required",
      "scores.1.value:evidence_required",
    ]);
  });

  test("a gate asks for a note on a no, and for no evidence on a yes", () => {
    const gate = exampleEvaluationContext({ rubric: exampleRubric("YES_NO") });
    expect(submit({}, gate)).toEqual([]);
    const scores = exampleEvaluation(gate).scores.map((score) => ({ ...score, value: 0 }));
    expect(submit({ scores }, gate)).toHaveLength(5);
  });

  test("a reversed criterion is at its top where its value is lowest", () => {
    const rubric = exampleRubric();
    const reversed = exampleEvaluationContext({
      rubric: { ...rubric, criteria: rubric.criteria.map((c) => ({ ...c, reverse: true })) },
    });
    const scores = scored({ value: 1, note: words(20) }, { value: 5, note: words(20) });
    expect(submit({ scores }, reversed)).toEqual(["scores.0.value:evidence_required"]);
  });
});

describe("evidence", () => {
  const photo = { hash: "ab".repeat(32), size: 300_000, type: "image/jpeg", name: "loket.jpg" };
  const saidBy = valid.sources[0]?.id;
  const paper = { ...photo, type: "application/pdf", name: "SK.pdf" };

  test.each([
    [{ kind: "LINK", url: "" }, "url:required"],
    [{ kind: "LINK", url: "http://a.go.id" }, "url:invalid_link"],
    [{ kind: "QUOTE", url: "", sourceId: saidBy }, null],
    [{ kind: "QUOTE", url: "left over", sourceId: saidBy }, null],
    [{ kind: "QUOTE", url: "" }, "sourceId:quote_source_required"],
    [{ kind: "QUOTE", sourceId: uuid(0xff, 1) }, "sourceId:source_gone"],
    [{ kind: "QUOTE", sourceId: "siapa" }, "sourceId:invalid_id"],
    [{ sourceId: uuid(0xff, 1) }, null],
    [{ claimId: valid.strengths[1]?.id }, null],
    [{ claimId: uuid(0xff, 1) }, "claimId:claim_gone"],
    [{ kind: "PHOTO" }, "file:required"],
    [{ kind: "FILE" }, "file:required"],
    [{ kind: "PHOTO", file: photo }, "nobodyShown:nobody_shown_required"],
    [{ kind: "PHOTO", file: photo, nobodyShown: false }, "nobodyShown:nobody_shown_required"],
    [{ kind: "PHOTO", file: photo, nobodyShown: true }, null],
    [{ kind: "PHOTO", file: paper, nobodyShown: true }, "file:photo_expected"],
    [{ kind: "FILE", file: paper }, null],
    [{ kind: "FILE", file: { ...paper, hash: "../etc" } }, "file.hash:invalid_file"],
    [{ kind: "FILE", file: { ...paper, size: 5 * 1024 * 1024 + 1 } }, "file.size:out_of_range"],
    [{ kind: "FILE", file: { ...paper, type: "image/svg+xml" } }, "file.type:invalid_choice"],
    [{ kind: null }, "kind:required"],
    [{ caption: "abcd" }, "caption:too_short"],
    [{ caption: "c".repeat(201) }, "caption:too_long"],
    [{ criterionId: uuid(0xff, 1) }, "criterionId:unknown_criterion"],
  ])("%j → %s", (change, issue) => {
    expect(submit({ evidence: [{ ...evidence, ...change }] })).toEqual(
      issue ? [`evidence.0.${issue}`] : [],
    );
  });

  test("one to twenty pieces", () => {
    expect(submit({ evidence: [] })).toEqual(["evidence:required"]);
    expect(submit({ evidence: items(20, evidence) })).toEqual([]);
    expect(draft({ evidence: items(21, evidence) })).toEqual(["evidence:too_many"]);
  });

  test("a photo that is not chosen yet may stand in a draft", () => {
    expect(draft({ evidence: [{ ...evidence, kind: "PHOTO" }] })).toEqual([]);
  });

  test("a file left over on another kind is not submitted", () => {
    const left = { ...evidence, kind: "QUOTE", file: photo, nobodyShown: true };
    const { document } = checkEvaluation("submit", context, { ...valid, evidence: [left] });
    expect(document?.evidence[0]).not.toHaveProperty("file");
    expect(document?.evidence[0]).not.toHaveProperty("nobodyShown");
  });

  test("who said it is kept for a quotation alone", () => {
    const said = { ...evidence, kind: "QUOTE", url: "", sourceId: saidBy };
    const check = (item: object) =>
      checkEvaluation("submit", context, { ...valid, evidence: [item] }).document?.evidence[0];
    expect(check(said)).toHaveProperty("sourceId", saidBy);
    expect(check({ ...evidence, sourceId: saidBy })).not.toHaveProperty("sourceId");
  });

  test("a draft keeps what it was tied to, also when that is gone, and one of before has no ties", () => {
    const gone = { ...evidence, kind: "QUOTE", sourceId: uuid(0xff, 1), claimId: uuid(0xff, 2) };
    const { document, issues } = checkEvaluation("draft", context, { ...valid, evidence: [gone] });
    expect(issues).toEqual([]);
    expect(document?.evidence[0]).toMatchObject({ sourceId: gone.sourceId, claimId: gone.claimId });
    const before = checkEvaluation("draft", context, {
      ...valid,
      evidence: [{ ...evidence, kind: "QUOTE" }],
    });
    expect(before.issues).toEqual([]);
    expect(before.document?.evidence[0]).not.toHaveProperty("sourceId");
  });

  test("an address left over on a quotation is not submitted", () => {
    const quote = { ...evidence, kind: "QUOTE", url: "left over", sourceId: saidBy };
    const { document } = checkEvaluation("submit", context, { ...valid, evidence: [quote] });
    expect(document?.evidence[0]?.url).toBe("");
  });
});

describe("strengths, results, conclusion", () => {
  test("two to seven strengths of 20 to 400", () => {
    expect(submit({ strengths: [strength] })).toEqual(["strengths:too_few"]);
    expect(submit({ strengths: items(7, strength) })).toEqual([]);
    expect(draft({ strengths: items(8, strength) })).toEqual(["strengths:too_many"]);
    expect(submit({ strengths: items(2, { text: words(19) }) })).toEqual([
      "strengths.0.text:too_short",
      "strengths.1.text:too_short",
    ]);
    expect(submit({ strengths: items(2, { text: "s".repeat(401) }) })).toHaveLength(2);
  });

  const result = {
    id: uuid(1, 9),
    indicator: "Warga terlayani",
    before: 10,
    after: 50.5,
    unit: "orang",
    source: "Laporan bulanan",
    explanation: "",
  };
  test.each([
    [{}, null],
    [{ after: null }, "explanation:after_or_explanation"],
    [{ after: null, explanation: words(20) }, null],
    [{ before: null }, null],
    [{ before: null, after: null, unit: "", explanation: words(20) }, null],
    [{ unit: "" }, "unit:required"],
    [{ unit: "u".repeat(21) }, "unit:too_long"],
    [{ source: "" }, "source:required"],
    [{ indicator: "ab" }, "indicator:too_short"],
    [{ beforeOn: "2018-08-11" }, "beforeOn:date_in_future"],
    [{ afterOn: "2018-08-10" }, null],
    [{ afterOn: "2018-08-11" }, "afterOn:date_in_future"],
    [{ beforeOn: "2018-01-02", afterOn: "2018-01-01" }, "afterOn:end_before_start"],
    [{ after: "50" }, "after:invalid_type"],
    [{ after: 1e13 }, "after:out_of_range"],
  ])("result %j → %s", (change, issue) => {
    expect(submit({ results: [{ ...result, ...change }] })).toEqual(
      issue ? [`results.0.${issue}`] : [],
    );
  });

  test("at most five results", () => {
    expect(draft({ results: items(6, result) })).toEqual(["results:too_many"]);
  });

  test.each([
    [{ summary: words(99) }, "summary:too_short"],
    [{ summary: "s".repeat(1500) }, null],
    [{ summary: "s".repeat(1501) }, "summary:too_long"],
    [{ confidence: 0 }, "confidence:out_of_range"],
    [{ confidence: null }, "confidence:required"],
    [{ innovationStage: "IDEA" }, "innovationStage:invalid_choice"],
    [{ facet: "ADAPTIVE" }, null],
    [{ facet: "NONE" }, "facet:invalid_choice"],
  ])("%j → %s", (change, issue) => {
    expect(submit(change)).toEqual(issue ? [issue] : []);
  });
});

test("item ids are unique in the whole document", () => {
  expect(draft({ evidence: [{ ...evidence, id: source.id }] })).toEqual([
    "evidence.0.id:duplicate_id",
  ]);
  expect(draft({ sources: [{ ...source, id: undefined }] })).toEqual(["sources.0.id:invalid_id"]);
});

test("free text that looks like personal data warns and does not refuse", () => {
  const check = checkEvaluation("submit", context, {
    ...valid,
    summary: `${words(100)} 3204012509860001`,
    strengths: [{ ...strength, text: `${strength.text} 0812-3456-7890` }, valid.strengths[1]],
  });
  expect(check.issues).toEqual([]);
  expect(short(check.warnings)).toEqual([
    "strengths.0.text:looks_like_phone_number",
    "summary:looks_like_identity_number",
  ]);
});

describe("properties", () => {
  const rubrics = ["SCALE_1_5", "LEVEL_0_3", "YES_NO", "SCALE_0_100"] as const;

  test.each(rubrics)("%s: what is generated passes, as a draft too, and stays as it is", (kind) => {
    const ctx = exampleEvaluationContext({ rubric: exampleRubric(kind) });
    fc.assert(
      fc.property(arbitraryEvaluation(ctx), (document) => {
        const check = checkEvaluation("submit", ctx, document);
        expect(check.issues).toEqual([]);
        expect(check.document).toEqual(document);
        expect(checkEvaluation("draft", ctx, document)).toEqual(check);
      }),
      { numRuns: 30 },
    );
  });
});

test("the definition offers the stage under the common shape", () => {
  const { carry, derive, empty, schema } = evaluationDefinition;
  expect(empty(context)).toEqual(emptyEvaluation(context));
  expect(carry(valid, context)).toEqual(valid);
  expect(derive(valid, context)).toMatchObject({ total: 60, scored: 5, evidenceCount: 1 });
  expect(schema("draft", context).safeParse(5).success).toBe(false);
});
