import {
  Autosave,
  FIRST_RETRY,
  LONGEST_RETRY,
  type Transport,
} from "@/components/document/autosave";
import { type DeviceDraft, draftPlace, parseDraft } from "@/components/document/device-draft";
import { isDraftAddress } from "@/components/document/set-aside";
import { DocumentStore } from "@/components/document/store";
import { STAGE_KINDS, type StageKind } from "@/lib/assignment/model";
import type { Result } from "@/lib/platform/result";
import { type DeviceStore, watchDevice } from "./device-store";
import { type Errand, isPause, listErrands } from "./errands";
import { tabLocks, withStage } from "./stage-lock";

export type SyncOptions = {
  store: DeviceStore;
  transport: Transport;
  send(type: string, commandId: string, payload: object): Promise<Result<unknown>>;
  newId(): string;
  now(): Date;
};

/** Why not everything has left the device; `done` when everything that can has. */
export type SyncOutcome = "done" | "gate" | "signal" | "server" | "signed_out";

export type UnsentDraft = { assignmentId: string; stage: StageKind; draft: DeviceDraft };

/** Everything written on this device about stages: by assignment, and within it in their order. */
export async function listDrafts(store: DeviceStore): Promise<UnsentDraft[]> {
  const order = (stage: string) => STAGE_KINDS.indexOf(stage as StageKind);
  return (await store.drafts.list())
    .flatMap(({ address, value }) => {
      const [assignmentId, stage] = address;
      const draft = isDraftAddress(address) ? parseDraft(value) : null;
      return draft && assignmentId && stage && order(stage) >= 0
        ? [{ assignmentId, stage: stage as StageKind, draft }]
        : [];
    })
    .sort(
      (a, b) => a.assignmentId.localeCompare(b.assignmentId) || order(a.stage) - order(b.stage),
    );
}

/** What the server does not have yet, and has not refused. */
export function isUnsent({ received }: DeviceDraft): boolean {
  return received === null;
}

/**
 * Sends what waits on the device, in order: the stages of an assignment one after the other, then
 * errands. What a form holds open is left to that form; what was refused waits for its owner.
 */
export async function syncOnce(options: SyncOptions): Promise<SyncOutcome> {
  let outcome: SyncOutcome = "done";
  let stuck: string | null = null;
  for (const { assignmentId, stage, draft } of await listDrafts(options.store)) {
    if (!isUnsent(draft) || stuck === assignmentId) continue;
    if (draft.problem !== null) {
      if (draft.problem.of === "submit") stuck = assignmentId;
      continue;
    }
    const sent = await sendDraft(options, assignmentId, stage);
    if (sent === "signal" || sent === "server" || sent === "signed_out") return sent;
    // A later stage is not taken before this one.
    if (sent === "gate" || (sent !== "done" && draft.intent === "submit")) stuck = assignmentId;
    if (sent === "gate") outcome = "gate";
  }
  for (const { commandId, errand } of await listErrands(options.store)) {
    if (errand.problem !== null) continue;
    const sent = await sendErrand(options, commandId, errand);
    if (sent !== "done") return sent;
  }
  return outcome;
}

/** `held`: a form has it; `refused`: it is for its owner to decide. */
type DraftOutcome = SyncOutcome | "held" | "refused";

async function sendDraft(
  { store, transport, newId, now }: SyncOptions,
  assignmentId: string,
  stage: StageKind,
): Promise<DraftOutcome> {
  let outcome: DraftOutcome = "held";
  await withStage(assignmentId, stage, async () => {
    const place = draftPlace({ personId: store.personId, assignmentId, stage }, async () => store);
    const draft = await place.read();
    // A form that was open a moment ago may have been quicker.
    if (!draft || !isUnsent(draft) || draft.problem) {
      outcome = draft?.problem ? "refused" : "done";
      return;
    }
    const autosave = new Autosave({
      store: new DocumentStore(draft.base ?? {}),
      transport,
      place,
      assignmentId,
      stage,
      version: draft.basedOn,
      savedAt: null,
      normalize: (document) => document,
      read: (document) => document,
      blocking: () => [],
      onServerIssues: () => undefined,
      newId,
      now,
      setTimer: (run, milliseconds) => setTimeout(run, milliseconds),
      clearTimer: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
    });
    await autosave.restore();
    autosave.flush();
    const state = await autosave.settled();
    await autosave.landed();
    autosave.dispose();
    switch (state.kind) {
      case "waiting":
        outcome = state.cause;
        return;
      case "signed_out":
        outcome = "signed_out";
        return;
      default:
        outcome = state.kind === "saved" || state.kind === "submitted" ? "done" : "refused";
    }
  });
  return outcome;
}

async function sendErrand(
  { store, send }: SyncOptions,
  commandId: string,
  errand: Errand,
): Promise<Exclude<SyncOutcome, "gate">> {
  let answer: Result<unknown>;
  try {
    answer = await send(errand.type, commandId, errand.payload);
  } catch {
    return "signal";
  }
  if (answer.ok) {
    await store.errands.delete([commandId]);
    return "done";
  }
  if (isPause(answer.reason)) {
    const away = answer.reason === "signed_out" || answer.reason === "notice_pending";
    return away ? "signed_out" : "server";
  }
  // A device without room for the reason is told it again; the others go on meanwhile.
  await store.errands
    .put([commandId], { ...errand, problem: answer.reason })
    .catch(() => undefined);
  return "done";
}

/** How long changes on the device are left to the form that makes them, in milliseconds. */
const CALM = 2_000;

/**
 * Keeps the device's outbox moving while any page of the application is open: at once when there is
 * signal or the page is looked at again, and by itself with longer and longer pauses.
 *
 * @returns the way to end it
 */
export function keepSyncing(
  options: SyncOptions,
  onOutcome: (outcome: SyncOutcome) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let running = false;
  let again = false;
  let failures = 0;
  let over = false;

  const plan = (milliseconds: number) => {
    if (timer !== null) clearTimeout(timer);
    if (!over) timer = setTimeout(run, milliseconds);
  };
  const run = async () => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    again = false;
    try {
      const outcome = await oneTabAtATime(() => syncOnce(options));
      if (outcome) onOutcome(outcome);
      failures = outcome === null || outcome === "done" ? 0 : failures + 1;
    } catch {
      // The device was locked or has no storage: there is nothing to send.
      failures += 1;
    }
    running = false;
    if (again) plan(CALM);
    else if (failures > 0) plan(pause(failures));
  };
  const now = () => {
    failures = 0;
    plan(0);
  };
  const seen = () => {
    if (document.visibilityState === "visible") now();
  };
  const unwatch = watchDevice(({ shelf }) => {
    if ((shelf === "drafts" || shelf === "errands") && !running && failures === 0) plan(CALM);
  });
  window.addEventListener("online", now);
  document.addEventListener("visibilitychange", seen);
  now();
  return () => {
    over = true;
    if (timer !== null) clearTimeout(timer);
    unwatch();
    window.removeEventListener("online", now);
    document.removeEventListener("visibilitychange", seen);
  };
}

/** Doubled with each failure, and spread, so that a room of phones does not come back as one. */
function pause(failures: number): number {
  const longest = Math.min(FIRST_RETRY * 2 ** (failures - 1), LONGEST_RETRY);
  return longest * (0.5 + Math.random() / 2);
}

async function oneTabAtATime<T>(work: () => Promise<T>): Promise<T | null> {
  const locks = tabLocks();
  if (!locks) return work();
  return locks.request("lokus:sync", { ifAvailable: true }, (lock) => (lock ? work() : null));
}
