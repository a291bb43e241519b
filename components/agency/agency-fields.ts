import { useTranslations } from "next-intl";
import type { EntryField } from "@/components/catalogue/entry-field";
import { AGENCY_BOUNDS, AGENCY_TYPES } from "@/lib/agency/model";

/** The fields of an agency's form. */
export function useAgencyFields(): EntryField[] {
  const t = useTranslations("catalogue");
  return [
    {
      name: "name",
      label: t("agencies.name"),
      hint: t("agencies.nameHint"),
      max: AGENCY_BOUNDS.name.max,
    },
    { name: "shortName", label: t("agencies.shortName"), max: AGENCY_BOUNDS.shortName.max },
    {
      name: "type",
      label: t("agencies.type"),
      kind: "select",
      options: AGENCY_TYPES.map((value) => ({ value, label: t(`agencyType.${value}`) })),
    },
  ];
}
