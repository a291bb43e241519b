import "server-only";
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
