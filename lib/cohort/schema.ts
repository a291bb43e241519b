import { z } from "zod";
import { ASSIGNMENT_BOUNDS, GATE_POLICIES } from "@/lib/assignment/model";
import { type CohortSetup, checkSetup, SETUP_BOUNDS, VISIT_MODES } from "@/lib/cohort/fields";
import { COHORT_COMMANDS } from "@/lib/cohort/workflow";
import { isIsoDate, text } from "@/lib/document/fields";

const score = z.number().min(0).max(100);
const label = z.string().trim().min(1).max(80);

/**
 * The `grade_bands` column of a cohort: names for ranges of 0–100. Configuration of the training
 * centre, never a rule of ours. Only `min` decides; no two bands begin at the same score, and one
 * begins at 0, so that no score is without a band. Parsed on the way in and out of the database.
 */
export const gradeBandsSchema = z
  .array(
    z.object({
      label: z.object({ id: label, en: label }),
      min: score,
      max: score.optional(),
      passing: z.boolean().optional(),
    }),
  )
  .min(1)
  .max(12)
  .refine((bands) => new Set(bands.map((band) => band.min)).size === bands.length, "bands_overlap")
  .refine((bands) => bands.some((band) => band.min === 0), "bands_leave_gap")
  .refine(
    (bands) => bands.every((band) => band.max === undefined || band.max >= band.min),
    "band_upside_down",
  );

export const moveCohortSchema = z.object({
  commandId: z.uuid(),
  cohortId: z.uuid(),
  type: z.enum(COHORT_COMMANDS),
  /** When archiving: that open work may stay unfinished. */
  acceptOpen: z.boolean().optional(),
});

// Aborts: the rules between fields are asked of well-formed ones only.
const refused = (code: string) => ({ params: { code }, abort: true });
const day = z.string().refine((value) => isIsoDate(value), refused("invalid_date"));
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const closes = ASSIGNMENT_BOUNDS.closesAfterDays;

/** A day and a time as people write them, without a zone. */
export const localTimeSchema = z.object({ date: day, time: clock });

const local = localTimeSchema.extend({
  closesAfterDays: z.int().min(closes.min).max(closes.max).optional(),
});

/** The `due_dates` column of a cohort. */
export const storedDueDatesSchema = z.object({
  EVALUATE: local,
  OBSTACLES: local,
  SOLUTION: local,
  PLAN: local,
});

/** Every IANA zone by the name that the runtime lists; forms offer those of Indonesia. */
const zone = z.string().max(64).refine(isTimeZone, refused("invalid_choice"));

/** Not what `Intl` takes beside them: offsets ("+07:00"), other capitals, names of the past. */
function isTimeZone(timeZone: string): boolean {
  return timeZone === "UTC" || Intl.supportedValuesOf("timeZone").includes(timeZone);
}

const setupShape = {
  program: text("submit", SETUP_BOUNDS.program),
  name: text("submit", SETUP_BOUNDS.name),
  regulationRef: text("submit", { ...SETUP_BOUNDS.regulationRef, required: false }),
  startsOn: day,
  endsOn: day,
  timeZone: zone,
  gatePolicy: z.enum(GATE_POLICIES),
  spreadThreshold: z
    .int()
    .min(SETUP_BOUNDS.spreadThreshold.min)
    .max(SETUP_BOUNDS.spreadThreshold.max),
  escalateAfterDays: z
    .int()
    .min(SETUP_BOUNDS.escalateAfterDays.min)
    .max(SETUP_BOUNDS.escalateAfterDays.max)
    .nullable(),
  visits: z
    .array(
      z.object({
        hostRegionId: z.uuid(),
        mode: z.enum(VISIT_MODES),
        startsOn: day,
        endsOn: day,
      }),
    )
    .max(SETUP_BOUNDS.visits.max),
  dueDates: storedDueDatesSchema.nullable(),
  evaluationRubricId: z.uuid(),
  transferRubricId: z.uuid(),
  workRubricId: z.uuid(),
  gradeBands: z
    .array(
      z.object({
        label: z.object({
          id: text("submit", SETUP_BOUNDS.bandLabel),
          en: text("submit", SETUP_BOUNDS.bandLabel),
        }),
        min: score,
        passing: z.boolean(),
      }),
    )
    .min(SETUP_BOUNDS.bands.min)
    .max(SETUP_BOUNDS.bands.max),
};

/** The rules between fields, each at its field. */
function between(setup: CohortSetup, ctx: z.RefinementCtx): void {
  for (const { path, code, params } of checkSetup(setup)) {
    ctx.addIssue({
      code: "custom",
      path: path.split("."),
      params: { ...params, code },
      input: setup,
    });
  }
}

export const createCohortSchema = z
  .object({
    commandId: z.uuid(),
    centerId: z.uuid(),
    /** An earlier cohort of the same centre, of which more than its rules is taken over. */
    copy: z.object({ cohortId: z.uuid(), groups: z.boolean(), agenda: z.boolean() }).nullable(),
    ...setupShape,
  })
  .superRefine(between);

export const updateCohortSchema = z
  .object({
    commandId: z.uuid(),
    cohortId: z.uuid(),
    /** The version of the cohort on which the form was based. */
    basedOn: z.int().min(0).max(2_147_483_647),
    ...setupShape,
  })
  .superRefine(between);
