import Form from "next/form";
import { useTranslations } from "next-intl";
import { ViewsLink } from "@/components/saved-view/views-link";
import { Button } from "@/components/ui/button";
import { FilterChips } from "@/components/ui/filter-chips";
import { SearchIcon } from "@/components/ui/icons";
import { Input, Select } from "@/components/ui/input";
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
  const { states = [], begun, late, scored } = filter;
  // Several states come from a figure of the dashboard, not from the list of single ones.
  const several = states.length > 1;
  const kept = {
    begun: begun === undefined ? undefined : begun ? "1" : "0",
    late: late ? "1" : undefined,
    scored: scored ? "1" : undefined,
    state: several ? states.join(",") : undefined,
  };
  return (
    <div className="grid gap-2.5 border-b border-line px-4 py-3 sm:px-4.5 print:hidden">
      <Form
        prefetch={false}
        action={`${cohortPath(cohortId)}/work`}
        role="search"
        className="grid grid-cols-2 gap-2 sm:grid-cols-3 xl:grid-cols-6"
      >
        {Object.entries(kept).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <div className="col-span-full flex gap-2">
          <span className="relative min-w-0 flex-1 sm:max-w-md">
            <SearchIcon
              size={16}
              className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-ink-3"
            />
            <Input
              type="search"
              name="q"
              defaultValue={filter.q}
              aria-label={t("work.search")}
              placeholder={t("work.search")}
              enterKeyHint="search"
              maxLength={100}
              className="pl-9"
            />
          </span>
          <Button type="submit" variant="secondary">
            {t("work.filter")}
          </Button>
        </div>
        <Select name="stage" defaultValue={filter.stage ?? ""} aria-label={t("work.stage")}>
          <option value="">{t("work.anyStage")}</option>
          {STAGE_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {s(`kind.${kind}`)}
            </option>
          ))}
        </Select>
        {!several && (
          <Select name="state" defaultValue={states[0] ?? ""} aria-label={t("work.state")}>
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
      </Form>
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
        <ViewsLink cohortId={cohortId} page="WORK" pageHref={workHref(cohortId, filter)} />
      </div>
    </div>
  );
}
