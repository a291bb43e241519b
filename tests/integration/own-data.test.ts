import { beforeAll, describe, expect, it, vi } from "vitest";
import { ownDataText } from "@/lib/api/own-data-file";
import { indonesian } from "@/lib/i18n/messages";
import { findSide, planHash } from "@/lib/merging/data";
import { mergePeople } from "@/lib/merging/mutations";
import { planMerge } from "@/lib/merging/workflow";
import { findOwnData } from "@/lib/own-data/data";
import { OWN_SECTIONS } from "@/lib/own-data/model";
import { correctIdentity, exportOwnData } from "@/lib/own-data/mutations";
import { correctIdentitySchema } from "@/lib/own-data/schema";
import type { Actor } from "@/lib/platform/actor";
import { hashPassword } from "@/lib/platform/password";
import { addComment } from "@/lib/review/mutations";
import { openDatabase } from "@/tests/support/database";
import {
  assign,
  createWorld,
  enrolmentOf,
  newId,
  stageOf,
  submit,
  value,
  type World,
} from "@/tests/support/world";

/** What a person sees, takes along and corrects of what Lokus holds about them. */

vi.mock("next-intl/server", async () => {
  const { createTranslator } = await import("next-intl");
  return {
    getLocale: async () => "id",
    getTranslations: async (namespace: string) =>
      createTranslator({ locale: "id", messages: indonesian, namespace: namespace as never }),
  };
});

const { app: db } = openDatabase();
const NUMBER = "198609262015051001";
const PASSWORD = "kata sandi yang panjang";
let world: World;
let me: Actor;
let other: Actor;
let facilitator: Actor;

beforeAll(async () => {
  world = await createWorld(db);
  const [first, second] = world.participants;
  const [reviewer] = world.facilitators;
  if (!first || !second || !reviewer) throw new Error("an empty world");
  [me, other, facilitator] = [first, second, reviewer];
  await db.person.update({
    where: { id: me.personId },
    data: {
      email: "saya@contoh.go.id",
      idType: "NIP",
      idNumber: NUMBER,
      passwordHash: await hashPassword(PASSWORD),
    },
  });
  await db.person.update({
    where: { id: other.personId },
    data: { email: "orang.lain@contoh.go.id", passwordHash: await hashPassword(PASSWORD) },
  });
  await db.enrolment.update({
    where: { id: enrolmentOf(me) },
    data: { position: "<script>alert(1)</script>" },
  });
  const marked = { cohortId: world.cohortId, enrolmentId: enrolmentOf(me) };
  await db.allocationMark.createMany({
    data: [
      { ...marked, kind: "TIE", innovationId: world.innovationIds[1] },
      { ...marked, kind: "WISH", rank: 1, innovationId: world.innovationIds[0] },
    ],
  });
  const missed = [{ placeId: world.innovationIds[0], why: "full" }];
  const placeId = world.innovationIds[1];
  await db.allocation.create({
    data: {
      cohortId: world.cohortId,
      kind: "INNOVATION",
      moves: [{ enrolmentId: enrolmentOf(me), from: null, to: newId() }],
      reasons: [
        { enrolmentId: enrolmentOf(me), placeId, reason: { kind: "wish", rank: 2, missed } },
        { enrolmentId: enrolmentOf(other), placeId, reason: { kind: "fixed", by: "pinned" } },
      ],
      appliedAt: world.ctx.clock.now(),
      appliedByName: "Penyelenggara",
    },
    select: { id: true },
  });
  const assignmentId = await assign(world, me);
  value(await submit(world, me, assignmentId, "EVALUATE"));
  const stage = await stageOf(world, assignmentId, "EVALUATE");
  value(
    await addComment(world.ctx, facilitator, {
      commandId: newId(),
      assignmentId,
      stage: "EVALUATE",
      revisionId: stage.latestRevisionId ?? "",
      fieldPath: null,
      body: "Rahasia penilai",
    }),
  );
  await db.oneTimeLink.create({
    data: {
      personId: me.personId,
      purpose: "SET_PASSWORD",
      channel: "MAIL",
      tokenHash: newId(),
      expiresAt: new Date("2018-08-20"),
    },
  });
});

const sectionsOf = async (actor: Actor) => {
  const { sections } = await findOwnData(db, actor, 30, world.ctx.clock.now());
  return Object.fromEntries(sections.map((section) => [section.name, section]));
};

describe("one's own data", () => {
  it("has every section, with words for each and for every column", async () => {
    const { sections } = await findOwnData(db, me, 30, world.ctx.clock.now());
    expect(sections.map(({ name }) => name)).toEqual([...OWN_SECTIONS]);
    const words = indonesian.ownData;
    for (const { name, columns } of sections) {
      expect(words.sections).toHaveProperty(name);
      for (const column of columns) expect(words.columns).toHaveProperty(column);
    }
  });

  it("tells who one is, what one did, and what was done about one", async () => {
    const own = await sectionsOf(me);
    expect(JSON.stringify(own.identity?.rows)).toContain(NUMBER);
    expect(own.enrolments?.rows).toHaveLength(1);
    expect(own.work?.rows).toHaveLength(4);
    expect(own.links?.rows).toHaveLength(1);
    expect(own.wishes?.rows).toMatchObject([
      [{}, { text: "Inovasi DUA" }, { code: "TIE" }, null],
      [{}, { text: "Inovasi SATU" }, { code: "WISH" }, { text: "1" }],
    ]);
    expect((await sectionsOf(other)).wishes?.rows).toEqual([]);
    expect(own.allocations?.rows).toMatchObject([
      [
        {},
        {},
        { text: "DUA" },
        { code: "reason.wish" },
        { text: "2" },
        { coded: [{ name: "SATU", code: "missed.full" }] },
        null,
      ],
    ]);
    expect((await sectionsOf(other)).allocations?.rows).toMatchObject([
      [{}, {}, { text: "DUA" }, { code: "reason.pinned" }, null, null, null],
    ]);
    expect((await sectionsOf(facilitator)).allocations?.rows).toEqual([]);
    const events = JSON.stringify(own.events?.rows);
    expect(events).toContain("stage.submitted");
    // Somebody else's doing, without their name.
    expect(events).toContain("assignment.created");
    expect(events).not.toContain(world.organizer.name);
    expect((await sectionsOf(facilitator)).comments?.rows).toHaveLength(1);
    // Of somebody who never signed in there is little, and it is said so.
    const [, , , last] = world.participants;
    if (!last) throw new Error("an empty world");
    const quiet = await sectionsOf(last);
    expect(quiet.events?.rows).toHaveLength(0);
  });

  it("is nobody else's, and holds no secret of the door", async () => {
    const mine = JSON.stringify(await findOwnData(db, me, 30, world.ctx.clock.now()));
    const hash = (await db.person.findUniqueOrThrow({ where: { id: me.personId } })).passwordHash;
    expect(mine).not.toContain(hash ?? "?");
    expect(mine).not.toContain("Rahasia penilai");
    expect(mine).not.toContain("orang.lain@contoh.go.id");
    expect(JSON.stringify(await findOwnData(db, other, 30, world.ctx.clock.now()))).not.toContain(
      NUMBER,
    );
  });

  it("shows the latest rows of a long section, and says that there are more", async () => {
    await db.auditEvent.createMany({
      data: Array.from({ length: 40 }, () => ({
        at: new Date(),
        type: "person.signed_in",
        actorId: other.personId,
        actor: { role: "SELF" },
        subjectType: "person",
        subjectId: other.personId,
        payload: {},
      })),
    });
    const { events } = await sectionsOf(other);
    expect([events?.rows.length, events?.more]).toEqual([30, true]);
    const file = value(await exportOwnData(world.ctx, other, "json"));
    expect(file.data.sections.find(({ name }) => name === "events")?.rows.length).toBe(40);
  });

  it("is taken as JSON with all one wrote, and as a page that runs nothing", async () => {
    const now = new Date("2018-08-08T03:00:00Z");
    const exported = value(await exportOwnData(world.ctx, me, "json"));
    const json = JSON.parse(await ownDataText("json", exported, now));
    expect(json).toMatchObject({
      product: "lokus-own-data",
      schemaVersion: 1,
      identity: [{ idNumber: NUMBER }],
    });
    const revision = await db.revision.findFirstOrThrow({ where: { submittedById: me.personId } });
    expect(json.documents[0].stages[0].revisions[0].content).toEqual(revision.content);
    const page = await ownDataText("html", value(await exportOwnData(world.ctx, me, "html")), now);
    expect(page).toContain("Identitas");
    expect(page).toContain(NUMBER);
    expect(page).not.toContain("<script>");
    const events = await db.auditEvent.findMany({
      where: { type: "export.read", actorId: me.personId },
      select: { payload: true, subjectId: true },
    });
    expect(events.map(({ payload }) => payload)).toMatchObject([
      { what: "own_data", format: "json" },
      { what: "own_data", format: "html" },
    ]);
  });
});

describe("one's own data after a double was merged", () => {
  /** Makes the second the double of the first, as an organiser does. */
  async function merge(there: World, keep: Actor, double: Actor) {
    const now = there.ctx.clock.now();
    const [kept, gone] = [
      await findSide(db, there.centerId, keep.personId, now),
      await findSide(db, there.centerId, double.personId, now),
    ];
    if (!kept || !gone) throw new Error("unknown");
    const decision = planMerge(kept, gone, { administer: false });
    if (!decision.ok) throw new Error(decision.reason);
    value(
      await mergePeople(there.ctx, there.organizer, {
        commandId: newId(),
        centerId: there.centerId,
        keepId: keep.personId,
        doubleId: double.personId,
        planned: planHash(kept, gone, decision.plan),
      }),
    );
  }

  it("holds what was written under the other name as well, and nothing of others", async () => {
    const there = await createWorld(db);
    const [keep, double, , stranger] = there.participants;
    const [first, second] = there.facilitators;
    if (!keep || !double || !first || !second || !stranger) throw new Error("an empty world");
    await db.person.update({
      where: { id: double.personId },
      data: { email: "nama.kedua@contoh.go.id" },
    });
    await db.person.update({ where: { id: keep.personId }, data: { email: `${newId()}@x.test` } });
    const assignmentId = await assign(there, double);
    value(await submit(there, double, assignmentId, "EVALUATE"));
    const stage = await stageOf(there, assignmentId, "EVALUATE");
    value(
      await addComment(there.ctx, first, {
        commandId: newId(),
        assignmentId,
        stage: "EVALUATE",
        revisionId: stage.latestRevisionId ?? "",
        fieldPath: null,
        body: "Ditulis dengan nama yang lain",
      }),
    );
    const before = await sectionsOf(keep);
    expect([before.work?.rows.length, before.identity?.rows.length]).toEqual([0, 1]);
    await merge(there, keep, double);
    await merge(there, second, first);

    const own = await sectionsOf(keep);
    expect(own.identity?.rows).toHaveLength(2);
    expect(JSON.stringify(own.identity?.rows)).toContain("nama.kedua@contoh.go.id");
    expect(own.enrolments?.rows).toHaveLength(2);
    expect(own.work?.rows).toHaveLength(4);
    expect(own.commands?.rows).toHaveLength(1);
    const submitted = own.events?.rows.find((row) =>
      JSON.stringify(row).includes("stage.submitted"),
    );
    expect(submitted?.at(-1)).toEqual({ code: "self" });
    expect(JSON.stringify((await sectionsOf(second)).comments?.rows)).toContain("nama yang lain");
    const exported = value(await exportOwnData(there.ctx, keep, "json"));
    const json = JSON.parse(await ownDataText("json", exported, there.ctx.clock.now()));
    const revision = await db.revision.findFirstOrThrow({ where: { assignmentId } });
    expect(json.documents[0].stages[0].revisions[0].content).toEqual(revision.content);
    const others = await sectionsOf(stranger);
    expect(others.identity?.rows).toHaveLength(1);
    expect(others.work?.rows).toHaveLength(0);
  });
});

describe("a correction of one's own", () => {
  const current = async () => {
    const { displayName, email } = await db.person.findUniqueOrThrow({
      where: { id: me.personId },
    });
    return { name: displayName, email };
  };
  const input = async (change: { name?: string; email?: string; password?: string }) => {
    const was = await current();
    return correctIdentitySchema.parse({
      commandId: newId(),
      was,
      name: change.name ?? was.name,
      email: change.email ?? was.email ?? "",
      password: change.password ?? "",
      locale: "id",
    });
  };

  it("of the name needs no password, and leaves the roster as it is", async () => {
    const before = await db.enrolment.findUniqueOrThrow({ where: { id: enrolmentOf(me) } });
    value(await correctIdentity(world.ctx, me, await input({ name: "Nama Baru" })));
    expect((await current()).name).toBe("Nama Baru");
    const after = await db.enrolment.findUniqueOrThrow({ where: { id: enrolmentOf(me) } });
    expect(after.fullName).toBe(before.fullName);
  });

  it("of the address needs the password, and ends links in the old mailbox", async () => {
    expect(
      await correctIdentity(world.ctx, me, await input({ email: "baru@contoh.go.id" })),
    ).toMatchObject({ reason: "wrong_password", issues: [{ path: "password" }] });
    const change = await input({ email: "BARU@contoh.go.id", password: PASSWORD });
    value(await correctIdentity(world.ctx, me, change));
    // Twice the same is once.
    value(await correctIdentity(world.ctx, me, change));
    expect((await current()).email).toBe("baru@contoh.go.id");
    const link = await db.oneTimeLink.findFirstOrThrow({ where: { personId: me.personId } });
    expect(link.revokedAt).not.toBeNull();
    const events = await db.auditEvent.findMany({
      where: { type: "person.identity_corrected", subjectId: me.personId },
      orderBy: { id: "asc" },
    });
    expect(events.map(({ payload }) => payload)).toEqual([
      { fields: ["name"] },
      { fields: ["email"] },
    ]);
    // The log of commands keeps nothing of the password, not even in what it hashes.
    const logged = await db.commandLog.findMany({ where: { actorId: me.personId } });
    expect(JSON.stringify(logged)).not.toContain(PASSWORD);
  });

  it("takes nobody else's address, and overwrites nothing that changed meanwhile", async () => {
    expect(
      await correctIdentity(
        world.ctx,
        me,
        await input({ email: "orang.lain@contoh.go.id", password: PASSWORD }),
      ),
    ).toMatchObject({ issues: [{ path: "email", code: "email_unavailable" }] });
    const stale = await input({ name: "Dari layar lama" });
    value(await correctIdentity(world.ctx, me, await input({ name: "Dari layar baru" })));
    expect(await correctIdentity(world.ctx, me, stale)).toMatchObject({ reason: "conflict" });
    expect((await current()).name).toBe("Dari layar baru");
  });

  it("leaves nobody without a way in", async () => {
    await db.person.update({
      where: { id: me.personId },
      data: { idType: "NONE", idNumber: null },
    });
    expect(
      await correctIdentity(world.ctx, me, await input({ email: " ", password: PASSWORD })),
    ).toMatchObject({ issues: [{ path: "email", code: "email_is_only_login" }] });
  });

  it("does not let addresses be tried one by one", async () => {
    const results = [];
    for (let attempt = 0; attempt < 10; attempt += 1) {
      results.push(
        await correctIdentity(
          world.ctx,
          me,
          await input({ email: "orang.lain@contoh.go.id", password: PASSWORD }),
        ),
      );
    }
    expect(results.at(-1)).toMatchObject({ reason: "rate_limited" });
  });

  it.each([
    ["no name", { name: " " }],
    ["a name that is too long", { name: "x".repeat(161) }],
    ["what is no address", { email: "bukan surel" }],
  ])("refuses %s", (_, wrong) => {
    const base = {
      commandId: newId(),
      was: { name: "A", email: null },
      name: "Ada",
      email: "",
      password: "",
      locale: "id",
    };
    expect(correctIdentitySchema.safeParse(base).success).toBe(true);
    expect(correctIdentitySchema.safeParse({ ...base, ...wrong }).success).toBe(false);
  });
});
