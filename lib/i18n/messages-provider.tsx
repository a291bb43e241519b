"use client";

import {
  type AbstractIntlMessages,
  NextIntlClientProvider,
  useLocale,
  useMessages,
} from "next-intl";
import { type ComponentProps, type ReactNode, useEffect, useMemo, useState } from "react";
import { type FaultNamespace, isFaultNamespace, MEANWHILE, wordsLater } from "./later";
import { type Locale, toLocale } from "./locales";

type Provider = ComponentProps<typeof NextIntlClientProvider>;

/** Adds messages to those of the provider above; a plain nested provider would replace them. */
export function MessagesProvider({
  messages,
  faults,
  locale,
  children,
}: {
  messages: AbstractIntlMessages;
  /** Of these only the most general is among the messages; the others are fetched. */
  faults?: readonly FaultNamespace[];
  /** Another language than above it. */
  locale?: Locale;
  children: ReactNode;
}) {
  const above = useMessages();
  const present = toLocale(useLocale());
  const language = locale ?? present;
  const fetched = useFaults(language, faults);
  const merged = useMemo<AbstractIntlMessages>(
    () => ({ ...above, ...messages, ...fetched }),
    [above, messages, fetched],
  );
  const meanwhile = useMemo<Pick<Provider, "onError" | "getMessageFallback">>(
    () => ({
      // Told in general terms until all the words are there; what is still amiss then is told then.
      ...(fetched ? {} : { onError: () => undefined }),
      getMessageFallback: ({ namespace, key }) => {
        const path = namespace ? `${namespace}.${key}` : key;
        const [name = ""] = path.split(".");
        if (!isFaultNamespace(name)) return path;
        const words = merged[name] as Record<string, unknown> | undefined;
        return String(words?.[MEANWHILE[name]] ?? path);
      },
    }),
    [merged, fetched],
  );
  return (
    <NextIntlClientProvider locale={language} messages={merged} {...(faults ? meanwhile : {})}>
      {children}
    </NextIntlClientProvider>
  );
}

/** The words of refusals and faults, once they are there; null before, and where there is no signal. */
function useFaults(
  locale: Locale,
  faults: readonly FaultNamespace[] = [],
): AbstractIntlMessages | null {
  const [fetched, setFetched] = useState<AbstractIntlMessages | null>(null);
  const names = faults.join(" ");
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
