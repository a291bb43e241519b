import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OfficeTabs } from "@/components/center/office-tabs";
import { PageHeader } from "@/components/shell/page-header";
import { EnlistForm } from "@/components/staff/enlist-form";
import { PeopleList } from "@/components/staff/people-list";
import { Card } from "@/components/ui/card";
import { FilterChips } from "@/components/ui/filter-chips";
import { Pagination } from "@/components/ui/pagination";
import { SearchField } from "@/components/ui/search-field";
import { officePath } from "@/lib/center/model";
import { Messages } from "@/lib/i18n/messages-scope";
import { loadCenterPeople } from "@/lib/staff/loaders";
import { CENTER_PEOPLE_VIEWS, centerPeopleHref } from "@/lib/staff/model";

interface Props {
  params: Promise<{ centerId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff"))("title") };
}

export default async function OfficePeoplePage({ params, searchParams }: Props) {
  const { centerId } = await params;
  const [{ people, query, canAdminister }, t, o] = await Promise.all([
    loadCenterPeople(centerId, await searchParams),
    getTranslations("staff"),
    getTranslations("office"),
  ]);
  const { view, q } = query;
  return (
    <>
      <PageHeader
        eyebrow={o("title")}
        title={t("title")}
        lede={t("lede")}
        actions={
          canAdminister && (
            <Messages namespaces={["staff", "admin", "issues", "refusals"]}>
              <EnlistForm centerId={centerId} />
            </Messages>
          )
        }
      />
      <OfficeTabs centerId={centerId} current="people" />
      <Card>
        <div className="grid gap-2.5 border-b border-line px-4 py-3 sm:px-4.5 print:hidden">
          <SearchField
            action={officePath(centerId, "people")}
            label={t("search")}
            value={q}
            keep={{ view: view === "all" ? undefined : view }}
          />
          <FilterChips
            label={t("views.label")}
            chips={CENTER_PEOPLE_VIEWS.map((each) => ({
              label: t(`views.${each}`),
              count: people.counts[each],
              active: each === view && each !== "all",
              href: centerPeopleHref(centerId, { q, view: each === view ? "all" : each }),
            }))}
          />
        </div>
        <PeopleList centerId={centerId} rows={people.rows} />
        <Pagination
          page={people.page}
          pages={people.pages}
          hrefOf={(page) => centerPeopleHref(centerId, { ...query, page })}
        />
      </Card>
    </>
  );
}
