import { beforeAll, describe, expect, it } from "vitest";
import { STAGE_KINDS, type StageState } from "@/lib/assignment/model";
import { authorizeCohort } from "@/lib/cohort/policy";
import { countWork, listBoard, listWork } from "@/lib/dashboard/data";
import { COHORT_VIEWS, STANDING_STATES } from "@/lib/dashboard/model";
import { exportView } from "@/lib/dashboard/mutations";
import type { Actor } from "@/lib/platform/actor";
import { dayIn } from "@/lib/platform/clock";
import { listPhaseTimes, listProgressDays } from "@/lib/progress/data";
import { funnelOf, PHASES, type Phase, type PhaseTime, stickingPoint } from "@/lib/progress/model";
import { writeXlsx } from "@/lib/spreadsheet/write-xlsx";
import { createBusyCohort } from "@/tests/support/busy-cohort";
import { openDatabase } from "@/tests/support/database";
import { createWorld, newId, value, type World } from "@/tests/support/world";

/** Progress by day, funnel and times against a slow reading of the raw revisions and decisions. */
const database = openDatabase();
const SIZES = [0, 1, 54] as const;
const cohorts = new Map<number, string>();
let world: World;
const now = new Date();

beforeAll(async () => {
  world = await createWorld(database.app);
  for (const size of SIZES) {
    cohorts.set(size, (await createBusyCohort(database.app, world, size, now)).cohortId);
  }
  await scatter();
}, 120_000);

/** Moments of what happened lie in a natural order, days apart and each its own: by chance, but repeatable. */
async function scatter() {
  await database.owner.$transaction(async (tx) => {
    const tables = ["assignments", "revisions", "review_decisions"];
    for (const table of tables) {
      await tx.$executeRawUnsafe(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    }
    await tx.$executeRawUnsafe(
      `UPDATE assignments SET created_at = $1::timestamptz - interval '60 days'
         - make_interval(mins => abs(hashtext(id::text)) % 5000)`,
      now,
    );
    await tx.$executeRawUnsafe(
      `UPDATE revisions SET submitted_at = $1::timestamptz - interval '50 days'
         + make_interval(days => 12 * array_position(enum_range(NULL::"StageKind"), kind) - 12,
                         mins => abs(hashtext(id::text)) % 4000)`,
      now,
    );
    await tx.$executeRawUnsafe(
      `UPDATE review_decisions d SET decided_at = r.submitted_at
         + make_interval(mins => 60 + abs(hashtext(d.id::text)) % 3000
             + CASE d.kind WHEN 'REOPEN' THEN 4000 ELSE 0 END)
       FROM revisions r WHERE r.id = d.revision_id`,
    );
    for (const table of tables) {
      await tx.$executeRawUnsafe(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
    }
  });
}

function authorized(size: number) {
  const id = cohorts.get(size) ?? "";
  const proof = authorizeCohort(world.organizer, { id, centerId: world.centerId });
  if (!proof) throw new Error("not the organiser's cohort");
  return proof;
}

/** All live stages of a cohort with everything that happened to them. */
async function rawStages(size: number) {
  const assignments = await database.app.assignment.findMany({
    where: { cohortId: cohorts.get(size), cancelledAt: null, enrolment: { withdrawnAt: null } },
    include: { cohort: true, stages: { include: { revisions: true, decisions: true } } },
  });
  return assignments.flatMap((assignment) => {
    const stages = STAGE_KINDS.flatMap(
      (kind) => assignment.stages.find((stage) => stage.kind === kind) ?? [],
    );
    return stages.map((stage, index) => ({ ...stage, assignment, before: stages[index - 1] }));
  });
}
type RawStage = Awaited<ReturnType<typeof rawStages>>[number];

const first = (dates: Date[]) => dates.toSorted((a, b) => a.getTime() - b.getTime())[0];
const sentAt = (stage: Pick<RawStage, "revisions">) =>
  first(stage.revisions.map(({ submittedAt }) => submittedAt));
const stands = ({ state }: { state: StageState }) => STANDING_STATES.some((each) => each === state);

describe.each(SIZES)("with %i participants", (size) => {
  it("tells by day what was due, sent and approved, and adds up to the dashboard", async () => {
    const [days, raw] = [
      await listProgressDays(database.app, authorized(size)),
      await rawStages(size),
    ];
    const expected = new Map<string, { due: number; sent: number; approved: number }>();
    const note = (stage: RawStage, at: Date | undefined, figure: "due" | "sent" | "approved") => {
      if (!at) throw new Error("nothing happened");
      const key = `${stage.kind} ${dayIn(stage.assignment.cohort.timeZone, at)}`;
      const day = expected.get(key) ?? { due: 0, sent: 0, approved: 0 };
      day[figure] += 1;
      expected.set(key, day);
    };
    for (const stage of raw) {
      note(stage, stage.dueAt, "due");
      if (stands(stage)) note(stage, sentAt(stage), "sent");
      const approvals = stage.decisions.filter(({ kind }) => kind === "APPROVE");
      if (stage.state === "APPROVED" && approvals.length > 0) {
        const last = Math.max(...approvals.map(({ decidedAt }) => decidedAt.getTime()));
        note(stage, new Date(last), "approved");
      }
    }
    const told = new Map(days.map(({ stage, day, ...figures }) => [`${stage} ${day}`, figures]));
    expect(told).toEqual(expected);
    const counts = await countWork(database.app, authorized(size), now);
    for (const step of funnelOf(counts)) {
      const own = days.filter(({ stage }) => stage === step.stage);
      expect(own.reduce((sum, { due }) => sum + due, 0)).toBe(step.total);
      expect(own.reduce((sum, { sent }) => sum + sent, 0)).toBe(step.sent);
      const ofKind = raw.filter(({ kind }) => kind === step.stage);
      expect(step.reached).toBe(ofKind.filter(({ state }) => state !== "LOCKED").length);
      expect(step.approved).toBe(ofKind.filter(({ state }) => state === "APPROVED").length);
      // Each step is a part of the one before.
      expect(step.total >= step.reached && step.reached >= step.sent).toBe(true);
      expect(step.sent >= step.approved).toBe(true);
    }
  });

  it("times what was in whose hands as a slow reading of what happened", async () => {
    const times = await listPhaseTimes(database.app, authorized(size), now);
    const spans: { key: string; hours: number; ongoing: boolean; assignmentId: string }[] = [];
    for (const stage of await rawStages(size)) {
      const before = stage.before;
      const approvals = before?.decisions.filter(({ kind }) => kind === "APPROVE") ?? [];
      const opened = before
        ? first(approvals.map(({ decidedAt }) => decidedAt))
        : stage.assignment.createdAt;
      const events = [
        ...(opened ? [{ what: "OPENED", at: opened, rank: 0 }] : []),
        ...stage.revisions.map(({ submittedAt }) => ({ what: "SENT", at: submittedAt, rank: 1 })),
        ...stage.decisions.map(({ kind, decidedAt }) => ({
          what: kind as string,
          at: decidedAt,
          rank: kind === "REOPEN" ? 3 : 2,
        })),
      ].toSorted((a, b) => a.at.getTime() - b.at.getTime() || a.rank - b.rank);
      for (const [index, event] of events.entries()) {
        const next = events[index + 1];
        const phases: Record<Phase, [string[], string[], StageState]> = {
          WRITING: [["OPENED"], ["SENT"], "OPEN"],
          WAITING: [["SENT"], ["APPROVE", "RETURN"], "SUBMITTED"],
          REVISING: [["RETURN", "REOPEN"], ["SENT"], "RETURNED"],
        };
        for (const phase of PHASES) {
          const [begins, ends, state] = phases[phase];
          if (!begins.includes(event.what)) continue;
          if (next ? !ends.includes(next.what) : stage.state !== state) continue;
          spans.push({
            key: `${stage.kind} ${phase}`,
            hours: ((next?.at ?? now).getTime() - event.at.getTime()) / 3_600_000,
            ongoing: !next,
            assignmentId: stage.assignmentId,
          });
        }
      }
    }
    expect(new Set(times.map(({ stage, phase }) => `${stage} ${phase}`))).toEqual(
      new Set(spans.map(({ key }) => key)),
    );
    for (const time of times) {
      const own = spans.filter(({ key }) => key === `${time.stage} ${time.phase}`);
      const ended = own.filter(({ ongoing }) => !ongoing).map(({ hours }) => hours);
      const ongoing = own.filter((span) => span.ongoing);
      expect(time.ended).toBe(ended.length);
      expect(time.ongoing).toBe(ongoing.length);
      const sorted = ended.toSorted((a, b) => a - b);
      const middle = (sorted.length - 1) / 2;
      const median =
        ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) /
        2;
      if (ended.length > 0) expect(time.median).toBeCloseTo(median, 6);
      else expect(time.median).toBeNull();
      if (ended.length > 0) expect(time.longest?.hours).toBeCloseTo(Math.max(...ended), 6);
      else expect(time.longest).toBeNull();
      const oldest = ongoing.toSorted((a, b) => b.hours - a.hours)[0];
      expect(time.oldest?.assignmentId).toBe(oldest?.assignmentId);
      if (oldest) expect(time.oldest?.hours).toBeCloseTo(oldest.hours, 6);
    }
    if (size === 54) expect(times.length).toBeGreaterThan(8);
  });
});

it("says where it sticks only of enough", () => {
  const time = (median: number | null, ended: number): PhaseTime => ({
    stage: "EVALUATE",
    phase: "WAITING",
    ended,
    median,
    longest: null,
    ongoing: 0,
    oldest: null,
  });
  expect(stickingPoint([])).toBeNull();
  expect(stickingPoint([time(900, 2), time(null, 9)])).toBeNull();
  const slow = time(50, 3);
  expect(stickingPoint([time(900, 2), time(5, 80), slow])).toBe(slow);
});

describe("a view taken along", () => {
  const exported = (actor: Actor, view: (typeof COHORT_VIEWS)[number], query = {}, size = 54) =>
    exportView(world.ctx, actor, { cohortId: cohorts.get(size) ?? "", view, query });

  it("has every row of its page, with the filters of it, and is noted", async () => {
    const { exported: board } = value(await exported(world.organizer, "board"));
    const page = await listBoard(database.app, authorized(54), { by: "group" }, 1, now);
    expect(board.view === "board" && board.rows.length).toBe(page.total);
    const { exported: late } = value(
      await exported(world.viewer, "work", { late: "1", agency: newId() }),
    );
    const seen = { now: world.ctx.clock.now(), viewerId: world.viewer.personId };
    const list = await listWork(database.app, authorized(54), { late: true }, 1, seen);
    expect(late.view === "work" && late.rows.length).toBe(list.total);
    const events = await database.app.auditEvent.findMany({
      where: { cohortId: cohorts.get(54), type: "export.read" },
      orderBy: { at: "asc" },
    });
    expect(events.map(({ payload }) => payload)).toEqual(
      expect.arrayContaining([
        { what: "cohort_board", format: "xlsx", rows: page.total },
        { what: "cohort_work", format: "xlsx", rows: list.total },
      ]),
    );
  });

  it("takes of more rows than a file holds the first, and says how many it left", async () => {
    const asked = { cohortId: cohorts.get(54) ?? "", query: {} };
    const all = value(await exported(world.organizer, "findings")).exported;
    if (all.view !== "findings") throw new Error("findings were asked for");
    const lists = [all.strengths, all.obstacles, all.solutions];
    expect(all.left).toBe(0);
    for (const list of lists) expect(list.length).toBeGreaterThan(2);
    const cut = value(
      await exportView(world.ctx, world.organizer, { ...asked, view: "findings", most: 2 }),
    ).exported;
    expect(cut.left).toBe(lists.reduce((sum, { length }) => sum + length - 2, 0));
    const work = value(
      await exportView(world.ctx, world.organizer, { ...asked, view: "work", most: 5 }),
    ).exported;
    expect(work.view === "work" && work.rows.length).toBe(5);
    expect(work.left).toBeGreaterThan(0);
    // With the filters of the page, as the page has them.
    const { exported: part } = value(
      await exported(world.viewer, "findings", { list: "solutions", host: "1" }),
    );
    expect(part.view === "findings" && part.solutions.every(({ forHost }) => forHost)).toBe(true);
  });

  it("of 5,000 participants is made within what a server has", () => {
    const line = Array.from({ length: 16 }, (_, column) =>
      column % 4 === 3 ? { date: "2018-08-08" } : `Isian yang agak panjang ${column}`,
    );
    const table = {
      name: "Papan",
      columns: line.map((_, column) => ({ header: `Kolom ${column}`, width: 20 })),
      rows: Array.from({ length: 20_000 }, () => line),
    };
    const before = process.memoryUsage().rss;
    const began = performance.now();
    expect(writeXlsx([table]).length).toBeGreaterThan(100_000);
    expect(performance.now() - began).toBeLessThan(20_000);
    expect((process.memoryUsage().rss - before) / 1_048_576).toBeLessThan(600);
  }, 60_000);

  it("is not there for anybody else", async () => {
    const others = [
      world.stranger,
      world.otherFacilitator,
      world.otherParticipant,
      world.administrator,
      ...world.facilitators,
      ...world.participants,
    ];
    for (const actor of others) {
      for (const view of COHORT_VIEWS) {
        expect(await exported(actor, view)).toMatchObject({ reason: "not_found" });
      }
    }
    for (const view of COHORT_VIEWS) value(await exported(world.viewer, view, {}, 0));
  });
});
