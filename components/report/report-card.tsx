import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { StageKind, StageState } from "@/lib/assignment/model";
import { reportHref } from "@/lib/report/model";

/** The individual report as a file, as soon as it can be made, and what it does not hold yet. */
export function ReportCard({
  assignmentId,
  stages,
}: {
  assignmentId: string;
  stages: readonly { kind: StageKind; state: StageState }[];
}) {
  const t = useTranslations("report");
  const stage = useTranslations("stage.kind");
  const missing = stages.filter(({ state }) => state !== "APPROVED");
  const available = !missing.some(({ kind }) => kind === "EVALUATE");
  return (
    <Card as="section" aria-labelledby="report-title">
      <CardHeader id="report-title" title={t("title")} />
      <CardBody className="grid gap-3">
        {available ? (
          <>
            <p className="text-md text-ink-2">{t("card.body")}</p>
            {missing.length > 0 && (
              <p className="text-md text-ink-2">
                {t("card.incomplete", {
                  stages: missing.map(({ kind }) => stage(kind)).join(", "),
                })}
              </p>
            )}
            {/* Plain links: what they lead to is a file, and asking for it is an event. */}
            <div className="flex flex-wrap gap-2.5">
              <a
                href={reportHref(assignmentId, "docx")}
                download
                className={buttonClass("secondary")}
              >
                {t("card.word")}
              </a>
              <a
                href={reportHref(assignmentId, "pdf")}
                download
                className={buttonClass("secondary")}
              >
                {t("card.pdf")}
              </a>
            </div>
          </>
        ) : (
          <p className="text-md text-ink-2">{t("card.none")}</p>
        )}
      </CardBody>
    </Card>
  );
}
