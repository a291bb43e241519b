import type { Db } from "@/lib/platform/db";
import type { World } from "@/tests/support/world";

/**
 * A cohort of any size, in every state at once, made by a few statements: commands would take
 * minutes for 540 participants. The database's own triggers judge each step all the same.
 *
 * By its number, each assignment is somewhere else on the way (see STEPS); some are late, some
 * cancelled; some participants have two assignments, some none, some no group or facilitator.
 */
export interface BusyCohort {
  cohortId: string;
  participants: number;
}

/** Participant n has no assignment when n % 13 = 12, a second one when n % 5 = 0. */
export async function createBusyCohort(
  db: Db,
  world: Pick<World, "cohortId">,
  participants: number,
  now: Date,
): Promise<BusyCohort> {
  const { id: cohortId } = await db.cohort.create({
    data: {
      ...(await db.cohort.findUniqueOrThrow({
        where: { id: world.cohortId },
        select: {
          centerId: true,
          program: true,
          startsOn: true,
          endsOn: true,
          timeZone: true,
          gatePolicy: true,
          state: true,
          evaluationRubricId: true,
          transferRubricId: true,
          workRubricId: true,
        },
      })),
      gradeBands: [{ label: { id: "Semua", en: "All" }, min: 0 }],
      name: `Angkatan ${participants} peserta`,
    },
    select: { id: true },
  });
  await db.$transaction(
    async (tx) => {
      const run = (statement: string, ...values: unknown[]) =>
        tx.$executeRawUnsafe(statement, ...values);

      await run(
        `INSERT INTO visits (id, cohort_id, host_region_id, mode, starts_on, ends_on)
         SELECT gen_random_uuid(), $1::uuid, host_region_id, mode, starts_on, ends_on
         FROM visits WHERE cohort_id = $2::uuid`,
        cohortId,
        world.cohortId,
      );
      // Four agencies of their own beside those of the world.
      await run(
        `INSERT INTO agencies (id, center_id, name, short_name, type)
         SELECT gen_random_uuid(), c.center_id, 'Instansi ' || n || ' ' || c.id, 'INS ' || n, 'MINISTRY'
         FROM cohorts c, generate_series(1, 4) n WHERE c.id = $1::uuid`,
        cohortId,
      );
      await run(
        `INSERT INTO groups (id, cohort_id, name, sort_order)
         SELECT gen_random_uuid(), $1::uuid, 'Kelompok ' || n, n
         FROM generate_series(1, greatest(1, $2::int / 9)) n`,
        cohortId,
        participants,
      );
      await run(
        `WITH new AS (
           SELECT gen_random_uuid() AS id, role, n
           FROM (SELECT 'FACILITATOR' AS role, generate_series(1, greatest(1, $2::int / 9)) AS n
                 UNION ALL SELECT 'PARTICIPANT', generate_series(1, $2::int)) x
         ), made AS (
           INSERT INTO people (id, display_name, updated_at)
           SELECT id, initcap(role) || ' ' || n, now() FROM new
         )
         INSERT INTO enrolments (id, cohort_id, person_id, role, full_name, agency_id, work_unit, position, roster_number)
         SELECT gen_random_uuid(), $1::uuid, id, role::"EnrolmentRole",
                CASE WHEN role = 'FACILITATOR' THEN 'Fasilitator ' ELSE 'Peserta ' END || lpad(n::text, 3, '0')
                  || CASE WHEN n % 10 = 7 THEN ' Raden Ajeng Kusumaningrum Hadiningrat Notonegoro, S.Sos., M.Si.' ELSE '' END,
                (SELECT a.id FROM agencies a WHERE a.name LIKE 'Instansi ' || (n % 4 + 1) || ' ' || $1),
                'Seksi ' || n, 'Kepala Seksi', n
         FROM new`,
        cohortId,
        participants,
      );
      await run(
        `UPDATE enrolments e SET
           group_id = (SELECT g.id FROM groups g WHERE g.cohort_id = e.cohort_id AND e.roster_number % 11 <> 10
                       AND g.sort_order = 1 + (e.roster_number - 1) % greatest(1, $2::int / 9)),
           facilitator_id = (SELECT f.id FROM enrolments f WHERE f.cohort_id = e.cohort_id
                       AND f.role = 'FACILITATOR' AND f.roster_number = 1 + (e.roster_number - 1) % greatest(1, $2::int / 9))
         WHERE e.cohort_id = $1::uuid AND e.role = 'PARTICIPANT'`,
        cohortId,
        participants,
      );
      await run(
        `INSERT INTO assignments (id, cohort_id, enrolment_id, innovation_id, gate_policy,
           evaluation_rubric_id, transfer_rubric_id, work_rubric_id, created_by_id)
         SELECT gen_random_uuid(), c.id, e.id, i.id, c.gate_policy,
           c.evaluation_rubric_id, c.transfer_rubric_id, c.work_rubric_id, e.person_id
         FROM cohorts c JOIN enrolments e ON e.cohort_id = c.id AND e.role = 'PARTICIPANT'
         JOIN LATERAL (
           SELECT x.id, row_number() OVER (ORDER BY (x.place + e.roster_number) % x.n, x.place) AS turn
           FROM (SELECT i.id, row_number() OVER (ORDER BY i.code) AS place, count(*) OVER () AS n
                 FROM innovations i WHERE i.host_region_id IN
                   (SELECT v.host_region_id FROM visits v WHERE v.cohort_id = c.id)) x
         ) i ON i.turn <= CASE WHEN e.roster_number % 5 = 0 THEN 2 ELSE 1 END
         WHERE c.id = $1::uuid AND e.roster_number % 13 <> 12`,
        cohortId,
      );
      await run(
        `INSERT INTO stages (id, assignment_id, kind, state, due_at, updated_at)
         SELECT gen_random_uuid(), a.id, k.kind::"StageKind",
                (CASE WHEN k.place = 0 THEN 'OPEN' ELSE 'LOCKED' END)::"StageState",
                $2::timestamptz + make_interval(days => k.place * 2 - 1 - (e.roster_number % 5)::int), now()
         FROM assignments a JOIN enrolments e ON e.id = a.enrolment_id
         CROSS JOIN (VALUES ('EVALUATE', 0), ('OBSTACLES', 1), ('SOLUTION', 2), ('PLAN', 3)) k(kind, place)
         WHERE a.cohort_id = $1::uuid`,
        cohortId,
        now,
      );

      // Where each assignment gets to: a step for each number modulo twelve.
      const on = (kind: string, numbers: number[]) =>
        `s.kind = '${kind}' AND a.cohort_id = $1::uuid
         AND (e.roster_number + CASE WHEN a.id = (
               SELECT max(b.id::text)::uuid FROM assignments b WHERE b.enrolment_id = e.id
             ) THEN 0 ELSE 7 END) % 12 IN (${numbers.join(",")})`;
      const stages = (kind: string, numbers: number[]) =>
        `SELECT s.id FROM stages s JOIN assignments a ON a.id = s.assignment_id
         JOIN enrolments e ON e.id = a.enrolment_id WHERE ${on(kind, numbers)}`;
      const submit = async (kind: string, numbers: number[]) => {
        await run(
          `INSERT INTO revisions (id, assignment_id, stage_id, kind, number, upstream_revision_id,
             content, content_hash, timeliness, submitted_by_id, submitted_at)
           SELECT gen_random_uuid(), s.assignment_id, s.id, s.kind,
             1 + (SELECT count(*) FROM revisions r WHERE r.stage_id = s.id),
             (SELECT u.latest_revision_id FROM stages u WHERE u.assignment_id = s.assignment_id AND u.kind < s.kind
              ORDER BY u.kind DESC LIMIT 1),
             '{}', 'test', 'ON_TIME', a.created_by_id,
             $2::timestamptz - make_interval(hours => (e.roster_number % 50)::int)
           FROM stages s JOIN assignments a ON a.id = s.assignment_id
           JOIN enrolments e ON e.id = a.enrolment_id
           WHERE ${on(kind, numbers)}`,
          cohortId,
          now,
        );
        await run(
          `UPDATE stages s SET state = 'SUBMITTED', latest_revision_id = r.id, submitted_at = r.submitted_at
           FROM revisions r WHERE r.stage_id = s.id
             AND r.number = (SELECT max(x.number) FROM revisions x WHERE x.stage_id = s.id)
             AND s.id IN (${stages(kind, numbers)})`,
          cohortId,
        );
        if (kind === "EVALUATE") {
          await run(
            `INSERT INTO evaluations (revision_id, total, evidence_count, confidence, innovation_stage, visit_date)
             SELECT s.latest_revision_id, 40 + (hashtext(s.id::text) % 3000 + 3000) / 100.0, 1, 3, 'IMPLEMENTED', '2018-08-07'
             FROM stages s WHERE s.id IN (${stages(kind, numbers)})
               AND NOT EXISTS (SELECT 1 FROM evaluations v WHERE v.revision_id = s.latest_revision_id)`,
            cohortId,
          );
          await run(
            `INSERT INTO criterion_scores (revision_id, criterion_id, value)
             SELECT s.latest_revision_id, c.id,
               b.scale_min + (hashtext(s.id::text || c.code) & 1023) % (b.scale_max - b.scale_min + 1)
             FROM stages s JOIN assignments a ON a.id = s.assignment_id
             JOIN rubric_versions b ON b.id = a.evaluation_rubric_id
             JOIN criteria c ON c.rubric_version_id = b.id
             WHERE s.id IN (${stages(kind, numbers)})`,
            cohortId,
          );
          await run(
            `INSERT INTO strengths (revision_id, item_id, text, sort_order)
             SELECT s.latest_revision_id, gen_random_uuid(), 'Kunci keberhasilan ' || n, n
             FROM stages s, generate_series(1, 2) n WHERE s.id IN (${stages(kind, numbers)})`,
            cohortId,
          );
        }
        if (kind === "SOLUTION") {
          // Two alternatives for the obstacle that counts most; the first of them is chosen.
          await run(
            `INSERT INTO solutions (revision_id, item_id, obstacle_item_id, title, transfer_type,
               mcnamara_total, selected, for_host)
             SELECT s.latest_revision_id, gen_random_uuid(), o.item_id, 'Solusi ' || n,
               (enum_range(NULL::"TransferType"))[1 + (hashtext(s.id::text || n) & 1023) % 5],
               12 - n, n = 1, hashtext(s.id::text) % 3 = 0
             FROM stages s JOIN stages u ON u.assignment_id = s.assignment_id AND u.kind = 'OBSTACLES'
             JOIN obstacles o ON o.revision_id = u.latest_revision_id AND o.prioritised
             CROSS JOIN generate_series(1, 2) n
             WHERE s.id IN (${stages(kind, numbers)})`,
            cohortId,
          );
        }
        if (kind === "OBSTACLES") {
          await run(
            `INSERT INTO obstacles (revision_id, item_id, title, category, locus, eligible, prioritised, usg_total, rank, root_cause)
             SELECT s.latest_revision_id, gen_random_uuid(), 'Kendala ' || n,
               (enum_range(NULL::"ObstacleCategory"))[1 + (hashtext(s.id::text || n) % 13 + 13) % 13],
               (enum_range(NULL::"ObstacleLocus"))[1 + (hashtext(s.id::text || n) % 3 + 3) % 3],
               n < 3, n = 1, CASE WHEN n < 3 THEN 13 - n END, CASE WHEN n < 3 THEN n END,
               CASE WHEN n = 1 THEN 'Petugas berganti sebelum tahu caranya' END
             FROM stages s, generate_series(1, 3) n
             WHERE s.id IN (${stages(kind, numbers)})`,
            cohortId,
          );
        }
      };
      const decide = async (kind: string, numbers: number[], decision: string, state: string) => {
        await run(
          `INSERT INTO review_decisions (id, stage_id, revision_id, kind, decided_by_id, decider_name, decided_at)
           SELECT gen_random_uuid(), s.id, s.latest_revision_id, '${decision}', f.person_id, f.full_name, $2::timestamptz
           FROM stages s JOIN assignments a ON a.id = s.assignment_id
           JOIN enrolments e ON e.id = a.enrolment_id
           JOIN enrolments f ON f.id = e.facilitator_id
           WHERE ${on(kind, numbers)}`,
          cohortId,
          now,
        );
        await set(kind, numbers, state);
      };
      const set = (kind: string, numbers: number[], state: string, resume: string | null = null) =>
        run(
          `UPDATE stages SET state = $2::"StageState", resume_state = $3::"StageState"
           WHERE id IN (${stages(kind, numbers)})`,
          cohortId,
          state,
          resume,
        );
      const approve = async (kind: string, numbers: number[], next?: string) => {
        await decide(kind, numbers, "APPROVE", "APPROVED");
        if (next) await set(next, numbers, "OPEN");
      };

      // 0: evaluating.  1: handed in.  2: returned.  3–10: approved.  11: withdrawn.
      await submit("EVALUATE", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
      await decide("EVALUATE", [2], "RETURN", "RETURNED");
      await set("EVALUATE", [11], "OPEN");
      await approve("EVALUATE", [3, 4, 5, 6, 7, 8, 9, 10], "OBSTACLES");
      // 3: writing obstacles.  4: handed in.  5: returned.  6–9: approved.  10: evaluation reopened
      // after obstacles were handed in, which pauses them.
      await submit("OBSTACLES", [4, 5, 6, 7, 8, 9, 10]);
      await decide("OBSTACLES", [5], "RETURN", "RETURNED");
      await approve("OBSTACLES", [6, 7, 8, 9], "SOLUTION");
      await decide("EVALUATE", [10], "REOPEN", "RETURNED");
      await set("OBSTACLES", [10], "LOCKED", "OPEN");
      // 6: writing solutions.  7: handed in.  8: on to the plan.  9: all approved.
      await submit("SOLUTION", [7, 8, 9]);
      await approve("SOLUTION", [8, 9], "PLAN");
      await submit("PLAN", [9]);
      await approve("PLAN", [9]);
      // Scored where the facilitator has begun to, finished with the plan.
      await run(
        `INSERT INTO work_assessments (assignment_id, scores, total, version, saved_by_id, saved_at, finalized_at)
         SELECT a.id, '[]', 60 + (hashtext(a.id::text) & 4095) % 4000 / 100.0, 1, f.person_id,
           $2::timestamptz, CASE WHEN s.state = 'APPROVED' THEN $2::timestamptz END
         FROM stages s JOIN assignments a ON a.id = s.assignment_id
         JOIN enrolments e ON e.id = a.enrolment_id
         JOIN enrolments f ON f.id = e.facilitator_id
         WHERE s.kind = 'PLAN' AND s.state <> 'LOCKED' AND a.cohort_id = $1::uuid`,
        cohortId,
        now,
      );

      // Whose facilitator went without a successor.
      await run(
        `UPDATE enrolments SET facilitator_id = NULL
         WHERE cohort_id = $1::uuid AND role = 'PARTICIPANT' AND roster_number % 11 = 10`,
        cohortId,
      );
      await run(
        `UPDATE assignments a SET cancelled_at = $2::timestamptz, cancel_reason = 'Pindah tugas'
         FROM enrolments e WHERE e.id = a.enrolment_id AND a.cohort_id = $1::uuid
           AND e.roster_number % 17 = 16`,
        cohortId,
        now,
      );
    },
    { timeout: 60_000 },
  );
  return { cohortId, participants };
}
