import { isRecord } from "@/components/document/sameness";
import type { Aside } from "@/components/document/set-aside";
import type { StageKind } from "@/lib/assignment/model";
import { fieldKey } from "@/lib/document/label";
import type { UnsentDraft } from "./sync";

/** Words by nested keys, as the catalogue holds them. */
export type Words = { readonly [key: string]: string | Words };

export type CopyWords = {
  /** The namespaces `terms` and `stage` of the catalogue. */
  terms: Words;
  stage: Words;
  title: string;
  /** Before the part for machines. */
  whole: string;
  changed: (instant: string) => string;
  date: (day: string) => string;
};

/**
 * What waits on a device as a text that its author can read, print and type from again. All of it
 * follows once more in a form that loses nothing, for those who help.
 */
export function unsentText(
  drafts: readonly UnsentDraft[],
  words: CopyWords,
  aside: readonly Aside[] = [],
): string {
  const written = [
    ...drafts.map(({ stage, draft }) => ({ stage, ...draft })),
    ...aside.map(({ stage, document, changedAt }) => ({ stage, document, changedAt })),
  ];
  const parts = written.map(({ stage, document, changedAt }) => {
    const name = wordAt(words.stage, `kind.${stage}`) ?? stage;
    const heading = isInstant(changedAt) ? `${name} – ${words.changed(changedAt)}` : name;
    return [heading, "=".repeat(heading.length), ...linesOf(document, "", stage, words)].join("\n");
  });
  const whole = JSON.stringify([
    ...drafts.map(({ assignmentId, stage, draft }) => ({
      assignmentId,
      stage,
      changedAt: draft.changedAt,
      basedOn: draft.basedOn,
      document: draft.document,
    })),
    ...aside.map(({ address: _, ...kept }) => kept),
  ]);
  return [words.title, ...parts, words.whole, whole].join("\n\n");
}

/** One document, or what is left of one, as its author can read it. */
export function readableText(
  document: unknown,
  stage: StageKind,
  words: Pick<CopyWords, "terms" | "date">,
): string {
  return linesOf(document, "", stage, words).join("\n");
}

/** A value of a document, line by line: its name where it has one, what is in it further in. */
function linesOf(
  value: unknown,
  path: string,
  stage: StageKind,
  words: Pick<CopyWords, "terms" | "date">,
): string[] {
  const name = path === "" ? null : wordAt(words.terms, `${fieldKey(stage, path)}.label`);
  if (Array.isArray(value)) {
    const written = value.flatMap((item) => {
      const text = isRecord(item) ? null : textOf(item, path, words);
      return text === null ? [] : [text];
    });
    if (written.length > 0) return [`${name ?? ""}:`, ...written.map((text) => `  - ${text}`)];
    return value.flatMap((item, index) => {
      const inner = linesOf(item, `${path}.${index}`, stage, words);
      return inner.length === 0 ? [] : [`${name ?? ""} ${index + 1}`.trim(), ...indented(inner)];
    });
  }
  if (isRecord(value)) {
    const inner = Object.entries(value).flatMap(([key, part]) =>
      linesOf(part, path === "" ? key : `${path}.${key}`, stage, words),
    );
    const isItem = /(^|\.)\d+$/.test(path);
    return name === null || isItem || inner.length === 0 ? inner : [name, ...indented(inner)];
  }
  const text = textOf(value, path, words);
  if (text === null) return [];
  return text.includes("\n")
    ? [`${name ?? ""}:`, ...indented(text.split("\n"))]
    : [name === null ? text : `${name}: ${text}`];
}

/** What another version left may call anything a date. */
function isInstant(text: string): boolean {
  return !Number.isNaN(Date.parse(text));
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

/** A single value in words; null for what says nothing to people: ids, and what is empty. */
function textOf(
  value: unknown,
  path: string,
  words: Pick<CopyWords, "terms" | "date">,
): string | null {
  if (typeof value === "boolean") return wordAt(words.terms, `yesNo.${value}`);
  if (typeof value === "number") return String(value);
  if (typeof value !== "string" || value.trim() === "") return null;
  if (/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value)) return null;
  if (/^\d{4}-\d\d-\d\d$/.test(value) && isInstant(value)) return words.date(value);
  return /^[A-Z][A-Z0-9_]*$/.test(value) ? (codeWord(value, path, words.terms) ?? value) : value;
}

/** What a code is called: in the list that is named like the field, or in the first that knows it. */
function codeWord(code: string, path: string, terms: Words): string | null {
  const field = (
    path
      .split(".")
      .filter((name) => !/^\d+$/.test(name))
      .at(-1) ?? ""
  ).toLowerCase();
  const lists = Object.entries(terms).filter(
    ([, list]) => typeof list === "object" && typeof list[code] === "string",
  );
  const named = lists.find(([name]) => name.toLowerCase().endsWith(field)) ?? lists[0];
  const word = named?.[1];
  return typeof word === "object" ? String(word[code]) : null;
}

function wordAt(words: Words, key: string): string | null {
  let at: string | Words | undefined = words;
  for (const name of key.split(".")) at = typeof at === "object" ? at[name] : undefined;
  return typeof at === "string" ? at : null;
}
