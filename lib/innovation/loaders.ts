import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { findInnovation, listInnovations } from "@/lib/innovation/data";
import type { InnovationCard, InnovationProfile } from "@/lib/innovation/model";
import { type CatalogueScope, catalogueScope } from "@/lib/innovation/policy";
import { type CatalogueQuery, catalogueQuerySchema } from "@/lib/innovation/schema";
import { db } from "@/lib/platform/db";
import { requireActor } from "@/lib/session/actor";

export interface CatalogueDto {
  query: CatalogueQuery;
  innovations: { rows: InnovationCard[]; total: number; page: number; pages: number };
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
    const query = catalogueQuerySchema.parse(searchParams);
    return { query, innovations: await listInnovations(db(), scope, query.q, query.page) };
  },
);

/** One innovation of the catalogue; another region's and none at all look the same. */
export const loadInnovation = cache(async (innovationId: string): Promise<InnovationProfile> => {
  const scope = await requireCatalogue();
  const isId = z.uuid().safeParse(innovationId).success;
  const innovation = isId && (await findInnovation(db(), scope, innovationId));
  if (!innovation) notFound();
  return innovation;
});
