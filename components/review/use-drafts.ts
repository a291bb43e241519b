import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { newId } from "@/components/document/new-id";
import { saveReviewDraftAction } from "@/lib/desk/actions";
import { type DeskDrafts, type DraftReason, NO_DRAFTS } from "@/lib/desk/model";
import {
  browserStorage,
  mergeDrafts,
  readDrafts,
  readEarlierDrafts,
  writeDrafts,
} from "./desk-drafts";
import type { DeskSeed } from "./desk-seed";
import { useCommand } from "./use-command";

/** Where the unsent words are: "device" is on this one alone, and `reason` says why. */
export type DraftsStatus = { kind: "saved" | "saving" } | { kind: "device"; reason: string };

const SAVE_AFTER_MS = 1_500;

/**
 * The reviewer's own words on this revision: on the device with every letter, on the server a moment
 * later, until they are sent. What was typed on two devices is put together.
 */
export function useDrafts(seed: DeskSeed) {
  const { readerId, assignmentId, stage, saved } = seed;
  const revisionId = seed.revision.id;
  const place = useMemo(
    () => ({ readerId, assignmentId, stage, revisionId }),
    [readerId, assignmentId, stage, revisionId],
  );
  const enabled = seed.can.return || seed.can.reopen || seed.can.comment;
  const { run } = useCommand(saveReviewDraftAction);
  const [drafts, setDrafts] = useState<DeskDrafts>(NO_DRAFTS);
  const [status, setStatus] = useState<DraftsStatus>({ kind: "saved" });
  const [earlier, setEarlier] = useState<ReturnType<typeof readEarlierDrafts>>(null);
  const loaded = useRef(false);
  const current = useRef<DeskDrafts>(NO_DRAFTS);
  const version = useRef(0);
  /** What the server has, as text. */
  const onServer = useRef(JSON.stringify(NO_DRAFTS));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<Promise<void> | null>(null);

  const show = useCallback(
    (next: DeskDrafts) => {
      current.current = next;
      setDrafts(next);
      const sent = JSON.stringify(next) === onServer.current;
      writeDrafts(browserStorage(), place, { drafts: next, basedOn: version.current, sent });
    },
    [place],
  );

  const attempt = useCallback(async (): Promise<void> => {
    const sending = current.current;
    const content = JSON.stringify(sending);
    if (content === onServer.current) return setStatus({ kind: "saved" });
    setStatus({ kind: "saving" });
    const result = await run({
      assignmentId,
      stage,
      revisionId,
      basedOn: version.current,
      drafts: sending,
    });
    if (result.ok) {
      version.current = result.value.version;
      onServer.current = content;
      show(current.current);
      setStatus({ kind: "saved" });
      return;
    }
    const theirs = "current" in result ? (result.current?.drafts as DeskDrafts | undefined) : null;
    if (result.reason === "conflict" && theirs && "details" in result) {
      version.current = Number(result.details?.version ?? 0);
      onServer.current = JSON.stringify(theirs);
      show(mergeDrafts(current.current, theirs));
      return attempt();
    }
    setStatus({ kind: "device", reason: result.reason });
  }, [assignmentId, stage, revisionId, run, show]);

  /** One save at a time; what was typed meanwhile goes with the next. */
  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    if (!enabled || !loaded.current) return;
    await running.current;
    running.current = attempt().finally(() => {
      running.current = null;
    });
    await running.current;
  }, [attempt, enabled]);

  const change = useCallback(
    (update: (drafts: DeskDrafts) => DeskDrafts) => {
      if (!loaded.current) return;
      show(update(current.current));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), SAVE_AFTER_MS);
    },
    [flush, show],
  );

  // Storage is the browser's: the server renders without it, and what it holds comes after.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the desk opens
  useEffect(() => {
    const there = saved.find((entry) => entry.revisionId === revisionId);
    version.current = there?.version ?? 0;
    const theirs = there?.drafts ?? NO_DRAFTS;
    onServer.current = JSON.stringify(theirs);
    const here = readDrafts(browserStorage(), place);
    loaded.current = true;
    if (!here || here.sent) show(theirs);
    else if (here.basedOn === version.current) show(here.drafts);
    else show(mergeDrafts(here.drafts, theirs));
    setEarlier(readEarlierDrafts(browserStorage(), place, saved));
    void flush();
  }, [place]);

  // Leaving saves what the timer has not yet.
  useEffect(() => {
    const leave = () => {
      if (document.visibilityState === "hidden") void flush();
    };
    document.addEventListener("visibilitychange", leave);
    return () => {
      document.removeEventListener("visibilitychange", leave);
      void flush();
    };
  }, [flush]);

  const addReason = (reason: Omit<DraftReason, "id">) =>
    change((before) => ({
      ...before,
      reasons: [...before.reasons, { ...reason, id: newId() }],
    }));
  const dropEarlier = () => {
    earlier?.forget();
    setEarlier(null);
    for (const entry of saved) {
      const { reasons, notes } = entry.drafts;
      if (entry.revisionId === revisionId || reasons.length + Object.keys(notes).length === 0) {
        continue;
      }
      void run({
        assignmentId,
        stage,
        revisionId: entry.revisionId,
        basedOn: entry.version,
        drafts: NO_DRAFTS,
      });
    }
  };
  return {
    drafts,
    draftsStatus: status,
    addReason,
    editReason: (id: string, text: string) =>
      change((before) => ({
        ...before,
        reasons: before.reasons.map((reason) => (reason.id === id ? { ...reason, text } : reason)),
      })),
    removeReason: (id: string) =>
      change((before) => ({
        ...before,
        reasons: before.reasons.filter((reason) => reason.id !== id),
      })),
    note: (path: string) => drafts.notes[path] ?? "",
    setNote: (path: string, text: string) =>
      change((before) => {
        const { [path]: _, ...others } = before.notes;
        return { ...before, notes: text === "" ? others : { ...others, [path]: text } };
      }),
    /** A decision was carried out, which has taken them off the server too. */
    clear: () => {
      clearTimeout(timer.current);
      onServer.current = JSON.stringify(NO_DRAFTS);
      show(NO_DRAFTS);
    },
    earlier: earlier?.drafts.reasons.length ?? null,
    takeEarlier: () => {
      for (const { stable, path, label, text } of earlier?.drafts.reasons ?? []) {
        const here = placeOf(stable);
        addReason(
          here
            ? { ...here, text }
            : {
                path: null,
                stable: null,
                label: null,
                text: path && label ? `${label}: ${text}` : text,
              },
        );
      }
      dropEarlier();
    },
    dropEarlier,
  };
}

/** Where an item-bound place stands on this revision, from the anchors of its fields. */
function placeOf(stable: string | null): { path: string; stable: string; label: string } | null {
  if (stable === null) return null;
  const anchor = document.querySelector<HTMLElement>(`[data-stable="${CSS.escape(stable)}"]`);
  const { path, label } = anchor?.dataset ?? {};
  return path && label ? { path, stable, label } : null;
}
