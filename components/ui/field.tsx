import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CircleAlertIcon } from "./icons";

/** What a control needs to be tied to its label, hint and error. Spread it onto the control. */
export type ControlProps = {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
};

export type FieldProps = {
  /** Unique on the page; an error summary links to it. */
  id: string;
  label: ReactNode;
  /** What to write, in a sentence. */
  hint?: ReactNode;
  /** What is wrong and what to do, already in the reader's language. */
  error?: ReactNode;
  /** Says "opsional" beside the label. Fields are required unless they say so. */
  optional?: boolean;
  /** Shown under the control at the end, such as `<Counter />`. */
  counter?: ReactNode;
  /** At the end of the label's line. */
  aside?: ReactNode;
};

/**
 * A label, a control, and what belongs to them. The control is a function of the wiring:
 * `<Field id="a" label="…">{(control) => <Input {...control} name="a" />}</Field>`.
 * For plain controls there are TextField, TextareaField and SelectField.
 */
export function Field({
  id,
  label,
  hint,
  error,
  optional,
  counter,
  aside,
  children,
}: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  return (
    <div className="grid min-w-0 content-start gap-1.5">
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="text-md font-semibold">
          {label}
          {optional && <Optional />}
        </label>
        {aside}
      </div>
      {hint && (
        <p id={`${id}-hint`} className="-mt-0.5 text-sm text-ink-3">
          {hint}
        </p>
      )}
      {children(controlProps(id, { hint, error }))}
      <FieldFoot id={id} error={error} counter={counter} />
    </div>
  );
}

/** The wiring between a control and what is said about it. */
export function controlProps(
  id: string,
  { hint, error }: { hint?: ReactNode; error?: ReactNode },
): ControlProps {
  const described = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean);
  return {
    id,
    "aria-describedby": described.length > 0 ? described.join(" ") : undefined,
    "aria-invalid": error ? true : undefined,
  };
}

export function Optional() {
  const t = useTranslations("common");
  return <span className="ml-1.5 text-sm font-normal text-ink-3">({t("optional")})</span>;
}

/** The line under a control: the error at the start, the counter at the end. */
export function FieldFoot({
  id,
  error,
  counter,
}: {
  id: string;
  error?: ReactNode;
  counter?: ReactNode;
}) {
  if (!error && !counter) return null;
  return (
    <div className="flex items-start justify-between gap-3 text-sm">
      {error ? (
        <p id={`${id}-error`} className="flex gap-1.5 font-medium text-late">
          <CircleAlertIcon size={15} className="mt-0.5 flex-none" />
          <span className="min-w-0">{error}</span>
        </p>
      ) : (
        <span />
      )}
      {counter}
    </div>
  );
}
