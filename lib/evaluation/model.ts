import type { IsoDate, ItemId, Section } from "@/lib/document/model";
import type { InnovationStage, VisitMode } from "@/lib/document/taxonomy";
import type { FileRef } from "@/lib/file/model";
import type { GradeBand, RubricDefinition } from "@/lib/rubric/model";

/** The document of stage 1: what one participant saw of one innovation. */

export const METHODS = ["INTERVIEW", "OBSERVATION", "DOCUMENT", "DEMO", "FGD"] as const;
export type Method = (typeof METHODS)[number];

/** Who spoke: leader, official in charge, staff who run it, user of the service, partner, other. */
export const SOURCE_TYPES = ["LEADER", "OFFICIAL", "STAFF", "USER", "PARTNER", "OTHER"] as const;
export type SourceType = (typeof SOURCE_TYPES)[number];

export const EVIDENCE_KINDS = ["PHOTO", "FILE", "LINK", "QUOTE"] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** Kinds whose bytes travel beside the document, after it. */
export function carriesFile(kind: EvidenceKind | null): kind is "PHOTO" | "FILE" {
  return kind === "PHOTO" || kind === "FILE";
}

/** OPSI facets of innovation: a classification, not a score. */
export const FACETS = ["ENHANCEMENT", "MISSION", "ADAPTIVE", "ANTICIPATORY"] as const;
export type Facet = (typeof FACETS)[number];

export type Source = {
  id: ItemId;
  /** May stay empty: an informant's role is enough. */
  name: string;
  role: string;
  unit: string;
  type: SourceType | null;
};

export type EvaluationScore = { criterionId: string; value: number | null; note: string };

export type Evidence = {
  id: ItemId;
  kind: EvidenceKind | null;
  /** For a QUOTE, the words that were said. */
  caption: string;
  /** https address, for a LINK; empty otherwise. */
  url: string;
  /** What was chosen for a PHOTO or a FILE: it may still be on its way. */
  file?: FileRef | undefined;
  /** For a PHOTO: that no beneficiary and no child can be recognised in it, as its author says. */
  nobodyShown?: boolean | undefined;
  /** For a QUOTE: who said it, one of the document's own sources. */
  sourceId?: ItemId | undefined;
  /** The criterion that it supports. */
  criterionId?: string | undefined;
  /** The claim that it supports: a strength or a result of the same document. */
  claimId?: ItemId | undefined;
};

export type Strength = { id: ItemId; text: string };

/** A result before and after the innovation; without an "after", an explanation why not. */
export type ResultMeasure = {
  id: ItemId;
  indicator: string;
  before?: number | undefined;
  beforeOn?: IsoDate | undefined;
  after?: number | undefined;
  afterOn?: IsoDate | undefined;
  unit: string;
  source: string;
  explanation: string;
};

export type Evaluation = {
  /** These two are set from the context, whatever was sent. */
  innovationId: string;
  rubricVersionId: string;
  visitDate: IsoDate | null;
  methods: Method[];
  sources: Source[];
  /** One entry for each criterion of the rubric, in the rubric's order. */
  scores: EvaluationScore[];
  evidence: Evidence[];
  strengths: Strength[];
  results: ResultMeasure[];
  innovationStage: InnovationStage | null;
  facet?: Facet | undefined;
  summary: string;
  /** How sure the author is of the own judgement, 1–5. */
  confidence: number | null;
};

export type EvaluationContext = {
  innovationId: string;
  rubric: RubricDefinition;
  visit: { startsOn: IsoDate; endsOn: IsoDate; mode: VisitMode };
  /** Today in the cohort's time zone. */
  today: IsoDate;
  /** Grade bands of the cohort, for the band beside the total. */
  bands?: readonly GradeBand[] | undefined;
};

export const EVALUATION_SECTIONS = [
  { id: "visit", fields: ["visitDate", "methods", "sources"] },
  { id: "scores", fields: ["scores"] },
  { id: "evidence", fields: ["evidence"] },
  { id: "strengths", fields: ["strengths"] },
  { id: "results", fields: ["results"] },
  { id: "conclusion", fields: ["innovationStage", "facet", "summary", "confidence"] },
] as const satisfies readonly Section[];

/** Bounds of section 1's fields; counters in the form and checks in the schema read these. */
export const EVALUATION_BOUNDS = {
  methods: { min: 1, max: METHODS.length },
  sources: { min: 1, max: 10 },
  sourceName: { min: 2, max: 80 },
  sourceRole: { min: 2, max: 80 },
  sourceUnit: { min: 2, max: 120 },
  note: { min: 20, max: 600 },
  evidence: { min: 1, max: 20 },
  caption: { min: 5, max: 200 },
  strengths: { min: 2, max: 7 },
  strength: { min: 20, max: 400 },
  results: { min: 0, max: 5 },
  indicator: { min: 3, max: 120 },
  unit: { min: 1, max: 20 },
  resultSource: { min: 2, max: 200 },
  explanation: { min: 20, max: 600 },
  summary: { min: 100, max: 1500 },
  confidence: { min: 1, max: 5 },
} as const;

/** A virtual visit may be evaluated this many days before and after its dates. */
export const VIRTUAL_VISIT_MARGIN_DAYS = 7;
