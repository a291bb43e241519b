import { expect, test } from "vitest";
import { emptyEvaluation } from "@/lib/evaluation/schema";
import { deriveEvaluation } from "@/lib/evaluation/scoring";
import {
  exampleEvaluation,
  exampleEvaluationContext,
  exampleRubric,
} from "@/tests/support/documents";

const bands = [
  { label: { id: "Memuaskan", en: "Satisfactory" }, min: 80.01 },
  { label: { id: "Kurang", en: "Poor" }, min: 0 },
];

test("total, band and counts come from the document alone", () => {
  const context = exampleEvaluationContext({ bands });
  const document = exampleEvaluation(context);
  const scores = document.scores.map((score, index) => ({ ...score, value: index === 0 ? 5 : 4 }));
  expect(deriveEvaluation({ ...document, scores }, context)).toEqual({
    total: 84,
    band: bands[0],
    passed: null,
    scored: 5,
    criteria: 5,
    evidenceCount: 1,
    unsupported: [scores[0]?.criterionId],
  });
});

test("an unfinished evaluation has no total, and no band", () => {
  const context = exampleEvaluationContext({ bands });
  expect(deriveEvaluation(emptyEvaluation(context), context)).toMatchObject({
    total: null,
    band: null,
    scored: 0,
    criteria: 5,
  });
});

test("a gate is passed or not", () => {
  const context = exampleEvaluationContext({ rubric: exampleRubric("YES_NO"), bands });
  expect(deriveEvaluation(exampleEvaluation(context), context)).toMatchObject({
    total: null,
    band: null,
    passed: true,
    unsupported: [],
  });
});
