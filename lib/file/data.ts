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
  /** Whose work it hangs on. */
  a: z.uuid(),
  h: fileHashSchema,
  /** In full, or small. */
  v: z.enum(["full", "small"]),
  /** Until when, in milliseconds. */
  e: z.int(),
});

function addressOf(assignmentId: string, hash: string, variant: "full" | "small", now: Date) {
  const period = Math.floor(now.getTime() / ADDRESS_PERIOD) * ADDRESS_PERIOD;
  const told = { a: assignmentId, h: hash, v: variant, e: period + ADDRESS_LIFE };
  return `/api/files/${sealSigned(JSON.stringify(told), PURPOSE, env().AUTH_SECRET)}`;
}

/** What of an assignment's row says which files have arrived: read along with it, in one statement. */
export const arrivedSelect = {
  select: {
    hash: true,
    arrivedAt: true,
    file: { select: { kind: true, size: true, width: true, height: true } },
  },
} satisfies Prisma.Assignment$evidenceFilesArgs;

type ArrivedRow = Prisma.EvidenceFileGetPayload<typeof arrivedSelect>;

/** The files that have arrived for a piece of work, with addresses for whoever may read it. */
export function toArrived(
  rows: readonly ArrivedRow[],
  assignmentId: string,
  now: Date,
): ArrivedFiles {
  return Object.fromEntries(
    rows.map(({ hash, arrivedAt, file }): [string, StoredFileDto] => [
      hash,
      {
        ...file,
        arrivedAt: arrivedAt.toISOString(),
        url: addressOf(assignmentId, hash, "full", now),
        thumbnailUrl: file.kind === "IMAGE" ? addressOf(assignmentId, hash, "small", now) : null,
      },
    ]),
  );
}

export interface ServedFile {
  kind: "IMAGE" | "DOCUMENT";
  /** In the storage. */
  name: string;
  hash: string;
}

/**
 * What an address leads to, for who asks: it must be ours, not past its time, and the reader must still
 * stand in some role to the work. Null otherwise, whatever the cause.
 */
export async function findServedFile(
  reader: Reader,
  actor: Actor,
  address: string,
  now: Date,
): Promise<ServedFile | null> {
  const text = openSigned(address, PURPOSE, env().AUTH_SECRET);
  const parsed = text === null ? null : addressSchema.safeParse(JSON.parse(text));
  if (!parsed?.success || parsed.data.e < now.getTime()) return null;
  const { a: assignmentId, h: hash, v: variant } = parsed.data;
  const found = await reader.evidenceFile.findUnique({
    where: { assignmentId_hash: { assignmentId, hash } },
    select: {
      file: { select: { kind: true } },
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
  const raterId = found.assignment.secondRating?.raterId;
  const rates = actor.enrolments.some(({ id }) => id === raterId);
  if (!rates && rolesOn(actor, subjectOf(found.assignment)).length === 0) return null;
  const { kind } = found.file;
  const small = variant === "small" && kind === "IMAGE";
  return { kind, hash, name: small ? thumbnailName(hash) : storedName(hash, kind) };
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
  const named = await reader.revision.count({
    where: {
      stageId: record.stages.EVALUATE.id,
      content: { path: ["evidence"], array_contains: [{ file: { hash } }] },
    },
  });
  return named > 0;
}
