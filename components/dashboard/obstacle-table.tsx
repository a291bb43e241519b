import { useTranslations } from "next-intl";
import { SoftLink } from "@/components/ui/soft-link";
import { Table } from "@/components/ui/table";
import { type ObstacleRow, reviewHref } from "@/lib/dashboard/model";

/** Obstacles that participants found, the most pressing first, leading to where they were told. */
export function ObstacleTable({ rows }: { rows: ObstacleRow[] }) {
  const t = useTranslations("dashboard.obstacles");
  const terms = useTranslations("terms");
  return (
    <Table label={t("title")} stack>
      <thead>
        <tr>
          <th scope="col" className="w-2/5">
            {t("obstacle")}
          </th>
          <th scope="col">{t("innovation")}</th>
          <th scope="col">{t("category")}</th>
          <th scope="col">{t("locus")}</th>
          <th scope="col" data-align="end">
            {t("usg")}
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
                  href={reviewHref(row.assignmentId, "OBSTACLES")}
                  className="underline decoration-line-strong underline-offset-3 hover:text-accent hover:decoration-current touch:inline-flex touch:min-h-11 touch:items-center"
                >
                  {row.title}
                </SoftLink>
                {row.rootCause && (
                  <span className="mt-0.5 block font-normal text-ink-2">
                    {t("rootCause", { cause: row.rootCause })}
                  </span>
                )}
              </span>
            </th>
            <td data-label={t("innovation")} title={row.innovation.name}>
              {row.innovation.code}
            </td>
            <td data-label={t("category")}>{terms(`obstacleCategory.${row.category}`)}</td>
            <td data-label={t("locus")}>{terms(`obstacleLocus.${row.locus}`)}</td>
            <td data-label={t("usg")} data-align="end">
              {row.usgTotal === null ? (
                <span className="text-ink-3">{t("notEligible")}</span>
              ) : (
                <span>
                  <b className="font-semibold tabular-nums">{row.usgTotal}</b>
                  {row.rank !== null && (
                    <span className="block text-xs whitespace-nowrap text-ink-3">
                      {t("rank", { rank: row.rank })}
                    </span>
                  )}
                </span>
              )}
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
