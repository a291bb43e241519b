import "server-only";
import { ENTRY_PAGE } from "@/lib/catalogue/model";
import { containing } from "@/lib/catalogue/record";
import {
  type AwardProfile,
  type AwardRow,
  type InRegion,
  type Paged,
  REGION_PAGE,
  type RegionProfile,
  type RegionRow,
  type RegionType,
  type UnitProfile,
  type UnitRow,
} from "@/lib/host/model";
import type {
  AwardListQuery,
  RegionListQuery,
  RegionPages,
  UnitListQuery,
} from "@/lib/host/schema";
import type { CatalogueScope } from "@/lib/innovation/policy";
import type { Reader } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/prisma/client";

/** The regions that a scope covers: those that one's cohorts visit, one's centres' and the shared. */
export function coveredRegions({ centerIds, cohortIds }: CatalogueScope) {
  return {
    OR: [
      { visits: { some: { cohortId: { in: [...cohortIds] } } } },
      ...(centerIds.length > 0
        ? [{ OR: [{ centerId: null }, { centerId: { in: [...centerIds] } }] }]
        : []),
    ],
  } satisfies Prisma.HostRegionWhereInput;
}

/** Of what stands in a region that is covered: what is shared, and one's own centres' entries. */
export function coveredEntries({ centerIds, cohortIds }: CatalogueScope) {
  return {
    OR: [
      { centerId: null },
      { centerId: { in: [...centerIds] } },
      { center: { cohorts: { some: { id: { in: [...cohortIds] } } } } },
    ],
  };
}

const rowSelect = (scope: CatalogueScope) => {
  const where = coveredEntries(scope);
  return {
    id: true,
    centerId: true,
    name: true,
    shortName: true,
    type: true,
    regionCode: true,
    capital: true,
    version: true,
    archivedAt: true,
    _count: {
      select: {
        units: { where: { ...where, archivedAt: null } },
        innovations: { where: { ...where, archivedAt: null } },
        awards: { where },
      },
    },
  } satisfies Prisma.HostRegionSelect;
};

type SelectedRegion = Prisma.HostRegionGetPayload<{ select: ReturnType<typeof rowSelect> }>;

function regionRow({ _count, centerId, archivedAt, type, ...row }: SelectedRegion): RegionRow {
  // The form offers no other types, and the shared data has none.
  return {
    ...row,
    type: type as RegionType,
    archived: archivedAt !== null,
    own: centerId !== null,
    ..._count,
  };
}

/** A page of the regions of a catalogue, by name. Two statements. */
export async function listRegions(
  db: Reader,
  scope: CatalogueScope,
  query: RegionListQuery,
): Promise<Paged<RegionRow>> {
  const where: Prisma.HostRegionWhereInput = {
    AND: [
      coveredRegions(scope),
      query.q
        ? {
            OR: [
              { name: containing(query.q) },
              { shortName: containing(query.q) },
              { capital: containing(query.q) },
              { regionCode: containing(query.q) },
            ],
          }
        : {},
    ],
    ...(query.owner && { centerId: query.owner === "own" ? { not: null } : null }),
    ...(query.type && { type: query.type }),
    archivedAt: query.archived ? { not: null } : null,
  };
  const total = await db.hostRegion.count({ where });
  const pages = Math.max(1, Math.ceil(total / ENTRY_PAGE));
  const page = Math.min(query.page, pages);
  const rows = await db.hostRegion.findMany({
    where,
    select: rowSelect(scope),
    orderBy: [{ shortName: "asc" }, { name: "asc" }, { id: "asc" }],
    skip: (page - 1) * ENTRY_PAGE,
    take: ENTRY_PAGE,
  });
  return { rows: rows.map(regionRow), total, page, pages };
}

/** Which rows of a list a page of it shows; a page that is not there is the last. */
function cut(total: number, wanted: number) {
  const pages = Math.max(1, Math.ceil(total / REGION_PAGE));
  const page = Math.min(wanted, pages);
  return { total, page, pages, skip: (page - 1) * REGION_PAGE, take: REGION_PAGE };
}

const unitSelect = (innovations: Prisma.InnovationWhereInput) =>
  ({
    id: true,
    centerId: true,
    name: true,
    shortName: true,
    laterName: true,
    version: true,
    archivedAt: true,
    _count: { select: { innovations: { where: innovations } } },
  }) satisfies Prisma.HostUnitSelect;

function unitRow<Row extends Prisma.HostUnitGetPayload<{ select: ReturnType<typeof unitSelect> }>>({
  _count,
  centerId,
  archivedAt,
  ...row
}: Row) {
  return {
    ...row,
    archived: archivedAt !== null,
    own: centerId !== null,
    innovations: _count.innovations,
  };
}

const innovationSelect = {
  id: true,
  centerId: true,
  code: true,
  name: true,
  confidence: true,
  archivedAt: true,
  hostUnit: { select: { shortName: true } },
} satisfies Prisma.InnovationSelect;

function innovationRow({
  centerId,
  archivedAt,
  hostUnit,
  ...row
}: Prisma.InnovationGetPayload<{ select: typeof innovationSelect }>) {
  return {
    ...row,
    owner: hostUnit.shortName,
    archived: archivedAt !== null,
    own: centerId !== null,
  };
}

const awardSelect = {
  id: true,
  centerId: true,
  name: true,
  level: true,
  year: true,
  rank: true,
  giver: true,
  note: true,
  source: true,
  confidence: true,
  version: true,
  innovation: { select: { id: true, code: true } },
} satisfies Prisma.AwardSelect;

function awardRow<Row extends Prisma.AwardGetPayload<{ select: typeof awardSelect }>>({
  centerId,
  ...row
}: Row) {
  return { ...row, own: centerId !== null };
}

/**
 * A region with a page of its units, innovations and awards, or null. Four statements.
 *
 * @param archived shows what is retired as well
 */
export async function findRegion(
  db: Reader,
  scope: CatalogueScope,
  regionId: string,
  wanted: RegionPages,
  archived: boolean,
): Promise<RegionProfile | null> {
  const entries = coveredEntries(scope);
  const inUse = archived ? {} : { archivedAt: null };
  const { _count, ...columns } = rowSelect(scope);
  const found = await db.hostRegion.findFirst({
    where: { AND: [{ id: regionId }, coveredRegions(scope)] },
    select: {
      ...columns,
      _count: {
        select: {
          units: { where: { ...entries, ...inUse } },
          innovations: { where: { ...entries, ...inUse } },
          awards: { where: entries },
        },
      },
    },
  });
  if (!found) return null;
  const region = regionRow(found);
  const at = { hostRegionId: regionId, ...entries };

  const unitCut = cut(region.units, wanted.units);
  const units = await db.hostUnit.findMany({
    where: { ...at, ...inUse },
    select: unitSelect({ ...entries, ...inUse }),
    orderBy: [{ shortName: "asc" }, { id: "asc" }],
    skip: unitCut.skip,
    take: unitCut.take,
  });
  const innovationCut = cut(region.innovations, wanted.innovations);
  const innovations = await db.innovation.findMany({
    where: { ...at, ...inUse },
    select: innovationSelect,
    orderBy: [{ sortOrder: "asc" }, { code: "asc" }, { id: "asc" }],
    skip: innovationCut.skip,
    take: innovationCut.take,
  });
  const awardCut = cut(region.awards, wanted.awards);
  const awards = await db.award.findMany({
    where: at,
    select: awardSelect,
    orderBy: [{ year: "desc" }, { name: "asc" }, { id: "asc" }],
    skip: awardCut.skip,
    take: awardCut.take,
  });
  return {
    region,
    units: {
      ...unitCut,
      rows: units.map(unitRow),
    },
    innovations: {
      ...innovationCut,
      rows: innovations.map(innovationRow),
    },
    awards: {
      ...awardCut,
      rows: awards.map(awardRow),
    },
  };
}

const inRegion = { hostRegion: { select: { id: true, shortName: true } } } as const;

/** A page of the units of a catalogue, by region and name. Two statements. */
export async function listUnits(
  db: Reader,
  scope: CatalogueScope,
  query: UnitListQuery,
): Promise<Paged<UnitRow & InRegion>> {
  const entries = coveredEntries(scope);
  const where: Prisma.HostUnitWhereInput = {
    AND: [
      entries,
      query.q
        ? {
            OR: [
              { name: containing(query.q) },
              { shortName: containing(query.q) },
              { laterName: containing(query.q) },
            ],
          }
        : {},
    ],
    hostRegion: coveredRegions(scope),
    ...(query.region && { hostRegionId: query.region }),
    ...(query.owner && { centerId: query.owner === "own" ? { not: null } : null }),
    archivedAt: query.archived ? { not: null } : null,
  };
  const total = await db.hostUnit.count({ where });
  const pages = Math.max(1, Math.ceil(total / ENTRY_PAGE));
  const page = Math.min(query.page, pages);
  const rows = await db.hostUnit.findMany({
    where,
    select: { ...unitSelect({ ...entries, archivedAt: null }), ...inRegion },
    orderBy: [{ hostRegion: { shortName: "asc" } }, { shortName: "asc" }, { id: "asc" }],
    skip: (page - 1) * ENTRY_PAGE,
    take: ENTRY_PAGE,
  });
  return {
    rows: rows.map(({ hostRegion, ...row }) => ({ ...unitRow(row), region: hostRegion })),
    total,
    page,
    pages,
  };
}

/** A page of the awards of a catalogue, the latest first. Two statements. */
export async function listAwards(
  db: Reader,
  scope: CatalogueScope,
  query: AwardListQuery,
): Promise<Paged<AwardRow & InRegion>> {
  const where: Prisma.AwardWhereInput = {
    AND: [
      coveredEntries(scope),
      query.q
        ? {
            OR: [
              { name: containing(query.q) },
              { rank: containing(query.q) },
              { giver: containing(query.q) },
              { innovation: { code: containing(query.q) } },
            ],
          }
        : {},
    ],
    hostRegion: coveredRegions(scope),
    ...(query.region && { hostRegionId: query.region }),
    ...(query.owner && { centerId: query.owner === "own" ? { not: null } : null }),
    ...(query.level && { level: query.level }),
    ...(query.confidence && { confidence: query.confidence }),
  };
  const total = await db.award.count({ where });
  const pages = Math.max(1, Math.ceil(total / ENTRY_PAGE));
  const page = Math.min(query.page, pages);
  const rows = await db.award.findMany({
    where,
    select: { ...awardSelect, ...inRegion },
    orderBy: [{ year: "desc" }, { name: "asc" }, { id: "asc" }],
    skip: (page - 1) * ENTRY_PAGE,
    take: ENTRY_PAGE,
  });
  return {
    rows: rows.map(({ hostRegion, ...row }) => ({ ...awardRow(row), region: hostRegion })),
    total,
    page,
    pages,
  };
}

/** A unit with a page of its innovations, or null. Two statements. */
export async function findUnit(
  db: Reader,
  scope: CatalogueScope,
  unitId: string,
  wanted: number,
): Promise<UnitProfile | null> {
  const entries = { ...coveredEntries(scope), archivedAt: null };
  const found = await db.hostUnit.findFirst({
    where: { AND: [{ id: unitId }, coveredEntries(scope)], hostRegion: coveredRegions(scope) },
    select: { ...unitSelect(entries), ...inRegion },
  });
  if (!found) return null;
  const { hostRegion, ...row } = found;
  const unit = { ...unitRow(row), region: hostRegion, centerId: row.centerId };
  const innovationCut = cut(unit.innovations, wanted);
  const innovations = await db.innovation.findMany({
    where: { hostUnitId: unitId, ...entries },
    select: innovationSelect,
    orderBy: [{ sortOrder: "asc" }, { code: "asc" }, { id: "asc" }],
    skip: innovationCut.skip,
    take: innovationCut.take,
  });
  return { unit, innovations: { ...innovationCut, rows: innovations.map(innovationRow) } };
}

/** An award with what it honours, or null. One statement. */
export async function findAward(
  db: Reader,
  scope: CatalogueScope,
  awardId: string,
): Promise<AwardProfile | null> {
  const found = await db.award.findFirst({
    where: { AND: [{ id: awardId }, coveredEntries(scope)], hostRegion: coveredRegions(scope) },
    select: {
      ...awardSelect,
      ...inRegion,
      innovation: { select: { id: true, code: true, name: true } },
    },
  });
  if (!found) return null;
  const { hostRegion, ...row } = found;
  return { award: { ...awardRow(row), region: hostRegion, centerId: row.centerId } };
}

/** Names of regions and of units, for lists to choose from. */
export interface Named {
  id: string;
  name: string;
}

/** So many names does a list to choose from hold. */
const NAMES = 500;

/** The regions of a catalogue, by name. One statement. */
export async function nameRegions(db: Reader, scope: CatalogueScope): Promise<Named[]> {
  const rows = await db.hostRegion.findMany({
    where: { ...coveredRegions(scope), archivedAt: null },
    select: { id: true, shortName: true },
    orderBy: [{ shortName: "asc" }, { id: "asc" }],
    take: NAMES,
  });
  return rows.map(({ id, shortName }) => ({ id, name: shortName }));
}

/** The units of a region, by name; of all regions without one. One statement. */
export async function nameUnits(
  db: Reader,
  scope: CatalogueScope,
  regionId: string,
): Promise<Named[]> {
  const rows = await db.hostUnit.findMany({
    where: {
      hostRegionId: regionId,
      hostRegion: coveredRegions(scope),
      ...coveredEntries(scope),
      archivedAt: null,
    },
    select: { id: true, name: true, shortName: true },
    orderBy: [{ shortName: "asc" }, { id: "asc" }],
    take: NAMES,
  });
  return rows.map(({ id, name, shortName }) => ({ id, name: `${shortName} – ${name}` }));
}

/** The innovations of a region, by code, for an award to honour. One statement. */
export async function nameInnovations(
  db: Reader,
  scope: CatalogueScope,
  regionId: string,
): Promise<Named[]> {
  const rows = await db.innovation.findMany({
    where: { hostRegionId: regionId, ...coveredEntries(scope), archivedAt: null },
    select: { id: true, code: true },
    orderBy: [{ sortOrder: "asc" }, { code: "asc" }],
    take: NAMES,
  });
  return rows.map(({ id, code }) => ({ id, name: code }));
}
