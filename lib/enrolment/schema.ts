import { z } from "zod";
import { text } from "@/lib/document/fields";
import { ENROLMENT_BOUNDS } from "@/lib/enrolment/model";

export const withdrawSchema = z.object({
  commandId: z.uuid(),
  cohortId: z.uuid(),
  enrolmentId: z.uuid(),
  reason: text("submit", ENROLMENT_BOUNDS.reason),
  /** Who takes over a facilitator's participants. */
  successorId: z.uuid().nullable(),
});

export const returnSchema = z.object({
  commandId: z.uuid(),
  cohortId: z.uuid(),
  enrolmentId: z.uuid(),
});

export const answerOfferSchema = z.object({
  commandId: z.uuid(),
  enrolmentId: z.uuid(),
  /** Takes the place; else says that somebody else is meant. */
  accept: z.boolean(),
});

export const reallocateSchema = z.object({
  commandId: z.uuid(),
  cohortId: z.uuid(),
  fromId: z.uuid(),
  successorId: z.uuid(),
});
