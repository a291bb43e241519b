import { describe, expect, it } from "vitest";
import type { NextStep, StageDto, StageState } from "@/lib/assignment/model";
import { STAGE_KINDS } from "@/lib/assignment/model";
import { byUrgency, nextStep } from "@/lib/assignment/next-step";

const GOING_ON = { cancelled: false, closed: false };
const can = { save: false, submit: false, withdraw: false, comment: false };

function stages(states: StageState[], begun = false, dueAt = "2018-08-07T10:00:00.000Z") {
  return STAGE_KINDS.map(
    (kind, index): StageDto => ({
      kind,
      state: states[index] ?? "LOCKED",
      paused: false,
      dueAt,
      hardCloseAt: null,
      late: false,
      version: 0,
      begun,
      can,
    }),
  );
}

describe("the next step of an assignment", () => {
  it.each<[StageState[], NextStep]>([
    [["OPEN"], { kind: "BEGIN", stage: "EVALUATE" }],
    [["SUBMITTED"], { kind: "WAIT", stage: "EVALUATE" }],
    [["APPROVED", "OPEN"], { kind: "BEGIN", stage: "OBSTACLES" }],
    // The later stage may be open already; what was returned holds it up.
    [["RETURNED", "OPEN"], { kind: "FIX", stage: "EVALUATE" }],
    [["SUBMITTED", "OPEN"], { kind: "BEGIN", stage: "OBSTACLES" }],
    [["APPROVED", "APPROVED", "APPROVED", "APPROVED"], { kind: "DONE" }],
  ])("in %j is %j", (states, step) => {
    expect(nextStep(stages(states), GOING_ON)).toEqual(step);
  });

  it("goes on with what was begun", () => {
    expect(nextStep(stages(["OPEN"], true), GOING_ON)).toEqual({
      kind: "CONTINUE",
      stage: "EVALUATE",
    });
  });

  it("is none of a cancelled one", () => {
    expect(nextStep(stages(["RETURNED"]), { cancelled: true, closed: true })).toEqual({
      kind: "CANCELLED",
    });
  });

  it("is none after the cohort's end, and done where all was approved", () => {
    const ended = { cancelled: false, closed: true };
    expect(nextStep(stages(["APPROVED", "OPEN"]), ended)).toEqual({ kind: "CLOSED" });
    expect(nextStep(stages(["APPROVED", "APPROVED", "APPROVED", "APPROVED"]), ended)).toEqual({
      kind: "DONE",
    });
  });
});

describe("the order of assignments", () => {
  const task = (states: StageState[], dueAt?: string) => {
    const all = stages(states, false, dueAt);
    return { next: nextStep(all, GOING_ON), stages: all };
  };

  it("begins with what was returned, then what is due first, then what waits", () => {
    const waiting = task(["SUBMITTED"]);
    const later = task(["OPEN"], "2018-08-09T10:00:00.000Z");
    const sooner = task(["OPEN"], "2018-08-08T10:00:00.000Z");
    const returned = task(["RETURNED"], "2018-08-20T10:00:00.000Z");
    const order = [waiting, later, sooner, returned].sort(byUrgency);
    expect(order).toEqual([returned, sooner, later, waiting]);
  });
});
