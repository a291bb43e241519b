"use client";

import { useLocale, useTranslations } from "next-intl";
import { useDerived, useForm } from "@/components/document/form-context";
import { later } from "@/components/document/item-list";
import { newId } from "@/components/document/new-id";
import { reach } from "@/components/document/reach";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PlusIcon } from "@/components/ui/icons";
import type { StageFormDto } from "@/lib/assignment/model";
import { OBSTACLE_BOUNDS, type Obstacles } from "@/lib/obstacle/model";
import { emptyObstacle } from "@/lib/obstacle/schema";

/** How many criteria are offered at most: the weakest. */
const SHOWN = 3;

/** The criteria that scored lowest in stage 1: where obstacles are most likely to be found. */
export function WeakCriteria({ dto }: { dto: StageFormDto<"OBSTACLES"> }) {
  const t = useTranslations("obstaclesForm.weak");
  const locale = useLocale();
  const { store } = useForm();
  const used = useDerived(usedCriteria, "obstacles");
  const { rubric, evaluation } = dto.context;
  const { min, max } = rubric.scale;
  const weak = rubric.criteria
    .flatMap((criterion) => {
      const value = evaluation.scores.find(
        ({ criterionId }) => criterionId === criterion.id,
      )?.value;
      if (value === undefined) return [];
      return [{ criterion, value, strength: criterion.reverse ? min + max - value : value }];
    })
    .filter(({ strength }) => strength < max)
    .sort((a, b) => a.strength - b.strength)
    .slice(0, SHOWN);
  if (weak.length === 0) return null;
  const begin = (criterionId: string) => {
    const count = used.count;
    store.insert("obstacles", { ...emptyObstacle(newId()), criterionId });
    later(() => reach(`obstacles.${count}.title`));
  };
  return (
    <Card as="section" aria-labelledby="weak-title" className="px-4 py-3.5 sm:px-5">
      <h2 id="weak-title" className="text-md font-bold">
        {t("title")}
      </h2>
      <p className="text-sm text-ink-2">{t("lede")}</p>
      <ul className="mt-2 grid divide-y divide-line">
        {weak.map(({ criterion, value }) => (
          <li key={criterion.id} className="flex items-center justify-between gap-x-3 py-2">
            <span className="flex min-w-0 items-baseline gap-2.5 text-md">
              <b className="text-lg text-hue tabular-nums">{value}</b>
              <span className="min-w-0">
                {criterion.label[locale]}
                <span className="sr-only"> {t("score", { value })}</span>
              </span>
            </span>
            {used.ids.includes(criterion.id) ? (
              <span className="flex-none text-sm text-ink-3">{t("used")}</span>
            ) : (
              used.count < OBSTACLE_BOUNDS.obstacles.max && (
                <Button
                  size="sm"
                  variant="secondary"
                  className="flex-none"
                  icon={<PlusIcon size={15} />}
                  onClick={() => begin(criterion.id)}
                >
                  {t("begin")}
                </Button>
              )
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function usedCriteria(obstacles: Obstacles["obstacles"]): { count: number; ids: string[] } {
  return {
    count: obstacles.length,
    ids: obstacles.flatMap(({ criterionId }) => (criterionId ? [criterionId] : [])),
  };
}
