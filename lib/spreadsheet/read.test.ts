import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSpreadsheet } from "@/lib/spreadsheet/read";
import type { ReadLimits, Workbook } from "@/lib/spreadsheet/sheet";
import { writeXlsx } from "@/lib/spreadsheet/write-xlsx";
import { packArchive } from "@/lib/spreadsheet/zip";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The least that makes a workbook, with parts of it as a test wants them. */
function workbook(parts: Record<string, string | Buffer> = {}): Buffer {
  const files: Record<string, string | Buffer> = {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": `<Relationships><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns:r="${OFFICE}"><sheets><sheet name="Data" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${OFFICE}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
    "xl/sharedStrings.xml": "<sst><si><t>satu</t></si></sst>",
    "xl/worksheets/sheet1.xml": sheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'),
    ...parts,
  };
  return packArchive(Object.entries(files).map(([name, content]) => ({ name, content })));
}

const sheet = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;

async function flawOf(bytes: Uint8Array, limits?: Partial<ReadLimits>): Promise<string> {
  const result = await readSpreadsheet(bytes, limits);
  return result.ok ? "ok" : result.flaw;
}

async function read(bytes: Uint8Array): Promise<Workbook> {
  const result = await readSpreadsheet(bytes);
  if (!result.ok) throw new Error(`${result.flaw} ${JSON.stringify(result.details)}`);
  return result.value;
}

const textsOf = ({ sheets }: Workbook) =>
  sheets[0]?.rows.map(({ cells }) => cells.map((cell) => cell?.text ?? null));

describe("a workbook", () => {
  it("is read whatever prefixes and places its writer chose", async () => {
    const file = workbook({
      "xl/worksheets/sheet1.xml":
        '<x:worksheet xmlns:x="urn:x"><x:sheetData><x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="inlineStr"><x:is><x:r><x:t>du</x:t></x:r><x:r><x:t>a</x:t></x:r></x:is></x:c></x:row></x:sheetData></x:worksheet>',
    });
    expect(textsOf(await read(file))).toEqual([["satu", "dua"]]);
  });

  it("gives results of formulas, and says where there is none", async () => {
    const file = workbook({
      "xl/worksheets/sheet1.xml": sheet(
        '<row r="1"><c r="A1" t="str"><f>A2&amp;"x"</f><v>hasil</v></c><c r="B1"><f>1+1</f><v>2</v></c><c r="C1"><f>1+1</f></c><c r="D1" t="e"><v>#N/A</v></c></row>',
      ),
    });
    expect((await read(file)).sheets[0]?.rows[0]?.cells).toEqual([
      { kind: "text", text: "hasil" },
      { kind: "number", text: "2", value: 2, raw: "2" },
      { kind: "error", text: "#FORMULA!" },
      { kind: "error", text: "#N/A" },
    ]);
  });

  it("keeps the digits that a number lost beside what it shows", async () => {
    const file = workbook({
      "xl/worksheets/sheet1.xml": sheet(
        '<row r="3"><c r="B3"><v>1.98609262015051E+17</v></c></row>',
      ),
    });
    expect((await read(file)).sheets[0]?.rows).toEqual([
      {
        number: 3,
        cells: [
          null,
          {
            kind: "number",
            text: "198609262015051008",
            value: 198609262015051000,
            raw: "1.98609262015051E+17",
          },
        ],
      },
    ]);
  });

  it("forgets blanks, phonetic hints and hidden sheets", async () => {
    const file = workbook({
      "xl/workbook.xml": `<workbook xmlns:r="${OFFICE}"><sheets><sheet name="Arsip" r:id="r2" state="hidden"/><sheet name="Data" r:id="r1"/></sheets></workbook>`,
      "xl/sharedStrings.xml":
        "<sst><si><t>satu</t><rPh><t>baca</t></rPh></si><si><t> </t></si></sst>",
      "xl/worksheets/sheet1.xml": sheet(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c></row><row r="1048576" ht="15"><c r="XFD1048576" s="1"/></row>',
      ),
    });
    expect(textsOf(await read(file))).toEqual([["satu"]]);
  });

  it("tells where cells are merged", async () => {
    const file = workbook({
      "xl/worksheets/sheet1.xml":
        '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData><mergeCells><mergeCell ref="A1:AB2"/></mergeCells></worksheet>',
    });
    expect((await read(file)).sheets[0]?.merges).toEqual([
      { top: 1, left: 1, bottom: 2, right: 28 },
    ]);
  });
});

describe("what is refused", () => {
  it.each([
    ["nothing", Buffer.alloc(0), "empty"],
    ["a workbook without a cell", workbook({ "xl/worksheets/sheet1.xml": sheet("") }), "empty"],
    ["macros, whatever the name", workbook({ "xl/vbaProject.bin": "x" }), "macros"],
    [
      "macros by their type alone",
      workbook({
        "[Content_Types].xml":
          '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
      }),
      "macros",
    ],
    ["macro sheets of Excel 4", workbook({ "xl/macrosheets/sheet1.xml": "<x/>" }), "macros"],
    ["the binary form", workbook({ "xl/workbook.bin": "x" }), "binary_excel"],
    [
      "an OpenDocument sheet",
      workbook({ mimetype: "application/vnd.oasis.opendocument.spreadsheet" }),
      "open_document",
    ],
    ["a letter", workbook({ "xl/workbook.xml": "<document/>" }), "not_a_spreadsheet"],
    ["some other archive", packArchive([{ name: "a.txt", content: "a" }]), "not_a_spreadsheet"],
    ["a cut-off workbook", workbook().subarray(0, 700), "damaged"],
    ["a PDF", Buffer.from("%PDF-1.7\n"), "not_a_spreadsheet"],
    ["a web page", Buffer.from("<html><table><tr><td>a</table>"), "not_a_spreadsheet"],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 4]), "not_a_spreadsheet"],
    [
      "an old Excel",
      Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]),
      "old_excel",
    ],
    [
      "a workbook behind a password",
      Buffer.concat([
        Buffer.from("d0cf11e0a1b11ae1", "hex"),
        Buffer.from("EncryptedPackage", "utf16le"),
      ]),
      "encrypted",
    ],
    [
      "XML with a document type",
      workbook({
        "xl/sharedStrings.xml":
          '<!DOCTYPE sst [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><sst><si><t>&b;</t></si></sst>',
      }),
      "damaged",
    ],
    ["XML that ends too soon", workbook({ "xl/worksheets/sheet1.xml": "<worksheet>" }), "damaged"],
    [
      "bytes that are not UTF-8",
      workbook({
        "xl/sharedStrings.xml": Buffer.from("<sst><si><t>\xe9</t></si></sst>", "latin1"),
      }),
      "damaged",
    ],
    [
      "a text that is not there",
      workbook({ "xl/worksheets/sheet1.xml": sheet('<row><c t="s"><v>9</v></c></row>') }),
      "damaged",
    ],
    [
      "nesting without end",
      workbook({ "xl/worksheets/sheet1.xml": `${"<a>".repeat(100)}${"</a>".repeat(100)}` }),
      "damaged",
    ],
    ["a quotation mark left open", Buffer.from('nama;nip\n"Budi;1\n'), "unclosed_quote"],
  ])("%s", async (_, bytes, flaw) => {
    expect(await flawOf(bytes)).toBe(flaw);
  });

  it("a bomb, while it goes off and not after", { timeout: 60_000 }, async () => {
    const bomb = deflateBomb(256 * 1024 * 1024);
    expect(bomb.length).toBeLessThan(400_000);
    const before = process.memoryUsage().rss;
    expect(await flawOf(bomb)).toBe("unzips_too_large");
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
  });

  it("a bomb that lies about its size", { timeout: 60_000 }, async () => {
    const bomb = deflateBomb(40 * 1024 * 1024);
    // The directory's claim of the unpacked size.
    const at = bomb.indexOf(Buffer.from("xl/worksheets/sheet1.xml"), bomb.length - 1000);
    bomb.writeUInt32LE(100, at - 46 + 24);
    expect(await flawOf(bomb)).toBe("unzips_too_large");
  });

  it("more than a limit, each by its name", async () => {
    const rows = Array.from({ length: 20 }, (_, index) => [`a${index}`, "b", "c"]);
    const columns = ["A", "B", "C"].map((header) => ({ header }));
    const file = writeXlsx([
      { name: "Satu", columns, rows },
      { name: "Dua", columns, rows },
    ]);
    const csv = Buffer.from(rows.map((row) => row.join(";")).join("\n"));
    expect(await flawOf(file)).toBe("ok");
    expect(await flawOf(file, { maxRows: 20 })).toBe("too_many_rows");
    expect(await flawOf(csv, { maxRows: 19 })).toBe("too_many_rows");
    expect(await flawOf(file, { maxColumns: 2 })).toBe("too_many_columns");
    expect(await flawOf(csv, { maxColumns: 2 })).toBe("too_many_columns");
    expect(await flawOf(file, { maxCells: 100 })).toBe("too_many_cells");
    expect(await flawOf(csv, { maxCells: 59 })).toBe("too_many_cells");
    expect(await flawOf(file, { maxCellLength: 2 })).toBe("cell_too_long");
    expect(await flawOf(csv, { maxCellLength: 2 })).toBe("cell_too_long");
    expect(await flawOf(file, { maxSheets: 1 })).toBe("too_many_sheets");
    expect(await flawOf(file, { maxEntries: 3 })).toBe("too_many_entries");
    expect(await flawOf(file, { maxBytes: 500 })).toBe("too_large");
    expect(await flawOf(file, { maxUnzippedBytes: 500 })).toBe("unzips_too_large");
  });

  it("a hundred thousand rows, as too many rows", async () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => [`Peserta ${index}`, "III/c"]);
    const columns = [{ header: "Nama" }, { header: "Gol" }];
    expect(await flawOf(writeXlsx([{ name: "Data", columns, rows }]))).toBe("too_many_rows");
  });

  it("a workbook altered anywhere is read the same, refused, or at least never a crash", async () => {
    const file = writeXlsx([
      { name: "Data", columns: [{ header: "Nama" }], rows: [["Budi"], ["Siti"]] },
    ]);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(file.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const altered = Buffer.from(file);
          altered[at] = (altered[at] ?? 0) ^ by;
          const flaw = await flawOf(altered);
          expect(flaw).toMatch(/^[a-z_]+$/);
        },
      ),
      { numRuns: 400 },
    );
  });
});

/** A workbook whose sheet is a row of nothing, over and over, as many bytes as wanted. */
function deflateBomb(bytes: number): Buffer {
  const blank = Buffer.alloc(bytes, "<row/>");
  const begin = Buffer.from("<worksheet><sheetData>");
  return workbook({ "xl/worksheets/sheet1.xml": Buffer.concat([begin, blank]) });
}

describe("a CSV", () => {
  const rows = [
    ["Nama", "Unit"],
    ["Déwi “A”", "Seksi; Satu"],
  ];
  it.each([
    ["UTF-8", "utf-8", Buffer.from('Nama;Unit\r\nDéwi “A”;"Seksi; Satu"\r\n')],
    ["UTF-8 with a mark", "utf-8", Buffer.from("\ufeffNama,Unit\nDéwi “A”,Seksi; Satu")],
    ["UTF-16", "utf-16le", Buffer.from("\ufeffNama\tUnit\nDéwi “A”\tSeksi; Satu\n", "utf16le")],
    [
      "UTF-16 without a mark",
      "utf-16le",
      Buffer.from("Nama\tUnit\nDéwi “A”\tSeksi; Satu\n", "utf16le"),
    ],
    [
      "UTF-16 the other way round",
      "utf-16be",
      Buffer.from("\ufeffNama\tUnit\nDéwi “A”\tSeksi; Satu\n", "utf16le").swap16(),
    ],
    [
      "Windows-1252",
      "windows-1252",
      Buffer.from('Nama;Unit\rD\xe9wi \x93A\x94;"Seksi; Satu"\r', "latin1"),
    ],
    ["Excel's own mark", "utf-8", Buffer.from("sep=,\r\nNama,Unit\r\nDéwi “A”,Seksi; Satu\r\n")],
  ])("in %s", async (_, encoding, bytes) => {
    const workbook = await read(bytes);
    expect(textsOf(workbook)).toEqual(rows);
    expect(workbook.text?.encoding).toBe(encoding);
  });

  it("keeps the numbers of lines through breaks within fields", async () => {
    const { sheets } = await read(Buffer.from('sep=;\na;"b\nc"\n\n;;\nd;e\n'));
    expect(sheets[0]?.rows.map(({ number }) => number)).toEqual([2, 6]);
  });

  it("takes texts that were kept from being rounded or run as what they are", async () => {
    const csv = Buffer.from("NIP;Kode;Catatan\n'198609262015051001;=\"007\";'=1+1\n");
    expect(textsOf(await read(csv))?.[1]).toEqual(["198609262015051001", "007", "=1+1"]);
  });

  it("of one column is one column", async () => {
    expect(textsOf(await read(Buffer.from("Nama\nBudi, S.Sos.\n")))).toEqual([
      ["Nama"],
      ["Budi, S.Sos."],
    ]);
  });
});

describe("rows that end with their last filled cell", () => {
  it("are divided, also where no two of them are equally long", async () => {
    const csv = Buffer.from("Nama;Jabatan;Unit, bagian;Catatan\nBudi;Kepala\n");
    expect(textsOf(await read(csv))).toEqual([
      ["Nama", "Jabatan", "Unit, bagian", "Catatan"],
      ["Budi", "Kepala"],
    ]);
  });

  it("of one column stay whole, whatever degrees somebody has", async () => {
    const csv = Buffer.from("Nama\nBudi, S.Sos., M.Si.\nSiti\n");
    expect(textsOf(await read(csv))).toEqual([["Nama"], ["Budi, S.Sos., M.Si."], ["Siti"]]);
  });
});

describe("deflated data that does not end", () => {
  it("is damage", async () => {
    const file = workbook({ "xl/worksheets/sheet1.xml": sheet("<row/>".repeat(500)) });
    const packed = deflateRawSync(Buffer.from(sheet("<row/>".repeat(500))));
    const at = file.indexOf(packed);
    expect(at).toBeGreaterThan(0);
    file.fill(0xff, at, at + packed.length);
    expect(await flawOf(file)).toBe("damaged");
  });
});
