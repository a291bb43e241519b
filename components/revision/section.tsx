import type { ReactNode } from "react";
import { Card, CardHeader } from "@/components/ui/card";

/** One section of a revision, a sheet of its own, to which the table of contents leads. */
export function ViewSection({
  id,
  title,
  note,
  children,
}: {
  /** Unique on the page; the heading's id is made of it. */
  id: string;
  title: ReactNode;
  note?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Card as="section" id={`section-${id}`} aria-labelledby={`section-${id}-title`}>
      <CardHeader id={`section-${id}-title`} title={title} note={note} />
      <div className="grid grid-cols-1 gap-4 px-4 py-4 sm:px-4.5">{children}</div>
    </Card>
  );
}

/** The figures that a revision comes down to, above everything else. */
export function ViewFigures({
  items,
}: {
  items: { id: string; label: ReactNode; value: ReactNode; note?: ReactNode }[];
}) {
  return (
    <Card className="overflow-hidden">
      {/* Lines between cells in any number of columns: each draws its own, the outer ones are cut. */}
      <dl className="-mt-px -ml-px grid grid-cols-2 sm:grid-flow-col sm:auto-cols-fr sm:grid-cols-none">
        {items.map((item) => (
          <div
            key={item.id}
            className="flex min-w-0 flex-col gap-0.5 border-t border-l border-line px-4 py-3 sm:px-4.5"
          >
            <dt className="text-xs font-semibold text-ink-3">{item.label}</dt>
            <dd className="text-lg leading-tight font-bold tabular-nums wrap-anywhere">
              {item.value}
            </dd>
            {item.note && <dd className="text-sm text-ink-2">{item.note}</dd>}
          </div>
        ))}
      </dl>
    </Card>
  );
}
