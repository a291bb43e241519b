"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useDerived } from "@/components/document/form-context";
import { valueAt } from "@/components/document/place";
import { APKL_KEYS, type Obstacle, type Obstacles } from "@/lib/obstacle/model";
import { deriveObstacles } from "@/lib/obstacle/scoring";

/** Where one obstacle stands among all: its rank, or why it has none. */
export function ObstacleStanding({ path }: { path: string }) {
  const t = useTranslations("obstaclesForm.standing");
  const standing = useDerived(
    useCallback(
      (document: Obstacles) => {
        const obstacle = valueAt(document, path) as Obstacle | undefined;
        const derived = deriveObstacles(document).find(({ id }) => id === obstacle?.id);
        if (!obstacle || !derived) return null;
        const answered = APKL_KEYS.every((key) => obstacle.apkl[key] !== null);
        return { ...derived, answered };
      },
      [path],
    ),
  );
  if (!standing) return null;
  const { rank, usgTotal, eligible, answered, rootCause } = standing;
  const text =
    rank !== null && usgTotal !== null
      ? `${t("rank", { rank, total: usgTotal })}${rootCause === null ? ` · ${t("noRoot")}` : ""}`
      : eligible
        ? t("noUsg")
        : answered
          ? t("note")
          : t("noApkl");
  return (
    <span
      className={rank === null ? "block text-sm text-ink-3" : "block text-sm font-medium text-hue"}
    >
      {text}
    </span>
  );
}
