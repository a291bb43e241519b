import { STAGE_KINDS, type StageKind, stageIndex } from "@/lib/assignment/model";
import { previousStage } from "@/lib/assignment/workflow";
import type { WorkScore } from "@/lib/review/schema";
import { partialDocument } from "./compose/partial";
import { weaken } from "./compose/weaknesses";
import { REMARKS, REOPEN_REASONS, RETURN_CLOSINGS, WORK_NOTES } from "./content/review";
import type { Play } from "./play";

/**
 * What can happen to an assignment, as short stories of real commands. The demo is cast from them,
 * and tests begin from where they end.
 */

/** A half-written draft of an open stage. */
export async function beginDraft(play: Play, stage: StageKind): Promise<void> {
  const draft = partialDocument(stage, play.documents, play.random);
  await play.saveDraft(stage, draft, play.when(stage, "begin"));
}

/** Hands an open stage in, complete, now and then after a draft. */
export async function submit(
  play: Play,
  stage: StageKind,
  options: { round?: number; claimedAt?: Date } = {},
): Promise<void> {
  const { round = 1, claimedAt } = options;
  if (round === 1 && play.random.chance(0.4)) await beginDraft(play, stage);
  await play.submit(stage, play.documents[stage], play.when(stage, "submit", round), claimedAt);
}

/** Hands in a revision with weak places, and has it sent back with reasons tied to them. */
export async function submitAndReturn(
  play: Play,
  stage: StageKind,
  options: { round?: number; weaknesses?: number } = {},
): Promise<void> {
  const { round = 1, weaknesses = 1 } = options;
  if (round === 1 && play.random.chance(0.4)) await beginDraft(play, stage);
  const weak = weaken(stage, play.documents[stage], weaknesses, play.random);
  await play.submit(stage, weak.document, play.when(stage, "submit", round));
  const closing = { fieldPath: null, text: play.random.pick(RETURN_CLOSINGS) };
  const reasons = play.random.chance(0.6) ? [...weak.reasons, closing] : weak.reasons;
  await play.sendBack(stage, reasons, play.when(stage, "decide", round));
}

/** A remark of the facilitator on what was handed in, sometimes answered. */
export async function remark(play: Play, stage: StageKind, at: Date): Promise<void> {
  const possible = REMARKS[stage].filter(
    ({ field }) => field === null || isThere(play.documents[stage], field),
  );
  if (possible.length === 0) return;
  const { field, texts, replies } = play.random.pick(possible);
  const { random } = play;
  await play.comment(stage, "facilitator", { field, text: random.pick(texts) }, at);
  if (replies && random.chance(0.6)) {
    const answer = { field, text: random.pick(replies) };
    await play.comment(stage, "participant", answer, play.after(9));
  }
}

/** Approves what waits; the plan's approval brings the scores of the participant's work. */
export async function approve(play: Play, stage: StageKind, round = 1): Promise<void> {
  const at = play.when(stage, "decide", round);
  if (play.random.chance(0.25)) await remark(play, stage, at);
  if (stage === "PLAN") await play.assess(workScores(play), at);
  await play.approve(stage, at);
}

/** Brings an assignment to where this stage is approved, through every stage before it. */
export async function approveThrough(play: Play, stage: StageKind): Promise<void> {
  for (const kind of STAGE_KINDS.slice(0, stageIndex(stage) + 1)) {
    const stumbles = play.random.chance(0.15);
    if (stumbles) {
      await submitAndReturn(play, kind);
      await submit(play, kind, { round: 2 });
      await approve(play, kind, 2);
    } else {
      await submit(play, kind);
      await approve(play, kind);
    }
  }
}

/** Brings an assignment to where this stage is open and untouched. */
export async function openStage(play: Play, stage: StageKind): Promise<void> {
  const before = previousStage(stage);
  if (before) await approveThrough(play, before);
}

/** The stories that the demo is cast from, each about one stage. */
export const STORIES = {
  /** Open, nothing written. */
  open: (play: Play, stage: StageKind) => openStage(play, stage),

  /** Open, half written. */
  draft: async (play: Play, stage: StageKind) => {
    await openStage(play, stage);
    await beginDraft(play, stage);
  },

  /** Handed in and waiting; the facilitator may have begun to read. */
  submitted: async (play: Play, stage: StageKind) => {
    await openStage(play, stage);
    await submit(play, stage);
    if (play.random.chance(0.25)) await remark(play, stage, play.after(25));
    if (stage === "PLAN" && play.random.chance(0.5)) {
      await play.assess(workScores(play).map(halfScored), play.after(12));
    }
  },

  /** Handed in after the due date, in time by the device's own clock. */
  claimed: async (play: Play, stage: StageKind) => {
    await openStage(play, stage);
    const at = play.when(stage, "submit");
    await submit(play, stage, { claimedAt: new Date(at.getTime() - 5 * 3_600_000) });
  },

  /** Taken back before anybody began to read. */
  withdrawn: async (play: Play, stage: StageKind) => {
    await openStage(play, stage);
    const { document } = weaken(stage, play.documents[stage], 1, play.random);
    await play.submit(stage, document, play.when(stage, "submit"));
    await play.withdraw(stage, play.after(18));
    await play.saveDraft(stage, play.documents[stage], play.after(11));
  },

  /** Sent back with reasons; some have begun to mend it. */
  returned: async (play: Play, stage: StageKind) => {
    await openStage(play, stage);
    await submitAndReturn(play, stage, { weaknesses: play.random.int(1, 2) });
    if (play.random.chance(0.4)) {
      const half = weaken(stage, play.documents[stage], 1, play.random);
      await play.saveDraft(stage, half.document, play.after(40));
    }
  },

  /** Sent back, mended, and waiting again. */
  resubmitted: async (play: Play, stage: StageKind) => {
    await openStage(play, stage);
    await submitAndReturn(play, stage);
    await submit(play, stage, { round: 2 });
  },

  /** Sent back twice; the third revision waits. */
  third: async (play: Play, stage: StageKind) => {
    await openStage(play, stage);
    await submitAndReturn(play, stage, { weaknesses: 2 });
    await submitAndReturn(play, stage, { round: 2 });
    await submit(play, stage, { round: 3 });
  },

  /** Approved, with everything before it; of the last stage, all there is. */
  approved: (play: Play, stage: StageKind) => approveThrough(play, stage),

  /** Approved, then reopened when two later stages were under way, which pause with their contents. */
  reopened: async (play: Play, stage: StageKind) => {
    const next = STAGE_KINDS[stageIndex(stage) + 1] ?? stage;
    const last = STAGE_KINDS[stageIndex(stage) + 2];
    await approveThrough(play, next);
    if (last) await beginDraft(play, last);
    const { general, field, path } = REOPEN_REASONS[stage];
    const reasons = [
      { fieldPath: null, text: general },
      { fieldPath: isThere(play.documents[stage], path) ? path : null, text: field },
    ];
    await play.reopen(stage, reasons, play.after(35));
  },
} as const;

export type Story = keyof typeof STORIES;

/** Scores of the participant's work, with notes that go with them. */
export function workScores({ cast, random }: Play): WorkScore[] {
  const level = random.int(78, 92);
  return cast.workRubric.criteria.map(({ id, code }) => {
    const value = Math.min(97, level + random.int(-5, 5));
    const notes = WORK_NOTES[code];
    const wordings = value >= 84 ? notes?.good : notes?.fair;
    return { criterionId: id, value, note: wordings ? random.pick(wordings) : "" };
  });
}

function halfScored(score: WorkScore, index: number): WorkScore {
  return index < 2 ? score : { ...score, value: null, note: "" };
}

/** Whether a document has a place; what a remark points at must exist. */
function isThere(document: unknown, path: string): boolean {
  let place: unknown = document;
  for (const segment of path.split(".")) {
    if (typeof place !== "object" || place === null) return false;
    place = (place as Record<string, unknown>)[segment];
  }
  return place !== undefined && place !== "";
}
