import {
  choice,
  field,
  flag,
  integer,
  itemId,
  key,
  list,
  object,
  optional,
  type Schema,
  scale,
  text,
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
  type StageDefinition,
  textIssues,
} from "@/lib/document/schema";
import { BUDGET_SOURCES } from "@/lib/document/taxonomy";
import {
  type CauseRef,
  type Mcnamara,
  SOLUTION_BOUNDS,
  SOLUTIONS_SECTIONS,
  type Solution,
  type SolutionGroup,
  type SolutionObstacle,
  type SolutionResources,
  type Solutions,
  type SolutionsContext,
  TRANSFER_TYPES,
} from "@/lib/solution/model";
import {
  deriveSolutions,
  highestTotal,
  mcnamaraTotal,
  type SolutionDerived,
} from "@/lib/solution/scoring";

const BOUNDS = SOLUTION_BOUNDS;

/** The document as a participant first finds it: a group for each prioritised obstacle. */
export function emptySolutions(context: SolutionsContext): Solutions {
  return {
    groups: context.obstacles.map(({ id }) => ({ obstacleId: id, alternatives: [] })),
  };
}

/** A new alternative, for the form's "add". */
export function emptySolution(id: string): Solution {
  return {
    id,
    causeRef: null,
    title: "",
    description: "",
    transferType: null,
    adaptedWhat: "",
    mcnamara: { contribution: null, cost: null, feasibility: null },
    risks: [],
    resources: { legalNeed: "" },
    isSelected: false,
    rationale: "",
    forHost: null,
  };
}

/**
 * A document fitted to what stage 2 now says: a group for each prioritised obstacle, in rank order;
 * behind them the groups of obstacles that have gone, as long as there is something in them. A
 * reference to a cause that has gone is let go.
 */
export function carrySolutions(document: Solutions, context: SolutionsContext): Solutions {
  const groups = new Map(document.groups.map((group) => [group.obstacleId, group]));
  const current = context.obstacles.map((obstacle) => ({
    obstacleId: obstacle.id,
    alternatives: (groups.get(obstacle.id)?.alternatives ?? []).map((solution) =>
      solution.causeRef === null || causeText(obstacle, solution.causeRef) !== null
        ? solution
        : { ...solution, causeRef: null },
    ),
  }));
  const known = new Set(context.obstacles.map(({ id }) => id));
  const gone = document.groups.filter(
    ({ obstacleId, alternatives }) => !known.has(obstacleId) && alternatives.length > 0,
  );
  return { groups: [...current, ...gone] };
}

export function solutionsSchema(mode: "draft", context: SolutionsContext): Schema<Solutions>;
export function solutionsSchema(
  mode: "submit",
  context: SolutionsContext,
): Schema<Complete<Solutions>>;
export function solutionsSchema(mode: DocumentMode, context: SolutionsContext) {
  return documentSchema(mode, rules(context));
}

/** All issues and warnings of a document, for a form or a command. */
export function checkSolutions(
  mode: DocumentMode,
  context: SolutionsContext,
  input: unknown,
): DocumentCheck<Solutions> {
  return readDocument(mode, rules(context), input);
}

function rules(context: SolutionsContext): DocumentRules<Solutions> {
  return {
    shape: (mode) => shape(mode, null),
    always: duplicateGroups,
    submit: (document) => [
      ...coverageIssues(document, context),
      ...document.groups.flatMap((group, index) => groupIssues(group, index, context)),
      ...ownUnitIssues(document),
    ],
    finish: (document) => ({
      groups: document.groups.map((group) => ({
        ...group,
        alternatives: group.alternatives.map((solution) =>
          solution.isSelected ? solution : { ...solution, rationale: "" },
        ),
      })),
    }),
  };
}

const shape = cachedShape<null, Solutions>(build, () => "");

function build(mode: DocumentMode): Schema<Solutions> {
  return object<Solutions>({
    groups: list(
      mode,
      object<SolutionGroup>({
        obstacleId: key(),
        alternatives: list(
          mode,
          object<Solution>({
            id: itemId(),
            causeRef: causeRef(mode),
            title: text(mode, BOUNDS.title),
            description: text(mode, { ...BOUNDS.description, multiline: true }),
            transferType: choice(mode, TRANSFER_TYPES),
            sourceInnovationId: optional(key()),
            adaptedWhat: text(mode, { ...BOUNDS.adaptedWhat, required: false, multiline: true }),
            mcnamara: object<Mcnamara>({
              contribution: scale(mode, BOUNDS.mcnamara),
              cost: scale(mode, BOUNDS.mcnamara),
              feasibility: scale(mode, BOUNDS.mcnamara),
            }),
            risks: list(mode, risk(mode), { ...BOUNDS.risks, min: 0 }),
            resources: object<SolutionResources>({
              people: optional(integer(mode, BOUNDS.people)),
              budgetIdr: optional(integer(mode, BOUNDS.budgetIdr)),
              budgetSource: optional(choice(mode, BUDGET_SOURCES)),
              legalNeed: text(mode, { ...BOUNDS.legalNeed, required: false, multiline: true }),
            }),
            isSelected: flag(),
            // Asked of the selected alternative, by the rules; on another it is a leftover.
            rationale: text("draft", { max: BOUNDS.rationale.max, multiline: true }),
            forHost: yesNo(mode),
          }),
          BOUNDS.alternatives,
        ),
      }),
      BOUNDS.groups,
    ),
  });
}

const CAUSE_REF = /^(cause:\d|fishbone:[0-9a-f-]{36})$/;

function causeRef(mode: DocumentMode): Schema<CauseRef | null> {
  return field((input, refuse) => {
    if (input === undefined || input === null || input === "") {
      if (mode === "submit") refuse("required");
      return null;
    }
    if (typeof input !== "string" || !CAUSE_REF.test(input)) refuse("unknown_cause");
    return input as CauseRef;
  });
}

/** What a reference to a cause says, or null where the obstacle has no such cause. */
export function causeText(
  obstacle: Pick<SolutionObstacle, "causes" | "fishbone">,
  ref: CauseRef,
): string | null {
  const name = ref.slice(ref.indexOf(":") + 1);
  if (ref.startsWith("cause:")) return obstacle.causes[Number(name)] ?? null;
  return obstacle.fishbone.find(({ id }) => id === name)?.cause ?? null;
}

function duplicateGroups({ groups }: Solutions): FieldIssue[] {
  const seen = new Set<string>();
  return groups.flatMap(({ obstacleId }, index): FieldIssue[] => {
    const path = `groups.${index}.obstacleId`;
    if (obstacleId === "") return [{ path, code: "required" }];
    if (seen.has(obstacleId)) return [{ path, code: "duplicate_obstacle" }];
    seen.add(obstacleId);
    return [];
  });
}

/** Each prioritised obstacle has a group. */
function coverageIssues({ groups }: Solutions, { obstacles }: SolutionsContext): FieldIssue[] {
  const missing = obstacles.find(({ id }) => !groups.some(({ obstacleId }) => obstacleId === id));
  return missing
    ? [{ path: "groups", code: "obstacle_without_solution", params: { title: missing.title } }]
    : [];
}

function groupIssues(group: SolutionGroup, index: number, context: SolutionsContext): FieldIssue[] {
  const path = `groups.${index}`;
  const obstacle = context.obstacles.find(({ id }) => id === group.obstacleId);
  if (!obstacle) return [{ path: `${path}.obstacleId`, code: "unknown_obstacle" }];

  const { alternatives } = group;
  const selected = alternatives.filter(({ isSelected }) => isSelected).length;
  const issues: FieldIssue[] = [];
  // The list's own bound already asks for two alternatives; a choice is asked for once it can be made.
  if (alternatives.length >= BOUNDS.alternatives.min && selected === 0) {
    issues.push({ path: `${path}.selected`, code: "none_selected" });
  }
  if (selected > 1) issues.push({ path: `${path}.selected`, code: "more_than_one_selected" });
  const highest = highestTotal(group);
  alternatives.forEach((solution, position) => {
    const at = `${path}.alternatives.${position}`;
    issues.push(...alternativeIssues(solution, at, obstacle, context));
    if (solution.isSelected) issues.push(...selectedIssues(solution, at, highest));
  });
  return issues;
}

function alternativeIssues(
  solution: Solution,
  path: string,
  obstacle: SolutionObstacle,
  { innovations }: SolutionsContext,
): FieldIssue[] {
  const { causeRef: ref, transferType, sourceInnovationId: source } = solution;
  const issues: FieldIssue[] = [];
  if (ref !== null && causeText(obstacle, ref) === null) {
    issues.push({ path: `${path}.causeRef`, code: "unknown_cause" });
  }
  if (source !== undefined && !innovations.some(({ id }) => id === source)) {
    issues.push({ path: `${path}.sourceInnovationId`, code: "unknown_innovation" });
  }
  if (source === undefined && transferType !== null && transferType !== "INSPIRE") {
    issues.push({ path: `${path}.sourceInnovationId`, code: "required" });
  }
  if ((transferType === "ADAPT" || transferType === "MODIFY") && solution.adaptedWhat === "") {
    issues.push({ path: `${path}.adaptedWhat`, code: "required" });
  }
  return [...issues, ...riskIssues(solution.risks, `${path}.risks`)];
}

/** The selected one is thought through: risks, resources, and why it, if it is not the best. */
function selectedIssues(solution: Solution, path: string, highest: number | null): FieldIssue[] {
  const { mcnamara, rationale, resources, risks } = solution;
  const issues: FieldIssue[] = [];
  if (risks.length === 0) issues.push({ path: `${path}.risks`, code: "required" });
  for (const name of ["people", "budgetIdr", "budgetSource"] as const) {
    if (resources[name] === undefined) {
      issues.push({ path: `${path}.resources.${name}`, code: "required" });
    }
  }
  const total = mcnamaraTotal(mcnamara);
  const belowTop = total !== null && highest !== null && total < highest;
  if (belowTop && rationale === "") {
    issues.push({ path: `${path}.rationale`, code: "rationale_required" });
  } else if (rationale !== "") {
    issues.push(...textIssues(rationale, BOUNDS.rationale.min, `${path}.rationale`));
  }
  return issues;
}

/**
 * At least one selected solution is for the own unit: the plan is made of those alone, and without
 * one the next stage could never be finished.
 */
function ownUnitIssues({ groups }: Solutions): FieldIssue[] {
  const selected = groups.flatMap(({ alternatives }) =>
    alternatives.filter(({ isSelected }) => isSelected),
  );
  return selected.length > 0 && selected.every(({ forHost }) => forHost === true)
    ? [{ path: "groups", code: "none_for_own_unit" }]
    : [];
}

export const solutionsDefinition: StageDefinition<Solutions, SolutionsContext, SolutionDerived[]> =
  {
    sections: SOLUTIONS_SECTIONS,
    empty: emptySolutions,
    carry: carrySolutions,
    check: checkSolutions,
    schema: (mode, context) => documentSchema(mode, rules(context)),
    derive: deriveSolutions,
  };
