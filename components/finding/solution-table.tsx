import { useTranslations } from "next-intl";
import { SoftLink } from "@/components/ui/soft-link";
import { Table } from "@/components/ui/table";
import { reviewHref } from "@/lib/dashboard/model";
import type { SolutionRow } from "@/lib/finding/model";

/** Chosen solutions with the obstacle that each answers, leading to where they were told. */
export function SolutionTable({ rows }: { rows: SolutionRow[] }) {
  const t = useTranslations("findings.solutions");
  const terms = useTranslations("terms");
  return (
    <Table label={t("title")} stack>
      <thead>
        <tr>
          <th scope="col" className="w-2/5">
            {t("solution")}
          </th>
          <th scope="col">{t("innovation")}</th>
          <th scope="col">{t("transfer")}</th>
          <th scope="col">{t("for")}</th>
          <th scope="col" data-align="end">
            {t("screen")}
          </th>
          <th scope="col">{t("participant")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.assignmentId} ${row.itemId}`}>
            <th scope="row">
              <span className="block max-w-[64ch] wrap-anywhere">
                <SoftLink
                  href={reviewHref(row.assignmentId, "SOLUTION")}
                  className="underline decoration-line-strong underline-offset-3 hover:text-accent hover:decoration-current touch:inline-flex touch:min-h-11 touch:items-center"
                >
                  {row.title}
                </SoftLink>
                {row.obstacle && (
                  <span className="mt-0.5 block font-normal text-ink-2">
                    {t("obstacle", { obstacle: row.obstacle })}
                  </span>
                )}
              </span>
            </th>
            <td data-label={t("innovation")} title={row.innovation.name}>
              {row.innovation.code}
            </td>
            <td data-label={t("transfer")}>{terms(`transferType.${row.transferType}`)}</td>
            <td data-label={t("for")}>{t(row.forHost ? "host" : "own")}</td>
            <td data-label={t("screen")} data-align="end">
              {row.mcnamaraTotal}
            </td>
            <td data-label={t("participant")}>
              <span>
                {row.participant}
                <span className="block text-xs text-ink-3">{row.agency}</span>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
