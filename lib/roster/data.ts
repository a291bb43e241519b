import "server-only";
import { canReadCohort } from "@/lib/assignment/policy";
import {
  type AuthorizedCohortId,
  type AuthorizedOrganizing,
  authorizeOrganizing,
} from "@/lib/cohort/policy";
import type { CohortState } from "@/lib/cohort/workflow";
import { formatIdNumber, maskIdNumber } from "@/lib/enrolment/civil-servant";
import type { Actor } from "@/lib/platform/actor";
import { dayIn } from "@/lib/platform/clock";
import type { Reader } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import { contentHash } from "@/lib/platform/ids";
import { type Refusal, refuse } from "@/lib/platform/result";
import { type Intake, takeRoster } from "@/lib/roster/intake";
import {
  type KnownAgency,
  type KnownEnrolment,
  type KnownPerson,
  type ParsedRoster,
  ROSTER_PAGE,
  type RosterEntry,
  type RosterFacets,
  type RosterForm,
  type RosterPlan,
  type RosterRow,
  type Standing,
} from "@/lib/roster/model";
import { planRoster } from "@/lib/roster/planning";
import type { ImportOptions, RosterQuery } from "@/lib/roster/schema";
import type { RosterExportRow } from "@/lib/roster/tables";

/** A cohort that the actor may organise, unlocked: for what only looks. */
export async function findOrganized(
  db: Reader,
  actor: Actor,
  cohortId: string,
): Promise<
  | {
      ok: true;
      value: {
        authorized: AuthorizedOrganizing;
        name: string;
        timeZone: string;
        state: CohortState;
      };
    }
  | Refusal
> {
  const cohort = await db.cohort.findUnique({
    where: { id: cohortId },
    select: { id: true, centerId: true, name: true, timeZone: true, state: true },
  });
  if (!cohort || !canReadCohort(actor, cohort)) return refuse("not_found");
  const authorized = authorizeOrganizing(actor, cohort);
  if (!authorized) return refuse("forbidden");
  const { name, timeZone, state } = cohort;
  return { ok: true, value: { authorized, name, timeZone, state } };
}

/** The agencies that a centre may speak of: those that all share, and its own. */
export function listAgencies(db: Reader, centerId: string): Promise<KnownAgency[]> {
  return db.$queryRaw<KnownAgency[]>`
    SELECT id, name, short_name AS "shortName", center_id IS NOT NULL AS own
    FROM agencies
    WHERE center_id IS NULL OR center_id = ${centerId}::uuid
    ORDER BY name, id`;
}

/** Everybody whom the file names by number or address, as far as that is needed to enrol them. */
async function findPeople(
  db: Reader,
  centerId: string,
  { rows }: ParsedRoster,
): Promise<KnownPerson[]> {
  const given = (values: string[]) => [...new Set(values.filter((value) => value !== ""))];
  const numbers = given(rows.map(({ entry }) => entry.idNumber));
  const emails = given(rows.map(({ entry }) => entry.email));
  if (numbers.length === 0 && emails.length === 0) return [];
  return db.$queryRaw<KnownPerson[]>`
    SELECT who.id, p.id_number AS "idNumber", p.email,
           ARRAY(
             SELECT DISTINCT e.full_name
             FROM enrolments e JOIN cohorts c ON c.id = e.cohort_id
             WHERE e.person_id = who.id AND c.center_id = ${centerId}::uuid
             UNION
             SELECT s.display_name
             FROM staff_memberships m JOIN people s ON s.id = m.person_id
             WHERE m.person_id = who.id AND m.center_id = ${centerId}::uuid
               AND m.accepted_at IS NOT NULL
             ORDER BY 1
           ) AS names
    FROM people p CROSS JOIN LATERAL (SELECT coalesce(p.merged_into_id, p.id) AS id) who
    WHERE p.id_number = ANY(${numbers}) OR p.email = ANY(${emails})
    ORDER BY p.id`;
}

/** All that a plan depends on beside the file. Five statements, however long the roster is. */
export async function readStanding(
  db: Reader,
  { cohortId, centerId }: AuthorizedOrganizing,
  roster: ParsedRoster,
  agencies: KnownAgency[],
): Promise<Standing> {
  const [center, groups, enrolments, people] = await Promise.all([
    db.trainingCenter.findUniqueOrThrow({ where: { id: centerId }, select: { name: true } }),
    db.group.findMany({
      where: { cohortId },
      select: { id: true, name: true, sortOrder: true },
      orderBy: [{ sortOrder: "asc" }, { id: "asc" }],
    }),
    db.$queryRaw<KnownEnrolment[]>`
      SELECT id, person_id AS "personId", role::text AS role, full_name AS "fullName",
             id_type::text AS "idType", id_number AS "idNumber", email, grade, position,
             work_unit AS "workUnit", agency_id AS "agencyId", group_id AS "groupId",
             is_group_lead AS "isGroupLead", facilitator_id AS "facilitatorId",
             roster_number AS "rosterNumber", withdrawn_at IS NOT NULL AS withdrawn
      FROM enrolments WHERE cohort_id = ${cohortId}::uuid
      ORDER BY role, roster_number`,
    findPeople(db, centerId, roster),
  ]);
  return { centerName: center.name, agencies, groups, enrolments, people };
}

export interface PlannedImport {
  intake: Intake;
  standing: Standing;
  plan: RosterPlan;
  /** Of all that the plan would show: the import refuses to carry out another. */
  digest: string;
}

/**
 * Reads a file and says what importing it would do. The preview shows the answer; the import asks
 * again, in its own transaction, and carries just that out.
 */
export async function planImport(
  db: Reader,
  authorized: AuthorizedOrganizing,
  input: { file: Uint8Array; options: ImportOptions; now: Date; timeZone: string },
): Promise<{ ok: true; value: PlannedImport } | Refusal> {
  const { file, options, now, timeZone } = input;
  const agencies = await listAgencies(db, authorized.centerId);
  const taken = await takeRoster(file, options, { agencies, today: dayIn(timeZone, now) });
  if (!taken.ok) return refuse("invalid", { issues: [taken.issue] });
  const intake = taken.value;
  const standing = await readStanding(db, authorized, intake.roster, agencies);
  const plan = planRoster(intake.roster, standing, options);
  const { writes: _, demoted, ...shown } = plan;
  return {
    ok: true,
    value: { intake, standing, plan, digest: contentHash({ shown, demoted, options }) },
  };
}

/** `%` and `_` as themselves in a LIKE pattern. */
const likeText = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

/**
 * A page of a cohort's roster: facilitators first, then participants by group. One statement.
 *
 * @param full whether numbers are given in full: for organisers alone
 */
export async function listRoster(
  db: Reader,
  cohortId: AuthorizedCohortId,
  query: RosterQuery,
  full: boolean,
): Promise<{ rows: RosterRow[]; total: number; page: number; pages: number }> {
  const { q, role, group, agency, facilitator } = query;
  const digits = q?.replace(/[\s.]/g, "") ?? "";
  const where = Prisma.join(
    [
      Prisma.sql`e.cohort_id = ${cohortId}::uuid`,
      ...(role ? [Prisma.sql`e.role = ${role}::"EnrolmentRole"`] : []),
      ...(group ? [Prisma.sql`e.group_id = ${group}::uuid`] : []),
      ...(agency ? [Prisma.sql`e.agency_id = ${agency}::uuid`] : []),
      ...(facilitator ? [Prisma.sql`${facilitator}::uuid IN (e.facilitator_id, e.id)`] : []),
      ...(q
        ? [
            Prisma.sql`(e.full_name ILIKE ${likeText(q)} OR e.email ILIKE ${likeText(q)}
              OR e.position ILIKE ${likeText(q)} OR e.work_unit ILIKE ${likeText(q)}
              ${full && /^\d{4,}$/.test(digits) ? Prisma.sql`OR e.id_number LIKE ${likeText(digits)}` : Prisma.empty})`,
          ]
        : []),
    ],
    " AND ",
  );
  const rows = await db.$queryRaw<(RosterRow & { found: number })[]>`
    WITH chosen AS (
      SELECT e.id, row_number() OVER (
        ORDER BY e.withdrawn_at IS NOT NULL, e.role DESC, g.sort_order NULLS LAST, e.roster_number, e.id
      ) AS place
      FROM enrolments e LEFT JOIN groups g ON g.id = e.group_id WHERE ${where}
    ),
    found AS (SELECT count(*)::int AS found FROM chosen)
    SELECT found.found, e.id, e.role::text AS role, e.full_name AS "fullName",
           coalesce(e.id_number, '') AS "idNumber", coalesce(e.email, '') AS email,
           coalesce(e.grade, '') AS grade, e.position, e.work_unit AS "workUnit",
           ag.short_name AS agency, coalesce(g.name, '') AS "group",
           e.is_group_lead AS "isGroupLead", coalesce(f.full_name, '') AS facilitator,
           e.withdrawn_at IS NOT NULL AS withdrawn,
           e.withdrawn_at IS NULL AND e.accepted_at IS NULL AS offered
    FROM found LEFT JOIN chosen ON chosen.place > least(
        ${(query.page - 1) * ROSTER_PAGE}, greatest(found.found - 1, 0) / ${ROSTER_PAGE} * ${ROSTER_PAGE})
    LEFT JOIN enrolments e ON e.id = chosen.id
    LEFT JOIN agencies ag ON ag.id = e.agency_id
    LEFT JOIN groups g ON g.id = e.group_id
    LEFT JOIN enrolments f ON f.id = e.facilitator_id
    ORDER BY chosen.place LIMIT ${ROSTER_PAGE}`;
  const total = rows[0]?.found ?? 0;
  const pages = Math.max(1, Math.ceil(total / ROSTER_PAGE));
  return {
    rows: rows
      .filter(({ id }) => id !== null)
      .map(({ found: _, ...row }) => ({
        ...row,
        idNumber: full ? formatIdNumber(row.idNumber) : maskIdNumber(row.idNumber),
        email: full ? row.email : "",
      })),
    total,
    page: Math.min(query.page, pages),
    pages,
  };
}

/** What a roster can be narrowed by. One statement; who has left is not counted. */
export async function countRoster(db: Reader, cohortId: AuthorizedCohortId): Promise<RosterFacets> {
  const rows = await db.$queryRaw<RosterFacets[]>`
    WITH e AS (
      SELECT * FROM enrolments WHERE cohort_id = ${cohortId}::uuid AND withdrawn_at IS NULL
    ),
    by_group AS (
      SELECT g.id, g.name, g.sort_order, count(e.id)::int AS count
      FROM groups g LEFT JOIN e ON e.group_id = g.id WHERE g.cohort_id = ${cohortId}::uuid GROUP BY g.id
    ),
    by_agency AS (
      SELECT a.id, a.short_name AS name, count(*)::int AS count
      FROM e JOIN agencies a ON a.id = e.agency_id GROUP BY a.id
    ),
    by_facilitator AS (
      SELECT f.id, f.full_name AS name, f.roster_number,
             (SELECT count(*)::int FROM e p WHERE p.facilitator_id = f.id) AS count
      FROM e f WHERE f.role = 'FACILITATOR'
    )
    SELECT (SELECT count(*)::int FROM e WHERE role = 'PARTICIPANT') AS participants,
           (SELECT count(*)::int FROM e WHERE role = 'FACILITATOR') AS facilitators,
           (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name, 'count', count)
              ORDER BY sort_order), '[]') FROM by_group) AS groups,
           (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name, 'count', count)
              ORDER BY count DESC, name), '[]') FROM by_agency) AS agencies,
           (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name, 'count', count)
              ORDER BY roster_number), '[]') FROM by_facilitator) AS "byFacilitator"`;
  const [facets] = rows;
  if (!facets) throw new Error("counting answered nothing");
  return facets;
}

const EMPTY_ENTRY: RosterEntry = {
  role: "PARTICIPANT",
  fullName: "",
  idType: "NIP",
  idNumber: "",
  email: "",
  grade: "",
  position: "",
  workUnit: "",
  agency: "",
  group: "",
  isGroupLead: false,
  facilitator: "",
};

/** The form of somebody of a cohort, or with null a blank one; null where there is nobody. */
export async function findForm(
  db: Reader,
  { cohortId, centerId }: AuthorizedOrganizing,
  enrolmentId: string | null,
): Promise<RosterForm | null> {
  const [found, [names]] = await Promise.all([
    enrolmentId === null
      ? null
      : db.$queryRaw<(RosterEntry & { version: number; removable: boolean })[]>`
          SELECT e.role::text AS role, e.full_name AS "fullName", e.id_type::text AS "idType",
                 coalesce(e.id_number, '') AS "idNumber", coalesce(e.email, '') AS email,
                 coalesce(e.grade, '') AS grade, e.position, e.work_unit AS "workUnit", ag.name AS agency,
                 coalesce(g.name, '') AS "group", e.is_group_lead AS "isGroupLead",
                 coalesce(f.full_name, '') AS facilitator, e.version,
                 NOT EXISTS (SELECT 1 FROM assignments a WHERE a.enrolment_id = e.id)
                 AND NOT EXISTS (SELECT 1 FROM enrolments p WHERE p.facilitator_id = e.id) AS removable
          FROM enrolments e
          JOIN agencies ag ON ag.id = e.agency_id
          LEFT JOIN groups g ON g.id = e.group_id
          LEFT JOIN enrolments f ON f.id = e.facilitator_id
          WHERE e.id = ${enrolmentId}::uuid AND e.cohort_id = ${cohortId}::uuid
            AND e.withdrawn_at IS NULL`,
    db.$queryRaw<Pick<RosterForm, "agencies" | "groups" | "facilitators">[]>`
      SELECT (SELECT coalesce(json_agg(name ORDER BY name), '[]') FROM agencies
              WHERE (center_id IS NULL OR center_id = ${centerId}::uuid) AND archived_at IS NULL) AS agencies,
             (SELECT coalesce(json_agg(name ORDER BY sort_order), '[]') FROM groups
              WHERE cohort_id = ${cohortId}::uuid) AS groups,
             (SELECT coalesce(json_agg(full_name ORDER BY roster_number), '[]') FROM enrolments
              WHERE cohort_id = ${cohortId}::uuid AND role = 'FACILITATOR' AND withdrawn_at IS NULL) AS facilitators`,
  ]);
  if (!names || found?.length === 0) return null;
  const { version, removable, ...entry } = found?.[0] ?? {
    ...EMPTY_ENTRY,
    version: null,
    removable: false,
  };
  return { ...names, enrolmentId, version, removable, entry };
}

/** Everybody of a cohort, as a file has them: facilitators first, each in the order of the roster. */
export function listForExport(
  db: Reader,
  { cohortId }: AuthorizedOrganizing,
): Promise<RosterExportRow[]> {
  return db.$queryRaw<RosterExportRow[]>`
    SELECT e.full_name AS "fullName", coalesce(e.id_number, '') AS "idNumber", e.role::text AS role,
           coalesce(e.grade, '') AS grade, e.position, ag.name AS agency, e.work_unit AS "workUnit",
           coalesce(e.email, '') AS email, coalesce(g.name, '') AS "group",
           e.is_group_lead AS "isGroupLead", coalesce(f.full_name, '') AS facilitator
    FROM enrolments e
    JOIN agencies ag ON ag.id = e.agency_id
    LEFT JOIN groups g ON g.id = e.group_id
    LEFT JOIN enrolments f ON f.id = e.facilitator_id
    WHERE e.cohort_id = ${cohortId}::uuid AND e.withdrawn_at IS NULL
    ORDER BY e.role DESC, e.roster_number`;
}
