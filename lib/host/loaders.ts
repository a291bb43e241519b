import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { loadOffice } from "@/lib/center/loaders";
import { organizedCenters } from "@/lib/center/policy";
import { findRegion, listRegions, type Named, nameInnovations } from "@/lib/host/data";
import type { Paged, RegionProfile, RegionRow } from "@/lib/host/model";
import { type RegionListQuery, type RegionPages, regionListSchema } from "@/lib/host/schema";
import { requireCatalogue } from "@/lib/innovation/loaders";
import { officeCatalogue } from "@/lib/innovation/policy";
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
    return { ...profile, centerId, pages, canOrganize: can.organize, honourable };
  },
);

/** A region of the catalogue as whoever visits it reads it. */
export const loadHost = cache(
  async (
    regionId: string,
    units: number,
    innovations: number,
    awards: number,
  ): Promise<RegionProfile & { pages: RegionPages; offices: string[] }> => {
    const scope = await requireCatalogue();
    const pages = { units, innovations, awards };
    const profile = z.uuid().safeParse(regionId).success
      ? await findRegion(db(), scope, regionId, pages, false)
      : null;
    if (!profile) notFound();
    return { ...profile, pages, offices: organizedCenters(await requireActor()) };
  },
);
