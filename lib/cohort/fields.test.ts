import { describe, expect, it } from "vitest";
import {
  BAND_PRESETS,
  COHORT_ZONES,
  type CohortSetup,
  checkSetup,
  shiftSetup,
  storedBands,
} from "@/lib/cohort/fields";
import { createCohortSchema, gradeBandsSchema } from "@/lib/cohort/schema";
import { toIssues } from "@/lib/document/issue";
import { addDays } from "@/lib/platform/zoned-time";

const ID = "0190a0a0-0000-7000-8000-000000000001";
const OTHER = "0190a0a0-0000-7000-8000-000000000002";
const due = (date: string) => ({ date, time: "17:00" });

const setup: CohortSetup = {
  program: "PKP",
  name: "Angkatan VII",
  regulationRef: "",
  startsOn: "2026-03-02",
  endsOn: "2026-06-05",
  timeZone: "Asia/Jakarta",
  gatePolicy: "ON_APPROVAL",
  spreadThreshold: 15,
  escalateAfterDays: 3,
  visits: [{ hostRegionId: ID, mode: "ONSITE", startsOn: "2026-04-06", endsOn: "2026-04-10" }],
  dueDates: {
    EVALUATE: due("2026-04-09"),
    OBSTACLES: due("2026-04-10"),
    SOLUTION: due("2026-04-13"),
    PLAN: due("2026-04-17"),
  },
  evaluationRubricId: ID,
  transferRubricId: ID,
  workRubricId: ID,
  gradeBands: [...BAND_PRESETS.ninety],
};
const visit = setup.visits[0] as CohortSetup["visits"][number];

describe("a set-up", () => {
  it.each<[string, Partial<CohortSetup>, { path: string; code: string }[]]>([
    ["as it should be", {}, []],
    ["of one day", { startsOn: "2026-04-06", endsOn: "2026-04-10" }, []],
    [
      "that ends before it begins",
      { endsOn: "2026-03-01" },
      [{ path: "endsOn", code: "end_before_start" }],
    ],
    [
      "whose visit ends before it begins",
      { visits: [{ ...visit, endsOn: "2026-04-05" }] },
      [{ path: "visits.0.endsOn", code: "end_before_start" }],
    ],
    [
      "whose visit begins before it",
      { visits: [{ ...visit, startsOn: "2026-03-01" }] },
      [{ path: "visits.0.startsOn", code: "visit_outside_cohort" }],
    ],
    [
      "whose visit ends after it",
      { visits: [{ ...visit, endsOn: "2026-06-06" }] },
      [{ path: "visits.0.endsOn", code: "visit_outside_cohort" }],
    ],
    [
      "that visits one region twice",
      { visits: [visit, { ...visit, startsOn: "2026-05-04", endsOn: "2026-05-05" }] },
      [{ path: "visits.1.hostRegionId", code: "region_twice" }],
    ],
    [
      "whose stages are out of order",
      {
        dueDates: {
          ...(setup.dueDates as NonNullable<CohortSetup["dueDates"]>),
          PLAN: due("2026-04-12"),
        },
      },
      [{ path: "dueDates.PLAN", code: "due_before_previous" }],
    ],
    [
      "with two bands from one score",
      { gradeBands: [...BAND_PRESETS.ninety, { ...setup.gradeBands[0], min: 0 } as never] },
      [{ path: "gradeBands.5.min", code: "bands_overlap" }],
    ],
    [
      "without a band from 0",
      { gradeBands: BAND_PRESETS.ninety.slice(0, 4) },
      [{ path: "gradeBands", code: "bands_leave_gap" }],
    ],
  ])("%s", (_, change, issues) => {
    expect(checkSetup({ ...setup, ...change })).toEqual(issues);
  });

  it("is refused by the command at the same fields", () => {
    const parse = (change: object) => {
      const input = { commandId: ID, centerId: OTHER, copy: null, ...setup, ...change };
      const result = createCohortSchema.safeParse(input);
      return result.success ? [] : toIssues(result.error, input);
    };
    expect(parse({})).toEqual([]);
    expect(parse({ endsOn: "2026-03-01" })).toEqual([{ path: "endsOn", code: "end_before_start" }]);
    expect(parse({ startsOn: "2026-02-30" })).toEqual([{ path: "startsOn", code: "invalid_date" }]);
    for (const timeZone of [...COHORT_ZONES, "Asia/Pontianak", "UTC"]) {
      expect(parse({ timeZone }), timeZone).toEqual([]);
    }
    for (const timeZone of ["Asia/Bandung", "+07:00", "asia/jakarta", "Etc/GMT+25", ""]) {
      expect(parse({ timeZone }), timeZone).toEqual([{ path: "timeZone", code: "invalid_choice" }]);
    }
    expect(parse({ name: " " })).toEqual([{ path: "name", code: "required" }]);
    expect(parse({ spreadThreshold: 15.5 })).toMatchObject([{ path: "spreadThreshold" }]);
    expect(parse({ escalateAfterDays: 0 })).toMatchObject([{ path: "escalateAfterDays" }]);
  });
});

describe("the bands as they are kept", () => {
  it.each(["ninety", "halves"] as const)("of the preset %s are valid, without gaps", (name) => {
    const stored = storedBands([...BAND_PRESETS[name]].reverse());
    expect(gradeBandsSchema.parse(stored)).toEqual(stored);
    expect(stored[0]?.max).toBe(100);
    for (const [index, band] of stored.entries()) {
      const above = stored[index - 1];
      if (above) expect(band.max).toBeCloseTo(above.min - 0.01, 10);
    }
  });
});

describe("a copy's dates", () => {
  it("move together by whole days, over the ends of months and years", () => {
    const moved = shiftSetup(setup, (date) => addDays(date, 300));
    expect([moved.startsOn, moved.endsOn]).toEqual(["2026-12-27", "2027-04-01"]);
    expect(moved.visits[0]).toMatchObject({ startsOn: "2027-01-31", endsOn: "2027-02-04" });
    expect(moved.dueDates?.PLAN).toEqual({ date: "2027-02-11", time: "17:00" });
    expect(checkSetup(moved)).toEqual([]);
    expect(shiftSetup({ ...setup, dueDates: null }, (date) => date).dueDates).toBeNull();
  });
});
