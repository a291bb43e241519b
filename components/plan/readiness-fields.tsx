"use client";

import { useLocale, useTranslations } from "next-intl";
import { useCallback, useMemo } from "react";
import { ScaleChoice } from "@/components/document/choice-fields";
import { useDerived, useField } from "@/components/document/form-context";
import { FieldFoot } from "@/components/ui/field";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { StageFormDto } from "@/lib/assignment/model";
import { useFormat } from "@/lib/i18n/use-format";
import type { CriterionScore, RubricCriterion, RubricDefinition } from "@/lib/rubric/model";
import { scoreRubric } from "@/lib/rubric/scoring";

const PATH = "transferReadiness";

/** How ready the own unit is, criterion by criterion of the transfer rubric. */
export function ReadinessFields({ dto }: { dto: StageFormDto<"PLAN"> }) {
  const { transferRubric } = dto.context;
  const { hint, label, error } = useField(PATH);
  const entries = useDerived(criterionIds, PATH);
  return (
    <fieldset id={PATH} tabIndex={-1} className="min-w-0 outline-none">
      <legend className="sr-only">{label}</legend>
      <div className="grid gap-6">
        <p className="-mt-2 text-md text-ink-3">{hint}</p>
        <FieldFoot id={PATH} error={error} />
        {transferRubric.criteria.map((criterion) => {
          const index = entries.indexOf(criterion.id);
          if (index < 0) return null;
          return (
            <Criterion
              key={criterion.id}
              path={`${PATH}.${index}`}
              rubric={transferRubric}
              criterion={criterion}
            />
          );
        })}
        <Total dto={dto} />
      </div>
    </fieldset>
  );
}

function Criterion({
  path,
  rubric,
  criterion,
}: {
  path: string;
  rubric: RubricDefinition;
  criterion: RubricCriterion;
}) {
  const t = useTranslations("planForm.readiness");
  const locale = useLocale();
  const { scale } = rubric;
  const steps = useMemo(() => {
    const count = Math.floor((scale.max - scale.min) / scale.step) + 1;
    return Array.from({ length: count }, (_, step) => {
      const value = scale.min + step * scale.step;
      const level = criterion.levels.find((known) => known.value === value);
      return { value, label: level?.label[locale] };
    });
  }, [scale, criterion, locale]);
  const definition = criterion.definition[locale];
  return (
    <ScaleChoice
      path={`${path}.value`}
      label={criterion.label[locale]}
      hint={criterion.reverse ? `${definition} ${t("reverse")}` : definition}
      steps={steps}
    />
  );
}

/** The score as it stands at this moment; the server computes it anew. */
function Total({ dto }: { dto: StageFormDto<"PLAN"> }) {
  const t = useTranslations("planForm.readiness");
  const terms = useTranslations("terms.derived");
  const format = useFormat(dto.timeZone);
  const { transferRubric } = dto.context;
  const { percent, missing } = useDerived(
    useCallback(
      (scores: CriterionScore[]) => {
        const { percent, missing } = scoreRubric(transferRubric, scores);
        return { percent, missing: missing.length };
      },
      [transferRubric],
    ),
    PATH,
  );
  const criteria = transferRubric.criteria.length;
  const scored = criteria - missing;
  return (
    <div className="rounded-md bg-sunken px-4 py-3">
      <p className="text-sm font-semibold text-ink-2">{terms("readiness")}</p>
      <output className="block">
        {percent === null ? (
          <span className="text-md text-ink-2">{t("scored", { scored, criteria })}</span>
        ) : (
          <span className="text-xl font-bold text-hue">
            {t("total", { total: format.decimal(percent) })}
          </span>
        )}
      </output>
      {missing > 0 && (
        <div className="mt-2">
          <ProgressBar value={scored} max={criteria} label={t("scored", { scored, criteria })} />
        </div>
      )}
    </div>
  );
}

function criterionIds(scores: readonly CriterionScore[] | undefined): string[] {
  return (scores ?? []).map(({ criterionId }) => criterionId);
}
