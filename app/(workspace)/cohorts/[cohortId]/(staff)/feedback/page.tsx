import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CohortEyebrow } from "@/components/cohort/cohort-eyebrow";
import { CohortTabs } from "@/components/cohort/cohort-tabs";
import { FindingsView } from "@/components/feedback/findings-view";
import { PageHeader } from "@/components/shell/page-header";
import type { SearchParams } from "@/lib/cohort/loaders";
import { loadFeedback } from "@/lib/feedback/loaders";
import { Messages } from "@/lib/i18n/messages-scope";

interface Props {
  params: Promise<{ cohortId: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cohorts"))("parts.feedback") };
}

export default async function FindingsPage({ params, searchParams }: Props) {
  const { cohortId } = await params;
  const [desk, t] = await Promise.all([
    loadFeedback(cohortId, await searchParams),
    getTranslations("feedback"),
  ]);
  return (
    <>
      <PageHeader
        eyebrow={<CohortEyebrow cohort={desk.cohort} today={desk.today} />}
        title={desk.cohort.name}
        lede={t("lede")}
      />
      <CohortTabs cohortId={cohortId} current="feedback" />
      <Messages namespaces={["feedback", "issues", "refusals"]}>
        <FindingsView desk={desk} />
      </Messages>
    </>
  );
}
