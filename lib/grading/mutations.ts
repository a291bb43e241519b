import "server-only";
import type { z } from "zod";
import { authorizeOffice } from "@/lib/center/policy";
import { findCohort } from "@/lib/cohort/data";
import { authorizeCohort, cohortReach } from "@/lib/cohort/policy";
import { type LockedCohort, lockCohort } from "@/lib/cohort/record";
import { workRefusal } from "@/lib/cohort/workflow";
import { findGrades, findGradingRules, listSheetWorks } from "@/lib/grading/data";
import { takeGradeSheet } from "@/lib/grading/intake";
import {
  type GradeRow,
  mayRelease,
  mayRelieve,
  type SheetPlan,
  type SheetWork,
} from "@/lib/grading/model";
import { planGrades } from "@/lib/grading/planning";
import { isBlind, type RaterScope, raterScope } from "@/lib/grading/policy";
import { lockRating } from "@/lib/grading/record";
import type {
  assignSecondRaterSchema,
  moderateSchema,
  releaseSchema,
  secondScoresSchema,
} from "@/lib/grading/schema";
import { isBetween } from "@/lib/grading/scoring";
import type { Actor } from "@/lib/platform/actor";
import { audit, auditAll } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/context";
import type { Reader, Tx } from "@/lib/platform/db";
import { contentHash } from "@/lib/platform/ids";
import { type Result, refuse, success } from "@/lib/platform/result";
import { envelopeOf, runCommand, transaction } from "@/lib/platform/transaction";
import { toInstant } from "@/lib/platform/zoned-time";
import { assessWork } from "@/lib/review/mutations";
import { findRubric } from "@/lib/rubric/data";
import { scoreRubric, strangeScore } from "@/lib/rubric/scoring";

type AssignSecondRater = z.output<typeof assignSecondRaterSchema>;
type SecondScores = z.output<typeof secondScoresSchema>;
type Moderate = z.output<typeof moderateSchema>;
type Release = z.output<typeof releaseSchema>;

interface RatedWork {
  id: string;
  participantPersonId: string;
  facilitatorEnrolmentId: string | null;
  reviewerPersonIds: string[];
  raterId: string | null;
  begun: boolean;
  finalized: boolean;
}

/**
 * Gives works a second rater, another one, or none any more; all of them or none. A rating that was begun
 * by somebody else is given up with its rater; a finished one stays. In a closed cohort a rater who has not
 * begun is taken away still: nobody can begin there, and the grade would wait for them for ever.
 */
export function assignSecondRater(
  ctx: Context,
  actor: Actor,
  input: AssignSecondRater,
): Promise<Result<{ changed: number }>> {
  const { commandId, cohortId, raterId } = input;
  const envelope = envelopeOf(actor, "ASSIGN_SECOND_RATER", input);
  return runCommand<{ changed: number }>(ctx, envelope, async (tx) => {
    const locked = await lockCohort(tx, actor, cohortId, "state");
    if (!locked.ok) return locked;
    const ended = workRefusal(locked.value.state);
    if (ended && !(raterId === null && mayRelieve(locked.value.state))) return refuse(ended);
    const rater = raterId === null ? null : await findRater(tx, locked.value, raterId);
    if (raterId !== null && !rater) {
      return refuse("invalid", { issues: [{ path: "raterId", code: "unknown_facilitator" }] });
    }

    const works = await lockWorks(tx, cohortId, input.assignmentIds);
    const issues = input.assignmentIds.flatMap((id, index) => {
      const work = works.get(id);
      const code = !work ? "unknown_participant" : refusalOf(work, rater, actor);
      return code ? [{ path: `assignmentIds.${index}`, code }] : [];
    });
    if (issues.length > 0) return refuse("invalid", { issues });

    const changed = [...works.values()].filter((work) => work.raterId !== raterId);
    if (ended && changed.some(({ begun }) => begun)) return refuse(ended);
    const ids = changed.map(({ id }) => id);
    const now = ctx.clock.now();
    await tx.secondRating.deleteMany({ where: { assignmentId: { in: ids } } });
    if (raterId !== null) {
      await tx.secondRating.createMany({
        data: ids.map((assignmentId) => ({ assignmentId, cohortId, raterId, assignedAt: now })),
      });
    }
    await auditAll(
      tx,
      ids.map((id) => ({
        ...scopeOf(actor, locked.value, now, commandId),
        type: "grading.rater_assigned" as const,
        subject: { type: "assignment", id },
        payload: { raterId },
      })),
    );
    return success({ changed: ids.length });
  });
}

type Rater = { enrolmentId: string; personId: string; isStaff: boolean };

/** A facilitator of the cohort who is still there. */
async function findRater(tx: Tx, cohort: LockedCohort, id: string): Promise<Rater | null> {
  const enrolment = await tx.enrolment.findFirst({
    where: {
      id,
      cohortId: cohort.id,
      role: "FACILITATOR",
      withdrawnAt: null,
      acceptedAt: { not: null },
      person: { status: "ACTIVE", suspensions: { none: { centerId: cohort.centerId } } },
    },
    select: {
      personId: true,
      person: {
        select: {
          staffMemberships: {
            where: { centerId: cohort.centerId, acceptedAt: { not: null } },
            select: { id: true },
          },
        },
      },
    },
  });
  if (!enrolment) return null;
  return {
    enrolmentId: id,
    personId: enrolment.personId,
    isStaff: enrolment.person.staffMemberships.length > 0,
  };
}

/** Live works of a cohort, locked in the order of their ids, so that two who lock several never wait for each other. */
async function lockWorks(
  tx: Tx,
  cohortId: string,
  ids: readonly string[],
): Promise<Map<string, RatedWork>> {
  await tx.$queryRaw`
    SELECT 1 FROM assignments WHERE cohort_id = ${cohortId}::uuid AND id = ANY(${ids}::uuid[])
    ORDER BY id FOR UPDATE`;
  const rows = await tx.$queryRaw<RatedWork[]>`
    SELECT a.id, e.person_id AS "participantPersonId", e.facilitator_id AS "facilitatorEnrolmentId",
      work_reviewers(a.id) AS "reviewerPersonIds", s.rater_id AS "raterId",
      coalesce(s.version > 0, false) AS begun, s.finalized_at IS NOT NULL AS finalized
    FROM assignments a
    JOIN enrolments e ON e.id = a.enrolment_id AND e.withdrawn_at IS NULL
    LEFT JOIN second_ratings s ON s.assignment_id = a.id
    WHERE a.cohort_id = ${cohortId}::uuid AND a.id = ANY(${ids}::uuid[])
      AND a.cancelled_at IS NULL`;
  return new Map(rows.map((row) => [row.id, row]));
}

function refusalOf(work: RatedWork, rater: Rater | null, actor: Actor): string | null {
  // Nobody administers their own work.
  if (work.participantPersonId === actor.personId) return "unknown_participant";
  if (work.raterId === (rater?.enrolmentId ?? null)) return null;
  if (work.finalized) return "second_rating_final";
  return rater && !isBlind({ ...work, rater }) ? "rater_not_blind" : null;
}

/** What stands after a second rating was saved. */
export interface SecondRated {
  version: number;
  /** Null until every criterion has a value. */
  total: number | null;
  final: boolean;
}

/** Saves the second rater's scores, complete or not; finished ones stay. */
export function saveSecondScores(
  ctx: Context,
  actor: Actor,
  input: SecondScores,
): Promise<Result<SecondRated>> {
  const envelope = envelopeOf(actor, "RATE_SECOND", input);
  return runCommand(ctx, envelope, (tx) => rateSecond(tx, ctx, actor, input));
}

/** Scores one work a second time in the transaction of a command, which may be about many. */
export async function rateSecond(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  input: SecondScores,
): Promise<Result<SecondRated>> {
  const locked = await lockRating(tx, raterScope(actor), input.assignmentId);
  if (!locked.ok) return locked;
  const rating = locked.value;
  if (rating.version !== input.basedOn) {
    return refuse("conflict", { details: { cause: "stale", version: rating.version } });
  }
  if (rating.finalized) return refuse("wrong_state", { details: { state: "FINAL" } });
  const rubric = await findRubric(tx, rating.workRubricId);
  const strange = strangeScore(rubric, input.scores);
  if (strange !== null) {
    return refuse("invalid", {
      issues: [{ path: `scores.${strange}.criterionId`, code: "unknown_criterion" }],
    });
  }
  const result = scoreRubric(rubric, input.scores);
  const total = result.complete ? result.percent : null;
  if (input.final) {
    if (total === null) return refuse("work_not_scored");
    // What is rated to the end is a whole work.
    if (rating.plan !== "SUBMITTED" && rating.plan !== "APPROVED") {
      return refuse("wrong_state", { details: { state: rating.plan } });
    }
  }
  const now = ctx.clock.now();
  const version = rating.version + 1;
  await tx.secondRating.update({
    where: { assignmentId: rating.assignmentId },
    data: {
      scores: input.scores,
      total,
      version,
      savedAt: now,
      finalizedAt: input.final ? now : null,
    },
    select: { version: true },
  });
  await audit(tx, {
    at: now,
    actorId: actor.personId,
    actor: { role: "FACILITATOR", enrolmentId: rating.raterId },
    centerId: rating.centerId,
    cohortId: rating.cohortId,
    commandId: input.commandId,
    type: "grading.second_saved",
    subject: { type: "assignment", id: rating.assignmentId },
    payload: { version, final: input.final },
  });
  return success({ version, total, final: input.final });
}

interface BothRatings {
  participantPersonId: string;
  /** Of both raters, and of whoever answers for the work now. */
  raterPersonIds: string[];
  primaryVersion: number | null;
  primaryTotal: number | null;
  primaryFinal: boolean;
  secondVersion: number | null;
  secondTotal: number | null;
  secondFinal: boolean;
}

/**
 * Settles two finished ratings that lie apart. A third person does: neither the participant, nor one of
 * the two. It names the versions it speaks of, and counts for these alone.
 */
export function moderate(
  ctx: Context,
  actor: Actor,
  input: Moderate,
): Promise<Result<{ score: number }>> {
  const { commandId, cohortId, assignmentId } = input;
  const envelope = envelopeOf(actor, "MODERATE_GRADE", input);
  return runCommand<{ score: number }>(ctx, envelope, async (tx) => {
    const locked = await lockCohort(tx, actor, cohortId, "state");
    if (!locked.ok) return locked;
    const ended = workRefusal(locked.value.state);
    if (ended) return refuse(ended);
    await tx.$queryRaw`SELECT 1 FROM assignments WHERE id = ${assignmentId}::uuid FOR UPDATE`;
    const [both] = await tx.$queryRaw<BothRatings[]>`
      SELECT e.person_id AS "participantPersonId",
        array_remove(ARRAY[f.person_id, person_behind(w.saved_by_id), r.person_id], NULL)
          AS "raterPersonIds",
        w.version AS "primaryVersion", w.total::float8 AS "primaryTotal",
        coalesce(w.finalized_at IS NOT NULL AND p.state = 'APPROVED', false) AS "primaryFinal",
        s.version AS "secondVersion", s.total::float8 AS "secondTotal",
        s.finalized_at IS NOT NULL AS "secondFinal"
      FROM assignments a
      JOIN enrolments e ON e.id = a.enrolment_id AND e.withdrawn_at IS NULL
      LEFT JOIN enrolments f ON f.id = e.facilitator_id
      JOIN stages p ON p.assignment_id = a.id AND p.kind = 'PLAN'
      LEFT JOIN work_assessments w ON w.assignment_id = a.id
      LEFT JOIN second_ratings s ON s.assignment_id = a.id
      LEFT JOIN enrolments r ON r.id = s.rater_id
      WHERE a.id = ${assignmentId}::uuid AND a.cohort_id = ${cohortId}::uuid
        AND a.cancelled_at IS NULL`;
    if (!both || both.participantPersonId === actor.personId) return refuse("not_found");
    if (both.raterPersonIds.includes(actor.personId)) return refuse("forbidden");
    const { primaryTotal, secondTotal } = both;
    if (!both.primaryFinal || !both.secondFinal || primaryTotal === null || secondTotal === null) {
      return refuse("work_not_scored");
    }
    if (
      both.primaryVersion !== input.primaryVersion ||
      both.secondVersion !== input.secondVersion
    ) {
      return refuse("conflict", { details: { cause: "stale" } });
    }
    if (!isBetween(input.score, primaryTotal, secondTotal)) {
      const [min, max] = [Math.min(primaryTotal, secondTotal), Math.max(primaryTotal, secondTotal)];
      return refuse("invalid", {
        issues: [{ path: "score", code: "out_of_range", params: { min, max } }],
      });
    }
    const now = ctx.clock.now();
    const { score, reason, primaryVersion, secondVersion } = input;
    await tx.gradeModeration.create({
      data: {
        assignmentId,
        primaryVersion,
        secondVersion,
        score,
        reason,
        decidedById: actor.personId,
        deciderName: actor.name,
        decidedAt: now,
      },
      select: { id: true },
    });
    await audit(tx, {
      ...scopeOf(actor, locked.value, now, commandId),
      type: "grading.moderated",
      subject: { type: "assignment", id: assignmentId },
      payload: { primaryVersion, secondVersion },
    });
    return success({ score });
  });
}

/** Releases a cohort's grades to its participants, now or at a time, or takes that back. */
export function setRelease(
  ctx: Context,
  actor: Actor,
  input: Release,
): Promise<Result<{ version: number; releasesAt: string | null }>> {
  const { commandId, cohortId } = input;
  const envelope = envelopeOf(actor, "RELEASE_GRADES", input);
  return runCommand<{ version: number; releasesAt: string | null }>(ctx, envelope, async (tx) => {
    const locked = await lockCohort(tx, actor, cohortId, "state");
    if (!locked.ok) return locked;
    const cohort = locked.value;
    if (!mayRelease(cohort.state)) {
      return refuse("cohort_state", { details: { state: cohort.state } });
    }
    const stands = await tx.gradeRelease.findUnique({
      where: { cohortId },
      select: { version: true },
    });
    const before = stands?.version ?? 0;
    if (before !== input.basedOn) {
      return refuse("conflict", { details: { cause: "stale", version: before } });
    }
    const now = ctx.clock.now();
    const at = releaseTime(input, cohort.timeZone, now);
    if (at === "past") {
      return refuse("invalid", { issues: [{ path: "at.date", code: "due_in_past" }] });
    }
    const version = before + 1;
    const data = { releasesAt: at, version, changedById: actor.personId, changedAt: now };
    await tx.gradeRelease.upsert({
      where: { cohortId },
      create: { cohortId, ...data },
      update: data,
      select: { version: true },
    });
    const releasesAt = at?.toISOString() ?? null;
    await audit(tx, {
      ...scopeOf(actor, cohort, now, commandId),
      type: "grading.release_set",
      subject: { type: "cohort", id: cohortId },
      payload: { releasesAt },
    });
    return success({ version, releasesAt });
  });
}

function releaseTime(input: Release, timeZone: string, now: Date): Date | null | "past" {
  if (input.type === "WITHDRAW") return null;
  if (input.type === "NOW") return now;
  const at = input.at && toInstant(input.at, timeZone);
  return at && at > now ? at : "past";
}

/**
 * All grades of a cohort, as the page shows them, for whoever may read it; noted in the transaction that
 * reads them, before anything is sent.
 */
export function exportGrades(
  ctx: Context,
  actor: Actor,
  { cohortId }: { cohortId: string },
): Promise<Result<{ cohortName: string; rows: GradeRow[] }>> {
  return transaction(ctx, async (tx) => {
    const cohort = await findCohort(tx, cohortReach(actor), cohortId);
    const authorized = cohort && authorizeCohort(actor, cohort);
    if (!authorized) return refuse("not_found");
    const now = ctx.clock.now();
    const rules = await findGradingRules(tx, authorized, now);
    const rows = await findGrades(tx, authorized, rules, actor.personId);
    const organizes = authorizeOffice(actor, cohort.centerId, "organize") !== null;
    await audit(tx, {
      type: "export.read",
      at: now,
      actorId: actor.personId,
      actor: { role: organizes ? "ORGANIZER" : "VIEWER" },
      centerId: cohort.centerId,
      cohortId,
      subject: { type: "cohort", id: cohortId },
      payload: { what: "cohort_grades", format: "xlsx", rows: rows.length },
    });
    return success({ cohortName: cohort.name, rows });
  });
}

// The grade sheet ----------------------------------------------------------------------------------

interface SheetScope {
  scope: RaterScope;
  enrolmentId: string;
}

/** In which capacity somebody marks in a cohort: as one of its facilitators, or not at all. */
function sheetScope(actor: Actor, cohortId: string): Result<SheetScope> {
  const scope = raterScope(actor);
  const enrolment = actor.enrolments.find(
    (entry) => entry.role === "FACILITATOR" && entry.cohortId === cohortId,
  );
  return scope && enrolment ? success({ scope, enrolmentId: enrolment.id }) : refuse("not_found");
}

/** The works that a facilitator scores in a cohort, for a file; that it was taken along is noted first. */
export function exportGradeSheet(
  ctx: Context,
  actor: Actor,
  { cohortId, format }: { cohortId: string; format: "xlsx" | "csv" },
): Promise<Result<{ cohortName: string; raterId: string; works: SheetWork[] }>> {
  return transaction(ctx, async (tx) => {
    const allowed = sheetScope(actor, cohortId);
    if (!allowed.ok) return allowed;
    const cohort = await tx.cohort.findUniqueOrThrow({
      where: { id: cohortId },
      select: { name: true, centerId: true },
    });
    const works = await listSheetWorks(tx, allowed.value.scope, cohortId, ctx.clock.now());
    await audit(tx, {
      type: "export.read",
      at: ctx.clock.now(),
      actorId: actor.personId,
      actor: { role: "FACILITATOR", enrolmentId: allowed.value.enrolmentId },
      centerId: cohort.centerId,
      cohortId,
      subject: { type: "cohort", id: cohortId },
      payload: { what: "grade_sheet", format, rows: works.length },
    });
    return success({ cohortName: cohort.name, raterId: allowed.value.enrolmentId, works });
  });
}

/** What a grade sheet would change, row by row, and the digest of it. */
export async function previewGradeSheet(
  ctx: Context,
  actor: Actor,
  { cohortId, file }: { cohortId: string; file: Uint8Array },
): Promise<Result<SheetPlan & { digest: string }>> {
  const allowed = sheetScope(actor, cohortId);
  return allowed.ok ? planSheet(ctx.db, allowed.value, cohortId, file, ctx.clock.now()) : allowed;
}

async function planSheet(
  reader: Reader,
  { scope, enrolmentId }: SheetScope,
  cohortId: string,
  file: Uint8Array,
  now: Date,
): Promise<Result<SheetPlan & { digest: string }>> {
  const taken = await takeGradeSheet(file);
  if (!taken.ok) return refuse("invalid", { issues: [taken.issue] });
  const works = await listSheetWorks(reader, scope, cohortId, now);
  const plan = planGrades(taken.value, { cohortId, raterId: enrolmentId }, works);
  return success({ ...plan, digest: contentHash(plan) });
}

/**
 * Carries out what the preview of a grade sheet showed: plans it anew on what stands now, and refuses
 * where that has become another plan or where a row cannot be taken over. All of it or nothing.
 */
export function importGradeSheet(
  ctx: Context,
  actor: Actor,
  input: { commandId: string; cohortId: string; file: Uint8Array; digest: string },
): Promise<Result<{ works: number }>> {
  const { commandId, cohortId, file, digest } = input;
  const envelope = {
    actorId: actor.personId,
    commandId,
    type: "IMPORT_GRADES",
    content: { cohortId, digest },
  };
  return runCommand<{ works: number }>(ctx, envelope, async (tx) => {
    const allowed = sheetScope(actor, cohortId);
    if (!allowed.ok) return allowed;
    const { enrolmentId } = allowed.value;
    const [cohort] = await tx.$queryRaw<{ centerId: string }[]>`
      SELECT center_id AS "centerId" FROM cohorts WHERE id = ${cohortId}::uuid FOR SHARE`;
    if (!cohort) return refuse("not_found");
    const planned = await planSheet(tx, allowed.value, cohortId, file, ctx.clock.now());
    if (!planned.ok) return planned;
    const { rows, counts, missing } = planned.value;
    if (planned.value.digest !== digest) {
      return refuse("conflict", { details: { cause: "plan_changed" } });
    }
    if (counts.faulty > 0 || missing.length > 0) {
      return refuse("invalid", { issues: rows.flatMap(({ issues }) => issues) });
    }
    // Works are locked in the order of their ids, so that two sheets never wait for each other.
    const writes = rows
      .flatMap(({ write }) => write ?? [])
      .sort((a, b) => (a.assignmentId < b.assignmentId ? -1 : 1));
    for (const { role, ...write } of writes) {
      const scores = { commandId, ...write };
      const saved =
        role === "PRIMARY"
          ? await assessWork(tx, ctx, actor, scores)
          : await rateSecond(tx, ctx, actor, { ...scores, final: false });
      if (!saved.ok) return saved;
    }
    await audit(tx, {
      type: "grading.sheet_imported",
      at: ctx.clock.now(),
      actorId: actor.personId,
      actor: { role: "FACILITATOR", enrolmentId },
      centerId: cohort.centerId,
      cohortId,
      commandId,
      subject: { type: "cohort", id: cohortId },
      payload: { works: writes.length },
    });
    return success({ works: writes.length });
  });
}

function scopeOf(actor: Actor, cohort: LockedCohort, at: Date, commandId: string) {
  return {
    at,
    actorId: actor.personId,
    actor: { role: "ORGANIZER" },
    centerId: cohort.centerId,
    cohortId: cohort.id,
    commandId,
  };
}
