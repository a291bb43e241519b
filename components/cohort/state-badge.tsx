import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { CohortState } from "@/lib/cohort/workflow";

const TONES: Record<CohortState, Tone> = {
  DRAFT: "accent",
  RUNNING: "good",
  CLOSED: "neutral",
  ARCHIVED: "neutral",
};

/** How a cohort stands, in a word. */
export function StateBadge({ state }: { state: CohortState }) {
  const t = useTranslations("cohorts");
  return <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>;
}
