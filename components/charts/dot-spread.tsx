import { scaleLinear } from "d3-scale";
import { SoftLink } from "@/components/ui/soft-link";
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
        <tbody>
          {rows.map((row) => {
            const offsets = swarm(
              row.dots.map((dot) => (scale(dot.value) / 100) * narrowest),
              size,
            );
            const reach = Math.max(0, ...offsets.map(Math.abs));
            return (
              <tr key={row.id}>
                <th scope="row">
                  {row.href ? <SoftLink href={row.href}>{row.label}</SoftLink> : row.label}
                  <span aria-hidden="true" className="block text-xs font-normal text-ink-3">
                    {row.note}
                  </span>
                </th>
                <td className="spread-strip">
                  <span className="sr-only">{row.summary}</span>
                  <div
                    className="chart relative"
                    style={{ height: `${Math.max(28, Math.ceil(reach * 2 + size + 8))}px` }}
                  >
                    <span className="absolute inset-x-0 top-1/2 h-px bg-line" />
                    {[25, 50, 75].map((tick) => (
                      <span
                        key={tick}
                        className="absolute inset-y-1 w-px bg-line"
                        style={{ left: `${tick}%` }}
                      />
                    ))}
                    {/* For pointers; keyboards and screen readers take the row's link, whose list
                        has a whole line for each. */}
                    <span aria-hidden="true">
                      {row.dots.map((dot, index) => {
                        const place = {
                          left: `${scale(dot.value)}%`,
                          top: `calc(50% + ${(offsets[index] ?? 0).toFixed(1)}px)`,
                          width: `${size}px`,
                          height: `${size}px`,
                        };
                        return dot.href ? (
                          <SoftLink
                            key={dot.id}
                            href={dot.href}
                            title={dot.label}
                            tabIndex={-1}
                            className="spread-dot"
                            style={place}
                          />
                        ) : (
                          <span
                            key={dot.id}
                            title={dot.label}
                            className="spread-dot"
                            style={place}
                          />
                        );
                      })}
                    </span>
                    {row.mean !== null && (
                      <span
                        aria-hidden="true"
                        className="pointer-events-none absolute inset-y-0.5 w-0.5 -translate-x-1/2 rounded-full bg-ink"
                        style={{ left: `${scale(row.mean)}%` }}
                      />
                    )}
                  </div>
                </td>
                <td data-align="end" className="font-semibold">
                  {row.meanText}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
