import "server-only";
import { cache } from "react";
import { listAgencies } from "@/lib/agency/data";
import type { AgencyRow } from "@/lib/agency/model";
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
