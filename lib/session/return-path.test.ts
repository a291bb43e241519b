import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { doorPath, returnPath } from "@/lib/session/return-path";

describe("where somebody comes back to", () => {
  it.each([
    "/tasks",
    "/attendance/0190?code=AB12#top",
    "/join/abc_def-123",
    "/reviews?q=a%20b&page=2",
  ])("is a page of ours: %s", (path) => {
    expect(returnPath(path)).toBe(path);
    expect(doorPath("/sign-in", path)).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
  });

  it("leaves out what the router adds", () => {
    expect(returnPath("/tasks?page=2&_rsc=1x2y")).toBe("/tasks?page=2");
  });

  it.each([
    undefined,
    ["/tasks"],
    "",
    "tasks",
    "//evil.example",
    "/\\evil.example",
    "\\/evil.example",
    "/\t/evil.example",
    "/.//evil.example",
    "/a/..//evil.example",
    "https://evil.example/",
    "javascript:alert(1)",
    "/sign-in?next=/tasks",
    "/privacy",
    "/api/auth/signout",
    "/_next/static/x.js",
    `/${"a".repeat(600)}`,
  ])("is the start page for %j", (next) => {
    expect(returnPath(next)).toBe("/");
    expect(doorPath("/privacy", next)).toBe("/privacy");
  });

  it("is never elsewhere, whatever is written", () => {
    const parts = fc.constantFrom(
      "/",
      "\\",
      ".",
      "..",
      "\t",
      "\n",
      "@",
      ":",
      "%2f",
      "evil.example",
      "http:",
      "?",
      "#",
      "a",
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 9 }), (pieces) => {
        const home = "https://lokus.example";
        expect(new URL(returnPath(`/${pieces.join("")}`), home).origin).toBe(home);
      }),
      { numRuns: 3000 },
    );
  });
});
