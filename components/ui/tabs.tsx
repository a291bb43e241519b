import { cx } from "./cx";
import { SoftLink } from "./soft-link";

export type TabItem = { href: string; label: string; count?: number; current?: boolean };

/** The parts of one thing, each at an address of its own. */
export function Tabs({ label, items }: { label: string; items: TabItem[] }) {
  return (
    <nav
      aria-label={label}
      // On paper there is nothing to choose from, but it says which part it is.
      className="scrollbar-none mb-5 flex gap-1 overflow-x-auto border-b border-line max-sm:-mx-4 max-sm:px-4 print:mx-0 print:mb-4 print:block! print:border-0 print:px-0"
    >
      {items.map((item) => (
        <SoftLink
          key={item.href}
          href={item.href}
          aria-current={item.current ? "page" : undefined}
          className={cx(
            // Of more tabs than fit, the present one begins in sight.
            item.current && "[scroll-initial-target:nearest]",
            "-mb-px flex min-h-10 flex-none items-center gap-1.5 border-b-2 px-3 text-md font-medium touch:min-h-12",
            item.current
              ? "border-accent font-semibold text-ink print:min-h-0 print:border-0 print:px-0 print:text-lg"
              : "border-transparent text-ink-2 hover:text-ink print:hidden",
          )}
        >
          {item.label}
          {item.count !== undefined && (
            <span className="text-xs text-ink-3 tabular-nums">{item.count}</span>
          )}
        </SoftLink>
      ))}
    </nav>
  );
}

/** The same thing seen in different ways ("menurut kelompok", "menurut instansi"), as links. */
export function Segments({ label, items }: { label: string; items: TabItem[] }) {
  return (
    <nav
      aria-label={label}
      className="scrollbar-none flex max-w-full gap-0.5 overflow-x-auto rounded-sm bg-sunken p-0.75"
    >
      {items.map((item) => (
        <SoftLink
          key={item.href}
          href={item.href}
          scroll={false}
          aria-current={item.current ? "true" : undefined}
          className={cx(
            "flex min-h-7 flex-none items-center rounded-xs px-2.5 text-sm font-medium touch:min-h-11",
            item.current
              ? "bg-surface font-semibold text-ink ring-1 ring-line"
              : "text-ink-2 hover:text-ink",
          )}
        >
          {item.label}
        </SoftLink>
      ))}
    </nav>
  );
}
