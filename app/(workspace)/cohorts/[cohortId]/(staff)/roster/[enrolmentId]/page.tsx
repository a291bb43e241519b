import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EntryForm } from "@/components/roster/entry-form";
import { PageHeader } from "@/components/shell/page-header";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { cohortPath } from "@/lib/cohort/model";
import { Messages } from "@/lib/i18n/messages-scope";
import { loadRosterForm } from "@/lib/roster/loaders";
import { rosterPath } from "@/lib/roster/model";

interface Props {
  params: Promise<{ cohortId: string; enrolmentId: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { enrolmentId } = await params;
  const t = await getTranslations("roster.form");
  return { title: enrolmentId === "new" ? t("new") : t("edit") };
}

export default async function RosterEntryPage({ params }: Props) {
  const { cohortId, enrolmentId } = await params;
  const [{ cohort, form }, t, c] = await Promise.all([
    loadRosterForm(cohortId, enrolmentId),
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
        title={form.enrolmentId === null ? t("form.new") : form.entry.fullName}
        lede={t("form.lede")}
      />
      <Messages namespaces={["roster", "issues", "refusals"]}>
        <EntryForm cohortId={cohortId} form={form} />
      </Messages>
    </>
  );
}
