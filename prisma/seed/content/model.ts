import type { InnovationForm, InnovationType } from "@/lib/document/taxonomy";
import type { SourceType } from "@/lib/evaluation/model";
import type { FishboneBranch, ObstacleCategory } from "@/lib/obstacle/model";
import type { Attitude, Term } from "@/lib/plan/model";
import type { TransferType } from "@/lib/solution/model";
import type { InnovationCode } from "@/prisma/reference/catalogue";

/**
 * The shape of the demo's hand-written content. Composers draw one wording of each slot, so that
 * what one participant writes reads like one text and no two participants write the same.
 *
 * In braces stands what belongs to the participant: {unit}, {service}, {users}, {partner},
 * {record}, {agency}, {superior}; and {innovation}, the innovation's short name.
 */

/** One meaning in several wordings, of which one is drawn. */
export type Wordings = readonly [string, ...string[]];

/** A wording that is true of these innovations only. */
export interface HostBound {
  hosts: readonly InnovationCode[];
  text: string;
}

/** Wordings, some of which fit certain innovations only; at least one fits all. */
export type HostWordings = readonly (string | HostBound)[];

/** A paragraph: one wording of each sentence, in order. */
export type Sentences = readonly Wordings[];

export const CRITERIA = [
  "novelty",
  "effectiveness",
  "benefit",
  "transferability",
  "sustainability",
] as const;
export type CriterionCode = (typeof CRITERIA)[number];

/** Why a value was given: 1–2, 3, 4 and 5. */
export interface Notes {
  low: Wordings;
  fair: Wordings;
  good: Wordings;
  top: Wordings;
}

export interface RiskContent {
  text: string;
  mitigation: string;
}

/** Advice to the host: a solution that is not for the participant's own unit. */
export interface AdviceContent {
  titles: Wordings;
  text: Sentences;
  /** Which link of the chain of causes it cuts. */
  cause: number;
  transfer: TransferType;
  /** What would be changed; needed where the transfer is ADAPT or MODIFY. */
  adapted?: string;
  risk: RiskContent;
  people: number;
  /** Million rupiah; 0 runs without a budget. */
  budget: number;
  legalNeed: string;
}

export interface ObstacleContent {
  key: string;
  criterion?: CriterionCode;
  category: ObstacleCategory;
  tags: readonly ObstacleCategory[];
  locus: "HOST" | "OWN_UNIT" | "BOTH";
  titles: Wordings;
  facts: Sentences;
  /** Captions of evidence, with who said it. Empty only where the locus is OWN_UNIT. */
  quotes: readonly string[];
  affected: Wordings;
  response: Wordings;
  /** Urgency, seriousness, growth. */
  usg: readonly [number, number, number];
  /** The chain of whys, two to five links. */
  causes: Sentences;
  fishbone: readonly (readonly [FishboneBranch, string])[];
  advice?: AdviceContent;
  /** Themes of the own unit's solutions, each with the sentence that leads from here to there. */
  own: readonly { theme: ThemeKey; cause: number; bridge: Wordings }[];
}

export interface InnovationContent {
  code: InnovationCode;
  /** How one names it in a sentence. */
  shortName: string;
  /** What it does, to follow "yang": "memusatkan data pembangunan pada satu pintu". */
  essence: string;
  sources: readonly { role: string; unit: string; type: SourceType }[];
  quotes: Record<CriterionCode, Wordings>;
  links: readonly { caption: string; url: string; criterion?: CriterionCode }[];
  strengths: readonly Wordings[];
  notes: Record<CriterionCode, Notes>;
  results: readonly {
    indicator: string;
    unit: string;
    source: string;
    before?: number;
    after?: number;
    /** Everybody saw the same number; others differ from one participant to the next. */
    exact?: boolean;
    /** Why there is no "after"; needed where it is missing. */
    explanation?: string;
  }[];
  summary: {
    opening: Wordings;
    /** By the tone of the scores. */
    strong: Wordings;
    mixed: Wordings;
    weak: Wordings;
    lesson: Wordings;
  };
  obstacles: readonly ObstacleContent[];
  /** Where scores centre, and whether the evaluators fall into two camps. */
  profile: { centre: Record<CriterionCode, number>; split: boolean };
}

export const THEME_KEYS = [
  "DATA_STEWARD",
  "ONE_DOOR",
  "SELF_PRINT",
  "TRACKING",
  "FIELD_NET",
  "TASK_FORCE",
  "HANDOVER",
  "ASSISTED",
  "EARLY_CHECK",
] as const;
export type ThemeKey = (typeof THEME_KEYS)[number];

/** A change that a participant may carry out at home: a solution, and the plan that grows from it. */
export interface ThemeContent {
  solution: {
    titles: Wordings;
    text: Sentences;
    transfer: TransferType;
    adapted: HostWordings;
    risks: readonly RiskContent[];
    people: readonly [number, number];
    /** Million rupiah, from and to; 0 runs without a budget. */
    budget: readonly [number, number];
    /** Contribution, cost (5 is cheapest), feasibility. */
    mcnamara: readonly [number, number, number];
  };
  plan: {
    names: readonly { title: string; acronym: string }[];
    gap: Wordings;
    expected: Wordings;
    novelty: readonly HostWordings[];
    form: InnovationForm;
    type: InnovationType;
    objectives: { short: Wordings; medium: Wordings; long: Wordings };
    outputs: readonly {
      name: string;
      indicator: string;
      unit: string;
      baseline?: number;
      target: number;
    }[];
    milestones: readonly {
      term: Term;
      title: string;
      output: string;
      evidence: string;
      owner: "LEADER" | "TEAM" | "PARTNER" | "SUPERIOR";
    }[];
    risks: readonly RiskContent[];
    sustainability: Sentences;
  };
}

/** What the kind of agency brings to every plan. */
export interface AgencyContent {
  /** How one names it in a sentence. */
  name: string;
  budgetSource: "APBN" | "APBD";
  /** The instrument by which a unit of this kind settles a way of working. */
  instrument: string;
  legalNeeds: Wordings;
  stakeholders: readonly {
    name: string;
    internal: boolean;
    influence: number;
    interest: number;
    attitude: Attitude;
    strategy: string;
  }[];
  beneficiaries: readonly string[];
  /** A step of the plan that only this kind of agency has to take. */
  milestones: readonly { term: Term; title: string; output: string; evidence: string }[];
  risks: readonly RiskContent[];
  sustainability: Wordings;
  obstacles: readonly ObstacleContent[];
}
