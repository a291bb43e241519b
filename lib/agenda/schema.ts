import { z } from "zod";
import { AGENDA_BOUNDS } from "@/lib/agenda/model";
import { isIsoDate, text } from "@/lib/document/fields";

const refused = (code: string) => ({ params: { code }, abort: true });
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const saveSessionSchema = z.object({
  commandId: z.uuid(),
  cohortId: z.uuid(),
  /** Null for a new one. */
  sessionId: z.uuid().nullable(),
  /** The version of the session on which the form was based; 0 for a new one. */
  basedOn: z.int().min(0).max(2_147_483_647),
  hostRegionId: z.uuid(),
  title: text("submit", AGENDA_BOUNDS.title),
  day: z.string().refine((value) => isIsoDate(value), refused("invalid_date")),
  starts: clock,
  ends: clock,
  hostUnitId: z.uuid().nullable(),
  place: text("submit", { ...AGENDA_BOUNDS.place, required: false }),
  note: text("submit", { ...AGENDA_BOUNDS.note, required: false, multiline: true }),
  forAll: z.boolean(),
  groupIds: z.array(z.uuid()).max(AGENDA_BOUNDS.groups.max),
  speakers: z
    .array(
      z.object({
        name: text("submit", AGENDA_BOUNDS.speakerName),
        role: text("submit", { ...AGENDA_BOUNDS.speakerRole, required: false }),
      }),
    )
    .max(AGENDA_BOUNDS.speakers.max),
});

export const removeSessionSchema = z.object({
  commandId: z.uuid(),
  cohortId: z.uuid(),
  sessionId: z.uuid(),
  basedOn: z.int().min(0).max(2_147_483_647),
});
