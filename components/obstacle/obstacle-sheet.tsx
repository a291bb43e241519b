import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Blank, Prose, ViewField, ViewRow } from "@/components/revision/field";
import { LevelMeter } from "@/components/revision/level-meter";
import { type Mark, useLocalized } from "@/components/revision/mark";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { CheckIcon, XIcon } from "@/components/ui/icons";
import { APKL_KEYS, type Obstacle, type ObstaclesContext, USG_KEYS } from "@/lib/obstacle/model";
import type { ObstacleDerived } from "@/lib/obstacle/scoring";
import { FishboneView } from "./fishbone-view";
import { WhyChain } from "./why-chain";

/** One obstacle on a sheet of its own: the facts, the screening, the causes. */
export function ObstacleSheet({
  mark,
  obstacle,
  index,
  derived,
  context,
}: {
  mark: Mark;
  obstacle: Obstacle;
  index: number;
  derived: ObstacleDerived;
  context: ObstaclesContext;
}) {
  const t = useTranslations("terms");
  const v = useTranslations("revision");
  const path = `obstacles.${index}`;
  return (
    <Card
      as="section"
      id={`section-obstacle-${index}`}
      aria-labelledby={`section-obstacle-${index}-title`}
      className="scroll-mt-20"
    >
      <header className="border-b border-line px-4 py-3 sm:px-4.5">
        <ViewRow mark={mark} path={`${path}.title`}>
          <p className="text-sm text-ink-3">
            {v("obstacleNumber", { number: index + 1 })}
            {" · "}
            {derived.rank === null ? t("derived.note") : v("rank", { rank: derived.rank })}
          </p>
          <h2 id={`section-obstacle-${index}-title`} className="text-lg font-bold wrap-anywhere">
            {obstacle.title}
          </h2>
        </ViewRow>
        <div className="mt-2 flex flex-wrap items-center gap-1.5">
          {obstacle.category && <Badge>{t(`obstacleCategory.${obstacle.category}`)}</Badge>}
          {obstacle.tags.map((tag) => (
            <Badge key={tag} tone="neutral">
              {t(`obstacleCategory.${tag}`)}
            </Badge>
          ))}
          {obstacle.locus && (
            <span className="text-sm text-ink-2">{t(`obstacleLocus.${obstacle.locus}`)}</span>
          )}
        </div>
      </header>

      <div className="grid gap-5 px-4 py-4 sm:px-4.5 xl:grid-cols-[minmax(0,1fr)_17rem] xl:gap-x-8">
        <div className="grid min-w-0 content-start gap-4">
          <ViewField
            mark={mark}
            path={`${path}.description`}
            label={t("field.OBSTACLES.obstacles.description.label")}
          >
            <Prose>{obstacle.description}</Prose>
          </ViewField>
          <ViewField
            mark={mark}
            path={`${path}.affected`}
            label={t("field.OBSTACLES.obstacles.affected.label")}
          >
            <Prose>{obstacle.affected}</Prose>
          </ViewField>
          <ViewField
            mark={mark}
            path={`${path}.existingResponse`}
            label={t("field.OBSTACLES.obstacles.existingResponse.label")}
          >
            {obstacle.existingResponse === "" ? (
              <Blank>{v("blank")}</Blank>
            ) : (
              <Prose>{obstacle.existingResponse}</Prose>
            )}
          </ViewField>
          <Basis mark={mark} path={path} obstacle={obstacle} context={context} />
        </div>
        <Screening mark={mark} path={path} obstacle={obstacle} derived={derived} />
      </div>

      <div className="grid gap-5 border-t border-line px-4 py-4 sm:px-4.5">
        <ViewField
          mark={mark}
          path={`${path}.causes`}
          label={t("field.OBSTACLES.obstacles.causes.label")}
        >
          {obstacle.causes.length === 0 ? (
            <Blank>{v("blank")}</Blank>
          ) : (
            <WhyChain causes={obstacle.causes} complete={derived.rootCause !== null} />
          )}
        </ViewField>
        {obstacle.fishbone.length > 0 && (
          <ViewField
            mark={mark}
            path={`${path}.fishbone`}
            label={t("field.OBSTACLES.obstacles.fishbone.label")}
          >
            <FishboneView causes={obstacle.fishbone} head={obstacle.title} />
          </ViewField>
        )}
      </div>
    </Card>
  );
}

/** On what of stage 1 it stands: the criterion it explains, and the evidence. */
function Basis({
  mark,
  path,
  obstacle,
  context,
}: {
  mark: Mark;
  path: string;
  obstacle: Obstacle;
  context: ObstaclesContext;
}) {
  const t = useTranslations("terms");
  const v = useTranslations("revision");
  const local = useLocalized();
  const criterion = context.rubric.criteria.find(({ id }) => id === obstacle.criterionId);
  const score = context.evaluation.scores.find(
    ({ criterionId }) => criterionId === obstacle.criterionId,
  );
  const evidence = obstacle.evidenceIds.flatMap((id) => {
    const index = context.evaluation.evidence.findIndex((item) => item.id === id);
    const item = context.evaluation.evidence[index];
    return item ? [{ item, number: index + 1 }] : [];
  });
  return (
    <>
      {criterion && (
        <ViewField
          mark={mark}
          path={`${path}.criterionId`}
          label={t("field.OBSTACLES.obstacles.criterionId.label")}
        >
          <p data-stage="EVALUATE" className="flex flex-wrap items-center gap-x-2.5">
            {local(criterion.label)}
            {score && (
              <>
                <LevelMeter
                  value={score.value}
                  min={context.rubric.scale.min}
                  max={context.rubric.scale.max}
                />
                <span className="text-md font-semibold text-hue tabular-nums">
                  {v("outOf", { value: score.value, max: context.rubric.scale.max })}
                </span>
              </>
            )}
          </p>
        </ViewField>
      )}
      <ViewField
        mark={mark}
        path={`${path}.evidenceIds`}
        label={t("field.OBSTACLES.obstacles.evidenceIds.label")}
      >
        {evidence.length === 0 ? (
          <Blank>{v("blank")}</Blank>
        ) : (
          <ul data-stage="EVALUATE" className="grid gap-1.5">
            {evidence.map(({ item, number }) => (
              <li key={item.id} className="border-l-2 border-hue-solid pl-3 text-md">
                <span className="mr-1.5 font-semibold text-hue">
                  {v("evidenceNumber", { number })}
                </span>
                <span className="wrap-anywhere">{item.caption}</span>
              </li>
            ))}
          </ul>
        )}
      </ViewField>
    </>
  );
}

/** APKL lets an obstacle through, USG says how much it presses. */
function Screening({
  mark,
  path,
  obstacle,
  derived,
}: {
  mark: Mark;
  path: string;
  obstacle: Obstacle;
  derived: ObstacleDerived;
}) {
  const t = useTranslations("terms");
  const v = useTranslations("revision");
  return (
    <div className="grid min-w-0 content-start gap-4 self-start rounded-md bg-sunken px-4 py-3">
      <ViewField mark={mark} path={`${path}.apkl`} label={v("apkl")}>
        <ul className="mt-1 grid grid-cols-2 gap-x-4 gap-y-1.5 sm:grid-cols-4 xl:grid-cols-2">
          {APKL_KEYS.map((key) => (
            <li key={key} className="flex items-center gap-1.5 text-md">
              <Passed passed={obstacle.apkl[key] === true}>{t(`apkl.${key}.label`)}</Passed>
            </li>
          ))}
        </ul>
        <p className="mt-1.5 text-sm font-semibold">
          {derived.eligible ? (
            <span className="text-good">{v("eligible")}</span>
          ) : (
            <span className="text-ink-2">{v("notEligible")}</span>
          )}
        </p>
      </ViewField>
      {derived.usgTotal !== null && (
        <ViewField mark={mark} path={`${path}.usg`} label={v("usg")}>
          <ul className="mt-1 grid gap-1.5">
            {USG_KEYS.map((key) => (
              <li key={key} className="flex items-center justify-between gap-3 text-md">
                <span>{t(`usg.${key}.label`)}</span>
                <span className="flex items-center gap-2">
                  <LevelMeter value={obstacle.usg[key] ?? null} />
                  <span className="w-3 text-right font-bold text-hue tabular-nums">
                    {obstacle.usg[key]}
                  </span>
                </span>
              </li>
            ))}
            <li className="flex items-baseline justify-between gap-3 border-t border-line-strong pt-1.5 font-semibold">
              <span className="text-md">{t("derived.usgTotal")}</span>
              <span className="text-lg font-bold tabular-nums">
                {derived.usgTotal}
                <span className="text-sm font-medium text-ink-3">/15</span>
              </span>
            </li>
          </ul>
        </ViewField>
      )}
    </div>
  );
}

function Passed({ passed, children }: { passed: boolean; children: ReactNode }) {
  const t = useTranslations("terms");
  return (
    <>
      {passed ? (
        <CheckIcon size={16} className="flex-none text-good" label={t("yesNo.true")} />
      ) : (
        <XIcon size={16} className="flex-none text-ink-3" label={t("yesNo.false")} />
      )}
      <span className={passed ? undefined : "text-ink-3"}>{children}</span>
    </>
  );
}
