import { useLocale, useTranslations } from "next-intl";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { ReleasedGrade } from "@/lib/grading/model";
import { useFormat } from "@/lib/i18n/use-format";

/** What a participant got for a work, once the cohort's grades are released. */
export function OwnGradeCard({ grade, timeZone }: { grade: ReleasedGrade; timeZone: string }) {
  const t = useTranslations("grading.own");
  const locale = useLocale();
  const format = useFormat(timeZone);
  return (
    <Card as="section" aria-labelledby="grade-title">
      <CardHeader
        id="grade-title"
        title={t("title")}
        note={t("releasedAt", { at: format.dateTime(grade.releasedAt) })}
      />
      <CardBody>
        <p className="text-xl font-bold tabular-nums">
          {format.decimal(grade.score)}
          {grade.band && (
            <span className="ml-2 text-md font-medium text-ink-2">{grade.band.label[locale]}</span>
          )}
        </p>
        <p className="mt-1 text-sm text-ink-2">{t("notice")}</p>
      </CardBody>
    </Card>
  );
}
