import { useTranslations } from "next-intl";
import { stageIcon } from "@/components/stage/stage-icon";
import { Card, CardHeader } from "@/components/ui/card";
import { CircleCheckIcon } from "@/components/ui/icons";
import { MarkedList } from "@/components/ui/marked";
import { markup } from "@/components/ui/markup";
import { SoftLink } from "@/components/ui/soft-link";
import type { Attention, WorkRow } from "@/lib/dashboard/model";
import { reviewHref, workHref } from "@/lib/dashboard/model";
import { useFormat } from "@/lib/i18n/use-format";

/** What needs somebody: work that is late, and submissions that wait for a reviewer. */
export function AttentionCards({
  cohortId,
  attention,
  totals,
  timeZone,
  now,
}: {
  cohortId: string;
  attention: Attention;
  totals: { late: number; waiting: number };
  timeZone: string;
  now: string;
}) {
  const t = useTranslations("dashboard");
  const format = useFormat(timeZone);
  return (
    <div className="grid gap-5 lg:grid-cols-2">
      <AttentionCard
        title={t("late.title")}
        empty={t("late.empty")}
        total={totals.late}
        all={t("late.all", { count: totals.late })}
        href={workHref(cohortId, { late: true })}
        rows={attention.late}
        tone="late"
        detail={(row) => format.due(row.dueAt, now)}
      />
      <AttentionCard
        title={t("waiting.title")}
        empty={t("waiting.empty")}
        total={totals.waiting}
        all={t("waiting.all", { count: totals.waiting })}
        href={workHref(cohortId, { states: ["SUBMITTED"] })}
        rows={attention.waiting}
        detail={(row) =>
          row.submittedAt && t("waiting.sent", { when: format.ago(row.submittedAt, now) })
        }
      />
    </div>
  );
}

function AttentionCard({
  title,
  empty,
  total,
  all,
  href,
  rows,
  tone,
  detail,
}: {
  title: string;
  empty: string;
  total: number;
  all: string;
  href: string;
  rows: WorkRow[];
  tone?: "late";
  detail: (row: WorkRow) => string | null;
}) {
  const s = useTranslations("stage");
  const line = (row: WorkRow) =>
    markup`<li><a data-soft href="${reviewHref(row.assignmentId, row.stage)}" class="flex items-center gap-3 px-4 py-1.5 text-md hover:bg-sunken sm:px-4.5 touch:min-h-12">${stageIcon(
      row.stage,
      16,
      "flex-none text-hue",
    )}<span class="min-w-0 flex-1"><span class="line-clamp-2 font-semibold wrap-anywhere">${row.participant}</span><span class="line-clamp-2 text-sm text-ink-3 wrap-anywhere">${s(`kind.${row.stage}`)} · ${row.innovation.code}${
      row.facilitator && ` · ${row.facilitator}`
    }</span></span><span class="flex-none text-sm ${tone ? "font-semibold text-late" : "text-ink-2"}">${detail(row)}</span></a></li>`;
  return (
    <Card as="section" marked={tone && total > 0} data-tone={tone}>
      <CardHeader
        title={title}
        note={
          total > 0 && (
            <SoftLink href={href} className="figure-link">
              {total}
            </SoftLink>
          )
        }
        actions={
          total > rows.length ? (
            <SoftLink href={href} className="link inline-flex items-center text-sm touch:min-h-11">
              {all}
            </SoftLink>
          ) : undefined
        }
      />
      {rows.length === 0 ? (
        <p className="flex items-center gap-2 px-4 py-4 text-md text-ink-2 sm:px-4.5">
          <CircleCheckIcon size={17} data-tone="good" className="flex-none text-hue" />
          {empty}
        </p>
      ) : (
        <MarkedList className="py-1.5" content={markup`${rows.map(line)}`} />
      )}
    </Card>
  );
}
