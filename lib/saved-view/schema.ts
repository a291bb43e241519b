import { z } from "zod";
import { analysisHref, dashboardHref, obstaclesHref, workHref } from "@/lib/dashboard/model";
import {
  analysisQuerySchema,
  dashboardQuerySchema,
  obstaclesQuerySchema,
  param,
  workQuerySchema,
} from "@/lib/dashboard/schema";
import { text } from "@/lib/document/fields";
import { fairnessHref } from "@/lib/fairness/model";
import { fairnessQuerySchema } from "@/lib/fairness/schema";
import { findingsHref } from "@/lib/finding/model";
import { findingsQuerySchema } from "@/lib/finding/schema";
import { VIEW_BOUNDS, VIEW_PAGES, type ViewPage } from "@/lib/saved-view/model";

const inCohort = z.object({ commandId: z.uuid(), cohortId: z.uuid() });
const name = text("submit", VIEW_BOUNDS.name);

export const saveViewSchema = inCohort.extend({
  page: z.enum(VIEW_PAGES),
  name,
  /** As in the page's address. */
  filters: z.string().max(VIEW_BOUNDS.query),
  shared: z.boolean(),
});

/** Another name, or other readers. */
export const changeViewSchema = inCohort.extend({
  viewId: z.uuid(),
  basedOn: z.number().int().min(0),
  name,
  shared: z.boolean(),
});

export const removeViewSchema = inCohort.extend({ viewId: z.uuid() });

/** What the address of the page of views may bring: filters that are offered to be kept. */
export const viewsQuerySchema = z.object({
  of: param(
    z
      .string()
      .transform((value) => value.toUpperCase())
      .pipe(z.enum(VIEW_PAGES)),
  ),
  filters: param(z.string().max(VIEW_BOUNDS.query)),
});

/** What the page itself would make of its filters, as the address that it gives them. */
const READERS: Record<ViewPage, (raw: Record<string, string>) => string> = {
  BOARD: (raw) => {
    const { board } = dashboardQuerySchema.parse(raw);
    // Rows are chosen for one reminder, not for good.
    return dashboardHref("", { ...board, select: undefined });
  },
  WORK: (raw) => workHref("", workQuerySchema.parse(raw).filter),
  ANALYSIS: (raw) => analysisHref("", analysisQuerySchema.parse(raw)),
  OBSTACLES: (raw) => obstaclesHref("", obstaclesQuerySchema.parse(raw).filter),
  FINDINGS: (raw) => {
    const { list, filter } = findingsQuerySchema.parse(raw);
    return findingsHref("", list, filter);
  },
  FAIRNESS: (raw) => fairnessHref("", fairnessQuerySchema.parse(raw).filter),
};

/**
 * The filters of a page as they are kept: what the page does not understand is left out, and so is which of
 * its pages one was on. Empty where nothing is left.
 */
export function keptQuery(page: ViewPage, filters: string): string {
  const href = READERS[page](Object.fromEntries(new URLSearchParams(filters)));
  return href.split("?")[1] ?? "";
}
