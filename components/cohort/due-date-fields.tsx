"use client";

import { useTranslations } from "next-intl";
import { StageIcon } from "@/components/stage/stage-icon";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { controlProps, FieldFoot } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { STAGE_KINDS, type StageKind } from "@/lib/assignment/model";
import type { DueDates } from "@/lib/cohort/due-dates";
import { type LocalTime, zoneName } from "@/lib/platform/zoned-time";

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
  onChange: (kind: StageKind, value: LocalTime) => void;
}) {
  const t = useTranslations("assign.due");
  const s = useTranslations("stage");
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
          const change = (part: Partial<LocalTime>) => onChange(kind, { ...due[kind], ...part });
          return (
            <fieldset key={kind} data-stage={kind} className="grid min-w-0 gap-1.5">
              <legend className="sr-only">{stage}</legend>
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
                <span
                  aria-hidden="true"
                  className="flex w-24 flex-none items-center gap-2 text-md font-semibold"
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
                    className="min-w-36 flex-3"
                  />
                  <Input
                    {...control}
                    id={`${id}-time`}
                    type="time"
                    name={`${kind}-time`}
                    aria-label={t("time", { stage })}
                    value={due[kind].time}
                    onChange={(event) => change({ time: event.target.value.slice(0, 5) })}
                    className="min-w-24 flex-2"
                  />
                </div>
              </div>
              <FieldFoot id={id} error={error} />
            </fieldset>
          );
        })}
      </CardBody>
    </Card>
  );
}
