import { cx } from "./cx";

/** The place of something still loading; give it the size of what comes. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={cx(
        "block h-4 animate-pulse rounded-xs bg-line motion-reduce:animate-none",
        className,
      )}
    />
  );
}

/** Lines of text still loading, the last one shorter. */
export function SkeletonText({ lines = 3 }: { lines?: number }) {
  return (
    <span aria-hidden="true" className="grid gap-2">
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <Skeleton key={line} className={line === lines - 1 ? "w-3/5" : undefined} />
      ))}
    </span>
  );
}

/**
 * Rows of a table still loading, of about the height of real rows: one element with painted lines.
 * A skeleton is sent with every page, and a cell each would be a third of the page.
 */
export function SkeletonRows({ rows = 8 }: { rows?: number }) {
  return (
    <span
      aria-hidden="true"
      className="skeleton-rows block animate-pulse motion-reduce:animate-none"
      style={{ height: `${rows * 2.75}rem` }}
    />
  );
}
