import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CohortEyebrow } from "@/components/cohort/cohort-eyebrow";
import { CohortTabs } from "@/components/cohort/cohort-tabs";
import { AgeingTable } from "@/components/dashboard/ageing-table";
import { ExportLink } from "@/components/dashboard/export-link";
import { IgnoredNote } from "@/components/dashboard/ignored-note";
import { ObstacleHeat } from "@/components/dashboard/obstacle-heat";
import { PartLinks } from "@/components/dashboard/part-links";
import { ProgressTable } from "@/components/dashboard/progress-table";
import { ScoreSpreads } from "@/components/dashboard/score-spreads";
import { StartState } from "@/components/dashboard/start-state";
import { Live } from "@/components/live/live";
import { ViewsLink } from "@/components/saved-view/views-link";
import { PageHeader } from "@/components/shell/page-header";
import { SoftLink } from "@/components/ui/soft-link";
import { agencyLinksPath } from "@/lib/agency-link/model";
import type { SearchParams } from "@/lib/cohort/loaders";
import { loadAnalysis } from "@/lib/dashboard/loaders";
import { analysisHref, viewFileHref } from "@/lib/dashboard/model";
import { cohortStream } from "@/lib/live/model";

interface Props {
  params: Promise<{ cohortId: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cohorts"))("parts.analysis") };
}

/** Why the cohort stands as it does: who has come how far, where scores part, where obstacles gather. */
export default async function AnalysisPage({ params, searchParams }: Props) {
  const since = Date.now();
  const { cohortId } = await params;
  const t = await getTranslations("agencyLinks");
  const { cohort, query, today, counts, spreads, obstacles, ageing, now, ignored } =
    await loadAnalysis(cohortId, await searchParams);
  return (
    <>
      <PageHeader
        eyebrow={<CohortEyebrow cohort={cohort} today={today} />}
        title={cohort.name}
        actions={
          <>
            <ViewsLink
              cohortId={cohortId}
              page="ANALYSIS"
              pageHref={analysisHref(cohortId, query)}
            />
            <SoftLink
              href={agencyLinksPath(cohortId)}
              className="link inline-flex items-center text-sm touch:min-h-11"
            >
              {t("open")}
            </SoftLink>
            <ExportLink href={viewFileHref(cohortId, "people")} />
          </>
        }
        live={<Live stream={cohortStream(cohortId)} since={since} />}
      />
      <CohortTabs cohortId={cohortId} current="analysis" />
      <IgnoredNote names={ignored} />
      {counts.all.stages.EVALUATE.total === 0 ? (
        <StartState cohortId={cohortId} counts={counts} canAssign={false} canEnrol={false} />
      ) : (
        <div className="grid gap-5">
          <PartLinks />
          <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
            <ProgressTable cohortId={cohortId} counts={counts} query={query} />
            <ScoreSpreads
              cohortId={cohortId}
              spreads={spreads}
              threshold={cohort.spreadThreshold}
            />
          </div>
          <AgeingTable cohortId={cohortId} rows={ageing} timeZone={cohort.timeZone} now={now} />
          <ObstacleHeat
            cohortId={cohortId}
            innovations={counts.innovation}
            obstacles={obstacles}
            query={query}
          />
        </div>
      )}
    </>
  );
}
