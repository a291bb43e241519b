import { useTranslations } from "next-intl";
import { HeatMap } from "@/components/charts/heat-map";
import { Card, CardHeader } from "@/components/ui/card";
import { SoftLink } from "@/components/ui/soft-link";
import { Segments } from "@/components/ui/tabs";
import {
  analysisHref,
  type FacetRow,
  type ObstacleCount,
  obstaclesHref,
} from "@/lib/dashboard/model";
import type { AnalysisQuery } from "@/lib/dashboard/schema";
import { OBSTACLE_CATEGORIES, OBSTACLE_LOCI } from "@/lib/obstacle/model";

/** Where obstacles gather: innovation × category; all, or those of the host or the own unit alone. */
export function ObstacleHeat({
  cohortId,
  innovations,
  obstacles,
  query,
}: {
  cohortId: string;
  innovations: FacetRow[];
  obstacles: ObstacleCount[];
  query: AnalysisQuery;
}) {
  const t = useTranslations("dashboard.heat");
  const terms = useTranslations("terms");
  const { locus } = query;
  const total = obstacles.reduce((sum, { count }) => sum + count, 0);
  // A catalogue of hundreds has few innovations that a cohort works on.
  const assigned = innovations.filter(({ stages }) => stages.EVALUATE.total > 0);
  return (
    <Card as="section" id="obstacles" className="scroll-mt-18">
      <CardHeader
        title={t("title")}
        note={
          total > 0 && (
            <SoftLink href={obstaclesHref(cohortId, { locus })} className="figure-link">
              {t("note", { count: total })}
            </SoftLink>
          )
        }
        actions={
          <Segments
            label={t("locus")}
            items={[undefined, ...OBSTACLE_LOCI].map((value) => ({
              href: `${analysisHref(cohortId, { ...query, locus: value })}#obstacles`,
              label: value ? t(`locusShort.${value}`) : t("anyLocus"),
              current: value === locus,
            }))}
          />
        }
      />
      {total === 0 ? (
        <p className="px-4 py-8 text-center text-ink-3">{locus ? t("emptyLocus") : t("empty")}</p>
      ) : (
        <HeatMap
          stage="OBSTACLES"
          label={t("title")}
          rowLabel={t("innovation")}
          columns={OBSTACLE_CATEGORIES.map((category) => ({
            key: category,
            label: terms(`obstacleCategory.${category}`),
            short: t(`short.${category}`),
          }))}
          rows={assigned.map(({ id, shortName }) => {
            const own = obstacles.filter(({ innovationId }) => innovationId === id);
            return {
              id,
              label: shortName,
              href: own.length > 0 ? obstaclesHref(cohortId, { innovation: id, locus }) : undefined,
              cells: Object.fromEntries(
                own.map(({ category, count }) => [
                  category,
                  {
                    value: count,
                    href: obstaclesHref(cohortId, { innovation: id, category, locus }),
                  },
                ]),
              ),
            };
          })}
        />
      )}
    </Card>
  );
}
