import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AsideNotice, SetAsideNotice, UnreadableNotice } from "@/components/document/aside-notice";
import { UnsentNotice } from "@/components/document/unsent-notice";
import { EvaluationView } from "@/components/evaluation/evaluation-view";
import { ObstaclesView } from "@/components/obstacle/obstacles-view";
import { PlanView } from "@/components/plan/plan-view";
import { SolutionsView } from "@/components/solution/solutions-view";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { type AnyStageForm, STAGE_SLUGS } from "@/lib/assignment/model";
import { previousStage } from "@/lib/assignment/workflow";
import { useFormat } from "@/lib/i18n/use-format";
import { StartAnewButton } from "./start-anew-button";
import { WithdrawButton } from "./withdraw-button";

/** A stage that cannot be written on now: why, and what it holds. */
export function StageReadScreen({ dto }: { dto: AnyStageForm }) {
  const empty = (dto.state === "LOCKED" && !dto.paused) || dto.unreadable !== undefined;
  return (
    <div className="grid max-w-[56rem] gap-5">
      {dto.unreadable ? (
        <UnreadableNotice
          stage={dto.stage}
          document={dto.unreadable}
          action={
            dto.can.startAnew && (
              <StartAnewButton
                assignmentId={dto.assignmentId}
                stage={dto.stage}
                version={dto.version}
              />
            )
          }
        />
      ) : (
        <Reason dto={dto} />
      )}
      <SetAsideNotice dto={dto} />
      <AsideNotice personId={dto.personId} assignmentId={dto.assignmentId} stage={dto.stage} />
      {!empty && <UnsentNotice dto={dto} />}
      {!empty && <Contents dto={dto} />}
    </div>
  );
}

function Reason({ dto }: { dto: AnyStageForm }) {
  const t = useTranslations("tasks.read");
  const stageWords = useTranslations("stage");
  const format = useFormat(dto.timeZone);
  const locale = useLocale();
  const slug = STAGE_SLUGS[dto.stage];
  const stage = stageWords(`kind.${dto.stage}`);
  const toTask: ReactNode = (
    <Button variant="secondary" href={`/tasks/${dto.assignmentId}`}>
      {t("toTask")}
    </Button>
  );
  if (dto.cancelled) {
    return (
      <Callout tone="late" title={t("cancelled")} action={toTask}>
        {t("cancelledBody")}
      </Callout>
    );
  }
  if (dto.closed && dto.state !== "APPROVED") {
    return (
      <Callout tone="late" title={t("closed")} action={toTask}>
        {t("cancelledBody")}
      </Callout>
    );
  }
  switch (dto.state) {
    case "SUBMITTED":
      return (
        <Callout
          title={t("submitted", {
            stage,
            when: dto.submittedAt ? format.dateTime(dto.submittedAt) : "",
          })}
          action={
            dto.can.withdraw ? (
              <WithdrawButton
                assignmentId={dto.assignmentId}
                stage={dto.stage}
                version={dto.version}
              />
            ) : (
              toTask
            )
          }
        >
          {dto.can.withdraw ? t("submittedBody") : t("reviewBegun")}
        </Callout>
      );
    case "APPROVED":
      return (
        <Callout tone="good" title={t("approved", { stage })} action={toTask}>
          {t("approvedBody")}
        </Callout>
      );
    default:
      return (
        <Callout
          tone="late"
          title={dto.paused ? t("paused", { stage }) : t("locked", { stage })}
          action={
            <>
              {toTask}
              {canPrepare(dto) && (
                <Button
                  variant="ghost"
                  href={`/field/${locale}#/tasks/${dto.assignmentId}/${slug}`}
                >
                  {t("prepare")}
                </Button>
              )}
            </>
          }
        >
          {dto.paused ? t("pausedBody") : t(`lockedBody.${dto.gate}`)}
        </Callout>
      );
  }
}

/** The stage before was sent: its words are known, and this one can be written on the device. */
function canPrepare({ stage, stages, paused }: AnyStageForm): boolean {
  const before = previousStage(stage);
  return !paused && stages.some(({ kind, state }) => kind === before && state === "SUBMITTED");
}

function Contents({ dto }: { dto: AnyStageForm }) {
  switch (dto.stage) {
    case "EVALUATE":
      return (
        <EvaluationView
          document={dto.document}
          context={dto.context}
          bands={dto.gradeBands}
          {...(dto.files ? { files: dto.files } : {})}
        />
      );
    case "OBSTACLES":
      return <ObstaclesView document={dto.document} context={dto.context} />;
    case "SOLUTION":
      return <SolutionsView document={dto.document} context={dto.context} />;
    case "PLAN": {
      const { agencies, solutions, transferRubric } = dto.context;
      const agency = agencies.find(({ id }) => id === dto.document.agencyId);
      return (
        <PlanView
          document={dto.document}
          context={{ solutions, transferRubric, agencyName: agency?.name ?? "" }}
        />
      );
    }
  }
}
