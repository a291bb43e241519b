import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AgendaCalendar } from "@/components/agenda/agenda-calendar";
import { CalendarLinks } from "@/components/agenda/calendar-links";
import { OwnMark } from "@/components/agenda/own-mark";
import { SessionCard } from "@/components/agenda/session-card";
import { CodeForm } from "@/components/attendance/code-form";
import { CodeFrom } from "@/components/attendance/code-from";
import { PageHeader } from "@/components/shell/page-header";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ClipboardListIcon } from "@/components/ui/icons";
import { SoftLink } from "@/components/ui/soft-link";
import { Segments } from "@/components/ui/tabs";
import { loadVisit } from "@/lib/agenda/loaders";
import { attendancePath } from "@/lib/attendance/model";
import type { SearchParams } from "@/lib/cohort/loaders";
import { Messages } from "@/lib/i18n/messages-scope";
import { zoneName } from "@/lib/platform/zoned-time";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("agenda"))("title") };
}

/** The agenda for whoever takes part, with the code of the day while a session goes on. */
export default async function VisitPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [
    { personId, cohorts, own, agenda, marks, today, attending, attendFrom, calendarUrl },
    t,
    a,
  ] = await Promise.all([
    loadVisit(await searchParams),
    getTranslations("agenda"),
    getTranslations("attendance"),
  ]);
  const hosts = agenda.visits.map(({ hostName }) => hostName).join(", ");
  return (
    <>
      <PageHeader
        eyebrow={own?.cohort.name}
        title={t("title")}
        lede={
          own && hosts
            ? `${hosts} · ${t("zone", { zone: zoneName(own.cohort.timeZone) })}`
            : undefined
        }
      />
      {!own || agenda.visits.length === 0 ? (
        <Card>
          <EmptyState icon={<ClipboardListIcon size={22} />} title={t("noVisit")}>
            {t("noVisitOwn")}
          </EmptyState>
        </Card>
      ) : (
        <div className="grid gap-5">
          {cohorts.length > 1 && (
            <Segments
              label={t("cohorts")}
              items={cohorts.map(({ cohort }) => ({
                href: `/visit?cohort=${cohort.id}`,
                label: cohort.name,
                current: cohort.id === own.cohort.id,
              }))}
            />
          )}
          {attending && (
            <Card as="section" marked aria-labelledby="code-title">
              <CardHeader id="code-title" title={a("attend")} />
              <CardBody>
                <Messages namespaces={["attendance", "issues", "refusals"]}>
                  <CodeForm personId={personId} timeZone={own.cohort.timeZone} />
                </Messages>
              </CardBody>
            </Card>
          )}
          {attendFrom && <CodeFrom at={attendFrom} timeZone={own.cohort.timeZone} />}
          <AgendaCalendar
            agenda={agenda}
            today={today}
            render={(session) => (
              <SessionCard
                session={session}
                hostName={
                  agenda.visits.length > 1
                    ? agenda.visits.find(
                        ({ hostRegionId }) => hostRegionId === session.hostRegionId,
                      )?.hostName
                    : undefined
                }
              >
                {own.role === "FACILITATOR" ? (
                  <p className="print:hidden">
                    <SoftLink href={attendancePath(session.id)} className="link text-sm">
                      {a("title")}
                    </SoftLink>
                  </p>
                ) : (
                  <OwnMark mark={marks[session.id]} timeZone={own.cohort.timeZone} />
                )}
              </SessionCard>
            )}
          />
          <CalendarLinks cohortId={own.cohort.id} calendarUrl={calendarUrl} />
        </div>
      )}
    </>
  );
}
