import type { VisitMode } from "@/lib/cohort/fields";
import type { CohortState } from "@/lib/cohort/workflow";
import { addDays } from "@/lib/platform/zoned-time";

/** The agenda of a cohort's visits: sessions on days, by what the clocks of the cohort's zone show. */

export const AGENDA_BOUNDS = {
  title: { min: 3, max: 160 },
  place: { max: 160 },
  note: { max: 1000 },
  speakers: { max: 12 },
  speakerName: { min: 2, max: 160 },
  speakerRole: { max: 80 },
  groups: { max: 60 },
  /** Sessions of a cohort: a month of full days. */
  sessions: { max: 400 },
} as const;

export interface Speaker {
  name: string;
  /** What they are there; may be empty. */
  role: string;
}

export interface AgendaSession {
  id: string;
  hostRegionId: string;
  title: string;
  /** YYYY-MM-DD */
  day: string;
  /** Minutes after midnight. */
  startsMinute: number;
  endsMinute: number;
  hostUnit: { id: string; shortName: string } | null;
  place: string;
  note: string;
  /** Everybody attends; otherwise the groups. */
  forAll: boolean;
  groups: { id: string; name: string }[];
  speakers: Speaker[];
  version: number;
  /** ISO instant of the last change. */
  updatedAt: string;
}

export interface AgendaVisit {
  hostRegionId: string;
  hostName: string;
  mode: VisitMode;
  /** YYYY-MM-DD */
  startsOn: string;
  endsOn: string;
}

export interface Agenda {
  visits: AgendaVisit[];
  /** In the order of their times. */
  sessions: AgendaSession[];
}

/** A cohort in which somebody is enrolled, and as what. */
export interface OwnCohort {
  enrolmentId: string;
  role: "PARTICIPANT" | "FACILITATOR";
  groupId: string | null;
  cohort: { id: string; name: string; timeZone: string; state: CohortState; centerId: string };
}

/** 570 → "09:30"; 1440 → "24:00". */
export function clockOf(minute: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** "09:30" → 570. */
export function minuteOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return hours * 60 + minutes;
}

/** The days of all visits, each once, in order, and those of sessions that lie beside them. */
export function agendaDays({ visits, sessions }: Agenda): string[] {
  const days = new Set(sessions.map(({ day }) => day));
  for (const { startsOn, endsOn } of visits) {
    // A visit of a year would be a slip; nobody scrolls through it.
    for (let day = startsOn, left = 60; day <= endsOn && left > 0; day = addDays(day, 1), left--) {
      days.add(day);
    }
  }
  return [...days].sort();
}
