import { useTranslations } from "next-intl";
import type { EntryField } from "@/components/catalogue/entry-field";
import {
  AWARD_BOUNDS,
  AWARD_LEVELS,
  REGION_BOUNDS,
  REGION_TYPES,
  UNIT_BOUNDS,
} from "@/lib/host/model";
import { CONFIDENCES } from "@/lib/innovation/model";

/** The fields of a region's form. */
export function useRegionFields(): EntryField[] {
  const t = useTranslations("catalogue");
  return [
    {
      name: "name",
      label: t("regions.name"),
      hint: t("regions.nameHint"),
      max: REGION_BOUNDS.name.max,
    },
    {
      name: "shortName",
      label: t("regions.shortName"),
      hint: t("regions.shortNameHint"),
      max: REGION_BOUNDS.shortName.max,
    },
    {
      name: "type",
      label: t("regions.type"),
      kind: "select",
      options: REGION_TYPES.map((value) => ({ value, label: t(`agencyType.${value}`) })),
    },
    {
      name: "regionCode",
      label: t("regions.regionCode"),
      hint: t("regions.regionCodeHint"),
      optional: true,
      max: 5,
    },
    {
      name: "capital",
      label: t("regions.capital"),
      optional: true,
      max: REGION_BOUNDS.capital.max,
    },
  ];
}

/** In which region something new stands. */
export function useRegionChoice(regions: readonly { id: string; name: string }[]): EntryField {
  const t = useTranslations("catalogue");
  return {
    name: "hostRegionId",
    label: t("form.region"),
    kind: "select",
    onlyNew: true,
    options: regions.map(({ id, name }) => ({ value: id, label: name })),
  };
}

/** The fields of a unit's form. */
export function useUnitFields(): EntryField[] {
  const t = useTranslations("catalogue");
  return [
    { name: "name", label: t("units.name"), max: UNIT_BOUNDS.name.max },
    { name: "shortName", label: t("units.shortName"), max: UNIT_BOUNDS.shortName.max },
    {
      name: "laterName",
      label: t("units.laterName"),
      hint: t("units.laterNameHint"),
      optional: true,
      max: UNIT_BOUNDS.laterName.max,
    },
  ];
}

/** Where a statement is from, and how sure it is. */
export function useSourceFields(max: number): EntryField[] {
  const t = useTranslations("catalogue");
  const words = useTranslations("innovations");
  return [
    { name: "source", label: t("source"), hint: t("sourceHint"), max },
    {
      name: "confidence",
      label: t("confidence"),
      kind: "select",
      options: CONFIDENCES.map((value) => ({
        value,
        label: `${words(`confidence.${value}`)}: ${words(`confidenceMeaning.${value}`)}`,
      })),
    },
  ];
}

/**
 * The fields of an award's form.
 *
 * @param honourable the innovations of its region; null where the region is not chosen yet
 */
export function useAwardFields(
  honourable: readonly { id: string; name: string }[] | null,
): EntryField[] {
  const t = useTranslations("catalogue");
  const words = useTranslations("innovations");
  return [
    { name: "name", label: t("awards.name"), max: AWARD_BOUNDS.name.max },
    {
      name: "level",
      label: t("awards.level"),
      kind: "select",
      options: AWARD_LEVELS.map((value) => ({ value, label: words(`level.${value}`) })),
    },
    { name: "year", label: t("awards.year"), kind: "number", max: 4 },
    { name: "rank", label: t("awards.rank"), max: AWARD_BOUNDS.rank.max },
    { name: "giver", label: t("awards.giver"), optional: true, max: AWARD_BOUNDS.giver.max },
    ...(honourable
      ? [
          {
            name: "innovationId",
            label: t("awards.honours"),
            hint: t("awards.honoursHint"),
            kind: "select" as const,
            optional: true,
            none: t("awards.none"),
            options: honourable.map(({ id, name }) => ({ value: id, label: name })),
          },
        ]
      : []),
    {
      name: "note",
      label: t("awards.note_"),
      kind: "textarea",
      optional: true,
      max: AWARD_BOUNDS.note.max,
    },
    ...useSourceFields(AWARD_BOUNDS.source.max),
  ];
}
