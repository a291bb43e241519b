import { useTranslations } from "next-intl";
import { useLocalized } from "@/components/revision/mark";
import { VersionBadge } from "@/components/rubric/version-badge";
import { Badge } from "@/components/ui/badge";
import { SoftLink } from "@/components/ui/soft-link";
import { Table } from "@/components/ui/table";
import { type RubricRow, rubricPath } from "@/lib/rubric/model";

/** The library: what each rubric is for and how far its latest version is. */
export function RubricTable({ centerId, rows }: { centerId: string; rows: RubricRow[] }) {
  const t = useTranslations("rubrics");
  const local = useLocalized();
  return (
    <Table label={t("title")} stack>
      <thead>
        <tr>
          <th scope="col">{t("columns.name")}</th>
          <th scope="col">{t("columns.purpose")}</th>
          <th scope="col">{t("columns.scale")}</th>
          <th scope="col" data-align="end">
            {t("columns.criteria")}
          </th>
          <th scope="col">{t("columns.latest")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              {/* One piece: on the phone a cell sets its parts side by side. */}
              <div className="min-w-0">
                <SoftLink
                  href={rubricPath(centerId, row.id)}
                  className="link font-semibold wrap-anywhere touch:inline-flex touch:min-h-11 touch:items-center"
                >
                  {local(row.name)}
                </SoftLink>
                <p className="line-clamp-2 max-w-[60ch] text-sm text-ink-3">{row.source}</p>
              </div>
            </td>
            <td data-label={t("columns.purpose")}>{t(`purpose.${row.purpose}`)}</td>
            <td data-label={t("columns.scale")}>
              {row.latest && row.purpose !== "CLASSIFICATION"
                ? t(`scale.${row.latest.scaleKind}`)
                : "–"}
            </td>
            <td data-label={t("columns.criteria")} data-align="end" className="tabular-nums">
              {row.latest?.criteria ?? 0}
            </td>
            <td data-label={t("columns.latest")}>
              <span className="flex flex-wrap items-center gap-1.5 max-sm:justify-end">
                {row.shared ? (
                  <Badge>{t("sharedBadge")}</Badge>
                ) : (
                  row.latest && <VersionBadge state={row.latest.state} />
                )}
                <span className="text-sm text-ink-3">
                  {row.latest && t("versionOf", { number: row.latest.number })}
                </span>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
