import {
  addDays,
  choice,
  choices,
  fileRef,
  flag,
  isHttpsLink,
  isoDate,
  itemId,
  key,
  link,
  list,
  MEASURE_BOUNDS,
  number,
  object,
  optional,
  reference,
  type Schema,
  scale,
  text,
} from "@/lib/document/fields";
import { hasIdentityNumber } from "@/lib/document/free-text";
import type { DocumentCheck, FieldIssue } from "@/lib/document/issue";
import type { Complete, DocumentMode, IsoDate } from "@/lib/document/model";
import {
  cachedShape,
  type DocumentRules,
  documentSchema,
  readDocument,
  rubricKey,
  type StageDefinition,
} from "@/lib/document/schema";
import { INNOVATION_STAGES } from "@/lib/document/taxonomy";
import {
  carriesFile,
  EVALUATION_BOUNDS,
  EVALUATION_SECTIONS,
  EVIDENCE_KINDS,
  type Evaluation,
  type EvaluationContext,
  type EvaluationScore,
  type Evidence,
  FACETS,
  METHODS,
  type ResultMeasure,
  SOURCE_TYPES,
  type Source,
  type Strength,
  VIRTUAL_VISIT_MARGIN_DAYS,
} from "@/lib/evaluation/model";
import {
  deriveEvaluation,
  type EvaluationDerived,
  needsNote,
  unsupportedTopScores,
} from "@/lib/evaluation/scoring";

const BOUNDS = EVALUATION_BOUNDS;

/** The document as a participant first finds it: every criterion of the rubric, nothing given. */
export function emptyEvaluation(context: EvaluationContext): Evaluation {
  return {
    innovationId: context.innovationId,
    rubricVersionId: context.rubric.id,
    visitDate: null,
    methods: [],
    sources: [],
    scores: context.rubric.criteria.map(({ id }) => ({ criterionId: id, value: null, note: "" })),
    evidence: [],
    strengths: [],
    results: [],
    innovationStage: null,
    summary: "",
    confidence: null,
  };
}

export function evaluationSchema(mode: "draft", context: EvaluationContext): Schema<Evaluation>;
export function evaluationSchema(
  mode: "submit",
  context: EvaluationContext,
): Schema<Complete<Evaluation>>;
export function evaluationSchema(mode: DocumentMode, context: EvaluationContext) {
  return documentSchema(mode, rules(context));
}

/** All issues and warnings of a document, for a form or a command. */
export function checkEvaluation(
  mode: DocumentMode,
  context: EvaluationContext,
  input: unknown,
): DocumentCheck<Evaluation> {
  return readDocument(mode, rules(context), input);
}

function rules(context: EvaluationContext): DocumentRules<Evaluation> {
  return {
    shape: (mode) => shape(mode, context),
    always: (document) => criterionIssues(document, context),
    submit: (document) => [
      ...visitIssues(document, context),
      ...document.sources.flatMap(sourceIssues),
      ...scoreIssues(document, context),
      ...document.evidence.flatMap(evidenceIssues),
      ...document.evidence.flatMap((item, index) => tieIssues(item, index, document)),
      ...supportIssues(document, context),
      ...document.results.flatMap((result, index) => resultIssues(result, index, context.today)),
    ],
    normalize: (document) => ({
      ...document,
      innovationId: context.innovationId,
      rubricVersionId: context.rubric.id,
      scores: inRubricOrder(document.scores, context),
    }),
    finish: (document) => ({
      ...document,
      evidence: document.evidence.map(withoutLeftovers),
    }),
  };
}

/** What was given for another kind than the one that was chosen in the end. */
function withoutLeftovers({ file, nobodyShown, sourceId, ...item }: Evidence): Evidence {
  const kept: Evidence = item.kind === "LINK" ? item : { ...item, url: "" };
  if (carriesFile(item.kind) && file) kept.file = file;
  if (item.kind === "PHOTO" && nobodyShown !== undefined) kept.nobodyShown = nobodyShown;
  if (item.kind === "QUOTE" && sourceId !== undefined) kept.sourceId = sourceId;
  return kept;
}

const shape = cachedShape<EvaluationContext, Evaluation>(build, ({ rubric }) => rubricKey(rubric));

function build(mode: DocumentMode, { rubric }: EvaluationContext): Schema<Evaluation> {
  return object<Evaluation>({
    innovationId: key(),
    rubricVersionId: key(),
    visitDate: isoDate(mode),
    methods: choices(mode, METHODS, BOUNDS.methods),
    sources: list(
      mode,
      object<Source>({
        id: itemId(),
        name: text(mode, { ...BOUNDS.sourceName, required: false }),
        role: text(mode, BOUNDS.sourceRole),
        unit: text(mode, BOUNDS.sourceUnit),
        type: choice(mode, SOURCE_TYPES),
      }),
      BOUNDS.sources,
    ),
    scores: list(
      mode,
      object<EvaluationScore>({
        criterionId: key(),
        value: scale(mode, rubric.scale),
        note: text(mode, { ...BOUNDS.note, required: false, multiline: true }),
      }),
      { min: 0, max: rubric.criteria.length },
    ),
    evidence: list(
      mode,
      object<Evidence>({
        id: itemId(),
        kind: choice(mode, EVIDENCE_KINDS),
        caption: text(mode, { ...BOUNDS.caption, multiline: true }),
        // Asked of a LINK only, by the rules: on another kind it may be a leftover.
        url: link("draft"),
        file: optional(fileRef()),
        nobodyShown: optional(flag()),
        sourceId: optional(reference(mode)),
        criterionId: optional(key()),
        claimId: optional(reference(mode)),
      }),
      BOUNDS.evidence,
    ),
    strengths: list(
      mode,
      object<Strength>({
        id: itemId(),
        text: text(mode, { ...BOUNDS.strength, multiline: true }),
      }),
      BOUNDS.strengths,
    ),
    results: list(
      mode,
      object<ResultMeasure>({
        id: itemId(),
        indicator: text(mode, BOUNDS.indicator),
        before: optional(number(mode, MEASURE_BOUNDS)),
        beforeOn: optional(isoDate(mode)),
        after: optional(number(mode, MEASURE_BOUNDS)),
        afterOn: optional(isoDate(mode)),
        unit: text(mode, { ...BOUNDS.unit, required: false }),
        source: text(mode, BOUNDS.resultSource),
        explanation: text(mode, { ...BOUNDS.explanation, required: false, multiline: true }),
      }),
      BOUNDS.results,
    ),
    innovationStage: choice(mode, INNOVATION_STAGES),
    facet: optional(choice(mode, FACETS)),
    summary: text(mode, { ...BOUNDS.summary, multiline: true }),
    confidence: scale(mode, BOUNDS.confidence),
  });
}

/** The rubric is frozen, so that a criterion it does not have is wrong in a draft too. */
function criterionIssues(document: Evaluation, { rubric }: EvaluationContext): FieldIssue[] {
  const known = new Set(rubric.criteria.map(({ id }) => id));
  const seen = new Set<string>();
  const scores = document.scores.flatMap(({ criterionId }, index): FieldIssue[] => {
    const path = `scores.${index}.criterionId`;
    if (!known.has(criterionId)) return [{ path, code: "unknown_criterion" }];
    if (seen.has(criterionId)) return [{ path, code: "duplicate_criterion" }];
    seen.add(criterionId);
    return [];
  });
  const evidence = document.evidence.flatMap(({ criterionId }, index): FieldIssue[] =>
    criterionId === undefined || known.has(criterionId)
      ? []
      : [{ path: `evidence.${index}.criterionId`, code: "unknown_criterion" }],
  );
  return [...scores, ...evidence];
}

/** One entry a criterion, those not sent yet added as blank. */
function inRubricOrder(scores: EvaluationScore[], context: EvaluationContext): EvaluationScore[] {
  const given = new Map(scores.map((score) => [score.criterionId, score]));
  return context.rubric.criteria.map(
    ({ id }) => given.get(id) ?? { criterionId: id, value: null, note: "" },
  );
}

/**
 * The day lies within the visit, for a virtual visit within a margin around it (a hybrid visit has
 * days on site, and those are its dates), and not in the future.
 */
function visitIssues({ visitDate }: Evaluation, { visit, today }: EvaluationContext): FieldIssue[] {
  if (visitDate === null) return [];
  const margin = visit.mode === "VIRTUAL" ? VIRTUAL_VISIT_MARGIN_DAYS : 0;
  const from = addDays(visit.startsOn, -margin);
  const to = addDays(visit.endsOn, margin);
  if (visitDate < from || visitDate > to) {
    return [{ path: "visitDate", code: "outside_visit", params: { from, to } }];
  }
  return visitDate > today ? [{ path: "visitDate", code: "date_in_future" }] : [];
}

/** An informant is named by name and role, never by an identity number. */
function sourceIssues(source: Source, index: number): FieldIssue[] {
  return (["name", "role", "unit"] as const)
    .filter((key) => hasIdentityNumber(source[key]))
    .map((key) => ({ path: `sources.${index}.${key}`, code: "identity_number" }));
}

function scoreIssues(document: Evaluation, { rubric }: EvaluationContext): FieldIssue[] {
  return document.scores.flatMap(({ value, note }, index): FieldIssue[] => {
    if (value === null) return [{ path: `scores.${index}.value`, code: "required" }];
    return note === "" && needsNote(rubric, value)
      ? [{ path: `scores.${index}.note`, code: "note_required" }]
      : [];
  });
}

/** The bytes may arrive later than the words; which bytes, the words say. */
function evidenceIssues(item: Evidence, index: number): FieldIssue[] {
  const { kind, url, file } = item;
  const path = `evidence.${index}`;
  if (carriesFile(kind)) {
    if (!file) return [{ path: `${path}.file`, code: "required" }];
    if (kind === "PHOTO" && file.type === "application/pdf") {
      return [{ path: `${path}.file`, code: "photo_expected" }];
    }
    // The rule for visits to poor families and children: whoever took the photo looks at it again.
    if (kind === "PHOTO" && !item.nobodyShown) {
      return [{ path: `${path}.nobodyShown`, code: "nobody_shown_required" }];
    }
  }
  if (kind !== "LINK") return [];
  if (url === "") return [{ path: `${path}.url`, code: "required" }];
  return isHttpsLink(url) ? [] : [{ path: `${path}.url`, code: "invalid_link" }];
}

/** A quotation names who said it. What it names, and the claim that it supports, are still there. */
function tieIssues(
  { kind, sourceId, claimId }: Evidence,
  index: number,
  { sources, strengths, results }: Evaluation,
): FieldIssue[] {
  const issues: FieldIssue[] = [];
  if (kind === "QUOTE") {
    const path = `evidence.${index}.sourceId`;
    if (sourceId === undefined) issues.push({ path, code: "quote_source_required" });
    else if (!sources.some(({ id }) => id === sourceId)) issues.push({ path, code: "source_gone" });
  }
  const claims = [...strengths, ...results];
  if (claimId !== undefined && !claims.some(({ id }) => id === claimId)) {
    issues.push({ path: `evidence.${index}.claimId`, code: "claim_gone" });
  }
  return issues;
}

function supportIssues(document: Evaluation, { rubric }: EvaluationContext): FieldIssue[] {
  return unsupportedTopScores(document, rubric).map((criterionId) => ({
    path: `scores.${document.scores.findIndex((score) => score.criterionId === criterionId)}.value`,
    code: "evidence_required",
  }));
}

function resultIssues(result: ResultMeasure, index: number, today: IsoDate): FieldIssue[] {
  const path = `results.${index}`;
  const { before, beforeOn, after, afterOn, unit, explanation } = result;
  const issues: FieldIssue[] = [];
  if (after === undefined && explanation === "") {
    issues.push({ path: `${path}.explanation`, code: "after_or_explanation" });
  }
  // A unit belongs to a number; a result that is only explained has none.
  if (unit === "" && (before !== undefined || after !== undefined)) {
    issues.push({ path: `${path}.unit`, code: "required" });
  }
  for (const key of ["beforeOn", "afterOn"] as const) {
    const date = result[key];
    if (date !== undefined && date > today) {
      issues.push({ path: `${path}.${key}`, code: "date_in_future" });
    }
  }
  if (beforeOn !== undefined && afterOn !== undefined && afterOn < beforeOn) {
    issues.push({ path: `${path}.afterOn`, code: "end_before_start" });
  }
  return issues;
}

export const evaluationDefinition: StageDefinition<
  Evaluation,
  EvaluationContext,
  EvaluationDerived
> = {
  sections: EVALUATION_SECTIONS,
  empty: emptyEvaluation,
  carry: (document) => document,
  check: checkEvaluation,
  schema: (mode, context) => documentSchema(mode, rules(context)),
  derive: deriveEvaluation,
};
