import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LIST_COLUMNS, LISTS, type List, type ListColumn } from "@/lib/catalogue/columns";
import { importList, previewList } from "@/lib/catalogue/mutations";
import { withClient } from "@/lib/setup/roles";
import { writeCsv } from "@/lib/spreadsheet/write-csv";
import { writeReference } from "@/prisma/reference/write";
import { openDatabase } from "@/tests/support/database";
import { openStatementCounter, type StatementCounter } from "@/tests/support/statements";
import { createWorld, newId, value, type World } from "@/tests/support/world";

/** What an import asks of the database, whatever it brings, and what comes of two at one moment. */

const database = openDatabase();
let world: World;
let counter: StatementCounter;

beforeAll(async () => {
  await withClient(database.appUrl, (client) => writeReference(client, new Date()));
  world = await createWorld(database.app);
  counter = openStatementCounter(database.appUrl);
});
afterAll(() => counter.close());

const HOST = "Kabupaten Bandung";
/** A row of each list. Another `n` is another entry, another `word` is a change of it. */
const ROWS: Record<List, (n: number, word: string) => Partial<Record<ListColumn, string>>> = {
  agencies: (n, word) => ({ name: `Badan Uji ${n}`, shortName: `BU ${word}`, type: "LNS" }),
  regions: (n, word) => ({ name: `Kota Uji ${n}`, shortName: `Kota ${word}`, type: "CITY" }),
  units: (n, word) => ({ region: HOST, name: `Dinas Uji ${n}`, shortName: `DU ${word}` }),
  innovations: (n, word) => ({
    region: HOST,
    unit: "Dinsos",
    code: `UJI ${n}`,
    name: `Layanan ${word}`,
    summary: "Layanan yang dicatat dari kunjungan tahun lalu.",
    form: "OTHER",
    type: "DIGITAL",
    stage: "PILOT",
    affair: "HEALTH",
    source: "Kunjungan",
    confidence: "HIGH",
    links: `Satu | https://contoh.go.id/${n}\nhttps://contoh.go.id/${word}`,
  }),
  awards: (n, word) => ({
    region: HOST,
    name: `Anugerah Uji ${n}`,
    level: "NATIONAL",
    year: "2018",
    rank: word,
    innovation: "SLRT",
    source: "Siaran pers",
    confidence: "HIGH",
  }),
  facts: (n, word) => ({
    region: HOST,
    innovation: "SLRT",
    text: `Fakta nomor ${n} yang cukup panjang.`,
    source: `Sumber ${word}`,
    confidence: "HIGH",
  }),
};

function fileOf(list: List, from: number, size: number, word: string) {
  const columns = LIST_COLUMNS[list];
  return writeCsv({
    columns: columns.map((header) => ({ header })),
    rows: Array.from({ length: size }, (_, n) => {
      const row = ROWS[list](from + n, word);
      return columns.map((column) => row[column] ?? "");
    }),
  });
}

async function planned(list: List, file: Uint8Array) {
  const target = { centerId: world.centerId, list, file, vocabulary: [] };
  const { digest } = value(await previewList(world.ctx, world.organizer, target));
  return { ...target, digest, skipFaulty: false };
}

const SIZES = [1, 54, 540];

describe("an import", () => {
  // Added, and changed: one read for each list that is spoken of, what writes the rows, two for their
  // events, two of the command's log, and COMMIT.
  it.each<[List, number, number]>([
    ["agencies", 7, 8],
    ["regions", 7, 8],
    ["units", 8, 9],
    ["innovations", 10, 12],
    ["awards", 9, 10],
    ["facts", 11, 11],
  ])(
    "of %s takes as many statements for one row as for 540",
    {
      timeout: 120_000,
    },
    async (list, added, changed) => {
      let from = 0;
      for (const size of SIZES) {
        for (const [word, statements, result] of [
          ["lama", added, { added: size, changed: 0 }],
          ["baru", changed, { added: 0, changed: size }],
        ] as const) {
          const plan = await planned(list, fileOf(list, from, size, word));
          const asked = await counter.during(async () =>
            expect(
              value(
                await importList({ ...world.ctx, db: counter.db }, world.organizer, {
                  ...plan,
                  commandId: newId(),
                }),
              ),
            ).toEqual(result),
          );
          expect(asked, `${size} rows, ${word}:\n${asked.join("\n")}`).toHaveLength(statements);
          if (size > 1) continue;
          const again = value(await previewList(world.ctx, world.organizer, plan));
          expect(again.counts).toMatchObject({ same: 1, add: 0, change: 0 });
        }
        from += size;
      }
      // Each row is told of once when it came and once when it changed.
      const rows = SIZES.reduce((sum, size) => sum + size);
      for (const type of ["catalogue.added", "catalogue.edited"]) {
        const subjectType = KINDS[list];
        expect(await database.app.auditEvent.count({ where: { type, subjectType } })).toBe(rows);
      }
    },
  );

  it("keeps facts in the order of the file, behind those that stand", async () => {
    const facts = await database.app.innovationFact.findMany({
      where: { innovation: { code: "SLRT" } },
      orderBy: { sortOrder: "asc" },
      select: { text: true, sortOrder: true, centerId: true },
    });
    const own = facts.filter(({ centerId }) => centerId === world.centerId);
    expect(own.slice(0, 3).map(({ text }) => text)).toEqual(
      [0, 1, 2].map((n) => ROWS.facts(n, "").text),
    );
    expect(new Set(facts.map(({ sortOrder }) => sortOrder)).size).toBe(facts.length);
    expect(facts.findIndex(({ centerId }) => centerId !== null)).toBe(facts.length - own.length);
  });

  it.each(LISTS)("of %s that two send at one moment happens once", async (list) => {
    for (const word of ["serentak", "lagi"]) {
      const plan = await planned(list, fileOf(list, 10_000, 20, word));
      const results = await Promise.all(
        [1, 2, 3].map(() =>
          importList(world.ctx, world.organizer, { ...plan, commandId: newId() }),
        ),
      );
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      for (const result of results) {
        if (!result.ok) expect(["conflict", "invalid"]).toContain(result.reason);
      }
    }
  });
});

const KINDS: Record<List, string> = {
  agencies: "agency",
  regions: "region",
  units: "unit",
  innovations: "innovation",
  awards: "award",
  facts: "fact",
};
