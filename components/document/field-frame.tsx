"use client";

import type { ReactNode } from "react";
import { type ControlProps, Field } from "@/components/ui/field";
import { TriangleAlertIcon } from "@/components/ui/icons";
import type { FieldWiring } from "./form-context";
import { FieldChange, FieldReasons } from "./returned";

/** What every field may be told beside its path; its words otherwise stand in the catalogue. */
export type FieldOptions = {
  path: string;
  label?: string;
  /** Null for none, where the catalogue has one that does not fit here. */
  hint?: string | null;
  /** Says "opsional". Fields are required unless they say so. */
  optional?: boolean;
};

/** A control with its label, hint, error, warning and counter, all tied to it. */
export function FieldFrame({
  wiring,
  optional,
  counter,
  children,
}: {
  wiring: FieldWiring;
  optional?: boolean;
  /** With the id `<id>-counter`, so that it is read with the control. */
  counter?: ReactNode;
  children: (control: ControlProps & { "aria-required": true | undefined }) => ReactNode;
}) {
  const { id, label, hint, error, warning } = wiring;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: leaving any control inside is leaving the field
    <div className="grid min-w-0 content-start gap-1.5" onBlur={wiring.leave}>
      <FieldReasons path={id} />
      <Field
        id={id}
        label={label}
        hint={hint}
        error={error}
        optional={optional}
        // Beside a counter an error would have half a line.
        counter={error ? undefined : counter}
      >
        {(control) => {
          const described = [
            control["aria-describedby"],
            counter ? `${id}-counter` : null,
            warning ? `${id}-warning` : null,
          ].filter(Boolean);
          return children({
            ...control,
            "aria-describedby": described.length > 0 ? described.join(" ") : undefined,
            "aria-required": optional ? undefined : true,
          });
        }}
      </Field>
      {error && counter && <div className="-mt-1 flex justify-end">{counter}</div>}
      <Warning id={id}>{warning}</Warning>
      <FieldChange path={id} />
    </div>
  );
}

/** Something to look at again; it keeps nothing from being sent. */
export function Warning({ id, children }: { id: string; children: string | undefined }) {
  if (!children) return null;
  return (
    <p id={`${id}-warning`} className="flex gap-1.5 text-sm font-medium text-obstacle">
      <TriangleAlertIcon size={15} className="mt-0.5 flex-none" />
      <span className="min-w-0">{children}</span>
    </p>
  );
}
