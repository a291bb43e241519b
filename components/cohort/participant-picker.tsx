"use client";

import { useTranslations } from "next-intl";
import { useDeferredValue, useId, useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldFoot } from "@/components/ui/field";
import { SearchIcon } from "@/components/ui/icons";
import { Input, Select } from "@/components/ui/input";
import type { AssignableInnovation, AssignableParticipant } from "@/lib/cohort/model";

/** In place of a name: those who have no group, or no facilitator. */
const NOBODY = "-";

type Facet = "group" | "agency" | "facilitator";
type Filter = Record<Facet, string> & { search: string; onlyWithout: boolean };

const EVERYBODY: Filter = {
  group: "",
  agency: "",
  facilitator: "",
  search: "",
  onlyWithout: false,
};

/** Chooses participants out of many, by filters and one by one; shows what each has already. */
export function ParticipantPicker({
  id,
  participants,
  innovations,
  chosen,
  error,
  onChange,
}: {
  id: string;
  participants: AssignableParticipant[];
  innovations: AssignableInnovation[];
  chosen: ReadonlySet<string>;
  error?: string;
  onChange: (chosen: ReadonlySet<string>) => void;
}) {
  const t = useTranslations("assign.participants");
  const titleId = useId();
  const [filter, setFilter] = useState(EVERYBODY);
  const applied = useDeferredValue(filter);
  const shown = useMemo(
    () => participants.filter((person) => matches(person, applied)),
    [participants, applied],
  );
  const codes = useMemo(
    () => new Map(innovations.map(({ id, code }) => [id, code])),
    [innovations],
  );
  const set = (part: Partial<Filter>) => setFilter((before) => ({ ...before, ...part }));

  const toggle = (ids: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (on) next.add(id);
      else next.delete(id);
    }
    onChange(next);
  };
  const ids = shown.map(({ id }) => id);
  const allChosen = ids.length > 0 && ids.every((id) => chosen.has(id));

  return (
    <Card as="section">
      <CardHeader
        id={titleId}
        title={t("title")}
        note={
          <span aria-live="polite">
            {t("chosen", { count: chosen.size, total: participants.length })}
          </span>
        }
      />
      <div className="grid gap-2 border-b border-line px-4 py-3 sm:px-4.5">
        <div className="grid grid-cols-2 gap-2 sm:grid-cols-3">
          <span className="relative col-span-full">
            <SearchIcon
              size={16}
              className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-ink-3"
            />
            <Input
              type="search"
              aria-label={t("search")}
              placeholder={t("search")}
              value={filter.search}
              maxLength={100}
              onChange={(event) => set({ search: event.target.value })}
              // Enter searches, which has been done already; it does not send the form.
              onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
              className="pl-9"
            />
          </span>
          <FacetFilter
            label={t("group")}
            any={t("anyGroup")}
            none={t("noGroup")}
            values={participants.map(({ group }) => group)}
            value={filter.group}
            onChange={(group) => set({ group })}
          />
          <FacetFilter
            label={t("agency")}
            any={t("anyAgency")}
            none=""
            values={participants.map(({ agency }) => agency)}
            value={filter.agency}
            onChange={(agency) => set({ agency })}
          />
          <FacetFilter
            label={t("facilitator")}
            any={t("anyFacilitator")}
            none={t("noFacilitator")}
            values={participants.map(({ facilitator }) => facilitator)}
            value={filter.facilitator}
            onChange={(facilitator) => set({ facilitator })}
          />
        </div>
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <Checkbox
            label={t("onlyWithout")}
            checked={filter.onlyWithout}
            onChange={(event) => set({ onlyWithout: event.target.checked })}
          />
          <Button
            variant="secondary"
            size="sm"
            disabled={ids.length === 0}
            onClick={() => toggle(ids, !allChosen)}
          >
            {t(allChosen ? "unselectShown" : "selectShown", { count: ids.length })}
          </Button>
        </div>
        <FieldFoot id={id} error={error} />
      </div>
      {shown.length === 0 ? (
        <p className="px-4 py-8 text-center text-ink-3">{t("none")}</p>
      ) : (
        <fieldset
          id={id}
          tabIndex={-1}
          aria-labelledby={titleId}
          aria-describedby={error ? `${id}-error` : undefined}
          className="relative max-h-[34rem] min-w-0 overflow-y-auto py-1 outline-none xl:max-h-[42rem]"
        >
          {shown.map((person) => (
            <label
              key={person.id}
              className="grid min-h-11 grid-cols-[auto_minmax(0,1fr)] items-center gap-x-3 px-4 py-1.5 text-md hover:bg-sunken has-checked:bg-accent-soft sm:grid-cols-[auto_minmax(0,1fr)_auto] sm:px-4.5 touch:min-h-12"
            >
              <input
                type="checkbox"
                checked={chosen.has(person.id)}
                onChange={(event) => toggle([person.id], event.target.checked)}
                className="size-4.5 flex-none accent-accent"
              />
              <span className="min-w-0">
                <span className="block font-semibold wrap-anywhere">{person.name}</span>
                <span className="block text-sm text-ink-3">
                  {person.agency} · {person.group ?? t("noGroup")}
                </span>
              </span>
              <span className="text-sm text-ink-2 max-sm:col-start-2 sm:max-w-60 sm:text-right">
                {person.has.length === 0 ? (
                  <span className="text-ink-3">{t("hasNone")}</span>
                ) : (
                  t("has", {
                    codes: person.has
                      .map((innovation) => {
                        const code = codes.get(innovation) ?? "";
                        return person.cancelled.includes(innovation)
                          ? t("cancelled", { code })
                          : code;
                      })
                      .join(", "),
                  })
                )}
              </span>
            </label>
          ))}
        </fieldset>
      )}
    </Card>
  );
}

/** A filter by one property; nothing where there is nothing to tell apart. */
function FacetFilter({
  label,
  any,
  none,
  values,
  value,
  onChange,
}: {
  label: string;
  any: string;
  none: string;
  values: (string | null)[];
  value: string;
  onChange: (value: string) => void;
}) {
  const names = [...new Set(values)];
  if (names.length < 2) return null;
  return (
    <Select aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{any}</option>
      {names.map((name) => (
        <option key={name ?? NOBODY} value={name ?? NOBODY}>
          {name ?? none}
        </option>
      ))}
    </Select>
  );
}

function matches(person: AssignableParticipant, filter: Filter): boolean {
  const is = (value: string | null, wanted: string) =>
    wanted === "" || (value ?? NOBODY) === wanted;
  return (
    is(person.group, filter.group) &&
    is(person.agency, filter.agency) &&
    is(person.facilitator, filter.facilitator) &&
    (!filter.onlyWithout || person.has.length === person.cancelled.length) &&
    person.name.toLowerCase().includes(filter.search.trim().toLowerCase())
  );
}
