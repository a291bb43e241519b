import { z } from "zod";
import { text } from "@/lib/document/fields";
import { FEEDBACK_BOUNDS, FEEDBACK_VIEWS, FINDING_KINDS, HOST_ANSWERS } from "@/lib/feedback/model";

const inCohort = z.object({ commandId: z.uuid(), cohortId: z.uuid() });
const version = z.number().int().min(0);
const wording = text("submit", { ...FEEDBACK_BOUNDS.text, multiline: true });

const sources = z
  .array(z.object({ revisionId: z.uuid(), itemId: z.uuid() }))
  .min(FEEDBACK_BOUNDS.sources.min)
  .max(FEEDBACK_BOUNDS.sources.max);

/** Makes a finding out of what participants wrote. */
export const chooseFindingSchema = inCohort.extend({
  innovationId: z.uuid(),
  kind: z.enum(FINDING_KINDS),
  text: wording,
  sources,
});

/** A finding that stands, with the version that its form was opened with. */
const ofFinding = inCohort.extend({ findingId: z.uuid(), basedOn: version });

export const addSourcesSchema = ofFinding.extend({ sources });
export const rewordFindingSchema = ofFinding.extend({ text: wording });
export const removeFindingSchema = ofFinding;

/** An organiser's word that a finding may be told although one participant alone is its source; null takes it back. */
export const giveWordSchema = ofFinding.extend({
  reason: z.nullable(text("submit", { ...FEEDBACK_BOUNDS.word, multiline: true })),
});

export const releaseFindingsSchema = inCohort.extend({
  /** The number of the last release; 0 where there was none. */
  basedOn: version,
  /** Of what the preview showed: another is not released. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
});

export const withdrawReleaseSchema = inCohort.extend({ number: z.number().int().min(1) });

export const createHostLinkSchema = inCohort.extend({
  hostRegionId: z.uuid(),
  label: text("submit", FEEDBACK_BOUNDS.label),
  days: z.number().int().min(FEEDBACK_BOUNDS.days.min).max(FEEDBACK_BOUNDS.days.max),
});

export const revokeHostLinkSchema = inCohort.extend({ linkId: z.uuid() });

export const hostTokenSchema = z.string().regex(/^[\w-]{43}$/);

/** What the host answers, by whoever has the link. */
export const answerFindingSchema = z.object({
  commandId: z.uuid(),
  token: hostTokenSchema,
  findingId: z.uuid(),
  basedOn: version,
  answer: z.enum(HOST_ANSWERS),
  note: text("draft", { ...FEEDBACK_BOUNDS.note, multiline: true }),
});

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const upper = (value: unknown) =>
  typeof first(value) === "string" ? String(first(value)).toUpperCase() : value;

/** What the address of a cohort's findings may ask for; what cannot be understood is left out. */
export const feedbackQuerySchema = z.object({
  view: z.preprocess(first, z.enum(FEEDBACK_VIEWS).catch("candidates")),
  innovation: z.preprocess(first, z.uuid().optional().catch(undefined)),
  kind: z.preprocess(upper, z.enum(FINDING_KINDS).optional().catch(undefined)),
  region: z.preprocess(first, z.uuid().optional().catch(undefined)),
  page: z.preprocess(first, z.coerce.number().int().min(1).max(1_000_000).catch(1)),
});
export type FeedbackQuery = z.output<typeof feedbackQuerySchema>;
