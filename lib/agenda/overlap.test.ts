import { describe, expect, it } from "vitest";
import { meetsInTime, sessionIssues, speakerClashes, type Timed } from "@/lib/agenda/overlap";

const VISIT = { startsOn: "2018-08-06", endsOn: "2018-08-10" };
const group = (id: string) => ({ id, name: `Kelompok ${id}` });

const session = (change: Partial<Timed> = {}): Timed => ({
  id: "s",
  title: "Sesi",
  day: "2018-08-07",
  startsMinute: 540,
  endsMinute: 600,
  forAll: true,
  groups: [],
  speakers: [],
  ...change,
});
const other = (change: Partial<Timed> = {}) =>
  session({ id: "o", title: "Paparan Bappeda", ...change });

const codes = (one: Timed, others: Timed[]) =>
  sessionIssues(one, VISIT, others).map(({ path, code }) => `${path} ${code}`);

describe("a session", () => {
  it.each([
    ["on the first day", { day: "2018-08-06" }, []],
    ["on the last day", { day: "2018-08-10" }, []],
    ["the day before", { day: "2018-08-05" }, ["day outside_visit"]],
    ["the day after", { day: "2018-08-11" }, ["day outside_visit"]],
    ["that ends as it begins", { endsMinute: 540 }, ["ends session_ends_before_start"]],
    ["that ends before it begins", { endsMinute: 480 }, ["ends session_ends_before_start"]],
  ])("%s", (_, change, issues) => {
    expect(codes(session(change), [])).toEqual(issues);
  });

  it.each([
    ["at the same time", {}, true],
    ["that ends as it begins", { startsMinute: 480, endsMinute: 540 }, false],
    ["that begins as it ends", { startsMinute: 600, endsMinute: 660 }, false],
    ["that reaches a minute into it", { startsMinute: 480, endsMinute: 541 }, true],
    ["that begins a minute before its end", { startsMinute: 599, endsMinute: 660 }, true],
    ["within it", { startsMinute: 550, endsMinute: 560 }, true],
    ["around it", { startsMinute: 500, endsMinute: 700 }, true],
    ["on another day", { day: "2018-08-08" }, false],
  ])("meets one %s", (_, change, meets) => {
    expect(meetsInTime(session(), other(change))).toBe(meets);
    expect(meetsInTime(other(change), session())).toBe(meets);
    expect(codes(session(), [other(change)])).toEqual(meets ? ["starts session_overlaps"] : []);
  });

  it("clashes only where somebody would be in two places", () => {
    const one = (ids: string[]) => session({ forAll: false, groups: ids.map(group) });
    const two = (ids: string[]) => other({ forAll: false, groups: ids.map(group) });
    expect(codes(one(["1"]), [two(["2"])])).toEqual([]);
    expect(codes(one(["1", "2"]), [two(["2", "3"])])).toEqual(["starts session_overlaps"]);
    expect(codes(session(), [two(["2"])])).toEqual(["starts session_overlaps"]);
    expect(codes(one(["1"]), [other()])).toEqual(["starts session_overlaps"]);
  });

  it("names what it clashes with, and not itself", () => {
    expect(sessionIssues(session(), VISIT, [session(), other()])).toEqual([
      { path: "starts", code: "session_overlaps", params: { title: "Paparan Bappeda" } },
    ]);
    expect(codes(session(), [session()])).toEqual([]);
  });
});

describe("a speaker", () => {
  it("in two places at once is found however the name is written", () => {
    const one = session({ forAll: false, speakers: [{ name: "Marlan, S.IP.", role: "" }] });
    const two = other({ speakers: [{ name: " marlan,  s.ip. ", role: "Asisten" }] });
    expect(speakerClashes([one, two])).toEqual(
      new Map([
        ["s", [{ speaker: "Marlan, S.IP.", title: "Paparan Bappeda" }]],
        ["o", [{ speaker: " marlan,  s.ip. ", title: "Sesi" }]],
      ]),
    );
    expect(speakerClashes([one, { ...two, startsMinute: 600, endsMinute: 660 }]).size).toBe(0);
  });
});
