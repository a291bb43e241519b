import { beforeAll, describe, expect, it, vi } from "vitest";
import { listFaults, listGuide } from "@/lib/api/catalogue";
import { LIST_COLUMNS, LISTS, type List } from "@/lib/catalogue/columns";
import { knownFor, NOTHING_KNOWN } from "@/lib/catalogue/data";
import { listWords, wordless } from "@/lib/catalogue/label";
import {
  importList,
  previewList,
  saveFact,
  saveInnovation,
  saveUnit,
} from "@/lib/catalogue/mutations";
import { listTable } from "@/lib/catalogue/tables";
import { authorizeOffice } from "@/lib/center/policy";
import { locales } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";
import type { Actor } from "@/lib/platform/actor";
import { withClient } from "@/lib/setup/roles";
import { writeCsv } from "@/lib/spreadsheet/write-csv";
import { writeXlsx } from "@/lib/spreadsheet/write-xlsx";
import { HOST_REGION_ID } from "@/prisma/reference/catalogue";
import { writeReference } from "@/prisma/reference/write";
import { openDatabase } from "@/tests/support/database";
import { openStatementCounter } from "@/tests/support/statements";
import { createWorld, newId, value, type World } from "@/tests/support/world";

// Files are written in the language of whoever asks: here always in Indonesian.
vi.mock("next-intl/server", async () => {
  const { createTranslator } = await import("next-intl");
  return {
    getLocale: async () => "id",
    getTranslations: async (namespace: never) =>
      createTranslator({ locale: "id", messages: await loadMessages("id"), namespace }),
  };
});

const database = openDatabase();
let world: World;
const vocabulary = async (list: List) =>
  (await Promise.all(locales.map(loadMessages))).map((messages) => listWords(list, messages));

/** A CSV with these rows. */
const csv = (headings: string[], rows: string[][]) =>
  writeCsv({ columns: headings.map((header) => ({ header })), rows });

const target = async (list: List, file: Uint8Array, centerId = world.centerId) => ({
  centerId,
  list,
  file,
  vocabulary: await vocabulary(list),
});
const preview = async (list: List, file: Uint8Array, actor = world.organizer) =>
  previewList(world.ctx, actor, await target(list, file));
async function carryOut(
  list: List,
  file: Uint8Array,
  more: Partial<{ digest: string; commandId: string; actor: Actor; skipFaulty: boolean }> = {},
) {
  const plan = more.digest ? null : value(await preview(list, file));
  return importList(world.ctx, more.actor ?? world.organizer, {
    ...(await target(list, file)),
    commandId: more.commandId ?? newId(),
    skipFaulty: more.skipFaulty ?? false,
    digest: more.digest ?? plan?.digest ?? "",
  });
}

const office = () => {
  const read = authorizeOffice(world.organizer, world.centerId, "read");
  if (!read) throw new Error("no office");
  return read;
};

/** As an export writes what the world's centre sees. */
async function exported(list: List, kind: "csv" | "xlsx", locale: "id" | "en"): Promise<Buffer> {
  const words = listWords(list, await loadMessages(locale));
  const table = listTable(list, words, await knownFor(database.app, office(), list));
  return kind === "csv" ? writeCsv(table) : writeXlsx([table]);
}

beforeAll(async () => {
  await withClient(database.appUrl, (client) => writeReference(client, new Date()));
  world = await createWorld(database.app);
});

const AGENCY = ["Nama resmi", "Nama pendek", "Jenis"];
const agencies = (rows: string[][]) => csv(AGENCY, rows);

describe("the words of files", () => {
  it.each(LISTS)("name every column and choice of %s, in every language", async (list) => {
    for (const words of await vocabulary(list)) expect(wordless(list, words)).toEqual([]);
  });
});

describe("an empty list", () => {
  it.each(LISTS)(
    "of %s has every column, says what each takes, and is read as empty",
    async (list) => {
      for (const locale of locales) {
        const words = listWords(list, await loadMessages(locale));
        const empty = listTable(list, words, NOTHING_KNOWN);
        expect(empty.rows).toEqual([]);
        expect(empty.columns).toHaveLength(LIST_COLUMNS[list].length);
        const guide = await listGuide(list);
        expect(guide.rows.map(([, , takes]) => takes)).toHaveLength(LIST_COLUMNS[list].length);
        for (const bytes of [writeXlsx([empty, guide]), writeCsv(empty)]) {
          const plan = value(await preview(list, bytes));
          expect({ rows: plan.rows, unknown: plan.unknown, missing: plan.missing }).toEqual({
            rows: [],
            unknown: [],
            missing: [],
          });
        }
      }
    },
  );
});

describe("importing agencies", () => {
  it("shows what each row would do, and writes nothing", async () => {
    const before = await database.app.agency.count();
    const plan = value(
      await preview(
        "agencies",
        agencies([
          ["Badan Baru Sekali", "BBS", "Kementerian"],
          ["kementerian sosial republik indonesia", "Apa saja", "Kementerian"],
          ["Badan Salah", "BS", "Perusahaan"],
          ["BADAN BARU SEKALI", "BBS", "Kementerian"],
          ["", "X", ""],
        ]),
      ),
    );
    expect(plan.rows.map(({ number, action }) => [number, action])).toEqual([
      [2, "add"],
      [3, "shared"],
      [4, "faulty"],
      [5, "faulty"],
      [6, "faulty"],
    ]);
    expect(plan.rows[2]?.issues).toEqual([{ path: "type", code: "invalid_choice" }]);
    expect(plan.rows[3]?.issues).toEqual([{ path: "name", code: "twice_in_file" }]);
    expect(plan.rows[4]?.issues.map(({ path, code }) => `${path} ${code}`)).toEqual([
      "name required",
      "shortName too_short",
      "type required",
    ]);
    expect(await database.app.agency.count()).toBe(before);
  });

  it("refuses the whole while a row is faulty", async () => {
    const file = agencies([
      ["Badan Satu Lagi", "BSL", "LNS"],
      ["Badan Salah", "BS", "?"],
    ]);
    expect(await carryOut("agencies", file)).toMatchObject({
      reason: "invalid",
      issues: [{ path: "file", code: "file_faulty_rows" }],
    });
    expect(await database.app.agency.count({ where: { name: "Badan Satu Lagi" } })).toBe(0);
  });

  it("does what was shown, once; a changed catalogue asks to look again", async () => {
    const file = agencies([
      ["Badan Baru Sekali", "BBS", "Ministry"],
      ["Lembaga Baru", "LB", "LPNK"],
    ]);
    const { digest } = value(await preview("agencies", file));
    const commandId = newId();
    const twice = await Promise.all([
      carryOut("agencies", file, { digest, commandId }),
      carryOut("agencies", file, { digest, commandId }),
    ]);
    for (const result of twice) expect(value(result)).toEqual({ added: 2, changed: 0 });
    expect(await carryOut("agencies", file, { digest })).toMatchObject({ reason: "conflict" });
    // Looked at again, there is nothing to do.
    expect(value(await preview("agencies", file)).counts).toMatchObject({ same: 2, add: 0 });
    const changed = agencies([["Badan Baru Sekali", "BaBaS", "MINISTRY"]]);
    expect(value(await carryOut("agencies", changed))).toEqual({ added: 0, changed: 1 });
    const row = await database.app.agency.findFirstOrThrow({
      where: { name: "Badan Baru Sekali" },
    });
    expect(row).toMatchObject({ centerId: world.centerId, shortName: "BaBaS", version: 2 });
    const events = await database.app.auditEvent.findMany({
      where: { subjectId: { in: [row.id, world.centerId] } },
      orderBy: { id: "asc" },
    });
    expect(events.map(({ type }) => type).sort()).toEqual([
      "catalogue.added",
      "catalogue.edited",
      "catalogue.imported",
      "catalogue.imported",
    ]);
  });

  it("takes the sound rows where the faulty ones are left out, which come back with their reasons", async () => {
    const file = csv(
      [...AGENCY, "Catatan"],
      [
        ["Badan Utuh", "BU", "LNS", ""],
        ["Badan Cacat", "BC", "?", "=1+1"],
        ["", "Tanpa nama", "LNS", ""],
      ],
    );
    const plan = value(await preview("agencies", file));
    expect(await carryOut("agencies", file)).toMatchObject({ reason: "invalid" });
    const faults = await listFaults(plan);
    if (!faults) throw new Error("no faults");
    expect(faults.columns.map(({ header }) => header)).toEqual([
      "Yang perlu diperbaiki",
      "Baris asal",
      ...AGENCY,
      "Catatan",
    ]);
    expect(faults.rows).toEqual([
      [
        "Jenis: Pilihan ini tidak tersedia. Pilih dari daftar.",
        3,
        "Badan Cacat",
        "BC",
        "?",
        "=1+1",
      ],
      ["Nama resmi: Wajib diisi.", 4, "", "Tanpa nama", "LNS", ""],
    ]);
    // On the way out nothing is a formula, and the file is read again as it is.
    for (const bytes of [writeXlsx([faults]), writeCsv(faults)]) {
      const again = value(await preview("agencies", bytes));
      expect(again.counts).toMatchObject({ faulty: 2, add: 0 });
      expect(again.rows.map(({ issues }) => issues.map(({ path }) => path))).toEqual(
        plan.rows.slice(1).map(({ issues }) => issues.map(({ path }) => path)),
      );
    }
    expect(writeCsv(faults).toString("utf8")).toContain("'=1+1");
    expect(value(await carryOut("agencies", file, { skipFaulty: true }))).toEqual({
      added: 1,
      changed: 0,
    });
    expect(
      await database.app.agency.findMany({
        where: {
          OR: [{ name: "Badan Utuh" }, { name: "Badan Cacat" }, { shortName: "Tanpa nama" }],
        },
        select: { name: true },
      }),
    ).toEqual([{ name: "Badan Utuh" }]);
    expect(
      await listFaults(value(await preview("agencies", agencies([["Badan Utuh", "BU", "LNS"]])))),
    ).toBeNull();
  });

  it("is nobody else's", async () => {
    const file = agencies([["Badan Curang", "BC", "LNS"]]);
    const { digest } = value(await preview("agencies", file));
    const refusedAs = async (actor: Actor | undefined, reason: string) => {
      if (!actor) throw new Error("nobody");
      expect(await preview("agencies", file, actor)).toMatchObject({ reason });
      expect(await carryOut("agencies", file, { digest, actor })).toMatchObject({ reason });
    };
    await refusedAs(world.viewer, "forbidden");
    await refusedAs(world.stranger, "not_found");
    await refusedAs(world.participants[0], "not_found");
    await refusedAs(world.administrator, "not_found");
    expect(await database.app.agency.count({ where: { name: "Badan Curang" } })).toBe(0);
  });

  it("tells files that are none", async () => {
    const codeOf = async (file: Uint8Array) => {
      const result = await preview("agencies", file);
      return result.ok ? result.value.missing.join() : result.issues?.[0]?.code;
    };
    expect(await codeOf(Buffer.from(""))).toBe("file_empty");
    expect(await codeOf(Buffer.from("satu;dua\r\n1;2\r\n"))).toBe("file_no_header");
    expect(await codeOf(csv(["Nama resmi", "Jenis"], [["Badan", "LNS"]]))).toBe("shortName");
    const many = Array.from({ length: 1001 }, (_, n) => [`Badan ${n}`, "B", "LNS"]);
    expect(await codeOf(agencies(many))).toBe("file_too_many_list_rows");
  });
});

describe("innovations as a file", () => {
  it("comes back as it went, in both forms and languages, with cells that look like formulas", async () => {
    const unit = value(
      await saveUnit(world.ctx, world.organizer, {
        commandId: newId(),
        centerId: world.centerId,
        id: null,
        basedOn: null,
        hostRegionId: HOST_REGION_ID,
        name: "Kecamatan Soreang",
        shortName: "Kec. Soreang",
        laterName: null,
      }),
    );
    value(
      await saveInnovation(world.ctx, world.organizer, {
        commandId: newId(),
        centerId: world.centerId,
        id: null,
        basedOn: null,
        hostRegionId: HOST_REGION_ID,
        hostUnitId: unit.id,
        code: "=SIAP+1",
        name: '=HYPERLINK("https://contoh.go.id";"klik")',
        summary: "@dinas; menerima “aduan”\ndari warga, “cepat”; 'kutip' dan \"kutip\".",
        form: "OTHER",
        type: "HYBRID",
        stage: "INITIATIVE",
        startedOn: "2019",
        initiator: "COMMUNITY",
        affair: "PUBLIC_ORDER",
        affairNote: "-ketertiban",
        facet: "ANTICIPATORY",
        design: "+62 rancang bangun dengan banyak langkah",
        coreChange: null,
        purpose: "'=bukan rumus, sungguh",
        benefit: null,
        result: null,
        source: "=A1",
        confidence: "LOW",
        links: [
          { title: "Satu | dua", url: "https://contoh.go.id/a?b=1" },
          { title: "Situs", url: "https://contoh.go.id" },
        ],
      }),
    );
    // The world's own were made without a form, which asks for a source.
    await database.owner.innovation.updateMany({
      where: { centerId: world.centerId, source: null },
      data: { source: "Pengujian" },
    });
    for (const kind of ["csv", "xlsx"] as const) {
      for (const locale of locales) {
        const plan = value(
          await preview("innovations", await exported("innovations", kind, locale)),
        );
        expect(plan.rows.filter(({ action }) => action === "faulty")).toEqual([]);
        expect(plan.counts).toMatchObject({ shared: 5, same: 3, add: 0, change: 0 });
        expect(plan.rows.find(({ name }) => name === "=SIAP+1")?.action).toBe("same");
      }
    }
  });

  const headings = [
    "Lokus",
    "Perangkat daerah pemilik",
    "Kode atau akronim",
    "Nama",
    "Ringkasan",
    "Bentuk",
    "Jenis",
    "Tahapan",
    "Sumber",
    "Kepastian",
    "Tautan",
    "Kolom lain",
  ];
  const row = (more: Record<string, string> = {}) => {
    const standard: Record<string, string> = {
      Lokus: "Kabupaten Bandung",
      "Perangkat daerah pemilik": "Dinsos",
      "Kode atau akronim": "BARU",
      Nama: "Layanan Baru",
      Ringkasan: "Layanan baru yang dicatat dari kunjungan tahun lalu.",
      Bentuk: "Pelayanan publik",
      Jenis: "Nondigital",
      Tahapan: "Uji coba",
      Sumber: "Kunjungan",
      Kepastian: "Perlu dipastikan",
      Tautan: "",
      "Kolom lain": "diabaikan",
    };
    return headings.map((heading) => more[heading] ?? standard[heading] ?? "");
  };

  it("names regions and units as people do, and says which are not there", async () => {
    const plan = value(
      await preview(
        "innovations",
        csv(headings, [
          row(),
          row({
            "Kode atau akronim": "DUA",
            Lokus: "32.04",
            "Perangkat daerah pemilik": "dinas sosial",
          }),
          row({ "Kode atau akronim": "TIGA", Lokus: "Kota Bandung" }),
          row({ "Kode atau akronim": "EMPAT", "Perangkat daerah pemilik": "Dinas Tidak Ada" }),
          row({ "Kode atau akronim": "LIMA", Tautan: "Situs | http://contoh.go.id" }),
          row({ "Kode atau akronim": "SLRT" }),
          row({ "Kode atau akronim": "baru" }),
        ]),
      ),
    );
    expect(plan.unknown).toEqual(["Kolom lain"]);
    expect(plan.rows.map(({ action }) => action)).toEqual([
      "add",
      "add",
      "faulty",
      "faulty",
      "faulty",
      "shared",
      "faulty",
    ]);
    const codes = plan.rows.map(({ issues }) => issues.map(({ path, code }) => `${path} ${code}`));
    expect(codes.slice(2)).toEqual([
      ["region unknown_host"],
      ["unit unknown_unit"],
      ["links invalid_link"],
      [],
      ["code twice_in_file"],
    ]);
  });

  it("is written with its links, in a sheet of a thousand rows too", async () => {
    const many = Array.from({ length: 1000 }, (_, n) =>
      row({
        "Kode atau akronim": `BANYAK ${n}`,
        Tautan: "Situs | https://contoh.go.id\nhttps://b.go.id",
      }),
    );
    const file = csv(headings, many);
    expect(value(await carryOut("innovations", file))).toEqual({ added: 1000, changed: 0 });
    const made = await database.app.innovation.findFirstOrThrow({
      where: { code: "BANYAK 7" },
      include: { links: { orderBy: { sortOrder: "asc" } } },
    });
    expect(made.links.map(({ title, url }) => [title, url])).toEqual([
      ["Situs", "https://contoh.go.id"],
      ["https://b.go.id", "https://b.go.id"],
    ]);
    expect(value(await preview("innovations", file)).counts.same).toBe(1000);
  });

  it("of another centre is never seen in it", async () => {
    const other = authorizeOffice(world.stranger, world.stranger.staff[0]?.centerId ?? "", "read");
    if (!other) throw new Error("no other office");
    const known = await knownFor(database.app, other, "innovations");
    expect(known.innovations.filter(({ values }) => values.code.startsWith("BANYAK"))).toEqual([]);
    expect(known.units.filter(({ values }) => values.shortName === "Kec. Soreang")).toEqual([]);
    const { agencies } = await knownFor(database.app, other, "agencies");
    const names = agencies.map(({ values }) => values.name);
    expect(names).not.toContain("Badan Baru Sekali");
    const table = listTable(
      "agencies",
      listWords("agencies", await loadMessages("id")),
      await knownFor(database.app, office(), "agencies"),
    );
    expect(table.rows.map(([name]) => name)).toContain("Badan Baru Sekali");
  });
});

describe("regions, units, awards and facts as files", () => {
  const regions = (rows: string[][]) =>
    csv(["Nama resmi", "Sebutan", "Jenis", "Kode wilayah", "Ibu kota"], rows);
  const REGION = [
    "Pemerintah Kabupaten Uji Coba",
    "Kabupaten Uji",
    "Pemerintah kabupaten",
    "99.01",
  ];
  const units = (rows: string[][]) => csv(["Lokus", "Nama", "Singkatan", "Nama baru"], rows);
  const awards = (rows: string[][]) =>
    csv(
      [
        "Lokus",
        "Nama penghargaan",
        "Tingkat",
        "Tahun",
        "Peringkat atau predikat",
        "Pemberi",
        "Inovasi yang dihargai",
        "Sumber",
        "Kepastian",
      ],
      rows,
    );
  const AWARD = [
    "Kabupaten Uji",
    "=Anugerah+Uji",
    "Nasional",
    "2018",
    "I",
    "Kemendagri",
    "",
    "Siaran pers",
    "Pasti",
  ];
  const facts = (rows: string[][]) =>
    csv(["Lokus", "Inovasi", "Fakta", "Sumber", "Kepastian"], rows);
  const issuesOf = async (list: List, file: Uint8Array) =>
    value(await preview(list, file)).rows.map(({ issues }) =>
      issues.map(({ path, code }) => `${path} ${code}`),
    );

  it("build a region from nothing, one list after another, and change nothing the second time", async () => {
    const files: [List, Uint8Array, number][] = [
      ["regions", regions([[...REGION, "Kota Uji"]]), 1],
      [
        "units",
        units([
          ["99.01", "Dinas Uji", "@Disuji", "Badan Uji"],
          ["kabupaten uji", "Bagian Uji", "Bagji", ""],
        ]),
        2,
      ],
      ["awards", awards([AWARD, [...AWARD.slice(0, 3), "2019", ...AWARD.slice(4)]]), 2],
      [
        "facts",
        facts([
          [
            "Kabupaten Bandung",
            "slrt",
            "-5 daerah lain bertamu ke sana.",
            "+62 wawancara",
            "Pasti",
          ],
        ]),
        1,
      ],
    ];
    for (const [list, file, added] of files) {
      expect(value(await carryOut(list, file)), list).toEqual({ added, changed: 0 });
      expect(value(await preview(list, file)).counts, list).toMatchObject({ same: added, add: 0 });
    }
    const made = await database.app.hostRegion.findFirstOrThrow({
      where: { regionCode: "99.01" },
      select: {
        centerId: true,
        capital: true,
        units: {
          select: { name: true, laterName: true, centerId: true },
          orderBy: { name: "asc" },
        },
        awards: { select: { name: true, year: true, level: true }, orderBy: { year: "asc" } },
      },
    });
    expect(made).toEqual({
      centerId: world.centerId,
      capital: "Kota Uji",
      units: [
        { name: "Bagian Uji", laterName: null, centerId: world.centerId },
        { name: "Dinas Uji", laterName: "Badan Uji", centerId: world.centerId },
      ],
      awards: [
        { name: "=Anugerah+Uji", year: 2018, level: "NATIONAL" },
        { name: "=Anugerah+Uji", year: 2019, level: "NATIONAL" },
      ],
    });
    const better = awards([[...AWARD.slice(0, 4), "II", ...AWARD.slice(5)]]);
    expect(value(await preview("awards", better)).rows[0]).toMatchObject({
      action: "change",
      changed: ["rank"],
    });
    expect(value(await carryOut("awards", better))).toEqual({ added: 0, changed: 1 });
  });

  it("come back as they went, in both forms and languages", async () => {
    // Innovations, of which there are more here than a file may hold, have a test of their own.
    for (const list of LISTS.filter((list) => list !== "innovations")) {
      for (const kind of ["csv", "xlsx"] as const) {
        for (const locale of locales) {
          const plan = value(await preview(list, await exported(list, kind, locale)));
          const { same, shared, faulty, add, change } = plan.counts;
          expect({ list, faulty, add, change }).toEqual({ list, faulty: 0, add: 0, change: 0 });
          expect(same + shared, list).toBe(plan.rows.length);
          expect(plan.rows.length, list).toBeGreaterThan(0);
        }
      }
    }
  });

  it("leave alone what is shared, and never show another centre's", async () => {
    const read = authorizeOffice(world.stranger, world.stranger.staff[0]?.centerId ?? "", "read");
    if (!read) throw new Error("no other office");
    for (const list of LISTS) {
      const [own, other] = [
        (await knownFor(database.app, office(), list))[list],
        (await knownFor(database.app, read, list))[list],
      ];
      const ids = new Set(other.filter((entry) => entry.own).map(({ id }) => id));
      expect(
        own.filter(({ id, own: mine }) => mine && ids.has(id)),
        list,
      ).toEqual([]);
      // What both see is what neither may change.
      const common = own.filter(({ id }) => other.some((entry) => entry.id === id));
      expect(
        common.filter((entry) => entry.own),
        list,
      ).toEqual([]);
      expect(common.length, list).toBeGreaterThan(0);
      expect(own.length, list).toBeGreaterThan(common.length);
    }
    const shared = async (list: List, file: Uint8Array) =>
      expect(value(await preview(list, file)).rows.map(({ action }) => action)).toEqual(["shared"]);
    await shared(
      "regions",
      regions([["Pemerintah Kabupaten Bandung", "Apa saja", "Pemerintah kota", "", ""]]),
    );
    await shared("units", units([["32.04", "Dinas Sosial", "Apa", "Saja"]]));
    const [fact] = (await knownFor(database.app, read, "facts")).facts;
    const [award] = (await knownFor(database.app, read, "awards")).awards;
    if (!fact || !award) throw new Error("nothing is shared");
    const about = await database.app.innovation.findUniqueOrThrow({
      where: { id: fact.values.innovationId },
      select: { code: true },
    });
    await shared(
      "facts",
      facts([["32.04", about.code, fact.values.text.toUpperCase(), "Lain", "Diragukan"]]),
    );
    await shared(
      "awards",
      awards([["32.04", award.values.name, award.values.level, String(award.values.year), "Lain"]]),
    );
  });

  it("are read in as many statements whatever their length", async () => {
    const counter = openStatementCounter(database.appUrl);
    const counts: Record<string, number> = {};
    for (const list of LISTS) {
      const statements = await counter.during(() => knownFor(counter.db, office(), list));
      counts[list] = statements.length;
    }
    await counter.close();
    // One each of the lists that it speaks of; of innovations there are a thousand here.
    expect(counts).toEqual({
      agencies: 1,
      regions: 1,
      units: 2,
      innovations: 3,
      awards: 3,
      facts: 3,
    });
  });

  it("say of each row what is wrong with it", async () => {
    expect(
      await issuesOf(
        "regions",
        regions([
          ["Pemerintah Kota Salah", "Kota Salah", "Pemerintah kota", "9901", ""],
          ["Pemerintah Kota Lain", "Kota Lain", "Pemerintah kota", "32.04", ""],
          ["Pemerintah Kota Baru", "Kota Baru", "Pemerintah kota", "99.02", ""],
          ["Pemerintah Kota Kembar", "Kota Kembar", "Pemerintah kota", "99.02", ""],
          ["Kementerian Salah", "Kementerian", "Kementerian", "", ""],
        ]),
      ),
    ).toEqual([
      ["regionCode region_code"],
      ["regionCode code_taken"],
      [],
      ["regionCode code_taken"],
      ["type invalid_choice"],
    ]);
    expect(
      await issuesOf(
        "units",
        units([
          ["Kabupaten Hilang", "Dinas A", "DA", ""],
          ["", "Dinas B", "DB", ""],
          ["99.01", "dinas  uji", "DU", ""],
          ["99.01", "Dinas Uji", "DU", ""],
        ]),
      ),
    ).toEqual([["region unknown_host"], ["region required"], [], ["name twice_in_file"]]);
    expect(
      await issuesOf(
        "awards",
        awards([
          [...AWARD.slice(0, 2), "Dunia", "dua ribu", ...AWARD.slice(4)],
          [...AWARD.slice(0, 3), "1800", ...AWARD.slice(4)],
          [...AWARD.slice(0, 3), "", ...AWARD.slice(4)],
          [...AWARD.slice(0, 6), "SLRT", ...AWARD.slice(7)],
        ]),
      ),
    ).toEqual([
      ["level invalid_choice", "year invalid_type"],
      ["year too_small"],
      ["year required"],
      // It is another region's.
      ["innovation unknown_innovation"],
    ]);
    expect(
      await issuesOf(
        "facts",
        facts([
          ["Kabupaten Bandung", "TIDAK ADA", "Sebuah fakta yang cukup panjang.", "Sumber", "Pasti"],
          ["Kabupaten Bandung", "SLRT", "", "Sumber", "Pasti"],
          ["Kabupaten Bandung", "SLRT", "Sebuah fakta yang cukup panjang.", "Sumber", "Mungkin"],
        ]),
      ),
    ).toEqual([
      ["innovation unknown_innovation"],
      ["text required"],
      ["confidence invalid_choice"],
    ]);
  });

  it("bring a fact once, also where somebody types it at the same moment", async () => {
    const text = "Fakta yang datang dari dua arah sekaligus.";
    const innovation = await database.app.innovation.findFirstOrThrow({
      where: { code: "SLRT", centerId: null },
      select: { id: true },
    });
    const file = facts([["Kabupaten Bandung", "SLRT", text, "Berkas", "Pasti"]]);
    const { digest } = value(await preview("facts", file));
    await Promise.all([
      carryOut("facts", file, { digest }),
      carryOut("facts", file, { digest }),
      saveFact(world.ctx, world.organizer, {
        commandId: newId(),
        centerId: world.centerId,
        id: null,
        basedOn: null,
        innovationId: innovation.id,
        text,
        source: "Formulir",
        confidence: "HIGH",
      }),
    ]);
    expect(await database.app.innovationFact.count({ where: { text } })).toBe(1);
  });
});
