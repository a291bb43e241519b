import { randomUUID } from "node:crypto";
import { type APIRequestContext, expect, type Page } from "@playwright/test";
import type { Evaluation } from "@/lib/evaluation/model";
import { evaluationFor } from "./example-evaluation";

/** Work that is made for one test, by the same commands as everybody's, so that nothing else depends on it. */

type Rows = <Row extends object>(sql: string, values?: unknown[]) => Promise<Row[]>;
type Means = { rows: Rows; signedIn(login: string): Promise<Page> };

export type GivenWork = {
  id: string;
  person: string;
  /** The participant's browser. */
  page: Page;
  /** A whole evaluation, as one could be sent; it lies on the server as a draft. */
  evaluation: Evaluation;
  /** The version of its stage. */
  version: number;
};

async function command<Value>(
  { request }: { request: APIRequestContext },
  type: string,
  payload: object,
): Promise<Value> {
  const answer = await request.post("/api/commands", {
    data: { commandId: randomUUID(), type, payload },
  });
  const result = (await answer.json()) as { ok: boolean; value: Value };
  expect(result, type).toMatchObject({ ok: true });
  return result.value;
}

/** Staff give a participant an innovation that this one does not have yet, due in a week. */
export async function giveWork({ rows, signedIn }: Means, email: string): Promise<GivenWork> {
  const [who] = await rows<{ enrolment: string; person: string; cohort: string; due: string }>(
    `SELECT e.id AS enrolment, e.person_id AS person, e.cohort_id AS cohort,
            to_char((now() + interval '7 days') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS due
       FROM enrolments e JOIN people p ON p.id = e.person_id JOIN cohorts c ON c.id = e.cohort_id
      WHERE p.email = $1 AND c.is_demo AND e.role = 'PARTICIPANT' AND c.state = 'RUNNING'`,
    [email],
  );
  if (!who) throw new Error(`${email} is in no running cohort`);
  const [free] = await rows<{ id: string }>(
    `SELECT i.id FROM innovations i WHERE i.center_id IS NULL AND i.archived_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.enrolment_id = $1 AND a.innovation_id = i.id)
      ORDER BY i.code LIMIT 1`,
    [who.enrolment],
  );
  const { created } = await command<{ created: string[] }>(
    await signedIn("staf@lokus.test"),
    "CREATE_ASSIGNMENTS",
    {
      cohortId: who.cohort,
      enrolmentIds: [who.enrolment],
      innovationIds: [free?.id],
      dueAt: { EVALUATE: who.due, OBSTACLES: who.due, SOLUTION: who.due, PLAN: who.due },
      instructions: "",
    },
  );
  const id = created[0] ?? "";
  const evaluation = await evaluationFor(rows, id);
  const page = await signedIn(email);
  const { version } = await command<{ version: number }>(page, "SAVE_DRAFT", {
    assignmentId: id,
    stage: "EVALUATE",
    basedOn: 0,
    document: evaluation,
  });
  return { id, person: who.person, page, evaluation, version };
}

/** The same, sent once and sent back with these reasons. */
export async function giveReturnedWork(
  means: Means,
  email: string,
  reasons: readonly { fieldPath: string | null; text: string }[],
): Promise<GivenWork> {
  const work = await giveWork(means, email);
  const stage = { assignmentId: work.id, stage: "EVALUATE" };
  const sent = await command<{ version: number; revisionId: string }>(work.page, "SUBMIT", {
    ...stage,
    basedOn: work.version,
    document: work.evaluation,
  });
  const [reviewer] = await means.rows<{ email: string }>(
    `SELECT p.email FROM assignments a JOIN enrolments e ON e.id = a.enrolment_id
       JOIN enrolments f ON f.id = e.facilitator_id JOIN people p ON p.id = f.person_id
      WHERE a.id = $1`,
    [work.id],
  );
  await command(await means.signedIn(reviewer?.email ?? ""), "RETURN", {
    ...stage,
    basedOn: sent.version,
    revisionId: sent.revisionId,
    reasons,
  });
  return work;
}

/** As if the evaluation had been due at this moment. */
export async function dueNow(rows: Rows, { id }: GivenWork, before: string): Promise<void> {
  await rows(`BEGIN;
    ALTER TABLE stages DISABLE TRIGGER stages_dates;
    UPDATE stages SET due_at = now() - interval '${before}'
      WHERE assignment_id = '${id}' AND kind = 'EVALUATE';
    SET CONSTRAINTS ALL IMMEDIATE;
    ALTER TABLE stages ENABLE TRIGGER stages_dates;
    COMMIT`);
}
