"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { useDerived, useForm } from "@/components/document/form-context";
import { HowTo } from "@/components/document/how-to";
import { later } from "@/components/document/item-list";
import { reach } from "@/components/document/reach";
import { cx } from "@/components/ui/cx";
import type { Stakeholder, StakeholderQuadrant } from "@/lib/plan/model";
import { quadrantOf } from "@/lib/plan/scoring";
import { MIDDLE, type Place, placeAt, stepped } from "./board-place";

const PATH = "stakeholders";
const LEVELS = [1, 2, 3, 4, 5] as const;

type Chip = Pick<Stakeholder, "id" | "name" | "influence" | "interest"> & { index: number };

/**
 * The map of influence and interest as an instrument: each stakeholder is a mark that is dragged, or
 * moved by arrow keys. It writes the same two numbers that stand in the list.
 */
export function StakeholderBoard() {
  const t = useTranslations("planForm.stakeholders");
  const fields = useTranslations("terms.field.PLAN.stakeholders");
  const { store } = useForm();
  const chips = useDerived(chipsOf, PATH);
  const board = useRef<HTMLDivElement>(null);
  const [touched, setTouched] = useState<number | null>(null);
  if (chips.length === 0) return null;
  const place = (index: number, { influence, interest }: Place) => {
    const before = store.get(`${PATH}.${index}`) as Stakeholder;
    store.set(`${PATH}.${index}`, { ...before, influence, interest });
    setTouched(index);
    // In another cell it is another element; the focus goes along.
    later(() => document.getElementById(chipId(before.id))?.focus({ preventScroll: true }));
  };
  const chip = (each: Chip, crowd: number) => (
    <Mark
      key={each.id}
      chip={each}
      crowd={crowd}
      board={board}
      onPlace={(to) => place(each.index, to)}
      onTouch={() => setTouched(each.index)}
    />
  );
  const unplaced = chips.filter(
    ({ influence, interest }) => influence === null || interest === null,
  );
  const told = chips.find(({ index }) => index === touched);
  return (
    <figure className="grid min-w-0 grid-cols-1 gap-2">
      <figcaption className="text-md font-semibold">
        {t("map")}
        <span className="block text-sm font-normal text-ink-3">{t("mapHint")}</span>
      </figcaption>
      <HowTo how={t("how")} example={t("example")} />
      <div className="grid w-full max-w-96 grid-cols-[1.25rem_minmax(0,1fr)] gap-1">
        <span />
        <Corners left="LATENT" right="PROMOTER" />
        <span
          aria-hidden="true"
          className="rotate-180 text-center text-xs font-semibold text-ink-3 [writing-mode:vertical-rl]"
        >
          {fields("influence.label")}
        </span>
        <div ref={board} className="grid aspect-square grid-cols-5 grid-rows-5 gap-0.5">
          {[...LEVELS].reverse().flatMap((influence) =>
            LEVELS.map((interest) => {
              const here = chips.filter(
                (each) => each.influence === influence && each.interest === interest,
              );
              return (
                <div
                  key={`${influence}-${interest}`}
                  className={cx(
                    "chart flex min-w-0 flex-wrap content-center items-center justify-center gap-0.5 rounded-xs",
                    CELL[quadrantOf({ influence, interest }) ?? "APATHETIC"],
                  )}
                >
                  {here.map((each) => chip(each, here.length))}
                </div>
              );
            }),
          )}
        </div>
        <span />
        <Corners left="APATHETIC" right="DEFENDER" />
        <span />
        <span aria-hidden="true" className="text-center text-xs font-semibold text-ink-3">
          {fields("interest.label")}
        </span>
      </div>
      {unplaced.length > 0 && (
        <div className="rounded-sm border border-dashed border-line-strong px-3 py-2">
          <p className="text-sm text-ink-3">{t("unplaced")}</p>
          <div className="mt-1.5 flex flex-wrap gap-1.5">
            {unplaced.map((each) => chip(each, 1))}
          </div>
        </div>
      )}
      <output className="min-h-11 rounded-sm bg-sunken px-3 py-2 text-md text-ink-2 wrap-anywhere">
        {told ? <Told chip={told} /> : t("touch")}
      </output>
    </figure>
  );
}

const CELL: Record<StakeholderQuadrant, string> = {
  PROMOTER: "bg-hue-soft",
  LATENT: "bg-late-soft",
  DEFENDER: "bg-good-soft",
  APATHETIC: "bg-sunken",
};

/** Who was touched last, and what its place means. */
function Told({ chip }: { chip: Chip }) {
  const t = useTranslations("planForm.stakeholders");
  const terms = useTranslations("terms");
  const quadrant = quadrantOf(chip);
  return (
    <>
      <b className="font-semibold text-ink">
        {chip.index + 1}. {chip.name || t("untitled")}
      </b>
      {": "}
      {quadrant === null
        ? t("noPlace")
        : t("placed", {
            quadrant: terms(`quadrant.${quadrant}`),
            influence: chip.influence ?? 0,
            interest: chip.interest ?? 0,
          })}
    </>
  );
}

/** A press that goes no further than this is a tap, in CSS pixels. */
const TAP = 6;

function Mark({
  chip,
  crowd,
  board,
  onPlace,
  onTouch,
}: {
  chip: Chip;
  /** How many stand in the same cell. */
  crowd: number;
  board: { readonly current: HTMLDivElement | null };
  onPlace: (place: Place) => void;
  onTouch: () => void;
}) {
  const t = useTranslations("planForm.stakeholders");
  const from = useRef<{ x: number; y: number } | null>(null);
  const [shift, setShift] = useState<{ x: number; y: number } | null>(null);
  const placed = chip.influence !== null && chip.interest !== null;
  const name = chip.name || t("untitled");

  const down = (event: PointerEvent<HTMLButtonElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = { x: event.clientX, y: event.clientY };
    onTouch();
  };
  const move = (event: PointerEvent<HTMLButtonElement>) => {
    if (!from.current) return;
    const next = { x: event.clientX - from.current.x, y: event.clientY - from.current.y };
    if (shift || Math.hypot(next.x, next.y) > TAP) setShift(next);
  };
  const up = (event: PointerEvent<HTMLButtonElement>) => {
    const area = board.current?.getBoundingClientRect();
    const dragged = shift !== null;
    from.current = null;
    setShift(null);
    if (!dragged || !area) return;
    onPlace(placeAt({ x: event.clientX - area.left, y: event.clientY - area.top }, area));
  };
  const cancel = () => {
    from.current = null;
    setShift(null);
  };
  const key = (event: KeyboardEvent<HTMLButtonElement>) => {
    const next = stepped(chip, event.key);
    // An arrow never scrolls the page from here, also at the edge of the board.
    if (event.key.startsWith("Arrow")) event.preventDefault();
    if (next) onPlace(next);
  };
  return (
    <button
      id={chipId(chip.id)}
      type="button"
      aria-label={
        placed
          ? t("markAt", {
              name,
              influence: chip.influence ?? 0,
              interest: chip.interest ?? 0,
            })
          : t("mark", { name })
      }
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={cancel}
      onKeyDown={key}
      onFocus={onTouch}
      // Enter and a tap: to the middle of the board at first, from then on to its fields.
      onClick={(event) => {
        if (event.detail !== 0) return;
        if (placed) later(() => reach(`${PATH}.${chip.index}.influence`));
        else onPlace(MIDDLE);
      }}
      onDoubleClick={() => later(() => reach(`${PATH}.${chip.index}.influence`))}
      style={shift ? { transform: `translate(${shift.x}px, ${shift.y}px)` } : undefined}
      className={cx(
        "relative flex min-w-0 touch-none items-center justify-center rounded-full bg-hue leading-none font-bold text-on-accent tabular-nums select-none",
        shift ? "z-10 cursor-grabbing shadow-float" : "cursor-grab",
        placed
          ? crowd <= 1
            ? "size-9 text-md"
            : crowd <= 4
              ? "size-6 text-xs"
              : "size-4 text-[0.625rem]"
          : "max-w-full gap-1.5 py-1 pr-3 pl-1 text-sm",
      )}
    >
      {placed ? (
        chip.index + 1
      ) : (
        <>
          <span className="grid size-8 flex-none place-items-center rounded-full bg-surface text-hue">
            {chip.index + 1}
          </span>
          <span className="truncate leading-normal font-medium">{name}</span>
        </>
      )}
    </button>
  );
}

/** Low interest ends after two of five columns. */
function Corners({ left, right }: { left: StakeholderQuadrant; right: StakeholderQuadrant }) {
  const t = useTranslations("terms.quadrant");
  return (
    <span className="grid grid-cols-[2fr_3fr] text-center text-xs text-ink-3">
      <span>{t(left)}</span>
      <span>{t(right)}</span>
    </span>
  );
}

function chipId(id: string): string {
  return `stakeholder-mark-${id}`;
}

function chipsOf(stakeholders: readonly Stakeholder[] | undefined): Chip[] {
  return (stakeholders ?? []).map(({ id, name, influence, interest }, index) => ({
    id,
    name: name.trim(),
    influence,
    interest,
    index,
  }));
}
