import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AttendanceTable } from "@/components/attendance/attendance-table";
import { SessionFacts } from "@/components/attendance/session-facts";
import { Live } from "@/components/live/live";
import { PageHeader } from "@/components/shell/page-header";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Button, buttonClass } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { UsersIcon } from "@/components/ui/icons";
import { Pagination } from "@/components/ui/pagination";
import { loadAttendance, loadSheet } from "@/lib/attendance/loaders";
import { ATTENDANCE_PAGE, attendancePath } from "@/lib/attendance/model";
import type { SearchParams } from "@/lib/cohort/loaders";
import { cohortPath } from "@/lib/cohort/model";
import { Messages } from "@/lib/i18n/messages-scope";
import { cohortStream } from "@/lib/live/model";

interface Props {
  params: Promise<{ sessionId: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ head }, t] = await Promise.all([
    params.then(({ sessionId }) => loadAttendance(sessionId)),
    getTranslations("attendance"),
  ]);
  return { title: `${t("title")} · ${head.session.title}` };
}

export default async function AttendancePage({ params, searchParams }: Props) {
  const since = Date.now();
  const { sessionId } = await params;
  const [{ head, sheet, isStaff, canMark }, t] = await Promise.all([
    loadSheet(sessionId, (await searchParams).page),
    getTranslations("attendance"),
  ]);
  const { session, cohort, hostName } = head;
  const agenda = isStaff ? cohortPath(cohort.id, "visit") : `/visit?cohort=${cohort.id}`;
  return (
    <>
      <PageHeader
        eyebrow={
          <Breadcrumbs
            items={[
              ...(isStaff ? [{ href: cohortPath(cohort.id), label: cohort.name }] : []),
              { href: agenda, label: t("agenda") },
            ]}
          />
        }
        title={`${t("title")}: ${session.title}`}
        lede={<SessionFacts session={session} hostName={hostName} timeZone={cohort.timeZone} />}
        live={<Live stream={cohortStream(cohort.id, "attendance")} since={since} />}
        actions={
          <>
            <a
              href={`/api/cohorts/${cohort.id}/attendance?format=xlsx`}
              className={buttonClass("secondary")}
            >
              {t("download")}
            </a>
            {canMark && (
              <Button href={attendancePath(sessionId, "screen")}>{t("screen.open")}</Button>
            )}
          </>
        }
      />
      <p className="mb-3 hidden print:block">
        {cohort.program} · {cohort.name}
      </p>
      <Card as="section" aria-labelledby="sheet-title">
        <CardHeader
          id="sheet-title"
          title={t("expected", { count: sheet.total })}
          note={t("counts", {
            present: sheet.counts.PRESENT,
            excused: sheet.counts.EXCUSED,
            absent: sheet.counts.ABSENT,
          })}
        />
        {sheet.rows.length === 0 ? (
          <EmptyState icon={<UsersIcon size={22} />} title={t("nobody")}>
            {t("nobodyBody")}
          </EmptyState>
        ) : (
          <Messages namespaces={["attendance", "issues", "refusals"]}>
            <AttendanceTable
              sessionId={sessionId}
              rows={sheet.rows}
              first={(sheet.page - 1) * ATTENDANCE_PAGE + 1}
              timeZone={cohort.timeZone}
              canMark={canMark}
            />
          </Messages>
        )}
        <Pagination
          page={sheet.page}
          pages={sheet.pages}
          hrefOf={(page) => `${attendancePath(sessionId)}?page=${page}`}
        />
      </Card>
    </>
  );
}
