import { describe, expect, it } from "vitest";
import { claimedTime, timeliness } from "@/lib/assignment/timeliness";

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

describe("a claimed time", () => {
  it("is what the device says, up to the arrival", () => {
    expect(claimedTime("2018-08-09T16:00:00+07:00", due)).toEqual(at("2018-08-09T09:00:00Z"));
    expect(claimedTime("9999-12-31T23:59:59-23:59", due)).toEqual(due);
  });
  it("is nothing where there is none, or the clock was never set", () => {
    expect(claimedTime(undefined, due)).toBeNull();
    expect(claimedTime("1970-01-01T00:00:07Z", due)).toBeNull();
    expect(claimedTime("0000-01-01T00:00:00Z", due)).toBeNull();
  });
});
