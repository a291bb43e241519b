import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ArchiveCard } from "@/components/archive/archive-card";
import { Checklist } from "@/components/cohort/checklist";
import { CohortTabs } from "@/components/cohort/cohort-tabs";
import { EditCohortForm } from "@/components/cohort/edit-cohort-form";
import { StateActions } from "@/components/cohort/state-actions";
import { StateBadge } from "@/components/cohort/state-badge";
import { PageHeader } from "@/components/shell/page-header";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { newInnovationPath } from "@/lib/center/model";
import { loadCohort, loadSetup } from "@/lib/cohort/loaders";
import { assignPath, cohortPath } from "@/lib/cohort/model";
import { Messages } from "@/lib/i18n/messages-scope";

interface Props {
  params: Promise<{ cohortId: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ cohort }, t] = await Promise.all([
    params.then(({ cohortId }) => loadCohort(cohortId)),
    getTranslations("cohorts.parts"),
  ]);
  return { title: `${t("setup")} · ${cohort.name}` };
}

export default async function SetupPage({ params }: Props) {
  const { cohortId } = await params;
  const [{ cohort, centerId, setup, version, options, checks, commands, canEdit }, { can }, t, c] =
    await Promise.all([
      loadSetup(cohortId),
      loadCohort(cohortId),
      getTranslations("cohortSetup"),
      getTranslations("cohorts"),
    ]);
  const roster = cohortPath(cohortId, "roster");
  const ready = checks.every(({ needed, done }) => done || !needed);
  return (
    <>
      <PageHeader
        eyebrow={<Breadcrumbs items={[{ href: "/cohorts", label: c("title") }]} />}
        title={cohort.name}
      />
      <CohortTabs cohortId={cohortId} current="setup" />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,56rem)_minmax(18rem,24rem)]">
        <div className="grid gap-5 xl:order-last">
          <Card as="section" aria-labelledby="state-title">
            <CardHeader
              id="state-title"
              title={t("state.title")}
              actions={<StateBadge state={cohort.state} />}
            />
            <CardBody className="grid gap-3">
              <p className="text-ink-2">{t(`state.body.${cohort.state}`)}</p>
              {commands.length > 0 && (
                <Messages namespaces={["cohortSetup", "refusals"]}>
                  <StateActions
                    cohortId={cohortId}
                    commands={commands}
                    primary={cohort.state === "DRAFT" && ready ? "START" : undefined}
                  />
                </Messages>
              )}
            </CardBody>
          </Card>
          <Checklist
            checks={checks}
            hrefs={{
              visit: "#cohort-part-visits",
              dueDates: "#cohort-part-rules",
              innovations: newInnovationPath(centerId, setup.visits[0]?.hostRegionId),
              roster,
              facilitators: roster,
              allocation: roster,
              groups: roster,
              agenda: cohortPath(cohortId, "visit"),
              access: cohortPath(cohortId, "people"),
              assignments: assignPath(cohortId),
            }}
          />
          {can.takeAway && <ArchiveCard cohortId={cohortId} />}
        </div>
        <div className="grid gap-4">
          {!canEdit && <p className="text-ink-2">{t("readOnly")}</p>}
          <Messages namespaces={["cohortSetup", "assign", "stage", "issues", "refusals"]}>
            <EditCohortForm
              cohortId={cohortId}
              version={version}
              setup={setup}
              options={options}
              readOnly={!canEdit}
            />
          </Messages>
        </div>
      </div>
    </>
  );
}
