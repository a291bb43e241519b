import { useTranslations } from "next-intl";
import { barTrack } from "@/components/charts/bar-track";
import { swatch } from "@/components/charts/legend";
import type { Fill } from "@/components/charts/series";
import { StageIcon } from "@/components/stage/stage-icon";
import { Marked } from "@/components/ui/marked";
import { markup } from "@/components/ui/markup";
import { STAGE_KINDS, type StageKind } from "@/lib/assignment/model";
import type { ProjectorDto } from "@/lib/dashboard/loaders";
import type { FacetRow, StageCounts } from "@/lib/dashboard/model";
import { facetName } from "./facet-name";

const PARTS = ["approved", "submitted", "returned", "open", "new", "locked"] as const;
type Part = (typeof PARTS)[number];

const FILLS: Record<Part, Fill> = {
  approved: "solid",
  submitted: "soft",
  returned: "late",
  open: "line",
  new: "hollow",
  locked: "empty",
};

function countOf({ states, begun }: StageCounts, part: Part): number {
  switch (part) {
    case "approved":
      return states.APPROVED;
    case "submitted":
      return states.SUBMITTED;
    case "returned":
      return states.RETURNED;
    case "open":
      return begun;
    case "new":
      return states.OPEN - begun;
    case "locked":
      return states.LOCKED;
  }
}

/** How the cohort stands, to be read from the back of a room. Sizes follow the width of the screen. */
export function ProjectorBoard({ counts }: { counts: ProjectorDto["counts"] }) {
  const t = useTranslations("dashboard");
  const l = useTranslations("live.projector");
  const { all, group, unassigned } = counts;
  const sum = (figure: (stage: StageCounts) => number) =>
    STAGE_KINDS.reduce((total, kind) => total + figure(all.stages[kind]), 0);
  return (
    <>
      <ul className="flex flex-wrap gap-x-[2em] gap-y-1 tabular-nums">
        <Figure count={all.participants}>{l("participants")}</Figure>
        <Figure count={sum(({ states }) => states.SUBMITTED)}>{l("waiting")}</Figure>
        <Figure count={sum(({ late }) => late)} isLate>
          {l("late")}
        </Figure>
        {unassigned > 0 && <Figure count={unassigned}>{l("unassigned")}</Figure>}
      </ul>
      <section
        aria-label={t("stages")}
        className="overflow-hidden rounded-md border border-line bg-surface"
      >
        <ul className="-mt-px -ml-px grid grid-cols-[repeat(auto-fit,minmax(min(100%,15em),1fr))]">
          {STAGE_KINDS.map((kind) => (
            <StageColumn key={kind} kind={kind} counts={all.stages[kind]} />
          ))}
        </ul>
      </section>
      {group.length > 0 && (
        <section aria-label={l("groups")} className="rounded-md border border-line bg-surface">
          <ul className="divide-y divide-line">
            {group.map((row) => (
              <GroupRow key={row.id} row={row} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Figure({
  count,
  isLate = false,
  children,
}: {
  count: number;
  isLate?: boolean;
  children: string;
}) {
  return (
    <li className={isLate && count > 0 ? "text-late" : "text-ink-2"}>
      <b className="text-[1.6em] font-bold">{count}</b> {children}
    </li>
  );
}

function StageColumn({ kind, counts }: { kind: StageKind; counts: StageCounts }) {
  const t = useTranslations("dashboard");
  const s = useTranslations("stage");
  const parts = PARTS.map((key) => ({
    series: { key, label: t(`part.${key}`), fill: FILLS[key] },
    value: countOf(counts, key),
  }));
  const rest = parts.filter(({ series, value }) => series.key !== "approved" && value > 0);
  return (
    <li data-stage={kind} className="min-w-0 border-t border-l border-line p-[0.8em]">
      <h2 className="flex items-center gap-[0.4em] font-semibold">
        <StageIcon kind={kind} className="size-[1.1em] flex-none text-hue" />
        {s(`kind.${kind}`)}
      </h2>
      <Marked
        content={markup`<p class="mt-[0.2em] flex flex-wrap items-baseline gap-x-[0.3em]"><span class="text-[2.6em] leading-none font-bold tracking-tight tabular-nums">${counts.states.APPROVED}</span><span class="font-medium text-ink-3">${t("approvedOf", { total: counts.total })}</span></p><div class="mt-[0.5em]">${barTrack({ parts, total: counts.total })}</div><ul class="mt-[0.5em] flex flex-wrap gap-x-[0.9em] text-[0.8em] text-ink-2">${rest.map(
          ({ series, value }) =>
            markup`<li class="inline-flex items-center gap-[0.4em]">${swatch(series)}<b class="font-semibold text-ink tabular-nums">${value}</b>${series.label}</li>`,
        )}</ul>`}
      />
    </li>
  );
}

function GroupRow({ row }: { row: FacetRow }) {
  const t = useTranslations("dashboard");
  const s = useTranslations("stage");
  return (
    <li className="grid items-center gap-x-[1em] gap-y-2 px-[0.8em] py-[0.45em] lg:grid-cols-[minmax(0,10em)_minmax(0,1fr)]">
      <h3 className="font-semibold wrap-anywhere">{facetName(t, "group", row)}</h3>
      <Marked
        className="grid grid-cols-2 gap-x-[1em] gap-y-2 lg:grid-cols-4"
        content={markup`${STAGE_KINDS.map((kind) => {
          const counts = row.stages[kind];
          const parts = PARTS.slice(0, 5).map((key) => ({
            series: { key, label: t(`part.${key}`), fill: FILLS[key] },
            value: countOf(counts, key),
          }));
          return markup`<div data-stage="${kind}"><p class="text-[0.8em] text-ink-2 tabular-nums"><span class="lg:sr-only">${s(`kind.${kind}`)} </span><b class="font-semibold text-ink">${counts.states.APPROVED}</b> ${t("approvedOf", { total: counts.total })}</p>${barTrack({ parts, total: counts.total })}</div>`;
        })}`}
      />
    </li>
  );
}
