"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { RadioField } from "@/components/document/choice-fields";
import { useDerived } from "@/components/document/form-context";
import { NamedGroup } from "@/components/document/named-group";
import { TextArea, TextField } from "@/components/document/text-fields";
import { ID_TYPES } from "@/lib/enrolment/civil-servant";
import { type Mentor, PLAN_BOUNDS } from "@/lib/plan/model";

/** How the innovation outlives a transfer, and who guides its author. */
export function ContinuityFields() {
  const terms = useTranslations("terms");
  const idTypes = useMemo(
    () => ID_TYPES.map((value) => ({ value, label: terms(`idType.${value}`) })),
    [terms],
  );
  return (
    <>
      <TextArea path="sustainability" bounds={PLAN_BOUNDS.sustainability} rows={4} />
      <TextField path="successor" bounds={PLAN_BOUNDS.successor} />
      <NamedGroup
        path="mentor"
        name={terms("field.PLAN.mentor.label")}
        lede={terms("field.PLAN.mentor.hint")}
      >
        <TextField path="mentor.name" bounds={PLAN_BOUNDS.mentorName} />
        <TextField path="mentor.position" bounds={PLAN_BOUNDS.mentorPosition} />
        <RadioField path="mentor.idType" options={idTypes} layout="row" />
        <IdNumber />
        <Contacts />
      </NamedGroup>
    </>
  );
}

/** Asked of those who have one. */
function IdNumber() {
  const t = useTranslations("planForm.mentor");
  const type = useDerived(idTypeOf, "mentor");
  if (type === null || type === "NONE") return null;
  return (
    <TextField
      path="mentor.idNumber"
      label={t(`numberOf.${type}`)}
      hint={t(`numberHint.${type}`)}
      inputMode="numeric"
    />
  );
}

/** One of the two is enough. */
function Contacts() {
  const { email, phone } = useDerived(contactsOf, "mentor");
  return (
    <div className="grid gap-3.5 sm:grid-cols-2">
      <TextField path="mentor.email" type="email" inputMode="email" optional={phone} />
      <TextField path="mentor.phone" type="tel" inputMode="tel" optional={email} />
    </div>
  );
}

function idTypeOf(mentor: Mentor) {
  return mentor.idType;
}

function contactsOf({ email, phone }: Mentor): { email: boolean; phone: boolean } {
  return { email: email.trim() !== "", phone: phone.trim() !== "" };
}
