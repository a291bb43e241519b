import { describeFailure, SetupFailure } from "../failure";
import { formatSeconds, heading } from "../report";
import { runCommand, type Shutdown } from "../shutdown";
import { countStep, lastLine, type SuiteResult } from "../test/results";
import { suites } from "../test/suites";

/** `npm test`, or `npm test -- unit lib/review -t "returns"`: suites by name, then their arguments. */
function parseArguments(args: readonly string[]): { names: string[]; rest: string[] } {
  const first = args.findIndex((arg) => !Object.hasOwn(suites, arg));
  const names = first < 0 ? [...args] : args.slice(0, first);
  const rest = first < 0 ? [] : args.slice(first);
  if (rest.length > 0 && names.length !== 1) {
    throw new SetupFailure("Usage:", [
      `npm test [-- <suite> …]        suites: ${Object.keys(suites).join(", ")}`,
      "npm test -- <suite> <arguments for its runner>",
    ]);
  }
  return { names: names.length > 0 ? names : Object.keys(suites), rest };
}

/** Runs one suite. What keeps it from running is a failure of its own, and the next ones run. */
async function runSuite(name: string, shutdown: Shutdown, args: string[]): Promise<SuiteResult> {
  const started = Date.now();
  const suite = suites[name];
  if (!suite) throw new Error(`no suite ${name}`);
  heading(`── ${suite.title} ──`);
  try {
    const counts = await suite.run(shutdown, args);
    return { name, ...counts, milliseconds: Date.now() - started };
  } catch (error) {
    shutdown.check();
    console.error(describeFailure(error));
    return { name, ...countStep(false), milliseconds: Date.now() - started };
  }
}

function summarise(results: readonly SuiteResult[]): void {
  heading("── Summary ──");
  for (const { name, passed, failed, skipped, milliseconds } of results) {
    const counts = `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`;
    console.log(
      `  ${failed ? "✗" : "✓"} ${name.padEnd(12)} ${counts.padEnd(36)} ${formatSeconds(milliseconds)}`,
    );
  }
}

await runCommand(
  async (shutdown) => {
    const { names, rest } = parseArguments(process.argv.slice(2));
    const results: SuiteResult[] = [];
    for (const name of names) {
      shutdown.check();
      results.push(await runSuite(name, shutdown, rest));
    }
    shutdown.check();
    // Before the last words: what is stopped speaks too.
    await shutdown.close();
    summarise(results);
    console.log(lastLine(results));
    return results.some(({ failed }) => failed > 0) ? 1 : 0;
  },
  { onInterrupt: () => heading("Stopping"), interruptedCode: 130 },
);
