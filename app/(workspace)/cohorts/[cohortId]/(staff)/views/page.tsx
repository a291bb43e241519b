import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ViewsDesk } from "@/components/saved-view/views-desk";
import { PageHeader } from "@/components/shell/page-header";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import type { SearchParams } from "@/lib/cohort/loaders";
import { cohortPath } from "@/lib/cohort/model";
import { Messages } from "@/lib/i18n/messages-scope";
import { loadViews } from "@/lib/saved-view/loaders";

interface Props {
  params: Promise<{ cohortId: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("savedViews"))("title") };
}

/** The filters that staff keep under a name, their own and those of the centre. */
export default async function ViewsPage({ params, searchParams }: Props) {
  const { cohortId } = await params;
  const [{ cohort, views, offered, can }, t, c] = await Promise.all([
    loadViews(cohortId, await searchParams),
    getTranslations("savedViews"),
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
      />
      <Messages namespaces={["savedViews", "issues", "refusals"]}>
        <ViewsDesk cohortId={cohortId} views={views} offered={offered} canShare={can.share} />
      </Messages>
    </>
  );
}
