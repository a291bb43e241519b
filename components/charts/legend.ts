import { type Markup, markup } from "@/components/ui/markup";
import { fills, type Series } from "./series";

/** The square that stands for a series. */
export function swatch({ fill, stage }: Pick<Series, "fill" | "stage">): Markup {
  return markup`<span aria-hidden="true"${stage && markup` data-stage="${stage}"`} class="chart inline-block size-2.5 flex-none rounded-[3px] ${fills[fill]}"></span>`;
}
