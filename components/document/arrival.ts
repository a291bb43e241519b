import type { StageReturn } from "@/lib/assignment/model";

/**
 * Where a form opens: at the field that the address names, else at the first reason of a return that
 * is not answered yet, for there is something to do. Null for its beginning.
 *
 * @param hash as in the address, with its `#`; without signal it may hold a page (`#/tasks/…`), which
 *   names no field
 */
export function arrivalPath(
  hash: string,
  returned: Pick<StageReturn, "reasons"> | null,
): string | null {
  const named = decoded(hash.replace(/^#/, ""));
  if (named !== "" && !named.startsWith("/")) return named;
  const open = returned?.reasons.find(({ path, answered }) => path !== null && !answered);
  return open?.path ?? null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
