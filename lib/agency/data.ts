import "server-only";
import type { AgencyRow } from "@/lib/agency/model";
import type { AgencyListQuery } from "@/lib/agency/schema";
import { ENTRY_PAGE } from "@/lib/catalogue/model";
import { containing, ownOrShared } from "@/lib/catalogue/record";
import type { AuthorizedOffice } from "@/lib/center/policy";
import type { Paged } from "@/lib/host/model";
import type { Reader } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/prisma/client";

/** A page of a centre's agencies, its own and the shared ones. Two statements. */
export async function listAgencies(
  db: Reader,
  { centerId }: AuthorizedOffice,
  query: AgencyListQuery,
): Promise<Paged<AgencyRow>> {
  const where: Prisma.AgencyWhereInput = {
    AND: [
      ownOrShared(centerId),
      query.q ? { OR: [{ name: containing(query.q) }, { shortName: containing(query.q) }] } : {},
    ],
    ...(query.owner && { centerId: query.owner === "own" ? centerId : null }),
    ...(query.type && { type: query.type }),
    archivedAt: query.archived ? { not: null } : null,
  };
  const total = await db.agency.count({ where });
  const pages = Math.max(1, Math.ceil(total / ENTRY_PAGE));
  const page = Math.min(query.page, pages);
  const rows = await db.agency.findMany({
    where,
    select: {
      id: true,
      centerId: true,
      name: true,
      shortName: true,
      type: true,
      version: true,
      archivedAt: true,
      _count: { select: { enrolments: { where: { cohort: { centerId } } } } },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    skip: (page - 1) * ENTRY_PAGE,
    take: ENTRY_PAGE,
  });
  return {
    rows: rows.map(({ _count, centerId: owner, archivedAt, ...row }) => ({
      ...row,
      archived: archivedAt !== null,
      own: owner !== null,
      people: _count.enrolments,
    })),
    total,
    page,
    pages,
  };
}
