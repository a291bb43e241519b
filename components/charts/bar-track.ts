import { type Markup, markup } from "@/components/ui/markup";
import { fills, type Series } from "./series";

type BarTrackProps = {
  parts: { series: Series; value: number }[];
  /** The value of the whole width. */
  total: number;
};

/**
 * The drawn part of a stacked bar. Decoration to screen readers: the figures stand beside it in
 * words. Parts keep at least a sliver, so that one of three hundred is seen.
 */
export function barTrack(props: BarTrackProps): Markup {
  return markup`<div aria-hidden="true" class="chart flex h-2 gap-0.5 overflow-hidden rounded-xs bg-sunken">${partsOf(props)}</div>`;
}

function partsOf({ parts, total }: BarTrackProps): Markup {
  return markup`${parts
    .filter((part) => part.value > 0)
    .map(
      ({ series, value }) =>
        markup`<span title="${series.label}: ${value}" class="min-w-1 rounded-[3px] ${fills[series.fill]}" style="width:${((value / Math.max(1, total)) * 100).toFixed(2)}%"></span>`,
    )}`;
}
