import "server-only";
import type { AuthorizedOffice } from "@/lib/center/policy";
import type { Reader } from "@/lib/platform/db";
import type { PrivacyController } from "@/lib/privacy/model";

const controllerSelect = {
  id: true,
  name: true,
  contactName: true,
  contactEmail: true,
  contactPhone: true,
} as const;

/** The centres that keep data of a person: those of the own cohorts, and where one is staff. */
export async function listControllers(db: Reader, personId: string): Promise<PrivacyController[]> {
  const centers = await db.trainingCenter.findMany({
    where: {
      OR: [
        { staffMemberships: { some: { personId } } },
        { cohorts: { some: { enrolments: { some: { personId } } } } },
      ],
    },
    select: controllerSelect,
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 50,
  });
  return centers.map(({ id, ...rest }) => ({ centerId: id, ...rest }));
}

/** Whom a centre's notice names. */
export async function findController(
  db: Reader,
  { centerId }: AuthorizedOffice,
): Promise<PrivacyController> {
  const { id, ...rest } = await db.trainingCenter.findUniqueOrThrow({
    where: { id: centerId },
    select: controllerSelect,
  });
  return { centerId: id, ...rest };
}
