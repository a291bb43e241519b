import { useTranslations } from "next-intl";
import { useMark, type ViewExtras } from "@/components/revision/mark";
import { ViewFigures } from "@/components/revision/section";
import { Card, CardHeader } from "@/components/ui/card";
import { Table } from "@/components/ui/table";
import type { Obstacles, ObstaclesContext } from "@/lib/obstacle/model";
import { deriveObstacles, type ObstacleDerived } from "@/lib/obstacle/scoring";
import { ObstacleSheet } from "./obstacle-sheet";

/** A submission of stage 2, to be read: the obstacles found, which of them press, and why. */
export function ObstaclesView({
  document,
  context,
  ...extras
}: { document: Obstacles; context: ObstaclesContext } & ViewExtras) {
  const t = useTranslations("terms");
  const v = useTranslations("revision");
  const mark = useMark("OBSTACLES", extras, context.rubric);
  const derived = deriveObstacles(document);
  const first = document.obstacles.find((_, index) => derived[index]?.rank === 1);
  return (
    <div data-stage="OBSTACLES" className="grid grid-cols-1 gap-4">
      <ViewFigures
        items={[
          {
            id: "count",
            label: t("field.OBSTACLES.obstacles.label"),
            value: document.obstacles.length,
            note: v("notes", { count: derived.filter((entry) => !entry.eligible).length }),
          },
          {
            id: "prioritised",
            label: t("derived.prioritised"),
            value: derived.filter((entry) => entry.prioritised).length,
            note: v("becomeRows"),
          },
          {
            id: "first",
            label: v("mostPressing"),
            value: <span className="text-md font-semibold">{first?.title ?? "–"}</span>,
          },
        ]}
      />
      {document.obstacles.length > 1 && <Ranking document={document} derived={derived} />}
      {document.obstacles.map((obstacle, index) => {
        const own = derived[index];
        return (
          own && (
            <ObstacleSheet
              key={obstacle.id}
              mark={mark}
              obstacle={obstacle}
              index={index}
              derived={own}
              context={context}
            />
          )
        );
      })}
    </div>
  );
}

/** All obstacles in the order in which they press. */
function Ranking({
  document,
  derived,
}: {
  document: Obstacles;
  derived: readonly ObstacleDerived[];
}) {
  const t = useTranslations("terms");
  const v = useTranslations("revision");
  const rows = document.obstacles
    .map((obstacle, index) => ({ obstacle, index, own: derived[index] }))
    .sort((a, b) => (a.own?.rank ?? 99) - (b.own?.rank ?? 99));
  return (
    <Card>
      <CardHeader title={v("ranking")} />
      <Table label={v("ranking")}>
        <thead>
          <tr>
            <th scope="col">{t("derived.rank")}</th>
            <th scope="col">{t("field.OBSTACLES.obstacles.label")}</th>
            <th scope="col" className="max-sm:hidden">
              {t("field.OBSTACLES.obstacles.category.label")}
            </th>
            <th scope="col" data-align="end">
              {t("derived.usgTotal")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ obstacle, index, own }) => (
            <tr key={obstacle.id}>
              <td>{own?.rank ?? <span className="text-ink-3">{t("derived.note")}</span>}</td>
              <th scope="row">
                <a href={`#section-obstacle-${index}`} className="hover:underline wrap-anywhere">
                  {obstacle.title}
                </a>
              </th>
              <td className="max-sm:hidden">
                {obstacle.category && t(`obstacleCategory.${obstacle.category}`)}
              </td>
              <td data-align="end">{own?.usgTotal ?? "–"}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
