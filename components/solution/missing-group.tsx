"use client";

import { useTranslations } from "next-intl";
import { useForm } from "@/components/document/form-context";
import { later } from "@/components/document/item-list";
import { reach } from "@/components/document/reach";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PlusIcon } from "@/components/ui/icons";
import type { StageFormDto } from "@/lib/assignment/model";
import type { SolutionGroup, SolutionObstacle } from "@/lib/solution/model";
import { ObstacleHead } from "./obstacle-head";

/**
 * An obstacle without a group: the document on this device is older than what stage 2 says now. The
 * server adds the group at the next opening; here its author does.
 */
export function MissingGroup({
  obstacle,
  dto,
}: {
  obstacle: SolutionObstacle;
  dto: StageFormDto<"SOLUTION">;
}) {
  const t = useTranslations("solutionForm");
  const { store } = useForm();
  const title = `missing-${obstacle.id}`;
  const start = () => {
    const groups = store.get("groups") as SolutionGroup[];
    // Before those of lower rank and before those whose obstacle has gone.
    const rank = (id: string) =>
      dto.context.obstacles.find((known) => known.id === id)?.rank ?? Infinity;
    const before = groups.findIndex(({ obstacleId }) => rank(obstacleId) > obstacle.rank);
    const index = before < 0 ? groups.length : before;
    store.insert("groups", { obstacleId: obstacle.id, alternatives: [] }, index);
    later(() => reach(`groups.${index}.alternatives-add`));
  };
  return (
    <Card as="section" aria-labelledby={title}>
      <ObstacleHead id={title} obstacle={obstacle} />
      <div className="flex flex-wrap items-center justify-between gap-3 px-4 py-4 sm:px-5">
        <p className="text-md text-ink-2">{t("group.start")}</p>
        <Button variant="secondary" icon={<PlusIcon size={16} />} onClick={start}>
          {t("alternative.add")}
        </Button>
      </div>
    </Card>
  );
}
