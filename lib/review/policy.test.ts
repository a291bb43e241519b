import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/platform/actor";
import { facilitatorScope, reviewerRole } from "@/lib/review/policy";

const actor = (more: Partial<Actor>): Actor => ({
  personId: "p",
  name: "",
  isPlatformAdministrator: false,
  toured: true,
  staff: [],
  enrolments: [],
  ...more,
});

describe("the scope of a queue", () => {
  it("holds the facilitator enrolments of all cohorts, and no other", () => {
    const scope = facilitatorScope(
      actor({
        enrolments: [
          { id: "f1", cohortId: "c1", role: "FACILITATOR" },
          { id: "x", cohortId: "c2", role: "PARTICIPANT" },
          { id: "f3", cohortId: "c3", role: "FACILITATOR" },
        ],
      }),
    );
    expect(scope).toMatchObject({ facilitatorIds: ["f1", "f3"], personId: "p" });
  });

  it("is none for staff, participants and platform administrators", () => {
    expect(facilitatorScope(actor({ staff: [{ centerId: "c", role: "ORGANIZER" }] }))).toBeNull();
    expect(facilitatorScope(actor({ isPlatformAdministrator: true }))).toBeNull();
    expect(
      facilitatorScope(actor({ enrolments: [{ id: "x", cohortId: "c", role: "PARTICIPANT" }] })),
    ).toBeNull();
  });
});

describe("who reads on the review desk", () => {
  it("is the facilitator, or staff; never the participant, never a stranger", () => {
    expect(reviewerRole(["FACILITATOR", "ORGANIZER"])).toBe("FACILITATOR");
    expect(reviewerRole(["ORGANIZER"])).toBe("STAFF");
    expect(reviewerRole(["VIEWER"])).toBe("STAFF");
    expect(reviewerRole(["PARTICIPANT"])).toBeNull();
    expect(reviewerRole([])).toBeNull();
  });
});
