import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SheetDesk } from "@/components/grading/sheet-desk";
import { CohortReportsCard } from "@/components/report/cohort-reports-card";
import { PageHeader } from "@/components/shell/page-header";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { loadSheetCohorts } from "@/lib/grading/loaders";
import { Messages } from "@/lib/i18n/messages-scope";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("grading.sheet"))("title") };
}

/** Marking without a connection: the grade sheet of each cohort, out and back in. */
export default async function SheetsPage() {
  const [cohorts, t, queue] = await Promise.all([
    loadSheetCohorts(),
    getTranslations("grading.sheet"),
    getTranslations("review.queue"),
  ]);
  return (
    <>
      <PageHeader
        eyebrow={<Breadcrumbs items={[{ href: "/reviews", label: queue("title") }]} />}
        title={t("title")}
        lede={t("lede")}
      />
      <Messages namespaces={["grading", "issues", "refusals"]}>
        <div className="grid gap-5">
          {cohorts.map((cohort) => (
            <SheetDesk key={cohort.id} cohort={cohort} />
          ))}
          {cohorts.map((cohort) => (
            <CohortReportsCard key={cohort.id} cohort={cohort} isStaff={false} />
          ))}
        </div>
      </Messages>
    </>
  );
}
