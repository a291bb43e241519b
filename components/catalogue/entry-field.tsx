"use client";

import { useTranslations } from "next-intl";
import { SelectField, TextareaField, TextField } from "@/components/ui/text-field";

/** One field of an entry's form, in words already of the reader's language. */
export interface EntryField {
  name: string;
  label: string;
  kind?: "text" | "textarea" | "number" | "select";
  /** Of a select. */
  options?: readonly { value: string; label: string }[];
  /** Of a select that may be left open: what that means. "Not confirmed" where nothing is said. */
  none?: string;
  hint?: string;
  optional?: boolean;
  /** Characters that the schema allows at most. */
  max?: number;
  rows?: number;
  /** Asked of a new entry alone: where it stands, which nobody changes afterwards. */
  onlyNew?: boolean;
}

/** A field as the browser keeps it; what is typed stays whatever the server answers. */
export function EntryFieldControl({
  field,
  id,
  value,
  error,
  onEdit,
}: {
  field: EntryField;
  id: string;
  value: string;
  error: string | undefined;
  onEdit?: (value: string) => void;
}) {
  const t = useTranslations("catalogue");
  const { name, label, hint, optional, kind = "text", max, rows, none, options = [] } = field;
  const common = { id, name, label, hint, optional, error, defaultValue: value };
  if (kind === "textarea") {
    return <TextareaField {...common} rows={rows ?? 3} maxLength={max} />;
  }
  if (kind === "select") {
    return (
      <SelectField {...common} onChange={onEdit && ((event) => onEdit(event.target.value))}>
        <option value="">{optional ? (none ?? t("unknown")) : t("choose")}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </SelectField>
    );
  }
  return (
    <TextField
      {...common}
      maxLength={max}
      inputMode={kind === "number" ? "numeric" : undefined}
      autoComplete="off"
    />
  );
}
