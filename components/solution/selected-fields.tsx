"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import { RadioField } from "@/components/document/choice-fields";
import { useDerived, useForm, useIssues } from "@/components/document/form-context";
import { NamedGroup } from "@/components/document/named-group";
import { NumberField, RupiahField } from "@/components/document/number-fields";
import { RiskFields } from "@/components/document/risk-fields";
import { TextArea } from "@/components/document/text-fields";
import { ChevronDownIcon, CircleAlertIcon } from "@/components/ui/icons";
import { BUDGET_SOURCES } from "@/lib/document/taxonomy";
import { useFormat } from "@/lib/i18n/use-format";
import { SOLUTION_BOUNDS, type Solution } from "@/lib/solution/model";
import { highestOf, type SieveRow } from "./group-sieve";

// Drawn once it is unfolded: what nobody looks at need not be loaded.
const RiskBoard = dynamic(
  () => import("@/components/document/risk-board").then((module) => module.RiskBoard),
  { ssr: false },
);

/**
 * What the chosen alternative needs beside its description: why it, its risks, what it takes. It
 * unfolds with the choice; one that has all of it begins folded.
 */
export function SelectedFields({ path, rows }: { path: string; rows: SieveRow[] }) {
  const t = useTranslations("solutionForm.choice");
  const { store } = useForm();
  const [open] = useState(() => !isComplete(store.get(path) as Solution | undefined));
  const [shown, setShown] = useState(open);
  const details = useRef<HTMLDetailsElement>(null);
  // Whoever was quicker than the page has unfolded it already, and nothing told of it.
  useEffect(() => {
    if (details.current?.open) setShown(true);
  }, []);
  const row = rows.find(({ isSelected }) => isSelected);
  const highest = highestOf(rows);
  const rationale = useDerived(textOf, `${path}.rationale`);
  if (!row) return null;
  const { total, title } = row;
  const belowTop = total !== null && highest !== null && total < highest;
  return (
    <details
      ref={details}
      open={open}
      onToggle={({ currentTarget, target }) => {
        if (target === currentTarget && currentTarget.open) setShown(true);
      }}
      className="group min-w-0 rounded-md border border-l-4 border-line border-l-hue-solid bg-surface"
    >
      <summary className="flex min-h-13 list-none items-center gap-3 rounded-r-md px-4 py-2.5 hover:bg-sunken [&::-webkit-details-marker]:hidden">
        <span className="min-w-0 flex-1">
          <span className="flex flex-wrap items-center gap-x-2.5 text-sm text-ink-3">
            {t("detail")}
            <SelectedMark path={path} />
          </span>
          {title !== "" && <span className="block font-semibold wrap-anywhere">{title}</span>}
          <Summary path={path} />
        </span>
        <ChevronDownIcon
          size={18}
          className="flex-none text-ink-3 transition-transform duration-120 group-open:rotate-180"
        />
      </summary>
      <div className="grid gap-5 border-t border-line px-4 py-4">
        {(belowTop || rationale !== "") && (
          <TextArea
            path={`${path}.rationale`}
            hint={belowTop ? t("belowTop", { total, highest }) : null}
            bounds={SOLUTION_BOUNDS.rationale}
            optional={!belowTop}
          />
        )}
        {shown && <RiskBoard path={`${path}.risks`} />}
        <RiskFields path={`${path}.risks`} bounds={SOLUTION_BOUNDS} />
        <ResourceFields path={`${path}.resources`} />
      </div>
    </details>
  );
}

/** What is written so far, in one line. */
function Summary({ path }: { path: string }) {
  const t = useTranslations("solutionForm.choice");
  const { dto } = useForm();
  const format = useFormat(dto.timeZone);
  const { risks, people, budgetIdr } = useDerived(figuresOf, path);
  const parts = [
    t("riskCount", { count: risks }),
    people === null ? null : t("peopleCount", { count: people }),
    budgetIdr === null ? null : format.rupiah(budgetIdr),
  ];
  return <span className="block text-sm text-ink-3">{parts.filter(Boolean).join(" · ")}</span>;
}

/** Says on the folded part that something inside is to be mended. */
function SelectedMark({ path }: { path: string }) {
  const t = useTranslations("form.list");
  const count =
    useIssues(`${path}.risks`, true).length +
    useIssues(`${path}.resources`, true).length +
    useIssues(`${path}.rationale`).length;
  if (count === 0) return null;
  return (
    <span className="inline-flex items-center gap-1 font-semibold text-late">
      <CircleAlertIcon size={14} />
      {t("issues", { count })}
    </span>
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

function figuresOf(solution: Solution | undefined) {
  const { people, budgetIdr } = solution?.resources ?? {};
  return {
    risks: solution?.risks.length ?? 0,
    people: people ?? null,
    budgetIdr: budgetIdr ?? null,
  };
}

function isComplete(solution: Solution | undefined): boolean {
  const { risks, people, budgetIdr } = figuresOf(solution);
  return risks > 0 && people !== null && budgetIdr !== null && !!solution?.resources.budgetSource;
}

function textOf(text: string | undefined): string {
  return (text ?? "").trim();
}
