"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { FieldFoot, Optional } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import {
  ChevronDownIcon,
  ChevronUpIcon,
  CircleAlertIcon,
  PlusIcon,
  TrashIcon,
} from "@/components/ui/icons";
import { toast } from "@/components/ui/toast";
import type { Bounds } from "@/lib/document/fields";
import { useDerived, useField, useForm, useIssues } from "./form-context";
import { newId } from "./new-id";
import { reach } from "./reach";
import { FieldReasons, NewItemMark, RemovedItems } from "./returned";

type ItemListProps = {
  path: string;
  label?: string;
  hint?: string | null;
  optional?: boolean;
  /** The heading of the section says the list's name already. */
  headed?: boolean;
  bounds: Bounds;
  /** A new item under a fresh id. */
  create: (id: string) => unknown;
  /** "Tambah narasumber" */
  add: string;
  /** What an item is called by its place, from 1: "Narasumber 1". Names it in summaries too. */
  name: (position: number) => string;
  /** The field of a new item that takes the focus, relative to the item. */
  first?: string;
  /** Whether the order says something, and items can be moved. Default true. */
  ordered?: boolean;
  /** How an item stands: in a frame, without one (small items), or folded up behind its head. */
  look?: "card" | "plain" | "folded";
  /** Beside the name of an item, such as its title or rank. */
  aside?: (path: string, index: number) => ReactNode;
  /** The fields of one item, bound to paths below its own. */
  children: (path: string, index: number) => ReactNode;
};

/**
 * A list that grows: add, remove with a way back, move. Everything works by buttons, and the focus
 * always goes on to what was added, moved, or stands next.
 */
export function ItemList({
  path,
  label,
  hint,
  optional,
  headed,
  bounds,
  create,
  add,
  name,
  first,
  ordered = true,
  look = "card",
  aside,
  children,
}: ItemListProps) {
  const t = useTranslations("form.list");
  const common = useTranslations("common");
  const { store } = useForm();
  const wiring = useField(path, { label, hint });
  const keys = useDerived(itemKeys, path);
  const count = keys.length;

  const addItem = () => {
    store.insert(path, create(newId()));
    const item = `${path}.${count}`;
    later(() => reach(first ? `${item}.${first}` : item));
  };
  const removeItem = (index: number) => {
    const item = store.remove(path, index);
    later(() => reach(index > 0 ? `${path}.${index - 1}` : `${path}-add`));
    toast(t("removed", { name: name(index + 1) }), {
      action: { label: common("undo"), run: () => store.insert(path, item, index) },
    });
  };
  const moveItem = (index: number, by: 1 | -1) => {
    store.move(path, index, index + by);
    // The button goes along with the item; at the end of the way the other one takes over.
    later(() => {
      const item = document.querySelector(`[data-item="${path}.${index + by}"]`);
      const button = (way: number) =>
        item?.querySelector<HTMLButtonElement>(`[data-move="${way}"]:not(:disabled)`);
      (button(by) ?? button(-by))?.focus();
    });
  };

  return (
    <fieldset
      id={path}
      tabIndex={-1}
      aria-describedby={
        cx(wiring.hint && `${path}-hint`, wiring.error && `${path}-error`) || undefined
      }
      className="min-w-0 outline-none"
    >
      <legend className={headed ? "sr-only" : "mb-1.5 w-full"}>
        <span className="flex items-baseline gap-x-3 text-md font-semibold">
          <span>
            {wiring.label}
            {optional && <Optional />}
          </span>
          {!headed && <ListCount count={count} bounds={bounds} />}
        </span>
      </legend>
      <div className="grid gap-3">
        {(wiring.hint || headed) && (
          <p className="-mt-1.5 flex items-baseline justify-between gap-x-3 text-sm text-ink-3">
            <span id={`${path}-hint`}>
              {wiring.hint}
              {headed && optional && <Optional />}
            </span>
            {headed && <ListCount count={count} bounds={bounds} />}
          </p>
        )}
        <FieldReasons path={path} />
        {count > 0 && (
          <ol className="grid gap-3">
            {keys.map((key, index) => (
              <Item
                key={key}
                path={`${path}.${index}`}
                name={name(index + 1)}
                look={look}
                open={count === 1}
                aside={aside?.(`${path}.${index}`, index)}
                buttons={
                  <>
                    {ordered && count > 1 && (
                      <>
                        <IconButton
                          data-move={-1}
                          label={t("up", { name: name(index + 1) })}
                          icon={<ChevronUpIcon />}
                          disabled={index === 0}
                          onClick={() => moveItem(index, -1)}
                        />
                        <IconButton
                          data-move={1}
                          label={t("down", { name: name(index + 1) })}
                          icon={<ChevronDownIcon />}
                          disabled={index === count - 1}
                          onClick={() => moveItem(index, 1)}
                        />
                      </>
                    )}
                    <IconButton
                      label={t("remove", { name: name(index + 1) })}
                      icon={<TrashIcon />}
                      onClick={() => removeItem(index)}
                    />
                  </>
                }
              >
                {children(`${path}.${index}`, index)}
              </Item>
            ))}
          </ol>
        )}
        <FieldFoot id={path} error={wiring.error} />
        <RemovedItems path={path} />
        {count < bounds.max ? (
          <Button
            id={`${path}-add`}
            variant="secondary"
            icon={<PlusIcon size={16} />}
            onClick={addItem}
            className="justify-self-start max-sm:w-full"
          >
            {add}
          </Button>
        ) : (
          <p className="text-sm text-ink-3">{t("full", { max: bounds.max })}</p>
        )}
      </div>
    </fieldset>
  );
}

/** How many a list has: of how few at least, and from then on of how many at most. */
export function ListCount({ count, bounds: { min, max } }: { count: number; bounds: Bounds }) {
  const t = useTranslations("form.list");
  return (
    <span className="ml-auto flex-none text-xs font-normal text-ink-3 tabular-nums">
      {count < min ? t("atLeast", { count, min }) : t("atMost", { count, max })}
    </span>
  );
}

type ItemProps = {
  path: string;
  name: string;
  look: "card" | "plain" | "folded";
  /** Whether a folded item begins unfolded. */
  open: boolean;
  aside: ReactNode;
  buttons: ReactNode;
  children: ReactNode;
};

/** One item of a list: its name, what stands beside it, its buttons and its fields. */
export function Item({ path, name, look, open, aside, buttons, children }: ItemProps) {
  const { names } = useForm();
  const scalar = useDerived(isText, path);
  useEffect(() => names.add(path, name), [names, path, name]);
  if (look === "folded") {
    return (
      <li
        data-item={path}
        id={path}
        tabIndex={-1}
        aria-label={name}
        className="min-w-0 outline-none"
      >
        <details open={open} className="group rounded-md border border-line bg-surface">
          <summary className="flex min-h-13 list-none items-center gap-3 rounded-md px-4 py-2.5 hover:bg-sunken group-open:rounded-b-none group-open:border-b group-open:border-line [&::-webkit-details-marker]:hidden">
            <span className="min-w-0 flex-1">
              <span className="flex flex-wrap items-center gap-x-2.5 text-sm text-ink-3">
                {name}
                <IssueMark path={path} />
                <NewItemMark path={path} />
              </span>
              {aside}
            </span>
            <ChevronDownIcon
              size={18}
              className="flex-none text-ink-3 transition-transform duration-120 group-open:rotate-180"
            />
          </summary>
          <div className="grid gap-5 px-4 pt-4 pb-2.5">
            <FieldReasons path={path} />
            {children}
            <div className="-mx-2 flex justify-end border-t border-line pt-1.5">{buttons}</div>
          </div>
        </details>
      </li>
    );
  }
  return (
    <li
      data-item={path}
      // The one field of a line of text has the path as its id already.
      id={scalar ? undefined : path}
      tabIndex={-1}
      aria-label={name}
      className={cx(
        "grid min-w-0 outline-none",
        look === "plain"
          ? "gap-1.5 border-l-2 border-line-strong pl-3"
          : "gap-3.5 rounded-md border border-line bg-surface px-4 pt-2 pb-4",
      )}
    >
      <div className="flex min-h-9 items-center justify-between gap-2">
        <p className="flex min-w-0 flex-wrap items-center gap-x-2.5 gap-y-1 text-md font-semibold">
          {name}
          {aside}
          {!scalar && <NewItemMark path={path} />}
        </p>
        <span className="-mr-2 flex flex-none">{buttons}</span>
      </div>
      {!scalar && <FieldReasons path={path} />}
      {children}
    </li>
  );
}

/** Says on a folded item that something inside is to be mended. */
function IssueMark({ path }: { path: string }) {
  const t = useTranslations("form.list");
  const issues = useIssues(path, true);
  if (issues.length === 0) return null;
  return (
    <span className="inline-flex items-center gap-1 font-semibold text-late">
      <CircleAlertIcon size={14} />
      {t("issues", { count: issues.length })}
    </span>
  );
}

function isText(item: unknown): boolean {
  return typeof item === "string";
}

/** Items by their ids; what has none (a line of a chain) by its place. */
function itemKeys(list: unknown): string[] {
  if (!Array.isArray(list)) return [];
  return list.map((item, index) =>
    typeof item === "object" && item !== null && "id" in item ? String(item.id) : String(index),
  );
}

/** After React has put the change on the screen. */
export function later(run: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(run));
}
