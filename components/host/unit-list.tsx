import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { OwnBadge } from "@/components/catalogue/own-badge";
import { Card, CardHeader } from "@/components/ui/card";
import { SoftLink } from "@/components/ui/soft-link";
import { EmptyRow, Table } from "@/components/ui/table";
import { type Paged, type UnitRow, unitPath } from "@/lib/host/model";

/** The units of a region. */
export function UnitList({
  units,
  add,
  buttonsOf,
  office,
  children,
}: {
  units: Paged<UnitRow>;
  /** For whoever organises: how units are added, and what can be done with one. */
  add?: ReactNode;
  buttonsOf?: (unit: UnitRow) => ReactNode;
  /** Says whose each unit is. */
  office?: boolean;
  children?: ReactNode;
}) {
  const t = useTranslations("catalogue");
  return (
    <Card as="section">
      <CardHeader
        title={t("units.title")}
        note={t("units.note", { count: units.total })}
        actions={add}
      />
      <Table label={t("units.title")} stack>
        <thead>
          <tr>
            <th scope="col">{t("units.name")}</th>
            <th scope="col" data-align="end">
              {t("units.innovations")}
            </th>
            {office && <th scope="col">{t("owner")}</th>}
            {buttonsOf && (
              <th scope="col" data-align="end">
                <span className="sr-only">{t("actions")}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {units.rows.map((unit) => {
            const { id, name, shortName, laterName } = unit;
            return (
              <tr key={id}>
                <td>
                  {/* One box: on the phone the cell is a row. */}
                  <div className="min-w-0 wrap-anywhere">
                    <SoftLink href={unitPath(id)} className="link font-semibold touch:py-3">
                      {shortName}
                    </SoftLink>{" "}
                    {name !== shortName && <span className="text-ink-2">{name}</span>}
                    {laterName && (
                      <span className="block text-sm text-ink-3">
                        {t("units.later", { name: laterName })}
                      </span>
                    )}
                  </div>
                </td>
                <td data-label={t("units.innovations")} data-align="end">
                  {unit.innovations}
                </td>
                {office && (
                  <td data-label={t("owner")}>
                    <OwnBadge own={unit.own} archived={unit.archived} />
                  </td>
                )}
                {buttonsOf && <td data-align="end">{buttonsOf(unit)}</td>}
              </tr>
            );
          })}
          {units.total === 0 && <EmptyRow columns={4}>{t("units.empty")}</EmptyRow>}
        </tbody>
      </Table>
      {children}
    </Card>
  );
}
