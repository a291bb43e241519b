import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listCohortPeople } from "@/lib/invitation/data";
import type { InvitationsMade } from "@/lib/invitation/model";
import { inviteToCohort, revokeInvitations } from "@/lib/invitation/mutations";
import { findActor } from "@/lib/person/data";
import { openLink, requestReset, setPasswordByLink, signIn } from "@/lib/person/mutations";
import type { Actor } from "@/lib/platform/actor";
import { fixedClock } from "@/lib/platform/clock";
import { acknowledgeNotice } from "@/lib/privacy/mutations";
import { saveEntry } from "@/lib/roster/mutations";
import { openDatabase } from "@/tests/support/database";
import {
  createWorld,
  enrolmentOf,
  giveLogins,
  NOW,
  newId,
  value,
  type World,
} from "@/tests/support/world";

const database = openDatabase();
const password = "kata sandi yang panjang";
let world: World;
let at = 0;
/** Every attempt from an address of its own: limits have tests of their own. */
const address = () => {
  at += 1;
  return `192.0.2.${at}`;
};

beforeAll(async () => {
  // As every answer of a link, these need a world of their own.
  await database.app.rateLimit.deleteMany();
});
beforeEach(async () => {
  world = await createWorld(database.app);
  await giveLogins(database.app, world);
});

const invite = (actor: Actor, more: Partial<Parameters<typeof inviteToCohort>[2]> = {}) =>
  inviteToCohort(world.ctx, actor, {
    commandId: newId(),
    cohortId: world.cohortId,
    enrolmentIds: null,
    channel: "LINK",
    locale: "id",
    ...more,
  });

const only = async (made: Promise<unknown>): Promise<string> => {
  const result = value((await made) as { ok: true; value: InvitationsMade });
  const link = result.links[0];
  if (!link) throw new Error(`no link: ${JSON.stringify(result)}`);
  return link.url;
};
const tokenOf = (url: string) => new URL(url).pathname.split("/").at(-1) ?? "";

const accept = (url: string, ctx = world.ctx) =>
  setPasswordByLink(ctx, { token: tokenOf(url), password, address: address() });

const stateOf = async (actor: Actor, now = world.ctx.clock.now()) => {
  const scope = { cohortId: world.cohortId as never, centerId: world.centerId };
  const { rows } = await listCohortPeople(
    database.app,
    scope,
    { view: "all", q: "", page: 1 },
    now,
  );
  return rows.find(({ enrolmentId }) => enrolmentId === enrolmentOf(actor))?.access;
};

const participant = (index = 0): Actor => {
  const found = world.participants[index];
  if (!found) throw new Error("nobody");
  return found;
};

describe("inviting", () => {
  it("makes everybody without an account a link, once, and keeps no token", async () => {
    const commandId = newId();
    const made = value(await invite(world.organizer, { commandId }));
    expect(made.links).toHaveLength(6);
    expect(new Set(made.links.map(({ url }) => url)).size).toBe(6);
    // The same command again, as after a lost answer: the same links, not new ones.
    expect(value(await invite(world.organizer, { commandId }))).toEqual(made);
    expect(await database.app.oneTimeLink.count({ where: { revokedAt: { not: null } } })).toBe(0);

    const written = JSON.stringify([
      await database.app.oneTimeLink.findMany(),
      await database.app.commandLog.findMany(),
      await database.app.auditEvent.findMany(),
    ]);
    for (const { url, name } of made.links) {
      expect(written).not.toContain(tokenOf(url));
      expect(written).not.toContain(name);
    }
  });

  it("shows the links of a command again to nobody who may not make them any more", async () => {
    const commandId = newId();
    value(await invite(world.organizer, { commandId }));
    const { staff } = world.organizer;
    const lesser = staff.map((membership) => ({ ...membership, role: "VIEWER" as const }));
    for (const [now, reason] of [
      [lesser, "forbidden"],
      [[], "not_found"],
    ] as const) {
      const actor = { ...world.organizer, staff: [...now] };
      expect(await invite(actor, { commandId })).toMatchObject({ ok: false, reason });
    }
    expect(value(await invite(world.organizer, { commandId })).links).toHaveLength(6);
  });

  it("takes so many at once, then those who are left, and ends nobody's link by it", async () => {
    const like = await database.app.enrolment.findUniqueOrThrow({
      where: { id: enrolmentOf(participant()) },
    });
    const { id: _, groupId: __, facilitatorId: ___, ...rest } = like;
    const people = await database.app.person.createManyAndReturn({
      data: Array.from({ length: 1_000 }, (_each, n) => ({
        displayName: `Banyak ${n}`,
        email: `${newId()}@contoh.go.id`,
      })),
      select: { id: true },
    });
    await database.app.enrolment.createMany({
      data: people.map(({ id }, n) => ({
        ...rest,
        id: newId(),
        personId: id,
        rosterNumber: 100 + n,
      })),
    });
    const first = value(await invite(world.organizer));
    expect([first.links.length, first.left]).toEqual([1_000, 6]);
    const second = value(await invite(world.organizer));
    expect([second.links.length, second.left]).toEqual([6, 0]);
    const open = {
      usedAt: null,
      revokedAt: null,
      person: { enrolments: { some: { cohortId: world.cohortId } } },
    };
    expect(await database.app.oneTimeLink.count({ where: open })).toBe(1_006);
  }, 120_000);

  it("leaves out who has nothing to sign in with, until the roster says it", async () => {
    const who = participant();
    const own = { enrolmentIds: [enrolmentOf(who)] };
    const url = await only(invite(world.organizer, own));
    await database.app.person.update({
      where: { id: who.personId },
      data: { idType: "NONE", idNumber: null },
    });
    expect(value(await invite(world.organizer, own))).toMatchObject({
      links: [],
      skipped: [{ reason: "NO_LOGIN" }],
    });
    // A link from before sets no password, and is not used up by the attempt.
    expect(await accept(url)).toMatchObject({ ok: false, reason: "no_login" });
    const enrolment = await database.app.enrolment.findUniqueOrThrow({
      where: { id: enrolmentOf(who) },
      include: { agency: true, group: true, facilitator: true },
    });
    const email = `${newId()}@contoh.go.id`;
    const mend = async () => {
      const { version } = await database.app.enrolment.findUniqueOrThrow({
        where: { id: enrolment.id },
      });
      value(
        await saveEntry(world.ctx, world.organizer, {
          commandId: newId(),
          cohortId: world.cohortId,
          enrolmentId: enrolment.id,
          basedOn: version,
          entry: {
            role: enrolment.role,
            fullName: enrolment.fullName,
            idType: "NONE",
            idNumber: "",
            email,
            grade: "",
            position: enrolment.position,
            workUnit: enrolment.workUnit,
            agency: enrolment.agency.name,
            group: enrolment.group?.name ?? "",
            isGroupLead: false,
            facilitator: enrolment.facilitator?.fullName ?? "",
          },
          newAgency: null,
        }),
      );
    };
    // Whose password was set with nothing to sign in with has not come in yet either.
    await database.app.person.update({ where: { id: who.personId }, data: { passwordHash: "x" } });
    await mend();
    const { email: written } = await database.app.person.findUniqueOrThrow({
      where: { id: who.personId },
    });
    expect(written).toBe(email);
    expect(await accept(url)).toMatchObject({ ok: true });
  });

  it("shows how each stands, from not invited to accepted", async () => {
    const who = participant();
    const own = { enrolmentIds: [enrolmentOf(who)] };
    expect(await stateOf(who)).toBe("NONE");
    const first = await only(invite(world.organizer, own));
    expect(await stateOf(who)).toBe("SENT");
    value(await openLink(world.ctx, { token: tokenOf(first), address: address() }));
    expect(await stateOf(who)).toBe("OPENED");
    const later = new Date(new Date(NOW).getTime() + 15 * 24 * 3_600_000);
    expect(await stateOf(who, later)).toBe("EXPIRED");
    value(
      await revokeInvitations(world.ctx, world.organizer, {
        commandId: newId(),
        cohortId: world.cohortId,
        ...own,
      } as never),
    );
    expect(await stateOf(who)).toBe("REVOKED");
    expect(await accept(first)).toMatchObject({ reason: "link_expired" });

    const second = await only(invite(world.organizer, { ...own, channel: "SHEET" }));
    value(await accept(second));
    expect(await stateOf(who)).toBe("ACCEPTED");
  });

  it("ends the older link with a new one", async () => {
    const own = { enrolmentIds: [enrolmentOf(participant())] };
    const first = await only(invite(world.organizer, own));
    const second = await only(invite(world.organizer, { ...own, channel: "SHEET" }));
    expect(await accept(first)).toMatchObject({ reason: "link_expired" });
    value(await accept(second));
  });

  it("is not ended by anybody's word of a forgotten password, where no letter leaves", async () => {
    const who = participant();
    const email = `${newId()}@lokus.test`;
    await database.app.person.update({
      where: { id: who.personId },
      data: { email, passwordHash: null },
    });
    const url = await only(invite(world.organizer, { enrolmentIds: [enrolmentOf(who)] }));
    // As a link to a new password is, for somebody who has one.
    await database.app.person.update({ where: { id: who.personId }, data: { passwordHash: "x" } });
    value(await requestReset(world.ctx, { login: email, address: address(), locale: "id" }));
    expect(await database.app.mailMessage.count({ where: { personId: who.personId } })).toBe(0);
    value(await accept(url));
  });

  it("answers clearly when it is used twice, and after its time", async () => {
    const own = { enrolmentIds: [enrolmentOf(participant())] };
    const url = await only(invite(world.organizer, own));
    const late = { ...world.ctx, clock: fixedClock("2018-08-23T03:00:00Z") };
    expect(await accept(url, late)).toMatchObject({ reason: "link_expired" });
    value(await accept(url));
    expect(await accept(url)).toMatchObject({ reason: "link_expired" });
  });

  it("is accepted once by two at the same moment", async () => {
    const own = { enrolmentIds: [enrolmentOf(participant())] };
    const url = await only(invite(world.organizer, own));
    const results = await Promise.all([accept(url), accept(url), accept(url), accept(url)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.reason === "link_expired")).toHaveLength(
      3,
    );
    const person = await database.app.person.findUniqueOrThrow({
      where: { id: participant().personId },
    });
    expect(person.sessionVersion).toBe(1);
  });

  it("leaves one open link when two invite at the same moment", async () => {
    const ids = world.participants.map(enrolmentOf);
    const made = await Promise.all(
      [ids, [...ids].reverse(), ids].map((enrolmentIds) =>
        invite(world.organizer, { enrolmentIds }),
      ),
    );
    expect(made.every(({ ok }) => ok)).toBe(true);
    for (const { personId } of world.participants) {
      const open = { personId, usedAt: null, revokedAt: null };
      expect(await database.app.oneTimeLink.count({ where: open })).toBe(1);
    }
  });

  it("is limited for each who invites", async () => {
    await database.app.rateLimit.create({
      data: {
        key: `linksMade:${world.organizer.personId}`,
        points: 3_000,
        expire: new Date(Date.now() + 600_000),
      },
    });
    expect(await invite(world.organizer)).toMatchObject({ reason: "rate_limited" });
  });
});

describe("whom a centre may invite", () => {
  it("is for its organisers alone", async () => {
    for (const stranger of [world.stranger, world.otherFacilitator, participant(1)]) {
      expect(await invite(stranger)).toMatchObject({ reason: "not_found" });
    }
    expect(await invite(world.viewer)).toMatchObject({ reason: "forbidden" });
    expect(await invite(world.facilitators[0] as Actor)).toMatchObject({ reason: "not_found" });
    expect(await database.app.oneTimeLink.count({ where: { usedAt: null } })).toBe(
      await database.app.oneTimeLink.count({
        where: { usedAt: null, person: { enrolments: { none: { cohortId: world.cohortId } } } },
      }),
    );
  });

  it("refuses who is not in the cohort, whole", async () => {
    const ids = [enrolmentOf(participant()), enrolmentOf(world.otherParticipant)];
    expect(await invite(world.organizer, { enrolmentIds: ids })).toMatchObject({
      reason: "invalid",
    });
    expect(await stateOf(participant())).toBe("NONE");
  });

  it("hands no key to somebody's other centre: a letter to the own address opens that door", async () => {
    const both = participant();
    const other = world.otherParticipant.enrolments[0];
    await database.app.enrolment.updateMany({
      where: { id: other?.id },
      data: { personId: both.personId },
    });
    const own = { enrolmentIds: [enrolmentOf(both)] };
    expect(value(await invite(world.organizer, own))).toMatchObject({
      links: [],
      skipped: [{ reason: "ELSEWHERE" }],
    });
    expect(value(await invite(world.organizer, { ...own, channel: "MAIL" }))).toMatchObject({
      letters: 0,
      skipped: [{ reason: "NO_EMAIL" }],
    });
    await database.app.person.update({
      where: { id: both.personId },
      data: { email: `${newId()}@lokus.test` },
    });
    expect(value(await invite(world.organizer, { ...own, channel: "MAIL" }))).toMatchObject({
      links: [],
      letters: 1,
      skipped: [],
    });
  });

  it("gives an organiser no administrator's key, nor anybody the platform's", async () => {
    const [administers, rules] = [participant(0), participant(1)];
    await database.app.staffMembership.create({
      data: { centerId: world.centerId, personId: administers.personId, role: "ADMINISTRATOR" },
    });
    await database.app.platformAdministrator.create({ data: { personId: rules.personId } });
    const ids = { enrolmentIds: [enrolmentOf(administers), enrolmentOf(rules)] };
    const made = value(await invite(world.organizer, ids));
    expect(made.links).toEqual([]);
    expect(made.skipped.map(({ reason }) => reason).sort()).toEqual(["ELSEWHERE", "STAFF"]);
    const administrator: Actor = {
      ...world.organizer,
      staff: [{ centerId: world.centerId, role: "ADMINISTRATOR" }],
    };
    expect(value(await invite(administrator, ids)).links).toHaveLength(1);
  });
});

describe("the privacy notice", () => {
  it("stands before everything, and its reading is kept with version and time", async () => {
    const who = participant();
    const url = await only(invite(world.organizer, { enrolmentIds: [enrolmentOf(who)] }));
    await database.app.person.update({
      where: { id: who.personId },
      data: { email: `${who.personId}@lokus.test` },
    });
    value(await accept(url));
    const session = value(
      await signIn(world.ctx, {
        login: `${who.personId}@lokus.test`,
        password,
        address: address(),
      }),
    );
    const actor = await findActor(database.app, session);
    expect(actor?.noticePending).toBe(true);
    if (!actor) throw new Error("nobody");
    expect(await acknowledgeNotice(world.ctx, actor, { version: 99, locale: "id" })).toMatchObject({
      reason: "conflict",
    });
    // Twice, at the same moment.
    const said = await Promise.all(
      ["id", "id"].map(() => acknowledgeNotice(world.ctx, actor, { version: 1, locale: "id" })),
    );
    expect(said.every(({ ok }) => ok)).toBe(true);
    expect((await findActor(database.app, session))?.noticePending).toBeUndefined();
    expect(
      await database.app.privacyAcknowledgement.findMany({ where: { personId: who.personId } }),
    ).toEqual([
      { personId: who.personId, version: 1, locale: "id", acknowledgedAt: new Date(NOW) },
    ]);
    expect(
      await database.app.auditEvent.count({
        where: { subjectId: who.personId, type: "person.notice_acknowledged" },
      }),
    ).toBe(1);
    await expect(database.app.privacyAcknowledgement.deleteMany()).rejects.toThrow();
  });
});
