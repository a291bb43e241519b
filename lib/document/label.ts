import type { StageKind } from "@/lib/assignment/model";
import type { FieldIssue } from "@/lib/document/issue";

/**
 * The key, in the message namespace `terms`, of the words for a field: `sources.2.role` of stage 1 is
 * `field.EVALUATE.sources.role`, under which there is a `label` and, for some, a `hint`. Items of a
 * list of plain values (`causes.1`) are called what the list is called.
 */
export function fieldKey(kind: StageKind, path: string): string {
  const names = path.split(".").filter((name) => !/^(\d+|@.*)$/.test(name));
  return ["field", kind, ...names].join(".");
}

/** The places of items in a path, counted from one as people do: `groups.0.alternatives.2.title` → [1, 3]. */
export function itemNumbers(path: string): number[] {
  return path
    .split(".")
    .filter((name) => /^\d+$/.test(name))
    .map((index) => Number(index) + 1);
}

/** The values that an issue's message is filled with: dates in words, the rest as they are. */
export function issueValues(
  { params = {} }: FieldIssue,
  formatDate: (date: string) => string,
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) ? formatDate(value) : value,
    ]),
  );
}
