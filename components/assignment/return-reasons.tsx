import { useTranslations } from "next-intl";
import { useFieldLabel } from "@/components/revision/mark";
import { ArrowRightIcon, CheckIcon } from "@/components/ui/icons";
import { SoftLink } from "@/components/ui/soft-link";
import {
  STAGE_SLUGS,
  type StageKind,
  type StageReturn,
  type TaskDto,
} from "@/lib/assignment/model";
import { useFormat } from "@/lib/i18n/use-format";

/** Why a stage came back; each reason opens the form at its field. */
export function ReturnReasons({
  task,
  stage,
  returned,
}: {
  task: Pick<TaskDto, "assignmentId" | "timeZone">;
  stage: StageKind;
  returned: StageReturn;
}) {
  const t = useTranslations("tasks.reason");
  const format = useFormat(task.timeZone);
  const label = useFieldLabel(stage);
  const form = `/tasks/${task.assignmentId}/${STAGE_SLUGS[stage]}`;
  return (
    <div className="grid gap-2">
      <p className="text-sm text-ink-3">
        {t(returned.reopened ? "reopenedBy" : "returnedBy", {
          name: returned.by,
          when: format.dateTime(returned.at),
        })}
      </p>
      <ul className="grid gap-2">
        {returned.reasons.map((reason) => (
          <li
            key={reason.id}
            className="relative rounded-sm bg-sunken px-3 py-2 text-md has-[a:hover]:bg-accent-soft"
          >
            {reason.path !== null && (
              <p>
                <SoftLink
                  href={`${form}#${reason.path}`}
                  // The whole reason leads there: a finger needs no aim.
                  className="inline-flex items-center gap-1 font-semibold text-accent after:absolute after:inset-0"
                >
                  {label(reason.path)}
                  <ArrowRightIcon size={14} className="flex-none" />
                </SoftLink>
              </p>
            )}
            <p className="whitespace-pre-line wrap-anywhere">{reason.text}</p>
            {reason.answered && (
              <p className="flex items-center gap-1 text-sm font-semibold text-good">
                <CheckIcon size={14} className="flex-none" />
                {t("answered")}
              </p>
            )}
            {reason.gone && <p className="text-sm text-ink-3">{t("gone")}</p>}
          </li>
        ))}
      </ul>
    </div>
  );
}
