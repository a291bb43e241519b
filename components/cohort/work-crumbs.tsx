import { useTranslations } from "next-intl";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { cohortPath } from "@/lib/cohort/model";

/** The way back from a page where work is given: staff to the cohort, facilitators to their reviews. */
export function WorkCrumbs({
  cohort,
  isStaff,
}: {
  cohort: { id: string; name: string };
  isStaff: boolean;
}) {
  const t = useTranslations("cohorts");
  const a = useTranslations("assign");
  return (
    <Breadcrumbs
      items={
        isStaff
          ? [
              { href: "/cohorts", label: t("title") },
              { href: cohortPath(cohort.id), label: cohort.name },
            ]
          : [{ href: "/reviews", label: a("backToReviews") }]
      }
    />
  );
}
