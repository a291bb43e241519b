import { AheadLink } from "./ahead-link";
import { cx } from "./cx";
import { XIcon } from "./icons";

export type FilterChip = {
  label: string;
  /** The list with this filter set, or without it where it is already. */
  href: string;
  active?: boolean;
  count?: number;
};

/** Filters that are set and unset by a tap. Each is a link: the address says what is being seen. */
export function FilterChips({ label, chips }: { label: string; chips: FilterChip[] }) {
  return (
    <nav aria-label={label} className="flex flex-wrap gap-1.5 print:hidden">
      {chips.map((chip) => (
        <AheadLink
          key={chip.label}
          href={chip.href}
          aria-current={chip.active ? "true" : undefined}
          className={cx(
            "inline-flex min-h-8 items-center gap-1.5 rounded-full border px-3 text-sm font-medium touch:min-h-11",
            chip.active
              ? "border-accent bg-accent-soft font-semibold text-accent"
              : "border-line-strong bg-surface text-ink-2 hover:border-ink-3 hover:text-ink",
          )}
        >
          {chip.label}
          {chip.count !== undefined && (
            <span className="text-xs tabular-nums opacity-80">{chip.count}</span>
          )}
          {chip.active && <XIcon size={14} />}
        </AheadLink>
      ))}
    </nav>
  );
}
