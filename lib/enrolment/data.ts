import "server-only";
import type { OfferedPlace } from "@/lib/enrolment/model";
import type { Actor } from "@/lib/platform/actor";
import type { Reader } from "@/lib/platform/db";

/**
 * What cohorts that are still being set up are called, of those in which the one who asks has a place:
 * their name and nothing else, the next to begin first. Those of a centre that keeps the person away
 * are left out. One statement.
 */
export async function listDraftCohorts(
  db: Reader,
  { personId }: Pick<Actor, "personId">,
): Promise<string[]> {
  const rows = await db.cohort.findMany({
    where: {
      state: "DRAFT",
      enrolments: { some: { personId, acceptedAt: { not: null }, withdrawnAt: null } },
      center: { suspensions: { none: { personId } } },
    },
    select: { name: true },
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
  });
  return rows.map(({ name }) => name);
}

/**
 * The places that wait to be taken by the one who asks, the latest first. Those of a centre that keeps
 * the person away are left out. One statement.
 */
export async function listOfferedPlaces(
  db: Reader,
  { personId }: Pick<Actor, "personId">,
): Promise<OfferedPlace[]> {
  const rows = await db.enrolment.findMany({
    where: {
      personId,
      acceptedAt: null,
      withdrawnAt: null,
      cohort: {
        state: { in: ["DRAFT", "RUNNING"] },
        center: { suspensions: { none: { personId } } },
      },
    },
    select: {
      id: true,
      role: true,
      fullName: true,
      agency: { select: { name: true } },
      cohort: { select: { name: true, center: { select: { name: true } } } },
    },
    orderBy: { id: "desc" },
  });
  return rows.map(({ id, role, fullName, agency, cohort }) => ({
    enrolmentId: id,
    role,
    rosterName: fullName,
    agency: agency.name,
    cohort: cohort.name,
    center: cohort.center.name,
  }));
}
