import { useId } from "react";
import { Field } from "@/components/ui/field";

/** Where a spreadsheet is chosen. Null when nothing is, any more. */
export function FileField({
  label,
  hint,
  problem,
  disabled,
  onChoose,
}: {
  label: string;
  hint: string;
  problem: string | null;
  disabled: boolean;
  onChoose(file: File | null): void;
}) {
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint} error={problem ?? undefined}>
      {(control) => (
        <input
          {...control}
          type="file"
          accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          disabled={disabled}
          className="control py-1.5"
          onChange={(event) => onChoose(event.target.files?.[0] ?? null)}
        />
      )}
    </Field>
  );
}
