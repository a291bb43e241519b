import fc from "fast-check";
import { addDays, addYears } from "@/lib/document/fields";
import type { Complete, IsoDate, Risk } from "@/lib/document/model";
import { RISK_NEEDS_MITIGATION } from "@/lib/document/schema";
import {
  AFFAIRS,
  BUDGET_SOURCES,
  INNOVATION_FORMS,
  INNOVATION_STAGES,
  INNOVATION_TYPES,
} from "@/lib/document/taxonomy";
import {
  EVALUATION_BOUNDS,
  type Evaluation,
  type EvaluationContext,
  FACETS,
  METHODS,
  SOURCE_TYPES,
} from "@/lib/evaluation/model";
import { isTopScore, needsNote } from "@/lib/evaluation/scoring";
import {
  FISHBONE_BRANCHES,
  OBSTACLE_BOUNDS,
  OBSTACLE_CATEGORIES,
  OBSTACLE_LOCI,
  type Obstacles,
  type ObstaclesContext,
} from "@/lib/obstacle/model";
import {
  ATTITUDES,
  MILESTONE_STATUSES,
  PLAN_BOUNDS,
  type Plan,
  type PlanContext,
  TEAM_ROLES,
  type Term,
} from "@/lib/plan/model";
import { MEDIUM_TERM_DAYS, quadrantOf, SHORT_TERM_DAYS } from "@/lib/plan/scoring";
import type { CriterionScore, RubricDefinition } from "@/lib/rubric/model";
import {
  SOLUTION_BOUNDS,
  type Solutions,
  type SolutionsContext,
  TRANSFER_TYPES,
} from "@/lib/solution/model";
import { highestTotal, mcnamaraTotal } from "@/lib/solution/scoring";
import { uuid } from "@/tests/support/documents";

/**
 * Generators of documents that pass a submit in a given context, over the whole width of the rules.
 * Ids are dealt out after generation, so that shrinking never makes two items the same one.
 */

/** Any JSON, and a document with any of its parts replaced by any JSON, some levels deep. */
export function arbitraryDamage(document: object): fc.Arbitrary<unknown> {
  const replaceIn = (value: unknown, depth: number): fc.Arbitrary<unknown> => {
    if (depth === 0 || typeof value !== "object" || value === null) return fc.jsonValue();
    const keys = Object.keys(value);
    if (keys.length === 0) return fc.jsonValue();
    return fc.constantFrom(...keys).chain((key) =>
      fc
        .oneof(fc.jsonValue(), replaceIn((value as Record<string, unknown>)[key], depth - 1))
        .map((inner) => {
          if (Array.isArray(value))
            return value.map((item, at) => (key === `${at}` ? inner : item));
          return { ...value, [key]: inner };
        }),
    );
  };
  return fc.oneof(fc.jsonValue(), replaceIn(document, 6));
}

type Range = { min: number; max: number };

const WORDS = [
  "layanan",
  "warga",
  "desa",
  "data",
  "petugas",
  "anggaran",
  "Perda",
  "“satu pintu”",
  "SOP,",
  "e-KTP",
  "Jum’at",
  "naïve",
  "✓",
  "𝔸",
  "30%",
  "kecamatan–desa",
  "rujukan",
  "terpadu",
];

/** Text that passes `text` with these bounds: trimmed, NFC, nothing forbidden. */
export function arbitraryText({ min, max }: Range): fc.Arbitrary<string> {
  return fc
    .tuple(fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }), fc.integer({ min: 0, max: 60 }))
    .map(([picked, extra]) => {
      // The letters that are asked for first, so that cutting to the maximum never takes them.
      const base = "a".repeat(min);
      const full = [base, ...picked, "z".repeat(extra)].filter(Boolean).join(" ");
      return [...full].slice(0, max).join("").trim();
    })
    .filter((text) => text !== "" || min === 0);
}

function optionalText(range: Range): fc.Arbitrary<string> {
  return fc.oneof(fc.constant(""), arbitraryText({ ...range, min: Math.max(range.min, 1) }));
}

function maybe<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined });
}

function listOf<T>(item: fc.Arbitrary<T>, { min, max }: Range): fc.Arbitrary<T[]> {
  return fc.array(item, { minLength: min, maxLength: max, size: "max" });
}

/** Some of a list, in its order, as many as there are and may be. */
function someOf<T>(values: T[], { min, max }: Range): fc.Arbitrary<T[]> {
  return fc.subarray(values, { minLength: min, maxLength: Math.min(max, values.length) });
}

const scale5 = fc.integer({ min: 1, max: 5 });
const measure = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((value) => value / 100);
const NO_ID = "";

/** Gives every item that awaits an id one of its own. */
function dealIds<Document extends object>(document: Document, group: number): Document {
  let next = 0;
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, inner]) => inner !== undefined)
        .map(([key, inner]) => [key, key === "id" ? uuid(group, next++) : visit(inner)]),
    );
  };
  return visit(document) as Document;
}

/** A full set of values on a rubric's scale, in the rubric's order. */
export function arbitraryScores(
  rubric: RubricDefinition,
): fc.Arbitrary<{ criterionId: string; value: number }[]> {
  const { min, max, step } = rubric.scale;
  const value = fc.integer({ min: 0, max: Math.floor((max - min) / step) });
  return fc.tuple(...rubric.criteria.map(() => value)).map((steps) =>
    rubric.criteria.map(({ id }, index) => ({
      criterionId: id,
      value: min + (steps[index] ?? 0) * step,
    })),
  );
}

/** Scores as they are while a rubric is filled in: some missing, some not given. */
export function arbitraryPartialScores(rubric: RubricDefinition): fc.Arbitrary<CriterionScore[]> {
  return arbitraryScores(rubric).chain((scores) =>
    fc.tuple(...scores.map(() => fc.constantFrom("given", "blank", "absent"))).map((states) =>
      scores.flatMap((score, index) => {
        if (states[index] === "absent") return [];
        return [states[index] === "blank" ? { ...score, value: null } : score];
      }),
    ),
  );
}

function arbitraryRisk(): fc.Arbitrary<Complete<Risk>> {
  const { riskText, mitigation } = SOLUTION_BOUNDS;
  return fc
    .record({
      id: fc.constant(NO_ID),
      text: arbitraryText(riskText),
      likelihood: scale5,
      impact: scale5,
      mitigation: optionalText(mitigation),
    })
    .map((risk) =>
      risk.likelihood * risk.impact >= RISK_NEEDS_MITIGATION && risk.mitigation === ""
        ? { ...risk, mitigation: "Menunjuk petugas pengganti" }
        : risk,
    );
}

function arbitraryDay(from: IsoDate, to: IsoDate): fc.Arbitrary<IsoDate> {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  return fc.integer({ min: 0, max: Math.max(0, days) }).map((offset) => addDays(from, offset));
}

export function arbitraryEvaluation(
  context: EvaluationContext,
): fc.Arbitrary<Complete<Evaluation>> {
  const bounds = EVALUATION_BOUNDS;
  const { rubric, visit, today } = context;
  const last = [visit.endsOn, today].sort()[0] ?? today;

  const scores = arbitraryScores(rubric).chain((values) =>
    fc.tuple(
      ...values.map((score) =>
        (needsNote(rubric, score.value)
          ? arbitraryText(bounds.note)
          : optionalText(bounds.note)
        ).map((note) => ({ ...score, note })),
      ),
    ),
  );
  const evidence = (criterionId: string | undefined) =>
    fc.record({
      id: fc.constant(NO_ID),
      kind: fc.constantFrom("LINK" as const, "QUOTE" as const),
      caption: arbitraryText(bounds.caption),
      criterionId: fc.constant(criterionId),
    });
  const result = fc
    .record({
      id: fc.constant(NO_ID),
      indicator: arbitraryText(bounds.indicator),
      before: maybe(measure),
      beforeOn: maybe(arbitraryDay("2015-01-01", "2016-12-31")),
      after: maybe(measure),
      afterOn: maybe(arbitraryDay("2017-01-01", today)),
      unit: arbitraryText(bounds.unit),
      source: arbitraryText(bounds.resultSource),
      explanation: optionalText(bounds.explanation),
    })
    .map((entry) =>
      entry.after === undefined && entry.explanation === ""
        ? { ...entry, explanation: "Pengukuran sesudahnya belum dilakukan" }
        : entry,
    );

  return scores
    .chain((given) => {
      const top = given.filter(({ criterionId, value }) => {
        const criterion = rubric.criteria.find(({ id }) => id === criterionId);
        return criterion !== undefined && isTopScore(rubric, criterion, value);
      });
      const criteria = [undefined, ...rubric.criteria.map(({ id }) => id)];
      const free = fc.constantFrom(...criteria).chain(evidence);
      const max = Math.min(5, bounds.evidence.max - top.length);
      return fc.record({
        innovationId: fc.constant(context.innovationId),
        rubricVersionId: fc.constant(rubric.id),
        visitDate: arbitraryDay(visit.startsOn, last),
        methods: fc
          .subarray([...METHODS], { minLength: 1 })
          .map((methods) => METHODS.filter((method) => methods.includes(method))),
        sources: listOf(
          fc.record({
            id: fc.constant(NO_ID),
            name: optionalText(bounds.sourceName),
            role: arbitraryText(bounds.sourceRole),
            unit: arbitraryText(bounds.sourceUnit),
            type: fc.constantFrom(...SOURCE_TYPES),
          }),
          bounds.sources,
        ),
        scores: fc.constant(given),
        evidence: fc
          .tuple(
            fc.tuple(...top.map(({ criterionId }) => evidence(criterionId))),
            listOf(free, { min: top.length === 0 ? 1 : 0, max }),
          )
          .map(([needed, more]) =>
            [...needed, ...more].map((item, index) => ({
              ...item,
              url: item.kind === "LINK" ? `https://arsip.example.go.id/bukti/${index}` : "",
            })),
          ),
        strengths: listOf(
          fc.record({ id: fc.constant(NO_ID), text: arbitraryText(bounds.strength) }),
          bounds.strengths,
        ),
        results: listOf(result, bounds.results),
        innovationStage: fc.constantFrom(...INNOVATION_STAGES),
        facet: maybe(fc.constantFrom(...FACETS)),
        summary: arbitraryText(bounds.summary),
        confidence: scale5,
      });
    })
    .map((document) => tied(dealIds(document, 0xe1)));
}

/** Quotations are said by the sources in turn, and evidence supports claims in turn. */
function tied(document: Complete<Evaluation>): Complete<Evaluation> {
  const claims = [...document.strengths, ...document.results];
  return {
    ...document,
    evidence: document.evidence.map((item, at) => ({
      ...item,
      ...(item.kind === "QUOTE" && {
        sourceId: document.sources[at % document.sources.length]?.id,
      }),
      ...(at % 2 === 0 && { claimId: claims[at % claims.length]?.id }),
    })),
  };
}

export function arbitraryObstacles(context: ObstaclesContext): fc.Arbitrary<Complete<Obstacles>> {
  const bounds = OBSTACLE_BOUNDS;
  const evidenceIds = context.evaluation.evidence.map(({ id }) => id);
  const loci = evidenceIds.length > 0 ? OBSTACLE_LOCI : (["OWN_UNIT"] as const);
  const criteria = [undefined, ...context.rubric.criteria.map(({ id }) => id)];

  const obstacle = fc
    .record({
      id: fc.constant(NO_ID),
      criterionId: fc.constantFrom(...criteria),
      title: arbitraryText({ ...bounds.title, max: bounds.title.max - 4 }),
      description: arbitraryText(bounds.description),
      locus: fc.constantFrom(...loci),
      category: fc.constantFrom(...OBSTACLE_CATEGORIES),
      tags: fc.subarray([...OBSTACLE_CATEGORIES], { maxLength: bounds.tags.max }),
      evidenceIds: someOf(evidenceIds, bounds.evidenceIds),
      apkl: fc.record({
        actual: fc.boolean(),
        problematic: fc.boolean(),
        public: fc.boolean(),
        feasible: fc.boolean(),
      }),
      usg: fc.record({ urgency: scale5, seriousness: scale5, growth: scale5 }),
      causes: fc.oneof(
        fc.constant<string[]>([]),
        listOf(arbitraryText(bounds.cause), bounds.causes),
      ),
      fishbone: fc.array(
        fc.record({
          id: fc.constant(NO_ID),
          branch: fc.constantFrom(...FISHBONE_BRANCHES),
          cause: arbitraryText(bounds.fishboneCause),
        }),
        { maxLength: bounds.fishboneBranch.max },
      ),
      affected: arbitraryText(bounds.affected),
      existingResponse: optionalText(bounds.existingResponse),
    })
    .map((entry) => {
      const eligible = Object.values(entry.apkl).every(Boolean);
      const needsEvidence = entry.locus !== "OWN_UNIT" && entry.evidenceIds.length === 0;
      return {
        ...entry,
        tags: OBSTACLE_CATEGORIES.filter(
          (tag) => entry.tags.includes(tag) && tag !== entry.category,
        ),
        evidenceIds: needsEvidence ? evidenceIds.slice(0, 1) : entry.evidenceIds,
        usg: eligible ? entry.usg : {},
      };
    });
  const prioritised = fc
    .tuple(obstacle, fc.record({ urgency: scale5, seriousness: scale5, growth: scale5 }))
    .map(([entry, usg]) => ({
      ...entry,
      apkl: { actual: true, problematic: true, public: true, feasible: true },
      usg,
    }));

  return fc
    .tuple(prioritised, listOf(obstacle, { min: 0, max: bounds.obstacles.max - 1 }))
    .map(([first, others]) => ({
      obstacles: [first, ...others].map((entry, index) => ({
        ...entry,
        title: `${entry.title} #${index}`,
        // Whichever is ranked first needs its root cause; giving it to all that are in the race does.
        causes:
          entry.causes.length === 0 && Object.values(entry.apkl).every(Boolean)
            ? ["Petugas belum ditetapkan", "Formasi jabatan belum disusun"]
            : entry.causes,
      })),
    }))
    .map((document) => dealIds(document, 0xe2));
}

/** Needs at least one prioritised obstacle in its context, as a submitted stage 2 has. */
export function arbitrarySolutions(context: SolutionsContext): fc.Arbitrary<Complete<Solutions>> {
  const bounds = SOLUTION_BOUNDS;
  const innovationIds = context.innovations.map(({ id }) => id);

  const alternative = (obstacle: SolutionsContext["obstacles"][number]) => {
    const refs = [
      ...obstacle.causes.map((_, index) => `cause:${index}` as const),
      ...obstacle.fishbone.map(({ id }) => `fishbone:${id}` as const),
    ];
    return fc
      .record({
        id: fc.constant(NO_ID),
        causeRef: fc.constantFrom(...refs),
        title: arbitraryText(bounds.title),
        description: arbitraryText(bounds.description),
        transferType: fc.constantFrom(...TRANSFER_TYPES),
        sourceInnovationId: fc.constantFrom(...innovationIds),
        adaptedWhat: arbitraryText(bounds.adaptedWhat),
        mcnamara: fc.record({ contribution: scale5, cost: scale5, feasibility: scale5 }),
        risks: listOf(arbitraryRisk(), bounds.risks),
        resources: fc.record({
          people: fc.integer(bounds.people),
          budgetIdr: fc.integer(bounds.budgetIdr),
          budgetSource: fc.constantFrom(...BUDGET_SOURCES),
          legalNeed: optionalText(bounds.legalNeed),
        }),
        isSelected: fc.constant(false),
        rationale: fc.constant(""),
        forHost: fc.boolean(),
      })
      .map((solution) => ({
        ...solution,
        ...(solution.transferType === "INSPIRE" ? { sourceInnovationId: undefined } : {}),
        ...(solution.transferType === "ADOPT" ? { adaptedWhat: "" } : {}),
      }));
  };

  const group = (obstacle: SolutionsContext["obstacles"][number], first: boolean) =>
    fc
      .tuple(
        listOf(alternative(obstacle), bounds.alternatives),
        fc.nat(),
        optionalText(bounds.rationale),
      )
      .map(([alternatives, pick, rationale]) => {
        const chosen = pick % alternatives.length;
        const highest = highestTotal({ obstacleId: obstacle.id, alternatives });
        return {
          obstacleId: obstacle.id,
          alternatives: alternatives.map((solution, index) => {
            if (index !== chosen) return solution;
            const below = (mcnamaraTotal(solution.mcnamara) ?? 0) < (highest ?? 0);
            return {
              ...solution,
              isSelected: true,
              // One of them must be for the own unit, or there could be no plan.
              forHost: first ? false : solution.forHost,
              rationale:
                below && rationale === ""
                  ? "Dipilih karena sesuai kewenangan unit kerja"
                  : rationale,
            };
          }),
        };
      });

  return fc
    .tuple(...context.obstacles.map((obstacle, index) => group(obstacle, index === 0)))
    .map((groups) => dealIds({ groups }, 0xe3) as Complete<Solutions>);
}

export function arbitraryPlan(context: PlanContext): fc.Arbitrary<Complete<Plan>> {
  const bounds = PLAN_BOUNDS;
  const usable = context.solutions.filter(({ forHost }) => !forHost).map(({ id }) => id);

  const milestone = (term: Term, start: IsoDate) => {
    const limit = Math.round((Date.parse(addYears(start, 5)) - Date.parse(start)) / 86_400_000);
    const ends = {
      SHORT: { min: 0, max: SHORT_TERM_DAYS },
      MEDIUM: { min: 0, max: MEDIUM_TERM_DAYS },
      LONG: { min: MEDIUM_TERM_DAYS + 1, max: limit },
    }[term];
    return fc
      .record({
        id: fc.constant(NO_ID),
        term: fc.constant(term),
        title: arbitraryText(bounds.milestoneTitle),
        end: fc.integer(ends),
        length: fc.nat({ max: 400 }),
        output: arbitraryText(bounds.milestoneOutput),
        owner: arbitraryText(bounds.milestoneOwner),
        evidenceNeeded: arbitraryText(bounds.milestoneEvidence),
        status: fc.constantFrom(...MILESTONE_STATUSES),
      })
      .map(({ end, length, ...rest }) => ({
        ...rest,
        start: addDays(start, Math.max(0, end - length)),
        end: addDays(start, end),
      }));
  };
  const milestones = arbitraryDay(context.today, addDays(context.today, 90)).chain((start) =>
    fc
      .tuple(
        milestone("SHORT", start),
        milestone("MEDIUM", start),
        milestone("LONG", start),
        listOf(
          fc
            .constantFrom("SHORT", "MEDIUM", "LONG")
            .chain((term) => milestone(term as Term, start)),
          { min: 0, max: 10 },
        ),
      )
      // The first one begins on the day from which the windows were counted.
      .map(([short, medium, long, more]) => [{ ...short, start }, medium, long, ...more]),
  );

  const stakeholder = fc
    .record({
      id: fc.constant(NO_ID),
      name: arbitraryText(bounds.stakeholderName),
      internal: fc.boolean(),
      influence: scale5,
      interest: scale5,
      attitude: fc.constantFrom(...ATTITUDES),
      strategy: optionalText(bounds.strategy),
    })
    .map((entry) =>
      quadrantOf(entry) === "LATENT" && entry.strategy === ""
        ? { ...entry, strategy: "Audiensi berkala setiap bulan" }
        : entry,
    );
  const promoter = stakeholder.map((entry) => ({ ...entry, influence: 5, interest: 4 }));
  const member = fc.record({
    id: fc.constant(NO_ID),
    role: fc.constantFrom(...TEAM_ROLES),
    name: arbitraryText(bounds.teamName),
  });
  const output = fc
    .record({
      id: fc.constant(NO_ID),
      name: arbitraryText(bounds.outputName),
      indicator: arbitraryText(bounds.outputIndicator),
      baseline: maybe(measure),
      target: measure,
      unit: arbitraryText(bounds.outputUnit),
    })
    .map((entry) =>
      entry.baseline === entry.target
        ? { ...entry, target: Math.round(entry.target * 100 + 100) / 100 }
        : entry,
    );
  const objective = arbitraryText(bounds.objective);

  return fc
    .record({
      solutionIds: someOf(usable, bounds.solutionIds),
      title: arbitraryText(bounds.title),
      acronym: fc.oneof(fc.constant(""), fc.stringMatching(/^[A-Z][A-Za-z0-9]{1,18}$/)),
      agencyId: fc.constant(context.participant.agencyId),
      unit: arbitraryText(bounds.unit),
      problemStatement: arbitraryText(bounds.problemStatement),
      noveltyStatement: arbitraryText(bounds.noveltyStatement),
      form: fc.constantFrom(...INNOVATION_FORMS),
      type: fc.constantFrom(...INNOVATION_TYPES),
      affair: fc.constantFrom(...AFFAIRS),
      objectives: fc.record({ short: objective, medium: objective, long: objective }),
      outputs: listOf(output, bounds.outputs),
      beneficiaries: listOf(
        fc.record({
          id: fc.constant(NO_ID),
          group: arbitraryText(bounds.beneficiaryGroup),
          count: fc.integer(bounds.beneficiaryCount),
        }),
        bounds.beneficiaries,
      ),
      milestones,
      stakeholders: fc
        .tuple(promoter, listOf(stakeholder, { min: 2, max: 8 }))
        .map(([first, others]) => [first, ...others]),
      team: fc
        .tuple(member, listOf(member, { min: 0, max: 5 }))
        .map(([first, others]) => [{ ...first, role: "LEADER" as const }, ...others]),
      budgetIdr: fc.integer({ min: 1, max: bounds.budgetIdr.max }),
      budgetSource: fc.constantFrom(...BUDGET_SOURCES),
      risks: listOf(arbitraryRisk(), { min: 1, max: 4 }),
      sustainability: arbitraryText(bounds.sustainability),
      successor: arbitraryText(bounds.successor),
      mentor: fc.record({
        name: arbitraryText(bounds.mentorName),
        position: arbitraryText(bounds.mentorPosition),
        idType: fc.constant("NIP" as const),
        idNumber: fc.constant("197003121995031002"),
        email: fc.constantFrom("", "mentor@kemsos.go.id"),
        phone: fc.constant("+62 811-2233-4455"),
      }),
      transferReadiness: arbitraryScores(context.transferRubric),
    })
    .map((document) => dealIds(document, 0xe4));
}
