import { useTranslations } from "next-intl";
import { EntryFilters } from "@/components/catalogue/entry-filters";
import {
  AFFAIRS,
  INNOVATION_FORMS,
  INNOVATION_STAGES,
  INNOVATION_TYPES,
} from "@/lib/document/taxonomy";
import { type CatalogueFilter, CONFIDENCES, catalogueHref } from "@/lib/innovation/model";

type Named = { id: string; name: string };

/** Narrows the catalogue by where, by whom, and by what kind; all of it stands in the address. */
export function CatalogueFilters({
  filter,
  regions,
  units,
  isStaff,
}: {
  filter: CatalogueFilter;
  regions: readonly Named[];
  /** Of the region that is chosen. */
  units: readonly Named[];
  isStaff: boolean;
}) {
  const t = useTranslations("innovations");
  const terms = useTranslations("terms");
  const catalogue = useTranslations("catalogue");
  const named = (list: readonly Named[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  const regionName = regions.find(({ id }) => id === filter.region)?.name;
  return (
    <EntryFilters
      action="/innovations"
      address={catalogueHref(filter)}
      search={t("search")}
      q={filter.q}
      selects={[
        ...(regions.length > 1 || filter.region
          ? [
              {
                name: "region",
                label: t("host"),
                any: t("anyRegion"),
                value: regionName ? filter.region : undefined,
                options: named(regions),
              },
            ]
          : []),
        ...(units.length > 0
          ? [
              {
                name: "unit",
                label: t("owner"),
                any: t("anyUnit"),
                value: filter.unit,
                options: named(units),
              },
            ]
          : []),
        {
          name: "form",
          label: t("form"),
          any: t("anyForm"),
          value: filter.form,
          options: INNOVATION_FORMS.map((value) => ({
            value,
            label: terms(`innovationForm.${value}`),
          })),
        },
        {
          name: "type",
          label: t("type"),
          any: t("anyType"),
          value: filter.type,
          options: INNOVATION_TYPES.map((value) => ({
            value,
            label: terms(`innovationType.${value}`),
          })),
        },
        {
          name: "stage",
          label: t("stage"),
          any: t("anyStage"),
          value: filter.stage,
          options: INNOVATION_STAGES.map((value) => ({
            value,
            label: terms(`innovationStage.${value}`),
          })),
        },
        {
          name: "affair",
          label: t("affair"),
          any: t("anyAffair"),
          value: filter.affair,
          options: AFFAIRS.map((value) => ({ value, label: terms(`affair.${value}`) })),
        },
        {
          name: "confidence",
          label: t("confidenceLabel"),
          any: t("anyConfidence"),
          value: filter.confidence,
          options: CONFIDENCES.map((value) => ({ value, label: t(`confidence.${value}`) })),
        },
        ...(isStaff
          ? [
              {
                name: "archived",
                label: catalogue("status"),
                any: catalogue("inUse"),
                value: filter.archived,
                options: [{ value: "1", label: catalogue("onlyArchived") }],
              },
            ]
          : []),
      ]}
    />
  );
}
