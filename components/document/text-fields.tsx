"use client";

import { useTranslations } from "next-intl";
import type { InputHTMLAttributes } from "react";
import { cx } from "@/components/ui/cx";
import { Input, Textarea } from "@/components/ui/input";
import { type Bounds, countCharacters, countLetters, normalizeText } from "@/lib/document/fields";
import { FieldFrame, type FieldOptions } from "./field-frame";
import { useField, useValue } from "./form-context";

type TextOptions = FieldOptions & {
  /** As the schema has them: `min` in letters, `max` in characters. */
  bounds?: Bounds;
};

/** One line of text. */
export function TextField({
  path,
  bounds,
  optional,
  ...rest
}: TextOptions &
  Pick<
    InputHTMLAttributes<HTMLInputElement>,
    "inputMode" | "autoComplete" | "type" | "placeholder" | "list"
  >) {
  const { label, hint, ...attributes } = rest;
  const wiring = useField(path, { label, hint });
  const [value, change] = useValue<string | null | undefined>(path);
  return (
    <FieldFrame
      wiring={wiring}
      optional={optional}
      counter={counterOf(path, value, bounds, optional)}
    >
      {(control) => (
        <Input
          autoComplete="off"
          {...attributes}
          {...control}
          name={path}
          value={value ?? ""}
          onChange={(event) => change(typed(event.target.value))}
        />
      )}
    </FieldFrame>
  );
}

/** Several lines of text; grows with them. */
export function TextArea({
  path,
  bounds,
  optional,
  label,
  hint,
  rows = 3,
}: TextOptions & { rows?: number }) {
  const wiring = useField(path, { label, hint });
  const [value, change] = useValue<string | null | undefined>(path);
  return (
    <FieldFrame
      wiring={wiring}
      optional={optional}
      counter={counterOf(path, value, bounds, optional)}
    >
      {(control) => (
        <Textarea
          {...control}
          name={path}
          rows={rows}
          value={value ?? ""}
          onChange={(event) => change(typed(event.target.value))}
        />
      )}
    </FieldFrame>
  );
}

/**
 * What no key types and no eye sees (it comes with pasted text) is left out, or the server would
 * refuse the text for something that its author cannot find.
 */
function typed(text: string): string {
  return text.replace(/(?![\n\r\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "");
}

function counterOf(
  path: string,
  value: string | null | undefined,
  bounds: Bounds | undefined,
  optional: boolean | undefined,
) {
  return (
    bounds && (
      <LengthCounter
        id={`${path}-counter`}
        text={value ?? ""}
        bounds={bounds}
        mayBeEmpty={optional}
      />
    )
  );
}

/** Counts as the schema counts: letters while too few, characters from then on. */
function LengthCounter({
  id,
  text,
  bounds,
  mayBeEmpty,
}: {
  id: string;
  text: string;
  bounds: Bounds;
  /** Nothing written is not too little then. */
  mayBeEmpty: boolean | undefined;
}) {
  const t = useTranslations("form.counter");
  const normal = normalizeText(text);
  const letters = countLetters(normal);
  const characters = countCharacters(normal);
  const over = characters > bounds.max;
  return (
    <span
      id={id}
      className={cx(
        "flex-none text-xs leading-5 tabular-nums",
        over ? "font-semibold text-late" : "text-ink-3",
      )}
    >
      {letters < bounds.min && !(mayBeEmpty && letters === 0)
        ? t("atLeast", { count: letters, min: bounds.min })
        : t("atMost", { count: characters, max: bounds.max })}
    </span>
  );
}
