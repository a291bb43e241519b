import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { cx } from "@/components/ui/cx";
import { EmptyState } from "@/components/ui/empty-state";
import { ClipboardListIcon, PlusIcon } from "@/components/ui/icons";
import { type Agenda, type AgendaSession, agendaDays } from "@/lib/agenda/model";
import { useFormat } from "@/lib/i18n/use-format";

/** Days side by side where there is room, one under another on the phone. */
export function AgendaCalendar({
  agenda,
  today,
  addHref,
  render,
}: {
  agenda: Agenda;
  /** YYYY-MM-DD */
  today: string;
  /** Where a session is added on a day; absent for who may not. */
  addHref?: (day: string) => string;
  render: (session: AgendaSession) => ReactNode;
}) {
  const t = useTranslations("agenda");
  const format = useFormat();
  // A day without sessions is of use to who adds one.
  const days = agendaDays(agenda).filter(
    (day) => addHref || agenda.sessions.some((session) => session.day === day),
  );
  const within = (day: string) =>
    agenda.visits.some(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);
  if (days.length === 0) {
    return (
      <Card>
        <EmptyState icon={<ClipboardListIcon size={22} />} title={t("noSession")} />
      </Card>
    );
  }
  return (
    <ol
      className={cx(
        "grid gap-5 lg:gap-3 print:grid-cols-1",
        // As many columns as days, up to a working week; more days wrap into a second row.
        days.length >= 5
          ? "lg:grid-cols-5"
          : days.length === 4
            ? "lg:grid-cols-4"
            : days.length === 3
              ? "lg:grid-cols-3"
              : "lg:grid-cols-2",
      )}
    >
      {days.map((day) => {
        const sessions = agenda.sessions.filter((session) => session.day === day);
        return (
          <li key={day} className="grid min-w-0 content-start gap-2 break-inside-auto">
            <div className={cx("border-b-2 pb-1", day === today ? "border-accent" : "border-line")}>
              {/* The line is there on every day, so that days side by side begin at one height. */}
              <p className="min-h-5 text-sm font-semibold text-accent max-lg:empty:hidden">
                {day === today && t("today")}
              </p>
              <h2 className="text-md font-bold">
                <time dateTime={day}>{format.dateLong(day)}</time>
              </h2>
            </div>
            {sessions.length === 0 && <p className="text-sm text-ink-3">{t("noSession")}</p>}
            {sessions.map((session) => (
              <div key={session.id} className="break-inside-avoid">
                {render(session)}
              </div>
            ))}
            {addHref && within(day) && (
              <Button
                href={addHref(day)}
                scroll={false}
                variant="ghost"
                size="sm"
                icon={<PlusIcon size={16} />}
                className="justify-self-start"
              >
                {t("add")}
              </Button>
            )}
          </li>
        );
      })}
    </ol>
  );
}
