"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useDerived, useForm } from "@/components/document/form-context";
import { ItemList } from "@/components/document/item-list";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { CircleCheckIcon } from "@/components/ui/icons";
import type { StageFormDto } from "@/lib/assignment/model";
import { SOLUTION_BOUNDS, type SolutionObstacle } from "@/lib/solution/model";
import { emptySolution } from "@/lib/solution/schema";
import { AlternativeFields, type Standing } from "./alternative-fields";
import { Comparison } from "./comparison";
import { sieveOf } from "./group-sieve";
import { ObstacleHead } from "./obstacle-head";
import { SelectedFields } from "./selected-fields";

/** One obstacle: its alternatives, the comparison of them, and what the chosen one takes. */
export function ObstacleGroup({
  path,
  obstacle,
  dto,
  anchors,
}: {
  path: string;
  obstacle: SolutionObstacle;
  dto: StageFormDto<"SOLUTION">;
  /** Whether the stage's sections lead here. */
  anchors: boolean;
}) {
  const t = useTranslations("solutionForm");
  const { names } = useForm();
  const rows = useDerived(sieveOf, path);
  const name = t("group.name", { rank: obstacle.rank });
  useEffect(() => names.add(path, name), [names, path, name]);
  const anchor = (section: string) => (anchors ? `section-${section}` : undefined);
  const selected = rows.findIndex(({ isSelected }) => isSelected);
  return (
    <Card
      as="section"
      id={path}
      tabIndex={-1}
      aria-labelledby={`${path}-title`}
      className="outline-none"
    >
      <ObstacleHead id={`${path}-title`} obstacle={obstacle} />
      <div className="grid gap-6 px-4 py-4.5 sm:px-5">
        <div id={anchor("alternatives")} tabIndex={-1} className="outline-none">
          <ItemList
            path={`${path}.alternatives`}
            bounds={SOLUTION_BOUNDS.alternatives}
            create={(id) => newSolution(id, dto)}
            add={t("alternative.add")}
            name={(position) => t("alternative.item", { position })}
            first="title"
            look="folded"
            aside={(_, index) => <Head row={rows[index]} />}
          >
            {(item, index) => (
              <AlternativeFields
                path={item}
                obstacle={obstacle}
                innovations={dto.context.innovations}
                standing={standingOf(rows, index)}
                anchor={index === 0 ? anchor("screening") : undefined}
              />
            )}
          </ItemList>
        </div>
        <Comparison path={path} rows={rows} obstacle={obstacle} anchor={anchor("choice")} />
        {selected >= 0 && (
          <SelectedFields
            key={rows[selected]?.id}
            path={`${path}.alternatives.${selected}`}
            rows={rows}
          />
        )}
      </div>
    </Card>
  );
}

/** The head of a folded alternative: its title and how it stands. */
function Head({ row }: { row: ReturnType<typeof sieveOf>[number] | undefined }) {
  const t = useTranslations("solutionForm.alternative");
  if (!row) return null;
  const { title, total, rank, isSelected } = row;
  return (
    <>
      <span className={title ? "block font-semibold wrap-anywhere" : "block text-ink-3"}>
        {title || t("untitled")}
      </span>
      <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm">
        {total !== null && rank !== null ? (
          <span className="font-medium text-hue">{t("standing", { total, rank })}</span>
        ) : (
          <span className="text-ink-3">{t("unscored")}</span>
        )}
        {isSelected && <Badge icon={<CircleCheckIcon size={14} />}>{t("chosen")}</Badge>}
      </span>
    </>
  );
}

/** Where an alternative stands among those that have a total; null without one. */
function standingOf(rows: ReturnType<typeof sieveOf>, index: number): Standing | null {
  const { total = null, rank = null } = rows[index] ?? {};
  if (total === null || rank === null) return null;
  return { total, rank, count: rows.filter((row) => row.total !== null).length };
}

/** An alternative begins with the innovation that the assignment is about. */
function newSolution(id: string, { innovation, context }: StageFormDto<"SOLUTION">) {
  const own = context.innovations.some((known) => known.id === innovation.id);
  return { ...emptySolution(id), ...(own ? { sourceInnovationId: innovation.id } : {}) };
}
