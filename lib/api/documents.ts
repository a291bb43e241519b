import type { StageKind } from "@/lib/assignment/model";
import { type JsonShape, shapeOf } from "@/lib/document/fields";
import { stageDefinition } from "@/lib/document/registry";
import type { RubricDefinition } from "@/lib/rubric/model";

/**
 * The shape of each stage's document whatever the cohort. The bounds of scores are those of the
 * widest scale; which criteria, obstacles and solutions there are says the assignment's context.
 */
export function documentShapes(): Record<StageKind, JsonShape> {
  const today = "2000-01-01";
  return {
    EVALUATE: draftShape("EVALUATE", {
      innovationId: "",
      rubric: widestRubric,
      visit: { startsOn: today, endsOn: today, mode: "ONSITE" },
      today,
    }),
    OBSTACLES: draftShape("OBSTACLES", {
      rubric: widestRubric,
      evaluation: { evidence: [], scores: [] },
    }),
    SOLUTION: draftShape("SOLUTION", { obstacles: [], innovations: [] }),
    PLAN: draftShape("PLAN", {
      solutions: [],
      participant: { fullName: "", idNumber: null, agencyId: "", workUnit: "" },
      agencies: [],
      transferRubric: widestRubric,
      takenAcronyms: [],
      today,
    }),
  };
}

function draftShape<Kind extends StageKind>(
  kind: Kind,
  context: Parameters<ReturnType<typeof stageDefinition<Kind>>["schema"]>[1],
): JsonShape {
  const { schema } = stageDefinition(kind) as {
    schema: (mode: "draft", context: unknown) => object;
  };
  return shapeOf(schema("draft", context)) ?? {};
}

/** Forty criteria, the most that a rubric may have, on a scale from 0 to 100. */
const widestRubric: RubricDefinition = {
  id: "",
  code: "any",
  version: 1,
  scale: { kind: "SCALE_0_100", min: 0, max: 100, step: 1 },
  weighting: { kind: "PERCENT" },
  criteria: Array.from({ length: 40 }, (_, index) => ({
    id: String(index),
    code: String(index),
    label: { id: "", en: "" },
    definition: { id: "", en: "" },
    weight: 0,
    reverse: false,
    mandatory: false,
    levels: [],
  })),
};
