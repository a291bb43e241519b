import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { ProgressBar } from "@/components/ui/progress-bar";
import { SoftLink } from "@/components/ui/soft-link";
import { Table } from "@/components/ui/table";
import { type CohortRow, cohortPath } from "@/lib/cohort/model";
import { workHref } from "@/lib/dashboard/model";
import { useFormat } from "@/lib/i18n/use-format";
import { StateBadge } from "./state-badge";

/** The cohorts of a centre, each with how far it has come and what it asks for. */
export function CohortTable({ rows }: { rows: CohortRow[] }) {
  const t = useTranslations("cohorts");
  const format = useFormat();
  return (
    <Table label={t("title")} stack>
      <thead>
        <tr>
          <th scope="col">{t("cohort")}</th>
          <th scope="col">{t("hosts")}</th>
          <th scope="col">{t("dates")}</th>
          <th scope="col" data-align="end">
            {t("participants")}
          </th>
          <th scope="col">{t("progress")}</th>
          <th scope="col" data-align="end">
            {t("waiting")}
          </th>
          <th scope="col" data-align="end">
            {t("late")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <span>
                {row.state !== "RUNNING" && (
                  <span className="float-right ml-2">
                    <StateBadge state={row.state} />
                  </span>
                )}
                <SoftLink
                  href={cohortPath(row.id)}
                  className="inline-flex items-center text-md underline decoration-line-strong underline-offset-3 hover:text-accent hover:decoration-current touch:min-h-11"
                >
                  {row.name}
                </SoftLink>
                <span className="block text-xs font-normal text-ink-3">
                  {row.program} · {row.centerName}
                </span>
              </span>
            </th>
            <td data-label={t("hosts")}>
              {row.hosts.length > 0 ? row.hosts.join(", ") : t("noHost")}
            </td>
            <td data-label={t("dates")}>{format.dateRange(row.startsOn, row.endsOn)}</td>
            <td data-label={t("participants")} data-align="end">
              {format.integer(row.participants)}
            </td>
            <td data-label={t("progress")}>
              {row.stages === 0 ? (
                <span className="text-ink-3">{t("noWork")}</span>
              ) : (
                <span className="grid min-w-28 gap-1">
                  <SoftLink
                    href={workHref(row.id, { states: ["APPROVED"] })}
                    className="figure-link justify-self-start tabular-nums max-sm:justify-self-end max-sm:justify-end"
                  >
                    {format.integer(row.approved)} / {format.integer(row.stages)}
                  </SoftLink>
                  <ProgressBar
                    value={row.approved}
                    max={row.stages}
                    label={t("progressOf", { approved: row.approved, total: row.stages })}
                  />
                </span>
              )}
            </td>
            <td data-label={t("waiting")} data-align="end">
              <Figure href={workHref(row.id, { states: ["SUBMITTED"] })} value={row.waiting} />
            </td>
            <td data-label={t("late")} data-align="end">
              <Figure href={workHref(row.id, { late: true })} value={row.late} late />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Figure({ href, value, late }: { href: string; value: number; late?: boolean }) {
  if (value === 0) return <span className="text-ink-3">0</span>;
  return (
    <SoftLink
      href={href}
      className={cx("figure-link justify-end tabular-nums", late && "font-semibold text-late")}
    >
      {value}
    </SoftLink>
  );
}
