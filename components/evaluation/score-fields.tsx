"use client";

import { useLocale, useTranslations } from "next-intl";
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import { arrivalPath } from "@/components/document/arrival";
import { ScaleChoice } from "@/components/document/choice-fields";
import { useDerived, useForm } from "@/components/document/form-context";
import { HowTo } from "@/components/document/how-to";
import { later } from "@/components/document/item-list";
import { NamedGroup } from "@/components/document/named-group";
import { newId } from "@/components/document/new-id";
import { NumberField } from "@/components/document/number-fields";
import { reach } from "@/components/document/reach";
import { TextArea } from "@/components/document/text-fields";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { ChevronLeftIcon, ChevronRightIcon, PlusIcon } from "@/components/ui/icons";
import { EVALUATION_BOUNDS, type Evaluation } from "@/lib/evaluation/model";
import { isTopScore, needsNote } from "@/lib/evaluation/scoring";
import type { RubricCriterion, RubricDefinition } from "@/lib/rubric/model";
import type { EvaluationDto } from "./evaluation-form";
import { emptyEvidence } from "./evidence-fields";
import { ScoreLine } from "./score-total";

type View = "all" | "one";

/** Every criterion of the rubric with its scale and a note; all below one another, or one at a time. */
export function ScoreFields({ dto }: { dto: EvaluationDto }) {
  const t = useTranslations("evaluationForm.scores");
  const locale = useLocale();
  const { rubric } = dto.context;
  const { view, change, current, go } = useView(rubric.criteria.length);
  return (
    <>
      <HowTo how={t("how")} example={t("example")} />
      {/* In sight as long as any criterion is; beside the form where there is room for a margin. */}
      <div className="sticky top-26 z-5 -mx-4 border-y border-line bg-surface px-4 py-2 sm:-mx-5 sm:px-5 lg:hidden">
        <ScoreLine dto={dto} />
      </div>
      <ViewSwitch view={view} onView={change} />
      {view === "one" && <Steps rubric={rubric} current={current} onGo={go} />}
      {/* What is led to stands below the total, too. */}
      <div className={cx("max-lg:[&_[id]]:scroll-mt-16", view === "all" && "grid gap-6")}>
        {rubric.criteria.map((criterion, index) => (
          // Folded, not gone: whoever is led to a field inside opens it, and so turns to it.
          <details
            key={criterion.id}
            open={view === "all" || index === current}
            onToggle={({ currentTarget, target }) => {
              if (target === currentTarget && currentTarget.open) go(index, false);
            }}
            className="not-open:hidden"
          >
            <summary hidden>{criterion.label[locale]}</summary>
            <Criterion rubric={rubric} criterion={criterion} index={index} />
          </details>
        ))}
      </div>
      {view === "one" && <Turn count={rubric.criteria.length} current={current} onGo={go} />}
    </>
  );
}

/**
 * Which view there is and which criterion is turned to. The phone begins with one at a time, at the
 * first that has no score, or at the one to which somebody was led.
 */
function useView(count: number) {
  const { store, dto } = useForm();
  const { returned } = dto;
  const [view, setView] = useState<View>("all");
  const [current, setCurrent] = useState(0);
  const begin = useCallback(() => {
    const scores = store.get("scores") as Evaluation["scores"];
    const focused = document.activeElement?.closest("[id^='scores.']")?.id.split(".")[1];
    const led = arrivalPath(window.location.hash, returned)?.match(/^scores\.(\d+)/)?.[1];
    const unscored = scores.findIndex(({ value }) => value === null);
    const first = Number(focused ?? led ?? unscored);
    setCurrent(first >= 0 && first < count ? first : 0);
    setView("one");
  }, [store, returned, count]);
  const begun = useRef(false);
  // Before anything is drawn: whoever is led to a field is led through the page as it will be.
  useLayoutEffect(() => {
    if (begun.current || !matchMedia("(width < 40rem)").matches) return;
    begun.current = true;
    begin();
  }, [begin]);
  const go = useCallback(
    (index: number, focus = true) => {
      if (view === "all" || index < 0 || index >= count) return;
      setCurrent(index);
      if (focus) later(() => reach(`scores.${index}.value`));
    },
    [count, view],
  );
  const change = (next: View) => (next === "one" ? begin() : setView("all"));
  return { view, change, current, go };
}

function ViewSwitch({ view, onView }: { view: View; onView: (view: View) => void }) {
  const t = useTranslations("evaluationForm.scores");
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons, not fields of the form
    <div
      role="group"
      aria-label={t("view")}
      className="inline-grid grid-cols-2 gap-0.5 justify-self-start rounded-sm bg-sunken p-0.75 max-sm:w-full"
    >
      {(["one", "all"] as const).map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={view === each}
          onClick={() => onView(each)}
          className={cx(
            "min-h-8 rounded-xs px-3 text-sm touch:min-h-11",
            view === each
              ? "bg-surface font-semibold text-ink ring-1 ring-line"
              : "font-medium text-ink-2 hover:text-ink",
          )}
        >
          {t(each)}
        </button>
      ))}
    </div>
  );
}

/** All criteria as one row of marks, each with its score: where one is, and what is still open. */
function Steps({
  rubric,
  current,
  onGo,
}: {
  rubric: RubricDefinition;
  current: number;
  onGo: (index: number) => void;
}) {
  const t = useTranslations("evaluationForm.scores");
  const locale = useLocale();
  const values = useDerived(valuesOf, "scores");
  return (
    <ol
      aria-label={t("steps")}
      className="grid grid-cols-[repeat(auto-fill,minmax(3rem,1fr))] gap-1.5"
    >
      {rubric.criteria.map((criterion, index) => {
        const value = values[index] ?? null;
        const name = criterion.label[locale];
        return (
          <li key={criterion.id}>
            <button
              type="button"
              aria-current={index === current ? "step" : undefined}
              aria-label={
                value === null
                  ? t("stepOpen", { position: index + 1, name })
                  : t("step", { position: index + 1, name, value })
              }
              onClick={() => onGo(index)}
              className={cx(
                "grid min-h-11 w-full place-items-center rounded-sm border px-1 py-1 leading-tight tabular-nums touch:min-h-12",
                index === current ? "border-2 border-hue" : "border-line-strong",
                value === null ? "bg-surface text-ink-3" : "bg-hue-soft text-hue",
              )}
            >
              <span className="text-xs">{index + 1}</span>
              <b className="text-md">{value ?? "–"}</b>
            </button>
          </li>
        );
      })}
    </ol>
  );
}

function Turn({
  count,
  current,
  onGo,
}: {
  count: number;
  current: number;
  onGo: (index: number) => void;
}) {
  const t = useTranslations("evaluationForm.scores");
  return (
    <div className="grid grid-cols-2 gap-2 sm:flex">
      <Button
        variant="secondary"
        icon={<ChevronLeftIcon size={16} />}
        disabled={current === 0}
        onClick={() => onGo(current - 1)}
      >
        {t("previous")}
      </Button>
      <Button
        variant="secondary"
        disabled={current === count - 1}
        onClick={() => onGo(current + 1)}
      >
        {t("next")}
        <ChevronRightIcon size={16} />
      </Button>
    </div>
  );
}

/** Beyond this many steps a scale is typed, not tapped. */
const MOST_STEPS = 11;

function Criterion({
  rubric,
  criterion,
  index,
}: {
  rubric: RubricDefinition;
  criterion: RubricCriterion;
  index: number;
}) {
  const t = useTranslations("evaluationForm.scores");
  const locale = useLocale();
  const path = `scores.${index}`;
  const value = useDerived(asNumber, `${path}.value`);
  const { scale, weighting } = rubric;
  const steps = useMemo(() => {
    const count = Math.floor((scale.max - scale.min) / scale.step) + 1;
    return Array.from({ length: count }, (_, step) => {
      const at = scale.min + step * scale.step;
      const level = criterion.levels.find((known) => known.value === at);
      return { value: at, label: level?.label[locale] };
    });
  }, [scale, criterion, locale]);
  const weighted = weighting.kind === "PERCENT" || weighting.kind === "LEVEL_TIMES_WEIGHT";
  return (
    <NamedGroup
      path={path}
      name={criterion.label[locale]}
      note={
        weighted
          ? t("ofWeighted", {
              position: index + 1,
              total: rubric.criteria.length,
              weight: criterion.weight,
            })
          : t("of", { position: index + 1, total: rubric.criteria.length })
      }
      lede={criterion.definition[locale]}
    >
      {criterion.reverse && <p className="-mt-2 text-sm text-ink-3">{t("reverse")}</p>}
      {steps.length <= MOST_STEPS ? (
        <ScaleChoice path={`${path}.value`} steps={steps} />
      ) : (
        <NumberField path={`${path}.value`} whole />
      )}
      <TextArea
        path={`${path}.note`}
        bounds={EVALUATION_BOUNDS.note}
        optional={value === null || !needsNote(rubric, value)}
        rows={2}
      />
      {value !== null && isTopScore(rubric, criterion, value) && (
        <TopScoreEvidence criterion={criterion} />
      )}
    </NamedGroup>
  );
}

/** A top score rests on evidence: how much there is, and the way to more. */
function TopScoreEvidence({ criterion }: { criterion: RubricCriterion }) {
  const t = useTranslations("evaluationForm.scores");
  const { store } = useForm();
  const evidence = useDerived(
    useCallback(
      (list: Evaluation["evidence"]) => ({
        all: list.length,
        own: list.filter(({ criterionId }) => criterionId === criterion.id).length,
      }),
      [criterion.id],
    ),
    "evidence",
  );
  const add = () => {
    store.insert("evidence", { ...emptyEvidence(newId()), criterionId: criterion.id });
    later(() => reach(`evidence.${evidence.all}.caption`));
  };
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-sm bg-hue-soft px-3 py-2 text-md">
      <p className="min-w-0">
        {evidence.own === 0 ? t("evidenceNeeded") : t("evidenceGiven", { count: evidence.own })}
      </p>
      {evidence.own === 0 && evidence.all < EVALUATION_BOUNDS.evidence.max && (
        <Button size="sm" variant="secondary" icon={<PlusIcon size={15} />} onClick={add}>
          {t("addEvidence")}
        </Button>
      )}
    </div>
  );
}

function asNumber(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}

function valuesOf(scores: Evaluation["scores"] | undefined): (number | null)[] {
  return (scores ?? []).map(({ value }) => value);
}
