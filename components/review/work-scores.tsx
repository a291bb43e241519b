"use client";

import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { cx } from "@/components/ui/cx";
import { CheckIcon, ChevronDownIcon, CloudOffIcon } from "@/components/ui/icons";
import { Input } from "@/components/ui/input";
import { Spinner } from "@/components/ui/spinner";
import { TextareaField } from "@/components/ui/text-field";
import { useFormat } from "@/lib/i18n/use-format";
import { REVIEW_BOUNDS } from "@/lib/review/model";
import type { GradeBand, RubricCriterion } from "@/lib/rubric/model";
import { bandOf } from "@/lib/rubric/scoring";
import { useDesk } from "./desk-context";
import { RefusalText } from "./refusal-text";
import { scoreOf, type WorkRow } from "./use-work-scores";

/** The rubric of the participant's work: a value from 0 to 100 for each criterion, saved by itself. */
export function WorkScores({ bands }: { bands: readonly GradeBand[] }) {
  const t = useTranslations("review.work");
  const { seed, work } = useDesk();
  return (
    <div className="grid gap-4">
      <p className="text-md text-ink-2">{t("about")}</p>
      <ul className="grid gap-5">
        {seed.work.rubric.criteria.map((criterion) => {
          const row = work.rows.find(({ criterionId }) => criterionId === criterion.id);
          return row ? <CriterionInput key={criterion.id} criterion={criterion} row={row} /> : null;
        })}
      </ul>
      <Total bands={bands} />
      <SaveLine />
    </div>
  );
}

/** The total so far, or how far the scoring has come: for the head of the folded panel. */
export function WorkProgress() {
  const t = useTranslations("review.work");
  const format = useFormat();
  const { work } = useDesk();
  return work.total === null
    ? t("progress", { scored: work.scored, total: work.rows.length })
    : format.decimal(work.total);
}

function CriterionInput({ criterion, row }: { criterion: RubricCriterion; row: WorkRow }) {
  const t = useTranslations("review.work");
  const locale = useLocale();
  const { work } = useDesk();
  const id = useId();
  const value = scoreOf(row.value);
  const wrong = value === undefined;
  const hint = typeof value === "number" ? nearest(criterion, value) : null;
  return (
    <li className="grid gap-1.5">
      <div className="flex items-start justify-between gap-3">
        <label htmlFor={id} className="text-md leading-snug font-semibold">
          {criterion.label[locale]}
          <span className="ml-1.5 text-sm font-normal whitespace-nowrap text-ink-3">
            {t("weight", { weight: criterion.weight })}
          </span>
        </label>
        <Input
          id={id}
          inputMode="numeric"
          autoComplete="off"
          maxLength={3}
          placeholder="0–100"
          value={row.value}
          aria-invalid={wrong || undefined}
          aria-describedby={`${id}-hint`}
          onChange={(event) => work.change(criterion.id, { value: event.target.value })}
          onBlur={() => void work.flush()}
          // The width of three digits.
          className="w-20 flex-none text-right font-semibold tabular-nums"
        />
      </div>
      <p
        id={`${id}-hint`}
        className={cx("text-sm", wrong ? "font-medium text-late" : "text-ink-2")}
      >
        {wrong ? t("offScale") : hint ? hint : criterion.definition[locale]}
      </p>
      <details className="group/guide text-sm">
        <summary className="inline-flex min-h-7 items-center gap-1 text-ink-3 hover:text-ink touch:min-h-11">
          {t("guide")}
          <ChevronDownIcon size={15} className="group-open/guide:rotate-180" />
        </summary>
        <ul className="mt-1 mb-2 grid gap-1">
          {[...criterion.levels].reverse().map((level) => (
            <li key={level.value}>
              <button
                type="button"
                onClick={() => work.change(criterion.id, { value: String(level.value) })}
                className="grid w-full grid-cols-[2rem_minmax(0,1fr)] gap-x-2 rounded-sm px-1.5 py-1 text-left hover:bg-accent-soft touch:min-h-11"
              >
                <span className="font-semibold tabular-nums">{level.value}</span>
                <span className="text-ink-2">{level.label[locale]}</span>
              </button>
            </li>
          ))}
        </ul>
        <p className="text-ink-3">{t("guideHint")}</p>
      </details>
      <TextareaField
        id={`${id}-note`}
        name={`note-${criterion.code}`}
        label={t("note")}
        optional
        rows={1}
        value={row.note}
        onChange={(event) => work.change(criterion.id, { note: event.target.value })}
        onBlur={() => void work.flush()}
        maxLength={REVIEW_BOUNDS.workNote.max}
        className="min-h-11"
      />
    </li>
  );

  /** The anchor that a value stands nearest to; between two, the lower one. */
  function nearest({ levels }: RubricCriterion, given: number): string | null {
    const [best] = [...levels].sort(
      (a, b) => Math.abs(a.value - given) - Math.abs(b.value - given) || a.value - b.value,
    );
    return best ? best.label[locale] : null;
  }
}

/** The total while it is typed; final when the plan is approved. */
function Total({ bands }: { bands: readonly GradeBand[] }) {
  const t = useTranslations("review.work");
  const locale = useLocale();
  const format = useFormat();
  const { work } = useDesk();
  const band = work.total === null ? null : bandOf(work.total, bands);
  return (
    <p
      className="flex flex-wrap items-baseline justify-between gap-x-4 border-t border-line-strong pt-3"
      aria-live="polite"
    >
      <span className="font-semibold">{t("total")}</span>
      {work.total === null ? (
        <span className="text-md text-ink-3">
          {t("progress", { scored: work.scored, total: work.rows.length })}
        </span>
      ) : (
        <span className="text-xl font-bold tabular-nums">
          {format.decimal(work.total)}
          {band && (
            <span className="ml-2 text-md font-medium text-ink-2">{band.label[locale]}</span>
          )}
        </span>
      )}
    </p>
  );
}

function SaveLine() {
  const t = useTranslations("review.work");
  const { work } = useDesk();
  const { status } = work;
  switch (status.kind) {
    case "saved":
      return (
        <p className="flex items-center gap-1.5 text-sm text-ink-3">
          <CheckIcon size={15} />
          {t("saved")}
        </p>
      );
    case "saving":
      return (
        <p className="flex items-center gap-1.5 text-sm text-ink-3">
          <Spinner />
          {t("saving")}
        </p>
      );
    case "invalid":
      return <p className="text-sm font-medium text-late">{t("invalid")}</p>;
    case "conflict":
      return (
        <Callout
          tone="late"
          live
          title={t("conflict")}
          action={
            <>
              <Button
                size="sm"
                variant="secondary"
                onClick={() => void work.keepMine(status.version)}
              >
                {t("keepMine")}
              </Button>
              <Button size="sm" variant="ghost" onClick={() => work.takeTheirs(status.version)}>
                {t("takeTheirs")}
              </Button>
            </>
          }
        >
          {t("conflictHint")}
        </Callout>
      );
    default:
      return (
        <Callout
          tone="late"
          live
          title={
            <span className="inline-flex items-center gap-1.5">
              <CloudOffIcon size={16} />
              {t("notSaved")}
            </span>
          }
          action={
            status.kind === "no_answer" ? (
              <Button size="sm" variant="secondary" onClick={() => void work.flush()}>
                {t("again")}
              </Button>
            ) : undefined
          }
        >
          <RefusalText reason={status.kind === "refused" ? status.reason : status.kind} />
        </Callout>
      );
  }
}
