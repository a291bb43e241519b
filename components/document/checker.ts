import { isMissing } from "@/lib/document/completeness";
import type { DocumentCheck, FieldIssue } from "@/lib/document/issue";
import type { DocumentMode } from "@/lib/document/model";
import { indexPath, stablePath } from "@/lib/document/path";
import { isWithin } from "./place";
import { sameContent } from "./sameness";
import type { DocumentStore } from "./store";

export type Check = (mode: DocumentMode, input: unknown) => DocumentCheck<object>;

type CheckerOptions = {
  store: DocumentStore;
  check: Check;
  setTimer(run: () => void, milliseconds: number): unknown;
  clearTimer(timer: unknown): void;
};

/** How long after the last change the document is checked anew. Milliseconds. */
export const CHECK_DELAY = 250;

const NONE: readonly FieldIssue[] = [];

/**
 * What is wrong with the document and what of it is shown. Everything is known all the time, for the
 * summary of what is missing; at the fields stands only what helps now: what keeps a draft from
 * being saved, what is wrong with a field that was left, and, once somebody tried to send, all.
 */
export class Checker {
  readonly #options: CheckerOptions;
  readonly #listeners = new Set<() => void>();
  #issues: readonly FieldIssue[] = NONE;
  #shown = new Map<string, readonly FieldIssue[]>();
  #warned = new Map<string, readonly FieldIssue[]>();
  #deep = new Map<string, readonly FieldIssue[]>();
  #revealed = false;
  /** Fields that were left, by stable path. */
  readonly #left = new Set<string>();
  /** What only the server found, with what stood there then: mended by any change of it. */
  #fromServer: { issue: FieldIssue; path: string; value: unknown }[] = [];
  /** What a control cannot even hand over as a value, by stable path. */
  readonly #unreadable = new Map<string, FieldIssue>();
  #timer: unknown = null;

  constructor(options: CheckerOptions) {
    this.#options = options;
    this.now();
    options.store.watch(() => this.#schedule());
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  /** All that keeps the document from being sent, shown or not. The same array until it changes. */
  issues = (): readonly FieldIssue[] => this.#issues;

  /** Whether all issues are shown: somebody has tried to send. */
  revealed = (): boolean => this.#revealed;

  /** What is shown at a path. The same array until it changes. */
  shownAt = (path: string): readonly FieldIssue[] => this.#shown.get(path) ?? NONE;

  warnedAt = (path: string): readonly FieldIssue[] => this.#warned.get(path) ?? NONE;

  /** What is shown at a path or anywhere inside it. */
  shownWithin(path: string): readonly FieldIssue[] {
    const known = this.#deep.get(path);
    if (known) return known;
    const found = [...this.#shown.entries()].flatMap(([at, issues]) =>
      isWithin(at, path) ? issues : [],
    );
    const stable = found.length === 0 ? NONE : found;
    this.#deep.set(path, stable);
    return stable;
  }

  /**
   * What keeps the document from being saved as a draft, as it is at this moment. It shows nothing:
   * it is asked when a field is left, while what the finger goes for must stay where it is.
   */
  blocking = (): FieldIssue[] => {
    const { store, check } = this.#options;
    return check("draft", store.document).issues;
  };

  /** A field was left: what is wrong with what it holds may be said now. */
  leave(path: string): void {
    this.#left.add(this.#stable(path));
    this.now();
  }

  /** Somebody tried to send: everything is shown from now on. */
  reveal(): readonly FieldIssue[] {
    this.#revealed = true;
    this.now();
    return this.#issues;
  }

  /** Takes up what the server refused; what the browser finds itself is not said twice. */
  serverIssues(issues: readonly FieldIssue[]): void {
    const { store } = this.#options;
    this.#fromServer = issues.map((issue) => ({
      issue,
      path: this.#stable(issue.path),
      value: store.get(issue.path),
    }));
    this.#revealed = true;
    this.now();
  }

  /** What is typed cannot be read as a value at all; null when it can. */
  unreadable(path: string, code: string | null): void {
    const stable = this.#stable(path);
    if (code !== null) this.#unreadable.set(stable, { path, code });
    else if (!this.#unreadable.delete(stable)) return;
    this.now();
  }

  /** Checks at once. */
  now(): void {
    const { store, check, clearTimer } = this.#options;
    if (this.#timer !== null) clearTimer(this.#timer);
    this.#timer = null;
    const document = store.document;
    const full = check("submit", document);
    const draft = check("draft", document);
    const found = [...full.issues];
    const keys = new Set(found.map(keyOf));
    this.#fromServer = this.#fromServer.filter(({ path, value }) => {
      const at = this.#index(path);
      return at !== null && sameContent(store.get(at), value);
    });
    for (const { issue, path } of this.#fromServer) {
      const moved = { ...issue, path: this.#index(path) ?? issue.path };
      if (!keys.has(keyOf(moved))) found.push(moved);
    }
    const unreadable = [...this.#unreadable].flatMap(([path, issue]) => {
      const at = this.#index(path);
      return at === null ? [] : [{ ...issue, path: at }];
    });
    // What cannot be read says more than that nothing is there.
    const spoken = new Set(unreadable.map(({ path }) => path));
    const issues = [...unreadable, ...found.filter(({ path }) => !spoken.has(path))];
    const blocks = new Set([...draft.issues, ...unreadable].map(keyOf));
    this.#issues = sameContent(this.#issues, issues) ? this.#issues : issues;
    const left = new Set([...this.#left].map((path) => this.#index(path)));
    const shown = issues.filter(
      (issue) =>
        this.#revealed || blocks.has(keyOf(issue)) || (left.has(issue.path) && !isMissing(issue)),
    );
    this.#shown = group(shown, this.#shown);
    this.#warned = group(full.warnings, this.#warned);
    this.#deep = new Map();
    for (const listener of this.#listeners) listener();
  }

  #schedule(): void {
    const { setTimer, clearTimer } = this.#options;
    if (this.#timer !== null) clearTimer(this.#timer);
    this.#timer = setTimer(() => this.now(), CHECK_DELAY);
  }

  #stable(path: string): string {
    return stablePath(this.#options.store.document, path) ?? path;
  }

  #index(path: string): string | null {
    return indexPath(this.#options.store.document, path);
  }
}

function keyOf({ path, code }: FieldIssue): string {
  return `${path}\n${code}`;
}

/** By path, each array the one from before where it says the same. */
function group(
  issues: readonly FieldIssue[],
  before: Map<string, readonly FieldIssue[]>,
): Map<string, readonly FieldIssue[]> {
  const groups = new Map<string, FieldIssue[]>();
  for (const issue of issues) {
    const entries = groups.get(issue.path) ?? [];
    entries.push(issue);
    groups.set(issue.path, entries);
  }
  return new Map(
    [...groups].map(([path, entries]) => {
      const known = before.get(path);
      return [path, known && sameContent(known, entries) ? known : entries] as const;
    }),
  );
}
