"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { RadioField } from "@/components/document/choice-fields";
import { useDerived } from "@/components/document/form-context";
import { NamedGroup } from "@/components/document/named-group";
import { NumberField, RupiahField } from "@/components/document/number-fields";
import { RiskFields } from "@/components/document/risk-fields";
import { TextArea } from "@/components/document/text-fields";
import { BUDGET_SOURCES } from "@/lib/document/taxonomy";
import { SOLUTION_BOUNDS, type Solution } from "@/lib/solution/model";
import { highestOf, type SieveRow } from "./group-sieve";

/** What the chosen alternative needs beside its description: why it, its risks, what it takes. */
export function SelectedFields({ path, rows }: { path: string; rows: SieveRow[] }) {
  const t = useTranslations("solutionForm.choice");
  const row = rows.find(({ isSelected }) => isSelected);
  const highest = highestOf(rows);
  const rationale = useDerived(textOf, `${path}.rationale`);
  if (!row) return null;
  const { total, title } = row;
  const belowTop = total !== null && highest !== null && total < highest;
  return (
    <section
      aria-labelledby={`${path}-selected-title`}
      className="grid min-w-0 gap-5 border-l-4 border-hue-solid pl-4"
    >
      <div>
        <h3 id={`${path}-selected-title`} className="font-bold">
          {t("detail")}
        </h3>
        {title !== "" && <p className="text-md text-ink-2 wrap-anywhere">{title}</p>}
      </div>
      {(belowTop || rationale !== "") && (
        <TextArea
          path={`${path}.rationale`}
          hint={belowTop ? t("belowTop", { total, highest }) : null}
          bounds={SOLUTION_BOUNDS.rationale}
          optional={!belowTop}
        />
      )}
      <RiskFields path={`${path}.risks`} bounds={SOLUTION_BOUNDS} />
      <ResourceFields path={`${path}.resources`} />
    </section>
  );
}

/**
 * Risks and resources of an alternative that was chosen once and is not any more. They are kept,
 * and what is kept is checked, so that it must be in sight.
 */
export function KeptFields({ path }: { path: string }) {
  const t = useTranslations("solutionForm.alternative");
  const kept = useDerived(hasKept, path);
  if (!kept) return null;
  return (
    <details className="group rounded-sm border border-line">
      <summary className="flex min-h-11 items-center gap-2 px-3 py-2 text-md font-semibold touch:min-h-12">
        {t("kept")}
      </summary>
      <div className="grid gap-5 px-3 pb-3">
        <p className="text-sm text-ink-3">{t("keptHint")}</p>
        <RiskFields path={`${path}.risks`} bounds={SOLUTION_BOUNDS} optional />
        <ResourceFields path={`${path}.resources`} optional />
      </div>
    </details>
  );
}

function ResourceFields({ path, optional }: { path: string; optional?: boolean }) {
  const t = useTranslations("solutionForm.choice");
  const terms = useTranslations("terms");
  const sources = useMemo(
    () => BUDGET_SOURCES.map((value) => ({ value, label: terms(`budgetSource.${value}`) })),
    [terms],
  );
  return (
    <NamedGroup path={path} name={t("resources")}>
      <div className="grid gap-3.5 sm:grid-cols-2">
        <NumberField path={`${path}.people`} unit={t("people")} whole optional={optional} />
        <RupiahField path={`${path}.budgetIdr`} optional={optional} />
      </div>
      <RadioField
        path={`${path}.budgetSource`}
        options={sources}
        layout="row"
        optional={optional}
      />
      <TextArea path={`${path}.legalNeed`} bounds={SOLUTION_BOUNDS.legalNeed} optional rows={2} />
    </NamedGroup>
  );
}

function hasKept(solution: Solution | undefined): boolean {
  if (!solution || solution.isSelected) return false;
  const { people, budgetIdr, budgetSource, legalNeed } = solution.resources;
  return (
    solution.risks.length > 0 ||
    [people, budgetIdr, budgetSource].some((value) => value !== undefined && value !== null) ||
    legalNeed !== ""
  );
}

function textOf(text: string | undefined): string {
  return (text ?? "").trim();
}
