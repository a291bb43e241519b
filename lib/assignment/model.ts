/** The four stages of an assignment, in the order that nobody can skip. */
export const STAGE_KINDS = ["EVALUATE", "OBSTACLES", "SOLUTION", "PLAN"] as const;
export type StageKind = (typeof STAGE_KINDS)[number];

export const STAGE_STATES = ["LOCKED", "OPEN", "SUBMITTED", "RETURNED", "APPROVED"] as const;
export type StageState = (typeof STAGE_STATES)[number];

export const GATE_POLICIES = ["ON_APPROVAL", "ON_SUBMISSION"] as const;
export type GatePolicy = (typeof GATE_POLICIES)[number];

/** Where a stage's form lives in the address. */
export const STAGE_SLUGS = {
  EVALUATE: "evaluate",
  OBSTACLES: "obstacles",
  SOLUTION: "solution",
  PLAN: "plan",
} as const satisfies Record<StageKind, string>;

/** The stage that an address names, or null. */
export function stageFromSlug(slug: string): StageKind | null {
  return STAGE_KINDS.find((kind) => STAGE_SLUGS[kind] === slug) ?? null;
}

/** Position of a stage in the order, 0–3. */
export function stageIndex(kind: StageKind): number {
  return STAGE_KINDS.indexOf(kind);
}
