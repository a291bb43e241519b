"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { setCapacityAction } from "@/lib/allocation/actions";
import { CAPACITY_BOUND, type DeskPlace, type PlaceKind } from "@/lib/allocation/model";
import { useAllocationCommand } from "./use-allocation-command";

/** How many each place takes; an empty field, any number. */
export function CapacityFields({
  cohortId,
  kind,
  places,
}: {
  cohortId: string;
  kind: PlaceKind;
  places: readonly DeskPlace[];
}) {
  const t = useTranslations("allocation");
  const { send, pending, problem } = useAllocationCommand(setCapacityAction);
  const [written, setWritten] = useState<Record<string, string>>({});
  const textOf = ({ id, capacity }: DeskPlace) => written[id] ?? String(capacity ?? "");
  const changed = places.filter((place) => textOf(place) !== String(place.capacity ?? ""));
  const save = async () => {
    for (const place of changed) {
      const text = textOf(place).trim();
      const capacity = text === "" ? null : Number(text);
      if ((await send({ cohortId, kind, placeId: place.id, capacity })) === undefined) return;
    }
    toast(t("saved"), { tone: "good" });
  };
  return (
    <Card as="section">
      <CardHeader title={t("capacities")} />
      <CardBody>
        <form
          className="grid gap-2.5"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <p className="text-sm text-ink-3">{t("capacitiesHint")}</p>
          {places.map((place) => (
            <div key={place.id} className="flex items-center justify-between gap-3 text-md">
              <label htmlFor={`capacity-${place.id}`} className="min-w-0 wrap-anywhere">
                {place.label}
              </label>
              <Input
                id={`capacity-${place.id}`}
                type="number"
                name={`capacity-${place.id}`}
                min={0}
                max={CAPACITY_BOUND}
                step={1}
                className="w-24 flex-none"
                value={textOf(place)}
                onChange={({ target }) => setWritten({ ...written, [place.id]: target.value })}
              />
            </div>
          ))}
          {problem && (
            <Callout tone="late" live>
              {problem}
            </Callout>
          )}
          <Button
            type="submit"
            variant="secondary"
            pending={pending}
            disabled={changed.length === 0}
          >
            {t("saveCapacities")}
          </Button>
        </form>
      </CardBody>
    </Card>
  );
}
