"use client";

import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { MessageSquareIcon } from "@/components/ui/icons";
import { useDesk } from "./desk-context";
import { DraftReasonNote } from "./draft-reason-note";
import { RemarkComposer } from "./remark-composer";

/** At the end of a field: the button to remark on it, what is being written, and reasons collected. */
export function RemarkSlot({
  path,
  stable,
  label,
}: {
  path: string;
  stable: string;
  label: string;
}) {
  const t = useTranslations("review.remark");
  const desk = useDesk();
  const own = desk.drafts.reasons.filter((reason) => reason.path === path);
  const open = desk.writing === path;
  const begun = desk.note(path).trim() !== "";
  return (
    <div data-noprint="" data-path={path} data-stable={stable} data-label={label}>
      <button
        type="button"
        aria-expanded={open}
        aria-label={t("on", { field: label })}
        title={t("write")}
        onClick={() => desk.setWriting(open ? null : path)}
        className={cx(
          "absolute top-0 right-0 grid size-8 place-items-center rounded-sm touch:-top-2.5 touch:size-12",
          "hover:bg-accent-soft hover:text-accent focus-visible:text-accent",
          open || begun ? "text-accent" : "text-ink-3/60 group-hover/field:text-ink-2",
        )}
      >
        <MessageSquareIcon size={16} />
        {begun && !open && (
          <span className="absolute top-1.5 right-1.5 size-2 rounded-full bg-accent" />
        )}
      </button>
      {own.length > 0 && (
        <ul className="mt-2 grid gap-2">
          {own.map((reason) => (
            <li key={reason.id}>
              <DraftReasonNote reason={reason} />
            </li>
          ))}
        </ul>
      )}
      {open && <RemarkComposer field={{ path, stable, label }} />}
    </div>
  );
}
