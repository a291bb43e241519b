"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { RadioField } from "@/components/document/choice-fields";
import { DateField } from "@/components/document/date-field";
import { useDerived, useValue } from "@/components/document/form-context";
import { later } from "@/components/document/item-list";
import { reach } from "@/components/document/reach";
import { TextField } from "@/components/document/text-fields";
import type { IsoDate } from "@/lib/document/model";
import { useFormat } from "@/lib/i18n/use-format";
import {
  MILESTONE_STATUSES,
  type Milestone,
  PLAN_BOUNDS,
  type Plan,
  TERMS,
} from "@/lib/plan/model";
import type { TermWindow } from "@/lib/plan/scoring";

/** The fields of one milestone. */
export function MilestoneItem({
  path,
  window,
  timeZone,
}: {
  path: string;
  /** Days on which it may end; null while that is not known. */
  window: TermWindow | null;
  timeZone: string;
}) {
  const terms = useTranslations("terms");
  const options = useMemo(
    () => TERMS.map((value) => ({ value, label: terms(`term.${value}`) })),
    [terms],
  );
  const statuses = useMemo(
    () => MILESTONE_STATUSES.map((value) => ({ value, label: terms(`milestoneStatus.${value}`) })),
    [terms],
  );
  return (
    <>
      <TextField path={`${path}.title`} bounds={PLAN_BOUNDS.milestoneTitle} />
      {/* With another term it stands in another group: the focus goes along. */}
      <div onChange={() => later(() => reach(`${path}.term`))}>
        <RadioField path={`${path}.term`} options={options} layout="row" />
      </div>
      <Dates path={path} window={window} timeZone={timeZone} />
      <TextField path={`${path}.output`} bounds={PLAN_BOUNDS.milestoneOutput} />
      <TextField path={`${path}.owner`} bounds={PLAN_BOUNDS.milestoneOwner} list={OWNERS} />
      <TextField path={`${path}.evidenceNeeded`} bounds={PLAN_BOUNDS.milestoneEvidence} />
      <RadioField path={`${path}.status`} options={statuses} layout="row" />
    </>
  );
}

function Dates({
  path,
  window,
  timeZone,
}: {
  path: string;
  window: TermWindow | null;
  timeZone: string;
}) {
  const t = useTranslations("planForm.milestones");
  const format = useFormat(timeZone);
  const [start] = useValue<IsoDate | null>(`${path}.start`);
  const term = useDerived(termOf, path);
  const hint =
    window &&
    t(term === "LONG" ? "end.between" : "end.by", {
      from: format.dateShort(window.from),
      to: format.dateShort(window.to),
    });
  const from = window && (start === null || window.from > start) ? window.from : start;
  return (
    <div className="grid gap-3.5 sm:grid-cols-2">
      <DateField path={`${path}.start`} hint={t("startHint")} />
      <DateField path={`${path}.end`} hint={hint} min={from ?? undefined} max={window?.to} />
    </div>
  );
}

/** The head of a folded milestone: what is done, when, and whether that fits its term. */
export function MilestoneHead({
  path,
  window,
  timeZone,
}: {
  path: string;
  window: TermWindow | null;
  timeZone: string;
}) {
  const t = useTranslations("planForm.milestones");
  const format = useFormat(timeZone);
  const { title, start, end } = useDerived(headOf, path);
  const misfit =
    end !== null &&
    ((start !== null && end < start && "backwards") ||
      (window !== null && (end < window.from || end > window.to) && "outside"));
  const dates =
    start && end
      ? end < start
        ? `${format.dateShort(start)} – ${format.dateShort(end)}`
        : format.dateRange(start, end)
      : start
        ? t("from", { date: format.date(start) })
        : end
          ? t("to", { date: format.date(end) })
          : t("noDates");
  return (
    <>
      <span className={title ? "block font-semibold wrap-anywhere" : "block text-ink-3"}>
        {title || t("untitled")}
      </span>
      <span className="block text-sm text-ink-3">
        {dates}
        {misfit && <span className="font-semibold text-late"> · {t(misfit)}</span>}
      </span>
    </>
  );
}

const OWNERS = "plan-people";

/** Who was named in the team and among the stakeholders: offered where an owner is asked for. */
export function OwnerNames() {
  const names = useDerived(namesOf);
  return (
    <datalist id={OWNERS}>
      {names.map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  );
}

function namesOf({ team, stakeholders }: Plan): string[] {
  const names = [...team, ...stakeholders].map(({ name }) => name.trim());
  return [...new Set(names.filter((name) => name.length >= PLAN_BOUNDS.milestoneOwner.min))];
}

function termOf(milestone: Milestone | undefined) {
  return milestone?.term ?? null;
}

function headOf(milestone: Milestone | undefined) {
  const { title = "", start = null, end = null } = milestone ?? {};
  return { title: title.trim(), start, end };
}
