import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { listAttachments } from "@/lib/attachment/data";
import type { AttachmentDto } from "@/lib/attachment/model";
import { loadOffice, loadOrganizedOffices } from "@/lib/center/loaders";
import { organizedCenters } from "@/lib/center/policy";
import { type Named, nameRegions, nameUnits } from "@/lib/host/data";
import type { Paged } from "@/lib/host/model";
import {
  findInnovation,
  findInnovationForm,
  listCohortUse,
  listEvaluators,
  listInnovations,
} from "@/lib/innovation/data";
import type {
  CohortUse,
  Evaluator,
  InnovationCard,
  InnovationProfile,
} from "@/lib/innovation/model";
import { type CatalogueScope, catalogueScope, officeCatalogue } from "@/lib/innovation/policy";
import type { InnovationValues } from "@/lib/innovation/record";
import { type CatalogueQuery, catalogueQuerySchema } from "@/lib/innovation/schema";
import { systemClock } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { requireActor } from "@/lib/session/actor";

export interface CatalogueDto {
  query: CatalogueQuery;
  innovations: { rows: InnovationCard[]; total: number; page: number; pages: number };
  /** What the filters offer; units of the region that is chosen. */
  regions: Named[];
  units: Named[];
  /** The offices to whose catalogue the actor may add. */
  offices: string[];
  /** Those of which the actor is staff. */
  staffOf: readonly string[];
  /** What is retired is for staff to look up. */
  isStaff: boolean;
}

/** Whose catalogue it is; none for those who are neither staff nor enrolled. */
export const requireCatalogue = cache(async (): Promise<CatalogueScope> => {
  const scope = catalogueScope(await requireActor());
  if (!scope) notFound();
  return scope;
});

/** The catalogue as far as the actor's visits and centres open it. */
export const loadCatalogue = cache(
  async (searchParams: Record<string, string | string[] | undefined>): Promise<CatalogueDto> => {
    const scope = await requireCatalogue();
    const actor = await requireActor();
    const isStaff = scope.centerIds.length > 0;
    const asked = catalogueQuerySchema.parse(searchParams);
    const units = asked.region ? await nameUnits(db(), scope, asked.region) : [];
    const query = {
      ...asked,
      archived: isStaff ? asked.archived : undefined,
      // A unit of the region that was chosen before narrows nothing.
      unit: units.find(({ id }) => id === asked.unit)?.id,
    };
    return {
      query,
      innovations: await listInnovations(db(), scope, query),
      regions: await nameRegions(db(), scope),
      units,
      offices: organizedCenters(actor),
      staffOf: scope.centerIds,
      isStaff,
    };
  },
);

export interface InnovationDto extends InnovationProfile {
  attachments: AttachmentDto[];
  /** How cohorts of the actor's own centres met it; null for who is no staff. */
  uses: CohortUse[] | null;
  /** Who evaluated it there, a page of them. */
  evaluators: Paged<Evaluator> | null;
  can: {
    /** The office in which the actor may change it, being its owner. */
    editIn: string | null;
    /** Those for which the actor may add facts. */
    addIn: { id: string; shortName: string }[];
  };
}

/**
 * One innovation of the catalogue; another region's and none at all look the same.
 *
 * @param page of those who evaluated it, from 1
 */
export const loadInnovation = cache(
  async (innovationId: string, page: number): Promise<InnovationDto> => {
    const scope = await requireCatalogue();
    const isId = z.uuid().safeParse(innovationId).success;
    const innovation = isId && (await findInnovation(db(), scope, innovationId));
    if (!innovation) notFound();
    const organized = await loadOrganizedOffices();
    const isStaff = scope.centerIds.length > 0;
    const { centerId } = innovation;
    const owner = organized.find(({ id }) => id === centerId);
    return {
      ...innovation,
      attachments: await listAttachments(
        db(),
        scope,
        { innovationId },
        systemClock.now(),
        owner !== undefined,
      ),
      uses: isStaff ? await listCohortUse(db(), scope, { innovationId }) : null,
      evaluators: isStaff ? await listEvaluators(db(), scope, innovationId, page) : null,
      can: {
        editIn: owner?.id ?? null,
        addIn: centerId === null ? organized : owner ? [owner] : [],
      },
    };
  },
);

export interface InnovationFormDto {
  centerId: string;
  regions: Named[];
  /** Of the region that is chosen. */
  units: Named[];
  /** The region that is chosen; a new innovation begins with it. */
  regionId: string | null;
  /** What stands, for whoever edits. */
  standing: { id: string; version: number; archived: boolean; values: InnovationValues } | null;
}

/** The form of a new innovation, in a region if one is chosen. */
export const loadNewInnovation = cache(
  async (
    centerId: string,
    searchParams: Record<string, string | string[] | undefined>,
  ): Promise<InnovationFormDto> => {
    const { authorized, can } = await loadOffice(centerId);
    if (!can.organize) notFound();
    const scope = officeCatalogue(authorized);
    const { region } = catalogueQuerySchema.parse(searchParams);
    const regions = await nameRegions(db(), scope);
    const regionId = regions.find(({ id }) => id === region)?.id ?? null;
    const units = regionId ? await nameUnits(db(), scope, regionId) : [];
    return { centerId, regions, units, regionId, standing: null };
  },
);

/** The form of an innovation of the centre's own. */
export const loadInnovationForm = cache(
  async (centerId: string, innovationId: string): Promise<InnovationFormDto> => {
    const { authorized, can } = await loadOffice(centerId);
    const isId = z.uuid().safeParse(innovationId).success;
    const standing =
      can.organize && isId ? await findInnovationForm(db(), authorized, innovationId) : null;
    if (!standing) notFound();
    const scope = officeCatalogue(authorized);
    const regionId = standing.values.hostRegionId;
    return {
      centerId,
      regions: await nameRegions(db(), scope),
      units: await nameUnits(db(), scope, regionId),
      regionId,
      standing: { id: innovationId, ...standing },
    };
  },
);
