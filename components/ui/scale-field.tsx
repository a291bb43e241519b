import { FieldGroup } from "./choice-group";
import type { FieldProps } from "./field";

type ScaleFieldProps = Omit<FieldProps, "aside" | "counter"> & {
  name: string;
  /** The steps, lowest first; usually 1–5. `label` says what a step means. */
  steps: readonly { value: number; label?: string }[];
  value?: number | null;
  onValue?: (value: number) => void;
  defaultValue?: number;
  disabled?: boolean;
};

/**
 * A judgement on a scale, in one tap: big steps side by side in the hue around them, and what the
 * chosen one means below.
 */
export function ScaleField({
  name,
  steps,
  value,
  onValue,
  defaultValue,
  disabled,
  ...field
}: ScaleFieldProps) {
  const chosen = steps.find((step) => step.value === (value ?? defaultValue));
  return (
    <FieldGroup {...field} disabled={disabled}>
      <div className="grid auto-cols-[minmax(0,6rem)] grid-flow-col gap-1.5">
        {steps.map((step) => (
          <label
            key={step.value}
            className="relative grid h-12 place-items-center rounded-sm border border-line-strong bg-surface text-lg font-bold tabular-nums hover:border-ink-3 has-checked:border-hue has-checked:bg-hue has-checked:text-on-accent has-disabled:bg-sunken has-disabled:text-ink-3 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              value={step.value}
              aria-label={step.label ? `${step.value}, ${step.label}` : undefined}
              checked={value === undefined ? undefined : value === step.value}
              defaultChecked={value === undefined ? defaultValue === step.value : undefined}
              onChange={onValue && (() => onValue(step.value))}
              className="absolute inset-0 size-full cursor-pointer appearance-none outline-none"
            />
            {step.value}
          </label>
        ))}
      </div>
      {chosen?.label && (
        <p className="text-md">
          <b className="font-semibold text-hue">{chosen.value}</b> · {chosen.label}
        </p>
      )}
    </FieldGroup>
  );
}
