import { type NextStep, STAGE_KINDS, type StageDto } from "@/lib/assignment/model";

/**
 * The one thing that a participant does next in an assignment. What was returned comes first,
 * whatever else is open: the later stages wait for it.
 *
 * @param ended the assignment was cancelled, or its cohort closed
 */
export function nextStep(
  stages: readonly Pick<StageDto, "kind" | "state" | "begun">[],
  ended: { cancelled: boolean; closed: boolean },
): NextStep {
  if (ended.cancelled) return { kind: "CANCELLED" };
  if (ended.closed) {
    return { kind: stages.every(({ state }) => state === "APPROVED") ? "DONE" : "CLOSED" };
  }
  const ordered = STAGE_KINDS.flatMap((kind) => stages.filter((stage) => stage.kind === kind));
  const returned = ordered.find(({ state }) => state === "RETURNED");
  if (returned) return { kind: "FIX", stage: returned.kind };
  const open = ordered.find(({ state }) => state === "OPEN");
  if (open) return { kind: open.begun ? "CONTINUE" : "BEGIN", stage: open.kind };
  const waiting = ordered.find(({ state }) => state === "SUBMITTED");
  if (waiting) return { kind: "WAIT", stage: waiting.kind };
  return { kind: "DONE" };
}

const URGENCY: Record<NextStep["kind"], number> = {
  FIX: 0,
  CONTINUE: 1,
  BEGIN: 1,
  WAIT: 2,
  DONE: 3,
  CLOSED: 4,
  CANCELLED: 5,
};

/** What needs the participant first: returned, then by due date of what is open, then the rest. */
export function byUrgency(
  a: { next: NextStep; stages: readonly StageDto[] },
  b: { next: NextStep; stages: readonly StageDto[] },
): number {
  return URGENCY[a.next.kind] - URGENCY[b.next.kind] || dueOf(a) - dueOf(b);
}

function dueOf({ next, stages }: { next: NextStep; stages: readonly StageDto[] }): number {
  if (!("stage" in next)) return 0;
  const stage = stages.find(({ kind }) => kind === next.stage);
  return stage ? new Date(stage.dueAt).getTime() : 0;
}
