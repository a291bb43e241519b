import "server-only";
import { takeAllocation } from "@/lib/allocation/intake";
import { planFile } from "@/lib/allocation/matching";
import type { FilePreview, PlaceKind } from "@/lib/allocation/model";
import type { AllocationPlan, Move, Standing, StandingPlace } from "@/lib/allocation/planning";
import type { AuthorizedOrganizing } from "@/lib/cohort/policy";
import { openToCohort } from "@/lib/innovation/data";
import type { Reader } from "@/lib/platform/db";
import { contentHash } from "@/lib/platform/ids";
import { type Result, refuse, success } from "@/lib/platform/result";
import type { Sheet } from "@/lib/spreadsheet/sheet";

/**
 * All that an allocation of one kind rests on: who takes part and is not the actor, for nobody allocates
 * themselves; the places; what is held; what is said of them. Five statements, however many people there
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
      agency: { select: { id: true, name: true, shortName: true } },
      group: { select: { name: true } },
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
    select: { innovationId: true, facilitatorId: true, capacity: true },
  });
  const marks = await db.allocationMark.findMany({
    where: {
      cohortId,
      ...(kind === "INNOVATION" ? { facilitatorId: null } : { innovationId: null }),
    },
    select: { enrolmentId: true, kind: true, rank: true, innovationId: true, facilitatorId: true },
    orderBy: [{ rank: "asc" }, { id: "asc" }],
  });
  const capacityOf = (id: string) =>
    capacities.find(({ innovationId, facilitatorId }) => (innovationId ?? facilitatorId) === id)
      ?.capacity ?? null;

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
      .map(({ id, rosterNumber, fullName, workUnit, agency, group, facilitatorId }) => {
        const own = ofEnrolment.get(id) ?? [];
        return {
          id,
          number: rosterNumber,
          name: fullName,
          agencyId: agency.id,
          agency: agency.shortName,
          agencyName: agency.name,
          workUnit,
          group: group?.name ?? null,
          held:
            kind === "INNOVATION"
              ? own.map((one) => ({
                  placeId: one.innovationId,
                  assignmentId: one.id,
                  begun: one.begun,
                }))
              : facilitatorId === null
                ? []
                : [
                    {
                      placeId: facilitatorId,
                      assignmentId: null,
                      // Whoever was sent something to review goes on with it.
                      begun: own.some(({ submitted }) => submitted),
                    },
                  ],
        };
      }),
    marks: marks.map(({ innovationId, facilitatorId, ...mark }) => ({
      ...mark,
      placeId: innovationId ?? facilitatorId ?? "",
    })),
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
  const taken = await takeAllocation(file);
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
