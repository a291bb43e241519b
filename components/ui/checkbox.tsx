import type { InputHTMLAttributes, ReactNode } from "react";

/** One thing that is so or is not. */
export function Checkbox({
  label,
  hint,
  ...rest
}: Omit<InputHTMLAttributes<HTMLInputElement>, "type" | "className"> & {
  label: ReactNode;
  hint?: ReactNode;
}) {
  return (
    <label className="flex min-h-8 items-start gap-2.5 py-1 text-md has-disabled:text-ink-3 touch:min-h-12 touch:py-3">
      <input {...rest} type="checkbox" className="mt-0.5 size-4.5 flex-none accent-accent" />
      <span className="min-w-0">
        {label}
        {hint && <span className="block text-sm text-ink-3">{hint}</span>}
      </span>
    </label>
  );
}
