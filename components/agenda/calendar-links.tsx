import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";

/** The agenda in one's own calendar: as a file, or read again and again by the program itself. */
export function CalendarLinks({
  cohortId,
  calendarUrl,
}: {
  cohortId: string;
  calendarUrl: string | null;
}) {
  const t = useTranslations("agenda");
  return (
    <details className="rounded-md border border-line bg-surface print:hidden">
      <summary className="min-h-11 cursor-pointer px-4 py-2.5 font-semibold">
        {t("ownCalendar")}
      </summary>
      <div className="grid gap-3 border-t border-line px-4 py-3.5">
        <p className="text-ink-2">{t("ownCalendarBody")}</p>
        <p className="flex flex-wrap gap-2">
          {calendarUrl && (
            <a
              href={calendarUrl.replace(/^https?:/, "webcal:")}
              className={buttonClass("secondary")}
            >
              {t("subscribe")}
            </a>
          )}
          <a href={`/api/cohorts/${cohortId}/agenda`} className={buttonClass("secondary")}>
            {t("download")}
          </a>
        </p>
        {calendarUrl && (
          <label className="grid gap-1 text-sm">
            {t("subscribeAddress")}
            <input readOnly value={calendarUrl} className="control" />
          </label>
        )}
      </div>
    </details>
  );
}
