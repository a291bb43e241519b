import { describe, expect, it } from "vitest";
import { routeName } from "./route-name";

describe("routeName", () => {
  it.each([
    ["/", "/"],
    ["/sign-in?next=/tasks", "/sign-in"],
    ["/tasks/0190a000-0000-7000-8000-000000000000/evaluate", "/tasks/[assignmentId]/[stage]"],
    ["/cohorts/0190a000-0000-7000-8000-000000000000/work?state=OPEN", "/cohorts/[cohortId]/work"],
    ["/set-password/a-token-that-must-not-be-told", "/set-password/[token]"],
    ["/api/auth/callback/credentials", "/api/auth/[...nextauth]"],
    ["/api/openapi.json", "/api/openapi.json"],
    ["/_next/static/chunks/a.js", "file"],
    ["/icons/icon-192.png", "file"],
    ["/budi.santoso@example.go.id", "file"],
    ["/whatever/somebody types", "other"],
    ["", "other"],
  ])("names %j as %j", (url, name) => {
    expect(routeName(url)).toBe(name);
  });
});
