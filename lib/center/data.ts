import "server-only";
import type { OfficeOverview } from "@/lib/center/model";
import type { AuthorizedOffice } from "@/lib/center/policy";
import type { Reader } from "@/lib/platform/db";

export interface CenterDto {
  id: string;
  name: string;
  shortName: string;
  staff: {
    personId: string;
    name: string;
    email: string | null;
    role: "ADMINISTRATOR" | "ORGANIZER" | "VIEWER";
    /** The role is not in force before the person takes it. */
    isOffered: boolean;
    active: boolean;
    hasPassword: boolean;
  }[];
}

export const CENTERS_PER_PAGE = 25;

/** The centres with their staff, a page of them, by name. */
export async function listCenters(
  db: Reader,
  page: number,
): Promise<{ centers: CenterDto[]; total: number }> {
  const [rows, total] = await Promise.all([
    db.trainingCenter.findMany({
      select: {
        id: true,
        name: true,
        shortName: true,
        staffMemberships: {
          select: {
            role: true,
            acceptedAt: true,
            person: {
              select: {
                id: true,
                displayName: true,
                email: true,
                status: true,
                passwordHash: true,
              },
            },
          },
          orderBy: { createdAt: "asc" },
        },
      },
      orderBy: { name: "asc" },
      skip: (page - 1) * CENTERS_PER_PAGE,
      take: CENTERS_PER_PAGE,
    }),
    db.trainingCenter.count(),
  ]);
  return {
    total,
    centers: rows.map((row) => ({
      id: row.id,
      name: row.name,
      shortName: row.shortName,
      staff: row.staffMemberships.map(({ role, acceptedAt, person }) => ({
        personId: person.id,
        name: person.displayName,
        email: person.email,
        role,
        isOffered: acceptedAt === null,
        active: person.status === "ACTIVE",
        hasPassword: person.passwordHash !== null,
      })),
    })),
  };
}

/** The centres of a list of ids, by name. */
export function listOffices(
  db: Reader,
  centerIds: readonly string[],
): Promise<{ id: string; name: string; shortName: string }[]> {
  return db.trainingCenter.findMany({
    where: { id: { in: [...centerIds] } },
    select: { id: true, name: true, shortName: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
}

type Figures = Record<
  | "cohorts"
  | "staff"
  | `${"agencies" | "hostRegions" | "innovations" | "rubrics"}${"Own" | "Shared"}`,
  number
>;

/** What a centre has, in numbers. One statement. */
export async function findOverview(
  db: Reader,
  { centerId }: AuthorizedOffice,
): Promise<OfficeOverview> {
  const rows = await db.$queryRaw<(Figures & OfficeOverview["center"])[]>`
    SELECT c.id, c.name, c.short_name AS "shortName",
      (SELECT count(*)::int FROM cohorts WHERE center_id = c.id) AS cohorts,
      (SELECT count(*)::int FROM staff_memberships WHERE center_id = c.id) AS staff,
      (SELECT count(*)::int FROM agencies WHERE center_id = c.id) AS "agenciesOwn",
      (SELECT count(*)::int FROM agencies WHERE center_id IS NULL) AS "agenciesShared",
      (SELECT count(*)::int FROM host_regions WHERE center_id = c.id) AS "hostRegionsOwn",
      (SELECT count(*)::int FROM host_regions WHERE center_id IS NULL) AS "hostRegionsShared",
      (SELECT count(*)::int FROM innovations WHERE center_id = c.id) AS "innovationsOwn",
      (SELECT count(*)::int FROM innovations WHERE center_id IS NULL) AS "innovationsShared",
      (SELECT count(*)::int FROM rubrics WHERE center_id = c.id) AS "rubricsOwn",
      (SELECT count(*)::int FROM rubrics WHERE center_id IS NULL) AS "rubricsShared"
    FROM training_centers c WHERE c.id = ${centerId}::uuid`;
  const row = rows[0];
  if (!row) throw new Error("an office without a centre");
  return {
    center: { id: row.id, name: row.name, shortName: row.shortName },
    cohorts: row.cohorts,
    staff: row.staff,
    agencies: { own: row.agenciesOwn, shared: row.agenciesShared },
    hostRegions: { own: row.hostRegionsOwn, shared: row.hostRegionsShared },
    innovations: { own: row.innovationsOwn, shared: row.innovationsShared },
    rubrics: { own: row.rubricsOwn, shared: row.rubricsShared },
  };
}
