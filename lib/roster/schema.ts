import { z } from "zod";
import { text } from "@/lib/document/fields";
import { checkIdNumber, GRADES, ID_TYPES, normalizeIdNumber } from "@/lib/enrolment/civil-servant";
import { MAX_GROUPS, ROSTER_BOUNDS, ROSTER_FIELDS, withoutInvisible } from "@/lib/roster/model";
import { searchWords } from "@/lib/search/model";

const AGENCY_TYPES = ["MINISTRY", "LPNK", "LNS", "PROVINCE", "REGENCY", "CITY"] as const;
const ROLES = ["PARTICIPANT", "FACILITATOR"] as const;

const optionalText = (bounds: { min: number; max: number }) =>
  text("submit", { ...bounds, required: false });

/** An address, or nothing. */
const optionalEmail = z
  .string()
  .trim()
  .max(254)
  .refine((email) => email === "" || z.email().safeParse(email).success, {
    params: { code: "invalid_email" },
  })
  .transform((email) => email.toLowerCase());

const optionalGrade = z
  .string()
  .refine((grade) => grade === "" || GRADES.some(({ code }) => code === grade), {
    params: { code: "invalid_choice" },
  });

const entryShape = {
  role: z.enum(ROLES),
  fullName: z.preprocess(
    (name) => (typeof name === "string" ? withoutInvisible(name) : name),
    text("submit", ROSTER_BOUNDS.fullName),
  ),
  idType: z.enum(ID_TYPES),
  idNumber: z.string().max(40).transform(normalizeIdNumber),
  email: optionalEmail,
  grade: optionalGrade,
  position: optionalText(ROSTER_BOUNDS.position),
  workUnit: optionalText(ROSTER_BOUNDS.workUnit),
  agency: text("submit", ROSTER_BOUNDS.agency),
  group: optionalText(ROSTER_BOUNDS.group),
  isGroupLead: z.boolean(),
  facilitator: optionalText(ROSTER_BOUNDS.fullName),
};

/**
 * One person of a roster: what a row of a file is held to, and what the form is.
 *
 * @param today `YYYY-MM-DD`, against which a number's dates are judged
 */
export function rosterEntrySchema(today: string) {
  return z.object(entryShape).superRefine((entry, context) => {
    const problem = checkIdNumber(entry.idType, entry.idNumber, today);
    if (problem) {
      context.addIssue({ code: "custom", path: ["idNumber"], params: { code: problem } });
    }
    if (entry.role === "FACILITATOR") {
      for (const [path, given] of [
        ["group", entry.group !== ""],
        ["isGroupLead", entry.isGroupLead],
        ["facilitator", entry.facilitator !== ""],
      ] as const) {
        if (given)
          context.addIssue({
            code: "custom",
            path: [path],
            params: { code: "not_for_facilitators" },
          });
      }
    } else if (entry.isGroupLead && entry.group === "") {
      context.addIssue({ code: "custom", path: ["group"], params: { code: "lead_without_group" } });
    }
  });
}

export const agencyDecisionSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("known"), agencyId: z.uuid() }),
  z.object({
    kind: z.literal("new"),
    name: text("submit", ROSTER_BOUNDS.agency),
    shortName: text("submit", ROSTER_BOUNDS.agencyShort),
    type: z.enum(AGENCY_TYPES),
  }),
]);

const groupMode = z.enum(["column", "deal", "keep"]);

/** How a file is to be read and what is to be done with it; all of it can be left to guesses. */
export const importOptionsSchema = z.object({
  /** By its name; the first that looks like a roster where it is not given. */
  sheet: z.string().max(100).optional(),
  /** As the sheet counts, from 1. */
  headerRow: z.int().min(1).max(1_048_576).optional(),
  mapping: z.partialRecord(z.enum(ROSTER_FIELDS), z.int().min(0).max(500)).optional(),
  /** What everybody is whose row does not say it. */
  defaultRole: z.enum(ROLES).default("PARTICIPANT"),
  /** The agency of rows that name none. */
  defaultAgency: optionalText(ROSTER_BOUNDS.agency),
  groups: z
    .object({ mode: groupMode, count: z.int().min(1).max(MAX_GROUPS) })
    .default({ mode: "column", count: 1 }),
  facilitators: z.object({ mode: groupMode }).default({ mode: "column" }),
  agencies: z.record(z.string().max(200), agencyDecisionSchema).default({}),
  skipFaulty: z.boolean().default(false),
});
export type ImportOptions = z.output<typeof importOptionsSchema>;

/** What is asked of an uploaded roster. */
export const rosterUploadSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("preview"), options: importOptionsSchema }),
  /** The rows that have errors, as a file with the reasons. */
  z.object({ intent: z.literal("faults"), options: importOptionsSchema }),
  z.object({
    intent: z.literal("import"),
    options: importOptionsSchema,
    commandId: z.uuid(),
    /** Of the plan that was shown: another is not carried out. */
    digest: z.string().regex(/^[0-9a-f]{64}$/),
  }),
]);

const fileKind = z.enum(["xlsx", "csv"]).default("xlsx");
export const rosterExportSchema = z.object({ kind: fileKind });

/** One person by hand: a new one, or one who is in the cohort. */
export const saveEntrySchema = z.object({
  commandId: z.uuid(),
  cohortId: z.uuid(),
  /** Null for a new one. */
  enrolmentId: z.uuid().nullable(),
  /** Version of the enrolment that the form was opened with. */
  basedOn: z.int().min(0).nullable(),
  entry: z.object(entryShape),
  /** For an agency that is not known. */
  newAgency: agencyDecisionSchema.nullable(),
});

/** Moves several participants at once; what is left out stays as it is. */
export const placePeopleSchema = z
  .object({
    commandId: z.uuid(),
    cohortId: z.uuid(),
    enrolmentIds: z.array(z.uuid()).min(1).max(200),
    /** A name; a group that is not there yet is made. */
    group: optionalText(ROSTER_BOUNDS.group),
    facilitatorId: z.uuid().nullable(),
  })
  .refine(({ group, facilitatorId }) => group !== "" || facilitatorId !== null, {
    path: ["group"],
    params: { code: "required" },
  });

export const removeEntrySchema = z.object({
  commandId: z.uuid(),
  cohortId: z.uuid(),
  enrolmentId: z.uuid(),
});

const firstOf = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const chosenId = z.preprocess(firstOf, z.uuid().optional().catch(undefined));

/** What the list of a roster may be asked for; what cannot be understood is left out. */
export const rosterQuerySchema = z.object({
  q: z.preprocess(
    firstOf,
    z
      .string()
      .transform(searchWords)
      // PostgreSQL has no text with a NUL in it.
      .refine((value) => value !== "" && !value.includes("\u0000"))
      .optional()
      .catch(undefined),
  ),
  role: z.preprocess(firstOf, z.enum(ROLES).optional().catch(undefined)),
  group: chosenId,
  agency: chosenId,
  facilitator: chosenId,
  page: z.preprocess(firstOf, z.coerce.number().int().min(1).max(100_000).catch(1)),
});
export type RosterQuery = z.output<typeof rosterQuerySchema>;
