"use client";

import dynamic from "next/dynamic";
import type { AnyStageForm } from "@/lib/assignment/model";

// Each stage brings its own fields and checks; a page loads those of its stage and no others.
const EvaluationForm = dynamic(() =>
  import("@/components/evaluation/evaluation-form").then((module) => module.EvaluationForm),
);
const ObstaclesForm = dynamic(() =>
  import("@/components/obstacle/obstacles-form").then((module) => module.ObstaclesForm),
);
const SolutionsForm = dynamic(() =>
  import("@/components/solution/solutions-form").then((module) => module.SolutionsForm),
);
const PlanForm = dynamic(() =>
  import("@/components/plan/plan-form").then((module) => module.PlanForm),
);

/** The form of one stage, whichever it is. */
export function StageFormScreen({ dto }: { dto: AnyStageForm }) {
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
