import { beforeAll, describe, expect, it } from "vitest";
import { authorizeCohort } from "@/lib/cohort/policy";
import { reallocate, withdrawEnrolment } from "@/lib/enrolment/mutations";
import type { Actor } from "@/lib/platform/actor";
import { addComment } from "@/lib/review/mutations";
import { listRoster } from "@/lib/roster/data";
import type { RosterEntry } from "@/lib/roster/model";
import {
  exportRoster,
  importRoster,
  placePeople,
  previewRoster,
  removeEntry,
  saveEntry,
} from "@/lib/roster/mutations";
import { type ImportOptions, importOptionsSchema, rosterQuerySchema } from "@/lib/roster/schema";
import { openDatabase } from "@/tests/support/database";
import {
  approve,
  assessWork,
  assign,
  createWorld,
  enrolmentOf,
  newId,
  stageOf,
  submit,
  value,
  type World,
} from "@/tests/support/world";

/** What an import may do, to whom, and what it may never do. */

const database = openDatabase();
let world: World;
let agency: string;

beforeAll(async () => {
  world = await createWorld(database.app);
  const own = await database.app.agency.findFirstOrThrow({ where: { centerId: world.centerId } });
  agency = own.name;
});

const AHMAD = "197503122000031001";
const SRI = "197811022003122002";

/** A CSV of rows; the first line is the header. */
const csv = (...lines: string[]) => Buffer.from(lines.join("\n"));
const optionsOf = (more: Partial<ImportOptions> = {}) => importOptionsSchema.parse(more);

async function preview(file: Buffer, more: Partial<ImportOptions> = {}, actor = world.organizer) {
  return previewRoster(world.ctx, actor, {
    cohortId: world.cohortId,
    file,
    options: optionsOf(more),
  });
}

/** Previews and carries out what was shown. */
async function bring(
  file: Buffer,
  more: Partial<ImportOptions> = {},
  actor: Actor = world.organizer,
) {
  const { digest } = value(await preview(file, more, actor));
  return importRoster(world.ctx, actor, {
    commandId: newId(),
    cohortId: world.cohortId,
    file,
    options: optionsOf(more),
    digest,
  });
}

const enrolled = (fullName: string) =>
  database.app.enrolment.findFirst({
    where: { cohortId: world.cohortId, fullName },
    include: { person: true, group: true, facilitator: true, agency: true },
  });

describe("who may import", () => {
  it("organisers of the centre alone; for strangers there is nothing", async () => {
    const file = csv("Nama;Instansi", `Ana;${agency}`);
    for (const [actor, reason] of [
      [world.viewer, "forbidden"],
      [world.stranger, "not_found"],
      [world.administrator, "not_found"],
      [world.facilitators[0] as Actor, "not_found"],
      [world.participants[0] as Actor, "not_found"],
    ] as const) {
      expect(await preview(file, {}, actor), actor.name).toMatchObject({ reason });
      const forced = await importRoster(world.ctx, actor, {
        commandId: newId(),
        cohortId: world.cohortId,
        file,
        options: optionsOf(),
        digest: "0".repeat(64),
      });
      expect(forced, actor.name).toMatchObject({ reason });
      const taken = await exportRoster(world.ctx, actor, { cohortId: world.cohortId, kind: "csv" });
      expect(taken, actor.name).toMatchObject({ reason });
    }
    expect(await enrolled("Ana")).toBeNull();
  });

  it("nobody in a cohort that has ended", async () => {
    const other = await createWorld(database.app);
    await database.app.cohort.update({ where: { id: other.cohortId }, data: { state: "CLOSED" } });
    const target = {
      cohortId: other.cohortId,
      file: csv("Nama;Instansi", "Ana;Kemensos"),
      options: optionsOf({ skipFaulty: true }),
    };
    expect(await previewRoster(other.ctx, other.organizer, target)).toMatchObject({
      reason: "cohort_closed",
    });
    const forced = { ...target, commandId: newId(), digest: "0".repeat(64) };
    expect(await importRoster(other.ctx, other.organizer, forced)).toMatchObject({
      reason: "cohort_closed",
    });
  });
});

describe("an import", () => {
  it("does what the preview showed and nothing else, or nothing", async () => {
    const file = csv("Nama;NIP;Instansi", `Ahmad;${AHMAD};${agency}`);
    const { digest } = value(await preview(file));
    const command = { cohortId: world.cohortId, file, options: optionsOf(), digest };
    // Another file, other choices and another digest are not what was shown.
    for (const changed of [
      { ...command, digest: "a".repeat(64) },
      { ...command, options: optionsOf({ defaultAgency: "KPU" }) },
      { ...command, file: csv("Nama;NIP;Instansi", `Ahmad Dua;${AHMAD};${agency}`) },
    ]) {
      expect(
        await importRoster(world.ctx, world.organizer, { ...changed, commandId: newId() }),
      ).toMatchObject({ reason: "conflict", details: { cause: "plan_changed" } });
    }
    expect(await enrolled("Ahmad")).toBeNull();

    const commandId = newId();
    const twice = await Promise.all([
      importRoster(world.ctx, world.organizer, { ...command, commandId }),
      importRoster(world.ctx, world.organizer, { ...command, commandId }),
    ]);
    expect(twice[0]).toEqual(twice[1]);
    expect(value(twice[0])).toMatchObject({ create: 1, faulty: 0 });
    // The same under another id: what stands now is not what stood when it was shown.
    expect(
      await importRoster(world.ctx, world.organizer, { ...command, commandId: newId() }),
    ).toMatchObject({ reason: "conflict" });
    expect(
      await importRoster(world.ctx, world.organizer, {
        ...command,
        commandId,
        options: optionsOf({ skipFaulty: true }),
      }),
    ).toMatchObject({ reason: "conflict", details: { cause: "command_id_reused" } });
    expect(await database.app.enrolment.count({ where: { idNumber: AHMAD } })).toBe(1);
    expect(await enrolled("Ahmad")).toMatchObject({
      idType: "NIP",
      idNumber: AHMAD,
      role: "PARTICIPANT",
      person: { displayName: "Ahmad", idNumber: AHMAD, passwordHash: null },
    });
  });

  it("of two at the same moment carries out one", async () => {
    const file = csv("Nama;Email;Instansi", `Bersama;bersama@contoh.go.id;${agency}`);
    const { digest } = value(await preview(file));
    const command = { cohortId: world.cohortId, file, options: optionsOf(), digest };
    const race = await Promise.all(
      Array.from({ length: 4 }, () =>
        importRoster(world.ctx, world.organizer, { ...command, commandId: newId() }),
      ),
    );
    expect(race.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await database.app.person.count({ where: { email: "bersama@contoh.go.id" } })).toBe(1);
  });

  it("with faulty rows is refused whole, unless they are left out by choice", async () => {
    const file = csv("Nama;NIP;Instansi", `Baik;${SRI};${agency}`, `Buruk;123;${agency}`);
    expect(await bring(file)).toMatchObject({
      reason: "invalid",
      issues: [{ path: "skipFaulty", code: "roster_faulty", params: { count: 1 } }],
    });
    expect(await enrolled("Baik")).toBeNull();
    expect(value(await bring(file, { skipFaulty: true }))).toMatchObject({ create: 1, faulty: 1 });
    expect(await enrolled("Buruk")).toBeNull();
  });

  it("again updates, takes nothing away that it does not name, and never doubles", async () => {
    const first = csv(
      "Nama;NIP;Email;Jabatan;Instansi;Kelompok",
      `Citra;197909092002052001;citra@contoh.go.id;Kepala Seksi;${agency};3`,
    );
    value(await bring(first));
    const second = csv(
      "Nama;NIP;Pangkat;Instansi;Kelompok",
      `Citra Dewi, S.E.;19790909 200205 2 001;III/d;${agency};4`,
    );
    const { plan } = value(await preview(second));
    expect(plan.rows[0]).toMatchObject({
      action: "update",
      changes: ["fullName", "grade", "group"],
    });
    value(await bring(second));
    expect(await enrolled("Citra")).toBeNull();
    expect(await enrolled("Citra Dewi, S.E.")).toMatchObject({
      position: "Kepala Seksi",
      email: "citra@contoh.go.id",
      grade: "III/d",
      group: { name: "Kelompok 4" },
      version: 1,
      // Never came in, and of this centre alone: the slip is mended there as well.
      person: { displayName: "Citra Dewi, S.E.", email: "citra@contoh.go.id" },
    });
    expect(value(await preview(second)).plan.counts).toMatchObject({
      create: 0,
      update: 0,
      same: 1,
    });
  });

  it("completes whoever came without a number, and corrects one that was wrong", async () => {
    value(await bring(csv("Nama;Instansi", `Tanpa Nomor;${agency}`)));
    value(await bring(csv("Nama;NIP;Instansi", `TANPA NOMOR, S.H.;198405172009021004;${agency}`)));
    expect(await enrolled("TANPA NOMOR, S.H.")).toMatchObject({
      idNumber: "198405172009021004",
      person: { idNumber: "198405172009021004" },
    });
    const email = "surel.tetap@contoh.go.id";
    const header = "Nama;NIP;Email;Instansi";
    value(await bring(csv(header, `Salah Nomor;198001202005011003;${email};${agency}`)));
    const corrected = csv(header, `Salah Nomor;198001202005011005;${email};${agency}`);
    expect(value(await preview(corrected)).plan.rows[0]).toMatchObject({
      action: "update",
      changes: ["idNumber"],
      issues: [{ severity: "warning", code: "id_number_changes" }],
    });
    value(await bring(corrected));
    expect(await database.app.enrolment.count({ where: { cohortId: world.cohortId, email } })).toBe(
      1,
    );
  });

  it("makes agencies the centre's own where that is decided, and matches them where that is", async () => {
    const file = csv(
      "Nama;Instansi",
      "Wira;Dinas Perhubungan Antah",
      "Yuda;Kementrian Antah Berantah",
    );
    const { plan } = value(await preview(file));
    expect(plan.unknownAgencies.map(({ key }) => key)).toEqual([
      "DINAS PERHUBUNGAN ANTAH",
      "KEMENTERIAN ANTAH BERANTAH",
    ]);
    const own = await database.app.agency.findFirstOrThrow({ where: { name: agency } });
    const made = { name: "Dinas Perhubungan Antah", shortName: "Dishub", type: "REGENCY" } as const;
    const agencies = {
      "DINAS PERHUBUNGAN ANTAH": { kind: "new", ...made },
      "KEMENTERIAN ANTAH BERANTAH": { kind: "known", agencyId: own.id },
    } as const;
    value(await bring(file, { agencies }));
    expect(await enrolled("Wira")).toMatchObject({ agency: { ...made, centerId: world.centerId } });
    expect(await enrolled("Yuda")).toMatchObject({ agencyId: own.id });
    // Another centre's agency is none of ours, whatever its id.
    const foreign = await database.app.agency.findFirstOrThrow({
      where: { centerId: { not: world.centerId } },
    });
    const stolen = {
      "KEMENTERIAN ANTAH BERANTAH": { kind: "known", agencyId: foreign.id },
    } as const;
    expect(value(await preview(file, { agencies: stolen })).plan.rows[1]).toMatchObject({
      action: "faulty",
      issues: [{ code: "agency_unknown" }],
    });
  });

  it("is told in the audit log, for the cohort and for each person, without what it says of them", async () => {
    value(await bring(csv("Nama;Instansi", `Zainab Rahasia;${agency}`)));
    const events = await database.app.auditEvent.findMany({
      where: { cohortId: world.cohortId, actorId: world.organizer.personId },
      orderBy: { id: "desc" },
      take: 40,
    });
    const types = events.map(({ type }) => type);
    expect(types).toContain("roster.imported");
    expect(types).toContain("enrolment.created");
    expect(JSON.stringify(events)).not.toContain("Zainab");
  });
});

describe("groups, leads and facilitators", () => {
  it("come from columns, and a new lead replaces the old", async () => {
    const file = csv(
      "Nama;NIP;Peran;Instansi;Kelompok;Ketua;Fasilitator",
      `Dr. Retno Palupi;197006211996032001;Fasilitator;${agency};;;`,
      `Gita;;;${agency};7;ya;Retno Palupi`,
      `Hana;;;${agency};7;;197006211996032001`,
    );
    value(await bring(file));
    const gita = await enrolled("Gita");
    expect(gita).toMatchObject({
      isGroupLead: true,
      group: { name: "Kelompok 7" },
      facilitator: { fullName: "Dr. Retno Palupi", role: "FACILITATOR" },
    });
    const changed = csv("Nama;Instansi;Kelompok;Ketua", `Hana;${agency};7;ya`);
    expect(value(await preview(changed)).plan.rows[0]?.issues).toMatchObject([
      { severity: "warning", code: "lead_replaced", params: { name: "Gita" } },
    ]);
    value(await bring(changed));
    expect(await enrolled("Gita")).toMatchObject({ isGroupLead: false });
    expect(await enrolled("Hana")).toMatchObject({
      isGroupLead: true,
      facilitatorId: gita?.facilitatorId,
    });
  });

  it("are dealt out evenly, each group with one facilitator, and the second time nobody moves", async () => {
    const fresh = await createWorld(database.app, { participants: 0 });
    const names = Array.from({ length: 20 }, (_, at) => `Peserta baru ${at + 1};A ${at % 4}`);
    const file = csv("Nama;Instansi", ...names);
    const options = optionsOf({
      groups: { mode: "deal", count: 4 },
      facilitators: { mode: "deal" },
      agencies: Object.fromEntries(
        [0, 1, 2, 3].map((at) => [
          `A ${at}`,
          { kind: "new", name: `A ${at}`, shortName: `A${at}`, type: "LPNK" },
        ]),
      ),
    });
    const target = { cohortId: fresh.cohortId, file, options };
    const shown = value(await previewRoster(fresh.ctx, fresh.organizer, target));
    expect(shown.plan.groups.map(({ size }) => size)).toEqual([5, 5, 5, 5]);
    value(
      await importRoster(fresh.ctx, fresh.organizer, {
        ...target,
        commandId: newId(),
        digest: shown.digest,
      }),
    );
    const people = await database.app.enrolment.findMany({
      where: { cohortId: fresh.cohortId, role: "PARTICIPANT" },
      select: { groupId: true, facilitatorId: true },
    });
    const facilitators = new Map<string | null, Set<string | null>>();
    for (const { groupId, facilitatorId } of people) {
      facilitators.set(groupId, (facilitators.get(groupId) ?? new Set()).add(facilitatorId));
    }
    expect([...facilitators.values()].map(({ size }) => size)).toEqual([1, 1, 1, 1]);
    expect(new Set([...facilitators.values()].flatMap((set) => [...set])).size).toBe(2);
    const again = value(await previewRoster(fresh.ctx, fresh.organizer, target)).plan;
    expect(again.counts).toMatchObject({ create: 0, update: 0, same: 20 });
  });

  it("two people with one number, or one address, are not made one by a second file", async () => {
    const header = "Nama;NIP;Email;Instansi";
    const number = "198105052008011003";
    value(await bring(csv(header, `Rahmat Hidayat;${number};rahmat.h@contoh.go.id;${agency}`)));
    const { plan } = value(
      await preview(
        csv(
          header,
          `Bambang Purnomo;${number};;${agency}`,
          `Dewi Kartika;;rahmat.h@contoh.go.id;${agency}`,
        ),
      ),
    );
    const told = plan.rows.map(({ issues }) =>
      issues.filter(({ severity }) => severity === "error"),
    );
    expect(told[0]).toContainEqual(
      expect.objectContaining({
        path: "idNumber",
        code: "named_otherwise",
        params: { name: "Rahmat Hidayat" },
      }),
    );
    expect(told[1]).toContainEqual(
      expect.objectContaining({ path: "email", code: "named_otherwise" }),
    );
    expect(plan.writes).toEqual([]);
  });

  it("somebody of the centre's staff or other cohorts under another name is told", async () => {
    const staff = await database.app.person.update({
      where: { id: world.organizer.personId },
      data: { displayName: "Citra Safitri", idType: "NIP", idNumber: "198508172009012002" },
      select: { idNumber: true },
    });
    const header = "Nama;NIP;Instansi";
    const row = async (name: string) => {
      const file = csv(header, `${name};${staff.idNumber};${agency}`);
      return value(await preview(file)).plan.rows[0];
    };
    expect(await row("Orang Lain")).toMatchObject({
      action: "create",
      issues: [
        {
          severity: "warning",
          path: "idNumber",
          code: "known_otherwise",
          params: { name: "Citra Safitri" },
        },
      ],
    });
    expect(await row("Citra S., S.H.")).toMatchObject({ action: "create", issues: [] });
  });

  it("a participant is not made a facilitator, nor the other way round", async () => {
    const [facilitator] = world.facilitators;
    const [participant] = world.participants;
    await database.app.enrolment.update({
      where: { id: enrolmentOf(facilitator as Actor) },
      data: { email: "wi@contoh.go.id" },
    });
    await database.app.enrolment.update({
      where: { id: enrolmentOf(participant as Actor) },
      data: { email: "peserta@contoh.go.id" },
    });
    const { plan } = value(
      await preview(
        csv(
          "Nama;Email;Peran;Instansi",
          `Wi;wi@contoh.go.id;Peserta;${agency}`,
          `Peserta;peserta@contoh.go.id;Fasilitator;${agency}`,
        ),
      ),
    );
    expect(plan.rows.map(({ issues }) => issues.map(({ code }) => code))).toEqual([
      ["already_facilitator"],
      ["already_participant"],
    ]);
  });
});

describe("people of other centres", () => {
  const number = "196804041994031001";
  const email = "milik.sendiri@contoh.go.id";
  let person: { id: string };

  beforeAll(async () => {
    // Somebody who has come in and belongs to the other centre's cohort.
    const { personId } = world.otherParticipant;
    person = await database.app.person.update({
      where: { id: personId },
      data: {
        displayName: "Nama Aslinya",
        idType: "NIP",
        idNumber: number,
        email,
        passwordHash: "x",
      },
      select: { id: true },
    });
  });

  it("are enrolled under the words of this roster, and neither changed nor shown", async () => {
    const before = await database.app.person.findUniqueOrThrow({ where: { id: person.id } });
    const file = csv("Nama;NIP;Email;Instansi", `Nama Kami;${number};lain@contoh.go.id;${agency}`);
    const planned = value(await preview(file));
    expect(planned.plan.rows[0]).toMatchObject({ action: "create", issues: [] });
    const { writes: _, ...shown } = planned.plan;
    expect(JSON.stringify(shown)).not.toMatch(/Aslinya|milik\.sendiri/);
    expect(JSON.stringify(shown)).not.toContain(person.id);
    value(await bring(file));
    expect(await enrolled("Nama Kami")).toMatchObject({
      personId: person.id,
      idNumber: number,
      email: "lain@contoh.go.id",
    });
    // A second roster that corrects the name and the address changes nothing of the person.
    value(
      await bring(
        csv("Nama;NIP;Email;Instansi", `Nama Kita;${number};baru@contoh.go.id;${agency}`),
      ),
    );
    expect(await enrolled("Nama Kita")).toMatchObject({ email: "baru@contoh.go.id" });
    const after = await database.app.person.findUniqueOrThrow({ where: { id: person.id } });
    expect(after).toEqual(before);
    const other = await database.app.enrolment.findUniqueOrThrow({
      where: { id: enrolmentOf(world.otherParticipant) },
    });
    expect(other.fullName).toMatch(/^Peserta 1/);
  });

  it("look in the preview as if nobody knew them, and are found by no wrong sign", async () => {
    const fresh = await createWorld(database.app, { participants: 0 });
    const own = await database.app.agency.findFirstOrThrow({ where: { centerId: fresh.centerId } });
    const planOf = async (line: string) => {
      const target = {
        cohortId: fresh.cohortId,
        file: csv("Nama;NIP;Email;Instansi", `${line};${own.name}`),
        options: optionsOf(),
      };
      const { plan, digest } = value(await previewRoster(fresh.ctx, fresh.organizer, target));
      const { writes, demoted: _, ...shown } = plan;
      return { shown, writes, digest, target };
    };
    const known = await planOf(`Sama;;${email}`);
    const unknown = await planOf("Sama;;tak.dikenal@contoh.go.id");
    const blind = (shown: unknown) =>
      JSON.stringify(shown).replaceAll(email, "@").replaceAll("tak.dikenal@contoh.go.id", "@");
    expect(blind(known.shown)).toBe(blind(unknown.shown));
    expect(known.writes[0]?.personId).toBe(person.id);

    // Their address beside another number is somebody else, who gets in by a link of their own.
    const mixed = await planOf(`Orang Lain;197811022003122009;${email}`);
    expect(mixed.writes[0]?.personId).toBeNull();
    value(
      await importRoster(fresh.ctx, fresh.organizer, {
        ...mixed.target,
        commandId: newId(),
        digest: mixed.digest,
      }),
    );
    const made = await database.app.enrolment.findFirstOrThrow({
      where: { cohortId: fresh.cohortId, fullName: "Orang Lain" },
      include: { person: true },
    });
    expect(made).toMatchObject({ email, person: { email: null, idNumber: "197811022003122009" } });
    const untouched = await database.app.person.findUniqueOrThrow({ where: { id: person.id } });
    expect(untouched).toMatchObject({ email, idNumber: number, displayName: "Nama Aslinya" });
  });

  it("are exported with what this roster says of them alone", async () => {
    const { people } = value(
      await exportRoster(world.ctx, world.organizer, { cohortId: world.cohortId, kind: "xlsx" }),
    );
    expect(people.find(({ fullName }) => fullName === "Nama Kita")).toMatchObject({
      email: "baru@contoh.go.id",
      idNumber: number,
    });
    expect(JSON.stringify(people)).not.toMatch(/Aslinya|milik\.sendiri/);
  });
});

describe("one person by hand", () => {
  let hand: World;
  let own: { id: string; name: string };
  const blank = (): RosterEntry => ({
    role: "PARTICIPANT",
    fullName: "Wulan Sari",
    idType: "NIP",
    idNumber: "19820730 200604 2 005",
    email: "Wulan@Contoh.go.id",
    grade: "III/c",
    position: "Kepala Seksi",
    workUnit: "Seksi Data",
    agency: own.name,
    group: "",
    isGroupLead: false,
    facilitator: "",
  });
  const save = (entry: Partial<RosterEntry>, more: object = {}, actor = hand.organizer) =>
    saveEntry(hand.ctx, actor, {
      commandId: newId(),
      cohortId: hand.cohortId,
      enrolmentId: null,
      basedOn: null,
      entry: { ...blank(), ...entry },
      newAgency: null,
      ...more,
    });
  const found = (fullName: string) =>
    database.app.enrolment.findFirstOrThrow({
      where: { cohortId: hand.cohortId, fullName },
      include: { group: true, facilitator: true, person: true },
    });

  beforeAll(async () => {
    hand = await createWorld(database.app);
    own = await database.app.agency.findFirstOrThrow({ where: { centerId: hand.centerId } });
  });

  it("is held to the rules of a row, at the field", async () => {
    for (const [entry, path, code] of [
      [{ fullName: "" }, "entry.fullName", "required"],
      [{ idNumber: "123" }, "entry.idNumber", "id_number_digits"],
      [{ email: "bukan" }, "entry.email", "invalid_email"],
      [{ grade: "V/a" }, "entry.grade", "invalid_choice"],
      [{ agency: "Antah" }, "entry.agency", "agency_unknown"],
      [{ isGroupLead: true }, "entry.group", "lead_without_group"],
      [{ facilitator: "Siapa Ini" }, "entry.facilitator", "facilitator_unknown"],
      [{ role: "FACILITATOR", group: "1" }, "entry.group", "not_for_facilitators"],
      [{ fullName: "x".repeat(200) }, "entry.fullName", "too_long"],
      [{ fullName: "A\u0000B" }, "entry.fullName", "control_characters"],
    ] as const) {
      expect(await save(entry), code).toMatchObject({
        reason: "invalid",
        issues: [{ path, code }],
      });
    }
    expect(await save({}, {}, hand.viewer)).toMatchObject({ reason: "forbidden" });
    expect(await save({}, {}, hand.stranger)).toMatchObject({ reason: "not_found" });
  });

  it("is added once, changed on what was seen, and moved between groups with its lead", async () => {
    const commandId = newId();
    const twice = [await save({}, { commandId }), await save({}, { commandId })];
    expect(twice[0]).toEqual(twice[1]);
    const wulan = await found("Wulan Sari");
    expect(wulan).toMatchObject({
      idNumber: "198207302006042005",
      email: "wulan@contoh.go.id",
      version: 0,
      person: { email: "wulan@contoh.go.id" },
    });
    expect(await save({ fullName: "Wulan Sari Dewi" })).toMatchObject({
      issues: [{ path: "entry.fullName", code: "already_enrolled" }],
    });
    const [facilitator] = hand.facilitators;
    const change = { enrolmentId: wulan.id, basedOn: 0 };
    const moved = { group: "1", isGroupLead: true, facilitator: facilitator?.name ?? "" };
    value(await save(moved, change));
    expect(await found("Wulan Sari")).toMatchObject({
      isGroupLead: true,
      version: 1,
      group: { name: "Kelompok 1" },
      facilitatorId: facilitator && enrolmentOf(facilitator),
    });
    expect(await save({ ...moved, group: "2" }, change)).toMatchObject({ reason: "conflict" });
    // Another lead of the same group: one remains.
    value(
      await save({
        ...moved,
        fullName: "Yanti",
        idType: "NONE",
        idNumber: "",
        email: "",
      }),
    );
    expect(await found("Yanti")).toMatchObject({ isGroupLead: true });
    expect(await found("Wulan Sari")).toMatchObject({ isGroupLead: false, version: 2 });
    // What the form leaves blank is taken away.
    value(await save({ grade: "", email: "" }, { enrolmentId: wulan.id, basedOn: 2 }));
    expect(await found("Wulan Sari")).toMatchObject({
      grade: null,
      email: null,
      groupId: null,
      facilitatorId: null,
    });
  });

  it("takes no number that is somebody else's, and no role that they do not have", async () => {
    const yanti = await found("Yanti");
    const edit = { enrolmentId: yanti.id, basedOn: yanti.version };
    expect(await save({ fullName: "Yanti", email: "" }, edit)).toMatchObject({
      issues: [
        { path: "entry.idNumber", code: "id_number_of_other", params: { name: "Wulan Sari" } },
      ],
    });
    const none = { fullName: "Yanti", idType: "NONE", idNumber: "", email: "" } as const;
    expect(await save({ ...none, role: "FACILITATOR" }, edit)).toMatchObject({
      issues: [{ path: "entry.role", code: "already_participant" }],
    });
    const foreign = { enrolmentId: enrolmentOf(hand.otherParticipant), basedOn: 0 };
    expect(await save(none, foreign)).toMatchObject({ reason: "not_found" });
  });

  it("makes an agency the centre's own where that is said", async () => {
    const made = { name: "Badan Antah", shortName: "BA", type: "LPNK" } as const;
    const zaki = { fullName: "Zaki", agency: made.name, idType: "NONE", idNumber: "", email: "" };
    value(await save(zaki as Partial<RosterEntry>, { newAgency: { kind: "new", ...made } }));
    const { agencyId } = await found("Zaki");
    expect(await database.app.agency.findUniqueOrThrow({ where: { id: agencyId } })).toMatchObject({
      ...made,
      centerId: hand.centerId,
    });
  });

  it("is the same person whose name differs by what nobody sees", async () => {
    const written = "Bu\u200bdi\u034f Rah\u2060man\u115f";
    value(await save({ fullName: written, idType: "NONE", idNumber: "", email: "" }));
    const budi = await found("Budi Rahman");
    expect(budi.version).toBe(0);
    const target = { cohortId: hand.cohortId, options: optionsOf() };
    for (const name of ["Budi Rahman", written, "Budi\u00ad \ufe0fRahman\u3164"]) {
      const file = csv("Nama;Instansi;Jabatan", `${name};${own.name};${blank().position}`);
      const { plan } = value(await previewRoster(hand.ctx, hand.organizer, { ...target, file }));
      expect(plan.counts, JSON.stringify(name)).toMatchObject({ create: 0, update: 0, same: 1 });
    }
    const { cohortId } = hand;
    const slip = { commandId: newId(), cohortId, enrolmentId: budi.id };
    value(await removeEntry(hand.ctx, hand.organizer, slip));
  });

  it("is taken off the roster while nothing depends on them", async () => {
    const remove = (enrolmentId: string, actor = hand.organizer) =>
      removeEntry(hand.ctx, actor, { commandId: newId(), cohortId: hand.cohortId, enrolmentId });
    const zaki = await found("Zaki");
    expect(await remove(zaki.id, hand.viewer)).toMatchObject({ reason: "forbidden" });
    expect(await remove(zaki.id, hand.stranger)).toMatchObject({ reason: "not_found" });
    expect(await remove(enrolmentOf(hand.otherParticipant))).toMatchObject({ reason: "not_found" });
    expect(await remove(enrolmentOf(hand.facilitators[0] as Actor))).toMatchObject({
      reason: "entry_in_use",
    });
    value(await remove(zaki.id));
    expect(await remove(zaki.id)).toMatchObject({ reason: "not_found" });
    expect(await database.app.person.count({ where: { id: zaki.personId } })).toBe(1);
  });

  it("stays on the roster who has left, or has decided, remarked or scored", async () => {
    const then = await createWorld(database.app);
    const [author, another] = then.participants as [Actor, Actor];
    const [first, second] = then.facilitators as [Actor, Actor];
    const remove = (who: Actor) =>
      removeEntry(then.ctx, then.organizer, {
        commandId: newId(),
        cohortId: then.cohortId,
        enrolmentId: enrolmentOf(who),
      });
    const leave = (who: Actor) =>
      withdrawEnrolment(then.ctx, then.organizer, {
        commandId: newId(),
        cohortId: then.cohortId,
        enrolmentId: enrolmentOf(who),
        reason: "Diganti",
        successorId: who === first ? enrolmentOf(second) : null,
      });
    // A participant of whom nothing is known but that they left.
    value(await leave(another));
    expect(await remove(another)).toMatchObject({ reason: "entry_in_use" });

    const work = await assign(then, author);
    value(await submit(then, author, work, "EVALUATE"));
    const { latestRevisionId } = await stageOf(then, work, "EVALUATE");
    // All of a facilitator's participants are another's now: what they did is what is left.
    const passOn = () =>
      reallocate(then.ctx, then.organizer, {
        commandId: newId(),
        cohortId: then.cohortId,
        fromId: enrolmentOf(first),
        successorId: enrolmentOf(second),
      });
    const acts = {
      comments: async () => {
        value(
          await addComment(then.ctx, first, {
            commandId: newId(),
            assignmentId: work,
            stage: "EVALUATE",
            revisionId: latestRevisionId ?? "",
            fieldPath: null,
            body: "Bagus",
          }),
        );
        return () => database.owner.comment.deleteMany({ where: { authorId: first.personId } });
      },
      scores: async () => {
        value(await assessWork(then, first, work));
        return () => database.owner.workAssessment.deleteMany({ where: { assignmentId: work } });
      },
      decides: async () => {
        value(await approve(then, first, work, "EVALUATE"));
        return async () => {};
      },
    };
    for (const [name, act] of Object.entries(acts)) {
      const undo = await act();
      value(await passOn());
      expect(await remove(first), name).toMatchObject({ reason: "entry_in_use" });
      await undo();
      await database.app.enrolment.updateMany({
        where: { id: { in: [author, another].map(enrolmentOf) } },
        data: { facilitatorId: enrolmentOf(first) },
      });
    }
    value(await leave(first));
    expect(await remove(first)).toMatchObject({ reason: "entry_in_use" });
  });

  it("moves with others to a group or a facilitator, once, and leads it no more", async () => {
    const [first, second] = hand.participants.map(enrolmentOf) as [string, string];
    const [facilitator] = hand.facilitators.map(enrolmentOf) as [string];
    await database.app.enrolment.update({ where: { id: first }, data: { isGroupLead: true } });
    const place = (more: object, actor = hand.organizer) =>
      placePeople(hand.ctx, actor, {
        commandId: newId(),
        cohortId: hand.cohortId,
        enrolmentIds: [first, second],
        group: "9",
        facilitatorId: null,
        ...more,
      });
    expect(await place({}, hand.viewer)).toMatchObject({ reason: "forbidden" });
    expect(await place({}, hand.stranger)).toMatchObject({ reason: "not_found" });
    for (const [more, path] of [
      [{ enrolmentIds: [first, enrolmentOf(hand.otherParticipant)] }, "enrolmentIds"],
      [{ enrolmentIds: [facilitator] }, "enrolmentIds"],
      [{ facilitatorId: second }, "facilitatorId"],
      [{ facilitatorId: enrolmentOf(hand.otherFacilitator) }, "facilitatorId"],
    ] as const) {
      expect(await place(more)).toMatchObject({ reason: "invalid", issues: [{ path }] });
    }
    expect(value(await place({}))).toEqual({ moved: 2 });
    expect(value(await place({}))).toEqual({ moved: 0 });
    expect(value(await place({ group: "", facilitatorId: facilitator }))).toMatchObject({});
    const moved = await database.app.enrolment.findMany({
      where: { id: { in: [first, second] } },
      include: { group: true },
    });
    for (const person of moved) {
      expect(person).toMatchObject({
        group: { name: "Kelompok 9" },
        isGroupLead: false,
        facilitatorId: facilitator,
      });
    }
  });

  it("is found in the list, with the number in full for organisers alone", async () => {
    const authorized = authorizeCohort(hand.viewer, { id: hand.cohortId, centerId: hand.centerId });
    if (!authorized) throw new Error("staff read their cohorts");
    const search = async (q: object, full: boolean) => {
      const { rows } = await listRoster(database.app, authorized, rosterQuerySchema.parse(q), full);
      return rows.map(({ fullName, idNumber }) => [fullName, idNumber]);
    };
    expect(await search({ q: "wulan" }, true)).toEqual([["Wulan Sari", "19820730 200604 2 005"]]);
    expect(await search({ q: "wulan" }, false)).toEqual([["Wulan Sari", "1982•••• •••••• • 005"]]);
    expect(await search({ q: "1982 0730" }, true)).toHaveLength(1);
    // Whoever does not see numbers cannot search them out digit by digit either.
    expect(await search({ q: "1982 0730" }, false)).toEqual([]);
    expect(await search({ q: "%" }, true)).toEqual([]);
    expect(await search({ role: "FACILITATOR" }, true)).toHaveLength(2);
    const { page, pages, total } = await listRoster(
      database.app,
      authorized,
      rosterQuerySchema.parse({ page: "99" }),
      true,
    );
    expect({ page, pages, total }).toEqual({ page: 1, pages: 1, total: 8 });
  });
});
