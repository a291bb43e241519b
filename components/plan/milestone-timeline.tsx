import { useTranslations } from "next-intl";
import { ViewRow } from "@/components/revision/field";
import type { Mark } from "@/components/revision/mark";
import { Badge } from "@/components/ui/badge";
import type { IsoDate } from "@/lib/document/model";
import { useFormat } from "@/lib/i18n/use-format";
import { type Milestone, TERMS, type Term } from "@/lib/plan/model";
import type { TermWindow } from "@/lib/plan/scoring";

/**
 * The milestones of each term in the order in which they begin, each with a bar on its term's own
 * axis: on one axis over five years, the sixty days of the first term would be a hair.
 */
export function MilestoneTimeline({
  mark,
  milestones,
  windows,
}: {
  mark: Mark;
  milestones: readonly Milestone[];
  windows: Record<Term, TermWindow> | null;
}) {
  const t = useTranslations("terms");
  const v = useTranslations("revision");
  const format = useFormat();
  return (
    <ol className="grid gap-6">
      {TERMS.map((term) => {
        const own = milestones
          .map((milestone, index) => ({ milestone, index }))
          .filter((entry) => entry.milestone.term === term)
          .sort((a, b) => (a.milestone.start ?? "").localeCompare(b.milestone.start ?? ""));
        if (own.length === 0) return null;
        const axis = axisOf(own.map((entry) => entry.milestone));
        const window = windows?.[term];
        return (
          <li key={term}>
            <div className="flex flex-wrap items-baseline justify-between gap-x-4 border-b-2 border-hue-solid pb-1">
              <h3 className="font-bold">{t(`term.${term}`)}</h3>
              {window && (
                <p className="text-sm text-ink-3">
                  {v("endsBy", { date: format.date(window.to) })}
                </p>
              )}
            </div>
            <ol className="grid divide-y divide-line">
              {own.map(({ milestone, index }) => (
                <li key={milestone.id} className="py-3">
                  <ViewRow mark={mark} path={`milestones.${index}`}>
                    <Entry milestone={milestone} axis={axis} />
                  </ViewRow>
                </li>
              ))}
            </ol>
          </li>
        );
      })}
    </ol>
  );
}

function Entry({ milestone, axis }: { milestone: Milestone; axis: Axis | null }) {
  const t = useTranslations("terms");
  const v = useTranslations("revision");
  const format = useFormat();
  const { start, end } = milestone;
  return (
    <div className="grid gap-x-6 gap-y-1.5 md:grid-cols-[minmax(0,1fr)_minmax(10rem,14rem)]">
      <div className="min-w-0">
        <p className="font-semibold wrap-anywhere">
          {milestone.title}
          {milestone.status !== "PLANNED" && (
            <span className="ml-2 inline-block align-middle">
              <Badge tone={milestone.status === "DONE" ? "good" : "neutral"}>
                {t(`milestoneStatus.${milestone.status}`)}
              </Badge>
            </span>
          )}
        </p>
        <dl className="mt-0.5 grid gap-x-3 text-md text-ink-2 sm:grid-cols-[max-content_minmax(0,1fr)]">
          <Line term={t("field.PLAN.milestones.output.label")}>{milestone.output}</Line>
          <Line term={v("evidenceNeeded")}>{milestone.evidenceNeeded}</Line>
          <Line term={v("owner")}>{milestone.owner}</Line>
        </dl>
      </div>
      <div className="grid content-start gap-1.5 md:pt-1">
        {start && end && (
          <p className="text-sm text-ink-2 tabular-nums md:text-right">
            {format.dateShort(start)} – {format.dateShort(end)}
          </p>
        )}
        {start && end && axis && <Bar start={start} end={end} axis={axis} />}
      </div>
    </div>
  );
}

function Line({ term, children }: { term: string; children: string }) {
  return (
    <>
      <dt className="text-sm leading-6 text-ink-3">{term}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </>
  );
}

type Axis = { from: number; days: number };

function dayNumber(date: IsoDate): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}

/** From the first start to the last end, both days included. */
function axisOf(milestones: readonly Milestone[]): Axis | null {
  const starts = milestones.flatMap(({ start }) => (start ? [dayNumber(start)] : []));
  const ends = milestones.flatMap(({ end }) => (end ? [dayNumber(end)] : []));
  if (starts.length === 0 || ends.length === 0) return null;
  const from = Math.min(...starts);
  return { from, days: Math.max(1, Math.max(...ends) - from + 1) };
}

/** Decoration to screen readers: the dates stand above it. */
function Bar({ start, end, axis }: { start: IsoDate; end: IsoDate; axis: Axis }) {
  const left = ((dayNumber(start) - axis.from) / axis.days) * 100;
  const width = ((dayNumber(end) - dayNumber(start) + 1) / axis.days) * 100;
  return (
    <span aria-hidden="true" className="chart relative block h-2.5 rounded-xs bg-sunken">
      <span
        className="absolute inset-y-0 min-w-1.5 rounded-xs bg-hue-solid"
        // The last day's sliver stays on the axis.
        style={{ left: `min(${left}%, calc(100% - 0.375rem))`, width: `${width}%` }}
      />
    </span>
  );
}
