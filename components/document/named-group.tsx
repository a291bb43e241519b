"use client";

import { type ReactNode, useEffect, useId } from "react";
import { useForm } from "./form-context";
import { FieldReasons } from "./returned";

/** Fields that belong to one thing, such as a criterion; summaries name it before the field. */
export function NamedGroup({
  path,
  name,
  note,
  lede,
  children,
}: {
  path: string;
  name: string;
  /** Beside the name, quiet. */
  note?: ReactNode;
  lede?: ReactNode;
  children: ReactNode;
}) {
  const { names } = useForm();
  const id = useId();
  useEffect(() => names.add(path, name), [names, path, name]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid everywhere
    <div
      id={path}
      role="group"
      tabIndex={-1}
      aria-labelledby={id}
      className="grid min-w-0 gap-3.5 outline-none"
    >
      <div>
        <h3 id={id} className="flex flex-wrap items-baseline justify-between gap-x-3 font-bold">
          {name}
          {note && <span className="text-sm font-normal text-ink-3">{note}</span>}
        </h3>
        {lede && <p className="max-w-[68ch] text-md text-ink-2">{lede}</p>}
      </div>
      <FieldReasons path={path} />
      {children}
    </div>
  );
}
