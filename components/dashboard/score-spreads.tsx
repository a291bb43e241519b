import { useTranslations } from "next-intl";
import { DotSpread } from "@/components/charts/dot-spread";
import { Card, CardHeader } from "@/components/ui/card";
import { Explain } from "@/components/ui/explain";
import { TriangleAlertIcon } from "@/components/ui/icons";
import { SoftLink } from "@/components/ui/soft-link";
import { reviewHref, type ScoreSpread, workHref } from "@/lib/dashboard/model";
import { useFormat } from "@/lib/i18n/use-format";

/** Beyond so many dots they are drawn but lead nowhere; the row's name leads to all of them. */
const MOST_LINKED = 200;

/** How the scores that participants gave each innovation lie apart, and where to talk about it. */
export function ScoreSpreads({
  cohortId,
  spreads,
  threshold,
}: {
  cohortId: string;
  spreads: ScoreSpread[];
  threshold: number;
}) {
  const t = useTranslations("dashboard.spread");
  const format = useFormat();
  const count = spreads.reduce((sum, { dots }) => sum + dots.length, 0);
  const hrefOf = (innovation: string) =>
    workHref(cohortId, { stage: "EVALUATE", innovation, scored: true });
  const scored = spreads.filter(({ dots }) => dots.length > 0);
  const unscored = spreads.length - scored.length;
  const discussed = spreads.filter(({ discuss }) => discuss);
  return (
    <Card as="section" id="spread" className="scroll-mt-18">
      <CardHeader
        title={t("title")}
        note={
          count > 0 && (
            <SoftLink
              href={workHref(cohortId, { stage: "EVALUATE", scored: true })}
              className="figure-link"
            >
              {t("note", { count })}
            </SoftLink>
          )
        }
        actions={
          <Explain id="spread-explained" label={t("explain")}>
            {t("explanation")}
          </Explain>
        }
      />
      {count === 0 ? (
        <p className="px-4 py-8 text-center text-ink-3">{t("empty")}</p>
      ) : (
        <DotSpread
          label={t("title")}
          heads={{ row: t("innovation"), spread: t("dots"), mean: t("mean") }}
          rows={scored.map(({ innovation, dots, mean, deviation }) => {
            const values = dots.map(({ value }) => value);
            const written = dots.length;
            return {
              id: innovation.id,
              label: innovation.code,
              href: hrefOf(innovation.id),
              note:
                deviation === null
                  ? t("noteRow", { count: written })
                  : t("noteDeviation", { count: written, deviation: format.decimal(deviation) }),
              summary: t("summary", {
                count: written,
                min: format.decimal(Math.min(...values)),
                max: format.decimal(Math.max(...values)),
              }),
              mean,
              meanText: mean === null ? t("none") : format.decimal(mean),
              dots: dots.map(({ assignmentId, participant, value }) => ({
                id: assignmentId,
                value,
                label: t("dot", { name: participant, score: format.decimal(value) }),
                href: count <= MOST_LINKED ? reviewHref(assignmentId, "EVALUATE") : undefined,
              })),
            };
          })}
        />
      )}
      {count > 0 && unscored > 0 && (
        <p className="border-t border-line px-4 py-2.5 text-sm text-ink-3 sm:px-4.5">
          {t("unscored", { count: unscored })}
        </p>
      )}
      {discussed.length > 0 && (
        <ul className="grid gap-2 border-t border-line px-4 py-3 text-sm sm:px-4.5">
          {discussed.map(({ innovation, deviation }) => (
            <li key={innovation.id} data-tone="late" className="flex gap-2">
              <TriangleAlertIcon size={16} className="mt-0.5 flex-none text-hue" />
              <span>
                <SoftLink
                  href={hrefOf(innovation.id)}
                  className="font-semibold text-hue underline-offset-3 hover:underline"
                >
                  {t("discuss")}
                </SoftLink>
                {". "}
                {t("discussBody", {
                  innovation: innovation.code,
                  deviation: format.decimal(deviation ?? 0),
                  threshold: format.integer(threshold),
                })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
