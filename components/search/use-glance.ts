"use client";

import { useEffect, useState } from "react";
import type { SearchGroup } from "@/lib/search/model";

/** How long typing has to rest before it is asked. Milliseconds. */
const REST = 180;

type Glance = { groups: SearchGroup[]; state: "idle" | "searching" | "done" | "failed" };

const IDLE: Glance = { groups: [], state: "idle" };

/** What a text leads to, asked once typing rests; an answer that came too late is dropped. */
export function useGlance(text: string): Glance {
  const q = text.trim();
  const [glance, setGlance] = useState<Glance>(IDLE);
  useEffect(() => {
    if (q === "") {
      setGlance(IDLE);
      return;
    }
    // What was found for the text before stays in sight meanwhile.
    setGlance(({ groups }) => ({ groups, state: "searching" }));
    const controller = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const answer = await fetch(`/api/search?${new URLSearchParams({ q })}`, {
          signal: controller.signal,
        });
        if (!answer.ok) throw new Error(String(answer.status));
        const { groups } = (await answer.json()) as { groups: SearchGroup[] };
        setGlance({ groups, state: "done" });
      } catch {
        if (!controller.signal.aborted) setGlance({ groups: [], state: "failed" });
      }
    }, REST);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [q]);
  return glance;
}
