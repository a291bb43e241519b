import { useTranslations } from "next-intl";
import { useId } from "react";
import { SelectField, TextField } from "@/components/ui/text-field";
import type { AgencyDecision, ColumnMapping, GroupMode, RosterPreview } from "@/lib/roster/model";
import { MAX_GROUPS } from "@/lib/roster/model";

/** How a file is to be read and what is to be done with it, as it is sent. */
export interface ImportChoices {
  sheet?: string;
  headerRow?: number;
  mapping?: ColumnMapping;
  defaultRole: "PARTICIPANT" | "FACILITATOR";
  defaultAgency: string;
  groups: { mode: GroupMode; count: number };
  facilitators: { mode: GroupMode };
  agencies: Record<string, AgencyDecision>;
  skipFaulty: boolean;
}

const MODES: readonly GroupMode[] = ["column", "deal", "keep"];

/** What a file does not say by itself: how people come into groups, and what blanks mean. */
export function ImportChoiceFields({
  choices,
  preview,
  onChange,
}: {
  choices: ImportChoices;
  preview: RosterPreview;
  onChange: (changed: Partial<ImportChoices>) => void;
}) {
  const t = useTranslations("roster.import");
  const roles = useTranslations("roster.roles");
  const id = useId();
  const mapping: ColumnMapping = preview.header?.mapping ?? {};
  return (
    <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
      <div className="grid content-start gap-3">
        <SelectField
          id={`${id}-groups`}
          name="groups"
          label={t("groups")}
          value={choices.groups.mode}
          onChange={({ target }) =>
            onChange({ groups: { ...choices.groups, mode: target.value as GroupMode } })
          }
        >
          {MODES.map((mode) => (
            <option key={mode} value={mode}>
              {t(`groupModes.${mode}`)}
            </option>
          ))}
        </SelectField>
        {choices.groups.mode === "deal" && (
          <TextField
            id={`${id}-count`}
            name="groupCount"
            label={t("groupCount")}
            type="number"
            inputMode="numeric"
            min={1}
            max={MAX_GROUPS}
            value={choices.groups.count}
            onChange={({ target }) => {
              const count = Math.trunc(Number(target.value));
              if (count >= 1 && count <= MAX_GROUPS) {
                onChange({ groups: { ...choices.groups, count } });
              }
            }}
          />
        )}
      </div>
      <SelectField
        id={`${id}-facilitators`}
        name="facilitators"
        label={t("facilitators")}
        value={choices.facilitators.mode}
        onChange={({ target }) => onChange({ facilitators: { mode: target.value as GroupMode } })}
      >
        {MODES.map((mode) => (
          <option key={mode} value={mode}>
            {t(`facilitatorModes.${mode}`)}
          </option>
        ))}
      </SelectField>
      <SelectField
        id={`${id}-role`}
        name="defaultRole"
        label={t("defaultRole")}
        value={choices.defaultRole}
        onChange={({ target }) =>
          onChange({ defaultRole: target.value as ImportChoices["defaultRole"] })
        }
      >
        <option value="PARTICIPANT">{roles("PARTICIPANT")}</option>
        <option value="FACILITATOR">{roles("FACILITATOR")}</option>
      </SelectField>
      <TextField
        id={`${id}-agency`}
        name="defaultAgency"
        label={t("defaultAgency")}
        optional={mapping.agency !== undefined}
        list={`${id}-agencies`}
        maxLength={200}
        defaultValue={choices.defaultAgency}
        onBlur={({ target }) => {
          if (target.value.trim() !== choices.defaultAgency) {
            onChange({ defaultAgency: target.value.trim() });
          }
        }}
      />
      <datalist id={`${id}-agencies`}>
        {preview.agencies.map((agency) => (
          <option key={agency.id} value={agency.name} />
        ))}
      </datalist>
    </div>
  );
}
