import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CohortEyebrow } from "@/components/cohort/cohort-eyebrow";
import { CohortTabs } from "@/components/cohort/cohort-tabs";
import { AttentionCards } from "@/components/dashboard/attention";
import { CohortBoard } from "@/components/dashboard/cohort-board";
import { IgnoredNote } from "@/components/dashboard/ignored-note";
import { StageTotals } from "@/components/dashboard/stage-totals";
import { StartState } from "@/components/dashboard/start-state";
import { UnsentRadar } from "@/components/device/unsent-radar";
import { Live } from "@/components/live/live";
import { CohortReportsCard } from "@/components/report/cohort-reports-card";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { STAGE_KINDS } from "@/lib/assignment/model";
import { loadCohort, type SearchParams } from "@/lib/cohort/loaders";
import { assignPath, projectorPath } from "@/lib/cohort/model";
import { setupRefusal } from "@/lib/cohort/workflow";
import { loadDashboard } from "@/lib/dashboard/loaders";
import { extendPath } from "@/lib/extension/model";

import { cohortStream } from "@/lib/live/model";

interface Props {
  params: Promise<{ cohortId: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { cohort } = await loadCohort((await params).cohortId);
  return { title: cohort.name };
}

export default async function CohortPage({ params, searchParams }: Props) {
  const since = Date.now();
  const { cohortId } = await params;
  const [dashboard, t, x, l] = await Promise.all([
    loadDashboard(cohortId, await searchParams),
    getTranslations("dashboard"),
    getTranslations("extensions"),
    getTranslations("live.projector"),
  ]);
  const { cohort, counts, can } = dashboard;
  const sum = (figure: (stage: (typeof STAGE_KINDS)[number]) => number) =>
    STAGE_KINDS.reduce((total, stage) => total + figure(stage), 0);
  const assigned = counts.all.stages.EVALUATE.total > 0;
  return (
    <>
      <PageHeader
        eyebrow={<CohortEyebrow cohort={cohort} today={dashboard.today} />}
        title={cohort.name}
        live={<Live stream={cohortStream(cohortId)} since={since} />}
        actions={
          assigned ? (
            <>
              <Button variant="secondary" href={projectorPath(cohortId)}>
                {l("open")}
              </Button>
              {can.assign && (
                <>
                  <Button variant="secondary" href={extendPath(cohortId)}>
                    {x("open")}
                  </Button>
                  <Button href={assignPath(cohortId)}>{t("assign")}</Button>
                </>
              )}
            </>
          ) : undefined
        }
      />
      <CohortTabs cohortId={cohortId} current="overview" />
      <IgnoredNote names={dashboard.ignored} />
      <div className="grid gap-5">
        <StartState
          cohortId={cohortId}
          counts={counts}
          canAssign={can.assign}
          canEnrol={setupRefusal(cohort.state) === null}
        />
        {assigned && (
          <>
            <StageTotals cohortId={cohortId} all={counts.all} />
            <UnsentRadar radar={dashboard.unsent} timeZone={cohort.timeZone} now={dashboard.now} />
            <AttentionCards
              cohortId={cohortId}
              attention={dashboard.attention}
              totals={{
                late: sum((stage) => counts.all.stages[stage].late),
                waiting: sum((stage) => counts.all.stages[stage].states.SUBMITTED),
              }}
              timeZone={cohort.timeZone}
              now={dashboard.now}
            />
          </>
        )}
        {counts.all.participants > 0 && (
          <CohortBoard
            cohortId={cohortId}
            board={dashboard.board}
            counts={counts}
            query={dashboard.query}
            now={dashboard.now}
            timeZone={cohort.timeZone}
            canNudge={can.assign}
          />
        )}
        {assigned && <CohortReportsCard cohort={{ id: cohortId, name: cohort.name }} isStaff />}
      </div>
    </>
  );
}
