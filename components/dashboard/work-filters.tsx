import { useTranslations } from "next-intl";
import { FilterChips } from "@/components/ui/filter-chips";
import { Select } from "@/components/ui/input";
import { SearchField } from "@/components/ui/search-field";
import { SoftLink } from "@/components/ui/soft-link";
import { STAGE_KINDS, STAGE_STATES } from "@/lib/assignment/model";
import { cohortPath } from "@/lib/cohort/model";
import { type CohortCounts, FACETS, type WorkFilter, workHref } from "@/lib/dashboard/model";
import { FacetSelect } from "./facet-select";

/** Narrows the list of stages; all of it stands in the address. */
export function WorkFilters({
  cohortId,
  filter,
  counts,
}: {
  cohortId: string;
  filter: WorkFilter;
  counts: CohortCounts;
}) {
  const t = useTranslations("dashboard");
  const s = useTranslations("stage");
  const { states = [], late, scored } = filter;
  // Several states come from a figure of the dashboard, not from the list of single ones.
  const several = states.length > 1;
  const select = "w-auto min-w-36 flex-1 sm:max-w-52";
  return (
    <div className="grid gap-2.5 border-b border-line px-4 py-3 sm:px-4.5 print:hidden">
      <SearchField
        action={`${cohortPath(cohortId)}/work`}
        label={t("work.search")}
        value={filter.q}
        keep={{
          late: late ? "1" : undefined,
          scored: scored ? "1" : undefined,
          state: several ? states.join(",") : undefined,
        }}
      >
        <Select
          name="stage"
          defaultValue={filter.stage ?? ""}
          aria-label={t("work.stage")}
          className={select}
        >
          <option value="">{t("work.anyStage")}</option>
          {STAGE_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {s(`kind.${kind}`)}
            </option>
          ))}
        </Select>
        {!several && (
          <Select
            name="state"
            defaultValue={states[0] ?? ""}
            aria-label={t("work.state")}
            className={select}
          >
            <option value="">{t("work.anyState")}</option>
            {STAGE_STATES.map((state) => (
              <option key={state} value={state}>
                {s(`state.${state}`)}
              </option>
            ))}
          </Select>
        )}
        {FACETS.map((facet) => (
          <FacetSelect key={facet} facet={facet} counts={counts} value={filter[facet]} />
        ))}
      </SearchField>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <FilterChips
          label={t("work.active")}
          chips={[
            {
              label: t("work.onlyLate"),
              active: late,
              href: workHref(cohortId, { ...filter, late: !late }),
            },
            ...(scored
              ? [
                  {
                    label: t("work.onlyScored"),
                    active: true,
                    href: workHref(cohortId, { ...filter, scored: false }),
                  },
                ]
              : []),
            ...(several
              ? [
                  {
                    label: t("work.states", {
                      states: states.map((state) => s(`short.${state}`)).join(", "),
                    }),
                    active: true,
                    href: workHref(cohortId, { ...filter, states: undefined }),
                  },
                ]
              : []),
          ]}
        />
        {workHref(cohortId, filter) !== workHref(cohortId, {}) && (
          <SoftLink
            href={workHref(cohortId, {})}
            className="link inline-flex items-center text-sm touch:min-h-11"
          >
            {t("work.clear")}
          </SoftLink>
        )}
      </div>
    </div>
  );
}
