"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";

export type SummaryIssue = {
  /** The id of the control or of the group that is wrong. */
  id: string;
  /** "Judul: paling sedikit 10 huruf." */
  message: ReactNode;
};

/**
 * What keeps a form from being sent, each entry leading to its field. Takes the focus whenever it
 * is asked to by a new `attempt`, so that nobody searches for what went wrong.
 */
export function ErrorSummary({
  issues,
  attempt,
  title,
  more = 0,
}: {
  issues: SummaryIssue[];
  /** Counts the tries to send; without it the summary never takes the focus. */
  attempt?: number;
  title?: ReactNode;
  /** How many there are beside those listed. */
  more?: number;
}) {
  const t = useTranslations("errors.summary");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!attempt) return;
    box.current?.focus({ preventScroll: true });
    // From its top: on a phone the list is longer than the screen.
    box.current?.scrollIntoView({ block: "start" });
  }, [attempt]);
  if (issues.length === 0) return null;
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      className="rounded-md border border-late/60 bg-surface px-4 py-3 text-md"
    >
      <p className="font-bold text-late">{title ?? t("title", { count: issues.length + more })}</p>
      <ul className="mt-1.5 grid gap-0.5">
        {issues.map((issue) => (
          <li key={issue.id}>
            <a
              href={`#${issue.id}`}
              className="inline-block py-0.5 text-late underline decoration-late/40 underline-offset-3 hover:decoration-late touch:py-3"
              onClick={(event) => {
                const field = document.getElementById(issue.id);
                if (!field) return;
                event.preventDefault();
                field.focus({ preventScroll: true });
                field.scrollIntoView({ block: "center" });
              }}
            >
              {issue.message}
            </a>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="mt-1 text-sm text-ink-2">{t("more", { count: more })}</p>}
    </div>
  );
}
