import { useTranslations } from "next-intl";
import { Tabs } from "@/components/ui/tabs";
import { COHORT_PARTS, type CohortPart, cohortPath } from "@/lib/cohort/model";

/** The rooms of a cohort, for its staff. */
export function CohortTabs({ cohortId, current }: { cohortId: string; current: CohortPart }) {
  const t = useTranslations("cohorts");
  return (
    <Tabs
      label={t("parts.label")}
      items={COHORT_PARTS.map((part) => ({
        href: cohortPath(cohortId, part),
        label: t(`parts.${part}`),
        current: part === current,
      }))}
    />
  );
}
