import type { StageState } from "@/lib/assignment/model";
import type {
  Affair,
  InnovationForm,
  InnovationInitiator,
  InnovationStage,
  InnovationType,
} from "@/lib/document/taxonomy";
import type { AwardLevel } from "@/lib/host/model";

/** The catalogue of innovations with which a visit is prepared. */

/** How sure the catalogue is of a statement, the surest first. */
export const CONFIDENCES = ["HIGH", "MEDIUM_HIGH", "MEDIUM", "LOW"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Facets of public sector innovation (OECD-OPSI): a classification, not a score. */
export const INNOVATION_FACETS = ["ENHANCEMENT", "MISSION", "ADAPTIVE", "ANTICIPATORY"] as const;
export type InnovationFacet = (typeof INNOVATION_FACETS)[number];

export const INNOVATION_BOUNDS = {
  code: { min: 2, max: 40 },
  name: { min: 3, max: 200 },
  summary: { min: 20, max: 2000 },
  startedOn: { min: 4, max: 60 },
  affairNote: { min: 3, max: 120 },
  design: { min: 10, max: 4000 },
  coreChange: { min: 10, max: 4000 },
  purpose: { min: 10, max: 2000 },
  benefit: { min: 10, max: 2000 },
  result: { min: 10, max: 2000 },
  source: { min: 3, max: 300 },
  links: { min: 0, max: 10 },
  linkTitle: { min: 2, max: 120 },
  linkUrl: { max: 500 },
} as const;
export const FACT_BOUNDS = {
  text: { min: 10, max: 1000 },
  source: { min: 3, max: 300 },
} as const;

/** Innovations on a page of the catalogue. */
export const INNOVATION_PAGE = 30;

/** What an innovation is called in full; a name that begins with the code says it already. */
export function innovationTitle({ code, name }: { code: string; name: string }): string {
  return name.toLowerCase().startsWith(code.toLowerCase()) ? name : `${code} – ${name}`;
}

export function innovationPath(innovationId: string): string {
  return `/innovations/${innovationId}`;
}

/** Where to read more; https alone. */
export interface InnovationLink {
  title: string;
  url: string;
}

export interface InnovationCard {
  id: string;
  code: string;
  name: string;
  summary: string;
  owner: { name: string; shortName: string };
  host: string;
  form: InnovationForm;
  type: InnovationType;
  stage: InnovationStage;
  confidence: Confidence;
  archived: boolean;
  /** A centre's own, beside what all share. */
  own: boolean;
}

/** What the catalogue is narrowed to; all of it stands in the address. */
export interface CatalogueFilter {
  q?: string | undefined;
  region?: string | undefined;
  unit?: string | undefined;
  form?: InnovationForm | undefined;
  type?: InnovationType | undefined;
  stage?: InnovationStage | undefined;
  affair?: Affair | undefined;
  confidence?: Confidence | undefined;
  archived?: "1" | undefined;
}

/** The filters, in the order in which the address names them. */
export const CATALOGUE_FILTERS = [
  "q",
  "region",
  "unit",
  "form",
  "type",
  "stage",
  "affair",
  "confidence",
  "archived",
] as const satisfies readonly (keyof CatalogueFilter)[];

export function catalogueHref(filter: CatalogueFilter, page = 1): string {
  const query = new URLSearchParams();
  for (const name of CATALOGUE_FILTERS) {
    const value = filter[name];
    if (value) query.set(name, value);
  }
  if (page > 1) query.set("page", String(page));
  const written = query.toString();
  return written ? `/innovations?${written}` : "/innovations";
}

export interface InnovationFact {
  id: string;
  text: string;
  source: string;
  confidence: Confidence;
  version: number;
  /** The centre that noted it; null for what all share. */
  centerId: string | null;
}

/** How a cohort of one's own centre met an innovation, or all of a unit or region, in numbers. */
export interface CohortUse {
  cohortId: string;
  name: string;
  program: string;
  /** Participants to whom it was assigned, beside those it was taken from again. */
  assigned: number;
  /** Of these, whose evaluation was handed in. */
  evaluated: number;
}

/** Rows of the list of those who evaluated an innovation. */
export const EVALUATORS_PAGE = 20;

/** Somebody of a cohort of one's own centre who handed in an evaluation. */
export interface Evaluator {
  assignmentId: string;
  name: string;
  agency: string;
  cohort: string;
  state: StageState;
  submittedAt: Date | null;
}

/** An award of the host region; it may honour one innovation and never is one. */
export interface HostAward {
  id: string;
  name: string;
  level: AwardLevel;
  year: number;
  rank: string;
  giver: string | null;
  note: string | null;
  source: string;
  confidence: Confidence;
  /** It honours the innovation that is looked at. */
  isForThis: boolean;
}

export interface InnovationProfile extends Omit<InnovationCard, "owner" | "host"> {
  /** As precise as the sources are: "2017", "16 November 2016". */
  startedOn: string | null;
  initiator: InnovationInitiator | null;
  affair: Affair | null;
  affairNote: string | null;
  facet: InnovationFacet | null;
  /** Rancang bangun, and pokok perubahan. */
  design: string | null;
  coreChange: string | null;
  purpose: string | null;
  benefit: string | null;
  result: string | null;
  source: string | null;
  links: InnovationLink[];
  owner: {
    id: string;
    name: string;
    shortName: string;
    /** Reorganised since: what it was called later. */
    laterName: string | null;
  };
  host: { id: string; name: string; shortName: string; capital: string | null };
  facts: InnovationFact[];
  /** Of its documents that have arrived, the latest first; the documents themselves want a signal. */
  attachmentTitles: string[];
  /** The latest first. */
  awards: HostAward[];
  /** The centre that owns it; null for what all share. */
  centerId: string | null;
  version: number;
  archived: boolean;
}
