import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CellLink, EntryTable } from "@/components/catalogue/entry-table";
import { ConfidenceBadge } from "@/components/innovation/confidence-badge";
import { saveAwardAction } from "@/lib/catalogue/actions";
import { type AwardRow, awardPath, hostPath, type InRegion } from "@/lib/host/model";
import { innovationPath } from "@/lib/innovation/model";
import { useAwardFields, useRegionChoice } from "./region-fields";

/** The awards of all regions, each leading to its page, where it is edited too. */
export function AwardTable({
  total,
  regions,
  ...list
}: {
  centerId: string;
  rows: (AwardRow & InRegion)[];
  total: number;
  /** In which an award can be added. */
  regions: readonly { id: string; name: string }[];
  canOrganize: boolean;
  children?: ReactNode;
}) {
  const t = useTranslations("catalogue");
  const words = useTranslations("innovations");
  return (
    <EntryTable
      {...list}
      kind="award"
      // Which innovation it honours is said on its page: they are those of its region.
      fields={[useRegionChoice(regions), ...useAwardFields(null)]}
      save={saveAwardAction}
      words={{
        title: t("awards.title"),
        note: t("awards.note", { count: total }),
        add: t("awards.add"),
        edit: t("awards.edit"),
      }}
      first={{
        label: t("awards.name"),
        href: ({ id }) => awardPath(id),
        name: ({ name, year }) => `${name} ${year}`,
      }}
      columns={[
        { label: t("awards.rank"), cell: ({ rank }) => rank },
        { label: t("awards.level"), cell: ({ level }) => words(`level.${level}`), nowrap: true },
        {
          label: t("form.region"),
          cell: ({ region }) => <CellLink href={hostPath(region.id)}>{region.shortName}</CellLink>,
        },
        {
          label: t("awards.honours"),
          cell: ({ innovation }) =>
            innovation ? (
              <CellLink href={innovationPath(innovation.id)}>{innovation.code}</CellLink>
            ) : (
              "–"
            ),
        },
        {
          label: t("confidence"),
          cell: ({ confidence }) => <ConfidenceBadge confidence={confidence} />,
          nowrap: true,
        },
      ]}
    />
  );
}
