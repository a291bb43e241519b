"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { RadioField, SelectField } from "@/components/document/choice-fields";
import { useDerived, useValue } from "@/components/document/form-context";
import { ItemList } from "@/components/document/item-list";
import { TextArea, TextField } from "@/components/document/text-fields";
import { FileField } from "@/components/evidence/file-field";
import { useRemovedFiles } from "@/components/evidence/use-removed-files";
import {
  carriesFile,
  EVALUATION_BOUNDS,
  EVIDENCE_KINDS,
  type Evidence,
  type EvidenceKind,
  type ResultMeasure,
  type Source,
  type Strength,
} from "@/lib/evaluation/model";
import type { ArrivedFiles } from "@/lib/file/model";
import type { EvaluationDto } from "./evaluation-form";

export function emptyEvidence(id: string): Evidence {
  return { id, kind: "QUOTE", caption: "", url: "" };
}

/** Photos, files, links and quotes, each for the criterion that it supports. */
export function EvidenceFields({ dto }: { dto: EvaluationDto }) {
  const t = useTranslations("evaluationForm.evidence");
  const terms = useTranslations("terms");
  const locale = useLocale();
  const { criteria } = dto.context.rubric;
  useRemovedFiles();
  const kinds = useMemo(
    () => EVIDENCE_KINDS.map((value) => ({ value, label: terms(`evidenceKind.${value}`) })),
    [terms],
  );
  const options = useMemo(
    () => criteria.map(({ id, label }) => ({ value: id, label: label[locale] })),
    [criteria, locale],
  );
  return (
    <ItemList
      headed
      path="evidence"
      bounds={EVALUATION_BOUNDS.evidence}
      create={emptyEvidence}
      add={t("add")}
      name={(position) => t("item", { position })}
      first="caption"
    >
      {(path) => (
        <>
          <RadioField path={`${path}.kind`} options={kinds} layout="row" />
          <FilePart path={path} arrived={dto.files ?? NONE} />
          <TextArea path={`${path}.caption`} bounds={EVALUATION_BOUNDS.caption} rows={2} />
          <SaidBy path={path} />
          <LinkField path={path} />
          <SelectField path={`${path}.criterionId`} options={options} optional />
          <Claim path={path} />
        </>
      )}
    </ItemList>
  );
}

const NONE: ArrivedFiles = {};

function FilePart({ path, arrived }: { path: string; arrived: ArrivedFiles }) {
  const [kind] = useValue<EvidenceKind | null>(`${path}.kind`);
  if (!carriesFile(kind)) return null;
  return <FileField key={kind} path={path} kind={kind} arrived={arrived} />;
}

function LinkField({ path }: { path: string }) {
  const [kind] = useValue<EvidenceKind | null>(`${path}.kind`);
  if (kind !== "LINK") return null;
  return <TextField path={`${path}.url`} inputMode="url" placeholder="https://" />;
}

/** Who said a quotation: one of the sources above. */
function SaidBy({ path }: { path: string }) {
  const [kind] = useValue<EvidenceKind | null>(`${path}.kind`);
  const terms = useTranslations("terms.sourceType");
  const sources = useDerived(sourcesOf, "sources");
  if (kind !== "QUOTE") return null;
  const options = sources.map(({ id, type, parts }) => ({
    value: id,
    label: parts || (type ? terms(type) : "–"),
  }));
  return <SelectField path={`${path}.sourceId`} options={options} />;
}

function sourcesOf(sources: readonly Source[] | undefined) {
  return (sources ?? []).map(({ id, type, name, role, unit }) => ({
    id,
    type,
    parts: [role, unit, name].filter((part) => part.trim() !== "").join(", "),
  }));
}

/** The claim that a piece of evidence supports: a strength or a result of this form. */
function Claim({ path }: { path: string }) {
  const t = useTranslations("evaluationForm.evidence");
  const strengths = useDerived(strengthsOf, "strengths");
  const results = useDerived(resultsOf, "results");
  const named =
    (kind: "strength" | "result") => (claim: { id: string; text: string }, at: number) => ({
      value: claim.id,
      label: t(kind, { position: at + 1, text: claim.text }),
    });
  const options = [...strengths.map(named("strength")), ...results.map(named("result"))];
  return <SelectField path={`${path}.claimId`} options={options} optional />;
}

function strengthsOf(strengths: readonly Strength[] | undefined) {
  return (strengths ?? []).map(({ id, text }) => ({ id, text }));
}

function resultsOf(results: readonly ResultMeasure[] | undefined) {
  return (results ?? []).map(({ id, indicator }) => ({ id, text: indicator }));
}
