import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CohortEyebrow } from "@/components/cohort/cohort-eyebrow";
import { CohortTabs } from "@/components/cohort/cohort-tabs";
import { IgnoredNote } from "@/components/dashboard/ignored-note";
import { CriterionSpreads } from "@/components/fairness/criterion-spreads";
import { CriterionVoices } from "@/components/fairness/criterion-voices";
import { RaterDetail } from "@/components/fairness/rater-detail";
import { RaterTable } from "@/components/fairness/rater-table";
import { Live } from "@/components/live/live";
import { ViewsLink } from "@/components/saved-view/views-link";
import { PageHeader } from "@/components/shell/page-header";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ListFilterIcon } from "@/components/ui/icons";
import type { SearchParams } from "@/lib/cohort/loaders";
import { loadFairness } from "@/lib/fairness/loaders";
import { fairnessHref } from "@/lib/fairness/model";
import { cohortStream } from "@/lib/live/model";

interface Props {
  params: Promise<{ cohortId: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("fairness"))("title") };
}

/** Whether facilitators judge alike, and by which criteria participants do not see alike. */
export default async function FairnessPage({ params, searchParams }: Props) {
  const since = Date.now();
  const { cohortId } = await params;
  const [{ cohort, today, raters, all, innovations, shown, rater, criterion, filter, ignored }, t] =
    await Promise.all([loadFairness(cohortId, await searchParams), getTranslations("fairness")]);
  const empty = raters.length === 0 && innovations.length === 0;
  return (
    <>
      <PageHeader
        eyebrow={<CohortEyebrow cohort={cohort} today={today} />}
        title={cohort.name}
        lede={t("lede")}
        live={<Live stream={cohortStream(cohortId, "grades")} since={since} />}
        actions={
          !empty && (
            <>
              <ViewsLink
                cohortId={cohortId}
                page="FAIRNESS"
                pageHref={fairnessHref(cohortId, filter)}
              />
              <a href={`/api/cohorts/${cohortId}/fairness`} className={buttonClass("secondary")}>
                {t("download")}
              </a>
            </>
          )
        }
      />
      <CohortTabs cohortId={cohortId} current="fairness" />
      <IgnoredNote names={ignored} />
      {empty ? (
        <Card>
          <EmptyState icon={<ListFilterIcon size={22} />} title={t("empty")}>
            {t("emptyBody")}
          </EmptyState>
        </Card>
      ) : (
        <div className="grid gap-5">
          <RaterTable cohortId={cohortId} rows={raters} all={all} />
          {rater && <RaterDetail cohortId={cohortId} detail={rater} timeZone={cohort.timeZone} />}
          <CriterionSpreads
            cohortId={cohortId}
            innovations={innovations}
            shown={shown}
            threshold={cohort.spreadThreshold}
          />
          {criterion && <CriterionVoices cohortId={cohortId} detail={criterion} />}
        </div>
      )}
    </>
  );
}
