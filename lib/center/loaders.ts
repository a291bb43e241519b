import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { CENTERS_PER_PAGE, type CenterDto, listCenters } from "@/lib/center/data";
import { canAdministerPlatform } from "@/lib/person/policy";
import { db } from "@/lib/platform/db";
import { requireActor } from "@/lib/session/actor";

export interface AdminDto {
  centers: CenterDto[];
  total: number;
  page: number;
  perPage: number;
  ownId: string;
}

export const loadAdmin = cache(async (pageText: string | undefined): Promise<AdminDto> => {
  const actor = await requireActor();
  if (!canAdministerPlatform(actor)) notFound();
  const page = Math.max(1, Math.min(10_000, Number.parseInt(pageText ?? "1", 10) || 1));
  const { centers, total } = await listCenters(db(), page);
  return { centers, total, page, perPage: CENTERS_PER_PAGE, ownId: actor.personId };
});
