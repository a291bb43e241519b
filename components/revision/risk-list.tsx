import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import type { Risk } from "@/lib/document/model";
import { RISK_NEEDS_MITIGATION, riskScore } from "@/lib/document/schema";
import { ViewRow } from "./field";
import type { Mark } from "./mark";

type Level = 1 | 2 | 3 | 4 | 5;
const LEVELS: readonly Level[] = [1, 2, 3, 4, 5];

/** Risks, each with where it stands between likelihood and impact, and what prevents it. */
export function RiskList({
  mark,
  path,
  risks,
}: {
  mark: Mark;
  path: string;
  risks: readonly Risk[];
}) {
  const t = useTranslations("terms");
  const v = useTranslations("revision");
  return (
    <ol className="grid gap-3">
      {risks.map((risk, index) => {
        const score = riskScore(risk);
        const severe = score !== null && score >= RISK_NEEDS_MITIGATION;
        return (
          <li key={risk.id}>
            <ViewRow mark={mark} path={`${path}.${index}`}>
              <div className="grid grid-cols-[2.25rem_minmax(0,1fr)] gap-x-3">
                <span
                  className={cx(
                    "grid size-9 place-items-center rounded-sm text-md font-bold tabular-nums",
                    severe ? "bg-late-soft text-late" : "bg-sunken text-ink-2",
                  )}
                >
                  <span className="sr-only">{t("derived.riskScore")} </span>
                  {score ?? "–"}
                </span>
                <div className="min-w-0">
                  <p className="max-w-[68ch] wrap-anywhere">
                    <span className="mr-1.5 font-semibold text-ink-3">{index + 1}.</span>
                    {risk.text}
                  </p>
                  {risk.likelihood !== null && risk.impact !== null && (
                    <p className="text-sm text-ink-3">
                      {v("riskLevels", {
                        likelihood: t(`likelihood.${risk.likelihood as Level}`),
                        impact: t(`impact.${risk.impact as Level}`),
                      })}
                    </p>
                  )}
                  {risk.mitigation !== "" && (
                    <p className="mt-1 max-w-[68ch] text-md text-ink-2 wrap-anywhere">
                      <span className="font-semibold">{v("mitigation")}</span> {risk.mitigation}
                    </p>
                  )}
                </div>
              </div>
            </ViewRow>
          </li>
        );
      })}
    </ol>
  );
}

/** All risks at once: likelihood upwards, impact to the right, each cell with the risks in it. */
export function RiskMatrix({ risks }: { risks: readonly Risk[] }) {
  const t = useTranslations("terms");
  const v = useTranslations("revision");
  return (
    <figure className="chart grid w-full max-w-80 grid-cols-[1.25rem_minmax(0,1fr)] gap-1 self-start">
      <span
        aria-hidden="true"
        className="rotate-180 text-center text-xs font-semibold text-ink-3 [writing-mode:vertical-rl]"
      >
        {v("likelihoodAxis")}
      </span>
      <div aria-hidden="true" className="grid aspect-square grid-cols-5 grid-rows-5 gap-0.5">
        {[...LEVELS].reverse().flatMap((likelihood) =>
          LEVELS.map((impact) => {
            const here = risks.flatMap((risk, index) =>
              risk.likelihood === likelihood && risk.impact === impact ? [index + 1] : [],
            );
            const score = likelihood * impact;
            return (
              <span
                key={`${likelihood}-${impact}`}
                className={cx(
                  "flex flex-wrap content-center items-center justify-center gap-0.5 rounded-[3px]",
                  score >= RISK_NEEDS_MITIGATION
                    ? "bg-late-soft"
                    : score >= 6
                      ? "bg-obstacle-soft"
                      : "bg-good-soft",
                )}
              >
                {here.map((number) => (
                  <span
                    key={number}
                    className="grid size-5 place-items-center rounded-full bg-ink text-xs leading-none font-bold text-surface"
                  >
                    {number}
                  </span>
                ))}
              </span>
            );
          }),
        )}
      </div>
      <span />
      <span aria-hidden="true" className="text-center text-xs font-semibold text-ink-3">
        {v("impactAxis")}
      </span>
      {/* The list beside it says the same in words. */}
      <figcaption className="sr-only">{t("field.PLAN.risks.label")}</figcaption>
    </figure>
  );
}
