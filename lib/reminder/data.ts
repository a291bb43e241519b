import "server-only";
import type { AssignScope } from "@/lib/assignment/policy";
import type { AuthorizedAssigning } from "@/lib/cohort/policy";
import type { Reader } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import {
  MAIL_WITHIN_DAYS,
  NUDGE_MOST,
  type NudgeRow,
  type StageAtWork,
  type StageStanding,
} from "@/lib/reminder/model";
import { nudgeObstacle } from "@/lib/reminder/planning";

/** What of a stage's row says whether a reminder is still owed. */
export const standingSelect = {
  kind: true,
  state: true,
  dueAt: true,
  hardCloseAt: true,
  returnedBefore: true,
  draftSavedAt: true,
  submittedAt: true,
  decidedAt: true,
} as const;

/** What of an assignment says whose business its stages are, and whether they still are anybody's. */
export const concernSelect = {
  cancelledAt: true,
  cohort: { select: { timeZone: true, state: true } },
  enrolment: {
    select: {
      fullName: true,
      personId: true,
      withdrawnAt: true,
      facilitator: { select: { personId: true, withdrawnAt: true } },
    },
  },
} as const;

interface Concern {
  cancelledAt: Date | null;
  cohort: { state: string };
  enrolment: {
    personId: string;
    withdrawnAt: Date | null;
    facilitator: { personId: string; withdrawnAt: Date | null } | null;
  };
}

/** Who answers for work that goes on; null where nobody does any more. */
export function concernOf({ cancelledAt, cohort, enrolment }: Concern, staff: readonly string[]) {
  if (cancelledAt || enrolment.withdrawnAt || cohort.state !== "RUNNING") return null;
  const { facilitator } = enrolment;
  return {
    ownerId: enrolment.personId,
    facilitatorId: facilitator && !facilitator.withdrawnAt ? facilitator.personId : null,
    staff,
  };
}

/**
 * The stages under way in some cohorts, each with who answers for it and can act: who is deactivated or
 * kept away by the centre is told nothing. One statement.
 */
export function findStagesAtWork(
  reader: Reader,
  cohortIds: readonly string[],
): Promise<StageAtWork[]> {
  return reader.$queryRaw`
    SELECT s.id AS "stageId", s.kind::text AS kind, s.state::text AS state, s.due_at AS "dueAt",
      s.hard_close_at AS "hardCloseAt", s.returned_before AS "returnedBefore",
      s.draft_saved_at AS "draftSavedAt", s.submitted_at AS "submittedAt", s.decided_at AS "decidedAt",
      c.escalate_after_days AS "escalateAfterDays", e.person_id AS "ownerId",
      p.id AS "participantId", fp.id AS "facilitatorId"
    FROM cohorts c
    JOIN assignments a ON a.cohort_id = c.id AND a.cancelled_at IS NULL
    JOIN stages s ON s.assignment_id = a.id AND s.state IN ('OPEN', 'SUBMITTED', 'RETURNED')
    JOIN enrolments e ON e.id = a.enrolment_id AND e.withdrawn_at IS NULL AND e.accepted_at IS NOT NULL
    LEFT JOIN people p ON p.id = e.person_id AND p.status = 'ACTIVE'
      AND NOT EXISTS (SELECT 1 FROM access_suspensions x WHERE x.center_id = c.center_id AND x.person_id = p.id)
    LEFT JOIN enrolments f ON f.id = e.facilitator_id AND f.withdrawn_at IS NULL AND f.accepted_at IS NOT NULL
    LEFT JOIN people fp ON fp.id = f.person_id AND fp.status = 'ACTIVE'
      AND NOT EXISTS (SELECT 1 FROM access_suspensions x WHERE x.center_id = c.center_id AND x.person_id = fp.id)
    WHERE c.id = ANY(${[...cohortIds]}::uuid[])`;
}

/** Who organises or administers a centre and can act. One statement. */
export async function findStaffToTell(reader: Reader, centerId: string): Promise<string[]> {
  const staff = await reader.staffMembership.findMany({
    where: {
      centerId,
      role: { in: ["ORGANIZER", "ADMINISTRATOR"] },
      acceptedAt: { not: null },
      person: { status: "ACTIVE", suspensions: { none: { centerId } } },
    },
    select: { personId: true },
  });
  return staff.map(({ personId }) => personId);
}

export interface UnmailedNotification {
  id: string;
  personId: string;
  /** In one letter with others, or each in its own. */
  digest: boolean;
  locale: "id" | "en";
}

/**
 * What people of some cohorts were told in Lokus and not by mail yet, of late, where there is an address.
 * The people of the demo have no mailboxes. Who wants one letter for all and had one since `digestSince`
 * waits. One statement.
 */
export function findUnmailed(
  reader: Reader,
  centerId: string,
  cohortIds: readonly string[],
  { now, digestSince }: { now: Date; digestSince: Date },
): Promise<UnmailedNotification[]> {
  const since = new Date(now.getTime() - MAIL_WITHIN_DAYS * 86_400_000);
  return reader.$queryRaw`
    SELECT n.id, n.person_id AS "personId", coalesce(m.delivery, 'DIGEST') = 'DIGEST' AS digest,
      coalesce(m.locale, 'id') AS locale
    FROM notifications n
    JOIN people p ON p.id = n.person_id AND p.email IS NOT NULL AND NOT p.is_demo
    JOIN stages s ON s.id = n.stage_id
    JOIN assignments a ON a.id = s.assignment_id AND a.cohort_id = ANY(${[...cohortIds]}::uuid[])
    LEFT JOIN mail_preferences m ON m.person_id = n.person_id
    WHERE n.mail_id IS NULL AND n.read_at IS NULL AND n.created_at >= ${since}
      AND (m.delivery = 'SINGLE' OR NOT EXISTS (
        SELECT 1 FROM mail_messages g WHERE g.person_id = n.person_id AND g.center_id = ${centerId}::uuid
          AND g.kind = 'REMINDER' AND g.created_at > ${digestSince}))
    ORDER BY n.person_id, n.created_at, n.id`;
}

/** Of whom somebody may ask work by hand: live assignments of the cohort within reach, never the own. */
function nudgeable(cohortId: string, scope: AssignScope, actorId: string): Prisma.Sql {
  const mine =
    scope.kind === "allocated"
      ? Prisma.sql`AND e.facilitator_id = ${scope.facilitatorEnrolmentId}::uuid`
      : Prisma.empty;
  return Prisma.sql`a.cohort_id = ${cohortId}::uuid AND a.cancelled_at IS NULL
    AND e.withdrawn_at IS NULL AND e.person_id <> ${actorId}::uuid ${mine}`;
}

/** Who would be told of `s`: whoever can act. And when they were nudged of it last. */
const NUDGE_COLUMNS = Prisma.sql`
  s.id AS "stageId", s.kind::text AS kind, s.state::text AS state, s.due_at AS "dueAt",
  s.hard_close_at AS "hardCloseAt", s.returned_before AS "returnedBefore",
  s.draft_saved_at AS "draftSavedAt", s.submitted_at AS "submittedAt", s.decided_at AS "decidedAt",
  a.id AS "assignmentId",
  (SELECT p.id FROM people p WHERE p.id = e.person_id AND p.status = 'ACTIVE'
     AND e.accepted_at IS NOT NULL AND NOT EXISTS (
       SELECT 1 FROM access_suspensions x WHERE x.center_id = c.center_id AND x.person_id = p.id)
  ) AS "personId",
  (SELECT max(n.occasion) FROM notifications n
   WHERE n.stage_id = s.id AND n.person_id = e.person_id AND n.kind = 'NUDGED') AS "nudgedAt"`;

export interface NudgeStanding extends StageStanding {
  stageId: string;
  assignmentId: string;
  personId: string | null;
  nudgedAt: Date | null;
}

/** Stages as they stand when their people are to be told of them; what is not within reach is not there. */
export function findNudgeStandings(
  reader: Reader,
  { cohortId, scope, actorId }: { cohortId: string; scope: AssignScope; actorId: string },
  stageIds: readonly string[],
): Promise<NudgeStanding[]> {
  return reader.$queryRaw`
    SELECT ${NUDGE_COLUMNS}
    FROM stages s
    JOIN assignments a ON a.id = s.assignment_id
    JOIN enrolments e ON e.id = a.enrolment_id
    JOIN cohorts c ON c.id = a.cohort_id
    WHERE s.id = ANY(${[...stageIds]}::uuid[]) AND ${nudgeable(cohortId, scope, actorId)}
    ORDER BY s.id FOR NO KEY UPDATE OF s FOR SHARE OF e`;
}

interface RawNudgeRow extends NudgeStanding, Pick<NudgeRow, "participant" | "agency" | "group"> {
  innovationCode: string;
  innovationName: string;
  total: number;
}

/**
 * The stages that people within reach have to send, the longest late first; of some assignments alone where
 * these are named. One statement.
 */
export async function listNudgeable(
  reader: Reader,
  { cohortId, scope, assignerId }: AuthorizedAssigning,
  assignmentIds: readonly string[],
  now: Date,
): Promise<{ rows: NudgeRow[]; total: number }> {
  const named =
    assignmentIds.length > 0
      ? Prisma.sql`AND a.id = ANY(${[...assignmentIds]}::uuid[])`
      : Prisma.empty;
  const rows = await reader.$queryRaw<RawNudgeRow[]>`
    WITH found AS (
      SELECT s.id, row_number() OVER (ORDER BY s.due_at, e.roster_number, s.id) AS place,
        (count(*) OVER ())::int AS total
      FROM assignments a
      JOIN enrolments e ON e.id = a.enrolment_id
      JOIN stages s ON s.assignment_id = a.id AND s.state IN ('OPEN', 'RETURNED')
      WHERE ${nudgeable(cohortId, scope, assignerId)} ${named}
    )
    SELECT ${NUDGE_COLUMNS}, e.full_name AS participant, ag.short_name AS agency, g.name AS "group",
      i.code AS "innovationCode", i.name AS "innovationName", found.total
    FROM found
    JOIN stages s ON s.id = found.id
    JOIN assignments a ON a.id = s.assignment_id
    JOIN enrolments e ON e.id = a.enrolment_id
    JOIN cohorts c ON c.id = a.cohort_id
    JOIN agencies ag ON ag.id = e.agency_id
    JOIN innovations i ON i.id = a.innovation_id
    LEFT JOIN groups g ON g.id = e.group_id
    WHERE found.place <= ${NUDGE_MOST}
    ORDER BY found.place`;
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.flatMap((row): NudgeRow[] => {
      const obstacle = nudgeObstacle(row, row, now);
      if (obstacle === "done") return [];
      return [
        {
          stageId: row.stageId,
          assignmentId: row.assignmentId,
          stage: row.kind,
          state: row.state,
          late: row.dueAt < now,
          begun: row.draftSavedAt !== null,
          participant: row.participant,
          agency: row.agency,
          group: row.group,
          innovation: { code: row.innovationCode, name: row.innovationName },
          dueAt: row.dueAt.toISOString(),
          nudgedAt: row.nudgedAt?.toISOString() ?? null,
          obstacle,
        },
      ];
    }),
  };
}
