import { describe, expect, test } from "vitest";
import {
  checkDueDates,
  type DueDates,
  moveOn,
  proposeDueDates,
  visitFrom,
} from "@/lib/cohort/due-dates";

const ZONE = "Asia/Jakarta";
const VISIT = { startsOn: "2018-08-06", endsOn: "2018-08-10" };
const dates = (due: DueDates) => Object.values(due).map(({ date }) => date);

describe("a proposal", () => {
  test("follows the visit", () => {
    const due = proposeDueDates(VISIT, new Date("2018-08-01T02:00:00Z"), ZONE);
    expect(dates(due)).toEqual(["2018-08-09", "2018-08-10", "2018-08-13", "2018-08-17"]);
    expect(due.PLAN.time).toBe("17:00");
  });

  test("stays while the first lies ahead by a day", () => {
    const due = proposeDueDates(VISIT, new Date("2018-08-08T16:59:00Z"), ZONE);
    expect(due.EVALUATE.date).toBe("2018-08-09");
  });

  test("moves on as a whole when the first would be today, by the cohort's calendar", () => {
    const due = proposeDueDates(VISIT, new Date("2018-08-08T17:00:00Z"), ZONE);
    expect(dates(due)).toEqual(["2018-08-10", "2018-08-11", "2018-08-14", "2018-08-18"]);
  });

  test("of a visit of one day begins on that day", () => {
    const visit = { startsOn: "2018-08-06", endsOn: "2018-08-06" };
    const due = proposeDueDates(visit, new Date("2018-08-01T02:00:00Z"), ZONE);
    expect(dates(due)).toEqual(["2018-08-06", "2018-08-06", "2018-08-09", "2018-08-13"]);
  });

  test("without a visit begins in three days", () => {
    const due = proposeDueDates(undefined, new Date("2018-08-01T02:00:00Z"), ZONE);
    expect(dates(due)).toEqual(["2018-08-04", "2018-08-05", "2018-08-08", "2018-08-12"]);
  });

  test.each(["2018-07-01", "2018-08-07", "2018-08-10", "2026-11-24"])(
    "is never refused (%s)",
    (day) => {
      for (const visit of [VISIT, { startsOn: "2018-08-06", endsOn: "2018-08-06" }, undefined]) {
        const now = new Date(`${day}T12:00:00Z`);
        const limits = { now, visitFrom: visitFrom(visit ? [visit] : [], ZONE) };
        expect(checkDueDates(proposeDueDates(visit, now, ZONE), ZONE, limits).issues).toEqual([]);
      }
    },
  );
});

describe("defaults that a cohort keeps", () => {
  const kept: DueDates = {
    EVALUATE: { date: "2018-08-08", time: "12:00" },
    OBSTACLES: { date: "2018-08-09", time: "17:00" },
    SOLUTION: { date: "2018-08-13", time: "08:00" },
    PLAN: { date: "2018-08-20", time: "17:00" },
  };
  test("are offered as they are while they lie ahead, by a day", () => {
    expect(moveOn(kept, new Date("2018-08-07T16:59:00Z"), ZONE)).toEqual(kept);
  });
  test("keep their pattern and times when they have to move on", () => {
    const moved = moveOn(kept, new Date("2018-09-01T02:00:00Z"), ZONE);
    expect(dates(moved)).toEqual(["2018-09-02", "2018-09-03", "2018-09-07", "2018-09-14"]);
    expect(Object.values(moved).map(({ time }) => time)).toEqual([
      "12:00",
      "17:00",
      "08:00",
      "17:00",
    ]);
  });
});

describe("a check", () => {
  const now = new Date("2018-08-08T10:00:00Z"); // 17.00 WIB
  const due: DueDates = {
    EVALUATE: { date: "2018-08-08", time: "17:01" },
    OBSTACLES: { date: "2018-08-08", time: "17:01" },
    SOLUTION: { date: "2018-08-09", time: "08:00" },
    PLAN: { date: "2018-08-12", time: "08:00" },
  };
  const issuesOf = (change: Partial<DueDates>) =>
    checkDueDates({ ...due, ...change }, ZONE, { now, visitFrom: null }).issues;

  test("gives the instants in the cohort's zone", () => {
    const { dueAt, issues } = checkDueDates(due, ZONE, { now, visitFrom: null });
    expect(issues).toEqual([]);
    expect(dueAt.EVALUATE?.toISOString()).toBe("2018-08-08T10:01:00.000Z");
  });

  test("finds what is past", () => {
    expect(issuesOf({ EVALUATE: { date: "2018-08-08", time: "17:00" } })).toEqual([
      { path: "dueAt.EVALUATE", code: "due_in_past" },
    ]);
  });

  test("finds a slip in the year", () => {
    expect(issuesOf({ PLAN: { date: "2081-08-12", time: "17:00" } })).toEqual([
      { path: "dueAt.PLAN", code: "due_too_far", params: { max: 3 } },
    ]);
  });

  test("finds what is due before anybody has been there", () => {
    const visits = [{ startsOn: "2018-08-20" }, { startsOn: "2018-08-09" }];
    const limits = { now, visitFrom: visitFrom(visits, ZONE) };
    expect(limits.visitFrom?.toISOString()).toBe("2018-08-08T17:00:00.000Z");
    expect(checkDueDates(due, ZONE, limits).issues).toEqual([
      { path: "dueAt.EVALUATE", code: "due_before_visit" },
      { path: "dueAt.OBSTACLES", code: "due_before_visit" },
    ]);
    expect(visitFrom([], ZONE)).toBeNull();
  });

  test("finds what is out of order", () => {
    expect(issuesOf({ PLAN: { date: "2018-08-09", time: "07:59" } })).toEqual([
      { path: "dueAt.PLAN", code: "due_before_previous" },
    ]);
  });

  test("finds what is missing, and does not blame its neighbours", () => {
    expect(issuesOf({ OBSTACLES: { date: "", time: "17:00" } })).toEqual([
      { path: "dueAt.OBSTACLES", code: "required" },
    ]);
  });
});
