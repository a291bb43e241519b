import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WorkCrumbs } from "@/components/cohort/work-crumbs";
import { NudgeForm } from "@/components/reminder/nudge-form";
import { PageHeader } from "@/components/shell/page-header";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { BellIcon } from "@/components/ui/icons";
import { SoftLink } from "@/components/ui/soft-link";
import type { SearchParams } from "@/lib/cohort/loaders";
import { workRefusal } from "@/lib/cohort/workflow";
import { Messages } from "@/lib/i18n/messages-scope";
import { loadNudgeDesk } from "@/lib/reminder/loaders";
import { NUDGE_HOURS, nudgePath } from "@/lib/reminder/model";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("nudge"))("title") };
}

export default async function NudgePage({
  params,
  searchParams,
}: {
  params: Promise<{ cohortId: string }>;
  searchParams: Promise<SearchParams>;
}) {
  const [desk, t, refusals] = await Promise.all([
    loadNudgeDesk((await params).cohortId, await searchParams),
    getTranslations("nudge"),
    getTranslations("refusals"),
  ]);
  const { cohort, rows, total } = desk;
  const ended = workRefusal(cohort.state);
  return (
    <>
      <PageHeader
        eyebrow={<WorkCrumbs cohort={cohort} isStaff={desk.isStaff} />}
        title={t("title")}
        lede={t("lede", { hours: NUDGE_HOURS })}
      />
      <div className="grid gap-5">
        {ended ? (
          <Callout tone="late">{refusals(ended)}</Callout>
        ) : rows.length === 0 ? (
          <Card>
            <EmptyState icon={<BellIcon size={22} />} title={t("empty")}>
              {t("emptyBody")}
            </EmptyState>
          </Card>
        ) : (
          <Messages namespaces={["nudge", "stage", "refusals", "common"]}>
            <NudgeForm
              cohortId={cohort.id}
              timeZone={cohort.timeZone}
              now={desk.now}
              rows={rows}
              total={total}
              chosen={desk.who.length > 0}
            />
          </Messages>
        )}
        {desk.who.length > 0 && (
          <p className="print:hidden">
            <SoftLink
              href={nudgePath(cohort.id)}
              className="link inline-flex items-center text-sm touch:min-h-11"
            >
              {t("everybody")}
            </SoftLink>
          </p>
        )}
      </div>
    </>
  );
}
