import { useTranslations } from "next-intl";
import { cx } from "./cx";

/** How much is written, against its bounds. Turns red only above `max`: too little is not yet wrong. */
export function Counter({ count, min, max }: { count: number; min?: number; max?: number }) {
  const t = useTranslations("common");
  const over = max !== undefined && count > max;
  const text =
    max === undefined
      ? t("countMin", { count, min: min ?? 0 })
      : min
        ? t("countRange", { count, min, max })
        : t("count", { count, max });
  return (
    <span
      className={cx(
        "flex-none text-xs tabular-nums leading-5",
        over ? "font-semibold text-late" : "text-ink-3",
      )}
    >
      {text}
    </span>
  );
}
