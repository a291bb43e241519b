import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StageIcon } from "@/components/stage/stage-icon";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { cx } from "@/components/ui/cx";
import { ArrowRightIcon } from "@/components/ui/icons";
import { SoftLink } from "@/components/ui/soft-link";
import type { TaskSummary } from "@/lib/assignment/model";
import { useFormat } from "@/lib/i18n/use-format";
import { actionWords, nextWords, stepHref, useStepWords } from "./step-words";

/** The one thing to do next, big enough not to be missed. */
export function NextStepCard({
  task,
  now,
  named,
  children,
}: {
  task: TaskSummary;
  now: string;
  /** Says of which innovation it is, where the page does not. */
  named?: boolean;
  /** More about it: the reasons of a return, a way back. */
  children?: ReactNode;
}) {
  const t = useTranslations("tasks");
  const words = useStepWords();
  const format = useFormat(task.timeZone);
  const { next } = task;
  const kind = "stage" in next ? next.stage : null;
  const stage = task.stages.find((candidate) => candidate.kind === kind);
  const action = actionWords(words, task);
  const tone = next.kind === "FIX" ? "late" : next.kind === "DONE" ? "good" : undefined;
  return (
    <Card
      as="section"
      marked
      aria-labelledby={`next-${task.assignmentId}`}
      data-stage={kind ?? undefined}
      data-tone={tone}
    >
      <div className="grid gap-4 px-4 py-4.5 sm:px-5">
        <div className="flex items-start gap-3">
          {kind && (
            <span className="grid size-11 flex-none place-items-center rounded-full bg-hue-soft text-hue max-sm:hidden">
              <StageIcon kind={kind} size={22} data-stage={undefined} />
            </span>
          )}
          <div className="grid min-w-0 flex-1 gap-0.5">
            <p className="text-sm font-semibold text-hue">
              {next.kind === "FIX"
                ? t("returned", { count: task.reasons })
                : t(`standing.${next.kind}`)}
            </p>
            <h2 id={`next-${task.assignmentId}`} className="text-xl font-bold tracking-tight">
              {nextWords(words, task)}
            </h2>
            {named && (
              <p className="text-ink-2 wrap-anywhere">
                <SoftLink
                  href={`/tasks/${task.assignmentId}`}
                  className="underline-offset-3 hover:underline touch:inline-flex touch:min-h-11 touch:items-center"
                >
                  {task.innovation.name}
                </SoftLink>
              </p>
            )}
            {stage && next.kind !== "WAIT" && (
              <p
                className={cx(
                  "first-letter:uppercase",
                  stage.late ? "font-semibold text-late" : "text-ink-2",
                )}
              >
                {stage.late
                  ? t("overdue", {
                      when: format.due(stage.dueAt, now),
                      date: format.dateTime(stage.dueAt),
                    })
                  : t("dueBy", {
                      day: format.day(stage.dueAt, now),
                      date: format.dateTime(stage.dueAt),
                    })}
              </p>
            )}
            {next.kind === "WAIT" && <p className="text-ink-2">{t("waitBody")}</p>}
            {next.kind === "CLOSED" && <p className="text-ink-2">{t("closedBody")}</p>}
            {next.kind === "DONE" && <p className="text-ink-2">{t("doneBody")}</p>}
          </div>
        </div>
        {children}
        {action && (
          <Button
            href={stepHref(task)}
            size="lg"
            icon={<ArrowRightIcon size={18} />}
            className="justify-self-start max-sm:w-full"
          >
            {action}
          </Button>
        )}
      </div>
    </Card>
  );
}
