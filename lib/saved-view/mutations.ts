import "server-only";
import type { z } from "zod";
import { findCohort } from "@/lib/cohort/data";
import { cohortReach } from "@/lib/cohort/policy";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db";
import { type Result, refuse, success } from "@/lib/platform/result";
import { envelopeOf, runCommand } from "@/lib/platform/transaction";
import { VIEW_BOUNDS } from "@/lib/saved-view/model";
import { type ViewScope, viewScope } from "@/lib/saved-view/policy";
import {
  type changeViewSchema,
  keptQuery,
  type removeViewSchema,
  type saveViewSchema,
} from "@/lib/saved-view/schema";

type SaveView = z.output<typeof saveViewSchema>;
type ChangeView = z.output<typeof changeViewSchema>;
type RemoveView = z.output<typeof removeViewSchema>;

/**
 * The centre of a cohort that the actor may read, with the actor's place in it locked: what one person keeps
 * is counted and changed one after the other. Null for a stranger.
 */
async function lockScope(tx: Tx, actor: Actor, cohortId: string): Promise<ViewScope | null> {
  const cohort = await findCohort(tx, cohortReach(actor), cohortId);
  const scope = cohort && viewScope(actor, cohort.centerId);
  if (!scope) return null;
  await tx.$queryRaw`
    SELECT 1 FROM staff_memberships
    WHERE center_id = ${scope.centerId}::uuid AND person_id = ${scope.personId}::uuid FOR NO KEY UPDATE`;
  return scope;
}

function entry(actor: Actor, { centerId }: ViewScope, at: Date, commandId: string) {
  const role = actor.staff.find((staff) => staff.centerId === centerId)?.role ?? "VIEWER";
  return {
    at,
    actorId: actor.personId,
    actor: { role },
    centerId,
    subject: { type: "center", id: centerId },
    commandId,
  };
}

/**
 * Keeps the filters of a page under a name: for oneself, or for all staff of the centre where the role allows
 * it. What the page would not understand is not kept.
 */
export function saveView(
  ctx: Context,
  actor: Actor,
  input: SaveView,
): Promise<Result<{ viewId: string }>> {
  const envelope = envelopeOf(actor, "SAVE_VIEW", input);
  return runCommand<{ viewId: string }>(ctx, envelope, async (tx) => {
    const scope = await lockScope(tx, actor, input.cohortId);
    if (!scope) return refuse("not_found");
    if (input.shared && !scope.mayShare) return refuse("forbidden");
    const { centerId, personId: ownerId } = scope;
    const { page, name, shared } = input;
    const query = keptQuery(page, input.filters);
    if (query === "" || query.length > VIEW_BOUNDS.query) {
      return refuse("invalid", { issues: [{ path: "filters", code: "no_filters" }] });
    }
    if ((await tx.savedView.count({ where: { centerId, ownerId } })) >= VIEW_BOUNDS.most) {
      const params = { max: VIEW_BOUNDS.most };
      return refuse("invalid", { issues: [{ path: "name", code: "too_many", params }] });
    }
    const now = ctx.clock.now();
    const { id: viewId } = await tx.savedView.create({
      data: { centerId, ownerId, page, name, query, shared, createdAt: now },
      select: { id: true },
    });
    await audit(tx, {
      ...entry(actor, scope, now, input.commandId),
      type: "view.saved",
      payload: { viewId, page, shared },
    });
    return success({ viewId });
  });
}

/** Gives one's own view another name, shares it with the centre, or keeps it for oneself again. */
export function changeView(
  ctx: Context,
  actor: Actor,
  input: ChangeView,
): Promise<Result<{ version: number }>> {
  const envelope = envelopeOf(actor, "CHANGE_VIEW", input);
  return runCommand<{ version: number }>(ctx, envelope, async (tx) => {
    const scope = await lockScope(tx, actor, input.cohortId);
    const view = scope && (await findView(tx, scope, input.viewId));
    if (!scope || !view) return refuse("not_found");
    if (view.ownerId !== scope.personId) return refuse("forbidden");
    if ((view.shared || input.shared) && !scope.mayShare) return refuse("forbidden");
    if (view.version !== input.basedOn) {
      return refuse("conflict", { details: { cause: "stale", version: view.version } });
    }
    const { viewId, name, shared } = input;
    await tx.savedView.update({
      where: { id: viewId },
      data: { name, shared, version: { increment: 1 } },
      select: { id: true },
    });
    await audit(tx, {
      ...entry(actor, scope, ctx.clock.now(), input.commandId),
      type: "view.changed",
      payload: { viewId, shared },
    });
    return success({ version: view.version + 1 });
  });
}

/** Takes one's own view away; an administrator also one that somebody else shares. */
export function removeView(ctx: Context, actor: Actor, input: RemoveView): Promise<Result<null>> {
  const envelope = envelopeOf(actor, "REMOVE_VIEW", input);
  return runCommand<null>(ctx, envelope, async (tx) => {
    const scope = await lockScope(tx, actor, input.cohortId);
    const view = scope && (await findView(tx, scope, input.viewId));
    if (!scope || !view) return refuse("not_found");
    if (view.ownerId !== scope.personId && !scope.mayTidy) return refuse("forbidden");
    await tx.savedView.deleteMany({ where: { id: input.viewId } });
    await audit(tx, {
      ...entry(actor, scope, ctx.clock.now(), input.commandId),
      type: "view.removed",
      payload: { viewId: input.viewId, shared: view.shared },
    });
    return success(null);
  });
}

/** A view that the actor sees: what others keep for themselves is not there. */
function findView(tx: Tx, { centerId, personId }: ViewScope, id: string) {
  return tx.savedView.findFirst({
    where: { id, centerId, OR: [{ ownerId: personId }, { shared: true }] },
    select: { ownerId: true, shared: true, version: true },
  });
}
