import { useTranslations } from "next-intl";
import { DayLines } from "@/components/charts/day-lines";
import { StageIcon } from "@/components/stage/stage-icon";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { SoftLink } from "@/components/ui/soft-link";
import { STAGE_KINDS } from "@/lib/assignment/model";
import { type CohortCounts, STANDING_STATES, workHref } from "@/lib/dashboard/model";
import { useFormat } from "@/lib/i18n/use-format";
import type { ProgressDay } from "@/lib/progress/model";

/** How many stages were due, sent and approved by each day: a chart for each kind, on one scale. */
export function ProgressDays({
  cohortId,
  days,
  counts,
  today,
}: {
  cohortId: string;
  days: ProgressDay[];
  counts: CohortCounts;
  today: string;
}) {
  const t = useTranslations("progress");
  const s = useTranslations("stage");
  const format = useFormat();
  const all = days.map(({ day }) => day).toSorted();
  const from = all[0] ?? today;
  const last = all.at(-1) ?? today;
  const to = last > today ? last : today;
  // Days have no hour: noon is the same day in every zone of the house.
  const dayText = (day: string) => format.dateShort(`${day}T05:00:00Z`);
  return (
    <Card as="section" id="days" className="scroll-mt-18" aria-labelledby="days-title">
      <CardHeader id="days-title" title={t("days.title")} note={t("days.note")} />
      <ul className="-mt-px -ml-px grid overflow-hidden sm:grid-cols-2">
        {STAGE_KINDS.map((stage) => {
          const own = days.filter((row) => row.stage === stage);
          const { total, states } = counts.all.stages[stage];
          const sent = states.SUBMITTED + states.RETURNED + states.APPROVED;
          return (
            <li key={stage} data-stage={stage} className="min-w-0 border-t border-l border-line">
              <CardBody className="grid gap-3">
                <h3 className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm font-semibold">
                  <span className="inline-flex items-center gap-2">
                    <StageIcon kind={stage} size={16} className="text-hue" />
                    {s(`kind.${stage}`)}
                  </span>
                  <span className="flex flex-wrap gap-x-3 font-normal text-ink-2">
                    <SoftLink
                      href={workHref(cohortId, { stage, states: STANDING_STATES })}
                      className="figure-link"
                    >
                      {t("days.sentOf", { count: sent, total })}
                    </SoftLink>
                    <SoftLink
                      href={workHref(cohortId, { stage, states: ["APPROVED"] })}
                      className="figure-link"
                    >
                      {t("days.approvedOf", { count: states.APPROVED, total })}
                    </SoftLink>
                  </span>
                </h3>
                <DayLines
                  label={`${t("days.title")}: ${s(`kind.${stage}`)}`}
                  stage={stage}
                  most={total}
                  from={from}
                  to={to}
                  today={today}
                  dayText={dayText}
                  dayHead={t("days.day")}
                  lines={[
                    {
                      key: "due",
                      label: t("days.due"),
                      look: "dashed",
                      points: sums(own, "due"),
                      until: to,
                    },
                    {
                      key: "sent",
                      label: t("days.sent"),
                      look: "thin",
                      points: sums(own, "sent"),
                      until: today,
                    },
                    {
                      key: "approved",
                      label: t("days.approved"),
                      look: "bold",
                      points: sums(own, "approved"),
                      until: today,
                    },
                  ]}
                />
              </CardBody>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

/** The sum after each day on which it changes. */
function sums(
  days: readonly ProgressDay[],
  figure: "due" | "sent" | "approved",
): { day: string; sum: number }[] {
  let sum = 0;
  return days.flatMap((row) => {
    if (row[figure] === 0) return [];
    sum += row[figure];
    return [{ day: row.day, sum }];
  });
}
