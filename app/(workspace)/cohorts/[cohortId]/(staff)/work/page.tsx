import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ExportLink } from "@/components/dashboard/export-link";
import { IgnoredNote } from "@/components/dashboard/ignored-note";
import { WorkFilters } from "@/components/dashboard/work-filters";
import { WorkTable } from "@/components/dashboard/work-table";
import { Live } from "@/components/live/live";
import { PageHeader } from "@/components/shell/page-header";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ListFilterIcon } from "@/components/ui/icons";
import { Pagination } from "@/components/ui/pagination";
import type { SearchParams } from "@/lib/cohort/loaders";
import { cohortPath } from "@/lib/cohort/model";
import { loadWork } from "@/lib/dashboard/loaders";
import { viewFileHref, workHref } from "@/lib/dashboard/model";
import { extendPath } from "@/lib/extension/model";
import { Messages } from "@/lib/i18n/messages-scope";
import { cohortStream } from "@/lib/live/model";
import { nudgePath } from "@/lib/reminder/model";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("dashboard.work");
  return { title: t("title") };
}

export default async function WorkPage({
  params,
  searchParams,
}: {
  params: Promise<{ cohortId: string }>;
  searchParams: Promise<SearchParams>;
}) {
  const since = Date.now();
  const { cohortId } = await params;
  const [{ cohort, query, counts, work, ignored, now, can }, t, c, x, n] = await Promise.all([
    loadWork(cohortId, await searchParams),
    getTranslations("dashboard.work"),
    getTranslations("cohorts"),
    getTranslations("extensions"),
    getTranslations("nudge"),
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
        lede={t("found", { count: work.total })}
        live={<Live stream={cohortStream(cohortId)} since={since} />}
        actions={
          <>
            <ExportLink href={viewFileHref(cohortId, "work", workHref(cohortId, query.filter))} />
            {can.assign && (
              <>
                <Button variant="secondary" href={nudgePath(cohortId)}>
                  {n("open")}
                </Button>
                <Button variant="secondary" href={extendPath(cohortId)}>
                  {x("open")}
                </Button>
              </>
            )}
          </>
        }
      />
      <IgnoredNote names={ignored} />
      <Card>
        <WorkFilters cohortId={cohortId} filter={query.filter} counts={counts} />
        {work.rows.length === 0 ? (
          <EmptyState icon={<ListFilterIcon size={22} />} title={t("empty")}>
            {t("emptyBody")}
          </EmptyState>
        ) : (
          <Messages namespaces={can.cancel ? ["cohorts", "issues", "refusals"] : []}>
            <WorkTable
              rows={work.rows}
              timeZone={cohort.timeZone}
              now={now}
              showScore={query.filter.scored ?? false}
              canCancel={can.cancel}
            />
          </Messages>
        )}
        <Pagination
          page={work.page}
          pages={work.pages}
          hrefOf={(page) => workHref(cohortId, query.filter, page)}
        />
      </Card>
    </>
  );
}
