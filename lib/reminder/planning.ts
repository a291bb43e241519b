import { dayIn } from "@/lib/platform/clock";
import { addDays, toInstant, toLocalTime } from "@/lib/platform/zoned-time";
import {
  DUE_SOON_HOURS,
  NUDGE_HOURS,
  type NudgeObstacle,
  OVERDUE_WITHIN_DAYS,
  type OwedReminder,
  QUIET_HOURS,
  type ReminderKind,
  type StageAtWork,
  type StageStanding,
  UNTOUCHED_HOURS,
  WAITING_HOURS,
} from "@/lib/reminder/model";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * Who is owed which reminder of one stage as it stands. Pure; asked again, it says the same, and the
 * occasion (a due date, a return, a submission) tells whether it was told before.
 *
 * @param staff those who are told when a submission waits too long
 */
export function owedReminders(
  stage: StageAtWork,
  staff: readonly string[],
  now: Date,
): OwedReminder[] {
  const { stageId, participantId, facilitatorId, escalateAfterDays, ownerId } = stage;
  const owed: OwedReminder[] = [];
  const owe = (personId: string | null, kind: Exclude<ReminderKind, "NUDGED">, since: number) => {
    const occasion = occasionOf(kind, stage);
    if (!personId || !occasion || now.getTime() < occasion.getTime() + since) return;
    if (isStillOwed(kind, occasion, stage, now)) owed.push({ personId, kind, stageId, occasion });
  };
  owe(participantId, "DUE_SOON", -DUE_SOON_HOURS * HOUR);
  if (now.getTime() <= stage.dueAt.getTime() + OVERDUE_WITHIN_DAYS * DAY) {
    owe(participantId, "OVERDUE", 0);
  }
  owe(participantId, "RETURNED_UNTOUCHED", UNTOUCHED_HOURS * HOUR);
  // Nobody reviews their own work, nor is told of it as staff.
  if (facilitatorId !== ownerId) owe(facilitatorId, "REVIEW_WAITING", WAITING_HOURS * HOUR);
  if (escalateAfterDays !== null) {
    for (const personId of staff) {
      if (personId !== ownerId) owe(personId, "REVIEW_ESCALATED", escalateAfterDays * DAY);
    }
  }
  return owed;
}

/**
 * Whether what somebody was told on an occasion is still so: the work has not been done meanwhile, no
 * more time was given, and it can still be done.
 */
export function isStillOwed(
  kind: ReminderKind,
  occasion: Date,
  stage: StageStanding,
  now: Date,
): boolean {
  const closed = isClosed(stage, now);
  if (kind === "NUDGED") return isToBeSent(stage) && !closed && !hasMovedSince(stage, occasion);
  if (occasionOf(kind, stage)?.getTime() !== occasion.getTime()) return false;
  switch (kind) {
    case "DUE_SOON":
      return isToBeSent(stage) && now < stage.dueAt;
    case "OVERDUE":
      // What was sent back was sent before: of that the next reminder speaks.
      return stage.state === "OPEN" && stage.dueAt <= now && !closed;
    case "RETURNED_UNTOUCHED":
      return (
        stage.state === "RETURNED" &&
        (stage.draftSavedAt === null || stage.draftSavedAt <= occasion)
      );
    case "REVIEW_WAITING":
    case "REVIEW_ESCALATED":
      return stage.state === "SUBMITTED";
  }
}

/** Whether a stage is with its participant, to be written and sent. */
function isToBeSent({ state }: StageStanding): boolean {
  return state === "OPEN" || state === "RETURNED";
}

/** Whether nothing is taken of a stage any more that was never sent back. */
function isClosed({ hardCloseAt, returnedBefore }: StageStanding, now: Date): boolean {
  return hardCloseAt !== null && hardCloseAt < now && !returnedBefore;
}

/** Sent or decided on after a moment: whoever was asked for it then has acted. */
function hasMovedSince({ submittedAt, decidedAt }: StageStanding, moment: Date): boolean {
  return [submittedAt, decidedAt].some((at) => at !== null && at > moment);
}

/**
 * Why nobody is to be nudged of a stage that is to be sent; null where somebody may be, and "done" where
 * there is nothing left to ask for. Pure.
 *
 * @param personId who would be nudged; null where they cannot act
 */
export function nudgeObstacle(
  stage: StageStanding,
  { personId, nudgedAt }: { personId: string | null; nudgedAt: Date | null },
  now: Date,
): NudgeObstacle | "done" | null {
  if (!isToBeSent(stage)) return "done";
  if (isClosed(stage, now)) return "closed";
  if (personId === null) return "unreachable";
  const again = nudgedAt && nudgedAt.getTime() + NUDGE_HOURS * HOUR;
  return again !== null && now.getTime() < again ? "recent" : null;
}

/**
 * Whether somebody still stands to the work as when they were told: whose it is, who reviews it, or the
 * staff of its centre.
 */
export function stillConcerns(
  kind: ReminderKind,
  personId: string,
  work: { ownerId: string; facilitatorId: string | null; staff: readonly string[] },
): boolean {
  if (kind === "REVIEW_WAITING") return work.facilitatorId === personId;
  if (kind === "REVIEW_ESCALATED") return work.staff.includes(personId);
  return work.ownerId === personId;
}

function occasionOf(kind: Exclude<ReminderKind, "NUDGED">, stage: StageStanding): Date | null {
  if (kind === "DUE_SOON" || kind === "OVERDUE") return stage.dueAt;
  return kind === "RETURNED_UNTOUCHED" ? stage.decidedAt : stage.submittedAt;
}

/** Until when the quiet hours last in which an instant lies, on the clocks of a zone; else null. */
export function quietUntil(timeZone: string, now: Date): Date | null {
  const { time } = toLocalTime(now, timeZone);
  const today = dayIn(timeZone, now);
  const end = (date: string) => toInstant({ date, time: QUIET_HOURS.until }, timeZone);
  if (time < QUIET_HOURS.until) return end(today);
  return time >= QUIET_HOURS.from ? end(addDays(today, 1)) : null;
}
