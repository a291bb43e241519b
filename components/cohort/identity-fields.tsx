"use client";

import { useTranslations } from "next-intl";
import { SelectField, TextField } from "@/components/ui/text-field";
import { COHORT_ZONES, SETUP_BOUNDS } from "@/lib/cohort/fields";
import { zoneName } from "@/lib/platform/zoned-time";
import { DayField } from "./day-field";
import { setupFieldId, useSetup } from "./setup-context";

/** What a cohort is called, and when it is. */
export function IdentityFields() {
  const t = useTranslations("cohortSetup.identity");
  const { setup, change, errorOf } = useSetup();
  const zones = [...new Set<string>([...COHORT_ZONES, setup.timeZone])];
  const text = (path: "program" | "name" | "regulationRef") => ({
    id: setupFieldId(path),
    name: path,
    value: setup[path],
    error: errorOf(path),
    label: t(path),
    onChange: (event: { target: { value: string } }) =>
      change({ [path]: event.target.value }, path),
  });
  const day = (path: "startsOn" | "endsOn") => ({
    id: setupFieldId(path),
    value: setup[path],
    error: errorOf(path),
    label: t(path),
    onChange: (value: string) => change({ [path]: value }, path),
  });
  return (
    <div className="grid gap-4">
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
        <TextField
          {...text("program")}
          hint={t("programHint")}
          list="cohort-programs"
          maxLength={SETUP_BOUNDS.program.max}
        />
        <TextField {...text("name")} hint={t("nameHint")} maxLength={SETUP_BOUNDS.name.max} />
        <datalist id="cohort-programs">
          {/* Names of programmes are what they are in every language. */}
          <option value="PKP" />
          <option value="PKA" />
          <option value="Diklatpim IV" />
        </datalist>
      </div>
      <TextField
        {...text("regulationRef")}
        hint={t("regulationRefHint")}
        optional
        maxLength={SETUP_BOUNDS.regulationRef.max}
      />
      <div className="grid gap-4 sm:grid-cols-3">
        <DayField
          {...day("startsOn")}
          // A last day before the first one goes along.
          onChange={(startsOn) =>
            change(
              {
                startsOn,
                endsOn: setup.endsOn && setup.endsOn < startsOn ? startsOn : setup.endsOn,
              },
              "startsOn",
            )
          }
        />
        <DayField {...day("endsOn")} />
        <SelectField
          id={setupFieldId("timeZone")}
          name="timeZone"
          label={t("timeZone")}
          value={setup.timeZone}
          error={errorOf("timeZone")}
          onChange={(event) => change({ timeZone: event.target.value }, "timeZone")}
        >
          {zones.map((zone) => (
            <option key={zone} value={zone}>
              {`${zoneName(zone)} (${zone.split("/").at(-1)?.replace("_", " ")})`}
            </option>
          ))}
        </SelectField>
      </div>
    </div>
  );
}
