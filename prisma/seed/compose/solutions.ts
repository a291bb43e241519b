import type { Complete, Risk } from "@/lib/document/model";
import type { Obstacle } from "@/lib/obstacle/model";
import {
  type CauseRef,
  type Mcnamara,
  SOLUTION_BOUNDS,
  type Solution,
  type SolutionGroup,
  type Solutions,
} from "@/lib/solution/model";
import { highestTotal, mcnamaraTotal } from "@/lib/solution/scoring";
import type { RiskContent, ThemeKey } from "../content/model";
import { RATIONALES } from "../content/review";
import { THEMES } from "../content/themes";
import { type FoundObstacle, fitsPost, type Observation, writerFor } from "./author";
import { obstacleId } from "./obstacles";
import { clamp, type Writer } from "./writer";

const MILLION = 1_000_000;

export function solutionId(observation: Observation, key: string, name: string): string {
  return writerFor(observation.author, "solutions").id(`solution:${key}:${name}`);
}

/** The document of stage 3, on the obstacles of stage 2 as they were written. */
export function composeSolutions(
  observation: Observation,
  obstacles: readonly Complete<Obstacle>[],
  innovationId: string,
): Complete<Solutions> {
  const writer = writerFor(observation.author, "solutions");
  const traced = observation.obstacles.filter((found) => found.traced);
  return {
    groups: traced.map((found, index) => {
      const id = obstacleId(observation, found.content.key);
      const obstacle = obstacles.find((written) => written.id === id);
      if (!obstacle) throw new Error(`obstacle ${found.content.key} was not written`);
      return composeGroup(found, obstacle, observation, innovationId, index === 0, writer);
    }),
  };
}

function composeGroup(
  found: FoundObstacle,
  obstacle: Complete<Obstacle>,
  observation: Observation,
  innovationId: string,
  leads: boolean,
  writer: Writer,
): Complete<SolutionGroup> {
  const { content } = found;
  const { random } = writer;
  const { post } = observation.author;
  const own = content.own
    .filter(({ theme }) => fitsPost(theme, post))
    .map((way) => ownSolution(way, found, obstacle, observation, innovationId, writer));
  const advice = content.advice ? [adviceSolution(found, obstacle, observation, writer)] : [];
  const alternatives = random.shuffle([...own, ...advice]);

  // The plan grows from the first group, so that one's choice is always for the own unit.
  const candidates = alternatives.filter(({ forHost }) => (leads ? !forHost : true));
  const byTotal = [...candidates].sort((a, b) => points(b) - points(a));
  const chosen = random.chance(0.8) ? byTotal[0] : random.pick(candidates);
  const highest = highestTotal({ obstacleId: obstacle.id, alternatives }) ?? 0;
  return {
    obstacleId: obstacle.id,
    alternatives: alternatives.map((alternative) =>
      alternative === chosen
        ? {
            ...alternative,
            isSelected: true,
            rationale:
              points(alternative) < highest
                ? writer.pick(RATIONALES, SOLUTION_BOUNDS.rationale.max)
                : "",
          }
        : unselected(alternative, writer),
    ),
  };
}

function points(solution: { mcnamara: Mcnamara }): number {
  return mcnamaraTotal(solution.mcnamara) ?? 0;
}

/** What is not chosen is thought through less far. */
function unselected(solution: Complete<Solution>, { random }: Writer): Complete<Solution> {
  return {
    ...solution,
    risks: random.chance(0.4) ? solution.risks.slice(0, 1) : [],
    resources: random.chance(0.4)
      ? solution.resources
      : { people: undefined, budgetIdr: undefined, budgetSource: undefined, legalNeed: "" },
  };
}

function causeRef(obstacle: Complete<Obstacle>, cause: number, writer: Writer): CauseRef {
  const bone = obstacle.fishbone[0];
  if (bone && writer.random.chance(0.15)) return `fishbone:${bone.id}`;
  return `cause:${Math.min(cause, obstacle.causes.length - 1)}`;
}

function ownSolution(
  { theme: key, cause, bridge }: { theme: ThemeKey; cause: number; bridge: readonly string[] },
  { content }: FoundObstacle,
  obstacle: Complete<Obstacle>,
  observation: Observation,
  innovationId: string,
  writer: Writer,
): Complete<Solution> {
  const { solution: theme } = THEMES[key];
  const { random } = writer;
  const transferType = theme.transfer === "ADOPT" && random.chance(0.5) ? "ADAPT" : theme.transfer;
  const budget = random.int(theme.budget[0], theme.budget[1]) * MILLION;
  return {
    id: solutionId(observation, content.key, key),
    causeRef: causeRef(obstacle, cause, writer),
    title: writer.pick(theme.titles, SOLUTION_BOUNDS.title.max),
    description: `${writer.pick(bridge)} ${writer.paragraph(theme.text)}`,
    transferType,
    sourceInnovationId: transferType === "INSPIRE" ? undefined : innovationId,
    adaptedWhat: transferType === "ADOPT" ? "" : writer.pickForHost(theme.adapted),
    mcnamara: {
      contribution: writer.near(theme.mcnamara[0], 2, 5),
      cost: writer.near(theme.mcnamara[1], 1, 5),
      feasibility: writer.near(theme.mcnamara[2], 2, 5),
    },
    risks: composeRisks(theme.risks, `${content.key}:${key}`, random.int(1, 2), writer),
    resources: {
      people: random.int(theme.people[0], theme.people[1]),
      budgetIdr: budget,
      budgetSource: budget === 0 ? "NON_BUDGET" : observation.agency.budgetSource,
      legalNeed: random.chance(0.75) ? writer.pick(observation.agency.legalNeeds) : "",
    },
    isSelected: false,
    rationale: "",
    forHost: false,
  };
}

function adviceSolution(
  { content }: FoundObstacle,
  obstacle: Complete<Obstacle>,
  observation: Observation,
  writer: Writer,
): Complete<Solution> {
  const { advice } = content;
  if (!advice) throw new Error(`no advice on ${content.key}`);
  const { random } = writer;
  return {
    id: solutionId(observation, content.key, "advice"),
    causeRef: causeRef(obstacle, advice.cause, writer),
    title: writer.pick(advice.titles, SOLUTION_BOUNDS.title.max),
    description: writer.paragraph(advice.text),
    transferType: advice.transfer,
    sourceInnovationId: undefined,
    adaptedWhat: advice.adapted ? writer.fill(advice.adapted) : "",
    mcnamara: {
      contribution: random.int(3, 5),
      cost: advice.budget === 0 ? random.int(4, 5) : random.int(2, 4),
      feasibility: random.int(2, 4),
    },
    risks: composeRisks([advice.risk], `${content.key}:advice`, 1, writer),
    resources: {
      people: clamp(advice.people + random.int(-1, 2), 1, 999),
      budgetIdr: advice.budget * MILLION,
      budgetSource: advice.budget === 0 ? "NON_BUDGET" : "APBD",
      legalNeed: writer.fill(advice.legalNeed),
    },
    isSelected: false,
    rationale: "",
    forHost: true,
  };
}

/** Risks with their likelihood and impact; every one has its mitigation. */
export function composeRisks(
  risks: readonly RiskContent[],
  name: string,
  count: number,
  writer: Writer,
): Complete<Risk>[] {
  return writer.random.sample(risks, count).map(({ text, mitigation }, index) => ({
    id: writer.id(`risk:${name}:${index}`),
    text: writer.fill(text),
    likelihood: writer.random.int(2, 4),
    impact: writer.random.int(2, 5),
    mitigation: writer.fill(mitigation),
  }));
}
