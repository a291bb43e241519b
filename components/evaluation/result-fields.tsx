"use client";

import { useTranslations } from "next-intl";
import { DateField } from "@/components/document/date-field";
import { useValue } from "@/components/document/form-context";
import { ItemList } from "@/components/document/item-list";
import { NumberField } from "@/components/document/number-fields";
import { TextArea, TextField } from "@/components/document/text-fields";
import { EVALUATION_BOUNDS, type ResultMeasure } from "@/lib/evaluation/model";
import type { EvaluationDto } from "./evaluation-form";

/** Figures from before and after the innovation. */
export function ResultFields({ dto }: { dto: EvaluationDto }) {
  const t = useTranslations("evaluationForm.results");
  const { today } = dto.context;
  return (
    <ItemList
      headed
      path="results"
      bounds={EVALUATION_BOUNDS.results}
      create={emptyResult}
      add={t("add")}
      name={(position) => t("item", { position })}
      first="indicator"
      optional
    >
      {(path) => (
        <>
          <TextField path={`${path}.indicator`} bounds={EVALUATION_BOUNDS.indicator} />
          <div className="grid gap-3.5 sm:grid-cols-2">
            <NumberField path={`${path}.before`} optional />
            <DateField path={`${path}.beforeOn`} max={today} optional />
            <NumberField path={`${path}.after`} optional />
            <DateField path={`${path}.afterOn`} max={today} optional />
          </div>
          <Rest path={path} />
        </>
      )}
    </ItemList>
  );
}

function Rest({ path }: { path: string }) {
  const [before] = useValue<number | null | undefined>(`${path}.before`);
  const [after] = useValue<number | null | undefined>(`${path}.after`);
  const hasAfter = typeof after === "number";
  return (
    <>
      <div className="grid gap-3.5 sm:grid-cols-2">
        <TextField
          path={`${path}.unit`}
          bounds={EVALUATION_BOUNDS.unit}
          optional={!hasAfter && typeof before !== "number"}
        />
        <TextField path={`${path}.source`} bounds={EVALUATION_BOUNDS.resultSource} />
      </div>
      <TextArea
        path={`${path}.explanation`}
        bounds={EVALUATION_BOUNDS.explanation}
        optional={hasAfter}
        rows={2}
      />
    </>
  );
}

function emptyResult(id: string): ResultMeasure {
  return { id, indicator: "", unit: "", source: "", explanation: "" };
}
