import type { ReactNode } from "react";
import { Marked } from "@/components/ui/marked";
import { type Markup, markup } from "@/components/ui/markup";
import { barTrack } from "./bar-track";
import { swatch } from "./legend";
import type { Fill } from "./series";

export type StageBarPart = {
  /** Which state it counts; the order of parts is the order in the bar. */
  key: "approved" | "submitted" | "returned" | "open" | "new" | "locked";
  label: string;
  value: number;
  /** To the rows it counts. */
  href?: string;
};

export type StageBar = {
  /** In whose hue, a value of `data-stage`. */
  kind: string;
  label: string;
  /** Before the label, in the hue. */
  icon?: ReactNode;
  /** All assignments: the whole of the bar. */
  total: number;
  /** "/ 54 disetujui" */
  unit: string;
  parts: StageBarPart[];
};

const fillOf: Record<StageBarPart["key"], Fill> = {
  approved: "solid",
  submitted: "soft",
  returned: "late",
  open: "line",
  new: "hollow",
  locked: "empty",
};

/** How far a cohort has come, stage by stage; each figure leads to what it counts. */
export function StageBars({ label, stages }: { label: string; stages: StageBar[] }) {
  return (
    <section
      aria-label={label}
      className="overflow-hidden rounded-md border border-line bg-surface"
    >
      <ul className="-mt-px -ml-px grid sm:grid-cols-2 xl:grid-cols-4">
        {stages.map((stage) => {
          return (
            <li
              key={stage.kind}
              data-stage={stage.kind}
              className="min-w-0 border-t border-l border-line px-4 py-4 sm:px-5"
            >
              <h2 className="flex items-center gap-2 text-sm font-semibold">
                {stage.icon}
                {stage.label}
              </h2>
              <Marked content={figuresOf(stage)} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The figure of what is approved, the bar, and below it the figures of the rest. */
function figuresOf({ total, unit, parts }: StageBar): Markup {
  const approved = parts.find((part) => part.key === "approved");
  const figure = approved?.value ?? 0;
  const size = "text-2xl font-bold tracking-tight tabular-nums";
  const bar = barTrack({
    total,
    parts: parts.map(({ key, label, value }) => ({
      value,
      series: { key, label, fill: fillOf[key] },
    })),
  });
  const rest = parts.filter(({ key, value }) => key !== "approved" && value > 0);
  return markup`<p class="mt-1.5 flex items-baseline gap-1.5">${
    approved?.href && figure > 0
      ? markup`<a data-soft href="${approved.href}" class="${size} underline-offset-4 hover:underline touch:min-h-11 touch:min-w-11 touch:content-center">${figure}</a>`
      : markup`<span class="${size}">${figure}</span>`
  }<span class="font-medium text-ink-3">${unit}</span></p><div class="mt-3">${bar}</div><ul class="mt-2.5 grid min-h-6 grid-cols-[auto_auto] content-start justify-start gap-x-3.5 gap-y-1 text-xs text-ink-2 max-sm:empty:hidden">${rest.map(
    datum,
  )}</ul>`;
}

function datum({ key, label, value, href }: StageBarPart): Markup {
  const look = "inline-flex min-h-6 items-center gap-1.5";
  const content = markup`${swatch({ fill: fillOf[key] })}<b class="font-semibold text-ink tabular-nums">${value}</b>${label}`;
  return href
    ? markup`<li><a data-soft href="${href}" class="${look} underline-offset-3 hover:underline touch:min-h-11">${content}</a></li>`
    : markup`<li><span class="${look}">${content}</span></li>`;
}
