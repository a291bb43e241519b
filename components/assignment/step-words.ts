import { useTranslations } from "next-intl";
import { STAGE_SLUGS, type TaskSummary } from "@/lib/assignment/model";

type StepWords = {
  step: ReturnType<typeof useTranslations<"tasks.step">>;
  stage: ReturnType<typeof useTranslations<"stage">>;
};

export function useStepWords(): StepWords {
  return { step: useTranslations("tasks.step"), stage: useTranslations("stage") };
}

/** The next step in a line: "Perbaiki Kendala", "Menunggu penilaian Evaluasi". */
export function nextWords({ step, stage }: StepWords, { next }: TaskSummary): string {
  switch (next.kind) {
    case "DONE":
    case "CLOSED":
    case "CANCELLED":
      return step(next.kind);
    default:
      return step(next.kind, { stage: stage(`kind.${next.stage}`) });
  }
}

/** What the next step's button says; null where there is nothing to do. */
export function actionWords({ step, stage }: StepWords, { next }: TaskSummary): string | null {
  switch (next.kind) {
    case "FIX":
    case "BEGIN":
    case "CONTINUE":
      return step(`action.${next.kind}`, { stage: stage(`kind.${next.stage}`) });
    default:
      return null;
  }
}

/** Where the next step is taken. */
export function stepHref({ next, assignmentId }: TaskSummary): string {
  const base = `/tasks/${assignmentId}`;
  const writing = next.kind === "FIX" || next.kind === "BEGIN" || next.kind === "CONTINUE";
  return writing ? `${base}/${STAGE_SLUGS[next.stage]}` : base;
}
