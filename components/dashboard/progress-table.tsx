import { useTranslations } from "next-intl";
import { barTrack } from "@/components/charts/bar-track";
import { Card, CardHeader } from "@/components/ui/card";
import { MarkedRows } from "@/components/ui/marked";
import { type Markup, markup } from "@/components/ui/markup";
import { EmptyRow, Table } from "@/components/ui/table";
import { Segments } from "@/components/ui/tabs";
import { STAGE_KINDS, type StageKind } from "@/lib/assignment/model";
import {
  analysisHref,
  type CohortCounts,
  FACETS,
  type FacetRow,
  type StageCounts,
  type WorkFilter,
  workHref,
} from "@/lib/dashboard/model";
import type { AnalysisQuery } from "@/lib/dashboard/schema";
import { facetName } from "./facet-name";

/** How far each agency, group, innovation or facilitator has come, stage by stage. */
export function ProgressTable({
  cohortId,
  counts,
  query,
}: {
  cohortId: string;
  counts: CohortCounts;
  query: AnalysisQuery;
}) {
  const t = useTranslations("dashboard");
  const s = useTranslations("stage");
  const { split } = query;
  // A catalogue of hundreds has few innovations that a cohort works on.
  const rows = counts[split].filter(
    ({ stages }) => split !== "innovation" || stages.EVALUATE.total > 0,
  );
  const unassigned = counts[split].length - rows.length;
  const line = (row: FacetRow) =>
    markup`<tr><th scope="row" title="${row.name}">${facetName(t, split, row)}<span class="block text-xs font-normal text-ink-3">${
      split === "innovation"
        ? t("progress.assignments", { count: row.participants })
        : t("progress.participants", { count: row.participants })
    }</span></th>${STAGE_KINDS.map(
      (kind) =>
        markup`<td data-label="${s(`kind.${kind}`)}">${stageProgress(
          t,
          kind,
          row.stages[kind],
          (filter) => workHref(cohortId, { [split]: row.id, stage: kind, ...filter }),
        )}</td>`,
    )}</tr>`;
  return (
    <Card as="section" id="progress" className="scroll-mt-18">
      <CardHeader
        title={t("progress.title")}
        actions={
          <Segments
            label={t("progress.title")}
            items={FACETS.map((facet) => ({
              href: `${analysisHref(cohortId, { ...query, split: facet })}#progress`,
              label: t(`facet.${facet}`),
              current: facet === split,
            }))}
          />
        }
      />
      <Table label={`${t("progress.title")} ${t(`facet.${split}`)}`} stack>
        <thead>
          <tr>
            <th scope="col">{t(`facet.${split}`)}</th>
            {STAGE_KINDS.map((kind) => (
              <th key={kind} scope="col">
                {s(`kind.${kind}`)}
              </th>
            ))}
          </tr>
        </thead>
        {rows.length === 0 ? (
          <tbody>
            <EmptyRow columns={STAGE_KINDS.length + 1}>{t("progress.empty")}</EmptyRow>
          </tbody>
        ) : (
          <MarkedRows content={markup`${rows.map(line)}`} />
        )}
      </Table>
      {unassigned > 0 && (
        <p className="border-t border-line px-4 py-2.5 text-sm text-ink-3 sm:px-4.5">
          {t("progress.unassigned", { count: unassigned })}
        </p>
      )}
    </Card>
  );
}

/** Approved of all as figure and bar, and below it what waits for a reviewer and what is late. */
function stageProgress(
  t: ReturnType<typeof useTranslations<"dashboard">>,
  kind: StageKind,
  { states, begun, late, total }: StageCounts,
  hrefOf: (filter: WorkFilter) => string,
): Markup {
  return markup`<div data-stage="${kind}" class="grid min-w-26 gap-1 text-left max-sm:w-3/4 max-sm:flex-none"><span class="tabular-nums"><a data-soft href="${hrefOf({ states: ["APPROVED"] })}" aria-label="${t("progress.approvedOf", { count: states.APPROVED, total })}" class="figure-link font-semibold">${states.APPROVED}<span aria-hidden="true" class="font-normal text-ink-3">&nbsp;/ ${total}</span></a></span>${barTrack(
    {
      total,
      parts: [
        {
          series: { key: "approved", label: t("part.approved"), fill: "solid" },
          value: states.APPROVED,
        },
        {
          series: { key: "submitted", label: t("part.submitted"), fill: "soft" },
          value: states.SUBMITTED,
        },
        {
          series: { key: "returned", label: t("part.returned"), fill: "late" },
          value: states.RETURNED,
        },
        { series: { key: "open", label: t("part.open"), fill: "line" }, value: begun },
        {
          series: { key: "new", label: t("part.new"), fill: "hollow" },
          value: states.OPEN - begun,
        },
      ],
    },
  )}<span class="flex min-h-4 flex-wrap gap-x-2 text-xs text-ink-2">${
    states.SUBMITTED > 0 &&
    markup`<a data-soft href="${hrefOf({ states: ["SUBMITTED"] })}" class="figure-link">${t("progress.waiting", { count: states.SUBMITTED })}</a>`
  }${
    late > 0 &&
    markup`<a data-soft href="${hrefOf({ late: true })}" class="font-semibold text-late figure-link">${t("progress.late", { count: late })}</a>`
  }</span></div>`;
}
