import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { findAgency, listAgencies } from "@/lib/agency/data";
import type { AgencyProfile, AgencyRow } from "@/lib/agency/model";
import { type AgencyListQuery, agencyListSchema } from "@/lib/agency/schema";
import { loadOffice } from "@/lib/center/loaders";
import type { Paged } from "@/lib/host/model";
import { db } from "@/lib/platform/db";

export interface AgenciesDto {
  centerId: string;
  query: AgencyListQuery;
  agencies: Paged<AgencyRow>;
  canOrganize: boolean;
}

/** A centre's agencies, its own and the shared ones. */
export const loadAgencies = cache(
  async (
    centerId: string,
    searchParams: Record<string, string | string[] | undefined>,
  ): Promise<AgenciesDto> => {
    const { authorized, can } = await loadOffice(centerId);
    const query = agencyListSchema.parse(searchParams);
    return {
      centerId,
      query,
      agencies: await listAgencies(db(), authorized, query),
      canOrganize: can.organize,
    };
  },
);

/** An agency as a centre's office has it; another centre's and none at all look the same. */
export const loadAgency = cache(
  async (
    centerId: string,
    agencyId: string,
    page: number,
  ): Promise<AgencyProfile & { canOrganize: boolean }> => {
    const { authorized, can } = await loadOffice(centerId);
    const isId = z.uuid().safeParse(agencyId).success;
    const profile = isId ? await findAgency(db(), authorized, agencyId, page) : null;
    if (!profile) notFound();
    return { ...profile, canOrganize: can.organize };
  },
);
