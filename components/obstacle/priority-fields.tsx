"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { ScaleChoice, YesNoField } from "@/components/document/choice-fields";
import { useDerived } from "@/components/document/form-context";
import { NamedGroup } from "@/components/document/named-group";
import { APKL_KEYS, type Apkl, USG_KEYS, type Usg, type UsgKey } from "@/lib/obstacle/model";
import { isEligible, usgTotal } from "@/lib/obstacle/scoring";

const LEVELS = ["1", "2", "3", "4", "5"] as const;

/** APKL is the gate; what passes it is weighed by USG. */
export function PriorityFields({ path }: { path: string }) {
  const t = useTranslations("obstaclesForm.priority");
  const terms = useTranslations("terms");
  const gate = useDerived(gateOf, `${path}.apkl`);
  const total = useDerived(totalOf, `${path}.usg`);
  return (
    <>
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
      </NamedGroup>
      {gate === "passed" ? (
        <NamedGroup
          path={`${path}.usg`}
          name={terms("field.OBSTACLES.obstacles.usg.label")}
          note={total === null ? undefined : t("total", { total })}
        >
          {USG_KEYS.map((key) => (
            <UsgScale key={key} path={`${path}.usg.${key}`} name={key} />
          ))}
        </NamedGroup>
      ) : (
        <p className="rounded-sm bg-sunken px-3 py-2.5 text-md text-ink-2">
          {gate === "failed" ? t("failed") : t("open")}
        </p>
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

/** Passed: four times yes. Failed: a no. Open: neither yet. */
function gateOf(apkl: Apkl): "passed" | "failed" | "open" {
  if (isEligible(apkl)) return "passed";
  return APKL_KEYS.some((key) => apkl[key] === false) ? "failed" : "open";
}

function totalOf(usg: Usg): number | null {
  return usgTotal({
    urgency: usg.urgency ?? undefined,
    seriousness: usg.seriousness ?? undefined,
    growth: usg.growth ?? undefined,
  });
}
