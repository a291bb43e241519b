import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CohortSource } from "@/components/cohort/cohort-source";
import { NewCohortForm } from "@/components/cohort/new-cohort-form";
import { PageHeader } from "@/components/shell/page-header";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { loadNewCohort, type SearchParams } from "@/lib/cohort/loaders";
import { Messages } from "@/lib/i18n/messages-scope";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cohortSetup"))("newTitle") };
}

export default async function NewCohortPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const [start, t, c] = await Promise.all([
    loadNewCohort(await searchParams),
    getTranslations("cohortSetup"),
    getTranslations("cohorts"),
  ]);
  return (
    <>
      <PageHeader
        eyebrow={<Breadcrumbs items={[{ href: "/cohorts", label: c("title") }]} />}
        title={t("newTitle")}
        lede={t("newLede")}
      />
      {start.step === "source" ? (
        <CohortSource start={start} />
      ) : (
        <Messages namespaces={["cohortSetup", "assign", "stage", "issues", "refusals"]}>
          <NewCohortForm start={start} />
        </Messages>
      )}
    </>
  );
}
