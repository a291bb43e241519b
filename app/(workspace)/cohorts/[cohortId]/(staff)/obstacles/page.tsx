import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { IgnoredNote } from "@/components/dashboard/ignored-note";
import { ObstacleFilters } from "@/components/dashboard/obstacle-filters";
import { ObstacleTable } from "@/components/dashboard/obstacle-table";
import { Live } from "@/components/live/live";
import { PageHeader } from "@/components/shell/page-header";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ListFilterIcon } from "@/components/ui/icons";
import { Pagination } from "@/components/ui/pagination";
import type { SearchParams } from "@/lib/cohort/loaders";
import { cohortPath } from "@/lib/cohort/model";
import { loadObstacles } from "@/lib/dashboard/loaders";
import { obstaclesHref } from "@/lib/dashboard/model";
import { cohortStream } from "@/lib/live/model";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("dashboard.obstacles");
  return { title: t("title") };
}

export default async function ObstaclesPage({
  params,
  searchParams,
}: {
  params: Promise<{ cohortId: string }>;
  searchParams: Promise<SearchParams>;
}) {
  const since = Date.now();
  const { cohortId } = await params;
  const [{ cohort, query, innovations, obstacles, ignored }, t, c] = await Promise.all([
    loadObstacles(cohortId, await searchParams),
    getTranslations("dashboard.obstacles"),
    getTranslations("cohorts"),
  ]);
  return (
    <>
      <PageHeader
        eyebrow={
          <Breadcrumbs
            items={[
              { href: "/cohorts", label: c("title") },
              { href: cohortPath(cohortId), label: cohort.name },
            ]}
          />
        }
        title={t("title")}
        lede={t("found", { count: obstacles.total })}
        live={<Live stream={cohortStream(cohortId)} since={since} />}
      />
      <IgnoredNote names={ignored} />
      <Card>
        <ObstacleFilters cohortId={cohortId} filter={query.filter} innovations={innovations} />
        {obstacles.rows.length === 0 ? (
          <EmptyState icon={<ListFilterIcon size={22} />} title={t("empty")}>
            {t("emptyBody")}
          </EmptyState>
        ) : (
          <ObstacleTable rows={obstacles.rows} />
        )}
        <Pagination
          page={obstacles.page}
          pages={obstacles.pages}
          hrefOf={(page) => obstaclesHref(cohortId, query.filter, page)}
        />
      </Card>
    </>
  );
}
