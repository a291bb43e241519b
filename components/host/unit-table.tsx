import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CellLink, EntryTable } from "@/components/catalogue/entry-table";
import { saveUnitAction } from "@/lib/catalogue/actions";
import { hostPath, type InRegion, type UnitRow, unitPath } from "@/lib/host/model";
import { useRegionChoice, useUnitFields } from "./region-fields";

/** The units of all regions, each leading to its page, where it is edited too. */
export function UnitTable({
  total,
  regions,
  ...list
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
    <EntryTable
      {...list}
      kind="unit"
      fields={[useRegionChoice(regions), ...useUnitFields()]}
      save={saveUnitAction}
      words={{
        title: t("units.title"),
        note: t("units.note", { count: total }),
        add: t("units.add"),
        edit: t("units.edit"),
      }}
      first={{
        label: t("units.name"),
        href: ({ id }) => unitPath(id),
        name: ({ shortName }) => shortName,
        below: ({ name, shortName, laterName }) => (
          <>
            {name !== shortName && <span className="block text-ink-2">{name}</span>}
            {laterName && (
              <span className="block text-sm text-ink-3">
                {t("units.later", { name: laterName })}
              </span>
            )}
          </>
        ),
      }}
      columns={[
        {
          label: t("form.region"),
          cell: ({ region }) => <CellLink href={hostPath(region.id)}>{region.shortName}</CellLink>,
        },
        { label: t("units.innovations"), cell: ({ innovations }) => innovations, end: true },
      ]}
    />
  );
}
