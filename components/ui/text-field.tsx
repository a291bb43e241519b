import type { InputHTMLAttributes, SelectHTMLAttributes, TextareaHTMLAttributes } from "react";
import { Counter } from "./counter";
import { Field, type FieldProps } from "./field";
import { Input, Select, Textarea } from "./input";

type Bounds = {
  /** Bounds that the counter shows; the server and the schema hold them. */
  min?: number;
  max?: number;
  /** What counts towards the bounds, where it is not the length of `value`. */
  count?: number;
};

type Own = Omit<FieldProps, "counter"> & { name: string };

function counterOf({ min, max, count }: Bounds, value: unknown) {
  if (min === undefined && max === undefined) return undefined;
  const length = count ?? (typeof value === "string" ? value.trim().length : undefined);
  return length === undefined ? undefined : <Counter count={length} min={min} max={max} />;
}

/** A labelled line of text. Controlled with `value`, it counts what is written against `min`, `max`. */
export function TextField({
  label,
  hint,
  error,
  optional,
  aside,
  lengths,
  ...rest
}: Own & { lengths?: Bounds } & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <Field
      {...{ id: rest.id, label, hint, error, optional, aside }}
      counter={lengths && counterOf(lengths, rest.value)}
    >
      {(control) => <Input {...rest} {...control} aria-required={!optional || undefined} />}
    </Field>
  );
}

/** A labelled text of several lines. Controlled with `value`, it counts against `lengths`. */
export function TextareaField({
  label,
  hint,
  error,
  optional,
  aside,
  lengths,
  ...rest
}: Own & { lengths?: Bounds } & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return (
    <Field
      {...{ id: rest.id, label, hint, error, optional, aside }}
      counter={lengths && counterOf(lengths, rest.value)}
    >
      {(control) => <Textarea {...rest} {...control} aria-required={!optional || undefined} />}
    </Field>
  );
}

/** A labelled choice from a list; `children` are the options. */
export function SelectField({
  label,
  hint,
  error,
  optional,
  aside,
  ...rest
}: Own & SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <Field {...{ id: rest.id, label, hint, error, optional, aside }}>
      {(control) => <Select {...rest} {...control} aria-required={!optional || undefined} />}
    </Field>
  );
}
