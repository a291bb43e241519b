import { describe, expect, it } from "vitest";
import { STAGE_KINDS } from "@/lib/assignment/model";
import { DemoPace, dueDates, onVisitDay, visitStart } from "./timeline";

/** Seeded shortly after midnight, at noon, and shortly before midnight of the same day in Jakarta. */
const INSTANTS = ["2030-03-06T17:04:00Z", "2030-03-07T05:00:00Z", "2030-03-07T16:55:00Z"];

describe("the demo's calendar", () => {
  it.each(INSTANTS)("puts the day of seeding (%s) on the fourth day of the visit", (now) => {
    expect(visitStart(new Date(now))).toBe("2030-03-04");
  });

  it.each(INSTANTS)("has due dates behind, soon and ahead at %s", (at) => {
    const now = new Date(at);
    const due = [0, 5].flatMap((group) =>
      STAGE_KINDS.map((kind) => dueDates(visitStart(now), group)[kind].getTime() - now.getTime()),
    );
    const day = 24 * 3_600_000;
    expect(due.filter((rest) => rest < 0).length).toBeGreaterThanOrEqual(2);
    expect(due.filter((rest) => rest > 0 && rest < 2 * day).length).toBeGreaterThanOrEqual(2);
    expect(due.filter((rest) => rest > 5 * day).length).toBeGreaterThanOrEqual(2);
  });

  it("asks for the stages in their order", () => {
    for (const group of [0, 3]) {
      const instants = STAGE_KINDS.map((kind) => dueDates("2030-03-04", group)[kind].getTime());
      expect(instants).toEqual([...instants].sort((a, b) => a - b));
    }
  });
});

describe("a participant's pace", () => {
  it.each(INSTANTS)("has nothing happen after %s, however slow", (at) => {
    const now = new Date(at);
    const visitOn = visitStart(now);
    for (const delayHours of [0, 12, 60, 200]) {
      for (const from of STAGE_KINDS) {
        const pace = new DemoPace("somebody", visitOn, now, { from, delayHours });
        for (const kind of STAGE_KINDS) {
          for (const moment of ["begin", "submit", "decide"] as const) {
            const when = pace.at(kind, moment, 2);
            expect(when.getTime()).toBeLessThan(now.getTime());
            expect(when >= onVisitDay(visitOn, 1, "00:00")).toBe(true);
          }
        }
      }
    }
  });

  it("answers the same whatever is asked first", () => {
    const pace = () => new DemoPace("somebody", "2030-03-04", new Date(INSTANTS[1] ?? ""), null);
    const one = pace();
    const other = pace();
    const first = [one.at("EVALUATE", "begin", 1), one.at("PLAN", "submit", 1)];
    const second = [other.at("PLAN", "submit", 1), other.at("EVALUATE", "begin", 1)];
    expect(first).toEqual(second.reverse());
  });
});
