import type { ReviewDto } from "@/lib/review/model";
import type { RubricDefinition } from "@/lib/rubric/model";

/** The rubric whose criteria name rows of the document. */
export function rubricOf({ reading }: ReviewDto): RubricDefinition | undefined {
  switch (reading?.kind) {
    case "EVALUATE":
    case "OBSTACLES":
      return reading.context.rubric;
    case "PLAN":
      return reading.context.transferRubric;
    default:
      return undefined;
  }
}
