import { useTranslations } from "next-intl";
import { FilterChips } from "@/components/ui/filter-chips";
import { SearchField } from "@/components/ui/search-field";
import { type CohortFilter, cohortsHref } from "@/lib/cohort/model";
import { COHORT_STATES } from "@/lib/cohort/workflow";

/** Which cohorts are listed: by a word, and by how they stand. */
export function CohortFilters({ filter }: { filter: CohortFilter }) {
  const t = useTranslations("cohorts");
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2.5 border-b border-line px-4 py-3 sm:px-4.5">
      <SearchField
        action="/cohorts"
        label={t("search")}
        value={filter.search}
        keep={{ state: filter.state?.toLowerCase() }}
      />
      <FilterChips
        label={t("states")}
        chips={COHORT_STATES.map((state) => ({
          label: t(`state.${state}`),
          active: filter.state === state,
          href: cohortsHref({ ...filter, state: filter.state === state ? null : state, page: 1 }),
        }))}
      />
    </div>
  );
}
