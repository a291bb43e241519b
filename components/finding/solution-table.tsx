import { useTranslations } from "next-intl";
import { AuthorCell, InnovationCell, ToldCell } from "@/components/dashboard/told-cells";
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
            <ToldCell
              href={reviewHref(row.assignmentId, "SOLUTION")}
              words={row.title}
              note={row.obstacle ? t("obstacle", { obstacle: row.obstacle }) : ""}
            />
            <InnovationCell label={t("innovation")} innovation={row.innovation} />
            <td data-label={t("transfer")}>{terms(`transferType.${row.transferType}`)}</td>
            <td data-label={t("for")}>{t(row.forHost ? "host" : "own")}</td>
            <td data-label={t("screen")} data-align="end">
              {row.mcnamaraTotal}
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
