import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { SoftLink } from "@/components/ui/soft-link";
import { reviewHref } from "@/lib/dashboard/model";
import { type CriterionDetail, fairnessHref } from "@/lib/fairness/model";
import { useCriterionName } from "./criterion-spreads";

/** What participants wrote to their values on one criterion, the furthest from the mean first. */
export function CriterionVoices({
  cohortId,
  detail: { innovation, spread, voices },
}: {
  cohortId: string;
  detail: CriterionDetail;
}) {
  const t = useTranslations("fairness");
  const nameOf = useCriterionName();
  return (
    <Card as="section" id="voices" className="scroll-mt-18">
      <CardHeader
        title={t("voices.title", { innovation: innovation.code, criterion: nameOf(spread) })}
        note={t("voices.lede", { count: voices.total })}
        actions={
          <SoftLink
            href={`${fairnessHref(cohortId, { innovation: innovation.id })}#criteria`}
            className="link inline-flex items-center text-sm touch:min-h-11 print:hidden"
          >
            {t("close")}
          </SoftLink>
        }
      />
      <ul className="divide-y divide-line">
        {voices.rows.map((voice) => (
          <li key={voice.assignmentId} className="grid gap-1 px-4 py-3 text-md sm:px-4.5">
            <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
              <b className="font-semibold whitespace-nowrap tabular-nums">
                {t("voices.value", { value: voice.value })}
              </b>
              <SoftLink
                href={reviewHref(voice.assignmentId, "EVALUATE")}
                className="underline decoration-line-strong underline-offset-3 hover:text-accent hover:decoration-current touch:inline-flex touch:min-h-11 touch:items-center"
              >
                {voice.participant}
              </SoftLink>
              <span className="text-sm text-ink-3">{voice.agency}</span>
              {voice.outlier && <Badge tone="late">{t("voices.outlier")}</Badge>}
            </p>
            {voice.note ? (
              <p className="max-w-[72ch] wrap-anywhere whitespace-pre-line">{voice.note}</p>
            ) : (
              <p className="text-ink-3">{t("voices.noNote")}</p>
            )}
            {voice.evidence.length > 0 && (
              <ul className="grid gap-0.5 text-sm text-ink-2">
                {[...new Set(voice.evidence)].map((caption) => (
                  <li key={caption} className="max-w-[72ch] wrap-anywhere">
                    {t("voices.evidence", { caption })}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      <Pagination
        page={voices.page}
        pages={voices.pages}
        hrefOf={(page) =>
          `${fairnessHref(cohortId, { innovation: innovation.id, criterion: spread.id }, page)}#voices`
        }
      />
    </Card>
  );
}
