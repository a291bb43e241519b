import type { InnovationForm, InnovationStage, InnovationType } from "@/lib/document/taxonomy";

/** The catalogue of innovations with which a visit is prepared. */

/** How sure the catalogue is of a statement, the surest first. */
export const CONFIDENCES = ["HIGH", "MEDIUM_HIGH", "MEDIUM", "LOW"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export const AWARD_LEVELS = ["REGENCY", "PROVINCE", "NATIONAL"] as const;
export type AwardLevel = (typeof AWARD_LEVELS)[number];

/** Innovations on a page of the catalogue. */
export const INNOVATION_PAGE = 30;

/** What an innovation is called in full; a name that begins with the code says it already. */
export function innovationTitle({ code, name }: { code: string; name: string }): string {
  return name.toLowerCase().startsWith(code.toLowerCase()) ? name : `${code} – ${name}`;
}

export function innovationPath(innovationId: string): string {
  return `/innovations/${innovationId}`;
}

export function catalogueHref(search: string | undefined, page = 1): string {
  const query = new URLSearchParams();
  if (search) query.set("q", search);
  if (page > 1) query.set("page", String(page));
  const written = query.toString();
  return written ? `/innovations?${written}` : "/innovations";
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
}

export interface InnovationFact {
  id: string;
  text: string;
  source: string;
  confidence: Confidence;
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
  owner: {
    name: string;
    shortName: string;
    /** Reorganised since: what it was called later. */
    laterName: string | null;
  };
  host: { name: string; shortName: string; capital: string | null };
  facts: InnovationFact[];
  /** The latest first. */
  awards: HostAward[];
}
