import { type StageKind, type StageState, stageIndex } from "@/lib/assignment/model";
import type { FieldIssue } from "@/lib/document/issue";
import type { CloseChoice } from "@/lib/extension/model";

export interface ExtendableStage {
  id: string;
  kind: StageKind;
  state: StageState;
  dueAt: Date;
  hardCloseAt: Date | null;
}

/** How the dates of one stage move. */
export interface StageMove {
  stageId: string;
  kind: StageKind;
  assignmentId: string;
  dueFrom: Date;
  dueTo: Date;
  closeFrom: Date | null;
  closeTo: Date | null;
}

export interface ExtensionPlan {
  moves: StageMove[];
  /** Assignments of which the stage moves. */
  extended: string[];
  /** How many have it due as late already, or later: an extension never shortens. */
  later: number;
  /** How many have sent it: there is nothing left to give time for. */
  sent: number;
}

/**
 * What an extension would do to some assignments, or why it would do nothing or wrong. Pure.
 *
 * @param assignments with all four stages each
 */
export function planExtension(
  assignments: readonly { id: string; stages: readonly ExtendableStage[] }[],
  asked: { stage: StageKind; dueAt: Date; closes: CloseChoice; following: boolean },
): { plan: ExtensionPlan; issues: FieldIssue[] } {
  const plan: ExtensionPlan = { moves: [], extended: [], later: 0, sent: 0 };
  let crowded = false;
  for (const { id, stages } of assignments) {
    const stage = stages.find(({ kind }) => kind === asked.stage);
    if (!stage) continue;
    if (stage.state === "SUBMITTED" || stage.state === "APPROVED") {
      plan.sent += 1;
      continue;
    }
    const shift = asked.dueAt.getTime() - stage.dueAt.getTime();
    if (shift <= 0) {
      plan.later += 1;
      continue;
    }
    plan.extended.push(id);
    plan.moves.push(moved(id, stage, shift, asked.closes === "LIFT"));
    // Before a stage was sent, those after it are locked: nobody has sent them either.
    const after = stages.filter(({ kind }) => stageIndex(kind) > stageIndex(asked.stage));
    if (asked.following) plan.moves.push(...after.map((each) => moved(id, each, shift, false)));
    else if (after.some(({ dueAt }) => dueAt < asked.dueAt)) crowded = true;
  }
  return { plan, issues: issuesOf(plan, assignments.length, crowded) };
}

function issuesOf(plan: ExtensionPlan, asked: number, crowded: boolean): FieldIssue[] {
  if (asked === 0) return [{ path: "whom", code: "nobody_to_extend" }];
  if (crowded) return [{ path: "dueAt", code: "due_after_next" }];
  if (plan.extended.length > 0) return [];
  return plan.later > 0
    ? [{ path: "dueAt", code: "due_not_later" }]
    : [{ path: "whom", code: "all_sent" }];
}

function moved(
  assignmentId: string,
  { id, kind, dueAt, hardCloseAt }: ExtendableStage,
  shift: number,
  lifted: boolean,
): StageMove {
  const on = (date: Date) => new Date(date.getTime() + shift);
  return {
    stageId: id,
    kind,
    assignmentId,
    dueFrom: dueAt,
    dueTo: on(dueAt),
    closeFrom: hardCloseAt,
    closeTo: hardCloseAt && !lifted ? on(hardCloseAt) : null,
  };
}
