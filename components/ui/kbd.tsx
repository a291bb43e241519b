import type { ReactNode } from "react";

/** A key to press. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-block min-w-5 rounded-xs border border-b-2 border-line-strong bg-surface px-1.25 text-center font-sans text-xs font-semibold leading-4.5 text-ink-2">
      {children}
    </kbd>
  );
}
