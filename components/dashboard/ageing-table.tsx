import { useTranslations } from "next-intl";
import { Card, CardHeader } from "@/components/ui/card";
import { Explain } from "@/components/ui/explain";
import { SoftLink } from "@/components/ui/soft-link";
import { Table } from "@/components/ui/table";
import { type AgeingRow, NONE, workHref } from "@/lib/dashboard/model";
import { useFormat } from "@/lib/i18n/use-format";

/** How long submissions wait for each facilitator, and how long decisions took. */
export function AgeingTable({
  cohortId,
  rows,
  timeZone,
  now,
}: {
  cohortId: string;
  rows: AgeingRow[];
  timeZone: string;
  now: string;
}) {
  const t = useTranslations("dashboard.ageing");
  const format = useFormat(timeZone);
  return (
    <Card as="section" id="ageing" className="scroll-mt-18">
      <CardHeader
        title={t("title")}
        actions={
          <Explain id="ageing-explained" label={t("explain")}>
            {t("explanation")}
          </Explain>
        }
      />
      {rows.length === 0 ? (
        <p className="px-4 py-8 text-center text-ink-3">{t("none")}</p>
      ) : (
        <Table label={t("title")} stack>
          <thead>
            <tr>
              <th scope="col">{t("facilitator")}</th>
              {(["waiting", "over"] as const).map((column) => (
                <th key={column} scope="col" data-align="end">
                  {t(column)}
                </th>
              ))}
              <th scope="col">{t("oldest")}</th>
              <th scope="col" data-align="end">
                {t("decided")}
              </th>
              <th scope="col" data-align="end">
                {t("median")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.facilitatorId ?? NONE}>
                <th scope="row">
                  <SoftLink
                    href={workHref(cohortId, {
                      facilitator: row.facilitatorId ?? NONE,
                      states: ["SUBMITTED"],
                    })}
                    className="inline-flex items-center underline decoration-line-strong underline-offset-3 hover:text-accent hover:decoration-current touch:min-h-11"
                  >
                    {row.name ?? t("nobody")}
                  </SoftLink>
                </th>
                <td data-label={t("waiting")} data-align="end">
                  {row.waiting}
                </td>
                <td data-label={t("over")} data-align="end">
                  {row.overLimit > 0 ? (
                    <span className="font-semibold text-late">{row.overLimit}</span>
                  ) : (
                    0
                  )}
                </td>
                <td
                  data-label={row.oldestAt ? t("oldest") : undefined}
                  data-nowrap=""
                  title={row.oldestAt ? format.dateTime(row.oldestAt) : undefined}
                >
                  {row.oldestAt && format.ago(row.oldestAt, now)}
                </td>
                <td data-label={t("decided")} data-align="end">
                  {row.decided}
                </td>
                <td
                  data-label={row.medianHours === null ? undefined : t("median")}
                  data-align="end"
                >
                  {row.medianHours !== null &&
                    t("hours", { hours: format.decimal(row.medianHours, 1) })}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}
