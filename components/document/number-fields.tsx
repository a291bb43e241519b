"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Input } from "@/components/ui/input";
import { useFormat } from "@/lib/i18n/use-format";
import { formatDecimal, parseDecimal } from "./decimal";
import { FieldFrame, type FieldOptions } from "./field-frame";
import { useField, useForm, useValue } from "./form-context";

/**
 * A number, written as the reader's language writes it. While it is typed the text is left alone; when
 * the field is left it is put in order.
 */
export function NumberField({
  path,
  label,
  hint,
  optional,
  unit,
  whole,
}: FieldOptions & {
  /** Shown behind the number. */
  unit?: string;
  /** Whole numbers only: a keyboard of digits. */
  whole?: boolean;
}) {
  const wiring = useField(path, { label, hint });
  const input = useNumberInput(path);
  return (
    <FieldFrame wiring={wiring} optional={optional}>
      {(control) => (
        <span className="flex items-center gap-2">
          <Input
            {...control}
            {...input}
            name={path}
            inputMode={whole ? "numeric" : "decimal"}
            autoComplete="off"
            className="max-w-56 tabular-nums"
          />
          {unit && <span className="text-md text-ink-2">{unit}</span>}
        </span>
      )}
    </FieldFrame>
  );
}

/** An amount in rupiah, with the amount in full beside it while it is typed. */
export function RupiahField({ path, label, hint, optional }: FieldOptions) {
  const t = useTranslations("form");
  const { dto } = useForm();
  const format = useFormat(dto.timeZone);
  const wiring = useField(path, { label, hint });
  const input = useNumberInput(path);
  const [value] = useValue<number | null | undefined>(path);
  return (
    <FieldFrame
      wiring={wiring}
      optional={optional}
      counter={
        typeof value === "number" ? (
          <span id={`${path}-counter`} className="text-sm text-ink-2 tabular-nums">
            {format.rupiah(value)}
          </span>
        ) : undefined
      }
    >
      {(control) => (
        <span className="flex items-center gap-2">
          <span aria-hidden="true" className="text-md text-ink-2">
            {t("rupiah")}
          </span>
          <Input
            {...control}
            {...input}
            name={path}
            inputMode="numeric"
            autoComplete="off"
            className="max-w-64 tabular-nums"
          />
        </span>
      )}
    </FieldFrame>
  );
}

function useNumberInput(path: string) {
  const locale = useLocale();
  const { checker } = useForm();
  const [value, change] = useValue<number | null | undefined>(path);
  const written = typeof value === "number" ? formatDecimal(value, locale) : "";
  /** What is being typed; null while the field shows the value itself. */
  const [draft, setDraft] = useState<string | null>(null);
  // A field that goes away takes its unreadable text along.
  useEffect(() => () => checker.unreadable(path, null), [checker, path]);
  return {
    value: draft ?? written,
    onChange: (event: { target: { value: string } }) => {
      const text = event.target.value;
      const parsed = parseDecimal(text, locale);
      setDraft(text);
      change(parsed ?? null);
      if (parsed !== undefined) checker.unreadable(path, null);
    },
    onBlur: () => {
      if (draft === null) return;
      if (parseDecimal(draft, locale) === undefined) checker.unreadable(path, "invalid_number");
      else setDraft(null);
    },
  };
}
