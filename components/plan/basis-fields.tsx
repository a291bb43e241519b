"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { CheckboxesField, SelectField } from "@/components/document/choice-fields";
import { TextField } from "@/components/document/text-fields";
import type { StageFormDto } from "@/lib/assignment/model";
import { PLAN_BOUNDS } from "@/lib/plan/model";

/** Which selected solutions are carried out, under what name, and where. */
export function BasisFields({ dto }: { dto: StageFormDto<"PLAN"> }) {
  const t = useTranslations("planForm.basis");
  const terms = useTranslations("terms");
  const { solutions, agencies } = dto.context;
  const options = useMemo(
    () =>
      solutions
        .filter(({ forHost }) => !forHost)
        .map(({ id, title, transferType }) => ({
          value: id,
          label: title,
          hint: terms(`transferType.${transferType}`),
        })),
    [solutions, terms],
  );
  const places = useMemo(
    () => agencies.map(({ id, name }) => ({ value: id, label: name })),
    [agencies],
  );
  const advice = solutions.filter(({ forHost }) => forHost).map(({ title }) => `“${title}”`);
  return (
    <>
      <div className="grid gap-2">
        <CheckboxesField path="solutionIds" options={options} max={PLAN_BOUNDS.solutionIds.max} />
        {advice.length > 0 && (
          <p className="max-w-[68ch] text-sm text-ink-3 wrap-anywhere">
            {t("forHost", { titles: advice.join(", ") })}
          </p>
        )}
      </div>
      <TextField path="title" bounds={PLAN_BOUNDS.title} />
      <TextField path="acronym" bounds={PLAN_BOUNDS.acronym} optional />
      <SelectField path="agencyId" options={places} hint={t("own")} />
      <TextField path="unit" bounds={PLAN_BOUNDS.unit} />
    </>
  );
}
