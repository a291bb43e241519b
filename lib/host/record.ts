import "server-only";
import {
  type EntryRecord,
  type EntryTable,
  exactly,
  insertEntries,
  ownOrShared,
  twinIssue,
  updateEntries,
} from "@/lib/catalogue/record";
import type { FieldIssue } from "@/lib/document/issue";
import type { AwardLevel, RegionType } from "@/lib/host/model";
import type { Confidence } from "@/lib/innovation/model";
import type { Tx } from "@/lib/platform/db";

export type RegionValues = {
  name: string;
  shortName: string;
  type: RegionType;
  regionCode: string | null;
  capital: string | null;
};

export type UnitValues = {
  hostRegionId: string;
  name: string;
  shortName: string;
  laterName: string | null;
};

export type AwardValues = {
  hostRegionId: string;
  innovationId: string | null;
  name: string;
  level: AwardLevel;
  year: number;
  rank: string;
  giver: string | null;
  note: string | null;
  source: string;
  confidence: Confidence;
};

/** A region that a centre sees: its own or a shared one. */
export async function regionIssues(
  tx: Tx,
  centerId: string,
  hostRegionId: string,
): Promise<FieldIssue[]> {
  const known = await tx.hostRegion.count({
    where: { id: hostRegionId, ...ownOrShared(centerId) },
  });
  return known > 0 ? [] : [{ path: "hostRegionId", code: "invalid_choice" }];
}

/** The columns of the form. */
export const regionColumns = {
  name: true,
  shortName: true,
  type: true,
  regionCode: true,
  capital: true,
} as const;

const REGIONS: EntryTable<RegionValues> = {
  name: "host_regions",
  columns: {
    name: "text",
    shortName: "text",
    type: '"AgencyType"',
    regionCode: "text",
    capital: "text",
  },
};

export const regionRecord: EntryRecord<RegionValues> = {
  twinField: "name",
  async read(tx, id) {
    const row = await tx.hostRegion.findUnique({
      where: { id },
      select: {
        centerId: true,
        version: true,
        archivedAt: true,
        ...regionColumns,
      },
    });
    if (!row) return null;
    const { centerId, version, archivedAt, ...values } = row;
    return { centerId, version, archivedAt, values };
  },
  async check(tx, centerId, id, { name, regionCode }) {
    const others = { ...ownOrShared(centerId), ...(id && { id: { not: id } }) };
    const namesake = await tx.hostRegion.findFirst({
      where: { ...others, name: exactly(name) },
      select: { centerId: true },
    });
    const sameCode =
      regionCode === null
        ? null
        : await tx.hostRegion.findFirst({
            where: { ...others, regionCode },
            select: { centerId: true },
          });
    return [
      ...twinIssue(namesake, "name", "name_taken"),
      ...twinIssue(sameCode, "regionCode", "code_taken"),
    ];
  },
  insert: (tx, ...entries) => insertEntries(tx, REGIONS, ...entries),
  update: (tx, ...entries) => updateEntries(tx, REGIONS, ...entries),
  async archive(tx, place, archivedAt, now) {
    const { count } = await tx.hostRegion.updateMany({
      where: place,
      data: { archivedAt, version: { increment: 1 }, updatedAt: now },
    });
    return count > 0;
  },
  async references(tx, id) {
    const { _count } = await tx.hostRegion.findUniqueOrThrow({
      where: { id },
      select: {
        _count: { select: { units: true, innovations: true, awards: true, visits: true } },
      },
    });
    return _count.units + _count.innovations + _count.awards + _count.visits;
  },
  async remove(tx, place) {
    const { count } = await tx.hostRegion.deleteMany({ where: place });
    return count > 0;
  },
};

/** The columns of the form. */
export const unitColumns = {
  hostRegionId: true,
  name: true,
  shortName: true,
  laterName: true,
} as const;

const UNITS: EntryTable<UnitValues> = {
  name: "host_units",
  columns: { hostRegionId: "uuid", name: "text", shortName: "text", laterName: "text" },
  hangsOn: "hostRegionId",
};

export const unitRecord: EntryRecord<UnitValues> = {
  twinField: "name",
  async read(tx, id) {
    const row = await tx.hostUnit.findUnique({
      where: { id },
      select: {
        centerId: true,
        version: true,
        archivedAt: true,
        ...unitColumns,
      },
    });
    if (!row) return null;
    const { centerId, version, archivedAt, ...values } = row;
    return { centerId, version, archivedAt, values };
  },
  async check(tx, centerId, id, { hostRegionId, name }) {
    const astray = await regionIssues(tx, centerId, hostRegionId);
    if (astray.length > 0) return astray;
    const twin = await tx.hostUnit.findFirst({
      where: {
        hostRegionId,
        ...ownOrShared(centerId),
        name: exactly(name),
        ...(id && { id: { not: id } }),
      },
      select: { centerId: true },
    });
    return twinIssue(twin, "name", "name_taken");
  },
  insert: (tx, ...entries) => insertEntries(tx, UNITS, ...entries),
  update: (tx, ...entries) => updateEntries(tx, UNITS, ...entries),
  async archive(tx, place, archivedAt, now) {
    const { count } = await tx.hostUnit.updateMany({
      where: place,
      data: { archivedAt, version: { increment: 1 }, updatedAt: now },
    });
    return count > 0;
  },
  async references(tx, id) {
    const innovations = await tx.innovation.count({ where: { hostUnitId: id } });
    return innovations + (await tx.agendaSession.count({ where: { hostUnitId: id } }));
  },
  async remove(tx, place) {
    const { count } = await tx.hostUnit.deleteMany({ where: place });
    return count > 0;
  },
};

/** The columns of the form. */
export const awardColumns = {
  hostRegionId: true,
  innovationId: true,
  name: true,
  level: true,
  year: true,
  rank: true,
  giver: true,
  note: true,
  source: true,
  confidence: true,
} as const;

const AWARDS: EntryTable<AwardValues> = {
  name: "awards",
  columns: {
    hostRegionId: "uuid",
    innovationId: "uuid",
    name: "text",
    level: '"AwardLevel"',
    year: "int",
    rank: "text",
    giver: "text",
    note: "text",
    source: "text",
    confidence: '"Confidence"',
  },
  hangsOn: "hostRegionId",
};

export const awardRecord: EntryRecord<AwardValues> = {
  twinField: "name",
  async read(tx, id) {
    const row = await tx.award.findUnique({
      where: { id },
      select: {
        centerId: true,
        version: true,
        ...awardColumns,
      },
    });
    if (!row) return null;
    const { centerId, version, ...values } = row;
    return { centerId, version, archivedAt: null, values };
  },
  async check(tx, centerId, id, { hostRegionId, innovationId, name, level, year }) {
    const astray = await regionIssues(tx, centerId, hostRegionId);
    if (astray.length > 0) return astray;
    const honoured =
      innovationId === null ||
      (await tx.innovation.count({
        where: { id: innovationId, hostRegionId, ...ownOrShared(centerId) },
      })) > 0;
    const twin = await tx.award.findFirst({
      where: {
        hostRegionId,
        level,
        year,
        ...ownOrShared(centerId),
        name: exactly(name),
        ...(id && { id: { not: id } }),
      },
      select: { centerId: true },
    });
    return [
      ...(honoured ? [] : [{ path: "innovationId", code: "invalid_choice" }]),
      ...twinIssue(twin, "name", "entry_taken"),
    ];
  },
  insert: (tx, ...entries) => insertEntries(tx, AWARDS, ...entries),
  update: (tx, ...entries) => updateEntries(tx, AWARDS, ...entries),
  // Nothing speaks of an award.
  references: async () => 0,
  async remove(tx, place) {
    const { count } = await tx.award.deleteMany({ where: place });
    return count > 0;
  },
};
