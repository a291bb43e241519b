import { STAGE_KINDS, type StageKind } from "@/lib/assignment/model";
import { previousStage } from "@/lib/assignment/workflow";
import type { FieldIssue } from "@/lib/document/issue";

/** A training takes months: whatever lies further ahead is a slip of the keyboard. Days. */
export const DUE_WITHIN_DAYS = 3 * 366;

/** By what due dates are judged: the clock, and when the cohort's first visit begins, if it has one. */
export interface DueLimits {
  now: Date;
  visitFrom: Date | null;
}

/** What is wrong with one due date: it lies ahead, within three years, and not before the visit. */
export function dueDateIssue(due: Date | null, limits: DueLimits): Omit<FieldIssue, "path"> | null {
  if (!due) return { code: "required" };
  const { now, visitFrom } = limits;
  if (due <= now) return { code: "due_in_past" };
  if (due.getTime() - now.getTime() > DUE_WITHIN_DAYS * 86_400_000) {
    return { code: "due_too_far", params: { max: 3 } };
  }
  return visitFrom && due < visitFrom ? { code: "due_before_visit" } : null;
}

/**
 * What is wrong with the due dates of new assignments, at `dueAt.<stage>`: each is given, lies
 * ahead, within three years, not before the visit, and not before that of the stage before it. Form
 * and server ask the same.
 */
export function dueDateIssues(
  dueAt: Readonly<Record<StageKind, Date | null>>,
  limits: DueLimits,
): FieldIssue[] {
  return STAGE_KINDS.flatMap((kind): FieldIssue[] => {
    const path = `dueAt.${kind}`;
    const due = dueAt[kind];
    const issue = dueDateIssue(due, limits);
    if (!due || issue) return [{ path, ...(issue ?? { code: "required" }) }];
    const before = previousStage(kind);
    const previous = before && dueAt[before];
    return previous && due < previous ? [{ path, code: "due_before_previous" }] : [];
  });
}
