import "server-only";
import pino, { type DestinationStream, type Logger } from "pino";
import type { LogLevel } from "@/lib/platform/env";
import { processWide } from "@/lib/platform/process-wide";
import { currentRequest } from "@/lib/platform/request";
import type { RefusalReason } from "@/lib/platform/result";

/** What is told of, with the level of each. */
const EVENTS = {
  server_started: "info",
  request: "info",
  command: "info",
  sign_in: "info",
  file: "info",
  slow_statement: "warn",
  database_connection_lost: "warn",
  auth_problem: "info",
  mail: "info",
  mail_problem: "warn",
  job_problem: "warn",
  server_notice: "warn",
  unexpected_error: "error",
} as const satisfies Record<string, LogLevel>;
export type LogEvent = keyof typeof EVENTS;

export type Outcome = "ok" | "error" | RefusalReason;

/**
 * All that a line may tell. Ids, codes, numbers; never what a person is called, wrote, or typed:
 * not the address of a page either, because links to set a password carry a token.
 */
export interface LogFields {
  actorId?: string | undefined;
  commandId?: string | undefined;
  /** Of a command. */
  type?: string;
  outcome?: Outcome;
  /** A command that had been carried out before. */
  repeat?: boolean;
  ms?: number;
  method?: string;
  /** The page's or endpoint's pattern, never its address. */
  route?: string;
  status?: number;
  /** SQL with placeholders. */
  statement?: string;
  code?: string;
  /** What the framework says, not we. */
  notice?: string;
  error?: unknown;
}

/** The longest statement that is told in full, in characters. */
const STATEMENT_LENGTH = 2_000;
const NOTICE_LENGTH = 300;
const FRAMES = 12;

const id = (value: unknown) =>
  typeof value === "string" && /^[\w-]{1,64}$/.test(value) ? value : undefined;
const code = (value: unknown) =>
  typeof value === "string" && /^[\w./[\]-]{1,80}$/.test(value) ? value : undefined;
const number = (value: unknown) =>
  typeof value === "number" && Number.isFinite(value) ? Math.round(value * 10) / 10 : undefined;

/** How each field is written. What does not look like what it should be is left out. */
const WRITERS: { [Field in keyof Required<LogFields>]: (value: unknown) => unknown } = {
  actorId: id,
  commandId: id,
  type: code,
  outcome: code,
  repeat: (value) => (typeof value === "boolean" ? value : undefined),
  ms: number,
  method: code,
  route: code,
  status: number,
  statement: (value) =>
    typeof value === "string"
      ? // Values travel beside the statement; what somebody wrote into one is taken out all the same.
        value.replace(/'(?:[^']|'')*'/g, "'…'").slice(0, STATEMENT_LENGTH)
      : undefined,
  code,
  notice: (value) => (typeof value === "string" ? withoutValues(value) : undefined),
  error: describeError,
};

/** A sentence without what is quoted in it, without addresses and long numbers. */
function withoutValues(text: string): string {
  return text
    .replace(/(["'`])(?:(?!\1).)*\1/gs, "…")
    .replace(/\S+@\S+/g, "…")
    .replace(/\d{5,}/g, "…")
    .slice(0, NOTICE_LENGTH);
}

/** Messages of these come from the engine and name our own code; every other may quote a value. */
const ENGINE_ERRORS = new Set(["TypeError", "ReferenceError", "RangeError"]);

/** Where an error came from, without what it says: databases and parsers quote values in messages. */
function describeError(error: unknown): Record<string, unknown> | undefined {
  if (!(error instanceof Error)) return error === undefined ? undefined : { name: typeof error };
  const { digest, code: errorCode, cause } = error as Error & { digest?: unknown; code?: unknown };
  return {
    name: id(error.name) ?? "Error",
    code: code(errorCode),
    digest: code(digest),
    message: ENGINE_ERRORS.has(error.name) ? withoutValues(error.message) : undefined,
    stack: (error.stack ?? "")
      .split("\n")
      .filter((line) => /^\s+at /.test(line))
      .slice(0, FRAMES)
      .map((line) => line.trim()),
    cause: cause instanceof Error ? describeError(cause) : undefined,
  };
}

const log = processWide<{ to: Logger | undefined }>("log", () => ({ to: undefined }));

/**
 * Opens the log: JSON lines on standard output. Until then, in scripts and tests, nothing is told.
 *
 * @param stream another destination, for tests
 */
export function openLog(level: LogLevel, stream?: DestinationStream): void {
  const options = {
    level,
    base: null,
    messageKey: "event",
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  log.to = stream ? pino(options, stream) : pino(options);
}

/** Writes one line, with the request that it belongs to and who asks. */
export function logEvent(event: LogEvent, fields: LogFields = {}): void {
  const logger = log.to;
  const level = EVENTS[event];
  if (!logger?.isLevelEnabled(level)) return;
  const request = currentRequest();
  const line: Record<string, unknown> = { requestId: request?.id, actorId: request?.actorId };
  for (const [field, write] of Object.entries(WRITERS)) {
    const value = fields[field as keyof LogFields];
    if (value !== undefined) line[field] = write(value);
  }
  logger[level](line, event);
}
