import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/shell/page-header";
import { StageStrip } from "@/components/stage/stage-rail";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { type AnyStageForm, STAGE_SLUGS } from "@/lib/assignment/model";
import { useFormat } from "@/lib/i18n/use-format";

/** What stands above a stage: where it belongs, until when, and the way to the other stages. */
export function StageFrame({ dto, children }: { dto: AnyStageForm; children: ReactNode }) {
  const t = useTranslations("tasks");
  const stageWords = useTranslations("stage");
  const format = useFormat(dto.timeZone);
  const task = `/tasks/${dto.assignmentId}`;
  const overdue = dto.can.save && dto.dueAt < dto.now;
  return (
    <>
      <PageHeader
        eyebrow={
          <Breadcrumbs
            items={[
              { href: "/tasks", label: t("title") },
              { href: task, label: dto.innovation.code },
            ]}
          />
        }
        title={stageWords(`kind.${dto.stage}`)}
        lede={
          <p className="text-md wrap-anywhere">
            {dto.innovation.name}
            {dto.can.save && (
              <>
                {" · "}
                <time
                  dateTime={dto.dueAt}
                  title={format.dateTime(dto.dueAt)}
                  className={overdue ? "font-semibold text-late" : undefined}
                >
                  {overdue
                    ? format.due(dto.dueAt, dto.now)
                    : t("due", { when: format.due(dto.dueAt, dto.now) })}
                </time>
                {dto.hardCloseAt && (
                  <>
                    {" · "}
                    <time dateTime={dto.hardCloseAt} className="font-semibold">
                      {t("closes", { when: format.dateTime(dto.hardCloseAt) })}
                    </time>
                  </>
                )}
              </>
            )}
          </p>
        }
      />
      <div className="mb-5 max-w-[46rem] max-lg:mb-1">
        <StageStrip
          current={dto.stage}
          stages={dto.stages.map((stage) => ({
            ...stage,
            href:
              stage.state === "LOCKED" && !stage.paused
                ? undefined
                : `${task}/${STAGE_SLUGS[stage.kind]}`,
          }))}
        />
      </div>
      {children}
    </>
  );
}
