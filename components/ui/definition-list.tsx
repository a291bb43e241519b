import type { ReactNode } from "react";

/** Facts about one thing: what it is called, what it is. */
export function DefinitionList({
  items,
}: {
  items: { term: ReactNode; value: ReactNode; id?: string }[];
}) {
  return (
    <dl className="grid gap-x-6 gap-y-2.5 text-md sm:grid-cols-[minmax(7rem,max-content)_minmax(0,1fr)]">
      {items.map((item, index) => (
        <div key={item.id ?? index} className="contents">
          <dt className="text-sm leading-6 text-ink-3">{item.term}</dt>
          <dd className="min-w-0 max-sm:-mt-2 wrap-anywhere">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
