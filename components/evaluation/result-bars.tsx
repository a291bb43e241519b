import { useTranslations } from "next-intl";
import { figure } from "@/components/revision/figure";
import { useFormat } from "@/lib/i18n/use-format";
import { changePercent, resultBars } from "./result-change";

/**
 * A result before and after the innovation, drawn small. The picture is decoration to screen readers:
 * the same stands beside it as a list of terms and figures.
 */
export function ResultBars({
  before,
  after,
  unit,
  bare,
}: {
  before: number;
  after: number;
  unit: string;
  /** Without the figures, where they stand above it already. */
  bare?: boolean;
}) {
  const t = useTranslations("terms.result");
  const format = useFormat();
  const bars = resultBars(before, after);
  const percent = changePercent(before, after);
  const written = (value: number) => `${figure(format, value)}${unit === "" ? "" : ` ${unit}`}`;
  const rows = [
    { term: t("before"), value: before, bar: bars.before, fill: "fill-ink-3" },
    { term: t("after"), value: after, bar: bars.after, fill: "fill-hue-solid" },
  ];
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] items-center gap-x-3 gap-y-1.5 text-sm">
      {rows.map(({ term, value, bar, fill }) => (
        <div key={term} className="contents">
          <dt className="text-ink-3">{term}</dt>
          <dd className="grid min-w-0 gap-0.5">
            <span className={bare ? "sr-only" : "font-semibold tabular-nums wrap-anywhere"}>
              {written(value)}
            </span>
            <svg
              aria-hidden="true"
              viewBox="0 0 100 6"
              preserveAspectRatio="none"
              className="chart h-2 w-full max-w-80"
            >
              <rect width="100" height="6" className="fill-sunken" />
              <rect
                x={bar.from * 100}
                width={Math.max(bar.width * 100, 0.6)}
                height="6"
                className={fill}
              />
              {bars.zero > 0 && (
                <rect x={bars.zero * 100 - 0.2} width="0.4" height="6" className="fill-ink" />
              )}
            </svg>
          </dd>
        </div>
      ))}
      {percent !== null && (
        <>
          <dt className="text-ink-3">{t("change")}</dt>
          <dd className="font-semibold text-hue tabular-nums">
            {percent === 0
              ? t("same")
              : `${percent > 0 ? "+" : "−"}${format.percent(Math.abs(percent) / 100)}`}
          </dd>
        </>
      )}
    </dl>
  );
}
