"use client";

import { EvaluationForm } from "@/components/evaluation/evaluation-form";
import { ObstaclesForm } from "@/components/obstacle/obstacles-form";
import { PlanForm } from "@/components/plan/plan-form";
import { SolutionsForm } from "@/components/solution/solutions-form";
import type { AnyStageForm } from "@/lib/assignment/model";

/** The form of any stage, all of them at hand: without signal nothing more can be loaded. */
export function FieldForm({ dto }: { dto: AnyStageForm }) {
  switch (dto.stage) {
    case "EVALUATE":
      return <EvaluationForm dto={dto} />;
    case "OBSTACLES":
      return <ObstaclesForm dto={dto} />;
    case "SOLUTION":
      return <SolutionsForm dto={dto} />;
    case "PLAN":
      return <PlanForm dto={dto} />;
  }
}
