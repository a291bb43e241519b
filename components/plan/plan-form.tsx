"use client";

import type { StageFormDto } from "@/lib/assignment/model";

/** Stands in until the fields of this stage are written. */
export function PlanForm(_: { dto: StageFormDto<"PLAN"> }) {
  return null;
}
