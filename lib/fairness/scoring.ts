import type { AgeingRow } from "@/lib/dashboard/model";
import { callsForDiscussion, spreadOf } from "@/lib/dashboard/spread";
import {
  type CriterionSpread,
  type InnovationSpread,
  type RaterFigures,
  type RaterRow,
  type RatingRow,
  SEVERITY_POINTS,
  SEVERITY_RATINGS,
  type Severity,
  type ValueCount,
} from "@/lib/fairness/model";
import { criterionPercent } from "@/lib/rubric/scoring";

/**
 * Does a rater stand out? By the distance of the own mean from the cohort's; a cohort that one person
 * rates alone has nothing to be compared with.
 *
 * @param mean,cohortMean points of 100
 * @param ratings the rater's own, and `others` those of everybody else
 */
export function severityOf(
  { mean, ratings }: { mean: number | null; ratings: number },
  { cohortMean, others }: { cohortMean: number | null; others: number },
): Severity | null {
  if (mean === null || cohortMean === null || ratings < SEVERITY_RATINGS || others === 0) {
    return null;
  }
  // In hundredths, as scores are: 5 points are 5 points, whatever the sums were.
  const difference = Math.round((mean - cohortMean) * 100) / 100;
  if (difference <= -SEVERITY_POINTS) return "HARSH";
  return difference >= SEVERITY_POINTS ? "MILD" : null;
}

/** Every facilitator beside the whole cohort. Rows stay in the order of `ageing`. */
export function compareRaters(
  ageing: readonly AgeingRow[],
  ratings: readonly RatingRow[],
  decided: Pick<RaterFigures, "decided" | "returned" | "medianHours">,
): { rows: RaterRow[]; all: RaterFigures } {
  const whole = spreadOf(ratings.map(({ total }) => total));
  const own = groupBy(ratings, ({ facilitatorId }) => facilitatorId);
  const rows = ageing.map((row): RaterRow => {
    const { facilitatorId, name, waiting, returned, medianHours } = row;
    const totals = (own.get(facilitatorId) ?? []).map(({ total }) => total);
    const { mean, deviation } = spreadOf(totals);
    return {
      facilitatorId,
      name,
      open: waiting,
      decided: row.decided,
      returned,
      returnRate: rateOf(row),
      medianHours,
      ratings: totals.length,
      mean,
      deviation,
      difference: mean === null || whole.mean === null ? null : mean - whole.mean,
      severity: severityOf(
        { mean, ratings: totals.length },
        { cohortMean: whole.mean, others: ratings.length - totals.length },
      ),
    };
  });
  return {
    rows,
    all: {
      open: ageing.reduce((sum, { waiting }) => sum + waiting, 0),
      ...decided,
      returnRate: rateOf(decided),
      ratings: ratings.length,
      ...whole,
    },
  };
}

function rateOf({ decided, returned }: { decided: number; returned: number }): number | null {
  return decided === 0 ? null : returned / decided;
}

/** The spread of each criterion of each innovation, from how often each value was given. */
export function criterionSpreads(
  counts: readonly ValueCount[],
  threshold: number,
): InnovationSpread[] {
  return [...groupBy(counts, ({ innovation }) => innovation.id).values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const versions = new Set(own.map(({ rubric }) => rubric.id)).size;
    const criteria = [...groupBy(own, ({ criterion }) => criterion.id).values()].flatMap(
      (values) => spreadOfCriterion(values, versions > 1, threshold) ?? [],
    );
    return {
      innovation: first.innovation,
      criteria,
      discuss: criteria.filter(({ discuss }) => discuss).length,
    };
  });
}

function spreadOfCriterion(
  values: readonly ValueCount[],
  namesVersion: boolean,
  threshold: number,
): CriterionSpread | null {
  const [first] = values;
  if (!first) return null;
  const { criterion, rubric } = first;
  const given = values.flatMap(({ value, count }) =>
    Array.from({ length: count }, () => criterionPercent(rubric, criterion, value)),
  );
  const { mean, deviation } = spreadOf(given);
  return {
    id: criterion.id,
    label: criterion.label,
    version: namesVersion ? rubric.number : null,
    count: given.length,
    min: Math.min(...values.map(({ value }) => value)),
    max: Math.max(...values.map(({ value }) => value)),
    mean: mean ?? 0,
    deviation,
    discuss: callsForDiscussion(deviation, threshold),
  };
}

/** Is a value further from the mean of its criterion than one deviation? In points of 100. */
export function isOutlier(
  percent: number,
  { mean, deviation }: Pick<CriterionSpread, "mean" | "deviation">,
): boolean {
  return deviation !== null && deviation > 0 && Math.abs(percent - mean) > deviation;
}

/** In the order in which each key comes first. */
function groupBy<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
