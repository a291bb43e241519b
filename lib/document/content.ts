import "server-only";
import type { StageKind } from "@/lib/assignment/model";
import type { Complete } from "@/lib/document/model";
import type { Evaluation } from "@/lib/evaluation/model";
import type { Obstacles } from "@/lib/obstacle/model";
import type { Plan } from "@/lib/plan/model";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import type { Solutions } from "@/lib/solution/model";

/** What a submission of each stage holds. */
export interface StageContents {
  EVALUATE: Complete<Evaluation>;
  OBSTACLES: Complete<Obstacles>;
  SOLUTION: Complete<Solutions>;
  PLAN: Complete<Plan>;
}

/**
 * The content of a revision as its stage's type. The one cast in the house: the submit schema parsed
 * it before it was frozen, its hash stands beside it, and the database refuses every change since.
 */
export function revisionContent<Kind extends StageKind>(
  _kind: Kind,
  content: Prisma.JsonValue | Prisma.InputJsonValue,
): StageContents[Kind] {
  return content as unknown as StageContents[Kind];
}
