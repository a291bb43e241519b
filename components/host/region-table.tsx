import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AddEntry, EntryButtons } from "@/components/catalogue/entry-buttons";
import { EntryScope } from "@/components/catalogue/entry-scope";
import { OwnBadge } from "@/components/catalogue/own-badge";
import { Card, CardHeader } from "@/components/ui/card";
import { Table } from "@/components/ui/table";
import { saveRegionAction } from "@/lib/catalogue/actions";
import { officePath } from "@/lib/center/model";
import type { RegionRow } from "@/lib/host/model";
import { useRegionFields } from "./region-fields";

/** The host regions of a centre, each leading to its page. */
export function RegionTable({
  centerId,
  rows,
  total,
  canOrganize,
  children,
}: {
  centerId: string;
  rows: RegionRow[];
  total: number;
  canOrganize: boolean;
  children?: ReactNode;
}) {
  const t = useTranslations("catalogue");
  const base = officePath(centerId, "hosts");
  return (
    <EntryScope
      kind="region"
      centerId={centerId}
      fields={useRegionFields()}
      titles={{ add: t("regions.add"), edit: t("regions.edit") }}
      save={saveRegionAction}
    >
      <Card as="section">
        <CardHeader
          title={t("regions.title")}
          note={t("regions.found", { count: total })}
          actions={canOrganize && <AddEntry size="sm" label={t("regions.add")} />}
        />
        {rows.length > 0 && (
          <Table label={t("regions.title")} stack>
            <thead>
              <tr>
                <th scope="col">{t("regions.shortName")}</th>
                <th scope="col">{t("regions.type")}</th>
                <th scope="col">{t("regions.regionCode")}</th>
                <th scope="col" data-align="end">
                  {t("regions.units")}
                </th>
                <th scope="col" data-align="end">
                  {t("regions.innovations")}
                </th>
                <th scope="col" data-align="end">
                  {t("regions.awards")}
                </th>
                <th scope="col">{t("owner")}</th>
                {canOrganize && (
                  <th scope="col" data-align="end">
                    <span className="sr-only">{t("actions")}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td className="wrap-anywhere">
                    <Link
                      href={`${base}/${row.id}`}
                      className="link inline-flex items-center font-semibold touch:min-h-11"
                    >
                      {row.shortName}
                    </Link>
                  </td>
                  <td data-label={t("regions.type")}>{t(`agencyType.${row.type}`)}</td>
                  <td data-label={t("regions.regionCode")}>{row.regionCode ?? "–"}</td>
                  <td data-label={t("regions.units")} data-align="end">
                    {row.units}
                  </td>
                  <td data-label={t("regions.innovations")} data-align="end">
                    {row.innovations}
                  </td>
                  <td data-label={t("regions.awards")} data-align="end">
                    {row.awards}
                  </td>
                  <td data-label={t("owner")} data-nowrap>
                    <OwnBadge own={row.own} archived={row.archived} />
                  </td>
                  {canOrganize && (
                    <td data-align="end">{row.own && <EntryButtons entry={regionEntry(row)} />}</td>
                  )}
                </tr>
              ))}
            </tbody>
          </Table>
        )}
        {children}
      </Card>
    </EntryScope>
  );
}

/** A region as its form has it. */
export function regionEntry(row: RegionRow) {
  const { id, version, name, shortName, type, regionCode, capital, archived } = row;
  return {
    id,
    version,
    name: shortName,
    values: { name, shortName, type, regionCode, capital },
    archived,
    used: row.units + row.innovations + row.awards > 0,
  };
}
