"use client";

import { useLocale, useTranslations } from "next-intl";
import { StageIcon } from "@/components/stage/stage-icon";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { controlProps, FieldFoot } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
import { STAGE_KINDS, type StageKind } from "@/lib/assignment/model";
import type { DueDates, DueTime } from "@/lib/cohort/due-dates";
import { useFormat } from "@/lib/i18n/use-format";
import { toInstant, zoneName } from "@/lib/platform/zoned-time";

/**
 * Times to choose from: every quarter of an hour, and the last minute of the day. A list, because
 * the browser's own field counts hours as its language does, and many of those twice to twelve.
 */
export const TIMES = [
  ...Array.from({ length: 96 }, (_, quarter) => {
    const hour = String(Math.floor(quarter / 4)).padStart(2, "0");
    return `${hour}:${String((quarter % 4) * 15).padStart(2, "0")}`;
  }),
  "23:59",
];

/** Days after the due date to choose from, with one that is kept already. */
function closeSteps(kept: number | undefined): number[] {
  const steps = [0, 1, 2, 3, 5, 7, 14, 30];
  return kept === undefined || steps.includes(kept)
    ? steps
    : [...steps, kept].sort((a, b) => a - b);
}

/** Day and time of each stage's due date, on the clocks of the cohort's zone. */
export function DueDateFields({
  due,
  timeZone,
  problems,
  onChange,
}: {
  due: DueDates;
  timeZone: string;
  /** By `dueAt.<stage>`, in words. */
  problems: Partial<Record<string, string>>;
  onChange: (kind: StageKind, value: DueTime) => void;
}) {
  const t = useTranslations("assign.due");
  const s = useTranslations("stage");
  const locale = useLocale();
  const format = useFormat(timeZone);
  return (
    <Card as="section">
      <CardHeader title={t("title")} />
      <CardBody className="grid gap-3.5">
        <p className="text-sm text-ink-3">{t("hint", { zone: zoneName(timeZone) })}</p>
        {STAGE_KINDS.map((kind) => {
          const stage = s(`kind.${kind}`);
          const id = `assign-dueAt.${kind}`;
          const error = problems[`dueAt.${kind}`];
          const control = controlProps(id, { error });
          const at = toInstant(due[kind], timeZone);
          const change = (part: Partial<DueTime>) => onChange(kind, { ...due[kind], ...part });
          return (
            <fieldset key={kind} data-stage={kind} className="grid min-w-0 gap-1.5">
              <legend className="sr-only">{stage}</legend>
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
                <span
                  aria-hidden="true"
                  className="flex w-full flex-none items-center gap-2 text-md font-semibold sm:w-24"
                >
                  <StageIcon kind={kind} size={16} className="text-hue" />
                  {stage}
                </span>
                <div className="flex min-w-0 flex-1 gap-2">
                  <Input
                    {...control}
                    type="date"
                    name={`${kind}-date`}
                    aria-label={t("date", { stage })}
                    value={due[kind].date}
                    onChange={(event) => change({ date: event.target.value })}
                    className="min-w-0 flex-3"
                  />
                  <Select
                    {...control}
                    id={`${id}-time`}
                    name={`${kind}-time`}
                    aria-label={t("time", { stage })}
                    value={due[kind].time}
                    onChange={(event) => change({ time: event.target.value })}
                    className="min-w-24 flex-2"
                  >
                    {TIMES.map((time) => (
                      <option key={time} value={time}>
                        {time.replace(":", locale === "id" ? "." : ":")}
                      </option>
                    ))}
                  </Select>
                </div>
              </div>
              <div className="flex sm:pl-27">
                <Select
                  id={`${id}-closes`}
                  name={`${kind}-closes`}
                  aria-label={t("closes", { stage })}
                  value={due[kind].closesAfterDays ?? ""}
                  onChange={(event) =>
                    change({
                      closesAfterDays:
                        event.target.value === "" ? undefined : Number(event.target.value),
                    })
                  }
                >
                  <option value="">{t("closesNever")}</option>
                  {closeSteps(due[kind].closesAfterDays).map((days) => (
                    <option key={days} value={days}>
                      {t("closesAfter", { days })}
                    </option>
                  ))}
                </Select>
              </div>
              {at && !error && (
                // Browsers write days in their own language; here it stands in the reader's.
                <p className="text-sm text-ink-3 sm:pl-27">
                  {format.dateLong(at)}, {format.time(at)}
                </p>
              )}
              <FieldFoot id={id} error={error} />
            </fieldset>
          );
        })}
      </CardBody>
    </Card>
  );
}
