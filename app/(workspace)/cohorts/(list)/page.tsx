import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CohortTable } from "@/components/cohort/cohort-table";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { UsersIcon } from "@/components/ui/icons";
import { Pagination } from "@/components/ui/pagination";
import { loadCohorts, type SearchParams } from "@/lib/cohort/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("cohorts");
  return { title: t("title") };
}

export default async function CohortsPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const [cohorts, t] = await Promise.all([
    loadCohorts(await searchParams),
    getTranslations("cohorts"),
  ]);
  return (
    <>
      <PageHeader title={t("title")} lede={t("lede")} />
      <Card>
        {cohorts.rows.length === 0 ? (
          <EmptyState icon={<UsersIcon size={22} />} title={t("empty")}>
            {t("emptyBody")}
          </EmptyState>
        ) : (
          <>
            <CohortTable rows={cohorts.rows} />
            <Pagination
              page={cohorts.page}
              pages={cohorts.pages}
              hrefOf={(page) => `/cohorts?page=${page}`}
            />
          </>
        )}
      </Card>
    </>
  );
}
