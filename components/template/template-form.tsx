"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { TIMES } from "@/components/cohort/due-date-fields";
import { useIssueText } from "@/components/cohort/issue-text";
import { useCommand } from "@/components/review/use-command";
import { StageIcon } from "@/components/stage/stage-icon";
import { ActionBar } from "@/components/ui/action-bar";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { ErrorSummary } from "@/components/ui/error-summary";
import { controlProps, FieldFoot } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
import { TextareaField, TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { ASSIGNMENT_BOUNDS, STAGE_KINDS, type StageKind } from "@/lib/assignment/model";
import type { FieldIssue } from "@/lib/document/issue";
import type { Refusal } from "@/lib/platform/result";
import { saveTemplateAction } from "@/lib/template/actions";
import { templateIssues } from "@/lib/template/due-dates";
import {
  eachStage,
  FIRST_STAGES,
  TEMPLATE_BOUNDS,
  type TemplateRow,
  templatesPath,
} from "@/lib/template/model";

/** A stage as it is being written: numbers may be half typed. */
interface Written {
  day: string;
  time: string;
  closeDay: string;
}

const fieldId = (path: string) => `template-${path.replace(".", "-")}`;

/** Makes or changes a template. Needs the messages of `templates`, `stage`, `issues` and `refusals`. */
export function TemplateForm({
  centerId,
  as,
  row,
}: {
  centerId: string;
  as: "new" | "edit" | "copy";
  row: TemplateRow | null;
}) {
  const t = useTranslations("templates");
  const s = useTranslations("stage");
  const refusals = useTranslations("refusals");
  const issueText = useIssueText();
  const locale = useLocale();
  const router = useRouter();
  const { run, pending } = useCommand(saveTemplateAction);
  const [name, setName] = useState(
    row ? (as === "copy" ? t("copyName", { name: row.name }) : row.name) : "",
  );
  const [instructions, setInstructions] = useState(row?.instructions ?? "");
  const [stages, setStages] = useState(() =>
    eachStage((kind): Written => {
      const { day, time, closeDay } = (row?.stages ?? FIRST_STAGES)[kind];
      return { day: String(day), time, closeDay: closeDay === null ? "" : String(closeDay) };
    }),
  );
  const [problems, setProblems] = useState<Partial<Record<string, string>>>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const mend = (field: string) => setProblems(({ [field]: _, ...others }) => others);
  const change = (kind: StageKind, part: Partial<Written>) => {
    setStages((before) => ({ ...before, [kind]: { ...before[kind], ...part } }));
    mend(`stages.${kind}`);
  };
  const blame = (issues: readonly FieldIssue[]) => {
    // What the server says of a part of a stage belongs to that stage.
    const path = (of: string) =>
      of
        .split(".")
        .slice(0, of.startsWith("stages.") ? 2 : 1)
        .join(".");
    setProblems(Object.fromEntries(issues.map((issue) => [path(issue.path), issueText(issue)])));
    setAttempt((count) => count + 1);
  };

  const save = async () => {
    setRefusal(null);
    const number = (written: string) => (written.trim() === "" ? Number.NaN : Number(written));
    const meant = eachStage((kind) => {
      const { day, time, closeDay } = stages[kind];
      return {
        day: number(day),
        time,
        closeDay: closeDay.trim() === "" ? null : number(closeDay),
      };
    });
    const found = templateIssues(meant);
    if (name.trim() === "") found.unshift({ path: "name", code: "required" });
    if (found.length > 0) return blame(found);
    setProblems({});
    const result = await run({
      centerId,
      templateId: as === "edit" ? (row?.id ?? null) : null,
      basedOn: as === "edit" ? (row?.version ?? null) : null,
      name,
      instructions,
      stages: meant,
    });
    if (result.ok) {
      toast(t("saved"), { tone: "good", along: true });
      return router.push(templatesPath(centerId));
    }
    if (result.reason === "no_answer" || result.reason === "outdated") {
      return setRefusal(t("noAnswer"));
    }
    const { issues, reason } = result as Refusal;
    if (issues?.length) return blame(issues);
    setRefusal(reason === "conflict" ? t("conflict") : refusals(reason));
  };

  const nameOf = (path: string) => {
    const kind = STAGE_KINDS.find((one) => path === `stages.${one}`);
    if (kind) return t("form.fieldDue", { stage: s(`kind.${kind}`) });
    return t(path === "instructions" ? "instructions" : "name");
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className="grid gap-5">
        <ErrorSummary
          issues={Object.entries(problems).map(([path, message]) => ({
            id: fieldId(path),
            message: `${nameOf(path)}: ${message}`,
          }))}
          attempt={attempt}
        />
        <Card as="section">
          <CardHeader title={t(`form.${as}`)} />
          <CardBody className="grid gap-4">
            <TextField
              id={fieldId("name")}
              name="name"
              label={t("name")}
              hint={t("form.nameHint")}
              value={name}
              lengths={TEMPLATE_BOUNDS.name}
              error={problems.name}
              onChange={(event) => {
                setName(event.target.value);
                mend("name");
              }}
            />
            <TextareaField
              id={fieldId("instructions")}
              name="instructions"
              label={t("form.instructions")}
              optional
              rows={5}
              value={instructions}
              lengths={{ max: ASSIGNMENT_BOUNDS.instructions.max }}
              error={problems.instructions}
              onChange={(event) => {
                setInstructions(event.target.value);
                mend("instructions");
              }}
            />
          </CardBody>
        </Card>
        <Card as="section">
          <CardHeader title={t("form.dates")} />
          <CardBody className="grid gap-4">
            <p className="text-sm text-ink-3">{t("form.datesHint")}</p>
            {STAGE_KINDS.map((kind) => {
              const stage = s(`kind.${kind}`);
              const id = fieldId(`stages.${kind}`);
              const error = problems[`stages.${kind}`];
              const control = controlProps(id, { error });
              const { day, time, closeDay } = stages[kind];
              return (
                <fieldset key={kind} data-stage={kind} className="grid min-w-0 gap-1.5">
                  <legend className="sr-only">{stage}</legend>
                  <span
                    aria-hidden="true"
                    className="flex items-center gap-2 text-md font-semibold"
                  >
                    <StageIcon kind={kind} size={16} className="text-hue" />
                    {stage}
                  </span>
                  <div className="grid grid-cols-2 items-end gap-2 sm:grid-cols-3">
                    <label className="grid min-w-0 gap-1 text-sm text-ink-2" htmlFor={id}>
                      {t("form.dayShort")}
                      <Input
                        {...control}
                        type="number"
                        inputMode="numeric"
                        name={`${kind}-day`}
                        aria-label={t("form.day", { stage })}
                        min={TEMPLATE_BOUNDS.day.min}
                        max={TEMPLATE_BOUNDS.day.max}
                        step={1}
                        value={day}
                        onChange={(event) => change(kind, { day: event.target.value })}
                      />
                    </label>
                    <label className="grid min-w-0 gap-1 text-sm text-ink-2" htmlFor={`${id}-time`}>
                      {t("form.timeShort")}
                      <Select
                        {...control}
                        id={`${id}-time`}
                        name={`${kind}-time`}
                        aria-label={t("form.time", { stage })}
                        value={time}
                        onChange={(event) => change(kind, { time: event.target.value })}
                      >
                        {(TIMES.includes(time) ? TIMES : [...TIMES, time]).map((one) => (
                          <option key={one} value={one}>
                            {one.replace(":", locale === "id" ? "." : ":")}
                          </option>
                        ))}
                      </Select>
                    </label>
                    <label
                      className="grid min-w-0 gap-1 text-sm text-ink-2 max-sm:col-span-2"
                      htmlFor={`${id}-closes`}
                    >
                      {t("form.closesShort")}
                      <Input
                        {...control}
                        id={`${id}-closes`}
                        type="number"
                        inputMode="numeric"
                        name={`${kind}-closes`}
                        aria-label={t("form.closes", { stage })}
                        min={TEMPLATE_BOUNDS.day.min}
                        step={1}
                        value={closeDay}
                        onChange={(event) => change(kind, { closeDay: event.target.value })}
                      />
                    </label>
                  </div>
                  <FieldFoot id={id} error={error} />
                </fieldset>
              );
            })}
          </CardBody>
        </Card>
        {refusal && (
          <Callout tone="late" live>
            {refusal}
          </Callout>
        )}
      </div>
      <ActionBar>
        <Button variant="secondary" href={templatesPath(centerId)}>
          {t("form.back")}
        </Button>
        <Button type="submit" pending={pending}>
          {t("form.save")}
        </Button>
      </ActionBar>
    </form>
  );
}
