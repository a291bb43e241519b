import "server-only";
import {
  AUDIT_PAGE,
  type AuditFilter,
  type AuditPage,
  type AuditRow,
  auditDetails,
  idsIn,
} from "@/lib/audit/model";
import type { AuditQuery } from "@/lib/audit/schema";
import type { AuthorizedOffice } from "@/lib/center/policy";
import { isElsewhere, isStaffOf, rosterName } from "@/lib/invitation/data";
import type { Reader } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import { addDays, toInstant } from "@/lib/platform/zoned-time";

const { sql } = Prisma;

interface RawEvent {
  id: string;
  at: Date;
  type: string;
  actor_id: string | null;
  actor: { role?: string } | null;
  cohort_id: string | null;
  subject_type: string;
  subject_id: string;
  payload: unknown;
}

/** A page of a centre's log, the latest first. Two statements, whatever its length. */
export async function listAuditEvents(
  db: Reader,
  office: AuthorizedOffice<"administer">,
  { filter, before }: AuditQuery,
  timeZone: string,
): Promise<AuditPage> {
  const events = await readEvents(db, office, filter, before, AUDIT_PAGE + 1, timeZone);
  const shown = events.slice(0, AUDIT_PAGE);
  const last = events.length > AUDIT_PAGE ? shown.at(-1) : undefined;
  return {
    rows: await named(db, office, shown),
    next: last ? `${last.at.toISOString()}_${last.id}` : null,
  };
}

/** The log as a list for a file, the latest first, up to `limit` rows. */
export async function readAuditEvents(
  db: Reader,
  office: AuthorizedOffice<"administer">,
  filter: AuditFilter,
  limit: number,
  timeZone: string,
): Promise<AuditRow[]> {
  return named(db, office, await readEvents(db, office, filter, undefined, limit, timeZone));
}

function readEvents(
  db: Reader,
  { centerId }: AuthorizedOffice<"administer">,
  filter: AuditFilter,
  before: AuditQuery["before"],
  limit: number,
  timeZone: string,
): Promise<RawEvent[]> {
  const conditions = [
    sql`e.center_id = ${centerId}::uuid`,
    ...(before ? [sql`(e.at, e.id) < (${before.at}::timestamptz, ${before.id}::uuid)`] : []),
    ...dayConditions(filter, timeZone),
    ...(filter.cohort ? [sql`e.cohort_id = ${filter.cohort}::uuid`] : []),
    ...(filter.what
      ? filter.what.includes(".")
        ? [sql`e.type = ${filter.what}`]
        : [sql`starts_with(e.type, ${`${filter.what}.`})`]
      : []),
    ...(filter.who
      ? [
          sql`e.actor_id IN (SELECT p.id FROM people p WHERE ${isCalled(centerId, like(filter.who))})`,
        ]
      : []),
    ...(filter.whom ? [subjectCondition(centerId, filter.whom)] : []),
  ];
  return db.$queryRaw<RawEvent[]>`
    SELECT e.id, e.at, e.type, e.actor_id, e.actor, e.cohort_id, e.subject_type, e.subject_id, e.payload
    FROM audit_events e
    WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY e.at DESC, e.id DESC
    LIMIT ${limit}`;
}

function dayConditions({ from, to }: AuditFilter, timeZone: string): Prisma.Sql[] {
  const start = from && toInstant({ date: from, time: "00:00" }, timeZone);
  const end = to && toInstant({ date: addDays(to, 1), time: "00:00" }, timeZone);
  return [
    ...(start ? [sql`e.at >= ${start}::timestamptz`] : []),
    ...(end ? [sql`e.at < ${end}::timestamptz`] : []),
  ];
}

/**
 * What is about somebody: the person, what the centre's rosters call them, their work; and events
 * that name them in passing, such as a new member of the staff.
 */
function subjectCondition(centerId: string, name: string): Prisma.Sql {
  const pattern = like(name);
  const people = sql`SELECT p.id FROM people p
    WHERE ${isCalled(centerId, pattern)} AND (
      EXISTS (SELECT 1 FROM staff_memberships s
              WHERE s.person_id = p.id AND s.center_id = ${centerId}::uuid)
      OR EXISTS (SELECT 1 FROM enrolments n JOIN cohorts c ON c.id = n.cohort_id
                 WHERE n.person_id = p.id AND c.center_id = ${centerId}::uuid))`;
  const enrolled = sql`SELECT n.id FROM enrolments n JOIN cohorts c ON c.id = n.cohort_id
    WHERE c.center_id = ${centerId}::uuid
      AND (n.full_name ILIKE ${pattern} OR n.person_id IN (${people}))`;
  return sql`(e.subject_id IN (${people})
    OR e.subject_id IN (${enrolled})
    OR e.subject_id IN (SELECT a.id FROM assignments a WHERE a.enrolment_id IN (${enrolled}))
    OR e.payload ->> 'personId' IN (SELECT f.id::text FROM (${people}) f))`;
}

/**
 * Whether the centre calls `p` so: by the own name whom nobody else knows and who is on its staff, and
 * by its rosters whoever is or was in one.
 */
function isCalled(centerId: string, pattern: string): Prisma.Sql {
  return sql`(
    (p.display_name ILIKE ${pattern} AND (NOT ${isElsewhere(centerId)} OR ${isStaffOf(centerId)}))
    OR EXISTS (SELECT 1 FROM enrolments r JOIN cohorts rc ON rc.id = r.cohort_id
      WHERE r.person_id = p.id AND rc.center_id = ${centerId}::uuid AND r.full_name ILIKE ${pattern}))`;
}

/** Letters that mean themselves in a pattern of LIKE. */
function like(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`;
}

/** Events with the names of what their ids stand for, read at once. */
async function named(
  db: Reader,
  { centerId }: AuthorizedOffice<"administer">,
  events: readonly RawEvent[],
): Promise<AuditRow[]> {
  const ids = new Set(
    events.flatMap((event) => [
      event.subject_id,
      ...(event.actor_id ? [event.actor_id] : []),
      ...(event.cohort_id ? [event.cohort_id] : []),
      ...idsIn(event.payload),
    ]),
  );
  const names = await findNames(db, centerId, [...ids]);
  const nameOf = (id: string | null) => (id ? names.get(id) : undefined);
  return events.map((event) => ({
    id: event.id,
    at: event.at,
    type: event.type,
    actorName: nameOf(event.actor_id) ?? null,
    actorRole: event.actor?.role ?? "",
    subjectType: event.subject_type,
    subjectName: nameOf(event.subject_id) ?? null,
    cohortName: nameOf(event.cohort_id) ?? null,
    details: auditDetails(event.payload, nameOf),
  }));
}

/**
 * What ids stand for, of whatever kind they are; ids are unique among all tables. One statement.
 * Assignments are called by their participant and innovation; people whom another centre knows too, as
 * the centre's own rosters call them.
 */
async function findNames(
  db: Reader,
  centerId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const list = [...ids];
  const rows = await db.$queryRaw<{ id: string; name: string }[]>`
    WITH wanted AS (SELECT unnest(${list}::uuid[]) AS id)
    SELECT w.id, CASE WHEN ${isElsewhere(centerId)}
      THEN coalesce(${rosterName(centerId)}, p.display_name) ELSE p.display_name END AS name
    FROM wanted w JOIN people p ON p.id = w.id
    UNION ALL SELECT w.id, n.full_name FROM wanted w JOIN enrolments n ON n.id = w.id
    UNION ALL SELECT w.id, n.full_name || ' · ' || i.name FROM wanted w
      JOIN assignments a ON a.id = w.id JOIN enrolments n ON n.id = a.enrolment_id
      JOIN innovations i ON i.id = a.innovation_id
    UNION ALL SELECT w.id, n.full_name || ' · ' || i.name FROM wanted w JOIN stages s ON s.id = w.id
      JOIN assignments a ON a.id = s.assignment_id JOIN enrolments n ON n.id = a.enrolment_id
      JOIN innovations i ON i.id = a.innovation_id
    UNION ALL SELECT w.id, c.name FROM wanted w JOIN cohorts c ON c.id = w.id
    UNION ALL SELECT w.id, g.name FROM wanted w JOIN groups g ON g.id = w.id
    UNION ALL SELECT w.id, i.name FROM wanted w JOIN innovations i ON i.id = w.id
    UNION ALL SELECT w.id, a.name FROM wanted w JOIN agencies a ON a.id = w.id
    UNION ALL SELECT w.id, h.name FROM wanted w JOIN host_regions h ON h.id = w.id
    UNION ALL SELECT w.id, u.name FROM wanted w JOIN host_units u ON u.id = w.id
    UNION ALL SELECT w.id, a.name FROM wanted w JOIN awards a ON a.id = w.id
    UNION ALL SELECT w.id, left(f.text, 80) FROM wanted w JOIN innovation_facts f ON f.id = w.id
    UNION ALL SELECT w.id, m.title FROM wanted w JOIN attachments m ON m.id = w.id
    UNION ALL SELECT w.id, t.name FROM wanted w JOIN training_centers t ON t.id = w.id
    UNION ALL SELECT w.id, r.name_id FROM wanted w JOIN rubrics r ON r.id = w.id
    UNION ALL SELECT w.id, r.name_id || ', ' || v.number FROM wanted w
      JOIN rubric_versions v ON v.id = w.id JOIN rubrics r ON r.id = v.rubric_id`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The cohorts of the centre, to filter by: the latest hundred. */
export function listAuditCohorts(
  db: Reader,
  { centerId }: AuthorizedOffice<"administer">,
): Promise<{ id: string; name: string }[]> {
  return db.cohort.findMany({
    where: { centerId },
    orderBy: [{ startsOn: "desc" }, { id: "asc" }],
    take: 100,
    select: { id: true, name: true },
  });
}
