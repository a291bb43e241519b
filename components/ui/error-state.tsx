import type { ReactNode } from "react";
import { CircleAlertIcon } from "./icons";

/** A part of a page that could not be shown: what happened, and what to do. */
export function ErrorState({
  title,
  children,
  action,
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="grid justify-items-center gap-1.5 px-6 py-12 text-center">
      <span className="mb-2 grid size-12 place-items-center rounded-full bg-late-soft text-late">
        <CircleAlertIcon size={22} />
      </span>
      <p className="font-semibold">{title}</p>
      {children && <p className="max-w-[46ch] text-md text-ink-2">{children}</p>}
      {action && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
