"use client";

import { useTranslations } from "next-intl";
import { TextareaField, TextField } from "@/components/ui/text-field";
import { RUBRIC_BOUNDS } from "@/lib/rubric/model";

export interface RubricHead {
  nameId: string;
  nameEn: string;
  source: string;
}

/** What a rubric is called and what it rests on. */
export function RubricHeadFields({
  head,
  onChange,
  errorOf,
}: {
  head: RubricHead;
  onChange: (head: RubricHead) => void;
  errorOf: (path: string) => string | undefined;
}) {
  const t = useTranslations("rubrics.new");
  return (
    <div className="grid gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          id="nameId"
          name="nameId"
          label={t("nameId")}
          value={head.nameId}
          onChange={(event) => onChange({ ...head, nameId: event.target.value })}
          lengths={{ max: RUBRIC_BOUNDS.name.max }}
          error={errorOf("nameId")}
          autoComplete="off"
        />
        <TextField
          id="nameEn"
          name="nameEn"
          label={t("nameEn")}
          optional
          value={head.nameEn}
          onChange={(event) => onChange({ ...head, nameEn: event.target.value })}
          lengths={{ max: RUBRIC_BOUNDS.name.max }}
          error={errorOf("nameEn")}
          autoComplete="off"
        />
      </div>
      <TextareaField
        id="source"
        name="source"
        label={t("source")}
        hint={t("sourceHint")}
        rows={3}
        value={head.source}
        onChange={(event) => onChange({ ...head, source: event.target.value })}
        lengths={{ max: RUBRIC_BOUNDS.source.max }}
        error={errorOf("source")}
      />
    </div>
  );
}
