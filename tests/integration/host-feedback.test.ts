import { beforeEach, describe, expect, it } from "vitest";
import { authorizeCohort } from "@/lib/cohort/policy";
import {
  findHostLink,
  findRelease,
  hostToken,
  listCandidates,
  listFindings,
  listHostLinks,
  readHostFeedback,
  releaseDigest,
} from "@/lib/feedback/data";
import type { FindingKind } from "@/lib/feedback/model";
import {
  addSources,
  answerFinding,
  chooseFinding,
  createHostLink,
  exportFeedback,
  giveWord,
  releaseFindings,
  removeFinding,
  revokeHostLink,
  rewordFinding,
  withdrawRelease,
} from "@/lib/feedback/mutations";
import { listNotifications } from "@/lib/notification/data";
import { notificationScope } from "@/lib/notification/policy";
import { fixedClock } from "@/lib/platform/clock";
import { openDatabase } from "@/tests/support/database";
import {
  addAdministrator,
  approve,
  assessWork,
  assign,
  createWorld,
  NOW,
  newId,
  submit,
  value,
  type World,
} from "@/tests/support/world";

const database = openDatabase();
let world: World;
let works: string[];

const STAGES = ["EVALUATE", "OBSTACLES", "SOLUTION", "PLAN"] as const;

/** Two participants of one facilitator whose whole work is approved. */
beforeEach(async () => {
  world = await createWorld(database.app);
  works = [];
  const [facilitator] = world.facilitators;
  if (!facilitator) throw new Error("an empty world");
  for (const participant of world.participants.slice(0, 2)) {
    const id = await assign(world, participant);
    works.push(id);
    for (const stage of STAGES) {
      value(await submit(world, participant, id, stage));
      if (stage === "PLAN") value(await assessWork(world, facilitator, id));
      value(await approve(world, facilitator, id, stage));
    }
  }
  // The examples are about the own unit; what the host hears is about its own.
  await database.owner.$executeRaw`UPDATE obstacles SET locus = 'HOST'`;
});

const authorized = () => {
  const scope = authorizeCohort(world.organizer, {
    id: world.cohortId,
    centerId: world.centerId,
  });
  if (!scope) throw new Error("the organiser reads the own cohort");
  return scope;
};
const candidatesOf = async (kind: FindingKind) =>
  (await listCandidates(database.app, authorized(), { kind, innovation: undefined, page: 1 })).rows;

/** Chooses the first candidate of a kind, or the first of its items alone. */
async function choose(
  kind: FindingKind,
  text = "Antrean dipotong menjadi satu loket.",
  one = false,
) {
  const [candidate] = await candidatesOf(kind);
  if (!candidate) throw new Error(`no ${kind}`);
  return chooseFinding(world.ctx, world.organizer, {
    commandId: newId(),
    cohortId: world.cohortId,
    innovationId: candidate.innovationId,
    kind,
    text,
    sources: one ? candidate.refs.slice(0, 1) : candidate.refs,
  });
}
const findings = () => listFindings(database.app, world.cohortId);
async function release(actor = world.organizer) {
  return releaseFindings(world.ctx, actor, {
    commandId: newId(),
    cohortId: world.cohortId,
    basedOn: (await findRelease(database.app, world.cohortId))?.number ?? 0,
    digest: releaseDigest(await findings()),
  });
}
async function link(label = "Sekretariat Bappeda", days = 30) {
  const { hostRegionId } = await database.app.visit.findFirstOrThrow({
    where: { cohortId: world.cohortId },
  });
  return value(
    await createHostLink(world.ctx, world.organizer, {
      commandId: newId(),
      cohortId: world.cohortId,
      hostRegionId,
      label,
      days,
    }),
  );
}
type Answer = Parameters<typeof answerFinding>[1];
const answerOf = (linkId: string, findingId: string, more: Partial<Answer> = {}): Answer => ({
  commandId: newId(),
  token: hostToken(linkId),
  findingId,
  basedOn: 0,
  answer: "ACCEPTED",
  note: "Akan kami bahas.",
  address: "192.0.2.1",
  ...more,
});

describe("findings", () => {
  it("are drawn from approved work, with distinct participants as sources and no author", async () => {
    const rows = (
      await listCandidates(database.app, authorized(), {
        kind: undefined,
        innovation: undefined,
        page: 1,
      })
    ).rows;
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(
      new Set(["STRENGTH", "OBSTACLE", "SOLUTION", "ADOPTION"]),
    );
    // Both wrote the example: equal texts are one candidate of two sources.
    expect(rows.every(({ sources }) => sources === 2)).toBe(true);
    const told = JSON.stringify(rows);
    for (const { name, personId } of world.participants) {
      expect(told).not.toContain(name);
      expect(told).not.toContain(personId);
    }
    value(await choose("STRENGTH"));
    expect((await candidatesOf("STRENGTH"))[0]).toMatchObject({ isUsed: true });
    // Work that is not approved any more is no source.
    await database.owner.$executeRaw`
      UPDATE assignments SET cancelled_at = now(), cancel_reason = 'uji' WHERE id = ${works[0]}::uuid`;
    expect((await findings())[0]).toMatchObject({ sources: 1 });
    expect((await candidatesOf("STRENGTH")).every(({ sources }) => sources === 1)).toBe(true);
  });

  it("name nobody: neither when they are chosen, nor reworded, nor released", async () => {
    const [mine] = world.participants;
    const exposed = `Menurut ${mine?.name} antreannya pendek.`;
    expect(await choose("STRENGTH", exposed)).toMatchObject({
      reason: "invalid",
      issues: [{ path: "text", code: "exposes_name" }],
    });
    expect(await choose("STRENGTH", "Hubungi 198609262015051001 untuk ini")).toMatchObject({
      issues: [{ path: "text", code: "exposes_number" }],
    });
    const { findingId } = value(await choose("STRENGTH", "Loket Anggrek Melati tertib."));
    expect(
      await rewordFinding(world.ctx, world.organizer, {
        commandId: newId(),
        cohortId: world.cohortId,
        findingId,
        basedOn: 0,
        text: exposed,
      }),
    ).toMatchObject({ issues: [{ path: "text", code: "exposes_name" }] });
    // Somebody of that name comes later.
    await database.owner.enrolment.updateMany({
      where: { cohortId: world.cohortId, rosterNumber: 4, role: "PARTICIPANT" },
      data: { fullName: "Anggrek Melati" },
    });
    expect(await release()).toMatchObject({
      issues: [{ path: `${findingId}.text`, code: "exposes_name" }],
    });
    expect(await findRelease(database.app, world.cohortId)).toBeNull();
  });

  it("from one participant alone take an organiser's word, for the words that were read", async () => {
    const { findingId } = value(await choose("ADOPTION", "Instansi pusat", true));
    expect(await release()).toMatchObject({
      issues: [{ path: `${findingId}.sources`, code: "needs_word" }],
    });
    const word = (basedOn: number, reason: string | null) =>
      giveWord(world.ctx, world.organizer, {
        commandId: newId(),
        cohortId: world.cohortId,
        findingId,
        basedOn,
        reason,
      });
    value(await word(0, "Peserta menyetujui penyebutannya."));
    value(
      await rewordFinding(world.ctx, world.organizer, {
        commandId: newId(),
        cohortId: world.cohortId,
        findingId,
        basedOn: 1,
        text: "Instansi pusat yang lain",
      }),
    );
    expect(await release()).toMatchObject({ reason: "invalid" });
    value(await word(2, "Peserta menyetujui penyebutannya."));
    expect(value(await release())).toEqual({ number: 1, findings: 1 });
    // With a second source it needs nobody's word.
    const { findingId: second } = value(await choose("ADOPTION", "Instansi kedua", true));
    const [candidate] = await candidatesOf("ADOPTION");
    const more = {
      commandId: newId(),
      cohortId: world.cohortId,
      findingId: second,
      basedOn: 0,
      sources: candidate?.refs ?? [],
    };
    expect(value(await addSources(world.ctx, world.organizer, more))).toEqual({ version: 1 });
    expect(value(await addSources(world.ctx, world.organizer, more))).toEqual({ version: 1 });
    expect(value(await release())).toEqual({ number: 2, findings: 2 });
  });

  it("are released once, as they were shown, and stay as they were told", async () => {
    const { findingId } = value(await choose("STRENGTH"));
    const shown = releaseDigest(await findings());
    const input = { commandId: newId(), cohortId: world.cohortId, basedOn: 0, digest: shown };
    value(
      await rewordFinding(world.ctx, world.organizer, {
        commandId: newId(),
        cohortId: world.cohortId,
        findingId,
        basedOn: 0,
        text: "Satu loket untuk semua izin.",
      }),
    );
    expect(await releaseFindings(world.ctx, world.organizer, input)).toMatchObject({
      reason: "conflict",
      details: { cause: "plan_changed" },
    });
    const digest = releaseDigest(await findings());
    const ten = await Promise.all(
      Array.from({ length: 10 }, () =>
        releaseFindings(world.ctx, world.organizer, { ...input, commandId: newId(), digest }),
      ),
    );
    expect(ten.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await database.app.findingRelease.count()).toBeGreaterThanOrEqual(1);
    const { linkId } = await link();
    value(
      await rewordFinding(world.ctx, world.organizer, {
        commandId: newId(),
        cohortId: world.cohortId,
        findingId,
        basedOn: 1,
        text: "Kata-kata yang lain lagi.",
      }),
    );
    const live = await findHostLink(database.app, hostToken(linkId), world.ctx.clock.now());
    const told = live && (await readHostFeedback(database.app, live));
    expect(told?.innovations[0]?.findings[0]?.text).toBe("Satu loket untuk semua izin.");
    expect(JSON.stringify(told)).not.toContain("sources");
    for (const { name } of [...world.participants, ...world.facilitators]) {
      expect(JSON.stringify(told)).not.toContain(name);
    }
  });

  it("are nobody's to choose, release or link but organisers' of the centre", async () => {
    const { findingId } = value(await choose("STRENGTH"));
    const [candidate] = await candidatesOf("OBSTACLE");
    const { hostRegionId } = await database.app.visit.findFirstOrThrow({
      where: { cohortId: world.cohortId },
    });
    const digest = releaseDigest(await findings());
    const { linkId } = await link();
    const at = () => ({ commandId: newId(), cohortId: world.cohortId });
    const of = () => ({ ...at(), findingId, basedOn: 0 });
    const others = [
      { actor: world.viewer, reason: "forbidden" },
      { actor: world.stranger, reason: "not_found" },
      { actor: world.administrator, reason: "not_found" },
      { actor: world.facilitators[0], reason: "not_found" },
      { actor: world.participants[0], reason: "not_found" },
      { actor: world.otherFacilitator, reason: "not_found" },
    ];
    for (const { actor, reason } of others) {
      if (!actor) throw new Error("an empty world");
      const { ctx } = world;
      const tries = [
        await chooseFinding(ctx, actor, {
          ...at(),
          innovationId: candidate?.innovationId ?? "",
          kind: "OBSTACLE",
          text: "Jaringan sering putus.",
          sources: candidate?.refs ?? [],
        }),
        await addSources(ctx, actor, { ...of(), sources: candidate?.refs ?? [] }),
        await rewordFinding(ctx, actor, { ...of(), text: "Kata lain." }),
        await removeFinding(ctx, actor, of()),
        await giveWord(ctx, actor, { ...of(), reason: "Sudah disetujui." }),
        await releaseFindings(ctx, actor, { ...at(), basedOn: 0, digest }),
        await withdrawRelease(ctx, actor, { ...at(), number: 1 }),
        await createHostLink(ctx, actor, { ...at(), hostRegionId, label: "Dinas", days: 7 }),
        await revokeHostLink(ctx, actor, { ...at(), linkId }),
      ];
      for (const refused of tries) expect(refused).toMatchObject({ ok: false, reason });
    }
    for (const actor of [world.stranger, world.facilitators[0], world.participants[0]]) {
      if (!actor) throw new Error("an empty world");
      expect(await exportFeedback(world.ctx, actor, world.cohortId)).toMatchObject({
        reason: "not_found",
      });
    }
    const administrator = await addAdministrator(database.app, world);
    expect(value(await release(administrator))).toMatchObject({ number: 1 });
    expect(
      value(await exportFeedback(world.ctx, world.viewer, world.cohortId)).findings,
    ).toHaveLength(1);
  });
});

describe("the host", () => {
  it("answers what was told to it, version by version, and organisers are told once", async () => {
    const { findingId } = value(await choose("OBSTACLE", "Jaringan sering putus."));
    const { linkId } = await link();
    // Nothing is there before the release.
    expect(await answerFinding(world.ctx, answerOf(linkId, findingId))).toMatchObject({
      reason: "not_found",
    });
    value(await release());
    const first = answerOf(linkId, findingId);
    const kept = value(await answerFinding(world.ctx, first));
    expect(kept).toMatchObject({ version: 1, answer: "ACCEPTED" });
    expect(value(await answerFinding(world.ctx, first))).toEqual(kept);
    expect(await answerFinding(world.ctx, { ...first, note: "lain" })).toMatchObject({
      reason: "conflict",
      details: { cause: "command_id_reused" },
    });
    const ten = await Promise.all(
      Array.from({ length: 10 }, () =>
        answerFinding(world.ctx, answerOf(linkId, findingId, { basedOn: 1, answer: "DONE" })),
      ),
    );
    expect(ten.filter(({ ok }) => ok)).toHaveLength(1);
    // By another link it is another answer.
    const other = await link("Dinas Kominfo");
    value(
      await answerFinding(
        world.ctx,
        answerOf(other.linkId, findingId, { answer: "NOT_RELEVANT", note: "<b>bukan kami</b>" }),
      ),
    );
    const [row] = await findings();
    expect(row?.responses.map(({ label, answer, version }) => [label, answer, version])).toEqual(
      expect.arrayContaining([
        ["Sekretariat Bappeda", "DONE", 2],
        ["Dinas Kominfo", "NOT_RELEVANT", 1],
      ]),
    );
    const told = await listNotifications(
      database.app,
      notificationScope(world.organizer),
      1,
      world.ctx.clock.now(),
    );
    expect(told.rows.map(({ kind }) => kind)).toEqual(["HOST_ANSWERED", "HOST_ANSWERED"]);
    expect(
      await database.app.auditEvent.count({
        where: { cohortId: world.cohortId, type: "finding.answered", actorId: null },
      }),
    ).toBe(3);

    // A new release keeps what was answered to the same finding, and forgets what was left out.
    const { findingId: later } = value(await choose("SOLUTION", "Pasang jaringan cadangan."));
    value(await release());
    expect((await findings()).find(({ id }) => id === findingId)?.responses).toHaveLength(2);
    value(
      await removeFinding(world.ctx, world.organizer, {
        commandId: newId(),
        cohortId: world.cohortId,
        findingId,
        basedOn: 0,
      }),
    );
    value(await release());
    expect(
      await answerFinding(world.ctx, answerOf(linkId, findingId, { basedOn: 2 })),
    ).toMatchObject({ reason: "not_found" });
    value(await answerFinding(world.ctx, answerOf(linkId, later)));
    value(
      await withdrawRelease(world.ctx, world.organizer, {
        commandId: newId(),
        cohortId: world.cohortId,
        number: 3,
      }),
    );
    expect(await answerFinding(world.ctx, answerOf(linkId, later, { basedOn: 1 }))).toMatchObject({
      reason: "not_found",
    });
    const live = await findHostLink(database.app, hostToken(linkId), world.ctx.clock.now());
    expect(live && (await readHostFeedback(database.app, live)).innovations).toEqual([]);
  });

  it("has no way in by a link that ended, was revoked, or was made up", async () => {
    const { findingId } = value(await choose("STRENGTH"));
    value(await release());
    const { linkId, url } = await link("Bagian Organisasi", 1);
    expect(url).toContain(`/feedback/${hostToken(linkId)}`);
    const stored = await database.app.hostLink.findUniqueOrThrow({ where: { id: linkId } });
    expect(JSON.stringify(stored)).not.toContain(hostToken(linkId));
    const answered = answerOf(linkId, findingId);
    value(await answerFinding(world.ctx, answered));
    const tomorrow = { ...world.ctx, clock: fixedClock("2018-08-09T03:00:00Z") };
    expect(
      await answerFinding(tomorrow, answerOf(linkId, findingId, { basedOn: 1 })),
    ).toMatchObject({ reason: "link_expired" });
    // Nor is the repeat of what was answered before told any more.
    expect(await answerFinding(tomorrow, answered)).toMatchObject({ reason: "link_expired" });
    expect(await findHostLink(database.app, hostToken(linkId), tomorrow.clock.now())).toBeNull();

    value(
      await revokeHostLink(world.ctx, world.organizer, {
        commandId: newId(),
        cohortId: world.cohortId,
        linkId,
      }),
    );
    expect(
      await answerFinding(world.ctx, answerOf(linkId, findingId, { basedOn: 1 })),
    ).toMatchObject({ reason: "link_expired" });
    const [row] = await listHostLinks(database.app, authorized(), new Date(NOW));
    expect(row).toMatchObject({ isLive: false, answers: 1 });

    const guess = (at: number) =>
      answerFinding(world.ctx, {
        ...answerOf(linkId, findingId),
        token: String(at).padStart(43, "x"),
        address: "192.0.2.77",
      });
    expect(await guess(0)).toMatchObject({ reason: "link_expired" });
    for (let at = 1; at < 60; at += 1) await guess(at);
    expect(await guess(60)).toMatchObject({ reason: "rate_limited" });
  });

  it("answers for its own region alone", async () => {
    const { findingId } = value(await choose("STRENGTH"));
    value(await release());
    const region = await database.app.hostRegion.create({
      data: { centerId: world.centerId, name: "Lokus lain", shortName: "Lain", type: "CITY" },
    });
    await database.app.visit.create({
      data: {
        cohortId: world.cohortId,
        hostRegionId: region.id,
        mode: "ONSITE",
        startsOn: new Date("2018-08-06"),
        endsOn: new Date("2018-08-10"),
      },
    });
    const { linkId } = value(
      await createHostLink(world.ctx, world.organizer, {
        commandId: newId(),
        cohortId: world.cohortId,
        hostRegionId: region.id,
        label: "Kota lain",
        days: 7,
      }),
    );
    expect(await answerFinding(world.ctx, answerOf(linkId, findingId))).toMatchObject({
      reason: "not_found",
    });
    const live = await findHostLink(database.app, hostToken(linkId), world.ctx.clock.now());
    expect(live && (await readHostFeedback(database.app, live)).innovations).toEqual([]);
  });
});

describe("the database", () => {
  it("refuses what would get past all this", async () => {
    const { findingId } = value(await choose("STRENGTH"));
    const { findingId: single } = value(await choose("ADOPTION", "Instansi pusat", true));
    value(
      await removeFinding(world.ctx, world.organizer, {
        commandId: newId(),
        cohortId: world.cohortId,
        findingId: single,
        basedOn: 0,
      }),
    );
    value(await release());
    const { linkId } = await link();
    const { app } = database;
    const released = await app.findingRelease.findFirstOrThrow({
      where: { cohortId: world.cohortId },
    });
    const [foreign] = await app.strength.findMany({
      where: { revision: { assignment: { cohortId: world.cohortId } } },
      take: 1,
    });
    const cheats: (() => Promise<unknown>)[] = [
      () => app.$executeRaw`UPDATE released_findings SET text = 'lain'`,
      () => app.$executeRaw`DELETE FROM released_findings`,
      () => app.$executeRaw`UPDATE finding_releases SET released_at = now()`,
      () => app.$executeRaw`DELETE FROM finding_releases`,
      () => app.$executeRaw`UPDATE host_responses SET note = 'lain'`,
      () => app.$executeRaw`UPDATE host_links SET expires_at = expires_at + interval '1 day'`,
      () => app.$executeRaw`DELETE FROM host_links`,
      () => app.$executeRaw`UPDATE findings SET kind = 'OBSTACLE' WHERE id = ${findingId}::uuid`,
      // Into a release that stands, or with more sources than there are.
      () => app.$executeRaw`
        INSERT INTO released_findings (release_id, finding_id, innovation_id, kind, text, sources, sort_order)
        SELECT ${released.id}::uuid, f.id, f.innovation_id, f.kind, f.text, 2, 9
        FROM findings f WHERE f.id = ${single}::uuid`,
      () => app.$executeRaw`
        INSERT INTO finding_releases (id, cohort_id, number, findings, released_by_id, releaser_name, released_at)
        VALUES (${newId()}::uuid, ${world.cohortId}::uuid, 2, 1, ${world.organizer.personId}::uuid, 'x', now())`,
      () => app.$executeRaw`
        UPDATE findings SET word_reason = 'Saya izinkan', word_at = now(),
          word_by_id = ${world.viewer.personId}::uuid WHERE id = ${single}::uuid`,
      () => app.$executeRaw`
        INSERT INTO finding_sources (finding_id, revision_id, item_id)
        VALUES (${single}::uuid, ${foreign?.revisionId}::uuid, ${foreign?.itemId}::uuid)`,
      () => app.$executeRaw`
        INSERT INTO host_responses (id, link_id, finding_id, version, answer, note, answered_at)
        VALUES (${newId()}::uuid, ${linkId}::uuid, ${findingId}::uuid, 1, 'DONE', '', '2019-01-01T00:00:00Z')`,
      () => app.$executeRaw`
        INSERT INTO host_responses (id, link_id, finding_id, version, answer, note, answered_at)
        VALUES (${newId()}::uuid, ${linkId}::uuid, ${single}::uuid, 1, 'DONE', '', ${new Date(NOW)})`,
      () => app.$executeRaw`
        INSERT INTO host_responses (id, link_id, finding_id, version, answer, note, answered_at)
        VALUES (${newId()}::uuid, ${linkId}::uuid, ${findingId}::uuid, 2, 'DONE', '', ${new Date(NOW)})`,
    ];
    for (const [at, cheat] of cheats.entries()) {
      await expect(cheat(), `cheat ${at}`).rejects.toThrow(/23514|42501|permission denied/);
    }
    value(await answerFinding(world.ctx, answerOf(linkId, findingId)));
    value(
      await revokeHostLink(world.ctx, world.organizer, {
        commandId: newId(),
        cohortId: world.cohortId,
        linkId,
      }),
    );
    await expect(app.$executeRaw`
      INSERT INTO host_responses (id, link_id, finding_id, version, answer, note, answered_at)
      VALUES (${newId()}::uuid, ${linkId}::uuid, ${findingId}::uuid, 2, 'DONE', '', ${new Date(NOW)})`).rejects.toThrow();
    await expect(app.$executeRaw`UPDATE host_links SET revoked_at = NULL`).rejects.toThrow();
  });
});
