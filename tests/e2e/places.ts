import type { Role } from "./fixtures";

type Rows = <Row extends object>(sql: string, values?: unknown[]) => Promise<Row[]>;

/** The addresses of the demo, by whom they are for. */
export interface Place {
  path: string;
  /** Who may open it; for everybody else it does not exist. */
  for: readonly Role[];
  /** It leads on to another page at once, which is weighed at its own address. */
  leadsOn?: true;
  /** It looks alike to all of them, but for what stands around it. */
  alike?: true;
}

export const EVERYBODY: readonly Role[] = ["staff", "facilitator", "participant"];

/** Every page of the workspace, with ids of the founding cohort. */
export async function places(rows: Rows): Promise<Place[]> {
  const [cohort] = await rows<{ id: string }>("SELECT id FROM cohorts WHERE is_demo");
  const [innovation] = await rows<{ id: string; region: string; unit: string; award: string }>(
    "SELECT id, host_region_id AS region, host_unit_id AS unit, (SELECT a.id FROM awards a WHERE a.host_region_id = i.host_region_id AND a.center_id IS NULL ORDER BY a.year, a.name LIMIT 1) AS award FROM innovations i WHERE center_id IS NULL ORDER BY code",
  );
  // Peserta 01's own assignment, whose facilitator is fasilitator1.
  const [assignment] = await rows<{ id: string }>(
    `SELECT a.id FROM assignments a
     JOIN enrolments e ON e.id = a.enrolment_id
     JOIN people p ON p.id = e.person_id
     WHERE p.email = 'peserta01@lokus.test' AND a.cancelled_at IS NULL
     ORDER BY a.created_at, a.id`,
  );
  // What fasilitator1 rates a second time.
  const [second] = await rows<{ id: string }>(
    `SELECT s.assignment_id AS id FROM second_ratings s
     JOIN enrolments e ON e.id = s.rater_id JOIN people p ON p.id = e.person_id
     WHERE p.email = 'fasilitator1@lokus.test'`,
  );
  const [session] = await rows<{ id: string }>(
    "SELECT id FROM agenda_sessions ORDER BY day, starts_minute, id",
  );
  const [center] = await rows<{ id: string }>("SELECT center_id AS id FROM cohorts WHERE is_demo");
  const [rubric] = await rows<{ id: string; version: string }>(
    `SELECT r.id, v.id AS version FROM rubrics r JOIN rubric_versions v ON v.rubric_id = r.id
     WHERE r.code = 'kipp-2021' AND r.center_id IS NULL ORDER BY v.number DESC`,
  );
  const [person] = await rows<{ id: string }>(
    "SELECT id FROM people WHERE email = 'peserta02@lokus.test'",
  );
  const [agency] = await rows<{ id: string }>(
    "SELECT id FROM agencies WHERE center_id IS NULL ORDER BY name",
  );
  const [enrolment] = await rows<{ id: string }>(
    `SELECT e.id FROM enrolments e JOIN cohorts c ON c.id = e.cohort_id
     WHERE c.is_demo AND e.role = 'PARTICIPANT' ORDER BY e.roster_number`,
  );
  if (
    !agency ||
    !enrolment ||
    !person ||
    !center ||
    !rubric ||
    !cohort ||
    !innovation ||
    !assignment ||
    !second
  )
    throw new Error("the demo is not as expected");
  if (!session) throw new Error("the demo has no agenda");
  const stages = ["evaluate", "obstacles", "solution", "plan"];
  return [
    { path: "/account", for: EVERYBODY },
    { path: "/account/data", for: EVERYBODY, alike: true },
    { path: "/help", for: EVERYBODY },
    { path: "/notifications", for: EVERYBODY, alike: true },
    { path: "/innovations", for: EVERYBODY, alike: true },
    { path: "/search?q=data", for: EVERYBODY, alike: true },
    { path: `/innovations/${innovation.id}`, for: EVERYBODY, alike: true },
    { path: `/hosts/${innovation.region}`, for: EVERYBODY, alike: true },
    { path: `/units/${innovation.unit}`, for: EVERYBODY, alike: true },
    { path: `/awards/${innovation.award}`, for: EVERYBODY, alike: true },
    { path: "/tasks", for: EVERYBODY },
    { path: `/tasks/${assignment.id}`, for: ["participant"] },
    ...stages.map(
      (stage): Place => ({ path: `/tasks/${assignment.id}/${stage}`, for: ["participant"] }),
    ),
    { path: `/tasks/${assignment.id}/chain`, for: ["participant"] },
    { path: `/reviews/${assignment.id}/chain`, for: ["staff", "facilitator"], alike: true },
    { path: "/reviews", for: ["facilitator"] },
    { path: "/reviews/second", for: ["facilitator"] },
    { path: "/reviews/sheets", for: ["facilitator"] },
    { path: `/reviews/${assignment.id}/evaluate`, for: ["staff", "facilitator"], alike: true },
    { path: `/reviews/${second.id}/second`, for: ["facilitator"] },
    { path: `/office/${center.id}`, for: ["staff"] },
    { path: `/office/${center.id}/audit`, for: ["staff"] },
    { path: `/office/${center.id}/cohorts`, for: ["staff"] },
    { path: `/office/${center.id}/rubrics`, for: ["staff"] },
    { path: `/office/${center.id}/rubrics/${rubric.id}`, for: ["staff"] },
    { path: `/office/${center.id}/rubrics/new?from=${rubric.version}`, for: ["staff"] },
    {
      path: `/office/${center.id}/rubrics/compare?left=${rubric.version}&right=${rubric.version}`,
      for: ["staff"],
    },
    { path: `/office/${center.id}/agencies`, for: ["staff"] },
    { path: `/office/${center.id}/agencies/${agency.id}`, for: ["staff"] },
    { path: `/office/${center.id}/units`, for: ["staff"] },
    { path: `/office/${center.id}/awards`, for: ["staff"] },
    { path: `/office/${center.id}/hosts`, for: ["staff"] },
    { path: `/office/${center.id}/hosts/${innovation.region}`, for: ["staff"] },
    { path: `/office/${center.id}/innovations/new`, for: ["staff"] },
    { path: `/office/${center.id}/import/agencies`, for: ["staff"] },
    { path: `/office/${center.id}/import/awards`, for: ["staff"] },
    { path: "/cohorts", for: ["staff"] },
    { path: "/cohorts/new", for: ["staff"] },
    { path: "/cohorts/new?from=nothing", for: ["staff"] },
    { path: `/cohorts/${cohort.id}`, for: ["staff"] },
    { path: `/cohorts/${cohort.id}/analysis`, for: ["staff"] },
    { path: `/cohorts/${cohort.id}/progress`, for: ["staff"] },
    { path: `/cohorts/${cohort.id}/grades`, for: ["staff"] },
    { path: `/cohorts/${cohort.id}/fairness`, for: ["staff"] },
    { path: `/cohorts/${cohort.id}/findings`, for: ["staff"] },
    { path: `/cohorts/${cohort.id}/feedback`, for: ["staff"] },
    { path: `/cohorts/${cohort.id}/setup`, for: ["staff"] },
    { path: `/cohorts/${cohort.id}/visit`, for: ["staff"] },
    { path: `/cohorts/${cohort.id}/visit?view=list&edit=${session.id}`, for: ["staff"] },
    { path: "/visit", for: EVERYBODY },
    { path: `/attendance/${session.id}`, for: ["staff", "facilitator"], alike: true },
    { path: `/attendance/${session.id}/screen`, for: ["staff", "facilitator"], alike: true },
    { path: `/attend/${session.id}/x`, for: EVERYBODY, alike: true },
    { path: `/office/${center.id}/people`, for: ["staff"] },
    { path: `/office/${center.id}/people/${person.id}`, for: ["staff"] },
    { path: `/office/${center.id}/people/${person.id}/merge`, for: ["staff"] },
    { path: `/office/${center.id}/mail`, for: ["staff"] },
    { path: `/office/${center.id}/privacy`, for: ["staff"] },
    { path: `/office/${center.id}/templates`, for: ["staff"] },
    { path: `/office/${center.id}/templates?new=1`, for: ["staff"] },
    { path: `/cohorts/${cohort.id}/people`, for: ["staff"] },
    { path: `/cohorts/${cohort.id}/projector`, for: ["staff"] },
    { path: `/cohorts/${cohort.id}/archive`, for: ["staff"] },
    { path: `/cohorts/${cohort.id}/views`, for: ["staff"] },
    { path: `/cohorts/${cohort.id}/agency-links`, for: ["staff"] },
    { path: `/cohorts/${cohort.id}/work`, for: ["staff"] },
    { path: `/cohorts/${cohort.id}/obstacles`, for: ["staff"] },
    { path: `/cohorts/${cohort.id}/roster`, for: ["staff"] },
    { path: `/cohorts/${cohort.id}/roster/import`, for: ["staff"] },
    { path: `/cohorts/${cohort.id}/roster/new`, for: ["staff"] },
    { path: `/cohorts/${cohort.id}/roster/${enrolment.id}`, for: ["staff"] },
    { path: `/cohorts/${cohort.id}/assign`, for: ["staff", "facilitator"], alike: true },
    { path: `/cohorts/${cohort.id}/extend`, for: ["staff", "facilitator"], alike: true },
    { path: `/cohorts/${cohort.id}/nudge`, for: ["staff", "facilitator"], alike: true },
    { path: `/cohorts/${cohort.id}/allocation?propose=1`, for: ["staff"] },
    { path: `/cohorts/${cohort.id}/allocation/history`, for: ["staff"] },
  ];
}
