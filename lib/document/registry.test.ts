import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { STAGE_KINDS, type StageKind } from "@/lib/assignment/model";
import { isMissing, summarize } from "@/lib/document/completeness";
import { fieldKey } from "@/lib/document/label";
import type { DocumentMode } from "@/lib/document/model";
import {
  checkStageDocument,
  type StageContextMap,
  type StageDocumentMap,
  stageDefinition,
} from "@/lib/document/registry";
import english from "@/lib/i18n/messages/en/terms.json";
import indonesian from "@/lib/i18n/messages/id/terms.json";
import {
  arbitraryDamage,
  arbitraryEvaluation,
  arbitraryObstacles,
  arbitraryPlan,
  arbitrarySolutions,
} from "@/tests/support/arbitraries";
import {
  exampleEvaluation,
  exampleEvaluationContext,
  exampleObstacles,
  exampleObstaclesContext,
  examplePlan,
  examplePlanContext,
  exampleSolutions,
  exampleSolutionsContext,
} from "@/tests/support/documents";

/** What holds for the document of every stage. */

const contexts: StageContextMap = {
  EVALUATE: exampleEvaluationContext(),
  OBSTACLES: exampleObstaclesContext(),
  SOLUTION: exampleSolutionsContext(),
  PLAN: examplePlanContext(),
};
const examples: StageDocumentMap = {
  EVALUATE: exampleEvaluation(contexts.EVALUATE),
  OBSTACLES: exampleObstacles(),
  SOLUTION: exampleSolutions(contexts.SOLUTION),
  PLAN: examplePlan(contexts.PLAN),
};
const generators = {
  EVALUATE: arbitraryEvaluation(contexts.EVALUATE),
  OBSTACLES: arbitraryObstacles(contexts.OBSTACLES),
  SOLUTION: arbitrarySolutions(contexts.SOLUTION),
  PLAN: arbitraryPlan(contexts.PLAN),
};

const check = (kind: StageKind, mode: DocumentMode, input: unknown) =>
  checkStageDocument(kind, mode, contexts[kind], input);

describe.each(STAGE_KINDS)("%s", (kind) => {
  const generated: fc.Arbitrary<object> = generators[kind];

  test("the example passes a submit unchanged", () => {
    expect(check(kind, "submit", examples[kind])).toEqual({
      document: examples[kind],
      issues: [],
      warnings: [],
    });
  });

  test("what is generated passes a submit and a draft, unchanged by either", () => {
    fc.assert(
      fc.property(generated, (document) => {
        const submitted = check(kind, "submit", document);
        expect(submitted.issues).toEqual([]);
        expect(submitted.document).toEqual(document);
        expect(check(kind, "draft", document)).toEqual(submitted);
      }),
      { numRuns: 25 },
    );
  });

  test("nothing throws, whatever is sent; what a draft keeps, it keeps as it is", () => {
    fc.assert(
      fc.property(arbitraryDamage(examples[kind]), (input) => {
        const draft = check(kind, "draft", input);
        const submit = check(kind, "submit", input);
        // A submit never takes what a draft refuses.
        const refused = new Set(submit.issues.map(({ path }) => path));
        expect(draft.issues.filter(({ path }) => !refused.has(path))).toEqual([]);
        if (draft.document === null) return;
        const again = check(kind, "draft", draft.document);
        expect(again.document).toEqual(draft.document);
        stageDefinition(kind).derive(draft.document as never, contexts[kind] as never);
        stageDefinition(kind).carry(draft.document as never, contexts[kind] as never);
      }),
      { numRuns: 150 },
    );
  });

  test("the schema says what the check says", () => {
    const definition = stageDefinition(kind);
    for (const mode of ["draft", "submit"] as const) {
      const schema = definition.schema(mode, contexts[kind] as never);
      expect(schema.safeParse(examples[kind])).toMatchObject({ success: true });
      expect(schema.safeParse("x").success).toBe(false);
    }
  });

  test("the empty document is a draft that carries over unchanged, and no submission", () => {
    const definition = stageDefinition(kind);
    const empty = definition.empty(contexts[kind] as never);
    expect(check(kind, "draft", empty)).toEqual({ document: empty, issues: [], warnings: [] });
    expect(definition.carry(empty as never, contexts[kind] as never)).toEqual(empty);
    const { issues } = check(kind, "submit", empty);
    expect(issues.length).toBeGreaterThan(0);
    expect(issues.filter((issue) => !isMissing(issue))).toEqual([]);
    const summaries = summarize(issues, definition.sections);
    expect(summaries.flatMap(({ missing }) => missing)).toHaveLength(issues.length);
  });

  test("every field has a label in both languages, and every section", () => {
    const paths = new Set<string>();
    const visit = (value: unknown, path: string): void => {
      if (typeof value !== "object" || value === null) return;
      for (const [key, inner] of Object.entries(value)) {
        const at = path === "" ? key : `${path}.${key}`;
        if (key !== "id") paths.add(fieldKey(kind, at));
        visit(inner, at);
      }
    };
    fc.sample(generated, 20).forEach((document) => {
      visit(document, "");
    });
    for (const messages of [indonesian, english]) {
      const label = (path: string) =>
        path
          .split(".")
          .reduce<unknown>(
            (at, key) => (at as Record<string, unknown> | undefined)?.[key],
            messages,
          );
      expect([...paths].filter((path) => !label(`${path}.label`))).toEqual([]);
      const { sections } = stageDefinition(kind);
      expect(sections.filter(({ id }) => !label(`section.${kind}.${id}`))).toEqual([]);
    }
  });
});
