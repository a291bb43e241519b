import "server-only";
import type { z } from "zod";
import { claimedTime } from "@/lib/assignment/timeliness";
import { DEVICE_BOUNDS, REPORT_LAPSES_HOURS } from "@/lib/device/model";
import type { reportDeviceSchema } from "@/lib/device/schema";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/context";
import { type Result, success } from "@/lib/platform/result";
import { deriveDeviceKey } from "@/lib/platform/secret";
import { envelopeOf, runCommand } from "@/lib/platform/transaction";

/**
 * The key under which the actor's phones keep what they hold. Made at the first call and the same from then
 * on, also when the installation's secret is changed: under another key that work would be lost.
 */
export async function deviceKeyOf(ctx: Context, { personId }: Actor): Promise<string> {
  await ctx.db.deviceKey.createMany({
    data: [{ personId, key: deriveDeviceKey(personId), madeAt: ctx.clock.now() }],
    skipDuplicates: true,
  });
  const { key } = await ctx.db.deviceKey.findUniqueOrThrow({
    where: { personId },
    select: { key: true },
  });
  return key;
}

/**
 * Keeps what a device of the sender says that it holds unsent; a device that holds nothing is taken off.
 * Of one person a few devices are kept, the latest to report. Audited when that begins and ends; what
 * changes in between says nothing of anybody's acts.
 */
export function reportDevice(
  ctx: Context,
  actor: Actor,
  input: z.output<typeof reportDeviceSchema>,
): Promise<Result<{ waiting: boolean }>> {
  const envelope = envelopeOf(actor, "REPORT_DEVICE", input);
  return runCommand(ctx, envelope, async (tx) => {
    const { personId } = actor;
    const { deviceId, drafts, photos } = input;
    const now = ctx.clock.now();
    // One report of a person after the other: the bound below is counted on what stands.
    await tx.$queryRaw`SELECT 1 FROM people WHERE id = ${personId}::uuid FOR NO KEY UPDATE`;
    const before = await tx.deviceReport.count({ where: { personId, deviceId } });
    const lapsed = new Date(now.getTime() - REPORT_LAPSES_HOURS * 3_600_000);
    await tx.deviceReport.deleteMany({
      where: { personId, OR: [{ deviceId }, { reportedAt: { lt: lapsed } }] },
    });
    const waiting = drafts + photos > 0;
    if (waiting) {
      const others = await tx.deviceReport.findMany({
        where: { personId },
        orderBy: { reportedAt: "desc" },
        skip: DEVICE_BOUNDS.devices - 1,
        select: { deviceId: true },
      });
      await tx.deviceReport.deleteMany({
        where: { personId, deviceId: { in: others.map((other) => other.deviceId) } },
      });
      // A phone's clock may be wrong by years: nothing has waited since before the phone was known.
      const oldestAt = claimedTime(input.oldestAt ?? undefined, now) ?? now;
      await tx.deviceReport.create({
        data: { personId, deviceId, drafts, photos, oldestAt, reportedAt: now },
        select: { personId: true },
      });
    }
    if (waiting !== before > 0) {
      await audit(tx, {
        type: "device.reported",
        at: now,
        actorId: personId,
        actor: { role: "SELF" },
        subject: { type: "person", id: personId },
        payload: { drafts, photos },
        commandId: input.commandId,
      });
    }
    return success({ waiting });
  });
}
