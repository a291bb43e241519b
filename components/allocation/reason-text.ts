import type { useTranslations } from "next-intl";
import type { MissedPlace, Reason } from "@/lib/allocation/model";

type Translate = ReturnType<typeof useTranslations<"allocation">>;

/** Why somebody has the place that is proposed, in a sentence. */
export function reasonText(
  t: Translate,
  reason: Reason,
  places: readonly { label: string }[],
): string {
  const missed = (list: readonly MissedPlace[]) =>
    list
      .map(({ place, why }) => t(`missed.${why}`, { place: places[place]?.label ?? "" }))
      .join("; ");
  switch (reason.kind) {
    case "fixed":
      return t(`reason.${reason.by}`);
    case "wish":
      return reason.missed.length === 0
        ? t("reason.wish", { rank: reason.rank })
        : t("reason.wishAfter", { rank: reason.rank, missed: missed(reason.missed) });
    case "kept":
    case "even":
    case "file":
      return t(`reason.${reason.kind}`);
    default:
      return reason.missed.length === 0
        ? t(`reason.${reason.kind}Bare`)
        : t(`reason.${reason.kind}`, { missed: missed(reason.missed) });
  }
}
