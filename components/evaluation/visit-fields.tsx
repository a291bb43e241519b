"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { CheckboxesField, RadioField } from "@/components/document/choice-fields";
import { DateField } from "@/components/document/date-field";
import { ItemList } from "@/components/document/item-list";
import { TextField } from "@/components/document/text-fields";
import { addDays } from "@/lib/document/fields";
import {
  EVALUATION_BOUNDS,
  METHODS,
  SOURCE_TYPES,
  type Source,
  VIRTUAL_VISIT_MARGIN_DAYS,
} from "@/lib/evaluation/model";
import { useFormat } from "@/lib/i18n/use-format";
import type { EvaluationDto } from "./evaluation-form";

/** When the innovation was observed, how, and who told about it. */
export function VisitFields({ dto }: { dto: EvaluationDto }) {
  const t = useTranslations("evaluationForm.visit");
  const terms = useTranslations("terms");
  const format = useFormat(dto.timeZone);
  const { visit, today } = dto.context;
  const margin = visit.mode === "VIRTUAL" ? VIRTUAL_VISIT_MARGIN_DAYS : 0;
  const from = addDays(visit.startsOn, -margin);
  const to = addDays(visit.endsOn, margin);
  // Days as text: the earlier one sorts first.
  const [latest] = [to, today].sort();
  const methods = useMemo(
    () => METHODS.map((value) => ({ value, label: terms(`method.${value}`) })),
    [terms],
  );
  const types = useMemo(
    () => SOURCE_TYPES.map((value) => ({ value, label: terms(`sourceType.${value}`) })),
    [terms],
  );
  return (
    <>
      <DateField
        path="visitDate"
        hint={t("date", { range: format.dateRange(from, to) })}
        min={from}
        max={latest}
      />
      <CheckboxesField path="methods" options={methods} layout="row" />
      <ItemList
        path="sources"
        bounds={EVALUATION_BOUNDS.sources}
        create={emptySource}
        add={t("addSource")}
        name={(position) => t("source", { position })}
        first="role"
      >
        {(path) => (
          <>
            <div className="grid gap-3.5 sm:grid-cols-2">
              <TextField path={`${path}.role`} bounds={EVALUATION_BOUNDS.sourceRole} />
              <TextField path={`${path}.unit`} bounds={EVALUATION_BOUNDS.sourceUnit} />
            </div>
            <RadioField path={`${path}.type`} options={types} layout="row" />
            <TextField path={`${path}.name`} bounds={EVALUATION_BOUNDS.sourceName} optional />
          </>
        )}
      </ItemList>
    </>
  );
}

function emptySource(id: string): Source {
  return { id, name: "", role: "", unit: "", type: null };
}
