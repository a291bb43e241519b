import type { StageKind, StageState } from "@/lib/assignment/model";
import type { FieldIssue } from "@/lib/document/issue";
import type { RefusalReason, Result } from "@/lib/platform/result";
import type { BackupPlace } from "./backup";
import { sameContent } from "./sameness";
import type { DocumentStore } from "./store";

/** One save or submission as it goes over the wire. Sent again, it is the same to the last byte. */
export type StageCommand = {
  commandId: string;
  assignmentId: string;
  stage: StageKind;
  basedOn: number;
  document: object;
  clientUpdatedAt: string;
};

export type Saved = { version: number; savedAt: string };
export type Sent = { version: number; number: number };

/** Carries commands to the server. Rejects when no answer came: then nobody knows what happened. */
export interface Transport {
  save(command: StageCommand): Promise<Result<Saved>>;
  submit(command: StageCommand): Promise<Result<Sent>>;
}

/** The application on the server is a newer one than the page: only a reload helps. */
export class OutdatedPage extends Error {}

export type Conflict = {
  /** What stands on the server now. */
  theirs: object;
  base: object | null;
  version: number;
  state: StageState | null;
  savedAt: string | null;
};

export type SaveState =
  /** Everything is on the server; `at` is when it was saved, null when nothing was yet. */
  | { kind: "saved"; at: string | null }
  /** Changed, or on its way. */
  | { kind: "saving" }
  /** No answer came, or the server is in trouble: it is sent again by itself. */
  | { kind: "waiting"; cause: "signal" | "server" }
  /** Something in the document must be mended before it can be saved at all. */
  | { kind: "blocked" }
  | { kind: "conflict"; conflict: Conflict }
  | { kind: "signed_out" }
  | { kind: "outdated" }
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
  backup: BackupPlace;
  assignmentId: string;
  stage: StageKind;
  version: number;
  savedAt: string | null;
  /** The document as both sides know it, for comparing. */
  normalize(document: object): object;
  /** What keeps the document from being saved even as a draft. */
  blocking(): FieldIssue[];
  /** Issues that only the server found. */
  onServerIssues(issues: FieldIssue[]): void;
  newId(): string;
  now(): Date;
  setTimer(run: () => void, milliseconds: number): unknown;
  clearTimer(timer: unknown): void;
};

/** How long after the last change a draft is sent, and what is typed is put aside. Milliseconds. */
export const SAVE_DELAY = 800;
export const BACKUP_DELAY = 250;
/** The pause before a second try, doubled with each further one. Milliseconds. */
export const FIRST_RETRY = 2_000;
export const LONGEST_RETRY = 60_000;

type Attempt = {
  type: "save" | "submit";
  command: StageCommand;
  /** How many changes of the store it contains. */
  changes: number;
};

/**
 * Keeps a document on the server while it is written. One request at a time, always the whole
 * document, each based on the version that the last answer named, so that what one page saves, one
 * after the other, never conflicts with itself. An attempt whose answer was lost is sent again as it
 * was, under its own id, until an answer comes: the server may have carried it out.
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
  #backupTimer: unknown = null;
  #changedAt: string;
  #submission: ((outcome: Submission) => void) | null = null;
  #restored = false;
  #looked = false;

  constructor(options: AutosaveOptions) {
    this.#options = options;
    this.#version = options.version;
    this.#savedAt = options.savedAt;
    this.#state = { kind: "saved", at: options.savedAt };
    this.#savedChanges = options.store.changes;
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
  restore(): void {
    const { backup, store, normalize } = this.#options;
    if (this.#looked) return;
    this.#looked = true;
    const left = backup.read();
    if (!left) return;
    if (sameContent(normalize(left.document), normalize(store.document))) {
      backup.clear();
      return;
    }
    const theirs = store.document;
    const { version, savedAt } = this.#options;
    this.#restored = true;
    this.#changedAt = left.changedAt;
    this.#base = left.base ?? theirs;
    if (left.attempt && left.attempt.basedOn < version) {
      // The server may have moved on by this very attempt. Sent again it tells which version it
      // made; what was typed after it goes on from there.
      this.#attempt = {
        type: "save",
        command: { ...left.attempt, ...this.#address() },
        changes: store.changes,
      };
      this.#version = left.attempt.basedOn;
      store.set("", left.document);
      void this.#run();
    } else if (left.basedOn === version) {
      store.set("", left.document);
    } else {
      store.set("", left.document);
      this.#stopTimer();
      this.#setState({
        kind: "conflict",
        conflict: { theirs, base: left.base, version, state: null, savedAt },
      });
    }
  }

  /** Throws away what was restored: the document becomes what the server has. */
  discardRestored(document: object): void {
    this.#restored = false;
    this.#attempt = null;
    this.#options.store.set("", document);
  }

  /** The person has seen that something was restored. */
  acknowledgeRestored(): void {
    this.#restored = false;
    this.#notify();
  }

  /** Saves what is unsaved without waiting: a field was left, the page is being hidden. */
  flush(): void {
    this.#writeBackup();
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

  /** Sends the document for review. Resolves when the server has answered. */
  submit(): Promise<Submission> {
    return new Promise((resolve) => {
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
    this.#schedule(0);
  }

  /** Goes on from the other version with a document in which the conflict is decided. */
  resolve(document: object): void {
    if (this.#state.kind !== "conflict") return;
    const { conflict } = this.#state;
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
    this.#unwatch();
    this.#stopTimer();
    if (this.#backupTimer !== null) this.#options.clearTimer(this.#backupTimer);
  }

  #changed(): void {
    this.#changedAt = this.#options.now().toISOString();
    this.#backupTimer ??= this.#options.setTimer(() => this.#writeBackup(), BACKUP_DELAY);
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
    if (this.#inFlight) return;
    this.#stopTimer();
    const attempt = this.#attempt ?? this.#nextAttempt();
    if (!attempt) return;
    this.#attempt = attempt;
    this.#writeBackup();
    this.#inFlight = true;
    if (this.#state.kind !== "waiting") this.#setState({ kind: "saving" });
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
    } catch (error) {
      this.#inFlight = false;
      if (error instanceof OutdatedPage) {
        this.#setState({ kind: "outdated" });
        this.#settle({ ok: false, reason: "unexpected", issues: [] });
      } else {
        this.#again("signal");
      }
    }
  }

  /** What is to be sent next, or null: nothing, or nothing that can be. */
  #nextAttempt(): Attempt | null {
    const { store, blocking, newId } = this.#options;
    const { kind } = this.#state;
    if (kind === "conflict" || kind === "refused" || kind === "outdated" || kind === "submitted") {
      return null;
    }
    const type = this.#submission ? "submit" : "save";
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
    if (this.#submission) {
      void this.#run();
    } else if (this.#options.store.changes > this.#savedChanges) {
      this.#writeBackup();
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
    this.#options.backup.clear();
    this.#setState({ kind: "submitted" });
    this.#settle({ ok: true, sent: answer.value });
  }

  #taken(attempt: Attempt, version: number): void {
    this.#attempt = null;
    this.#retries = 0;
    this.#version = version;
    this.#savedChanges = Math.max(this.#savedChanges, attempt.changes);
    this.#base = attempt.command.document;
  }

  #refused(attempt: Attempt, refusal: Extract<Result<unknown>, { ok: false }>): void {
    const { reason, issues = [], details } = refusal;
    switch (reason) {
      case "signed_out":
        this.#setState({ kind: "signed_out" });
        return;
      case "unexpected":
      case "rate_limited":
        this.#again("server", Number(details?.retryAfterSeconds ?? 0) * 1000);
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
        this.#settle({ ok: false, reason, issues });
        // A document that cannot be submitted can mostly still be saved.
        if (attempt.type === "submit" && this.dirty) this.#schedule(SAVE_DELAY);
        else if (attempt.type === "submit") this.#saved();
        return;
      default:
        this.#attempt = null;
        this.#writeBackup();
        this.#setState({ kind: "refused", reason });
        this.#settle({ ok: false, reason, issues });
    }
  }

  #conflict(refusal: Extract<Result<unknown>, { ok: false }>): void {
    const { store, normalize } = this.#options;
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
    const document = isDocument(theirs) ? theirs : this.#base;
    if (writable && sameContent(normalize(document), normalize(store.document))) {
      this.#version = version;
      this.#savedAt = savedAt;
      this.#base = document;
      this.#savedChanges = store.changes;
      if (this.#submission) void this.#run();
      else this.#saved();
      return;
    }
    this.#writeBackup();
    this.#setState({
      kind: "conflict",
      conflict: { theirs: document, base: this.#base, version, state, savedAt },
    });
    this.#settle({ ok: false, reason: "conflict", issues: [] });
  }

  #again(cause: "signal" | "server", atLeast = 0): void {
    const pause = Math.max(atLeast, Math.min(FIRST_RETRY * 2 ** this.#retries, LONGEST_RETRY));
    this.#retries += 1;
    this.#setState({ kind: "waiting", cause });
    this.#schedule(pause);
  }

  #saved(): void {
    this.#options.backup.clear();
    if (this.#backupTimer !== null) this.#options.clearTimer(this.#backupTimer);
    this.#backupTimer = null;
    this.#setState({ kind: "saved", at: this.#savedAt });
  }

  #writeBackup(): void {
    if (this.#backupTimer !== null) this.#options.clearTimer(this.#backupTimer);
    this.#backupTimer = null;
    if (!this.dirty || this.#state.kind === "submitted") return;
    const { commandId, basedOn, document, clientUpdatedAt } = this.#attempt?.command ?? {};
    const unanswered =
      this.#attempt?.type === "save" && commandId && basedOn !== undefined && document;
    this.#options.backup.write({
      basedOn: this.#version,
      document: this.#options.store.document,
      base: this.#base,
      attempt: unanswered
        ? { commandId, basedOn, document, clientUpdatedAt: clientUpdatedAt ?? this.#changedAt }
        : null,
      changedAt: this.#changedAt,
    });
  }

  #settle(outcome: Submission): void {
    this.#submission?.(outcome);
    this.#submission = null;
  }

  #setState(state: SaveState): void {
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
