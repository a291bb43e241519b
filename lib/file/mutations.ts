import "server-only";
import { createHash } from "node:crypto";
import { type Intake, type TakenFile, takeFile } from "@/lib/file/intake";
import { storedName, thumbnailName } from "@/lib/file/label";
import { FILE_LIMITS, type FileProblem, UPLOAD_DAYS } from "@/lib/file/model";
import { openHolder } from "@/lib/file/record";
import { type Announcement, type UploadTarget, uploadTargetSchema } from "@/lib/file/schema";
import type { Actor } from "@/lib/platform/actor";
import type { Context } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db";
import { processWide } from "@/lib/platform/process-wide";
import { takeAttempt } from "@/lib/platform/rate-limit";
import { reportFile } from "@/lib/platform/report";
import { type Refusal, type Result, refuse, success } from "@/lib/platform/result";
import type { FileStorage } from "@/lib/platform/storage";
import { transaction } from "@/lib/platform/transaction";

/** Where an upload stands. It is finished when all its bytes have arrived: then they were taken. */
export interface UploadState {
  id: string;
  offset: number;
  size: number;
  expiresAt: Date;
}

/** What uploads need beside the context: where files are kept. */
export interface FileContext extends Context {
  storage: FileStorage;
}

const DAY = 86_400_000;

/**
 * Announces a file. The same one of the same person for the same purpose is the same upload,
 * however often it is announced, so that a phone that never heard the answer goes on where it was.
 *
 * @param size bytes of the whole file
 */
export async function announceUpload(
  ctx: FileContext,
  actor: Actor,
  { size, ...announced }: Announcement & { size: number },
): Promise<Result<UploadState>> {
  if (size > FILE_LIMITS.bytes) return wrong("upload_too_large");
  const { hash } = announced;
  const target = targetOf(announced);
  const waits = await takeAttempt(ctx.db, "uploads", actor.personId);
  if (waits > 0) return refuse("rate_limited", { details: { retryAfterSeconds: waits } });
  const id = uploadId(actor, target, hash);
  const now = ctx.clock.now();
  return transaction<UploadState>(ctx, async (tx) => {
    const holder = await openHolder(tx, target, { actor, hash, now, lock: false });
    if (!holder.ok) return holder;
    // Whoever announces clears away what nobody went on with.
    await tx.upload.deleteMany({ where: { expiresAt: { lt: now } } });
    const arrived = await holder.value.has();
    await tx.upload.createMany({
      data: {
        id,
        personId: actor.personId,
        target,
        hash,
        size,
        createdAt: now,
        expiresAt: new Date(now.getTime() + UPLOAD_DAYS * DAY),
        ...(arrived ? { offset: size, finishedAt: now } : {}),
      },
      skipDuplicates: true,
    });
    const upload = await tx.upload.findUniqueOrThrow({ where: { id } });
    // One hash has one size; another is not what was announced before.
    return upload.size === size ? success(stateOf(upload)) : wrong("upload_changed");
  });
}

/** Where an own upload stands; of anybody else's nothing is known. */
export async function findUpload(
  ctx: Context,
  actor: Actor,
  id: string,
): Promise<Result<UploadState>> {
  const upload = await ctx.db.upload.findFirst({ where: { id, personId: actor.personId } });
  return upload ? success(stateOf(upload)) : refuse("not_found");
}

/**
 * Adds bytes where the upload stands. With the last of them the file is looked at, kept and hung on the
 * work, or refused and forgotten. Two senders of the same part at the same moment: one is told where
 * it stands now.
 */
export async function appendToUpload(
  ctx: FileContext,
  actor: Actor,
  { id, offset, bytes }: { id: string; offset: number; bytes: Uint8Array<ArrayBuffer> },
): Promise<Result<UploadState>> {
  const upload = await ctx.db.upload.findFirst({ where: { id, personId: actor.personId } });
  if (!upload) return refuse("not_found");
  if (upload.offset !== offset) return moved(upload.offset);
  if (upload.finishedAt && bytes.byteLength === 0) return success(stateOf(upload));
  const end = offset + bytes.byteLength;
  if (end > upload.size) return wrong("upload_changed");
  if (end === upload.size) return finish(ctx, actor, upload, bytes);
  if (bytes.byteLength === 0) return success(stateOf(upload));
  return transaction<UploadState>(ctx, async (tx) => {
    // Also a lock: of two at the same place the second finds that it has moved.
    const { count } = await tx.upload.updateMany({
      where: { id, offset, finishedAt: null },
      data: { offset: end },
    });
    if (count === 0) return moved(null);
    await tx.uploadPart.create({ data: { uploadId: id, start: offset, bytes } });
    return success(stateOf({ ...upload, offset: end }));
  });
}

/** Forgets an own upload that is not finished; of a finished one only that it was on its way. */
export async function endUpload(ctx: Context, actor: Actor, id: string): Promise<Result<null>> {
  const { count } = await ctx.db.upload.deleteMany({ where: { id, personId: actor.personId } });
  return count > 0 ? success(null) : refuse("not_found");
}

type Upload = NonNullable<Awaited<ReturnType<Context["db"]["upload"]["findFirst"]>>>;

async function finish(
  ctx: FileContext,
  actor: Actor,
  upload: Upload,
  last: Uint8Array,
): Promise<Result<UploadState>> {
  const started = performance.now();
  const { id, hash, size } = upload;
  const report = (result: Result<unknown>, code?: string) =>
    reportFile({
      outcome: result.ok ? "ok" : result.reason,
      ...(code ? { code } : {}),
      bytes: size,
      ms: performance.now() - started,
    });
  const parts = await ctx.db.uploadPart.findMany({
    where: { uploadId: id },
    orderBy: { start: "asc" },
    select: { bytes: true },
  });
  const bytes = Buffer.concat([...parts.map((part) => part.bytes), last]);
  const intake = await look(ctx, hash, bytes);
  if (!intake.ok) {
    // Nothing of it is of use, and the same bytes would be refused again.
    await ctx.db.upload.deleteMany({ where: { id } });
    const result = wrong(intake.problem);
    report(result, intake.problem);
    return result;
  }
  const result = await transaction<UploadState>(ctx, async (tx) => {
    const { count } = await tx.upload.updateMany({
      where: { id, offset: upload.offset, finishedAt: null },
      data: { offset: size, finishedAt: ctx.clock.now() },
    });
    if (count === 0) return moved(null);
    const kept = await keep(ctx, tx, actor, uploadTargetSchema.parse(upload.target), {
      hash,
      file: intake.file,
    });
    if (!kept.ok) return kept;
    await tx.uploadPart.deleteMany({ where: { uploadId: id } });
    return success(stateOf({ ...upload, offset: size }));
  });
  report(result);
  return result;
}

/** What the bytes are; with `file: null` where the same were taken before. */
async function look(
  ctx: FileContext,
  hash: string,
  bytes: Buffer,
): Promise<{ ok: true; file: TakenFile | null } | { ok: false; problem: FileProblem }> {
  if (createHash("sha256").update(bytes).digest("hex") !== hash) {
    return { ok: false, problem: "upload_changed" };
  }
  const known = await ctx.db.storedFile.findUnique({ where: { hash }, select: { hash: true } });
  return known ? { ok: true, file: null } : takeOnce(hash, bytes);
}

/**
 * A whole group may hand in the same photo at the same moment: one look is enough for all of them in
 * this process. Only spares work; that it is kept once, the database sees to.
 */
function takeOnce(hash: string, bytes: Buffer): Promise<Intake> {
  const running = processWide("files-looked-at", () => new Map<string, Promise<Intake>>());
  let taking = running.get(hash);
  if (!taking) {
    taking = takeFile(bytes).finally(() => running.delete(hash));
    running.set(hash, taking);
  }
  return taking;
}

/** Keeps a file once, and hangs it on what it is for. */
async function keep(
  ctx: FileContext,
  tx: Tx,
  actor: Actor,
  target: UploadTarget,
  { hash, file }: { hash: string; file: TakenFile | null },
): Promise<Result<null>> {
  const now = ctx.clock.now();
  const holder = await openHolder(tx, target, { actor, hash, now, lock: true });
  if (!holder.ok) return holder;
  if (file) {
    const { count } = await tx.storedFile.createMany({
      data: {
        hash,
        kind: file.kind,
        size: file.bytes.byteLength,
        storedAt: now,
        ...(file.kind === "IMAGE" ? { width: file.width, height: file.height } : {}),
      },
      skipDuplicates: true,
    });
    // Under the row, which others wait for: where a row is seen, its bytes are there.
    if (count > 0) await putFile(ctx.storage, hash, file);
  }
  await holder.value.hang(now);
  return success(null);
}

async function putFile(storage: FileStorage, hash: string, file: TakenFile): Promise<void> {
  await storage.put(storedName(hash, file.kind), file.bytes);
  if (file.kind === "IMAGE") await storage.put(thumbnailName(hash), file.thumbnail);
}

function targetOf(announced: Announcement): UploadTarget {
  if ("attachmentId" in announced) return { attachmentId: announced.attachmentId };
  return { assignmentId: announced.assignmentId, evidenceId: announced.evidenceId };
}

function uploadId(actor: Actor, target: UploadTarget, hash: string): string {
  const digest = createHash("sha256")
    .update([actor.personId, ...Object.values(target), hash].join(" "))
    .digest();
  // RFC 9562, version 8: an id by a rule of our own.
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x80;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  const hex = digest.toString("hex", 0, 16);
  return [8, 12, 16, 20, 32]
    .map((end, index, ends) => hex.slice(ends[index - 1] ?? 0, end))
    .join("-");
}

function stateOf({ id, offset, size, expiresAt }: UploadState): UploadState {
  return { id, offset, size, expiresAt };
}

function wrong(problem: FileProblem): Refusal {
  const max = FILE_LIMITS.bytes / 1024 / 1024;
  return refuse("invalid", {
    issues: [
      problem === "upload_too_large"
        ? { path: "file", code: problem, params: { max } }
        : { path: "file", code: problem },
    ],
  });
}

function moved(offset: number | null): Refusal {
  return refuse("conflict", { details: { cause: "offset", offset } });
}
