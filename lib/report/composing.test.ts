import { describe, expect, it, vi } from "vitest";
import { findingsManuscript, individualManuscript } from "@/lib/report/content";
import type { CohortFindings, IndividualReport, ReportedWork } from "@/lib/report/model";
import type { Manuscript } from "@/lib/typesetting/manuscript";
import { writePdf } from "@/lib/typesetting/write-pdf";
import {
  exampleEvaluation,
  exampleObstacles,
  exampleRubric,
  exampleTransferRubric,
} from "@/tests/support/documents";

/** What an individual report and an annex are made of, before they are set. */

// The words of the other language are loaded with the first that asks for them.
vi.setConfig({ testTimeout: 60_000 });

const approved = { state: "APPROVED", paused: false } as const;
const none = { state: "LOCKED", paused: false, approved: null } as const;

function work(more: Partial<ReportedWork> = {}): ReportedWork {
  return {
    innovation: { code: "SLRT", name: "Layanan Rujukan", owner: "Dinsos", region: "Kab. Bandung" },
    rubric: exampleRubric(),
    transferRubric: exampleTransferRubric(),
    stages: {
      EVALUATE: {
        ...approved,
        approved: { number: 2, decidedAt: new Date("2018-08-10T03:00:00Z") },
      },
      OBSTACLES: { state: "RETURNED", paused: false, approved: null },
      SOLUTION: { state: "LOCKED", paused: true, approved: null },
      PLAN: none,
    },
    evaluation: exampleEvaluation(),
    obstacles: null,
    solutions: null,
    plan: null,
    arrived: new Map(),
    ...more,
  };
}

const cohort = {
  id: "c",
  program: "Diklatpim IV",
  name: "Angkatan 1",
  regulationRef: "Perkalan LAN 20/2015",
  center: "Pusdiklat",
  timeZone: "Asia/Jakarta",
  gradeBands: [{ label: { id: "Memuaskan", en: "Satisfactory" }, min: 0 }],
  visits: [
    {
      hostRegionId: "h",
      hostName: "Kabupaten Bandung",
      mode: "ONSITE" as const,
      startsOn: "2018-08-06",
      endsOn: "2018-08-10",
    },
  ],
};

function report(more: Partial<IndividualReport> = {}): IndividualReport {
  return {
    participant: {
      name: "Peserta Contoh",
      number: { type: "NIP", text: "19860926 201505 1 001" },
      grade: "Penata (III/c)",
      position: "Kepala Subbagian",
      workUnit: "Umum",
      agency: "Kementerian Contoh",
      group: "Kelompok 1",
      facilitator: null,
      withdrawn: false,
    },
    cohort,
    sessions: [
      {
        id: "s",
        hostRegionId: "h",
        title: "Penerimaan",
        day: "2018-08-07",
        startsMinute: 540,
        endsMinute: 630,
        hostUnit: null,
        place: "Soreang",
        note: "",
        forAll: true,
        groups: [],
        speakers: [],
        version: 0,
        updatedAt: "2018-08-01T00:00:00Z",
      },
    ],
    marks: { s: "PRESENT" },
    works: [work()],
    names: { innovations: {}, agencies: {} },
    ...more,
  };
}

const headings = ({ blocks }: Manuscript, level: number) =>
  blocks.flatMap((block) =>
    block.kind === "heading" && block.level === level ? [block.text] : [],
  );
const said = (manuscript: Manuscript) => JSON.stringify(manuscript.blocks);

describe("the individual report", () => {
  it("has the customary chapters in their order, whatever is approved", async () => {
    for (const works of [[work()], [work(), work()]]) {
      expect(headings(await individualManuscript(report({ works }), "id"), 1)).toEqual([
        "BAB I – PENDAHULUAN",
        "BAB II – KEGIATAN",
        "BAB III – HASIL",
        "BAB IV – SIMPULAN DAN SARAN",
        "BAB V – PENUTUP",
        "LAMPIRAN",
      ]);
    }
  });

  it("says on its cover and in its place how each stage stands that is not approved", async () => {
    const text = said(await individualManuscript(report(), "id"));
    expect(text).toContain("Disetujui 10 Agustus 2018 (kiriman 2)");
    expect(text).toContain("Belum disetujui: Dikembalikan");
    expect(text).toContain("Belum disetujui: Dijeda");
    expect(text).toContain("Tahap ini belum disetujui (Terkunci)");
    expect(text).toContain("Laporan ini belum lengkap");
  });

  it("writes days, times and decimals as official letters do", async () => {
    const text = said(await individualManuscript(report(), "id"));
    expect(text).toContain("Selasa, 7 Agustus 2018");
    expect(text).toContain("09.00–10.30 WIB");
    expect(text).toMatch(/"\d{1,3},\d\d"/);
    expect(text).toContain("Hadir");
  });

  it("ends with room for one signature, the number under the name", async () => {
    const { blocks } = await individualManuscript(report(), "id");
    expect(blocks.filter(({ kind }) => kind === "signature")).toEqual([
      {
        kind: "signature",
        above: [expect.stringMatching(/^…+, …+ …+$/), "Peserta,"],
        name: "Peserta Contoh",
        number: "NIP 19860926 201505 1 001",
      },
    ]);
  });

  it("puts the most pressing obstacle first", async () => {
    const obstacles = exampleObstacles();
    const manuscript = await individualManuscript(report({ works: [work({ obstacles })] }), "id");
    const ranks = manuscript.blocks.flatMap((block) =>
      block.kind === "facts"
        ? block.facts.flatMap(({ label, text }) => (label === "Peringkat" ? [Number(text)] : []))
        : [],
    );
    expect(ranks.length).toBeGreaterThan(0);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  });

  it("speaks the other language where it is asked to, without a session and without photos", async () => {
    const english = await individualManuscript(report({ sessions: [], marks: {} }), "en");
    expect(english.language).toBe("en");
    expect(headings(english, 1)[0]).toBe("CHAPTER I – INTRODUCTION");
    expect(said(english)).toContain("The agenda of the visit has not been drawn up yet.");
  });
});

describe("the annex", () => {
  const innovation = {
    code: "SLRT",
    name: "Layanan Rujukan",
    owner: "Dinsos",
    region: "Kab. Bandung",
    works: 3,
    approved: { EVALUATE: 2, OBSTACLES: 1, SOLUTION: 0, PLAN: 0 },
    scores: [60, 90],
    strengths: Array.from({ length: 45 }, (_, index) => `Kekuatan ${index}`),
    obstacles: [
      { title: "Satu", category: "DATA", rootCause: "Akar", usgTotal: 12 },
      { title: "Dua", category: "DATA", rootCause: null, usgTotal: null },
      { title: "Tiga", category: "BUDGET", rootCause: null, usgTotal: null },
    ],
    solutions: [],
    plans: [{ title: "Rencana", acronym: "RCN", participant: "Peserta", agency: "KPU" }],
  } as const;
  const findings: CohortFindings = {
    cohort: { ...cohort, spreadThreshold: 15 },
    participants: 54,
    innovations: [innovation],
  };

  it("tells the mean and the spread, and when to talk about it", async () => {
    const text = said(await findingsManuscript(findings, "id"));
    expect(text).toContain("75,00");
    expect(text).toContain("21,21");
    expect(text).toContain("Simpangan melebihi 15");
    expect(text).toContain("Data & integrasi: 2; Anggaran: 1");
    expect(text).toContain("Rencana (RCN): Peserta, KPU");
  });

  it("holds so many of each list, and says how many more there are", async () => {
    const text = said(await findingsManuscript(findings, "id"));
    expect(text).toContain("Kekuatan 39");
    expect(text).not.toContain("Kekuatan 40");
    expect(text).toContain("Dan 5 lainnya");
  });

  it("says once what several said in the same words, how often, and that first", async () => {
    const strengths = ["Satu pintu", "Kader desa", "Kader desa"];
    const again = { ...findings, innovations: [{ ...innovation, strengths }] };
    const lists = (manuscript: Manuscript) =>
      manuscript.blocks.flatMap((block) => (block.kind === "list" ? [block.items] : []));
    expect(lists(await findingsManuscript(again, "id"))[0]).toEqual([
      "Kader desa (disebut 2 kali)",
      "Satu pintu",
    ]);
    expect(lists(await findingsManuscript(again, "en"))[0]).toContain("Kader desa (said 2 times)");
  });

  it("breaks no word at the head of its table", async () => {
    for (const locale of ["id", "en"] as const) {
      const manuscript = await findingsManuscript(findings, locale);
      const [head] = manuscript.blocks.flatMap((block) =>
        block.kind === "table" ? [block.columns] : [],
      );
      const bytes = await writePdf(manuscript, new Map(), new Date("2018-08-10T03:00:00Z"));
      const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
      const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
      const { items } = await (await document.getPage(1)).getTextContent();
      const lines = items.map((item) => ("str" in item ? item.str : "")).join("\n");
      expect(head?.reduce((sum, { share }) => sum + share, 0)).toBe(100);
      for (const word of head?.flatMap(({ header }) => header.split(" ")) ?? []) {
        expect(lines, word).toMatch(new RegExp(`(^|\\s)${word}(\\s|$)`));
      }
    }
  });

  it("is there for a cohort that has found nothing yet", async () => {
    const nothing = await findingsManuscript({ ...findings, innovations: [] }, "id");
    expect(nothing.blocks.length).toBeGreaterThan(5);
  });
});
