import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CohortEyebrow } from "@/components/cohort/cohort-eyebrow";
import { CohortTabs } from "@/components/cohort/cohort-tabs";
import { GradesDesk } from "@/components/grading/grades-desk";
import { ReleaseCard } from "@/components/grading/release-card";
import { Live } from "@/components/live/live";
import { PageHeader } from "@/components/shell/page-header";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ClipboardListIcon } from "@/components/ui/icons";
import { Pagination } from "@/components/ui/pagination";
import type { SearchParams } from "@/lib/cohort/loaders";
import { loadGrades } from "@/lib/grading/loaders";
import { gradesPath } from "@/lib/grading/model";
import { Messages } from "@/lib/i18n/messages-scope";
import { cohortStream } from "@/lib/live/model";

interface Props {
  params: Promise<{ cohortId: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cohorts"))("parts.grades") };
}

export default async function GradesPage({ params, searchParams }: Props) {
  const since = Date.now();
  const { cohortId } = await params;
  const [{ cohort, today, grades, release, limit, raters, can }, t] = await Promise.all([
    loadGrades(cohortId, await searchParams),
    getTranslations("grading"),
  ]);
  return (
    <>
      <PageHeader
        eyebrow={<CohortEyebrow cohort={cohort} today={today} />}
        title={cohort.name}
        lede={t("notice")}
        actions={
          grades.total > 0 && (
            <a href={`/api/cohorts/${cohortId}/grades/all`} className={buttonClass("secondary")}>
              {t("all.download")}
            </a>
          )
        }
        live={<Live stream={cohortStream(cohortId, "grades")} since={since} />}
      />
      <CohortTabs cohortId={cohortId} current="grades" />
      {grades.total === 0 ? (
        <Card>
          <EmptyState icon={<ClipboardListIcon size={22} />} title={t("empty")}>
            {t("emptyBody")}
          </EmptyState>
        </Card>
      ) : (
        <div className="grid gap-5">
          <Messages namespaces={["grading", "issues", "refusals"]}>
            <ReleaseCard
              cohortId={cohortId}
              release={release}
              counts={grades.counts}
              timeZone={cohort.timeZone}
              today={today}
              canRelease={can.release}
            />
            <Card>
              <GradesDesk
                cohortId={cohortId}
                rows={grades.rows}
                raters={raters}
                limit={limit}
                canRate={can.rate}
                canRelieve={can.relieve}
              />
              <Pagination
                page={grades.page}
                pages={grades.pages}
                hrefOf={(page) => `${gradesPath(cohortId)}?page=${page}`}
              />
            </Card>
          </Messages>
        </div>
      )}
    </>
  );
}
