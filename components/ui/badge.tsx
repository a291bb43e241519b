import type { ReactNode } from "react";
import { type Markup, markup } from "./markup";

const look =
  "inline-flex min-h-6 items-center gap-1.5 rounded-sm bg-hue-soft px-2 py-0.5 text-xs font-semibold text-hue";

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
    <span data-tone={tone} className={look}>
      {icon}
      {children}
    </span>
  );
}

/** The same within what is written as text. */
export function badgeMarkup(text: string, tone: Tone = "neutral"): Markup {
  return markup`<span data-tone="${tone}" class="${look}">${text}</span>`;
}
