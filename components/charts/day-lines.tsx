import { scaleLinear } from "d3-scale";
import { cx } from "@/components/ui/cx";
import { Marked } from "@/components/ui/marked";
import { markup } from "@/components/ui/markup";

/** How a line is drawn; no two lines of one chart differ by colour alone. */
export type LineLook = "bold" | "thin" | "dashed";

export type DayLine = {
  key: string;
  label: string;
  look: LineLook;
  /** Where the sum changes, in the order of days. */
  points: { day: string; sum: number }[];
  /** The last day of which it is known. */
  until: string;
};

export type DayLinesProps = {
  label: string;
  /** In whose hue, a value of `data-stage`. */
  stage: string;
  lines: DayLine[];
  /** The sum at the top. */
  most: number;
  /** First and last day, `YYYY-MM-DD`. */
  from: string;
  to: string;
  /** A day to be marked, where it lies between the two. */
  today: string;
  /** How a day is written. */
  dayText: (day: string) => string;
  /** Head of the column of days, for screen readers. */
  dayHead: string;
};

const looks: Record<LineLook, string> = {
  bold: "stroke-hue-solid stroke-[2.5px]",
  thin: "stroke-hue-solid stroke-[1.25px]",
  dashed: "stroke-ink-3 stroke-[1.5px] [stroke-dasharray:5_4]",
};

const numberOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** Sums that grow from day to day, as steps; the same as a table for who hears it. */
export function DayLines(props: DayLinesProps) {
  const { label, stage, lines, most, from, to, today, dayText } = props;
  // A single day is a line of its own length.
  const x = scaleLinear([numberOf(from) - 0.5, numberOf(to) + 0.5], [0, 100]).clamp(true);
  const y = scaleLinear([0, Math.max(1, most)], [100, 2]);
  const pathOf = ({ points, until }: DayLine) => {
    const steps = points.map(
      ({ day, sum }) => `H${x(numberOf(day)).toFixed(2)}V${y(sum).toFixed(2)}`,
    );
    return `M0 ${y(0)}${steps.join("")}H${x(numberOf(until) + 0.5).toFixed(2)}`;
  };
  return (
    <figure data-stage={stage} className="chart grid gap-2">
      <div aria-hidden="true" className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 text-xs">
        <div className="flex h-36 flex-col justify-between text-right text-ink-3 tabular-nums">
          <span>{most}</span>
          <span>0</span>
        </div>
        <svg
          aria-hidden="true"
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          className="h-36 w-full"
        >
          {[2, 51, 100].map((grid) => (
            <path
              key={grid}
              d={`M0 ${grid}H100`}
              vectorEffect="non-scaling-stroke"
              className="fill-none stroke-line"
            />
          ))}
          {today >= from && today <= to && (
            <path
              d={`M${x(numberOf(today)).toFixed(2)} 0V100`}
              vectorEffect="non-scaling-stroke"
              className="fill-none stroke-line-strong"
            />
          )}
          {lines.map((line) => (
            <path
              key={line.key}
              d={pathOf(line)}
              vectorEffect="non-scaling-stroke"
              className={cx("fill-none", looks[line.look])}
            />
          ))}
        </svg>
        <div className="col-start-2 flex justify-between gap-2 text-ink-3">
          <span>{dayText(from)}</span>
          {to !== from && <span>{dayText(to)}</span>}
        </div>
      </div>
      <ul aria-hidden="true" className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2">
        {lines.map((line) => (
          <li key={line.key} className="inline-flex items-center gap-1.5">
            <svg aria-hidden="true" viewBox="0 0 20 4" className="h-1 w-5 flex-none">
              <path d="M0 2H20" className={cx("fill-none", looks[line.look])} />
            </svg>
            {line.label}
          </li>
        ))}
      </ul>
      <Marked className="sr-only" content={tableOf(label, props)} />
    </figure>
  );
}

/** A row for each day on which something changed, with the sums that stand after it. */
function tableOf(label: string, { lines, dayHead, dayText }: DayLinesProps) {
  const days = [...new Set(lines.flatMap(({ points }) => points.map(({ day }) => day)))].toSorted();
  const sumAt = ({ points }: DayLine, day: string) =>
    points.findLast((point) => point.day <= day)?.sum ?? 0;
  return markup`<table aria-label="${label}"><thead><tr><th scope="col">${dayHead}</th>${lines.map(
    (line) => markup`<th scope="col">${line.label}</th>`,
  )}</tr></thead><tbody>${days.map(
    (day) =>
      markup`<tr><th scope="row">${dayText(day)}</th>${lines.map((line) =>
        day <= line.until ? markup`<td>${sumAt(line, day)}</td>` : markup`<td></td>`,
      )}</tr>`,
  )}</tbody></table>`;
}
