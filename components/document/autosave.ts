import type { StageKind, StageState } from "@/lib/assignment/model";
import type { FieldIssue } from "@/lib/document/issue";
import type { RefusalReason, Result } from "@/lib/platform/result";
import type { DeviceDraft, DraftPlace, DraftProblem, Intent, StageCommand } from "./device-draft";
import { sameContent } from "./sameness";
import { losesWords } from "./set-aside";
import type { DocumentStore } from "./store";

export type Saved = { version: number; savedAt: string };
export type Sent = { version: number; number: number };

/** Carries commands to the server. Rejects when no answer came: then nobody knows what happened. */
export interface Transport {
  save(command: StageCommand): Promise<Result<Saved>>;
  submit(command: StageCommand): Promise<Result<Sent>>;
}

export type Conflict = {
  /** What stands on the server now. */
  theirs: object;
  base: object | null;
  version: number;
  state: StageState | null;
  savedAt: string | null;
};

/** `gate`: the stage before is not through yet, so that the server does not take this one. */
export type WaitingCause = "signal" | "server" | "gate";

export type SaveState =
  /** Everything is on the server; `at` is when it was saved, null when nothing was yet. */
  | { kind: "saved"; at: string | null }
  /** Changed, or on its way. */
  | { kind: "saving" }
  /** No answer came, or the server is in trouble: it is sent again by itself. */
  | { kind: "waiting"; cause: WaitingCause }
  /** Something in the document must be mended before it can be saved at all. */
  | { kind: "blocked" }
  | { kind: "conflict"; conflict: Conflict }
  | { kind: "signed_out" }
  /** Another tab has taken the form over. */
  | { kind: "elsewhere" }
  /** It will not be taken any more; `reason` says why. */
  | { kind: "refused"; reason: RefusalReason }
  | { kind: "submitted" };

export type Submission =
  | { ok: true; sent: Sent }
  | { ok: false; reason: RefusalReason; issues: FieldIssue[] }
  /** Withdrawn by `cancelSubmit` before an answer came. */
  | { ok: false; reason: "cancelled_here"; issues: FieldIssue[] };

export type AutosaveOptions = {
  store: DocumentStore;
  transport: Transport;
  place: DraftPlace;
  assignmentId: string;
  stage: StageKind;
  version: number;
  savedAt: string | null;
  /** The document as both sides know it, for comparing. */
  normalize(document: object): object;
  /** What was kept on the device in the shape that the form has now, or null where it cannot be read. */
  read(document: object): object | null;
  /** What keeps the document from being saved even as a draft. */
  blocking(): FieldIssue[];
  /** Issues that only the server found. */
  onServerIssues(issues: FieldIssue[]): void;
  newId(): string;
  now(): Date;
  setTimer(run: () => void, milliseconds: number): unknown;
  clearTimer(timer: unknown): void;
};

/** How long after the last change a draft is sent, and what is typed is kept on the device. Milliseconds. */
export const SAVE_DELAY = 800;
export const KEEP_DELAY = 250;
/** The pause before a second try, doubled with each further one. Milliseconds. */
export const FIRST_RETRY = 2_000;
export const LONGEST_RETRY = 60_000;

type Attempt = {
  type: Intent;
  command: StageCommand;
  /** How many changes of the store it contains. */
  changes: number;
};

/**
 * Keeps a document on the device and on the server while it is written. One request at a time, always
 * the whole document, each based on the version that the last answer named, so that what one page
 * saves, one after the other, never conflicts with itself. Every command is kept on the device before
 * it is sent; one whose answer was lost is sent again as it was, under its own id, until an answer
 * comes, also after the browser was killed: the server may have carried it out.
 */
export class Autosave {
  readonly #options: AutosaveOptions;
  readonly #listeners = new Set<() => void>();
  readonly #unwatch: () => void;
  #state: SaveState;
  #version: number;
  #savedAt: string | null;
  /** The changes that the server has. */
  #savedChanges: number;
  #base: object;
  #attempt: Attempt | null = null;
  #inFlight = false;
  #retries = 0;
  #timer: unknown = null;
  #keepTimer: unknown = null;
  /** The changes that the device has, and whether it took them the last time it was asked. */
  #keptChanges: number;
  #keeps = true;
  #writing: Promise<void> = Promise.resolve();
  #changedAt: string;
  #submitting = false;
  #submission: ((outcome: Submission) => void) | null = null;
  #problem: DraftProblem | null = null;
  #restored = false;
  /** What lies in the draft's place and has to be put beside it before anything is written there. */
  #inTheWay: { left: DeviceDraft; whole: boolean } | null = null;
  #looked: Promise<void> | null = null;
  /** Over: closed, or taken over by another tab. Nothing is sent or kept from here any more. */
  #over = false;

  constructor(options: AutosaveOptions) {
    this.#options = options;
    this.#version = options.version;
    this.#savedAt = options.savedAt;
    this.#state = { kind: "saved", at: options.savedAt };
    this.#savedChanges = options.store.changes;
    this.#keptChanges = options.store.changes;
    this.#base = options.store.document;
    this.#changedAt = options.savedAt ?? options.now().toISOString();
    this.#unwatch = options.store.watch(() => this.#changed());
  }

  get state(): SaveState {
    return this.#state;
  }

  get version(): number {
    return this.#version;
  }

  /** Something was typed that the server does not have, or may not have. */
  get dirty(): boolean {
    return this.#attempt !== null || this.#options.store.changes > this.#savedChanges;
  }

  /** It was sent for review, and the server has not answered yet. */
  get submitting(): boolean {
    return this.#submitting;
  }

  /** A request is on its way. */
  get inFlight(): boolean {
    return this.#inFlight;
  }

  /** Everything typed lies on this device; false when the device has no room for it. */
  get kept(): boolean {
    return this.#keeps && this.#keptChanges >= this.#options.store.changes;
  }

  /** The device refused to keep what was typed the last time. */
  get keepsNothing(): boolean {
    return !this.#keeps;
  }

  /** What the server said against what was sent from this device, until it is sent again. */
  get problem(): DraftProblem | null {
    return this.#problem;
  }

  /** What was typed was found on this device and put back. */
  get restored(): boolean {
    return this.#restored;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Picks up what an earlier page left on the device. Once; the store then holds what the server has. */
  restore(): Promise<void> {
    this.#looked ??= this.#options.place.read().then(
      (left) => this.#fit(left),
      // No storage: the page itself holds what is typed, and says that the device does not.
      () => this.#keeping(false),
    );
    return this.#looked;
  }

  /**
   * Fits what another version of the form may have left into the form as it is. What it has no place for
   * is put beside it first, and shown there.
   */
  async #fit(left: DeviceDraft | null): Promise<void> {
    if (!left || this.#over) return;
    const document = this.#options.read(left.document);
    const lost = document === null || losesWords(left.document, document);
    if (lost && left.received === null) {
      this.#inTheWay = { left, whole: document === null };
      await this.#clearWay().catch(() => this.#keeping(false));
    }
    if (document === null || this.#over) return;
    this.#adopt({ ...left, document, base: left.base && this.#options.read(left.base) });
  }

  async #clearWay(): Promise<void> {
    if (!this.#inTheWay) return;
    await this.#options.place.setAside(this.#inTheWay.left, this.#inTheWay.whole);
    this.#inTheWay = null;
  }

  #adopt(left: DeviceDraft): void {
    const { store, normalize, version, savedAt } = this.#options;
    this.#problem = left.problem;
    if (left.received) {
      // What was acknowledged is known to be on the server, also when this page is an older one.
      if (left.basedOn > version && !left.received.submitted && !this.dirty) {
        this.#version = left.basedOn;
        this.#savedAt = left.received.at;
        this.#base = left.document;
        store.set("", left.document);
        this.#savedChanges = store.changes;
        this.#stopTimer();
        this.#setState({ kind: "saved", at: this.#savedAt });
      }
      return;
    }
    const same = sameContent(normalize(left.document), normalize(store.document));
    if (same && left.intent === "save" && (!left.attempt || left.attempt.type === "save")) {
      this.#saved();
      return;
    }
    const theirs = store.document;
    this.#restored = !same;
    this.#changedAt = left.changedAt;
    this.#base = left.base ?? theirs;
    this.#submitting = left.intent === "submit";
    if (left.attempt) {
      // The server may have moved on by this very attempt. Sent again it tells which version it
      // made; what was typed after it goes on from there.
      this.#attempt = {
        type: left.attempt.type,
        command: { ...left.attempt.command, ...this.#address() },
        changes: store.changes,
      };
      this.#version = left.attempt.command.basedOn;
      store.set("", left.document);
      if (sameContent(left.attempt.command.document, left.document)) {
        this.#attempt.changes = store.changes;
      }
      void this.#run();
    } else if (left.basedOn === version || this.#untouched(left.base, theirs)) {
      this.#version = version;
      store.set("", left.document);
      if (this.#submitting) void this.#run();
    } else {
      store.set("", left.document);
      this.#stopTimer();
      this.#submitting = false;
      this.#setState({
        kind: "conflict",
        conflict: { theirs, base: left.base, version, state: null, savedAt },
      });
    }
  }

  /** The server moved on without anybody touching the words: a gate opened. */
  #untouched(base: object | null, theirs: object): boolean {
    const { normalize } = this.#options;
    return base !== null && sameContent(normalize(base), normalize(theirs));
  }

  /** Throws away what was restored: the document becomes what the server has. */
  discardRestored(document: object): void {
    this.#restored = false;
    this.#attempt = null;
    this.#submitting = false;
    this.#options.store.set("", document);
  }

  /** The person has seen that something was restored. */
  acknowledgeRestored(): void {
    this.#restored = false;
    this.#notify();
  }

  /** Saves what is unsaved without waiting: a field was left, the page is being hidden. */
  flush(): void {
    void this.#keep();
    if (this.dirty && this.#state.kind === "saving") void this.#run();
  }

  /** Tries again at once: there is signal again, or somebody signed in again. */
  retry(): void {
    const { kind } = this.#state;
    if (kind === "waiting" || kind === "signed_out") {
      this.#retries = 0;
      void this.#run();
    }
  }

  /** Another tab writes this form now: nothing more is sent or kept from here. */
  yieldForm(): void {
    if (this.#state.kind === "submitted") return;
    this.#setState({ kind: "elsewhere" });
    this.#over = true;
    this.#stopTimer();
    this.#stopKeeping();
  }

  /** Resolves when no request is on its way any more, and what was typed is on the device. */
  async landed(): Promise<void> {
    while (this.#inFlight) {
      await new Promise<void>((resolve) => {
        const unsubscribe = this.subscribe(() => {
          if (this.#inFlight) return;
          unsubscribe();
          resolve();
        });
      });
    }
    await this.#keep();
    await this.#writing;
  }

  /** Resolves when nothing is on its way and nothing is about to be. */
  settled(): Promise<SaveState> {
    return new Promise((resolve) => {
      const look = () => {
        const { kind } = this.#state;
        if (this.#inFlight || kind === "saving") return;
        unsubscribe();
        resolve(this.#state);
      };
      const unsubscribe = this.subscribe(look);
      look();
    });
  }

  /**
   * Sends the document for review. Resolves when the server has answered, however long that takes:
   * the wish itself is kept on the device, so that nobody has to wait for it.
   */
  submit(): Promise<Submission> {
    return new Promise((resolve) => {
      this.#submitting = true;
      this.#problem = null;
      this.#submission = resolve;
      this.#stopTimer();
      void this.#run();
    });
  }

  /**
   * Gives up a submission that got no answer. Should the server have taken it after all, the next
   * save says so.
   */
  cancelSubmit(): void {
    if (this.#attempt?.type === "submit" && !this.#inFlight) {
      this.#attempt = null;
      this.#savedChanges = Math.min(this.#savedChanges, this.#options.store.changes - 1);
    }
    this.#settle({ ok: false, reason: "cancelled_here", issues: [] });
    void this.#keep();
    this.#notify();
    this.#schedule(0);
  }

  /** Goes on from the other version with a document in which the conflict is decided. */
  resolve(document: object): void {
    if (this.#state.kind !== "conflict") return;
    const { conflict } = this.#state;
    this.#problem = null;
    this.#version = conflict.version;
    this.#base = conflict.theirs;
    this.#savedAt = conflict.savedAt;
    this.#restored = false;
    this.#state = { kind: "saving" };
    const same = sameContent(
      this.#options.normalize(document),
      this.#options.normalize(conflict.theirs),
    );
    this.#options.store.set("", document);
    if (same) {
      this.#savedChanges = this.#options.store.changes;
      this.#saved();
    } else {
      this.#savedChanges = this.#options.store.changes - 1;
      this.#notify();
      this.#schedule(0);
    }
  }

  dispose(): void {
    this.#over = true;
    this.#unwatch();
    this.#stopTimer();
    this.#stopKeeping();
  }

  #changed(): void {
    this.#changedAt = this.#options.now().toISOString();
    this.#keepTimer ??= this.#options.setTimer(() => void this.#keep(), KEEP_DELAY);
    switch (this.#state.kind) {
      case "saved":
      case "saving":
      case "blocked":
        this.#setState({ kind: "saving" });
        this.#schedule(SAVE_DELAY);
        return;
      default:
        // Waiting has its own timer; the others wait for the person.
        return;
    }
  }

  #schedule(milliseconds: number): void {
    this.#stopTimer();
    if (this.#over) return;
    this.#timer = this.#options.setTimer(() => {
      this.#timer = null;
      void this.#run();
    }, milliseconds);
  }

  #stopTimer(): void {
    if (this.#timer !== null) this.#options.clearTimer(this.#timer);
    this.#timer = null;
  }

  async #run(): Promise<void> {
    // The answer that is still out calls again.
    if (this.#inFlight || this.#over) return;
    this.#stopTimer();
    const attempt = this.#attempt ?? this.#nextAttempt();
    if (!attempt) return;
    this.#attempt = attempt;
    this.#inFlight = true;
    if (this.#state.kind !== "waiting") this.#setState({ kind: "saving" });
    await this.#keep();
    try {
      if (attempt.type === "submit") {
        const answer = await this.#options.transport.submit(attempt.command);
        this.#inFlight = false;
        this.#submitted(attempt, answer);
      } else {
        const answer = await this.#options.transport.save(attempt.command);
        this.#inFlight = false;
        this.#drafted(attempt, answer);
      }
    } catch {
      this.#inFlight = false;
      this.#again("signal");
    }
  }

  /** What is to be sent next, or null: nothing, or nothing that can be. */
  #nextAttempt(): Attempt | null {
    const { store, blocking, newId } = this.#options;
    const { kind } = this.#state;
    if (kind === "conflict" || kind === "refused" || kind === "elsewhere" || kind === "submitted") {
      return null;
    }
    const type = this.#submitting ? "submit" : "save";
    if (type === "save") {
      if (!this.dirty) {
        this.#saved();
        return null;
      }
      if (blocking().length > 0) {
        this.#setState({ kind: "blocked" });
        return null;
      }
    }
    return {
      type,
      changes: store.changes,
      command: {
        ...this.#address(),
        commandId: newId(),
        basedOn: this.#version,
        document: store.document,
        clientUpdatedAt: this.#changedAt,
      },
    };
  }

  #address() {
    return { assignmentId: this.#options.assignmentId, stage: this.#options.stage };
  }

  #drafted(attempt: Attempt, answer: Result<Saved>): void {
    if (!answer.ok) {
      this.#refused(attempt, answer);
      return;
    }
    this.#taken(attempt, answer.value.version);
    this.#savedAt = answer.value.savedAt;
    if (this.#submitting) {
      void this.#run();
    } else if (this.#options.store.changes > this.#savedChanges) {
      void this.#keep();
      this.#setState({ kind: "saving" });
      if (this.#timer === null) this.#schedule(0);
    } else {
      this.#saved();
    }
  }

  #submitted(attempt: Attempt, answer: Result<Sent>): void {
    if (!answer.ok) {
      this.#refused(attempt, answer);
      return;
    }
    this.#taken(attempt, answer.value.version);
    const submission = this.#submission;
    this.#submission = null;
    this.#submitting = false;
    this.#stopKeeping();
    void this.#write({
      ...this.#record(),
      intent: "submit",
      received: { at: this.#options.now().toISOString(), submitted: true },
    });
    this.#setState({ kind: "submitted" });
    submission?.({ ok: true, sent: answer.value });
  }

  #taken(attempt: Attempt, version: number): void {
    this.#attempt = null;
    this.#retries = 0;
    if (attempt.type === "submit" || this.#problem?.of === "save") this.#problem = null;
    this.#version = version;
    this.#savedChanges = Math.max(this.#savedChanges, attempt.changes);
    this.#base = attempt.command.document;
  }

  #refused(attempt: Attempt, refusal: Extract<Result<unknown>, { ok: false }>): void {
    const { reason, issues = [], details } = refusal;
    switch (reason) {
      case "signed_out":
      case "notice_pending":
        this.#setState({ kind: "signed_out" });
        return;
      case "unexpected":
      case "rate_limited":
        this.#again("server", Number(details?.retryAfterSeconds ?? 0) * 1000);
        return;
      case "stage_locked":
      case "stage_paused":
        // Nothing was carried out; when the gate opens the stage has another version.
        this.#attempt = null;
        this.#savedChanges = Math.min(this.#savedChanges, attempt.changes - 1);
        this.#again("gate");
        return;
      case "conflict":
        this.#attempt = null;
        this.#conflict(refusal);
        return;
      case "invalid":
        this.#attempt = null;
        this.#retries = 0;
        this.#options.onServerIssues(issues);
        this.#setState({ kind: "blocked" });
        this.#problem = { kind: "refused", of: attempt.type, reason, issues };
        this.#settle({ ok: false, reason, issues });
        void this.#keep();
        // A document that cannot be submitted can mostly still be saved.
        if (attempt.type === "submit" && this.dirty) this.#schedule(SAVE_DELAY);
        else if (attempt.type === "submit") this.#saved();
        return;
      default:
        this.#attempt = null;
        this.#problem = { kind: "refused", of: attempt.type, reason, issues };
        this.#savedChanges = Math.min(this.#savedChanges, attempt.changes - 1);
        this.#setState({ kind: "refused", reason });
        this.#settle({ ok: false, reason, issues });
        void this.#keep();
    }
  }

  #conflict(refusal: Extract<Result<unknown>, { ok: false }>): void {
    const { store, normalize, read } = this.#options;
    const { details } = refusal;
    const theirs = refusal.current?.document;
    const version = details?.version;
    if (typeof version !== "number") {
      // The same id with another content: a bug of ours. A new id is the way on.
      this.#again("server");
      return;
    }
    const state = typeof details?.state === "string" ? (details.state as StageState) : null;
    const savedAt = typeof details?.savedAt === "string" ? details.savedAt : null;
    const writable = state === "OPEN" || state === "RETURNED";
    const document = isDocument(theirs) ? (read(theirs) ?? theirs) : this.#base;
    if (writable && sameContent(normalize(document), normalize(store.document))) {
      this.#version = version;
      this.#savedAt = savedAt;
      this.#base = document;
      this.#savedChanges = store.changes;
      if (this.#submitting) void this.#run();
      else this.#saved();
      return;
    }
    if (writable && this.#untouched(this.#base, document)) {
      // Only the stage moved, as when its gate opened: the words go on from there.
      this.#version = version;
      this.#savedAt = savedAt;
      void this.#run();
      return;
    }
    this.#problem = { kind: "conflict", of: "save" };
    this.#setState({
      kind: "conflict",
      conflict: { theirs: document, base: this.#base, version, state, savedAt },
    });
    this.#settle({ ok: false, reason: "conflict", issues: [] });
    void this.#keep();
  }

  #again(cause: WaitingCause, atLeast = 0): void {
    const pause = Math.max(atLeast, Math.min(FIRST_RETRY * 2 ** this.#retries, LONGEST_RETRY));
    this.#retries += 1;
    this.#setState({ kind: "waiting", cause });
    this.#schedule(pause);
  }

  #saved(): void {
    this.#stopKeeping();
    this.#savedChanges = this.#options.store.changes;
    void this.#write({
      ...this.#record(),
      received: { at: this.#savedAt, submitted: false },
    });
    this.#setState({ kind: "saved", at: this.#savedAt });
  }

  /** Keeps on the device what the server does not have. */
  async #keep(): Promise<void> {
    this.#stopKeeping();
    if (this.#state.kind === "submitted") return;
    if (this.dirty || this.#submitting) await this.#write(this.#record());
  }

  #record(): DeviceDraft {
    return {
      basedOn: this.#version,
      document: this.#options.store.document,
      base: this.#base,
      intent: this.#submitting ? "submit" : "save",
      attempt: this.#attempt && { type: this.#attempt.type, command: this.#attempt.command },
      changedAt: this.#changedAt,
      received: null,
      problem: this.#problem,
    };
  }

  #write(draft: DeviceDraft): Promise<void> {
    if (!this.#over) this.#writing = this.#writeNow(draft);
    return this.#writing;
  }

  async #writeNow(draft: DeviceDraft): Promise<void> {
    const { changes } = this.#options.store;
    try {
      await this.#clearWay();
      await this.#options.place.write(draft);
      this.#keptChanges = Math.max(this.#keptChanges, changes);
      this.#keeping(true);
    } catch {
      // Without room to say that the server has it, what lay here before would go out after it.
      if (draft.received && !this.#inTheWay)
        await this.#options.place.clear().catch(() => undefined);
      this.#keeping(false);
    }
  }

  #keeping(keeps: boolean): void {
    if (this.#keeps === keeps) return;
    this.#keeps = keeps;
    this.#notify();
  }

  #stopKeeping(): void {
    if (this.#keepTimer !== null) this.#options.clearTimer(this.#keepTimer);
    this.#keepTimer = null;
  }

  #settle(outcome: Submission): void {
    const submission = this.#submission;
    this.#submission = null;
    this.#submitting = false;
    submission?.(outcome);
  }

  #setState(state: SaveState): void {
    if (this.#over) return;
    this.#state = state;
    this.#notify();
  }

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }
}

function isDocument(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
