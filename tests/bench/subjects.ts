import { withClient } from "@/lib/setup/roles";

/** Who asks in a measurement, and for what: the same in every database that holds the demo. */
export interface Subjects {
  staffId: string;
  centerId: string;
  cohortId: string;
  facilitatorId: string;
  /** A submission that waits for the facilitator. */
  review: { assignmentId: string; stage: string };
  /** Participants with something to write, each with an assignment of their own. */
  writers: Writer[];
  /** Participants whose submission can still be withdrawn. */
  submitters: Writer[];
}

export interface Writer {
  personId: string;
  assignmentId: string;
  stage: string;
  version: number;
  document: object;
}

const PEOPLE = { staff: "staf@lokus.test", facilitator: "fasilitator1@lokus.test" };

/** @param ownerUrl the owner's connection to a database with the demo */
export async function findSubjects(ownerUrl: string, writers: number): Promise<Subjects> {
  return withClient(ownerUrl, async (client) => {
    const one = async <Row extends object>(statement: string, values: unknown[] = []) => {
      const { rows } = await client.query<Row>(statement, values);
      if (!rows[0]) throw new Error("the demo is not as it was");
      return rows[0];
    };
    const person = (email: string) =>
      one<{ id: string }>("SELECT id FROM people WHERE email = $1", [email]);
    const staff = await person(PEOPLE.staff);
    const facilitator = await person(PEOPLE.facilitator);
    const cohort = await one<{ id: string; centerId: string }>(
      `SELECT id, center_id AS "centerId" FROM cohorts WHERE is_demo ORDER BY char_length(name), name`,
    );
    const review = await one<{ assignmentId: string; stage: string }>(
      `SELECT s.assignment_id AS "assignmentId", s.kind AS stage
       FROM stages s JOIN assignments a ON a.id = s.assignment_id AND a.cancelled_at IS NULL
       JOIN enrolments e ON e.id = a.enrolment_id JOIN enrolments f ON f.id = e.facilitator_id
       WHERE f.person_id = $1 AND s.state = 'SUBMITTED' ORDER BY s.submitted_at, s.id`,
      [facilitator.id],
    );
    const writing = await client.query<Writer>(
      `SELECT DISTINCT ON (e.person_id) e.person_id AS "personId", s.assignment_id AS "assignmentId",
         s.kind AS stage, s.version, s.draft AS document
       FROM stages s JOIN assignments a ON a.id = s.assignment_id AND a.cancelled_at IS NULL
       JOIN enrolments e ON e.id = a.enrolment_id
       WHERE a.cohort_id = $1 AND s.state IN ('OPEN', 'RETURNED') AND s.draft IS NOT NULL
       ORDER BY e.person_id, s.id LIMIT $2`,
      [cohort.id, writers],
    );
    const submitted = await client.query<Writer>(
      `SELECT DISTINCT ON (e.person_id) e.person_id AS "personId", s.assignment_id AS "assignmentId",
         s.kind AS stage, s.version, r.content AS document
       FROM stages s JOIN revisions r ON r.id = s.latest_revision_id
       JOIN assignments a ON a.id = s.assignment_id AND a.cancelled_at IS NULL
       JOIN enrolments e ON e.id = a.enrolment_id
       WHERE a.cohort_id = $1 AND s.state = 'SUBMITTED' AND s.review_begun_at IS NULL
       ORDER BY e.person_id, s.id LIMIT $2`,
      [cohort.id, writers],
    );
    if (writing.rows.length < writers || submitted.rows.length < writers) {
      throw new Error(`the demo has fewer than ${writers} who write, or who have submitted`);
    }
    return {
      staffId: staff.id,
      centerId: cohort.centerId,
      cohortId: cohort.id,
      facilitatorId: facilitator.id,
      review,
      writers: writing.rows,
      submitters: submitted.rows,
    };
  });
}
