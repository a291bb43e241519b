import type { AnyStageForm } from "@/lib/assignment/model";
import { Autosave, type Transport } from "./autosave";
import { backupPlace, browserStorage } from "./backup";
import { type Check, Checker } from "./checker";
import { newId } from "./new-id";
import { afterPress } from "./press";
import { DocumentStore } from "./store";

/** One form being written: the document, what is wrong with it, and its way to the server. */
export type FormSession = {
  readonly store: DocumentStore;
  readonly checker: Checker;
  readonly autosave: Autosave;
};

type SessionOptions = { dto: AnyStageForm; check: Check; transport: Transport };

/**
 * Sessions of this page, by person and stage. Somebody who leaves a form and comes back while its
 * last save is on the way, or by the router's own memory of an older page, goes on where they were.
 */
const sessions = new Map<string, FormSession>();

/** The session of a form: a running one where there is one that is not behind the server. */
export function openSession({ dto, check, transport }: SessionOptions): FormSession {
  // On the server there is nothing to keep, and nobody to keep it apart for.
  if (typeof window === "undefined") return createSession({ dto, check, transport });
  const key = `${dto.personId}:${dto.assignmentId}:${dto.stage}`;
  const running = sessions.get(key);
  if (running) {
    const { autosave } = running;
    const over = autosave.state.kind === "submitted" || autosave.state.kind === "refused";
    if (!over && (autosave.dirty || autosave.version >= dto.version)) return running;
    autosave.dispose();
  }
  const session = createSession({ dto, check, transport });
  sessions.set(key, session);
  return session;
}

function createSession({ dto, check, transport }: SessionOptions): FormSession {
  const store = new DocumentStore(dto.document);
  const timers = {
    setTimer: (run: () => void, milliseconds: number): unknown => setTimeout(run, milliseconds),
    clearTimer: (timer: unknown) => clearTimeout(timer as ReturnType<typeof setTimeout>),
  };
  const checker = new Checker({
    store,
    check,
    ...timers,
    // What is said anew changes the page's height: not under a finger that is about to let go.
    setTimer: (run, milliseconds) => timers.setTimer(() => afterPress(run), milliseconds),
  });
  const autosave = new Autosave({
    store,
    transport,
    backup: backupPlace(typeof window === "undefined" ? null : browserStorage(), dto),
    assignmentId: dto.assignmentId,
    stage: dto.stage,
    version: dto.version,
    savedAt: dto.savedAt,
    normalize: (document) => check("draft", document).document ?? document,
    blocking: checker.blocking,
    onServerIssues: (issues) => afterPress(() => checker.serverIssues(issues)),
    newId,
    now: () => new Date(),
    ...timers,
  });
  return { store, checker, autosave };
}
