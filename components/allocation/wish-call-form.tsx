"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { DayField } from "@/components/cohort/day-field";
import { TIMES } from "@/components/cohort/due-date-fields";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { SelectField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { type LocalTime, zoneName } from "@/lib/platform/zoned-time";
import { askWishesAction } from "@/lib/wish/actions";
import { useAllocationCommand } from "./use-allocation-command";

/** Whether participants are asked for their choices, until when, and who has not answered yet. */
export function WishCallForm({
  cohortId,
  timeZone,
  asked,
  proposed,
  silent,
  people,
  ended,
}: {
  cohortId: string;
  timeZone: string;
  /** Until when, in words; null where nobody is asked. */
  asked: string | null;
  /** What the form begins with. */
  proposed: LocalTime;
  /** Names of those who have not answered. */
  silent: readonly string[];
  people: number;
  ended: boolean;
}) {
  const t = useTranslations("allocation.call");
  const locale = useLocale();
  const { send, pending, problem } = useAllocationCommand(askWishesAction);
  const [until, setUntil] = useState(proposed);
  const ask = async (to: LocalTime | null) => {
    if ((await send({ cohortId, until: to })) === undefined) return;
    toast(t(to ? "asking" : "stopped"), { tone: "good" });
  };
  return (
    <Card as="section">
      <CardHeader title={t("title")} />
      <CardBody className="grid gap-3">
        <p className="text-md">{asked ? t("asked", { until: asked }) : t("notAsked")}</p>
        {asked && (
          <details className="text-md">
            <summary className="flex min-h-8 cursor-pointer items-center touch:min-h-12">
              {t("silent", { count: silent.length, people })}
            </summary>
            <ul className="grid gap-1 pt-1.5 pl-4">
              {silent.map((name, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name
                <li key={at} className="wrap-anywhere">
                  {name}
                </li>
              ))}
            </ul>
          </details>
        )}
        {!ended && (
          <form
            noValidate
            className="grid gap-3"
            onSubmit={(event) => {
              event.preventDefault();
              void ask(until);
            }}
          >
            <DayField
              id="wishes-day"
              label={t("day")}
              hint={t("hint", { zone: zoneName(timeZone) })}
              value={until.date}
              onChange={(date) => setUntil({ ...until, date })}
            />
            <SelectField
              id="wishes-time"
              name="wishes-time"
              label={t("time")}
              value={until.time}
              onChange={({ target }) => setUntil({ ...until, time: target.value })}
            >
              {(TIMES.includes(until.time) ? TIMES : [...TIMES, until.time].sort()).map((time) => (
                <option key={time} value={time}>
                  {time.replace(":", locale === "id" ? "." : ":")}
                </option>
              ))}
            </SelectField>
            {problem && (
              <Callout tone="late" live>
                {problem}
              </Callout>
            )}
            <div className="flex flex-wrap gap-2">
              <Button type="submit" variant="secondary" pending={pending}>
                {t(asked ? "move" : "ask")}
              </Button>
              {asked && (
                <Button variant="ghost" disabled={pending} onClick={() => void ask(null)}>
                  {t("stop")}
                </Button>
              )}
            </div>
          </form>
        )}
      </CardBody>
    </Card>
  );
}
