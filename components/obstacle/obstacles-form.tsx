"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { useDerived } from "@/components/document/form-context";
import { ItemList } from "@/components/document/item-list";
import { StageForm } from "@/components/document/stage-form";
import { Card } from "@/components/ui/card";
import type { StageFormDto } from "@/lib/assignment/model";
import { OBSTACLE_BOUNDS, type Obstacle } from "@/lib/obstacle/model";
import { emptyObstacle, obstaclesDefinition } from "@/lib/obstacle/schema";
import { CauseFields } from "./cause-fields";
import { FactFields } from "./fact-fields";
import { ObstacleRanking } from "./obstacle-ranking";
import { ObstacleStanding } from "./obstacle-standing";
import { PriorityFields } from "./priority-fields";
import { WeakCriteria } from "./weak-criteria";

/** Stage 2: the obstacles, screened, ranked and traced to their roots. */
export function ObstaclesForm({ dto }: { dto: StageFormDto<"OBSTACLES"> }) {
  return (
    <StageForm dto={dto} definition={obstaclesDefinition} aside={<ObstacleRanking />}>
      <Fields dto={dto} />
    </StageForm>
  );
}

function Fields({ dto }: { dto: StageFormDto<"OBSTACLES"> }) {
  const t = useTranslations("obstaclesForm");
  const locale = useLocale();
  const { rubric, evaluation } = dto.context;
  const criteria = useMemo(
    () =>
      rubric.criteria.map(({ id, label }) => {
        const value = evaluation.scores.find(({ criterionId }) => criterionId === id)?.value;
        const name = label[locale];
        return {
          value: id,
          label: value === undefined ? name : t("criterionScore", { name, value }),
        };
      }),
    [rubric, evaluation.scores, locale, t],
  );
  return (
    <>
      <WeakCriteria dto={dto} />
      <Card as="section" id="section-list" className="px-4 py-4.5 sm:px-5">
        <ItemList
          path="obstacles"
          bounds={OBSTACLE_BOUNDS.obstacles}
          create={emptyObstacle}
          add={t("add")}
          name={(position) => t("item", { position })}
          first="title"
          look="folded"
          aside={(path) => <Head path={path} />}
        >
          {(path) => (
            <>
              <FactFields path={path} criteria={criteria} evidence={evaluation.evidence} />
              <PriorityFields path={path} />
              <CauseFields path={path} />
            </>
          )}
        </ItemList>
      </Card>
    </>
  );
}

function Head({ path }: { path: string }) {
  const t = useTranslations("obstaclesForm");
  const title = useDerived(titleOf, path);
  return (
    <>
      <span className={title ? "block font-semibold wrap-anywhere" : "block text-ink-3"}>
        {title || t("untitled")}
      </span>
      <ObstacleStanding path={path} />
    </>
  );
}

function titleOf(obstacle: Obstacle | undefined): string {
  return obstacle?.title.trim() ?? "";
}
