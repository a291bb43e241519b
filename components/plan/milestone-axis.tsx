"use client";

import { useTranslations } from "next-intl";
import { useDerived } from "@/components/document/form-context";
import { later } from "@/components/document/item-list";
import { reach } from "@/components/document/reach";
import { cx } from "@/components/ui/cx";
import { CheckIcon, TriangleAlertIcon } from "@/components/ui/icons";
import { useFormat } from "@/lib/i18n/use-format";
import { type Milestone, TERMS, type Term } from "@/lib/plan/model";
import { planStart, termWindows } from "@/lib/plan/scoring";
import { barOf, type Fit, fitOf } from "./term-axis";

type Entry = {
  id: string;
  index: number;
  number: number;
  title: string;
  term: Term | null;
  fit: Fit;
  bar: { from: number; width: number } | null;
};

/** All milestones on one axis of the three terms, each checked against its term as its dates are typed. */
export function MilestoneAxis({ timeZone }: { timeZone: string }) {
  const t = useTranslations("planForm.milestones");
  const terms = useTranslations("terms.term");
  const format = useFormat(timeZone);
  const { entries, windows } = useDerived(axisOf, "milestones");
  if (windows === null) return null;
  const misfits = entries.filter(
    ({ fit }) => fit === "early" || fit === "late" || fit === "backwards",
  );
  return (
    <figure className="grid gap-2 rounded-sm bg-sunken px-3 py-3">
      <figcaption className="text-md font-semibold">{t("axis.title")}</figcaption>
      <div aria-hidden="true" className="chart grid gap-px">
        <div className="grid grid-cols-3 text-xs text-ink-3">
          {TERMS.map((term) => (
            <span key={term} className="min-w-0 border-l border-line-strong pl-1.5">
              <b className="block font-semibold text-ink-2">{terms(term)}</b>
              {t("axis.until", { date: format.dateShort(windows[term].to) })}
            </span>
          ))}
        </div>
        <div className="relative min-h-4 border-l border-line-strong py-1.5">
          <span className="absolute inset-y-0 left-1/3 w-px bg-line-strong" />
          <span className="absolute inset-y-0 left-2/3 w-px bg-line-strong" />
          {entries.map(({ id, number, bar, fit }) =>
            bar === null ? null : (
              <span key={id} className="relative block h-4">
                <span
                  className={cx(
                    "absolute top-1 h-2 min-w-2 rounded-full",
                    fit === "fits" || fit === "open" ? "bg-hue-solid" : "bg-late-solid",
                  )}
                  // The last day's sliver stays on the axis.
                  style={{
                    left: `min(${bar.from * 100}%, calc(100% - 0.5rem))`,
                    width: `${bar.width * 100}%`,
                  }}
                />
                <span
                  className="absolute top-0 -translate-x-full pr-1 text-[0.6875rem] leading-4 font-semibold text-ink-2 data-first:translate-x-0 data-first:pl-1"
                  data-first={bar.from < 0.08 ? "" : undefined}
                  style={{
                    left:
                      bar.from < 0.08
                        ? `calc(${(bar.from + bar.width) * 100}% + 0.375rem)`
                        : `${bar.from * 100}%`,
                  }}
                >
                  {number}
                </span>
              </span>
            ),
          )}
        </div>
      </div>
      <ul className="grid gap-1 text-sm sm:grid-cols-3">
        {TERMS.map((term) => {
          const own = entries.filter((entry) => entry.term === term);
          const wrong = own.filter(({ fit }) => fit !== "fits" && fit !== "open").length;
          return (
            <li
              key={term}
              data-tone={wrong > 0 ? "late" : own.length > 0 ? "good" : "neutral"}
              className="flex items-center gap-1.5"
            >
              {wrong > 0 || own.length === 0 ? (
                <TriangleAlertIcon size={14} className="flex-none text-hue" />
              ) : (
                <CheckIcon size={14} className="flex-none text-hue" />
              )}
              <span className="min-w-0">
                {t("axis.term", { term: terms(term), count: own.length, wrong })}
              </span>
            </li>
          );
        })}
      </ul>
      {misfits.length > 0 && (
        <ul className="grid gap-1" aria-live="polite">
          {misfits.map((entry) => (
            <li key={entry.id}>
              <button
                type="button"
                onClick={() => later(() => reach(`milestones.${entry.index}.end`))}
                className="flex min-h-9 w-full items-center gap-2 rounded-sm px-2 py-1 text-left text-sm text-late hover:bg-late-soft touch:min-h-12"
              >
                <b className="flex-none tabular-nums">{entry.number}.</b>
                <span className="min-w-0 wrap-anywhere">
                  {entry.title || t("untitled")}: {t(`axis.${entry.fit as "early"}`)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </figure>
  );
}

function axisOf(milestones: readonly Milestone[] | undefined) {
  const all = milestones ?? [];
  const start = planStart(all);
  const windows = start === null ? null : termWindows(start);
  // Counted as they are read: term by term.
  const read = [...TERMS, null].flatMap((term) =>
    all.flatMap((milestone, index) => (milestone.term === term ? [{ milestone, index }] : [])),
  );
  const entries = read.map(
    ({ milestone, index }, position): Entry => ({
      id: milestone.id,
      index,
      number: position + 1,
      title: milestone.title.trim(),
      term: milestone.term,
      fit: fitOf(milestone, windows),
      bar: windows && barOf(milestone, windows),
    }),
  );
  return { entries, windows };
}
