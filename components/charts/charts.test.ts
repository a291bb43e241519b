import { createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { DayLines } from "./day-lines";
import { DotSpread } from "./dot-spread";
import { HeatMap } from "./heat-map";
import { StageBars } from "./stage-bars";
import { swarm } from "./swarm";

// The text of rows waits in the scope of a request; without one it stands where it is.
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => {} }) }));

/** None, one, and far more than the founding cohort has. */
const SIZES = [0, 1, 300] as const;
const upTo = <T>(size: number, make: (index: number) => T) =>
  Array.from({ length: size }, (_, at) => make(at));

function drawn(element: ReactElement): string {
  const html = renderToStaticMarkup(element);
  expect(html).not.toMatch(/NaN|Infinity|undefined|\[object/);
  return html;
}
const count = (html: string, part: string) => html.split(part).length - 1;

describe.each(SIZES)("a chart of %i", (size) => {
  it("innovations × categories has a row for each, and its cells lead on", () => {
    const html = drawn(
      createElement(HeatMap, {
        label: "Kendala",
        rowLabel: "Inovasi",
        columns: upTo(13, (at) => ({ key: `c${at}`, label: `Kategori ${at}` })),
        rows: upTo(size, (at) => ({
          id: `${at}`,
          label: `I${at}`,
          cells: { [`c${at % 13}`]: { value: at, href: `/x/${at}` } },
        })),
      }),
    );
    expect(count(html, 'scope="row"')).toBe(size);
    expect(count(html, "<a ")).toBe(Math.max(0, size - 1));
    // Shares of the fullest cell.
    for (const [, share] of html.matchAll(/--share:([\d.]+)/g)) {
      expect(Number(share)).toBeLessThanOrEqual(1);
    }
  });

  it("categories has a column for each", () => {
    const html = drawn(
      createElement(HeatMap, {
        label: "Kendala",
        rowLabel: "Inovasi",
        columns: upTo(size, (at) => ({ key: `c${at}`, label: `Kategori ${at}` })),
        rows: [{ id: "1", label: "Satu", cells: {} }],
      }),
    );
    expect(count(html, 'scope="col"')).toBe(size + 1);
  });

  it("scores of one innovation draws each, none over another", () => {
    const values = upTo(size, (at) => 60 + ((at * 7) % 30));
    const html = drawn(
      createElement(DotSpread, {
        label: "Sebaran",
        heads: { row: "Inovasi", spread: "Nilai", mean: "Rerata" },
        rows: [
          {
            id: "1",
            label: "Satu",
            summary: "…",
            mean: size > 0 ? 70 : null,
            meanText: "70",
            dots: values.map((value, at) => ({ id: `${at}`, value, label: `${value}` })),
          },
        ],
      }),
    );
    expect(count(html, "spread-dot")).toBe(size);
    const [height] = [...html.matchAll(/height:(\d+)px/g)].map(([, pixels]) => Number(pixels));
    const tops = [...html.matchAll(/calc\(50% \+ (-?[\d.]+)px\)/g)].map(([, top]) => Number(top));
    expect(tops).toHaveLength(size);
    // Each lies within its strip.
    for (const top of tops) expect(Math.abs(top) * 2).toBeLessThan(height ?? 0);
  });

  it("innovations has a strip for each", () => {
    const html = drawn(
      createElement(DotSpread, {
        label: "Sebaran",
        heads: { row: "Inovasi", spread: "Nilai", mean: "Rerata" },
        rows: upTo(size, (at) => ({
          id: `${at}`,
          label: `I${at}`,
          summary: "…",
          mean: null,
          meanText: "–",
          dots: [],
        })),
      }),
    );
    expect(count(html, 'scope="row"')).toBe(size);
  });

  it("days goes up step by step within its frame", () => {
    const day = (at: number) => new Date(Date.UTC(2018, 0, 1 + at)).toISOString().slice(0, 10);
    const to = day(Math.max(0, size - 1));
    const html = drawn(
      createElement(DayLines, {
        label: "Kemajuan",
        stage: "PLAN",
        lines: [
          {
            key: "sent",
            label: "Terkirim",
            look: "bold",
            points: upTo(size, (at) => ({ day: day(at), sum: at + 1 })),
            until: to,
          },
        ],
        most: size,
        from: day(0),
        to,
        today: day(5),
        dayText: (text) => text,
        dayHead: "Hari",
      }),
    );
    expect(count(html, 'scope="row"')).toBe(size);
    for (const [, path] of html.matchAll(/ d="([^"]+)"/g)) {
      for (const [, number] of (path ?? "").matchAll(/[HVM ](-?[\d.]+)/g)) {
        expect(Number(number)).toBeGreaterThanOrEqual(0);
        expect(Number(number)).toBeLessThanOrEqual(100);
      }
    }
  });

  it("tasks fills its bar, and no more than that", () => {
    const html = drawn(
      createElement(StageBars, {
        label: "Tahap",
        stages: [
          {
            kind: "PLAN",
            label: "Rencana",
            total: size,
            unit: `/ ${size}`,
            parts: [
              { key: "approved", label: "disetujui", value: size - Math.min(size, 1) },
              { key: "open", label: "dikerjakan", value: Math.min(size, 1) },
            ],
          },
        ],
      }),
    );
    const widths = [...html.matchAll(/width:([\d.]+)%/g)].map(([, width]) => Number(width));
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(100.01);
  });
});

it("keeps 300 equal scores apart", () => {
  const offsets = swarm(
    upTo(300, () => 95),
    4,
  ).toSorted((a, b) => a - b);
  for (let at = 1; at < offsets.length; at += 1) {
    expect((offsets[at] ?? 0) - (offsets[at - 1] ?? 0)).toBeGreaterThan(4 - 1e-3);
  }
});
