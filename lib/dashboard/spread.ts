/**
 * How far the scores that several people gave one thing lie apart, in points of 100.
 *
 * The deviation is that of a sample (n − 1): the participants of a cohort are some of the eyes that
 * could have looked. It is null for fewer than two scores, which cannot disagree.
 */
export function spreadOf(values: readonly number[]): {
  mean: number | null;
  deviation: number | null;
} {
  if (values.length === 0) return { mean: null, deviation: null };
  // Scores have two decimals: in whole hundredths the sums are exact.
  const hundredths = values.map((value) => Math.round(value * 100));
  const count = hundredths.length;
  const sum = hundredths.reduce((total, value) => total + value, 0);
  const mean = sum / count / 100;
  if (count < 2) return { mean, deviation: null };
  const squares = hundredths.reduce((total, value) => total + (value * count - sum) ** 2, 0);
  const deviation = Math.sqrt(squares / (count * count) / (count - 1)) / 100;
  return { mean, deviation };
}

/** Do the scores of one thing lie so far apart that the group should talk about it? */
export function callsForDiscussion(deviation: number | null, threshold: number): boolean {
  return deviation !== null && deviation > threshold;
}
