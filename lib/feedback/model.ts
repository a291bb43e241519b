/** What the host of a visit hears back of it: findings in words that name nobody, and its answers. */

export const FINDING_KINDS = ["STRENGTH", "OBSTACLE", "SOLUTION", "ADOPTION"] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export const HOST_ANSWERS = ["ACCEPTED", "IN_PROGRESS", "DONE", "NOT_RELEVANT"] as const;
export type HostAnswer = (typeof HOST_ANSWERS)[number];

/** From how many participants a finding comes before it needs nobody's word. */
export const ENOUGH_SOURCES = 2;

/** Candidates on a page. */
export const CANDIDATE_PAGE = 40;

export const FEEDBACK_BOUNDS = {
  /** Characters. */
  text: { min: 3, max: 600 },
  word: { min: 10, max: 300 },
  label: { min: 3, max: 80 },
  note: { min: 0, max: 800 },
  /** Items of works from which one finding is drawn. */
  sources: { min: 1, max: 600 },
  /** Findings of a cohort that stand at once. */
  findings: 300,
  /** Links of a cohort. */
  links: 100,
  /** For how long a link works. Days. */
  days: { min: 1, max: 366 },
} as const;

export const LINK_DAYS = [14, 30, 90, 180] as const;

/** An item of a revision; of a plan, the revision itself. */
export interface SourceRef {
  revisionId: string;
  itemId: string;
}

/** What somebody wrote and could become a finding; equal texts are one. */
export interface CandidateRow {
  kind: FindingKind;
  innovationId: string;
  innovation: string;
  text: string;
  /** Category of an obstacle, kind of transfer of a solution. */
  detail: string | null;
  refs: SourceRef[];
  /** Distinct participants. */
  sources: number;
  /** Part of a finding already. */
  isUsed: boolean;
}

/** What the host answered last by one link. */
export interface ResponseRow {
  label: string;
  answer: HostAnswer;
  note: string;
  version: number;
  /** ISO instant. */
  at: string;
}

export interface FindingRow {
  id: string;
  kind: FindingKind;
  innovationId: string;
  innovation: string;
  hostRegionId: string;
  /** The host's unit that owns the innovation. */
  unit: string | null;
  text: string;
  /** Distinct participants whose approved work it rests on now. */
  sources: number;
  word: string | null;
  version: number;
  /** As the release that stands tells it; null where it is not in it. */
  releasedText: string | null;
  responses: ResponseRow[];
}

export interface ReleaseDto {
  /** 0 where nothing was ever released. */
  number: number;
  findings: number;
  releaserName: string;
  /** ISO instants. */
  releasedAt: string;
  withdrawnAt: string | null;
}

export interface HostLinkRow {
  id: string;
  label: string;
  hostRegion: string;
  /** ISO instants. */
  createdAt: string;
  expiresAt: string;
  revokedAt: string | null;
  isLive: boolean;
  answers: number;
}

/** A finding as the host reads it. */
export interface ToldFinding {
  id: string;
  kind: FindingKind;
  text: string;
  /** The last answer by the link that reads; version 0 where there is none. */
  response: { answer: HostAnswer; note: string; version: number; at: string } | null;
}

/** An innovation with what was found at it, in the order of the kinds. */
export interface ToldInnovation {
  id: string;
  name: string;
  unit: string | null;
  findings: ToldFinding[];
}

/** All that a link shows: no author, no score, no number of sources. */
export interface HostFeedback {
  centerName: string;
  hostRegion: string;
  program: string;
  cohort: string;
  timeZone: string;
  label: string;
  /** ISO instants. */
  expiresAt: string;
  releasedAt: string | null;
  innovations: ToldInnovation[];
}

export const FEEDBACK_VIEWS = ["candidates", "chosen", "preview", "links"] as const;
export type FeedbackView = (typeof FEEDBACK_VIEWS)[number];

/** The address of a cohort's findings, as they are filtered. */
export function feedbackHref(
  cohortId: string,
  {
    view = "candidates",
    innovation,
    kind,
    region,
    page = 1,
  }: {
    view?: FeedbackView;
    innovation?: string | undefined;
    kind?: FindingKind | undefined;
    region?: string | undefined;
    page?: number;
  } = {},
): string {
  const query = new URLSearchParams({
    ...(view === "candidates" ? {} : { view }),
    ...(innovation ? { innovation } : {}),
    ...(kind ? { kind: kind.toLowerCase() } : {}),
    ...(region ? { region } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  }).toString();
  return `/cohorts/${cohortId}/feedback${query ? `?${query}` : ""}`;
}

export function feedbackFileHref(cohortId: string): string {
  return `/api/cohorts/${cohortId}/feedback`;
}

/** Why a finding cannot be released as it stands; null where it can. */
export function sourceProblem({
  sources,
  word,
}: Pick<FindingRow, "sources" | "word">): "no_source" | "needs_word" | null {
  if (sources === 0) return "no_source";
  return sources < ENOUGH_SOURCES && word === null ? "needs_word" : null;
}

/** Puts findings under their innovations, each kind in its place. Pure. */
export function byInnovation<T extends { kind: FindingKind; innovationId: string }>(
  findings: readonly T[],
): { innovationId: string; findings: T[] }[] {
  const groups = new Map<string, T[]>();
  for (const finding of findings) {
    groups.set(finding.innovationId, [...(groups.get(finding.innovationId) ?? []), finding]);
  }
  return [...groups].map(([innovationId, rows]) => ({
    innovationId,
    findings: FINDING_KINDS.flatMap((kind) => rows.filter((row) => row.kind === kind)),
  }));
}
