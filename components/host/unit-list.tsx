import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AddEntry, EntryButtons } from "@/components/catalogue/entry-buttons";
import { EntryScope } from "@/components/catalogue/entry-scope";
import { OwnBadge } from "@/components/catalogue/own-badge";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyRow, Table } from "@/components/ui/table";
import { saveUnitAction } from "@/lib/catalogue/actions";
import type { Paged, UnitRow } from "@/lib/host/model";
import { useUnitFields } from "./region-fields";

/** Where units are added and edited: the office of a centre, of whoever organises in it. */
export interface Managed {
  centerId: string;
  hostRegionId: string;
}

/** The units of a region. */
export function UnitList({
  units,
  manage,
  office,
  children,
}: {
  units: Paged<UnitRow>;
  manage: Managed | null;
  /** Says whose each unit is. */
  office?: boolean;
  children?: ReactNode;
}) {
  const t = useTranslations("catalogue");
  const card = (
    <Card as="section">
      <CardHeader
        title={t("units.title")}
        note={t("units.note", { count: units.total })}
        actions={manage && <AddEntry size="sm" label={t("units.add")} />}
      />
      <Table label={t("units.title")} stack>
        <thead>
          <tr>
            <th scope="col">{t("units.name")}</th>
            <th scope="col" data-align="end">
              {t("units.innovations")}
            </th>
            {office && <th scope="col">{t("owner")}</th>}
            {manage && (
              <th scope="col" data-align="end">
                <span className="sr-only">{t("actions")}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {units.rows.map(({ id, version, name, shortName, laterName, ...row }) => (
            <tr key={id}>
              <td>
                {/* One box: on the phone the cell is a row. */}
                <div className="min-w-0 wrap-anywhere">
                  <span className="font-semibold">{shortName}</span>{" "}
                  {name !== shortName && <span className="text-ink-2">{name}</span>}
                  {laterName && (
                    <span className="block text-sm text-ink-3">
                      {t("units.later", { name: laterName })}
                    </span>
                  )}
                </div>
              </td>
              <td data-label={t("units.innovations")} data-align="end">
                {row.innovations}
              </td>
              {office && (
                <td data-label={t("owner")}>
                  <OwnBadge own={row.own} archived={row.archived} />
                </td>
              )}
              {manage && (
                <td data-align="end">
                  {row.own && (
                    <EntryButtons
                      entry={{
                        id,
                        version,
                        name: shortName,
                        values: { name, shortName, laterName },
                        archived: row.archived,
                        used: row.innovations > 0,
                      }}
                    />
                  )}
                </td>
              )}
            </tr>
          ))}
          {units.total === 0 && <EmptyRow columns={4}>{t("units.empty")}</EmptyRow>}
        </tbody>
      </Table>
      {children}
    </Card>
  );
  const fields = useUnitFields();
  if (!manage) return card;
  return (
    <EntryScope
      kind="unit"
      centerId={manage.centerId}
      fixed={{ hostRegionId: manage.hostRegionId }}
      fields={fields}
      titles={{ add: t("units.add"), edit: t("units.edit") }}
      save={saveUnitAction}
    >
      {card}
    </EntryScope>
  );
}
