"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useEffect, useRef, useTransition } from "react";

/** Milliseconds without typing after which a search is carried out. */
const PAUSE = 350;

/**
 * A search form that carries itself out: a choice at once, typing after a pause. Without JavaScript
 * it is sent like any other, by its button. The page number is left out on purpose.
 */
export function LiveForm({
  action,
  address,
  children,
  className,
}: {
  /** The list's address. */
  action: string;
  /** What is shown now; when it changed elsewhere, by a link, the controls follow. */
  address: string;
  children: ReactNode;
  className?: string;
}) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [pending, start] = useTransition();

  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another list is shown
  useEffect(() => {
    const inUse = form.current?.contains(document.activeElement) ?? false;
    if (!inUse) form.current?.reset();
  }, [address]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const go = () => {
    clearTimeout(timer.current);
    if (!form.current) return;
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form.current)) {
      if (typeof value === "string" && value.trim() !== "") query.set(name, value.trim());
    }
    const written = query.toString();
    start(() => router.replace(written ? `${action}?${written}` : action, { scroll: false }));
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a <search> around it would be one box more
    <form
      ref={form}
      action={action}
      role="search"
      aria-busy={pending || undefined}
      className={className}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        go();
      }}
      onInput={(event) => {
        clearTimeout(timer.current);
        const typed = event.target instanceof HTMLInputElement && event.target.type === "search";
        if (typed) timer.current = setTimeout(go, PAUSE);
        else go();
      }}
    >
      {children}
    </form>
  );
}
