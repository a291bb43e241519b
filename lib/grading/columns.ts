/**
 * The columns of a grade sheet. What a sheet is recognised by stands in brackets and is the same in every
 * language; people read the words behind it. A criterion's code may be any word, also that of a key: with
 * `:score` behind it it is never taken for one. A code alone is a score as well, unless a key has that name.
 */

/** Which cohort and work a row is, for which rater, and the version of the scores that it was made from. */
export const KEY_COLUMNS = ["cohort", "rater", "work", "version"] as const;
export type KeyColumn = (typeof KEY_COLUMNS)[number];

const KEY = /^\s*\[(cohort|rater|work|version)\]/i;
const SCORE = /^\s*\[([\p{L}\p{N}._-]{1,40})(?::score)?\]/iu;
const NOTE = /^\s*\[([\p{L}\p{N}._-]{1,40}):note\]/iu;

export type GradeColumn =
  | { kind: "key"; key: KeyColumn }
  | { kind: "score" | "note"; code: string };

/** What a heading says, or null for a column that people only read. */
export function readHeading(heading: string): GradeColumn | null {
  const key = KEY.exec(heading)?.[1]?.toLowerCase();
  const known = KEY_COLUMNS.find((column) => column === key);
  if (known) return { kind: "key", key: known };
  const note = NOTE.exec(heading)?.[1];
  if (note) return { kind: "note", code: note };
  const code = SCORE.exec(heading)?.[1];
  return code ? { kind: "score", code } : null;
}

/** A key column's heading. */
export function keyHeading(key: KeyColumn, words: string): string {
  return `[${key}] ${words}`;
}

/** A criterion's heading, and that of its notes. */
export function scoreHeading(code: string, words: string): string {
  return `[${code}:score] ${words}`;
}

export function noteHeading(code: string, words: string): string {
  return `[${code}:note] ${words}`;
}
