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
