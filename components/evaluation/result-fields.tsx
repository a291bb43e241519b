"use client";

import { useTranslations } from "next-intl";
import { DateField } from "@/components/document/date-field";
import { useDerived, useValue } from "@/components/document/form-context";
import { HowTo } from "@/components/document/how-to";
import { ItemList } from "@/components/document/item-list";
import { NumberField } from "@/components/document/number-fields";
import { TextArea, TextField } from "@/components/document/text-fields";
import { EVALUATION_BOUNDS, type ResultMeasure } from "@/lib/evaluation/model";
import type { EvaluationDto } from "./evaluation-form";
import { ResultBars } from "./result-bars";

/** Figures from before and after the innovation. */
export function ResultFields({ dto }: { dto: EvaluationDto }) {
  const t = useTranslations("evaluationForm.results");
  const { today } = dto.context;
  return (
    <>
      <HowTo how={t("how")} example={t("example")} />
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
            <Drawing path={path} />
            <Rest path={path} />
          </>
        )}
      </ItemList>
    </>
  );
}

/** The two figures as they are typed, drawn as soon as both are there. */
function Drawing({ path }: { path: string }) {
  const { before, after, unit } = useDerived(measuresOf, path);
  if (typeof before !== "number" || typeof after !== "number") return null;
  return (
    <div className="rounded-sm bg-sunken px-3 py-2.5">
      <ResultBars before={before} after={after} unit={unit} />
    </div>
  );
}

function measuresOf(result: ResultMeasure | undefined) {
  return {
    before: result?.before ?? null,
    after: result?.after ?? null,
    unit: result?.unit.trim() ?? "",
  };
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
