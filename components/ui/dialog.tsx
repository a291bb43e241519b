"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { IconButton } from "./icon-button";
import { XIcon } from "./icons";

type DialogProps = {
  open: boolean;
  /** Escape, the cross, or a press beside the dialog. Not called while `busy`. */
  onClose: () => void;
  title: ReactNode;
  /** What it is about, in a sentence. */
  description?: ReactNode;
  /** The buttons; the main one last. */
  footer?: ReactNode;
  /** Something is under way that must not be walked away from. */
  busy?: boolean;
  children?: ReactNode;
};

/**
 * One thing that wants an answer before the rest goes on. The browser's own modal dialog: it keeps
 * the focus inside, makes the page behind inert, and gives the focus back. On the phone it is a
 * sheet from below.
 */
export function Dialog({ open, onClose, title, description, footer, busy, children }: DialogProps) {
  const t = useTranslations("common");
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();

  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (open && !dialog.open) {
      dialog.showModal();
      // The browser would choose the cross; what is asked for comes first.
      dialog.querySelector<HTMLElement>("input:not([type=hidden]), select, textarea")?.focus();
    }
    if (!open && dialog.open) dialog.close();
  }, [open]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard's way out is Escape
    <dialog
      ref={ref}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-description` : undefined}
      className="sheet"
      onCancel={(event) => {
        event.preventDefault();
        if (!busy) onClose();
      }}
      onClick={(event) => {
        // The dialog itself is hit only beside its content, which covers it.
        if (event.target === event.currentTarget && !busy) onClose();
      }}
    >
      <div className="flex max-h-[inherit] flex-col">
        <div className="flex items-start justify-between gap-3 border-b border-line py-2.5 pr-2.5 pl-4.5">
          <h2 id={`${id}-title`} className="py-1.5 text-lg font-bold touch:py-2.5">
            {title}
          </h2>
          <IconButton label={t("close")} icon={<XIcon />} onClick={onClose} disabled={busy} />
        </div>
        <div className="grid gap-4 overflow-y-auto px-4.5 py-4">
          {description && (
            <p id={`${id}-description`} className="text-ink-2">
              {description}
            </p>
          )}
          {children}
        </div>
        {footer && (
          <div className="flex flex-wrap justify-end gap-2.5 border-t border-line px-4.5 py-3 max-sm:*:flex-1">
            {footer}
          </div>
        )}
      </div>
    </dialog>
  );
}
