import { useTranslations } from "next-intl";
import { AddEntry, EntryButtons } from "@/components/catalogue/entry-buttons";
import type { EntryField } from "@/components/catalogue/entry-field";
import { EntryScope } from "@/components/catalogue/entry-scope";
import { useSourceFields } from "@/components/host/region-fields";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { saveFactAction } from "@/lib/catalogue/actions";
import { CONFIDENCES, FACT_BOUNDS, type InnovationFact } from "@/lib/innovation/model";
import { ConfidenceBadge, ConfidenceLegend } from "./confidence-badge";

/**
 * What is known of an innovation, each statement with where it is from and how sure it is. Whoever
 * organises adds to it for their own centre.
 */
export function InnovationFacts({
  innovationId,
  facts,
  addIn,
}: {
  innovationId: string;
  facts: InnovationFact[];
  /** The centre for which facts are added and edited here, if any. */
  addIn: string | null;
}) {
  const t = useTranslations("innovations");
  const catalogue = useTranslations("catalogue");
  const used = CONFIDENCES.filter((confidence) =>
    facts.some((fact) => fact.confidence === confidence),
  );
  const fields: EntryField[] = [
    {
      name: "text",
      label: catalogue("facts.text"),
      hint: catalogue("facts.textHint"),
      kind: "textarea",
      max: FACT_BOUNDS.text.max,
      rows: 4,
    },
    ...useSourceFields(FACT_BOUNDS.source.max),
  ];
  const card = (
    <Card as="section">
      <CardHeader
        title={t("facts")}
        note={t("factsNote", { count: facts.length })}
        actions={addIn && <AddEntry size="sm" label={catalogue("facts.add")} />}
      />
      {facts.length === 0 ? (
        <p className="px-4 py-6 text-center text-ink-3">{t("noFacts")}</p>
      ) : (
        <>
          <ul className="divide-y divide-line">
            {facts.map(({ id, version, text, source, confidence, centerId }) => (
              <li
                key={id}
                className="grid gap-x-4 gap-y-1.5 px-4 py-3 sm:grid-cols-[minmax(0,1fr)_auto] sm:px-4.5"
              >
                <div className="min-w-0">
                  <p className="whitespace-pre-line wrap-anywhere">{text}</p>
                  <p className="mt-0.5 text-sm text-ink-3 wrap-anywhere">
                    {t("source", { source })}
                  </p>
                </div>
                <div className="flex flex-wrap items-start gap-1.5 sm:flex-col sm:items-end">
                  <ConfidenceBadge confidence={confidence} />
                  {centerId && <Badge tone="accent">{t("ownFact")}</Badge>}
                  {centerId !== null && centerId === addIn && (
                    <EntryButtons
                      entry={{
                        id,
                        version,
                        name: `“${text.slice(0, 40)}${text.length > 40 ? "…" : ""}”`,
                        values: { text, source, confidence },
                      }}
                    />
                  )}
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
  if (!addIn) return card;
  return (
    <EntryScope
      kind="fact"
      centerId={addIn}
      fixed={{ innovationId }}
      fields={fields}
      titles={{ add: catalogue("facts.add"), edit: catalogue("facts.edit") }}
      save={saveFactAction}
    >
      {card}
    </EntryScope>
  );
}
