import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { SoftLink } from "@/components/ui/soft-link";
import { EmptyRow, Table } from "@/components/ui/table";
import { type CenterPersonRow, centerPersonPath } from "@/lib/staff/model";
import { AccessBadge } from "./access-badge";

/** The people whom a centre knows; each name leads to what can be done. */
export function PeopleList({ centerId, rows }: { centerId: string; rows: CenterPersonRow[] }) {
  const t = useTranslations("staff");
  return (
    <Table label={t("table")} stack>
      <thead>
        <tr>
          <th scope="col">{t("name")}</th>
          <th scope="col">{t("role")}</th>
          <th scope="col">{t("idNumber")}</th>
          <th scope="col" data-align="end">
            {t("cohorts")}
          </th>
          <th scope="col">{t("access")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.length === 0 && <EmptyRow columns={5}>{t("empty")}</EmptyRow>}
        {rows.map((row) => (
          <tr key={row.personId}>
            <td>
              <SoftLink
                href={centerPersonPath(centerId, row.personId)}
                className="link inline-flex items-center font-semibold wrap-anywhere touch:min-h-11"
              >
                {row.name}
              </SoftLink>
              <span className="block text-sm font-normal text-ink-3 wrap-anywhere">
                {row.email ?? t("noEmail")}
              </span>
            </td>
            <td data-label={t("role")}>
              <span className="flex flex-wrap gap-1.5">
                {row.role ? t(`roles.${row.role}`) : "–"}
                {row.isOffered && <Badge tone="accent">{t("offered")}</Badge>}
              </span>
            </td>
            <td data-label={t("idNumber")} data-nowrap="">
              {row.idNumber ?? "–"}
            </td>
            <td data-label={t("cohorts")} data-align="end">
              {row.cohorts}
            </td>
            <td data-label={t("access")} data-nowrap="">
              <span className="flex flex-wrap gap-1.5">
                <AccessBadge access={row.access} />
                {row.isSuspended && <Badge tone="late">{t("suspended")}</Badge>}
                {row.isDeactivated && <Badge tone="late">{t("deactivated")}</Badge>}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
