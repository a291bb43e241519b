"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { useDerived } from "@/components/document/form-context";
import { later } from "@/components/document/item-list";
import { reach } from "@/components/document/reach";
import { cx } from "@/components/ui/cx";
import type { Obstacles } from "@/lib/obstacle/model";
import { deriveObstacles } from "@/lib/obstacle/scoring";
import { useMoves } from "./use-moves";

type Row = {
  id: string;
  index: number;
  title: string;
  rank: number | null;
  total: number | null;
};

/** The highest USG total. */
const HIGHEST = 15;

/** The obstacles in the order of their weight, as it follows from what is written now. */
export function ObstacleRanking({
  /** Path of the obstacle that is being scored, where the ranking stands beside its scales. */
  current,
}: {
  current?: string;
}) {
  const t = useTranslations("obstaclesForm.ranking");
  const rows = useDerived(ranking);
  const id = useId();
  const list = useMoves(rows.map((row) => row.id).join());
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby={id} className="rounded-md border border-line bg-surface px-4 py-3.5">
      <h2 id={id} className="mb-1.5 text-md font-bold">
        {t("title")}
      </h2>
      <ol ref={list} className="relative -mx-2 grid">
        {rows.map((row) => {
          const own = current === `obstacles.${row.index}`;
          return (
            <li key={row.id} data-row={row.id} className="bg-surface">
              <button
                type="button"
                aria-current={own || undefined}
                onClick={() => later(() => reach(`obstacles.${row.index}.title`))}
                className={cx(
                  "grid w-full grid-cols-[1.25rem_minmax(0,1fr)_auto] items-baseline gap-x-2 rounded-sm px-2 py-1.5 text-left text-md hover:bg-sunken touch:min-h-12 touch:content-center",
                  own && "bg-hue-soft",
                )}
              >
                <span className="text-right font-bold text-hue tabular-nums">
                  {row.rank ?? "–"}
                </span>
                <span className={cx("line-clamp-2 wrap-anywhere", own && "font-semibold")}>
                  {row.title || t("untitled", { position: row.index + 1 })}
                </span>
                <span className="text-sm text-ink-2 tabular-nums">
                  {row.total === null ? t("none") : t("usg", { total: row.total })}
                </span>
                {row.total !== null && (
                  <span
                    aria-hidden="true"
                    className="chart col-span-2 col-start-2 mt-1 h-1 overflow-hidden rounded-full bg-line"
                  >
                    <span
                      className="block h-full rounded-full bg-hue-solid transition-[width] duration-180 motion-reduce:transition-none"
                      style={{ width: `${(row.total / HIGHEST) * 100}%` }}
                    />
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function ranking(document: Obstacles): Row[] {
  const derived = deriveObstacles(document);
  return document.obstacles
    .map((obstacle, index): Row => {
      const { rank = null, usgTotal = null } = derived[index] ?? {};
      return { id: obstacle.id, index, title: obstacle.title.trim(), rank, total: usgTotal };
    })
    .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || a.index - b.index);
}
