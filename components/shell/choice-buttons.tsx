import { useId } from "react";

/** One of a few, chosen by pressing it: a form whose submit buttons are the options. */
export function ChoiceButtons({
  action,
  name,
  label,
  options,
  current,
}: {
  action: (form: FormData) => Promise<void>;
  name: string;
  label: string;
  options: { value: string; label: string; lang?: string }[];
  current: string;
}) {
  const id = useId();
  return (
    <form action={action}>
      <p id={id} className="mb-1 text-xs font-semibold text-ink-3">
        {label}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: the label of a fieldset cannot be laid out */}
      <div
        role="group"
        aria-labelledby={id}
        className="grid auto-cols-fr grid-flow-col gap-0.5 rounded-sm bg-sunken p-0.75"
      >
        {options.map((option) => (
          <button
            key={option.value}
            type="submit"
            name={name}
            value={option.value}
            lang={option.lang}
            aria-pressed={option.value === current}
            className="min-h-8 rounded-xs px-1.5 py-1 text-sm font-medium leading-tight text-ink-2 hover:text-ink aria-pressed:bg-surface aria-pressed:font-semibold aria-pressed:text-ink aria-pressed:ring-1 aria-pressed:ring-line touch:min-h-11"
          >
            {option.label}
          </button>
        ))}
      </div>
    </form>
  );
}
