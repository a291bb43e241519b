"use client";

import { useTranslations } from "next-intl";
import { ItemList } from "@/components/document/item-list";
import { NamedGroup } from "@/components/document/named-group";
import { NumberField } from "@/components/document/number-fields";
import { TextArea, TextField } from "@/components/document/text-fields";
import { type Beneficiary, type Output, PLAN_BOUNDS } from "@/lib/plan/model";
import { LONG_TERM_YEARS, MEDIUM_TERM_DAYS, SHORT_TERM_DAYS } from "@/lib/plan/scoring";

/** What the plan wants to reach, what it makes, and for whom. */
export function ResultFields() {
  const t = useTranslations("planForm");
  const terms = useTranslations("terms");
  return (
    <>
      <NamedGroup path="objectives" name={terms("field.PLAN.objectives.label")}>
        <TextArea
          path="objectives.short"
          hint={t("objectives.short", { days: SHORT_TERM_DAYS })}
          bounds={PLAN_BOUNDS.objective}
        />
        <TextArea
          path="objectives.medium"
          hint={t("objectives.medium", { days: MEDIUM_TERM_DAYS })}
          bounds={PLAN_BOUNDS.objective}
        />
        <TextArea
          path="objectives.long"
          hint={t("objectives.long", { years: LONG_TERM_YEARS })}
          bounds={PLAN_BOUNDS.objective}
        />
      </NamedGroup>
      <ItemList
        path="outputs"
        bounds={PLAN_BOUNDS.outputs}
        create={emptyOutput}
        add={t("outputs.add")}
        name={(position) => t("outputs.item", { position })}
        first="name"
      >
        {(path) => (
          <>
            <TextField path={`${path}.name`} bounds={PLAN_BOUNDS.outputName} />
            <TextField path={`${path}.indicator`} bounds={PLAN_BOUNDS.outputIndicator} />
            <div className="grid gap-3.5 sm:grid-cols-3">
              <NumberField path={`${path}.baseline`} optional />
              <NumberField path={`${path}.target`} />
              <TextField path={`${path}.unit`} bounds={PLAN_BOUNDS.outputUnit} />
            </div>
          </>
        )}
      </ItemList>
      <ItemList
        path="beneficiaries"
        bounds={PLAN_BOUNDS.beneficiaries}
        create={emptyBeneficiary}
        add={t("beneficiaries.add")}
        name={(position) => t("beneficiaries.item", { position })}
        first="group"
      >
        {(path) => (
          <div className="grid gap-3.5 sm:grid-cols-[minmax(0,1fr)_14rem]">
            <TextField path={`${path}.group`} bounds={PLAN_BOUNDS.beneficiaryGroup} />
            <NumberField path={`${path}.count`} unit={t("beneficiaries.people")} whole />
          </div>
        )}
      </ItemList>
    </>
  );
}

function emptyOutput(id: string): Output {
  return { id, name: "", indicator: "", target: null, unit: "" };
}

function emptyBeneficiary(id: string): Beneficiary {
  return { id, group: "", count: null };
}
