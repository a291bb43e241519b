import { useTranslations } from "next-intl";
import { ViewField } from "@/components/revision/field";
import { type Mark, useMark, type ViewExtras } from "@/components/revision/mark";
import { ViewFigures } from "@/components/revision/section";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { SolutionGroup, Solutions, SolutionsContext } from "@/lib/solution/model";
import { deriveSolutions, type SolutionDerived } from "@/lib/solution/scoring";
import { AlternativeSheet } from "./alternative-sheet";
import { SieveTable } from "./sieve-table";

/** A submission of stage 3, to be read: for each obstacle, the alternatives and the one chosen. */
export function SolutionsView({
  document,
  context,
  ...extras
}: { document: Solutions; context: SolutionsContext } & ViewExtras) {
  const t = useTranslations("terms");
  const v = useTranslations("revision");
  const mark = useMark("SOLUTION", extras);
  const derived = new Map(deriveSolutions(document).map((entry) => [entry.id, entry]));
  const selected = document.groups.flatMap((group) =>
    group.alternatives.filter((solution) => solution.isSelected),
  );
  return (
    <div data-stage="SOLUTION" className="grid grid-cols-1 gap-4">
      <ViewFigures
        items={[
          {
            id: "groups",
            label: t("field.OBSTACLES.obstacles.label"),
            value: document.groups.length,
            note: v("answered"),
          },
          {
            id: "alternatives",
            label: t("field.SOLUTION.groups.alternatives.label"),
            value: document.groups.reduce((sum, group) => sum + group.alternatives.length, 0),
            note: v("selectedCount", { count: selected.length }),
          },
          {
            id: "own",
            label: v("forOwnUnit"),
            value: selected.filter((solution) => solution.forHost === false).length,
            note: v("forHostCount", {
              count: selected.filter((solution) => solution.forHost === true).length,
            }),
          },
        ]}
      />
      {document.groups.map((group, index) => (
        <Group
          key={group.obstacleId}
          mark={mark}
          group={group}
          index={index}
          context={context}
          derived={derived}
        />
      ))}
    </div>
  );
}

function Group({
  mark,
  group,
  index,
  context,
  derived,
}: {
  mark: Mark;
  group: SolutionGroup;
  index: number;
  context: SolutionsContext;
  derived: ReadonlyMap<string, SolutionDerived>;
}) {
  const t = useTranslations("terms");
  const v = useTranslations("revision");
  const obstacle = context.obstacles.find(({ id }) => id === group.obstacleId);
  const path = `groups.${index}`;
  return (
    <Card
      as="section"
      id={`section-group-${index}`}
      aria-labelledby={`section-group-${index}-title`}
      className="scroll-mt-20"
    >
      <header data-stage="OBSTACLES" className="border-b border-line px-4 py-3 sm:px-4.5">
        {obstacle ? (
          <>
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-3">
              {v("obstacleRank", { rank: obstacle.rank })}
              <Badge>{t(`obstacleCategory.${obstacle.category}`)}</Badge>
              <span>{v("usgOf", { total: obstacle.usgTotal })}</span>
            </p>
            <h2
              id={`section-group-${index}-title`}
              className="mt-1 text-lg font-bold wrap-anywhere"
            >
              {obstacle.title}
            </h2>
            {obstacle.causes.length > 0 && (
              <p className="mt-1 max-w-[72ch] text-md text-ink-2 wrap-anywhere">
                <span className="font-semibold text-hue">{t("derived.rootCause")}:</span>{" "}
                {obstacle.causes.at(-1)}
              </p>
            )}
          </>
        ) : (
          <h2 id={`section-group-${index}-title`} className="text-lg font-bold">
            {v("obstacleGone")}
          </h2>
        )}
      </header>
      <div className="px-4 py-3 sm:px-4.5">
        <ViewField mark={mark} path={path} label={v("comparison")}>
          <SieveTable group={group} path={path} derived={derived} />
        </ViewField>
      </div>
      {group.alternatives.map((solution, number) => (
        <AlternativeSheet
          key={solution.id}
          mark={mark}
          solution={solution}
          path={`${path}.alternatives.${number}`}
          number={number + 1}
          obstacle={obstacle}
          derived={derived.get(solution.id)}
          context={context}
        />
      ))}
    </Card>
  );
}
