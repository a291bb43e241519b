import { createAssignments } from "@/lib/assignment/mutations";
import { findActor } from "@/lib/person/data";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { fixedClock, isoDate } from "@/lib/platform/clock";
import { connect, type Db } from "@/lib/platform/db";
import { withClient } from "@/lib/setup/roles";
import { INNOVATION_CODES, innovationId } from "@/prisma/reference/catalogue";
import { seedRubricLibrary } from "@/prisma/reference/rubric-library";
import { writeReference } from "@/prisma/reference/write";
import { seedAgenda } from "./agenda";
import {
  CANCELLED_ASSIGNMENT,
  innovationOf,
  type Part,
  partOf,
  SECOND_ASSIGNMENT,
} from "./casting";
import { CENTER_ID, seedCenter } from "./center";
import { COHORT_ID, seedCohort } from "./cohort";
import { CANCEL_REASON, INSTRUCTIONS, SECOND_INNOVATION } from "./content/review";
import { stableId } from "./ids";
import { type DemoPeople, demoPeople } from "./people";
import { openPlay, type Play, Refused } from "./play";
import { STORIES } from "./scenarios";
import { seedSecondRatings } from "./second-raters";
import { DemoPace, dueDates, onVisitDay, visitStart } from "./timeline";

export interface SeedOptions {
  /** Owner or application role; nothing is asked of it that the application may not do. */
  databaseUrl: string;
  onProgress(done: number, total: number): void;
  /** The moment of seeding; the visit is dated around it. */
  now?: Date;
}

/** How many assignments are played at the same time. */
const PLAYERS = 4;

/**
 * Seeds the founding cohort as a demo, once. A database in which it stands already is left alone,
 * whatever people have done with it since; a seeding that was interrupted is carried on from where
 * it stopped, with the dates that it began with.
 */
export async function seed(options: SeedOptions): Promise<void> {
  const db = connect(options.databaseUrl);
  try {
    await seedDatabase(db, options, options.now ?? new Date());
  } finally {
    await db.$disconnect();
  }
}

async function seedDatabase(
  db: Db,
  { databaseUrl, onProgress }: SeedOptions,
  startedAt: Date,
): Promise<void> {
  const installation = await db.installation.findUnique({ where: { id: 1 } });
  if (installation?.demoSeededAt) return;

  const people = demoPeople();
  const parts = people.participants.flatMap((participant) => {
    const part = partOf(participant.rosterNumber);
    return part ? [{ participant, part }] : [];
  });
  const total = parts.length + 3;
  let done = 0;
  const progress = () => {
    done += 1;
    onProgress(done, total);
  };
  onProgress(0, total);

  await withClient(databaseUrl, (client) => writeReference(client, startedAt));
  await seedRubricLibrary(db);
  await seedCenter(db, startedAt);
  // The first attempt's dates stand, so that an interrupted seeding goes on with them.
  await seedCohort(db, people, visitStart(startedAt), startedAt);
  const { createdAt: now, visits } = await db.cohort.findUniqueOrThrow({
    where: { id: COHORT_ID },
    select: { createdAt: true, visits: { select: { startsOn: true } } },
  });
  const [visit] = visits;
  if (!visit) throw new Error("the demo's cohort has no visit");
  const visitOn = isoDate(visit.startsOn);
  await db.installation.upsert({
    where: { id: 1 },
    create: { id: 1, demoVisitOn: visit.startsOn },
    update: { demoVisitOn: visit.startsOn },
  });
  await seedAgenda(db, people, visitOn, now);
  progress();

  await assign(db, people, visitOn);
  progress();

  const queue = [...parts];
  const player = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { participant, part } = next;
      const code = innovationOf(participant.rosterNumber);
      const slow = { from: part.stage, delayHours: part.delayHours };
      const pace = new DemoPace(participant.email, visitOn, now, slow);
      const assignmentId = await assignmentOf(db, participant.enrolmentId, innovationId(code));
      const play = await openPlay(db, assignmentId, pace);
      await perform(play, part);
      progress();
    }
  };
  await Promise.all(Array.from({ length: PLAYERS }, player));
  await cancelMistake(db, people, visitOn, now);
  await seedSecondRatings(db, people, now, (personId) => actorOf(db, personId));

  await db.$transaction(async (tx) => {
    const { count } = await tx.installation.updateMany({
      where: { id: 1, demoSeededAt: null },
      data: { demoSeededAt: startedAt },
    });
    if (count === 0) return;
    await audit(tx, {
      type: "demo.seeded",
      at: startedAt,
      actorId: null,
      actor: { role: "SYSTEM" },
      centerId: CENTER_ID,
      cohortId: COHORT_ID,
      subject: { type: "cohort", id: COHORT_ID },
      payload: {},
    });
  });
  progress();
}

/**
 * Plays a part. One that was begun by an earlier version of this seed may not fit any more: it is
 * left where it stands rather than keep the demo from being finished.
 */
async function perform(play: Play, part: Part): Promise<void> {
  try {
    await STORIES[part.story](play, part.stage);
  } catch (error) {
    if (!(error instanceof Refused && play.resumed)) throw error;
  }
}

async function assignmentOf(db: Db, enrolmentId: string, ofInnovation: string): Promise<string> {
  const { id } = await db.assignment.findUniqueOrThrow({
    where: { enrolmentId_innovationId: { enrolmentId, innovationId: ofInnovation } },
    select: { id: true },
  });
  return id;
}

async function actorOf(db: Db, personId: string): Promise<Actor> {
  const { sessionVersion } = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: { sessionVersion: true },
  });
  const actor = await findActor(db, { personId, sessionVersion });
  if (!actor) throw new Error(`person ${personId} cannot act`);
  return actor;
}

/** Facilitators give their groups the work a week ahead; staff add two more during the visit. */
async function assign(db: Db, people: DemoPeople, visitOn: string): Promise<void> {
  const give = async (
    actor: Actor,
    name: string,
    input: {
      enrolmentIds: string[];
      code: (typeof INNOVATION_CODES)[number];
      instructions: string;
    },
    dueAt: ReturnType<typeof dueDates>,
    at: Date,
  ) => {
    const result = await createAssignments({ db, clock: fixedClock(at) }, actor, {
      commandId: stableId(`assign:${name}`),
      cohortId: COHORT_ID,
      enrolmentIds: input.enrolmentIds,
      innovationIds: [innovationId(input.code)],
      dueAt: {
        EVALUATE: dueAt.EVALUATE.toISOString(),
        OBSTACLES: dueAt.OBSTACLES.toISOString(),
        SOLUTION: dueAt.SOLUTION.toISOString(),
        PLAN: dueAt.PLAN.toISOString(),
      },
      instructions: input.instructions,
    });
    // A conflict is an interrupted run of an earlier version, which has assigned already.
    if (!result.ok && result.reason !== "conflict") {
      throw new Error(`assigning ${name}: ${JSON.stringify(result)}`);
    }
  };

  for (const [group, facilitator] of people.facilitators.entries()) {
    const actor = await actorOf(db, facilitator.id);
    for (const [index, code] of INNOVATION_CODES.entries()) {
      const enrolmentIds = people.participants
        .filter(
          ({ rosterNumber, group: of }) =>
            of === group && innovationOf(rosterNumber) === code && partOf(rosterNumber) !== null,
        )
        .map(({ enrolmentId }) => enrolmentId);
      if (enrolmentIds.length === 0) continue;
      const at = onVisitDay(visitOn, -6, `1${group % 3}:${String(10 + index * 4)}`);
      const instructions = INSTRUCTIONS[(group + index) % INSTRUCTIONS.length] ?? INSTRUCTIONS[0];
      const input = { enrolmentIds, code, instructions };
      await give(actor, `${group}:${code}`, input, dueDates(visitOn, group), at);
    }
  }

  const staff = await actorOf(db, people.staff.id);
  const ofRoster = (rosterNumber: number) =>
    people.participants
      .filter((participant) => participant.rosterNumber === rosterNumber)
      .map(({ enrolmentId }) => enrolmentId);
  await give(
    staff,
    "second",
    {
      enrolmentIds: ofRoster(SECOND_ASSIGNMENT.rosterNumber),
      code: SECOND_ASSIGNMENT.innovation,
      instructions: SECOND_INNOVATION,
    },
    {
      EVALUATE: onVisitDay(visitOn, 5, "17:00"),
      OBSTACLES: onVisitDay(visitOn, 8, "17:00"),
      SOLUTION: onVisitDay(visitOn, 11, "17:00"),
      PLAN: onVisitDay(visitOn, 15, "17:00"),
    },
    onVisitDay(visitOn, 3, "08:15"),
  );
  await give(
    staff,
    "mistaken",
    {
      enrolmentIds: ofRoster(CANCELLED_ASSIGNMENT.rosterNumber),
      code: CANCELLED_ASSIGNMENT.innovation,
      instructions: "",
    },
    dueDates(visitOn, 3),
    onVisitDay(visitOn, 1, "07:40"),
  );
}

async function cancelMistake(
  db: Db,
  people: DemoPeople,
  visitOn: string,
  now: Date,
): Promise<void> {
  const participant = people.participants.find(
    ({ rosterNumber }) => rosterNumber === CANCELLED_ASSIGNMENT.rosterNumber,
  );
  if (!participant) return;
  const id = await assignmentOf(
    db,
    participant.enrolmentId,
    innovationId(CANCELLED_ASSIGNMENT.innovation),
  );
  const play = await openPlay(db, id, new DemoPace("cancelled", visitOn, now, null));
  const staff = await actorOf(db, people.staff.id);
  await play.cancel(staff, CANCEL_REASON, onVisitDay(visitOn, 1, "09:05"));
}
