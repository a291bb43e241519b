import { useTranslations } from "next-intl";
import { type CohortHeader, visitDay } from "@/lib/cohort/model";

/** Above a cohort's name: its programme, whom it visits, and the day of the visit while it lasts. */
export function CohortEyebrow({ cohort, today }: { cohort: CohortHeader; today: string }) {
  const t = useTranslations("dashboard");
  const now = visitDay(cohort.visits, today);
  const hosts = now ? [now.visit.hostName] : cohort.visits.map(({ hostName }) => hostName);
  return [
    cohort.program,
    ...hosts,
    ...(now ? [t("visitDay", { day: now.day, days: now.days })] : []),
  ].join(" · ");
}
