import { Marked } from "@/components/ui/marked";
import { type Markup, markup } from "@/components/ui/markup";
import { fills, type Series } from "./series";

export type BarTrackProps = {
  parts: { series: Series; value: number }[];
  /** The value of the whole width. */
  total: number;
};

const look = "chart flex gap-0.5 overflow-hidden rounded-xs bg-sunken h-2";

/**
 * The drawn part of a stacked bar. Decoration to screen readers: the figures stand beside it in
 * words. Parts keep at least a sliver, so that one of three hundred is seen.
 */
export function BarTrack(props: BarTrackProps) {
  return <Marked aria-hidden="true" className={look} content={partsOf(props)} />;
}

/** The same bar within rows that are written as text. */
export function barTrack(props: BarTrackProps): Markup {
  return markup`<div aria-hidden="true" class="${look}">${partsOf(props)}</div>`;
}

function partsOf({ parts, total }: BarTrackProps): Markup {
  return markup`${parts
    .filter((part) => part.value > 0)
    .map(
      ({ series, value }) =>
        markup`<span title="${series.label}: ${value}" class="min-w-1 rounded-[3px] ${fills[series.fill]}" style="width:${((value / Math.max(1, total)) * 100).toFixed(2)}%"></span>`,
    )}`;
}
