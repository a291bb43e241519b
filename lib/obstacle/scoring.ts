import {
  APKL_KEYS,
  type Apkl,
  type Obstacle,
  type Obstacles,
  USG_KEYS,
  type Usg,
} from "@/lib/obstacle/model";

/** What stage 2 derives of one obstacle; the server computes it anew. */
export type ObstacleDerived = {
  id: string;
  /** Passed all four questions of APKL. One that has not stays as a note. */
  eligible: boolean;
  /** 3–15; null unless eligible and scored in full. */
  usgTotal: number | null;
  /** 1 for the first; null unless it has a total. */
  rank: number | null;
  /** Eligible, scored, and with a root cause: stage 3 proposes solutions for it. */
  prioritised: boolean;
  /** The last link of a chain of whys that is long enough. */
  rootCause: string | null;
};

/** In the order of the document. */
export function deriveObstacles(document: Obstacles): ObstacleDerived[] {
  const order = rankObstacles(document.obstacles);
  return document.obstacles.map((obstacle) => {
    const usgTotal = obstacleTotal(obstacle);
    const position = order.indexOf(obstacle.id);
    const rootCause = rootCauseOf(obstacle);
    return {
      id: obstacle.id,
      eligible: isEligible(obstacle.apkl),
      usgTotal,
      rank: position < 0 ? null : position + 1,
      prioritised: usgTotal !== null && rootCause !== null,
      rootCause,
    };
  });
}

/** All four answered with yes. */
export function isEligible(apkl: Apkl): boolean {
  return APKL_KEYS.every((key) => apkl[key] === true);
}

/** Urgency + seriousness + growth, 3–15; null while one of them is missing. */
export function usgTotal(usg: Usg): number | null {
  let total = 0;
  for (const key of USG_KEYS) {
    const value = usg[key];
    if (value === undefined) return null;
    total += value;
  }
  return total;
}

function obstacleTotal(obstacle: Obstacle): number | null {
  return isEligible(obstacle.apkl) ? usgTotal(obstacle.usg) : null;
}

const SHORTEST_CHAIN = 2;

/** The last cause of a chain of at least two, every link of it given. */
export function rootCauseOf({ causes }: Pick<Obstacle, "causes">): string | null {
  if (causes.length < SHORTEST_CHAIN || causes.includes("")) return null;
  return causes.at(-1) ?? null;
}

/**
 * Ids of the obstacles that have a total, the most pressing first: by total, then urgency, then
 * seriousness, then growth, then their order in the document (the order in which they were made).
 */
export function rankObstacles(obstacles: readonly Obstacle[]): string[] {
  return obstacles
    .map((obstacle, index) => ({ obstacle, index, total: obstacleTotal(obstacle) }))
    .filter((entry): entry is typeof entry & { total: number } => entry.total !== null)
    .sort(
      (a, b) =>
        b.total - a.total ||
        USG_KEYS.reduce(
          (found, key) => found || (b.obstacle.usg[key] ?? 0) - (a.obstacle.usg[key] ?? 0),
          0,
        ) ||
        a.index - b.index,
    )
    .map(({ obstacle }) => obstacle.id);
}
