import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { digestOf, findReasons, listAllocations, readStanding } from "@/lib/allocation/data";
import { DEFAULT_WEIGHTS, type PlaceKind } from "@/lib/allocation/model";
import {
  applyAllocation,
  exportAllocation,
  importAllocation,
  previewAllocationFile,
  setCapacity,
  setMark,
  setWishes,
  undoAllocation,
} from "@/lib/allocation/mutations";
import { planAllocation } from "@/lib/allocation/planning";
import { allocationTable } from "@/lib/allocation/tables";
import { allocationFaults } from "@/lib/api/allocation";
import { saveDraft } from "@/lib/assignment/mutations";
import { authorizeOrganizing } from "@/lib/cohort/policy";
import { indonesian } from "@/lib/i18n/messages";
import type { Actor } from "@/lib/platform/actor";
import { writeCsv } from "@/lib/spreadsheet/write-csv";
import { writeXlsx } from "@/lib/spreadsheet/write-xlsx";
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

vi.mock("next-intl/server", async () => {
  const { createTranslator } = await import("next-intl");
  return {
    getTranslations: async (namespace: string) =>
      createTranslator({ locale: "id", messages: indonesian, namespace: namespace as never }),
  };
});

/** Who gets which innovation and which facilitator: proposed, carried out, undone. */
const database = openDatabase();
let world: World;

beforeEach(async () => {
  world = await createWorld(database.app, { participants: 6 });
});

const SETTINGS = { weights: DEFAULT_WEIGHTS, seed: 1 };
const WORK = {
  dueAt: {
    EVALUATE: "2018-08-09T10:00:00Z",
    OBSTACLES: "2018-08-10T10:00:00Z",
    SOLUTION: "2018-08-11T10:00:00Z",
    PLAN: "2018-08-12T10:00:00Z",
  },
  instructions: "Catat bukti.",
};

async function plan(kind: PlaceKind) {
  const { ctx, organizer, cohortId, centerId } = world;
  const authorized = authorizeOrganizing(organizer, { id: cohortId, centerId });
  if (!authorized) throw new Error("no organiser");
  const standing = await readStanding(ctx.db, authorized, organizer.personId, kind);
  return planAllocation(standing, SETTINGS);
}

async function command(kind: PlaceKind) {
  const digest = digestOf(kind, await plan(kind));
  const work = kind === "INNOVATION" ? WORK : null;
  return { commandId: newId(), cohortId: world.cohortId, kind, ...SETTINGS, digest, work };
}

const applied = async (kind: PlaceKind) =>
  value(await applyAllocation(world.ctx, world.organizer, await command(kind)));
const undo = (allocationId: string | null, actor: Actor = world.organizer) =>
  undoAllocation(world.ctx, actor, {
    commandId: newId(),
    cohortId: world.cohortId,
    allocationId: allocationId ?? "",
  });

const live = () =>
  database.app.assignment.findMany({
    where: { cohortId: world.cohortId, cancelledAt: null },
    select: { id: true, enrolmentId: true, innovationId: true, instructions: true },
    orderBy: [{ enrolmentId: "asc" }, { id: "asc" }],
  });
const facilitators = () =>
  database.app.enrolment.findMany({
    where: { cohortId: world.cohortId, role: "PARTICIPANT" },
    select: { id: true, facilitatorId: true },
    orderBy: { id: "asc" },
  });
const [first, second] = [0, 1];
const person = (at: number) => world.participants[at] as Actor;
const innovation = (at: number) => world.innovationIds[at] as string;
const mark = (
  at: number,
  placeId: string,
  kind: PlaceKind,
  as: "PIN" | "TIE",
  actor = world.organizer,
) =>
  setMark(world.ctx, actor, {
    commandId: newId(),
    cohortId: world.cohortId,
    kind,
    placeId,
    enrolmentId: enrolmentOf(person(at)),
    mark: as,
    on: true,
  });
const capacity = (placeId: string, limit: number | null, actor = world.organizer) =>
  setCapacity(world.ctx, actor, {
    commandId: newId(),
    cohortId: world.cohortId,
    kind: "INNOVATION",
    placeId,
    capacity: limit,
  });

describe("an allocation of innovations", () => {
  it("gives everybody one, evenly, with its stages, and a second time nothing", async () => {
    expect(await applied("INNOVATION")).toMatchObject({ moved: 6 });
    const given = await live();
    expect(given).toHaveLength(6);
    for (const id of world.innovationIds) {
      expect(given.filter(({ innovationId }) => innovationId === id)).toHaveLength(3);
    }
    expect(given[0]?.instructions).toBe(WORK.instructions);
    const stages = await database.app.stage.count({
      where: { assignment: { cohortId: world.cohortId } },
    });
    expect(stages).toBe(24);
    expect(await applied("INNOVATION")).toEqual({ allocationId: null, moved: 0 });
  });

  it("keeps pins, ties, wishes and capacities, and never moves what was begun", async () => {
    const begun = await assign(world, person(0), first);
    const { version } = await stageOf(world, begun, "EVALUATE");
    value(
      await saveDraft(world.ctx, person(0), {
        commandId: newId(),
        assignmentId: begun,
        stage: "EVALUATE",
        basedOn: version,
        document: {},
      }),
    );
    value(await mark(1, innovation(first), "INNOVATION", "PIN"));
    value(await mark(1, innovation(second), "INNOVATION", "PIN"));
    value(await mark(2, innovation(first), "INNOVATION", "TIE"));
    value(
      await setWishes(world.ctx, world.organizer, {
        commandId: newId(),
        cohortId: world.cohortId,
        kind: "INNOVATION",
        enrolmentId: enrolmentOf(person(3)),
        placeIds: [innovation(second), innovation(first)],
      }),
    );
    value(await capacity(innovation(second), 3));
    await applied("INNOVATION");
    const of = new Map((await live()).map((one) => [one.enrolmentId, one]));
    const placeOf = (at: number) => of.get(enrolmentOf(person(at)))?.innovationId;
    expect(of.get(enrolmentOf(person(0)))?.id).toBe(begun);
    expect([1, 2, 3].map(placeOf)).toEqual([second, second, second].map(innovation));
    expect([4, 5].map(placeOf)).toEqual([first, first].map(innovation));
  });

  it("moves who has begun nothing, takes up again what they had, and is undone in one step", async () => {
    const before = await assign(world, person(0), first);
    value(await mark(0, innovation(second), "INNOVATION", "PIN"));
    const { allocationId } = await applied("INNOVATION");
    expect((await live()).some(({ id }) => id === before)).toBe(false);
    expect(value(await undo(allocationId))).toEqual({ moved: 6 });
    expect((await live()).map(({ id }) => id)).toEqual([before]);
    expect(await undo(allocationId)).toMatchObject({ reason: "conflict" });
    const rows = await database.app.assignment.count({ where: { cohortId: world.cohortId } });
    await applied("INNOVATION");
    expect(await database.app.assignment.count({ where: { cohortId: world.cohortId } })).toBe(rows);
    expect(await live()).toHaveLength(6);
  });

  it("takes up again what somebody had with its own dates, whatever others are given", async () => {
    await applied("INNOVATION");
    const mine = async () =>
      (await live()).find(({ enrolmentId }) => enrolmentId === enrolmentOf(person(first)));
    const had = await mine();
    const other = world.innovationIds.find((id) => id !== had?.innovationId) ?? "";
    value(await mark(first, other, "INNOVATION", "PIN"));
    await applied("INNOVATION");
    expect((await mine())?.innovationId).toBe(other);
    value(await mark(first, had?.innovationId ?? "", "INNOVATION", "PIN"));
    const later = "2018-09-20T10:00:00Z";
    const work = {
      ...WORK,
      dueAt: { EVALUATE: later, OBSTACLES: later, SOLUTION: later, PLAN: later },
    };
    const again = { ...(await command("INNOVATION")), work };
    value(await applyAllocation(world.ctx, world.organizer, again));
    expect((await mine())?.id).toBe(had?.id);
    const { dueAt } = await stageOf(world, had?.id ?? "", "EVALUATE");
    expect(dueAt.toISOString()).toBe(new Date(WORK.dueAt.EVALUATE).toISOString());
  });

  it("is not undone once somebody has submitted, nor where one was cancelled by hand", async () => {
    const { allocationId } = await applied("INNOVATION");
    const [one, other] = await live();
    await database.owner.$executeRaw`
      UPDATE assignments SET cancelled_at = now(), version = version + 1 WHERE id = ${other?.id}::uuid`;
    expect(await undo(allocationId)).toMatchObject({ reason: "conflict" });
    expect(await live()).toHaveLength(5);
    const author = world.participants.find((actor) => enrolmentOf(actor) === one?.enrolmentId);
    value(await submit(world, author as Actor, one?.id ?? "", "EVALUATE"));
    expect(await undo(allocationId)).toMatchObject({ reason: "work_submitted" });
  });

  it("is refused where something else stands than was shown, and then nothing is done", async () => {
    const shown = await command("INNOVATION");
    value(await capacity(innovation(first), 1));
    expect(await applyAllocation(world.ctx, world.organizer, shown)).toMatchObject({
      reason: "conflict",
    });
    expect(await live()).toEqual([]);
  });

  it("is carried out once: repeated, and asked for twice at the same moment", async () => {
    const asked = await command("INNOVATION");
    const results = await Promise.all([
      applyAllocation(world.ctx, world.organizer, asked),
      applyAllocation(world.ctx, world.organizer, { ...asked, commandId: newId() }),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const [done] = results.filter(({ ok }) => ok);
    const repeated = results[0]?.ok ? asked : null;
    if (repeated) expect(await applyAllocation(world.ctx, world.organizer, repeated)).toEqual(done);
    expect(await live()).toHaveLength(6);
    expect(await database.app.allocation.count({ where: { cohortId: world.cohortId } })).toBe(1);
  });

  it("names the limits that clash, and leaves whoever finds no place where they are", async () => {
    for (const id of world.innovationIds) value(await capacity(id, 2));
    expect((await plan("INNOVATION")).clashes).toMatchObject([
      { kind: "too_few_seats", seats: 4, people: [0, 1, 2, 3, 4, 5] },
    ]);
    expect(await applied("INNOVATION")).toMatchObject({ moved: 4 });
    expect(await live()).toHaveLength(4);
  });

  it("says where a capacity is below what is pinned, and keeps the pins", async () => {
    for (const at of [0, 1, 2]) value(await mark(at, innovation(first), "INNOVATION", "PIN"));
    value(await capacity(innovation(first), 2));
    expect((await plan("INNOVATION")).clashes).toMatchObject([
      { kind: "fixed_over_capacity", fixed: 3, capacity: 2 },
    ]);
    await applied("INNOVATION");
    const pinned = [0, 1, 2].map((at) => enrolmentOf(person(at)));
    const given = (await live()).filter(({ innovationId }) => innovationId === innovation(first));
    expect(given.map(({ enrolmentId }) => enrolmentId).sort()).toEqual(pinned.sort());
  });
});

describe("an allocation of facilitators", () => {
  it("evens out, keeps who has submitted something, and is undone", async () => {
    const before = await facilitators();
    const [own, other] = world.facilitators.map(enrolmentOf);
    // All work in one unit here, which is a conflict of interest.
    expect((await plan("FACILITATOR")).clashes.every(({ kind }) => kind === "no_place")).toBe(true);
    await database.app.enrolment.updateMany({
      where: { cohortId: world.cohortId, role: "FACILITATOR" },
      data: { workUnit: "Pusdiklat" },
    });
    const { allocationId, moved } = await applied("FACILITATOR");
    expect(moved).toBe(1);
    const after = await facilitators();
    for (const id of [own, other]) {
      expect(after.filter(({ facilitatorId }) => facilitatorId === id)).toHaveLength(3);
    }
    // Nobody is put back to a facilitator who has left.
    const leave = (withdrawnAt: Date | null) =>
      database.app.enrolment.updateMany({
        where: { cohortId: world.cohortId, role: "FACILITATOR" },
        data: { withdrawnAt, withdrawnReason: withdrawnAt && "Pindah tugas" },
      });
    await leave(new Date());
    expect(await undo(allocationId)).toMatchObject({ ok: false, reason: "conflict" });
    await leave(null);
    expect(value(await undo(allocationId))).toEqual({ moved: 1 });
    expect(await facilitators()).toEqual(before);

    const guided = before.filter(({ facilitatorId }) => facilitatorId === own);
    for (const { id } of guided) {
      const author = world.participants.find((actor) => enrolmentOf(actor) === id) as Actor;
      value(await submit(world, author, await assign(world, author), "EVALUATE"));
    }
    expect((await plan("FACILITATOR")).moves).toEqual([]);
  });
});

describe("an allocation of groups", () => {
  const groups = () =>
    database.app.enrolment.findMany({
      where: { cohortId: world.cohortId, role: "PARTICIPANT" },
      select: { id: true, groupId: true, isGroupLead: true, agencyId: true },
      orderBy: { rosterNumber: "asc" },
    });
  const another = async (name = "Kelompok 2") =>
    (
      await database.app.group.create({
        data: { cohortId: world.cohortId, name, sortOrder: 2 },
        select: { id: true },
      })
    ).id;
  const inGroup = (of: Awaited<ReturnType<typeof groups>>, id: string | null) =>
    of.filter(({ groupId }) => groupId === id);

  it("spreads agencies and people over groups, leaves leads where they lead, and is undone", async () => {
    const second = await another();
    const agency = await database.app.agency.create({
      data: { centerId: world.centerId, name: "KPU", shortName: "KPU", type: "LNS" },
    });
    // Two of one agency among six, all in one group, of which one leads.
    await database.app.enrolment.updateMany({
      where: { id: { in: [person(2), person(3)].map(enrolmentOf) } },
      data: { agencyId: agency.id },
    });
    await database.app.enrolment.update({
      where: { id: enrolmentOf(person(0)) },
      data: { isGroupLead: true },
      select: { id: true },
    });
    const before = await groups();
    const first = before[0]?.groupId ?? null;
    const { allocationId, moved } = await applied("GROUP");
    expect(moved).toBe(3);
    const after = await groups();
    for (const id of [first, second]) {
      expect(inGroup(after, id)).toHaveLength(3);
      expect(inGroup(after, id).filter(({ agencyId }) => agencyId === agency.id)).toHaveLength(1);
    }
    expect(after[0]).toMatchObject({ groupId: first, isGroupLead: true });
    expect((await plan("GROUP")).reasons[0]).toEqual({ kind: "fixed", by: "leads" });
    expect(await applied("GROUP")).toEqual({ allocationId: null, moved: 0 });
    expect(value(await undo(allocationId))).toEqual({ moved: 3 });
    expect(await groups()).toEqual(before);
  });

  it("holds capacities and pins, names no group of another cohort, and is not undone into nothing", async () => {
    const second = await another();
    const first = (await groups())[0]?.groupId ?? "";
    const limit = (placeId: string, of: number) =>
      setCapacity(world.ctx, world.organizer, {
        commandId: newId(),
        cohortId: world.cohortId,
        kind: "GROUP",
        placeId,
        capacity: of,
      });
    value(await limit(second, 1));
    value(await mark(5, second, "GROUP", "PIN"));
    await applied("GROUP");
    expect(inGroup(await groups(), second).map(({ id }) => id)).toEqual([enrolmentOf(person(5))]);
    const other = await createWorld(database.app);
    const theirs = await database.app.group.findFirstOrThrow({
      where: { cohortId: other.cohortId },
    });
    expect(await limit(theirs.id, 1)).toMatchObject({ reason: "not_found" });
    expect(await mark(0, theirs.id, "GROUP", "PIN")).toMatchObject({ reason: "not_found" });

    value(await limit(second, 9));
    value(await limit(first, 0));
    const { allocationId } = await applied("GROUP");
    expect(inGroup(await groups(), second)).toHaveLength(6);
    await database.app.group.delete({ where: { id: first } });
    expect(await undo(allocationId)).toMatchObject({ reason: "conflict" });
  });
});

describe("the history of allocations", () => {
  const authorized = () => {
    const { organizer, cohortId, centerId } = world;
    const proof = authorizeOrganizing(organizer, { id: cohortId, centerId });
    if (!proof) throw new Error("no organiser");
    return proof;
  };

  it("says who did what, who undid it, and why everybody came where they came", async () => {
    value(await capacity(innovation(first), 1));
    const wish = (at: number, placeIds: string[]) =>
      setWishes(world.ctx, world.organizer, {
        commandId: newId(),
        cohortId: world.cohortId,
        kind: "INNOVATION",
        enrolmentId: enrolmentOf(person(at)),
        placeIds,
      });
    value(await mark(0, innovation(first), "INNOVATION", "PIN"));
    value(await wish(1, [innovation(first), innovation(second)]));
    const { allocationId } = await applied("INNOVATION");
    const id = allocationId ?? "";
    const name = world.organizer.name;
    expect(await listAllocations(database.app, authorized())).toMatchObject([
      { id, kind: "INNOVATION", appliedBy: name, undoneAt: null, moved: 6, explained: true },
    ]);
    // What becomes of rules and wishes afterwards changes nothing of it.
    value(await wish(1, []));
    value(await undo(id));
    expect(await listAllocations(database.app, authorized())).toMatchObject([
      { id, undoneBy: name, moved: 6 },
    ]);
    const kept = await findReasons(database.app, authorized(), id);
    const label = (place: number | null) => kept?.places[place ?? -1]?.label;
    expect(kept?.people).toHaveLength(6);
    expect(kept?.people[0]?.reason).toEqual({ kind: "fixed", by: "pinned" });
    expect(label(kept?.people[1]?.place ?? null)).toBe("DUA");
    const reason = kept?.people[1]?.reason;
    expect(reason).toMatchObject({ kind: "wish", rank: 2, missed: [{ why: "full" }] });
    expect(reason && "missed" in reason && label(reason.missed[0]?.place ?? null)).toBe("SATU");
    // Another cohort's is not there, and the application's own role cannot change why.
    const other = await createWorld(database.app);
    const proof = authorizeOrganizing(other.organizer, {
      id: other.cohortId,
      centerId: other.centerId,
    });
    expect(proof && (await findReasons(database.app, proof, id))).toBeNull();
    await expect(
      database.app.$executeRaw`UPDATE allocations SET reasons = '[]' WHERE id = ${id}::uuid`,
    ).rejects.toThrow(/does not change/);
  });
});

describe("who may allocate", () => {
  it("is who organises the cohort, and nobody else", async () => {
    const shown = await command("INNOVATION");
    const { allocationId } = await applied("INNOVATION");
    const before = await live();
    const cases: [Actor, string][] = [
      [world.viewer, "forbidden"],
      [world.facilitators[0] as Actor, "not_found"],
      [person(0), "not_found"],
      [world.stranger, "not_found"],
      [world.otherFacilitator, "not_found"],
      [world.otherParticipant, "not_found"],
    ];
    for (const [actor, reason] of cases) {
      const answers = [
        await applyAllocation(world.ctx, actor, { ...shown, commandId: newId() }),
        await undo(allocationId, actor),
        await capacity(innovation(first), 0, actor),
        await mark(0, innovation(first), "INNOVATION", "PIN", actor),
        await setWishes(world.ctx, actor, {
          commandId: newId(),
          cohortId: world.cohortId,
          kind: "INNOVATION",
          enrolmentId: enrolmentOf(person(0)),
          placeIds: [],
        }),
      ];
      for (const answer of answers) expect(answer).toMatchObject({ ok: false, reason });
    }
    expect(await live()).toEqual(before);
  });

  it("names no place, participant or allocation of another cohort", async () => {
    const other = await createWorld(database.app);
    expect(await capacity(other.innovationIds[0] ?? "", 1)).toMatchObject({ reason: "not_found" });
    expect(
      await mark(0, enrolmentOf(other.facilitators[0] as Actor), "FACILITATOR", "TIE"),
    ).toMatchObject({ reason: "not_found" });
    expect(
      await setMark(world.ctx, world.organizer, {
        commandId: newId(),
        cohortId: world.cohortId,
        kind: "INNOVATION",
        placeId: innovation(first),
        enrolmentId: enrolmentOf(other.participants[0] as Actor),
        mark: "PIN",
        on: true,
      }),
    ).toMatchObject({ reason: "not_found" });
    expect(await undo(newId())).toMatchObject({ reason: "not_found" });
    const cheat = (sql: string) => database.app.$executeRawUnsafe(sql).then(() => "passed", String);
    expect(
      await cheat(`INSERT INTO allocation_capacities (id, cohort_id, innovation_id, capacity)
        VALUES ('${newId()}', '${world.cohortId}', '${other.innovationIds[0]}', 1)`),
    ).toMatch(/another centre/);
    expect(
      await cheat(`INSERT INTO allocation_marks (id, cohort_id, enrolment_id, kind, facilitator_id)
        VALUES ('${newId()}', '${world.cohortId}', '${enrolmentOf(person(0))}', 'PIN', '${enrolmentOf(person(1))}')`),
    ).toMatch(/not a facilitator/);
    const { allocationId } = await applied("INNOVATION");
    expect(await cheat(`UPDATE allocations SET moves = '[]' WHERE id = '${allocationId}'`)).toMatch(
      /does not change/,
    );
    expect(await cheat(`DELETE FROM allocations WHERE id = '${allocationId}'`)).toMatch(/denied/);
  });
});

describe("an allocation as a file", () => {
  const words = {
    sheet: "Alokasi",
    headings: { number: "No.", name: "Nama", agency: "Instansi", place: "Inovasi" },
  };
  const csv = (rows: string[][]) =>
    writeCsv({ columns: ["No.", "Nama", "Inovasi"].map((header) => ({ header })), rows });
  const preview = (file: Uint8Array, actor = world.organizer) =>
    previewAllocationFile(world.ctx, actor, {
      cohortId: world.cohortId,
      kind: "INNOVATION",
      file,
    });
  const send = (file: Uint8Array, digest: string, commandId = newId(), actor = world.organizer) =>
    importAllocation(world.ctx, actor, {
      commandId,
      cohortId: world.cohortId,
      kind: "INNOVATION",
      file,
      digest,
    });
  const name = (at: number) => person(at).name;
  const shown = (planned: Awaited<ReturnType<typeof preview>>) => value(planned).preview;

  it("is what was downloaded, changes what was changed, and is undone", async () => {
    await applied("INNOVATION");
    const before = await live();
    const { standing } = value(
      await exportAllocation(world.ctx, world.organizer, {
        cohortId: world.cohortId,
        of: "INNOVATION",
        kind: "xlsx",
      }),
    );
    const table = allocationTable(standing, words);
    expect(shown(await preview(writeXlsx([table])))).toMatchObject({ moves: 0, faulty: 0 });
    const turned = table.rows.map((row, at) =>
      at === 0 ? row.with(3, row[3] === "SATU" ? "DUA" : "SATU") : row,
    );
    const file = writeXlsx([{ ...table, rows: turned }]);
    const { digest, moves } = shown(await preview(file));
    expect(moves).toBe(1);
    const commandId = newId();
    const done = value(await send(file, digest, commandId));
    expect(done.moved).toBe(1);
    expect(value(await send(file, digest, commandId))).toEqual(done);
    expect(await live()).not.toEqual(before);
    value(await undo(done.allocationId));
    expect(await live()).toEqual(before);
  });

  it("says of each faulty row what is wrong, and then does nothing of it", async () => {
    value(await capacity(innovation(second), 1));
    value(await mark(4, innovation(first), "INNOVATION", "TIE"));
    const file = csv([
      ["1", name(0), "SATU"],
      ["1", name(0), "SATU"],
      ["2", "Orang Lain", "SATU"],
      ["3", name(2), "TIGA"],
      ["", name(3), "DUA"],
      ["5", name(4), "SATU"],
      ["6", name(5), "DUA"],
      ["2", name(1), ""],
    ]);
    const { rows, faulty, digest } = shown(await preview(file));
    expect(rows.map(({ row, issues }) => [row, ...issues.map(({ code }) => code)])).toEqual([
      [2, "duplicate_person"],
      [3, "duplicate_person"],
      [4, "unknown_person"],
      [5, "unknown_place"],
      [6, "place_full"],
      [7, "interest_conflict"],
      [8, "place_full"],
      [9],
    ]);
    expect(faulty).toBe(7);
    const faults = await allocationFaults("INNOVATION", value(await preview(file)));
    expect(faults?.columns.slice(2).map(({ header }) => header)).toEqual([
      "No.",
      "Nama",
      "Inovasi",
    ]);
    expect(faults?.rows).toHaveLength(7);
    expect(faults?.rows[2]).toEqual([
      expect.stringMatching(/^Nama: /),
      4,
      "2",
      "Orang Lain",
      "SATU",
    ]);
    expect(await send(file, digest)).toMatchObject({
      reason: "invalid",
      issues: [{ code: "file_faulty_rows" }],
    });
    expect(await live()).toEqual([]);
    expect(await preview(csv([]).subarray(0, 3))).toMatchObject({ reason: "invalid" });
  });

  it("with formulas and merged cells is told row by row, and nothing of it is done", async () => {
    const file = readFileSync(
      path.resolve(import.meta.dirname, "../allocations/files/excel-hand.xlsx"),
    );
    const { rows, faulty, digest } = shown(await preview(file));
    expect(faulty).toBe(rows.length);
    expect(new Set(rows.flatMap(({ issues }) => issues.map(({ code }) => code)))).toEqual(
      new Set(["unknown_person", "cell_merged", "cell_error"]),
    );
    expect(await send(file, digest)).toMatchObject({ reason: "invalid" });
    expect(await live()).toEqual([]);
  });

  it("is refused where something else stands than was shown, and to whoever does not organise", async () => {
    const file = csv([["1", name(0), "SATU"]]);
    const { digest } = shown(await preview(file));
    for (const actor of [world.viewer, person(0), world.stranger]) {
      expect(await preview(file, actor)).toMatchObject({ ok: false });
      expect(await send(file, digest, newId(), actor)).toMatchObject({ ok: false });
    }
    value(await mark(0, innovation(first), "INNOVATION", "TIE"));
    expect(await send(file, digest)).toMatchObject({ reason: "conflict" });
    expect(await live()).toEqual([]);
  });
});
