import type { ReactNode } from "react";
import { cx } from "./cx";
import { FieldFoot, type FieldProps, Optional } from "./field";

export type ChoiceOption = {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
};

type ChoiceGroupProps = Omit<FieldProps, "aside"> & {
  name: string;
  /** One of them, or any number of them. */
  type: "radio" | "checkbox";
  options: ChoiceOption[];
  /** What is chosen, where the form keeps it; with `onValues`. */
  values?: readonly string[];
  onValues?: (values: string[]) => void;
  /** What is chosen at first, where the browser keeps it. */
  defaultValues?: readonly string[];
  /** One under the other, or side by side while they fit. */
  layout?: "list" | "row";
  disabled?: boolean;
};

/** A question whose answers are all in sight. */
export function ChoiceGroup({
  id,
  label,
  hint,
  error,
  optional,
  counter,
  name,
  type,
  options,
  values,
  onValues,
  defaultValues,
  layout = "list",
  disabled,
}: ChoiceGroupProps) {
  const change = (value: string, checked: boolean) => {
    if (type === "radio") return onValues?.([value]);
    const others = (values ?? []).filter((other) => other !== value);
    // In the order of the options, whatever the order of the clicks.
    const next = checked ? [...others, value] : others;
    onValues?.(options.map((option) => option.value).filter((value) => next.includes(value)));
  };
  return (
    <FieldGroup {...{ id, label, hint, error, optional, counter, disabled }}>
      <div className={layout === "row" ? "flex flex-wrap gap-2" : "grid gap-2"}>
        {options.map((option) => (
          <label
            key={option.value}
            className={cx(
              "flex min-h-10 items-start gap-2.5 rounded-sm border border-line-strong bg-surface px-3 py-2 text-md touch:min-h-12 touch:py-3",
              "hover:border-ink-3 has-checked:border-hue has-checked:bg-hue-soft",
              "has-disabled:border-line has-disabled:bg-sunken has-disabled:text-ink-3",
              "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
            )}
          >
            <input
              type={type}
              name={name}
              value={option.value}
              disabled={option.disabled}
              checked={values?.includes(option.value)}
              defaultChecked={values ? undefined : defaultValues?.includes(option.value)}
              onChange={onValues && ((event) => change(option.value, event.target.checked))}
              className="mt-0.5 size-4.5 flex-none accent-hue outline-none"
            />
            <span className="min-w-0 wrap-anywhere">
              {option.label}
              {option.hint && <span className="block text-sm text-ink-3">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

/** Several controls under one question: a fieldset with the hint and the error of the whole. */
export function FieldGroup({
  id,
  label,
  hint,
  error,
  optional,
  counter,
  disabled,
  children,
}: Omit<FieldProps, "aside"> & { disabled?: boolean; children: ReactNode }) {
  const described = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean);
  return (
    // Focusable by script, so that an error summary can lead to the group as it does to a field.
    <fieldset
      id={id}
      tabIndex={-1}
      disabled={disabled}
      aria-describedby={described.length > 0 ? described.join(" ") : undefined}
      className="min-w-0 outline-none"
    >
      <legend className="mb-1.5 text-md font-semibold">
        {label}
        {optional && <Optional />}
      </legend>
      <div className="grid gap-1.5">
        {hint && (
          <p id={`${id}-hint`} className="-mt-1 text-sm text-ink-3">
            {hint}
          </p>
        )}
        {children}
        <FieldFoot id={id} error={error} counter={counter} />
      </div>
    </fieldset>
  );
}
