import { describe, expect, it, vi } from "vitest";
import { runsOf } from "./fonts";
import { type Block, cleanText, type Manuscript, pictureSize } from "./manuscript";
import { writeDocx } from "./write-docx";
import { writePdf } from "./write-pdf";

/** A manuscript becomes Word and PDF that say the same; what it says of reports, tests/integration holds. */

// What reads PDF is large, and loaded with the first of them.
vi.setConfig({ testTimeout: 60_000 });

const of = (blocks: readonly Block[]): Manuscript => ({
  title: "Judul",
  author: "Penulis",
  language: "id",
  footer: "Kaki halaman",
  blocks,
});

const pagesOf = (blocks: readonly Block[]) => textOf(of(blocks));

async function textOf(manuscript: Manuscript): Promise<string[]> {
  const bytes = await writePdf(manuscript, new Map(), new Date("2018-08-10T03:00:00Z"));
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => ("str" in item ? item.str : "")).join(" "));
  }
  return pages;
}

describe("a manuscript as PDF", () => {
  it("begins a page with every chapter, and numbers all of them", async () => {
    const pages = await pagesOf([
      { kind: "cover", size: "large", text: "LAPORAN" },
      { kind: "heading", level: 1, text: "BAB I" },
      { kind: "paragraph", text: "Satu" },
      { kind: "heading", level: 1, text: "BAB II" },
    ]);
    expect(pages).toHaveLength(3);
    expect(pages[1]).toContain("BAB I");
    expect(pages[1]).toContain("2 / 3");
    expect(pages[2]).toContain("Kaki halaman");
  });

  it("goes on with a cell on the next page, with the head of its table", async () => {
    const pages = await pagesOf([
      {
        kind: "table",
        columns: [
          { header: "Kepala", share: 50 },
          { header: "Isi", share: 50 },
        ],
        rows: [
          ["a", "kata ".repeat(2_000)],
          ["b", "akhir"],
        ],
      },
    ]);
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) expect(page).toContain("Kepala");
    expect(pages.join(" ").match(/kata/g)).toHaveLength(2_000);
    expect(pages.at(-1)).toContain("akhir");
  });

  it("numbers a long list without breaking a number, and marks a foot that is cut short", async () => {
    const items = Array.from({ length: 120 }, (_, index) => `Butir ${index + 1}`);
    const manuscript = {
      ...of([{ kind: "list", numbered: true, items }]),
      footer: `Kaki ${"halaman ".repeat(30)}`,
    };
    const pages = await textOf(manuscript);
    for (const number of [9, 10, 99, 120]) {
      expect(pages.join(" ")).toMatch(new RegExp(`(^| )${number}\\. +Butir ${number}( |$)`));
    }
    for (const page of pages) expect(page).toMatch(/halaman… +\d \/ \d/);
  });

  it("leaves no line in bold and no heading alone at the end of a page", async () => {
    for (let lines = 28; lines < 36; lines += 1) {
      const pages = await pagesOf([
        ...Array.from({ length: lines }, (): Block => ({ kind: "paragraph", text: "Baris" })),
        { kind: "heading", level: 2, text: "Bagian" },
        { kind: "heading", level: 3, text: "Pasal" },
        { kind: "paragraph", tone: "strong", text: "Tebal" },
        { kind: "paragraph", text: "Isinya" },
      ]);
      const [where] = pages.filter((page) => page.includes("Bagian"));
      expect(where, `after ${lines} lines`).toMatch(/Bagian +Pasal +Tebal +Isinya/);
    }
  });

  it("keeps a signature on one page", async () => {
    const lines = Array.from({ length: 42 }, (_, index) => `Baris ${index}`);
    const pages = await pagesOf([
      ...lines.map((text): Block => ({ kind: "paragraph", text })),
      { kind: "signature", above: ["Tempat, tanggal", "Peserta,"], name: "Nama", number: "NIP 1" },
    ]);
    const last = pages.at(-1) ?? "";
    for (const part of ["Tempat, tanggal", "Peserta,", "Nama", "NIP 1"])
      expect(last).toContain(part);
  });
});

describe("any text", () => {
  const strange =
    "a\u0000b\ud800c\u200b 漢字 ﷽ 😀 Ελ Привет Đặng Łódź → ≤ <w:t>&amp;\ttab\r\nbaris";

  it("is cleaned of what XML cannot hold, and of nothing else", () => {
    expect(cleanText(strange)).toBe(
      "abc\u200b 漢字 ﷽ 😀 Ελ Привет Đặng Łódź → ≤ <w:t>&amp;\ttab\nbaris",
    );
  });

  it("is drawn by the font that has it, or as a mark", () => {
    expect(runsOf("aΕя漢→", 400)).toEqual([
      { font: "latin-400", text: "a" },
      { font: "greek-400", text: "Ε" },
      { font: "cyrillic-400", text: "я" },
      { font: "latin-400", text: "\ufffd->" },
    ]);
    expect(runsOf("", 700)).toEqual([]);
  });

  it("becomes a document in either format", async () => {
    const blocks: Block[] = [
      { kind: "heading", level: 2, text: strange },
      { kind: "paragraph", text: strange },
      { kind: "list", numbered: true, items: [strange, ""] },
      { kind: "facts", facts: [{ label: strange, text: strange }] },
      { kind: "picture", key: "none", caption: strange },
    ];
    // Fonts change within the word: what reads it back finds its parts.
    expect((await pagesOf(blocks)).join("").replaceAll(" ", "")).toContain("Łódź");
    const word = await writeDocx(of(blocks), new Map());
    expect(word.subarray(0, 2).toString()).toBe("PK");
  });
});

describe("a picture", () => {
  it("is set within its box, as its sides are to each other", () => {
    const bytes = Buffer.alloc(0);
    expect(pictureSize({ bytes, width: 640, height: 320 })).toEqual({ width: 320, height: 160 });
    expect(pictureSize({ bytes, width: 260, height: 520 })).toEqual({ width: 130, height: 260 });
  });
});
