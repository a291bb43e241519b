import "server-only";
import { cache } from "react";
import { loadCohort, type SearchParams } from "@/lib/cohort/loaders";
import type { CohortHeader } from "@/lib/cohort/model";
import type { AuthorizedCohortId } from "@/lib/cohort/policy";
import { together } from "@/lib/dashboard/loaders";
import type { Page } from "@/lib/dashboard/model";
import { goneInnovation, notUnderstood } from "@/lib/dashboard/schema";
import { clusterTexts } from "@/lib/finding/clustering";
import {
  countCauses,
  countSolutions,
  listCauses,
  listEvaluated,
  listInnovationFindings,
  listSolutions,
  listStrengths,
} from "@/lib/finding/data";
import {
  type CauseCount,
  type CauseRow,
  type FindingFilter,
  type InnovationFindings,
  type InnovationRef,
  type SolutionCount,
  type SolutionRow,
  type StrengthRow,
  THEME_PAGE,
  THEME_SAMPLE,
  type Theme,
} from "@/lib/finding/model";
import { type FindingsQuery, findingsQuerySchema } from "@/lib/finding/schema";
import { OBSTACLE_CATEGORIES } from "@/lib/obstacle/model";
import { dayIn } from "@/lib/platform/clock";
import { appContext } from "@/lib/platform/context";
import { db } from "@/lib/platform/db";

/** The rows behind a figure. */
export type FindingRows =
  | { list: "causes"; themes: Page<Theme>; causes: number }
  | { list: "solutions"; solutions: Page<SolutionRow> }
  | { list: "strengths"; strengths: Page<StrengthRow> };

export interface FindingsDto {
  cohort: CohortHeader;
  /** The calendar day in the cohort's zone. */
  today: string;
  query: FindingsQuery;
  /** Null where a list is asked for. */
  overview: {
    findings: InnovationFindings[];
    causes: CauseCount[];
    solutions: SolutionCount[];
  } | null;
  /** Null on the overview. */
  rows: (FindingRows & { innovations: InnovationRef[] }) | null;
  /** Parts of the address that were left out. */
  ignored: string[];
}

/** What a cohort found, or the rows behind one of its figures; for staff of its centre. */
export const loadFindings = cache(
  async (cohortId: string, searchParams: SearchParams): Promise<FindingsDto> => {
    const { cohort, authorized } = await loadCohort(cohortId);
    const asked = findingsQuerySchema.parse(searchParams);
    const base = { cohort, today: dayIn(cohort.timeZone, appContext().clock.now()) };
    const { list, page } = asked;
    if (list) {
      const [innovations, found] = await Promise.all([
        listEvaluated(db(), authorized),
        rowsOf(list, authorized, asked.filter, page),
      ]);
      const gone = goneInnovation(asked.filter, innovations);
      const filter = gone.length > 0 ? { ...asked.filter, innovation: undefined } : asked.filter;
      const rows = gone.length > 0 ? await rowsOf(list, authorized, filter, page) : found;
      const read = { ...asked.filter, list, page, host: asked.filter.forHost };
      return {
        ...base,
        query: { ...asked, filter },
        overview: null,
        rows: { ...rows, innovations },
        ignored: [...notUnderstood(searchParams, read), ...gone],
      };
    }
    const [findings, causes, solutions] = await Promise.all([
      together("findings", authorized, null, () => listInnovationFindings(db(), authorized)),
      together("causes", authorized, null, () => countCauses(db(), authorized)),
      together("solutions", authorized, null, () => countSolutions(db(), authorized)),
    ]);
    return {
      ...base,
      query: asked,
      overview: { findings, causes, solutions },
      rows: null,
      // The overview is narrowed by nothing.
      ignored: notUnderstood(searchParams, {}),
    };
  },
);

async function rowsOf(
  list: NonNullable<FindingsQuery["list"]>,
  authorized: AuthorizedCohortId,
  filter: FindingFilter,
  page: number,
): Promise<FindingRows> {
  switch (list) {
    case "causes": {
      const causes = await listCauses(db(), authorized, filter);
      return { list, themes: themesOf(causes, page), causes: causes.length };
    }
    case "solutions":
      return { list, solutions: await listSolutions(db(), authorized, filter, page) };
    case "strengths":
      return { list, strengths: await listStrengths(db(), authorized, filter, page) };
  }
}

/** Root causes by what they say, within each category; a page of them, the most frequent first. */
function themesOf(causes: readonly CauseRow[], page: number): Page<Theme> {
  const themes = OBSTACLE_CATEGORIES.flatMap((category) =>
    clusterTexts(
      causes.filter((cause) => cause.category === category),
      ({ rootCause }) => rootCause,
    ).map(({ label, items }) => ({ category, label, count: items.length, causes: items })),
  ).sort((a, b) => b.count - a.count);
  const pages = Math.max(1, Math.ceil(themes.length / THEME_PAGE));
  const shown = Math.min(page, pages);
  return {
    rows: themes
      .slice((shown - 1) * THEME_PAGE, shown * THEME_PAGE)
      .map((theme) => ({ ...theme, causes: theme.causes.slice(0, THEME_SAMPLE) })),
    total: themes.length,
    page: shown,
    pages,
  };
}
