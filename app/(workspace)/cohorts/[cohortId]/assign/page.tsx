import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AssignForm } from "@/components/cohort/assign-form";
import { WorkCrumbs } from "@/components/cohort/work-crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { UsersIcon } from "@/components/ui/icons";
import { allocationPath } from "@/lib/allocation/model";
import { loadAssignDesk } from "@/lib/cohort/loaders";
import { workRefusal } from "@/lib/cohort/workflow";
import { Messages } from "@/lib/i18n/messages-scope";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("assign");
  return { title: t("title") };
}

export default async function AssignPage({ params }: { params: Promise<{ cohortId: string }> }) {
  const [desk, t, refusals] = await Promise.all([
    loadAssignDesk((await params).cohortId),
    getTranslations("assign"),
    getTranslations("refusals"),
  ]);
  const { cohort } = desk;
  const ended = workRefusal(cohort.state);
  return (
    <>
      <PageHeader
        eyebrow={<WorkCrumbs cohort={cohort} isStaff={desk.isStaff} />}
        title={t("title")}
        lede={t("lede")}
        actions={
          // Whoever may give work to all may also have it allocated.
          desk.scope === "all" ? (
            <Button href={allocationPath(cohort.id)} variant="secondary">
              {t("allocate")}
            </Button>
          ) : undefined
        }
      />
      {ended ? (
        <Callout tone="late">{refusals(ended)}</Callout>
      ) : desk.participants.length === 0 ? (
        <Card>
          <EmptyState icon={<UsersIcon size={22} />} title={t("participants.empty")}>
            {t(desk.scope === "all" ? "participants.emptyAll" : "participants.emptyAllocated")}
          </EmptyState>
        </Card>
      ) : (
        <Messages namespaces={["assign", "stage", "templates", "issues", "refusals"]}>
          <AssignForm desk={desk} />
        </Messages>
      )}
    </>
  );
}
