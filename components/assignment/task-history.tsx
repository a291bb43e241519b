import { useTranslations } from "next-intl";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Timeline, type TimelineItem } from "@/components/ui/timeline";
import type { HistoryEntry, TaskDto } from "@/lib/assignment/model";
import { useFormat } from "@/lib/i18n/use-format";

/** Submissions and decisions of all four stages, the newest first. */
export function TaskHistory({ task }: { task: TaskDto }) {
  const t = useTranslations("tasks.history");
  const stageWords = useTranslations("stage");
  const format = useFormat(task.timeZone);
  const toItem = (entry: HistoryEntry): TimelineItem => {
    const stage = stageWords(`kind.${entry.stage}`);
    const base = { id: entry.id, when: format.dateTime(entry.at), stage: entry.stage };
    if (entry.type === "SUBMITTED") {
      const late = entry.timeliness === "ON_TIME" ? null : t(`timeliness.${entry.timeliness}`);
      const score =
        entry.score === null ? null : t("score", { score: format.decimal(entry.score) });
      return {
        ...base,
        title: t("submitted", { stage, number: entry.revision }),
        body: [score, late].filter(Boolean).join(" · ") || undefined,
      };
    }
    if (entry.type === "EXTENDED") {
      return {
        ...base,
        title: t("EXTENDED", { stage, due: format.dateTime(entry.dueTo) }),
        body: (
          <>
            <p className="text-sm text-ink-3">
              {entry.by} · {t("dueBefore", { due: format.dateTime(entry.dueFrom) })}
            </p>
            <p className="mt-1 text-sm whitespace-pre-line wrap-anywhere">{entry.reason}</p>
          </>
        ),
      };
    }
    return {
      ...base,
      title: t(entry.type, { stage }),
      tone: entry.type === "APPROVED" ? "good" : "late",
      body: (
        <>
          <p className="text-sm text-ink-3">{entry.by}</p>
          {entry.reasons.length > 0 && (
            <ul className="mt-1 grid list-disc gap-1 pl-4 text-sm">
              {entry.reasons.map((reason) => (
                <li key={reason.id} className="whitespace-pre-line wrap-anywhere">
                  {reason.text}
                </li>
              ))}
            </ul>
          )}
        </>
      ),
    };
  };
  return (
    <Card as="section" aria-labelledby="history-title">
      <CardHeader id="history-title" title={t("title")} />
      <CardBody>
        {task.history.length === 0 ? (
          <p className="text-md text-ink-3">{t("none")}</p>
        ) : (
          <Timeline items={task.history.map(toItem)} />
        )}
      </CardBody>
    </Card>
  );
}
