import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import type { RefusalReason } from "@/lib/platform/result";
import { saveWorkAssessmentAction } from "@/lib/review/actions";
import type { WorkAssessmentDto, WorkScoreDto } from "@/lib/review/model";
import { scoreRubric } from "@/lib/rubric/scoring";
import { browserStorage } from "./desk-drafts";
import { useCommand } from "./use-command";

/** What is typed for one criterion; `value` as text, since it may not be a number yet. */
export type WorkRow = { criterionId: string; value: string; note: string };

export type WorkStatus =
  | { kind: "saved" }
  | { kind: "saving" }
  /** A value is off the scale: nothing is saved until it is mended. */
  | { kind: "invalid" }
  | { kind: "no_answer" | "outdated" }
  | { kind: "refused"; reason: RefusalReason }
  /** Saved elsewhere since; `version` is what stands there. */
  | { kind: "conflict"; version: number };

const SAVE_AFTER_MS = 1_000;

export type WorkScores = ReturnType<typeof useWorkScores>;

/**
 * The facilitator's scores of the participant's work while they are typed: saved by themselves a
 * moment after, one save at a time, and kept on the device until the server has them.
 */
export function useWorkScores(
  { assignmentId, readerId }: { assignmentId: string; readerId: string },
  work: WorkAssessmentDto,
  enabled: boolean,
) {
  const router = useRouter();
  const { run } = useCommand(saveWorkAssessmentAction);
  const [rows, setRows] = useState(() => toRows(work.scores));
  const [status, setStatus] = useState<WorkStatus>({ kind: "saved" });
  const [adopting, setAdopting] = useState(false);

  const current = useRef(rows);
  const version = useRef(work.version);
  const savedContent = useRef(contentOf(rows));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<Promise<boolean> | null>(null);
  const backupKey = `lokus:review-work:${readerId}:${assignmentId}`;

  const show = useCallback((next: WorkRow[]) => {
    current.current = next;
    setRows(next);
  }, []);

  /** One round trip. True when what was typed at its start is on the server. */
  const attempt = useCallback(async (): Promise<boolean> => {
    const content = contentOf(current.current);
    if (content === savedContent.current) return true;
    const scores = toScores(current.current);
    if (!scores) {
      setStatus({ kind: "invalid" });
      return false;
    }
    setStatus({ kind: "saving" });
    const result = await run({ assignmentId, basedOn: version.current, scores });
    if (result.ok) {
      version.current = result.value.version;
      savedContent.current = content;
      if (contentOf(current.current) === content) {
        setStatus({ kind: "saved" });
        forget(backupKey);
      }
      return true;
    }
    if (result.reason === "conflict") {
      setStatus({ kind: "conflict", version: Number(result.details?.version ?? 0) });
    } else if (result.reason === "no_answer" || result.reason === "outdated") {
      setStatus({ kind: result.reason });
    } else {
      setStatus({ kind: "refused", reason: result.reason });
    }
    return false;
  }, [assignmentId, backupKey, run]);

  /** Saves all that is typed, one attempt after the other. True when the server has it. */
  const flush = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    // What is typed while a save is under way goes with the next one.
    while (running.current) await running.current;
    running.current = attempt();
    const done = await running.current.finally(() => {
      running.current = null;
    });
    return done && contentOf(current.current) === savedContent.current;
  }, [attempt]);

  const schedule = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(flush, SAVE_AFTER_MS);
  }, [flush]);

  const change = useCallback(
    (criterionId: string, part: Partial<Omit<WorkRow, "criterionId">>) => {
      const next = current.current.map((row) =>
        row.criterionId === criterionId ? { ...row, ...part } : row,
      );
      show(next);
      remember(backupKey, { version: version.current, rows: next });
      schedule();
    },
    [backupKey, schedule, show],
  );

  // What an earlier visit typed and could not save, on this device.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the desk opens
  useEffect(() => {
    if (!enabled) return;
    const backup = recall(backupKey);
    if (!backup) return;
    const restored = current.current.map(
      (row) => backup.rows.find(({ criterionId }) => criterionId === row.criterionId) ?? row,
    );
    if (contentOf(restored) === contentOf(current.current)) return forget(backupKey);
    version.current = backup.version;
    show(restored);
    void flush();
  }, []);

  // The page has been read again and somebody has saved in the meantime.
  useEffect(() => {
    const clean = contentOf(current.current) === savedContent.current;
    if (!adopting && (!clean || work.version <= version.current)) return;
    if (adopting && work.version < version.current) return;
    const fresh = toRows(work.scores);
    version.current = work.version;
    savedContent.current = contentOf(fresh);
    show(fresh);
    setStatus({ kind: "saved" });
    setAdopting(false);
    forget(backupKey);
  }, [adopting, backupKey, show, work]);

  // Leaving the page saves what the timer has not yet.
  useEffect(() => {
    const leave = () => {
      if (document.visibilityState === "hidden") void flush();
    };
    document.addEventListener("visibilitychange", leave);
    return () => {
      document.removeEventListener("visibilitychange", leave);
      if (enabled) void flush();
    };
  }, [enabled, flush]);

  const scores = rows.map(({ criterionId, value }) => ({
    criterionId,
    value: scoreOf(value) ?? null,
  }));
  const result = scoreRubric(work.rubric, scores);
  return {
    rows,
    status,
    /** 0–100 with two decimals; null until every criterion has a value. */
    total: result.percent,
    complete: result.complete,
    scored: work.rubric.criteria.length - result.missing.length,
    change,
    flush,
    /** After a conflict: mine over theirs. */
    keepMine: (theirVersion: number) => {
      version.current = theirVersion;
      return flush();
    },
    /** After a conflict: what is saved over what I typed. */
    takeTheirs: (theirVersion: number) => {
      version.current = theirVersion;
      setAdopting(true);
      router.refresh();
    },
  };
}

function toRows(scores: readonly WorkScoreDto[]): WorkRow[] {
  return scores.map(({ criterionId, value, note }) => ({
    criterionId,
    value: value === null ? "" : String(value),
    note,
  }));
}

/** Null for no value, undefined for what is none: a whole number from 0 to 100. */
export function scoreOf(text: string): number | null | undefined {
  const digits = text.trim();
  if (digits === "") return null;
  const value = /^\d{1,3}$/.test(digits) ? Number(digits) : Number.NaN;
  return value <= 100 ? value : undefined;
}

function toScores(rows: readonly WorkRow[]): WorkScoreDto[] | null {
  const scores: WorkScoreDto[] = [];
  for (const { criterionId, value, note } of rows) {
    const number = scoreOf(value);
    if (number === undefined) return null;
    scores.push({ criterionId, value: number, note: note.trim() });
  }
  return scores;
}

function contentOf(rows: readonly WorkRow[]): string {
  return JSON.stringify(rows.map(({ value, note }) => [value.trim(), note.trim()]));
}

type Backup = { version: number; rows: WorkRow[] };

function remember(key: string, backup: Backup): void {
  try {
    browserStorage()?.setItem(key, JSON.stringify(backup));
  } catch {
    // Full or forbidden: the page itself still holds what was typed.
  }
}

function forget(key: string): void {
  try {
    browserStorage()?.removeItem(key);
  } catch {
    // As above.
  }
}

function recall(key: string): Backup | null {
  try {
    const value = JSON.parse(browserStorage()?.getItem(key) ?? "null") as Partial<Backup> | null;
    if (typeof value?.version !== "number" || !Array.isArray(value.rows)) return null;
    const rows = value.rows.filter(
      (row) =>
        typeof row?.criterionId === "string" &&
        typeof row.value === "string" &&
        typeof row.note === "string",
    );
    return { version: value.version, rows };
  } catch {
    return null;
  }
}
