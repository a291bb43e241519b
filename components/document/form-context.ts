"use client";

import { useTranslations } from "next-intl";
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useSyncExternalStore,
} from "react";
import type { AnyStageForm } from "@/lib/assignment/model";
import type { FieldIssue } from "@/lib/document/issue";
import { fieldKey, issueValues } from "@/lib/document/label";
import { useFormat } from "@/lib/i18n/use-format";
import type { SaveState } from "./autosave";
import type { DraftProblem } from "./device-draft";
import type { FieldNames } from "./field-names";
import { afterPress } from "./press";
import { sameContent } from "./sameness";
import type { FormSession } from "./session";

export type FormContextValue = FormSession & { dto: AnyStageForm; names: FieldNames };

export const FormContext = createContext<FormContextValue | null>(null);

/** The form around a field. */
export function useForm(): FormContextValue {
  const form = useContext(FormContext);
  if (!form) throw new Error("a field stands outside of a StageForm");
  return form;
}

/** The value at a path and the way to change it. Renders anew only when that value changes. */
export function useValue<T>(path: string): [T, (value: T) => void] {
  const { store } = useForm();
  const subscribe = useCallback(
    (listener: () => void) => store.subscribe(path, listener),
    [store, path],
  );
  const read = () => store.get(path) as T;
  const value = useSyncExternalStore(subscribe, read, read);
  const change = useCallback((next: T) => store.set(path, next), [store, path]);
  return [value, change];
}

/**
 * Something worked out of the document, or of what stands at `path` in it. Renders anew only when
 * the outcome says something else, so that it may be asked on every keystroke.
 */
export function useDerived<T, Place = unknown>(select: (place: Place) => T, path = ""): T {
  const { store } = useForm();
  const last = useRef<{ place: unknown; select: unknown; value: T } | null>(null);
  const subscribe = useCallback(
    (listener: () => void) => store.subscribe(path, listener),
    [store, path],
  );
  const read = () => {
    const place = store.get(path);
    const known = last.current;
    if (known && Object.is(known.place, place) && known.select === select) return known.value;
    const value = select(place as Place);
    const same = known !== null && sameContent(known.value, value);
    last.current = { place, select, value: same ? known.value : value };
    return last.current.value;
  };
  return useSyncExternalStore(subscribe, read, read);
}

const NO_ISSUES: readonly FieldIssue[] = [];

/** What is said to be wrong at a path; `deep` also of what is inside it. */
export function useIssues(path: string, deep = false): readonly FieldIssue[] {
  const { checker } = useForm();
  const read = () => (deep ? checker.shownWithin(path) : checker.shownAt(path));
  return useSyncExternalStore(checker.subscribe, read, () => NO_ISSUES);
}

/** What deserves a second look at a path; it never keeps anything from being sent. */
export function useWarnings(path: string): readonly FieldIssue[] {
  const { checker } = useForm();
  const read = () => checker.warnedAt(path);
  return useSyncExternalStore(checker.subscribe, read, () => NO_ISSUES);
}

export function useSaveState(): SaveState {
  const { autosave } = useForm();
  const subscribe = useCallback((listener: () => void) => autosave.subscribe(listener), [autosave]);
  const read = () => autosave.state;
  return useSyncExternalStore(subscribe, read, read);
}

/** Whether something was restored from the device that the person has not answered yet. */
export function useRestored(): boolean {
  const { autosave } = useForm();
  const subscribe = useCallback((listener: () => void) => autosave.subscribe(listener), [autosave]);
  return useSyncExternalStore(
    subscribe,
    () => autosave.restored,
    () => false,
  );
}

/** Whether it was sent for review and waits for the server's answer. */
export function useSubmitting(): boolean {
  const { autosave } = useForm();
  const subscribe = useCallback((listener: () => void) => autosave.subscribe(listener), [autosave]);
  return useSyncExternalStore(
    subscribe,
    () => autosave.submitting,
    () => false,
  );
}

/** Whether what was typed lies on this device or on the server; false where it is on this page alone. */
export function useKept(): boolean {
  const { autosave } = useForm();
  const subscribe = useCallback((listener: () => void) => autosave.subscribe(listener), [autosave]);
  return useSyncExternalStore(
    subscribe,
    () => !autosave.keepsNothing || !autosave.dirty,
    () => true,
  );
}

/** What the server said against what was sent last. */
export function useProblem(): DraftProblem | null {
  const { autosave } = useForm();
  const subscribe = useCallback((listener: () => void) => autosave.subscribe(listener), [autosave]);
  return useSyncExternalStore(
    subscribe,
    () => autosave.problem,
    () => null,
  );
}

/** An issue in the reader's words. */
export function useIssueText(): (issue: FieldIssue) => string {
  const t = useTranslations("issues");
  const form = useTranslations("form");
  const { dto } = useForm();
  const format = useFormat(dto.timeZone);
  return (issue) => {
    if (issue.code === "invalid_number") return form("invalidNumber");
    const params = issueValues(issue, format.date);
    // Codes come from the schemas, which the catalogue follows; an unknown one is still a refusal.
    const key = issue.code as "invalid";
    return t.has(key) ? t(key, params as never) : t("invalid");
  };
}

export type FieldWiring = {
  /** The id of the control: the path, so that an address can lead to it. */
  id: string;
  label: string;
  hint: string | undefined;
  error: string | undefined;
  warning: string | undefined;
  /** To be called when the field is left. */
  leave(): void;
};

/**
 * What every field needs beside its value: its words, which stand in the catalogue under its path
 * without indices, what is wrong with it, and a place among the fields that a summary can name.
 */
export function useField(
  path: string,
  words: {
    label?: string;
    hint?: string | null;
    /** Shows what is wrong inside of it too. */
    deep?: boolean;
    /** What the values are called, where they are codes. */
    options?: readonly { value: string; label: unknown }[];
  } = {},
): FieldWiring {
  const { checker, autosave, names, dto } = useForm();
  const t = useTranslations("terms");
  const text = useIssueText();
  const issues = useIssues(path, words.deep);
  const warnings = useWarnings(path);
  const key = fieldKey(dto.stage, path);
  const label = words.label ?? word(t, `${key}.label`) ?? path;
  const hint = words.hint === null ? undefined : (words.hint ?? word(t, `${key}.hint`));
  const options = words.options;
  useEffect(() => {
    const called = (options ?? []).flatMap(({ value, label }) =>
      typeof label === "string" ? [[value, label]] : [],
    );
    return names.add(path, label, Object.fromEntries(called));
  }, [names, path, label, options]);
  return {
    id: path,
    label,
    hint,
    error: issues.length > 0 ? [...new Set(issues.map(text))].join(" ") : undefined,
    warning: warnings.length > 0 ? warnings.map(text).join(" ") : undefined,
    leave: () => {
      // What is said now may move what is being pressed; the press comes first.
      afterPress(() => checker.leave(path));
      autosave.flush();
    },
  };
}

type Terms = ReturnType<typeof useTranslations<"terms">>;

function word(t: Terms, key: string): string | undefined {
  const known = key as Parameters<Terms>[0];
  return t.has(known) ? t(known) : undefined;
}
