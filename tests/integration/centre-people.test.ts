import { beforeEach, describe, expect, it } from "vitest";
import { authorizeOffice } from "@/lib/center/policy";
import { findSide, planHash } from "@/lib/merging/data";
import { mergePeople } from "@/lib/merging/mutations";
import { planMerge } from "@/lib/merging/workflow";
import { findActor } from "@/lib/person/data";
import { setPasswordByLink, signIn } from "@/lib/person/mutations";
import type { Actor } from "@/lib/platform/actor";
import { hashPassword } from "@/lib/platform/password";
import { findKnown, listCenterPeople } from "@/lib/staff/data";
import { changeRole, enlist, openDoor, removeStaff, setSuspension } from "@/lib/staff/mutations";
import { openDatabase } from "@/tests/support/database";
import {
  approve,
  assign,
  createWorld,
  enrolmentOf,
  giveLogins,
  newId,
  submit,
  value,
  type World,
} from "@/tests/support/world";

const database = openDatabase();
const password = "kata sandi yang panjang";
let world: World;
let administrator: Actor;
let second: Actor;

beforeEach(async () => {
  await database.app.rateLimit.deleteMany();
  world = await createWorld(database.app);
  [administrator, second] = [await staff("ADMINISTRATOR"), await staff("ADMINISTRATOR")];
});

async function staff(role: "ADMINISTRATOR" | "ORGANIZER" | "VIEWER"): Promise<Actor> {
  const { id } = await database.app.person.create({ data: { displayName: `Staf ${role}` } });
  await database.app.staffMembership.create({
    data: { centerId: world.centerId, personId: id, role, acceptedAt: new Date() },
  });
  return asNow(id);
}

async function asNow(personId: string): Promise<Actor> {
  const { sessionVersion } = await database.app.person.findUniqueOrThrow({
    where: { id: personId },
  });
  const actor = await findActor(database.app, { personId, sessionVersion });
  if (!actor) throw new Error("nobody");
  return actor;
}

const base = (personId: string) => ({ commandId: newId(), centerId: world.centerId, personId });
const now = () => world.ctx.clock.now();
const someone = (index = 0) => world.participants[index] as Actor;

describe("staff of a centre", () => {
  it("are added by its administrators: new people by a link, known ones by a letter", async () => {
    const add = (actor: Actor, staffEmail: string, commandId = newId()) =>
      enlist(world.ctx, actor, {
        commandId,
        centerId: world.centerId,
        staffName: "Nama Baru",
        staffEmail,
        role: "VIEWER",
        locale: "id",
      });
    const fresh = `${newId()}@pusdiklat.test`;
    for (const [actor, reason] of [
      [world.organizer, "forbidden"],
      [world.viewer, "forbidden"],
      [world.stranger, "not_found"],
      [someone(), "not_found"],
    ] as const) {
      expect(await add(actor, fresh)).toMatchObject({ reason });
    }
    const commandId = newId();
    const made = value(await add(administrator, fresh, commandId));
    expect(made).toMatchObject({ letter: null, invitation: { name: "Nama Baru" } });
    expect(value(await add(administrator, fresh, commandId))).toEqual(made);
    // Who is no administrator any more is not shown the link again.
    for (const [role, reason] of [
      ["ORGANIZER", "forbidden"],
      [null, "not_found"],
    ] as const) {
      const staff = role ? [{ centerId: world.centerId, role }] : [];
      const actor = { ...administrator, staff };
      expect(await add(actor, fresh, commandId)).toMatchObject({ ok: false, reason });
    }
    expect(await add(administrator, fresh)).toMatchObject({
      issues: [{ path: "staffEmail", code: "already_staff" }],
    });
    // Somebody of another centre, without a password yet: no key is shown.
    const known = `${newId()}@pusdiklat.test`;
    await database.app.person.update({
      where: { id: world.stranger.personId },
      data: { email: known },
    });
    const told = value(await add(administrator, known));
    expect(told).toEqual({ invitation: null, letter: "KEPT" });
    const person = await database.app.person.findUniqueOrThrow({ where: { email: known } });
    expect(person.displayName).toBe(world.stranger.name);
  });

  it("keep an administrator who can act, whatever comes first", async () => {
    const demote = (who: Actor, by = administrator) =>
      changeRole(world.ctx, by, { ...base(who.personId), role: "VIEWER" });
    // Both at the same moment, each the other one.
    const both = await Promise.all([demote(second), demote(administrator, second)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: "last_administrator" });
    const [last] = await database.app.staffMembership.findMany({
      where: { centerId: world.centerId, role: "ADMINISTRATOR" },
    });
    const remaining = await asNow(last?.personId ?? "");
    expect(await removeStaff(world.ctx, remaining, base(remaining.personId))).toMatchObject({
      reason: "last_administrator",
    });
    // Past the commands, the database keeps one too.
    await expect(
      database.app.staffMembership.delete({ where: { id: last?.id ?? "" } }),
    ).rejects.toThrow(/keeps an administrator/);
    // One who cannot act does not count.
    const other = await staff("ADMINISTRATOR");
    value(await setSuspension(world.ctx, remaining, { ...base(other.personId), suspended: true }));
    expect(await removeStaff(world.ctx, remaining, base(remaining.personId))).toMatchObject({
      reason: "last_administrator",
    });
  });

  it("are changed by administrators of that centre alone", async () => {
    for (const [actor, reason] of [
      [world.organizer, "forbidden"],
      [world.viewer, "forbidden"],
      [world.stranger, "not_found"],
      [someone(), "not_found"],
    ] as const) {
      const input = base(world.viewer.personId);
      expect(await changeRole(world.ctx, actor, { ...input, role: "ADMINISTRATOR" })).toMatchObject(
        { reason },
      );
      expect(await removeStaff(world.ctx, actor, base(world.viewer.personId))).toMatchObject({
        reason,
      });
    }
    expect(
      await removeStaff(world.ctx, administrator, base(world.stranger.personId)),
    ).toMatchObject({ reason: "not_found" });
    value(await removeStaff(world.ctx, administrator, base(world.viewer.personId)));
    expect((await asNow(world.viewer.personId)).staff).toEqual([]);
  });
});

describe("access to a centre", () => {
  it("is closed at once, for what is that centre's, and opened again", async () => {
    // The same human in another centre's cohort too.
    const who = someone();
    await database.app.enrolment.updateMany({
      where: { id: enrolmentOf(world.otherParticipant) },
      data: { personId: who.personId },
    });
    expect((await asNow(who.personId)).enrolments).toHaveLength(2);
    const id = await assign(world, who);
    value(
      await setSuspension(world.ctx, administrator, { ...base(who.personId), suspended: true }),
    );
    const kept = await asNow(who.personId);
    expect(kept.enrolments.map(({ cohortId }) => cohortId)).toEqual([
      world.otherParticipant.enrolments[0]?.cohortId,
    ]);
    expect(await submit(world, kept, id, "EVALUATE")).toMatchObject({ reason: "not_found" });
    value(
      await setSuspension(world.ctx, administrator, { ...base(who.personId), suspended: false }),
    );
    expect((await asNow(who.personId)).enrolments).toHaveLength(2);
    for (const [actor, reason] of [
      [world.organizer, "forbidden"],
      [world.stranger, "not_found"],
    ] as const) {
      expect(
        await setSuspension(world.ctx, actor, { ...base(who.personId), suspended: true }),
      ).toMatchObject({ reason });
    }
    expect(
      await setSuspension(world.ctx, administrator, {
        ...base(world.stranger.personId),
        suspended: true,
      }),
    ).toMatchObject({ reason: "not_found" });
    expect(
      await setSuspension(world.ctx, administrator, {
        ...base(administrator.personId),
        suspended: true,
      }),
    ).toMatchObject({ reason: "forbidden" });
  });

  it("takes staff's powers as well", async () => {
    value(
      await setSuspension(world.ctx, administrator, {
        ...base(world.organizer.personId),
        suspended: true,
      }),
    );
    expect((await asNow(world.organizer.personId)).staff).toEqual([]);
  });
});

describe("a new password", () => {
  beforeEach(() => giveLogins(database.app, world));
  const open = (actor: Actor, personId: string, channel: "LINK" | "MAIL" = "LINK") =>
    openDoor(world.ctx, actor, { ...base(personId), channel, locale: "id" });

  it("is opened by a link that staff hand on, and the old one works until then", async () => {
    const who = someone();
    const email = `${newId()}@lokus.test`;
    await database.app.person.update({
      where: { id: who.personId },
      data: { email, passwordHash: await hashPassword("kata sandi yang lama") },
    });
    const { invitation } = value(await open(world.organizer, who.personId));
    const enter = (secret: string) =>
      signIn(world.ctx, { login: email, password: secret, address: "192.0.2.9" });
    value(await enter("kata sandi yang lama"));
    const token = invitation?.url.split("/").at(-1) ?? "";
    value(await setPasswordByLink(world.ctx, { token, password, address: "192.0.2.9" }));
    expect(await enter("kata sandi yang lama")).toMatchObject({ reason: "wrong_password" });
    value(await enter(password));
  });

  it("is no way around: not into administrators, other centres, or closed access", async () => {
    expect(await open(world.organizer, administrator.personId)).toMatchObject({
      reason: "forbidden",
    });
    expect(await open(world.viewer, someone().personId)).toMatchObject({ reason: "forbidden" });
    expect(await open(world.stranger, someone().personId)).toMatchObject({ reason: "not_found" });
    expect(await open(world.organizer, world.otherParticipant.personId)).toMatchObject({
      reason: "not_found",
    });
    expect(await open(world.organizer, someone().personId, "MAIL")).toMatchObject({
      reason: "no_email",
    });
    value(
      await setSuspension(world.ctx, administrator, {
        ...base(someone().personId),
        suspended: true,
      }),
    );
    expect(await open(world.organizer, someone().personId)).toMatchObject({
      reason: "forbidden",
    });
    // Known elsewhere too: by a letter alone.
    await database.app.enrolment.updateMany({
      where: { id: enrolmentOf(world.otherParticipant) },
      data: { personId: someone(1).personId },
    });
    expect(await open(administrator, someone(1).personId)).toMatchObject({ reason: "forbidden" });
  });
});

describe("the people of a centre", () => {
  it("are found by name, e-mail and the whole of a number, which is masked", async () => {
    const who = someone();
    await database.app.person.update({
      where: { id: who.personId },
      data: { idType: "NIP", idNumber: "198609262015051001", email: `${who.personId}@x.test` },
    });
    const office = authorizeOffice(world.organizer, world.centerId, "read");
    if (!office) throw new Error("no proof");
    const find = async (q: string) =>
      (await listCenterPeople(database.app, office, { view: "all", q, page: 1 }, now())).rows;
    expect(await find("1986 0926 2015051001")).toHaveLength(1);
    expect(await find("19860926")).toHaveLength(0);
    const [found] = await find(who.personId);
    expect(found?.personId).toBe(who.personId);
    expect(found?.idNumber).not.toContain("19860926");
    expect(await find("%")).toHaveLength(0);
    expect((await find("")).map(({ personId }) => personId)).not.toContain(
      world.otherParticipant.personId,
    );
  });
});

describe("merging", () => {
  const plan = async (keepId: string, doubleId: string, administer = false) => {
    const keep = await findSide(database.app, world.centerId, keepId, now());
    const double = await findSide(database.app, world.centerId, doubleId, now());
    if (!keep || !double) throw new Error("unknown");
    const decision = planMerge(keep, double, { administer });
    return {
      decision,
      planned: decision.ok ? planHash(keep, double, decision.plan) : "0".repeat(64),
    };
  };
  const merge = async (
    actor: Actor,
    keepId: string,
    doubleId: string,
    planned?: string,
    commandId = newId(),
  ) =>
    mergePeople(world.ctx, actor, {
      commandId,
      centerId: world.centerId,
      keepId,
      doubleId,
      planned: planned ?? (await plan(keepId, doubleId)).planned,
    });

  /** A second person of the centre, in a cohort of its own. */
  async function double(): Promise<{ personId: string; enrolmentId: string }> {
    const cohort = await database.app.cohort.findUniqueOrThrow({ where: { id: world.cohortId } });
    const another = await database.app.cohort.create({
      data: {
        centerId: cohort.centerId,
        program: cohort.program,
        name: `Angkatan lain ${newId()}`,
        startsOn: cohort.startsOn,
        endsOn: cohort.endsOn,
        timeZone: cohort.timeZone,
        evaluationRubricId: cohort.evaluationRubricId,
        transferRubricId: cohort.transferRubricId,
        workRubricId: cohort.workRubricId,
        gradeBands: cohort.gradeBands ?? [],
        state: "DRAFT",
      },
    });
    await database.app.cohort.update({ where: { id: another.id }, data: { state: "RUNNING" } });
    const { id: personId } = await database.app.person.create({
      data: { displayName: "Ganda", email: `${newId()}@ganda.test` },
    });
    const enrolled = await database.app.enrolment.findUniqueOrThrow({
      where: { id: enrolmentOf(someone()) },
    });
    const enrolment = await database.app.enrolment.create({
      data: {
        cohortId: another.id,
        personId,
        role: "PARTICIPANT",
        fullName: "Ganda",
        agencyId: enrolled.agencyId,
        workUnit: "Seksi",
        position: "Kepala",
        rosterNumber: 1,
      },
    });
    return { personId, enrolmentId: enrolment.id };
  }

  it("makes one of two: enrolments go over, facts stay, the double's address opens the same door", async () => {
    const who = someone();
    await database.app.person.update({
      where: { id: who.personId },
      data: { email: `${newId()}@asli.test`, passwordHash: await hashPassword(password) },
    });
    const other = await double();
    await database.app.person.update({
      where: { id: other.personId },
      data: { idType: "NIP", idNumber: "198609262015051002" },
    });
    const { email } = await database.app.person.findUniqueOrThrow({
      where: { id: other.personId },
    });
    const before = await database.app.auditEvent.count();
    const commandId = newId();
    const { planned } = await plan(who.personId, other.personId);
    value(await merge(world.organizer, who.personId, other.personId, planned, commandId));
    value(await merge(world.organizer, who.personId, other.personId, planned, commandId));
    expect(await database.app.auditEvent.count()).toBe(before + 1);

    const session = value(
      await signIn(world.ctx, { login: email ?? "", password, address: "192.0.2.1" }),
    );
    expect(session.personId).toBe(who.personId);
    const actor = await findActor(database.app, session);
    expect(actor?.enrolments).toHaveLength(2);
    const alias = await database.app.person.findUniqueOrThrow({ where: { id: other.personId } });
    expect(alias).toMatchObject({ status: "DEACTIVATED", mergedIntoId: who.personId });
    expect(
      await database.app.person.findUniqueOrThrow({ where: { id: who.personId } }),
    ).toMatchObject({ idNumber: "198609262015051002" });
    expect(await findKnown(database.app, world.centerId, other.personId, now())).toBeNull();
    // What an import gives to the alias, the person gets.
    const enrolled = await database.app.enrolment.findUniqueOrThrow({
      where: { id: enrolmentOf(someone(1)) },
    });
    const { id: _, facilitatorId: __, groupId: ___, ...rest } = enrolled;
    await expect(
      database.app.enrolment.create({
        data: { ...rest, personId: other.personId, rosterNumber: 99 },
      }),
    ).rejects.toThrow(/Unique|unique/);
    // An alias stays one.
    await expect(
      database.app.person.update({ where: { id: other.personId }, data: { status: "ACTIVE" } }),
    ).rejects.toThrow();
    await expect(
      database.app.person.update({ where: { id: other.personId }, data: { mergedIntoId: null } }),
    ).rejects.toThrow();
  });

  it("ends the double in a cohort where both are, and keeps its work", async () => {
    const [one, two] = [someone(0), someone(1)];
    const id = await assign(world, two);
    value(await submit(world, two, id, "EVALUATE"));
    value(await merge(world.organizer, one.personId, two.personId));
    const left = await database.app.enrolment.findUniqueOrThrow({
      where: { id: enrolmentOf(two) },
    });
    expect(left.withdrawnAt).not.toBeNull();
    expect(left.personId).toBe(two.personId);
    expect(await database.app.revision.count({ where: { assignmentId: id } })).toBe(1);
    expect(await approve(world, world.facilitators[0] as Actor, id, "EVALUATE")).toMatchObject({
      reason: "withdrawn",
    });
  });

  it("passes a facilitator's participants on", async () => {
    const [one, two] = world.facilitators as [Actor, Actor];
    value(await merge(world.organizer, one.personId, two.personId));
    expect(await database.app.enrolment.count({ where: { facilitatorId: enrolmentOf(one) } })).toBe(
      4,
    );
  });

  it("refuses what would break a rule, and changes nothing", async () => {
    const facilitator = world.facilitators[0] as Actor;
    expect((await plan(facilitator.personId, someone().personId)).decision).toMatchObject({
      reason: "role_clash",
    });
    expect(await merge(world.organizer, facilitator.personId, someone().personId)).toMatchObject({
      reason: "not_mergeable",
      details: { cause: "role_clash" },
    });
    const other = await double();
    await database.app.person.update({
      where: { id: other.personId },
      data: { passwordHash: await hashPassword(password) },
    });
    expect(await merge(world.organizer, someone().personId, other.personId)).toMatchObject({
      details: { cause: "keep_the_other" },
    });
    expect(await merge(world.organizer, someone().personId, administrator.personId)).toMatchObject({
      details: { cause: "staff" },
    });
    expect(await database.app.person.count({ where: { mergedIntoId: { not: null } } })).toBe(
      await database.app.auditEvent.count({ where: { type: "person.merged" } }),
    );
  });

  it("never makes one of two who each have a number of the same kind", async () => {
    const [one, two] = [someone(0).personId, someone(1).personId];
    const number = async (id: string, idType: "NIP" | "NI_PPPK", idNumber: string) =>
      database.app.person.update({ where: { id }, data: { idType, idNumber } });
    await number(one, "NIP", `19860926201505${one.replace(/\D/g, "").slice(-4)}`);
    await number(two, "NIP", `19790101200001${two.replace(/\D/g, "").slice(-4)}`);
    for (const actor of [world.organizer, administrator]) {
      expect(await merge(actor, one, two)).toMatchObject({ details: { cause: "two_numbers" } });
    }
    // Who was employed by contract before has a number of each kind.
    await number(two, "NI_PPPK", `19860926202421${two.replace(/\D/g, "").slice(-4)}`);
    value(await merge(world.organizer, one, two));
  });

  it("ends an account beside another one by an administrator's word alone", async () => {
    const [one, two] = [someone(0).personId, someone(1).personId];
    await database.app.person.update({ where: { id: one }, data: { passwordHash: "x" } });
    await database.app.externalAccount.create({
      data: { issuer: "https://sso.test", subject: newId(), personId: two },
    });
    expect((await plan(one, two)).decision).toMatchObject({ reason: "two_accounts" });
    const { planned } = await plan(one, two, true);
    expect(await merge(world.organizer, one, two, planned)).toMatchObject({
      details: { cause: "two_accounts" },
    });
    value(await merge(administrator, one, two, planned));
  });

  it("keeps nobody away whom only an administrator could, whichever of the two is kept", async () => {
    const [one, two] = [someone(0).personId, someone(1).personId];
    const { planned } = await plan(one, two, true);
    const suspended = { ...base(two), suspended: true };
    value(await setSuspension(world.ctx, administrator, suspended));
    for (const [keep, gone] of [
      [one, two],
      [two, one],
    ] as const) {
      expect((await plan(keep, gone)).decision).toMatchObject({ reason: "suspended" });
      expect(await merge(world.organizer, keep, gone)).toMatchObject({
        details: { cause: "suspended" },
      });
    }
    // What was shown before does not say so.
    expect(await merge(administrator, one, two, planned)).toMatchObject({ reason: "conflict" });
    const told = await plan(one, two, true);
    expect(told.decision).toMatchObject({ plan: { closesAccess: true } });
    value(await merge(administrator, one, two, told.planned));
    const key = { centerId_personId: { centerId: world.centerId, personId: one } };
    expect(await database.app.accessSuspension.findUniqueOrThrow({ where: key })).toMatchObject({
      createdById: administrator.personId,
    });
    expect(
      await database.app.auditEvent.count({
        where: { type: "person.access_suspended", subjectId: one },
      }),
    ).toBe(1);
  });

  it("leaves a centre an administrator who can act", async () => {
    value(await removeStaff(world.ctx, administrator, base(second.personId)));
    const double = someone().personId;
    value(await setSuspension(world.ctx, administrator, { ...base(double), suspended: true }));
    for (const [keep, gone] of [
      [administrator.personId, double],
      [double, administrator.personId],
    ] as const) {
      expect((await plan(keep, gone, true)).decision).toMatchObject({
        reason: "last_administrator",
      });
    }
    expect(await merge(administrator, administrator.personId, double)).toMatchObject({
      details: { cause: "last_administrator" },
    });
    expect((await asNow(administrator.personId)).staff).toHaveLength(1);
  });

  it("is not for another centre's people, by nobody", async () => {
    const planned = "0".repeat(64);
    const one = someone().personId;
    const theirs = world.otherParticipant.personId;
    expect(await merge(world.organizer, one, theirs, planned)).toMatchObject({
      reason: "not_found",
    });
    expect(await merge(world.stranger, one, someone(1).personId)).toMatchObject({
      reason: "not_found",
    });
    expect(await merge(world.viewer, one, someone(1).personId)).toMatchObject({
      reason: "forbidden",
    });
    // Known to both: to neither's disposal.
    await database.app.enrolment.updateMany({
      where: { id: enrolmentOf(world.otherParticipant) },
      data: { personId: someone(1).personId },
    });
    for (const [keep, gone] of [
      [one, someone(1).personId],
      [someone(1).personId, one],
    ] as const) {
      expect(await merge(administrator, keep, gone)).toMatchObject({
        details: { cause: "elsewhere" },
      });
    }
  });

  it("does what was shown, or nothing", async () => {
    const other = await double();
    const { planned } = await plan(someone().personId, other.personId);
    await database.app.enrolment.update({
      where: { id: other.enrolmentId },
      data: { withdrawnAt: now(), withdrawnReason: "Uji" },
    });
    expect(await merge(world.organizer, someone().personId, other.personId, planned)).toMatchObject(
      { reason: "conflict" },
    );
    // Each into the other, at the same moment.
    const [two, three] = [someone(2).personId, someone(3).personId];
    const [there, back] = [await plan(two, three), await plan(three, two)];
    const ways = await Promise.all([
      merge(world.organizer, two, three, there.planned),
      merge(world.organizer, three, two, back.planned),
    ]);
    expect(ways.filter(({ ok }) => ok)).toHaveLength(1);
  });
});
