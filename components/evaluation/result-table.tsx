import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ViewRow } from "@/components/revision/field";
import { figure } from "@/components/revision/figure";
import type { Mark } from "@/components/revision/mark";
import { ArrowRightIcon } from "@/components/ui/icons";
import type { ResultMeasure } from "@/lib/evaluation/model";
import { useFormat } from "@/lib/i18n/use-format";
import { ResultBars } from "./result-bars";

/** What was measured before the innovation and after it. */
export function ResultTable({
  mark,
  results,
  below,
}: {
  mark: Mark;
  results: readonly ResultMeasure[];
  /** What stands under a result: the evidence that supports it. */
  below: (result: ResultMeasure) => ReactNode;
}) {
  return (
    <ul className="-my-3 grid divide-y divide-line">
      {results.map((result, index) => (
        <li key={result.id} className="py-3">
          <ViewRow mark={mark} path={`results.${index}`}>
            <Result result={result} />
            {below(result)}
          </ViewRow>
        </li>
      ))}
    </ul>
  );
}

function Result({ result }: { result: ResultMeasure }) {
  const v = useTranslations("revision");
  return (
    <div className="grid gap-1.5">
      <p className="font-semibold wrap-anywhere">{result.indicator}</p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Measured
          label={v("before")}
          value={result.before}
          on={result.beforeOn}
          unit={result.unit}
        />
        <ArrowRightIcon size={18} className="flex-none text-ink-3" />
        <Measured
          label={v("after")}
          value={result.after}
          on={result.afterOn}
          unit={result.unit}
          strong
        />
      </div>
      {result.before !== undefined && result.after !== undefined && (
        <ResultBars before={result.before} after={result.after} unit={result.unit} bare />
      )}
      {result.explanation !== "" && (
        <p className="max-w-[68ch] text-md whitespace-pre-line wrap-anywhere">
          {result.explanation}
        </p>
      )}
      <p className="text-sm text-ink-3 wrap-anywhere">{v("source", { source: result.source })}</p>
    </div>
  );
}

function Measured({
  label,
  value,
  on,
  unit,
  strong,
}: {
  label: string;
  value: number | undefined;
  on: string | undefined;
  unit: string;
  strong?: boolean;
}) {
  const format = useFormat();
  return (
    <p className="grid">
      <span className="text-xs text-ink-3">
        {label}
        {on && ` · ${format.dateShort(on)}`}
      </span>
      <span className="tabular-nums">
        <span className={strong ? "text-lg font-bold text-hue" : "text-lg font-semibold"}>
          {value === undefined ? "–" : figure(format, value)}
        </span>
        {value !== undefined && unit !== "" && (
          <span className="ml-1.5 text-md text-ink-2">{unit}</span>
        )}
      </span>
    </p>
  );
}
