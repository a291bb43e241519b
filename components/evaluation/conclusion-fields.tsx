"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { RadioField, ScaleChoice, SelectField } from "@/components/document/choice-fields";
import { TextArea } from "@/components/document/text-fields";
import { INNOVATION_STAGES } from "@/lib/document/taxonomy";
import { EVALUATION_BOUNDS, FACETS } from "@/lib/evaluation/model";

const LEVELS = ["1", "2", "3", "4", "5"] as const;

/** What all of it comes to. */
export function ConclusionFields() {
  const terms = useTranslations("terms");
  const stages = useMemo(
    () => INNOVATION_STAGES.map((value) => ({ value, label: terms(`innovationStage.${value}`) })),
    [terms],
  );
  const facets = useMemo(
    () =>
      FACETS.map((value) => ({
        value,
        label: `${terms(`facet.${value}`)} – ${terms(`facetHint.${value}`)}`,
      })),
    [terms],
  );
  const confidence = useMemo(
    () => LEVELS.map((level) => ({ value: Number(level), label: terms(`confidence.${level}`) })),
    [terms],
  );
  return (
    <>
      <RadioField path="innovationStage" options={stages} layout="row" />
      <SelectField path="facet" options={facets} optional />
      <TextArea path="summary" bounds={EVALUATION_BOUNDS.summary} rows={5} />
      <ScaleChoice path="confidence" steps={confidence} />
    </>
  );
}
