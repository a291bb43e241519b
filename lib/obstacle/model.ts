import type { ItemId, Section } from "@/lib/document/model";
import type { EvidenceKind } from "@/lib/evaluation/model";
import type { RubricDefinition } from "@/lib/rubric/model";

/** The document of stage 2: the obstacles found, screened (APKL), ranked (USG) and traced to a root. */

export const OBSTACLE_CATEGORIES = [
  "HUMAN_RESOURCES",
  "BUDGET",
  "REGULATION",
  "INFRASTRUCTURE",
  "TECHNOLOGY",
  "DATA",
  "PROCESS",
  "COORDINATION",
  "LEADERSHIP",
  "CULTURE",
  "COMMUNITY",
  "GEOGRAPHY",
  "SUSTAINABILITY",
] as const;
export type ObstacleCategory = (typeof OBSTACLE_CATEGORIES)[number];

/** Where it is felt: at the host, expected in the participant's own unit, or both. */
export const OBSTACLE_LOCI = ["HOST", "OWN_UNIT", "BOTH"] as const;
export type ObstacleLocus = (typeof OBSTACLE_LOCI)[number];

/** 5M1E as government training teaches it. */
export const FISHBONE_BRANCHES = [
  "MAN",
  "METHOD",
  "MACHINE",
  "MATERIAL",
  "MONEY",
  "ENVIRONMENT",
] as const;
export type FishboneBranch = (typeof FISHBONE_BRANCHES)[number];

/** The four questions of APKL: aktual, problematik, kekhalayakan, kelayakan. */
export const APKL_KEYS = ["actual", "problematic", "public", "feasible"] as const;
export type ApklKey = (typeof APKL_KEYS)[number];
export type Apkl = Record<ApklKey, boolean | null>;

/** Urgency, seriousness, growth, 1–5 each. Asked only of an obstacle that passed APKL. */
export const USG_KEYS = ["urgency", "seriousness", "growth"] as const;
export type UsgKey = (typeof USG_KEYS)[number];
export type Usg = Partial<Record<UsgKey, number | undefined>>;

export type FishboneCause = { id: ItemId; branch: FishboneBranch | null; cause: string };

export type Obstacle = {
  id: ItemId;
  /** The (weak) criterion of stage 1 that it explains. */
  criterionId?: string | undefined;
  title: string;
  description: string;
  locus: ObstacleLocus | null;
  category: ObstacleCategory | null;
  /** Further categories, without the main one. */
  tags: ObstacleCategory[];
  /** Evidence of the own stage 1. */
  evidenceIds: string[];
  apkl: Apkl;
  usg: Usg;
  /** The chain of whys, in order; the last one is the root cause. */
  causes: string[];
  fishbone: FishboneCause[];
  affected: string;
  existingResponse: string;
};

export type Obstacles = { obstacles: Obstacle[] };

export type ObstaclesContext = {
  rubric: RubricDefinition;
  /** What the stage before it, as last submitted, found. */
  evaluation: {
    evidence: { id: string; kind: EvidenceKind; caption: string }[];
    scores: { criterionId: string; value: number }[];
  };
};

export const OBSTACLES_SECTIONS = [
  { id: "list", fields: ["obstacles"] },
  {
    id: "facts",
    fields: [
      "obstacles.*.title",
      "obstacles.*.description",
      "obstacles.*.locus",
      "obstacles.*.category",
      "obstacles.*.tags",
      "obstacles.*.criterionId",
      "obstacles.*.evidenceIds",
      "obstacles.*.affected",
      "obstacles.*.existingResponse",
    ],
  },
  { id: "priority", fields: ["obstacles.*.apkl", "obstacles.*.usg"] },
  { id: "causes", fields: ["obstacles.*.causes", "obstacles.*.fishbone"] },
] as const satisfies readonly Section[];

export const OBSTACLE_BOUNDS = {
  obstacles: { min: 1, max: 10 },
  title: { min: 10, max: 120 },
  description: { min: 50, max: 1500 },
  tags: { min: 0, max: 3 },
  evidenceIds: { min: 0, max: 5 },
  usg: { min: 1, max: 5 },
  causes: { min: 2, max: 5 },
  cause: { min: 10, max: 300 },
  fishbone: { min: 0, max: 24 },
  fishboneBranch: { min: 0, max: 6 },
  fishboneCause: { min: 5, max: 200 },
  affected: { min: 3, max: 200 },
  existingResponse: { min: 0, max: 800 },
} as const;
