import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { FISHBONE_BRANCHES, type FishboneBranch, type FishboneCause } from "@/lib/obstacle/model";

/**
 * The fishbone: six branches on a spine that ends in the problem. On a narrow screen, the branches
 * that have causes, one below the other.
 */
export function FishboneView({
  causes,
  head,
}: {
  causes: readonly FishboneCause[];
  /** The problem at the head. */
  head: string;
}) {
  return (
    <div className="mt-1.5 grid gap-x-4 md:grid-cols-[minmax(0,1fr)_8.5rem] md:items-center">
      <div className="grid min-w-0 max-md:gap-3">
        <Branches causes={causes} branches={FISHBONE_BRANCHES.slice(0, 3)} side="above" />
        <div aria-hidden="true" className="chart h-0.75 rounded-full bg-hue-solid max-md:hidden" />
        <Branches causes={causes} branches={FISHBONE_BRANCHES.slice(3)} side="below" />
      </div>
      <p className="rounded-md bg-hue-soft px-3 py-2.5 text-sm font-semibold text-hue wrap-anywhere max-md:hidden">
        {head}
      </p>
    </div>
  );
}

function Branches({
  causes,
  branches,
  side,
}: {
  causes: readonly FishboneCause[];
  branches: readonly FishboneBranch[];
  side: "above" | "below";
}) {
  const t = useTranslations("terms");
  return (
    <ul className="grid gap-3 md:grid-cols-3 md:gap-0">
      {branches.map((branch) => {
        const own = causes.filter((entry) => entry.branch === branch);
        return (
          <li
            key={branch}
            className={cx(
              "flex min-w-0 flex-col md:px-2",
              side === "above" ? "md:justify-end" : "md:flex-col-reverse md:justify-end",
              own.length === 0 && "max-md:hidden",
            )}
          >
            <div className={cx("min-w-0", side === "above" ? "md:pb-1" : "md:pt-1")}>
              <p
                className={cx(
                  "text-sm font-semibold",
                  own.length === 0 ? "text-ink-3" : "text-ink",
                )}
              >
                {t(`fishboneBranch.${branch}`)}
              </p>
              {own.length > 0 && (
                <ul className="mt-0.5 grid gap-1">
                  {own.map((entry) => (
                    <li
                      key={entry.id}
                      className="border-l-2 border-hue-solid pl-2 text-md text-ink-2 wrap-anywhere"
                    >
                      {entry.cause}
                    </li>
                  ))}
                </ul>
              )}
            </div>
            {/* The bone, slanting towards the head. */}
            <svg
              aria-hidden="true"
              viewBox="0 0 40 20"
              preserveAspectRatio="none"
              className="chart h-5 w-10 flex-none text-hue-solid max-md:hidden"
            >
              <line
                x1="2"
                x2="38"
                y1={side === "above" ? 0 : 20}
                y2={side === "above" ? 20 : 0}
                stroke="currentColor"
                strokeWidth={own.length === 0 ? 1 : 2}
                opacity={own.length === 0 ? 0.4 : 1}
                vectorEffect="non-scaling-stroke"
              />
            </svg>
          </li>
        );
      })}
    </ul>
  );
}
