import { describe, expect, it } from "vitest";
import { queueHref, readQueueFilter, reviewHref, WHOLE_QUEUE } from "@/lib/review/model";

const GROUP = "01a20df5-fa0a-72fd-bc2c-bc6ecf0b39d8";

describe("the filter of the queue in the address", () => {
  it("comes back as it went", () => {
    const filter = {
      tab: "returned",
      stage: "OBSTACLES",
      groupId: GROUP,
      search: "Siti & Ratna",
      sort: "name",
      page: 3,
    } as const;
    const params = Object.fromEntries(new URL(queueHref(filter), "http://x").searchParams);
    expect(readQueueFilter(params)).toEqual(filter);
  });

  it("is not in the address where nothing is filtered", () => {
    expect(queueHref(WHOLE_QUEUE)).toBe("/reviews");
  });

  it("takes what it does not understand as not given", () => {
    const params = {
      tab: "all",
      stage: "x",
      group: "1' OR 1=1",
      q: " \u0000\u202e ",
      sort: "id",
      page: "-2",
    };
    expect(readQueueFilter(params)).toEqual(WHOLE_QUEUE);
  });

  it("takes the first of a parameter given twice, and bounds the search", () => {
    const filter = readQueueFilter({ q: ["a".repeat(500), "b"] });
    expect(filter.search).toBe("a".repeat(100));
  });
});

describe("the address of a submission", () => {
  it("keeps the filter, but neither tab nor page", () => {
    const href = reviewHref(
      { assignmentId: GROUP, stage: "PLAN", revision: 2 },
      { ...WHOLE_QUEUE, tab: "decided", stage: "PLAN", page: 4 },
    );
    expect(href).toBe(`/reviews/${GROUP}/plan?stage=plan&revision=2`);
  });
});
