import "server-only";
import type { z } from "zod";
import type { mailPreferenceSchema, readNotificationsSchema } from "@/lib/notification/schema";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/context";
import { type Result, success } from "@/lib/platform/result";
import { envelopeOf, runCommand } from "@/lib/platform/transaction";

/** Marks what the actor was told as read. What is somebody else's, or was read before, stays as it is. */
export function readNotifications(
  ctx: Context,
  actor: Actor,
  input: z.output<typeof readNotificationsSchema>,
): Promise<Result<{ read: number }>> {
  const envelope = envelopeOf(actor, "READ_NOTIFICATIONS", input);
  return runCommand(ctx, envelope, async (tx) => {
    const now = ctx.clock.now();
    const { count } = await tx.notification.updateMany({
      where: { id: { in: input.ids }, personId: actor.personId, readAt: null },
      data: { readAt: now },
    });
    if (count > 0) {
      await audit(tx, {
        ...entry(actor, now, input.commandId),
        type: "notification.read",
        payload: { count },
      });
    }
    return success({ read: count });
  });
}

/** Keeps how the actor wants letters of reminders, and in which language. */
export function chooseMail(
  ctx: Context,
  actor: Actor,
  input: z.output<typeof mailPreferenceSchema>,
): Promise<Result<null>> {
  const envelope = envelopeOf(actor, "CHOOSE_MAIL", input);
  return runCommand<null>(ctx, envelope, async (tx) => {
    const { delivery, locale } = input;
    await tx.mailPreference.upsert({
      where: { personId: actor.personId },
      create: { personId: actor.personId, delivery, locale },
      update: { delivery, locale },
      select: { personId: true },
    });
    await audit(tx, {
      ...entry(actor, ctx.clock.now(), input.commandId),
      type: "notification.mail_chosen",
      payload: { delivery },
    });
    return success(null);
  });
}

function entry(actor: Actor, at: Date, commandId: string) {
  return {
    at,
    actorId: actor.personId,
    actor: { role: "SELF" },
    subject: { type: "person", id: actor.personId },
    commandId,
  };
}
