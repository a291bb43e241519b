import { describe, expect, it } from "vitest";
import type { DeviceDraft } from "@/components/document/device-draft";
import { STAGE_KINDS } from "@/lib/assignment/model";
import { stageDefinition } from "@/lib/document/registry";
import type { FieldPack } from "@/lib/field/model";
import {
  exampleEvaluation,
  exampleEvaluationContext,
  exampleObstacles,
  exampleObstaclesContext,
  examplePlanContext,
  exampleSolutionsContext,
} from "@/tests/support/documents";
import { stageKey } from "./overlay";
import { ownChain } from "./own-chain";

const contexts = {
  EVALUATE: exampleEvaluationContext(),
  OBSTACLES: exampleObstaclesContext(),
  SOLUTION: exampleSolutionsContext(),
  PLAN: examplePlanContext(),
};
const pack = {
  person: { id: "p", name: "Peserta" },
  details: [
    {
      assignmentId: "a",
      timeZone: "Asia/Jakarta",
      innovation: { code: "SATU", name: "Inovasi", owner: "Dinas" },
      stages: STAGE_KINDS.map((kind) => ({ kind, begun: kind === "EVALUATE" })),
    },
  ],
  forms: STAGE_KINDS.map((stage) => ({
    assignmentId: "a",
    stage,
    context: contexts[stage],
    document:
      stage === "EVALUATE"
        ? exampleEvaluation(contexts.EVALUATE)
        : stageDefinition(stage).empty(contexts[stage] as never),
  })),
} as unknown as FieldPack;

const unsent = (document: object): DeviceDraft => ({
  basedOn: 1,
  document,
  base: {},
  intent: "save",
  attempt: null,
  changedAt: "2018-08-07T02:00:00.000Z",
  received: null,
  problem: null,
});

describe("the chain without signal", () => {
  it("is drawn from what the pack has and what was written on the device since", () => {
    const before = ownChain(pack, new Map(), "a");
    expect(before?.empty).toEqual(["OBSTACLES", "SOLUTION", "PLAN"]);
    expect(before?.links.some(({ kind }) => kind === "score")).toBe(true);
    const drafts = new Map([[stageKey("a", "OBSTACLES"), unsent(exampleObstacles())]]);
    const chain = ownChain(pack, drafts, "a");
    expect(chain?.empty).toEqual(["SOLUTION", "PLAN"]);
    const obstacles = exampleObstacles().obstacles.map(({ id }) => `obstacle.${id}`);
    const linked = chain?.links.filter(({ kind }) => kind === "obstacle").map(({ id }) => id);
    expect(linked?.length).toBeGreaterThan(0);
    expect(obstacles).toEqual(expect.arrayContaining(linked ?? []));
  });

  it("stands without what cannot be read, and is none for what is not on the device", () => {
    const drafts = new Map([[stageKey("a", "OBSTACLES"), unsent({ obstacles: "none" })]]);
    expect(ownChain(pack, drafts, "a")?.links.some(({ kind }) => kind === "score")).toBe(true);
    expect(ownChain(pack, drafts, "b")).toBeNull();
  });

  it("says of a draft on the server that it is of an older form, until something newer lies here", () => {
    const forms = pack.forms.map((form) =>
      form.stage === "EVALUATE" ? { ...form, unreadable: { scores: "lama" } } : form,
    );
    const older = { ...pack, forms } as FieldPack;
    const chain = ownChain(older, new Map(), "a");
    expect(chain).toMatchObject({ older: ["EVALUATE"], links: [] });
    expect(chain?.empty).not.toContain("EVALUATE");
    const written = unsent(exampleEvaluation(contexts.EVALUATE));
    const now = ownChain(older, new Map([[stageKey("a", "EVALUATE"), written]]), "a");
    expect(now?.older).toEqual([]);
    expect(now?.links.some(({ kind }) => kind === "score")).toBe(true);
  });
});
