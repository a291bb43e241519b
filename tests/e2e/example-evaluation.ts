import type { Evaluation } from "@/lib/evaluation/model";
import { exampleEvaluation, exampleRubric } from "../support/documents";

type Rows = <Row extends object>(sql: string, values?: unknown[]) => Promise<Row[]>;

/** An example's criteria, under the ids that they have in the database. */
export function withIds<Criterion extends { id: string }>(
  examples: readonly Criterion[],
  found: readonly { id: string }[],
): Criterion[] {
  return found.map(({ id }, index) => ({ ...(examples[index] ?? examples[0]), id }) as Criterion);
}

/** The criteria of a version of a rubric, in their order. */
export function criteriaOf(rows: Rows, rubricVersionId: string): Promise<{ id: string }[]> {
  return rows("SELECT id FROM criteria WHERE rubric_version_id = $1 ORDER BY sort_order", [
    rubricVersionId,
  ]);
}

/** An evaluation that may be sent for this work, of the first day of its visit. */
export async function evaluationFor(rows: Rows, assignmentId: string): Promise<Evaluation> {
  const [task] = await rows<{ rubric: string; day: string }>(
    `SELECT a.evaluation_rubric_id AS rubric, to_char(v.starts_on, 'YYYY-MM-DD') AS day
     FROM assignments a JOIN visits v ON v.cohort_id = a.cohort_id WHERE a.id = $1`,
    [assignmentId],
  );
  if (!task) throw new Error("there is no such work");
  const rubric = exampleRubric();
  const criteria = withIds(rubric.criteria, await criteriaOf(rows, task.rubric));
  return exampleEvaluation({
    innovationId: "",
    rubric: { ...rubric, criteria },
    visit: { startsOn: task.day, endsOn: task.day, mode: "ONSITE" },
    today: task.day,
  });
}
