import type { ReactNode } from "react";

/**
 * The next thing to do, always in reach: sticks to the bottom of the screen (above the phone's bar
 * of places) while the form it belongs to is longer than the screen. Stands at the form's end.
 */
export function ActionBar({ note, children }: { note?: ReactNode; children: ReactNode }) {
  return (
    <div
      data-noprint=""
      className="sticky bottom-(--bottom-bar) z-10 -mx-4 mt-5 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-surface px-4 py-3 sm:mx-0 sm:rounded-md sm:border sm:px-4.5"
    >
      {note && <div className="min-w-0 text-sm text-ink-3 sm:flex-1">{note}</div>}
      <div className="ml-auto flex gap-2.5 max-sm:w-full max-sm:*:flex-1">{children}</div>
    </div>
  );
}
