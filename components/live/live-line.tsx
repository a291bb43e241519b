"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState, useTransition } from "react";
import { restLinks } from "@/components/ui/looking-ahead";
import { follow, type LiveState } from "./follow";
import { holdFocus } from "./hold-focus";

const TONES = { on: "good", slow: "neutral", off: "late" } as const;

/**
 * Reads the page anew when something has changed, and says whether it does. What is typed, scrolled
 * to and focused stays as it is; while somebody selects text, the page waits.
 */
export function LiveLine({
  href,
  since,
  words,
}: {
  href: string;
  since: number;
  words: Record<LiveState, string>;
}) {
  const router = useRouter();
  const [state, setState] = useState<LiveState | null>(null);
  const [refreshing, start] = useTransition();
  const read = useRef(since);
  const waits = useRef(false);
  const busy = useRef(false);
  const giveBack = useRef(() => {});

  // One at a time: a slow server is not asked faster than it answers.
  const refresh = useCallback(() => {
    if (!waits.current || busy.current || document.getSelection()?.type === "Range") return;
    waits.current = false;
    busy.current = true;
    giveBack.current = holdFocus();
    start(() => router.refresh());
  }, [router]);

  useEffect(() => {
    read.current = since;
  }, [since]);

  // Reading anew forgets what links have loaded ahead.
  useEffect(restLinks, []);

  useEffect(() => {
    if (refreshing) return;
    giveBack.current();
    giveBack.current = () => {};
    busy.current = false;
    refresh();
  }, [refreshing, refresh]);

  useEffect(() => {
    const end = follow({
      href,
      since: () => read.current,
      onChanged: () => {
        waits.current = true;
        refresh();
      },
      onState: setState,
    });
    document.addEventListener("selectionchange", refresh);
    return () => {
      end();
      document.removeEventListener("selectionchange", refresh);
    };
  }, [href, refresh]);

  return (
    <span
      role="status"
      data-live={state ?? ""}
      className="inline-flex items-center gap-1.5 text-xs font-medium text-ink-3 not-empty:min-h-6 empty:-mr-2.5"
    >
      {state && (
        <>
          <span
            aria-hidden="true"
            data-tone={TONES[state]}
            className="size-2 flex-none rounded-full bg-hue"
          />
          {words[state]}
        </>
      )}
    </span>
  );
}
