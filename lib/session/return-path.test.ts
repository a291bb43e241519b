import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { doorPath, failedEntrance, returnPath } from "@/lib/session/return-path";

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

describe("a way to the identity provider that failed", () => {
  const home = "https://lokus.test";
  const wanted = `${home}/innovations?q=a%20b`;
  it.each([
    [`${home}/sign-in?problem=account_unknown`, "account_unknown"],
    ["/api/auth/error?error=OAuthCallback", "failed"],
    [`${home}/sign-in?error=OAuthSignin`, "unreachable"],
  ])("%s says why, and keeps the page that was asked for", (location, why) => {
    const door = new URL(failedEntrance(location, wanted, home) ?? "");
    expect([door.origin, door.pathname]).toEqual([home, "/sign-in"]);
    expect(Object.fromEntries(door.searchParams)).toEqual({
      next: "/innovations?q=a%20b",
      problem: why,
    });
  });

  it("leads nowhere else, whatever is kept in the browser", () => {
    for (const kept of [
      undefined,
      "https://evil.example/x",
      "//evil.example",
      "",
      "/sign-in?next=/x",
    ]) {
      const door = failedEntrance("/api/auth/error?error=Callback", kept, home);
      expect(door, String(kept)).toBe(`${home}/sign-in?problem=failed`);
    }
  });

  it("is none where it did not fail", () => {
    for (const location of [
      "https://idp.test/auth?error=x",
      `${home}/tasks?error=x`,
      `${home}/sign-in?callbackUrl=x`,
      `${home}/sign-in?error=`,
    ]) {
      expect(failedEntrance(location, wanted, home), location).toBeNull();
    }
  });
});
