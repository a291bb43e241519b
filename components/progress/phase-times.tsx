import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { Explain } from "@/components/ui/explain";
import { SoftLink } from "@/components/ui/soft-link";
import { Table } from "@/components/ui/table";
import { reviewHref } from "@/lib/dashboard/model";
import { useFormat } from "@/lib/i18n/use-format";
import { type LongestSpan, type PhaseTime, stickingPoint } from "@/lib/progress/model";

/** How long stages spend in whose hands, and where the cohort sticks. */
export function PhaseTimes({ times }: { times: PhaseTime[] }) {
  const t = useTranslations("progress");
  const s = useTranslations("stage");
  const format = useFormat();
  const sticking = stickingPoint(times);
  const span = (hours: number) =>
    hours < 48
      ? t("hours", { hours: format.decimal(hours, 1) })
      : t("daysLong", { days: format.decimal(hours / 24, 1) });
  const person = (stage: PhaseTime["stage"], longest: LongestSpan | null) =>
    longest && (
      <>
        {span(longest.hours)}
        <SoftLink
          href={reviewHref(longest.assignmentId, stage)}
          className="block text-sm text-ink-2 underline decoration-line-strong underline-offset-3 hover:text-accent hover:decoration-current touch:py-2"
        >
          {longest.participant}
        </SoftLink>
      </>
    );
  return (
    <Card as="section" id="times" className="scroll-mt-18">
      <CardHeader
        title={t("times.title")}
        actions={
          <Explain id="times-explained" label={t("times.explain")}>
            {t("times.explanation")}
          </Explain>
        }
      />
      {times.length === 0 ? (
        <p className="px-4 py-8 text-center text-ink-3">{t("times.empty")}</p>
      ) : (
        <Table label={t("times.title")} stack>
          <thead>
            <tr>
              <th scope="col">{t("stage")}</th>
              <th scope="col">{t("times.phase")}</th>
              <th scope="col" data-align="end">
                {t("times.median")}
              </th>
              <th scope="col">{t("times.longest")}</th>
              <th scope="col" data-align="end">
                {t("times.ended")}
              </th>
              <th scope="col" data-align="end">
                {t("times.ongoing")}
              </th>
              <th scope="col">{t("times.oldest")}</th>
            </tr>
          </thead>
          <tbody>
            {times.map((time) => (
              <tr key={`${time.stage} ${time.phase}`}>
                <th scope="row">{s(`kind.${time.stage}`)}</th>
                <td data-label={t("times.phase")}>{t(`phase.${time.phase}`)}</td>
                <td data-label={t("times.median")} data-align="end">
                  {time.median === null ? t("none") : span(time.median)}
                  {time === sticking && (
                    <span className="block">
                      <Badge tone="late">{t("times.sticks")}</Badge>
                    </span>
                  )}
                </td>
                <td data-label={time.longest ? t("times.longest") : undefined}>
                  {person(time.stage, time.longest)}
                </td>
                <td data-label={t("times.ended")} data-align="end">
                  {time.ended}
                </td>
                <td data-label={t("times.ongoing")} data-align="end">
                  {time.ongoing}
                </td>
                <td data-label={time.oldest ? t("times.oldest") : undefined}>
                  {person(time.stage, time.oldest)}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}
