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
    let over = false;
    const load = () => {
      Promise.all([
        import("./device-agent"),
        wordsLater(locale, ["outbox", "prepare", "refusals", "stage"]),
      ]).then(
        ([{ DeviceAgent }, words]) => {
          if (!over) setLoaded({ Agent: DeviceAgent, words });
        },
        // The signal went between the page and this.
        () => {
          if (!over) window.addEventListener("online", load, { once: true });
        },
      );
    };
    const stop = whenIdle(load);
    return () => {
      over = true;
      stop();
      window.removeEventListener("online", load);
    };
  }, [locale]);
  return (
    loaded && (
      <MessagesProvider messages={loaded.words}>
        <loaded.Agent personId={personId} build={build} />
      </MessagesProvider>
    )
  );
}

/** Does something when the page has come to rest; gives what keeps it from that. */
function whenIdle(work: () => void): () => void {
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(work, 500);
    return () => clearTimeout(timer);
  }
  const idle = requestIdleCallback(work, { timeout: 3000 });
  return () => cancelIdleCallback(idle);
}
