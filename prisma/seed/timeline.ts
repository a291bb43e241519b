import { type StageKind, stageIndex } from "@/lib/assignment/model";
import { addDays } from "@/lib/document/fields";
import type { IsoDate } from "@/lib/document/model";
import { dayIn } from "@/lib/platform/clock";
import { Random } from "./random";

/** The demo's time zone: Western Indonesia, which has no summer time. */
export const TIME_ZONE = "Asia/Jakarta";
const OFFSET = "+07:00";
const ZONE_HOURS = 7;

export const VISIT_DAYS = 5;
/**
 * The day of first seeding is this day of the visit: far enough into it for a participant to have
 * come through all four stages, and with deadlines still ahead.
 */
export const SEEDED_ON_DAY = 4;

/** What happens to a stage, in this order. */
export type Moment = "begin" | "submit" | "decide";

/** When things happen. A stage may go round several times, once for each time it is sent back. */
export interface Pace {
  /** Nothing happens after this. */
  readonly limit?: Date;
  at(stage: StageKind, moment: Moment, round: number): Date;
}

/** First day of the visit, for a first seeding at this instant. */
export function visitStart(now: Date): IsoDate {
  return addDays(dayIn(TIME_ZONE, now), 1 - SEEDED_ON_DAY);
}

/** An instant on a day of the visit; the first day is 1, the day before it 0. */
export function onVisitDay(visitOn: IsoDate, day: number, time: string): Date {
  return new Date(`${addDays(visitOn, day - 1)}T${time}:00${OFFSET}`);
}

/** When the stages of a group's assignments are due: some behind, some today, some ahead. */
export function dueDates(visitOn: IsoDate, group: number): Record<StageKind, Date> {
  return group < 3
    ? {
        EVALUATE: onVisitDay(visitOn, 2, "20:00"),
        OBSTACLES: onVisitDay(visitOn, 3, "21:00"),
        SOLUTION: onVisitDay(visitOn, 4, "23:59"),
        PLAN: onVisitDay(visitOn, 11, "17:00"),
      }
    : {
        EVALUATE: onVisitDay(visitOn, 3, "12:00"),
        OBSTACLES: onVisitDay(visitOn, 4, "23:59"),
        SOLUTION: onVisitDay(visitOn, 5, "20:00"),
        PLAN: onVisitDay(visitOn, 13, "17:00"),
      };
}

type Slot = readonly [day: number, time: string, spreadMinutes: number];

/** The usual course of things: day of the visit, time, and how far people differ. */
const COURSE: Record<StageKind, Record<Moment, Slot>> = {
  EVALUATE: { begin: [1, "13:10", 80], submit: [1, "16:40", 190], decide: [2, "07:20", 90] },
  OBSTACLES: { begin: [2, "09:40", 80], submit: [2, "12:40", 150], decide: [2, "16:20", 90] },
  SOLUTION: { begin: [2, "18:30", 70], submit: [2, "20:20", 130], decide: [3, "07:40", 80] },
  PLAN: { begin: [3, "09:50", 90], submit: [3, "13:40", 150], decide: [3, "17:30", 110] },
};

/** What one more round takes, from being sent back to being decided again. */
const ROUND_MINUTES = 95;
const LATEST_BEFORE_NOW_MINUTES = 50;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * The pace of one of the demo's participants. Whoever has come less far has been slower in the
 * stage at which they are, by `delayHours`; nothing ever happens after `now`.
 */
export class DemoPace implements Pace {
  readonly limit: Date;

  constructor(
    private readonly key: string,
    private readonly visitOn: IsoDate,
    private readonly now: Date,
    private readonly slow: { from: StageKind; delayHours: number } | null,
  ) {
    this.limit = new Date(now.getTime() - MINUTE);
  }

  at(stage: StageKind, moment: Moment, round: number): Date {
    const [day, time, spread] = COURSE[stage][moment];
    const delay =
      this.slow && stageIndex(stage) >= stageIndex(this.slow.from) ? this.slow.delayHours : 0;
    const planned =
      onVisitDay(this.visitOn, day, time).getTime() +
      this.draw(`${stage}:${moment}`, spread) * MINUTE +
      (round - 1) * ROUND_MINUTES * MINUTE +
      delay * HOUR;
    const latest =
      this.now.getTime() - (LATEST_BEFORE_NOW_MINUTES + this.draw(`${stage}:latest`, 100)) * MINUTE;
    return new Date(Math.min(afterSleep(planned), latest));
  }

  /** The same answer to the same question, in whatever order questions are asked. */
  private draw(name: string, spread: number): number {
    return new Random(`${this.key}:pace:${name}`).int(0, spread);
  }
}

const WAKE_HOUR = 5;

/** People sleep: what would fall into the small hours happens early in the morning. */
function afterSleep(instant: number): number {
  const hour = new Date(instant + ZONE_HOURS * HOUR).getUTCHours();
  return hour < WAKE_HOUR ? instant + (WAKE_HOUR - hour) * HOUR : instant;
}

/** One thing an hour, for tests. */
export class HourlyPace implements Pace {
  private hours = 0;

  constructor(private readonly startsAt: Date) {}

  at(): Date {
    this.hours += 1;
    return new Date(this.startsAt.getTime() + this.hours * HOUR);
  }
}
