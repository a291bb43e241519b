import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EntryTable } from "@/components/catalogue/entry-table";
import { type AgencyRow, agencyPath } from "@/lib/agency/model";
import { saveAgencyAction } from "@/lib/catalogue/actions";
import { useAgencyFields } from "./agency-fields";

/** A centre's agencies, to be added and edited by whoever organises. */
export function AgencyTable({
  total,
  ...list
}: {
  centerId: string;
  rows: AgencyRow[];
  total: number;
  canOrganize: boolean;
  children?: ReactNode;
}) {
  const t = useTranslations("catalogue");
  return (
    <EntryTable
      {...list}
      kind="agency"
      fields={useAgencyFields()}
      save={saveAgencyAction}
      words={{
        title: t("agencies.title"),
        note: t("agencies.found", { count: total }),
        add: t("agencies.add"),
        edit: t("agencies.edit"),
      }}
      first={{
        label: t("agencies.name"),
        href: ({ id }) => agencyPath(list.centerId, id),
        name: ({ name }) => name,
      }}
      columns={[
        { label: t("agencies.shortName"), cell: ({ shortName }) => shortName },
        { label: t("agencies.type"), cell: ({ type }) => t(`agencyType.${type}`), nowrap: true },
        {
          label: t("agencies.people"),
          cell: ({ people }) => t("agencies.peopleCount", { count: people }),
          nowrap: true,
        },
      ]}
      editable={({ id, version, name, shortName, type, archived, people }) => ({
        id,
        version,
        name: shortName,
        values: { name, shortName, type },
        archived,
        used: people > 0,
      })}
    />
  );
}
