"use client";

import { useTranslations } from "next-intl";
import { ChoiceGroup, type ChoiceOption } from "@/components/ui/choice-group";
import { Select } from "@/components/ui/input";
import { ScaleField } from "@/components/ui/scale-field";
import { FieldFrame, type FieldOptions, Warning } from "./field-frame";
import { useField, useValue } from "./form-context";
import { FieldChange, FieldReasons } from "./returned";

type Layout = { layout?: "list" | "row" };

/** One of a few, all in sight. */
export function RadioField({
  path,
  label,
  hint,
  optional,
  options,
  layout,
}: FieldOptions & Layout & { options: readonly ChoiceOption[] }) {
  const { leave, warning, ...wiring } = useField(path, { label, hint, options });
  const [value, change] = useValue<string | null | undefined>(path);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: leaving any choice is leaving the field
    <div className="grid min-w-0 gap-1.5" onBlur={leave}>
      <FieldReasons path={path} />
      <ChoiceGroup
        {...wiring}
        optional={optional}
        name={path}
        type="radio"
        layout={layout}
        options={[...options]}
        values={value ? [value] : []}
        onValues={([next]) => change(next)}
      />
      <Warning id={path}>{warning}</Warning>
      <FieldChange path={path} />
    </div>
  );
}

/** Several of a few, all in sight. With `max`, the rest rests once that many are chosen. */
export function CheckboxesField({
  path,
  label,
  hint,
  optional,
  options,
  layout,
  max,
}: FieldOptions & Layout & { options: readonly ChoiceOption[]; max?: number }) {
  const { leave, warning, ...wiring } = useField(path, { label, hint, options, deep: true });
  const [value, change] = useValue<readonly string[] | undefined>(path);
  const values = value ?? [];
  const full = max !== undefined && values.length >= max;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: leaving any choice is leaving the field
    <div className="grid min-w-0 gap-1.5" onBlur={leave}>
      <FieldReasons path={path} />
      <ChoiceGroup
        {...wiring}
        optional={optional}
        name={path}
        type="checkbox"
        layout={layout}
        options={options.map((option) => ({
          ...option,
          disabled: option.disabled || (full && !values.includes(option.value)),
        }))}
        values={values}
        onValues={change}
      />
      <Warning id={path}>{warning}</Warning>
      <FieldChange path={path} />
    </div>
  );
}

/** One of many, in the list of the browser. */
export function SelectField({
  path,
  label,
  hint,
  optional,
  options,
}: FieldOptions & { options: readonly { value: string; label: string }[] }) {
  const t = useTranslations("form");
  const wiring = useField(path, { label, hint, options });
  const [value, change] = useValue<string | null | undefined>(path);
  // What was chosen once and is no longer offered stays visible until it is changed.
  const unknown = value && !options.some((option) => option.value === value);
  return (
    <FieldFrame wiring={wiring} optional={optional}>
      {(control) => (
        <Select
          {...control}
          name={path}
          value={value ?? ""}
          onChange={(event) => change(event.target.value === "" ? null : event.target.value)}
        >
          <option value="">{optional ? t("select.none") : t("select.choose")}</option>
          {unknown && <option value={value}>{t("select.gone")}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </Select>
      )}
    </FieldFrame>
  );
}

/** Yes or no; neither until it is answered. */
export function YesNoField({
  path,
  label,
  hint,
  optional,
  yes,
  no,
}: FieldOptions & { yes?: string; no?: string }) {
  const t = useTranslations("terms.yesNo");
  const { leave, warning: _, ...wiring } = useField(path, { label, hint });
  const [value, change] = useValue<boolean | null | undefined>(path);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: leaving either choice is leaving the field
    <div className="grid min-w-0 gap-1.5" onBlur={leave}>
      <FieldReasons path={path} />
      <ChoiceGroup
        {...wiring}
        optional={optional}
        name={path}
        type="radio"
        layout="row"
        options={[
          { value: "true", label: yes ?? t("true") },
          { value: "false", label: no ?? t("false") },
        ]}
        values={typeof value === "boolean" ? [String(value)] : []}
        onValues={([next]) => change(next === "true")}
      />
      <FieldChange path={path} />
    </div>
  );
}

/** A judgement on a scale in one tap, with the words of the chosen step. */
export function ScaleChoice({
  path,
  label,
  hint,
  optional,
  steps,
}: FieldOptions & { steps: readonly { value: number; label?: string }[] }) {
  const { leave, warning: _, ...wiring } = useField(path, { label, hint });
  const [value, change] = useValue<number | null | undefined>(path);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: leaving any step is leaving the field
    <div className="grid min-w-0 gap-1.5" onBlur={leave}>
      <FieldReasons path={path} />
      <ScaleField
        {...wiring}
        optional={optional}
        name={path}
        steps={steps}
        value={value ?? null}
        onValue={change}
      />
      <FieldChange path={path} />
    </div>
  );
}
