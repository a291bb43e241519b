import { beforeEach, describe, expect, it } from "vitest";
import { addStaff, createCenter, createInvitation } from "@/lib/center/mutations";
import { inviteToCohort } from "@/lib/invitation/mutations";
import { queueLetters } from "@/lib/mail/record";
import { findSide, planHash } from "@/lib/merging/data";
import { mergePeople } from "@/lib/merging/mutations";
import { planMerge } from "@/lib/merging/workflow";
import { correctIdentity } from "@/lib/own-data/mutations";
import { findActor } from "@/lib/person/data";
import {
  createPlatformAdministrator,
  enterByAccount,
  openLink,
  setPasswordByLink,
  signIn,
} from "@/lib/person/mutations";
import { issueLinks } from "@/lib/person/record";
import type { Actor } from "@/lib/platform/actor";
import { hashPassword } from "@/lib/platform/password";
import { success } from "@/lib/platform/result";
import { transaction } from "@/lib/platform/transaction";
import {
  changeRole,
  enlist,
  openDoor,
  removeStaff,
  renewOffer,
  takeRole,
} from "@/lib/staff/mutations";
import { openDatabase } from "@/tests/support/database";
import {
  addAdministrator,
  createWorld,
  enrolmentOf,
  giveLogins,
  newId,
  value,
  type World,
} from "@/tests/support/world";

/** A role on a staff is given by an address; only who was meant takes it. */

const database = openDatabase();
const password = "kata sandi yang panjang";
let world: World;
let administrator: Actor;
let number = 0;
const address = () => `192.0.2.${++number % 250}`;

beforeEach(async () => {
  await database.app.rateLimit.deleteMany();
  world = await createWorld(database.app);
  await giveLogins(database.app, world);
  administrator = await addAdministrator(database.app, world);
});

const someone = (index = 0) => world.participants[index] as Actor;
const otherCenter = () => world.stranger.staff[0]?.centerId ?? "";
const tokenOf = (url: string | undefined) => new URL(url ?? "").pathname.split("/").at(-1) ?? "";
const mailbox = () => `${newId()}@lokus.test`;

async function asNow(personId: string): Promise<Actor> {
  const { sessionVersion } = await database.app.person.findUniqueOrThrow({
    where: { id: personId },
  });
  const actor = await findActor(database.app, { personId, sessionVersion });
  if (!actor) throw new Error("nobody");
  return actor;
}
const staffOf = async (personId: string) => (await asNow(personId)).staff;

/** Gives somebody an account. */
async function account(actor: Actor, email = mailbox()): Promise<string> {
  await database.app.person.update({
    where: { id: actor.personId },
    data: { email, passwordHash: await hashPassword(password) },
  });
  return email;
}

function offer(staffEmail: string, role: "ADMINISTRATOR" | "ORGANIZER" | "VIEWER" = "ORGANIZER") {
  return enlist(world.ctx, administrator, {
    commandId: newId(),
    centerId: world.centerId,
    staffName: "Nama Baru",
    staffEmail,
    role,
    locale: "id",
  });
}
const take = (actor: Actor, token: string) =>
  takeRole(world.ctx, actor, { token, address: address() });
const setPassword = (token: string, chosen = password) =>
  setPasswordByLink(world.ctx, { token, password: chosen, address: address() });
const base = (personId: string) => ({ commandId: newId(), centerId: world.centerId, personId });
const auditOf = (personId: string) =>
  database.app.auditEvent.count({
    where: { type: "center.staff_accepted", actorId: personId, centerId: world.centerId },
  });

describe("an address is nobody's role", () => {
  it("though a participant takes it before a centre is made for it", async () => {
    const email = await account(someone());
    const target = mailbox();
    value(
      await correctIdentity(world.ctx, someone(), {
        commandId: newId(),
        was: { name: someone().name, email },
        name: someone().name,
        email: target,
        password,
        locale: "id",
      }),
    );
    const made = value(
      await createCenter(world.ctx, world.administrator, {
        commandId: newId(),
        name: `Pusdiklat ${newId()}`,
        shortName: "Baru",
        staffName: "Kepala Baru",
        staffEmail: target,
        locale: "id",
      }),
    );
    expect(made).toMatchObject({ purpose: "ACCEPT_ROLE" });
    expect(await staffOf(someone().personId)).toEqual([]);
    // The centre has none yet who could administer it, and the offer can be made anew.
    const membership = await database.app.staffMembership.findFirstOrThrow({
      where: { personId: someone().personId },
    });
    expect(membership).toMatchObject({ role: "ADMINISTRATOR", acceptedAt: null });
    const again = value(
      await createInvitation(world.ctx, world.administrator, {
        ...base(someone().personId),
        centerId: membership.centerId,
        locale: "id",
      }),
    );
    const actor = await asNow(someone().personId);
    expect(await take(actor, tokenOf(made.url))).toMatchObject({ reason: "link_expired" });
    expect(await take(actor, tokenOf(again.url))).toEqual({
      ok: true,
      value: { centerId: membership.centerId },
    });
    expect(await staffOf(someone().personId)).toEqual([
      { centerId: membership.centerId, role: "ADMINISTRATOR" },
    ]);
  });

  it("though an organiser of another centre made the account", async () => {
    const target = mailbox();
    await database.app.person.update({
      where: { id: someone().personId },
      data: { email: target },
    });
    const invitations = value(
      await inviteToCohort(world.ctx, world.organizer, {
        commandId: newId(),
        cohortId: world.cohortId,
        enrolmentIds: [enrolmentOf(someone())],
        channel: "LINK",
        locale: "id",
      }),
    );
    value(await setPassword(tokenOf(invitations.links[0]?.url)));
    value(
      await addStaff(world.ctx, world.administrator, {
        commandId: newId(),
        centerId: otherCenter(),
        staffName: "Dekan",
        staffEmail: target,
        role: "ADMINISTRATOR",
        locale: "id",
      }),
    );
    const session = value(await signIn(world.ctx, { login: target, password, address: address() }));
    expect(await staffOf(session.personId)).toEqual([]);
  });

  it("nor the platform's: an account that is there is closed", async () => {
    const email = await account(someone());
    const made = await createPlatformAdministrator(database.app, {
      email,
      name: "Siapa",
      appUrl: "https://lokus.test",
    });
    expect(await signIn(world.ctx, { login: email, password, address: address() })).toMatchObject({
      reason: "wrong_password",
    });
    value(await setPassword(tokenOf(made.url), "milik yang dimaksud"));
    expect((await asNow(someone().personId)).isPlatformAdministrator).toBe(true);
    // One who is an administrator already gets a link, and keeps the password until it is used.
    await createPlatformAdministrator(database.app, {
      email,
      name: "Siapa",
      appUrl: "https://lokus.test",
    });
    value(
      await signIn(world.ctx, {
        login: email,
        password: "milik yang dimaksud",
        address: address(),
      }),
    );
  });
});

describe("an offered role", () => {
  it("is taken once, by nobody but the person of the link", async () => {
    const email = await account(someone());
    const { invitation, letter } = value(await offer(email));
    const token = tokenOf(invitation?.url);
    expect(invitation).toMatchObject({ purpose: "ACCEPT_ROLE" });
    expect(new URL(invitation?.url ?? "").pathname).toBe(`/join/${token}`);
    expect(letter).toBe("KEPT");
    // It opens no door.
    expect(await setPassword(token)).toMatchObject({ reason: "link_expired" });
    expect(await openLink(world.ctx, { token, address: address() })).toMatchObject({
      reason: "link_expired",
    });
    const account2 = { issuer: "https://idp.test", subject: newId(), self: null };
    expect(await enterByAccount(world.ctx, { ...account2, token })).toMatchObject({
      reason: "link_expired",
    });
    for (const actor of [someone(1), administrator, world.stranger]) {
      expect(await take(actor, token)).toMatchObject({ reason: "forbidden" });
    }
    expect(await take(someone(), "a-token-out-of-the-air")).toMatchObject({
      reason: "link_expired",
    });
    expect(await staffOf(someone().personId)).toEqual([]);
    const both = await Promise.all([take(someone(), token), take(someone(), token)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await take(someone(), token)).toMatchObject({ reason: "link_expired" });
    expect(await staffOf(someone().personId)).toEqual([
      { centerId: world.centerId, role: "ORGANIZER" },
    ]);
    expect(await auditOf(someone().personId)).toBe(1);
  });

  it("comes with the first password, or the account of an institution", async () => {
    const [byPassword, bySso] = [mailbox(), mailbox()];
    const first = value(await offer(byPassword)).invitation;
    expect(first).toMatchObject({ purpose: "SET_PASSWORD" });
    value(await setPassword(tokenOf(first?.url)));
    const session = value(
      await signIn(world.ctx, { login: byPassword, password, address: address() }),
    );
    expect(await staffOf(session.personId)).toEqual([
      { centerId: world.centerId, role: "ORGANIZER" },
    ]);
    expect(await auditOf(session.personId)).toBe(1);
    const second = value(await offer(bySso)).invitation;
    const entered = value(
      await enterByAccount(world.ctx, {
        issuer: "https://idp.test",
        subject: newId(),
        token: tokenOf(second?.url),
        self: null,
      }),
    );
    expect(await staffOf(entered.personId)).toHaveLength(1);
  });

  it("does not come with any other link", async () => {
    const email = mailbox();
    const shown = value(await offer(email)).invitation;
    const { id } = await database.app.person.findUniqueOrThrow({ where: { email } });
    const door = value(
      await openDoor(world.ctx, administrator, { ...base(id), channel: "LINK", locale: "id" }),
    ).invitation;
    expect(await setPassword(tokenOf(shown?.url))).toMatchObject({ reason: "link_expired" });
    value(await setPassword(tokenOf(door?.url)));
    expect(await staffOf(id)).toEqual([]);
    const renewed = await renewOffer(world.ctx, administrator, { ...base(id), locale: "id" });
    const token = tokenOf(value(renewed).invitation?.url);
    value(await take(await asNow(id), token));
    expect(await staffOf(id)).toHaveLength(1);
    // Taken is taken: there is nothing to make a link for.
    expect(await renewOffer(world.ctx, administrator, { ...base(id), locale: "id" })).toMatchObject(
      { reason: "not_found" },
    );
  });

  it("is made anew by administrators of that centre alone", async () => {
    const email = await account(someone());
    value(await offer(email));
    const renew = (actor: Actor, commandId = newId()) =>
      renewOffer(world.ctx, actor, { ...base(someone().personId), commandId, locale: "id" });
    for (const [actor, reason] of [
      [world.organizer, "forbidden"],
      [world.viewer, "forbidden"],
      [world.stranger, "not_found"],
      [await asNow(someone().personId), "not_found"],
    ] as const) {
      expect(await renew(actor)).toMatchObject({ reason });
    }
    const commandId = newId();
    const made = value(await renew(administrator, commandId));
    expect(value(await renew(administrator, commandId))).toEqual(made);
    value(await take(someone(), tokenOf(made.invitation?.url)));
  });

  it("ends with its removal", async () => {
    const [known, fresh] = [await account(someone()), mailbox()];
    const links = [value(await offer(known)), value(await offer(fresh))];
    const people = await database.app.person.findMany({
      where: { email: { in: [known, fresh] } },
      select: { id: true },
    });
    for (const { id } of people) value(await removeStaff(world.ctx, administrator, base(id)));
    const [role, door] = links.map(({ invitation }) => tokenOf(invitation?.url));
    expect(await take(someone(), role ?? "")).toMatchObject({ reason: "link_expired" });
    expect(await setPassword(door ?? "")).toMatchObject({ reason: "link_expired" });
    for (const { id } of people) expect(await staffOf(id)).toEqual([]);
  });

  it("is no administrator who keeps the centre", async () => {
    value(await offer(await account(someone()), "ADMINISTRATOR"));
    expect(await removeStaff(world.ctx, administrator, base(administrator.personId))).toMatchObject(
      { reason: "last_administrator" },
    );
    expect(
      await changeRole(world.ctx, administrator, {
        ...base(administrator.personId),
        role: "VIEWER",
      }),
    ).toMatchObject({ reason: "last_administrator" });
    await expect(
      database.app.staffMembership.delete({
        where: {
          centerId_personId: { centerId: world.centerId, personId: administrator.personId },
        },
      }),
    ).rejects.toThrow(/keeps an administrator/);
    value(await removeStaff(world.ctx, administrator, base(someone().personId)));
  });

  it("does not come into force by merging", async () => {
    value(await offer(await account(someone()), "ADMINISTRATOR"));
    const keep = await database.app.person.create({ data: { displayName: "Yang Sama" } });
    await database.app.staffMembership.create({
      data: {
        centerId: world.centerId,
        personId: keep.id,
        role: "VIEWER",
        acceptedAt: new Date(),
      },
    });
    await database.app.person.update({
      where: { id: keep.id },
      data: { passwordHash: await hashPassword(password) },
    });
    const at = world.ctx.clock.now();
    const [kept, double] = [
      await findSide(database.app, world.centerId, keep.id, at),
      await findSide(database.app, world.centerId, someone().personId, at),
    ];
    if (!kept || !double) throw new Error("unknown");
    const decision = planMerge(kept, double, { administer: true });
    if (!decision.ok) throw new Error(decision.reason);
    value(
      await mergePeople(world.ctx, administrator, {
        commandId: newId(),
        centerId: world.centerId,
        keepId: keep.id,
        doubleId: someone().personId,
        planned: planHash(kept, double, decision.plan),
      }),
    );
    expect(await staffOf(keep.id)).toEqual([{ centerId: world.centerId, role: "VIEWER" }]);
  });
});

describe("a link that others saw ends when the person rises", () => {
  const facilitator = () => world.facilitators[0] as Actor;
  const shown = async (channel: "LINK" | "MAIL" = "LINK") =>
    value(
      await openDoor(world.ctx, world.organizer, {
        ...base(facilitator().personId),
        channel,
        locale: "id",
      }),
    ).invitation;

  it("by an offer, here and elsewhere", async () => {
    const email = await account(facilitator());
    const before = await shown();
    value(await offer(email, "ADMINISTRATOR"));
    expect(await setPassword(tokenOf(before?.url))).toMatchObject({ reason: "link_expired" });
    const again = await database.app.oneTimeLink.findFirstOrThrow({
      where: { personId: facilitator().personId, purpose: "ACCEPT_ROLE" },
    });
    expect(again).toMatchObject({ usedAt: null, revokedAt: null });
    // And by the platform, for another centre.
    const other = world.facilitators[1] as Actor;
    const mail = await account(other);
    const link = value(
      await openDoor(world.ctx, world.organizer, {
        ...base(other.personId),
        channel: "LINK",
        locale: "id",
      }),
    ).invitation;
    value(
      await addStaff(world.ctx, world.administrator, {
        commandId: newId(),
        centerId: otherCenter(),
        staffName: "F",
        staffEmail: mail,
        role: "VIEWER",
        locale: "id",
      }),
    );
    expect(await setPassword(tokenOf(link?.url))).toMatchObject({ reason: "link_expired" });
  });

  /** A letter that somebody asked for, as "forgotten" writes it where there is a mail server. */
  const askedFor = (personId: string) =>
    transaction(world.ctx, async (tx) => {
      const issue = { now: world.ctx.clock.now(), actor: { id: null, role: "SYSTEM" } };
      const links = await issueLinks(tx, {
        ...issue,
        personIds: [personId],
        channel: "MAIL",
        hours: 2,
      });
      const linkId = links.get(personId)?.linkId ?? null;
      await queueLetters(tx, [{ kind: "PASSWORD_RESET", personId, linkId }], {
        ...issue,
        locale: "id",
        centerId: null,
      });
      return success(null);
    });

  it("by a higher role, and not by a lower one; what the person asked for stays", async () => {
    await account(world.viewer);
    const open = async () =>
      value(
        await openDoor(world.ctx, administrator, {
          ...base(world.viewer.personId),
          channel: "LINK",
          locale: "id",
        }),
      ).invitation;
    const role = (next: "ADMINISTRATOR" | "ORGANIZER" | "VIEWER") =>
      changeRole(world.ctx, administrator, { ...base(world.viewer.personId), role: next });
    const first = await open();
    value(await role("ORGANIZER"));
    expect(await setPassword(tokenOf(first?.url))).toMatchObject({ reason: "link_expired" });
    const second = await open();
    value(await role("VIEWER"));
    value(await setPassword(tokenOf(second?.url)));
    value(await askedFor(world.viewer.personId));
    value(await role("ADMINISTRATOR"));
    expect(
      await database.app.oneTimeLink.count({
        where: { personId: world.viewer.personId, usedAt: null, revokedAt: null },
      }),
    ).toBe(1);
  });

  it("by taking a role, the letters of a centre with it", async () => {
    const email = await account(facilitator());
    const { invitation } = value(await offer(email));
    // Made after the offer, by an administrator: seen by others all the same.
    value(
      await openDoor(world.ctx, administrator, {
        ...base(facilitator().personId),
        channel: "MAIL",
        locale: "id",
      }),
    );
    value(await take(facilitator(), tokenOf(invitation?.url)));
    expect(
      await database.app.oneTimeLink.count({
        where: { personId: facilitator().personId, usedAt: null, revokedAt: null },
      }),
    ).toBe(0);
  });
});
