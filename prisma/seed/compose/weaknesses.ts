import type { StageKind } from "@/lib/assignment/model";
import type { Wordings } from "../content/model";
import type { Random } from "../random";
import type { Documents } from "./documents";
import { saidByFirst } from "./evaluation";

/**
 * What a facilitator sends back: a place where a document that keeps every rule is still weak, and
 * what is said about it. The first revision has it, the next one does not.
 */
export interface Weakness<Kind extends StageKind> {
  reasons: Wordings;
  /** The weakened document and the path of the weak place. */
  apply(document: Documents[Kind]): { document: Documents[Kind]; path: string };
}

export interface Weakened<Kind extends StageKind> {
  document: Documents[Kind];
  reasons: { fieldPath: string; text: string }[];
}

const EVALUATE: readonly Weakness<"EVALUATE">[] = [
  {
    reasons: [
      "Nilai setinggi ini perlu alasan dari pengamatan Anda sendiri. Sebutkan apa yang Anda lihat atau periksa, bukan hanya penjelasan petugas.",
      "Alasan nilai masih bersandar pada paparan. Tambahkan dokumen atau kejadian yang Anda periksa langsung.",
    ],
    apply(document) {
      const highest = Math.max(...document.scores.map(({ value }) => value));
      const index = document.scores.findIndex(({ value }) => value === highest);
      return {
        path: `scores.${index}.note`,
        document: {
          ...document,
          scores: document.scores.map((score, at) =>
            at === index
              ? {
                  ...score,
                  note: "Menurut penjelasan petugas, pelaksanaannya sudah berjalan sangat baik.",
                }
              : score,
          ),
        },
      };
    },
  },
  {
    reasons: [
      "Simpulan belum memuat pelajaran bagi unit Anda. Tuliskan satu hal yang berhasil, satu hal yang tidak, dan sebabnya.",
      "Simpulan masih dapat ditulis tanpa berkunjung. Kaitkan dengan apa yang Anda temukan di lokasi.",
    ],
    apply: (document) => ({
      path: "summary",
      document: {
        ...document,
        summary:
          "Inovasi ini sudah berjalan dengan baik dan bermanfaat bagi masyarakat. Semoga dapat terus dikembangkan serta menjadi contoh bagi daerah lain pada masa yang akan datang.",
      },
    }),
  },
  {
    reasons: [
      "Kunci keberhasilan ini terlalu umum. Dukungan seperti apa, dari siapa, dan apa akibatnya bila tidak ada?",
      "Rumusan ini berlaku untuk inovasi apa pun. Sebutkan hal yang khas dari inovasi yang Anda amati.",
    ],
    apply: (document) => ({
      path: "strengths.0.text",
      document: {
        ...document,
        strengths: document.strengths.map((strength, index) =>
          index === 0
            ? {
                ...strength,
                text: "Adanya dukungan pimpinan dan kerja sama yang baik antarpegawai.",
              }
            : strength,
        ),
      },
    }),
  },
  {
    reasons: [
      "Narasumber baru satu orang dari pihak pengelola. Tambahkan paling sedikit satu pengguna layanan.",
      "Mohon lengkapi narasumber dari sisi pengguna atau mitra agar penilaiannya berimbang.",
    ],
    apply: (document) => ({
      path: "sources",
      document: {
        ...document,
        sources: document.sources.slice(0, 1),
        evidence: saidByFirst(document),
      },
    }),
  },
];

const OBSTACLES: readonly Weakness<"OBSTACLES">[] = [
  {
    reasons: [
      "Uraian ini masih berupa usulan. Tuliskan fakta yang Anda temukan; usulannya disimpan untuk tahap solusi.",
      "Pisahkan kendala dari jalan keluarnya. Apa yang terjadi, di mana, dan siapa yang mengatakannya?",
    ],
    apply(document) {
      return {
        path: "obstacles.0.description",
        document: {
          obstacles: document.obstacles.map((obstacle, index) =>
            index === 0
              ? {
                  ...obstacle,
                  description:
                    "Perlu diadakan pelatihan dan penambahan anggaran agar hambatan ini dapat segera diatasi oleh pengelola di lapangan.",
                }
              : obstacle,
          ),
        },
      };
    },
  },
  {
    reasons: [
      "Rantai sebabnya berhenti terlalu cepat. Tanyakan “mengapa” sekali atau dua kali lagi sampai pada hal yang dapat diubah pengelola.",
      "Sebab terakhir ini masih gejala. Lanjutkan sampai akar masalah yang berada dalam jangkauan unit pengelola.",
    ],
    apply(document) {
      const index = Math.max(
        0,
        document.obstacles.findIndex(({ causes }) => causes.length > 2),
      );
      return {
        path: `obstacles.${index}.causes`,
        document: {
          obstacles: document.obstacles.map((obstacle, at) =>
            at === index ? { ...obstacle, causes: obstacle.causes.slice(0, 2) } : obstacle,
          ),
        },
      };
    },
  },
  {
    reasons: [
      "Pihak yang terdampak belum jelas. Sebutkan kelompoknya dan perkirakan seberapa luas.",
      "“Masyarakat” terlalu luas. Siapa yang paling merasakan kendala ini?",
    ],
    apply: (document) => ({
      path: "obstacles.0.affected",
      document: {
        obstacles: document.obstacles.map((obstacle, index) =>
          index === 0 ? { ...obstacle, affected: "Masyarakat" } : obstacle,
        ),
      },
    }),
  },
];

const SOLUTION: readonly Weakness<"SOLUTION">[] = [
  {
    reasons: [
      "Uraian solusi belum menjelaskan langkahnya. Siapa mengerjakan apa, dan bagian mana dari lokus yang ditiru?",
      "Solusi ini masih berupa judul. Jelaskan cara kerjanya sampai dapat dibayangkan orang yang tidak ikut berkunjung.",
    ],
    apply: (document) =>
      mendSelected(document, "description", (solution) => ({
        ...solution,
        description:
          "Menerapkan kegiatan yang sama seperti di lokus agar pelayanan pada unit kerja menjadi lebih baik.",
      })),
  },
  {
    reasons: [
      "Mitigasi “meningkatkan koordinasi” tidak dapat diperiksa. Tuliskan tindakan yang nyata beserta pelakunya.",
      "Mohon mitigasi risiko dirumuskan sebagai tindakan, bukan harapan.",
    ],
    apply: (document) =>
      mendSelected(document, "risks.0.mitigation", (solution) => ({
        ...solution,
        risks: solution.risks.map((risk, index) =>
          index === 0
            ? { ...risk, mitigation: "Meningkatkan koordinasi dengan pihak terkait." }
            : risk,
        ),
      })),
  },
  {
    reasons: [
      "Jumlah orang yang disebut belum masuk akal untuk pekerjaan ini. Periksa kembali dengan keadaan unit Anda.",
      "Apakah satu orang cukup untuk menjalankannya? Hitung kembali bersama rekan di unit Anda.",
    ],
    apply: (document) =>
      mendSelected(document, "resources.people", (solution) => ({
        ...solution,
        resources: { ...solution.resources, people: 1 },
      })),
  },
];

type SolutionItem = Documents["SOLUTION"]["groups"][number]["alternatives"][number];

/** Changes the selected alternative of the first group. */
function mendSelected(
  document: Documents["SOLUTION"],
  field: string,
  change: (solution: SolutionItem) => SolutionItem,
): { document: Documents["SOLUTION"]; path: string } {
  const index = Math.max(
    0,
    document.groups[0]?.alternatives.findIndex(({ isSelected }) => isSelected) ?? 0,
  );
  return {
    path: `groups.0.alternatives.${index}.${field}`,
    document: {
      groups: document.groups.map((group, at) =>
        at === 0
          ? {
              ...group,
              alternatives: group.alternatives.map((solution, place) =>
                place === index ? change(solution) : solution,
              ),
            }
          : group,
      ),
    },
  };
}

const PLAN: readonly Weakness<"PLAN">[] = [
  {
    reasons: [
      "Foto saja tidak membuktikan keluaran tonggak ini. Sebutkan dokumen yang akan diperiksa.",
      "Bukti yang diperlukan belum sesuai dengan keluarannya. Apa yang dapat ditunjukkan kepada penguji?",
    ],
    apply: (document) => ({
      path: "milestones.0.evidenceNeeded",
      document: {
        ...document,
        milestones: document.milestones.map((milestone, index) =>
          index === 0 ? { ...milestone, evidenceNeeded: "Foto kegiatan" } : milestone,
        ),
      },
    }),
  },
  {
    reasons: [
      "Sasaran jangka panjang belum terukur. Keadaan apa yang dapat dilihat orang setelah lebih dari satu tahun?",
      "Rumusan sasaran ini belum membedakan rencana Anda dari rencana lain. Mohon dipertajam.",
    ],
    apply: (document) => ({
      path: "objectives.long",
      document: {
        ...document,
        objectives: {
          ...document.objectives,
          long: "Meningkatnya kualitas pelayanan publik secara berkelanjutan.",
        },
      },
    }),
  },
  {
    reasons: [
      "Keberlanjutan tidak cukup diserahkan kepada pejabat berikutnya. Aturan, anggaran, atau peran apa yang menjaganya?",
      "Ingat pelajaran tentang mutasi. Apa yang membuat rencana ini tetap berjalan ketika Anda berpindah?",
    ],
    apply: (document) => ({
      path: "sustainability",
      document: {
        ...document,
        sustainability:
          "Kegiatan akan dilanjutkan oleh pejabat berikutnya sesuai dengan tugas dan fungsinya.",
      },
    }),
  },
  {
    reasons: [
      "Indikator keluaran ini belum dapat dihitung. Gunakan ukuran yang datanya tersedia pada unit Anda.",
      "Bagaimana angka ini akan diukur? Mohon indikatornya dirumuskan kembali.",
    ],
    apply: (document) => ({
      path: "outputs.0.indicator",
      document: {
        ...document,
        outputs: document.outputs.map((output, index) =>
          index === 0 ? { ...output, indicator: "Meningkatnya mutu layanan" } : output,
        ),
      },
    }),
  },
];

const WEAKNESSES: { [Kind in StageKind]: readonly Weakness<Kind>[] } = {
  EVALUATE,
  OBSTACLES,
  SOLUTION,
  PLAN,
};

/** A document with `count` weak places, and what is said about each. */
export function weaken<Kind extends StageKind>(
  kind: Kind,
  document: Documents[Kind],
  count: number,
  random: Random,
): Weakened<Kind> {
  const weaknesses: readonly Weakness<Kind>[] = WEAKNESSES[kind];
  return random.sample(weaknesses, count).reduce<Weakened<Kind>>(
    (weakened, weakness) => {
      const { document: next, path } = weakness.apply(weakened.document);
      const reason = { fieldPath: path, text: random.pick(weakness.reasons) };
      return { document: next, reasons: [...weakened.reasons, reason] };
    },
    { document, reasons: [] },
  );
}
