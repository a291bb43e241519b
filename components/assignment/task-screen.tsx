import { useTranslations } from "next-intl";
import { OwnGradeCard } from "@/components/grading/own-grade-card";
import { ReportCard } from "@/components/report/report-card";
import { PageHeader } from "@/components/shell/page-header";
import { StageRail } from "@/components/stage/stage-rail";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { LinkIcon } from "@/components/ui/icons";
import { STAGE_SLUGS, type TaskDto } from "@/lib/assignment/model";
import type { ReleasedGrade } from "@/lib/grading/model";
import { useFormat } from "@/lib/i18n/use-format";
import { CommentThread } from "./comment-thread";
import { GroupCard } from "./group-card";
import { NextStepCard } from "./next-step-card";
import { ReturnReasons } from "./return-reasons";
import { TaskHistory } from "./task-history";
import { WithdrawButton } from "./withdraw-button";

/** One assignment: what comes next, how the stages stand, what was said, and what happened. */
export function TaskScreen({
  task,
  grade = null,
  withReport = false,
}: {
  task: TaskDto;
  /** Once it is released; a device without signal is told nothing of it. */
  grade?: ReleasedGrade | null;
  /** Files are made by the server: a device without signal does not offer any. */
  withReport?: boolean;
}) {
  const t = useTranslations("tasks");
  const { next, innovation, cohort, facilitator } = task;
  const waiting = next.kind === "WAIT" ? task.stages.find(({ kind }) => kind === next.stage) : null;
  const returned = next.kind === "FIX" ? task.returns[next.stage] : undefined;
  return (
    <>
      <PageHeader
        eyebrow={<Breadcrumbs items={[{ href: "/tasks", label: t("title") }]} />}
        title={innovation.name}
        lede={
          // One run of text: a wrapped row of items would leave dots at the ends of lines.
          <p className="text-md">
            {[innovation.owner, cohort.name, facilitator && t("facilitator", { name: facilitator })]
              .filter(Boolean)
              .join(" · ")}
          </p>
        }
        actions={
          <Button
            variant="secondary"
            href={`/tasks/${task.assignmentId}/chain`}
            icon={<LinkIcon size={16} />}
          >
            {t("chain")}
          </Button>
        }
      />
      <div className="grid gap-5">
        {next.kind === "CANCELLED" ? (
          <Callout tone="late" title={t("cancelled.title")}>
            {task.cancelReason && (
              <p className="whitespace-pre-line wrap-anywhere">{task.cancelReason}</p>
            )}
            <p>{t("cancelled.body")}</p>
          </Callout>
        ) : (
          <NextStepCard task={task} now={task.now}>
            {returned && next.kind === "FIX" && (
              <ReturnReasons task={task} stage={next.stage} returned={returned} />
            )}
            {waiting?.can.withdraw && (
              <WithdrawButton
                assignmentId={task.assignmentId}
                stage={waiting.kind}
                version={waiting.version}
              />
            )}
          </NextStepCard>
        )}
        <Rail task={task} />
        <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="grid gap-5">
            {task.instructions && (
              <Card as="section" aria-labelledby="instructions-title">
                <CardHeader id="instructions-title" title={t("instructions")} />
                <CardBody>
                  <p className="max-w-[72ch] whitespace-pre-line wrap-anywhere">
                    {task.instructions}
                  </p>
                </CardBody>
              </Card>
            )}
            <CommentThread task={task} />
          </div>
          <div className="grid gap-5">
            {grade && <OwnGradeCard grade={grade} timeZone={task.timeZone} />}
            {withReport && next.kind !== "CANCELLED" && (
              <ReportCard assignmentId={task.assignmentId} stages={task.stages} />
            )}
            <TaskHistory task={task} />
            {task.group && <GroupCard group={task.group} />}
          </div>
        </div>
      </div>
    </>
  );
}

function Rail({ task }: { task: TaskDto }) {
  const t = useTranslations("tasks");
  const format = useFormat(task.timeZone);
  const { next } = task;
  const latest = task.history.find(
    (entry) => entry.type === "SUBMITTED" && entry.stage === "EVALUATE",
  );
  const score = latest?.type === "SUBMITTED" ? latest.score : null;
  const noteOf = (stage: TaskDto["stages"][number]): string | undefined => {
    if (stage.state === "RETURNED") {
      const count = task.returns[stage.kind]?.reasons.length ?? 0;
      return count > 0 ? t("reasons", { count }) : undefined;
    }
    if (stage.kind === "EVALUATE" && stage.state === "APPROVED" && score !== null) {
      return t("score", { score: format.decimal(score) });
    }
    return undefined;
  };
  return (
    <StageRail
      gate={task.gate}
      now={task.now}
      timeZone={task.timeZone}
      current={"stage" in next ? next.stage : undefined}
      stages={task.stages.map((stage) => ({
        kind: stage.kind,
        state: stage.state,
        paused: stage.paused,
        dueAt: stage.dueAt,
        late: stage.late,
        href:
          stage.state === "LOCKED" && !stage.paused
            ? undefined
            : `/tasks/${task.assignmentId}/${STAGE_SLUGS[stage.kind]}`,
        note: noteOf(stage),
      }))}
    />
  );
}
