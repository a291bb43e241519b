import "server-only";
import { rolesOn } from "@/lib/assignment/policy";
import { auditScope, lockRecord, readRecord } from "@/lib/assignment/record";
import { organizedCenters } from "@/lib/center/policy";
import { workRefusal } from "@/lib/cohort/workflow";
import { isNamed } from "@/lib/file/data";
import { HELD_FILES } from "@/lib/file/model";
import type { UploadTarget } from "@/lib/file/schema";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import type { Tx } from "@/lib/platform/db";
import { type Result, refuse, success } from "@/lib/platform/result";

/** What a file is to hang on, open to whoever brings it. */
export interface Holder {
  /** Whether the file has arrived there. */
  arrived: boolean;
  /** Hangs a stored file on it, and tells of it; nothing where it hangs there already. */
  hang(now: Date, stored: { kind: "IMAGE" | "DOCUMENT"; size: number }): Promise<void>;
}

/** Who brings which file, and whether nothing of what it hangs on may change meanwhile. */
interface Bringing {
  actor: Actor;
  hash: string;
  now: Date;
  lock: boolean;
}

/** What a file is to hang on, or why it is not taken there now. */
export function openHolder(
  tx: Tx,
  target: UploadTarget,
  bringing: Bringing,
): Promise<Result<Holder>> {
  return "attachmentId" in target
    ? openAttachment(tx, target.attachmentId, bringing)
    : openWork(tx, target.assignmentId, bringing);
}

async function openWork(
  tx: Tx,
  assignmentId: string,
  { actor, hash, now, lock }: Bringing,
): Promise<Result<Holder>> {
  const locked = lock ? await lockRecord(tx, actor, assignmentId, now) : null;
  if (locked && !locked.ok) return locked;
  const record = locked ? locked.value.record : await readRecord(tx, assignmentId, now);
  const roles = record ? rolesOn(actor, record.subject) : [];
  // Whoever only reads the work is told no more than a stranger: an upload is its author's business.
  if (!record || !roles.includes("PARTICIPANT")) return refuse("not_found");
  const ended = workRefusal(record.cohort.state);
  if (ended) return refuse(ended);
  if (record.enrolment.withdrawnAt) return refuse("withdrawn");
  if (record.cancelledAt) return refuse("cancelled");
  if (!(await isNamed(tx, record, hash))) return refuse("text_missing");
  // A hundred at most, and one more.
  const holding = await tx.evidenceFile.findMany({
    where: { assignmentId },
    select: { hash: true },
  });
  const held = holding.filter((file) => file.hash !== hash).length;
  if (held >= HELD_FILES) {
    const issue = { path: "file", code: "upload_too_many", params: { max: HELD_FILES } };
    return refuse("invalid", { issues: [issue] });
  }
  return success({
    arrived: held < holding.length,
    async hang(at, { kind, size }) {
      const { count } = await tx.evidenceFile.createMany({
        data: { assignmentId, hash, uploadedById: actor.personId, arrivedAt: at },
        skipDuplicates: true,
      });
      if (count === 0) return;
      const payload = { hash, kind, size };
      const scope = auditScope(record, actor, roles);
      await audit(tx, { ...scope, at, type: "evidence.file_arrived", payload });
    },
  });
}

async function openAttachment(
  tx: Tx,
  attachmentId: string,
  { actor, hash, lock }: Bringing,
): Promise<Result<Holder>> {
  if (lock)
    await tx.$queryRaw`SELECT 1 FROM attachments WHERE id = ${attachmentId}::uuid FOR UPDATE`;
  const found = await tx.attachment.findFirst({
    where: { id: attachmentId, centerId: { in: organizedCenters(actor) } },
    select: { hash: true, fileHash: true, centerId: true },
  });
  if (!found) return refuse("not_found");
  if (found.hash !== hash) return refuse("text_missing");
  return success({
    arrived: found.fileHash !== null,
    async hang(at, { kind, size }) {
      const { count } = await tx.attachment.updateMany({
        where: { id: attachmentId, fileHash: null },
        data: { fileHash: hash, arrivedAt: at },
      });
      if (count === 0) return;
      const membership = actor.staff.find(({ centerId }) => centerId === found.centerId);
      await audit(tx, {
        type: "catalogue.file_arrived",
        at,
        actorId: actor.personId,
        actor: { role: membership?.role ?? "STAFF" },
        centerId: found.centerId,
        subject: { type: "attachment", id: attachmentId },
        payload: { hash, kind, size },
      });
    },
  });
}
