"use client";

import { type RefObject, useLayoutEffect, useRef } from "react";

/** How long a row takes to its new place. */
const MOVE_MS = 180;

/**
 * Lets rows that change their order glide to their new places, so that the eye can follow which one
 * rose. Rows are told apart by `data-row`. Nothing moves where the system asks for no motion.
 */
export function useMoves(order: string): RefObject<HTMLOListElement | null> {
  const list = useRef<HTMLOListElement>(null);
  const tops = useRef(new Map<string, number>());
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew whenever the order is another
  useLayoutEffect(() => {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const next = new Map<string, number>();
    for (const row of list.current?.querySelectorAll<HTMLElement>("[data-row]") ?? []) {
      const key = row.dataset.row ?? "";
      const before = tops.current.get(key);
      next.set(key, row.offsetTop);
      if (still || before === undefined || before === row.offsetTop) continue;
      row.animate(
        [{ transform: `translateY(${before - row.offsetTop}px)` }, { transform: "none" }],
        { duration: MOVE_MS, easing: "ease-out" },
      );
    }
    tops.current = next;
  }, [order]);
  return list;
}
