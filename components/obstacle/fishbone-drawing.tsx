"use client";

import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { PlusIcon } from "@/components/ui/icons";
import { FISHBONE_BRANCHES, type FishboneBranch, type FishboneCause } from "@/lib/obstacle/model";

/**
 * The fishbone as it grows. Six bones on a spine that ends in the problem; each bone is a button that
 * turns to its causes. The spine lies where there is room, and stands on a phone.
 */
export function FishboneDrawing({
  head,
  causes,
  chosen,
  onChoose,
}: {
  /** The problem at the head. */
  head: string;
  causes: readonly FishboneCause[];
  chosen: FishboneBranch | null;
  onChoose: (branch: FishboneBranch) => void;
}) {
  const t = useTranslations("obstaclesForm.fishbone");
  const bones = (branches: readonly FishboneBranch[], side: "first" | "second") => (
    <ul className="grid min-w-0 gap-2 sm:grid-cols-3">
      {branches.map((branch) => (
        <Bone
          key={branch}
          branch={branch}
          side={side}
          causes={causes.filter((entry) => entry.branch === branch)}
          chosen={branch === chosen}
          onChoose={() => onChoose(branch)}
        />
      ))}
    </ul>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing of buttons
    <div
      role="group"
      aria-label={t("drawing")}
      className="grid gap-2 sm:grid-cols-[minmax(0,1fr)_8rem] sm:items-center sm:gap-0"
    >
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)_0.25rem_minmax(0,1fr)] gap-x-0 sm:grid-cols-1">
        {bones(FISHBONE_BRANCHES.slice(0, 3), "first")}
        <span aria-hidden="true" className="chart rounded-full bg-hue-solid sm:h-1 sm:w-full" />
        {bones(FISHBONE_BRANCHES.slice(3), "second")}
      </div>
      <p className="rounded-sm bg-hue px-3 py-2 text-sm font-semibold text-on-accent wrap-anywhere max-sm:-order-1 max-sm:text-center">
        {head || "–"}
      </p>
    </div>
  );
}

function Bone({
  branch,
  side,
  causes,
  chosen,
  onChoose,
}: {
  branch: FishboneBranch;
  side: "first" | "second";
  causes: readonly FishboneCause[];
  chosen: boolean;
  onChoose: () => void;
}) {
  const t = useTranslations("obstaclesForm.fishbone");
  const terms = useTranslations("terms.fishboneBranch");
  const written = causes.filter(({ cause }) => cause.trim() !== "");
  const first = side === "first";
  return (
    <li
      className={cx(
        "flex min-w-0",
        first
          ? "max-sm:flex-row sm:flex-col sm:justify-end"
          : "max-sm:flex-row-reverse sm:flex-col-reverse sm:justify-end",
      )}
    >
      <button
        type="button"
        aria-pressed={chosen}
        aria-label={t("branch", { name: terms(branch), count: causes.length })}
        onClick={onChoose}
        className={cx(
          "grid min-h-12 min-w-0 flex-1 content-start gap-1 rounded-sm border bg-surface px-2.5 py-2 text-left sm:flex-none",
          chosen ? "border-hue ring-1 ring-hue" : "border-line-strong hover:border-ink-3",
        )}
      >
        <span className="flex items-center justify-between gap-1 text-sm font-semibold">
          {/* A name in two languages may break between them. */}
          <span className="min-w-0 wrap-anywhere">{terms(branch).replace("/", "/\u200b")}</span>
          {causes.length === 0 ? (
            <PlusIcon size={14} className="flex-none text-ink-3" />
          ) : (
            <span className="flex-none text-xs text-hue tabular-nums">{causes.length}</span>
          )}
        </span>
        {written.map(({ id, cause }) => (
          <span
            key={id}
            className="line-clamp-3 border-l-2 border-hue-solid pl-1.5 text-xs text-ink-2 wrap-anywhere"
          >
            {cause}
          </span>
        ))}
      </button>
      {/* The bone itself, slanting towards the head. */}
      <svg
        aria-hidden="true"
        viewBox="0 0 20 20"
        preserveAspectRatio="none"
        className={cx(
          "chart h-auto w-3 flex-none self-stretch text-hue-solid sm:h-5 sm:w-8 sm:self-center",
        )}
      >
        <line
          x1={first ? 0 : 20}
          y1={first ? 10 : 10}
          x2={first ? 20 : 0}
          y2="2"
          className="sm:hidden"
          stroke="currentColor"
          strokeWidth="2"
          vectorEffect="non-scaling-stroke"
        />
        <line
          x1="2"
          y1={first ? 0 : 20}
          x2="18"
          y2={first ? 20 : 0}
          className="max-sm:hidden"
          stroke="currentColor"
          strokeWidth="2"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
    </li>
  );
}
