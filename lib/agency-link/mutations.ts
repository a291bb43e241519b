import "server-only";
import type { z } from "zod";
import { agencyLinkUrl, agencyToken, findAgencyLink, readAgencyView } from "@/lib/agency-link/data";
import { AGENCY_LINK_BOUNDS, type AgencyView } from "@/lib/agency-link/model";
import {
  agencyTokenSchema,
  type createAgencyLinkSchema,
  type revokeAgencyLinkSchema,
} from "@/lib/agency-link/schema";
import { type LockedCohort, lockCohort } from "@/lib/cohort/record";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db";
import { uuidv7 } from "@/lib/platform/ids";
import { returnAttempt, takeAttempt } from "@/lib/platform/rate-limit";
import { type Result, refuse, success } from "@/lib/platform/result";
import { tokenHash } from "@/lib/platform/secret";
import { envelopeOf, runCommand, transaction } from "@/lib/platform/transaction";

type CreateAgencyLink = z.output<typeof createAgencyLinkSchema>;
type RevokeAgencyLink = z.output<typeof revokeAgencyLinkSchema>;

export interface AgencyLinkMade {
  linkId: string;
  url: string;
  /** ISO instant. */
  expiresAt: string;
}

function entry(actor: Actor, cohort: LockedCohort, at: Date, commandId: string) {
  return {
    at,
    actorId: actor.personId,
    actor: { role: "ORGANIZER" },
    centerId: cohort.centerId,
    cohortId: cohort.id,
    subject: { type: "cohort", id: cohort.id },
    commandId,
  };
}

/**
 * Makes a link by which an agency's contact sees its own people in a cohort. The log of commands keeps its id,
 * from which the same command makes the same address; nothing keeps the address.
 */
export async function createAgencyLink(
  ctx: Context,
  actor: Actor,
  input: CreateAgencyLink,
): Promise<Result<AgencyLinkMade>> {
  const envelope = {
    ...envelopeOf(actor, "CREATE_AGENCY_LINK", input),
    mayRepeat: async (tx: Tx) => {
      const locked = await lockCohort(tx, actor, input.cohortId, "state");
      return locked.ok ? null : locked;
    },
  };
  const wait = await takeAttempt(ctx.db, "linksMade", actor.personId);
  if (wait > 0) return refuse("rate_limited", { details: { retryAfterSeconds: wait } });
  const made = await runCommand<Omit<AgencyLinkMade, "url">>(ctx, envelope, async (tx) => {
    const locked = await lockCohort(tx, actor, input.cohortId, "state");
    if (!locked.ok) return locked;
    const { state } = locked.value;
    if (state === "DRAFT") return refuse("cohort_draft");
    if (state === "ARCHIVED") return refuse("cohort_archived");
    const { cohortId, agencyId, label, days, showsGrades } = input;
    const participant = await tx.enrolment.findFirst({
      where: { cohortId, agencyId, role: "PARTICIPANT", withdrawnAt: null },
      select: { id: true },
    });
    if (!participant) {
      return refuse("invalid", { issues: [{ path: "agencyId", code: "invalid_choice" }] });
    }
    const links = await tx.agencyLink.count({ where: { cohortId } });
    if (links >= AGENCY_LINK_BOUNDS.links) {
      const params = { max: AGENCY_LINK_BOUNDS.links };
      return refuse("invalid", { issues: [{ path: "", code: "too_many", params }] });
    }
    const now = ctx.clock.now();
    const linkId = uuidv7(now);
    const expiresAt = new Date(now.getTime() + days * 86_400_000);
    await tx.agencyLink.create({
      data: {
        id: linkId,
        cohortId,
        agencyId,
        label,
        showsGrades,
        tokenHash: tokenHash(agencyToken(linkId)),
        createdById: actor.personId,
        createdAt: now,
        expiresAt,
      },
      select: { id: true },
    });
    await audit(tx, {
      ...entry(actor, locked.value, now, input.commandId),
      type: "agency.link_created",
      payload: { linkId, agencyId, showsGrades, expiresAt: expiresAt.toISOString() },
    });
    return success({ linkId, expiresAt: expiresAt.toISOString() });
  });
  return made.ok ? success({ ...made.value, url: agencyLinkUrl(made.value.linkId) }) : made;
}

/** Ends a link at once. */
export function revokeAgencyLink(
  ctx: Context,
  actor: Actor,
  input: RevokeAgencyLink,
): Promise<Result<null>> {
  const envelope = envelopeOf(actor, "REVOKE_AGENCY_LINK", input);
  return runCommand<null>(ctx, envelope, async (tx) => {
    const locked = await lockCohort(tx, actor, input.cohortId, "state");
    if (!locked.ok) return locked;
    const { cohortId, linkId } = input;
    const link = await tx.agencyLink.findFirst({
      where: { id: linkId, cohortId },
      select: { revokedAt: true },
    });
    if (!link) return refuse("not_found");
    if (link.revokedAt) return success(null);
    const now = ctx.clock.now();
    await tx.agencyLink.update({
      where: { id: linkId },
      data: { revokedAt: now },
      select: { id: true },
    });
    await audit(tx, {
      ...entry(actor, locked.value, now, input.commandId),
      type: "agency.link_revoked",
      payload: { linkId },
    });
    return success(null);
  });
}

/**
 * What a link shows, all of it, for a file; that it was taken along is noted first. The token is the whole right
 * to have it.
 *
 * @param address where it comes from, for counting tokens that are none
 */
export async function exportAgencyView(
  ctx: Context,
  token: string,
  address: string,
): Promise<Result<AgencyView>> {
  const tried = await takeAttempt(ctx.db, "agencyLink", address);
  if (tried > 0) return refuse("rate_limited", { details: { retryAfterSeconds: tried } });
  const now = ctx.clock.now();
  const known = agencyTokenSchema.safeParse(token).success
    ? await findAgencyLink(ctx.db, token, now)
    : null;
  if (!known) return refuse("not_found");
  await returnAttempt(ctx.db, "agencyLink", address);
  const wait = await takeAttempt(ctx.db, "agencyFiles", known.id);
  if (wait > 0) return refuse("rate_limited", { details: { retryAfterSeconds: wait } });
  return transaction(ctx, async (tx) => {
    const link = await findAgencyLink(tx, token, now);
    if (!link) return refuse("not_found");
    const view = await readAgencyView(tx, link, now, null);
    await audit(tx, {
      type: "export.read",
      at: now,
      actorId: null,
      actor: { role: "AGENCY" },
      centerId: link.centerId,
      cohortId: link.cohortId,
      subject: { type: "cohort", id: link.cohortId },
      payload: { what: "agency_view", format: "xlsx", rows: view.people.length },
    });
    return success(view);
  });
}
