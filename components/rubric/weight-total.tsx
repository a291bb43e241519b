"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { maxTotalOf, totalWeight } from "@/lib/rubric/completeness";
import { type RubricContent, SCALES } from "@/lib/rubric/model";

/** The sum of the weights while they are written, and what is missing to 100. */
export function WeightTotal({ content }: { content: RubricContent }) {
  const t = useTranslations("rubrics.editor");
  const { weighting } = SCALES[content.scaleKind];
  if (weighting === "LEVEL_TIMES_WEIGHT") {
    return (
      <p id="weights" tabIndex={-1} className="text-md font-semibold tabular-nums outline-none">
        {t("maxTotal", { max: maxTotalOf(content) ?? 0 })}
      </p>
    );
  }
  if (weighting !== "PERCENT") return null;
  const total = totalWeight(content.criteria);
  const difference = Math.abs(100 - total);
  return (
    <div
      id="weights"
      tabIndex={-1}
      aria-live="polite"
      className="flex flex-wrap items-center gap-2 text-md outline-none"
    >
      <span>{t("weights")}</span>
      <span className="font-bold tabular-nums">{t("weightsOf", { total })}</span>
      {difference === 0 ? (
        <Badge tone="good">{t("weightsFull")}</Badge>
      ) : (
        <Badge tone="late">{t(total < 100 ? "weightsShort" : "weightsOver", { difference })}</Badge>
      )}
    </div>
  );
}
