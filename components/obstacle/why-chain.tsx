import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";

/** The chain of whys, each the cause of the one before; the last is the root. */
export function WhyChain({
  causes,
  complete,
}: {
  causes: readonly string[];
  /** Long enough for its last link to count as the root cause. */
  complete: boolean;
}) {
  const t = useTranslations("terms");
  const v = useTranslations("revision");
  return (
    <ol className="mt-1.5 grid">
      {causes.map((cause, index) => {
        const root = complete && index === causes.length - 1;
        return (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a link is known by its place in the chain
            key={index}
            className="group relative grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-3 pb-3 last:pb-0"
          >
            <span
              aria-hidden="true"
              className="chart absolute top-6 bottom-0 left-[0.6875rem] w-0.5 bg-line-strong group-last:hidden"
            />
            <span
              aria-hidden="true"
              className={cx(
                "chart relative grid size-6 place-items-center rounded-full text-xs font-bold",
                root ? "bg-hue text-on-accent" : "bg-hue-soft text-hue",
              )}
            >
              {index + 1}
            </span>
            <div className="min-w-0">
              <p className="text-xs leading-6 font-semibold text-ink-3">
                {root ? (
                  <span className="text-hue">{t("derived.rootCause")}</span>
                ) : (
                  v("why", { number: index + 1 })
                )}
              </p>
              <p className={cx("max-w-[68ch] wrap-anywhere", root && "font-semibold")}>{cause}</p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
