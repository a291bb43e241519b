import type { Obstacles } from "@/lib/obstacle/model";
import { rootCauseOf } from "@/lib/obstacle/scoring";
import { type KnownSolution, PLAN_BOUNDS, type Plan, type PlanContext } from "@/lib/plan/model";
import type { Solutions } from "@/lib/solution/model";

/** Of the chosen solutions for the own unit, all that a plan would otherwise ask for a second time. */
export function knownSolutions(
  solutions: Solutions | null,
  obstacles: Obstacles | null,
): KnownSolution[] {
  return (solutions?.groups ?? []).flatMap(({ obstacleId, alternatives }) => {
    const obstacle = obstacles?.obstacles.find(({ id }) => id === obstacleId);
    return alternatives
      .filter(({ isSelected, forHost }) => isSelected && forHost === false)
      .map(({ id, title, adaptedWhat, risks, resources }) => ({
        id,
        title,
        adaptedWhat,
        risks,
        budgetIdr: resources.budgetIdr ?? null,
        budgetSource: resources.budgetSource ?? null,
        obstacle: obstacle
          ? {
              title: obstacle.title,
              description: obstacle.description,
              rootCause: rootCauseOf(obstacle),
              affected: obstacle.affected,
            }
          : null,
      }));
  });
}

/** Parts of a plan that can be filled in from what is known, in the order of the form. */
export const CARRIED = [
  "title",
  "problemStatement",
  "noveltyStatement",
  "beneficiaries",
  "team",
  "budget",
  "risks",
] as const;
export type Carried = (typeof CARRIED)[number];

/**
 * The plan with what earlier stages know, and which parts that filled in. Only what is blank is
 * written; risks are added beside the plan's own, each once, for they keep their ids. Of texts longer
 * than a plan takes, the beginning. The amounts of several solutions are added up; their source is
 * taken over where it is the same.
 *
 * @param words what stands before the root cause in the problem statement
 * @param newId ids for items that have none yet
 */
export function carryOver(
  plan: Plan,
  { known = [], participant }: Pick<PlanContext, "known" | "participant">,
  words: { rootCause: string },
  newId: () => string,
): { plan: Plan; carried: Carried[] } {
  const own = known.filter(({ id }) => plan.solutionIds.includes(id));
  const next = { ...plan };
  const carried: Carried[] = [];
  const fill = (part: Carried, wanted: boolean, write: () => void) => {
    if (!wanted) return;
    write();
    carried.push(part);
  };

  const [first] = own;
  fill("title", blank(plan.title) && !!first, () => {
    next.title = cut(first?.title ?? "", PLAN_BOUNDS.title.max);
  });

  const problem = own
    .flatMap(({ obstacle }) => obstacle ?? [])
    .map(({ title, description, rootCause }) =>
      [`${title}.`, description, rootCause && `${words.rootCause} ${rootCause}.`]
        .filter(Boolean)
        .join(" "),
    )
    .join("\n\n");
  fill("problemStatement", blank(plan.problemStatement) && problem !== "", () => {
    next.problemStatement = cut(problem, PLAN_BOUNDS.problemStatement.max);
  });

  const novelty = own.flatMap(({ adaptedWhat }) => adaptedWhat.trim() || []).join("\n\n");
  fill("noveltyStatement", blank(plan.noveltyStatement) && novelty !== "", () => {
    next.noveltyStatement = cut(novelty, PLAN_BOUNDS.noveltyStatement.max);
  });

  const groups = [...new Set(own.flatMap(({ obstacle }) => obstacle?.affected.trim() || []))];
  fill("beneficiaries", plan.beneficiaries.length === 0 && groups.length > 0, () => {
    next.beneficiaries = groups.slice(0, PLAN_BOUNDS.beneficiaries.max).map((group) => ({
      id: newId(),
      group: cut(group, PLAN_BOUNDS.beneficiaryGroup.max),
      count: null,
    }));
  });

  fill("team", plan.team.length === 0, () => {
    next.team = [{ id: newId(), role: "LEADER", name: participant.fullName }];
  });

  const amounts = own.flatMap(({ budgetIdr }) => budgetIdr ?? []);
  fill("budget", plan.budgetIdr === null && amounts.length > 0, () => {
    next.budgetIdr = Math.min(
      amounts.reduce((sum, amount) => sum + amount, 0),
      PLAN_BOUNDS.budgetIdr.max,
    );
    const sources = new Set(own.flatMap(({ budgetSource }) => budgetSource ?? []));
    const [source] = sources;
    if (plan.budgetSource === null && sources.size === 1 && source) next.budgetSource = source;
  });

  const there = new Set(plan.risks.map(({ id }) => id));
  const risks = own
    .flatMap((solution) => solution.risks)
    .filter(({ id }) => !there.has(id))
    .slice(0, PLAN_BOUNDS.risks.max - plan.risks.length);
  fill("risks", risks.length > 0, () => {
    next.risks = [...plan.risks, ...risks];
  });

  return { plan: carried.length > 0 ? next : plan, carried };
}

function blank(text: string): boolean {
  return text.trim() === "";
}

/** At most so many characters, none of them halved. */
function cut(text: string, max: number): string {
  return [...text].slice(0, max).join("");
}
