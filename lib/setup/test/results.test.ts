import { describe, expect, it } from "vitest";
import { countPlaywright, countStep, countVitest, lastLine, withExitCode } from "./results";

describe("counting", () => {
  it("reads vitest's report", () => {
    const report = { numPassedTests: 12, numFailedTests: 2, numPendingTests: 1, numTodoTests: 3 };
    expect(countVitest(report)).toEqual({ passed: 12, failed: 2, skipped: 4 });
  });

  it("reads Playwright's report, where errors outside of tests count too", () => {
    const stats = { expected: 5, unexpected: 1, flaky: 2, skipped: 3 };
    expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 7, failed: 2, skipped: 3 });
  });

  it.each([undefined, null, "", {}, { stats: {} }, []])("sees that %j is no report", (report) => {
    expect(countVitest(report)).toBeUndefined();
    expect(countPlaywright(report)).toBeUndefined();
  });

  it("fails a run whose report knows of no failure", () => {
    const clean = { passed: 3, failed: 0, skipped: 0 };
    expect(withExitCode(clean, 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
    expect(withExitCode(clean, 0)).toEqual(clean);
    expect(withExitCode({ ...clean, failed: 2 }, 1).failed).toBe(2);
  });

  it("fails a run that left no report, even when it ended well", () => {
    expect(withExitCode(undefined, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it("sums up in the last line", () => {
    const suite = (name: string, succeeded: boolean) => ({
      name,
      milliseconds: 1,
      ...countStep(succeeded),
    });
    expect(lastLine([suite("types", true), suite("lint", false)])).toBe("1 passed, 1 failed");
    expect(lastLine([])).toBe("0 passed, 0 failed");
  });
});
