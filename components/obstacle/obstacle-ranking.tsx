"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { useDerived } from "@/components/document/form-context";
import { later } from "@/components/document/item-list";
import { reach } from "@/components/document/reach";
import type { Obstacles } from "@/lib/obstacle/model";
import { deriveObstacles } from "@/lib/obstacle/scoring";

type Row = { index: number; title: string; rank: number | null; total: number | null };

/** The obstacles in the order of their weight, as it follows from what is written now. */
export function ObstacleRanking() {
  const t = useTranslations("obstaclesForm.ranking");
  const rows = useDerived(ranking);
  const id = useId();
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby={id} className="rounded-md border border-line bg-surface px-4 py-3.5">
      <h2 id={id} className="mb-1.5 text-md font-bold">
        {t("title")}
      </h2>
      <ol className="-mx-2 grid">
        {rows.map((row) => (
          <li key={row.index}>
            <button
              type="button"
              onClick={() => later(() => reach(`obstacles.${row.index}.title`))}
              className="flex w-full items-baseline gap-2 rounded-sm px-2 py-1.5 text-left text-md hover:bg-sunken touch:min-h-12 touch:items-center"
            >
              <span className="w-5 flex-none text-right font-bold text-hue tabular-nums">
                {row.rank ?? "–"}
              </span>
              <span className="line-clamp-2 min-w-0 flex-1 wrap-anywhere">
                {row.title || t("untitled", { position: row.index + 1 })}
              </span>
              <span className="flex-none text-sm text-ink-2 tabular-nums">
                {row.total === null ? t("none") : t("usg", { total: row.total })}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

function ranking(document: Obstacles): Row[] {
  const derived = deriveObstacles(document);
  return document.obstacles
    .map((obstacle, index): Row => {
      const { rank = null, usgTotal = null } = derived[index] ?? {};
      return { index, title: obstacle.title.trim(), rank, total: usgTotal };
    })
    .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || a.index - b.index);
}
