import "server-only";
import type { OfferedPlace } from "@/lib/enrolment/model";
import type { Actor } from "@/lib/platform/actor";
import type { Reader } from "@/lib/platform/db";

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
