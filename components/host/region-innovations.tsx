import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { OwnBadge } from "@/components/catalogue/own-badge";
import { ConfidenceBadge } from "@/components/innovation/confidence-badge";
import { Card, CardHeader } from "@/components/ui/card";
import { SoftLink } from "@/components/ui/soft-link";
import { EmptyRow, Table } from "@/components/ui/table";
import type { Paged, RegionInnovation } from "@/lib/host/model";
import { innovationPath } from "@/lib/innovation/model";

/** The innovations of a region, each leading to its profile. */
export function RegionInnovations({
  innovations,
  actions,
  office,
  children,
}: {
  innovations: Paged<RegionInnovation>;
  actions?: ReactNode;
  office?: boolean;
  children?: ReactNode;
}) {
  const t = useTranslations("catalogue");
  return (
    <Card as="section">
      <CardHeader
        title={t("innovations.title")}
        note={t("innovations.note", { count: innovations.total })}
        actions={actions}
      />
      <Table label={t("innovations.title")} stack>
        <thead>
          <tr>
            <th scope="col">{t("innovations.title")}</th>
            <th scope="col">{t("innovations.owner")}</th>
            <th scope="col">{t("confidence")}</th>
            {office && <th scope="col">{t("owner")}</th>}
          </tr>
        </thead>
        <tbody>
          {innovations.rows.map((row) => (
            <tr key={row.id}>
              <td>
                <div className="min-w-0 wrap-anywhere">
                  <SoftLink href={innovationPath(row.id)} className="link font-semibold touch:py-3">
                    {row.code}
                  </SoftLink>
                  <span className="block text-ink-2">{row.name}</span>
                </div>
              </td>
              <td data-label={t("innovations.owner")}>{row.owner}</td>
              <td data-label={t("confidence")}>
                <ConfidenceBadge confidence={row.confidence} />
              </td>
              {office && (
                <td data-label={t("owner")}>
                  <OwnBadge own={row.own} archived={row.archived} />
                </td>
              )}
            </tr>
          ))}
          {innovations.total === 0 && <EmptyRow columns={4}>{t("innovations.empty")}</EmptyRow>}
        </tbody>
      </Table>
      {children}
    </Card>
  );
}
