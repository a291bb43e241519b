"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { formatDecimal, parseDecimal } from "@/components/document/decimal";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldGroup } from "@/components/ui/choice-group";
import { IconButton } from "@/components/ui/icon-button";
import { PlusIcon, TrashIcon } from "@/components/ui/icons";
import { TextField } from "@/components/ui/text-field";
import { BAND_PRESETS, type BandSetup, SETUP_BOUNDS } from "@/lib/cohort/fields";
import type { Locale } from "@/lib/i18n/locales";
import { setupFieldId, useSetup } from "./setup-context";

const PRESETS = ["ninety", "halves"] as const;

/** Names for ranges of the score; what is customary can be taken over, and nothing of it is official. */
export function BandFields() {
  const t = useTranslations("cohortSetup.bands");
  const { setup, change, errorOf } = useSetup();
  const bands = setup.gradeBands;
  const edit = (index: number, part: Partial<BandSetup>, path: string) =>
    change(
      { gradeBands: bands.map((band, at) => (at === index ? { ...band, ...part } : band)) },
      path,
    );
  return (
    <FieldGroup
      id={setupFieldId("gradeBands")}
      label={t("title")}
      hint={t("hint")}
      error={errorOf("gradeBands")}
    >
      <div className="flex flex-wrap items-center gap-2">
        <span className="text-sm text-ink-2">{t("presets")}</span>
        {PRESETS.map((preset) => (
          <Button
            key={preset}
            variant="secondary"
            size="sm"
            onClick={() => change({ gradeBands: [...BAND_PRESETS[preset]] }, "gradeBands")}
          >
            {t(`preset.${preset}`)}
          </Button>
        ))}
      </div>
      <ul className="grid gap-3">
        {bands.map((band, index) => {
          const at = `gradeBands.${index}`;
          return (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: a band has no other name while it is written
              key={index}
              className="grid items-start gap-3 rounded-sm border border-line p-3 sm:grid-cols-[6.5rem_minmax(0,1fr)_minmax(0,1fr)_auto]"
            >
              <BoundField
                id={setupFieldId(`${at}.min`)}
                label={t("min")}
                value={band.min}
                error={errorOf(`${at}.min`)}
                onValue={(min) => edit(index, { min }, `${at}.min`)}
              />
              {(["id", "en"] as const).map((language) => (
                <TextField
                  key={language}
                  id={setupFieldId(`${at}.label.${language}`)}
                  name={`${at}.label.${language}`}
                  label={t(`label.${language}`)}
                  maxLength={SETUP_BOUNDS.bandLabel.max}
                  value={band.label[language]}
                  error={errorOf(`${at}.label.${language}`)}
                  onChange={(event) =>
                    edit(
                      index,
                      { label: { ...band.label, [language]: event.target.value } },
                      `${at}.label.${language}`,
                    )
                  }
                />
              ))}
              <div className="flex items-center gap-2 sm:pt-6">
                <Checkbox
                  label={t("passing")}
                  checked={band.passing}
                  onChange={(event) => edit(index, { passing: event.target.checked }, at)}
                />
                <IconButton
                  label={t("remove", { name: band.label.id })}
                  icon={<TrashIcon size={16} />}
                  disabled={bands.length <= SETUP_BOUNDS.bands.min}
                  onClick={() =>
                    change(
                      { gradeBands: bands.filter((_, other) => other !== index) },
                      "gradeBands",
                    )
                  }
                />
              </div>
            </li>
          );
        })}
      </ul>
      {bands.length < SETUP_BOUNDS.bands.max && (
        <Button
          variant="secondary"
          size="sm"
          icon={<PlusIcon size={16} />}
          className="justify-self-start"
          onClick={() =>
            change(
              {
                gradeBands: [
                  ...bands,
                  { label: { id: "", en: "" }, min: Number.NaN, passing: true },
                ],
              },
              "gradeBands",
            )
          }
        >
          {t("add")}
        </Button>
      )}
    </FieldGroup>
  );
}

/** A score as it is written in the reader's language: with a comma in Indonesian. NaN while it is none. */
function BoundField({
  id,
  label,
  value,
  error,
  onValue,
}: {
  id: string;
  label: string;
  value: number;
  error: string | undefined;
  onValue: (value: number) => void;
}) {
  const locale = useLocale() as Locale;
  const [text, setText] = useState<string | null>(null);
  const typed = text === null ? undefined : (parseDecimal(text, locale) ?? Number.NaN);
  const written = Number.isNaN(value) ? "" : formatDecimal(value, locale);
  return (
    <TextField
      id={id}
      name={id}
      inputMode="decimal"
      autoComplete="off"
      label={label}
      // What is typed stays as it is until another number takes its place.
      value={text !== null && Object.is(typed, value) ? text : written}
      error={error}
      onChange={(event) => {
        setText(event.target.value);
        onValue(parseDecimal(event.target.value, locale) ?? Number.NaN);
      }}
    />
  );
}
