"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { cx } from "@/components/ui/cx";
import { Input, Textarea } from "@/components/ui/input";
import { indexPath } from "@/lib/document/path";
import { useFormat } from "@/lib/i18n/use-format";
import type { Conflict } from "./autosave";
import { useForm, useKept } from "./form-context";
import {
  type Choice,
  type Difference,
  differences,
  type Joinery,
  joined,
  merge,
  type Side,
} from "./merge";
import { useValueText } from "./value-text";

/**
 * The same form was changed in two places. Both versions of each field stand side by side; nothing
 * is thrown away before the person has chosen, or joined the two. What only one side changed is chosen
 * already; what both changed nobody chooses for the person.
 */
export function ConflictPanel({ conflict }: { conflict: Conflict }) {
  const t = useTranslations("form.conflict");
  const stageWords = useTranslations("stage");
  const { store, autosave, dto } = useForm();
  const kept = useKept();
  const format = useFormat(dto.timeZone);
  const mine = store.document;
  const found = useMemo(
    () => differences(mine, conflict.theirs, conflict.base),
    [mine, conflict.theirs, conflict.base],
  );
  const [chosen, setChosen] = useState<Record<string, Choice>>({});
  /** A try to go on with something unchosen: what is left is said, and stood before. */
  const [asked, setAsked] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const choiceOf = ({ path, contested, suggested }: Difference): Choice | null =>
    chosen[path] ?? (contested ? null : suggested);
  const chooseAll = (side: Side) =>
    setChosen(Object.fromEntries(found.map(({ path }) => [path, side])));
  const open = found.filter((difference) => choiceOf(difference) === null);
  const decide = () => {
    if (open.length > 0) {
      setAsked(true);
      const first = found.findIndex((difference) => choiceOf(difference) === null);
      list.current?.children[first]?.querySelector<HTMLElement>("input")?.focus();
      return;
    }
    const choices = new Map(found.map((each) => [each.path, choiceOf(each) ?? each.suggested]));
    autosave.resolve(
      merge(mine, conflict.theirs, (path) => choices.get(path) ?? "theirs") as object,
    );
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
          {t(kept ? "movedBody" : "movedUnkept")}
        </Callout>
      ) : (
        <Callout tone="late" live title={t("title")}>
          {when ? t("bodyWhen", { when, count: found.length }) : t("body", { count: found.length })}
        </Callout>
      )}
      {!moved && found.length > 1 && (
        <div className="flex flex-wrap gap-2 max-sm:*:flex-1 max-sm:*:basis-full">
          <Button variant="secondary" onClick={() => chooseAll("mine")}>
            {t("allMine")}
          </Button>
          <Button variant="secondary" onClick={() => chooseAll("theirs")}>
            {t("allTheirs")}
          </Button>
        </div>
      )}
      <ol ref={list} className="grid gap-3">
        {found.map((difference) => (
          <li key={difference.path}>
            <DifferenceCard
              difference={difference}
              theirs={conflict.theirs}
              choice={choiceOf(difference)}
              fixed={moved}
              missed={asked && choiceOf(difference) === null}
              onChoice={(choice) =>
                setChosen((before) => ({ ...before, [difference.path]: choice }))
              }
            />
          </li>
        ))}
      </ol>
      {!moved && (
        <div className="grid gap-2">
          {asked && open.length > 0 && (
            <p role="status" className="text-md font-semibold text-late">
              {t("left", { count: open.length })}
            </p>
          )}
          <Button size="lg" onClick={decide} className="justify-self-start max-sm:w-full">
            {t("decide")}
          </Button>
        </div>
      )}
    </section>
  );
}

const versionClass =
  "flex min-h-12 min-w-0 items-start gap-2.5 rounded-sm border border-line-strong bg-surface px-3 py-2.5 text-md has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent";

function DifferenceCard({
  difference,
  theirs,
  choice,
  fixed,
  missed,
  onChoice,
}: {
  difference: Difference;
  theirs: object;
  choice: Choice | null;
  /** There is nothing to choose any more. */
  fixed: boolean;
  missed: boolean;
  onChoice: (choice: Choice) => void;
}) {
  const t = useTranslations("form.conflict");
  const { store, names } = useForm();
  const id = useId();
  const { kind, mine, contested } = difference;
  const at = useMemo(() => {
    const path = difference.path.replace(/\.?#order$/, "");
    return indexPath(store.document, path) ?? indexPath(theirs, path) ?? path;
  }, [difference.path, store, theirs]);
  const name = names.describe(at) || names.kindName(at) || t("wholeForm");
  const joinery = useJoinery(at, mine);
  const both = useMemo(
    // Where one side only is newer, its words are the old ones' successor.
    () =>
      kind === "value" && contested && joinery ? joined(mine, difference.theirs, joinery) : null,
    [kind, contested, mine, difference.theirs, joinery],
  );
  const isJoined = typeof choice === "object" && choice !== null;
  const options: { key: Side | "both"; choice: Choice }[] = [
    { key: "mine", choice: "mine" },
    { key: "theirs", choice: "theirs" },
    ...(both === null || fixed ? [] : [{ key: "both" as const, choice: { joined: both } }]),
  ];
  return (
    <Card className={cx("px-4 py-3", missed && "border-late")}>
      <fieldset className="min-w-0">
        <legend className="text-md font-semibold wrap-anywhere">
          {name}
          {kind === "order" && ` – ${t("order")}`}
        </legend>
        {!fixed && (
          <p className={cx("text-sm", missed ? "font-semibold text-late" : "text-ink-3")}>
            {contested ? t("contested") : t("settled")}
          </p>
        )}
        <div className="mt-2 grid gap-2 sm:grid-cols-2">
          {options.map((option) =>
            fixed ? (
              <div key={option.key} className={versionClass}>
                <Version difference={difference} side={option.key} />
              </div>
            ) : (
              <label
                key={option.key}
                className={cx(versionClass, option.key === "both" && "sm:col-span-2")}
              >
                <input
                  type="radio"
                  name={id}
                  checked={option.key === "both" ? isJoined : choice === option.choice}
                  onChange={() => onChoice(option.choice)}
                  className="mt-0.5 size-5 flex-none accent-accent outline-none"
                />
                <Version
                  difference={difference}
                  side={option.key}
                  joined={isJoined && typeof both === "string" ? null : both}
                />
              </label>
            ),
          )}
        </div>
        {isJoined && typeof choice.joined === "string" && (
          <div className="mt-2 grid gap-1">
            <label htmlFor={`${id}-joined`} className="text-sm font-semibold text-ink-2">
              {t("joinedText")}
            </label>
            {joinery === "lines" ? (
              <Textarea
                id={`${id}-joined`}
                rows={4}
                value={choice.joined}
                onChange={(event) => onChoice({ joined: event.target.value })}
              />
            ) : (
              <Input
                id={`${id}-joined`}
                value={choice.joined}
                onChange={(event) => onChoice({ joined: event.target.value })}
              />
            )}
          </div>
        )}
      </fieldset>
    </Card>
  );
}

/**
 * How words of the field at a path are joined; null where it holds no free words. The field itself
 * knows: it is out of sight while the versions are compared, and not gone. One that is folded up is judged
 * by what stands in it.
 */
function useJoinery(path: string, value: unknown): Joinery | null {
  const [joinery, setJoinery] = useState<Joinery | null>(null);
  useEffect(() => {
    const field = document.getElementById(path);
    if (field instanceof HTMLTextAreaElement) setJoinery("lines");
    else if (field instanceof HTMLInputElement) {
      setJoinery(field.type === "text" && field.inputMode === "" ? "line" : null);
    } else if (field) setJoinery(null);
    else setJoinery(typeof value === "string" && /\s/.test(value.trim()) ? "lines" : null);
  }, [path, value]);
  return Array.isArray(value) ? "set" : joinery;
}

function Version({
  difference,
  side,
  joined: both,
}: {
  difference: Difference;
  side: Side | "both";
  joined?: unknown;
}) {
  const t = useTranslations("form.conflict");
  return (
    <span className="min-w-0 flex-1">
      <span className="block text-sm font-semibold text-ink-2">{t(side)}</span>
      {side === "both" ? (
        both !== null && <JoinedContent path={difference.path} value={both} />
      ) : (
        <Content difference={difference} side={side} />
      )}
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

function JoinedContent({ path, value }: { path: string; value: unknown }) {
  const write = useValueText();
  return <span className="block whitespace-pre-line wrap-anywhere">{write(path, value)}</span>;
}
