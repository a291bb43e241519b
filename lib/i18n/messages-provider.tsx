"use client";

import {
  type AbstractIntlMessages,
  NextIntlClientProvider,
  useLocale,
  useMessages,
} from "next-intl";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { type FaultNamespace, wordsLater } from "./later";
import { type Locale, toLocale } from "./locales";

/** What is said of any fault or refusal of a namespace until its words are there. */
type Faults = Partial<Record<FaultNamespace, string>>;

const NONE: Faults = {};

/** Adds messages to those of the provider above; a plain nested provider would replace them. */
export function MessagesProvider({
  messages,
  faults = NONE,
  locale,
  children,
}: {
  messages: AbstractIntlMessages;
  /** Namespaces whose words are fetched once the page is there. */
  faults?: Faults;
  /** Another language than above it. */
  locale?: Locale;
  children: ReactNode;
}) {
  const above = useMessages();
  const present = toLocale(useLocale());
  const language = locale ?? present;
  const fetched = useFaults(language, faults);
  const merged = useMemo<AbstractIntlMessages>(
    () => ({ ...above, ...messages, ...(fetched ?? inGeneral(faults)) }),
    [above, messages, faults, fetched],
  );
  return (
    <NextIntlClientProvider locale={language} messages={merged}>
      {children}
    </NextIntlClientProvider>
  );
}

/** Namespaces of which every key says the same. */
function inGeneral(faults: Faults): AbstractIntlMessages {
  return Object.fromEntries(
    Object.entries(faults).map(([name, text]) => [name, new Proxy({}, { get: () => text })]),
  );
}

/** The words of refusals and faults, once they are there; null before, and where there is no signal. */
function useFaults(locale: Locale, faults: Faults): AbstractIntlMessages | null {
  const [fetched, setFetched] = useState<AbstractIntlMessages | null>(null);
  const names = Object.keys(faults).join(" ");
  useEffect(() => {
    if (!names) return;
    let over = false;
    wordsLater(locale, names.split(" ") as FaultNamespace[]).then(
      (words) => {
        if (!over) setFetched(words);
      },
      () => undefined,
    );
    return () => {
      over = true;
    };
  }, [locale, names]);
  return fetched;
}
