"use client";

import { useTranslations } from "next-intl";
import { useDerived } from "@/components/document/form-context";
import { cx } from "@/components/ui/cx";
import type { Stakeholder } from "@/lib/plan/model";
import { quadrantOf } from "@/lib/plan/scoring";

const LEVELS = [1, 2, 3, 4, 5] as const;

type Point = { number: number; influence: number; interest: number };

/** Influence upwards, interest to the right, each stakeholder by its number, as it stands now. */
export function StakeholderGrid({ path }: { path: string }) {
  const t = useTranslations("planForm.stakeholders");
  const terms = useTranslations("terms");
  const points = useDerived(pointsOf, path);
  if (points.length === 0) return null;
  return (
    <figure>
      <figcaption className="text-md font-semibold">
        {t("map")}
        <span className="block text-sm font-normal text-ink-3">{t("mapHint")}</span>
      </figcaption>
      {/* The heads of the list say the same in words. */}
      <div
        aria-hidden="true"
        className="chart mt-2 grid w-full max-w-80 grid-cols-[1.25rem_minmax(0,1fr)] gap-1"
      >
        <Axis className="rotate-180 [writing-mode:vertical-rl]">
          {terms("field.PLAN.stakeholders.influence.label")}
        </Axis>
        <div className="relative grid aspect-square grid-cols-5 grid-rows-5 gap-0.5">
          {[...LEVELS].reverse().flatMap((influence) =>
            LEVELS.map((interest) => (
              <span
                key={`${influence}-${interest}`}
                className={cx(
                  "flex flex-wrap content-center items-center justify-center gap-0.5 rounded-xs",
                  quadrantOf({ influence, interest }) === "PROMOTER" ? "bg-hue-soft" : "bg-sunken",
                )}
              >
                {points
                  .filter((point) => point.influence === influence && point.interest === interest)
                  .map(({ number }) => (
                    <span
                      key={number}
                      className="grid size-5 place-items-center rounded-full bg-hue text-xs leading-none font-bold text-on-accent"
                    >
                      {number}
                    </span>
                  ))}
              </span>
            )),
          )}
          <Corner className="top-1 right-1.5">{terms("quadrant.PROMOTER")}</Corner>
          <Corner className="top-1 left-1.5">{terms("quadrant.LATENT")}</Corner>
          <Corner className="right-1.5 bottom-1">{terms("quadrant.DEFENDER")}</Corner>
          <Corner className="bottom-1 left-1.5">{terms("quadrant.APATHETIC")}</Corner>
        </div>
        <span />
        <Axis>{terms("field.PLAN.stakeholders.interest.label")}</Axis>
      </div>
    </figure>
  );
}

function Axis({ className, children }: { className?: string; children: string }) {
  return (
    <span className={cx("text-center text-xs font-semibold text-ink-3", className)}>
      {children}
    </span>
  );
}

function Corner({ className, children }: { className: string; children: string }) {
  return (
    <span className={cx("pointer-events-none absolute text-xs text-ink-3", className)}>
      {children}
    </span>
  );
}

function pointsOf(stakeholders: readonly Stakeholder[] | undefined): Point[] {
  return (stakeholders ?? []).flatMap(({ influence, interest }, index) =>
    influence === null || interest === null ? [] : [{ number: index + 1, influence, interest }],
  );
}
