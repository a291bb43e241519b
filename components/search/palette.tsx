"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { SEARCH_TEXT, type SearchGroup, searchHref } from "@/lib/search/model";
import { useGlance } from "./use-glance";

export type PaletteProps = {
  open: boolean;
  onClose: () => void;
  /** Where one can go: the rooms of the workspace, the account, the help. */
  places: { href: string; label: string }[];
};

type Option = { href: string; title: string; context: string };
type Section = { key: string; label: string; options: Option[] };

/** Goes anywhere by typing: places at once, people, innovations, obstacles and plans as they are found. */
export function Palette({ open, onClose, places }: PaletteProps) {
  const t = useTranslations("search");
  const router = useRouter();
  const id = useId();
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const { groups, state } = useGlance(open ? text : "");

  const sections = sectionsOf(t, places, groups, text);
  const options = sections.flatMap((section) => section.options);
  const current = Math.min(active, options.length - 1);

  const go = (href: string) => {
    onClose();
    setText("");
    setActive(0);
    router.push(href);
  };
  const move = (to: number) => {
    const next = (to + options.length) % Math.max(1, options.length);
    setActive(next);
    list.current?.querySelector(`[data-option="${next}"]`)?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") move(current + 1);
    else if (event.key === "ArrowUp") move(current - 1);
    else if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      const option = options[current];
      if (option) go(option.href);
    } else if (event.key === "Escape") {
      // The browser would empty the field first.
      onClose();
    } else return;
    event.preventDefault();
  };

  let place = -1;
  return (
    <Dialog open={open} onClose={onClose} title={t("title")}>
      <input
        type="search"
        role="combobox"
        aria-label={t("placeholder")}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={options.length > 0 ? `${id}-${current}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        placeholder={t("placeholder")}
        maxLength={SEARCH_TEXT}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        className="control"
      />
      <p role="status" className="sr-only">
        {state === "done" && text.trim() !== "" ? t("found", { count: options.length }) : ""}
      </p>
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={t("title")}
        className="-mx-2 grid min-h-48 content-start gap-3"
      >
        {sections.map((section) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a listbox
          <div key={section.key} role="group" aria-labelledby={`${id}-${section.key}`}>
            <p
              id={`${id}-${section.key}`}
              role="presentation"
              className="px-2.5 pb-1 text-xs font-semibold text-ink-3"
            >
              {section.label}
            </p>
            {section.options.map((option) => {
              place += 1;
              const at = place;
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys go to the combobox
                // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the combobox
                <div
                  key={option.href + option.title}
                  id={`${id}-${at}`}
                  role="option"
                  aria-selected={at === current}
                  data-option={at}
                  onClick={() => go(option.href)}
                  onPointerMove={() => setActive(at)}
                  className="grid min-h-10 cursor-pointer content-center rounded-sm px-2.5 py-1.5 aria-selected:bg-accent-soft touch:min-h-12"
                >
                  <span className="truncate font-medium">{option.title}</span>
                  {option.context !== "" && (
                    <span className="truncate text-sm text-ink-3">{option.context}</span>
                  )}
                </div>
              );
            })}
          </div>
        ))}
        {text.trim() !== "" && state !== "searching" && options.length === 0 && (
          <p role="presentation" className="px-2.5 py-6 text-center text-ink-3">
            {state === "failed" ? t("failed") : t("nothing", { q: text.trim() })}
          </p>
        )}
      </div>
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-3 touch:hidden">
        <span>
          <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t("keys.choose")}
        </span>
        <span>
          <Kbd>Enter</Kbd> {t("keys.open")}
        </span>
        <span>
          <Kbd>Esc</Kbd> {t("keys.close")}
        </span>
      </p>
    </Dialog>
  );
}

function sectionsOf(
  t: ReturnType<typeof useTranslations<"search">>,
  places: PaletteProps["places"],
  groups: SearchGroup[],
  text: string,
): Section[] {
  const wanted = text.trim().toLowerCase();
  const near = places.filter(({ label }) => label.toLowerCase().includes(wanted));
  return [
    {
      key: "places",
      label: t("places"),
      options: near.map(({ href, label }) => ({ href, title: label, context: "" })),
    },
    ...groups.map(({ kind, hits, more }) => ({
      key: kind,
      label: t(`kinds.${kind}`),
      options: [
        ...hits.map(({ href, title, context }) => ({ href, title, context: context.join(" · ") })),
        ...(more ? [{ href: searchHref(text.trim(), kind), title: t("more"), context: "" }] : []),
      ],
    })),
  ].filter(({ options }) => options.length > 0);
}
