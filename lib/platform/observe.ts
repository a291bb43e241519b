import "server-only";
import { observationSettings, readSettings } from "@/lib/platform/env";
import { watchRequests } from "@/lib/platform/http";
import { logEvent, openLog } from "@/lib/platform/log";
import { processWide } from "@/lib/platform/process-wide";
import { reportError } from "@/lib/platform/report";

/** Opens the log and begins to watch requests; once a process, however often it is called. */
export function startObserving(): void {
  processWide("observing", () => {
    const settings = readSettings(observationSettings);
    if (!settings.ok) throw new Error(settings.problems.join("\n"));
    openLog(settings.value.LOG_LEVEL);
    watchRequests(settings.value.TRUSTED_PROXIES);
    if (process.env.NODE_ENV === "production") captureConsole();
    logEvent("server_started");
    return true;
  });
}

/**
 * What the framework would print, errors with everything that hangs on them, becomes lines of the
 * log: one format for whoever reads it, and no values of anybody's in it.
 */
function captureConsole(): void {
  const capture = (...args: unknown[]) => {
    const error = args.find((arg) => arg instanceof Error);
    if (error) reportError(error);
    else logEvent("server_notice", { notice: args.filter(isText).join(" ") });
  };
  console.error = capture;
  console.warn = capture;
}

const isText = (value: unknown) => typeof value === "string";
