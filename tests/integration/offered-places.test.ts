import { beforeEach, describe, expect, it } from "vitest";
import { listTasks } from "@/lib/assignment/data";
import { participantScope } from "@/lib/assignment/policy";
import { cohortReach } from "@/lib/cohort/policy";
import { findUnsentInCohort } from "@/lib/device/data";
import { reportDevice } from "@/lib/device/mutations";
import { listOfferedPlaces } from "@/lib/enrolment/data";
import { answerOffer, returnEnrolment, withdrawEnrolment } from "@/lib/enrolment/mutations";
import { listCohortPeople } from "@/lib/invitation/data";
import { inviteToCohort } from "@/lib/invitation/mutations";
import { composeLetter, letterSelect } from "@/lib/mail/data";
import { findSide } from "@/lib/merging/data";
import { planMerge } from "@/lib/merging/workflow";
import { findActor } from "@/lib/person/data";
import { issueLinks } from "@/lib/person/record";
import type { Actor } from "@/lib/platform/actor";
import { success } from "@/lib/platform/result";
import { transaction } from "@/lib/platform/transaction";
import { removeEntry, saveEntry } from "@/lib/roster/mutations";
import { roomsOf } from "@/lib/session/workspace";
import { openDoor } from "@/lib/staff/mutations";
import { openDatabase } from "@/tests/support/database";
import { openStatementCounter } from "@/tests/support/statements";
import {
  addAdministrator,
  assign,
  createWorld,
  enrolmentOf,
  giveLogins,
  newId,
  value,
  type World,
} from "@/tests/support/world";

/** A place in a cohort that a centre gives to somebody whom another centre knew before. */

const database = openDatabase();
const { app: db } = database;
const NUMBER = "198609262015051009";
let world: World;
let person: Actor;
let agency: string;

beforeEach(async () => {
  await db.rateLimit.deleteMany();
  await db.person.updateMany({ data: { idNumber: null, idType: "NONE" } });
  world = await createWorld(db);
  await giveLogins(db, world);
  person = world.otherParticipant;
  await db.person.update({
    where: { id: person.personId },
    data: { idType: "NIP", idNumber: NUMBER },
  });
  const own = await db.agency.findFirstOrThrow({ where: { centerId: world.centerId } });
  agency = own.name;
});

const now = () => world.ctx.clock.now();

/** As an organiser of the world's centre writes somebody down, by the number. */
async function enrol(
  more: { idNumber?: string; role?: "PARTICIPANT" | "FACILITATOR"; fullName?: string } = {},
): Promise<string> {
  const { idNumber = NUMBER, role = "PARTICIPANT", fullName = "Nama Menurut Daftar" } = more;
  value(
    await saveEntry(world.ctx, world.organizer, {
      commandId: newId(),
      cohortId: world.cohortId,
      enrolmentId: null,
      basedOn: null,
      newAgency: null,
      entry: {
        role,
        fullName,
        idType: idNumber === "" ? "NONE" : "NIP",
        idNumber,
        email: "",
        grade: "",
        position: "Kepala Seksi",
        workUnit: "Seksi",
        agency,
        group: "",
        isGroupLead: false,
        facilitator: "",
      },
    }),
  );
  const made = await db.enrolment.findFirstOrThrow({
    where: { cohortId: world.cohortId, fullName },
    select: { id: true },
  });
  return made.id;
}

const enrolment = (id: string) => db.enrolment.findUniqueOrThrow({ where: { id } });

async function asNow({ personId }: Pick<Actor, "personId">): Promise<Actor> {
  const { sessionVersion } = await db.person.findUniqueOrThrow({ where: { id: personId } });
  const actor = await findActor(db, { personId, sessionVersion });
  if (!actor) throw new Error("nobody");
  return actor;
}

const answer = (actor: Actor, enrolmentId: string, accept = true, commandId = newId()) =>
  answerOffer(world.ctx, actor, { commandId, enrolmentId, accept });

/** A link that staff of a centre have seen. */
const shownLink = (personId: string) =>
  transaction(world.ctx, async (tx) => {
    const links = await issueLinks(tx, {
      personIds: [personId],
      channel: "SHEET",
      hours: 1,
      now: now(),
      actor: { id: null, role: "STAFF" },
    });
    return success(links.get(personId)?.linkId ?? "");
  }).then(value);
const isOpen = async (id: string) =>
  (await db.oneTimeLink.findUniqueOrThrow({ where: { id } })).revokedAt === null;

const rowOf = async (enrolmentId: string) =>
  (
    await listCohortPeople(
      db,
      { cohortId: world.cohortId as never, centerId: world.centerId },
      { view: "all", q: "", page: 1 },
      now(),
    )
  ).rows.find((row) => row.enrolmentId === enrolmentId);

describe("somebody whom another centre knows", () => {
  it("is offered a place, which opens nothing before it is taken", async () => {
    const id = await enrol();
    expect(await enrolment(id)).toMatchObject({ personId: person.personId, acceptedAt: null });
    const before = await asNow(person);
    expect(before).toMatchObject({ offered: true });
    expect(before.enrolments.map((each) => each.id)).toEqual([enrolmentOf(person)]);
    expect(cohortReach(before).cohortIds).not.toContain(world.cohortId);
    expect(participantScope(before).enrolmentIds).not.toContain(id);
    // What their phone holds of other work is no business of who offers a place.
    value(
      await reportDevice(world.ctx, before, {
        commandId: newId(),
        deviceId: newId(),
        drafts: 1,
        photos: 0,
        oldestAt: null,
      }),
    );
    const unsent = () => findUnsentInCohort(db, world.cohortId as never, now());
    expect((await unsent()).total).toBe(0);
    // Work may be laid out for them; it is not theirs yet.
    await assign(world, {
      ...person,
      enrolments: [{ id, cohortId: world.cohortId, role: "PARTICIPANT" }],
    });
    const tasks = async (actor: Actor) =>
      (await listTasks(db, participantScope(actor), 1, now())).total;
    expect(await tasks(before)).toBe(0);

    expect(await listOfferedPlaces(db, person)).toMatchObject([
      { enrolmentId: id, role: "PARTICIPANT", rosterName: "Nama Menurut Daftar" },
    ]);
    value(await answer(before, id));
    const after = await asNow(person);
    expect(after.offered).toBeUndefined();
    expect(cohortReach(after).cohortIds).toContain(world.cohortId);
    expect(await tasks(after)).toBe(1);
    expect(await listOfferedPlaces(db, person)).toEqual([]);
    const said = await db.auditEvent.findFirstOrThrow({ where: { type: "enrolment.accepted" } });
    expect(said).toMatchObject({
      actorId: person.personId,
      centerId: world.centerId,
      subjectId: id,
    });
  });

  it("has no room for it, nor for a facilitator's place", async () => {
    const stranger = world.stranger;
    await db.person.update({
      where: { id: stranger.personId },
      data: { idType: "NIP", idNumber: "197811022003122002" },
    });
    const id = await enrol({ idNumber: "197811022003122002", role: "FACILITATOR" });
    expect(roomsOf(await asNow(stranger))).not.toContain("reviews");
    value(await answer(await asNow(stranger), id));
    expect(roomsOf(await asNow(stranger))).toContain("reviews");
  });

  it("keeps the place once taken, in every later cohort of that centre too", async () => {
    value(await answer(person, await enrol()));
    const cohort = await db.cohort.findUniqueOrThrow({ where: { id: world.cohortId } });
    const { id: _id, dueDates: _due, gradeBands, ...like } = cohort;
    const next = await db.cohort.create({
      data: { ...like, name: `Berikutnya ${newId()}`, gradeBands: gradeBands as object[] },
    });
    const own = await db.agency.findFirstOrThrow({ where: { centerId: world.centerId } });
    const later = await db.enrolment.create({
      data: {
        cohortId: next.id,
        personId: person.personId,
        role: "PARTICIPANT",
        fullName: "Nama",
        agencyId: own.id,
        workUnit: "",
        position: "",
        rosterNumber: 1,
      },
    });
    expect(later.acceptedAt).not.toBeNull();
  });

  it("answers once: the same answer given again changes nothing", async () => {
    const id = await enrol();
    const commandId = newId();
    const both = await Promise.all([
      answer(person, id, true, commandId),
      answer(person, id, true, commandId),
      answer(person, id),
    ]);
    expect(both.every(({ ok }) => ok)).toBe(true);
    expect(await answer(person, id, false)).toMatchObject({ reason: "conflict" });
    expect(await answer(person, id, false, commandId)).toMatchObject({ reason: "conflict" });
    expect(
      await db.auditEvent.count({ where: { type: "enrolment.accepted", subjectId: id } }),
    ).toBe(1);
  });

  it("is offered it in a draft as well, and not in a cohort that has ended", async () => {
    const id = await enrol();
    for (const [state, count] of [
      ["DRAFT", 1],
      ["CLOSED", 0],
      ["ARCHIVED", 0],
    ] as const) {
      // Past the table of states, which has tests of its own.
      await database.owner.$executeRawUnsafe("ALTER TABLE cohorts DISABLE TRIGGER USER");
      await db.cohort.update({ where: { id: world.cohortId }, data: { state } });
      await database.owner.$executeRawUnsafe("ALTER TABLE cohorts ENABLE TRIGGER USER");
      expect(await listOfferedPlaces(db, person), state).toHaveLength(count);
      expect((await asNow(person)).offered ?? false, state).toBe(count > 0);
      const result = await answer(person, id, false, newId());
      if (count === 0)
        expect(result, state).toMatchObject({ reason: `cohort_${state.toLowerCase()}` });
      else {
        expect(result.ok).toBe(true);
        await db.enrolment.update({
          where: { id },
          data: { withdrawnAt: null, withdrawnReason: null },
        });
      }
    }
  });
});

describe("nobody else", () => {
  it("answers, whatever they are", async () => {
    const id = await enrol();
    const administrator = await addAdministrator(db, world);
    const others = [
      world.organizer,
      world.viewer,
      administrator,
      world.administrator,
      world.stranger,
      world.otherFacilitator,
      ...world.facilitators,
      ...world.participants,
    ];
    for (const actor of others) {
      for (const accept of [true, false]) {
        expect(await answer(actor, id, accept), actor.name).toMatchObject({ reason: "not_found" });
      }
    }
    expect(await answer(person, newId())).toMatchObject({ reason: "not_found" });
    // Whom the centre keeps away finds nothing of it.
    await db.accessSuspension.create({
      data: {
        centerId: world.centerId,
        personId: person.personId,
        createdById: administrator.personId,
      },
    });
    expect((await asNow(person)).offered).toBeUndefined();
    expect(await listOfferedPlaces(db, person)).toEqual([]);
    expect(await answer(person, id)).toMatchObject({ reason: "not_found" });
    expect(await enrolment(id)).toMatchObject({ acceptedAt: null, withdrawnAt: null });
  });
});

describe("who is not meant", () => {
  it("says so, and is out of the cohort until the organiser offers anew", async () => {
    const id = await enrol();
    value(await answer(person, id, false));
    value(await answer(person, id, false));
    expect(await enrolment(id)).toMatchObject({ acceptedAt: null, withdrawnReason: "Bukan saya" });
    expect(await answer(person, id)).toMatchObject({ reason: "conflict" });
    expect(await asNow(person)).not.toHaveProperty("offered");
    value(
      await returnEnrolment(world.ctx, world.organizer, {
        commandId: newId(),
        cohortId: world.cohortId,
        enrolmentId: id,
      }),
    );
    expect(await asNow(person)).toMatchObject({ offered: true });
    value(await answer(person, id));
  });

  it("leaves nobody to a facilitator who never was one", async () => {
    const id = await enrol({ role: "FACILITATOR" });
    const guided = world.participants[0] as Actor;
    await db.enrolment.update({
      where: { id: enrolmentOf(guided) },
      data: { facilitatorId: id },
    });
    value(await answer(person, id, false));
    expect(await enrolment(enrolmentOf(guided))).toMatchObject({ facilitatorId: null });
  });
});

describe("the centre that knew the person first", () => {
  const otherCenter = () => world.stranger.staff[0]?.centerId ?? "";
  const open = (channel: "LINK" | "MAIL" = "LINK") =>
    openDoor(world.ctx, world.stranger, {
      commandId: newId(),
      centerId: otherCenter(),
      personId: person.personId,
      channel,
      locale: "id",
    });

  it("loses no door by an offer, and every one that is more than a letter once it is taken", async () => {
    const link = await shownLink(person.personId);
    const id = await enrol();
    // What it opens has not changed: the sheet works, and another may be made.
    expect(await isOpen(link)).toBe(true);
    expect((await open()).ok).toBe(true);
    expect(await findSide(db, otherCenter(), person.personId, now())).toMatchObject({
      // But the two are not made one while somebody else waits for an answer.
      isElsewhere: true,
    });
    const again = await shownLink(person.personId);
    value(await answer(person, id));
    expect(await isOpen(again)).toBe(false);
    expect(await open()).toMatchObject({ reason: "forbidden" });
  });

  it("may merge again when the offer has ended", async () => {
    const id = await enrol();
    const side = () => findSide(db, otherCenter(), person.personId, now());
    const [keep] = await Promise.all([
      findSide(db, otherCenter(), world.otherFacilitator.personId, now()),
    ]);
    const judge = async () => {
      const double = await side();
      if (!keep || !double) throw new Error("unknown");
      const decision = planMerge(keep, double, { administer: true });
      return decision.ok ? "ok" : decision.reason;
    };
    expect(await judge()).toBe("elsewhere");
    value(await answer(person, id, false));
    expect(await judge()).not.toBe("elsewhere");
  });
});

describe("somebody who belongs to no other centre", () => {
  it("is enrolled at once, and the links that others saw end", async () => {
    const loose = await db.person.create({
      data: { displayName: "Tanpa Pusdiklat", idType: "NIP", idNumber: "197503122000031001" },
    });
    const link = await shownLink(loose.id);
    const id = await enrol({ idNumber: "197503122000031001", fullName: "Orang Lama" });
    expect(await enrolment(id)).toMatchObject({ personId: loose.id });
    expect((await enrolment(id)).acceptedAt).not.toBeNull();
    expect(await isOpen(link)).toBe(false);
  });

  it("is new: nothing is to be asked", async () => {
    const id = await enrol({ idNumber: "", fullName: "Orang Baru" });
    expect((await enrolment(id)).acceptedAt).not.toBeNull();
  });

  it("is of the centre already: its own sheets go on working", async () => {
    const known = world.participants[0] as Actor;
    await db.enrolment.delete({ where: { id: enrolmentOf(known) } });
    await db.staffMembership.create({
      data: { centerId: world.centerId, personId: known.personId, role: "VIEWER" },
    });
    await db.person.update({
      where: { id: known.personId },
      data: { idType: "NIP", idNumber: "197503122000031002" },
    });
    const link = await shownLink(known.personId);
    await enrol({ idNumber: "197503122000031002", fullName: "Orang Sendiri" });
    expect(await isOpen(link)).toBe(true);
  });

  it("administers the platform: it is asked", async () => {
    await db.person.update({
      where: { id: world.administrator.personId },
      data: { idType: "NIP", idNumber: "197503122000031003" },
    });
    const id = await enrol({ idNumber: "197503122000031003", fullName: "Administrator" });
    expect((await enrolment(id)).acceptedAt).toBeNull();
  });
});

describe("the organiser", () => {
  const invite = (enrolmentIds: string[] | null, channel: "MAIL" | "LINK" | "SHEET" = "MAIL") =>
    inviteToCohort(world.ctx, world.organizer, {
      commandId: newId(),
      cohortId: world.cohortId,
      enrolmentIds,
      channel,
      locale: "id",
    });

  it("sees that it waits, and nothing of the account", async () => {
    const id = await enrol();
    expect(await rowOf(id)).toMatchObject({ isOffered: true, access: "ELSEWHERE", email: null });
    await db.person.update({ where: { id: person.personId }, data: { passwordHash: "x" } });
    expect(await rowOf(id)).toMatchObject({ isOffered: true, access: "ELSEWHERE" });
  });

  it("reminds by a letter to the person's own address, whether there is an account or not", async () => {
    const id = await enrol();
    expect(value(await invite([id]))).toMatchObject({
      letters: 0,
      skipped: [{ reason: "NO_EMAIL" }],
    });
    await db.person.update({
      where: { id: person.personId },
      data: { email: `milik-${newId()}@lain.test` },
    });
    for (const channel of ["LINK", "SHEET"] as const) {
      expect(value(await invite([id], channel)).skipped).toMatchObject([{ reason: "ELSEWHERE" }]);
    }
    // Under a clock that stands still no letter is later than another: the new one is the unseen one.
    const seen: string[] = [];
    const last = async () => {
      const fresh = await db.mailMessage.findMany({
        where: { personId: person.personId, id: { notIn: seen } },
        select: { ...letterSelect, id: true },
      });
      const [letter] = fresh;
      if (!letter || fresh.length > 1) throw new Error(`${fresh.length} letters`);
      seen.push(letter.id);
      return letter;
    };
    expect(value(await invite([id]))).toMatchObject({ letters: 1, links: [], skipped: [] });
    const first = await last();
    expect(first).toMatchObject({ kind: "ENROLMENT_OFFERED", centerId: world.centerId });
    expect((await composeLetter(first, world.ctx.clock.now())).text).toContain("/set-password/");
    // A link of another centre that works still is not replaced by a roster.
    const sheet = await shownLink(person.personId);
    value(await invite([id]));
    await last();
    expect(await isOpen(sheet)).toBe(true);
    await db.person.update({ where: { id: person.personId }, data: { passwordHash: "x" } });
    expect(value(await invite([id]))).toMatchObject({ letters: 1, skipped: [] });
    const later = await last();
    expect(later).toMatchObject({ kind: "ENROLMENT_OFFERED", link: null });
    const letter = await composeLetter(later, world.ctx.clock.now());
    expect(letter.text).toContain("/sign-in");
    expect(letter.text).toContain("Bukan saya");
    // Whoever is not in yet is meant by "all", and so is who waits.
    const everybody = value(await invite(null));
    expect(everybody.letters).toBe(1);
    value(await answer(person, id));
    expect(value(await invite([id])).skipped).toMatchObject([{ reason: "HAS_ACCOUNT" }]);
  });

  it("withdraws it, or takes it off the roster", async () => {
    const id = await enrol();
    value(
      await withdrawEnrolment(world.ctx, world.organizer, {
        commandId: newId(),
        cohortId: world.cohortId,
        enrolmentId: id,
        reason: "Salah orang",
        successorId: null,
      }),
    );
    expect(await answer(person, id)).toMatchObject({ reason: "conflict" });
    value(
      await returnEnrolment(world.ctx, world.organizer, {
        commandId: newId(),
        cohortId: world.cohortId,
        enrolmentId: id,
      }),
    );
    value(
      await removeEntry(world.ctx, world.organizer, {
        commandId: newId(),
        cohortId: world.cohortId,
        enrolmentId: id,
      }),
    );
    expect(await answer(person, id)).toMatchObject({ reason: "not_found" });
  });
});

it("asks one statement, however many places are offered", async () => {
  const counter = openStatementCounter(database.appUrl);
  try {
    const cohort = await db.cohort.findUniqueOrThrow({ where: { id: world.cohortId } });
    const { id: _id, dueDates: _due, gradeBands, ...like } = cohort;
    const own = await db.agency.findFirstOrThrow({ where: { centerId: world.centerId } });
    for (const size of [0, 1, 20]) {
      const made = await db.cohort.createManyAndReturn({
        data: Array.from({ length: size }, () => ({
          ...like,
          name: `Angkatan ${newId()}`,
          gradeBands: gradeBands as object[],
        })),
        select: { id: true },
      });
      await db.enrolment.createMany({
        data: made.map(({ id }) => ({
          cohortId: id,
          personId: person.personId,
          role: "PARTICIPANT" as const,
          fullName: "Nama",
          agencyId: own.id,
          workUnit: "",
          position: "",
          rosterNumber: 1,
        })),
      });
      const asked = await counter.during(() => listOfferedPlaces(counter.db, person));
      expect(asked, `${size}:\n${asked.join("\n")}`).toHaveLength(1);
    }
    expect(await listOfferedPlaces(db, person)).toHaveLength(21);
  } finally {
    await counter.close();
  }
});
