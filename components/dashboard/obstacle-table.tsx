import { useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import { type ObstacleRow, reviewHref } from "@/lib/dashboard/model";
import { AuthorCell, InnovationCell, ToldCell } from "./told-cells";

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
            <ToldCell
              href={reviewHref(row.assignmentId, "OBSTACLES")}
              words={row.title}
              note={row.rootCause ? t("rootCause", { cause: row.rootCause }) : ""}
            />
            <InnovationCell label={t("innovation")} innovation={row.innovation} />
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
            <AuthorCell
              label={t("participant")}
              participant={row.participant}
              agency={row.agency}
            />
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
