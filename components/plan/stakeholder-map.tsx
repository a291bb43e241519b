import { useTranslations } from "next-intl";
import { ViewRow } from "@/components/revision/field";
import type { Mark } from "@/components/revision/mark";
import { Badge } from "@/components/ui/badge";
import {
  type Attitude,
  STAKEHOLDER_QUADRANTS,
  type Stakeholder,
  type StakeholderQuadrant,
} from "@/lib/plan/model";
import { InfluenceMap } from "./influence-map";

const attitudeTones = {
  SUPPORTIVE: "good",
  NEUTRAL: "neutral",
  OPPOSED: "late",
} as const satisfies Record<Attitude, string>;

/** Who has a say in it: the map of influence and interest, and how each will be won. */
export function StakeholderMap({
  mark,
  stakeholders,
  quadrants,
}: {
  mark: Mark;
  stakeholders: readonly Stakeholder[];
  /** Of each stakeholder, in order. */
  quadrants: readonly (StakeholderQuadrant | null)[];
}) {
  const t = useTranslations("terms");
  const v = useTranslations("revision");
  return (
    <div className="grid gap-x-8 gap-y-5 xl:grid-cols-[18rem_minmax(0,1fr)]">
      <InfluenceMap stakeholders={stakeholders} />
      <div className="grid min-w-0 content-start gap-4">
        {STAKEHOLDER_QUADRANTS.map((quadrant) => {
          const own = stakeholders
            .map((stakeholder, index) => ({ stakeholder, index }))
            .filter(({ index }) => quadrants[index] === quadrant);
          if (own.length === 0) return null;
          return (
            <section key={quadrant}>
              <h3 className="flex flex-wrap items-baseline gap-x-2 border-b border-line pb-1 text-md font-bold">
                {t(`quadrant.${quadrant}`)}
                <span className="text-sm font-normal text-ink-3">
                  {t(`quadrantHint.${quadrant}`)}
                </span>
              </h3>
              <ol className="grid divide-y divide-line">
                {own.map(({ stakeholder, index }) => (
                  <li key={stakeholder.id} className="py-2">
                    <ViewRow mark={mark} path={`stakeholders.${index}`}>
                      <div className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-2.5">
                        <Dot value={index + 1} />
                        <div className="min-w-0">
                          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
                            <span className="min-w-0 wrap-anywhere">{stakeholder.name}</span>
                            {stakeholder.attitude && (
                              <Badge tone={attitudeTones[stakeholder.attitude]}>
                                {t(`attitude.${stakeholder.attitude}`)}
                              </Badge>
                            )}
                            <span className="text-sm font-normal text-ink-3">
                              {v(stakeholder.internal ? "internal" : "external")}
                            </span>
                          </p>
                          {stakeholder.strategy !== "" && (
                            <p className="max-w-[68ch] text-md text-ink-2 wrap-anywhere">
                              {stakeholder.strategy}
                            </p>
                          )}
                        </div>
                      </div>
                    </ViewRow>
                  </li>
                ))}
              </ol>
            </section>
          );
        })}
      </div>
    </div>
  );
}

function Dot({ value }: { value: number }) {
  return (
    <span className="chart grid size-6 place-items-center rounded-full bg-hue text-xs font-bold text-on-accent tabular-nums">
      {value}
    </span>
  );
}
