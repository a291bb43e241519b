import type { StageKind } from "@/lib/assignment/model";
import { createAssignments, submitStage } from "@/lib/assignment/mutations";
import { readRecord } from "@/lib/assignment/record";
import { stageContext } from "@/lib/document/data";
import type { Actor } from "@/lib/platform/actor";
import { fixedClock } from "@/lib/platform/clock";
import type { Context } from "@/lib/platform/context";
import type { Db } from "@/lib/platform/db";
import type { GatePolicy } from "@/lib/platform/generated/prisma/enums";
import type { Result } from "@/lib/platform/result";
import { approveStage, saveWorkAssessment } from "@/lib/review/mutations";
import {
  exampleEvaluation,
  exampleObstacles,
  examplePlan,
  exampleSolutions,
} from "@/tests/support/documents";

/** A day of the world's visit, 10.00 in Jakarta. */
export const NOW = "2018-08-08T03:00:00Z";

export interface World {
  ctx: Context;
  centerId: string;
  cohortId: string;
  innovationIds: string[];
  organizer: Actor;
  viewer: Actor;
  administrator: Actor;
  facilitators: Actor[];
  participants: Actor[];
  /** Staff of another centre. */
  stranger: Actor;
  /** A facilitator and a participant of a cohort of another centre. */
  otherFacilitator: Actor;
  otherParticipant: Actor;
}

/**
 * The smallest world in which everything can happen: a centre with a cohort of two facilitators and
 * four participants (two each) and two innovations, and a stranger centre beside it.
 */
export async function createWorld(
  db: Db,
  options: { gate?: GatePolicy; now?: string; participants?: number; facilitators?: number } = {},
): Promise<World> {
  const gate = options.gate ?? "ON_APPROVAL";
  // Names of centres are unique, and a test may want several worlds.
  const mark = newId().slice(0, 8);
  const own = await createCohort(
    db,
    `Pusdiklat Satu ${mark}`,
    gate,
    options.facilitators ?? 2,
    options.participants ?? 4,
  );
  const other = await createCohort(db, `Pusdiklat Dua ${mark}`, gate, 1, 1);
  const pick = <T>(list: T[]): T => {
    const first = list[0];
    if (!first) throw new Error("an empty world");
    return first;
  };
  const admin = await db.person.create({
    data: { displayName: "Administrator", platformAdministrator: { create: {} } },
  });
  return {
    ctx: { db, clock: fixedClock(options.now ?? NOW) },
    ...own,
    administrator: actorOf(admin, { isPlatformAdministrator: true }),
    stranger: other.organizer,
    otherFacilitator: pick(other.facilitators),
    otherParticipant: pick(other.participants),
  };
}

async function createCohort(
  db: Db,
  name: string,
  gatePolicy: GatePolicy,
  facilitatorCount: number,
  participantCount: number,
) {
  const center = await db.trainingCenter.create({ data: { name, shortName: name } });
  const agency = await db.agency.create({
    data: { centerId: center.id, name: `Instansi ${name}`, shortName: "INS", type: "MINISTRY" },
  });
  const region = await db.hostRegion.create({
    data: { centerId: center.id, name: `Lokus ${name}`, shortName: "Lokus", type: "REGENCY" },
  });
  const unit = await db.hostUnit.create({
    data: { hostRegionId: region.id, name: "Dinas Contoh", shortName: "Dinas" },
  });
  const innovations = await db.innovation.createManyAndReturn({
    data: ["SATU", "DUA"].map((code) => ({
      hostRegionId: region.id,
      hostUnitId: unit.id,
      code,
      name: `Inovasi ${code}`,
      form: "PUBLIC_SERVICE" as const,
      type: "DIGITAL" as const,
      stage: "IMPLEMENTED" as const,
      summary: "Inovasi untuk pengujian.",
      confidence: "HIGH" as const,
    })),
    select: { id: true },
  });
  const cohort = await db.cohort.create({
    data: {
      centerId: center.id,
      program: "Diklatpim IV",
      name: `Angkatan ${name}`,
      startsOn: new Date("2018-07-01"),
      endsOn: new Date("2018-10-01"),
      timeZone: "Asia/Jakarta",
      state: "RUNNING",
      gatePolicy,
      evaluationRubricId: await createRubric(db, center.id, "evaluasi", "EVALUATION"),
      transferRubricId: await createRubric(db, center.id, "kesiapan", "TRANSFER_READINESS"),
      workRubricId: await createRubric(db, center.id, "karya", "PARTICIPANT_WORK"),
      gradeBands: [{ label: { id: "Semua", en: "All" }, min: 0 }],
      visits: {
        create: {
          hostRegionId: region.id,
          mode: "ONSITE",
          startsOn: new Date("2018-08-06"),
          endsOn: new Date("2018-08-10"),
        },
      },
    },
  });
  const group = await db.group.create({
    data: { cohortId: cohort.id, name: "Kelompok 1", sortOrder: 1 },
  });
  const enrol = async (
    role: "FACILITATOR" | "PARTICIPANT",
    rosterNumber: number,
    facilitatorId?: string,
  ) => {
    const displayName = `${role === "FACILITATOR" ? "Fasilitator" : "Peserta"} ${rosterNumber} ${name}`;
    const person = await db.person.create({ data: { displayName } });
    const enrolment = await db.enrolment.create({
      data: {
        cohortId: cohort.id,
        personId: person.id,
        role,
        fullName: displayName,
        agencyId: agency.id,
        workUnit: "Subbagian Umum",
        position: "Kepala Subbagian",
        rosterNumber,
        ...(facilitatorId ? { groupId: group.id, facilitatorId } : {}),
      },
    });
    return actorOf(person, { enrolments: [{ id: enrolment.id, cohortId: cohort.id, role }] });
  };
  const facilitators: Actor[] = [];
  for (let number = 1; number <= facilitatorCount; number += 1) {
    facilitators.push(await enrol("FACILITATOR", number));
  }
  const participants: Actor[] = [];
  for (let number = 1; number <= participantCount; number += 1) {
    const facilitator = facilitators[Math.floor((number - 1) / 2) % facilitatorCount];
    participants.push(await enrol("PARTICIPANT", number, facilitator?.enrolments[0]?.id));
  }
  const staff = async (role: "ORGANIZER" | "VIEWER") => {
    const person = await db.person.create({ data: { displayName: `${role} ${name}` } });
    await db.staffMembership.create({
      data: { centerId: center.id, personId: person.id, role, acceptedAt: new Date() },
    });
    return actorOf(person, { staff: [{ centerId: center.id, role }] });
  };
  return {
    centerId: center.id,
    cohortId: cohort.id,
    innovationIds: innovations.map(({ id }) => id),
    organizer: await staff("ORGANIZER"),
    viewer: await staff("VIEWER"),
    facilitators,
    participants,
  };
}

async function createRubric(
  db: Db,
  centerId: string,
  code: string,
  purpose: "EVALUATION" | "TRANSFER_READINESS" | "PARTICIPANT_WORK",
): Promise<string> {
  const work = purpose === "PARTICIPANT_WORK";
  const version = await db.rubricVersion.create({
    data: {
      number: 1,
      scaleKind: work ? "SCALE_0_100" : "SCALE_1_5",
      scaleMin: work ? 0 : 1,
      scaleMax: work ? 100 : 5,
      weighting: "PERCENT",
      rubric: {
        create: { centerId, code, nameId: code, nameEn: code, purpose, source: "Pengujian" },
      },
      criteria: {
        create: [60, 40].map((weight, sortOrder) => ({
          code: `k${sortOrder + 1}`,
          labelId: `Kriteria ${sortOrder + 1}`,
          labelEn: `Criterion ${sortOrder + 1}`,
          definitionId: "Untuk pengujian.",
          definitionEn: "For tests.",
          weight,
          levels: [],
          sortOrder,
        })),
      },
    },
    select: { id: true },
  });
  return version.id;
}

function actorOf(
  person: { id: string; displayName: string },
  more: Partial<Pick<Actor, "isPlatformAdministrator" | "staff" | "enrolments">>,
): Actor {
  return {
    personId: person.id,
    name: person.displayName,
    isPlatformAdministrator: false,
    toured: true,
    staff: [],
    enrolments: [],
    ...more,
  };
}

/** Adds an administrator to the world's centre. */
export async function addAdministrator(db: Db, world: World): Promise<Actor> {
  const { centerId } = world;
  const person = await db.person.create({ data: { displayName: "Kepala Tata Usaha" } });
  const role = "ADMINISTRATOR" as const;
  await db.staffMembership.create({
    data: { centerId, personId: person.id, role, acceptedAt: new Date() },
  });
  return actorOf(person, { staff: [{ centerId, role }] });
}

/** Gives everybody in the world's cohort a number to sign in with who has neither that nor an address. */
export async function giveLogins(db: Db, { cohortId }: World): Promise<void> {
  await db.$executeRaw`
    UPDATE people SET id_type = 'NIP',
      id_number = (10::numeric ^ 17 + floor(random() * 10::numeric ^ 15))::bigint::text
    WHERE email IS NULL AND id_number IS NULL AND merged_into_id IS NULL
      AND id IN (SELECT person_id FROM enrolments WHERE cohort_id = ${cohortId}::uuid)`;
}

export const newId = () => crypto.randomUUID();

/** Unwraps what must have worked. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.value;
}

export function enrolmentOf(actor: Actor): string {
  const enrolment = actor.enrolments[0];
  if (!enrolment) throw new Error(`${actor.name} is not enrolled`);
  return enrolment.id;
}

/** Assigns the first innovation to a participant. */
export async function assign(world: World, participant: Actor, innovation = 0): Promise<string> {
  const { created } = value(
    await createAssignments(world.ctx, world.organizer, {
      commandId: newId(),
      cohortId: world.cohortId,
      enrolmentIds: [enrolmentOf(participant)],
      innovationIds: [world.innovationIds[innovation] ?? ""],
      dueAt: {
        EVALUATE: "2018-08-09T10:00:00Z",
        OBSTACLES: "2018-08-10T10:00:00Z",
        SOLUTION: "2018-08-11T10:00:00Z",
        PLAN: "2018-08-12T10:00:00Z",
      },
      instructions: "",
    }),
  );
  const id = created[0];
  if (!id) throw new Error("nothing was assigned");
  return id;
}

/** A document that passes submission, for the stage as it stands. */
export async function validDocument(world: World, assignmentId: string, stage: StageKind) {
  const { db, clock } = world.ctx;
  const record = await readRecord(db, assignmentId, world.ctx.clock.now());
  if (!record) throw new Error("no such assignment");
  switch (stage) {
    case "EVALUATE":
      return exampleEvaluation(await stageContext(db, record, stage, clock.now()));
    case "OBSTACLES":
      return exampleObstacles();
    case "SOLUTION":
      return exampleSolutions(await stageContext(db, record, stage, clock.now()));
    case "PLAN":
      return examplePlan(await stageContext(db, record, stage, clock.now()));
  }
}

export async function stageOf(world: World, assignmentId: string, kind: StageKind) {
  return world.ctx.db.stage.findUniqueOrThrow({
    where: { assignmentId_kind: { assignmentId, kind } },
  });
}

/** Submits a valid document of the stage as it stands. */
export async function submit(world: World, actor: Actor, assignmentId: string, stage: StageKind) {
  const row = await stageOf(world, assignmentId, stage);
  return submitStage(world.ctx, actor, {
    commandId: newId(),
    assignmentId,
    stage,
    basedOn: row.version,
    document: await validDocument(world, assignmentId, stage),
  });
}

/** Approves what waits. */
export async function approve(world: World, actor: Actor, assignmentId: string, stage: StageKind) {
  const row = await stageOf(world, assignmentId, stage);
  return approveStage(world.ctx, actor, {
    commandId: newId(),
    assignmentId,
    stage,
    basedOn: row.version,
    revisionId: row.latestRevisionId ?? newId(),
  });
}

/** Scores the participant's work in full. */
export async function assessWork(world: World, actor: Actor, assignmentId: string, points = 80) {
  const assignment = await world.ctx.db.assignment.findUniqueOrThrow({
    where: { id: assignmentId },
    select: {
      workRubric: { select: { criteria: { select: { id: true } } } },
      workAssessment: { select: { version: true } },
    },
  });
  return saveWorkAssessment(world.ctx, actor, {
    commandId: newId(),
    assignmentId,
    basedOn: assignment.workAssessment?.version ?? 0,
    scores: assignment.workRubric.criteria.map(({ id }) => ({
      criterionId: id,
      value: points,
      note: "",
    })),
  });
}
