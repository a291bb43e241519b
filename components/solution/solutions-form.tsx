"use client";

import type { StageFormDto } from "@/lib/assignment/model";

/** Stands in until the fields of this stage are written. */
export function SolutionsForm(_: { dto: StageFormDto<"SOLUTION"> }) {
  return null;
}
