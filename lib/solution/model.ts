import type { ItemId, Risk, Section } from "@/lib/document/model";
import type { BudgetSource } from "@/lib/document/taxonomy";
import type { FishboneBranch, ObstacleCategory, ObstacleLocus } from "@/lib/obstacle/model";

/** The document of stage 3: for each prioritised obstacle, alternatives and the one selected. */

/** As is · fitted to context · observe-imitate-modify · formal replication · a new idea from it. */
export const TRANSFER_TYPES = ["ADOPT", "ADAPT", "MODIFY", "REPLICATE", "INSPIRE"] as const;
export type TransferType = (typeof TRANSFER_TYPES)[number];

/** McNamara's sieve, 1–5 each; a high `cost` means cheap. */
export const MCNAMARA_KEYS = ["contribution", "cost", "feasibility"] as const;
export type McnamaraKey = (typeof MCNAMARA_KEYS)[number];
export type Mcnamara = Record<McnamaraKey, number | null>;

/** `cause:<index in causes>` or `fishbone:<id of a fishbone cause>`. */
export type CauseRef = `cause:${number}` | `fishbone:${string}`;

/** Required on the selected alternative. */
export type SolutionResources = {
  /** 0–999 */
  people?: number | undefined;
  /** Rupiah, 0–10^12 */
  budgetIdr?: number | undefined;
  budgetSource?: BudgetSource | undefined;
  legalNeed: string;
};

export type Solution = {
  id: ItemId;
  causeRef: CauseRef | null;
  title: string;
  description: string;
  transferType: TransferType | null;
  /** Required unless INSPIRE. */
  sourceInnovationId?: string | undefined;
  /** Required for ADAPT and MODIFY. */
  adaptedWhat: string;
  mcnamara: Mcnamara;
  risks: Risk[];
  resources: SolutionResources;
  isSelected: boolean;
  /** Why this one, required when it is selected without the highest total. */
  rationale: string;
  /** True: advice to the host. False: for the participant's own unit, may enter the plan. */
  forHost: boolean | null;
};

export type SolutionGroup = { obstacleId: string; alternatives: Solution[] };

export type Solutions = { groups: SolutionGroup[] };

/** A prioritised obstacle as stage 2, last submitted, has it. */
export type SolutionObstacle = {
  id: string;
  title: string;
  category: ObstacleCategory;
  locus: ObstacleLocus;
  rank: number;
  usgTotal: number;
  causes: string[];
  fishbone: { id: string; branch: FishboneBranch; cause: string }[];
};

export type SolutionsContext = {
  obstacles: SolutionObstacle[];
  innovations: { id: string; code: string; name: string }[];
};

export const SOLUTIONS_SECTIONS = [
  { id: "alternatives", fields: ["groups"] },
  { id: "screening", fields: ["groups.*.alternatives.*.mcnamara"] },
  {
    id: "choice",
    fields: [
      "groups.*.selected",
      "groups.*.alternatives.*.isSelected",
      "groups.*.alternatives.*.rationale",
      "groups.*.alternatives.*.risks",
      "groups.*.alternatives.*.resources",
      "groups.*.alternatives.*.forHost",
    ],
  },
] as const satisfies readonly Section[];

export const SOLUTION_BOUNDS = {
  /** Twice the obstacles there can be: groups of obstacles that have gone keep their contents. */
  groups: { min: 1, max: 20 },
  alternatives: { min: 2, max: 8 },
  title: { min: 10, max: 120 },
  description: { min: 50, max: 1500 },
  adaptedWhat: { min: 20, max: 800 },
  mcnamara: { min: 1, max: 5 },
  risks: { min: 1, max: 5 },
  riskText: { min: 10, max: 200 },
  mitigation: { min: 10, max: 300 },
  people: { min: 0, max: 999 },
  budgetIdr: { min: 0, max: 1_000_000_000_000 },
  legalNeed: { min: 0, max: 300 },
  rationale: { min: 30, max: 500 },
} as const;
