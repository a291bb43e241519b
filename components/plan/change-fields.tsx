"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { RadioField, SelectField } from "@/components/document/choice-fields";
import { TextArea } from "@/components/document/text-fields";
import { AFFAIRS, INNOVATION_FORMS, INNOVATION_TYPES } from "@/lib/document/taxonomy";
import { PLAN_BOUNDS } from "@/lib/plan/model";

/** What is to change and what is new about it, with its place among the kinds of innovation. */
export function ChangeFields() {
  const terms = useTranslations("terms");
  const forms = useMemo(
    () => INNOVATION_FORMS.map((value) => ({ value, label: terms(`innovationForm.${value}`) })),
    [terms],
  );
  const types = useMemo(
    () => INNOVATION_TYPES.map((value) => ({ value, label: terms(`innovationType.${value}`) })),
    [terms],
  );
  const affairs = useMemo(
    () => AFFAIRS.map((value) => ({ value, label: terms(`affair.${value}`) })),
    [terms],
  );
  return (
    <>
      <TextArea path="problemStatement" bounds={PLAN_BOUNDS.problemStatement} rows={5} />
      <TextArea path="noveltyStatement" bounds={PLAN_BOUNDS.noveltyStatement} rows={4} />
      <RadioField path="form" options={forms} layout="row" />
      <RadioField path="type" options={types} layout="row" />
      <SelectField path="affair" options={affairs} />
    </>
  );
}
