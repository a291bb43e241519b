"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { IconButton } from "./icon-button";
import { CircleAlertIcon, CircleCheckIcon, XIcon } from "./icons";
import { dismissToast, type ToastMessage, toasts, turnPage } from "./toast";

const none: readonly ToastMessage[] = [];

/**
 * Where toasts appear: above on the phone, whose thumb works below, one at a time and over the bar, so
 * that the page's title stays in sight. Once, in the root layout.
 */
export function Toaster() {
  const t = useTranslations("common");
  const messages = useSyncExternalStore(toasts.subscribe, toasts.now, () => none);
  const page = usePathname();
  const shown = useRef(page);
  useEffect(() => {
    if (shown.current === page) return;
    shown.current = page;
    turnPage();
  }, [page]);
  return (
    <section
      aria-label={t("notifications")}
      aria-live="polite"
      data-noprint=""
      className="pointer-events-none fixed inset-x-4 z-40 grid gap-2 max-lg:top-1.5 max-lg:*:not-last:hidden sm:left-auto sm:w-96 lg:bottom-4"
    >
      {messages.map((message) => (
        <Toast key={message.id} message={message} />
      ))}
    </section>
  );
}

/** How long a resting pointer keeps a message, in milliseconds: it may have been left there. */
const LONGEST_LOOK = 20_000;

/** Long enough to read, longer where there is something to press; stays while it is looked at. */
function Toast({ message }: { message: ToastMessage }) {
  const t = useTranslations("common");
  const [looked, look] = useState(false);
  const [focused, focus] = useState(false);
  const stay = looked ? LONGEST_LOOK : message.action ? 10_000 : 5_000;
  useEffect(() => {
    if (focused) return;
    const timer = setTimeout(() => dismissToast(message.id), stay);
    return () => clearTimeout(timer);
  }, [focused, message.id, stay]);

  const Icon =
    message.tone === "good" ? CircleCheckIcon : message.tone === "late" ? CircleAlertIcon : null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: looking at it only keeps it from leaving
    <div
      data-tone={message.tone}
      className="pointer-events-auto flex w-full animate-[rise_160ms_ease-out] items-center gap-2.5 rounded-md border border-line bg-surface py-1.5 pr-1.5 pl-4 text-md shadow-float"
      onPointerMove={({ pointerType, movementX, movementY }) => {
        // A message that comes up under a mouse at rest is not looked at; a finger has no such rest.
        if (pointerType === "mouse" && (movementX !== 0 || movementY !== 0)) look(true);
      }}
      onPointerLeave={() => look(false)}
      onFocus={() => focus(true)}
      onBlur={() => focus(false)}
    >
      {Icon && <Icon size={18} className="flex-none text-hue" />}
      <p className="min-w-0 flex-1 py-1.5">{message.text}</p>
      {message.action && (
        <button
          type="button"
          className="min-h-9 flex-none rounded-sm px-2.5 font-semibold text-accent hover:bg-accent-soft touch:min-h-12"
          onClick={() => {
            message.action?.run();
            dismissToast(message.id);
          }}
        >
          {message.action.label}
        </button>
      )}
      <IconButton
        label={t("close")}
        icon={<XIcon size={16} />}
        onClick={() => dismissToast(message.id)}
      />
    </div>
  );
}
