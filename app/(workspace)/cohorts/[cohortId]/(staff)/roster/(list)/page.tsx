import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CohortTabs } from "@/components/cohort/cohort-tabs";
import { MovePeople } from "@/components/roster/move-people";
import { RosterFilters } from "@/components/roster/roster-filters";
import { RosterTable } from "@/components/roster/roster-table";
import { PageHeader } from "@/components/shell/page-header";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Button, buttonClass } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ListFilterIcon, PlusIcon, UsersIcon } from "@/components/ui/icons";
import { Pagination } from "@/components/ui/pagination";
import type { SearchParams } from "@/lib/cohort/loaders";
import { Messages } from "@/lib/i18n/messages-scope";
import { loadRoster } from "@/lib/roster/loaders";
import { rosterHref, rosterPath } from "@/lib/roster/model";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("roster"))("title") };
}

export default async function RosterPage({
  params,
  searchParams,
}: {
  params: Promise<{ cohortId: string }>;
  searchParams: Promise<SearchParams>;
}) {
  const { cohortId } = await params;
  const [{ cohort, query, facets, list, can }, t, c] = await Promise.all([
    loadRoster(cohortId, await searchParams),
    getTranslations("roster"),
    getTranslations("cohorts"),
  ]);
  const { page: _, ...filter } = query;
  const nobody = facets.participants + facets.facilitators === 0;
  const file = `/api/cohorts/${cohortId}/roster`;
  const table = <RosterTable cohortId={cohortId} rows={list.rows} canEdit={can.organize} />;
  const change = can.organize && (
    <>
      <Button href={rosterPath(cohortId, "import")}>{t("actions.import")}</Button>
      <Button href={rosterPath(cohortId, "new")} variant="secondary" icon={<PlusIcon size={17} />}>
        {t("actions.add")}
      </Button>
    </>
  );
  return (
    <>
      <PageHeader
        eyebrow={<Breadcrumbs items={[{ href: "/cohorts", label: c("title") }]} />}
        title={cohort.name}
        actions={nobody ? undefined : change}
      />
      <CohortTabs cohortId={cohortId} current="roster" />
      <Card>
        <CardHeader
          title={t("title")}
          note={t("list.found", { count: list.total })}
          actions={
            can.export &&
            !nobody && (
              <>
                <a href={file} download className={buttonClass("ghost", "sm")}>
                  {t("actions.xlsx")}
                </a>
                <a href={`${file}?kind=csv`} download className={buttonClass("ghost", "sm")}>
                  {t("actions.csv")}
                </a>
              </>
            )
          }
        />
        {nobody && list.total === 0 ? (
          <EmptyState icon={<UsersIcon size={22} />} title={t("list.none")} action={change}>
            {t("list.noneBody")}
          </EmptyState>
        ) : (
          <>
            <RosterFilters cohortId={cohortId} filter={filter} facets={facets} full={can.export} />
            {list.rows.length === 0 ? (
              <EmptyState icon={<ListFilterIcon size={22} />} title={t("list.empty")}>
                {t("list.emptyBody")}
              </EmptyState>
            ) : can.organize ? (
              <Messages namespaces={["roster", "issues", "refusals"]}>
                <MovePeople
                  cohortId={cohortId}
                  groups={facets.groups.map(({ name }) => name)}
                  facilitators={facets.byFacilitator.map(({ id, name }) => ({ id, name }))}
                >
                  {table}
                </MovePeople>
              </Messages>
            ) : (
              table
            )}
            <Pagination
              page={list.page}
              pages={list.pages}
              hrefOf={(page) => rosterHref(cohortId, filter, page)}
            />
          </>
        )}
      </Card>
    </>
  );
}
