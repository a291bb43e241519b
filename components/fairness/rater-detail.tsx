import { useTranslations } from "next-intl";
import { Card, CardHeader } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { SoftLink } from "@/components/ui/soft-link";
import { Table } from "@/components/ui/table";
import { reviewHref } from "@/lib/dashboard/model";
import { type RaterDetail as Detail, fairnessHref } from "@/lib/fairness/model";
import { useFormat } from "@/lib/i18n/use-format";

const link =
  "underline decoration-line-strong underline-offset-3 hover:text-accent hover:decoration-current touch:inline-flex touch:min-h-11 touch:items-center";

/** The rows behind one facilitator's figures: every decision, and every score that counts. */
export function RaterDetail({
  cohortId,
  detail,
  timeZone,
}: {
  cohortId: string;
  detail: Detail;
  timeZone: string;
}) {
  const t = useTranslations("fairness");
  const s = useTranslations("stage");
  const format = useFormat(timeZone);
  const { facilitatorId, name, decisions, ratings } = detail;
  const title = t("detail.title", { name });
  return (
    <Card as="section" id="rater" className="scroll-mt-18">
      <CardHeader
        title={title}
        actions={
          <SoftLink
            href={fairnessHref(cohortId)}
            className="link inline-flex items-center text-sm touch:min-h-11 print:hidden"
          >
            {t("close")}
          </SoftLink>
        }
      />
      <h3 className="px-4 pt-3.5 font-semibold sm:px-4.5">
        {t("detail.decisions")}{" "}
        <span className="text-sm font-normal text-ink-3">
          {t("detail.decisionsNote", { count: decisions.total })}
        </span>
      </h3>
      {decisions.rows.length > 0 && (
        <Table label={t("detail.decisions")} stack>
          <thead>
            <tr>
              <th scope="col">{t("detail.participant")}</th>
              <th scope="col">{t("detail.innovation")}</th>
              <th scope="col">{t("detail.stage")}</th>
              <th scope="col">{t("detail.decision")}</th>
              <th scope="col">{t("detail.decidedAt")}</th>
              <th scope="col" data-align="end">
                {t("detail.duration")}
              </th>
            </tr>
          </thead>
          <tbody>
            {decisions.rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <SoftLink href={reviewHref(row.assignmentId, row.stage)} className={link}>
                    {row.participant}
                  </SoftLink>
                </th>
                <td data-label={t("detail.innovation")} title={row.innovation.name}>
                  {row.innovation.code}
                </td>
                <td data-label={t("detail.stage")}>{s(`kind.${row.stage}`)}</td>
                <td data-label={t("detail.decision")}>{t(`detail.kind.${row.kind}`)}</td>
                <td data-label={t("detail.decidedAt")}>{format.dateTime(row.decidedAt)}</td>
                <td data-label={t("detail.duration")} data-align="end" data-nowrap="">
                  {t("hours", { hours: format.decimal(row.hours, 1) })}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <Pagination
        page={decisions.page}
        pages={decisions.pages}
        hrefOf={(page) => `${fairnessHref(cohortId, { facilitator: facilitatorId }, page)}#rater`}
      />
      <h3 className="px-4 pt-3.5 pb-2 font-semibold sm:px-4.5">
        {t("detail.ratings")}{" "}
        <span className="text-sm font-normal text-ink-3">
          {t("detail.ratingsNote", { count: ratings.length })}
        </span>
      </h3>
      {ratings.length > 0 && (
        <Table label={t("detail.ratings")} stack>
          <thead>
            <tr>
              <th scope="col">{t("detail.participant")}</th>
              <th scope="col">{t("detail.innovation")}</th>
              <th scope="col">{t("detail.role")}</th>
              <th scope="col" data-align="end">
                {t("detail.score")}
              </th>
            </tr>
          </thead>
          <tbody>
            {ratings.map((row) => (
              <tr key={`${row.assignmentId} ${row.role}`}>
                <th scope="row">
                  <SoftLink href={reviewHref(row.assignmentId, "PLAN")} className={link}>
                    {row.participant}
                  </SoftLink>
                </th>
                <td data-label={t("detail.innovation")} title={row.innovation.name}>
                  {row.innovation.code}
                </td>
                <td data-label={t("detail.role")}>{t(`detail.roles.${row.role}`)}</td>
                <td data-label={t("detail.score")} data-align="end">
                  {format.decimal(row.total)}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}
