"use client";

import { type AbstractIntlMessages, useLocale } from "next-intl";
import { type ComponentType, type ReactNode, useEffect, useState } from "react";
import { SoftLink } from "@/components/ui/soft-link";
import { wordsLater } from "@/lib/i18n/later";
import { type Locale, toLocale } from "@/lib/i18n/locales";
import { MessagesProvider } from "@/lib/i18n/messages-provider";
import type { PaletteProps } from "./palette";

type SearchButtonProps = Pick<PaletteProps, "places"> & {
  className: string;
  label: string;
  /** Whether this button listens for the keys; of several on a page, one does. */
  keys?: boolean;
  children: ReactNode;
};

/**
 * Leads to the search: without a script as a page, with one as a palette over the present page, which
 * Ctrl K and / open from anywhere.
 */
export function SearchButton({ places, className, label, keys, children }: SearchButtonProps) {
  const [open, setOpen] = useState<boolean | null>(null);
  const palette = usePalette(toLocale(useLocale()), open !== null);
  useEffect(() => {
    if (!keys) return;
    const onKey = (event: KeyboardEvent) => {
      const command = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
      const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (!command && !(slash && !isTyping(event.target))) return;
      // Another dialog has a question open.
      if (document.querySelector("dialog[open]")) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [keys]);
  return (
    <>
      <SoftLink
        href="/search"
        aria-label={label}
        aria-keyshortcuts={keys ? "Control+K /" : undefined}
        className={className}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {children}
      </SoftLink>
      {open !== null && palette && (
        <MessagesProvider messages={palette.words}>
          <palette.Palette open={open} onClose={() => setOpen(false)} places={places} />
        </MessagesProvider>
      )}
    </>
  );
}

/** The palette and its words, loaded when it is opened for the first time: no page pays for them. */
function usePalette(locale: Locale, wanted: boolean) {
  const [loaded, setLoaded] = useState<{
    Palette: ComponentType<PaletteProps>;
    words: AbstractIntlMessages;
  } | null>(null);
  useEffect(() => {
    if (!wanted) return;
    let over = false;
    Promise.all([import("./palette"), wordsLater(locale, ["search"])]).then(
      ([{ Palette }, words]) => {
        if (!over) setLoaded({ Palette, words });
      },
      () => undefined,
    );
    return () => {
      over = true;
    };
  }, [locale, wanted]);
  return loaded;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input, textarea, select"))
  );
}
