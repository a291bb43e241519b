"use client";

import { useTranslations } from "next-intl";
import { useDerived } from "@/components/document/form-context";
import { later } from "@/components/document/item-list";
import { reach } from "@/components/document/reach";
import type { SolutionObstacle, Solutions } from "@/lib/solution/model";
import { sieveOf } from "./group-sieve";

type Choice = { obstacleId: string; title: string | null; total: number | null };

/** For each obstacle the solution that is chosen at this moment. */
export function ChoiceOverview({ obstacles }: { obstacles: readonly SolutionObstacle[] }) {
  const t = useTranslations("solutionForm");
  const choices = useDerived(choicesOf, "groups");
  return (
    <section
      aria-label={t("overview.title")}
      className="rounded-md border border-line bg-surface px-4 py-3.5"
    >
      <h2 className="mb-1.5 text-md font-bold">{t("overview.title")}</h2>
      <ol className="-mx-2 grid">
        {obstacles.map((obstacle) => {
          const index = choices.findIndex(({ obstacleId }) => obstacleId === obstacle.id);
          const choice = choices[index];
          return (
            <li key={obstacle.id}>
              <button
                type="button"
                onClick={() => later(() => reach(index < 0 ? "groups" : `groups.${index}`))}
                className="flex w-full items-baseline gap-2 rounded-sm px-2 py-1.5 text-left text-md hover:bg-sunken touch:min-h-12"
              >
                <span className="w-5 flex-none text-right font-bold text-obstacle tabular-nums">
                  {obstacle.rank}
                </span>
                <span className="min-w-0 flex-1">
                  <span className="line-clamp-1 text-sm text-ink-3 wrap-anywhere">
                    {obstacle.title}
                  </span>
                  <span
                    className={
                      choice?.title == null ? "block text-ink-2" : "line-clamp-2 wrap-anywhere"
                    }
                  >
                    {choice?.title ?? t("overview.none")}
                  </span>
                  {choice?.total != null && (
                    <span className="block text-sm font-medium text-hue tabular-nums">
                      {t("overview.total", { total: choice.total })}
                    </span>
                  )}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function choicesOf(groups: Solutions["groups"] | undefined): Choice[] {
  return (groups ?? []).map((group) => {
    const row = sieveOf(group).find(({ isSelected }) => isSelected);
    return { obstacleId: group.obstacleId, title: row?.title ?? null, total: row?.total ?? null };
  });
}
