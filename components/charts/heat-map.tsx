import { MarkedRows } from "@/components/ui/marked";
import { markup } from "@/components/ui/markup";

export type HeatCell = { value: number; href?: string };

export type HeatMapProps = {
  /** Names the chart. */
  label: string;
  /** Head of the first column: "Inovasi". */
  rowLabel: string;
  /** `short` stands in the head, `label` is read out and shown on hover. */
  columns: { key: string; label: string; short?: string }[];
  /** Cells by the key of the column; what is missing is 0. */
  rows: { id: string; label: string; href?: string; cells: Record<string, HeatCell> }[];
  /** In whose hue, a value of `data-stage`. */
  stage?: string;
};

/** How often two things meet: the fuller the cell, the more of them; each leads to what it counts. */
export function HeatMap({ label, rowLabel, columns, rows, stage }: HeatMapProps) {
  const most = Math.max(
    1,
    ...rows.flatMap((row) => columns.map((column) => row.cells[column.key]?.value ?? 0)),
  );
  const cell = (row: HeatMapProps["rows"][number], column: HeatMapProps["columns"][number]) => {
    const { value = 0, href } = row.cells[column.key] ?? {};
    if (value === 0) return markup`<td class="heat-cell"><span class="sr-only">0</span></td>`;
    return markup`<td class="heat-cell" style="--share:${(value / most).toFixed(3)}">${
      href
        ? markup`<a data-soft href="${href}" aria-label="${row.label}, ${column.label}: ${value}">${value}</a>`
        : value
    }</td>`;
  };
  const line = (row: HeatMapProps["rows"][number]) =>
    markup`<tr><th scope="row">${
      row.href ? markup`<a data-soft href="${row.href}">${row.label}</a>` : row.label
    }</th>${columns.map((column) => cell(row, column))}</tr>`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls, this is a box that scrolls
    <div
      className="table-scroll"
      role="group"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolling by arrow keys needs focus
      tabIndex={0}
    >
      <table aria-label={label} data-stage={stage} className="chart-table heat chart">
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">{rowLabel}</span>
            </th>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                title={column.label}
                abbr={column.label}
                style={{ width: `${(78 / columns.length).toFixed(2)}%` }}
              >
                {column.short ?? column.label}
              </th>
            ))}
          </tr>
        </thead>
        <MarkedRows content={markup`${rows.map(line)}`} />
      </table>
    </div>
  );
}
