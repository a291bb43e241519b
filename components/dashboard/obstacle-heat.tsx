import { useTranslations } from "next-intl";
import { HeatMap } from "@/components/charts/heat-map";
import { Card, CardHeader } from "@/components/ui/card";
import { SoftLink } from "@/components/ui/soft-link";
import { type FacetRow, type ObstacleCount, obstaclesHref } from "@/lib/dashboard/model";
import { OBSTACLE_CATEGORIES } from "@/lib/obstacle/model";

/** Where obstacles gather: innovation × category. */
export function ObstacleHeat({
  cohortId,
  innovations,
  obstacles,
}: {
  cohortId: string;
  innovations: FacetRow[];
  obstacles: ObstacleCount[];
}) {
  const t = useTranslations("dashboard.heat");
  const terms = useTranslations("terms");
  const total = obstacles.reduce((sum, { count }) => sum + count, 0);
  return (
    <Card as="section" id="obstacles" className="scroll-mt-18">
      <CardHeader
        title={t("title")}
        note={
          total > 0 && (
            <SoftLink
              href={obstaclesHref(cohortId, {})}
              className="underline-offset-3 hover:underline"
            >
              {t("note", { count: total })}
            </SoftLink>
          )
        }
      />
      {total === 0 ? (
        <p className="px-4 py-8 text-center text-ink-3">{t("empty")}</p>
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
          rows={innovations.map(({ id, shortName }) => {
            const own = obstacles.filter(({ innovationId }) => innovationId === id);
            return {
              id,
              label: shortName,
              href: own.length > 0 ? obstaclesHref(cohortId, { innovation: id }) : undefined,
              cells: Object.fromEntries(
                own.map(({ category, count }) => [
                  category,
                  { value: count, href: obstaclesHref(cohortId, { innovation: id, category }) },
                ]),
              ),
            };
          })}
        />
      )}
    </Card>
  );
}
