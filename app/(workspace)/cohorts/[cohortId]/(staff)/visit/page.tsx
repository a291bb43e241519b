import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AgendaCalendar } from "@/components/agenda/agenda-calendar";
import { AgendaList } from "@/components/agenda/agenda-list";
import { SessionCard } from "@/components/agenda/session-card";
import { SessionForm } from "@/components/agenda/session-form";
import { CohortEyebrow } from "@/components/cohort/cohort-eyebrow";
import { CohortTabs } from "@/components/cohort/cohort-tabs";
import { PageHeader } from "@/components/shell/page-header";
import { Button, buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ClipboardListIcon } from "@/components/ui/icons";
import { SoftLink } from "@/components/ui/soft-link";
import { Segments } from "@/components/ui/tabs";
import { loadAgendaPage } from "@/lib/agenda/loaders";
import type { AgendaSession } from "@/lib/agenda/model";
import { speakerClashes } from "@/lib/agenda/overlap";
import { attendancePath } from "@/lib/attendance/model";
import { loadCohort, type SearchParams } from "@/lib/cohort/loaders";
import { cohortPath } from "@/lib/cohort/model";
import { Messages } from "@/lib/i18n/messages-scope";
import { zoneName } from "@/lib/platform/zoned-time";

interface Props {
  params: Promise<{ cohortId: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ cohort }, t] = await Promise.all([
    params.then(({ cohortId }) => loadCohort(cohortId)),
    getTranslations("cohorts.parts"),
  ]);
  return { title: `${t("visit")} · ${cohort.name}` };
}

export default async function VisitPage({ params, searchParams }: Props) {
  const { cohortId } = await params;
  const [{ cohort, agenda, present, today, view, canEdit, editing }, t] = await Promise.all([
    loadAgendaPage(cohortId, await searchParams),
    getTranslations("agenda"),
  ]);
  const base = cohortPath(cohortId, "visit");
  const backHref = view === "list" ? `${base}?view=list` : base;
  const addressOf = (query: string) =>
    view === "list" ? `${base}?view=list&${query}` : `${base}?${query}`;
  const editHref = canEdit
    ? (session: AgendaSession) => addressOf(`edit=${session.id}`)
    : undefined;
  const clashes = speakerClashes(agenda.sessions);
  const several = agenda.visits.length > 1;
  const hostOf = (id: string) =>
    several ? agenda.visits.find(({ hostRegionId }) => hostRegionId === id)?.hostName : undefined;
  const attendance = (session: AgendaSession) => (
    <span className="flex flex-wrap items-baseline gap-x-2 text-sm">
      <SoftLink href={attendancePath(session.id)} className="link print:hidden">
        {t("attendanceSheet")}
      </SoftLink>
      <span className="text-ink-3">{t("present", { count: present[session.id] ?? 0 })}</span>
    </span>
  );
  const first = agenda.visits[0];
  return (
    <>
      <PageHeader
        eyebrow={<CohortEyebrow cohort={cohort} today={today} />}
        title={cohort.name}
        actions={
          canEdit && first && !editing ? (
            <Button href={addressOf(`new=${first.startsOn}`)} scroll={false}>
              {t("add")}
            </Button>
          ) : undefined
        }
      />
      <CohortTabs cohortId={cohortId} current="visit" />
      {!first ? (
        <Card>
          <EmptyState
            icon={<ClipboardListIcon size={22} />}
            title={t("noVisit")}
            action={
              canEdit ? (
                <Button href={`${cohortPath(cohortId, "setup")}#cohort-part-visits`}>
                  {t("planVisit")}
                </Button>
              ) : undefined
            }
          >
            {t("noVisitBody")}
          </EmptyState>
        </Card>
      ) : (
        <div className="grid gap-5">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <Segments
              label={t("views")}
              items={[
                { href: base, label: t("calendar"), current: view === "calendar" },
                { href: `${base}?view=list`, label: t("list"), current: view === "list" },
              ]}
            />
            <p className="text-sm text-ink-3">{t("zone", { zone: zoneName(cohort.timeZone) })}</p>
            <p className="flex flex-wrap gap-2 print:hidden">
              <a
                href={`/api/cohorts/${cohortId}/agenda`}
                className={buttonClass("secondary", "sm")}
              >
                {t("download")}
              </a>
              <a
                href={`/api/cohorts/${cohortId}/attendance?format=xlsx`}
                className={buttonClass("secondary", "sm")}
              >
                {t("attendanceXlsx")}
              </a>
              <a
                href={`/api/cohorts/${cohortId}/attendance?format=csv`}
                className={buttonClass("secondary", "sm")}
              >
                {t("attendanceCsv")}
              </a>
            </p>
          </div>
          {editing && (
            <Messages namespaces={["agenda", "issues", "refusals"]}>
              <SessionForm
                key={editing.session?.id ?? editing.day}
                cohortId={cohortId}
                session={editing.session}
                day={editing.day}
                visits={agenda.visits}
                units={editing.options.units}
                groups={editing.options.groups}
                backHref={backHref}
              />
            </Messages>
          )}
          {view === "list" && agenda.sessions.length > 0 ? (
            <AgendaList agenda={agenda} editHref={editHref} attendance={attendance} />
          ) : (
            <AgendaCalendar
              agenda={agenda}
              today={today}
              addHref={canEdit ? (day) => addressOf(`new=${day}`) : undefined}
              render={(session) => (
                <SessionCard
                  session={session}
                  hostName={hostOf(session.hostRegionId)}
                  clashes={clashes.get(session.id)}
                  editHref={editHref?.(session)}
                >
                  <div className="print:hidden">{attendance(session)}</div>
                </SessionCard>
              )}
            />
          )}
        </div>
      )}
    </>
  );
}
