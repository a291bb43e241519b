import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import type { Together } from "@/lib/approval/model";
import { useFormat } from "@/lib/i18n/use-format";
import { TakeBack } from "./take-back";
import { useWhy } from "./use-why";

/** What was approved together: about to take effect, with the way back; and what was not carried out. */
export function TogetherNotice({
  together,
  timeZone,
  now,
}: {
  together: Together;
  timeZone: string | undefined;
  /** ISO instant of the reading. */
  now: string;
}) {
  const t = useTranslations("together");
  const s = useTranslations("stage");
  const why = useWhy();
  const format = useFormat(timeZone);
  const { pending, refused } = together;
  return (
    <div className="mb-4 grid gap-3 empty:hidden" data-noprint="">
      {pending.map(({ batchId, dueAt, count }) => (
        <Callout
          key={batchId}
          tone="good"
          title={t("pending", { count, time: format.time(dueAt) })}
          action={<TakeBack batchId={batchId} dueAt={dueAt} now={now} />}
        >
          {t("pendingHint")}
        </Callout>
      ))}
      {refused.length > 0 && (
        <Callout tone="late" title={t("refusedTitle", { count: refused.length })}>
          <ul>
            {refused.map(({ id, participant, stage, reason }) => (
              <li key={id} className="wrap-anywhere">
                {t("refused", {
                  name: participant,
                  stage: s(`kind.${stage}`),
                  why: why(reason),
                })}
              </li>
            ))}
          </ul>
        </Callout>
      )}
    </div>
  );
}
