"use client";

import { useLocale, useTranslations } from "next-intl";
import { useCallback, useMemo } from "react";
import { ScaleChoice } from "@/components/document/choice-fields";
import { useDerived, useForm } from "@/components/document/form-context";
import { later } from "@/components/document/item-list";
import { NamedGroup } from "@/components/document/named-group";
import { newId } from "@/components/document/new-id";
import { NumberField } from "@/components/document/number-fields";
import { reach } from "@/components/document/reach";
import { TextArea } from "@/components/document/text-fields";
import { Button } from "@/components/ui/button";
import { PlusIcon } from "@/components/ui/icons";
import { EVALUATION_BOUNDS, type Evaluation } from "@/lib/evaluation/model";
import { isTopScore, needsNote } from "@/lib/evaluation/scoring";
import type { RubricCriterion, RubricDefinition } from "@/lib/rubric/model";
import type { EvaluationDto } from "./evaluation-form";
import { emptyEvidence } from "./evidence-fields";
import { ScoreTotal } from "./score-total";

/** Every criterion of the rubric with its scale and a note. */
export function ScoreFields({ dto }: { dto: EvaluationDto }) {
  const { rubric } = dto.context;
  return (
    <>
      <div className="grid gap-6">
        {rubric.criteria.map((criterion, index) => (
          <Criterion key={criterion.id} rubric={rubric} criterion={criterion} index={index} />
        ))}
      </div>
      <div className="lg:hidden">
        <ScoreTotal dto={dto} />
      </div>
    </>
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
