import type { ReactNode } from "react";
import { CircleCheckIcon, InfoIcon, TriangleAlertIcon } from "./icons";

const icons = { accent: InfoIcon, late: TriangleAlertIcon, good: CircleCheckIcon };

/** Something to know before reading on. `late` is for what needs the reader, `good` for what is done. */
export function Callout({
  tone = "accent",
  title,
  children,
  action,
  live,
}: {
  tone?: "accent" | "late" | "good";
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** Appears as an answer to what the reader did, and is read out. */
  live?: boolean;
}) {
  const Icon = icons[tone];
  return (
    <div
      data-tone={tone}
      role={live ? (tone === "late" ? "alert" : "status") : undefined}
      className="flex gap-3 rounded-md border border-line border-l-4 border-l-hue bg-surface px-4 py-3 text-md"
    >
      <Icon size={18} className="mt-0.5 flex-none text-hue" />
      <div className="grid min-w-0 flex-1 gap-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="text-ink-2">{children}</div>}
        {action && <div className="mt-1.5 flex flex-wrap gap-2">{action}</div>}
      </div>
    </div>
  );
}
