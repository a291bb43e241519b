import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CohortTabs } from "@/components/cohort/cohort-tabs";
import { PeopleFilters } from "@/components/invitation/people-filters";
import { PeopleTable } from "@/components/invitation/people-table";
import { Live } from "@/components/live/live";
import { PageHeader } from "@/components/shell/page-header";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import type { SearchParams } from "@/lib/cohort/loaders";
import { cohortPath } from "@/lib/cohort/model";
import { Messages } from "@/lib/i18n/messages-scope";
import { loadCohortPeople } from "@/lib/invitation/loaders";
import { peopleHref } from "@/lib/invitation/model";
import { cohortStream } from "@/lib/live/model";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("title") };
}

export default async function CohortPeoplePage({
  params,
  searchParams,
}: {
  params: Promise<{ cohortId: string }>;
  searchParams: Promise<SearchParams>;
}) {
  const since = Date.now();
  const { cohortId } = await params;
  const [{ cohort, query, people, centerId, sends, can }, t, c] = await Promise.all([
    loadCohortPeople(cohortId, await searchParams),
    getTranslations("people"),
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
        lede={t("lede")}
        live={<Live stream={cohortStream(cohortId)} since={since} />}
      />
      <CohortTabs cohortId={cohortId} current="people" />
      <Card>
        <PeopleFilters cohortId={cohortId} query={query} counts={people.counts} />
        <Messages namespaces={["people", "issues", "refusals"]}>
          <PeopleTable
            cohortId={cohortId}
            centerId={centerId}
            rows={people.rows}
            withoutAccount={people.counts.open}
            withoutLogin={people.withoutLogin}
            isDraft={cohort.state === "DRAFT"}
            facilitators={people.facilitators}
            sends={sends}
            canOrganize={can.organize}
            cohort={`${cohort.program} · ${cohort.name}`}
            timeZone={cohort.timeZone}
            empty={query.q || query.view !== "all" ? t("emptyBody") : t("noneYet")}
          />
        </Messages>
        <Pagination
          page={people.page}
          pages={people.pages}
          hrefOf={(page) => peopleHref(cohortId, { ...query, page })}
        />
      </Card>
    </>
  );
}
