import { scaleLinear } from "d3-scale";
import { MarkedRows } from "@/components/ui/marked";
import { markup } from "@/components/ui/markup";
import { swarm } from "./swarm";

export type SpreadDot = {
  id: string;
  /** 0–100 */
  value: number;
  /** Shown on hover: whose it is, and the value: "Peserta 07: 78,40". */
  label: string;
  href?: string;
};

export type SpreadRow = {
  id: string;
  label: string;
  /** To the list behind the dots; needed where the dots are links. */
  href?: string;
  dots: SpreadDot[];
  /** Under the name, quiet: "11 nilai". */
  note?: string;
  /** What the strip shows, in words: "11 nilai, 62,00–91,50". */
  summary: string;
  /** Mean of the dots, 0–100; null where there are none. */
  mean: number | null;
  /** The mean as written: "78,40", "–". */
  meanText: string;
};

export type DotSpreadProps = {
  label: string;
  /** Heads of the columns, for screen readers and the axis. */
  heads: { row: string; spread: string; mean: string };
  rows: SpreadRow[];
};

/** A narrow strip, in pixels; dots that keep apart there keep apart on every wider one. */
const narrowest = 190;

/**
 * How scores of one thing spread: a dot for each, a stroke for the mean, on a scale of 0–100.
 * Each dot is a link for those who point; the row's name leads to the same list, a line for each.
 */
export function DotSpread({ label, heads, rows }: DotSpreadProps) {
  const scale = scaleLinear([0, 100], [0, 100]).clamp(true);
  const most = Math.max(0, ...rows.map((row) => row.dots.length));
  const size = most > 120 ? 4 : most > 40 ? 6 : 8;
  const line = (row: SpreadRow) => {
    const offsets = swarm(
      row.dots.map((dot) => (scale(dot.value) / 100) * narrowest),
      size,
    );
    const reach = Math.max(0, ...offsets.map(Math.abs));
    const dot = ({ label: title, value, href }: SpreadDot, index: number) => {
      const look = markup`title="${title}" class="spread-dot" style="left:${scale(value)}%;top:calc(50% + ${(offsets[index] ?? 0).toFixed(1)}px)"`;
      return href
        ? markup`<a data-soft href="${href}" tabindex="-1" ${look}></a>`
        : markup`<span ${look}></span>`;
    };
    return markup`<tr><th scope="row">${
      row.href ? markup`<a data-soft href="${row.href}">${row.label}</a>` : row.label
    }<span aria-hidden="true" class="block text-xs font-normal text-ink-3">${row.note}</span></th>
      <td class="spread-strip"><span class="sr-only">${row.summary}</span><div class="chart relative" style="height:${Math.max(28, Math.ceil(reach * 2 + size + 8))}px"><span class="absolute inset-x-0 top-1/2 h-px bg-line"></span>${[
        25, 50, 75,
      ].map(
        (tick) =>
          markup`<span class="absolute inset-y-1 w-px bg-line" style="left:${tick}%"></span>`,
      )}${
        // For pointers; keyboards and screen readers take the row's link, whose list has a whole
        // line for each.
        markup`<span aria-hidden="true" style="--dot:${size}px">${row.dots.map(dot)}</span>`
      }${
        row.mean !== null &&
        markup`<span aria-hidden="true" class="pointer-events-none absolute inset-y-0.5 w-0.5 -translate-x-1/2 rounded-full bg-ink" style="left:${scale(row.mean)}%"></span>`
      }</div></td><td data-align="end" class="font-semibold">${row.meanText}</td></tr>`;
  };
  return (
    <div className="table-scroll @container">
      <table aria-label={label} className="chart-table chart-cells spread-cells">
        <thead>
          <tr>
            <th scope="col">{heads.row}</th>
            <th scope="col" className="spread-strip">
              <span className="sr-only">{heads.spread}</span>
              <span aria-hidden="true" className="relative block h-4 font-normal text-ink-3">
                {[0, 25, 50, 75, 100].map((tick) => (
                  <span
                    key={tick}
                    className="absolute -translate-x-1/2 text-xs leading-4 tabular-nums @max-md:nth-[even]:hidden"
                    style={{ left: `${tick}%` }}
                  >
                    {tick}
                  </span>
                ))}
              </span>
            </th>
            <th scope="col" data-align="end">
              {heads.mean}
            </th>
          </tr>
        </thead>
        <MarkedRows content={markup`${rows.map(line)}`} />
      </table>
    </div>
  );
}
