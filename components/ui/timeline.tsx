import type { ReactNode } from "react";

export type TimelineItem = {
  id: string;
  /** "kemarin 14.10 WIB" */
  when: ReactNode;
  title: ReactNode;
  body?: ReactNode;
  tone?: "neutral" | "accent" | "late" | "good";
  /** Colours the point by a stage, where there is no tone. */
  stage?: string;
};

/** What happened, the newest first. */
export function Timeline({ items }: { items: TimelineItem[] }) {
  return (
    <ol className="grid">
      {items.map((item) => (
        <li
          key={item.id}
          data-stage={item.stage}
          data-tone={item.tone ?? (item.stage ? undefined : "neutral")}
          className="group relative grid grid-cols-[0.75rem_minmax(0,1fr)] gap-3 pb-4 last:pb-0"
        >
          <span
            aria-hidden="true"
            className="absolute top-3 bottom-[-0.375rem] left-[0.3125rem] w-0.5 bg-line group-last:hidden"
          />
          <span
            aria-hidden="true"
            className="chart relative mt-1.5 size-3 rounded-full border-2 border-surface bg-hue-solid ring-1 ring-hue-solid"
          />
          <div className="min-w-0 text-md">
            <p className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span className="font-semibold">{item.title}</span>
              <span className="text-sm text-ink-3">{item.when}</span>
            </p>
            {item.body && <div className="mt-0.5 text-ink-2">{item.body}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
