import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { Confidence } from "@/lib/innovation/model";

const tones: Record<Confidence, Tone> = {
  HIGH: "good",
  MEDIUM_HIGH: "neutral",
  MEDIUM: "accent",
  LOW: "late",
};

/** How sure the catalogue is of a statement, in words; what that means shows on hover. */
export function ConfidenceBadge({
  confidence,
  ofAll,
}: {
  confidence: Confidence;
  /** Of all that is told of a thing: "Data pasti". Without it, of the statement that it stands at. */
  ofAll?: boolean;
}) {
  const t = useTranslations("innovations");
  return (
    <span title={t(`confidenceMeaning.${confidence}`)} className="inline-flex">
      <Badge tone={tones[confidence]}>
        {!ofAll && <span className="sr-only">{t("confidenceLabel")}: </span>}
        {t(`${ofAll ? "confidenceOfData" : "confidence"}.${confidence}`)}
      </Badge>
    </span>
  );
}

/** What the words of certainty mean, once for the whole page. */
export function ConfidenceLegend({ used }: { used: readonly Confidence[] }) {
  const t = useTranslations("innovations");
  return (
    <dl className="grid gap-x-4 gap-y-1.5 text-sm text-ink-2 sm:grid-cols-2">
      {used.map((confidence) => (
        <div key={confidence} className="flex items-baseline gap-2">
          <dt className="flex-none">
            <ConfidenceBadge confidence={confidence} />
          </dt>
          <dd>{t(`confidenceMeaning.${confidence}`)}</dd>
        </div>
      ))}
    </dl>
  );
}
