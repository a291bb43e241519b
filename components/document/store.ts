import { isWithin, parentPath, valueAt, withValueAt } from "./place";

type Listener = () => void;

/**
 * The document being written, outside of React: each field listens to its own path, so that a
 * keystroke renders one field and not the form.
 */
export class DocumentStore {
  #document: object;
  #changes = 0;
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #watchers = new Set<Listener>();

  constructor(document: object) {
    this.#document = document;
  }

  get document(): object {
    return this.#document;
  }

  /** How many changes there have been; tells an older state from a newer one. */
  get changes(): number {
    return this.#changes;
  }

  get(path: string): unknown {
    return valueAt(this.#document, path);
  }

  /** Puts a value in place. The same value again is no change. */
  set(path: string, value: unknown): void {
    const before = valueAt(this.#document, path);
    const next = withValueAt(this.#document, path, value);
    if (Object.is(next, this.#document)) return;
    this.#document = next;
    this.#changes += 1;
    this.#notify(path, isContainer(before) || isContainer(value));
  }

  /** Puts an item into a list, at its end unless told where. */
  insert(path: string, item: unknown, index?: number): void {
    const list = [...this.#list(path)];
    list.splice(index ?? list.length, 0, item);
    this.set(path, list);
  }

  /** Takes an item out of a list and hands it over, so that it can be put back. */
  remove(path: string, index: number): unknown {
    const list = [...this.#list(path)];
    const [item] = list.splice(index, 1);
    this.set(path, list);
    return item;
  }

  /** Moves an item of a list to another place. */
  move(path: string, from: number, to: number): void {
    const list = [...this.#list(path)];
    if (to < 0 || to >= list.length) return;
    list.splice(to, 0, ...list.splice(from, 1));
    this.set(path, list);
  }

  /** Listens to a path: to what stands there, inside it, and to what it stands in. */
  subscribe(path: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(path) ?? new Set();
    this.#listeners.set(path, listeners);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(path);
    };
  }

  /** Listens to every change. */
  watch(listener: Listener): () => void {
    this.#watchers.add(listener);
    return () => {
      this.#watchers.delete(listener);
    };
  }

  #list(path: string): readonly unknown[] {
    const list = this.get(path);
    return Array.isArray(list) ? list : [];
  }

  #notify(path: string, deep: boolean): void {
    const called = new Set<Listener>();
    for (let at: string | null = path; at !== null; at = parentPath(at)) {
      for (const listener of this.#listeners.get(at) ?? []) called.add(listener);
    }
    if (deep) {
      for (const [at, listeners] of this.#listeners) {
        if (isWithin(at, path)) for (const listener of listeners) called.add(listener);
      }
    }
    for (const listener of called) listener();
    for (const watcher of this.#watchers) watcher();
  }
}

function isContainer(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}
