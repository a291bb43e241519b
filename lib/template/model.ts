import { STAGE_KINDS, type StageKind } from "@/lib/assignment/model";
import { officePath } from "@/lib/center/model";

/** What a centre asks of participants again and again, under a name, with dates counted from the visit. */

export const TEMPLATE_BOUNDS = {
  name: { min: 3, max: 120 },
  /** Days after the first day of the visit. */
  day: { min: 0, max: 365 },
  /** Of one centre. */
  most: 100,
} as const;

/** When a stage is due, counted from the first day of the visit on the cohort's clocks. */
export interface TemplateStage {
  /** Days after the first day of the visit; 0 is that day. */
  day: number;
  /** HH:MM */
  time: string;
  /**
   * The day, counted likewise, on which the stage closes for good at the same time of day; null: late
   * work is taken.
   */
  closeDay: number | null;
}

export type TemplateStages = Record<StageKind, TemplateStage>;

/** A template with all that is needed to give work by it. */
export interface AssignmentTemplate {
  id: string;
  name: string;
  instructions: string;
  stages: TemplateStages;
}

/** The same as the office shows it. */
export interface TemplateRow extends AssignmentTemplate {
  version: number;
}

/** What a new template begins with: as a visit of a few days is followed up customarily. */
export const FIRST_STAGES: TemplateStages = {
  EVALUATE: { day: 1, time: "17:00", closeDay: null },
  OBSTACLES: { day: 2, time: "17:00", closeDay: null },
  SOLUTION: { day: 5, time: "17:00", closeDay: null },
  PLAN: { day: 9, time: "17:00", closeDay: null },
};

/** Something of each stage. */
export function eachStage<Value>(of: (stage: StageKind) => Value): Record<StageKind, Value> {
  return Object.fromEntries(STAGE_KINDS.map((stage) => [stage, of(stage)])) as Record<
    StageKind,
    Value
  >;
}

/** The list of templates, or the form for one: new, changed, or new as a copy of another. */
export function templatesPath(
  centerId: string,
  form?: { edit: string } | { copy: string } | "new",
): string {
  const path = officePath(centerId, "templates");
  if (!form) return path;
  return `${path}?${new URLSearchParams(form === "new" ? { new: "1" } : form)}`;
}
