import "server-only";
import type { AuthorizedCohortId } from "@/lib/cohort/policy";
import {
  RADAR_MOST,
  REPORT_LAPSES_HOURS,
  type UnsentPerson,
  type UnsentRadar,
} from "@/lib/device/model";
import type { Reader } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import type { FacilitatorScope } from "@/lib/review/policy";

interface RawPerson extends Omit<UnsentPerson, "oldestAt" | "reportedAt"> {
  oldestAt: Date;
  reportedAt: Date;
  total: number;
}

async function findUnsent(reader: Reader, whose: Prisma.Sql, now: Date): Promise<UnsentRadar> {
  const since = new Date(now.getTime() - REPORT_LAPSES_HOURS * 3_600_000);
  const rows = await reader.$queryRaw<RawPerson[]>`
    SELECT min(e.id::text) AS "enrolmentId", min(e.full_name) AS name, min(g.name) AS "group",
      r.drafts::int, r.photos::int, r."oldestAt", r."reportedAt", (count(*) OVER ())::int AS total
    FROM (
      SELECT person_id, sum(drafts) AS drafts, sum(photos) AS photos, min(oldest_at) AS "oldestAt",
        max(reported_at) AS "reportedAt"
      FROM device_reports WHERE reported_at >= ${since} GROUP BY person_id
    ) r
    JOIN enrolments e ON e.person_id = r.person_id AND e.role = 'PARTICIPANT' AND e.withdrawn_at IS NULL
      -- To whom a place is only offered, that is no business of who offers it.
      AND e.accepted_at IS NOT NULL
    LEFT JOIN groups g ON g.id = e.group_id
    WHERE ${whose}
    GROUP BY r.person_id, r.drafts, r.photos, r."oldestAt", r."reportedAt"
    ORDER BY r."oldestAt", r.person_id
    LIMIT ${RADAR_MOST}`;
  return {
    people: rows.map(({ total: _, ...row }) => ({
      ...row,
      oldestAt: row.oldestAt.toISOString(),
      reportedAt: row.reportedAt.toISOString(),
    })),
    total: rows[0]?.total ?? 0,
    oldestAt: rows[0]?.oldestAt.toISOString() ?? null,
  };
}

/**
 * Participants of a cohort whose phones hold unsent work. A phone belongs to a person: it is told in each
 * of their cohorts. One statement.
 */
export function findUnsentInCohort(
  reader: Reader,
  cohort: AuthorizedCohortId,
  now: Date,
): Promise<UnsentRadar> {
  return findUnsent(reader, Prisma.sql`e.cohort_id = ${cohort}::uuid`, now);
}

/** The same of a facilitator's own participants, in cohorts that are running. One statement. */
export function findUnsentOfFacilitator(
  reader: Reader,
  scope: FacilitatorScope,
  now: Date,
): Promise<UnsentRadar> {
  return findUnsent(
    reader,
    Prisma.sql`e.facilitator_id = ANY(${scope.facilitatorIds}::uuid[])
      AND e.person_id <> ${scope.personId}::uuid
      AND EXISTS (SELECT 1 FROM cohorts c WHERE c.id = e.cohort_id AND c.state = 'RUNNING')`,
    now,
  );
}
