"use client";

import { useTranslations } from "next-intl";
import { memo } from "react";
import { LevelFields } from "@/components/rubric/level-fields";
import { Checkbox } from "@/components/ui/checkbox";
import { IconButton } from "@/components/ui/icon-button";
import { ChevronDownIcon, ChevronUpIcon, TrashIcon } from "@/components/ui/icons";
import { TextareaField, TextField } from "@/components/ui/text-field";
import { type CriterionContent, RUBRIC_BOUNDS, SCALES, type ScaleKind } from "@/lib/rubric/model";

/** What is wrong with the fields of one criterion, by field. */
export type CriterionErrors = Readonly<Partial<Record<string, string>>>;

interface Props {
  criterion: CriterionContent;
  /** From 1. */
  position: number;
  last: boolean;
  scaleKind: ScaleKind;
  english: boolean;
  errors: CriterionErrors;
  onChange: (code: string, patch: Partial<CriterionContent>) => void;
  onMove: (code: string, by: -1 | 1) => void;
  onRemove: (code: string) => void;
}

/** One criterion being written. Renders anew only when it changes itself: a rubric has many. */
export const CriterionFields = memo(function CriterionFields(props: Props) {
  const { criterion, position, last, scaleKind, english, errors, onChange, onMove, onRemove } =
    props;
  const t = useTranslations("rubrics.editor");
  const { code } = criterion;
  const { weighting } = SCALES[scaleKind];
  const name = criterion.labelId.trim() || t("criterion", { position });
  const change = (patch: Partial<CriterionContent>) => onChange(code, patch);
  const id = (field: string) => `${code}.${field}`;
  return (
    <li
      id={code}
      tabIndex={-1}
      aria-label={name}
      className="grid gap-4 px-4 py-4 outline-none sm:px-4.5"
    >
      <div className="flex items-center justify-between gap-2">
        <p className="text-sm font-semibold text-ink-3">{t("criterion", { position })}</p>
        <div className="flex">
          <IconButton
            label={t("up", { name })}
            icon={<ChevronUpIcon size={18} />}
            disabled={position === 1}
            onClick={() => onMove(code, -1)}
          />
          <IconButton
            label={t("down", { name })}
            icon={<ChevronDownIcon size={18} />}
            disabled={last}
            onClick={() => onMove(code, 1)}
          />
          <IconButton
            label={t("remove", { name })}
            icon={<TrashIcon size={18} />}
            onClick={() => onRemove(code)}
          />
        </div>
      </div>
      <div className="flex flex-wrap gap-4">
        <div className="min-w-0 flex-[3_1_14rem]">
          <TextField
            id={id("labelId")}
            name={id("labelId")}
            label={t("labelId")}
            value={criterion.labelId}
            onChange={(event) => change({ labelId: event.target.value })}
            lengths={{ max: RUBRIC_BOUNDS.label.max }}
            error={errors.labelId}
            autoComplete="off"
          />
        </div>
        {english && (
          <div className="min-w-0 flex-[3_1_14rem]">
            <TextField
              id={id("labelEn")}
              name={id("labelEn")}
              lang="en"
              label={t("labelEn")}
              optional
              value={criterion.labelEn}
              onChange={(event) => change({ labelEn: event.target.value })}
              lengths={{ max: RUBRIC_BOUNDS.label.max }}
              error={errors.labelEn}
              autoComplete="off"
            />
          </div>
        )}
        {weighting !== "GATE" && (
          <div className="w-28 flex-none">
            <TextField
              id={id("weight")}
              name={id("weight")}
              label={t("weight")}
              inputMode="numeric"
              value={criterion.weight === 0 ? "" : String(criterion.weight)}
              placeholder="0"
              onChange={(event) => {
                const digits = event.target.value.replace(/\D/g, "").slice(0, 3);
                change({ weight: Math.min(RUBRIC_BOUNDS.weight, Number(digits)) });
              }}
              error={errors.weight}
              className="tabular-nums"
              autoComplete="off"
            />
          </div>
        )}
      </div>
      <div className="grid gap-4 sm:grid-flow-col sm:auto-cols-fr">
        <TextareaField
          id={id("definitionId")}
          name={id("definitionId")}
          label={t("definitionId")}
          rows={2}
          value={criterion.definitionId}
          onChange={(event) => change({ definitionId: event.target.value })}
          lengths={{ max: RUBRIC_BOUNDS.definition.max }}
          error={errors.definitionId}
        />
        {english && (
          <TextareaField
            id={id("definitionEn")}
            name={id("definitionEn")}
            lang="en"
            label={t("definitionEn")}
            optional
            rows={2}
            value={criterion.definitionEn}
            onChange={(event) => change({ definitionEn: event.target.value })}
            lengths={{ max: RUBRIC_BOUNDS.definition.max }}
            error={errors.definitionEn}
          />
        )}
      </div>
      <LevelFields
        id={id("levels")}
        levels={criterion.levels}
        scaleKind={scaleKind}
        english={english}
        error={errors.levels}
        onChange={(levels) => change({ levels })}
      />
      <div className="flex flex-wrap gap-x-6">
        <Checkbox
          label={t(weighting === "GATE" ? "mandatoryGate" : "mandatory")}
          checked={criterion.mandatory}
          onChange={(event) => change({ mandatory: event.target.checked })}
        />
        {weighting === "PERCENT" && (
          <Checkbox
            label={t("reverse")}
            checked={criterion.reverse}
            onChange={(event) => change({ reverse: event.target.checked })}
          />
        )}
      </div>
    </li>
  );
});
