"use client";

import {
  type AbstractIntlMessages,
  NextIntlClientProvider,
  useLocale,
  useMessages,
} from "next-intl";
import { type ReactNode, useMemo } from "react";
import type { Locale } from "./locales";

/** Adds messages to those of the provider above; a plain nested provider would replace them. */
export function MessagesProvider({
  messages,
  locale,
  children,
}: {
  messages: AbstractIntlMessages;
  /** Another language than above it. */
  locale?: Locale;
  children: ReactNode;
}) {
  const above = useMessages();
  const present = useLocale();
  const merged = useMemo(() => ({ ...above, ...messages }), [above, messages]);
  return (
    <NextIntlClientProvider locale={locale ?? present} messages={merged}>
      {children}
    </NextIntlClientProvider>
  );
}
