import type { IsoDate, ItemId, Risk, Section } from "@/lib/document/model";
import type { Affair, BudgetSource, InnovationForm, InnovationType } from "@/lib/document/taxonomy";
import type { IdType } from "@/lib/enrolment/civil-servant";
import type { CriterionScore, RubricDefinition } from "@/lib/rubric/model";
import type { TransferType } from "@/lib/solution/model";

/** The document of stage 4: the innovation that the participant will carry out at home. */

export const TERMS = ["SHORT", "MEDIUM", "LONG"] as const;
export type Term = (typeof TERMS)[number];

export const MILESTONE_STATUSES = ["PLANNED", "IN_PROGRESS", "DONE"] as const;
export type MilestoneStatus = (typeof MILESTONE_STATUSES)[number];

export const ATTITUDES = ["SUPPORTIVE", "NEUTRAL", "OPPOSED"] as const;
export type Attitude = (typeof ATTITUDES)[number];

/** Derived from influence × interest; never stored as the author's word. */
export const STAKEHOLDER_QUADRANTS = ["PROMOTER", "LATENT", "DEFENDER", "APATHETIC"] as const;
export type StakeholderQuadrant = (typeof STAKEHOLDER_QUADRANTS)[number];

export const TEAM_ROLES = [
  "LEADER",
  "COORDINATOR",
  "MEMBER",
  "TECHNICAL",
  "ADMINISTRATION",
] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];

export type Objectives = { short: string; medium: string; long: string };

export type Output = {
  id: ItemId;
  name: string;
  indicator: string;
  baseline?: number | undefined;
  target: number | null;
  unit: string;
};

export type Beneficiary = { id: ItemId; group: string; count: number | null };

export type Milestone = {
  id: ItemId;
  term: Term | null;
  title: string;
  start: IsoDate | null;
  end: IsoDate | null;
  output: string;
  owner: string;
  evidenceNeeded: string;
  status: MilestoneStatus;
};

export type Stakeholder = {
  id: ItemId;
  name: string;
  internal: boolean | null;
  influence: number | null;
  interest: number | null;
  attitude: Attitude | null;
  strategy: string;
};

export type TeamMember = { id: ItemId; role: TeamRole | null; name: string };

export type Mentor = {
  name: string;
  position: string;
  idType: IdType | null;
  /** Digits only; empty when idType is NONE. */
  idNumber: string;
  email: string;
  phone: string;
};

export type Plan = {
  solutionIds: string[];
  title: string;
  acronym: string;
  agencyId: string | null;
  unit: string;
  problemStatement: string;
  noveltyStatement: string;
  form: InnovationForm | null;
  type: InnovationType | null;
  affair: Affair | null;
  objectives: Objectives;
  outputs: Output[];
  beneficiaries: Beneficiary[];
  milestones: Milestone[];
  stakeholders: Stakeholder[];
  team: TeamMember[];
  budgetIdr: number | null;
  budgetSource: BudgetSource | null;
  risks: Risk[];
  sustainability: string;
  /** The position (not the person) that carries on after a job transfer. */
  successor: string;
  mentor: Mentor;
  /** One entry for each criterion of the transfer rubric, in its order. */
  transferReadiness: CriterionScore[];
};

/** What earlier stages say of a solution that a plan may carry out. */
export type KnownSolution = {
  id: string;
  title: string;
  adaptedWhat: string;
  risks: Risk[];
  budgetIdr: number | null;
  budgetSource: BudgetSource | null;
  /** What it answers; null when the obstacle is not there any more. */
  obstacle: {
    title: string;
    description: string;
    rootCause: string | null;
    affected: string;
  } | null;
};

export type PlanContext = {
  /** Selected solutions as stage 3, last submitted, has them. Only `forHost: false` may be used. */
  solutions: {
    id: string;
    title: string;
    obstacleId: string;
    forHost: boolean;
    transferType: TransferType;
  }[];
  participant: {
    fullName: string;
    idNumber: string | null;
    agencyId: string;
    workUnit: string;
  };
  /** Agencies that may be named; the participant's own is always among them. */
  agencies: { id: string; name: string }[];
  transferRubric: RubricDefinition;
  /** Acronyms of other plans of the cohort, for a warning only. */
  takenAcronyms: string[];
  /** Today in the cohort's time zone. */
  today: IsoDate;
  /** What earlier stages, as last submitted, know already; the form offers to take it over. */
  known?: KnownSolution[] | undefined;
};

export const PLAN_SECTIONS = [
  { id: "basis", fields: ["solutionIds", "title", "acronym", "agencyId", "unit"] },
  { id: "change", fields: ["problemStatement", "noveltyStatement", "form", "type", "affair"] },
  { id: "results", fields: ["objectives", "outputs", "beneficiaries"] },
  { id: "milestones", fields: ["milestones"] },
  { id: "people", fields: ["stakeholders", "team"] },
  { id: "resources", fields: ["budgetIdr", "budgetSource", "risks"] },
  { id: "continuity", fields: ["sustainability", "successor", "mentor"] },
  { id: "readiness", fields: ["transferReadiness"] },
] as const satisfies readonly Section[];
export type PlanSectionId = (typeof PLAN_SECTIONS)[number]["id"];

export const PLAN_BOUNDS = {
  solutionIds: { min: 1, max: 3 },
  title: { min: 10, max: 150 },
  acronym: { min: 2, max: 20 },
  unit: { min: 3, max: 160 },
  problemStatement: { min: 100, max: 1500 },
  noveltyStatement: { min: 50, max: 800 },
  objective: { min: 20, max: 500 },
  outputs: { min: 1, max: 8 },
  outputName: { min: 3, max: 150 },
  outputIndicator: { min: 3, max: 150 },
  outputUnit: { min: 1, max: 20 },
  beneficiaries: { min: 1, max: 5 },
  beneficiaryGroup: { min: 3, max: 120 },
  beneficiaryCount: { min: 1, max: 100_000_000 },
  milestones: { min: 3, max: 30 },
  milestoneTitle: { min: 5, max: 150 },
  milestoneOutput: { min: 5, max: 200 },
  milestoneOwner: { min: 2, max: 120 },
  milestoneEvidence: { min: 3, max: 200 },
  stakeholders: { min: 3, max: 25 },
  stakeholderName: { min: 2, max: 120 },
  stakeholderScale: { min: 1, max: 5 },
  strategy: { min: 10, max: 300 },
  team: { min: 1, max: 12 },
  teamName: { min: 2, max: 120 },
  budgetIdr: { min: 0, max: 1_000_000_000_000 },
  risks: { min: 1, max: 10 },
  riskText: { min: 10, max: 200 },
  mitigation: { min: 10, max: 300 },
  sustainability: { min: 50, max: 800 },
  successor: { min: 3, max: 120 },
  mentorName: { min: 3, max: 100 },
  mentorPosition: { min: 3, max: 120 },
  email: { min: 6, max: 254 },
  phone: { min: 8, max: 20 },
} as const;
