import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import {
  calendarToken,
  concerning,
  findAgenda,
  findSessionOptions,
  listOwnCohorts,
  listOwnMarks,
  type SessionOptions,
} from "@/lib/agenda/data";
import type { Agenda, AgendaSession, OwnCohort } from "@/lib/agenda/model";
import { authorizeAgenda } from "@/lib/agenda/policy";
import { sessionInstants } from "@/lib/attendance/data";
import { type AttendanceStatus, attendanceWindow } from "@/lib/attendance/model";
import { loadCohort, type SearchParams } from "@/lib/cohort/loaders";
import type { CohortHeader } from "@/lib/cohort/model";
import { authorizeOrganizing } from "@/lib/cohort/policy";
import { setupRefusal, workRefusal } from "@/lib/cohort/workflow";
import { dayIn } from "@/lib/platform/clock";
import { appContext } from "@/lib/platform/context";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { requireActor } from "@/lib/session/actor";

/** How the agenda is looked at. */
export type AgendaView = "calendar" | "list";

export interface AgendaPage {
  cohort: CohortHeader;
  agenda: Agenda;
  /** Marked present, by session. */
  present: Record<string, number>;
  /** Today on the cohort's calendar. */
  today: string;
  view: AgendaView;
  canEdit: boolean;
  /** What is being written: a session, or a new one on a day. */
  editing: {
    session: AgendaSession | null;
    day: string;
    options: SessionOptions;
  } | null;
}

/** The agenda of a cohort for its staff, with what is needed to write on it when that is asked for. */
export const loadAgendaPage = cache(
  async (cohortId: string, search: SearchParams): Promise<AgendaPage> => {
    const { actor, cohort, centerId } = await loadCohort(cohortId);
    const ref = { id: cohortId, centerId };
    const authorized = authorizeAgenda(actor, ref);
    if (!authorized) notFound();
    const canEdit = authorizeOrganizing(actor, ref) !== null && setupRefusal(cohort.state) === null;
    const { present, ...agenda } = await findAgenda(db(), authorized);
    const edited = agenda.sessions.find(({ id }) => id === search.edit) ?? null;
    const firstDay = agenda.visits[0]?.startsOn;
    const asked = typeof search.new === "string" ? search.new : undefined;
    const writes = canEdit && firstDay && (edited !== null || asked !== undefined);
    const within = agenda.visits.some(
      ({ startsOn, endsOn }) => asked && startsOn <= asked && asked <= endsOn,
    );
    return {
      cohort,
      agenda,
      present,
      today: dayIn(cohort.timeZone, appContext().clock.now()),
      view: search.view === "list" ? "list" : "calendar",
      canEdit,
      editing: writes
        ? {
            session: edited,
            day: edited?.day ?? (within && asked ? asked : firstDay),
            options: await findSessionOptions(db(), authorized, centerId),
          }
        : null,
    };
  },
);

export interface VisitPage {
  personId: string;
  /** Where the actor is enrolled; none has nothing to read here. */
  cohorts: OwnCohort[];
  /** The one that is shown. */
  own: OwnCohort | null;
  agenda: Agenda;
  /** A participant's own marks, by session. */
  marks: Record<string, { status: AttendanceStatus; at: string }>;
  today: string;
  /** Codes count now for one of the sessions. */
  attending: boolean;
  /** When they will next, for a participant: ISO instant. Null while they do, and after the last session. */
  attendFrom: string | null;
  /** Where a calendar program reads the agenda. */
  calendarUrl: string | null;
}

/** The agenda of somebody's own cohorts, one at a time. */
export const loadVisit = cache(async (search: SearchParams): Promise<VisitPage> => {
  const actor = await requireActor();
  const cohorts = await listOwnCohorts(db(), actor);
  const own = cohorts.find(({ cohort }) => cohort.id === search.cohort) ?? cohorts[0] ?? null;
  const authorized = own && authorizeAgenda(actor, own.cohort);
  const now = appContext().clock.now();
  if (!own || !authorized) {
    const agenda = { visits: [], sessions: [] };
    return {
      personId: actor.personId,
      cohorts: [],
      own: null,
      agenda,
      marks: {},
      today: "",
      attending: false,
      attendFrom: null,
      calendarUrl: null,
    };
  }
  const [{ visits, sessions }, marks, token] = await Promise.all([
    findAgenda(db(), authorized),
    listOwnMarks(db(), own.enrolmentId),
    calendarToken(db(), actor.personId),
  ]);
  const shown = concerning(own, sessions);
  const { timeZone, state } = own.cohort;
  const windows =
    own.role === "PARTICIPANT" && workRefusal(state) === null
      ? shown.map((session) => attendanceWindow(sessionInstants(session, timeZone)))
      : [];
  const attending = windows.some(({ from, to }) => from <= now && now <= to);
  const next = windows
    .filter(({ from }) => from > now)
    .sort((a, b) => a.from.getTime() - b.from.getTime())[0];
  return {
    personId: actor.personId,
    cohorts,
    own,
    agenda: { visits, sessions: shown },
    marks,
    today: dayIn(timeZone, now),
    attending,
    attendFrom: attending ? null : (next?.from.toISOString() ?? null),
    calendarUrl: token && new URL(`/api/calendar/${token}`, env().APP_URL).href,
  };
});
