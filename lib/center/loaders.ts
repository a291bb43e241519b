import "server-only";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import {
  CENTERS_PER_PAGE,
  type CenterDto,
  findOverview,
  listCenters,
  listOffices,
} from "@/lib/center/data";
import { errandPath, type OfficeErrand, type OfficeOverview, officePath } from "@/lib/center/model";
import { type AuthorizedOffice, authorizeOffice, organizedCenters } from "@/lib/center/policy";
import { errandSchema } from "@/lib/center/schema";
import { canAdministerPlatform } from "@/lib/person/policy";
import type { Actor } from "@/lib/platform/actor";
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

/**
 * The office of a centre of which the actor is staff, with the proof of it. Loaders of the office's
 * pages begin here; another centre and none at all look the same.
 */
export const loadOffice = cache(
  async (
    centerId: string,
  ): Promise<{
    actor: Actor;
    authorized: AuthorizedOffice;
    can: { organize: boolean; administer: boolean };
  }> => {
    const actor = await requireActor();
    const authorized = z.uuid().safeParse(centerId).success
      ? authorizeOffice(actor, centerId, "read")
      : null;
    if (!authorized) notFound();
    return {
      actor,
      authorized,
      can: {
        organize: authorizeOffice(actor, centerId, "organize") !== null,
        administer: authorizeOffice(actor, centerId, "administer") !== null,
      },
    };
  },
);

/** The same for pages that only those have who organise; for everybody else they do not exist. */
export const loadOrganizedOffice = cache(async (centerId: string): Promise<void> => {
  const { can } = await loadOffice(centerId);
  if (!can.organize) notFound();
});

/** What a centre has, in numbers. */
export const loadOverview = cache(async (centerId: string): Promise<OfficeOverview> => {
  const { authorized } = await loadOffice(centerId);
  return findOverview(db(), authorized);
});

interface NamedOffice {
  id: string;
  name: string;
  shortName: string;
}

/** The offices of which the actor is staff; who has one only is taken to it at once. */
export const loadOffices = cache(async (): Promise<NamedOffice[]> => {
  const { staff } = await requireActor();
  const [first, second] = staff;
  if (!first) notFound();
  if (!second) redirect(officePath(first.centerId));
  return listOffices(
    db(),
    staff.map(({ centerId }) => centerId),
  );
});

/** The offices in which the actor organises; names are read only where there is a choice. */
export const loadOrganizedOffices = cache(async (): Promise<NamedOffice[]> => {
  const ids = organizedCenters(await requireActor());
  return ids.length > 1
    ? listOffices(db(), ids)
    : ids.map((id) => ({ id, name: "", shortName: "" }));
});

export interface ErrandDto {
  errand: OfficeErrand;
  regionId: string | undefined;
  offices: NamedOffice[];
}

/**
 * What is to be done in one of several offices, where the address says so, with the offices that the
 * actor may do it in; who organises in one only is taken there at once.
 */
export const loadErrand = cache(
  async (
    searchParams: Record<string, string | string[] | undefined>,
  ): Promise<ErrandDto | null> => {
    const { errand, region: regionId } = errandSchema.parse(searchParams);
    if (!errand) return null;
    const offices = await loadOrganizedOffices();
    const [first, second] = offices;
    if (!first) notFound();
    if (!second) redirect(errandPath(first.id, errand, regionId));
    return { errand, regionId, offices };
  },
);
