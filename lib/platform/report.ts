import "server-only";
import { logEvent, type Outcome } from "@/lib/platform/log";
import { metrics } from "@/lib/platform/metrics";

/** What happened, told once to the log and to the metrics. Durations are in milliseconds. */

export function reportRequest(request: {
  method: string;
  route: string;
  status: number;
  ms: number;
}): void {
  const { method, route, status, ms } = request;
  metrics().requests.observe({ method, route, status }, ms / 1000);
  // Files of the build say nothing of what people do, and come by the dozen.
  if (route !== "file") logEvent("request", request);
}

export function reportCommand(command: {
  type: string;
  actorId: string;
  commandId: string;
  outcome: Outcome;
  repeat: boolean;
  ms: number;
}): void {
  const { type, outcome, repeat, ms } = command;
  const told = repeat && outcome === "ok" ? "repeated" : outcome;
  metrics().commands.observe({ type, outcome: told }, ms / 1000);
  logEvent("command", command);
}

/** A file that was handed in whole: taken, or refused for what it is. */
export function reportFile(file: {
  outcome: Outcome;
  code?: string;
  bytes: number;
  ms: number;
}): void {
  const { outcome, code, bytes, ms } = file;
  metrics().files.observe({ outcome: code ?? outcome }, ms / 1000);
  metrics().fileBytes.inc(bytes);
  logEvent("file", { outcome, ...(code ? { code } : {}), ms });
}

/** An attempt to sign in; never with what was typed. */
export function reportSignIn(outcome: Outcome, actorId?: string): void {
  metrics().signIns.inc({ outcome });
  logEvent("sign_in", { outcome, actorId });
}

/** A statement, as it was sent: values are not part of it. */
export function reportStatement(statement: string, ms: number, slowMs: number): void {
  metrics().statements.observe({ kind: kindOf(statement) }, ms / 1000);
  if (ms >= slowMs) logEvent("slow_statement", { statement, ms });
}

const KINDS = new Set(["select", "insert", "update", "delete", "begin", "commit", "rollback"]);

function kindOf(statement: string): string {
  const word = /^\s*(\w+)/.exec(statement)?.[1]?.toLowerCase() ?? "";
  return KINDS.has(word) ? word : "other";
}

// One error may pass several handlers on its way out.
const reported = new WeakSet<Error>();

/** A bug of ours, or a machine that failed. */
export function reportError(error: unknown, at: { route?: string; method?: string } = {}): void {
  if (error instanceof Error) {
    if (reported.has(error)) return;
    reported.add(error);
  }
  metrics().errors.inc();
  logEvent("unexpected_error", { ...at, error });
}
