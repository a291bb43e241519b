"use client";

import { useLocale, useTranslations } from "next-intl";
import { useCallback } from "react";
import { useDerived } from "@/components/document/form-context";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { Evaluation } from "@/lib/evaluation/model";
import { deriveEvaluation } from "@/lib/evaluation/scoring";
import { useFormat } from "@/lib/i18n/use-format";
import type { EvaluationDto } from "./evaluation-form";

/** The total as it stands at this moment; the server computes it anew. */
export function ScoreTotal({ dto }: { dto: EvaluationDto }) {
  const t = useTranslations("evaluationForm.total");
  const terms = useTranslations("terms.derived");
  const locale = useLocale();
  const format = useFormat(dto.timeZone);
  const { context, gradeBands: bands } = dto;
  const derived = useDerived(
    useCallback(
      (document: Evaluation) => deriveEvaluation(document, { rubric: context.rubric, bands }),
      [context.rubric, bands],
    ),
  );
  const { total, band, passed, scored, criteria } = derived;
  return (
    <div className="rounded-md border border-line bg-surface px-4 py-3.5">
      <p className="text-sm font-semibold text-ink-2">{terms("total")}</p>
      <output className="flex flex-wrap items-baseline gap-x-2.5">
        {total !== null && (
          <>
            <span className="text-2xl font-bold tracking-tight">{format.decimal(total)}</span>
            {band && <span className="text-md font-semibold text-hue">{band.label[locale]}</span>}
          </>
        )}
        {passed !== null && (
          <span className="text-lg font-bold">{passed ? t("passed") : t("notPassed")}</span>
        )}
        {total === null && passed === null && (
          <span className="text-md text-ink-2">{t("scored", { scored, criteria })}</span>
        )}
      </output>
      {scored < criteria && (
        <div className="mt-2">
          <ProgressBar value={scored} max={criteria} label={t("scored", { scored, criteria })} />
        </div>
      )}
    </div>
  );
}
