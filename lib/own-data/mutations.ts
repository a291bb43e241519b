import "server-only";
import type { z } from "zod";
import type { LeavingFile } from "@/lib/file/model";
import { canSendMail, queueLetters } from "@/lib/mail/record";
import { findOwnData, findOwnFiles, findOwnWork } from "@/lib/own-data/data";
import { OWN_FILE_ROWS, type OwnData, type OwnFormat } from "@/lib/own-data/model";
import type { correctIdentitySchema } from "@/lib/own-data/schema";
import { findOneTimeLink } from "@/lib/person/data";
import { issueLinks } from "@/lib/person/record";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db";
import { verifyPassword } from "@/lib/platform/password";
import { returnAttempt, takeAttempt } from "@/lib/platform/rate-limit";
import { type Result, refuse, success } from "@/lib/platform/result";
import { runCommand, transaction } from "@/lib/platform/transaction";

type CorrectIdentity = z.output<typeof correctIdentitySchema>;

export interface IdentityCorrected {
  /** A letter went to the new address, which takes effect when it is confirmed. */
  toConfirm: boolean;
}

export interface OwnExport {
  data: OwnData;
  work: Awaited<ReturnType<typeof findOwnWork>>;
  files: LeavingFile[];
}

/** Reads all about the one who asks, for a file, and notes it: in one transaction, of one moment. */
export function exportOwnData(
  ctx: Context,
  actor: Actor,
  format: OwnFormat,
): Promise<Result<OwnExport>> {
  return transaction<OwnExport>(ctx, async (tx) => {
    await tx.$executeRaw`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ`;
    const data = await findOwnData(tx, actor, OWN_FILE_ROWS, ctx.clock.now());
    const work = format === "html" ? [] : await findOwnWork(tx, actor);
    const files = format === "zip" ? await findOwnFiles(tx, actor) : [];
    await audit(tx, {
      type: "export.read",
      at: ctx.clock.now(),
      actorId: actor.personId,
      actor: { role: "SELF" },
      subject: { type: "person", id: actor.personId },
      payload: {
        what: "own_data",
        format,
        rows: data.sections.reduce((sum, { rows }) => sum + rows.length, 0),
      },
    });
    return success({ data, work, files });
  });
}

/**
 * Corrects one's own name and address. Another address wants the current password, since whoever
 * has the address can have the door opened: links that lie in the old one's mailbox end with it.
 * What a centre's roster says stays as it is; it is the centre's to correct. Where letters leave by
 * themselves, another address takes effect when it is confirmed with the link that is sent to it.
 */
export async function correctIdentity(
  ctx: Context,
  actor: Actor,
  input: CorrectIdentity,
): Promise<Result<IdentityCorrected>> {
  const { password, ...content } = input;
  const moves = input.email !== input.was.email;
  const waits = moves && input.email !== null && canSendMail();
  if (moves) {
    // Taken also for a right password: trying addresses one by one must not tell who has which.
    const wait = await takeAttempt(ctx.db, "passwordChange", actor.personId);
    if (wait > 0) return refuse("rate_limited", { details: { retryAfterSeconds: wait } });
    const person = await ctx.db.person.findUniqueOrThrow({
      where: { id: actor.personId },
      select: { passwordHash: true },
    });
    if (!(await verifyPassword(person.passwordHash, password))) {
      return refuse("wrong_password", { issues: [{ path: "password", code: "wrong_password" }] });
    }
  }
  if (waits) {
    const wait = await takeAttempt(ctx.db, "addressLetters", actor.personId);
    if (wait > 0) return refuse("rate_limited", { details: { retryAfterSeconds: wait } });
  }
  const envelope = {
    actorId: actor.personId,
    commandId: input.commandId,
    type: "CORRECT_IDENTITY",
    // Not the password: of what is kept, a hash could be tried against.
    content,
  };
  const result = await runCommand<IdentityCorrected>(ctx, envelope, async (tx) => {
    const now = ctx.clock.now();
    await tx.$queryRaw`SELECT 1 FROM people WHERE id = ${actor.personId}::uuid FOR UPDATE`;
    const person = await tx.person.findUnique({
      where: { id: actor.personId, status: "ACTIVE" },
      select: { displayName: true, email: true, idNumber: true },
    });
    if (!person) return refuse("not_found");
    if (person.displayName !== input.was.name || person.email !== input.was.email) {
      return refuse("conflict", { details: { cause: "stale" } });
    }
    if (input.email === null && person.email !== null && person.idNumber === null) {
      return refuse("invalid", { issues: [{ path: "email", code: "email_is_only_login" }] });
    }
    if (moves && input.email !== null) {
      const others = await tx.person.count({
        where: { email: input.email, id: { not: actor.personId } },
      });
      if (others > 0) {
        return refuse("invalid", { issues: [{ path: "email", code: "email_unavailable" }] });
      }
    }
    await tx.person.update({
      where: { id: actor.personId },
      data: { displayName: input.name, ...(waits ? {} : { email: input.email }) },
      select: { id: true },
    });
    if (waits) await sendConfirmation(tx, actor, now, input);
    else if (moves) await revokeLetters(tx, actor.personId, now);
    const fields = [
      ...(input.name === person.displayName ? [] : ["name"]),
      ...(moves && !waits ? ["email"] : []),
    ];
    // A new address alone is no correction before it is confirmed.
    if (fields.length === 0 && waits) return success({ toConfirm: true });
    await audit(tx, {
      type: "person.identity_corrected",
      at: now,
      actorId: actor.personId,
      actor: { role: "SELF" },
      subject: { type: "person", id: actor.personId },
      payload: { fields },
      commandId: input.commandId,
    });
    return success({ toConfirm: waits });
  });
  if (moves && result.ok) await returnAttempt(ctx.db, "passwordChange", actor.personId);
  return result;
}

/** How long a link to confirm an address works, in hours. */
const CONFIRMATION_HOURS = 24;

async function sendConfirmation(
  tx: Tx,
  actor: Actor,
  now: Date,
  input: CorrectIdentity,
): Promise<void> {
  const { personId } = actor;
  const by = { id: personId, role: "SELF" };
  const links = await issueLinks(tx, {
    personIds: [personId],
    purpose: "CONFIRM_EMAIL",
    newEmail: input.email,
    channel: "MAIL",
    hours: CONFIRMATION_HOURS,
    now,
    actor: by,
    commandId: input.commandId,
  });
  const linkId = links.get(personId)?.linkId ?? null;
  await queueLetters(tx, [{ kind: "EMAIL_CONFIRMATION", personId, linkId }], {
    locale: input.locale,
    centerId: null,
    now,
    actor: by,
    commandId: input.commandId,
  });
}

/** Links that lie in the mailbox of an address end with it. */
async function revokeLetters(tx: Tx, personId: string, now: Date): Promise<void> {
  await tx.oneTimeLink.updateMany({
    where: { personId, channel: "MAIL", usedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
}

/** Takes the new address that a link was sent to: the person of the link, and nobody else. */
export async function confirmEmail(
  ctx: Context,
  actor: Actor,
  input: { token: string; address: string },
): Promise<Result<null>> {
  const wait = await takeAttempt(ctx.db, "oneTimeLink", input.address);
  if (wait > 0) return refuse("rate_limited", { details: { retryAfterSeconds: wait } });
  const result = await transaction<null>(ctx, async (tx) => {
    const now = ctx.clock.now();
    const { personId } = actor;
    await tx.$queryRaw`SELECT 1 FROM people WHERE id = ${personId}::uuid FOR UPDATE`;
    const link = await findOneTimeLink(tx, input.token, now, "CONFIRM_EMAIL");
    if (!link?.newEmail) return refuse("link_expired");
    if (link.personId !== personId) return refuse("forbidden");
    const used = await tx.oneTimeLink.updateMany({
      where: { id: link.id, usedAt: null, revokedAt: null },
      data: { usedAt: now },
    });
    if (used.count !== 1) return refuse("link_expired");
    const others = await tx.person.count({
      where: { email: link.newEmail, id: { not: personId } },
    });
    if (others > 0) return refuse("conflict");
    await tx.person.update({
      where: { id: personId },
      data: { email: link.newEmail },
      select: { id: true },
    });
    await revokeLetters(tx, personId, now);
    await audit(tx, {
      type: "person.identity_corrected",
      at: now,
      actorId: personId,
      actor: { role: "SELF" },
      subject: { type: "person", id: personId },
      payload: { fields: ["email"] },
    });
    return success(null);
  });
  if (result.ok) await returnAttempt(ctx.db, "oneTimeLink", input.address);
  return result;
}
