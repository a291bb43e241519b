"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { RadioField } from "@/components/document/choice-fields";
import { RupiahField } from "@/components/document/number-fields";
import { RiskFields } from "@/components/document/risk-fields";
import { BUDGET_SOURCES } from "@/lib/document/taxonomy";
import { PLAN_BOUNDS } from "@/lib/plan/model";

// Drawn once its section is opened: what nobody looks at need not be loaded.
const RiskBoard = dynamic(
  () => import("@/components/document/risk-board").then((module) => module.RiskBoard),
  { ssr: false },
);

/** What it costs, who pays, and what may go wrong. */
export function ResourceFields({ shown }: { shown: boolean }) {
  const terms = useTranslations("terms");
  const sources = useMemo(
    () => BUDGET_SOURCES.map((value) => ({ value, label: terms(`budgetSource.${value}`) })),
    [terms],
  );
  return (
    <>
      <RupiahField path="budgetIdr" />
      <RadioField path="budgetSource" options={sources} layout="row" />
      {shown && <RiskBoard path="risks" />}
      <RiskFields path="risks" bounds={PLAN_BOUNDS} />
    </>
  );
}
