import { fills, type Series } from "./series";

/**
 * The drawn part of a stacked bar. Decoration to screen readers: the figures stand beside it in
 * words. Parts keep at least a sliver, so that one of three hundred is seen.
 */
export function BarTrack({
  parts,
  total,
  scale = total,
  thick,
}: {
  parts: { series: Series; value: number }[];
  total: number;
  /** The value of the whole width; the longest bar's total where bars are compared. */
  scale?: number;
  thick?: boolean;
}) {
  const shown = parts.filter((part) => part.value > 0);
  return (
    <div
      aria-hidden="true"
      className={`chart flex gap-0.5 overflow-hidden rounded-xs bg-sunken ${thick ? "h-4" : "h-2"}`}
    >
      {shown.map(({ series, value }) => (
        <span
          key={series.key}
          data-stage={series.stage}
          title={`${series.label}: ${value}`}
          className={`min-w-1 rounded-[3px] ${fills[series.fill]}`}
          style={{ width: `${(value / Math.max(1, scale)) * 100}%` }}
        />
      ))}
    </div>
  );
}
