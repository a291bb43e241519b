"use client";

import { useTranslations } from "next-intl";
import { useField, useForm } from "@/components/document/form-context";
import { HowTo } from "@/components/document/how-to";
import { later } from "@/components/document/item-list";
import { reach } from "@/components/document/reach";
import { cx } from "@/components/ui/cx";
import { FieldFoot } from "@/components/ui/field";
import {
  MCNAMARA_KEYS,
  type McnamaraKey,
  SOLUTION_BOUNDS,
  type Solution,
  type SolutionObstacle,
} from "@/lib/solution/model";
import { causeText } from "@/lib/solution/schema";
import { byCause } from "./by-cause";
import { highestOf, type SieveRow } from "./group-sieve";

/**
 * The alternatives of an obstacle beside each other, cause by cause: screened by McNamara where they
 * stand, with their totals, and one of them chosen.
 */
export function Comparison({
  path,
  rows,
  obstacle,
  anchor,
}: {
  path: string;
  rows: SieveRow[];
  obstacle: SolutionObstacle;
  anchor: string | undefined;
}) {
  const t = useTranslations("solutionForm.choice");
  const { store } = useForm();
  const at = `${path}.selected`;
  const { label, error, leave } = useField(at);
  const list = `${path}.alternatives`;
  const choose = (id: string) => {
    const alternatives = store.get(list) as Solution[];
    store.set(
      list,
      alternatives.map((solution) =>
        solution.isSelected === (solution.id === id)
          ? solution
          : { ...solution, isSelected: solution.id === id },
      ),
    );
  };
  const open = rows.length >= SOLUTION_BOUNDS.alternatives.min;
  return (
    <section
      id={anchor}
      tabIndex={-1}
      aria-labelledby={`${at}-title`}
      className="min-w-0 border-t border-line pt-4.5 outline-none"
    >
      <h3 id={`${at}-title`} className="font-bold">
        {t("title")}
      </h3>
      <p className="text-md text-ink-2">{open ? t("lede") : t("tooFew")}</p>
      {open && (
        <fieldset
          id={at}
          tabIndex={-1}
          onBlur={leave}
          aria-describedby={error ? `${at}-error` : undefined}
          className="mt-3 grid min-w-0 gap-3 outline-none"
        >
          <legend className="sr-only">{label}</legend>
          <HowTo how={t("how")} example={t("example")} />
          {byCause(rows).map(({ causeRef, rows: own }) => (
            <div key={causeRef} className="grid min-w-0 gap-2">
              <p className="border-l-2 border-obstacle-solid pl-2.5 text-md wrap-anywhere">
                <span className="block text-xs font-semibold text-obstacle">{t("answers")}</span>
                {(causeRef && causeText(obstacle, causeRef)) ?? t("noCause")}
              </p>
              {/* Side by side; what has no room is reached by swiping. */}
              <ol className="relative -mx-1 grid snap-x auto-cols-[minmax(15.5rem,1fr)] grid-flow-col gap-2.5 overflow-x-auto p-1">
                {own.map(({ row, index }) => (
                  <Alternative
                    key={row.id}
                    row={row}
                    index={index}
                    name={at}
                    path={`${list}.${index}`}
                    onChoose={() => choose(row.id)}
                  />
                ))}
              </ol>
            </div>
          ))}
          <BelowTop rows={rows} path={list} />
          <FieldFoot id={at} error={error} />
        </fieldset>
      )}
    </section>
  );
}

/** The highest McNamara total. */
const HIGHEST = 15;

/** One alternative: what it is, its three scales, what they add up to, and whether it is the one. */
function Alternative({
  row,
  index,
  name,
  path,
  onChoose,
}: {
  row: SieveRow;
  index: number;
  name: string;
  path: string;
  onChoose: () => void;
}) {
  const t = useTranslations("solutionForm");
  const { title, total, rank, isTop, isSelected } = row;
  return (
    <li
      className={cx(
        "flex min-w-0 snap-start flex-col gap-2 rounded-sm border px-2 py-2",
        isSelected ? "border-hue bg-hue-soft ring-1 ring-hue" : "border-line-strong bg-surface",
      )}
    >
      <label className="flex min-h-11 flex-1 items-start gap-2.5 rounded-xs px-1 py-1 has-focus-visible:outline-2 has-focus-visible:outline-accent touch:min-h-12">
        <input
          type="radio"
          name={name}
          value={index}
          checked={isSelected}
          onChange={onChoose}
          className="mt-0.5 size-4.5 flex-none accent-hue outline-none"
        />
        <span className={cx("min-w-0 text-md wrap-anywhere", isSelected && "font-semibold")}>
          {title || t("alternative.item", { position: index + 1 })}
        </span>
      </label>
      {MCNAMARA_KEYS.map((key) => (
        <Scale key={key} path={`${path}.mcnamara.${key}`} name={key} value={row.values[key]} />
      ))}
      <div className="grid gap-1 border-t border-line px-1 pt-2">
        <p className="flex items-baseline justify-between gap-2 text-sm">
          <span className="text-ink-2">
            {rank === null ? t("choice.unscored") : t("choice.rank", { rank })}
          </span>
          <output className={cx("text-lg font-bold tabular-nums", isTop && "text-hue")}>
            {total ?? "–"}
            <span className="text-sm font-medium text-ink-3">/{HIGHEST}</span>
          </output>
        </p>
        <span aria-hidden="true" className="chart h-1.5 overflow-hidden rounded-full bg-line">
          <span
            className="block h-full rounded-full bg-hue-solid transition-[width] duration-180 motion-reduce:transition-none"
            style={{ width: `${((total ?? 0) / HIGHEST) * 100}%` }}
          />
        </span>
      </div>
    </li>
  );
}

const LEVELS = ["1", "2", "3", "4", "5"] as const;

/** A scale as five steps to tap; the same value as in the alternative's own fields. */
function Scale({ path, name, value }: { path: string; name: McnamaraKey; value: number | null }) {
  const t = useTranslations("solutionForm.sieve");
  const terms = useTranslations("terms.mcnamara");
  const { store } = useForm();
  const label = terms(`${name}.label`);
  return (
    // biome-ignore lint/a11y/useSemanticElements: five buttons, not fields of the form
    <div role="group" aria-label={label} className="grid gap-0.5">
      <p className="flex items-baseline justify-between gap-2 px-1 text-xs text-ink-3">
        <span>{label}</span>
        {value !== null && (
          <span className="truncate text-ink-2">{t(`level.${name}.${value as 1}`)}</span>
        )}
      </p>
      <div className="grid grid-cols-5 gap-1">
        {LEVELS.map((level) => (
          <button
            key={level}
            type="button"
            aria-pressed={value === Number(level)}
            aria-label={`${label}: ${level}, ${t(`level.${name}.${level}`)}`}
            onClick={() => store.set(path, Number(level))}
            className={cx(
              "min-h-8 rounded-xs border text-sm font-semibold tabular-nums touch:min-h-11",
              value === Number(level)
                ? "border-hue bg-hue text-on-accent"
                : "border-line-strong bg-surface text-ink-2 hover:border-ink-3",
            )}
          >
            {level}
          </button>
        ))}
      </div>
    </div>
  );
}

/** A choice that is not the highest needs a reason: says so at once, and leads there. */
function BelowTop({ rows, path }: { rows: readonly SieveRow[]; path: string }) {
  const t = useTranslations("solutionForm.choice");
  const index = rows.findIndex(({ isSelected }) => isSelected);
  const total = rows[index]?.total ?? null;
  const highest = highestOf(rows);
  if (total === null || highest === null || total >= highest) return null;
  return (
    <div
      data-tone="late"
      className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 rounded-sm bg-hue-soft px-3 py-2 text-md"
    >
      <p className="min-w-0">{t("belowTop", { total, highest })}</p>
      <button
        type="button"
        className="link min-h-9 flex-none touch:min-h-12"
        onClick={() => later(() => reach(`${path}.${index}.rationale`))}
      >
        {t("toRationale")}
      </button>
    </div>
  );
}
