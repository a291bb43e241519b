import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CohortEyebrow } from "@/components/cohort/cohort-eyebrow";
import { CohortTabs } from "@/components/cohort/cohort-tabs";
import { ExportLink } from "@/components/dashboard/export-link";
import { StartState } from "@/components/dashboard/start-state";
import { Live } from "@/components/live/live";
import { Funnel } from "@/components/progress/funnel";
import { PhaseTimes } from "@/components/progress/phase-times";
import { ProgressDays } from "@/components/progress/progress-days";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { viewFileHref } from "@/lib/dashboard/model";
import { cohortStream } from "@/lib/live/model";
import { loadProgress } from "@/lib/progress/loaders";
import { standingHref } from "@/lib/standing/model";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cohorts"))("parts.progress") };
}

/** How the cohort has come along: by day against the plan, who came how far, and what takes time. */
export default async function ProgressPage({ params }: { params: Promise<{ cohortId: string }> }) {
  const since = Date.now();
  const { cohortId } = await params;
  const [{ cohort, centerId, today, counts, days, funnel, times }, t] = await Promise.all([
    loadProgress(cohortId),
    getTranslations("standing"),
  ]);
  const assigned = counts.all.stages.EVALUATE.total > 0;
  return (
    <>
      <PageHeader
        eyebrow={<CohortEyebrow cohort={cohort} today={today} />}
        title={cohort.name}
        live={<Live stream={cohortStream(cohortId)} since={since} />}
        actions={
          <>
            <Button variant="secondary" href={standingHref(centerId, cohortId)}>
              {t("compare")}
            </Button>
            {assigned && <ExportLink href={viewFileHref(cohortId, "progress")} />}
          </>
        }
      />
      <CohortTabs cohortId={cohortId} current="progress" />
      {assigned ? (
        <div className="grid gap-5">
          <ProgressDays cohortId={cohortId} days={days} counts={counts} today={today} />
          <PhaseTimes times={times} />
          <Funnel cohortId={cohortId} steps={funnel} />
        </div>
      ) : (
        <StartState cohortId={cohortId} counts={counts} canAssign={false} canEnrol={false} />
      )}
    </>
  );
}
