import type { ReactNode } from "react";
import { SoftLink } from "@/components/ui/soft-link";
import { BarTrack } from "./bar-track";
import { Swatch } from "./legend";
import type { Fill, Series } from "./series";

export type StageBarPart = {
  /** Which state it counts; the order of parts is the order in the bar. */
  key: "approved" | "submitted" | "returned" | "open" | "locked";
  label: string;
  value: number;
  /** To the rows it counts. */
  href?: string;
};

export type StageBar = {
  /** In whose hue, a value of `data-stage`. */
  kind: string;
  label: string;
  /** Before the label, in the hue. */
  icon?: ReactNode;
  /** All assignments: the whole of the bar. */
  total: number;
  /** "/ 54 disetujui" */
  unit: string;
  parts: StageBarPart[];
};

const fillOf: Record<StageBarPart["key"], Fill> = {
  approved: "solid",
  submitted: "soft",
  returned: "late",
  open: "line",
  locked: "empty",
};

/** How far a cohort has come, stage by stage; each figure leads to what it counts. */
export function StageBars({ label, stages }: { label: string; stages: StageBar[] }) {
  return (
    <section
      aria-label={label}
      className="overflow-hidden rounded-md border border-line bg-surface"
    >
      <ul className="-mt-px -ml-px grid sm:grid-cols-2 xl:grid-cols-4">
        {stages.map((stage) => {
          const approved = stage.parts.find((part) => part.key === "approved");
          const rest = stage.parts.filter((part) => part.key !== "approved");
          const figure = approved?.value ?? 0;
          return (
            <li
              key={stage.kind}
              data-stage={stage.kind}
              className="min-w-0 border-t border-l border-line px-4 py-4 sm:px-5"
            >
              <h2 className="flex items-center gap-2 text-sm font-semibold">
                {stage.icon}
                {stage.label}
              </h2>
              <p className="mt-1.5 flex items-baseline gap-1.5">
                {approved?.href && figure > 0 ? (
                  <SoftLink
                    href={approved.href}
                    className="text-2xl font-bold tracking-tight tabular-nums underline-offset-4 hover:underline"
                  >
                    {figure}
                  </SoftLink>
                ) : (
                  <span className="text-2xl font-bold tracking-tight tabular-nums">{figure}</span>
                )}
                <span className="font-medium text-ink-3">{stage.unit}</span>
              </p>
              <div className="mt-3">
                <BarTrack
                  total={stage.total}
                  parts={stage.parts.map((part) => ({
                    value: part.value,
                    series: { key: part.key, label: part.label, fill: fillOf[part.key] } as Series,
                  }))}
                />
              </div>
              <ul className="mt-2.5 grid min-h-6 grid-cols-[auto_auto] content-start justify-start gap-x-3.5 gap-y-1 text-xs text-ink-2 max-sm:empty:hidden">
                {rest
                  .filter((part) => part.value > 0)
                  .map((part) => (
                    <li key={part.key}>
                      <Datum href={part.href}>
                        <Swatch series={{ fill: fillOf[part.key] }} />
                        <b className="font-semibold text-ink tabular-nums">{part.value}</b>
                        {part.label}
                      </Datum>
                    </li>
                  ))}
              </ul>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Datum({ href, children }: { href?: string; children: ReactNode }) {
  const look = "inline-flex min-h-6 items-center gap-1.5";
  return href ? (
    <SoftLink href={href} className={`${look} underline-offset-3 hover:underline touch:min-h-9`}>
      {children}
    </SoftLink>
  ) : (
    <span className={look}>{children}</span>
  );
}
