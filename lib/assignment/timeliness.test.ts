import { describe, expect, it } from "vitest";
import { timeliness } from "@/lib/assignment/timeliness";

const due = new Date("2018-08-09T10:00:00Z");
const at = (iso: string) => new Date(iso);

describe("timeliness", () => {
  it("is on time up to the due date itself", () => {
    expect(timeliness(due, due, null)).toBe("ON_TIME");
  });
  it("is late a millisecond after it", () => {
    expect(timeliness(due, new Date(due.getTime() + 1), null)).toBe("LATE");
  });
  it("believes the device for 24 hours", () => {
    expect(timeliness(due, at("2018-08-10T10:00:00Z"), at("2018-08-09T10:00:00Z"))).toBe("CLAIMED");
    expect(timeliness(due, at("2018-08-10T10:00:00.001Z"), at("2018-08-09T09:00:00Z"))).toBe(
      "LATE",
    );
  });
  it("does not believe a device that says it was late", () => {
    expect(timeliness(due, at("2018-08-09T11:00:00Z"), at("2018-08-09T10:00:00.001Z"))).toBe(
      "LATE",
    );
  });
});
