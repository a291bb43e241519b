import { STAGE_KINDS } from "@/lib/assignment/model";
import type { Actor } from "@/lib/platform/actor";
import type { Db } from "@/lib/platform/db";
import { createBusyCohort } from "@/tests/support/busy-cohort";
import {
  addAdministrator,
  approve,
  assign,
  createWorld,
  enrolmentOf,
  newId,
  submit,
  value,
  type World,
} from "@/tests/support/world";

/** A world in which every list has so many rows, and whoever opens the pages with them. */
export interface CrowdedWorld extends World {
  /** All four stages handed in, the first of them again and again; the plan waits. */
  assignmentId: string;
  participant: Actor;
  /** Who has that many assignments. */
  laden: Actor;
  /** To whom that many submissions wait. */
  facilitator: Actor;
  /** Who scores as many works a second time. */
  rater: Actor;
  /** Assigned work in every state, of that many participants. */
  busyCohortId: string;
  innovationId: string;
  /** An administrator of the centre, whose log has that many events more. */
  governor: Actor;
  /** A rubric of the centre with that many versions, the last of them a draft. */
  rubricId: string;
  rubricVersionId: string;
  /** The region of all the innovations, with as many units and awards. */
  hostRegionId: string;
  /** Of the units and awards of that region, one each; the innovations are all of this unit. */
  hostUnitId: string;
  awardId: string;
  /** From which most of the centre's people come. */
  agencyId: string;
  /** A session of the busy cohort, beside as many others; everybody there has a mark. */
  sessionId: string;
  /** Who is enrolled in the busy cohort. */
  attending: Actor;
  facilitating: Actor;
}

/** Makes a world in which every list has `size` rows more than in the smallest one. */
export async function createCrowdedWorld(db: Db, size: number): Promise<CrowdedWorld> {
  const world = await createWorld(db);
  const [laden, participant] = world.participants;
  const [facilitator] = world.facilitators;
  const [innovationId] = world.innovationIds;
  if (!laden || !participant || !facilitator || !innovationId) throw new Error("an empty world");

  const assignmentId = await assign(world, participant);
  value(await submit(world, participant, assignmentId, "EVALUATE"));
  await crowd(db, world, size, { facilitator, laden, assignmentId, innovationId });
  for (const [stage, next] of pairs(STAGE_KINDS)) {
    value(await approve(world, facilitator, assignmentId, stage));
    value(await submit(world, participant, assignmentId, next));
  }
  await comment(db, assignmentId, size);
  const rater = await crowdSecondRatings(db, world, laden, assignmentId);
  const { cohortId: busyCohortId } = await createBusyCohort(db, world, size, new Date());
  await db.cohort.update({ where: { id: busyCohortId }, data: { wishesUntil: new Date() } });
  const agenda = await crowdAgenda(db, world, busyCohortId, size);
  const { hostRegionId, hostUnitId } = await db.innovation.findUniqueOrThrow({
    where: { id: innovationId },
    select: { hostRegionId: true, hostUnitId: true },
  });
  const { id: awardId } = await db.award.create({
    data: {
      centerId: world.centerId,
      hostRegionId,
      innovationId,
      name: "Penghargaan inovasi",
      level: "NATIONAL",
      year: 2018,
      rank: "I",
      source: "Pengujian",
      confidence: "HIGH",
    },
  });
  const [most] = await db.enrolment.groupBy({
    by: ["agencyId"],
    where: { cohort: { centerId: world.centerId } },
    _count: true,
    orderBy: { _count: { agencyId: "desc" } },
    take: 1,
  });
  if (!most) throw new Error("nobody is enrolled");
  const rubric = await crowdRubrics(db, world.centerId, size);
  const governor = await addAdministrator(db, world);
  await crowdLog(db, world, assignmentId, size);
  return {
    ...world,
    ...rubric,
    ...agenda,
    governor,
    assignmentId,
    participant,
    laden,
    facilitator,
    rater,
    busyCohortId,
    innovationId,
    hostRegionId,
    hostUnitId,
    awardId,
    agencyId: most.agencyId,
  };
}

/** The facilitator of others scores the crowded work a second time, and all that `laden` was given. */
async function crowdSecondRatings(
  db: Db,
  { cohortId, facilitators }: World,
  laden: Actor,
  assignmentId: string,
): Promise<Actor> {
  const rater = facilitators[1];
  if (!rater) throw new Error("a single facilitator");
  const given = await db.assignment.findMany({
    where: { enrolmentId: enrolmentOf(laden), cohortId, cohort: { state: "RUNNING" } },
    select: { id: true },
  });
  await db.secondRating.createMany({
    data: [assignmentId, ...given.map(({ id }) => id)].map((id) => ({
      assignmentId: id,
      cohortId,
      raterId: enrolmentOf(rater),
      assignedAt: new Date(),
    })),
  });
  return rater;
}

/** So many sessions of the busy cohort, each with a mark of everybody and a speaker. */
async function crowdAgenda(
  db: Db,
  world: World,
  cohortId: string,
  size: number,
): Promise<Pick<CrowdedWorld, "sessionId" | "attending" | "facilitating">> {
  const { hostRegionId, startsOn } = await db.visit.findFirstOrThrow({ where: { cohortId } });
  const sessions = await db.agendaSession.createManyAndReturn({
    data: Array.from({ length: size + 1 }, (_, n) => ({
      cohortId,
      hostRegionId,
      title: `Sesi ${n}`,
      day: startsOn,
      startsMinute: n % 700,
      endsMinute: (n % 700) + 1,
      secret: newId(),
    })),
    select: { id: true },
  });
  const agencies = await db.enrolment.findFirstOrThrow({
    where: { cohortId: world.cohortId },
    select: { agencyId: true },
  });
  const enrol = async (role: "PARTICIPANT" | "FACILITATOR", rosterNumber: number) => {
    const person = await db.person.create({ data: { displayName: `${role} hadir` } });
    const enrolment = await db.enrolment.create({
      data: {
        cohortId,
        personId: person.id,
        role,
        fullName: person.displayName,
        agencyId: agencies.agencyId,
        workUnit: "Unit",
        position: "Jabatan",
        rosterNumber,
      },
    });
    return {
      personId: person.id,
      name: person.displayName,
      isPlatformAdministrator: false,
      toured: true,
      staff: [],
      enrolments: [{ id: enrolment.id, cohortId, role }],
    } satisfies Actor;
  };
  const attending = await enrol("PARTICIPANT", 9001);
  const facilitating = await enrol("FACILITATOR", 9002);
  await db.$executeRawUnsafe(
    `INSERT INTO agenda_speakers (id, session_id, name, sort_order)
     SELECT gen_random_uuid(), id, 'Narasumber', 0 FROM agenda_sessions WHERE cohort_id = $1::uuid`,
    cohortId,
  );
  const sessionId = sessions[0]?.id ?? "";
  await db.$executeRawUnsafe(
    `INSERT INTO attendance_marks (session_id, cohort_id, enrolment_id, status, method, marked_at, marked_by_id)
     SELECT $2::uuid, cohort_id, id, 'PRESENT', 'QR', now(), person_id
     FROM enrolments WHERE cohort_id = $1::uuid AND role = 'PARTICIPANT'`,
    cohortId,
    sessionId,
  );
  return { sessionId, attending, facilitating };
}

/** So many events of the centre, each of them about the assignment. */
async function crowdLog(db: Db, world: World, assignmentId: string, size: number): Promise<void> {
  await db.auditEvent.createMany({
    data: Array.from({ length: size }, (_, n) => ({
      at: new Date(Date.UTC(2018, 7, 8, 3, n % 60)),
      type: "stage.draft_saved",
      actorId: world.organizer.personId,
      actor: { role: "ORGANIZER" },
      centerId: world.centerId,
      cohortId: world.cohortId,
      subjectType: "assignment",
      subjectId: assignmentId,
      payload: { kind: "EVALUATE", version: n },
    })),
  });
}

/** So many rubrics of the centre, and one of so many versions and a draft more. */
async function crowdRubrics(
  db: Db,
  centerId: string,
  size: number,
): Promise<{ rubricId: string; rubricVersionId: string }> {
  const made = (count: number, name: string) =>
    db.rubric.createManyAndReturn({
      data: Array.from({ length: count }, (_, n) => ({
        centerId,
        code: `${name}-${n}`,
        nameId: `Rubrik ${name} ${n}`,
        nameEn: "",
        purpose: "EVALUATION" as const,
        source: "Pengujian",
      })),
      select: { id: true },
    });
  const many = await made(size, "ramai");
  const [rubric] = await made(1, "lama");
  if (!rubric) throw new Error("no rubric");
  const versions = await db.rubricVersion.createManyAndReturn({
    data: [
      ...many.map(({ id }) => ({ rubricId: id, number: 1 })),
      ...Array.from({ length: size }, (_, n) => ({
        rubricId: rubric.id,
        number: n + 1,
        frozenAt: new Date(),
      })),
      { rubricId: rubric.id, number: size + 1 },
    ].map((version) => ({
      ...version,
      scaleKind: "SCALE_1_5" as const,
      scaleMin: 1,
      scaleMax: 5,
      weighting: "PERCENT" as const,
    })),
    select: { id: true, frozenAt: true },
  });
  // Criteria of frozen versions are refused; those of drafts are what the lists count.
  await db.criterion.createMany({
    data: versions
      .filter(({ frozenAt }) => frozenAt === null)
      .flatMap(({ id }) =>
        [60, 40].map((weight, n) => ({
          rubricVersionId: id,
          code: `k${n}`,
          labelId: `Kriteria ${n}`,
          labelEn: "",
          definitionId: "Untuk pengujian.",
          definitionEn: "",
          weight,
          levels: [],
          sortOrder: n,
        })),
      ),
  });
  return { rubricId: rubric.id, rubricVersionId: versions.at(-1)?.id ?? "" };
}

/** Each with the one after it. */
function pairs<T>(list: readonly T[]): [T, T][] {
  return list.slice(1).map((next, index) => [list[index] as T, next]);
}

async function crowd(
  db: Db,
  world: World,
  size: number,
  at: { facilitator: Actor; laden: Actor; assignmentId: string; innovationId: string },
): Promise<void> {
  const { centerId, cohortId } = world;
  const mark = newId();
  await db.$transaction(
    async (tx) => {
      const run = (statement: string, ...values: unknown[]) =>
        tx.$executeRawUnsafe(statement, ...values);

      // The catalogue: innovations of the region, facts of one of them, awards of the region.
      await run(
        `INSERT INTO innovations (id, host_region_id, host_unit_id, code, name, form, type, stage, summary, confidence)
         SELECT gen_random_uuid(), i.host_region_id, i.host_unit_id, 'RAMAI ' || lpad(n::text, 3, '0'),
           'Inovasi ramai ' || n, i.form, i.type, i.stage, i.summary, i.confidence
         FROM innovations i, generate_series(1, $2::int) n WHERE i.id = $1::uuid`,
        at.innovationId,
        size,
      );
      await run(
        `INSERT INTO innovation_facts (id, innovation_id, text, source, confidence, sort_order)
         SELECT gen_random_uuid(), $1::uuid, 'Fakta ' || n, 'Pengujian', 'HIGH', n
         FROM generate_series(1, $2::int) n`,
        at.innovationId,
        size,
      );
      await run(
        `INSERT INTO awards (id, host_region_id, name, level, year, rank, source, confidence)
         SELECT gen_random_uuid(), i.host_region_id, 'Penghargaan ' || n, 'NATIONAL', 2018, '1', 'Pengujian', 'HIGH'
         FROM innovations i, generate_series(1, $2::int) n WHERE i.id = $1::uuid`,
        at.innovationId,
        size,
      );

      await run(
        `INSERT INTO host_units (id, host_region_id, name, short_name)
         SELECT gen_random_uuid(), i.host_region_id, 'Dinas ramai ' || n, 'DR' || n
         FROM innovations i, generate_series(1, $2::int) n WHERE i.id = $1::uuid`,
        at.innovationId,
        size,
      );
      await run(
        `INSERT INTO host_regions (id, center_id, name, short_name, type)
         SELECT gen_random_uuid(), $1::uuid, 'Lokus ramai ' || n || ' ' || $2, 'Lokus ramai ' || n, 'REGENCY'
         FROM generate_series(1, $3::int) n`,
        centerId,
        mark,
        size,
      );

      // The cohort: participants, each of an agency of its own, all in one group.
      await run(
        `INSERT INTO agencies (id, center_id, name, short_name, type)
         SELECT gen_random_uuid(), $1::uuid, 'Instansi ' || n || ' ' || $2, 'I' || n, 'MINISTRY'
         FROM generate_series(1, $3::int) n`,
        centerId,
        mark,
        size,
      );
      await run(
        `WITH made AS (
           INSERT INTO people (id, display_name, updated_at)
           SELECT gen_random_uuid(), 'Peserta ramai ' || n, now() FROM generate_series(1, $2::int) n
           RETURNING id, split_part(display_name, ' ', 3)::int AS n
         )
         INSERT INTO enrolments (id, cohort_id, person_id, role, full_name, agency_id, work_unit, position,
           roster_number, group_id, facilitator_id)
         SELECT gen_random_uuid(), $1::uuid, made.id, 'PARTICIPANT', 'Peserta ramai ' || n, a.id, 'Seksi',
           'Kepala Seksi', 1000 + n, (SELECT g.id FROM groups g WHERE g.cohort_id = $1::uuid), $4::uuid
         FROM made JOIN agencies a ON a.name = 'Instansi ' || n || ' ' || $3`,
        cohortId,
        size,
        mark,
        enrolmentOf(at.facilitator),
      );

      // Each of them was invited, and got a letter.
      await run(
        `WITH links AS (
           INSERT INTO one_time_links (id, person_id, purpose, channel, token_hash, expires_at)
           SELECT gen_random_uuid(), e.person_id, 'SET_PASSWORD', 'MAIL', gen_random_uuid()::text, now()
           FROM enrolments e WHERE e.cohort_id = $1::uuid AND e.roster_number > 1000
           RETURNING id, person_id
         )
         INSERT INTO mail_messages (id, kind, person_id, center_id, link_id, locale)
         SELECT gen_random_uuid(), 'INVITATION', links.person_id, $2::uuid, links.id, 'id' FROM links`,
        cohortId,
        centerId,
      );

      // Work: everybody hands in one evaluation; one participant gets every innovation.
      const given = `INSERT INTO assignments (id, cohort_id, enrolment_id, innovation_id, gate_policy,
           evaluation_rubric_id, transfer_rubric_id, work_rubric_id, created_by_id, instructions)
         SELECT gen_random_uuid(), c.id, e.id, i.id, c.gate_policy, c.evaluation_rubric_id,
           c.transfer_rubric_id, c.work_rubric_id, e.person_id, 'ramai'
         FROM cohorts c JOIN enrolments e ON e.cohort_id = c.id JOIN innovations i ON true
         WHERE c.id = $1::uuid`;
      await run(
        `${given} AND e.roster_number > 1000 AND e.role = 'PARTICIPANT' AND i.id = $2::uuid`,
        cohortId,
        at.innovationId,
      );
      await run(
        `${given} AND e.id = $2::uuid AND i.code LIKE 'RAMAI %' AND i.host_region_id =
           (SELECT x.host_region_id FROM innovations x WHERE x.id = $3::uuid)`,
        cohortId,
        enrolmentOf(at.laden),
        at.innovationId,
      );
      await run(
        `INSERT INTO stages (id, assignment_id, kind, state, due_at, updated_at)
         SELECT gen_random_uuid(), a.id, k::"StageKind",
           (CASE k WHEN 'EVALUATE' THEN 'OPEN' ELSE 'LOCKED' END)::"StageState", now(), now()
         FROM assignments a, unnest(ARRAY['EVALUATE', 'OBSTACLES', 'SOLUTION', 'PLAN']) k
         WHERE a.cohort_id = $1::uuid AND a.instructions = 'ramai'`,
        cohortId,
      );
      await run(
        `INSERT INTO revisions (id, assignment_id, stage_id, kind, number, content, content_hash, timeliness,
           submitted_by_id, submitted_at)
         SELECT gen_random_uuid(), a.id, s.id, s.kind, 1, '{}', 'test', 'ON_TIME', a.created_by_id, now()
         FROM assignments a JOIN stages s ON s.assignment_id = a.id AND s.kind = 'EVALUATE'
         WHERE a.cohort_id = $1::uuid AND a.instructions = 'ramai' AND a.enrolment_id <> $2::uuid`,
        cohortId,
        enrolmentOf(at.laden),
      );
      await run(
        `UPDATE stages s SET state = 'SUBMITTED', latest_revision_id = r.id, submitted_at = r.submitted_at
         FROM revisions r JOIN assignments a ON a.id = r.assignment_id
         WHERE r.stage_id = s.id AND a.cohort_id = $1::uuid AND a.instructions = 'ramai'`,
        cohortId,
      );

      // The centre: cohorts and staff; and as many centres beside it.
      await run(
        `INSERT INTO cohorts (id, center_id, program, name, starts_on, ends_on, time_zone, state,
           evaluation_rubric_id, transfer_rubric_id, work_rubric_id, grade_bands)
         SELECT gen_random_uuid(), c.center_id, c.program, 'Angkatan ramai ' || n, c.starts_on, c.ends_on,
           c.time_zone, c.state, c.evaluation_rubric_id, c.transfer_rubric_id, c.work_rubric_id, c.grade_bands
         FROM cohorts c, generate_series(1, $2::int) n WHERE c.id = $1::uuid`,
        cohortId,
        size,
      );
      await run(
        `WITH made AS (
           INSERT INTO people (id, display_name, updated_at)
           SELECT gen_random_uuid(), 'Staf ramai ' || n, now() FROM generate_series(1, $2::int) n
           RETURNING id
         )
         INSERT INTO staff_memberships (id, center_id, person_id, role, accepted_at)
         SELECT gen_random_uuid(), $1::uuid, made.id, 'VIEWER', now() FROM made`,
        centerId,
        size,
      );
      await run(
        `INSERT INTO training_centers (id, name, short_name)
         SELECT gen_random_uuid(), 'Pusdiklat ' || n || ' ' || $1, 'P' || n
         FROM generate_series(1, $2::int) n`,
        mark,
        size,
      );
    },
    { timeout: 60_000 },
  );
  await sendBackAndForth(db, at.assignmentId, size);
}

/** Returns the waiting evaluation, and hands it in again as it is, so many times. */
async function sendBackAndForth(db: Db, assignmentId: string, times: number): Promise<void> {
  await db.$executeRawUnsafe(`
    DO $$
    DECLARE stage stages; before revisions; decision uuid; revision uuid; reviewer uuid;
    BEGIN
      SELECT f.person_id INTO reviewer FROM assignments a
        JOIN enrolments e ON e.id = a.enrolment_id JOIN enrolments f ON f.id = e.facilitator_id
        WHERE a.id = '${assignmentId}';
      FOR n IN 1..${times} LOOP
        SELECT * INTO stage FROM stages WHERE assignment_id = '${assignmentId}' AND kind = 'EVALUATE';
        SELECT * INTO before FROM revisions WHERE id = stage.latest_revision_id;
        decision := gen_random_uuid();
        revision := gen_random_uuid();
        INSERT INTO review_decisions (id, stage_id, revision_id, kind, decided_by_id, decider_name, decided_at)
        VALUES (decision, stage.id, before.id, 'RETURN', reviewer, 'Fasilitator', before.submitted_at);
        INSERT INTO review_reasons (id, decision_id, text, sort_order)
        VALUES (gen_random_uuid(), decision, 'Perbaiki lagi', 0);
        UPDATE stages SET state = 'RETURNED', returned_before = true, version = version + 1 WHERE id = stage.id;
        INSERT INTO revisions (id, assignment_id, stage_id, kind, number, content, content_hash, timeliness,
          submitted_by_id, submitted_at)
        VALUES (revision, before.assignment_id, stage.id, before.kind, before.number + 1, before.content,
          before.content_hash, before.timeliness, before.submitted_by_id, before.submitted_at);
        UPDATE stages SET state = 'SUBMITTED', latest_revision_id = revision, version = version + 1
        WHERE id = stage.id;
      END LOOP;
    END $$`);
}

/** So many remarks on what was handed in last, of each stage. */
async function comment(db: Db, assignmentId: string, times: number): Promise<void> {
  await db.$executeRawUnsafe(
    `INSERT INTO comments (id, stage_id, revision_id, body, author_id, author_name, created_at)
     SELECT gen_random_uuid(), s.id, s.latest_revision_id, 'Catatan ' || n, a.created_by_id, 'Fasilitator', now()
     FROM stages s JOIN assignments a ON a.id = s.assignment_id, generate_series(1, $2::int) n
     WHERE a.id = $1::uuid`,
    assignmentId,
    times,
  );
}
