import { useTranslations } from "next-intl";
import { BarTrack } from "@/components/charts/bar-track";
import { Card, CardHeader } from "@/components/ui/card";
import { SoftLink } from "@/components/ui/soft-link";
import { EmptyRow, Table } from "@/components/ui/table";
import { Segments } from "@/components/ui/tabs";
import { STAGE_KINDS, type StageKind } from "@/lib/assignment/model";
import {
  type CohortCounts,
  dashboardHref,
  FACETS,
  type FacetFilter,
  type StageCounts,
  workHref,
} from "@/lib/dashboard/model";
import type { DashboardQuery } from "@/lib/dashboard/schema";
import { facetName } from "./facet-name";

/** How far each agency, group, innovation or facilitator has come, stage by stage. */
export function ProgressTable({
  cohortId,
  counts,
  query,
}: {
  cohortId: string;
  counts: CohortCounts;
  query: DashboardQuery;
}) {
  const t = useTranslations("dashboard");
  const s = useTranslations("stage");
  const { split } = query;
  return (
    <Card as="section" id="progress" className="scroll-mt-18">
      <CardHeader
        title={t("progress.title")}
        actions={
          <Segments
            label={t("progress.title")}
            items={FACETS.map((facet) => ({
              href: `${dashboardHref(cohortId, { ...query, split: facet })}#progress`,
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
        <tbody>
          {counts[split].length === 0 && (
            <EmptyRow columns={STAGE_KINDS.length + 1}>{t("progress.empty")}</EmptyRow>
          )}
          {counts[split].map((row) => (
            <tr key={row.id}>
              <th scope="row" title={row.name}>
                {facetName(t, split, row)}
                <span className="block text-xs font-normal text-ink-3">
                  {split === "innovation"
                    ? t("progress.assignments", { count: row.participants })
                    : t("progress.participants", { count: row.participants })}
                </span>
              </th>
              {STAGE_KINDS.map((kind) => (
                <td key={kind} data-label={s(`kind.${kind}`)}>
                  <StageProgress
                    cohortId={cohortId}
                    kind={kind}
                    counts={row.stages[kind]}
                    filter={{ [split]: row.id }}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

/** Approved of all as figure and bar, and below it what waits for a reviewer and what is late. */
function StageProgress({
  cohortId,
  kind,
  counts,
  filter,
}: {
  cohortId: string;
  kind: StageKind;
  counts: StageCounts;
  filter: FacetFilter;
}) {
  const t = useTranslations("dashboard");
  const { states, late, total } = counts;
  const of = { ...filter, stage: kind };
  const figure = "underline-offset-3 hover:underline";
  return (
    <div data-stage={kind} className="grid min-w-26 gap-1 text-left max-sm:w-3/4 max-sm:flex-none">
      <span className="tabular-nums">
        <SoftLink
          href={workHref(cohortId, { ...of, states: ["APPROVED"] })}
          aria-label={t("progress.approvedOf", { count: states.APPROVED, total })}
          className={`font-semibold ${figure}`}
        >
          {states.APPROVED}
        </SoftLink>
        <span aria-hidden="true" className="text-ink-3">
          {" "}
          / {total}
        </span>
      </span>
      <BarTrack
        total={total}
        parts={[
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
          { series: { key: "open", label: t("part.open"), fill: "line" }, value: states.OPEN },
        ]}
      />
      <span className="flex min-h-4 flex-wrap gap-x-2 text-xs text-ink-2">
        {states.SUBMITTED > 0 && (
          <SoftLink href={workHref(cohortId, { ...of, states: ["SUBMITTED"] })} className={figure}>
            {t("progress.waiting", { count: states.SUBMITTED })}
          </SoftLink>
        )}
        {late > 0 && (
          <SoftLink
            href={workHref(cohortId, { ...of, late: true })}
            className={`font-semibold text-late ${figure}`}
          >
            {t("progress.late", { count: late })}
          </SoftLink>
        )}
      </span>
    </div>
  );
}
