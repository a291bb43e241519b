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
      staff: row.staffMemberships.map(({ role, person }) => ({
        personId: person.id,
        name: person.displayName,
        email: person.email,
        role,
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

/** What a centre has, in numbers. One statement each, none of them by rows. */
export async function findOverview(
  db: Reader,
  { centerId }: AuthorizedOffice,
): Promise<OfficeOverview> {
  const own = { where: { centerId } };
  const shared = { where: { centerId: null } };
  const [center, ...counts] = await Promise.all([
    db.trainingCenter.findUniqueOrThrow({
      where: { id: centerId },
      select: {
        id: true,
        name: true,
        shortName: true,
        _count: { select: { cohorts: true, staffMemberships: true } },
      },
    }),
    db.agency.count(own),
    db.agency.count(shared),
    db.hostRegion.count(own),
    db.hostRegion.count(shared),
    db.innovation.count(own),
    db.innovation.count(shared),
    db.rubric.count(own),
    db.rubric.count(shared),
  ]);
  const { _count, ...names } = center;
  const pair = (at: number) => ({ own: counts[at] ?? 0, shared: counts[at + 1] ?? 0 });
  return {
    center: names,
    cohorts: _count.cohorts,
    staff: _count.staffMemberships,
    agencies: pair(0),
    hostRegions: pair(2),
    innovations: pair(4),
    rubrics: pair(6),
  };
}
