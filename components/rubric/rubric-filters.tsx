import { useTranslations } from "next-intl";
import { FilterChips } from "@/components/ui/filter-chips";
import { Select } from "@/components/ui/input";
import { SearchField } from "@/components/ui/search-field";
import { RUBRIC_PURPOSES, rubricsHref, rubricsPath } from "@/lib/rubric/model";
import { RUBRIC_ORIGINS, type RubricsQuery } from "@/lib/rubric/schema";

/** Narrows the library; all of it stands in the address. */
export function RubricFilters({ centerId, query }: { centerId: string; query: RubricsQuery }) {
  const t = useTranslations("rubrics");
  const { origin, purpose, q } = query;
  return (
    <div className="grid gap-2.5 border-b border-line px-4 py-3 sm:px-4.5 print:hidden">
      <SearchField action={rubricsPath(centerId)} label={t("search")} value={q} keep={{ origin }}>
        <Select
          name="purpose"
          defaultValue={purpose ?? ""}
          aria-label={t("columns.purpose")}
          className="w-auto min-w-0 max-w-full"
        >
          <option value="">{t("anyPurpose")}</option>
          {RUBRIC_PURPOSES.map((value) => (
            <option key={value} value={value}>
              {t(`purpose.${value}`)}
            </option>
          ))}
        </Select>
      </SearchField>
      <FilterChips
        label={t("origins.label")}
        chips={RUBRIC_ORIGINS.map((value) => ({
          label: t(`origins.${value}`),
          active: origin === value,
          href: rubricsHref(centerId, { purpose, q, origin: origin === value ? undefined : value }),
        }))}
      />
    </div>
  );
}
