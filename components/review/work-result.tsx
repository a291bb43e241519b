import { useTranslations } from "next-intl";
import { useLocalized } from "@/components/revision/mark";
import { useFormat } from "@/lib/i18n/use-format";
import type { WorkAssessmentDto } from "@/lib/review/model";
import type { GradeBand } from "@/lib/rubric/model";
import { bandOf } from "@/lib/rubric/scoring";

/** The scores of the work where they cannot be changed: final, or read by staff. */
export function WorkResult({
  work,
  bands,
}: {
  work: WorkAssessmentDto;
  bands: readonly GradeBand[];
}) {
  const t = useTranslations("review.work");
  const local = useLocalized();
  const format = useFormat();
  if (work.version === 0) return <p className="text-md text-ink-3">{t("notYet")}</p>;
  const band = work.total === null ? null : bandOf(work.total, bands);
  return (
    <div className="grid gap-3">
      <dl className="grid gap-2.5">
        {work.rubric.criteria.map((criterion) => {
          const score = work.scores.find(({ criterionId }) => criterionId === criterion.id);
          return (
            <div key={criterion.id} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4">
              <dt className="text-md">
                {local(criterion.label)}
                <span className="ml-1.5 text-sm text-ink-3">
                  {t("weight", { weight: criterion.weight })}
                </span>
              </dt>
              <dd className="font-semibold tabular-nums">{score?.value ?? "–"}</dd>
              {score && score.note !== "" && (
                <dd className="col-span-2 text-sm whitespace-pre-line text-ink-2 wrap-anywhere">
                  {score.note}
                </dd>
              )}
            </div>
          );
        })}
      </dl>
      <p className="flex flex-wrap items-baseline justify-between gap-x-4 border-t border-line-strong pt-3">
        <span className="font-semibold">{t(work.finalizedAt ? "totalFinal" : "total")}</span>
        {work.total === null ? (
          <span className="text-md text-ink-3">{t("incomplete")}</span>
        ) : (
          <span className="text-xl font-bold tabular-nums">
            {format.decimal(work.total)}
            {band && (
              <span className="ml-2 text-md font-medium text-ink-2">{local(band.label)}</span>
            )}
          </span>
        )}
      </p>
    </div>
  );
}

/** The total alone, for the head of the folded panel. */
export function WorkTotal({ work }: { work: WorkAssessmentDto }) {
  const format = useFormat();
  return work.total === null ? null : format.decimal(work.total);
}
