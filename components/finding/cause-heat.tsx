import { useTranslations } from "next-intl";
import { HeatMap } from "@/components/charts/heat-map";
import { Card, CardHeader } from "@/components/ui/card";
import { SoftLink } from "@/components/ui/soft-link";
import { type CauseCount, findingsHref } from "@/lib/finding/model";
import { OBSTACLE_CATEGORIES, OBSTACLE_LOCI } from "@/lib/obstacle/model";

/** Where root causes gather: category × whether the host or the own unit feels it. */
export function CauseHeat({ cohortId, causes }: { cohortId: string; causes: CauseCount[] }) {
  const t = useTranslations("findings.causes");
  const terms = useTranslations("terms");
  const heat = useTranslations("dashboard.heat");
  const total = causes.reduce((sum, { count }) => sum + count, 0);
  return (
    <Card as="section" id="causes" className="scroll-mt-18">
      <CardHeader
        title={t("title")}
        note={
          total > 0 && (
            <SoftLink
              href={findingsHref(cohortId, "causes")}
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
      )}
    </Card>
  );
}
