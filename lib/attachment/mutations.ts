import "server-only";
import { ATTACHMENT_BOUNDS } from "@/lib/attachment/model";
import type { AddAttachment, RemoveAttachment } from "@/lib/attachment/schema";
import { authorizeCatalogue, judgeEntry } from "@/lib/catalogue/policy";
import { clashRefusal } from "@/lib/catalogue/record";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { isoDate } from "@/lib/platform/clock";
import type { Context } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db";
import { uuidv7 } from "@/lib/platform/ids";
import { type Result, refuse, success } from "@/lib/platform/result";
import { envelopeOf, runCommand } from "@/lib/platform/transaction";

/**
 * Adds a document to an entry of a centre's own: what it is, and which bytes it will be. They are taken
 * by an upload (`lib/file`), since a row names them now.
 */
export function addAttachment(
  ctx: Context,
  actor: Actor,
  input: AddAttachment,
): Promise<Result<{ id: string }>> {
  return runCommand<{ id: string }>(ctx, envelopeOf(actor, "ADD_ATTACHMENT", input), async (tx) => {
    const allowed = authorizeCatalogue(actor, input.centerId);
    if (!allowed.ok) return allowed;
    const { innovationId, hostRegionId, title, source, datedOn, file } = input;
    const entry = await lockEntry(tx, { innovationId, hostRegionId });
    const refusal = judgeEntry(entry, allowed.office, entry?.version ?? null, {});
    if (refusal) return refusal;
    const of = { innovationId, hostRegionId };
    if ((await tx.attachment.count({ where: of })) >= ATTACHMENT_BOUNDS.each) {
      const params = { max: ATTACHMENT_BOUNDS.each };
      return refuse("invalid", { issues: [{ path: "file", code: "too_many", params }] });
    }
    const now = ctx.clock.now();
    const id = uuidv7(now);
    const { hash, size } = file;
    await tx.attachment.create({
      data: {
        id,
        centerId: input.centerId,
        ...of,
        title,
        source,
        datedOn: new Date(`${datedOn}T00:00:00Z`),
        hash,
        size,
        createdAt: now,
      },
      select: { id: true },
    });
    await audit(tx, { ...told(actor, input, id, now), type: "catalogue.added", payload: {} });
    return success({ id });
  }).catch(clashRefusal("file"));
}

/**
 * Takes a document from its entry. Bytes that nothing else names are forgotten later (`forgetFiles` in
 * `lib/file`); addresses that were given lead nowhere from now on.
 */
export function removeAttachment(
  ctx: Context,
  actor: Actor,
  input: RemoveAttachment,
): Promise<Result<{ id: string }>> {
  return runCommand<{ id: string }>(
    ctx,
    envelopeOf(actor, "REMOVE_ATTACHMENT", input),
    async (tx) => {
      const allowed = authorizeCatalogue(actor, input.centerId);
      if (!allowed.ok) return allowed;
      const { id, centerId } = input;
      const standing = await tx.attachment.findFirst({
        where: { id, centerId },
        select: { title: true, source: true, datedOn: true, hash: true },
      });
      if (!standing) return refuse("not_found");
      const { count } = await tx.attachment.deleteMany({ where: { id, centerId } });
      if (count === 0) return refuse("not_found");
      const payload = { values: { ...standing, datedOn: isoDate(standing.datedOn) } };
      const now = ctx.clock.now();
      await audit(tx, { ...told(actor, input, id, now), type: "catalogue.deleted", payload });
      return success({ id });
    },
  );
}

/** Whose the entry is. It stays as it is until the end, so that nobody adds one too many beside it. */
async function lockEntry(
  tx: Tx,
  { innovationId, hostRegionId }: Pick<AddAttachment, "innovationId" | "hostRegionId">,
): Promise<{ centerId: string | null; version: number } | null> {
  const [entry = null] = innovationId
    ? await tx.$queryRaw<{ centerId: string | null; version: number }[]>`
        SELECT center_id AS "centerId", version FROM innovations
        WHERE id = ${innovationId}::uuid FOR NO KEY UPDATE`
    : await tx.$queryRaw<{ centerId: string | null; version: number }[]>`
        SELECT center_id AS "centerId", version FROM host_regions
        WHERE id = ${hostRegionId}::uuid FOR NO KEY UPDATE`;
  return entry;
}

function told(
  actor: Actor,
  { centerId, commandId }: { centerId: string; commandId: string },
  id: string,
  at: Date,
) {
  const membership = actor.staff.find((staff) => staff.centerId === centerId);
  return {
    at,
    actorId: actor.personId,
    actor: { role: membership?.role ?? "STAFF" },
    centerId,
    subject: { type: "attachment", id },
    commandId,
  };
}
