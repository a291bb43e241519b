import { useTranslations } from "next-intl";
import { Card, CardHeader } from "@/components/ui/card";
import { SoftLink } from "@/components/ui/soft-link";
import { EmptyRow, Table } from "@/components/ui/table";
import { useFormat } from "@/lib/i18n/use-format";
import { type EvaluatedInnovation, RECENT_COHORTS } from "@/lib/standing/model";

/** The innovations that a centre's cohorts evaluated most. */
export function MostEvaluated({ rows }: { rows: EvaluatedInnovation[] }) {
  const t = useTranslations("standing");
  const format = useFormat();
  return (
    <Card as="section">
      <CardHeader
        title={t("innovations.title")}
        note={t("innovations.note", { count: RECENT_COHORTS })}
      />
      <Table label={t("innovations.title")} stack>
        <thead>
          <tr>
            <th scope="col">{t("innovations.name")}</th>
            <th scope="col">{t("innovations.region")}</th>
            {(["innovations.cohorts", "evaluations", "meanScore"] as const).map((key) => (
              <th key={key} scope="col" data-align="end">
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.length === 0 && <EmptyRow columns={5}>{t("innovations.empty")}</EmptyRow>}
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <span>
                  <SoftLink
                    href={`/innovations/${row.id}`}
                    className="inline-flex items-center underline decoration-line-strong underline-offset-3 hover:text-accent hover:decoration-current touch:min-h-11"
                  >
                    {row.name}
                  </SoftLink>
                  <span className="block text-xs font-normal text-ink-3">{row.code}</span>
                </span>
              </th>
              <td data-label={t("innovations.region")}>{row.region}</td>
              <td data-label={t("innovations.cohorts")} data-align="end">
                {row.cohorts}
              </td>
              <td data-label={t("evaluations")} data-align="end">
                {row.evaluations}
              </td>
              <td data-label={t("meanScore")} data-align="end">
                {row.meanScore === null ? t("none") : format.decimal(row.meanScore)}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
