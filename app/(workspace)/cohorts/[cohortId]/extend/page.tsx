import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WorkCrumbs } from "@/components/cohort/work-crumbs";
import { ExtensionForm } from "@/components/extension/extension-form";
import { ExtensionList } from "@/components/extension/extension-list";
import { PageHeader } from "@/components/shell/page-header";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { UsersIcon } from "@/components/ui/icons";
import type { SearchParams } from "@/lib/cohort/loaders";
import { workRefusal } from "@/lib/cohort/workflow";
import { loadExtensionDesk } from "@/lib/extension/loaders";
import { Messages } from "@/lib/i18n/messages-scope";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("extensions"))("title") };
}

export default async function ExtendPage({
  params,
  searchParams,
}: {
  params: Promise<{ cohortId: string }>;
  searchParams: Promise<SearchParams>;
}) {
  const [desk, t, refusals] = await Promise.all([
    loadExtensionDesk((await params).cohortId, await searchParams),
    getTranslations("extensions"),
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
      />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        {ended ? (
          <Callout tone="late">{refusals(ended)}</Callout>
        ) : desk.participants.length === 0 ? (
          <Card>
            <EmptyState icon={<UsersIcon size={22} />} title={t("nobody")}>
              {t("nobodyBody")}
            </EmptyState>
          </Card>
        ) : (
          <Messages namespaces={["extensions", "stage", "issues", "refusals"]}>
            <ExtensionForm
              cohort={cohort}
              participants={desk.participants}
              groups={desk.groups}
              scope={desk.scope}
            />
          </Messages>
        )}
        <ExtensionList desk={desk} />
      </div>
    </>
  );
}
