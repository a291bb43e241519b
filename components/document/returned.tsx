"use client";

import { useTranslations } from "next-intl";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { ChevronDownIcon, PencilIcon, UndoIcon } from "@/components/ui/icons";
import { toast } from "@/components/ui/toast";
import type { ReturnReason, StageReturn } from "@/lib/assignment/model";
import { differences } from "@/lib/document/difference";
import { indexPath, stablePath } from "@/lib/document/path";
import { Answers } from "./answers";
import { useDerived, useForm } from "./form-context";
import { valueAt } from "./place";
import { reasonsId } from "./reach";
import { useValueText } from "./value-text";

type Returned = {
  returned: StageReturn;
  /** What was sent back; null where nobody knows, and nothing is marked then. */
  before: object | null;
  answers: Answers;
};

const ReturnedContext = createContext<Returned | null>(null);

/** A form that came back: its fields say why beside themselves, and what has changed since. */
export function ReturnedScope({ children }: { children: ReactNode }) {
  const { dto } = useForm();
  const { returned } = dto;
  return returned ? (
    <Scope key={returned.at} returned={returned}>
      {children}
    </Scope>
  ) : (
    children
  );
}

function Scope({ returned, children }: { returned: StageReturn; children: ReactNode }) {
  const { dto } = useForm();
  const [answers] = useState(() => new Answers(dto, returned.reasons));
  useEffect(() => {
    // Without a store on the device nothing waits there either.
    answers.restore().catch(() => undefined);
  }, [answers]);
  return (
    <ReturnedContext value={{ returned, before: dto.before, answers }}>{children}</ReturnedContext>
  );
}

/** How many of the reasons are ticked off. */
export function useAnsweredCount(): number {
  const answers = useContext(ReturnedContext)?.answers;
  const count = () => answers?.count() ?? 0;
  return useSyncExternalStore(answers?.subscribe ?? noNews, count, count);
}

const noNews = () => () => undefined;

/** The box by which the participant says that a reason is answered. */
export function AnswerBox({ reason }: { reason: ReturnReason }) {
  const t = useTranslations("form.returned");
  const answers = useContext(ReturnedContext)?.answers;
  const read = () => answers?.answered(reason.id) ?? reason.answered;
  const answered = useSyncExternalStore(answers?.subscribe ?? noNews, read, () => reason.answered);
  if (!answers) return null;
  return (
    <Checkbox
      label={t("answered")}
      checked={answered}
      onChange={async (event) => {
        const taken = await answers.set(reason.id, event.target.checked);
        if (!taken) toast(t("notTicked"), { tone: "late" });
      }}
    />
  );
}

/** Why the work came back, where it is about this field or about something in it without a place. */
export function FieldReasons({ path }: { path: string }) {
  const context = useContext(ReturnedContext);
  return context ? <Reasons path={path} reasons={context.returned.reasons} /> : null;
}

function Reasons({ path, reasons }: { path: string; reasons: readonly ReturnReason[] }) {
  const t = useTranslations("form.returned");
  const { names } = useForm();
  // Which fields there are is known once all of them are on the screen.
  const [placed, setPlaced] = useState(false);
  useEffect(() => setPlaced(true), []);
  const here = reasons.filter(
    (reason) =>
      reason.path !== null && (placed ? names.nearest(reason.path) : reason.path) === path,
  );
  if (here.length === 0) return null;
  return (
    <ul id={reasonsId(path)} className="grid gap-2">
      {here.map((reason) => (
        <li
          key={reason.id}
          className="rounded-sm border-l-3 border-late bg-late-soft px-3 pt-2 pb-1 text-md"
        >
          <p className="flex items-center gap-1.5 text-sm font-semibold text-late">
            <UndoIcon size={14} className="flex-none" />
            {t("reason")}
          </p>
          <p className="whitespace-pre-line wrap-anywhere">{reason.text}</p>
          <AnswerBox reason={reason} />
        </li>
      ))}
    </ul>
  );
}

type Past = { kind: "same" } | { kind: "new" } | { kind: "changed"; was: unknown };

const SAME: Past = { kind: "same" };
const NEW: Past = { kind: "new" };

function usePast(path: string, before: object): Past {
  const { store } = useForm();
  const select = useCallback(
    (value: unknown): Past => {
      const stable = stablePath(store.document, path);
      const then = stable === null ? null : indexPath(before, stable);
      if (then === null) return NEW;
      const was = valueAt(before, then);
      return differences(was, value).length > 0 ? { kind: "changed", was } : SAME;
    },
    [store, path, before],
  );
  return useDerived(select, path);
}

/** Says under a field that it has changed since the work came back, and what it said. */
export function FieldChange({ path }: { path: string }) {
  const before = useContext(ReturnedContext)?.before;
  return before ? <Change path={path} before={before} /> : null;
}

function Change({ path, before }: { path: string; before: object }) {
  const t = useTranslations("form.returned");
  const write = useValueText();
  const past = usePast(path, before);
  if (past.kind !== "changed") return null;
  const was = write(path, past.was);
  return (
    <details className="group/past text-sm">
      <summary className="flex min-h-8 list-none items-center gap-1.5 font-semibold text-accent touch:min-h-11 [&::-webkit-details-marker]:hidden">
        <PencilIcon size={14} className="flex-none" />
        {t("changed")}
        <ChevronDownIcon size={14} className="flex-none group-open/past:rotate-180" />
      </summary>
      <p className="text-ink-3">{t("before")}</p>
      <p className="rounded-sm bg-sunken px-3 py-2 whitespace-pre-line text-ink-2 wrap-anywhere">
        {was === "" ? t("empty") : was}
      </p>
    </details>
  );
}

/** Says beside an item's name that it was not there when the work came back. */
export function NewItemMark({ path }: { path: string }) {
  const before = useContext(ReturnedContext)?.before;
  return before ? <NewItem path={path} before={before} /> : null;
}

function NewItem({ path, before }: { path: string; before: object }) {
  const t = useTranslations("form.returned");
  return usePast(path, before).kind === "new" ? (
    <span className="inline-flex items-center gap-1 text-sm font-semibold text-accent">
      <PencilIcon size={14} className="flex-none" />
      {t("new")}
    </span>
  ) : null;
}

/** Says under a list how many of its items have gone since the work came back. */
export function RemovedItems({ path }: { path: string }) {
  const before = useContext(ReturnedContext)?.before;
  return before ? <Removed path={path} before={before} /> : null;
}

function Removed({ path, before }: { path: string; before: object }) {
  const t = useTranslations("form.returned");
  const { store } = useForm();
  const count = useDerived(
    useCallback(
      (now: unknown) => {
        const stable = stablePath(store.document, path);
        const then = stable === null ? null : indexPath(before, stable);
        const was = then === null ? [] : valueAt(before, then);
        return differences(was, now).filter(
          ({ kind, path: at }) => kind === "removed" && /^\d+$/.test(at),
        ).length;
      },
      [store, path, before],
    ),
    path,
  );
  return count > 0 ? (
    <p className="flex items-center gap-1.5 text-sm font-semibold text-accent">
      <PencilIcon size={14} className="flex-none" />
      {t("removed", { count })}
    </p>
  ) : null;
}
