import "server-only";
import type { z } from "zod";
import { authorizeCohort, cohortReach } from "@/lib/cohort/policy";
import { type LockedCohort, lockCohort } from "@/lib/cohort/record";
import type { CohortState } from "@/lib/cohort/workflow";
import type { FieldIssue } from "@/lib/document/issue";
import { type Concealed, findExposure } from "@/lib/feedback/concealing";
import {
  findHostLink,
  findSources,
  hostLinkUrl,
  hostToken,
  listConcealed,
  listFindings,
  releaseDigest,
} from "@/lib/feedback/data";
import {
  FEEDBACK_BOUNDS,
  type FindingRow,
  type HostAnswer,
  type SourceRef,
  sourceProblem,
} from "@/lib/feedback/model";
import { tellOfAnswer } from "@/lib/feedback/record";
import type {
  addSourcesSchema,
  answerFindingSchema,
  chooseFindingSchema,
  createHostLinkSchema,
  giveWordSchema,
  releaseFindingsSchema,
  removeFindingSchema,
  revokeHostLinkSchema,
  rewordFindingSchema,
  withdrawReleaseSchema,
} from "@/lib/feedback/schema";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db";
import { uuidv7 } from "@/lib/platform/ids";
import { takeAttempt } from "@/lib/platform/rate-limit";
import { type Refusal, type Result, refuse, success } from "@/lib/platform/result";
import { tokenHash } from "@/lib/platform/secret";
import { envelopeOf, runCommand, transaction } from "@/lib/platform/transaction";

type ChooseFinding = z.output<typeof chooseFindingSchema>;
type AddSources = z.output<typeof addSourcesSchema>;
type RewordFinding = z.output<typeof rewordFindingSchema>;
type RemoveFinding = z.output<typeof removeFindingSchema>;
type GiveWord = z.output<typeof giveWordSchema>;
type ReleaseFindings = z.output<typeof releaseFindingsSchema>;
type WithdrawRelease = z.output<typeof withdrawReleaseSchema>;
type CreateHostLink = z.output<typeof createHostLinkSchema>;
type RevokeHostLink = z.output<typeof revokeHostLinkSchema>;
type AnswerFinding = z.output<typeof answerFindingSchema>;

/** Nothing is told of a cohort that has not begun, nor of one that was put away. */
function feedbackRefusal(state: CohortState): Refusal | null {
  if (state === "DRAFT") return refuse("cohort_draft");
  return state === "ARCHIVED" ? refuse("cohort_archived") : null;
}

async function lockForFeedback(
  tx: Tx,
  actor: Actor,
  cohortId: string,
): Promise<Result<LockedCohort>> {
  const locked = await lockCohort(tx, actor, cohortId, "state");
  if (!locked.ok) return locked;
  return feedbackRefusal(locked.value.state) ?? locked;
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

/** What a text tells of somebody, as an issue at the place that says where. */
function exposureIssues(text: string, people: readonly Concealed[], path: string): FieldIssue[] {
  const exposure = findExposure(text, people);
  return exposure
    ? [{ path, code: `exposes_${exposure.kind}`, params: { found: exposure.found.slice(0, 80) } }]
    : [];
}

const keyOf = ({ revisionId, itemId }: SourceRef) => `${revisionId}/${itemId}`;

/** Sources that are what they say they are, each once; or the issue with the first that is none. */
async function checkSources(
  tx: Tx,
  of: Pick<ChooseFinding, "cohortId" | "innovationId" | "kind" | "sources">,
): Promise<Result<{ refs: SourceRef[]; agencyId: string | null }>> {
  const refs = [...new Map(of.sources.map((ref) => [keyOf(ref), ref])).values()];
  const known = new Map(
    (await findSources(tx, { ...of, revisionIds: refs.map(({ revisionId }) => revisionId) })).map(
      (source) => [keyOf(source), source],
    ),
  );
  const strange = refs.findIndex((ref) => !known.has(keyOf(ref)));
  const agencies = new Set(refs.map((ref) => known.get(keyOf(ref))?.agencyId ?? null));
  // One agency takes an innovation over, or several do: each is a finding of its own.
  if (strange >= 0 || agencies.size > 1) {
    return refuse("invalid", {
      issues: [{ path: `sources.${Math.max(strange, 0)}`, code: "unknown_source" }],
    });
  }
  return success({ refs, agencyId: [...agencies][0] ?? null });
}

/** Makes a finding out of what participants wrote, in words that name nobody. What they wrote stays as it is. */
export function chooseFinding(
  ctx: Context,
  actor: Actor,
  input: ChooseFinding,
): Promise<Result<{ findingId: string }>> {
  const envelope = envelopeOf(actor, "CHOOSE_FINDING", input);
  return runCommand<{ findingId: string }>(ctx, envelope, async (tx) => {
    const locked = await lockForFeedback(tx, actor, input.cohortId);
    if (!locked.ok) return locked;
    const { cohortId, innovationId, kind, text } = input;
    const standing = await tx.finding.count({ where: { cohortId, removedAt: null } });
    if (standing >= FEEDBACK_BOUNDS.findings) {
      return refuse("invalid", {
        issues: [{ path: "", code: "too_many", params: { max: FEEDBACK_BOUNDS.findings } }],
      });
    }
    const sources = await checkSources(tx, input);
    if (!sources.ok) return sources;
    const issues = exposureIssues(text, await listConcealed(tx, cohortId), "text");
    if (issues.length > 0) return refuse("invalid", { issues });
    const now = ctx.clock.now();
    const { refs, agencyId } = sources.value;
    const { id: findingId } = await tx.finding.create({
      data: { cohortId, innovationId, kind, text, agencyId, createdAt: now },
      select: { id: true },
    });
    await tx.findingSource.createMany({ data: refs.map((ref) => ({ findingId, ...ref })) });
    await audit(tx, {
      ...entry(actor, locked.value, now, input.commandId),
      type: "finding.chosen",
      payload: { findingId, kind, innovationId, items: refs.length },
    });
    return success({ findingId });
  });
}

interface LockedFinding {
  cohort: LockedCohort;
  id: string;
  innovationId: string;
  kind: ChooseFinding["kind"];
  agencyId: string | null;
  text: string;
  version: number;
}

/** A finding that stands, under the lock of its cohort; one that changed since is a conflict. */
async function lockFinding(
  tx: Tx,
  actor: Actor,
  { cohortId, findingId, basedOn }: Pick<RemoveFinding, "cohortId" | "findingId" | "basedOn">,
): Promise<Result<LockedFinding>> {
  const locked = await lockForFeedback(tx, actor, cohortId);
  if (!locked.ok) return locked;
  const finding = await tx.finding.findFirst({
    where: { id: findingId, cohortId, removedAt: null },
    select: { id: true, innovationId: true, kind: true, agencyId: true, text: true, version: true },
  });
  if (!finding) return refuse("not_found");
  if (finding.version !== basedOn) {
    return refuse("conflict", { details: { cause: "stale", version: finding.version } });
  }
  return success({ cohort: locked.value, ...finding });
}

/** Adds what others wrote to a finding as sources of it. */
export function addSources(
  ctx: Context,
  actor: Actor,
  input: AddSources,
): Promise<Result<{ version: number }>> {
  const envelope = envelopeOf(actor, "ADD_FINDING_SOURCES", input);
  return runCommand<{ version: number }>(ctx, envelope, async (tx) => {
    const locked = await lockFinding(tx, actor, input);
    if (!locked.ok) return locked;
    const { cohort, id: findingId, kind, innovationId, agencyId, version } = locked.value;
    const sources = await checkSources(tx, { ...input, kind, innovationId });
    if (!sources.ok) return sources;
    if (sources.value.agencyId !== agencyId) {
      return refuse("invalid", { issues: [{ path: "sources.0", code: "unknown_source" }] });
    }
    await tx.findingSource.createMany({
      data: sources.value.refs.map((ref) => ({ findingId, ...ref })),
      skipDuplicates: true,
    });
    await raise(tx, findingId, {});
    await audit(tx, {
      ...entry(actor, cohort, ctx.clock.now(), input.commandId),
      type: "finding.sources_added",
      payload: { findingId, items: sources.value.refs.length },
    });
    return success({ version: version + 1 });
  });
}

/**
 * Puts a finding into other words. What was released before stays as it was told; an organiser's word was
 * given for other words, and is to be given again.
 */
export function rewordFinding(
  ctx: Context,
  actor: Actor,
  input: RewordFinding,
): Promise<Result<{ version: number }>> {
  const envelope = envelopeOf(actor, "REWORD_FINDING", input);
  return runCommand<{ version: number }>(ctx, envelope, async (tx) => {
    const locked = await lockFinding(tx, actor, input);
    if (!locked.ok) return locked;
    const { cohort, id: findingId, text: before, version } = locked.value;
    const issues = exposureIssues(input.text, await listConcealed(tx, cohort.id), "text");
    if (issues.length > 0) return refuse("invalid", { issues });
    await raise(tx, findingId, {
      text: input.text,
      ...(before === input.text ? {} : { wordReason: null, wordById: null, wordAt: null }),
    });
    await audit(tx, {
      ...entry(actor, cohort, ctx.clock.now(), input.commandId),
      type: "finding.reworded",
      payload: { findingId, version: version + 1 },
    });
    return success({ version: version + 1 });
  });
}

/** Leaves a finding out of every later release. */
export function removeFinding(
  ctx: Context,
  actor: Actor,
  input: RemoveFinding,
): Promise<Result<null>> {
  const envelope = envelopeOf(actor, "REMOVE_FINDING", input);
  return runCommand<null>(ctx, envelope, async (tx) => {
    const locked = await lockFinding(tx, actor, input);
    if (!locked.ok) return locked;
    const now = ctx.clock.now();
    await raise(tx, input.findingId, { removedAt: now });
    await audit(tx, {
      ...entry(actor, locked.value.cohort, now, input.commandId),
      type: "finding.removed",
      payload: { findingId: input.findingId },
    });
    return success(null);
  });
}

/** An organiser's word that a finding may be told although it comes from one participant alone; or takes it back. */
export function giveWord(
  ctx: Context,
  actor: Actor,
  input: GiveWord,
): Promise<Result<{ version: number }>> {
  const envelope = envelopeOf(actor, "GIVE_FINDING_WORD", input);
  return runCommand<{ version: number }>(ctx, envelope, async (tx) => {
    const locked = await lockFinding(tx, actor, input);
    if (!locked.ok) return locked;
    const now = ctx.clock.now();
    const given = input.reason !== null;
    await raise(tx, input.findingId, {
      wordReason: input.reason,
      wordById: given ? actor.personId : null,
      wordAt: given ? now : null,
    });
    await audit(tx, {
      ...entry(actor, locked.value.cohort, now, input.commandId),
      type: "finding.word_given",
      payload: { findingId: input.findingId, given },
    });
    return success({ version: locked.value.version + 1 });
  });
}

async function raise(
  tx: Tx,
  id: string,
  data: {
    text?: string;
    wordReason?: string | null;
    wordById?: string | null;
    wordAt?: Date | null;
    removedAt?: Date;
  },
): Promise<void> {
  await tx.finding.update({
    where: { id },
    data: { ...data, version: { increment: 1 } },
    select: { id: true },
  });
}

/**
 * Tells the host all findings as they stand, at once, in the place of what was told before. Refused where
 * they are not what the preview showed, where one names somebody, or where one comes from a single
 * participant without an organiser's word.
 */
export function releaseFindings(
  ctx: Context,
  actor: Actor,
  input: ReleaseFindings,
): Promise<Result<{ number: number; findings: number }>> {
  const envelope = envelopeOf(actor, "RELEASE_FINDINGS", input);
  return runCommand<{ number: number; findings: number }>(ctx, envelope, async (tx) => {
    const locked = await lockForFeedback(tx, actor, input.cohortId);
    if (!locked.ok) return locked;
    const { cohortId } = input;
    const last = await tx.findingRelease.findFirst({
      where: { cohortId },
      orderBy: { number: "desc" },
      select: { number: true },
    });
    const before = last?.number ?? 0;
    if (before !== input.basedOn) {
      return refuse("conflict", { details: { cause: "stale", version: before } });
    }
    const findings = await listFindings(tx, cohortId);
    if (releaseDigest(findings) !== input.digest) {
      return refuse("conflict", { details: { cause: "plan_changed" } });
    }
    const issues = await releaseIssues(tx, cohortId, findings);
    if (issues.length > 0) return refuse("invalid", { issues });
    const now = ctx.clock.now();
    const number = before + 1;
    await writeRelease(tx, findings, {
      cohortId,
      number,
      findings: findings.length,
      releasedById: actor.personId,
      releaserName: actor.name,
      releasedAt: now,
    });
    await audit(tx, {
      ...entry(actor, locked.value, now, input.commandId),
      type: "finding.released",
      payload: { number, findings: findings.length },
    });
    return success({ number, findings: findings.length });
  });
}

/** What stands against telling these findings, each at its place. */
async function releaseIssues(
  tx: Tx,
  cohortId: string,
  findings: readonly FindingRow[],
): Promise<FieldIssue[]> {
  if (findings.length === 0) return [{ path: "", code: "no_findings" }];
  // Names may have been corrected, and people have come, since the words were chosen.
  const people = await listConcealed(tx, cohortId);
  return findings.flatMap((finding) => {
    const problem = sourceProblem(finding);
    return [
      ...(problem ? [{ path: `${finding.id}.sources`, code: problem }] : []),
      ...exposureIssues(finding.text, people, `${finding.id}.text`),
    ];
  });
}

async function writeRelease(
  tx: Tx,
  findings: readonly FindingRow[],
  data: {
    cohortId: string;
    number: number;
    findings: number;
    releasedById: string;
    releaserName: string;
    releasedAt: Date;
  },
): Promise<void> {
  const { id: releaseId } = await tx.findingRelease.create({ data, select: { id: true } });
  const words = new Map(
    (
      await tx.finding.findMany({
        where: { id: { in: findings.map(({ id }) => id) } },
        select: { id: true, wordById: true },
      })
    ).map(({ id, wordById }) => [id, wordById]),
  );
  await tx.releasedFinding.createMany({
    data: findings.map(({ id, innovationId, kind, text, sources, word }, sortOrder) => ({
      releaseId,
      findingId: id,
      innovationId,
      kind,
      text,
      sources,
      wordReason: word,
      wordById: words.get(id) ?? null,
      sortOrder,
    })),
  });
}

/** Takes the last release back: the host's links show nothing any more until the next one. */
export function withdrawRelease(
  ctx: Context,
  actor: Actor,
  input: WithdrawRelease,
): Promise<Result<null>> {
  const envelope = envelopeOf(actor, "WITHDRAW_FINDINGS", input);
  return runCommand<null>(ctx, envelope, async (tx) => {
    const locked = await lockCohort(tx, actor, input.cohortId, "state");
    if (!locked.ok) return locked;
    const { cohortId, number } = input;
    const last = await tx.findingRelease.findFirst({
      where: { cohortId },
      orderBy: { number: "desc" },
      select: { id: true, number: true, withdrawnAt: true },
    });
    if (!last) return refuse("not_found");
    if (last.number !== number || last.withdrawnAt) {
      return refuse("conflict", { details: { cause: "stale", version: last.number } });
    }
    const now = ctx.clock.now();
    await tx.findingRelease.update({
      where: { id: last.id },
      data: { withdrawnAt: now, withdrawnById: actor.personId },
      select: { id: true },
    });
    await audit(tx, {
      ...entry(actor, locked.value, now, input.commandId),
      type: "finding.withdrawn",
      payload: { number },
    });
    return success(null);
  });
}

// Links --------------------------------------------------------------------------------------------

export interface HostLinkMade {
  linkId: string;
  url: string;
  /** ISO instant. */
  expiresAt: string;
}

/**
 * Makes a link by which somebody at a host reads and answers. The log of commands keeps its id, from which
 * the same command makes the same address; nothing keeps the address.
 */
export async function createHostLink(
  ctx: Context,
  actor: Actor,
  input: CreateHostLink,
): Promise<Result<HostLinkMade>> {
  const envelope = {
    ...envelopeOf(actor, "CREATE_HOST_LINK", input),
    mayRepeat: async (tx: Tx) => {
      const locked = await lockCohort(tx, actor, input.cohortId, "state");
      return locked.ok ? null : locked;
    },
  };
  const wait = await takeAttempt(ctx.db, "linksMade", actor.personId);
  if (wait > 0) return refuse("rate_limited", { details: { retryAfterSeconds: wait } });
  const made = await runCommand<Omit<HostLinkMade, "url">>(ctx, envelope, async (tx) => {
    const locked = await lockForFeedback(tx, actor, input.cohortId);
    if (!locked.ok) return locked;
    const { cohortId, hostRegionId, label, days } = input;
    const visit = await tx.visit.findFirst({
      where: { cohortId, hostRegionId },
      select: { id: true },
    });
    if (!visit) {
      return refuse("invalid", { issues: [{ path: "hostRegionId", code: "invalid_choice" }] });
    }
    const links = await tx.hostLink.count({ where: { cohortId } });
    if (links >= FEEDBACK_BOUNDS.links) {
      return refuse("invalid", {
        issues: [{ path: "", code: "too_many", params: { max: FEEDBACK_BOUNDS.links } }],
      });
    }
    const now = ctx.clock.now();
    const linkId = uuidv7(now);
    const expiresAt = new Date(now.getTime() + days * 86_400_000);
    await tx.hostLink.create({
      data: {
        id: linkId,
        cohortId,
        hostRegionId,
        label,
        tokenHash: tokenHash(hostToken(linkId)),
        createdById: actor.personId,
        createdAt: now,
        expiresAt,
      },
      select: { id: true },
    });
    await audit(tx, {
      ...entry(actor, locked.value, now, input.commandId),
      type: "finding.link_created",
      payload: { linkId, hostRegionId, expiresAt: expiresAt.toISOString() },
    });
    return success({ linkId, expiresAt: expiresAt.toISOString() });
  });
  return made.ok ? success({ ...made.value, url: hostLinkUrl(made.value.linkId) }) : made;
}

/** Ends a link at once; what was answered by it stays. */
export function revokeHostLink(
  ctx: Context,
  actor: Actor,
  input: RevokeHostLink,
): Promise<Result<null>> {
  const envelope = envelopeOf(actor, "REVOKE_HOST_LINK", input);
  return runCommand<null>(ctx, envelope, async (tx) => {
    const locked = await lockCohort(tx, actor, input.cohortId, "state");
    if (!locked.ok) return locked;
    const { cohortId, linkId } = input;
    const link = await tx.hostLink.findFirst({
      where: { id: linkId, cohortId },
      select: { revokedAt: true },
    });
    if (!link) return refuse("not_found");
    if (link.revokedAt) return success(null);
    const now = ctx.clock.now();
    await tx.hostLink.update({
      where: { id: linkId },
      data: { revokedAt: now },
      select: { id: true },
    });
    await audit(tx, {
      ...entry(actor, locked.value, now, input.commandId),
      type: "finding.link_revoked",
      payload: { linkId },
    });
    return success(null);
  });
}

// The host -----------------------------------------------------------------------------------------

export interface AnswerKept {
  version: number;
  answer: HostAnswer;
  /** ISO instant. */
  at: string;
}

/**
 * Keeps what the host answers to a finding, as the next version of what it answered by the same link. The token
 * is the whole right to do so: it comes in the body, no cookie is asked for. A link that ended refuses the
 * repeat of a command too.
 *
 * @param input.address where it comes from, for counting tokens that are none
 */
export async function answerFinding(
  ctx: Context,
  { address, token, ...answer }: AnswerFinding & { address: string },
): Promise<Result<AnswerKept>> {
  const known = await findHostLink(ctx.db, token, ctx.clock.now());
  const wait = known
    ? await takeAttempt(ctx.db, "hostAnswers", known.id)
    : await takeAttempt(ctx.db, "hostLink", address);
  if (wait > 0) return refuse("rate_limited", { details: { retryAfterSeconds: wait } });
  if (!known) return refuse("link_expired");
  const live = async (tx: Tx) => {
    // A release or its withdrawal waits for the answer, and the answer for them.
    await tx.$queryRaw`SELECT 1 FROM cohorts WHERE id = ${known.cohortId}::uuid FOR SHARE`;
    await tx.$queryRaw`SELECT 1 FROM host_links WHERE id = ${known.id}::uuid FOR UPDATE`;
    return findHostLink(tx, token, ctx.clock.now());
  };
  const envelope = {
    actorId: known.id,
    commandId: answer.commandId,
    type: "ANSWER_FINDING",
    content: answer,
    mayRepeat: async (tx: Tx) => ((await live(tx)) ? null : refuse("link_expired")),
  };
  return runCommand<AnswerKept>(ctx, envelope, async (tx) => {
    const link = await live(tx);
    if (!link) return refuse("link_expired");
    const { findingId, basedOn, note } = answer;
    const told = await tx.releasedFinding.findFirst({
      where: {
        findingId,
        innovation: { hostRegionId: link.hostRegionId },
        release: { cohortId: link.cohortId },
      },
      orderBy: { release: { number: "desc" } },
      select: { release: { select: { number: true, withdrawnAt: true } } },
    });
    const last = await tx.findingRelease.findFirst({
      where: { cohortId: link.cohortId },
      orderBy: { number: "desc" },
      select: { number: true },
    });
    if (!told || told.release.withdrawnAt || told.release.number !== last?.number) {
      return refuse("not_found");
    }
    const stands = await tx.hostResponse.findFirst({
      where: { linkId: link.id, findingId },
      orderBy: { version: "desc" },
      select: { version: true },
    });
    const before = stands?.version ?? 0;
    if (before !== basedOn) {
      return refuse("conflict", { details: { cause: "stale", version: before } });
    }
    const now = ctx.clock.now();
    const version = before + 1;
    await tx.hostResponse.create({
      data: { linkId: link.id, findingId, version, answer: answer.answer, note, answeredAt: now },
      select: { id: true },
    });
    await audit(tx, {
      at: now,
      actorId: null,
      actor: { role: "HOST" },
      centerId: link.centerId,
      cohortId: link.cohortId,
      subject: { type: "cohort", id: link.cohortId },
      commandId: answer.commandId,
      type: "finding.answered",
      payload: { linkId: link.id, findingId, version, answer: answer.answer },
    });
    await tellOfAnswer(tx, link, now);
    return success({ version, answer: answer.answer, at: now.toISOString() });
  });
}

/** The findings of a cohort with the host's answers, for a file; that it was taken along is noted first. */
export function exportFeedback(
  ctx: Context,
  actor: Actor,
  cohortId: string,
): Promise<Result<{ cohortName: string; timeZone: string; findings: FindingRow[] }>> {
  return transaction(ctx, async (tx) => {
    const cohort = await tx.cohort.findFirst({
      where: { id: cohortId, centerId: { in: cohortReach(actor).centerIds } },
      select: { id: true, name: true, timeZone: true, centerId: true },
    });
    const authorized = cohort && authorizeCohort(actor, cohort);
    if (!authorized) return refuse("not_found");
    const findings = await listFindings(tx, authorized);
    await audit(tx, {
      type: "export.read",
      at: ctx.clock.now(),
      actorId: actor.personId,
      actor: { role: "ORGANIZER" },
      centerId: cohort.centerId,
      cohortId,
      subject: { type: "cohort", id: cohortId },
      payload: { what: "host_findings", format: "xlsx", rows: findings.length },
    });
    return success({ cohortName: cohort.name, timeZone: cohort.timeZone, findings });
  });
}
