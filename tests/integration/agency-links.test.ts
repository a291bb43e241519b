import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  agencyToken,
  findAgencyLink,
  listAgencyLinks,
  readAgencyView,
} from "@/lib/agency-link/data";
import { AGENCY_PAGE } from "@/lib/agency-link/model";
import { createAgencyLink, exportAgencyView, revokeAgencyLink } from "@/lib/agency-link/mutations";
import { authorizeCohort } from "@/lib/cohort/policy";
import type { Actor } from "@/lib/platform/actor";
import { fixedClock } from "@/lib/platform/clock";
import { openDatabase } from "@/tests/support/database";
import {
  approve,
  assessWork,
  assign,
  createWorld,
  enrolmentOf,
  NOW,
  newId,
  submit,
  value,
  type World,
} from "@/tests/support/world";

const database = openDatabase();
let world: World;
let own: string;
let other: string;
let works: string[];

const STAGES = ["EVALUATE", "OBSTACLES", "SOLUTION", "PLAN"] as const;
const now = new Date(NOW);

/** Two agencies of two participants each; the first of each has a whole work that is approved. */
beforeAll(async () => {
  world = await createWorld(database.app);
  const [first, second, third, fourth] = world.participants as [Actor, Actor, Actor, Actor];
  other = (
    await database.owner.agency.create({
      data: { name: `Kementerian Lain ${newId()}`, shortName: "Lain", type: "MINISTRY" },
    })
  ).id;
  await database.owner.enrolment.updateMany({
    where: { id: { in: [enrolmentOf(second), enrolmentOf(fourth)] } },
    data: { agencyId: other },
  });
  own = (await database.owner.enrolment.findUniqueOrThrow({ where: { id: enrolmentOf(first) } }))
    .agencyId;
  works = [];
  for (const participant of [first, second]) {
    const id = await assign(world, participant);
    works.push(id);
    for (const stage of STAGES) {
      value(await submit(world, participant, id, stage));
      const reviewer = await reviewerOf(participant);
      if (stage === "PLAN") value(await assessWork(world, reviewer, id));
      value(await approve(world, reviewer, id, stage));
    }
  }
  works.push(await assign(world, third));
}, 120_000);
beforeEach(async () => {
  await database.owner.agencyLink.deleteMany();
  await database.owner.gradeRelease.deleteMany();
});

async function reviewerOf(participant: Actor): Promise<Actor> {
  const { facilitatorId } = await database.owner.enrolment.findUniqueOrThrow({
    where: { id: enrolmentOf(participant) },
  });
  const found = world.facilitators.find((actor) => enrolmentOf(actor) === facilitatorId);
  if (!found) throw new Error("everybody has a facilitator");
  return found;
}

type Create = Parameters<typeof createAgencyLink>[2];
const create = (actor: Actor, more: Partial<Create> = {}) =>
  createAgencyLink(world.ctx, actor, {
    commandId: newId(),
    cohortId: world.cohortId,
    agencyId: own,
    label: "Bagian kepegawaian",
    days: 30,
    showsGrades: false,
    ...more,
  });
const tokenOf = (url: string) => url.split("/").at(-1) ?? "";
async function view(more: Partial<Create> = {}, at = now, page: number | null = 1) {
  const { url } = value(await create(world.organizer, more));
  const link = await findAgencyLink(database.app, tokenOf(url), at);
  if (!link) throw new Error("the link works");
  return readAgencyView(database.app, link, at, page);
}
const release = (at: Date) =>
  database.owner.gradeRelease.create({
    data: {
      cohortId: world.cohortId,
      releasesAt: at,
      version: 1,
      changedById: world.organizer.personId,
      changedAt: at,
    },
  });

describe("an agency's link", () => {
  it("shows its own people, and nothing that is of another agency's", async () => {
    for (const [agencyId, mine, theirs] of [
      [own, [0, 2], [1, 3]],
      [other, [1, 3], [0, 2]],
    ] as const) {
      const seen = await view({ agencyId });
      const names = (list: readonly number[]) => list.map((at) => world.participants[at]?.name);
      expect(seen.people.map(({ name }) => name)).toEqual(names(mine));
      expect(seen.total).toBe(2);
      const told = JSON.stringify(seen);
      for (const at of theirs) {
        const actor = world.participants[at] as Actor;
        for (const secret of [actor.name, actor.personId, enrolmentOf(actor)]) {
          expect(told).not.toContain(secret);
        }
      }
      // Ids of people and works open nothing by themselves, and are not told either.
      for (const secret of [...works, ...world.facilitators.map(({ name }) => name)]) {
        expect(told).not.toContain(secret);
      }
      expect(seen.counts.find(({ kind }) => kind === "PLAN")).toMatchObject({ approved: 1 });
    }
  });

  it("tells stages, lateness, and the title of an approved plan alone", async () => {
    const seen = await view();
    const [done, begun] = seen.people.map(({ works: [work] }) => work);
    expect(done?.planTitle).toEqual(expect.any(String));
    expect(done?.stages.PLAN.state).toBe("APPROVED");
    expect(begun).toMatchObject({ planTitle: null, stages: { EVALUATE: { late: false } } });
    const later = await view({}, new Date(now.getTime() + 20 * 86_400_000));
    expect(later.people[1]?.works[0]?.stages.EVALUATE.late).toBe(true);
    expect(later.counts.find(({ kind }) => kind === "EVALUATE")).toMatchObject({
      late: 1,
      total: 2,
    });
    // Submitted and not approved, the plan is its author's and the facilitator's alone.
    const put = (state: string) =>
      database.owner.$transaction([
        database.owner.$executeRaw`ALTER TABLE stages DISABLE TRIGGER USER`,
        database.owner.$executeRaw`UPDATE stages SET state = ${state}::"StageState"
          WHERE assignment_id = ${works[0]}::uuid AND kind = 'PLAN'`,
        database.owner.$executeRaw`ALTER TABLE stages ENABLE TRIGGER USER`,
      ]);
    await put("SUBMITTED");
    expect((await view()).people[0]?.works[0]?.planTitle).toBeNull();
    await put("APPROVED");
  });

  it("tells grades after their release, and only where staff allowed it", async () => {
    const graded = { showsGrades: true };
    expect((await view(graded)).people[0]?.works[0]?.grade).toBeNull();
    await release(now);
    expect((await view()).people[0]?.works[0]?.grade).toBeNull();
    const seen = await view(graded);
    expect(seen.people[0]?.works[0]?.grade?.score).toBeGreaterThan(0);
    expect(seen.people[1]?.works[0]?.grade).toBeNull();
  });

  it("leaves out who left, and who has not taken the place that was offered", async () => {
    const [first, , third] = world.participants as [Actor, Actor, Actor];
    const withdraw = (at: Date | null) =>
      database.owner.enrolment.update({
        where: { id: enrolmentOf(first) },
        data: { withdrawnAt: at, withdrawnReason: at && "Pindah tugas" },
      });
    const offered = await database.owner.enrolment.create({
      data: {
        cohortId: world.cohortId,
        personId: world.otherParticipant.personId,
        role: "PARTICIPANT",
        fullName: "Yang Ditawari",
        agencyId: own,
        workUnit: "Biro Umum",
        position: "Kepala Bagian",
        rosterNumber: 99,
        acceptedAt: null,
      },
    });
    await withdraw(now);
    const seen = await view();
    expect(seen.people.map(({ name }) => name)).toEqual([third.name]);
    expect(seen).toMatchObject({ total: 1, pages: 1 });
    await withdraw(null);
    await database.owner.enrolment.delete({ where: { id: offered.id } });
  });

  it("is made and revoked by who organises, and by nobody else", async () => {
    const { linkId, url } = value(await create(world.organizer));
    const revoke = (actor: Actor) =>
      revokeAgencyLink(world.ctx, actor, { commandId: newId(), cohortId: world.cohortId, linkId });
    for (const [actor, reason] of [
      [world.viewer, "forbidden"],
      [world.stranger, "not_found"],
      [world.participants[0] as Actor, "not_found"],
      [world.facilitators[0] as Actor, "not_found"],
      [world.otherFacilitator, "not_found"],
    ] as const) {
      expect(await create(actor)).toMatchObject({ reason });
      expect(await revoke(actor)).toMatchObject({ reason });
    }
    const token = tokenOf(url);
    expect(await findAgencyLink(database.app, token, now)).toMatchObject({ id: linkId });
    value(await revoke(world.organizer));
    expect(await findAgencyLink(database.app, token, now)).toBeNull();
    expect(await exportAgencyView(world.ctx, token, "192.0.2.1")).toMatchObject({
      reason: "not_found",
    });
  });

  it("ends by itself, and opens nothing of a draft or with another token", async () => {
    const { url, linkId } = value(await create(world.organizer, { days: 7 }));
    const token = tokenOf(url);
    const at = (days: number) => new Date(now.getTime() + days * 86_400_000);
    expect(await findAgencyLink(database.app, token, at(6))).not.toBeNull();
    expect(await findAgencyLink(database.app, token, at(7))).toBeNull();
    expect(await findAgencyLink(database.app, `${token.slice(1)}A`, now)).toBeNull();
    const scope = authorizeCohort(world.organizer, {
      id: world.cohortId,
      centerId: world.centerId,
    });
    if (!scope) throw new Error("the organiser reads the own cohort");
    expect(await listAgencyLinks(database.app, scope, at(8))).toMatchObject([
      { id: linkId, isLive: false, revokedAt: null },
    ]);
    const late = { ...world.ctx, clock: fixedClock(at(8).toISOString()) };
    expect(await exportAgencyView(late, token, "192.0.2.1")).toMatchObject({ reason: "not_found" });
  });

  it("is the same for a command that arrives twice, and keeps nothing of its address", async () => {
    const commandId = newId();
    const first = value(await create(world.organizer, { commandId }));
    expect(value(await create(world.organizer, { commandId }))).toEqual(first);
    expect(await create(world.organizer, { commandId, days: 7 })).toMatchObject({
      reason: "conflict",
    });
    const token = tokenOf(first.url);
    expect(token).toBe(agencyToken(first.linkId));
    const kept = await database.owner.$queryRaw<{ n: bigint }[]>`
      SELECT count(*) AS n FROM command_log WHERE result::text LIKE ${`%${token}%`}`;
    expect(Number(kept[0]?.n)).toBe(0);
    // Who organises no more is not told it again.
    await database.owner.staffMembership.updateMany({
      where: { personId: world.organizer.personId },
      data: { role: "VIEWER" },
    });
    const demoted = { ...world.organizer, staff: [{ centerId: world.centerId, role: "VIEWER" }] };
    expect(await create(demoted as Actor, { commandId })).toMatchObject({ reason: "forbidden" });
    await database.owner.staffMembership.updateMany({
      where: { personId: world.organizer.personId },
      data: { role: "ORGANIZER" },
    });
  });

  it("is for an agency that has people in the cohort", async () => {
    const strange = await database.owner.agency.findFirstOrThrow({
      where: { enrolments: { none: { cohortId: world.cohortId } } },
    });
    expect(await create(world.organizer, { agencyId: strange.id })).toMatchObject({
      reason: "invalid",
      issues: [{ path: "agencyId" }],
    });
  });

  it("leaves as a workbook of all its people, which is noted", async () => {
    const { url } = value(await create(world.organizer));
    const taken = value(await exportAgencyView(world.ctx, tokenOf(url), "192.0.2.1"));
    expect(taken.people).toHaveLength(2);
    const [event] = await database.owner.auditEvent.findMany({
      where: { type: "export.read", cohortId: world.cohortId },
    });
    expect(event).toMatchObject({
      actorId: null,
      payload: { what: "agency_view", format: "xlsx", rows: 2 },
    });
  });

  it("counts tokens that are none, and takes nothing off those that work", async () => {
    const { url } = value(await create(world.organizer));
    const address = "192.0.2.77";
    for (let tried = 0; tried < 60; tried += 1) {
      expect(await exportAgencyView(world.ctx, "x".repeat(43), address)).toMatchObject({
        reason: "not_found",
      });
    }
    expect(await exportAgencyView(world.ctx, tokenOf(url), address)).toMatchObject({
      reason: "rate_limited",
    });
    value(await exportAgencyView(world.ctx, tokenOf(url), "192.0.2.78"));
  });

  it("stays what it is against SQL of the application's role", async () => {
    const { linkId } = value(await create(world.organizer));
    const db = database.app;
    const row = {
      id: newId(),
      cohortId: world.cohortId,
      agencyId: own,
      label: "Siapa saja",
      showsGrades: true,
      tokenHash: "a".repeat(64),
      createdById: world.organizer.personId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + 86_400_000),
    };
    const tries: (() => Promise<unknown>)[] = [
      () => db.agencyLink.create({ data: { ...row, createdById: world.viewer.personId } }),
      () => db.agencyLink.create({ data: { ...row, createdById: world.stranger.personId } }),
      () =>
        db.agencyLink.create({
          data: { ...row, expiresAt: new Date(now.getTime() + 91 * 86_400_000) },
        }),
      () => db.agencyLink.update({ where: { id: linkId }, data: { agencyId: other } }),
      () => db.agencyLink.update({ where: { id: linkId }, data: { showsGrades: true } }),
      () => db.agencyLink.update({ where: { id: linkId }, data: { expiresAt: row.expiresAt } }),
      () => db.agencyLink.delete({ where: { id: linkId } }),
    ];
    for (const attempt of tries) await expect(attempt()).rejects.toThrow();
    await db.agencyLink.update({ where: { id: linkId }, data: { revokedAt: now } });
    await expect(
      db.agencyLink.update({ where: { id: linkId }, data: { revokedAt: null } }),
    ).rejects.toThrow();
  });
});

describe("a large agency", () => {
  it("is shown a page at a time, each of its people once", async () => {
    const { app } = database;
    const large = await createWorld(app, { participants: AGENCY_PAGE + 5 });
    const first = large.participants[0] as Actor;
    const { agencyId } = await database.owner.enrolment.findUniqueOrThrow({
      where: { id: enrolmentOf(first) },
    });
    const { url } = value(
      await createAgencyLink(large.ctx, large.organizer, {
        commandId: newId(),
        cohortId: large.cohortId,
        agencyId,
        label: "Biro SDM",
        days: 7,
        showsGrades: true,
      }),
    );
    const link = await findAgencyLink(app, tokenOf(url), now);
    if (!link) throw new Error("the link works");
    const pages = [];
    for (const page of [1, 2]) pages.push(await readAgencyView(app, link, now, page));
    expect(pages.map(({ people }) => people.length)).toEqual([AGENCY_PAGE, 5]);
    const names = pages.flatMap(({ people }) => people.map(({ name }) => name));
    expect(new Set(names).size).toBe(AGENCY_PAGE + 5);
    expect(await readAgencyView(app, link, now, 99)).toMatchObject({ page: 2 });
    expect((await readAgencyView(app, link, now, null)).people).toHaveLength(AGENCY_PAGE + 5);
  });
});
