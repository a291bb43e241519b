import { useTranslations } from "next-intl";
import { FilterChips } from "@/components/ui/filter-chips";
import { SearchField } from "@/components/ui/search-field";
import { cohortPath } from "@/lib/cohort/model";
import { PEOPLE_VIEWS, type PeopleView, peopleHref } from "@/lib/invitation/model";

/** Narrows the people of a cohort; all of it stands in the address. */
export function PeopleFilters({
  cohortId,
  query,
  counts,
}: {
  cohortId: string;
  query: { view: PeopleView; q: string };
  counts: Record<PeopleView, number>;
}) {
  const t = useTranslations("people");
  return (
    <div className="grid gap-2.5 border-b border-line px-4 py-3 sm:px-4.5 print:hidden">
      <SearchField
        action={cohortPath(cohortId, "people")}
        label={t("search")}
        value={query.q}
        keep={{ view: query.view === "all" ? undefined : query.view }}
      />
      <FilterChips
        label={t("views.label")}
        chips={PEOPLE_VIEWS.map((view) => ({
          label: t(`views.${view}`),
          count: counts[view],
          active: view === query.view && view !== "all",
          href: peopleHref(cohortId, { q: query.q, view: view === query.view ? "all" : view }),
        }))}
      />
    </div>
  );
}
