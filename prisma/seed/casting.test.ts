import { describe, expect, it } from "vitest";
import { STAGE_KINDS } from "@/lib/assignment/model";
import { INNOVATION_CODES } from "@/prisma/reference/catalogue";
import { innovationOf, type Part, partOf } from "./casting";
import { GROUP_SIZE } from "./people";

const ROSTER = Array.from({ length: 54 }, (_, index) => index + 1);
const cast = ROSTER.flatMap((rosterNumber) => {
  const part = partOf(rosterNumber);
  return part ? [{ rosterNumber, part }] : [];
});

/** An evaluation that was handed in, whatever became of it. */
function hasEvaluated({ story, stage }: Part): boolean {
  return stage !== "EVALUATE" || (story !== "open" && story !== "draft");
}

describe("the demo's cast", () => {
  it("leaves two participants to be assigned", () => {
    expect(ROSTER.length - cast.length).toBe(2);
    expect(partOf(55)).toBeNull();
  });

  it.each(STAGE_KINDS)("has %s open, half written, waiting, sent back and approved", (stage) => {
    const stories = cast.filter(({ part }) => part.stage === stage).map(({ part }) => part.story);
    const waiting = ["submitted", "claimed", "resubmitted", "third"] as const;
    expect(stories).toContain("open");
    expect(stories).toContain("draft");
    expect(stories).toContain("returned");
    expect(waiting.some((story) => stories.includes(story))).toBe(true);
  });

  it("tells every story", () => {
    const stories = new Set(cast.map(({ part }) => part.story));
    for (const story of ["withdrawn", "reopened", "third", "claimed", "resubmitted"] as const) {
      expect(stories).toContain(story);
    }
    expect(
      cast.filter(({ part }) => part.story === "approved" && part.stage === "PLAN").length,
    ).toBeGreaterThanOrEqual(4);
  });

  it("gives every facilitator somebody who waits", () => {
    for (let group = 0; group < 6; group += 1) {
      const waiting = cast.filter(
        ({ rosterNumber, part }) =>
          Math.floor((rosterNumber - 1) / GROUP_SIZE) === group &&
          ["submitted", "claimed", "resubmitted", "third"].includes(part.story),
      );
      expect(waiting.length, `group ${group + 1}`).toBeGreaterThanOrEqual(2);
    }
  });

  it("has every innovation evaluated by at least eight, and seen by every group", () => {
    for (const code of INNOVATION_CODES) {
      const evaluators = cast.filter(
        ({ rosterNumber, part }) => innovationOf(rosterNumber) === code && hasEvaluated(part),
      );
      expect(evaluators.length, code).toBeGreaterThanOrEqual(8);
      const groups = new Set(
        ROSTER.filter((rosterNumber) => innovationOf(rosterNumber) === code).map((rosterNumber) =>
          Math.floor((rosterNumber - 1) / GROUP_SIZE),
        ),
      );
      expect(groups.size).toBe(6);
    }
  });
});
