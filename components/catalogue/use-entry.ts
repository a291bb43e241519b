"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useIssueText } from "@/components/cohort/issue-text";
import { useCommand } from "@/components/review/use-command";
import type { EntrySaved } from "@/lib/catalogue/model";
import type { Refusal, RefusalReason, Result } from "@/lib/platform/result";

/** What a form sends: whose entry, which, based on what, and its fields. */
export type EntryInput = { commandId: string } & Record<string, unknown>;

/** The values of a form's fields, as the browser has them. */
export type FormValues = Record<string, unknown>;

/** What stands instead of what was seen. */
export interface EntryConflict {
  version: number;
  values: Record<string, unknown>;
}

/** Everything that a form does with a server's answer. Needs `catalogue`, `issues` and `refusals`. */
export function useEntry(
  // A method, so that each noun's own action fits.
  { save }: { save(input: EntryInput): Promise<Result<EntrySaved>> },
  onSaved: (saved: EntrySaved) => void,
) {
  const t = useTranslations("catalogue");
  const refusals = useTranslations("refusals");
  const issueText = useIssueText();
  const { run, pending } = useCommand(save);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [general, setGeneral] = useState<string | null>(null);
  const [conflict, setConflict] = useState<EntryConflict | null>(null);
  const [attempt, setAttempt] = useState(0);

  const clear = () => {
    setProblems({});
    setGeneral(null);
    setConflict(null);
  };

  async function send(content: FormValues) {
    const result = await run(content);
    if (result.ok) {
      clear();
      return onSaved(result.value);
    }
    setAttempt((count) => count + 1);
    setConflict(null);
    if (result.reason === "no_answer" || result.reason === "outdated") {
      setProblems({});
      return setGeneral(t(result.reason === "outdated" ? "outdated" : "noAnswer"));
    }
    const { reason, issues = [], details, current } = result as Refusal;
    setProblems(Object.fromEntries(issues.map((issue) => [issue.path, issueText(issue)])));
    if (reason === "conflict" && current && typeof details?.version === "number") {
      setGeneral(null);
      return setConflict({ version: details.version, values: current });
    }
    setGeneral(issues.length > 0 ? null : refusals(reason as RefusalReason));
  }

  return { send, pending, problems, general, conflict, attempt, clear };
}

/** Leads to the first field that is wrong, at each refusal. */
export function useFirstProblem(
  attempt: number,
  problems: Record<string, string>,
  idOf: (path: string) => string,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each answer
  useEffect(() => {
    const [first] = Object.keys(problems);
    if (first !== undefined) document.getElementById(idOf(first))?.focus();
  }, [attempt]);
}

/** A value as a form's field shows it. */
export function shownValue(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** What is in a form; `links.0.url` is the url of the first of its links. */
export function valuesOf(form: HTMLFormElement): FormValues {
  const values: FormValues = {};
  for (const [name, value] of new FormData(form)) {
    const [, list, index, field] = /^(\w+)\.(\d+)\.(\w+)$/.exec(name) ?? [];
    if (!list || !index || !field) {
      values[name] = String(value);
      continue;
    }
    const entries = (values[list] ?? []) as Record<string, string>[];
    values[list] = entries;
    entries[Number(index)] = { ...entries[Number(index)], [field]: String(value) };
  }
  return values;
}
