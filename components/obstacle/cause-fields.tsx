"use client";

import { useTranslations } from "next-intl";
import { useDerived } from "@/components/document/form-context";
import { ItemList } from "@/components/document/item-list";
import { TextArea } from "@/components/document/text-fields";
import { Badge } from "@/components/ui/badge";
import { OBSTACLE_BOUNDS, type Obstacle } from "@/lib/obstacle/model";
import { isEligible } from "@/lib/obstacle/scoring";
import { FishboneFields } from "./fishbone-fields";

/** From the obstacle to its root: one why after the other, and the fishbone for those who want it. */
export function CauseFields({ path }: { path: string }) {
  const t = useTranslations("obstaclesForm.causes");
  const { eligible, count } = useDerived(chainOf, path);
  const fishbone = useDerived(countOf, `${path}.fishbone`);
  return (
    <>
      <ItemList
        path={`${path}.causes`}
        bounds={OBSTACLE_BOUNDS.causes}
        create={() => ""}
        add={count === 0 ? t("first") : t("add")}
        name={(position) => t("item", { position })}
        first=""
        look="plain"
        optional={!eligible}
        aside={(_, index) =>
          count >= OBSTACLE_BOUNDS.causes.min && index === count - 1 ? (
            <Badge>{t("root")}</Badge>
          ) : null
        }
      >
        {(cause, index) => (
          <TextArea
            path={cause}
            label={index === 0 ? t("why") : t("whyThat")}
            hint={null}
            bounds={OBSTACLE_BOUNDS.cause}
            rows={2}
          />
        )}
      </ItemList>
      <details className="group rounded-sm border border-line" open={fishbone > 0}>
        <summary className="flex min-h-11 items-center gap-2 px-3 py-2 text-md font-semibold touch:min-h-12">
          {t("fishbone")}
          <span className="text-sm font-normal text-ink-3">{t("optional")}</span>
        </summary>
        <div className="px-3 pb-3">
          <FishboneFields path={`${path}.fishbone`} />
        </div>
      </details>
    </>
  );
}

function chainOf(obstacle: Obstacle | undefined): { eligible: boolean; count: number } {
  return {
    eligible: obstacle !== undefined && isEligible(obstacle.apkl),
    count: obstacle?.causes.length ?? 0,
  };
}

function countOf(list: unknown): number {
  return Array.isArray(list) ? list.length : 0;
}
