import "server-only";
import {
  AGENCY_LINK_BOUNDS,
  AGENCY_PAGE,
  type AgencyChoice,
  type AgencyLinkRow,
  type AgencyPerson,
  type AgencyStage,
  type AgencyStageCount,
  type AgencyView,
  agencyViewPath,
} from "@/lib/agency-link/model";
import type { LiveAgencyLink } from "@/lib/agency-link/policy";
import { STAGE_KINDS, type StageKind } from "@/lib/assignment/model";
import type { AuthorizedCohortId } from "@/lib/cohort/policy";
import { listReleasedGrades } from "@/lib/grading/data";
import type { Reader } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import { derivedToken, tokenHash } from "@/lib/platform/secret";

const { sql } = Prisma;

/** The agencies that have people in a cohort. One statement. */
export function listLinkableAgencies(
  reader: Reader,
  cohort: AuthorizedCohortId,
): Promise<AgencyChoice[]> {
  return reader.$queryRaw<AgencyChoice[]>`
    SELECT g.id, g.name, count(*)::int AS participants
    FROM enrolments e JOIN agencies g ON g.id = e.agency_id
    WHERE e.cohort_id = ${cohort}::uuid AND e.role = 'PARTICIPANT' AND e.withdrawn_at IS NULL
    GROUP BY g.id ORDER BY g.name, g.id`;
}

/** The links of a cohort, the latest first. One statement. */
export async function listAgencyLinks(
  reader: Reader,
  cohort: AuthorizedCohortId,
  now: Date,
): Promise<AgencyLinkRow[]> {
  const links = await reader.$queryRaw<
    (Omit<AgencyLinkRow, "createdAt" | "expiresAt" | "revokedAt" | "isLive"> & {
      createdAt: Date;
      expiresAt: Date;
      revokedAt: Date | null;
    })[]
  >`
    SELECT l.id, l.label, g.name AS agency, l.shows_grades AS "showsGrades",
      l.created_at AS "createdAt", l.expires_at AS "expiresAt", l.revoked_at AS "revokedAt"
    FROM agency_links l JOIN agencies g ON g.id = l.agency_id
    WHERE l.cohort_id = ${cohort}::uuid
    ORDER BY l.created_at DESC, l.id DESC
    LIMIT ${AGENCY_LINK_BOUNDS.links}`;
  return links.map((link) => ({
    ...link,
    createdAt: link.createdAt.toISOString(),
    expiresAt: link.expiresAt.toISOString(),
    revokedAt: link.revokedAt?.toISOString() ?? null,
    isLive: link.revokedAt === null && link.expiresAt > now,
  }));
}

// By the agency's link -----------------------------------------------------------------------------

/** The token of an agency's link. */
export function agencyToken(linkId: string): string {
  return derivedToken("agency-link", linkId);
}

export function agencyLinkUrl(linkId: string): string {
  return new URL(agencyViewPath(agencyToken(linkId)), env().APP_URL).href;
}

/** The link behind a token while it works, or null: unknown, past and revoked ones look the same. */
export async function findAgencyLink(
  reader: Reader,
  token: string,
  now: Date,
): Promise<LiveAgencyLink | null> {
  const link = await reader.agencyLink.findUnique({
    where: {
      tokenHash: tokenHash(token),
      revokedAt: null,
      expiresAt: { gt: now },
      cohort: { state: { not: "DRAFT" } },
    },
    select: {
      id: true,
      label: true,
      expiresAt: true,
      showsGrades: true,
      cohortId: true,
      agencyId: true,
      cohort: { select: { centerId: true } },
    },
  });
  if (!link) return null;
  const { cohort, ...rest } = link;
  return { ...rest, centerId: cohort.centerId } as LiveAgencyLink;
}

/**
 * The people `e` of whom a link tells: participants of its agency and cohort who took their place and did not
 * leave. The one place where it is said whose rows these are.
 */
function peopleOf({ cohortId, agencyId }: LiveAgencyLink): Prisma.Sql {
  return sql`e.cohort_id = ${cohortId}::uuid AND e.agency_id = ${agencyId}::uuid
    AND e.role = 'PARTICIPANT' AND e.accepted_at IS NOT NULL AND e.withdrawn_at IS NULL`;
}

interface RawWork {
  id: string;
  innovation: string;
  planTitle: string | null;
  stages: (AgencyStage & { kind: StageKind })[];
}

interface RawPerson extends Omit<AgencyPerson, "works"> {
  personId: string;
  works: RawWork[];
}

/**
 * What a link shows: its agency's people, a page of them or all. Three statements, and one more where it tells
 * grades.
 *
 * @param page from 1; null for everybody
 */
export async function readAgencyView(
  reader: Reader,
  link: LiveAgencyLink,
  now: Date,
  page: number | null,
): Promise<AgencyView> {
  const place = await readPlace(reader, link);
  const pages = Math.max(1, Math.ceil(place.total / AGENCY_PAGE));
  const shown = page === null ? null : Math.min(page, pages);
  const counts = await countStages(reader, link, now);
  const rows = await listPeople(reader, link, now, shown);
  const grades = link.showsGrades
    ? await listReleasedGrades(
        reader,
        rows.map(({ personId }) => personId),
        now,
      )
    : [];
  const gradeOf = new Map(
    grades.map(({ assignmentId, score, band }) => [assignmentId, { score, band }]),
  );
  return {
    ...place,
    label: link.label,
    expiresAt: link.expiresAt.toISOString(),
    now: now.toISOString(),
    showsGrades: link.showsGrades,
    counts,
    people: rows.map(({ personId: _, works, ...person }) => ({
      ...person,
      works: works.map(({ id, stages, ...work }) => ({
        ...work,
        stages: Object.fromEntries(stages.map(({ kind, ...stage }) => [kind, stage])) as Record<
          StageKind,
          AgencyStage
        >,
        grade: gradeOf.get(id) ?? null,
      })),
    })),
    page: shown ?? 1,
    pages,
  };
}

/** A stage that is being written and past its due date. */
function isLate(now: Date): Prisma.Sql {
  return sql`(s.state IN ('OPEN', 'RETURNED') AND s.due_at < ${now.toISOString()}::timestamptz)`;
}

function listPeople(
  reader: Reader,
  link: LiveAgencyLink,
  now: Date,
  page: number | null,
): Promise<RawPerson[]> {
  const part =
    page === null ? Prisma.empty : sql`LIMIT ${AGENCY_PAGE} OFFSET ${(page - 1) * AGENCY_PAGE}`;
  return reader.$queryRaw<RawPerson[]>`
    SELECT e.person_id AS "personId", e.full_name AS name, e.position, e.work_unit AS "workUnit",
      coalesce((
        SELECT json_agg(json_build_object('id', a.id, 'innovation', i.name,
          'planTitle', (
            SELECT p.title FROM stages s JOIN innovation_plans p ON p.revision_id = s.latest_revision_id
            WHERE s.assignment_id = a.id AND s.kind = 'PLAN' AND s.state = 'APPROVED'),
          'stages', (
            SELECT json_agg(json_build_object('kind', s.kind, 'state', s.state,
              'paused', s.resume_state IS NOT NULL, 'late', ${isLate(now)},
              'dueAt', to_char(s.due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
            FROM stages s WHERE s.assignment_id = a.id)
        ) ORDER BY i.sort_order, i.code, a.id)
        FROM assignments a JOIN innovations i ON i.id = a.innovation_id
        WHERE a.enrolment_id = e.id AND a.cancelled_at IS NULL
      ), '[]') AS works
    FROM enrolments e WHERE ${peopleOf(link)}
    ORDER BY e.roster_number, e.id ${part}`;
}

async function countStages(
  reader: Reader,
  link: LiveAgencyLink,
  now: Date,
): Promise<AgencyStageCount[]> {
  const rows = await reader.$queryRaw<AgencyStageCount[]>`
    SELECT s.kind, count(*)::int AS total,
      (count(*) FILTER (WHERE s.state = 'APPROVED'))::int AS approved,
      (count(*) FILTER (WHERE ${isLate(now)}))::int AS late
    FROM enrolments e
    JOIN assignments a ON a.enrolment_id = e.id AND a.cancelled_at IS NULL
    JOIN stages s ON s.assignment_id = a.id
    WHERE ${peopleOf(link)} GROUP BY s.kind`;
  return STAGE_KINDS.map(
    (kind) => rows.find((row) => row.kind === kind) ?? { kind, approved: 0, late: 0, total: 0 },
  );
}

async function readPlace(reader: Reader, link: LiveAgencyLink) {
  const [place] = await reader.$queryRaw<
    Pick<AgencyView, "centerName" | "agency" | "program" | "cohort" | "timeZone" | "total">[]
  >`
    SELECT t.name AS "centerName", g.name AS agency, c.program, c.name AS cohort,
      c.time_zone AS "timeZone",
      (SELECT count(*)::int FROM enrolments e WHERE ${peopleOf(link)}) AS total
    FROM cohorts c JOIN training_centers t ON t.id = c.center_id, agencies g
    WHERE c.id = ${link.cohortId}::uuid AND g.id = ${link.agencyId}::uuid`;
  if (!place) throw new Error("a link leads to a cohort and an agency");
  return place;
}
