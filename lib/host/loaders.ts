import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { listAttachments } from "@/lib/attachment/data";
import type { AttachmentDto } from "@/lib/attachment/model";
import { loadOffice } from "@/lib/center/loaders";
import { organizedCenters } from "@/lib/center/policy";
import {
  findAward,
  findRegion,
  findUnit,
  listAwards,
  listRegions,
  listUnits,
  type Named,
  nameInnovations,
  nameRegions,
} from "@/lib/host/data";
import type {
  AwardProfile,
  AwardRow,
  InRegion,
  Paged,
  RegionProfile,
  RegionRow,
  UnitProfile,
  UnitRow,
} from "@/lib/host/model";
import {
  type AwardListQuery,
  awardListSchema,
  type RegionListQuery,
  type RegionPages,
  regionListSchema,
  type UnitListQuery,
  unitListSchema,
} from "@/lib/host/schema";
import { type Evaluated, listCohortUse } from "@/lib/innovation/data";
import { requireCatalogue } from "@/lib/innovation/loaders";
import type { CohortUse } from "@/lib/innovation/model";
import { type CatalogueScope, officeCatalogue } from "@/lib/innovation/policy";
import { systemClock } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { requireActor } from "@/lib/session/actor";

type SearchParams = Record<string, string | string[] | undefined>;

export interface RegionsDto {
  centerId: string;
  query: RegionListQuery;
  regions: Paged<RegionRow>;
  canOrganize: boolean;
}

/** A centre's host regions, its own and the shared ones. */
export const loadRegions = cache(
  async (centerId: string, searchParams: SearchParams): Promise<RegionsDto> => {
    const { authorized, can } = await loadOffice(centerId);
    const query = regionListSchema.parse(searchParams);
    const regions = await listRegions(db(), officeCatalogue(authorized), query);
    return { centerId, query, regions, canOrganize: can.organize };
  },
);

export interface RegionDto extends RegionProfile {
  centerId: string;
  pages: RegionPages;
  canOrganize: boolean;
  /** What an award may honour. */
  honourable: Named[];
  attachments: AttachmentDto[];
  /** The region is the centre's own, and the actor organises there. */
  canAttach: boolean;
}

/** A region as the office of a centre keeps it, with what is retired. */
export const loadRegion = cache(
  async (
    centerId: string,
    regionId: string,
    units: number,
    innovations: number,
    awards: number,
  ): Promise<RegionDto> => {
    const { authorized, can } = await loadOffice(centerId);
    const scope = officeCatalogue(authorized);
    const pages = { units, innovations, awards };
    const profile = z.uuid().safeParse(regionId).success
      ? await findRegion(db(), scope, regionId, pages, true)
      : null;
    if (!profile) notFound();
    const honourable = can.organize ? await nameInnovations(db(), scope, regionId) : [];
    const canAttach = can.organize && profile.region.own;
    const attachments = await attachmentsOf(scope, regionId, canAttach);
    return {
      ...profile,
      centerId,
      pages,
      canOrganize: can.organize,
      honourable,
      attachments,
      canAttach,
    };
  },
);

/** A region of the catalogue as whoever visits it reads it. */
export const loadHost = cache(
  async (
    regionId: string,
    units: number,
    innovations: number,
    awards: number,
  ): Promise<
    RegionProfile & {
      pages: RegionPages;
      offices: string[];
      attachments: AttachmentDto[];
      /** How cohorts of the actor's own centres met its innovations; null for who is no staff. */
      uses: CohortUse[] | null;
    }
  > => {
    const scope = await requireCatalogue();
    const pages = { units, innovations, awards };
    const profile = z.uuid().safeParse(regionId).success
      ? await findRegion(db(), scope, regionId, pages, false)
      : null;
    if (!profile) notFound();
    return {
      ...profile,
      pages,
      offices: organizedCenters(await requireActor()),
      attachments: await attachmentsOf(scope, regionId, false),
      uses: await usesOf(scope, { hostRegionId: regionId }),
    };
  },
);

const attachmentsOf = (scope: CatalogueScope, hostRegionId: string, pending: boolean) =>
  listAttachments(db(), scope, { hostRegionId }, systemClock.now(), pending);

const usesOf = async (scope: CatalogueScope, of: Evaluated): Promise<CohortUse[] | null> =>
  scope.centerIds.length > 0 ? listCohortUse(db(), scope, of) : null;

export interface UnitsDto {
  centerId: string;
  query: UnitListQuery;
  units: Paged<UnitRow & InRegion>;
  regions: Named[];
  canOrganize: boolean;
}

/** The units of a centre's catalogue, its own and the shared ones. */
export const loadUnits = cache(
  async (centerId: string, searchParams: SearchParams): Promise<UnitsDto> => {
    const { authorized, can } = await loadOffice(centerId);
    const scope = officeCatalogue(authorized);
    const query = unitListSchema.parse(searchParams);
    const units = await listUnits(db(), scope, query);
    const regions = await nameRegions(db(), scope);
    return { centerId, query, units, regions, canOrganize: can.organize };
  },
);

export interface AwardsDto {
  centerId: string;
  query: AwardListQuery;
  awards: Paged<AwardRow & InRegion>;
  regions: Named[];
  canOrganize: boolean;
}

/** The awards of a centre's catalogue, its own and the shared ones. */
export const loadAwards = cache(
  async (centerId: string, searchParams: SearchParams): Promise<AwardsDto> => {
    const { authorized, can } = await loadOffice(centerId);
    const scope = officeCatalogue(authorized);
    const query = awardListSchema.parse(searchParams);
    const awards = await listAwards(db(), scope, query);
    const regions = await nameRegions(db(), scope);
    return { centerId, query, awards, regions, canOrganize: can.organize };
  },
);

export interface UnitDto extends UnitProfile {
  isStaff: boolean;
  /** The office in which the actor may change it, being its owner. */
  editIn: string | null;
  uses: CohortUse[] | null;
}

/** A unit of the catalogue; another centre's and none at all look the same. */
export const loadUnit = cache(async (unitId: string, page: number): Promise<UnitDto> => {
  const scope = await requireCatalogue();
  const isId = z.uuid().safeParse(unitId).success;
  const profile = isId ? await findUnit(db(), scope, unitId, page) : null;
  if (!profile) notFound();
  return {
    ...profile,
    isStaff: scope.centerIds.length > 0,
    editIn: await ownOffice(profile.unit.centerId),
    uses: await usesOf(scope, { hostUnitId: unitId }),
  };
});

export interface AwardDto extends AwardProfile {
  isStaff: boolean;
  /** The office in which the actor may change it, being its owner. */
  editIn: string | null;
  /** What it may honour, for whoever changes it. */
  honourable: Named[];
}

/** An award of the catalogue; another centre's and none at all look the same. */
export const loadAward = cache(async (awardId: string): Promise<AwardDto> => {
  const scope = await requireCatalogue();
  const isId = z.uuid().safeParse(awardId).success;
  const profile = isId ? await findAward(db(), scope, awardId) : null;
  if (!profile) notFound();
  const editIn = await ownOffice(profile.award.centerId);
  return {
    ...profile,
    isStaff: scope.centerIds.length > 0,
    editIn,
    honourable: editIn ? await nameInnovations(db(), scope, profile.award.region.id) : [],
  };
});

/** The owner of an entry, where the actor organises in it. */
async function ownOffice(centerId: string | null): Promise<string | null> {
  const organized = organizedCenters(await requireActor());
  return centerId !== null && organized.includes(centerId) ? centerId : null;
}
