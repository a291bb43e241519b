"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { ScaleChoice, YesNoField } from "@/components/document/choice-fields";
import { useDerived } from "@/components/document/form-context";
import { HowTo } from "@/components/document/how-to";
import { NamedGroup } from "@/components/document/named-group";
import { APKL_KEYS, USG_KEYS, type Usg, type UsgKey } from "@/lib/obstacle/model";
import { usgTotal } from "@/lib/obstacle/scoring";
import { Gate, gateOf } from "./gate";
import { ObstacleRanking } from "./obstacle-ranking";

const LEVELS = ["1", "2", "3", "4", "5"] as const;

/** APKL is the gate; what passes it is weighed by USG. */
export function PriorityFields({ path }: { path: string }) {
  const t = useTranslations("obstaclesForm.priority");
  const terms = useTranslations("terms");
  const gate = useDerived(gateOf, `${path}.apkl`);
  const total = useDerived(totalOf, `${path}.usg`);
  return (
    <>
      <HowTo how={t("apklHow")} example={t("apklExample")} />
      <NamedGroup
        path={`${path}.apkl`}
        name={terms("field.OBSTACLES.obstacles.apkl.label")}
        lede={terms("field.OBSTACLES.obstacles.apkl.hint")}
      >
        <div className="grid gap-4 sm:grid-cols-2">
          {APKL_KEYS.map((key) => (
            <YesNoField
              key={key}
              path={`${path}.apkl.${key}`}
              label={terms(`apkl.${key}.label`)}
              hint={terms(`apkl.${key}.hint`)}
            />
          ))}
        </div>
        <Gate path={`${path}.apkl`} />
      </NamedGroup>
      {gate === "passed" && (
        <NamedGroup
          path={`${path}.usg`}
          name={terms("field.OBSTACLES.obstacles.usg.label")}
          note={total === null ? undefined : t("total", { total })}
        >
          <HowTo how={t("how")} example={t("example")} />
          {USG_KEYS.map((key) => (
            <UsgScale key={key} path={`${path}.usg.${key}`} name={key} />
          ))}
        </NamedGroup>
      )}
      {/* Where there is a margin the ranking stands there. */}
      {gate === "passed" && (
        <div className="lg:hidden">
          <ObstacleRanking current={path} />
        </div>
      )}
    </>
  );
}

function UsgScale({ path, name }: { path: string; name: UsgKey }) {
  const terms = useTranslations("terms");
  const steps = useMemo(
    () =>
      LEVELS.map((level) => ({
        value: Number(level),
        label: terms(`usgLevel.${name}.${level}`),
      })),
    [terms, name],
  );
  return (
    <ScaleChoice
      path={path}
      label={terms(`usg.${name}.label`)}
      hint={terms(`usg.${name}.hint`)}
      steps={steps}
    />
  );
}

function totalOf(usg: Usg): number | null {
  return usgTotal({
    urgency: usg.urgency ?? undefined,
    seriousness: usg.seriousness ?? undefined,
    growth: usg.growth ?? undefined,
  });
}
