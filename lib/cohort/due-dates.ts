import { type DueLimits, dueDateIssues } from "@/lib/assignment/due-dates";
import type { StageKind } from "@/lib/assignment/model";
import type { FieldIssue } from "@/lib/document/issue";
import { dayIn } from "@/lib/platform/clock";
import { addDays, daysBetween, type LocalTime, toInstant } from "@/lib/platform/zoned-time";

/** When a stage is due, and how many days after that it closes for good, where it does. */
export interface DueTime extends LocalTime {
  closesAfterDays?: number | undefined;
}

/** When the four stages of new assignments are due, on the clocks of the cohort's zone. */
export type DueDates = Record<StageKind, DueTime>;

/** End of an office day. */
const DUE_TIME = "17:00";

/** Days after the last day of the visit; the final report is customarily due a week after it. */
const DAYS_AFTER_VISIT: Record<StageKind, number> = {
  EVALUATE: -1,
  OBSTACLES: 0,
  SOLUTION: 3,
  PLAN: 7,
};

/** Without a visit the first stage gets three days from today. */
const DAYS_WITHOUT_VISIT = 3;

/**
 * A first proposal: the evaluation on the eve of the visit's last day, the obstacles on that day,
 * solution and plan within the week after it. When that is over or due today already, all four move
 * on together so that the first is due tomorrow.
 */
export function proposeDueDates(
  visit: { startsOn: string; endsOn: string } | undefined,
  now: Date,
  timeZone: string,
): DueDates {
  const tomorrow = addDays(dayIn(timeZone, now), 1);
  const lastDay = visit?.endsOn ?? addDays(tomorrow, DAYS_WITHOUT_VISIT);
  const planned = (kind: StageKind) => addDays(lastDay, DAYS_AFTER_VISIT[kind]);
  // A visit of one day has no eve of its last day.
  const first = latest(planned("EVALUATE"), visit?.startsOn ?? "");
  const due = (date: string) => ({ date, time: DUE_TIME });
  return moveOn(
    {
      EVALUATE: due(first),
      OBSTACLES: due(planned("OBSTACLES")),
      SOLUTION: due(planned("SOLUTION")),
      PLAN: due(planned("PLAN")),
    },
    now,
    timeZone,
  );
}

/**
 * Due dates whose first is over or today, moved by whole days so that it is tomorrow; else as they
 * are. What a cohort keeps as its defaults goes through here before it is offered.
 */
export function moveOn(due: DueDates, now: Date, timeZone: string): DueDates {
  const first = due.EVALUATE.date;
  const shift = daysBetween(first, latest(first, addDays(dayIn(timeZone, now), 1)));
  const moved = (stage: DueTime) => ({ ...stage, date: addDays(stage.date, shift) });
  return {
    EVALUATE: moved(due.EVALUATE),
    OBSTACLES: moved(due.OBSTACLES),
    SOLUTION: moved(due.SOLUTION),
    PLAN: moved(due.PLAN),
  };
}

/**
 * The instants of due dates, and what the server will say is wrong with them.
 */
export function checkDueDates(
  due: DueDates,
  timeZone: string,
  limits: DueLimits,
): { dueAt: Record<StageKind, Date | null>; issues: FieldIssue[] } {
  const dueAt = {
    EVALUATE: toInstant(due.EVALUATE, timeZone),
    OBSTACLES: toInstant(due.OBSTACLES, timeZone),
    SOLUTION: toInstant(due.SOLUTION, timeZone),
    PLAN: toInstant(due.PLAN, timeZone),
  };
  return { dueAt, issues: dueDateIssues(dueAt, limits) };
}

/** When the first of a cohort's visits begins on its clocks; null where it has none. */
export function visitFrom(visits: readonly { startsOn: string }[], timeZone: string): Date | null {
  const days = visits.map(({ startsOn }) => startsOn).sort();
  return days[0] === undefined ? null : toInstant({ date: days[0], time: "00:00" }, timeZone);
}

function latest(a: string, b: string): string {
  return a > b ? a : b;
}
