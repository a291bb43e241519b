/** A rubric as it was frozen for an assignment, and the grade bands of a cohort. Plain data. */

export type LocalizedText = { id: string; en: string };

export const SCALE_KINDS = ["SCALE_1_5", "YES_NO", "LEVEL_0_3", "SCALE_0_100"] as const;
export type ScaleKind = (typeof SCALE_KINDS)[number];

/** What a rubric is for. CLASSIFICATION names kinds of innovation and scores nothing. */
export const RUBRIC_PURPOSES = [
  "EVALUATION",
  "TRANSFER_READINESS",
  "PARTICIPANT_WORK",
  "GATE",
  "CLASSIFICATION",
] as const;
export type RubricPurpose = (typeof RUBRIC_PURPOSES)[number];

/** What a cohort chooses one rubric each for. */
export const COHORT_PURPOSES = ["EVALUATION", "TRANSFER_READINESS", "PARTICIPANT_WORK"] as const;
export type CohortPurpose = (typeof COHORT_PURPOSES)[number];

/** Scales that a centre's own rubric may have, by its purpose; the first is proposed. */
export const SCALES_OF: Readonly<Record<RubricPurpose, readonly ScaleKind[]>> = {
  EVALUATION: ["SCALE_1_5", "LEVEL_0_3", "SCALE_0_100"],
  // The plan asks for readiness on one scale of five, beside the other five-point questions.
  TRANSFER_READINESS: ["SCALE_1_5"],
  PARTICIPANT_WORK: ["SCALE_0_100", "SCALE_1_5"],
  GATE: ["YES_NO"],
  // Classifications come with Lokus; nothing reads one that a centre would make.
  CLASSIFICATION: [],
};

/** The purposes of which a centre may make rubrics. */
export const OWN_PURPOSES = RUBRIC_PURPOSES.filter((purpose) => SCALES_OF[purpose].length > 0);

/** The bounds of a scale and how its values are weighed; both follow from its kind. */
export const SCALES: Readonly<
  Record<ScaleKind, { min: number; max: number; weighting: RubricWeighting["kind"] }>
> = {
  SCALE_1_5: { min: 1, max: 5, weighting: "PERCENT" },
  YES_NO: { min: 0, max: 1, weighting: "GATE" },
  LEVEL_0_3: { min: 0, max: 3, weighting: "LEVEL_TIMES_WEIGHT" },
  SCALE_0_100: { min: 0, max: 100, weighting: "PERCENT" },
};

export type RubricScale = {
  kind: ScaleKind;
  min: number;
  max: number;
  /** Distance between two values that may be given, counted from `min`. */
  step: number;
};

/**
 * PERCENT: weights add up to 100. LEVEL_TIMES_WEIGHT: a row scores weight × level, out of
 * `maxTotal`. GATE: passed or not, no score. NONE: neither.
 */
export type RubricWeighting =
  | { kind: "PERCENT" }
  | { kind: "LEVEL_TIMES_WEIGHT"; maxTotal: number }
  | { kind: "GATE" }
  | { kind: "NONE" };

export type RubricLevel = { value: number; label: LocalizedText };

export type RubricCriterion = {
  id: string;
  code: string;
  label: LocalizedText;
  definition: LocalizedText;
  weight: number;
  /** A high value is bad (complexity): it counts as min + max − value. */
  reverse: boolean;
  /** Must not be at the bottom of the scale; in a gate, must be answered with yes. */
  mandatory: boolean;
  /** Anchors: what a value means for this criterion. May name fewer values than the scale has. */
  levels: RubricLevel[];
};

/** `id` is that of the frozen version, not of the rubric that versions belong to. */
export type RubricDefinition = {
  id: string;
  code: string;
  version: number;
  scale: RubricScale;
  weighting: RubricWeighting;
  criteria: RubricCriterion[];
};

/** A value given on one criterion; null while it has not been given. */
export type CriterionScore = { criterionId: string; value: number | null };

/**
 * One band of a cohort's grade configuration. Only `min` decides (the highest band whose `min` is
 * reached); `max` is what is printed beside it, so that a gap between two printed bands
 * (84,9 and 85,0) leaves no score without a band.
 */
export type GradeBand = {
  label: LocalizedText;
  min: number;
  max?: number;
  /** Whether the band counts as a pass. Absent: it does. */
  passing?: boolean;
};

/**
 * What keeps a rubric from being used, as codes; empty when it is sound. Whoever freezes a version
 * asks this first, since scoring relies on it.
 */
export function rubricProblems(rubric: RubricDefinition): string[] {
  const { scale, weighting, criteria } = rubric;
  const problems: string[] = [];
  if (!(scale.max > scale.min && scale.step > 0 && scale.min >= 0)) problems.push("scale");
  if (criteria.length === 0) problems.push("no_criteria");
  if (new Set(criteria.map(({ id }) => id)).size < criteria.length) problems.push("duplicate_id");
  if (new Set(criteria.map(({ code }) => code)).size < criteria.length) {
    problems.push("duplicate_code");
  }
  if (criteria.some(({ weight }) => !(weight >= 0))) problems.push("negative_weight");
  // Weights have at most two decimals, so hundredths are whole numbers.
  const total = criteria.reduce((sum, { weight }) => sum + Math.round(weight * 100), 0);
  if (weighting.kind === "PERCENT" && total !== 100_00) problems.push("weights_not_100");
  if (
    weighting.kind === "LEVEL_TIMES_WEIGHT" &&
    total * scale.max !== Math.round(weighting.maxTotal * 100)
  ) {
    problems.push("max_total");
  }
  if (weighting.kind === "GATE" && scale.kind !== "YES_NO") problems.push("gate_scale");
  const known = (value: number) => value >= scale.min && value <= scale.max;
  if (criteria.some(({ levels }) => levels.some(({ value }) => !known(value)))) {
    problems.push("level_off_scale");
  }
  return problems;
}

/** Bounds of what a centre writes into a rubric. Characters, criteria, and points of weight. */
export const RUBRIC_BOUNDS = {
  name: { min: 3, max: 120 },
  source: { min: 3, max: 400 },
  label: { min: 2, max: 80 },
  definition: { min: 0, max: 600 },
  level: { min: 0, max: 300 },
  criteria: 40,
  /** Anchors of one criterion; only the scale to 100 could have more. */
  levels: 11,
  weight: 100,
} as const;

/** One criterion as it is written: English may stay empty, and reads as the Indonesian then. */
export interface CriterionContent {
  /** Stays the same from version to version; by it versions are compared. */
  code: string;
  labelId: string;
  labelEn: string;
  definitionId: string;
  definitionEn: string;
  weight: number;
  reverse: boolean;
  mandatory: boolean;
  levels: { value: number; labelId: string; labelEn: string }[];
}

/** What a version says, apart from whose it is. */
export interface RubricContent {
  scaleKind: ScaleKind;
  criteria: CriterionContent[];
}

/** DRAFT: not complete. READY: complete, may still be edited. FROZEN: never changes again. */
export const VERSION_STATES = ["DRAFT", "READY", "FROZEN"] as const;
export type VersionState = (typeof VERSION_STATES)[number];

/** Rubrics on a page of the library. */
export const RUBRIC_PAGE = 25;

/** One line of the library. */
export interface RubricRow {
  id: string;
  name: LocalizedText;
  purpose: RubricPurpose;
  source: string;
  /** Shipped with Lokus, for every centre; nobody edits it. */
  shared: boolean;
  versions: number;
  latest: { number: number; state: VersionState; scaleKind: ScaleKind; criteria: number } | null;
}

/** One version in the list of a rubric's versions. */
export interface VersionRow {
  id: string;
  number: number;
  state: VersionState;
  createdAt: Date;
  frozenAt: Date | null;
  /** From what it was made; null where that is another centre's. */
  derivedFrom: { rubricId: string; name: LocalizedText; number: number } | null;
}

/** A rubric's page: the rubric, all its versions, and one of them in full. */
export interface RubricDetail {
  id: string;
  name: LocalizedText;
  purpose: RubricPurpose;
  source: string;
  shared: boolean;
  versions: VersionRow[];
  shown: VersionRow & { content: RubricContent };
  /** Cohorts of the centre that use the shown version, the latest first. */
  uses: { cohortId: string; name: string }[];
  usesTotal: number;
}

/** A version that a cohort may choose. */
export interface UsableRubric {
  versionId: string;
  rubricId: string;
  number: number;
  purpose: CohortPurpose;
  code: string;
  name: LocalizedText;
  shared: boolean;
}

/** What a new cohort begins with, one of each purpose: those that the founding cohort was set up with. */
export const USUAL_RUBRICS: readonly string[] = [
  "kipp-2021",
  "transfer-readiness",
  "participant-work",
];

/** A version beside another: what both are called, and what they say. */
export interface ComparedVersion {
  versionId: string;
  rubricId: string;
  name: LocalizedText;
  number: number;
  content: RubricContent;
}

/** A version that may be compared with, to choose from. */
export interface ComparableVersion {
  versionId: string;
  name: LocalizedText;
  number: number;
}

export function rubricsPath(centerId: string): string {
  return `/office/${centerId}/rubrics`;
}

/** The page of a rubric; without `number` that of its latest version. */
export function rubricPath(centerId: string, rubricId: string, number?: number): string {
  const page = `${rubricsPath(centerId)}/${rubricId}`;
  return number === undefined ? page : `${page}?version=${number}`;
}

/** The library with these filters set. */
export function rubricsHref(
  centerId: string,
  { page, ...filters }: { purpose?: string; origin?: string; q?: string; page?: number },
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) if (value) query.set(name, value);
  if (page && page > 1) query.set("page", String(page));
  return query.size > 0 ? `${rubricsPath(centerId)}?${query}` : rubricsPath(centerId);
}

/** Two versions side by side; without `right` it is asked for. */
export function comparePath(centerId: string, left: string, right?: string): string {
  return `${rubricsPath(centerId)}/compare?left=${left}${right ? `&right=${right}` : ""}`;
}

/** A rubric's text in a language; Indonesian where no English was written. */
export function localized(id: string, en: string): LocalizedText {
  return { id, en: en === "" ? id : en };
}
