"use client";

import { useLocale } from "next-intl";
import { type ComponentType, type FormEvent, type ReactNode, useRef, useState } from "react";
import type { SignOutDialogProps } from "@/components/field/sign-out-dialog";
import { toLocale } from "@/lib/i18n/locales";

/**
 * Stands before the form that signs out. What waits unsent on this device is asked about first; then
 * the device is closed for its person. Before the page has its scripts the form works as it is.
 */
export function SignOutGuard({ children }: { children: ReactNode }) {
  const locale = toLocale(useLocale());
  const form = useRef<HTMLFormElement | null>(null);
  const passing = useRef(false);
  const [asking, setAsking] = useState<{
    Dialog: ComponentType<SignOutDialogProps>;
    props: Omit<SignOutDialogProps, "onClose" | "onLeft">;
  } | null>(null);

  const leave = () => {
    passing.current = true;
    setAsking(null);
    form.current?.requestSubmit();
  };
  const ask = async () => {
    try {
      const { prepareSignOut, SignOutDialog } = await import("@/components/field/sign-out-dialog");
      const props = await prepareSignOut(locale);
      if (props) setAsking({ Dialog: SignOutDialog, props });
      else leave();
    } catch {
      // A browser that keeps nothing has nothing to ask about.
      leave();
    }
  };
  return (
    <div
      onSubmitCapture={(event: FormEvent<HTMLDivElement>) => {
        if (passing.current) {
          passing.current = false;
          return;
        }
        event.preventDefault();
        event.stopPropagation();
        form.current = event.target as HTMLFormElement;
        void ask();
      }}
    >
      {children}
      {asking && <asking.Dialog {...asking.props} onClose={() => setAsking(null)} onLeft={leave} />}
    </div>
  );
}
