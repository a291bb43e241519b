import "server-only";
import { z } from "zod";
import { rolesOn } from "@/lib/assignment/policy";
import { type AssignmentRecord, subjectOf } from "@/lib/assignment/record";
import { storedName, thumbnailName } from "@/lib/file/label";
import type { ArrivedFiles, StoredFileDto } from "@/lib/file/model";
import { fileHashSchema } from "@/lib/file/schema";
import type { Actor } from "@/lib/platform/actor";
import type { Reader } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { openSigned, sealSigned } from "@/lib/platform/secret";

const PURPOSE = "file address";

/** Addresses stay the same for as long, so that a browser fetches a picture once. */
const ADDRESS_PERIOD = 6 * 3_600_000;
/** And work until the period after the next, as long as a session at most. */
const ADDRESS_LIFE = 2 * ADDRESS_PERIOD;

const addressSchema = z.object({
  /** What it hangs on: work, or an attachment of the catalogue. */
  a: z.uuid(),
  k: z.enum(["work", "attachment"]).default("work"),
  h: fileHashSchema,
  /** In full, or small. */
  v: z.enum(["full", "small"]),
  /** Until when, in milliseconds. */
  e: z.int(),
});

type Holder = { kind: "work" | "attachment"; id: string };

function addressOf(holder: Holder, hash: string, variant: "full" | "small", now: Date) {
  const period = Math.floor(now.getTime() / ADDRESS_PERIOD) * ADDRESS_PERIOD;
  const told = { a: holder.id, k: holder.kind, h: hash, v: variant, e: period + ADDRESS_LIFE };
  return `/api/files/${sealSigned(JSON.stringify(told), PURPOSE, env().AUTH_SECRET)}`;
}

/** What an address of ours names, if it is one for what hangs on such a thing, and not past its time. */
export function openAddress(
  address: string,
  kind: Holder["kind"],
  now: Date,
): { id: string; hash: string; small: boolean } | null {
  const text = openSigned(address, PURPOSE, env().AUTH_SECRET);
  const parsed = text === null ? null : addressSchema.safeParse(JSON.parse(text));
  if (!parsed?.success || parsed.data.e < now.getTime() || parsed.data.k !== kind) return null;
  const { a: id, h: hash, v: variant } = parsed.data;
  return { id, hash, small: variant === "small" };
}

/** What of a stored file its readers are told. */
export const storedSelect = {
  select: { kind: true, state: true, size: true, width: true, height: true },
} satisfies Prisma.StoredFileDefaultArgs;

/** A file that has arrived, with addresses for whoever may read what it hangs on. */
export function toStored(
  { state, ...file }: Prisma.StoredFileGetPayload<typeof storedSelect>,
  { hash, arrivedAt }: { hash: string; arrivedAt: Date },
  holder: Holder,
  now: Date,
): StoredFileDto {
  const readable = state !== "UNREADABLE";
  return {
    ...file,
    arrivedAt: arrivedAt.toISOString(),
    url: readable ? addressOf(holder, hash, "full", now) : null,
    thumbnailUrl: readable && file.kind === "IMAGE" ? addressOf(holder, hash, "small", now) : null,
  };
}

/** What of an assignment's row says which files have arrived: read along with it, in one statement. */
export const arrivedSelect = {
  select: {
    hash: true,
    arrivedAt: true,
    file: storedSelect,
  },
} satisfies Prisma.Assignment$evidenceFilesArgs;

type ArrivedRow = Prisma.EvidenceFileGetPayload<typeof arrivedSelect>;

/** The files that have arrived for a piece of work, with addresses for whoever may read it. */
export function toArrived(
  rows: readonly ArrivedRow[],
  assignmentId: string,
  now: Date,
): ArrivedFiles {
  const holder = { kind: "work", id: assignmentId } as const;
  return Object.fromEntries(
    rows.map(({ file, ...row }) => [row.hash, toStored(file, row, holder, now)]),
  );
}

export interface ServedFile {
  kind: "IMAGE" | "DOCUMENT";
  /** In the storage. */
  name: string;
  hash: string;
  /** Its bytes must be there: a picture that waits, or could not be read, may have none to show. */
  kept: boolean;
}

/** What of a stored file's row says how it is served. */
export const servedSelect = {
  select: { kind: true, state: true },
} satisfies Prisma.StoredFileDefaultArgs;

/** The stored file of a hash, in full or small. */
export function servedFile(
  { kind, state }: Prisma.StoredFileGetPayload<typeof servedSelect>,
  hash: string,
  small: boolean,
): ServedFile {
  const name = small && kind === "IMAGE" ? thumbnailName(hash) : storedName(hash, kind);
  return { kind, hash, name, kept: state === "KEPT" };
}

/**
 * What an address of evidence leads to, for who asks: it must be ours, not past its time, and the reader must still
 * stand in some role to the work. Null otherwise, whatever the cause.
 */
export async function findServedFile(
  reader: Reader,
  actor: Actor,
  address: string,
  now: Date,
): Promise<ServedFile | null> {
  const opened = openAddress(address, "work", now);
  if (!opened) return null;
  const { id: assignmentId, hash, small } = opened;
  const found = await reader.evidenceFile.findUnique({
    where: { assignmentId_hash: { assignmentId, hash } },
    select: {
      file: servedSelect,
      assignment: {
        select: {
          cohortId: true,
          cohort: { select: { centerId: true } },
          enrolment: { select: { id: true, personId: true, facilitatorId: true } },
          secondRating: { select: { raterId: true } },
        },
      },
    },
  });
  if (!found) return null;
  if (rolesOn(actor, subjectOf(found.assignment)).length === 0) {
    const raterId = found.assignment.secondRating?.raterId;
    // A second rater sees what was handed in, and nothing of what is still written.
    const rates = actor.enrolments.some(({ id }) => id === raterId);
    if (!rates || !(await isHandedIn(reader, { assignmentId, hash }))) return null;
  }
  return servedFile(found.file, hash, small);
}

const naming = z.object({
  evidence: z.array(z.object({ file: z.object({ hash: z.string() }).optional() })),
});

/** Whether a document of the work, the one being written or one handed in, names a file. */
export async function isNamed(
  reader: Reader,
  record: Pick<AssignmentRecord, "id" | "stages">,
  hash: string,
): Promise<boolean> {
  const draft = naming.safeParse(record.stages.EVALUATE.draft);
  if (draft.success && draft.data.evidence.some(({ file }) => file?.hash === hash)) return true;
  if (await isHandedIn(reader, { assignmentId: record.id, hash })) return true;
  // What was put aside to start anew keeps its photos.
  const kept = await reader.setAsideDraft.count({
    where: {
      stageId: record.stages.EVALUATE.id,
      document: { path: ["evidence"], array_contains: [{ file: { hash } }] },
    },
  });
  return kept > 0;
}

/** Whether a revision of the work names a file. */
async function isHandedIn(
  reader: Reader,
  { assignmentId, hash }: { assignmentId: string; hash: string },
): Promise<boolean> {
  const named = await reader.revision.count({
    where: {
      assignmentId,
      kind: "EVALUATE",
      content: { path: ["evidence"], array_contains: [{ file: { hash } }] },
    },
  });
  return named > 0;
}
