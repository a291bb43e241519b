import { expect, it } from "vitest";
import { laidBy, layBy } from "./page-text";
import { inRequest, type RequestScope } from "./request";

const long = "x".repeat(2000);
const scope = (opensPage: boolean): RequestScope => ({ id: "request", address: "", opensPage });

it("lays long texts by while a page is opened, each in its place", () => {
  inRequest(scope(true), () => {
    expect(layBy(long)).toBe(0);
    expect(layBy(`${long}y`)).toBe(1);
    expect([laidBy(0), laidBy(1)]).toEqual([long, `${long}y`]);
  });
});

it("keeps requests apart", () => {
  inRequest(scope(true), () => layBy(long));
  inRequest(scope(true), () => expect(laidBy(0)).toBeUndefined());
});

it.each([
  ["what the router asks for", () => inRequest(scope(false), () => layBy(long))],
  ["a short text", () => inRequest(scope(true), () => layBy(long.slice(1)))],
  ["what nobody asked for", () => layBy(long)],
])("leaves %s to travel as data", (_, run) => {
  expect(run()).toBeNull();
});
