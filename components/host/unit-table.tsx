import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AddEntry } from "@/components/catalogue/entry-buttons";
import { EntryScope } from "@/components/catalogue/entry-scope";
import { OwnBadge } from "@/components/catalogue/own-badge";
import { Card, CardHeader } from "@/components/ui/card";
import { Table } from "@/components/ui/table";
import { saveUnitAction } from "@/lib/catalogue/actions";
import { hostPath, type InRegion, type UnitRow, unitPath } from "@/lib/host/model";
import { useRegionChoice, useUnitFields } from "./region-fields";

/** The units of all regions, each leading to its page, where it is edited too. */
export function UnitTable({
  centerId,
  rows,
  total,
  regions,
  canOrganize,
  children,
}: {
  centerId: string;
  rows: (UnitRow & InRegion)[];
  total: number;
  /** In which a unit can be added. */
  regions: readonly { id: string; name: string }[];
  canOrganize: boolean;
  children?: ReactNode;
}) {
  const t = useTranslations("catalogue");
  return (
    <EntryScope
      kind="unit"
      centerId={centerId}
      fields={[useRegionChoice(regions), ...useUnitFields()]}
      titles={{ add: t("units.add"), edit: t("units.edit") }}
      save={saveUnitAction}
    >
      <Card as="section">
        <CardHeader
          title={t("units.title")}
          note={t("units.note", { count: total })}
          actions={canOrganize && <AddEntry size="sm" label={t("units.add")} />}
        />
        {rows.length > 0 && (
          <Table label={t("units.title")} stack>
            <thead>
              <tr>
                <th scope="col">{t("units.name")}</th>
                <th scope="col">{t("form.region")}</th>
                <th scope="col" data-align="end">
                  {t("units.innovations")}
                </th>
                <th scope="col">{t("owner")}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((unit) => (
                <tr key={unit.id}>
                  <td>
                    <div className="min-w-0 wrap-anywhere">
                      <Link
                        href={unitPath(unit.id)}
                        className="link inline-flex items-center font-semibold touch:min-h-11"
                      >
                        {unit.shortName}
                      </Link>
                      {unit.name !== unit.shortName && (
                        <span className="block text-ink-2">{unit.name}</span>
                      )}
                      {unit.laterName && (
                        <span className="block text-sm text-ink-3">
                          {t("units.later", { name: unit.laterName })}
                        </span>
                      )}
                    </div>
                  </td>
                  <td data-label={t("form.region")} className="wrap-anywhere">
                    <Link
                      href={hostPath(unit.region.id)}
                      className="link inline-flex items-center touch:min-h-11"
                    >
                      {unit.region.shortName}
                    </Link>
                  </td>
                  <td data-label={t("units.innovations")} data-align="end">
                    {unit.innovations}
                  </td>
                  <td data-label={t("owner")} data-nowrap>
                    <OwnBadge own={unit.own} archived={unit.archived} />
                  </td>
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
