import "server-only";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { loadOffice } from "@/lib/center/loaders";
import { db } from "@/lib/platform/db";
import {
  findDraft,
  findRubricDetail,
  findVersion,
  listComparable,
  listRubrics,
  type RubricDraft,
} from "@/lib/rubric/data";
import { compareRubrics, type RubricDifference } from "@/lib/rubric/difference";
import {
  type ComparableVersion,
  type ComparedVersion,
  OWN_PURPOSES,
  type RubricDetail,
  type RubricPurpose,
  type RubricRow,
  rubricPath,
} from "@/lib/rubric/model";
import {
  type RubricsQuery,
  rubricsQuerySchema,
  versionIdSchema,
  versionNumberSchema,
} from "@/lib/rubric/schema";

type SearchParams = Record<string, string | string[] | undefined>;

/** The library as the centre has it. */
export const loadRubrics = cache(
  async (
    centerId: string,
    searchParams: SearchParams,
  ): Promise<{
    query: RubricsQuery;
    list: { rows: RubricRow[]; total: number; page: number; pages: number };
    canOrganize: boolean;
  }> => {
    const { authorized, can } = await loadOffice(centerId);
    const query = rubricsQuerySchema.parse(searchParams);
    return { query, list: await listRubrics(db(), authorized, query), canOrganize: can.organize };
  },
);

/** One rubric with one of its versions; another centre's and none at all look the same. */
export const loadRubric = cache(
  async (
    centerId: string,
    rubricId: string,
    searchParams: SearchParams,
  ): Promise<{ rubric: RubricDetail; can: { derive: boolean; edit: boolean } }> => {
    const { authorized, can } = await loadOffice(centerId);
    const number = versionNumberSchema.parse(searchParams.version);
    const rubric = isId(rubricId)
      ? await findRubricDetail(db(), authorized, rubricId, number)
      : null;
    if (!rubric) notFound();
    return {
      rubric,
      can: {
        derive: can.organize && OWN_PURPOSES.includes(rubric.purpose),
        edit: can.organize && !rubric.shared,
      },
    };
  },
);

/** What a new rubric begins with: nothing, or a version that is open to the centre. */
export const loadNewRubric = cache(
  async (
    centerId: string,
    searchParams: SearchParams,
  ): Promise<{
    from: (ComparedVersion & { purpose: RubricPurpose; source: string }) | null;
  }> => {
    const { authorized, can } = await loadOffice(centerId);
    if (!can.organize) notFound();
    const fromId = versionIdSchema.parse(searchParams.from);
    const from = fromId ? await findVersion(db(), authorized, fromId) : null;
    if (
      (searchParams.from !== undefined && !from) ||
      (from && !OWN_PURPOSES.includes(from.purpose))
    ) {
      notFound();
    }
    return { from };
  },
);

/** The draft of a rubric, to be edited. A rubric without one is shown instead. */
export const loadRubricDraft = cache(
  async (centerId: string, rubricId: string): Promise<RubricDraft> => {
    const { authorized, can } = await loadOffice(centerId);
    if (!can.organize || !isId(rubricId)) notFound();
    const draft = await findDraft(db(), authorized, rubricId);
    if (draft) return draft;
    if (!(await findRubricDetail(db(), authorized, rubricId, undefined))) notFound();
    redirect(rubricPath(centerId, rubricId));
  },
);

/** Two versions side by side, with what else there is to compare; `right` null until it is chosen. */
export const loadComparison = cache(
  async (
    centerId: string,
    searchParams: SearchParams,
  ): Promise<{
    left: ComparedVersion;
    right: ComparedVersion | null;
    difference: RubricDifference | null;
    others: ComparableVersion[];
  }> => {
    const { authorized } = await loadOffice(centerId);
    const leftId = versionIdSchema.parse(searchParams.left);
    const rightId = versionIdSchema.parse(searchParams.right);
    const [left, chosen] = await Promise.all([
      leftId ? findVersion(db(), authorized, leftId) : null,
      rightId ? findVersion(db(), authorized, rightId) : null,
    ]);
    if (!left) notFound();
    // What scores something else can be laid beside it, but there is nothing to learn from that.
    const right = chosen && chosen.purpose === left.purpose ? chosen : null;
    return {
      left,
      right,
      difference: right && compareRubrics(left.content, right.content),
      others: await listComparable(db(), authorized, left.purpose),
    };
  },
);

function isId(value: string): boolean {
  return z.uuid().safeParse(value).success;
}
