import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ImportDesk } from "@/components/roster/import-desk";
import { PageHeader } from "@/components/shell/page-header";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { cohortPath } from "@/lib/cohort/model";
import { Messages } from "@/lib/i18n/messages-scope";
import { loadRosterDesk } from "@/lib/roster/loaders";
import { rosterPath } from "@/lib/roster/model";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("roster.import"))("title") };
}

export default async function RosterImportPage({
  params,
}: {
  params: Promise<{ cohortId: string }>;
}) {
  const { cohortId } = await params;
  const [{ cohort, facilitators, groups }, t, c] = await Promise.all([
    loadRosterDesk(cohortId),
    getTranslations("roster"),
    getTranslations("cohorts"),
  ]);
  return (
    <>
      <PageHeader
        eyebrow={
          <Breadcrumbs
            items={[
              { href: "/cohorts", label: c("title") },
              { href: cohortPath(cohortId), label: cohort.name },
              { href: rosterPath(cohortId), label: t("title") },
            ]}
          />
        }
        title={t("import.title")}
        lede={t("import.lede")}
      />
      <Messages namespaces={["roster", "issues", "refusals"]}>
        <ImportDesk cohortId={cohortId} groupCount={groups || facilitators || 6} />
      </Messages>
    </>
  );
}
