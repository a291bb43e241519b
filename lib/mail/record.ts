import "server-only";
import type { Locale } from "@/lib/i18n/locales";
import type { MailKind } from "@/lib/mail/model";
import { auditAll } from "@/lib/platform/audit";
import type { Tx } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { uuidv7 } from "@/lib/platform/ids";
import { enqueue } from "@/lib/platform/jobs";

export interface NewLetter {
  kind: MailKind;
  personId: string;
  linkId: string | null;
}

/**
 * Puts letters into the outbox, in the transaction of the change that they tell of, and where there
 * is a mail server asks for them to be sent once that has committed.
 * @returns their ids, in the order of the letters
 */
export async function queueLetters(
  tx: Tx,
  letters: readonly NewLetter[],
  more: {
    locale: Locale;
    centerId: string | null;
    now: Date;
    actor: { id: string | null; role: string };
    commandId?: string | null;
  },
): Promise<string[]> {
  const rows = letters.map((letter) => ({
    ...letter,
    id: uuidv7(more.now),
    centerId: more.centerId,
    locale: more.locale,
    createdById: more.actor.id,
    createdAt: more.now,
  }));
  await tx.mailMessage.createMany({ data: rows });
  const events = rows.map(({ id, kind, personId }) => ({
    type: "mail.queued" as const,
    at: more.now,
    actorId: more.actor.id,
    actor: { role: more.actor.role },
    centerId: more.centerId,
    subject: { type: "mail", id },
    payload: { kind, personId },
    commandId: more.commandId ?? null,
  }));
  await auditAll(tx, events);
  const ids = rows.map(({ id }) => id);
  if (canSendMail()) for (const messageId of ids) await enqueue(tx, "mail", { messageId });
  return ids;
}

/** Whether letters leave by themselves; without a mail server staff copy them. */
export function canSendMail(): boolean {
  return env().SMTP_URL !== undefined;
}
