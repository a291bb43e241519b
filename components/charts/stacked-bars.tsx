import type { ReactNode } from "react";
import { SoftLink } from "@/components/ui/soft-link";
import { BarTrack } from "./bar-track";
import { Swatch } from "./legend";
import type { Series } from "./series";

export type StackedRow = {
  id: string;
  label: string;
  /** To all that the row counts. */
  href?: string;
  /** By the key of the series; what is missing is 0. */
  values: Record<string, { value: number; href?: string }>;
};

export type StackedBarsProps = {
  /** Names the chart. */
  label: string;
  /** Head of the first column: "Instansi". */
  rowLabel: string;
  /** Head of the last column: "Jumlah". */
  totalLabel: string;
  series: Series[];
  rows: StackedRow[];
  /** Shares of each row's own total instead of one scale for all. */
  relative?: boolean;
};

/**
 * One bar a row, divided by series. It is a table with a drawing in it: figures in words for those
 * who read, bars for those who look, and every figure a link.
 */
export function StackedBars({
  label,
  rowLabel,
  totalLabel,
  series,
  rows,
  relative,
}: StackedBarsProps) {
  const totals = rows.map((row) =>
    series.reduce((sum, entry) => sum + (row.values[entry.key]?.value ?? 0), 0),
  );
  const longest = Math.max(1, ...totals);
  return (
    <div className="table-scroll @container">
      {/* Roles are spelled out because the phone's layout takes the display of a table away. */}
      {/* biome-ignore-start lint/a11y/noRedundantRoles: see above */}
      <table role="table" aria-label={label} className="chart-table chart-cells bars">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {rowLabel}
            </th>
            <td role="cell" aria-hidden="true" className="bars-track" />
            {series.map((entry) => (
              <th key={entry.key} role="columnheader" scope="col" className="bars-figure">
                <span className="inline-flex items-center gap-1.5">
                  <Swatch series={entry} />
                  {entry.label}
                </span>
              </th>
            ))}
            <th role="columnheader" scope="col" className="bars-figure bars-total">
              {totalLabel}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row, index) => (
            <tr key={row.id} role="row">
              <th role="rowheader" scope="row">
                <Figure href={row.href}>{row.label}</Figure>
              </th>
              <td role="cell" aria-hidden="true" className="bars-track">
                <BarTrack
                  thick
                  total={totals[index] ?? 0}
                  scale={relative ? totals[index] : longest}
                  parts={series.map((entry) => ({
                    series: entry,
                    value: row.values[entry.key]?.value ?? 0,
                  }))}
                />
              </td>
              {series.map((entry) => {
                const cell = row.values[entry.key];
                return (
                  <td
                    key={entry.key}
                    role="cell"
                    className="bars-figure"
                    data-zero={cell?.value ? undefined : ""}
                  >
                    <span className="bars-swatch">
                      <Swatch series={entry} />
                    </span>
                    <Figure href={cell?.value ? cell.href : undefined}>{cell?.value ?? 0}</Figure>
                  </td>
                );
              })}
              <td role="cell" className="bars-figure bars-total">
                {totals[index]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {/* biome-ignore-end lint/a11y/noRedundantRoles: see above */}
    </div>
  );
}

function Figure({ href, children }: { href?: string; children: ReactNode }) {
  return href ? <SoftLink href={href}>{children}</SoftLink> : children;
}
