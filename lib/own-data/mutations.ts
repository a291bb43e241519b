import "server-only";
import type { z } from "zod";
import { findOwnData, findOwnWork } from "@/lib/own-data/data";
import { OWN_FILE_ROWS, type OwnData, type OwnFormat } from "@/lib/own-data/model";
import type { correctIdentitySchema } from "@/lib/own-data/schema";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/context";
import { verifyPassword } from "@/lib/platform/password";
import { returnAttempt, takeAttempt } from "@/lib/platform/rate-limit";
import { type Result, refuse, success } from "@/lib/platform/result";
import { runCommand, transaction } from "@/lib/platform/transaction";

type CorrectIdentity = z.output<typeof correctIdentitySchema>;

export interface OwnExport {
  data: OwnData;
  work: Awaited<ReturnType<typeof findOwnWork>>;
}

/** Reads all about the one who asks, for a file, and notes it: in one transaction, of one moment. */
export function exportOwnData(
  ctx: Context,
  actor: Actor,
  format: OwnFormat,
): Promise<Result<OwnExport>> {
  return transaction<OwnExport>(ctx, async (tx) => {
    await tx.$executeRaw`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ`;
    const data = await findOwnData(tx, actor, OWN_FILE_ROWS);
    const work = format === "json" ? await findOwnWork(tx, actor) : [];
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
    return success({ data, work });
  });
}

/**
 * Corrects one's own name and address. Another address wants the current password, since whoever
 * has the address can have the door opened: links that lie in the old one's mailbox end with it.
 * What a centre's roster says stays as it is; it is the centre's to correct.
 */
export async function correctIdentity(
  ctx: Context,
  actor: Actor,
  input: CorrectIdentity,
): Promise<Result<null>> {
  const { password, ...content } = input;
  const moves = input.email !== input.was.email;
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
  const envelope = {
    actorId: actor.personId,
    commandId: input.commandId,
    type: "CORRECT_IDENTITY",
    // Not the password: of what is kept, a hash could be tried against.
    content,
  };
  const result = await runCommand<null>(ctx, envelope, async (tx) => {
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
      data: { displayName: input.name, email: input.email },
      select: { id: true },
    });
    if (moves) {
      await tx.oneTimeLink.updateMany({
        where: { personId: actor.personId, channel: "MAIL", usedAt: null, revokedAt: null },
        data: { revokedAt: now },
      });
    }
    const fields = [
      ...(input.name === person.displayName ? [] : ["name"]),
      ...(moves ? ["email"] : []),
    ];
    await audit(tx, {
      type: "person.identity_corrected",
      at: now,
      actorId: actor.personId,
      actor: { role: "SELF" },
      subject: { type: "person", id: actor.personId },
      payload: { fields },
      commandId: input.commandId,
    });
    return success(null);
  });
  if (moves && result.ok) await returnAttempt(ctx.db, "passwordChange", actor.personId);
  return result;
}
