"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { RadioField, ScaleChoice, YesNoField } from "@/components/document/choice-fields";
import { useDerived } from "@/components/document/form-context";
import { ItemList } from "@/components/document/item-list";
import { TextArea, TextField } from "@/components/document/text-fields";
import { Badge } from "@/components/ui/badge";
import { ATTITUDES, PLAN_BOUNDS, type Stakeholder } from "@/lib/plan/model";
import { defaultStrategy, quadrantOf } from "@/lib/plan/scoring";

// Drawn once its section is opened: what nobody looks at need not be loaded.
const StakeholderBoard = dynamic(
  () => import("./stakeholder-board").then((module) => module.StakeholderBoard),
  { ssr: false },
);

/** Who has a say in it or feels it, and how each will be won. */
export function StakeholderFields({ shown }: { shown: boolean }) {
  const t = useTranslations("planForm.stakeholders");
  return (
    <div className="grid min-w-0 gap-5">
      <ItemList
        path="stakeholders"
        bounds={PLAN_BOUNDS.stakeholders}
        create={emptyStakeholder}
        add={t("add")}
        name={(position) => t("item", { position })}
        first="name"
        look="folded"
        ordered={false}
        aside={(path) => <Head path={path} />}
      >
        {(path) => <Fields path={path} />}
      </ItemList>
      {shown && <StakeholderBoard />}
    </div>
  );
}

const LEVELS = ["1", "2", "3", "4", "5"] as const;

function Fields({ path }: { path: string }) {
  const t = useTranslations("planForm.stakeholders");
  const terms = useTranslations("terms");
  const levels = useMemo(
    () => LEVELS.map((level) => ({ value: Number(level), label: terms(`level.${level}`) })),
    [terms],
  );
  const attitudes = useMemo(
    () => ATTITUDES.map((value) => ({ value, label: terms(`attitude.${value}`) })),
    [terms],
  );
  return (
    <>
      <TextField path={`${path}.name`} bounds={PLAN_BOUNDS.stakeholderName} />
      <YesNoField path={`${path}.internal`} yes={t("internal")} no={t("external")} />
      <div className="grid gap-3.5 sm:grid-cols-2">
        <ScaleChoice path={`${path}.influence`} steps={levels} />
        <ScaleChoice path={`${path}.interest`} steps={levels} />
      </div>
      <Quadrant path={path} />
      <RadioField path={`${path}.attitude`} options={attitudes} layout="row" />
      <Strategy path={path} />
    </>
  );
}

/** What influence and interest make of a stakeholder, and the strategy to start from. */
function Quadrant({ path }: { path: string }) {
  const t = useTranslations("planForm.stakeholders");
  const terms = useTranslations("terms");
  const quadrant = useDerived(quadrantAt, path);
  return (
    <output className="block rounded-sm bg-sunken px-3 py-2.5 text-md text-ink-2">
      {quadrant === null ? (
        t("noQuadrant")
      ) : (
        <>
          <b className="font-semibold text-hue">{terms(`quadrant.${quadrant}`)}</b>
          {" – "}
          {t("quadrant", {
            hint: terms(`quadrantHint.${quadrant}`).toLocaleLowerCase(),
            strategy: terms(`strategy.${defaultStrategy(quadrant)}`).toLocaleLowerCase(),
          })}
        </>
      )}
    </output>
  );
}

function Strategy({ path }: { path: string }) {
  const quadrant = useDerived(quadrantAt, path);
  return (
    <TextArea
      path={`${path}.strategy`}
      bounds={PLAN_BOUNDS.strategy}
      optional={quadrant !== "LATENT"}
      rows={2}
    />
  );
}

/** The head of a folded stakeholder: who it is and its quadrant. */
function Head({ path }: { path: string }) {
  const t = useTranslations("planForm.stakeholders");
  const terms = useTranslations("terms");
  const { name, quadrant } = useDerived(headOf, path);
  return (
    <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
      <span className={name ? "min-w-0 font-semibold wrap-anywhere" : "text-ink-3"}>
        {name || t("untitled")}
      </span>
      {quadrant && (
        <Badge tone={quadrant === "LATENT" ? "late" : "neutral"}>
          {terms(`quadrant.${quadrant}`)}
        </Badge>
      )}
    </span>
  );
}

function quadrantAt(stakeholder: Stakeholder | undefined) {
  return stakeholder ? quadrantOf(stakeholder) : null;
}

function headOf(stakeholder: Stakeholder | undefined) {
  return { name: stakeholder?.name.trim() ?? "", quadrant: quadrantAt(stakeholder) };
}

function emptyStakeholder(id: string): Stakeholder {
  return {
    id,
    name: "",
    internal: null,
    influence: null,
    interest: null,
    attitude: null,
    strategy: "",
  };
}
