import "server-only";
import {
  INNOVATION_PAGE,
  type InnovationCard,
  type InnovationProfile,
} from "@/lib/innovation/model";
import type { CatalogueScope } from "@/lib/innovation/policy";
import type { Reader } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/prisma/client";

/** What a cohort may work on: of the regions that it visits, what is shared or its own centre's. */
export function openToCohort(cohortId: string): Prisma.InnovationWhereInput {
  return {
    hostRegion: { visits: { some: { cohortId } } },
    OR: [{ centerId: null }, { center: { cohorts: { some: { id: cohortId } } } }],
  };
}

/** What of the catalogue a scope covers. */
function covered({ centerIds, cohortIds }: CatalogueScope): Prisma.InnovationWhereInput {
  const ownOrShared = (ids: readonly string[]) => [
    { centerId: null },
    { centerId: { in: [...ids] } },
  ];
  return {
    OR: [
      // A visit to a region opens what is there; a centre's own entries, to its own cohorts alone.
      {
        hostRegion: { visits: { some: { cohortId: { in: [...cohortIds] } } } },
        OR: [{ centerId: null }, { center: { cohorts: { some: { id: { in: [...cohortIds] } } } } }],
      },
      ...(centerIds.length > 0
        ? [{ OR: ownOrShared(centerIds), hostRegion: { OR: ownOrShared(centerIds) } }]
        : []),
    ],
  };
}

function matching(search: string | undefined): Prisma.InnovationWhereInput {
  if (!search) return {};
  const contains = { contains: search.replaceAll(/[\\%_]/g, "\\$&"), mode: "insensitive" as const };
  return {
    OR: [
      { code: contains },
      { name: contains },
      { summary: contains },
      { hostUnit: { OR: [{ name: contains }, { shortName: contains }] } },
      { hostRegion: { name: contains } },
    ],
  };
}

const cardSelect = {
  id: true,
  code: true,
  name: true,
  summary: true,
  form: true,
  type: true,
  stage: true,
  confidence: true,
  hostUnit: { select: { name: true, shortName: true } },
  hostRegion: { select: { name: true } },
} satisfies Prisma.InnovationSelect;

/** A page of the catalogue. Two statements. */
export async function listInnovations(
  db: Reader,
  scope: CatalogueScope,
  search: string | undefined,
  page: number,
): Promise<{ rows: InnovationCard[]; total: number; page: number; pages: number }> {
  const where = { AND: [covered(scope), matching(search)] };
  const total = await db.innovation.count({ where });
  const pages = Math.max(1, Math.ceil(total / INNOVATION_PAGE));
  const shown = Math.min(page, pages);
  const rows = await db.innovation.findMany({
    where,
    select: cardSelect,
    orderBy: [
      { hostRegion: { name: "asc" } },
      { sortOrder: "asc" },
      { code: "asc" },
      { id: "asc" },
    ],
    skip: (shown - 1) * INNOVATION_PAGE,
    take: INNOVATION_PAGE,
  });
  return {
    rows: rows.map(({ hostUnit, hostRegion, ...rest }) => ({
      ...rest,
      owner: hostUnit,
      host: hostRegion.name,
    })),
    total,
    page: shown,
    pages,
  };
}

const profileSelect = {
  id: true,
  code: true,
  name: true,
  summary: true,
  form: true,
  type: true,
  stage: true,
  startedOn: true,
  confidence: true,
  hostUnit: { select: { name: true, shortName: true, laterName: true } },
  hostRegion: {
    select: {
      name: true,
      shortName: true,
      capital: true,
      awards: {
        select: {
          id: true,
          innovationId: true,
          name: true,
          level: true,
          year: true,
          rank: true,
          giver: true,
          note: true,
          source: true,
          confidence: true,
        },
        orderBy: [{ year: "desc" }, { name: "asc" }, { id: "asc" }],
      },
    },
  },
  facts: {
    select: { id: true, text: true, source: true, confidence: true },
    orderBy: [{ sortOrder: "asc" }, { id: "asc" }],
  },
} satisfies Prisma.InnovationSelect;

/** One innovation with its facts and the awards of its region, or null. One statement. */
export async function findInnovation(
  db: Reader,
  scope: CatalogueScope,
  innovationId: string,
): Promise<InnovationProfile | null> {
  const found = await db.innovation.findFirst({
    where: { AND: [{ id: innovationId }, covered(scope)] },
    select: profileSelect,
  });
  if (!found) return null;
  const { hostUnit, hostRegion, ...rest } = found;
  const { awards, ...host } = hostRegion;
  return {
    ...rest,
    owner: hostUnit,
    host,
    awards: awards.map(({ innovationId: honoured, ...award }) => ({
      ...award,
      isForThis: honoured === found.id,
    })),
  };
}
