import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { loadOffice } from "@/lib/center/loaders";
import { findSide, planHash } from "@/lib/merging/data";
import type { MergeDecision, MergeSide } from "@/lib/merging/model";
import { mergeQuerySchema } from "@/lib/merging/schema";
import { planMerge } from "@/lib/merging/workflow";
import { appContext } from "@/lib/platform/context";
import { db } from "@/lib/platform/db";
import { listCenterPeople } from "@/lib/staff/data";
import type { CenterPersonRow } from "@/lib/staff/model";

export interface MergeDesk {
  keep: MergeSide;
  q: string;
  /** Who could be the double, as searched for. */
  candidates: CenterPersonRow[];
  chosen: { double: MergeSide; decision: MergeDecision; planned: string | null } | null;
}

/** Merging a double into a person: whom, and what it would do. */
export const loadMergeDesk = cache(
  async (
    centerId: string,
    personId: string,
    searchParams: Record<string, string | string[] | undefined>,
  ): Promise<MergeDesk> => {
    const { authorized, can } = await loadOffice(centerId);
    if (!can.organize || !z.uuid().safeParse(personId).success) notFound();
    const now = appContext().clock.now();
    const query = mergeQuerySchema.parse(searchParams);
    const keep = await findSide(db(), centerId, personId, now);
    if (!keep) notFound();
    const double =
      query.double && query.double !== personId
        ? await findSide(db(), centerId, query.double, now)
        : null;
    if (double) {
      const decision = planMerge(keep, double, can);
      const planned = decision.ok ? planHash(keep, double, decision.plan) : null;
      return { keep, q: query.q, candidates: [], chosen: { double, decision, planned } };
    }
    // Doubles mostly share a part of the name.
    const q = query.q || (keep.name.split(/[\s,.]+/).find((part) => part.length > 3) ?? keep.name);
    const { rows } = await listCenterPeople(db(), authorized, { view: "all", q, page: 1 }, now);
    return {
      keep,
      q,
      candidates: rows.filter((row) => row.personId !== personId),
      chosen: null,
    };
  },
);
