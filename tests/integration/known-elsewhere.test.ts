import { beforeEach, describe, expect, it } from "vitest";
import { listAuditEvents } from "@/lib/audit/data";
import { auditQuerySchema } from "@/lib/audit/schema";
import { authorizeOffice } from "@/lib/center/policy";
import { listCohortPeople } from "@/lib/invitation/data";
import { inviteToCohort } from "@/lib/invitation/mutations";
import { listOutbox } from "@/lib/mail/data";
import { findSide } from "@/lib/merging/data";
import type { Actor } from "@/lib/platform/actor";
import { findKnown, listCenterPeople } from "@/lib/staff/data";
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

/** What a centre sees of somebody whom another centre knew first, after a roster named them by number. */

const { app: db } = openDatabase();
const ROSTER_NAME = "Nama Menurut Daftar";
const NUMBER = "198609262015051009";
let world: World;
let administrator: Actor;
let secret: { name: string; email: string };
let enrolmentId: string;
let personId: string;

beforeEach(async () => {
  await db.rateLimit.deleteMany();
  await db.person.updateMany({ data: { idNumber: null, idType: "NONE" } });
  world = await createWorld(db);
  await giveLogins(db, world);
  administrator = await addAdministrator(db, world);
  personId = world.otherParticipant.personId;
  secret = { name: `Nama Rahasia ${newId()}`, email: `rahasia-${newId()}@lain.test` };
  await db.person.update({
    where: { id: personId },
    data: {
      displayName: secret.name,
      email: secret.email,
      idType: "NIP",
      idNumber: NUMBER,
      passwordHash: "x",
    },
  });
  enrolmentId = await enrol({ idType: "NIP", idNumber: NUMBER });
});

/** As the roster of the centre brings them. */
async function enrol(brought: { idType?: "NIP"; idNumber?: string; email?: string }) {
  const like = await db.enrolment.findUniqueOrThrow({
    where: { id: enrolmentOf(world.participants[0] as Actor) },
  });
  const { id } = await db.enrolment.create({
    data: {
      cohortId: world.cohortId,
      personId,
      role: "PARTICIPANT",
      fullName: ROSTER_NAME,
      agencyId: like.agencyId,
      workUnit: "Seksi",
      position: "Kepala",
      rosterNumber: 50,
      ...brought,
    },
  });
  return id;
}

const now = () => world.ctx.clock.now();
const cohortPeople = async (q = "") =>
  (
    await listCohortPeople(
      db,
      { cohortId: world.cohortId as never, centerId: world.centerId },
      { view: "all", q, page: 1 },
      now(),
    )
  ).rows;
function office() {
  const proof = authorizeOffice(administrator, world.centerId, "administer");
  if (!proof) throw new Error("no administrator");
  return proof;
}
const centrePeople = async (q: string) =>
  (await listCenterPeople(db, office(), { view: "all", q, page: 1 }, now())).rows;
const letter = () =>
  inviteToCohort(world.ctx, world.organizer, {
    commandId: newId(),
    cohortId: world.cohortId,
    enrolmentIds: [enrolmentId],
    channel: "MAIL",
    locale: "id",
  });

describe("a centre that names another centre's person", () => {
  it("sees its own roster, not the person's address, name or account", async () => {
    const row = (await cohortPeople()).find((each) => each.enrolmentId === enrolmentId);
    expect(row).toMatchObject({ name: ROSTER_NAME, email: null, access: "ELSEWHERE" });
    expect(await cohortPeople(secret.email)).toEqual([]);
    const [listed] = await centrePeople(ROSTER_NAME);
    expect(listed).toMatchObject({ name: ROSTER_NAME, email: null, access: "ELSEWHERE" });
    expect(await centrePeople(secret.email)).toEqual([]);
    expect(await centrePeople(secret.name)).toEqual([]);
    expect(await centrePeople(NUMBER)).toHaveLength(1);
    const known = await findKnown(db, world.centerId, personId, now());
    expect(known).toMatchObject({ name: ROSTER_NAME, email: null, access: "ELSEWHERE" });
    const side = await findSide(db, world.centerId, personId, now());
    expect(side).toMatchObject({ name: ROSTER_NAME, email: null, hasAccess: false });
    expect(side?.enrolments.map(({ id }) => id)).toEqual([enrolmentId]);
  });

  it("learns no number by an address", async () => {
    await db.enrolment.update({
      where: { id: enrolmentId },
      data: { idType: "NONE", idNumber: null, email: secret.email },
    });
    const [listed] = await centrePeople(secret.email);
    expect(listed).toMatchObject({ email: secret.email, idNumber: null });
    expect(await centrePeople(NUMBER)).toEqual([]);
  });

  it("reads the name of its roster in the outbox and the log", async () => {
    await db.person.update({ where: { id: personId }, data: { passwordHash: null } });
    expect(value(await letter())).toMatchObject({ letters: 1 });
    const { rows } = await listOutbox(
      db,
      office(),
      { status: null, page: 1 },
      { administer: true },
      now(),
    );
    expect(rows).toMatchObject([{ name: ROSTER_NAME, email: null, canShow: false }]);
    const read = async (query: Record<string, string>) =>
      (await listAuditEvents(db, office(), auditQuerySchema.parse(query), "Asia/Jakarta")).rows;
    const log = await read({});
    expect(log.map(({ subjectName }) => subjectName)).toContain(ROSTER_NAME);
    expect(JSON.stringify(log)).not.toContain(secret.name);
    expect(await read({ whom: secret.name })).toEqual([]);
    expect(await read({ who: secret.name })).toEqual([]);
    expect((await read({ whom: ROSTER_NAME })).length).toBeGreaterThan(0);
    // What became of the letter of an offer would tell who has an account; of another it may follow it.
    const row = async () => (await cohortPeople()).find((each) => each.enrolmentId === enrolmentId);
    expect(await row()).toMatchObject({ access: "ELSEWHERE", isOffered: true, expiresAt: null });
    await db.enrolment.update({ where: { id: enrolmentId }, data: { acceptedAt: now() } });
    expect(await row()).toMatchObject({ access: "SENT", isOffered: false });
  });

  it("reads no name behind an address to which it offered a role", async () => {
    await db.enrolment.delete({ where: { id: enrolmentId } });
    const key = { centerId: world.centerId, personId };
    const { id } = await db.staffMembership.create({ data: { ...key, role: "VIEWER" } });
    const known = () => findKnown(db, world.centerId, personId, now());
    expect(await known()).toMatchObject({ name: secret.email, access: "ELSEWHERE" });
    // Whoever took it is a colleague.
    await db.staffMembership.update({ where: { id }, data: { acceptedAt: now() } });
    expect(await known()).toMatchObject({ name: secret.name, email: null });
  });

  it("takes nothing from the sight of the centre that knew the person first", async () => {
    const proof = world.stranger.staff[0]?.centerId ?? "";
    expect(await findKnown(db, proof, personId, now())).toMatchObject({ access: "ACCEPTED" });
  });
});
