"use client";

import { useLocale, useTranslations } from "next-intl";
import { useCallback } from "react";
import { useDerived } from "@/components/document/form-context";
import { cx } from "@/components/ui/cx";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { Evaluation } from "@/lib/evaluation/model";
import { deriveEvaluation } from "@/lib/evaluation/scoring";
import { useFormat } from "@/lib/i18n/use-format";
import type { EvaluationDto } from "./evaluation-form";

/** The total as it stands at this moment; the server computes it anew. */
export function ScoreTotal({ dto }: { dto: EvaluationDto }) {
  const terms = useTranslations("terms.derived");
  return (
    <div className="rounded-md border border-line bg-surface px-4 py-3.5">
      <p className="text-sm font-semibold text-ink-2">{terms("total")}</p>
      <Standing dto={dto} />
    </div>
  );
}

/** The same in one line, for the phone. */
export function ScoreLine({ dto }: { dto: EvaluationDto }) {
  const terms = useTranslations("terms.derived");
  return (
    <div className="flex items-center justify-between gap-x-4">
      <p className="flex-none text-sm font-semibold text-ink-2">{terms("total")}</p>
      <Standing dto={dto} line />
    </div>
  );
}

function Standing({ dto, line }: { dto: EvaluationDto; line?: boolean }) {
  const t = useTranslations("evaluationForm.total");
  const locale = useLocale();
  const format = useFormat(dto.timeZone);
  const { context, gradeBands: bands } = dto;
  const { total, band, passed, scored, criteria } = useDerived(
    useCallback(
      (document: Evaluation) => deriveEvaluation(document, { rubric: context.rubric, bands }),
      [context.rubric, bands],
    ),
  );
  const progress = t("scored", { scored, criteria });
  return (
    <div className={line ? "grid min-w-0 flex-1 gap-1" : undefined}>
      <output
        className={cx("flex flex-wrap items-baseline gap-x-2.5", line && "justify-end text-right")}
      >
        {total !== null && (
          <>
            <span className={cx("font-bold tracking-tight", line ? "text-lg" : "text-2xl")}>
              {format.decimal(total)}
            </span>
            {band && <span className="text-md font-semibold text-hue">{band.label[locale]}</span>}
          </>
        )}
        {passed !== null && (
          <span className="text-lg font-bold">{passed ? t("passed") : t("notPassed")}</span>
        )}
        {total === null && passed === null && (
          <span className="text-md text-ink-2">{progress}</span>
        )}
      </output>
      {scored < criteria && (
        <div className={line ? undefined : "mt-2"}>
          <ProgressBar value={scored} max={criteria} label={progress} />
        </div>
      )}
    </div>
  );
}
