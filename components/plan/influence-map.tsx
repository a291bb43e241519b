import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import type { Stakeholder, StakeholderQuadrant } from "@/lib/plan/model";
import { quadrantOf } from "@/lib/plan/scoring";

const LEVELS = [1, 2, 3, 4, 5] as const;

/**
 * Influence upwards, interest to the right, each stakeholder by its place in the list. A picture
 * only: whoever shows it says the same in words beside it.
 */
export function InfluenceMap({
  stakeholders,
}: {
  stakeholders: readonly Pick<Stakeholder, "influence" | "interest">[];
}) {
  const t = useTranslations("terms.field.PLAN.stakeholders");
  return (
    <div
      aria-hidden="true"
      className="chart grid w-full max-w-80 grid-cols-[1.25rem_minmax(0,1fr)] gap-1 self-start"
    >
      <span />
      <Corners left="LATENT" right="PROMOTER" />
      <span className="rotate-180 text-center text-xs font-semibold text-ink-3 [writing-mode:vertical-rl]">
        {t("influence.label")}
      </span>
      <div className="grid aspect-square grid-cols-5 grid-rows-5 gap-0.5">
        {[...LEVELS].reverse().flatMap((influence) =>
          LEVELS.map((interest) => (
            <span
              key={`${influence}-${interest}`}
              className={cx(
                "flex flex-wrap content-center items-center justify-center gap-0.5 rounded-xs",
                quadrantOf({ influence, interest }) === "PROMOTER" ? "bg-hue-soft" : "bg-sunken",
              )}
            >
              {stakeholders.map((stakeholder, index) =>
                stakeholder.influence === influence && stakeholder.interest === interest ? (
                  <span
                    // biome-ignore lint/suspicious/noArrayIndexKey: the number is what is drawn
                    key={index}
                    className="grid size-5 place-items-center rounded-full bg-hue text-xs leading-none font-bold text-on-accent"
                  >
                    {index + 1}
                  </span>
                ) : null,
              )}
            </span>
          )),
        )}
      </div>
      <span />
      <Corners left="APATHETIC" right="DEFENDER" />
      <span />
      <span className="text-center text-xs font-semibold text-ink-3">{t("interest.label")}</span>
    </div>
  );
}

/** Low interest ends after two of five columns. */
function Corners({ left, right }: { left: StakeholderQuadrant; right: StakeholderQuadrant }) {
  const t = useTranslations("terms");
  return (
    <span className="grid grid-cols-[2fr_3fr] text-center text-xs text-ink-3">
      <span>{t(`quadrant.${left}`)}</span>
      <span>{t(`quadrant.${right}`)}</span>
    </span>
  );
}
