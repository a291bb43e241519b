import {
  countLetters,
  field,
  itemId,
  object,
  type Schema,
  scale,
  shapeOf,
  text,
} from "@/lib/document/fields";
import { scanFreeText } from "@/lib/document/free-text";
import type { DocumentCheck, FieldIssue } from "@/lib/document/issue";
import { toIssues } from "@/lib/document/issue";
import type { DocumentMode, Risk, Section } from "@/lib/document/model";
import type { RubricDefinition } from "@/lib/rubric/model";

/**
 * What every stage offers, under one shape. Each stage's schema.ts exports its own, so that a phone
 * loads one stage at a time; registry.ts has all four, for callers that work on any.
 */
export type StageDefinition<Document, Context, Derived> = {
  sections: readonly Section[];
  /** The document as its author first finds it. */
  empty: (context: Context) => Document;
  /** A document fitted to what the stage before it now says; its own contents are kept. */
  carry: (document: Document, context: Context) => Document;
  check: (mode: DocumentMode, context: Context, input: unknown) => DocumentCheck<Document>;
  schema: (mode: DocumentMode, context: Context) => Schema<Document>;
  /** What follows from the document, computed and never stored as the author's word. */
  derive: (document: Document, context: Context) => Derived;
};

/**
 * A shape that is built once for each mode and key. Building one costs ten times what reading with it
 * does, and a form reads after every pause in typing.
 *
 * @param keyOf all that the shape depends on beside the mode, as text
 */
export function cachedShape<Context, Document>(
  build: (mode: DocumentMode, context: Context) => Schema<Document>,
  keyOf: (context: Context) => string,
): (mode: DocumentMode, context: Context) => Schema<Document> {
  const shapes = new Map<string, Schema<Document>>();
  return (mode, context) => {
    const key = `${mode} ${keyOf(context)}`;
    const shape = shapes.get(key) ?? build(mode, context);
    shapes.set(key, shape);
    return shape;
  };
}

/** What a shape depends on where it holds the scores of a rubric. */
export function rubricKey({
  scale,
  criteria,
}: Pick<RubricDefinition, "scale" | "criteria">): string {
  return [scale.min, scale.max, scale.step, criteria.length].join();
}

/** How one kind of document is read: its shape, and the rules that look across fields. */
export type DocumentRules<Document> = {
  shape: (mode: DocumentMode) => Schema<Document>;
  /** Rules that hold in a draft too, beside the uniqueness of item ids. See what was sent. */
  always?: (document: Document) => FieldIssue[];
  /** What is set or put in order whatever was sent. The rules below see the result. */
  normalize?: (document: Document) => Document;
  /** Rules of a submission. They see a draft-shaped document: anything may still be blank. */
  submit: (document: Document) => FieldIssue[];
  warn?: (document: Document) => FieldIssue[];
  /** What a submission leaves out because it does not apply. */
  finish?: (document: Document) => Document;
};

/**
 * Reads anything as a document. All issues are found in one go: those of single fields and, if the
 * document can be read at all, those of the rules across them.
 */
export function readDocument<Document extends object>(
  mode: DocumentMode,
  rules: DocumentRules<Document>,
  input: unknown,
): DocumentCheck<Document> {
  const draft = rules.shape("draft").safeParse(input);
  const read = mode === "submit" ? rules.shape("submit").safeParse(input) : draft;
  const issues = read.success ? [] : toIssues(read.error, input);
  if (!draft.success) return { document: null, issues, warnings: [] };

  const document = rules.normalize ? rules.normalize(draft.data) : draft.data;
  issues.push(...duplicateIds(draft.data), ...(rules.always?.(draft.data) ?? []));
  if (mode === "submit") issues.push(...rules.submit(document));
  const finished = mode === "submit" && rules.finish ? rules.finish(document) : document;
  return {
    document: withoutUndefined(finished),
    issues: withoutRepeats(issues),
    warnings: [...(rules.warn?.(document) ?? []), ...scanFreeText(document)],
  };
}

/** The same reading as a Zod schema, for callers that parse. Warnings do not pass through it. */
export function documentSchema<Document extends object>(
  mode: DocumentMode,
  rules: DocumentRules<Document>,
): Schema<Document> {
  return field(
    (input, refuse) => {
      const check = readDocument(mode, rules, input);
      for (const issue of check.issues) {
        const path = issue.path === "" ? [] : issue.path.split(".");
        refuse(
          issue.code,
          issue.params,
          path.map((key) => (/^\d+$/.test(key) ? Number(key) : key)),
        );
      }
      return check.document as Document;
    },
    () => shapeOf(rules.shape(mode)) ?? {},
  );
}

/** Without keys that hold undefined, so that a document is the same before and after JSON. */
function withoutUndefined<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(withoutUndefined) as Value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([key, inner]) => [key, withoutUndefined(inner)]),
  ) as Value;
}

/** Every `id` in the document stands for one item. */
function duplicateIds(document: object): FieldIssue[] {
  const seen = new Set<unknown>();
  const issues: FieldIssue[] = [];
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      const at = path === "" ? key : `${path}.${key}`;
      if (key === "id") {
        if (seen.has(inner)) issues.push({ path: at, code: "duplicate_id" });
        seen.add(inner);
      }
      visit(inner, at);
    }
  };
  visit(document, "");
  return issues;
}

function withoutRepeats(issues: FieldIssue[]): FieldIssue[] {
  const seen = new Set<string>();
  return issues.filter(({ path, code, params }) => {
    const key = JSON.stringify([path, code, params]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** A text that only a rule across fields requires: given, and long enough. */
export function textIssues(value: string, min: number, path: string): FieldIssue[] {
  const actual = countLetters(value);
  if (actual === 0) return [{ path, code: "required" }];
  return actual < min ? [{ path, code: "too_short", params: { min, actual } }] : [];
}

/** From this likelihood × impact on, a mitigation is required. */
export const RISK_NEEDS_MITIGATION = 15;

/** 1–25, or null while one of the two is missing. */
export function riskScore(risk: Pick<Risk, "likelihood" | "impact">): number | null {
  return risk.likelihood === null || risk.impact === null ? null : risk.likelihood * risk.impact;
}

const RISK_SCALE = { min: 1, max: 5 };

export function risk(mode: DocumentMode): Schema<Risk> {
  return object<Risk>({
    id: itemId(),
    text: text(mode, { min: 10, max: 200, multiline: true }),
    likelihood: scale(mode, RISK_SCALE),
    impact: scale(mode, RISK_SCALE),
    mitigation: text(mode, { min: 10, max: 300, required: false, multiline: true }),
  });
}

export function riskIssues(risks: readonly Risk[], path: string): FieldIssue[] {
  return risks.flatMap((entry, index) => {
    const score = riskScore(entry);
    const bare = score !== null && score >= RISK_NEEDS_MITIGATION && entry.mitigation === "";
    return bare
      ? [{ path: `${path}.${index}.mitigation`, code: "mitigation_required", params: { score } }]
      : [];
  });
}
