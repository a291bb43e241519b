import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EntryTable } from "@/components/catalogue/entry-table";
import { saveRegionAction } from "@/lib/catalogue/actions";
import { officePath } from "@/lib/center/model";
import type { RegionRow } from "@/lib/host/model";
import { useRegionFields } from "./region-fields";

/** The host regions of a centre, each leading to its page. */
export function RegionTable({
  total,
  ...list
}: {
  centerId: string;
  rows: RegionRow[];
  total: number;
  canOrganize: boolean;
  children?: ReactNode;
}) {
  const t = useTranslations("catalogue");
  const base = officePath(list.centerId, "hosts");
  return (
    <EntryTable
      {...list}
      kind="region"
      fields={useRegionFields()}
      save={saveRegionAction}
      words={{
        title: t("regions.title"),
        note: t("regions.found", { count: total }),
        add: t("regions.add"),
        edit: t("regions.edit"),
      }}
      first={{
        label: t("regions.shortName"),
        href: ({ id }) => `${base}/${id}`,
        name: ({ shortName }) => shortName,
      }}
      columns={[
        { label: t("regions.type"), cell: ({ type }) => t(`agencyType.${type}`), nowrap: true },
        {
          label: t("regions.regionCode"),
          cell: ({ regionCode }) => regionCode ?? "–",
          nowrap: true,
        },
        { label: t("regions.units"), cell: ({ units }) => units, end: true },
        { label: t("regions.innovations"), cell: ({ innovations }) => innovations, end: true },
        { label: t("regions.awards"), cell: ({ awards }) => awards, end: true },
      ]}
      editable={regionEntry}
    />
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
