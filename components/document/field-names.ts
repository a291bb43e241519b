import { isWithin, parentPath } from "./place";

type FieldName = {
  name: string;
  /** What its values are called, where they are codes. */
  values: Readonly<Record<string, string>>;
};

/**
 * What the fields of a form and their values are called, kept by the fields themselves while they
 * are on the screen: with it a summary of errors says "Kendala 2 › Judul", whatever the form looks
 * like, and two versions of a choice can be laid side by side in words.
 */
export class FieldNames {
  readonly #fields = new Map<string, FieldName>();
  /** The last field of each kind, for one that is not on the screen. */
  readonly #kinds = new Map<string, FieldName>();

  add(path: string, name: string, values: Readonly<Record<string, string>> = {}): () => void {
    const field = { name, values };
    this.#fields.set(path, field);
    this.#kinds.set(kindOf(path), field);
    return () => {
      if (this.#fields.get(path) === field) this.#fields.delete(path);
    };
  }

  /** The name of what stands at a path, behind the name of the item it stands in. */
  describe(path: string): string {
    const parts: string[] = [];
    for (let at: string | null = path; at !== null && at !== ""; at = parentPath(at)) {
      const field = this.#fields.get(at) ?? (at === path ? this.#kinds.get(kindOf(at)) : undefined);
      // A list's own name says nothing that its items' names do not.
      const isList = at !== path && parts.length > 0 && !/\.\d+$/.test(at);
      if (field && !isList && field.name !== parts[0]) parts.unshift(field.name);
    }
    return parts.join(" › ");
  }

  /** What a value of a field is called; null where it speaks for itself. */
  valueName(path: string, value: string): string | null {
    return this.#kinds.get(kindOf(path))?.values[value] ?? null;
  }

  /** The name of a field of the same kind, wherever it stands; null where no field has been seen. */
  kindName(path: string): string | null {
    return this.#kinds.get(kindOf(path))?.name ?? null;
  }

  /** The nearest place on the screen: the field itself, what it stands in, or something inside it. */
  nearest(path: string): string | null {
    for (let at: string | null = path; at !== null && at !== ""; at = parentPath(at)) {
      if (this.#fields.has(at)) return at;
    }
    return [...this.#fields.keys()].find((known) => isWithin(known, path)) ?? null;
  }
}

/** A path with its items made alike, whether they are named by index or by id. */
function kindOf(path: string): string {
  return path.replace(/(^|\.)(\d+|@[^.]+)(?=\.|$)/g, "$1*");
}
