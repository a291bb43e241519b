import type { ReactNode } from "react";

export type Tone = "neutral" | "accent" | "late" | "good";

/** A word about a thing: its kind, its condition. States of stages have StageChip. */
export function Badge({
  tone = "neutral",
  icon,
  children,
}: {
  tone?: Tone;
  icon?: ReactNode;
  children: ReactNode;
}) {
  return (
    <span
      data-tone={tone}
      className="inline-flex min-h-6 items-center gap-1.5 rounded-sm bg-hue-soft px-2 py-0.5 text-xs font-semibold text-hue"
    >
      {icon}
      {children}
    </span>
  );
}
