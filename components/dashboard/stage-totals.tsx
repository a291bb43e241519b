import { useTranslations } from "next-intl";
import { StageBars } from "@/components/charts/stage-bars";
import { StageIcon } from "@/components/stage/stage-icon";
import { STAGE_KINDS, type StageState } from "@/lib/assignment/model";
import { type FacetRow, type StageCounts, workHref } from "@/lib/dashboard/model";

const PARTS = [
  ["approved", "APPROVED"],
  ["submitted", "SUBMITTED"],
  ["returned", "RETURNED"],
  ["open", "OPEN", true],
  ["new", "OPEN", false],
  ["locked", "LOCKED"],
] as const satisfies readonly (readonly [string, StageState, boolean?])[];

/** How many there are of a part: who has written nothing yet is told apart from who writes. */
function countOf({ states, begun }: StageCounts, state: StageState, isBegun?: boolean): number {
  if (isBegun === undefined) return states[state];
  return isBegun ? begun : states[state] - begun;
}

/** How far the cohort has come, stage by stage. */
export function StageTotals({ cohortId, all }: { cohortId: string; all: FacetRow }) {
  const t = useTranslations("dashboard");
  const s = useTranslations("stage");
  return (
    <StageBars
      label={t("stages")}
      stages={STAGE_KINDS.map((stage) => {
        const counts = all.stages[stage];
        return {
          kind: stage,
          label: s(`kind.${stage}`),
          icon: <StageIcon kind={stage} size={16} className="text-hue" />,
          total: counts.total,
          unit: t("approvedOf", { total: counts.total }),
          parts: PARTS.map(([key, state, begun]) => ({
            key,
            label: t(`part.${key}`),
            value: countOf(counts, state, begun),
            href: workHref(cohortId, { stage, states: [state], begun }),
          })),
        };
      })}
    />
  );
}
