"use client";

import { useTranslations } from "next-intl";
import { FormSection, StageForm } from "@/components/document/stage-form";
import type { StageFormDto } from "@/lib/assignment/model";
import { evaluationDefinition } from "@/lib/evaluation/schema";
import { ConclusionFields } from "./conclusion-fields";
import { EvidenceFields } from "./evidence-fields";
import { ResultFields } from "./result-fields";
import { ScoreFields } from "./score-fields";
import { ScoreTotal } from "./score-total";
import { StrengthFields } from "./strength-fields";
import { VisitFields } from "./visit-fields";

export type EvaluationDto = StageFormDto<"EVALUATE">;

/** Stage 1: what the participant saw of the innovation, scored by the rubric. */
export function EvaluationForm({ dto }: { dto: EvaluationDto }) {
  const t = useTranslations("evaluationForm");
  return (
    <StageForm dto={dto} definition={evaluationDefinition} aside={<ScoreTotal dto={dto} />}>
      <FormSection id="visit" lede={t("visit.lede")}>
        <VisitFields dto={dto} />
      </FormSection>
      <FormSection id="scores" lede={t("scores.lede")}>
        <ScoreFields dto={dto} />
      </FormSection>
      <FormSection id="evidence">
        <EvidenceFields dto={dto} />
      </FormSection>
      <FormSection id="strengths">
        <StrengthFields />
      </FormSection>
      <FormSection id="results">
        <ResultFields dto={dto} />
      </FormSection>
      <FormSection id="conclusion">
        <ConclusionFields />
      </FormSection>
    </StageForm>
  );
}
