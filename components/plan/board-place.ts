import type { Stakeholder } from "@/lib/plan/model";

/** Influence upwards, interest to the right, 1–5 each. */
export type Place = { influence: number; interest: number };

const LEVELS = 5;

/**
 * The place on a board under a point, measured from the board's upper left corner; what lies beside
 * the board counts as its edge.
 */
export function placeAt(
  point: { x: number; y: number },
  board: { width: number; height: number },
): Place {
  const step = (share: number) => Math.min(LEVELS, Math.max(1, Math.floor(share * LEVELS) + 1));
  return {
    interest: step(point.x / board.width),
    influence: LEVELS + 1 - step(point.y / board.height),
  };
}

const STEPS: Record<string, Place> = {
  ArrowUp: { influence: 1, interest: 0 },
  ArrowDown: { influence: -1, interest: 0 },
  ArrowRight: { influence: 0, interest: 1 },
  ArrowLeft: { influence: 0, interest: -1 },
};

/** The middle of the board: where who has no place yet begins. */
export const MIDDLE: Place = { influence: 3, interest: 3 };

/** The place one step on by an arrow key; null for any other key, and where the board ends. */
export function stepped(
  { influence, interest }: Pick<Stakeholder, "influence" | "interest">,
  key: string,
): Place | null {
  const step = STEPS[key];
  if (!step) return null;
  if (influence === null || interest === null) return MIDDLE;
  const next = { influence: influence + step.influence, interest: interest + step.interest };
  return placeOn(next) ? next : null;
}

function placeOn({ influence, interest }: Place): boolean {
  return [influence, interest].every((level) => level >= 1 && level <= LEVELS);
}
