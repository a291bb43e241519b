import { fills, type Series } from "./series";

/** The square that stands for a series. */
export function Swatch({ series }: { series: Pick<Series, "fill" | "stage"> }) {
  return (
    <span
      aria-hidden="true"
      data-stage={series.stage}
      className={`chart inline-block size-2.5 flex-none rounded-[3px] ${fills[series.fill]}`}
    />
  );
}

/** What the fills mean. Hidden from screen readers: the table behind the chart says it. */
export function Legend({ series }: { series: Series[] }) {
  return (
    <ul aria-hidden="true" className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2">
      {series.map((entry) => (
        <li key={entry.key} className="inline-flex items-center gap-1.5">
          <Swatch series={entry} />
          {entry.label}
        </li>
      ))}
    </ul>
  );
}
