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

/** Rows of a table still loading, of the height of real rows. */
export function SkeletonRows({ rows = 8, columns }: { rows?: number; columns: number }) {
  return Array.from({ length: rows }, (_, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
    <tr key={row}>
      {Array.from({ length: columns }, (_, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the cells are all alike
        <td key={column}>
          <span className="flex h-6.5 items-center">
            <Skeleton className={column === 0 ? "w-32" : "w-20"} />
          </span>
        </td>
      ))}
    </tr>
  ));
}
