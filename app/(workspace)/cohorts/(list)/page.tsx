import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CohortFilters } from "@/components/cohort/cohort-filters";
import { CohortTable } from "@/components/cohort/cohort-table";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ListFilterIcon, PlusIcon, UsersIcon } from "@/components/ui/icons";
import { Pagination } from "@/components/ui/pagination";
import { loadCohorts, type SearchParams } from "@/lib/cohort/loaders";
import { cohortsHref } from "@/lib/cohort/model";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("cohorts");
  return { title: t("title") };
}

export default async function CohortsPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const [{ rows, page, pages, filter, canCreate }, t] = await Promise.all([
    loadCohorts(await searchParams),
    getTranslations("cohorts"),
  ]);
  const filtered = filter.state !== null || filter.search !== "";
  const create = canCreate && (
    <Button href="/cohorts/new" icon={<PlusIcon size={18} />}>
      {t("new")}
    </Button>
  );
  return (
    <>
      <PageHeader title={t("title")} lede={t("lede")} actions={create} />
      <Card>
        <CohortFilters filter={filter} />
        {rows.length > 0 ? (
          <CohortTable rows={rows} />
        ) : filtered ? (
          <EmptyState
            icon={<ListFilterIcon size={22} />}
            title={t("noneFound")}
            action={
              <Button variant="secondary" href="/cohorts">
                {t("clear")}
              </Button>
            }
          >
            {t("noneFoundBody")}
          </EmptyState>
        ) : (
          <EmptyState icon={<UsersIcon size={22} />} title={t("empty")} action={create}>
            {t(canCreate ? "emptyBodyCreate" : "emptyBody")}
          </EmptyState>
        )}
        <Pagination
          page={page}
          pages={pages}
          hrefOf={(to) => cohortsHref({ ...filter, page: to })}
        />
      </Card>
    </>
  );
}
