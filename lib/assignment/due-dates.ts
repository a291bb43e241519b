import { STAGE_KINDS, type StageKind } from "@/lib/assignment/model";
import { previousStage } from "@/lib/assignment/workflow";
import type { FieldIssue } from "@/lib/document/issue";

/** A training takes months: whatever lies further ahead is a slip of the keyboard. Days. */
export const DUE_WITHIN_DAYS = 3 * 366;

/**
 * What is wrong with the due dates of new assignments, at `dueAt.<stage>`: each is given, lies
 * ahead, within three years, and is not before that of the stage before it. Form and server ask the same.
 */
export function dueDateIssues(
  dueAt: Readonly<Record<StageKind, Date | null>>,
  now: Date,
): FieldIssue[] {
  return STAGE_KINDS.flatMap((kind): FieldIssue[] => {
    const path = `dueAt.${kind}`;
    const due = dueAt[kind];
    if (!due) return [{ path, code: "required" }];
    if (due <= now) return [{ path, code: "due_in_past" }];
    if (due.getTime() - now.getTime() > DUE_WITHIN_DAYS * 86_400_000) {
      return [{ path, code: "due_too_far", params: { max: 3 } }];
    }
    const before = previousStage(kind);
    const previous = before && dueAt[before];
    return previous && due < previous ? [{ path, code: "due_before_previous" }] : [];
  });
}
