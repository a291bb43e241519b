import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { SoftLink } from "@/components/ui/soft-link";
import { Table } from "@/components/ui/table";
import type { Agenda, AgendaSession } from "@/lib/agenda/model";
import { useFormat } from "@/lib/i18n/use-format";
import { useClock } from "./use-clock";

/** The agenda as a table, for reading through and for paper. */
export function AgendaList({
  agenda,
  editHref,
  attendance,
}: {
  agenda: Agenda;
  editHref?: (session: AgendaSession) => string;
  attendance?: (session: AgendaSession) => ReactNode;
}) {
  const t = useTranslations("agenda");
  const format = useFormat();
  const clock = useClock();
  const several = agenda.visits.length > 1;
  const hostOf = (id: string) =>
    agenda.visits.find(({ hostRegionId }) => hostRegionId === id)?.hostName ?? "";
  return (
    <Card>
      <Table label={t("title")} stack>
        <thead>
          <tr>
            <th scope="col">{t("day")}</th>
            <th scope="col">{t("time")}</th>
            <th scope="col">{t("session")}</th>
            <th scope="col">{t("place")}</th>
            <th scope="col">{t("speakers")}</th>
            <th scope="col">{t("attending")}</th>
            {attendance && <th scope="col">{t("attendance")}</th>}
          </tr>
        </thead>
        <tbody>
          {agenda.sessions.map((session) => (
            <tr key={session.id}>
              <td data-label={t("day")}>{format.dateLong(session.day)}</td>
              <td data-label={t("time")} className="tabular-nums">
                {clock.range(session.startsMinute, session.endsMinute)}
              </td>
              <th scope="row">
                <span className="wrap-anywhere">
                  {editHref ? (
                    <SoftLink href={editHref(session)} className="link">
                      {session.title}
                    </SoftLink>
                  ) : (
                    session.title
                  )}
                  {session.note && (
                    <span className="block text-xs font-normal whitespace-pre-line text-ink-3">
                      {session.note}
                    </span>
                  )}
                </span>
              </th>
              <td data-label={t("place")}>
                {[
                  session.place,
                  session.hostUnit?.shortName,
                  several ? hostOf(session.hostRegionId) : "",
                ]
                  .filter(Boolean)
                  .join(" · ") || "–"}
              </td>
              <td data-label={t("speakers")}>
                {session.speakers
                  .map(({ name, role }) => (role ? `${name} (${role})` : name))
                  .join("; ") || "–"}
              </td>
              <td data-label={t("attending")}>
                {session.forAll
                  ? t("everybody")
                  : session.groups.map(({ name }) => name).join(", ") || t("nobody")}
              </td>
              {attendance && <td data-label={t("attendance")}>{attendance(session)}</td>}
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
