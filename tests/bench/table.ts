import { CLIENTS } from "@/tests/bench/measures";
import type { BenchDatabase, BenchResult } from "@/tests/bench/result";

type Measurement = BenchDatabase["measurements"][number];

const HEAD = [
  "",
  "cohorts",
  "median",
  "p95",
  "req/s",
  "median ×4",
  "p95 ×4",
  "req/s ×4",
  "statements",
  "body",
  "sent",
  "JS sent",
  "cold",
  "warm",
];

/** The one table of a run: what was asked, of which database, and how it was answered. */
export function resultTable({ databases }: BenchResult): string {
  const rows = namesOf(databases).flatMap((name) =>
    databases.flatMap(({ cohorts, measurements }) =>
      measurements
        .filter((measurement) => measurement.name === name)
        .map((measurement) => [
          name,
          cohorts.toLocaleString("en"),
          ...cellsOf(measurement).map(({ text }) => text),
        ]),
    ),
  );
  return layOut([HEAD, ...rows]);
}

/** The machine, and what is not a matter of single requests. */
export function resultNotes({ machine, databases, balancer }: BenchResult): string[] {
  return [
    `${machine.processor}, ${machine.cores} cores, ${machine.memoryGiB} GiB, ${machine.system}; ` +
      `Node ${machine.node}, PostgreSQL ${machine.postgres}; commit ${machine.commit}. ` +
      "Clients, server and database share the machine. Times in milliseconds, bytes in KB of 1,000.",
    ...databases.map(
      ({ cohorts, buildSeconds, mebibytes, memory }) =>
        `${cohorts.toLocaleString("en")} cohorts: database of ${mebibytes} MiB made in ${buildSeconds} s; ` +
        `server's memory ${memory.atRest ?? "?"} MiB at rest, ${memory.after ?? "?"} MiB after.`,
    ),
    ...balancer.map(
      ({ people, places, median }) =>
        `The balancer alone, ${people} people × ${places} places with reasons: ${median} ms.`,
    ),
    ...databases.flatMap(({ visits }) =>
      visits.map(
        ({ name, interactive, largestPaint, blocking }) =>
          `${name}, first visit on a slow phone (Lighthouse): interactive after ${interactive} ms, ` +
          `largest paint ${largestPaint} ms, blocked ${blocking} ms.`,
      ),
    ),
  ];
}

/** Two runs side by side: each figure before and after, and by how much it changed. */
export function comparisonTable(before: BenchResult, after: BenchResult): string {
  const rows = namesOf(after.databases).flatMap((name) =>
    after.databases.flatMap(({ cohorts, measurements }) => {
      const now = measurements.find((measurement) => measurement.name === name);
      const then = before.databases
        .find((database) => database.cohorts === cohorts)
        ?.measurements.find((measurement) => measurement.name === name);
      if (!now || !then) return [];
      const old = cellsOf(then);
      return [
        [
          name,
          cohorts.toLocaleString("en"),
          ...cellsOf(now).map((cell, index) => change(old[index], cell)),
        ],
      ];
    }),
  );
  return layOut([HEAD, ...rows]);
}

interface Cell {
  value: number | null;
  text: string;
}

function cellsOf({ loads, statements, body, page }: Measurement): Cell[] {
  return [
    // What is measured with one client alone has nothing to say of four.
    ...CLIENTS.flatMap((clients) => {
      const load = loads.find((measured) => measured.clients === clients);
      return [
        cell(load?.median ?? null, 1),
        cell(load?.p95 ?? null, 1),
        cell(load?.perSecond ?? null, 0),
      ];
    }),
    cell(statements, 1),
    kilobytes(body?.raw),
    kilobytes(body?.sent),
    kilobytes(page?.scripts.sent),
    kilobytes(page?.cold),
    kilobytes(page?.warm),
  ];
}

function cell(value: number | null, digits: number): Cell {
  return { value, text: value === null ? "–" : String(Number(value.toFixed(digits))) };
}

function kilobytes(bytes: number | undefined): Cell {
  return cell(bytes === undefined ? null : bytes / 1000, 1);
}

function change(before: Cell | undefined, { value, text }: Cell): string {
  if (value === null || !before?.value || before.text === text) return text;
  const percent = Math.round((value / before.value - 1) * 100);
  return `${before.text} → ${text} (${percent > 0 ? "+" : ""}${percent} %)`;
}

function namesOf(databases: readonly BenchDatabase[]): string[] {
  return [
    ...new Set(databases.flatMap(({ measurements }) => measurements.map(({ name }) => name))),
  ];
}

/** As Markdown, so that it can be put where it is spoken of. */
function layOut(rows: readonly string[][]): string {
  const widths = HEAD.map((_, column) =>
    Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    `| ${row.map((text, column) => (column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0))).join(" | ")} |`;
  const [head = [], ...body] = rows;
  const rule = `| ${widths.map((width, column) => (column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`)).join(" | ")} |`;
  return [line(head), rule, ...body.map(line)].join("\n");
}
