import "server-only";
import nodemailer from "nodemailer";
import type { z } from "zod";
import { authorizeOffice } from "@/lib/center/policy";
import { IS_PLATFORM_ADMINISTRATOR, isElsewhere, isStaffOf } from "@/lib/invitation/data";
import type { DoorFacts } from "@/lib/invitation/model";
import { doorRight } from "@/lib/invitation/policy";
import {
  addressOf,
  composeLetter,
  IS_QUEUED,
  isLinkOpen,
  type LetterRow,
  letterSelect,
  quietTime,
  remindersOf,
} from "@/lib/mail/data";
import type { Letter, MailProblem, MailStatus } from "@/lib/mail/model";
import { canSendMail } from "@/lib/mail/record";
import type { letterSchema } from "@/lib/mail/schema";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { enqueue } from "@/lib/platform/jobs";
import { logEvent } from "@/lib/platform/log";
import { type Result, refuse, success } from "@/lib/platform/result";
import { transaction } from "@/lib/platform/transaction";

type LetterCommand = z.output<typeof letterSchema>;

// Sending ----------------------------------------------------------------------------------------

/** How long a mail server may be silent, in milliseconds: less than a job may take. */
const PATIENCE = 20_000;

/** A letter did not leave; the queue tries again. Says what kind of failure, never what was said. */
class NotSent extends Error {
  constructor(readonly problem: MailProblem) {
    super(problem);
    this.name = "NotSent";
  }
}

/**
 * Sends one letter, once: what was sent or cancelled meanwhile is left alone, and a letter whose link
 * no longer works, or a reminder of what is done, is not sent at all; in the quiet hours a reminder
 * waits for the morning. Throws where it is worth another try.
 *
 * A server that takes a letter and loses the connection before it says so gets it again, under the
 * same Message-ID and with the same link.
 */
export async function deliverLetter(
  ctx: Context,
  input: { messageId: string; isLast: boolean },
): Promise<void> {
  const row = await ctx.db.mailMessage.findUnique({
    where: { id: input.messageId, status: "WAITING" },
    select: letterSelect,
  });
  if (!row) return;
  const now = ctx.clock.now();
  const hopeless = problemOf(row, now);
  if (hopeless) {
    await settle(ctx, row, { status: "CANCELLED", problem: hopeless });
    return;
  }
  const quiet = quietTime(row, now);
  if (quiet) {
    await transaction<null>(ctx, async (tx) => {
      await enqueue(tx, "mail", { messageId: row.id }, { startAfter: quiet });
      return success(null);
    });
    return;
  }
  try {
    await send(row.id, await composeLetter(row, now));
  } catch (error) {
    const problem = classify(error);
    const final = input.isLast || problem === "recipient_refused";
    await settle(ctx, row, { status: final ? "FAILED" : "WAITING", problem });
    logEvent("mail_problem", { type: row.kind, code: problem });
    if (final) return;
    throw new NotSent(problem);
  }
  await settle(ctx, row, { status: "SENT", problem: null });
  logEvent("mail", { type: row.kind, outcome: "ok" });
}

/** Why a letter need not be sent at all, or null. */
function problemOf(row: LetterRow, now: Date): MailProblem | null {
  if (!addressOf(row) || row.person.status !== "ACTIVE") return "no_address";
  if (row.kind === "REMINDER" && remindersOf(row, now).length === 0) return "work_done";
  return isLinkOpen(row, now) ? null : "link_closed";
}

async function send(id: string, letter: Letter): Promise<void> {
  const { SMTP_URL, MAIL_FROM, APP_URL } = env();
  const { hostname } = new URL(APP_URL);
  const transport = nodemailer.createTransport({
    url: SMTP_URL,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    // What is written goes as it is: no file and no address of it is read by the mailer.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from: MAIL_FROM ?? `Lokus <no-reply@${hostname}>`,
      to: letter.to ?? "",
      subject: letter.subject,
      text: letter.text,
      messageId: `<${id}@${hostname}>`,
      // RFC 3834: holiday notices are not sent back to a machine.
      headers: { "Auto-Submitted": "auto-generated" },
    });
  } finally {
    transport.close();
  }
}

function classify(error: unknown): MailProblem {
  const { code, responseCode, command } = error as Record<string, unknown>;
  if (code === "EAUTH" || (code === "EENVELOPE" && command === "MAIL FROM")) {
    return "sender_refused";
  }
  // 5xx: for good; a mailbox that is full or a server that is busy says 4xx.
  if (code === "EENVELOPE") return Number(responseCode) >= 500 ? "recipient_refused" : "refused";
  const connection = ["ECONNECTION", "ETIMEDOUT", "ESOCKET", "EDNS", "ECONNREFUSED", "ETLS"];
  return connection.includes(String(code)) ? "unreachable" : "refused";
}

/** Writes what became of a letter; a letter that was settled meanwhile stays as it is. */
async function settle(
  ctx: Context,
  row: LetterRow,
  outcome: { status: "WAITING" | "SENT" | "FAILED" | "CANCELLED"; problem: MailProblem | null },
): Promise<void> {
  await transaction<null>(ctx, async (tx) => {
    const now = ctx.clock.now();
    const settled = await tx.mailMessage.updateMany({
      where: { id: row.id, status: "WAITING" },
      data: {
        ...outcome,
        attempts: { increment: 1 },
        ...(outcome.status === "SENT" ? { sentAt: now } : {}),
      },
    });
    if (settled.count === 0 || outcome.status === "WAITING") return success(null);
    await audit(tx, {
      type: "mail.settled",
      at: now,
      actorId: null,
      actor: { role: "SYSTEM" },
      centerId: row.centerId,
      subject: { type: "mail", id: row.id },
      payload: { kind: row.kind, personId: row.personId, status: outcome.status },
    });
    return success(null);
  });
}

// What staff do with letters ---------------------------------------------------------------------

/** Shows a letter as it is, or would have been, sent: to copy it where there is no mail server. */
export function showLetter(
  ctx: Context,
  actor: Actor,
  input: LetterCommand,
): Promise<Result<Letter>> {
  return transaction<Letter>(ctx, async (tx) => {
    const now = ctx.clock.now();
    const found = await findOwn(tx, actor, input, now);
    if (!found.ok) return found;
    if (problemOf(found.value, now) === "work_done") return refuse("work_done");
    await audit(tx, { ...entry(ctx, actor, found.value), type: "mail.shown" });
    return success(await composeLetter(found.value, now));
  });
}

/** Sends a letter that failed, or that lies here from before there was a mail server. */
export function resendLetter(
  ctx: Context,
  actor: Actor,
  input: LetterCommand,
): Promise<Result<null>> {
  return transaction<null>(ctx, async (tx) => {
    const found = await findOwn(tx, actor, input, ctx.clock.now(), { evenHidden: true });
    if (!found.ok) return found;
    if (!canSendMail()) return refuse("mail_off");
    // A second press waits here, and then finds that it is on its way.
    await tx.$queryRaw`
      SELECT 1 FROM mail_messages WHERE id = ${input.messageId}::uuid FOR UPDATE`;
    const [now] = await tx.$queryRaw<{ status: MailStatus; isQueued: boolean }[]>`
      SELECT g.status::text AS status, ${IS_QUEUED} AS "isQueued"
      FROM mail_messages g WHERE g.id = ${input.messageId}::uuid`;
    const isStuck = now?.status === "FAILED" || (now?.status === "WAITING" && !now.isQueued);
    if (!isStuck) return refuse("conflict");
    await tx.mailMessage.update({
      where: { id: input.messageId },
      data: { status: "WAITING", problem: null },
      select: { id: true },
    });
    await audit(tx, {
      ...entry(ctx, actor, found.value),
      type: "mail.queued",
    });
    await enqueue(tx, "mail", { messageId: input.messageId });
    return success(null);
  });
}

/** A letter of a centre that the actor organises, whose link still works. */
async function findOwn(
  tx: Tx,
  actor: Actor,
  input: LetterCommand,
  now: Date,
  options: { evenHidden?: boolean } = {},
): Promise<Result<LetterRow>> {
  if (!authorizeOffice(actor, input.centerId, "read")) return refuse("not_found");
  if (!authorizeOffice(actor, input.centerId, "organize")) return refuse("forbidden");
  const row = await tx.mailMessage.findUnique({
    where: { id: input.messageId, centerId: input.centerId },
    select: letterSelect,
  });
  if (!row) return refuse("not_found");
  if (!isLinkOpen(row, now)) return refuse("link_expired");
  if (options.evenHidden) return success(row);
  const facts = await tx.$queryRaw<DoorFacts[]>`
    SELECT ${IS_PLATFORM_ADMINISTRATOR} AS "isPlatformAdministrator",
           ${isElsewhere(input.centerId)} AS "isElsewhere", ${isStaffOf(input.centerId)} AS "isStaffHere"
    FROM people p WHERE p.id = ${row.personId}::uuid`;
  const can = { administer: authorizeOffice(actor, input.centerId, "administer") !== null };
  if (!facts[0] || doorRight(facts[0], can) !== "shown") return refuse("forbidden");
  return success(row);
}

function entry(ctx: Context, actor: Actor, row: LetterRow) {
  return {
    at: ctx.clock.now(),
    actorId: actor.personId,
    actor: { role: "ORGANIZER" },
    centerId: row.centerId,
    subject: { type: "mail", id: row.id },
    payload: { kind: row.kind, personId: row.personId },
  };
}
