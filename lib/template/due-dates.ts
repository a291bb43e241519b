import { ASSIGNMENT_BOUNDS, STAGE_KINDS } from "@/lib/assignment/model";
import { previousStage } from "@/lib/assignment/workflow";
import type { DueDates, DueTime } from "@/lib/cohort/due-dates";
import { moveOn } from "@/lib/cohort/due-dates";
import type { FieldIssue } from "@/lib/document/issue";
import { addDays } from "@/lib/platform/zoned-time";
import {
  eachStage,
  TEMPLATE_BOUNDS,
  type TemplateStage,
  type TemplateStages,
} from "@/lib/template/model";

/**
 * What is wrong with the dates of a template, at `stages.<stage>`: none lies before the visit, none
 * before that of the stage before it, and none after its own hard close. Form and server ask the same.
 */
export function templateIssues(stages: TemplateStages): FieldIssue[] {
  return STAGE_KINDS.flatMap((kind): FieldIssue[] => {
    const issue = stageIssue(stages[kind]);
    const before = previousStage(kind);
    if (issue) return [{ path: `stages.${kind}`, ...issue }];
    return before && isBefore(stages[kind], stages[before])
      ? [{ path: `stages.${kind}`, code: "due_before_previous" }]
      : [];
  });
}

function stageIssue({ day, closeDay }: TemplateStage): Omit<FieldIssue, "path"> | null {
  const { min, max } = TEMPLATE_BOUNDS.day;
  if (!Number.isInteger(day) || (closeDay !== null && !Number.isInteger(closeDay))) {
    return { code: "not_an_integer" };
  }
  if (day < min) return { code: "due_before_visit" };
  if (day > max) return { code: "too_big", params: { max } };
  if (closeDay === null) return null;
  if (closeDay < day) return { code: "due_after_close" };
  const latest = day + ASSIGNMENT_BOUNDS.closesAfterDays.max;
  return closeDay > latest ? { code: "too_big", params: { max: latest } } : null;
}

function isBefore(one: TemplateStage, other: TemplateStage): boolean {
  return one.day < other.day || (one.day === other.day && one.time < other.time);
}

/**
 * When work is due that is given by a template. Where the first of the dates is over or today, all move
 * on together, like what a cohort keeps as its defaults.
 *
 * @param firstDay of the cohort's first visit, YYYY-MM-DD
 */
export function datesOf(
  stages: TemplateStages,
  firstDay: string,
  now: Date,
  timeZone: string,
): DueDates {
  const dates = eachStage((kind): DueTime => {
    const { day, time, closeDay } = stages[kind];
    return {
      date: addDays(firstDay, day),
      time,
      ...(closeDay === null ? {} : { closesAfterDays: closeDay - day }),
    };
  });
  return moveOn(dates, now, timeZone);
}
