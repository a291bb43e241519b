import "server-only";
import type { AssignmentSubject } from "@/lib/assignment/policy";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db";
import { takeAttempt } from "@/lib/platform/rate-limit";
import { type Result, refuse, success } from "@/lib/platform/result";
import { transaction } from "@/lib/platform/transaction";
import {
  findReportSubject,
  listReported,
  readFindings,
  readIndividualReport,
} from "@/lib/report/data";
import {
  type CohortFindings,
  type IndividualReport,
  isReportable,
  type ReportFormat,
} from "@/lib/report/model";
import {
  authorizeFindings,
  authorizeReport,
  authorizeReports,
  reportReach,
} from "@/lib/report/policy";

/** Of an hour's reports, what the archive of a whole cohort costs. */
const ARCHIVE_POINTS = 20;

/**
 * The report of whose work an assignment is. That somebody took it along is noted before it is handed out. Refused as
 * `wrong_state` while nothing is approved that it could be made of.
 */
export async function exportIndividualReport(
  ctx: Context,
  actor: Actor,
  { assignmentId, format }: { assignmentId: string; format: ReportFormat },
): Promise<Result<IndividualReport>> {
  const wait = await takeAttempt(ctx.db, "reports", actor.personId);
  if (wait > 0) return refuse("rate_limited", { details: { retryAfterSeconds: wait } });
  return transaction<IndividualReport>(ctx, async (tx) => {
    const subject = await findReportSubject(tx, reportReach(actor), assignmentId);
    const authorized = subject && authorizeReport(actor, subject);
    if (!authorized) return refuse("not_found");
    const report = await readIndividualReport(tx, authorized);
    if (!isReportable(report)) return refuse("wrong_state");
    await audit(tx, {
      type: "export.read",
      at: ctx.clock.now(),
      actorId: actor.personId,
      actor: { role: authorized.role },
      centerId: authorized.centerId,
      cohortId: authorized.cohortId,
      subject: { type: "enrolment", id: authorized.enrolmentId },
      payload: { what: "individual_report", format, rows: report.works.length },
    });
    return success(report);
  });
}

export interface ReportsToTake {
  cohortName: string;
  /** Whose reports there are at this moment, by the roster. */
  people: { subject: AssignmentSubject; rosterNumber: number; name: string }[];
}

/** Whose reports a member of staff takes along at once; each is read when its turn comes. */
export async function exportReports(
  ctx: Context,
  actor: Actor,
  { cohortId, format }: { cohortId: string; format: ReportFormat },
): Promise<Result<ReportsToTake>> {
  const wait = await takeAttempt(ctx.db, "reports", actor.personId, ARCHIVE_POINTS);
  if (wait > 0) return refuse("rate_limited", { details: { retryAfterSeconds: wait } });
  return transaction<ReportsToTake>(ctx, async (tx) => {
    const cohort = await findCohortRef(tx, actor, cohortId);
    const authorized = cohort && authorizeReports(actor, cohort);
    if (!authorized) return refuse("not_found");
    const people = await listReported(tx, authorized);
    await audit(tx, {
      type: "export.read",
      at: ctx.clock.now(),
      actorId: actor.personId,
      actor: { role: authorized.role },
      centerId: authorized.centerId,
      cohortId,
      subject: { type: "cohort", id: cohortId },
      payload: { what: "individual_reports", format, rows: people.length },
    });
    return success({ cohortName: cohort.name, people });
  });
}

/** What a cohort found, as an annex. Noted, for it names who takes what over. */
export async function exportFindings(
  ctx: Context,
  actor: Actor,
  { cohortId, format }: { cohortId: string; format: ReportFormat },
): Promise<Result<CohortFindings>> {
  const wait = await takeAttempt(ctx.db, "reports", actor.personId);
  if (wait > 0) return refuse("rate_limited", { details: { retryAfterSeconds: wait } });
  return transaction<CohortFindings>(ctx, async (tx) => {
    // One snapshot for all that is counted below.
    await tx.$executeRaw`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ`;
    const cohort = await findCohortRef(tx, actor, cohortId);
    const authorized = cohort && authorizeFindings(actor, cohort);
    if (!authorized) return refuse("not_found");
    const findings = await readFindings(tx, authorized);
    await audit(tx, {
      type: "export.read",
      at: ctx.clock.now(),
      actorId: actor.personId,
      actor: { role: authorized.role },
      centerId: authorized.centerId,
      cohortId,
      subject: { type: "cohort", id: cohortId },
      payload: { what: "group_findings", format, rows: findings.innovations.length },
    });
    return success(findings);
  });
}

function findCohortRef(tx: Tx, actor: Actor, cohortId: string) {
  const { centerIds } = reportReach(actor);
  return tx.cohort.findFirst({
    where: {
      id: cohortId,
      OR: [
        { centerId: { in: centerIds } },
        { id: { in: actor.enrolments.map((enrolment) => enrolment.cohortId) } },
      ],
    },
    select: { id: true, centerId: true, name: true },
  });
}
