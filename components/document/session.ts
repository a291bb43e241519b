import { serverNow } from "@/components/field/clock";
import { holdStage, type StageHold } from "@/components/field/stage-lock";
import type { AnyStageForm } from "@/lib/assignment/model";
import { Autosave, type Transport } from "./autosave";
import { type Check, Checker } from "./checker";
import { draftPlace } from "./device-draft";
import { newId } from "./new-id";
import { afterPress } from "./press";
import { DocumentStore } from "./store";

/** One form being written: the document, what is wrong with it, and its way to the server. */
export type FormSession = {
  readonly store: DocumentStore;
  readonly checker: Checker;
  readonly autosave: Autosave;
  /** Begins: what this device holds of the stage is picked up as soon as no other tab writes it. */
  enter(events: { onReady(): void; onBusy(): void }): () => void;
  /** Takes the form away from the tab that writes it. */
  takeOver(): void;
};

type SessionOptions = { dto: AnyStageForm; check: Check; transport: Transport };

/** How long another one may hold the stage before it is said, in milliseconds. */
const PATIENCE = 1500;

export function createSession({ dto, check, transport }: SessionOptions): FormSession {
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
    place: draftPlace(dto),
    assignmentId: dto.assignmentId,
    stage: dto.stage,
    version: dto.version,
    savedAt: dto.savedAt,
    normalize: (document) => check("draft", document).document ?? document,
    read: (document) => check("draft", document).document,
    blocking: checker.blocking,
    onServerIssues: (issues) => afterPress(() => checker.serverIssues(issues)),
    newId,
    now: serverNow,
    ...timers,
  });

  let hold: StageHold | null = null;
  let visits = 0;
  return {
    store,
    checker,
    autosave,
    enter({ onReady, onBusy }) {
      visits += 1;
      const busy = setTimeout(onBusy, PATIENCE);
      hold ??= holdStage(dto.assignmentId, dto.stage, {
        onHeld: () => {
          clearTimeout(busy);
          void autosave.restore().then(onReady);
        },
        onLost: () => autosave.yieldForm(),
      });
      return () => {
        clearTimeout(busy);
        visits -= 1;
        // React may leave and enter again at once; and what is on its way is waited for.
        setTimeout(async () => {
          if (visits > 0) return;
          autosave.flush();
          await autosave.landed();
          if (visits > 0) return;
          autosave.dispose();
          hold?.release();
        });
      };
    },
    takeOver: () => hold?.take(),
  };
}
