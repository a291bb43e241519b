import type { StageKind } from "@/lib/assignment/model";
import type { ChainLink, Gap } from "@/lib/chain/model";
import type { Evaluation } from "@/lib/evaluation/model";
import { sourceText, unsupportedTopScores } from "@/lib/evaluation/scoring";
import type { Obstacle, Obstacles } from "@/lib/obstacle/model";
import { deriveObstacles } from "@/lib/obstacle/scoring";
import type { Plan } from "@/lib/plan/model";
import type { RubricDefinition } from "@/lib/rubric/model";
import type { CauseRef, Solutions } from "@/lib/solution/model";
import { mcnamaraTotal } from "@/lib/solution/scoring";

/** The four documents as they stand; null for a stage in which nothing is written, or nothing readable. */
export interface ChainSource {
  rubric: RubricDefinition;
  evaluation: Evaluation | null;
  obstacles: Obstacles | null;
  solutions: Solutions | null;
  plan: Plan | null;
  /** Stages that hold something which cannot be read: nobody can say what is missing there. */
  older?: readonly StageKind[];
}

/** The stages that have to be read before a gap can be told. */
const TOLD_BY: Partial<Record<Gap, readonly StageKind[]>> = {
  OBSTACLE_WITHOUT_EVIDENCE: ["EVALUATE"],
  EVIDENCE_GONE: ["EVALUATE"],
  OBSTACLE_GONE: ["OBSTACLES"],
  CAUSE_GONE: ["OBSTACLES"],
  SOLUTION_WITHOUT_EVIDENCE: ["EVALUATE", "OBSTACLES"],
  SOLUTION_GONE: ["SOLUTION"],
  PLAN_WITHOUT_EVIDENCE: ["EVALUATE", "OBSTACLES", "SOLUTION"],
};

/** All links, each with what it rests on and what is missing. Alternatives not chosen are none. */
export function linkChain(source: ChainSource): ChainLink[] {
  const links = [
    ...evidenceLinks(source),
    ...scoreLinks(source),
    ...claimLinks(source),
    ...obstacleLinks(source),
    ...solutionLinks(source),
    ...planLinks(source),
  ];
  const rests = (link: ChainLink) =>
    behind(links, link.id).some((id) => id.startsWith("evidence."));
  for (const link of links) {
    if (link.kind === "obstacle" && !rests(link)) link.gaps.push("OBSTACLE_WITHOUT_EVIDENCE");
    if (link.kind === "solution" && !rests(link)) link.gaps.push("SOLUTION_WITHOUT_EVIDENCE");
    if (link.kind === "plan" && link.restsOn.length > 0 && !rests(link)) {
      link.gaps.push("PLAN_WITHOUT_EVIDENCE");
    }
    link.gaps = link.gaps.filter(
      (gap) => !TOLD_BY[gap]?.some((kind) => source.older?.includes(kind)),
    );
  }
  return links;
}

/** Ids of all that a link rests on, through any number of steps; the nearest first. */
export function behind(links: readonly ChainLink[], id: string): string[] {
  const byId = new Map(links.map((link) => [link.id, link]));
  return walk(id, (at) => (byId.get(at)?.restsOn ?? []).filter((next) => byId.has(next)));
}

/** Ids of all that rests on a link, through any number of steps; the nearest first. */
export function ahead(links: readonly ChainLink[], id: string): string[] {
  return walk(id, (at) =>
    links.filter(({ restsOn }) => restsOn.includes(at)).map((link) => link.id),
  );
}

function walk(from: string, next: (id: string) => readonly string[]): string[] {
  const seen = new Set([from]);
  for (const at of seen) for (const id of next(at)) seen.add(id);
  seen.delete(from);
  return [...seen];
}

function evidenceLinks({ evaluation, obstacles }: ChainSource): ChainLink[] {
  const used = new Set((obstacles?.obstacles ?? []).flatMap(({ evidenceIds }) => evidenceIds));
  return (evaluation?.evidence ?? []).map((item, index) => ({
    ...link("evidence", item.id, item.caption, `evidence.${index}`),
    detail: (evaluation && sourceText(evaluation, item.sourceId)) ?? "",
    // Before there are obstacles, there is nothing yet that could use it.
    gaps:
      item.criterionId || item.claimId || used.has(item.id) || !obstacles
        ? []
        : ["EVIDENCE_UNUSED"],
  }));
}

function scoreLinks({ evaluation, rubric }: ChainSource): ChainLink[] {
  if (!evaluation) return [];
  const unsupported = new Set(unsupportedTopScores(evaluation, rubric));
  return rubric.criteria.flatMap((criterion): ChainLink[] => {
    const index = evaluation.scores.findIndex(({ criterionId }) => criterionId === criterion.id);
    const score = evaluation.scores[index];
    if (!score || score.value === null) return [];
    return [
      {
        ...link("score", criterion.id, criterion.label, `scores.${index}`),
        detail: score.note,
        value: score.value,
        restsOn: evaluation.evidence
          .filter(({ criterionId }) => criterionId === criterion.id)
          .map(({ id }) => `evidence.${id}`),
        gaps: unsupported.has(criterion.id) ? ["SCORE_WITHOUT_EVIDENCE"] : [],
      },
    ];
  });
}

/** What was claimed and is supported: strengths and results that evidence hangs on. */
function claimLinks({ evaluation }: ChainSource): ChainLink[] {
  if (!evaluation) return [];
  const { strengths, results, evidence } = evaluation;
  const claims = [
    ...strengths.map(({ id, text }, at) => link("strength", id, text, `strengths.${at}`)),
    ...results.map(({ id, indicator }, at) => link("result", id, indicator, `results.${at}`)),
  ];
  return claims.flatMap((claim) => {
    const restsOn = evidence
      .filter(({ claimId }) => claimId !== undefined && claim.id.endsWith(`.${claimId}`))
      .map(({ id }) => `evidence.${id}`);
    return restsOn.length > 0 ? [{ ...claim, restsOn }] : [];
  });
}

function obstacleLinks({ evaluation, obstacles, solutions }: ChainSource): ChainLink[] {
  if (!obstacles) return [];
  const known = new Set((evaluation?.evidence ?? []).map(({ id }) => id));
  const answered = new Set(
    (solutions?.groups ?? [])
      .filter(({ alternatives }) => alternatives.some(({ isSelected }) => isSelected))
      .map(({ obstacleId }) => obstacleId),
  );
  const derived = deriveObstacles(obstacles);
  return obstacles.obstacles.map((obstacle, index) => {
    const { eligible, prioritised, rootCause, usgTotal } = derived[index] ?? {};
    const present = obstacle.evidenceIds.filter((id) => known.has(id));
    const gaps: Gap[] = [];
    if (present.length < obstacle.evidenceIds.length) gaps.push("EVIDENCE_GONE");
    if (eligible && !rootCause) gaps.push("OBSTACLE_WITHOUT_ROOT");
    if (solutions && prioritised && !answered.has(obstacle.id)) {
      gaps.push("OBSTACLE_WITHOUT_SOLUTION");
    }
    return {
      ...link("obstacle", obstacle.id, obstacle.title, `obstacles.${index}`),
      detail: rootCause ?? "",
      value: usgTotal ?? null,
      restsOn: [
        ...(obstacle.criterionId ? [`score.${obstacle.criterionId}`] : []),
        ...present.map((id) => `evidence.${id}`),
      ],
      gaps,
    };
  });
}

function solutionLinks({ obstacles, solutions, plan }: ChainSource): ChainLink[] {
  const prioritised = new Set(
    obstacles
      ? deriveObstacles(obstacles).flatMap((entry) => (entry.prioritised ? [entry.id] : []))
      : [],
  );
  return (solutions?.groups ?? []).flatMap((group, at) => {
    const obstacle = obstacles?.obstacles.find(({ id }) => id === group.obstacleId);
    return group.alternatives.flatMap((solution, index): ChainLink[] => {
      if (!solution.isSelected) return [];
      const cause = obstacle && solution.causeRef ? causeOf(obstacle, solution.causeRef) : null;
      const gaps: Gap[] = [];
      if (!obstacle || !prioritised.has(obstacle.id)) gaps.push("OBSTACLE_GONE");
      else if (cause === null) gaps.push("CAUSE_GONE");
      if (plan && solution.forHost === false && !plan.solutionIds.includes(solution.id)) {
        gaps.push("SOLUTION_UNPLANNED");
      }
      return [
        {
          ...link("solution", solution.id, solution.title, `groups.${at}.alternatives.${index}`),
          detail: cause ?? "",
          value: mcnamaraTotal(solution.mcnamara),
          restsOn: obstacle ? [`obstacle.${obstacle.id}`] : [],
          gaps,
        },
      ];
    });
  });
}

function planLinks({ solutions, plan }: ChainSource): ChainLink[] {
  if (!plan) return [];
  const chosen = new Set(
    (solutions?.groups ?? []).flatMap(({ alternatives }) =>
      alternatives.flatMap(({ id, isSelected }) => (isSelected ? [id] : [])),
    ),
  );
  const present = plan.solutionIds.filter((id) => chosen.has(id));
  const gaps: Gap[] = [];
  if (plan.solutionIds.length === 0) gaps.push("PLAN_WITHOUT_SOLUTION");
  if (present.length < plan.solutionIds.length) gaps.push("SOLUTION_GONE");
  if (plan.milestones.length === 0) gaps.push("PLAN_WITHOUT_MILESTONE");
  const whole: ChainLink = {
    ...link("plan", "plan", plan.title, "title"),
    detail: plan.problemStatement,
    restsOn: present.map((id) => `solution.${id}`),
    gaps,
  };
  return [
    whole,
    ...plan.milestones.map((milestone, index) => ({
      ...link("milestone", milestone.id, milestone.title, `milestones.${index}`),
      detail: milestone.output,
      endsOn: milestone.end,
      restsOn: [whole.id],
    })),
  ];
}

/** The words of the cause that a solution answers; null when it is not there any more. */
export function causeOf(
  { causes, fishbone }: Pick<Obstacle, "causes" | "fishbone">,
  ref: CauseRef,
): string | null {
  const id = ref.slice(ref.indexOf(":") + 1);
  const cause = ref.startsWith("cause:")
    ? causes[Number(id)]
    : fishbone.find((entry) => entry.id === id)?.cause;
  return cause || null;
}

function link(
  kind: ChainLink["kind"],
  id: string,
  title: ChainLink["title"],
  path: string,
): ChainLink {
  return {
    id: `${kind}.${id}`,
    kind,
    title,
    detail: "",
    value: null,
    endsOn: null,
    path,
    restsOn: [],
    gaps: [],
  };
}
