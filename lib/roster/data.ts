import "server-only";
import { canReadCohort } from "@/lib/assignment/policy";
import { type AuthorizedOrganizing, authorizeOrganizing } from "@/lib/cohort/policy";
import type { CohortState } from "@/lib/cohort/workflow";
import type { Actor } from "@/lib/platform/actor";
import { dayIn } from "@/lib/platform/clock";
import type { Reader } from "@/lib/platform/db";
import { contentHash } from "@/lib/platform/ids";
import { type Refusal, refuse } from "@/lib/platform/result";
import { type Intake, takeRoster } from "@/lib/roster/intake";
import type {
  KnownAgency,
  KnownEnrolment,
  KnownPerson,
  ParsedRoster,
  RosterPlan,
  Standing,
} from "@/lib/roster/model";
import { planRoster } from "@/lib/roster/planning";
import type { ImportOptions } from "@/lib/roster/schema";
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
async function findPeople(db: Reader, { rows }: ParsedRoster): Promise<KnownPerson[]> {
  const given = (values: string[]) => [...new Set(values.filter((value) => value !== ""))];
  const numbers = given(rows.map(({ entry }) => entry.idNumber));
  const emails = given(rows.map(({ entry }) => entry.email));
  if (numbers.length === 0 && emails.length === 0) return [];
  return db.$queryRaw<KnownPerson[]>`
    SELECT coalesce(p.merged_into_id, p.id) AS id, p.id_number AS "idNumber", p.email
    FROM people p
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
    findPeople(db, roster),
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
