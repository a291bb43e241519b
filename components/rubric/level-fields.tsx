"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { FieldGroup } from "@/components/ui/choice-group";
import { IconButton } from "@/components/ui/icon-button";
import { PlusIcon, TrashIcon } from "@/components/ui/icons";
import { Input, Textarea } from "@/components/ui/input";
import { anchorValues } from "@/lib/rubric/completeness";
import { type CriterionContent, RUBRIC_BOUNDS, SCALES, type ScaleKind } from "@/lib/rubric/model";

type Level = CriterionContent["levels"][number];

/**
 * What single values of the scale mean. A short scale shows all of its values; on the scale to 100
 * one chooses the values to describe.
 */
export function LevelFields({
  id,
  levels,
  scaleKind,
  english,
  error,
  onChange,
}: {
  id: string;
  levels: Level[];
  scaleKind: ScaleKind;
  english: boolean;
  error: string | undefined;
  onChange: (levels: Level[]) => void;
}) {
  const t = useTranslations("rubrics.editor");
  const every = anchorValues(scaleKind);
  const { min, max } = SCALES[scaleKind];
  const rows = every
    ? every.map((value) => levelOf(levels, value))
    : levels.filter(({ value }) => value >= min && value <= max);
  const write = (value: number, patch: Partial<Level>) => {
    const next = { ...levelOf(levels, value), ...patch };
    const others = levels.filter((level) => level.value !== value);
    onChange([...others, next].sort((a, b) => a.value - b.value));
  };
  return (
    <FieldGroup id={id} label={t("levels")} optional error={error}>
      <div className="grid gap-2">
        {rows.map((level) => (
          <div key={level.value} className="flex items-start gap-2">
            <span className="w-8 flex-none pt-2 text-right font-semibold tabular-nums touch:pt-3">
              {level.value}
            </span>
            <div className="grid min-w-0 flex-1 gap-1.5 sm:grid-flow-col sm:auto-cols-fr">
              <Textarea
                rows={1}
                aria-label={t("level", { value: level.value })}
                value={level.labelId}
                maxLength={RUBRIC_BOUNDS.level.max}
                onChange={(event) => write(level.value, { labelId: oneLine(event.target.value) })}
              />
              {english && (
                <Textarea
                  rows={1}
                  lang="en"
                  aria-label={t("levelEn", { value: level.value })}
                  value={level.labelEn}
                  maxLength={RUBRIC_BOUNDS.level.max}
                  onChange={(event) => write(level.value, { labelEn: oneLine(event.target.value) })}
                />
              )}
            </div>
            {!every && (
              <IconButton
                label={t("removeLevel", { value: level.value })}
                icon={<TrashIcon size={16} />}
                onClick={() => onChange(levels.filter(({ value }) => value !== level.value))}
              />
            )}
          </div>
        ))}
        {!every && rows.length < RUBRIC_BOUNDS.levels && (
          <AddLevel
            max={max}
            taken={levels.map(({ value }) => value)}
            onAdd={(value) => write(value, {})}
          />
        )}
      </div>
    </FieldGroup>
  );
}

/** Chooses a further value to describe. */
function AddLevel({
  max,
  taken,
  onAdd,
}: {
  max: number;
  taken: readonly number[];
  onAdd: (value: number) => void;
}) {
  const t = useTranslations("rubrics.editor");
  const [text, setText] = useState("");
  const value = text === "" ? Number.NaN : Number(text);
  const free = value <= max && !taken.includes(value);
  return (
    <div className="flex items-center gap-2">
      <Input
        aria-label={t("levelValue")}
        placeholder={t("levelValue")}
        inputMode="numeric"
        value={text}
        onChange={(event) => setText(event.target.value.replace(/\D/g, "").slice(0, 3))}
        className="w-24 tabular-nums"
        autoComplete="off"
      />
      <Button
        variant="secondary"
        size="sm"
        icon={<PlusIcon />}
        disabled={!free}
        onClick={() => {
          onAdd(value);
          setText("");
        }}
      >
        {t("addLevel")}
      </Button>
    </div>
  );
}

/** The text of a level is a line, which breaks wherever there is no room. */
const oneLine = (text: string) => text.replaceAll(/\s*\n\s*/g, " ");

function levelOf(levels: readonly Level[], value: number): Level {
  return levels.find((level) => level.value === value) ?? { value, labelId: "", labelEn: "" };
}
