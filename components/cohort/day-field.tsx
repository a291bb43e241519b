"use client";

import type { ReactNode } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useFormat } from "@/lib/i18n/use-format";

/** A calendar day in the browser's own field, which writes it in its own language: beside it, in ours. */
export function DayField({
  id,
  label,
  value,
  min,
  max,
  error,
  hint,
  onChange,
}: {
  id: string;
  label: ReactNode;
  /** YYYY-MM-DD, or "" */
  value: string;
  min?: string;
  max?: string;
  error?: ReactNode;
  hint?: ReactNode;
  onChange: (value: string) => void;
}) {
  const format = useFormat();
  const known = /^\d{4}-\d\d-\d\d$/.test(value);
  return (
    <div className="grid min-w-0 content-start gap-1">
      <Field id={id} label={label} error={error} hint={hint}>
        {(control) => (
          <Input
            {...control}
            name={id}
            type="date"
            min={min}
            max={max}
            aria-required
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
      {known && <p className="text-sm text-ink-3">{format.dateLong(value)}</p>}
    </div>
  );
}
