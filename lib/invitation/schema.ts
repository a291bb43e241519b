import { z } from "zod";
import { locales } from "@/lib/i18n/locales";
import { INVITATION_CHANNELS, INVITATION_MAX, PEOPLE_VIEWS } from "@/lib/invitation/model";
import { searchWords } from "@/lib/search/model";

export const inviteSchema = z.object({
  commandId: z.uuid(),
  cohortId: z.uuid(),
  /** Whom; null for everybody in the cohort who has no account yet. */
  enrolmentIds: z.array(z.uuid()).min(1).max(INVITATION_MAX).nullable(),
  channel: z.enum(INVITATION_CHANNELS),
  /** The language of the letters. */
  locale: z.enum(locales),
});

export const revokeSchema = z.object({
  commandId: z.uuid(),
  cohortId: z.uuid(),
  enrolmentIds: z.array(z.uuid()).min(1).max(INVITATION_MAX),
});

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** What the address of a cohort's people may ask for; what cannot be understood is left out. */
export const peopleQuerySchema = z.object({
  view: z.preprocess(first, z.enum(PEOPLE_VIEWS).catch("all")),
  q: z.preprocess(first, z.string().transform(searchWords).catch("")),
  page: z.preprocess(first, z.coerce.number().int().min(1).max(1_000_000).catch(1)),
});
export type PeopleQuery = z.output<typeof peopleQuerySchema>;
