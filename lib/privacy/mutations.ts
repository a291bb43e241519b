import "server-only";
import type { z } from "zod";
import { authorizeOffice } from "@/lib/center/policy";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/context";
import { type Result, refuse, success } from "@/lib/platform/result";
import { envelopeOf, runCommand, transaction } from "@/lib/platform/transaction";
import { PRIVACY_NOTICE_VERSION } from "@/lib/privacy/model";
import type { acknowledgeSchema, privacyContactSchema } from "@/lib/privacy/schema";

/** Somebody has read the notice that is in force. Saying it twice changes nothing. */
export function acknowledgeNotice(
  ctx: Context,
  actor: Actor,
  input: z.output<typeof acknowledgeSchema>,
): Promise<Result<null>> {
  return transaction<null>(ctx, async (tx) => {
    if (input.version !== PRIVACY_NOTICE_VERSION) return refuse("conflict");
    const now = ctx.clock.now();
    const said = await tx.privacyAcknowledgement.createMany({
      data: [
        {
          personId: actor.personId,
          version: input.version,
          locale: input.locale,
          acknowledgedAt: now,
        },
      ],
      skipDuplicates: true,
    });
    if (said.count === 0) return success(null);
    await audit(tx, {
      type: "person.notice_acknowledged",
      at: now,
      actorId: actor.personId,
      actor: { role: "SELF" },
      subject: { type: "person", id: actor.personId },
      payload: { version: input.version },
    });
    return success(null);
  });
}

/** Whom the notice of a centre names for questions. Administrators of the centre. */
export function setPrivacyContact(
  ctx: Context,
  actor: Actor,
  input: z.output<typeof privacyContactSchema>,
): Promise<Result<null>> {
  const envelope = envelopeOf(actor, "SET_PRIVACY_CONTACT", input);
  return runCommand<null>(ctx, envelope, async (tx) => {
    if (!authorizeOffice(actor, input.centerId, "read")) return refuse("not_found");
    if (!authorizeOffice(actor, input.centerId, "administer")) return refuse("forbidden");
    await tx.trainingCenter.update({
      where: { id: input.centerId },
      data: {
        contactName: input.contactName,
        contactEmail: input.contactEmail,
        contactPhone: input.contactPhone,
      },
      select: { id: true },
    });
    await audit(tx, {
      type: "center.contact_changed",
      at: ctx.clock.now(),
      actorId: actor.personId,
      actor: { role: "ADMINISTRATOR" },
      centerId: input.centerId,
      subject: { type: "center", id: input.centerId },
      payload: {},
      commandId: input.commandId,
    });
    return success(null);
  });
}
