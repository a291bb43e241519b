"use client";

import { Input } from "@/components/ui/input";
import type { IsoDate } from "@/lib/document/model";
import { useFormat } from "@/lib/i18n/use-format";
import { FieldFrame, type FieldOptions } from "./field-frame";
import { useField, useForm, useValue } from "./form-context";

/** A day, in the browser's own calendar, with the day in words beside it. */
export function DateField({
  path,
  label,
  hint,
  optional,
  min,
  max,
}: FieldOptions & { min?: IsoDate; max?: IsoDate }) {
  const { dto } = useForm();
  const format = useFormat(dto.timeZone);
  const wiring = useField(path, { label, hint });
  const [value, change] = useValue<IsoDate | null | undefined>(path);
  const known = typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value);
  return (
    <FieldFrame
      wiring={wiring}
      optional={optional}
      counter={
        known ? (
          <span id={`${path}-counter`} className="mr-auto text-sm text-ink-2">
            {format.dateLong(value)}
          </span>
        ) : undefined
      }
    >
      {(control) => (
        <Input
          {...control}
          name={path}
          type="date"
          min={min}
          max={max}
          value={value ?? ""}
          onChange={(event) => change(event.target.value === "" ? null : event.target.value)}
          className="max-w-56"
        />
      )}
    </FieldFrame>
  );
}
