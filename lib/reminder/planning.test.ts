import { describe, expect, it } from "vitest";
import type { StageAtWork } from "@/lib/reminder/model";
import { isStillOwed, owedReminders, quietUntil, stillConcerns } from "@/lib/reminder/planning";

const DUE = new Date("2018-08-09T10:00:00Z");
const at = (hours: number) => new Date(DUE.getTime() + hours * 3_600_000);

function stage(change: Partial<StageAtWork> = {}): StageAtWork {
  return {
    stageId: "s",
    kind: "EVALUATE",
    state: "OPEN",
    dueAt: DUE,
    hardCloseAt: null,
    returnedBefore: false,
    draftSavedAt: null,
    submittedAt: null,
    decidedAt: null,
    participantId: "participant",
    facilitatorId: "facilitator",
    ownerId: "participant",
    escalateAfterDays: 3,
    ...change,
  };
}
const owed = (change: Partial<StageAtWork>, hours: number) =>
  owedReminders(stage(change), ["staff", "participant"], at(hours)).map(
    ({ personId, kind }) => `${kind} ${personId}`,
  );

describe("a stage to be sent", () => {
  it("is told of a day before it is due, and when it is past", () => {
    expect(owed({}, -24.1)).toEqual([]);
    expect(owed({}, -24)).toEqual(["DUE_SOON participant"]);
    expect(owed({}, -0.1)).toEqual(["DUE_SOON participant"]);
    expect(owed({}, 0)).toEqual(["OVERDUE participant"]);
    expect(owed({}, 14 * 24)).toEqual(["OVERDUE participant"]);
    expect(owed({}, 14 * 24 + 0.1)).toEqual([]);
  });

  it("is not told of where nothing can be done about it", () => {
    expect(owed({ hardCloseAt: at(24) }, 23)).toEqual(["OVERDUE participant"]);
    expect(owed({ hardCloseAt: at(24) }, 25)).toEqual([]);
    expect(owed({ participantId: null }, -1)).toEqual([]);
    for (const state of ["LOCKED", "APPROVED"] as const) {
      expect(owed({ state, decidedAt: at(-40) }, -1)).toEqual([]);
    }
  });

  it("has another occasion when more time is given", () => {
    const [first] = owedReminders(stage(), [], at(1));
    const extended = stage({ dueAt: at(48) });
    expect(first && isStillOwed(first.kind, first.occasion, extended, at(1))).toBe(false);
    expect(owedReminders(extended, [], at(25))).toMatchObject([
      { kind: "DUE_SOON", occasion: at(48) },
    ]);
  });
});

describe("a stage that was sent back", () => {
  const returned = { state: "RETURNED" as const, returnedBefore: true, decidedAt: at(10) };
  it("is told of after a day in which nothing was touched", () => {
    expect(owed({ ...returned, draftSavedAt: at(9) }, 33)).toEqual([]);
    expect(owed({ ...returned, draftSavedAt: at(9) }, 34)).toEqual([
      "RETURNED_UNTOUCHED participant",
    ]);
    expect(owed({ ...returned, draftSavedAt: at(11) }, 90)).toEqual([]);
  });
});

describe("a submission that waits", () => {
  const sent = { state: "SUBMITTED" as const, submittedAt: at(-5) };
  it("is told of to its reviewer after a day, and to the staff after the cohort's limit", () => {
    expect(owed(sent, 18.9)).toEqual([]);
    expect(owed(sent, 19)).toEqual(["REVIEW_WAITING facilitator"]);
    expect(owed(sent, 67)).toEqual(["REVIEW_WAITING facilitator", "REVIEW_ESCALATED staff"]);
    expect(owed({ ...sent, escalateAfterDays: null }, 67)).toEqual(["REVIEW_WAITING facilitator"]);
    expect(owed({ ...sent, facilitatorId: null }, 67)).toEqual(["REVIEW_ESCALATED staff"]);
  });
});

describe("who was told", () => {
  it("is not concerned any more when somebody else has taken it over", () => {
    const work = { ownerId: "a", facilitatorId: "b", staff: ["c"] };
    expect(stillConcerns("OVERDUE", "a", work)).toBe(true);
    expect(stillConcerns("REVIEW_WAITING", "b", work)).toBe(true);
    expect(stillConcerns("REVIEW_ESCALATED", "c", work)).toBe(true);
    expect(stillConcerns("REVIEW_WAITING", "b", { ...work, facilitatorId: null })).toBe(false);
    expect(stillConcerns("REVIEW_ESCALATED", "b", work)).toBe(false);
    expect(stillConcerns("DUE_SOON", "b", work)).toBe(false);
  });
});

describe("quiet hours", () => {
  it("are those of the cohort's own clocks", () => {
    expect(quietUntil("Asia/Jakarta", new Date("2018-08-08T12:59:00Z"))).toBeNull();
    expect(quietUntil("Asia/Jakarta", new Date("2018-08-08T13:00:00Z"))).toEqual(
      new Date("2018-08-09T00:00:00Z"),
    );
    expect(quietUntil("Asia/Jakarta", new Date("2018-08-08T23:59:00Z"))).toEqual(
      new Date("2018-08-09T00:00:00Z"),
    );
    expect(quietUntil("Asia/Jakarta", new Date("2018-08-09T00:00:00Z"))).toBeNull();
    expect(quietUntil("Asia/Jayapura", new Date("2018-08-08T12:00:00Z"))).toEqual(
      new Date("2018-08-08T22:00:00Z"),
    );
  });
});
