import { EvaluationView } from "@/components/evaluation/evaluation-view";
import { ObstaclesView } from "@/components/obstacle/obstacles-view";
import { PlanView } from "@/components/plan/plan-view";
import type { ViewExtras } from "@/components/revision/mark";
import { SolutionsView } from "@/components/solution/solutions-view";
import type { Reading } from "@/lib/review/model";
import type { GradeBand } from "@/lib/rubric/model";

/** The frozen document, by the view of its stage. */
export function RevisionReading({
  reading,
  bands,
  extras,
}: {
  reading: Reading;
  bands: readonly GradeBand[];
  extras: ViewExtras;
}) {
  switch (reading.kind) {
    case "EVALUATE":
      return (
        <EvaluationView
          document={reading.document}
          context={reading.context}
          bands={bands}
          files={reading.files}
          {...extras}
        />
      );
    case "OBSTACLES":
      return <ObstaclesView document={reading.document} context={reading.context} {...extras} />;
    case "SOLUTION":
      return <SolutionsView document={reading.document} context={reading.context} {...extras} />;
    case "PLAN":
      return <PlanView document={reading.document} context={reading.context} {...extras} />;
  }
}
