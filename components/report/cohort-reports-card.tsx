import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { findingsHref, reportsHref } from "@/lib/report/model";

/** What a cohort's reports are made of, as files: the annex, and for staff the reports of everybody. */
export function CohortReportsCard({
  cohort,
  isStaff,
}: {
  cohort: { id: string; name: string };
  isStaff: boolean;
}) {
  const t = useTranslations("report.cohort");
  const id = `reports-${cohort.id}`;
  return (
    <Card as="section" aria-labelledby={id} className="print:hidden">
      <CardHeader id={id} title={isStaff ? t("title") : `${t("title")} · ${cohort.name}`} />
      <CardBody className="grid gap-3">
        <p className="max-w-[72ch] text-md text-ink-2">{t("findings")}</p>
        {/* Plain links: what they lead to is a file, and asking for it is an event. */}
        <div className="flex flex-wrap gap-2.5">
          <a href={findingsHref(cohort.id, "docx")} download className={buttonClass("secondary")}>
            {t("findingsWord")}
          </a>
          <a href={findingsHref(cohort.id, "pdf")} download className={buttonClass("secondary")}>
            {t("findingsPdf")}
          </a>
        </div>
        {isStaff && (
          <>
            <p className="max-w-[72ch] text-md text-ink-2">{t("reports")}</p>
            <div className="flex flex-wrap gap-2.5">
              <a
                href={reportsHref(cohort.id, "docx")}
                download
                className={buttonClass("secondary")}
              >
                {t("reportsWord")}
              </a>
              <a href={reportsHref(cohort.id, "pdf")} download className={buttonClass("secondary")}>
                {t("reportsPdf")}
              </a>
            </div>
          </>
        )}
        <p className="text-sm text-ink-3">{t("noted")}</p>
      </CardBody>
    </Card>
  );
}
