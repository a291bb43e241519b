"use client";

import { useTranslations } from "next-intl";
import { ItemList } from "@/components/document/item-list";
import { TextArea } from "@/components/document/text-fields";
import { EVALUATION_BOUNDS, type Strength } from "@/lib/evaluation/model";

/** What made the innovation succeed. */
export function StrengthFields() {
  const t = useTranslations("evaluationForm.strengths");
  return (
    <ItemList
      headed
      path="strengths"
      bounds={EVALUATION_BOUNDS.strengths}
      create={emptyStrength}
      add={t("add")}
      name={(position) => t("item", { position })}
      first="text"
      look="plain"
    >
      {(path) => (
        <TextArea
          path={`${path}.text`}
          label={t("text")}
          bounds={EVALUATION_BOUNDS.strength}
          rows={2}
        />
      )}
    </ItemList>
  );
}

function emptyStrength(id: string): Strength {
  return { id, text: "" };
}
