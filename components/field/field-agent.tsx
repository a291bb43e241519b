"use client";

import { type AbstractIntlMessages, useLocale } from "next-intl";
import { type ComponentType, useEffect, useState } from "react";
import { wordsLater } from "@/lib/i18n/later";
import { toLocale } from "@/lib/i18n/locales";
import { MessagesProvider } from "@/lib/i18n/messages-provider";

/**
 * Keeps a participant's device in step with the server. What it does is loaded when the page has come
 * to rest: nobody waits for it.
 */
export function FieldAgent({ personId, build }: { personId: string; build: string | null }) {
  const locale = toLocale(useLocale());
  const [loaded, setLoaded] = useState<{
    Agent: ComponentType<{ personId: string; build: string | null }>;
    words: AbstractIntlMessages;
  } | null>(null);
  useEffect(() => {
    const load = async () => {
      const [{ DeviceAgent }, words] = await Promise.all([
        import("./device-agent"),
        wordsLater(locale, ["outbox", "prepare", "refusals", "stage"]),
      ]);
      setLoaded({ Agent: DeviceAgent, words });
    };
    if (!("requestIdleCallback" in window)) {
      const timer = setTimeout(load, 500);
      return () => clearTimeout(timer);
    }
    const idle = requestIdleCallback(() => void load(), { timeout: 3000 });
    return () => cancelIdleCallback(idle);
  }, [locale]);
  return (
    loaded && (
      <MessagesProvider messages={loaded.words}>
        <loaded.Agent personId={personId} build={build} />
      </MessagesProvider>
    )
  );
}
