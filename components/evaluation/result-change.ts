/** A result drawn as two bars on one axis, in shares of its width (0–1). */
export type ResultBars = {
  /** Where zero lies: at the left unless something is negative. */
  zero: number;
  before: Bar;
  after: Bar;
};
type Bar = { from: number; width: number };

/**
 * The bars of a result before and after. Both stand on the same axis, which always holds zero, so that
 * a bar twice as long is twice as much.
 */
export function resultBars(before: number, after: number): ResultBars {
  const low = Math.min(0, before, after);
  const high = Math.max(0, before, after);
  const span = high - low;
  const at = (value: number) => (span === 0 ? 0 : (value - low) / span);
  const bar = (value: number): Bar => {
    const [from, to] = value < 0 ? [at(value), at(0)] : [at(0), at(value)];
    return { from, width: to - from };
  };
  return { zero: at(0), before: bar(before), after: bar(after) };
}

/**
 * The change in per cent of what was there before, rounded to whole ones; null where nothing was
 * there, or where the sign turned and a share would say nothing.
 */
export function changePercent(before: number, after: number): number | null {
  if (before === 0 || before < 0 !== after < 0) return null;
  return Math.round(((after - before) / Math.abs(before)) * 100);
}
