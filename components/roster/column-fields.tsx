import { useTranslations } from "next-intl";
import { useId } from "react";
import { SelectField } from "@/components/ui/text-field";
import { ROSTER_FIELDS, type RosterField, type RosterPreview } from "@/lib/roster/model";
import type { ImportChoices } from "./import-choices";

/** 27 → AB, as spreadsheets name their columns. */
function letterOf(column: number): string {
  let name = "";
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  }
  return name;
}

/** Which sheet, which heading, and what each column means; what was guessed can be corrected. */
export function ColumnFields({
  preview,
  onChange,
}: {
  preview: RosterPreview;
  onChange: (changed: Partial<ImportChoices>) => void;
}) {
  const t = useTranslations("roster.import");
  const fields = useTranslations("roster.fields");
  const id = useId();
  const { header, samples } = preview;
  const width = Math.max(
    header?.headings.length ?? 0,
    ...preview.top.map((row) => row.texts.length),
  );
  const columns = Array.from({ length: width }, (_, column) => {
    const heading = (header?.headings[column] ?? "").replace(/\s+/g, " ").slice(0, 40);
    const letter = letterOf(column);
    return {
      column,
      label: heading ? t("column", { letter, heading }) : t("columnBare", { letter }),
    };
  });
  const map = (field: RosterField, value: string) => {
    const { [field]: _, ...others } = header?.mapping ?? {};
    onChange({
      ...(header ? { headerRow: header.headerRow } : {}),
      mapping: value === "" ? others : { ...others, [field]: Number(value) },
    });
  };
  return (
    <div className="grid gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        {preview.sheets.length > 1 && (
          <SelectField
            id={`${id}-sheet`}
            name="sheet"
            label={t("sheet")}
            value={preview.sheet}
            onChange={({ target }) =>
              // Another sheet has another heading.
              onChange({ sheet: target.value, headerRow: undefined, mapping: undefined } as never)
            }
          >
            {preview.sheets.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </SelectField>
        )}
        <SelectField
          id={`${id}-header`}
          name="headerRow"
          label={t("headerRow")}
          value={header?.headerRow ?? ""}
          onChange={({ target }) =>
            onChange({ headerRow: Number(target.value), mapping: undefined } as never)
          }
        >
          {!header && <option value="" />}
          {header && !preview.top.some(({ number }) => number === header.headerRow) && (
            <option value={header.headerRow}>
              {t("headerRowOption", {
                row: header.headerRow,
                text: header.headings.join(" · ").slice(0, 60),
              })}
            </option>
          )}
          {preview.top.map(({ number, texts }) => (
            <option key={number} value={number}>
              {t("headerRowOption", {
                row: number,
                text: texts.filter(Boolean).join(" · ").slice(0, 60),
              })}
            </option>
          ))}
        </SelectField>
      </div>
      {header && (
        <fieldset className="grid min-w-0 gap-2">
          <legend className="text-md font-semibold">{t("columns")}</legend>
          <p className="text-sm text-ink-3">{t("columnsHint")}</p>
          <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 xl:grid-cols-3">
            {ROSTER_FIELDS.map((field) => {
              const column = header.mapping[field];
              const values = column === undefined ? [] : (samples[column] ?? []);
              return (
                <SelectField
                  key={field}
                  id={`${id}-${field}`}
                  name={field}
                  label={fields(field)}
                  optional={field !== "fullName"}
                  hint={values.length > 0 ? t("sample", { values: values.join("; ") }) : undefined}
                  error={
                    preview.missingFields.includes(field) && field === "fullName"
                      ? t("missingName")
                      : undefined
                  }
                  value={column ?? ""}
                  onChange={({ target }) => map(field, target.value)}
                >
                  <option value="">{t("noColumn")}</option>
                  {columns.map((choice) => (
                    <option key={choice.column} value={choice.column}>
                      {choice.label}
                    </option>
                  ))}
                </SelectField>
              );
            })}
          </div>
        </fieldset>
      )}
    </div>
  );
}
