import { z } from "zod";
import {
  CAPACITY_BOUND,
  PLACE_KINDS,
  SEED_BOUND,
  WEIGHT_BOUND,
  WISH_BOUND,
} from "@/lib/allocation/model";
import { createAssignmentsSchema } from "@/lib/assignment/schema";

const commandId = z.uuid();
const kind = z.enum(PLACE_KINDS);
const weight = z.number().int().min(0).max(WEIGHT_BOUND);

const weightsSchema = z.object({ wishes: weight, spread: weight, load: weight });

const ofPlace = { commandId, cohortId: z.uuid(), kind, placeId: z.uuid() };

/** How many a place takes at most; null: any number. */
export const setCapacitySchema = z.object({
  ...ofPlace,
  capacity: z.number().int().min(0).max(CAPACITY_BOUND).nullable(),
});

/** Pins a participant to a place, or declares a tie; or takes that back. */
export const markSchema = z.object({
  ...ofPlace,
  enrolmentId: z.uuid(),
  mark: z.enum(["PIN", "TIE"]),
  on: z.boolean(),
});

/** Places that somebody would like, the dearest first, each once. */
export const wishesSchema = z
  .array(z.uuid())
  .max(WISH_BOUND)
  .refine((ids) => new Set(ids).size === ids.length, { params: { code: "duplicate_id" } });

/** What a participant would like; empty takes it back. */
export const setWishesSchema = z.object({
  commandId,
  cohortId: z.uuid(),
  kind,
  enrolmentId: z.uuid(),
  placeIds: wishesSchema,
});

const { dueAt, closesAfterDays, instructions, templateId } = createAssignmentsSchema.shape;

/** Carries out the allocation that was shown: what it was shown for, and its digest. */
export const applyAllocationSchema = z.object({
  commandId,
  cohortId: z.uuid(),
  kind,
  weights: weightsSchema,
  seed: z.number().int().min(0).max(SEED_BOUND),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  /** What is asked of whoever gets an innovation; null for facilitators. */
  work: z.object({ dueAt, closesAfterDays, instructions, templateId }).nullable(),
});

/** What is asked of an uploaded allocation. */
export const allocationUploadSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("preview"), kind }),
  z.object({ intent: z.literal("faults"), kind }),
  z.object({
    intent: z.literal("import"),
    kind,
    commandId,
    /** Of the plan that was shown: another is not carried out. */
    digest: z.string().regex(/^[0-9a-f]{64}$/),
  }),
]);

export const allocationExportSchema = z.object({
  kind: z.enum(["xlsx", "csv"]).default("xlsx"),
  of: kind.default("INNOVATION"),
});

export const undoAllocationSchema = z.object({
  commandId,
  cohortId: z.uuid(),
  allocationId: z.uuid(),
});

/** What an allocation changed: assignments of innovations, or enrolments of facilitators. */
export const movesSchema = z.array(
  z.object({ enrolmentId: z.uuid(), from: z.uuid().nullable(), to: z.uuid() }),
);
export type StoredMoves = z.output<typeof movesSchema>;

const missed = z.array(
  z.object({ placeId: z.uuid(), why: z.enum(["conflict", "closed", "full", "balance"]) }),
);
const reason = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("fixed"), by: z.enum(["pinned", "begun", "leads", "several"]) }),
  z.object({ kind: z.literal("wish"), rank: z.number().int().min(1), missed }),
  z.object({ kind: z.literal("unwished"), missed }),
  z.object({ kind: z.literal("kept") }),
  z.object({ kind: z.literal("moved"), missed }),
  z.object({ kind: z.literal("even") }),
  z.object({ kind: z.literal("unplaced"), missed }),
  z.object({ kind: z.literal("file") }),
]);

/** Why everybody came where they came, as it is kept: codes and numbers, places by their ids. */
export const reasonsSchema = z.array(
  z.object({ enrolmentId: z.uuid(), placeId: z.uuid().nullable(), reason }),
);
export type StoredReasons = z.output<typeof reasonsSchema>;

/** Which allocation of the history is looked at; what is no id, none. */
export const historyQuerySchema = z.object({ of: z.uuid().nullable().catch(null) });
