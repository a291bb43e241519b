import { useTranslations } from "next-intl";
import { barTrack } from "@/components/charts/bar-track";
import { Card, CardHeader } from "@/components/ui/card";
import { MarkedRows } from "@/components/ui/marked";
import { markup } from "@/components/ui/markup";
import { Table } from "@/components/ui/table";
import type { StageState } from "@/lib/assignment/model";
import { STANDING_STATES, workHref } from "@/lib/dashboard/model";
import { useFormat } from "@/lib/i18n/use-format";
import type { FunnelStep } from "@/lib/progress/model";

const STEPS = [
  ["reached", ["OPEN", ...STANDING_STATES], "hollow"],
  ["sent", STANDING_STATES, "soft"],
  ["approved", ["APPROVED"], "solid"],
] as const satisfies readonly (readonly [
  keyof FunnelStep,
  readonly StageState[],
  "hollow" | "soft" | "solid",
])[];

/** How many have come how far: each step is a part of the one before. */
export function Funnel({ cohortId, steps }: { cohortId: string; steps: FunnelStep[] }) {
  const t = useTranslations("progress");
  const s = useTranslations("stage");
  const format = useFormat();
  const lines = (step: FunnelStep) =>
    STEPS.map(([key, states, fill], index) => {
      const value = step[key];
      const label = t(`funnel.${key}`);
      return markup`<tr data-stage="${step.stage}">${
        index === 0 &&
        markup`<th scope="rowgroup" rowspan="${STEPS.length}">${s(`kind.${step.stage}`)}</th>`
      }<td>${label}</td><td data-align="end"><a data-soft href="${workHref(cohortId, { stage: step.stage, states })}" class="figure-link justify-end font-semibold">${value}</a></td><td data-align="end">${
        step.total === 0 ? t("none") : format.percent(value / step.total)
      }</td><td class="w-1/2 max-sm:hidden">${barTrack({
        total: step.total,
        parts: [{ series: { key, label, fill, stage: step.stage }, value }],
      })}</td></tr>`;
    });
  return (
    <Card as="section" id="funnel" className="scroll-mt-18">
      <CardHeader title={t("funnel.title")} note={t("funnel.note")} />
      <Table label={t("funnel.title")}>
        <thead>
          <tr>
            <th scope="col">{t("stage")}</th>
            <th scope="col">{t("funnel.step")}</th>
            <th scope="col" data-align="end">
              {t("funnel.count")}
            </th>
            <th scope="col" data-align="end">
              {t("funnel.share")}
            </th>
            <th scope="col" className="max-sm:hidden">
              <span className="sr-only">{t("funnel.bar")}</span>
            </th>
          </tr>
        </thead>
        <MarkedRows content={markup`${steps.flatMap(lines)}`} />
      </Table>
    </Card>
  );
}
