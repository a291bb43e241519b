import { describe, expect, it } from "vitest";
import { type CheckName, checklist, type Readiness } from "@/lib/cohort/completeness";

const nothing: Readiness = {
  visits: 0,
  innovations: 0,
  participants: 0,
  withoutFacilitator: 0,
  withoutGroup: 0,
  withoutAccess: 0,
  withoutWork: 0,
  facilitators: 0,
  groups: 0,
  sessions: 0,
  hasDueDates: false,
};
const founding: Readiness = {
  ...nothing,
  visits: 1,
  innovations: 5,
  participants: 54,
  facilitators: 6,
  groups: 6,
  sessions: 10,
  hasDueDates: true,
};

const missing = (has: Readiness, state: "DRAFT" | "RUNNING" = "RUNNING"): CheckName[] =>
  checklist(has, state)
    .filter(({ done }) => !done)
    .map(({ name }) => name);

describe("the checklist", () => {
  it("is done where nothing is missing, and names all where nothing is there", () => {
    expect(missing(founding)).toEqual([]);
    // Nobody without a group is not the same as everybody in one.
    expect(missing(nothing)).toEqual(checklist(nothing, "RUNNING").map(({ name }) => name));
  });

  it.each<[Partial<Readiness>, CheckName]>([
    [{ visits: 0 }, "visit"],
    [{ innovations: 0 }, "innovations"],
    [{ facilitators: 0 }, "facilitators"],
    [{ withoutFacilitator: 1 }, "allocation"],
    [{ withoutGroup: 1 }, "groups"],
    [{ hasDueDates: false }, "dueDates"],
    [{ sessions: 0 }, "agenda"],
    [{ withoutAccess: 3 }, "access"],
    [{ withoutWork: 2 }, "assignments"],
  ])("with %j misses %s alone", (lack, name) => {
    expect(missing({ ...founding, ...lack })).toEqual([name]);
  });

  it("asks a draft for no assignments, and needs what starting needs", () => {
    expect(missing({ ...founding, withoutWork: 54 }, "DRAFT")).toEqual([]);
    expect(
      checklist(nothing, "DRAFT")
        .filter(({ needed }) => needed)
        .map(({ name }) => name),
    ).toEqual(["visit", "roster"]);
  });
});
