import "server-only";
import { cache } from "react";
import { loadCohort, type SearchParams } from "@/lib/cohort/loaders";
import type { CohortHeader } from "@/lib/cohort/model";
import { listAgeing } from "@/lib/dashboard/data";
import { notUnderstood } from "@/lib/dashboard/schema";
import {
  countValues,
  listCriterionDots,
  listDecisions,
  listRatings,
  listVoices,
  summarizeDecisions,
} from "@/lib/fairness/data";
import type {
  CriterionDetail,
  CriterionDot,
  FairnessFilter,
  InnovationSpread,
  RaterDetail,
  RaterFigures,
  RaterRow,
} from "@/lib/fairness/model";
import { type FairnessQuery, fairnessQuerySchema } from "@/lib/fairness/schema";
import { compareRaters, criterionSpreads } from "@/lib/fairness/scoring";
import { dayIn } from "@/lib/platform/clock";
import { appContext } from "@/lib/platform/context";
import { db } from "@/lib/platform/db";
import { criterionPercent } from "@/lib/rubric/scoring";

export interface FairnessDto {
  cohort: CohortHeader;
  /** The calendar day in the cohort's zone. */
  today: string;
  raters: RaterRow[];
  all: RaterFigures;
  innovations: InnovationSpread[];
  /** Which of them is drawn; null where nothing was evaluated. */
  shown: (InnovationSpread & { dots: (CriterionDot & { percent: number })[] }) | null;
  rater: RaterDetail | null;
  criterion: CriterionDetail | null;
  /** What the page was narrowed by, without what says nothing here. */
  filter: FairnessFilter;
  /** Parts of the address that were left out. */
  ignored: string[];
}

/** Who judged how, for staff of the cohort's centre. */
export const loadFairness = cache(
  async (cohortId: string, searchParams: SearchParams): Promise<FairnessDto> => {
    const { actor, cohort, authorized } = await loadCohort(cohortId);
    const query = fairnessQuerySchema.parse(searchParams);
    const now = appContext().clock.now();
    const [ageing, decided, ratings, counts] = await Promise.all([
      listAgeing(db(), authorized, now),
      summarizeDecisions(db(), authorized),
      listRatings(db(), authorized, actor.personId),
      countValues(db(), authorized),
    ]);
    const { rows, all } = compareRaters(ageing, ratings, decided);
    const innovations = criterionSpreads(counts, cohort.spreadThreshold);
    const shown = chosenOf(innovations, query);
    const spread = shown?.criteria.find(({ id }) => id === query.filter.criterion);
    const named = rows.find(({ facilitatorId }) => facilitatorId === query.filter.facilitator);
    // One list at a time is turned over: the criterion's, where both are asked for.
    const rater = !spread && named?.facilitatorId && named.name ? named : null;
    const filter = {
      ...(shown?.innovation.id === query.filter.innovation
        ? { innovation: shown?.innovation.id }
        : {}),
      ...(spread ? { criterion: spread.id } : {}),
      ...(named ? { facilitator: query.filter.facilitator } : {}),
    };
    const known = new Map(counts.map((count) => [count.criterion.id, count]));
    const scale = spread && known.get(spread.id);
    const [dots, voices, decisions] = await Promise.all([
      listCriterionDots(db(), authorized, shown?.innovation.id ?? null),
      shown && spread && scale
        ? listVoices(db(), authorized, {
            innovationId: shown.innovation.id,
            spread,
            scale: scale.rubric,
            reverse: scale.criterion.reverse,
            page: query.page,
          })
        : null,
      rater?.facilitatorId
        ? listDecisions(db(), authorized, rater.facilitatorId, query.page)
        : null,
    ]);
    return {
      cohort,
      today: dayIn(cohort.timeZone, now),
      raters: rows,
      all,
      innovations,
      shown: shown && {
        ...shown,
        dots: dots.flatMap((dot) => {
          const count = known.get(dot.criterionId);
          // Of a criterion that nobody had used when values were counted: the next look has it.
          if (!count) return [];
          return { ...dot, percent: criterionPercent(count.rubric, count.criterion, dot.value) };
        }),
      },
      rater:
        rater?.facilitatorId && rater.name && decisions
          ? {
              facilitatorId: rater.facilitatorId,
              name: rater.name,
              decisions,
              ratings: ratings.filter(({ facilitatorId }) => facilitatorId === rater.facilitatorId),
            }
          : null,
      criterion:
        shown && spread && voices ? { innovation: shown.innovation, spread, voices } : null,
      filter,
      // What the cohort has not is as good as not understood.
      ignored: notUnderstood(searchParams, { ...filter, page: query.page }),
    };
  },
);

/** The innovation that is asked for; else the one with most to talk about, the first of equals. */
function chosenOf(
  innovations: readonly InnovationSpread[],
  { filter }: FairnessQuery,
): InnovationSpread | null {
  return (
    innovations.find(({ innovation }) => innovation.id === filter.innovation) ??
    innovations.reduce<InnovationSpread | null>(
      (found, next) => (found === null || next.discuss > found.discuss ? next : found),
      null,
    )
  );
}
