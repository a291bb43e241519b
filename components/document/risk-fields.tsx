"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { Badge } from "@/components/ui/badge";
import type { Bounds } from "@/lib/document/fields";
import type { Risk } from "@/lib/document/model";
import { RISK_NEEDS_MITIGATION, riskScore } from "@/lib/document/schema";
import { ScaleChoice } from "./choice-fields";
import { useDerived } from "./form-context";
import { ItemList } from "./item-list";
import { TextArea } from "./text-fields";

const LEVELS = ["1", "2", "3", "4", "5"] as const;

type RiskBounds = { risks: Bounds; riskText: Bounds; mitigation: Bounds };

/** What may go wrong: how likely, how bad, and, from a certain score on, what is done about it. */
export function RiskFields({
  path,
  bounds,
  optional,
}: {
  path: string;
  bounds: RiskBounds;
  optional?: boolean;
}) {
  const t = useTranslations("form.risk");
  const terms = useTranslations("terms");
  const likelihoods = useMemo(
    () => LEVELS.map((level) => ({ value: Number(level), label: terms(`likelihood.${level}`) })),
    [terms],
  );
  const impacts = useMemo(
    () => LEVELS.map((level) => ({ value: Number(level), label: terms(`impact.${level}`) })),
    [terms],
  );
  return (
    <ItemList
      path={path}
      bounds={bounds.risks}
      create={emptyRisk}
      add={t("add")}
      name={(position) => t("item", { position })}
      first="text"
      ordered={false}
      optional={optional}
      aside={(item) => <Score path={item} />}
    >
      {(item) => (
        <>
          <TextArea path={`${item}.text`} bounds={bounds.riskText} rows={2} />
          <div className="grid gap-3.5 sm:grid-cols-2">
            <ScaleChoice path={`${item}.likelihood`} steps={likelihoods} />
            <ScaleChoice path={`${item}.impact`} steps={impacts} />
          </div>
          <Mitigation path={item} bounds={bounds.mitigation} />
        </>
      )}
    </ItemList>
  );
}

/** Likelihood × impact, as soon as both are given. */
function Score({ path }: { path: string }) {
  const t = useTranslations("form.risk");
  const score = useDerived(scoreOf, path);
  if (score === null) return null;
  return (
    <Badge tone={score >= RISK_NEEDS_MITIGATION ? "late" : "neutral"}>
      {t("score", { score })}
    </Badge>
  );
}

function Mitigation({ path, bounds }: { path: string; bounds: Bounds }) {
  const score = useDerived(scoreOf, path);
  return (
    <TextArea
      path={`${path}.mitigation`}
      bounds={bounds}
      optional={score === null || score < RISK_NEEDS_MITIGATION}
      rows={2}
    />
  );
}

function scoreOf(risk: Risk | undefined): number | null {
  return risk ? riskScore(risk) : null;
}

function emptyRisk(id: string): Risk {
  return { id, text: "", likelihood: null, impact: null, mitigation: "" };
}
