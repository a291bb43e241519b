/** What one suite of `npm test` came to. */
export type SuiteResult = {
  name: string;
  passed: number;
  failed: number;
  skipped: number;
  milliseconds: number;
};

export type Counts = Pick<SuiteResult, "passed" | "failed" | "skipped">;

/** A step that is no suite of tests, such as the type check, counts as one. */
export function countStep(succeeded: boolean): Counts {
  return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0 };
}

/**
 * Counts what a runner reported, and does not believe a report that says less than the exit code: a
 * file that could not be loaded has no failing test in it.
 *
 * @param counts undefined when the runner left no report
 */
export function withExitCode(counts: Counts | undefined, code: number): Counts {
  if (!counts) return countStep(false);
  if (code !== 0 && counts.failed === 0) return { ...counts, failed: 1 };
  return counts;
}

/** From the JSON report of vitest. Undefined when it is none. */
export function countVitest(report: unknown): Counts | undefined {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = asRecord(report);
  if (typeof numPassedTests !== "number" || typeof numFailedTests !== "number") return undefined;
  return {
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: asNumber(numPendingTests) + asNumber(numTodoTests),
  };
}

/** From the JSON report of Playwright. Undefined when it is none. A flaky test has passed. */
export function countPlaywright(report: unknown): Counts | undefined {
  const { stats, errors } = asRecord(report);
  const { expected, unexpected, flaky, skipped } = asRecord(stats);
  if (typeof expected !== "number" || typeof unexpected !== "number") return undefined;
  const outside = Array.isArray(errors) ? errors.length : 0;
  return {
    passed: expected + asNumber(flaky),
    failed: unexpected + outside,
    skipped: asNumber(skipped),
  };
}

/** The last line of `npm test`, which machines read. */
export function lastLine(results: readonly SuiteResult[]): string {
  const sum = (key: "passed" | "failed") => results.reduce((total, each) => total + each[key], 0);
  return `${sum("passed")} passed, ${sum("failed")} failed`;
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function asNumber(value: unknown): number {
  return typeof value === "number" ? value : 0;
}
