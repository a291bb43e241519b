import Link from "next/link";
import type { ReactNode } from "react";
import { Card } from "./card";
import { cx } from "./cx";

export type StatItem = {
  label: ReactNode;
  value: ReactNode;
  /** After the figure, quiet: "/ 54 disetujui". */
  unit?: ReactNode;
  note?: ReactNode;
  /** To what the figure counts. */
  href?: string;
  tone?: "late" | "good";
};

/** A row of figures, each leading to what it counts. */
export function Stats({ items, label }: { items: StatItem[]; label: string }) {
  return (
    <Card as="section" aria-label={label} className="overflow-hidden">
      <dl className="-mt-px -ml-px grid grid-cols-2 md:auto-cols-fr md:grid-flow-col md:grid-cols-none">
        {items.map((item, index) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: figures have no other identity and do not move
            key={index}
            data-tone={item.tone}
            className={cx(
              "relative flex flex-col gap-1 border-t border-l border-line px-4 py-3.5 sm:px-5",
              item.href && "hover:bg-sunken",
            )}
          >
            <dt className="text-sm font-semibold text-ink-2">{item.label}</dt>
            <dd
              className={cx(
                "text-2xl font-bold tracking-tight tabular-nums",
                item.tone && "text-hue",
              )}
            >
              {item.href ? (
                // The link takes the whole cell.
                <Link href={item.href} className="after:absolute after:inset-0">
                  {item.value}
                </Link>
              ) : (
                item.value
              )}
              {item.unit && (
                <span className="ml-1 text-base font-medium tracking-normal text-ink-3">
                  {item.unit}
                </span>
              )}
            </dd>
            {item.note && <dd className="text-sm text-ink-3">{item.note}</dd>}
          </div>
        ))}
      </dl>
    </Card>
  );
}
