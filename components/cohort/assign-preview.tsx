"use client";

import { useTranslations } from "next-intl";
import type { AssignableInnovation, PairsPreview } from "@/lib/cohort/model";

/** What pressing the button would do, before it is pressed. */
export function AssignPreview({
  preview,
  innovations,
}: {
  preview: PairsPreview;
  innovations: AssignableInnovation[];
}) {
  const t = useTranslations("assign.preview");
  const { fresh, skipped, cancelled, byInnovation } = preview;
  if (fresh + skipped === 0) return t("nothing");
  const codes = new Map(innovations.map(({ id, code }) => [id, code]));
  return (
    <div aria-live="polite" className="grid gap-0.5">
      <p className="text-md text-ink-2">
        {fresh > 0 && <b className="font-semibold text-ink">{t("new", { count: fresh })}</b>}
        {fresh === 0 && <b className="font-semibold text-ink">{t("allSkipped")}</b>}
        {fresh > 0 && skipped > 0 && <> · {t("skipped", { count: skipped })}</>}
        {cancelled > 0 && <> ({t("skippedCancelled", { count: cancelled })})</>}
      </p>
      {byInnovation.length > 1 && (
        <p className="max-sm:hidden">
          {byInnovation
            .map(({ id, ...counts }) =>
              t(counts.skipped > 0 ? "innovationSkipped" : "innovation", {
                code: codes.get(id) ?? "",
                ...counts,
              }),
            )
            .join(" · ")}
        </p>
      )}
    </div>
  );
}
