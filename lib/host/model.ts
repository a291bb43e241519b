import type { Confidence } from "@/lib/innovation/model";

/** A host region (lokus) is a province, a regency or a city. */
export const REGION_TYPES = ["PROVINCE", "REGENCY", "CITY"] as const;
export type RegionType = (typeof REGION_TYPES)[number];

export const AWARD_LEVELS = ["REGENCY", "PROVINCE", "NATIONAL"] as const;
export type AwardLevel = (typeof AWARD_LEVELS)[number];

export const REGION_BOUNDS = {
  name: { min: 3, max: 200 },
  shortName: { min: 2, max: 80 },
  capital: { min: 2, max: 80 },
} as const;
export const UNIT_BOUNDS = {
  name: { min: 3, max: 200 },
  shortName: { min: 2, max: 60 },
  laterName: { min: 3, max: 200 },
} as const;
export const AWARD_BOUNDS = {
  name: { min: 3, max: 200 },
  year: { min: 1945, max: 2199 },
  rank: { min: 1, max: 120 },
  giver: { min: 2, max: 200 },
  note: { min: 3, max: 600 },
  source: { min: 3, max: 300 },
} as const;

/** The profile of a region, as part of the catalogue. */
export function hostPath(regionId: string): string {
  return `/hosts/${regionId}`;
}

/** The profile of a unit of a region, and of an award, as parts of the catalogue. */
export function unitPath(unitId: string): string {
  return `/units/${unitId}`;
}
export function awardPath(awardId: string): string {
  return `/awards/${awardId}`;
}

/** Rows of each list on a region's page. */
export const REGION_PAGE = 20;

export interface RegionRow {
  id: string;
  name: string;
  shortName: string;
  type: RegionType;
  regionCode: string | null;
  capital: string | null;
  version: number;
  archived: boolean;
  own: boolean;
  units: number;
  innovations: number;
  awards: number;
}

export interface UnitRow {
  id: string;
  name: string;
  shortName: string;
  /** Reorganised since: what it was called later. */
  laterName: string | null;
  version: number;
  archived: boolean;
  own: boolean;
  innovations: number;
}

export interface RegionInnovation {
  id: string;
  code: string;
  name: string;
  owner: string;
  confidence: Confidence;
  archived: boolean;
  own: boolean;
}

export interface AwardRow {
  id: string;
  name: string;
  level: AwardLevel;
  year: number;
  rank: string;
  giver: string | null;
  note: string | null;
  source: string;
  confidence: Confidence;
  innovation: { id: string; code: string } | null;
  version: number;
  own: boolean;
}

/** A list of which a page is shown. */
export interface Paged<Row> {
  rows: Row[];
  total: number;
  page: number;
  pages: number;
}

export interface RegionProfile {
  region: RegionRow;
  units: Paged<UnitRow>;
  innovations: Paged<RegionInnovation>;
  awards: Paged<AwardRow>;
}

/** The region in which something stands, as lists name it. */
export interface InRegion {
  region: { id: string; shortName: string };
}

export interface UnitProfile {
  unit: UnitRow & InRegion & { centerId: string | null };
  innovations: Paged<RegionInnovation>;
}

/** An award with what it honours; without an innovation, it honours the region. */
export interface AwardProfile {
  award: Omit<AwardRow, "innovation"> &
    InRegion & {
      centerId: string | null;
      innovation: { id: string; code: string; name: string } | null;
    };
}
