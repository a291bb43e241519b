"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { ChevronDownIcon } from "@/components/ui/icons";
import type { SolutionObstacle } from "@/lib/solution/model";

/** What stage 2 found of an obstacle: how it ranks, what it is, and why it is there. */
export function ObstacleHead({ id, obstacle }: { id: string; obstacle: SolutionObstacle }) {
  const t = useTranslations("solutionForm.group");
  const terms = useTranslations("terms");
  const { causes, fishbone } = obstacle;
  return (
    <header data-stage="OBSTACLES" className="border-b border-line px-4 pt-4 pb-2 sm:px-5">
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm text-ink-3">
        <span className="font-semibold text-hue">{t("eyebrow", { rank: obstacle.rank })}</span>
        <span>{t("usg", { total: obstacle.usgTotal })}</span>
        <Badge>{terms(`obstacleCategory.${obstacle.category}`)}</Badge>
      </p>
      <h2 id={id} className="mt-1 text-lg font-bold wrap-anywhere">
        {obstacle.title}
      </h2>
      <p className="mt-1.5 max-w-[68ch] text-md text-ink-2 wrap-anywhere">
        <span className="font-semibold text-hue">{terms("derived.rootCause")}:</span>{" "}
        {causes.at(-1)}
      </p>
      <details className="group mt-1">
        <summary className="-ml-2 inline-flex min-h-9 list-none items-center gap-1.5 rounded-sm px-2 text-sm font-semibold text-ink-2 hover:bg-sunken touch:min-h-12 [&::-webkit-details-marker]:hidden">
          {t("chain")}
          <ChevronDownIcon
            size={14}
            className="text-ink-3 transition-transform duration-120 group-open:rotate-180"
          />
        </summary>
        <ol className="mt-1 grid gap-2 border-l-2 border-hue-solid pl-3 text-md">
          {causes.map((cause, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a chain is told apart by its places
            <li key={index} className="max-w-[68ch] wrap-anywhere">
              <span className="block text-xs font-semibold text-ink-3">
                {t("why", { position: index + 1 })}
              </span>
              {cause}
            </li>
          ))}
        </ol>
        {fishbone.length > 0 && (
          <>
            <p className="mt-3 text-sm font-semibold">{t("fishbone")}</p>
            <ul className="mt-1 grid gap-1.5 text-md">
              {fishbone.map(({ id, branch, cause }) => (
                <li key={id} className="max-w-[68ch] wrap-anywhere">
                  <span className="text-ink-3">{terms(`fishboneBranch.${branch}`)}:</span> {cause}
                </li>
              ))}
            </ul>
          </>
        )}
      </details>
    </header>
  );
}
