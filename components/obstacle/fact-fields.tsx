"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { CheckboxesField, RadioField, SelectField } from "@/components/document/choice-fields";
import { useDerived, useValue } from "@/components/document/form-context";
import { TextArea, TextField } from "@/components/document/text-fields";
import {
  OBSTACLE_BOUNDS,
  OBSTACLE_CATEGORIES,
  OBSTACLE_LOCI,
  type ObstacleCategory,
  type ObstacleLocus,
  type ObstaclesContext,
} from "@/lib/obstacle/model";

/** What the obstacle is: facts, not yet what to do about it. */
export function FactFields({
  path,
  criteria,
  evidence,
}: {
  path: string;
  criteria: { value: string; label: string }[];
  evidence: ObstaclesContext["evaluation"]["evidence"];
}) {
  const terms = useTranslations("terms");
  const loci = useMemo(
    () => OBSTACLE_LOCI.map((value) => ({ value, label: terms(`obstacleLocus.${value}`) })),
    [terms],
  );
  const categories = useMemo(
    () =>
      OBSTACLE_CATEGORIES.map((value) => ({ value, label: terms(`obstacleCategory.${value}`) })),
    [terms],
  );
  return (
    <>
      <TextField path={`${path}.title`} bounds={OBSTACLE_BOUNDS.title} />
      <TextArea path={`${path}.description`} bounds={OBSTACLE_BOUNDS.description} rows={4} />
      <RadioField path={`${path}.locus`} options={loci} layout="row" />
      <EvidenceTicks path={path} evidence={evidence} />
      <SelectField path={`${path}.category`} options={categories} />
      <Tags path={path} categories={categories} />
      <SelectField path={`${path}.criterionId`} options={criteria} optional />
      <TextField path={`${path}.affected`} bounds={OBSTACLE_BOUNDS.affected} />
      <TextArea
        path={`${path}.existingResponse`}
        bounds={OBSTACLE_BOUNDS.existingResponse}
        optional
        rows={2}
      />
    </>
  );
}

/** Further categories; the main one is not among them. */
function Tags({
  path,
  categories,
}: {
  path: string;
  categories: { value: ObstacleCategory; label: string }[];
}) {
  const category = useDerived(asCategory, `${path}.category`);
  const options = useMemo(
    () => categories.filter(({ value }) => value !== category),
    [categories, category],
  );
  return (
    <CheckboxesField
      path={`${path}.tags`}
      options={options}
      max={OBSTACLE_BOUNDS.tags.max}
      layout="row"
      optional
    />
  );
}

/** The evidence of stage 1, to be ticked; what is said of the host must rest on some. */
function EvidenceTicks({
  path,
  evidence,
}: {
  path: string;
  evidence: ObstaclesContext["evaluation"]["evidence"];
}) {
  const t = useTranslations("obstaclesForm");
  const terms = useTranslations("terms");
  const [locus] = useValue<ObstacleLocus | null>(`${path}.locus`);
  const options = useMemo(
    () =>
      evidence.map(({ id, kind, caption }) => ({
        value: id,
        label: `${terms(`evidenceKind.${kind}`)}: ${caption}`,
      })),
    [evidence, terms],
  );
  if (options.length === 0) return <p className="text-md text-ink-3">{t("noEvidence")}</p>;
  return (
    <CheckboxesField
      path={`${path}.evidenceIds`}
      options={options}
      max={OBSTACLE_BOUNDS.evidenceIds.max}
      optional={locus === "OWN_UNIT" || locus === null}
    />
  );
}

function asCategory(value: unknown): unknown {
  return value;
}
