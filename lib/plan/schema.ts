import {
  choice,
  email,
  integer,
  isoDate,
  itemId,
  key,
  list,
  MEASURE_BOUNDS,
  number,
  object,
  optional,
  phone,
  reference,
  type Schema,
  scale,
  text,
  withDefault,
  yesNo,
} from "@/lib/document/fields";
import type { DocumentCheck, FieldIssue } from "@/lib/document/issue";
import type { Complete, DocumentMode } from "@/lib/document/model";
import {
  cachedShape,
  type DocumentRules,
  documentSchema,
  readDocument,
  risk,
  riskIssues,
  rubricKey,
  type StageDefinition,
} from "@/lib/document/schema";
import {
  AFFAIRS,
  BUDGET_SOURCES,
  INNOVATION_FORMS,
  INNOVATION_TYPES,
} from "@/lib/document/taxonomy";
import { checkIdNumber, ID_TYPES, normalizeIdNumber } from "@/lib/enrolment/civil-servant";
import {
  ATTITUDES,
  type Beneficiary,
  type Mentor,
  MILESTONE_STATUSES,
  type Milestone,
  type Objectives,
  type Output,
  PLAN_BOUNDS,
  PLAN_SECTIONS,
  type Plan,
  type PlanContext,
  type Stakeholder,
  TEAM_ROLES,
  TERMS,
  type TeamMember,
} from "@/lib/plan/model";
import {
  derivePlan,
  type PlanDerived,
  planStart,
  quadrantOf,
  termWindows,
} from "@/lib/plan/scoring";
import type { CriterionScore } from "@/lib/rubric/model";

const BOUNDS = PLAN_BOUNDS;

/**
 * The document as a participant first finds it: the selected solutions that are for the own unit
 * (as many as a plan can hold), the own agency and unit, every criterion of the readiness rubric.
 */
export function emptyPlan(context: PlanContext): Plan {
  return {
    solutionIds: usableSolutions(context).slice(0, BOUNDS.solutionIds.max),
    title: "",
    acronym: "",
    agencyId: context.participant.agencyId,
    unit: context.participant.workUnit,
    problemStatement: "",
    noveltyStatement: "",
    form: null,
    type: null,
    affair: null,
    objectives: { short: "", medium: "", long: "" },
    outputs: [],
    beneficiaries: [],
    milestones: [],
    stakeholders: [],
    team: [],
    budgetIdr: null,
    budgetSource: null,
    risks: [],
    sustainability: "",
    successor: "",
    mentor: { name: "", position: "", idType: null, idNumber: "", email: "", phone: "" },
    transferReadiness: context.transferRubric.criteria.map(({ id }) => ({
      criterionId: id,
      value: null,
    })),
  };
}

function usableSolutions({ solutions }: PlanContext): string[] {
  return solutions.filter(({ forHost }) => !forHost).map(({ id }) => id);
}

/** A document fitted to what stage 3 now says: solutions that are no longer selected leave it. */
export function carryPlan(document: Plan, context: PlanContext): Plan {
  const usable = usableSolutions(context);
  const kept = document.solutionIds.filter((id) => usable.includes(id));
  return {
    ...document,
    solutionIds: kept.length > 0 ? kept : usable.slice(0, BOUNDS.solutionIds.max),
  };
}

export function planSchema(mode: "draft", context: PlanContext): Schema<Plan>;
export function planSchema(mode: "submit", context: PlanContext): Schema<Complete<Plan>>;
export function planSchema(mode: DocumentMode, context: PlanContext) {
  return documentSchema(mode, rules(context));
}

/** All issues and warnings of a document, for a form or a command. */
export function checkPlan(
  mode: DocumentMode,
  context: PlanContext,
  input: unknown,
): DocumentCheck<Plan> {
  return readDocument(mode, rules(context), input);
}

function rules(context: PlanContext): DocumentRules<Plan> {
  return {
    shape: (mode) => shape(mode, context),
    always: (document) => criterionIssues(document, context),
    normalize: (document) => ({
      ...document,
      solutionIds: [...new Set(document.solutionIds)],
      mentor: { ...document.mentor, idNumber: normalizeIdNumber(document.mentor.idNumber) },
      transferReadiness: inRubricOrder(document.transferReadiness, context),
    }),
    submit: (document) => [
      ...solutionIssues(document, context),
      ...basisIssues(document, context),
      ...document.outputs.flatMap(outputIssues),
      ...milestoneIssues(document),
      ...stakeholderIssues(document),
      ...teamIssues(document),
      ...budgetIssues(document),
      ...riskIssues(document.risks, "risks"),
      ...mentorIssues(document, context),
      ...readinessIssues(document),
    ],
    warn: (document) => acronymWarnings(document, context),
    finish: (document) => ({
      ...document,
      mentor:
        document.mentor.idType === "NONE" ? { ...document.mentor, idNumber: "" } : document.mentor,
    }),
  };
}

const shape = cachedShape<PlanContext, Plan>(build, ({ transferRubric }) =>
  rubricKey(transferRubric),
);

function build(mode: DocumentMode, { transferRubric }: PlanContext): Schema<Plan> {
  const objective = text(mode, { ...BOUNDS.objective, multiline: true });
  return object<Plan>({
    solutionIds: list(mode, key(), BOUNDS.solutionIds),
    title: text(mode, BOUNDS.title),
    acronym: text(mode, { ...BOUNDS.acronym, required: false }),
    agencyId: reference(mode),
    unit: text(mode, BOUNDS.unit),
    problemStatement: text(mode, { ...BOUNDS.problemStatement, multiline: true }),
    noveltyStatement: text(mode, { ...BOUNDS.noveltyStatement, multiline: true }),
    form: choice(mode, INNOVATION_FORMS),
    type: choice(mode, INNOVATION_TYPES),
    affair: choice(mode, AFFAIRS),
    objectives: object<Objectives>({ short: objective, medium: objective, long: objective }),
    outputs: list(
      mode,
      object<Output>({
        id: itemId(),
        name: text(mode, BOUNDS.outputName),
        indicator: text(mode, BOUNDS.outputIndicator),
        baseline: optional(number(mode, MEASURE_BOUNDS)),
        target: number(mode, MEASURE_BOUNDS),
        unit: text(mode, BOUNDS.outputUnit),
      }),
      BOUNDS.outputs,
    ),
    beneficiaries: list(
      mode,
      object<Beneficiary>({
        id: itemId(),
        group: text(mode, BOUNDS.beneficiaryGroup),
        count: integer(mode, BOUNDS.beneficiaryCount),
      }),
      BOUNDS.beneficiaries,
    ),
    milestones: list(
      mode,
      object<Milestone>({
        id: itemId(),
        term: choice(mode, TERMS),
        title: text(mode, BOUNDS.milestoneTitle),
        start: isoDate(mode),
        end: isoDate(mode),
        output: text(mode, BOUNDS.milestoneOutput),
        owner: text(mode, BOUNDS.milestoneOwner),
        evidenceNeeded: text(mode, BOUNDS.milestoneEvidence),
        status: withDefault(choice("draft", MILESTONE_STATUSES), "PLANNED"),
      }),
      BOUNDS.milestones,
    ),
    stakeholders: list(
      mode,
      object<Stakeholder>({
        id: itemId(),
        name: text(mode, BOUNDS.stakeholderName),
        internal: yesNo(mode),
        influence: scale(mode, BOUNDS.stakeholderScale),
        interest: scale(mode, BOUNDS.stakeholderScale),
        attitude: choice(mode, ATTITUDES),
        strategy: text(mode, { ...BOUNDS.strategy, required: false, multiline: true }),
      }),
      BOUNDS.stakeholders,
    ),
    team: list(
      mode,
      object<TeamMember>({
        id: itemId(),
        role: choice(mode, TEAM_ROLES),
        name: text(mode, BOUNDS.teamName),
      }),
      BOUNDS.team,
    ),
    budgetIdr: integer(mode, BOUNDS.budgetIdr),
    budgetSource: choice(mode, BUDGET_SOURCES),
    risks: list(mode, risk(mode), BOUNDS.risks),
    sustainability: text(mode, { ...BOUNDS.sustainability, multiline: true }),
    successor: text(mode, BOUNDS.successor),
    mentor: object<Mentor>({
      name: text(mode, BOUNDS.mentorName),
      position: text(mode, BOUNDS.mentorPosition),
      idType: choice(mode, ID_TYPES),
      // Whether it is a number at all depends on its kind; the rules judge that.
      idNumber: text("draft", { max: 30 }),
      email: email(mode, { required: false }),
      phone: phone(mode, { required: false }),
    }),
    transferReadiness: list(
      mode,
      object<CriterionScore>({ criterionId: key(), value: scale(mode, transferRubric.scale) }),
      { min: 0, max: transferRubric.criteria.length },
    ),
  });
}

/** The rubric is frozen, so that a criterion it does not have is wrong in a draft too. */
function criterionIssues(
  { transferReadiness }: Plan,
  { transferRubric }: PlanContext,
): FieldIssue[] {
  const seen = new Set<string>();
  return transferReadiness.flatMap(({ criterionId }, index): FieldIssue[] => {
    const path = `transferReadiness.${index}.criterionId`;
    if (!transferRubric.criteria.some(({ id }) => id === criterionId)) {
      return [{ path, code: "unknown_criterion" }];
    }
    if (seen.has(criterionId)) return [{ path, code: "duplicate_criterion" }];
    seen.add(criterionId);
    return [];
  });
}

function inRubricOrder(scores: CriterionScore[], { transferRubric }: PlanContext) {
  const given = new Map(scores.map((score) => [score.criterionId, score]));
  return transferRubric.criteria.map(({ id }) => given.get(id) ?? { criterionId: id, value: null });
}

function readinessIssues({ transferReadiness }: Plan): FieldIssue[] {
  return transferReadiness.flatMap(({ value }, index) =>
    value === null ? [{ path: `transferReadiness.${index}.value`, code: "required" }] : [],
  );
}

function solutionIssues({ solutionIds }: Plan, { solutions }: PlanContext): FieldIssue[] {
  return solutionIds.flatMap((id, index): FieldIssue[] => {
    const solution = solutions.find((candidate) => candidate.id === id);
    const path = `solutionIds.${index}`;
    if (!solution) return [{ path, code: "unknown_solution" }];
    return solution.forHost ? [{ path, code: "solution_for_host" }] : [];
  });
}

const ACRONYM = /^[A-Za-z0-9 .-]*$/;

function basisIssues(
  { acronym, agencyId }: Plan,
  { agencies, participant }: PlanContext,
): FieldIssue[] {
  const issues: FieldIssue[] = [];
  if (!ACRONYM.test(acronym)) issues.push({ path: "acronym", code: "acronym_characters" });
  const known =
    agencyId === null ||
    agencyId === participant.agencyId ||
    agencies.some(({ id }) => id === agencyId);
  if (!known) issues.push({ path: "agencyId", code: "unknown_agency" });
  return issues;
}

/** Acronyms are told apart without case, spaces, dots and hyphens. */
function acronymWarnings({ acronym }: Plan, { takenAcronyms }: PlanContext): FieldIssue[] {
  const folded = foldAcronym(acronym);
  return folded !== "" && takenAcronyms.some((taken) => foldAcronym(taken) === folded)
    ? [{ path: "acronym", code: "acronym_taken" }]
    : [];
}

function foldAcronym(acronym: string): string {
  return acronym.toLowerCase().replace(/[ .-]/g, "");
}

function outputIssues({ baseline, target }: Output, index: number): FieldIssue[] {
  return baseline !== undefined && baseline === target
    ? [{ path: `outputs.${index}.target`, code: "target_equals_baseline" }]
    : [];
}

function milestoneIssues({ milestones }: Plan): FieldIssue[] {
  const start = planStart(milestones);
  const windows = start === null ? null : termWindows(start);
  const issues = milestones.flatMap((milestone, index): FieldIssue[] => {
    const { term, start: from, end } = milestone;
    const path = `milestones.${index}.end`;
    if (end === null) return [];
    if (from !== null && end < from) return [{ path, code: "end_before_start" }];
    if (term === null || windows === null) return [];
    const window = windows[term];
    if (end > window.to) {
      return [{ path, code: "term_too_late", params: { term, limit: window.to } }];
    }
    return end < window.from
      ? [{ path, code: "term_too_early", params: { term, limit: window.from } }]
      : [];
  });
  if (milestones.length === 0) return issues;
  const absent = TERMS.filter((term) => !milestones.some((milestone) => milestone.term === term));
  return [
    ...issues,
    ...absent.map((term) => ({ path: "milestones", code: "term_missing", params: { term } })),
  ];
}

function stakeholderIssues({ stakeholders }: Plan): FieldIssue[] {
  const quadrants = stakeholders.map(quadrantOf);
  const issues = stakeholders.flatMap(({ strategy }, index) =>
    quadrants[index] === "LATENT" && strategy === ""
      ? [{ path: `stakeholders.${index}.strategy`, code: "strategy_required" }]
      : [],
  );
  if (stakeholders.length > 0 && !quadrants.includes("PROMOTER")) {
    issues.push({ path: "stakeholders", code: "promoter_required" });
  }
  return issues;
}

function teamIssues({ team }: Plan): FieldIssue[] {
  return team.length > 0 && !team.some(({ role }) => role === "LEADER")
    ? [{ path: "team", code: "leader_required" }]
    : [];
}

function budgetIssues({ budgetIdr, budgetSource }: Plan): FieldIssue[] {
  return budgetIdr === 0 && budgetSource !== null && budgetSource !== "NON_BUDGET"
    ? [{ path: "budgetIdr", code: "budget_zero" }]
    : [];
}

/** The mentor can be reached, is who the number says, and is somebody else. */
function mentorIssues({ mentor }: Plan, { participant, today }: PlanContext): FieldIssue[] {
  const issues: FieldIssue[] = [];
  if (mentor.idType !== null && mentor.idType !== "NONE") {
    const problem = checkIdNumber(mentor.idType, mentor.idNumber, today);
    if (problem) issues.push({ path: "mentor.idNumber", code: problem });
  }
  if (mentor.email === "" && mentor.phone === "") {
    issues.push({ path: "mentor.email", code: "email_or_phone" });
  }
  if (isAuthor(mentor, participant)) issues.push({ path: "mentor.name", code: "mentor_is_author" });
  return issues;
}

/** By number where both have one, for two people may share a name; by name otherwise. */
function isAuthor(mentor: Mentor, participant: PlanContext["participant"]): boolean {
  const own = normalizeIdNumber(participant.idNumber ?? "");
  if (mentor.idNumber !== "" && own !== "" && mentor.idType !== "NONE") {
    return mentor.idNumber === own;
  }
  const fold = (name: string) => name.toLocaleLowerCase("id").replace(/\s+/g, " ").trim();
  return mentor.name !== "" && fold(mentor.name) === fold(participant.fullName);
}

export const planDefinition: StageDefinition<Plan, PlanContext, PlanDerived> = {
  sections: PLAN_SECTIONS,
  empty: emptyPlan,
  carry: carryPlan,
  check: checkPlan,
  schema: (mode, context) => documentSchema(mode, rules(context)),
  derive: derivePlan,
};
