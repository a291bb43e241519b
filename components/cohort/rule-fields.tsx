"use client";

import { useLocale, useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { SelectField, TextField } from "@/components/ui/text-field";
import { GATE_POLICIES, type GatePolicy, STAGE_KINDS } from "@/lib/assignment/model";
import { proposeDueDates } from "@/lib/cohort/due-dates";
import { SETUP_BOUNDS } from "@/lib/cohort/fields";
import type { Locale } from "@/lib/i18n/locales";
import { rubricPath } from "@/lib/rubric/model";
import { BandFields } from "./band-fields";
import { DueDateFields } from "./due-date-fields";
import { setupFieldId, useSetup } from "./setup-context";

const RUBRICS = ["evaluationRubricId", "transferRubricId", "workRubricId"] as const;

/** By which rules the work of a cohort goes: the gate, due dates, rubrics, bands. */
export function RuleFields() {
  const t = useTranslations("cohortSetup.rules");
  const locale = useLocale() as Locale;
  const { setup, options, change, errorOf } = useSetup();
  return (
    <div className="grid gap-5">
      <ChoiceGroup
        id={setupFieldId("gatePolicy")}
        name="gatePolicy"
        type="radio"
        label={t("gate")}
        hint={t("gateHint")}
        error={errorOf("gatePolicy")}
        values={[setup.gatePolicy]}
        onValues={([gate]) => change({ gatePolicy: gate as GatePolicy }, "gatePolicy")}
        options={GATE_POLICIES.map((gate) => ({
          value: gate,
          label: t(`gates.${gate}`),
          hint: t(`gateHints.${gate}`),
        }))}
      />
      <div className="grid gap-2">
        <Checkbox
          label={t("ownDue")}
          hint={t("ownDueHint")}
          checked={setup.dueDates !== null}
          onChange={(event) =>
            change(
              {
                dueDates: event.target.checked
                  ? // As if on the first day of the cohort: nothing of it is over then.
                    proposeDueDates(
                      setup.visits[0],
                      new Date(`${setup.startsOn || "2000-01-01"}T00:00:00Z`),
                      setup.timeZone,
                    )
                  : null,
              },
              "dueDates",
            )
          }
        />
        {setup.dueDates && (
          <DueDateFields
            due={setup.dueDates}
            timeZone={setup.timeZone}
            problems={Object.fromEntries(
              STAGE_KINDS.map((kind) => [`dueAt.${kind}`, errorOf(`dueDates.${kind}`)]),
            )}
            onChange={(kind, value) =>
              setup.dueDates &&
              change({ dueDates: { ...setup.dueDates, [kind]: value } }, `dueDates.${kind}`)
            }
          />
        )}
      </div>
      <div className="grid gap-4">
        {RUBRICS.map((path) => {
          const chosen = options.rubrics[path].find(({ id }) => id === setup[path]);
          return (
            <div key={path} className="grid gap-1">
              <SelectField
                id={setupFieldId(path)}
                name={path}
                label={t(path)}
                hint={path === "evaluationRubricId" ? t("rubricHint") : undefined}
                value={setup[path]}
                error={errorOf(path)}
                onChange={(event) => change({ [path]: event.target.value }, path)}
              >
                {options.rubrics[path].length === 0 && <option value="">{t("noRubric")}</option>}
                {options.rubrics[path].map(({ id, number, name, own }) => (
                  <option key={id} value={id}>
                    {t(own ? "rubricOwn" : "rubricShared", { name: name[locale], number })}
                  </option>
                ))}
              </SelectField>
              {chosen && (
                <a
                  href={rubricPath(options.centerId, chosen.rubricId, chosen.number)}
                  target="_blank"
                  rel="noreferrer"
                  className="link justify-self-start text-sm"
                >
                  {t("readRubric", { name: chosen.name[locale] })}
                </a>
              )}
            </div>
          );
        })}
      </div>
      <TextField
        id={setupFieldId("spreadThreshold")}
        name="spreadThreshold"
        type="number"
        inputMode="numeric"
        min={SETUP_BOUNDS.spreadThreshold.min}
        max={SETUP_BOUNDS.spreadThreshold.max}
        label={t("spread")}
        hint={t("spreadHint")}
        value={Number.isNaN(setup.spreadThreshold) ? "" : setup.spreadThreshold}
        error={errorOf("spreadThreshold")}
        onChange={(event) =>
          change({ spreadThreshold: event.target.valueAsNumber }, "spreadThreshold")
        }
        className="max-w-32"
      />
      <div className="grid gap-2">
        <Checkbox
          label={t("escalates")}
          hint={t("escalatesHint")}
          checked={setup.escalateAfterDays !== null}
          onChange={(event) =>
            change({ escalateAfterDays: event.target.checked ? 3 : null }, "escalateAfterDays")
          }
        />
        {setup.escalateAfterDays !== null && (
          <TextField
            id={setupFieldId("escalateAfterDays")}
            name="escalateAfterDays"
            type="number"
            inputMode="numeric"
            min={SETUP_BOUNDS.escalateAfterDays.min}
            max={SETUP_BOUNDS.escalateAfterDays.max}
            label={t("escalate")}
            value={Number.isNaN(setup.escalateAfterDays) ? "" : setup.escalateAfterDays}
            error={errorOf("escalateAfterDays")}
            onChange={(event) =>
              change({ escalateAfterDays: event.target.valueAsNumber }, "escalateAfterDays")
            }
            className="max-w-32"
          />
        )}
      </div>
      <BandFields />
    </div>
  );
}
