import "server-only";
import {
  AGENCY_PEOPLE_PAGE,
  type AgencyCohort,
  type AgencyPerson,
  type AgencyProfile,
  type AgencyRow,
} from "@/lib/agency/model";
import type { AgencyListQuery } from "@/lib/agency/schema";
import { ENTRY_PAGE } from "@/lib/catalogue/model";
import { containing, ownOrShared } from "@/lib/catalogue/record";
import type { AuthorizedOffice } from "@/lib/center/policy";
import type { Paged } from "@/lib/host/model";
import type { Reader } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/prisma/client";

const rowSelect = (centerId: string) =>
  ({
    id: true,
    centerId: true,
    name: true,
    shortName: true,
    type: true,
    version: true,
    archivedAt: true,
    _count: { select: { enrolments: { where: { cohort: { centerId } } } } },
  }) satisfies Prisma.AgencySelect;

function agencyRow({
  _count,
  centerId,
  archivedAt,
  ...row
}: Prisma.AgencyGetPayload<{ select: ReturnType<typeof rowSelect> }>): AgencyRow {
  return {
    ...row,
    archived: archivedAt !== null,
    own: centerId !== null,
    people: _count.enrolments,
  };
}

/** A page of a centre's agencies, its own and the shared ones. Two statements. */
export async function listAgencies(
  db: Reader,
  { centerId }: AuthorizedOffice,
  query: AgencyListQuery,
): Promise<Paged<AgencyRow>> {
  const where: Prisma.AgencyWhereInput = {
    AND: [
      ownOrShared(centerId),
      query.q ? { OR: [{ name: containing(query.q) }, { shortName: containing(query.q) }] } : {},
    ],
    ...(query.owner && { centerId: query.owner === "own" ? centerId : null }),
    ...(query.type && { type: query.type }),
    archivedAt: query.archived ? { not: null } : null,
  };
  const total = await db.agency.count({ where });
  const pages = Math.max(1, Math.ceil(total / ENTRY_PAGE));
  const page = Math.min(query.page, pages);
  const rows = await db.agency.findMany({
    where,
    select: rowSelect(centerId),
    orderBy: [{ name: "asc" }, { id: "asc" }],
    skip: (page - 1) * ENTRY_PAGE,
    take: ENTRY_PAGE,
  });
  return {
    rows: rows.map(agencyRow),
    total,
    page,
    pages,
  };
}

/** So many cohorts are told of, the latest first. */
const COHORTS_TOLD = 20;

/**
 * An agency with whom it sent to cohorts of a centre, or null. Of other centres' cohorts nothing is
 * told. Three statements.
 */
export async function findAgency(
  db: Reader,
  { centerId }: AuthorizedOffice,
  agencyId: string,
  wanted: number,
): Promise<AgencyProfile | null> {
  const found = await db.agency.findFirst({
    where: { AND: [{ id: agencyId }, ownOrShared(centerId)] },
    select: rowSelect(centerId),
  });
  if (!found) return null;
  const agency = agencyRow(found);
  const cohorts = await db.$queryRaw<AgencyCohort[]>`
    SELECT c.id AS "cohortId", c.name, c.program,
           count(DISTINCT e.id) FILTER (WHERE e.role = 'PARTICIPANT')::int AS participants,
           count(s.id)::int AS assigned, count(s.latest_revision_id)::int AS evaluated
    FROM enrolments e
    JOIN cohorts c ON c.id = e.cohort_id
    LEFT JOIN assignments a ON a.enrolment_id = e.id AND a.cancelled_at IS NULL
    LEFT JOIN stages s ON s.assignment_id = a.id AND s.kind = 'EVALUATE'
    WHERE e.agency_id = ${agencyId}::uuid AND c.center_id = ${centerId}::uuid
      AND e.withdrawn_at IS NULL
    GROUP BY c.id
    ORDER BY c.starts_on DESC, c.id
    LIMIT ${COHORTS_TOLD}`;
  const pages = Math.max(1, Math.ceil(agency.people / AGENCY_PEOPLE_PAGE));
  const page = Math.min(wanted, pages);
  const people = await db.$queryRaw<AgencyPerson[]>`
    SELECT e.id AS "enrolmentId", coalesce(p.merged_into_id, p.id) AS "personId",
           e.full_name AS name, e.role::text AS role, e.position, e.work_unit AS "workUnit",
           c.id AS "cohortId", c.name AS cohort, e.withdrawn_at IS NOT NULL AS withdrawn
    FROM enrolments e
    JOIN cohorts c ON c.id = e.cohort_id
    JOIN people p ON p.id = e.person_id
    WHERE e.agency_id = ${agencyId}::uuid AND c.center_id = ${centerId}::uuid
    ORDER BY c.starts_on DESC, c.id, e.role DESC, e.roster_number, e.id
    LIMIT ${AGENCY_PEOPLE_PAGE} OFFSET ${(page - 1) * AGENCY_PEOPLE_PAGE}`;
  return { agency, cohorts, people: { rows: people, total: agency.people, page, pages } };
}
