import "server-only";
import { takeAllocation } from "@/lib/allocation/intake";
import { planFile } from "@/lib/allocation/matching";
import type {
  FilePreview,
  PastAllocation,
  PastReason,
  PlaceKind,
  Reason,
} from "@/lib/allocation/model";
import type { AllocationPlan, Move, Standing, StandingPlace } from "@/lib/allocation/planning";
import { anyOf } from "@/lib/allocation/record";
import { movesSchema, reasonsSchema, type StoredReasons } from "@/lib/allocation/schema";
import type { AuthorizedOrganizing } from "@/lib/cohort/policy";
import { openToCohort } from "@/lib/innovation/data";
import type { Reader } from "@/lib/platform/db";
import { contentHash } from "@/lib/platform/ids";
import { type Result, refuse, success } from "@/lib/platform/result";
import type { Sheet } from "@/lib/spreadsheet/sheet";

/**
 * All that an allocation of one kind rests on: who takes part and is not the actor, for nobody allocates
 * themselves; the places; what is held; what is said of them. Four statements, however many people there
 * are, and one less for facilitators.
 */
export async function readStanding(
  db: Reader,
  { cohortId }: AuthorizedOrganizing,
  actorId: string,
  kind: PlaceKind,
): Promise<Standing> {
  const enrolments = await db.enrolment.findMany({
    where: { cohortId, withdrawnAt: null },
    select: {
      id: true,
      personId: true,
      role: true,
      fullName: true,
      rosterNumber: true,
      workUnit: true,
      facilitatorId: true,
      groupId: true,
      isGroupLead: true,
      agency: { select: { id: true, name: true, shortName: true } },
      group: { select: { name: true } },
      marks: {
        where: anyOf(kind),
        select: {
          kind: true,
          rank: true,
          innovationId: true,
          facilitatorId: true,
          groupId: true,
        },
        orderBy: [{ rank: "asc" }, { id: "asc" }],
      },
    },
    orderBy: [{ rosterNumber: "asc" }, { id: "asc" }],
  });
  const assignments = await db.$queryRaw<
    { id: string; enrolmentId: string; innovationId: string; begun: boolean; submitted: boolean }[]
  >`
    SELECT a.id, a.enrolment_id AS "enrolmentId", a.innovation_id AS "innovationId",
           EXISTS (SELECT 1 FROM revisions r WHERE r.assignment_id = a.id) AS submitted,
           EXISTS (SELECT 1 FROM stages s WHERE s.assignment_id = a.id
             AND (s.draft_saved_at IS NOT NULL OR s.latest_revision_id IS NOT NULL)) AS begun
    FROM assignments a WHERE a.cohort_id = ${cohortId}::uuid AND a.cancelled_at IS NULL
    ORDER BY a.created_at, a.id`;
  const capacities = await db.allocationCapacity.findMany({
    where: { cohortId },
    select: { innovationId: true, facilitatorId: true, groupId: true, capacity: true },
  });
  const capacityOf = (id: string) =>
    capacities.find(
      ({ innovationId, facilitatorId, groupId }) =>
        (innovationId ?? facilitatorId ?? groupId) === id,
    )?.capacity ?? null;

  let places: StandingPlace[];
  if (kind === "INNOVATION") {
    const innovations = await db.innovation.findMany({
      where: { archivedAt: null, ...openToCohort(cohortId) },
      select: {
        id: true,
        code: true,
        name: true,
        hostRegion: { select: { name: true, shortName: true } },
      },
      orderBy: [{ sortOrder: "asc" }, { code: "asc" }, { id: "asc" }],
    });
    places = innovations.map(({ id, code, name, hostRegion }) => ({
      id,
      label: code,
      name,
      capacity: capacityOf(id),
      owner: { kind: "region", names: [hostRegion.name, hostRegion.shortName] },
    }));
  } else if (kind === "GROUP") {
    const groups = await db.group.findMany({
      where: { cohortId },
      select: { id: true, name: true },
      orderBy: [{ sortOrder: "asc" }, { id: "asc" }],
    });
    places = groups.map(({ id, name }) => ({
      id,
      label: name,
      name,
      capacity: capacityOf(id),
      owner: { kind: "nobody" },
    }));
  } else {
    places = enrolments
      .filter(({ role }) => role === "FACILITATOR")
      .map(({ id, fullName, agency, workUnit }) => ({
        id,
        label: fullName,
        name: fullName,
        capacity: capacityOf(id),
        owner: { kind: "unit", agencyId: agency.id, workUnit },
      }));
  }

  const ofEnrolment = new Map<string, typeof assignments>();
  for (const assignment of assignments) {
    const own = ofEnrolment.get(assignment.enrolmentId);
    if (own) own.push(assignment);
    else ofEnrolment.set(assignment.enrolmentId, [assignment]);
  }
  return {
    kind,
    places,
    people: enrolments
      .filter(({ role, personId }) => role === "PARTICIPANT" && personId !== actorId)
      .map((enrolment) => {
        const { id, rosterNumber, fullName, workUnit, agency, group } = enrolment;
        const own = ofEnrolment.get(id) ?? [];
        const placeId = kind === "GROUP" ? enrolment.groupId : enrolment.facilitatorId;
        return {
          id,
          number: rosterNumber,
          name: fullName,
          agencyId: agency.id,
          agency: agency.shortName,
          agencyName: agency.name,
          workUnit,
          group: group?.name ?? null,
          leads: kind === "GROUP" && enrolment.isGroupLead,
          held:
            kind === "INNOVATION"
              ? own.map((one) => ({
                  placeId: one.innovationId,
                  assignmentId: one.id,
                  begun: one.begun,
                }))
              : placeId === null
                ? []
                : [
                    {
                      placeId,
                      assignmentId: null,
                      // Whoever was sent something to review goes on with it.
                      begun: kind === "FACILITATOR" && own.some(({ submitted }) => submitted),
                    },
                  ],
        };
      }),
    marks: enrolments.flatMap(({ id: enrolmentId, marks }) =>
      marks.map(({ innovationId, facilitatorId, groupId, ...mark }) => ({
        ...mark,
        enrolmentId,
        placeId: innovationId ?? facilitatorId ?? groupId ?? "",
      })),
    ),
  };
}

/** What a file would do, whom it would move, and the sheet that says so. */
export interface PlannedFile {
  preview: FilePreview;
  changes: Move[];
  sheet: Sheet;
  headings: readonly string[];
}

/** What a file would do on what stands, with its digest. */
export async function planAllocationFile(
  db: Reader,
  authorized: AuthorizedOrganizing,
  actorId: string,
  kind: PlaceKind,
  file: Uint8Array,
): Promise<Result<PlannedFile>> {
  const taken = await takeAllocation(file, kind);
  if (!taken.ok) return refuse("invalid", { issues: [taken.issue] });
  const { rows, sheet, headings } = taken.value;
  const { plan, moves } = planFile(await readStanding(db, authorized, actorId, kind), rows);
  const digest = contentHash({ kind, plan, moves });
  return success({ preview: { ...plan, digest }, changes: moves, sheet, headings });
}

/** What a plan comes to: the same digest, the same changes for the same people. */
export function digestOf(kind: PlaceKind, { moves, clashes }: AllocationPlan): string {
  return contentHash({ kind, moves, clashes });
}

/** The last allocation of a kind that was carried out and not undone, or null. One statement. */
export async function findLastAllocation(
  db: Reader,
  { cohortId }: AuthorizedOrganizing,
  kind: PlaceKind,
): Promise<{ id: string; appliedAt: Date; moves: unknown } | null> {
  return db.allocation.findFirst({
    where: { cohortId, kind, undoneAt: null },
    select: { id: true, appliedAt: true, moves: true },
    orderBy: [{ appliedAt: "desc" }, { id: "desc" }],
  });
}

/** As many allocations as anybody looks back on; the archive has all. */
const PAST = 100;

/** What was carried out in a cohort, the latest first. One statement, which reads no reasons. */
export function listAllocations(
  db: Reader,
  { cohortId }: AuthorizedOrganizing,
): Promise<PastAllocation[]> {
  return db.$queryRaw<PastAllocation[]>`
    SELECT id, kind::text AS kind, applied_at AS "appliedAt", applied_by_name AS "appliedBy",
           undone_at AS "undoneAt", undone_by_name AS "undoneBy",
           jsonb_array_length(moves)::int AS moved, reasons IS NOT NULL AS explained
    FROM allocations WHERE cohort_id = ${cohortId}::uuid
    ORDER BY applied_at DESC, id DESC LIMIT ${PAST}`;
}

/**
 * Why everybody came where they came in one allocation of a cohort, in the order of the roster; null where
 * there is none of that id, or nothing was kept. Three statements at most.
 */
export async function findReasons(
  db: Reader,
  { cohortId }: AuthorizedOrganizing,
  allocationId: string,
): Promise<{ places: { label: string }[]; people: PastReason[] } | null> {
  const found = await db.allocation.findFirst({
    where: { id: allocationId, cohortId },
    select: { kind: true, moves: true, reasons: true },
  });
  if (!found || found.reasons === null) return null;
  const stored = reasonsSchema.parse(found.reasons);
  const moved = new Set(movesSchema.parse(found.moves).map(({ enrolmentId }) => enrolmentId));
  const enrolments = await db.enrolment.findMany({
    where: { cohortId },
    select: { id: true, fullName: true },
    orderBy: [{ rosterNumber: "asc" }, { id: "asc" }],
  });
  const names = new Map(enrolments.map(({ id, fullName }) => [id, fullName]));
  const labels = await labelsOf(db, cohortId, found.kind, names, stored);
  const ids = [...labels.keys()];
  const at = (placeId: string) => ids.indexOf(placeId);
  const order = new Map(enrolments.map(({ id }, place) => [id, place]));
  const people = stored
    // Whoever was taken off the roster since is nobody's to name.
    .filter(({ enrolmentId }) => names.has(enrolmentId))
    .sort((a, b) => (order.get(a.enrolmentId) ?? 0) - (order.get(b.enrolmentId) ?? 0))
    .map(({ enrolmentId, placeId, reason }): PastReason => {
      const said: Reason =
        "missed" in reason
          ? {
              ...reason,
              missed: reason.missed.map((one) => ({ place: at(one.placeId), why: one.why })),
            }
          : reason;
      return {
        person: names.get(enrolmentId) ?? "",
        place: placeId === null ? null : at(placeId),
        moved: moved.has(enrolmentId),
        reason: said,
      };
    });
  return { places: [...labels.values()].map((label) => ({ label })), people };
}

/** What the places are called of which reasons speak, also those that are offered no more. */
async function labelsOf(
  db: Reader,
  cohortId: string,
  kind: PlaceKind,
  names: ReadonlyMap<string, string>,
  stored: StoredReasons,
): Promise<Map<string, string>> {
  const ids = [
    ...new Set(
      stored.flatMap(({ placeId, reason }) => [
        ...(placeId === null ? [] : [placeId]),
        ...("missed" in reason ? reason.missed.map((one) => one.placeId) : []),
      ]),
    ),
  ];
  if (kind === "FACILITATOR") return new Map(ids.map((id) => [id, names.get(id) ?? "–"]));
  const rows =
    kind === "GROUP"
      ? await db.group.findMany({
          where: { id: { in: ids }, cohortId },
          select: { id: true, name: true },
        })
      : (
          await db.innovation.findMany({
            where: { id: { in: ids } },
            select: { id: true, code: true },
          })
        ).map(({ id, code }) => ({ id, name: code }));
  const known = new Map(rows.map(({ id, name }) => [id, name]));
  return new Map(ids.map((id) => [id, known.get(id) ?? "–"]));
}

/** Why one person came where they came in one allocation, with names in the place of ids. */
export interface Explained {
  allocationId: string;
  cohortId: string;
  kind: PlaceKind;
  appliedAt: Date;
  appliedBy: string | null;
  undoneAt: Date | null;
  undoneBy: string | null;
  enrolmentId: string;
  rosterNumber: number;
  participant: string;
  place: string | null;
  moved: boolean;
  /** A code: `wish`, `even`, …; of what is fixed, by what: `pinned`, `begun`, … */
  reason: string;
  rank: number | null;
  missed: { place: string | null; why: string }[];
}

/**
 * The reasons of everybody in some cohorts, or of some enrolments alone, allocation by allocation, for files
 * that leave. Who may have them, the caller has asked. One statement.
 */
export function listExplained(
  db: Reader,
  { cohortIds, enrolmentIds }: { cohortIds: readonly string[]; enrolmentIds?: readonly string[] },
): Promise<Explained[]> {
  return db.$queryRaw<Explained[]>`
    WITH past AS (
      SELECT * FROM allocations WHERE cohort_id = ANY(${[...cohortIds]}::uuid[]) AND reasons IS NOT NULL
    ), names AS (
      SELECT e.id::text AS id, e.full_name AS name FROM enrolments e WHERE e.cohort_id IN (SELECT cohort_id FROM past)
      UNION ALL SELECT g.id::text, g.name FROM groups g WHERE g.cohort_id IN (SELECT cohort_id FROM past)
      UNION ALL SELECT i.id::text, i.code FROM innovations i
    ), moved AS (
      SELECT p.id, m ->> 'enrolmentId' AS enrolment FROM past p, jsonb_array_elements(p.moves) m
    )
    SELECT p.id AS "allocationId", p.cohort_id AS "cohortId", p.kind::text AS kind,
           p.applied_at AS "appliedAt", p.applied_by_name AS "appliedBy",
           p.undone_at AS "undoneAt", p.undone_by_name AS "undoneBy",
           e.id AS "enrolmentId", e.roster_number AS "rosterNumber", e.full_name AS participant,
           n.name AS place, m.enrolment IS NOT NULL AS moved,
           coalesce(r -> 'reason' ->> 'by', r -> 'reason' ->> 'kind') AS reason,
           (r -> 'reason' ->> 'rank')::int AS rank,
           coalesce((
             SELECT jsonb_agg(jsonb_build_object('place', x.name, 'why', w.item ->> 'why') ORDER BY w.at)
             FROM jsonb_array_elements(r -> 'reason' -> 'missed') WITH ORDINALITY AS w (item, at)
             LEFT JOIN names x ON x.id = w.item ->> 'placeId'
           ), '[]') AS missed
    FROM past p CROSS JOIN LATERAL jsonb_array_elements(p.reasons) AS r
    JOIN enrolments e ON e.id = (r ->> 'enrolmentId')::uuid AND e.cohort_id = p.cohort_id
    LEFT JOIN names n ON n.id = r ->> 'placeId'
    LEFT JOIN moved m ON m.id = p.id AND m.enrolment = r ->> 'enrolmentId'
    WHERE ${enrolmentIds === undefined} OR e.id = ANY(${[...(enrolmentIds ?? [])]}::uuid[])
    ORDER BY p.applied_at, p.id, e.roster_number, e.id`;
}
