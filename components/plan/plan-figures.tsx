"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useDerived } from "@/components/document/form-context";
import type { StageFormDto } from "@/lib/assignment/model";
import { RISK_NEEDS_MITIGATION } from "@/lib/document/schema";
import { useFormat } from "@/lib/i18n/use-format";
import type { Plan } from "@/lib/plan/model";
import { derivePlan } from "@/lib/plan/scoring";

/** What the plan comes to at this moment; the server computes it anew. */
export function PlanFigures({ dto }: { dto: StageFormDto<"PLAN"> }) {
  const t = useTranslations("planForm.figures");
  const format = useFormat(dto.timeZone);
  const { context } = dto;
  const { startsOn, endsOn, readiness, highestRisk } = useDerived(
    useCallback(
      (plan: Plan) => {
        const { startsOn, readiness, highestRisk } = derivePlan(plan, context);
        return { startsOn, endsOn: lastEnd(plan), readiness, highestRisk };
      },
      [context],
    ),
  );
  const severe = highestRisk !== null && highestRisk >= RISK_NEEDS_MITIGATION;
  return (
    <section
      aria-label={t("title")}
      className="rounded-md border border-line bg-surface px-4 py-3.5"
    >
      <h2 className="mb-2 text-md font-bold">{t("title")}</h2>
      <dl className="grid gap-1.5 text-md">
        <Figure term={t("readiness")}>
          {readiness === null ? null : (
            <span className="font-bold text-hue">{format.decimal(readiness)}</span>
          )}
        </Figure>
        <Figure term={t("starts")}>{startsOn && format.dateShort(startsOn)}</Figure>
        <Figure term={t("ends")}>{endsOn && format.dateShort(endsOn)}</Figure>
        <Figure term={t("risk")}>
          {highestRisk === null ? null : (
            <span className={severe ? "font-semibold text-late" : undefined}>
              {t("riskOf", { score: highestRisk })}
            </span>
          )}
        </Figure>
      </dl>
    </section>
  );
}

function Figure({ term, children }: { term: string; children: React.ReactNode }) {
  const t = useTranslations("planForm.figures");
  return (
    <div className="flex items-baseline justify-between gap-3">
      <dt className="text-sm text-ink-3">{term}</dt>
      <dd className="text-right tabular-nums">
        {children ?? <span className="text-sm text-ink-3">{t("none")}</span>}
      </dd>
    </div>
  );
}

function lastEnd({ milestones }: Plan): string | null {
  return milestones.reduce<string | null>(
    (last, { end }) => (end !== null && (last === null || end > last) ? end : last),
    null,
  );
}
