"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { SelectField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { setMarkAction, setWishesAction } from "@/lib/allocation/actions";
import {
  type DeskPerson,
  type DeskPlace,
  type PlaceKind,
  WISH_BOUND,
} from "@/lib/allocation/model";
import { useAllocationCommand } from "./use-allocation-command";

interface Desk {
  cohortId: string;
  kind: PlaceKind;
  people: readonly DeskPerson[];
  places: readonly Pick<DeskPlace, "id" | "label" | "name">[];
}

/** Opens the rules of whatever button with `data-person` is pressed inside it. */
export function MatrixDesk({ desk, children }: { desk: Desk; children: ReactNode }) {
  const [open, setOpen] = useState<{ person: number; place: number | null } | null>(null);
  const person = open && desk.people[open.person];
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside take the keyboard */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a button's key press is a click */}
      <div
        className="grid min-w-0 gap-5"
        onClick={(event) => {
          const button = (event.target as Element).closest<HTMLElement>("button[data-person]");
          if (!button) return;
          const { person: at, place } = button.dataset;
          setOpen({ person: Number(at), place: place === undefined ? null : Number(place) });
        }}
      >
        {children}
      </div>
      {open && person && (
        <RulesDialog
          key={`${open.person} ${open.place}`}
          desk={desk}
          person={person}
          at={open.place}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

function RulesDialog({
  desk,
  person,
  at,
  onClose,
}: {
  desk: Desk;
  person: DeskPerson;
  at: number | null;
  onClose: () => void;
}) {
  const t = useTranslations("allocation");
  const { cohortId, kind, places } = desk;
  const [place, setPlace] = useState(at ?? person.pinned ?? person.held[0] ?? 0);
  const [wishes, setWishes] = useState<(number | null)[]>(
    Array.from({ length: WISH_BOUND }, (_, rank) => person.wishes[rank] ?? null),
  );
  const marking = useAllocationCommand(setMarkAction);
  const wishing = useAllocationCommand(setWishesAction);
  const pending = marking.pending || wishing.pending;
  const problem = marking.problem ?? wishing.problem;
  const enrolmentId = person.id;
  const placeId = places[place]?.id ?? "";
  const tied = person.ties.includes(place);
  const pinned = person.pinned === place;

  const mark = async (as: "PIN" | "TIE", on: boolean) => {
    const sent = { cohortId, kind, placeId, enrolmentId, mark: as, on };
    if ((await marking.send(sent)) === undefined) return;
    toast(t("saved"), { tone: "good" });
    onClose();
  };
  const saveWishes = async () => {
    const chosen = [...new Set(wishes.filter((wish) => wish !== null))];
    const placeIds = chosen.map((wish) => places[wish]?.id ?? "");
    if ((await wishing.send({ cohortId, kind, enrolmentId, placeIds })) === undefined) return;
    toast(t("saved"), { tone: "good" });
    onClose();
  };
  const options = places.map(({ id, label, name }, number) => (
    <option key={id} value={number}>
      {label === name ? name : `${label} – ${name}`}
    </option>
  ));
  return (
    <Dialog
      open
      busy={pending}
      onClose={onClose}
      title={person.name}
      description={person.begun ? t("begun") : t("rulesBody")}
    >
      {problem && (
        <Callout tone="late" live>
          {problem}
        </Callout>
      )}
      <SelectField
        id="allocation-place"
        name="place"
        label={t(`place.${kind}`)}
        value={place}
        onChange={(event) => setPlace(Number(event.target.value))}
      >
        {options}
      </SelectField>
      {person.conflicts.includes(place) && !tied && (
        <p className="text-sm text-late">{t("ownPlace")}</p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => mark("PIN", !pinned)} disabled={pending}>
          {t(pinned ? "unpin" : "pin")}
        </Button>
        <Button variant="secondary" onClick={() => mark("TIE", !tied)} disabled={pending}>
          {t(tied ? "untie" : "tie")}
        </Button>
      </div>
      {/* The line is not the fieldset's own: a legend would stand in it. */}
      <hr className="border-line" />
      <fieldset className="grid gap-3">
        <legend className="mb-3 text-md font-semibold">{t("wishes")}</legend>
        {wishes.map((wish, rank) => (
          <SelectField
            // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is the rank
            key={rank}
            id={`allocation-wish-${rank}`}
            name={`wish-${rank}`}
            label={t("wish", { rank: rank + 1 })}
            optional
            value={wish ?? ""}
            onChange={({ target }) =>
              setWishes(wishes.with(rank, target.value === "" ? null : Number(target.value)))
            }
          >
            <option value="">–</option>
            {options}
          </SelectField>
        ))}
        <Button variant="secondary" onClick={saveWishes} disabled={pending}>
          {t("saveWishes")}
        </Button>
      </fieldset>
    </Dialog>
  );
}
