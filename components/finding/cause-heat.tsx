import { useTranslations } from "next-intl";
import { HeatMap } from "@/components/charts/heat-map";
import { type CauseCount, findingsHref } from "@/lib/finding/model";
import { OBSTACLE_CATEGORIES, OBSTACLE_LOCI } from "@/lib/obstacle/model";
import { HeatCard } from "./heat-card";

/** Where root causes gather: category × whether the host or the own unit feels it. */
export function CauseHeat({ cohortId, causes }: { cohortId: string; causes: CauseCount[] }) {
  const t = useTranslations("findings.causes");
  const terms = useTranslations("terms");
  const heat = useTranslations("dashboard.heat");
  const total = causes.reduce((sum, { count }) => sum + count, 0);
  return (
    <HeatCard of="causes" cohortId={cohortId} total={total}>
      <HeatMap
        stage="OBSTACLES"
        label={t("title")}
        rowLabel={t("category")}
        columns={OBSTACLE_LOCI.map((locus) => ({
          key: locus,
          label: terms(`obstacleLocus.${locus}`),
          short: heat(`locusShort.${locus}`),
        }))}
        rows={OBSTACLE_CATEGORIES.flatMap((category) => {
          const own = causes.filter((cause) => cause.category === category);
          if (own.length === 0) return [];
          return {
            id: category,
            label: terms(`obstacleCategory.${category}`),
            href: findingsHref(cohortId, "causes", { category }),
            cells: Object.fromEntries(
              own.map(({ locus, count }) => [
                locus,
                { value: count, href: findingsHref(cohortId, "causes", { category, locus }) },
              ]),
            ),
          };
        })}
      />
    </HeatCard>
  );
}
