"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { indexPath } from "@/lib/document/path";
import { useFormat } from "@/lib/i18n/use-format";
import type { Conflict } from "./autosave";
import { formatDecimal } from "./decimal";
import { useForm } from "./form-context";
import { type Difference, differences, merge, type Side } from "./merge";
import { isRecord } from "./sameness";

/**
 * The same form was changed in two places. Both versions of each field stand side by side; nothing
 * is thrown away before the person has chosen.
 */
export function ConflictPanel({ conflict }: { conflict: Conflict }) {
  const t = useTranslations("form.conflict");
  const stageWords = useTranslations("stage");
  const { store, autosave, dto } = useForm();
  const format = useFormat(dto.timeZone);
  const mine = store.document;
  const found = useMemo(
    () => differences(mine, conflict.theirs, conflict.base),
    [mine, conflict.theirs, conflict.base],
  );
  const [chosen, setChosen] = useState<Record<string, Side>>({});
  const sideOf = (difference: Difference): Side => chosen[difference.path] ?? difference.suggested;
  const chooseAll = (side: Side) =>
    setChosen(Object.fromEntries(found.map(({ path }) => [path, side])));
  const decide = () => {
    const sides = new Map(found.map((difference) => [difference.path, sideOf(difference)]));
    autosave.resolve(merge(mine, conflict.theirs, (path) => sides.get(path) ?? "theirs") as object);
  };
  // It takes the place of the fields, also of the one that was being typed in.
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    panel.current?.focus({ preventScroll: true });
    panel.current?.scrollIntoView({ block: "start" });
  }, []);
  const moved =
    conflict.state !== null && conflict.state !== "OPEN" && conflict.state !== "RETURNED";
  const when = conflict.savedAt ? format.dateTime(conflict.savedAt) : null;

  return (
    <section
      ref={panel}
      tabIndex={-1}
      aria-labelledby="conflict-title"
      className="grid gap-4 outline-none"
    >
      <h2 id="conflict-title" className="sr-only">
        {t("title")}
      </h2>
      {moved && conflict.state ? (
        <Callout
          tone="late"
          live
          title={t("moved", { state: stageWords(`state.${conflict.state}`) })}
          action={<Button onClick={() => window.location.reload()}>{t("reload")}</Button>}
        >
          {t("movedBody")}
        </Callout>
      ) : (
        <Callout tone="late" live title={t("title")}>
          {when ? t("bodyWhen", { when, count: found.length }) : t("body", { count: found.length })}
        </Callout>
      )}
      {!moved && found.length > 1 && (
        <div className="flex flex-wrap gap-2">
          <Button variant="secondary" onClick={() => chooseAll("mine")}>
            {t("allMine")}
          </Button>
          <Button variant="secondary" onClick={() => chooseAll("theirs")}>
            {t("allTheirs")}
          </Button>
        </div>
      )}
      <ol className="grid gap-3">
        {found.map((difference) => (
          <li key={difference.path}>
            <DifferenceCard
              difference={difference}
              theirs={conflict.theirs}
              side={moved ? null : sideOf(difference)}
              onSide={(side) => setChosen((before) => ({ ...before, [difference.path]: side }))}
            />
          </li>
        ))}
      </ol>
      {!moved && (
        <Button size="lg" onClick={decide} className="justify-self-start max-sm:w-full">
          {t("decide")}
        </Button>
      )}
    </section>
  );
}

const versionClass =
  "flex min-w-0 items-start gap-2.5 rounded-sm border border-line-strong bg-surface px-3 py-2.5 text-md has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent";

function DifferenceCard({
  difference,
  theirs,
  side,
  onSide,
}: {
  difference: Difference;
  theirs: object;
  /** Null where there is nothing to choose any more. */
  side: Side | null;
  onSide: (side: Side) => void;
}) {
  const t = useTranslations("form.conflict");
  const { store, names } = useForm();
  const id = useId();
  const name = useMemo(() => {
    const path = difference.path.replace(/\.?#order$/, "");
    const at = indexPath(store.document, path) ?? indexPath(theirs, path) ?? path;
    return names.describe(at) || names.kindName(at) || t("wholeForm");
  }, [difference.path, store, theirs, names, t]);
  return (
    <Card className="px-4 py-3">
      <fieldset className="min-w-0">
        <legend className="mb-2 text-md font-semibold">
          {name}
          {difference.kind === "order" && ` – ${t("order")}`}
        </legend>
        <div className="grid gap-2 sm:grid-cols-2">
          {(["mine", "theirs"] as const).map((option) =>
            side === null ? (
              <div key={option} className={versionClass}>
                <Version difference={difference} side={option} />
              </div>
            ) : (
              <label key={option} className={versionClass}>
                <input
                  type="radio"
                  name={id}
                  checked={side === option}
                  onChange={() => onSide(option)}
                  className="mt-1 size-4.5 flex-none accent-accent outline-none"
                />
                <Version difference={difference} side={option} />
              </label>
            ),
          )}
        </div>
      </fieldset>
    </Card>
  );
}

function Version({ difference, side }: { difference: Difference; side: Side }) {
  const t = useTranslations("form.conflict");
  return (
    <span className="min-w-0 flex-1">
      <span className="block text-sm font-semibold text-ink-2">{t(side)}</span>
      <Content difference={difference} side={side} />
    </span>
  );
}

function Content({ difference, side }: { difference: Difference; side: Side }) {
  const t = useTranslations("form.conflict");
  const write = useValueText();
  const value = difference[side];
  if (difference.kind === "order") return side === "mine" ? t("orderMine") : t("orderTheirs");
  if (value === undefined && difference.kind !== "value") {
    return <span className="text-ink-3">{t("absent")}</span>;
  }
  const text = write(difference.path, value);
  return text === "" ? (
    <span className="text-ink-3">{t("empty")}</span>
  ) : (
    <span className="block whitespace-pre-line wrap-anywhere">{text}</span>
  );
}

/** Any value of a document in words: choices by their names, items by their parts. */
function useValueText(): (path: string, value: unknown) => string {
  const yesNo = useTranslations("terms.yesNo");
  const locale = useLocale();
  const { dto, names } = useForm();
  const format = useFormat(dto.timeZone);
  const write = (path: string, value: unknown): string => {
    if (value === null || value === undefined || value === "") return "";
    if (typeof value === "boolean") return yesNo(value ? "true" : "false");
    if (typeof value === "number") {
      return names.valueName(path, String(value)) ?? formatDecimal(value, locale);
    }
    if (typeof value === "string") {
      if (/^\d{4}-\d\d-\d\d$/.test(value)) return format.date(value);
      return names.valueName(path, value) ?? value;
    }
    if (Array.isArray(value)) {
      const parts = value.map((part, index) =>
        write(typeof part === "string" ? path : `${path}.${index}`, part),
      );
      return parts.filter((part) => part !== "").join("\n");
    }
    if (!isRecord(value)) return "";
    return Object.entries(value)
      .flatMap(([key, part]) => {
        const at = `${path}.${key}`;
        const name = names.kindName(at);
        const text = write(at, part);
        return name === null || text === "" ? [] : [`${name}: ${text.replaceAll("\n", ", ")}`];
      })
      .join("\n");
  };
  return write;
}
