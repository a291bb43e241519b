import Form from "next/form";
import { useTranslations } from "next-intl";
import { ViewsLink } from "@/components/saved-view/views-link";
import { Button } from "@/components/ui/button";
import { FilterChips } from "@/components/ui/filter-chips";
import { Select } from "@/components/ui/input";
import { SoftLink } from "@/components/ui/soft-link";
import { cohortPath } from "@/lib/cohort/model";
import { type ObstacleFilter, obstaclesHref } from "@/lib/dashboard/model";
import { OBSTACLE_CATEGORIES, OBSTACLE_LOCI } from "@/lib/obstacle/model";

/** Narrows the list of obstacles; all of it stands in the address. */
export function ObstacleFilters({
  cohortId,
  filter,
  innovations,
}: {
  cohortId: string;
  filter: ObstacleFilter;
  innovations: { id: string; code: string }[];
}) {
  const t = useTranslations("dashboard.obstacles");
  const terms = useTranslations("terms");
  const select = "w-auto min-w-40 flex-1 sm:max-w-64";
  return (
    <Form
      prefetch={false}
      action={`${cohortPath(cohortId)}/obstacles`}
      className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-3 sm:px-4.5 print:hidden"
    >
      {filter.rooted && <input type="hidden" name="rooted" value="1" />}
      <Select
        name="innovation"
        defaultValue={filter.innovation ?? ""}
        aria-label={t("innovation")}
        className={select}
      >
        <option value="">{t("anyInnovation")}</option>
        {innovations.map(({ id, code }) => (
          <option key={id} value={id}>
            {code}
          </option>
        ))}
      </Select>
      <Select
        name="category"
        defaultValue={filter.category ?? ""}
        aria-label={t("category")}
        className={select}
      >
        <option value="">{t("anyCategory")}</option>
        {OBSTACLE_CATEGORIES.map((category) => (
          <option key={category} value={category}>
            {terms(`obstacleCategory.${category}`)}
          </option>
        ))}
      </Select>
      <Select
        name="locus"
        defaultValue={filter.locus ?? ""}
        aria-label={t("locus")}
        className={select}
      >
        <option value="">{t("anyLocus")}</option>
        {OBSTACLE_LOCI.map((locus) => (
          <option key={locus} value={locus}>
            {terms(`obstacleLocus.${locus}`)}
          </option>
        ))}
      </Select>
      <Button type="submit" variant="secondary">
        {t("filter")}
      </Button>
      <FilterChips
        label={t("active")}
        chips={[
          {
            label: t("onlyRooted"),
            active: filter.rooted,
            href: obstaclesHref(cohortId, { ...filter, rooted: !filter.rooted }),
          },
        ]}
      />
      {obstaclesHref(cohortId, filter) !== obstaclesHref(cohortId, {}) && (
        <SoftLink
          href={obstaclesHref(cohortId, {})}
          className="link ml-1 inline-flex items-center text-sm touch:min-h-11"
        >
          {t("clear")}
        </SoftLink>
      )}
      <ViewsLink cohortId={cohortId} page="OBSTACLES" pageHref={obstaclesHref(cohortId, filter)} />
    </Form>
  );
}
