import { describe, expect, it } from "vitest";
import type { DeviceDraft } from "@/components/document/device-draft";
import {
  type AnyStageForm,
  type GatePolicy,
  STAGE_KINDS,
  type StageKind,
  type StageState,
} from "@/lib/assignment/model";
import type { FieldPack } from "@/lib/field/model";
import {
  exampleEvaluation,
  exampleEvaluationContext,
  exampleObstaclesContext,
  examplePlanContext,
  exampleSolutionsContext,
} from "@/tests/support/documents";
import { overlay, stageKey } from "./overlay";

const at = "2018-08-07T02:00:00.000Z";
const evaluation = exampleEvaluationContext();
const CONTEXTS = {
  EVALUATE: evaluation,
  OBSTACLES: { ...exampleObstaclesContext(), evaluation: { evidence: [], scores: [] } },
  SOLUTION: exampleSolutionsContext(),
  PLAN: examplePlanContext(),
};

function packOf(gate: GatePolicy, states: Partial<Record<StageKind, StageState>> = {}): FieldPack {
  const stateOf = (kind: StageKind) =>
    states[kind] ?? (kind === "EVALUATE" ? ("OPEN" as const) : ("LOCKED" as const));
  const stages = STAGE_KINDS.map((kind) => ({ kind, state: stateOf(kind), paused: false }));
  const canOf = (kind: StageKind) => {
    const writes = stateOf(kind) === "OPEN" || stateOf(kind) === "RETURNED";
    return { save: writes, submit: writes, withdraw: false, comment: false };
  };
  const task = {
    assignmentId: "a",
    gate,
    next: { kind: "BEGIN", stage: "EVALUATE" },
    stages: stages.map((stage) => ({
      ...stage,
      dueAt: at,
      late: false,
      version: 1,
      begun: false,
      can: canOf(stage.kind),
    })),
  };
  const forms = STAGE_KINDS.map((kind) => ({
    assignmentId: "a",
    stage: kind,
    state: stateOf(kind),
    paused: false,
    cancelled: false,
    closed: false,
    version: 1,
    document: kind === "EVALUATE" ? { scores: [], evidence: [] } : {},
    context: CONTEXTS[kind],
    can: canOf(kind),
    gate,
    stages,
  }));
  return {
    tasks: { tasks: [task] },
    details: [task],
    forms,
  } as unknown as FieldPack;
}

const queued = (document: object, more: Partial<DeviceDraft> = {}): DeviceDraft => ({
  basedOn: 1,
  document,
  base: {},
  intent: "submit",
  attempt: null,
  changedAt: at,
  received: null,
  problem: null,
  ...more,
});

const formOf = (pack: FieldPack, kind: StageKind): AnyStageForm => {
  const form = pack.forms.find(({ stage }) => stage === kind);
  if (!form) throw new Error(kind);
  return form;
};

describe("the pack with what was done on the device", () => {
  it("is as the server said while nothing was done", () => {
    const pack = overlay(packOf("ON_SUBMISSION"), new Map());
    expect(pack.forms.map(({ state }) => state)).toEqual(["OPEN", "LOCKED", "LOCKED", "LOCKED"]);
    expect(formOf(pack, "OBSTACLES").can.save).toBe(false);
    expect(pack.tasks.tasks[0]?.next).toEqual({ kind: "BEGIN", stage: "EVALUATE" });
  });

  it("opens the next stage behind one that waits to be sent, on what that one says", () => {
    const written = exampleEvaluation(evaluation);
    const drafts = new Map([[stageKey("a", "EVALUATE"), queued(written)]]);
    const pack = overlay(packOf("ON_SUBMISSION"), drafts);
    const next = formOf(pack, "OBSTACLES");
    expect(next.can.save).toBe(true);
    expect(next.state).toBe("OPEN");
    expect(next.stage === "OBSTACLES" && next.context.evaluation.evidence).toHaveLength(
      written.evidence.length,
    );
    expect(formOf(pack, "SOLUTION").can.save).toBe(false);
    expect(pack.tasks.tasks[0]?.next).toEqual({ kind: "BEGIN", stage: "OBSTACLES" });
  });

  it("lets a stage be prepared under an approval gate without calling it the next one", () => {
    const drafts = new Map([[stageKey("a", "EVALUATE"), queued(exampleEvaluation(evaluation))]]);
    const pack = overlay(packOf("ON_APPROVAL"), drafts);
    expect(formOf(pack, "OBSTACLES").can.save).toBe(true);
    expect(pack.tasks.tasks[0]?.next).toEqual({ kind: "WAIT", stage: "EVALUATE" });
  });

  it("does not open anything behind a draft", () => {
    const drafts = new Map([
      [stageKey("a", "EVALUATE"), queued(exampleEvaluation(evaluation), { intent: "save" })],
    ]);
    const pack = overlay(packOf("ON_SUBMISSION"), drafts);
    expect(formOf(pack, "OBSTACLES").can.save).toBe(false);
    expect(formOf(pack, "EVALUATE").can.save).toBe(true);
  });

  it("knows what the server has acknowledged since", () => {
    const received = { at, submitted: true };
    const drafts = new Map([
      [stageKey("a", "EVALUATE"), queued(exampleEvaluation(evaluation), { basedOn: 2, received })],
    ]);
    const pack = overlay(packOf("ON_SUBMISSION"), drafts);
    expect(formOf(pack, "EVALUATE")).toMatchObject({
      state: "SUBMITTED",
      version: 2,
      can: { save: false, withdraw: true },
    });
  });

  it.each<[string, object]>([
    ["without parts that it has now", { obstacles: [{ id: "o", title: "Lama" }] }],
    ["with parts that it has no more", { obstacles: [{ id: "o", title: "Lama", old: { a: 1 } }] }],
    ["in an impossible shape", { obstacles: "none" }],
  ])("reads what an older form wrote %s", (_, written) => {
    const received = { at, submitted: false };
    const states = { EVALUATE: "APPROVED", OBSTACLES: "OPEN" } as const;
    for (const draft of [
      queued(written, { basedOn: 2, received }),
      queued(written, { base: written, intent: "save" }),
      queued(written, { base: written }),
    ]) {
      const drafts = new Map([[stageKey("a", "OBSTACLES"), draft]]);
      const pack = overlay(packOf("ON_SUBMISSION", states), drafts);
      const form = formOf(pack, "OBSTACLES");
      for (const obstacle of form.stage === "OBSTACLES" ? form.document.obstacles : []) {
        expect(obstacle.apkl.actual).toBeNull();
        expect(obstacle.causes).toEqual([]);
        expect(obstacle).not.toHaveProperty("old");
      }
      // A stage behind it is drawn too.
      expect(formOf(pack, "SOLUTION").document).toHaveProperty("groups");
    }
  });

  it("leaves the word to the server where it spoke later", () => {
    const received = { at, submitted: true };
    const drafts = new Map([[stageKey("a", "EVALUATE"), queued({}, { basedOn: 0, received })]]);
    const pack = overlay(packOf("ON_SUBMISSION", { EVALUATE: "RETURNED" }), drafts);
    expect(formOf(pack, "EVALUATE")).toMatchObject({ state: "RETURNED", can: { save: true } });
  });

  it("lays what was begun before another device wrote on what that one wrote, so that both are seen", () => {
    const base = { summary: "Dari dulu." };
    const began = queued({ summary: "Dari sini." }, { basedOn: 0, base, intent: "save" });
    const pack = packOf("ON_SUBMISSION");
    const evaluate = formOf(pack, "EVALUATE");
    evaluate.document = { ...exampleEvaluation(evaluation), summary: "Dari laptop." };
    const { version, document } = formOf(
      overlay(pack, new Map([[stageKey("a", "EVALUATE"), began]])),
      "EVALUATE",
    );
    // Never the newer version with the older text: what is based on it would take the laptop's away.
    expect({ version, document }).toMatchObject({
      version: 1,
      document: { summary: "Dari laptop." },
    });
  });
});
