import { useTranslations } from "next-intl";
import { SoftLink } from "@/components/ui/soft-link";
import { Table } from "@/components/ui/table";
import { type SecondRatingRow, secondRatingPath } from "@/lib/grading/model";
import { useFormat } from "@/lib/i18n/use-format";

/** The works of a second rater, a line each, with the own scores alone. */
export function SecondRatings({ rows }: { rows: SecondRatingRow[] }) {
  const t = useTranslations("grading");
  const format = useFormat();
  return (
    <Table label={t("rate.list")} stack>
      <thead>
        <tr>
          <th scope="col">{t("participant")}</th>
          <th scope="col">{t("innovation")}</th>
          <th scope="col">{t("state")}</th>
          <th scope="col" data-align="end">
            {t("rate.total")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.assignmentId}>
            <th scope="row">
              <SoftLink
                href={secondRatingPath(row.assignmentId)}
                className="underline decoration-line-strong underline-offset-3 hover:text-accent"
              >
                {row.participant}
              </SoftLink>
              <span className="block text-xs font-normal text-ink-3">{row.cohort}</span>
            </th>
            <td data-label={t("innovation")} title={row.innovation.name}>
              {row.innovation.code}
            </td>
            <td data-label={t("state")}>{t(`rating.${row.state}`)}</td>
            <td data-label={t("rate.total")} data-align="end">
              {row.total !== null && format.decimal(row.total)}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
