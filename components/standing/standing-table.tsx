import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { Explain } from "@/components/ui/explain";
import { Pagination } from "@/components/ui/pagination";
import { SoftLink } from "@/components/ui/soft-link";
import { EmptyRow, Table } from "@/components/ui/table";
import { cohortPath } from "@/lib/cohort/model";
import { useFormat } from "@/lib/i18n/use-format";
import { type StandingRow, standingHref } from "@/lib/standing/model";

const FIGURES = ["participants", "completed", "medianDays", "returnRate", "meanScore"] as const;

/** A centre's cohorts beside each other, the latest first. */
export function StandingTable({
  centerId,
  from,
  rows,
  total,
  page,
  pages,
}: {
  centerId: string;
  from: string | undefined;
  rows: StandingRow[];
  total: number;
  page: number;
  pages: number;
}) {
  const t = useTranslations("standing");
  const format = useFormat();
  const share = (part: number, whole: number) =>
    whole === 0 ? t("none") : format.percent(part / whole);
  const figures = (row: StandingRow): Record<(typeof FIGURES)[number], string> => ({
    participants: String(row.participants),
    completed: share(row.completed, row.assignments),
    medianDays: row.medianDays === null ? t("none") : format.decimal(row.medianDays, 1),
    returnRate: share(row.returns, row.decisions),
    meanScore: row.meanScore === null ? t("none") : format.decimal(row.meanScore),
  });
  return (
    <Card as="section">
      <CardHeader
        title={t("list")}
        note={t("found", { count: total })}
        actions={
          <Explain id="standing-explained" label={t("explain")}>
            {t("explanation")}
          </Explain>
        }
      />
      <Table label={t("list")} stack>
        <thead>
          <tr>
            <th scope="col">{t("cohort")}</th>
            {FIGURES.map((figure) => (
              <th key={figure} scope="col" data-align="end">
                {t(figure)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.length === 0 && <EmptyRow columns={FIGURES.length + 1}>{t("empty")}</EmptyRow>}
          {rows.map((row) => {
            const shown = figures(row);
            return (
              <tr key={row.id}>
                <th scope="row">
                  <span>
                    <SoftLink
                      href={cohortPath(row.id)}
                      className="inline-flex items-center underline decoration-line-strong underline-offset-3 hover:text-accent hover:decoration-current touch:min-h-11"
                    >
                      {row.name}
                    </SoftLink>{" "}
                    {row.id === from && <Badge tone="accent">{t("this")}</Badge>}
                    <span className="block text-xs font-normal text-ink-3">
                      {t("since", { day: format.date(`${row.startsOn}T05:00:00Z`) })}
                    </span>
                  </span>
                </th>
                {FIGURES.map((figure) => (
                  <td key={figure} data-label={t(figure)} data-align="end">
                    {shown[figure]}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </Table>
      <Pagination
        page={page}
        pages={pages}
        hrefOf={(number) => standingHref(centerId, from, number)}
      />
    </Card>
  );
}
