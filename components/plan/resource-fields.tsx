"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { RadioField } from "@/components/document/choice-fields";
import { RupiahField } from "@/components/document/number-fields";
import { RiskFields } from "@/components/document/risk-fields";
import { BUDGET_SOURCES } from "@/lib/document/taxonomy";
import { PLAN_BOUNDS } from "@/lib/plan/model";

/** What it costs, who pays, and what may go wrong. */
export function ResourceFields() {
  const terms = useTranslations("terms");
  const sources = useMemo(
    () => BUDGET_SOURCES.map((value) => ({ value, label: terms(`budgetSource.${value}`) })),
    [terms],
  );
  return (
    <>
      <RupiahField path="budgetIdr" />
      <RadioField path="budgetSource" options={sources} layout="row" />
      <RiskFields path="risks" bounds={PLAN_BOUNDS} />
    </>
  );
}
