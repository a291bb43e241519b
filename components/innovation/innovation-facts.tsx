import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { CONFIDENCES, type InnovationFact } from "@/lib/innovation/model";
import { ConfidenceBadge, ConfidenceLegend } from "./confidence-badge";

/** What is known of an innovation, each statement with where it is from and how sure it is. */
export function InnovationFacts({
  facts,
  add,
  choice,
  buttonsOf,
}: {
  facts: InnovationFact[];
  /** For whoever organises: how facts are added, and what can be done with one. */
  add?: ReactNode;
  /** For which centre, of several. */
  choice?: ReactNode;
  buttonsOf?: (fact: InnovationFact) => ReactNode;
}) {
  const t = useTranslations("innovations");
  const used = CONFIDENCES.filter((confidence) =>
    facts.some((fact) => fact.confidence === confidence),
  );
  return (
    <Card as="section">
      <CardHeader title={t("facts")} note={t("factsNote", { count: facts.length })} actions={add} />
      {choice && (
        <div className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-2.5 sm:px-4.5">
          {choice}
        </div>
      )}
      {facts.length === 0 ? (
        <p className="px-4 py-6 text-center text-ink-3">{t("noFacts")}</p>
      ) : (
        <>
          <ul className="divide-y divide-line">
            {facts.map((fact) => (
              <li
                key={fact.id}
                className="grid gap-x-4 gap-y-1.5 px-4 py-3 sm:grid-cols-[minmax(0,1fr)_auto] sm:px-4.5"
              >
                <div className="min-w-0">
                  <p className="whitespace-pre-line wrap-anywhere">{fact.text}</p>
                  <p className="mt-0.5 text-sm text-ink-3 wrap-anywhere">
                    {t("source", { source: fact.source })}
                  </p>
                </div>
                <div className="flex flex-wrap items-start gap-1.5 sm:flex-col sm:items-end">
                  <ConfidenceBadge confidence={fact.confidence} />
                  {fact.centerId && <Badge tone="accent">{t("ownFact")}</Badge>}
                  {buttonsOf?.(fact)}
                </div>
              </li>
            ))}
          </ul>
          <div className="border-t border-line px-4 py-3 sm:px-4.5">
            <ConfidenceLegend used={used} />
          </div>
        </>
      )}
    </Card>
  );
}
