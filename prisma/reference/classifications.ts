import type { RubricSeed } from "./rubrics";

/**
 * Entries of the library that name rather than score: what kind of innovation one looks at, and
 * where in its life it stands. Nobody is scored with them; staff read them beside the rubrics.
 */

type Pair = [id: string, en: string];

function classification(
  code: string,
  name: Pair,
  source: string,
  kinds: readonly [code: string, label: Pair, definition: Pair][],
): RubricSeed {
  return {
    code,
    name,
    purpose: "CLASSIFICATION",
    source,
    scale: { kind: "YES_NO", min: 0, max: 1 },
    weighting: "NONE",
    criteria: kinds.map(([kind, label, definition]) => ({
      code: kind,
      label,
      definition,
      weight: 0,
      levels: [],
    })),
  };
}

const OPSI = "OECD OPSI";

const facets = classification(
  "opsi-facet",
  ["Empat wajah inovasi sektor publik", "Four facets of public sector innovation"],
  `${OPSI}, model segi inovasi sektor publik; terjemahan disusun untuk aplikasi ini`,
  [
    [
      "enhancement",
      ["Peningkatan", "Enhancement-oriented"],
      ["Bagaimana melakukan X dengan lebih baik?", "How might we do X better?"],
    ],
    [
      "mission",
      ["Berorientasi misi", "Mission-oriented"],
      ["Bagaimana mencapai X?", "How might we achieve X?"],
    ],
    [
      "adaptive",
      ["Adaptif", "Adaptive"],
      [
        "Keadaan berubah; bagaimana kita ikut berubah?",
        "Our situation has changed; how might we change with it?",
      ],
    ],
    [
      "anticipatory",
      ["Antisipatif", "Anticipatory"],
      [
        "Kemungkinan baru apa yang dapat mengubah X?",
        "What new possibilities could change what X is?",
      ],
    ],
  ],
);

const lifecycle = classification(
  "opsi-lifecycle",
  ["Daur hidup inovasi sektor publik", "Lifecycle of a public sector innovation"],
  `Istilah daur hidup inovasi ${OPSI}; uraian disusun untuk aplikasi ini`,
  [
    [
      "problems",
      ["Mengenali masalah", "Identifying problems"],
      ["Masalah dan peluang dipahami dari bukti.", "Problems and chances are read from evidence."],
    ],
    [
      "ideas",
      ["Menghasilkan gagasan", "Generating ideas"],
      ["Gagasan dikumpulkan dan disaring.", "Ideas are gathered and sifted."],
    ],
    [
      "proposals",
      ["Menyusun usulan", "Developing proposals"],
      [
        "Gagasan terpilih dirancang sampai dapat diputuskan.",
        "A chosen idea is worked out until it can be decided on.",
      ],
    ],
    [
      "implementation",
      ["Melaksanakan", "Implementing"],
      ["Usulan dijalankan dan disesuaikan.", "The proposal is carried out and adjusted."],
    ],
    [
      "evaluation",
      ["Mengevaluasi", "Evaluating"],
      ["Hasil dibandingkan dengan tujuan.", "Results are held against the purpose."],
    ],
    [
      "diffusion",
      ["Menyebarkan pelajaran", "Diffusing lessons"],
      [
        "Pelajaran dibagikan kepada pihak yang dapat memakainya.",
        "Lessons reach those who can use them.",
      ],
    ],
  ],
);

const LAN = "Istilah yang lazim dalam pelatihan LAN; uraian disusun untuk aplikasi ini";

const types = classification(
  "lan",
  ["Delapan jenis inovasi administrasi negara", "Eight kinds of innovation in administration"],
  LAN,
  [
    [
      "process",
      ["Proses", "Process"],
      ["Langkah kerja yang baru.", "New steps by which work is done."],
    ],
    [
      "method",
      ["Metode", "Method"],
      ["Cara atau teknik baru untuk mencapai hasil.", "A new way or technique to reach a result."],
    ],
    ["product", ["Produk", "Product"], ["Barang atau layanan baru.", "A new good or service."]],
    [
      "concept",
      ["Konseptual", "Conceptual"],
      [
        "Cara pandang baru terhadap masalah dan penyelesaiannya.",
        "A new view of a problem and its solution.",
      ],
    ],
    [
      "technology",
      ["Teknologi", "Technology"],
      ["Penggunaan teknologi baru dalam pekerjaan.", "New technology put to work."],
    ],
    [
      "structure",
      ["Struktur organisasi", "Organisational structure"],
      ["Susunan unit atau tugas yang baru.", "A new arrangement of units or tasks."],
    ],
    [
      "relations",
      ["Hubungan", "Relations"],
      ["Bentuk kerja sama baru dengan pihak lain.", "A new form of working together with others."],
    ],
    [
      "people",
      ["Sumber daya manusia", "Human resources"],
      ["Cara baru mengelola dan mengembangkan pegawai.", "A new way to manage and develop staff."],
    ],
  ],
);

const lab = classification(
  "lan-lab",
  ["Lima langkah laboratorium inovasi", "Five steps of the innovation laboratory"],
  LAN,
  [
    [
      "drum-up",
      ["Drum-up", "Drum-up"],
      ["Membangkitkan kemauan untuk berinovasi.", "Raising the will to innovate."],
    ],
    [
      "diagnose",
      ["Diagnose", "Diagnose"],
      ["Mengenali masalah dan gagasan perubahannya.", "Finding problems and ideas for change."],
    ],
    [
      "design",
      ["Design", "Design"],
      ["Merancang inovasi dan rencana aksinya.", "Designing the innovation and its plan."],
    ],
    [
      "deliver",
      ["Deliver", "Deliver"],
      ["Melaksanakan dan memantau inovasi.", "Carrying it out and following it."],
    ],
    [
      "display",
      ["Display", "Display"],
      ["Menunjukkan hasil kepada pihak lain.", "Showing the result to others."],
    ],
  ],
);

/** Asked before a case is told as an innovation at all. */
const caseTest: RubricSeed = {
  code: "opsi-case",
  name: ["Tiga syarat sebuah kasus inovasi", "Three conditions of an innovation case"],
  purpose: "GATE",
  source: `Istilah yang lazim pada pengumpulan kasus ${OPSI}; uraian disusun untuk aplikasi ini`,
  scale: { kind: "YES_NO", min: 0, max: 1 },
  weighting: "GATE",
  criteria: (
    [
      [
        "novel",
        ["Baru", "Novel"],
        ["Baru dalam konteks tempatnya dijalankan.", "New to the context in which it is run."],
      ],
      [
        "implemented",
        ["Dilaksanakan", "Implemented"],
        ["Sudah berjalan, bukan hanya gagasan.", "At work, not an idea only."],
      ],
      [
        "impact",
        ["Berdampak", "Impact"],
        ["Menghasilkan perubahan yang dapat ditunjukkan.", "Brings a change that can be shown."],
      ],
    ] as [string, Pair, Pair][]
  ).map(([code, label, definition]) => ({
    code,
    label,
    definition,
    weight: 0,
    mandatory: true,
    levels: [
      { value: 0, label: { id: "Tidak", en: "No" } },
      { value: 1, label: { id: "Ya", en: "Yes" } },
    ],
  })),
};

export const CLASSIFICATIONS: readonly RubricSeed[] = [facets, caseTest, lifecycle, types, lab];
