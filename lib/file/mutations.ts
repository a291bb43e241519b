import "server-only";
import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import { readRecord } from "@/lib/assignment/record";
import { isNamed } from "@/lib/file/data";
import { type DrawnPicture, drawPicture, lookAt, measureDrawn } from "@/lib/file/intake";
import { archivedName, hashOfName, sentName, storedName, thumbnailName } from "@/lib/file/label";
import {
  FILE_LIMITS,
  type FileProblem,
  type LeavingFile,
  UNNAMED_DAYS,
  UPLOAD_DAYS,
} from "@/lib/file/model";
import { openHolder } from "@/lib/file/record";
import { type Announcement, type UploadTarget, uploadTargetSchema } from "@/lib/file/schema";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { Background } from "@/lib/platform/background";
import type { Context } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db";
import { processWide } from "@/lib/platform/process-wide";
import { takeAttempt } from "@/lib/platform/rate-limit";
import { reportError, reportFile } from "@/lib/platform/report";
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
    const { arrived } = holder.value;
    // Whoever announces clears away what nobody went on with.
    await tx.upload.deleteMany({ where: { expiresAt: { lt: now } } });
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

/**
 * Takes a file that is announced with all its bytes: what `announceUpload` and `appendToUpload` do, in one
 * transaction.
 */
export async function takeUpload(
  ctx: FileContext,
  actor: Actor,
  announced: Announcement,
  bytes: Buffer,
): Promise<Result<UploadState>> {
  const waits = await takeAttempt(ctx.db, "uploads", actor.personId);
  if (waits > 0) return refuse("rate_limited", { details: { retryAfterSeconds: waits } });
  const target = targetOf(announced);
  const { hash } = announced;
  const id = uploadId(actor, target, hash);
  const size = bytes.byteLength;
  return take(ctx, actor, { id, target, hash, bytes }, async (tx) => {
    const now = ctx.clock.now();
    const finished = { size, offset: size, finishedAt: now };
    const expiresAt = new Date(now.getTime() + UPLOAD_DAYS * DAY);
    const { count } = await tx.upload.createMany({
      data: { id, personId: actor.personId, target, hash, createdAt: now, expiresAt, ...finished },
      skipDuplicates: true,
    });
    if (count === 0) {
      // What had arrived of it before is not needed any more.
      await tx.upload.updateMany({ where: { id }, data: finished });
      await tx.uploadPart.deleteMany({ where: { uploadId: id } });
    }
    return success({ id, offset: size, size, expiresAt });
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
  const { id, hash, size } = upload;
  const parts = await ctx.db.uploadPart.findMany({
    where: { uploadId: id },
    orderBy: { start: "asc" },
    select: { bytes: true },
  });
  const bytes = Buffer.concat([...parts.map((part) => part.bytes), last]);
  const target = uploadTargetSchema.parse(upload.target);
  return take(ctx, actor, { id, target, hash, bytes }, async (tx) => {
    const { count } = await tx.upload.updateMany({
      where: { id, offset: upload.offset, finishedAt: null },
      data: { offset: size, finishedAt: ctx.clock.now() },
    });
    if (count === 0) return moved(null);
    await tx.uploadPart.deleteMany({ where: { uploadId: id } });
    return success(stateOf({ ...upload, offset: size }));
  });
}

/** A file whose bytes are all there, of an upload, for what it hangs on. */
interface WholeFile {
  id: string;
  target: UploadTarget;
  hash: string;
  bytes: Buffer;
}

/**
 * Looks at a whole file, keeps it and hangs it on what it is for, or refuses and forgets it. When this answers, the
 * bytes are kept for good. A picture is drawn anew right after; until then nobody is shown it.
 *
 * @param end writes that the upload is finished
 */
async function take(
  ctx: FileContext,
  actor: Actor,
  file: WholeFile,
  end: (tx: Tx) => Promise<Result<UploadState>>,
): Promise<Result<UploadState>> {
  const started = performance.now();
  const { id, hash, bytes } = file;
  const report = (result: Result<unknown>, code?: string) =>
    reportFile({
      outcome: result.ok ? "ok" : result.reason,
      ...(code ? { code } : {}),
      bytes: bytes.byteLength,
      ms: performance.now() - started,
    });
  const discard = async (problem: FileProblem) => {
    // Nothing of it is of use, and the same bytes would be refused again.
    await ctx.db.upload.deleteMany({ where: { id } });
    const result = wrong(problem);
    report(result, problem);
    return result;
  };
  if (createHash("sha256").update(bytes).digest("hex") !== hash) return discard("upload_changed");
  const looked = lookAt(bytes);
  if (!looked.ok) return discard(looked.problem);
  const { kind } = looked;
  let waiting = false;
  const attempt = () =>
    transaction<UploadState>(ctx, async (tx) => {
      const ended = await end(tx);
      if (!ended.ok) return ended;
      const kept = await keep(ctx, tx, actor, { ...file, kind });
      if (!kept.ok) return kept;
      waiting = kept.value.state === "WAITING";
      return ended;
    });
  const result = await pictures().answering(async () => {
    const first = await attempt();
    // What was stored before has gone since it was looked for.
    return !first.ok && first.details?.cause === "forgotten" ? attempt() : first;
  });
  if (!result.ok && result.details?.cause === "unreadable") return discard("upload_damaged");
  report(result);
  if (result.ok && waiting) drawLater(ctx, hash);
  return result;
}

/** Keeps a file once, and hangs it on what it is for. */
async function keep(
  ctx: FileContext,
  tx: Tx,
  actor: Actor,
  { target, hash, bytes, kind }: WholeFile & { kind: "IMAGE" | "DOCUMENT" },
): Promise<Result<Standing>> {
  const now = ctx.clock.now();
  const holder = await openHolder(tx, target, { actor, hash, now, lock: true });
  if (!holder.ok) return holder;
  let stored = await standing(tx, hash);
  if (!stored) {
    await lockBytes(tx, hash);
    const state = kind === "IMAGE" ? ("WAITING" as const) : ("KEPT" as const);
    const size = bytes.byteLength;
    const { count } = await tx.storedFile.createMany({
      data: { hash, kind, size, state, storedAt: now },
      skipDuplicates: true,
    });
    if (count > 0) {
      stored = { kind, size, state };
      // Under the row, which others wait for: where a row is seen, its bytes are there.
      await ctx.storage.put(kind === "IMAGE" ? sentName(hash) : storedName(hash, kind), bytes);
    } else {
      stored = await standing(tx, hash);
    }
  }
  if (!stored) return refuse("conflict", { details: { cause: "forgotten" } });
  if (stored.state === "UNREADABLE")
    return refuse("conflict", { details: { cause: "unreadable" } });
  await holder.value.hang(now, stored);
  return success(stored);
}

interface Standing {
  kind: "IMAGE" | "DOCUMENT";
  size: number;
  state: "WAITING" | "KEPT" | "UNREADABLE";
}

/** What is stored under a hash: from here on it is not forgotten before this ends. */
async function standing(tx: Tx, hash: string): Promise<Standing | null> {
  const [stored] = await tx.$queryRaw<Standing[]>`
    SELECT kind::text AS kind, size, state::text AS state
    FROM stored_files WHERE hash = ${hash} FOR KEY SHARE`;
  return stored ?? null;
}

// Drawing -----------------------------------------------------------------------------------------

/** A picture that ended the process as often is taken for one that cannot be read. */
const ATTEMPTS = 5;
/** So old is a picture that waits when another process looks after it, in milliseconds. */
const LEFT_BEHIND = 60_000;
/** So many of them are looked after at a time. */
const LOOKED_AFTER = 500;

/** One core stays free for answers, and drawing steps back while files come in. */
function pictures(): Background {
  return processWide("pictures", () => {
    const atOnce = Math.max(1, availableParallelism() - 1);
    return new Background({ atOnce, quiet: 250, patience: 5_000 });
  });
}

/** Draws a picture soon. What goes wrong with the machine is told, and tried again by `drawLeftBehind`. */
function drawLater(ctx: FileContext, hash: string): void {
  pictures()
    .do(hash, () => draw(ctx, hash), false)
    .catch(reportError);
}

/**
 * Draws the pictures whose process ended before it had drawn them: done every minute. Each is drawn by itself; one
 * that fails keeps no other from it.
 */
export async function drawLeftBehind(ctx: FileContext): Promise<void> {
  const left = await ctx.db.storedFile.findMany({
    where: {
      state: "WAITING",
      storedAt: { lte: new Date(ctx.clock.now().getTime() - LEFT_BEHIND) },
    },
    orderBy: [{ storedAt: "asc" }, { hash: "asc" }],
    take: LOOKED_AFTER,
    select: { hash: true },
  });
  for (const { hash } of left) {
    await pictures()
      .do(hash, () => draw(ctx, hash), false)
      .catch(reportError);
  }
}

/**
 * The bytes of a stored file as it is served: of a picture that was not drawn yet, it is drawn now. Null where it
 * cannot be read, or is not there. What was sent is never given out.
 */
export async function readStored(
  ctx: FileContext,
  { kind, hash, name }: { kind: "IMAGE" | "DOCUMENT"; hash: string; name: string },
): Promise<Buffer<ArrayBuffer> | null> {
  const bytes = await ctx.storage.get(name);
  if (bytes || kind === "DOCUMENT") return bytes;
  await pictures().do(hash, () => draw(ctx, hash), true);
  return ctx.storage.get(name);
}

/** The bytes of files, one after the other, so that they can be sent while they are read. */
export async function* leavingFiles(
  ctx: FileContext,
  files: readonly LeavingFile[],
): AsyncGenerator<{ name: string; content: Buffer }> {
  for (const { hash, kind } of files) {
    const content = await readStored(ctx, { hash, kind, name: storedName(hash, kind) });
    // Only what nothing has named for long goes, which may be while this is sent.
    if (content) yield { name: archivedName(hash, kind), content };
  }
}

/**
 * Draws a picture that waits; nothing where it does not. Two processes may draw the same one: the bytes are
 * the same, and one of them writes.
 */
async function draw(ctx: FileContext, hash: string): Promise<void> {
  const [begun] = await ctx.db.$queryRaw<{ attempts: number }[]>`
    UPDATE stored_files SET attempts = attempts + 1
    WHERE hash = ${hash} AND state = 'WAITING' RETURNING attempts`;
  if (!begun) return;
  const started = performance.now();
  try {
    const sent = await ctx.storage.get(sentName(hash));
    const drawable = sent && begun.attempts <= ATTEMPTS;
    const picture = sent ? drawable && (await drawPicture(sent)) : await drawnBefore(ctx, hash);
    await settle(ctx, hash, picture || null);
    if (!picture) {
      const ms = performance.now() - started;
      reportFile({ outcome: "invalid", code: "upload_damaged", bytes: 0, ms });
    }
  } catch (error) {
    // The machine's fault: it does not count against the picture.
    await ctx.db.$executeRaw`
      UPDATE stored_files SET attempts = attempts - 1
      WHERE hash = ${hash} AND state = 'WAITING' AND attempts > 0`.catch(reportError);
    throw error;
  }
}

/** A picture that was drawn, and nobody wrote that down: the process ended, or a backup was made then. */
async function drawnBefore(ctx: FileContext, hash: string): Promise<DrawnPicture | null> {
  const [bytes, thumbnail] = await Promise.all([
    ctx.storage.get(storedName(hash, "IMAGE")),
    ctx.storage.get(thumbnailName(hash)),
  ]);
  if (!bytes || !thumbnail) throw new Error("a file that a row names is not in the storage");
  return measureDrawn(bytes, thumbnail);
}

/** Writes down what became of a picture. Where it is kept, what was sent is gone: first that, then the row. */
async function settle(ctx: FileContext, hash: string, picture: DrawnPicture | null): Promise<void> {
  await transaction<null>(ctx, async (tx) => {
    await lockBytes(tx, hash);
    const waiting = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM stored_files WHERE hash = ${hash} AND state = 'WAITING' FOR NO KEY UPDATE`;
    if (waiting.length === 0) return success(null);
    if (picture) {
      await ctx.storage.put(storedName(hash, "IMAGE"), picture.bytes);
      await ctx.storage.put(thumbnailName(hash), picture.thumbnail);
      await ctx.storage.remove(sentName(hash));
    }
    await tx.storedFile.updateMany({
      where: { hash },
      data: picture
        ? {
            state: "KEPT",
            attempts: 0,
            size: picture.bytes.byteLength,
            width: picture.width,
            height: picture.height,
          }
        : { state: "UNREADABLE" },
    });
    return success(null);
  });
}

/** Of those who write or forget the bytes of a hash, one at a time. */
async function lockBytes(tx: Tx, hash: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`file ${hash}`}, 0))::text`;
}

// Forgetting --------------------------------------------------------------------------------------

/** How much was forgotten. */
export interface Forgotten {
  /** Files that hung on work. */
  evidence: number;
  /** Files of which nothing was left to name them. */
  files: number;
  /** Names in the storage: a picture that was drawn has two. */
  names: number;
}

/**
 * Forgets what nothing has named for `UNNAMED_DAYS`: done every day. May be stopped at any point, and run
 * while files arrive; what it left undone is done the next time.
 */
export async function forgetFiles(ctx: FileContext): Promise<Forgotten> {
  const now = ctx.clock.now();
  const before = new Date(now.getTime() - UNNAMED_DAYS * DAY);
  await ctx.db.upload.deleteMany({ where: { expiresAt: { lt: now } } });
  await markEvidence(ctx, now);
  const unnamed = await ctx.db.evidenceFile.findMany({
    where: { unnamedSince: { lte: before } },
    select: { assignmentId: true, hash: true },
  });
  let evidence = 0;
  for (const { assignmentId, hash } of unnamed) {
    const gone = await forgetEvidence(ctx, assignmentId, hash, before);
    if (gone.ok && gone.value) evidence += 1;
  }
  await markStored(ctx, now);
  const files = await forgetStored(ctx, before);
  return { evidence, files, names: await sweep(ctx) };
}

/** Writes down since when a file of a work is named by no document of it, or that it is again. */
async function markEvidence(ctx: FileContext, now: Date): Promise<void> {
  await ctx.db.$executeRaw`
    UPDATE evidence_files e
    SET unnamed_since = CASE WHEN n.named THEN NULL ELSE ${now}::timestamptz END
    FROM (
      SELECT f.assignment_id, f.hash,
        EXISTS (SELECT 1 FROM stages s WHERE s.assignment_id = f.assignment_id AND s.kind = 'EVALUATE'
                  AND s.draft -> 'evidence' @> named.item)
        OR EXISTS (SELECT 1 FROM revisions r WHERE r.assignment_id = f.assignment_id
                  AND r.kind = 'EVALUATE' AND r.content -> 'evidence' @> named.item)
        OR EXISTS (SELECT 1 FROM set_aside_drafts d JOIN stages s ON s.id = d.stage_id
                  WHERE s.assignment_id = f.assignment_id AND s.kind = 'EVALUATE'
                  AND d.document -> 'evidence' @> named.item) AS named
      FROM evidence_files f
      CROSS JOIN LATERAL (SELECT jsonb_build_array(
        jsonb_build_object('file', jsonb_build_object('hash', f.hash))) AS item) named
    ) n
    WHERE n.assignment_id = e.assignment_id AND n.hash = e.hash
      AND n.named = (e.unnamed_since IS NOT NULL)`;
}

/** The same of stored files: named by what hangs on them and is named itself. */
async function markStored(ctx: FileContext, now: Date): Promise<void> {
  await ctx.db.$executeRaw`
    UPDATE stored_files f
    SET unnamed_since = CASE WHEN n.named THEN NULL ELSE ${now}::timestamptz END
    FROM (
      SELECT s.hash,
        EXISTS (SELECT 1 FROM evidence_files e WHERE e.hash = s.hash AND e.unnamed_since IS NULL)
        OR EXISTS (SELECT 1 FROM attachments a WHERE a.file_hash = s.hash) AS named
      FROM stored_files s
    ) n
    WHERE n.hash = f.hash AND n.named = (f.unnamed_since IS NOT NULL)`;
}

/** Takes a file from a work that does not name it. Nobody writes in the work meanwhile. */
function forgetEvidence(
  ctx: FileContext,
  assignmentId: string,
  hash: string,
  before: Date,
): Promise<Result<boolean>> {
  const at = ctx.clock.now();
  return transaction<boolean>(ctx, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM assignments WHERE id = ${assignmentId}::uuid FOR UPDATE`;
    const record = await readRecord(tx, assignmentId, at);
    if (!record || (await isNamed(tx, record, hash))) return success(false);
    const { count } = await tx.evidenceFile.deleteMany({
      where: { assignmentId, hash, unnamedSince: { lte: before } },
    });
    if (count === 0) return success(false);
    await audit(tx, {
      type: "evidence.file_forgotten",
      at,
      actorId: null,
      actor: { role: "SYSTEM" },
      centerId: record.cohort.centerId,
      cohortId: record.cohortId,
      subject: { type: "assignment", id: assignmentId },
      payload: { hash },
    });
    return success(true);
  });
}

/** Forgets stored files on which nothing hangs. Their bytes go with the sweep. */
async function forgetStored(ctx: FileContext, before: Date): Promise<number> {
  const forgotten = await transaction<number>(ctx, async (tx) => {
    // Waits for whoever hangs something on one of them just now, and then sees what hangs there.
    const locked = await tx.$queryRaw<{ hash: string }[]>`
      SELECT hash FROM stored_files WHERE unnamed_since <= ${before}::timestamptz
      ORDER BY hash FOR UPDATE`;
    const { count } = await tx.storedFile.deleteMany({
      where: {
        hash: { in: locked.map(({ hash }) => hash) },
        evidence: { none: {} },
        attachments: { none: {} },
      },
    });
    return success(count);
  });
  return forgotten.ok ? forgotten.value : 0;
}

/** So many names are compared with the rows at a time. */
const SWEPT = 500;

/**
 * Removes bytes without a row: of files that were forgotten, and of uploads that broke off between the
 * two. Bytes are written before their row is seen, so that each is looked at again under the lock.
 */
async function sweep(ctx: FileContext): Promise<number> {
  let removed = 0;
  let names: string[] = [];
  const compare = async () => {
    const hashes = names.flatMap((name) => hashOfName(name) ?? []);
    const rows = await ctx.db.storedFile.findMany({
      where: { hash: { in: hashes } },
      select: { hash: true },
    });
    const known = new Set(rows.map(({ hash }) => hash));
    for (const name of names) {
      const hash = hashOfName(name);
      if (hash && !known.has(hash) && (await removeBytes(ctx, name, hash))) removed += 1;
    }
    names = [];
  };
  for await (const name of ctx.storage.names()) {
    names.push(name);
    if (names.length >= SWEPT) await compare();
  }
  await compare();
  return removed;
}

async function removeBytes(ctx: FileContext, name: string, hash: string): Promise<boolean> {
  const removed = await transaction<boolean>(ctx, async (tx) => {
    await lockBytes(tx, hash);
    if ((await tx.storedFile.count({ where: { hash } })) > 0) return success(false);
    await ctx.storage.remove(name);
    return success(true);
  });
  return removed.ok && removed.value;
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
