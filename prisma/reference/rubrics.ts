import type { RubricDefinition, RubricLevel, RubricPurpose } from "@/lib/rubric/model";
import { stableId } from "@/prisma/seed/ids";
import { CLASSIFICATIONS } from "./classifications";

/**
 * The rubric library that every installation may choose from. Definitions of R1 and R2 restate the
 * regulation; scales, weights and anchors of R1, R4 and R7 are this product's own defaults.
 */

interface CriterionSeed {
  code: string;
  label: [id: string, en: string];
  definition: [id: string, en: string];
  weight: number;
  reverse?: boolean;
  mandatory?: boolean;
  levels: RubricLevel[];
}

export interface RubricSeed {
  code: string;
  name: [id: string, en: string];
  purpose: RubricPurpose;
  source: string;
  scale: { kind: "SCALE_1_5" | "YES_NO" | "LEVEL_0_3" | "SCALE_0_100"; min: number; max: number };
  weighting: "PERCENT" | "LEVEL_TIMES_WEIGHT" | "GATE" | "NONE";
  maxTotal?: number;
  criteria: CriterionSeed[];
}

function levels(from: number, texts: [id: string, en: string][]): RubricLevel[] {
  return texts.map(([id, en], index) => ({ value: from + index, label: { id, en } }));
}

const kipp: RubricSeed = {
  code: "kipp-2021",
  name: ["Lima kriteria inovasi pelayanan publik", "Five criteria of public service innovation"],
  purpose: "EVALUATION",
  source:
    "Peraturan Menteri PANRB Nomor 91 Tahun 2021 Pasal 3; skala, bobot, dan uraian tingkat disusun untuk aplikasi ini",
  scale: { kind: "SCALE_1_5", min: 1, max: 5 },
  weighting: "PERCENT",
  criteria: [
    {
      code: "novelty",
      label: ["Kebaruan", "Novelty"],
      definition: [
        "Memperkenalkan cara, pendekatan, kebijakan, atau desain pelaksanaan yang baru dan berbeda.",
        "Introduces a way of working, an approach, a policy or a delivery design that is new and different.",
      ],
      weight: 20,
      levels: levels(1, [
        ["Tidak terlihat: cara kerja sama dengan sebelumnya", "Not seen: works as it did before"],
        ["Lemah: diklaim baru, tanpa bukti pembeda", "Weak: claimed to be new, without proof"],
        ["Cukup: baru sebagian, bukti terbatas", "Fair: new in part, with some evidence"],
        [
          "Kuat: berbeda nyata, didukung dokumen dan data",
          "Strong: clearly different, shown by documents and data",
        ],
        [
          "Sangat kuat: perubahan sebelum–sesudah terbukti atau diakui pihak luar",
          "Very strong: before–after change proven or recognised by outsiders",
        ],
      ]),
    },
    {
      code: "effectiveness",
      label: ["Efektif", "Effectiveness"],
      definition: [
        "Menghasilkan keluaran nyata sesuai dengan tujuan pelayanan.",
        "Produces real outputs that match the purpose of the service.",
      ],
      weight: 20,
      levels: levels(1, [
        ["Tidak terlihat: keluaran tidak dapat ditunjukkan", "Not seen: no output can be shown"],
        ["Lemah: keluaran diklaim, tanpa bukti", "Weak: outputs claimed, without proof"],
        ["Cukup: keluaran ada, belum menyeluruh", "Fair: outputs exist, but not throughout"],
        [
          "Kuat: keluaran sesuai tujuan, ada dokumen dan data",
          "Strong: outputs meet the purpose, with documents and data",
        ],
        [
          "Sangat kuat: capaian sebelum–sesudah terukur atau diakui pihak luar",
          "Very strong: measured before and after, or recognised by outsiders",
        ],
      ]),
    },
    {
      code: "benefit",
      label: ["Bermanfaat", "Benefit"],
      definition: [
        "Berdampak pada peningkatan kualitas pelayanan publik yang dirasakan masyarakat.",
        "Raises the quality of public service in a way that people can feel.",
      ],
      weight: 20,
      levels: levels(1, [
        [
          "Tidak terlihat: pengguna tidak merasakan perubahan",
          "Not seen: users notice no difference",
        ],
        [
          "Lemah: manfaat disebut petugas, belum dari pengguna",
          "Weak: told by staff, not by users",
        ],
        ["Cukup: dirasakan sebagian pengguna", "Fair: felt by some of the users"],
        [
          "Kuat: dirasakan pengguna, ada data pendukung",
          "Strong: felt by users, with data to support it",
        ],
        [
          "Sangat kuat: dampak sebelum–sesudah terbukti atau diakui pihak luar",
          "Very strong: impact proven before and after, or recognised by outsiders",
        ],
      ]),
    },
    {
      code: "transferability",
      label: ["Mudah disebarkan", "Transferability"],
      definition: [
        "Mudah ditiru dan dikembangkan oleh penyelenggara pelayanan lain.",
        "Easy for other service providers to copy and develop further.",
      ],
      weight: 20,
      levels: levels(1, [
        [
          "Tidak terlihat: bergantung penuh pada keadaan setempat",
          "Not seen: depends wholly on local circumstances",
        ],
        [
          "Lemah: dapat ditiru menurut pengelola, tanpa pedoman",
          "Weak: said to be copyable, without a manual",
        ],
        ["Cukup: sebagian komponen dapat ditiru", "Fair: some of its components can be copied"],
        [
          "Kuat: pedoman tersedia dan syaratnya jelas",
          "Strong: there is a manual and the conditions are clear",
        ],
        [
          "Sangat kuat: sudah ditiru pihak lain dan berjalan",
          "Very strong: already copied elsewhere, and running",
        ],
      ]),
    },
    {
      code: "sustainability",
      label: ["Berkelanjutan", "Sustainability"],
      definition: [
        "Terus diterapkan dan dikembangkan dengan dukungan pemangku kepentingan dan masyarakat.",
        "Keeps being applied and developed, supported by stakeholders and the community.",
      ],
      weight: 20,
      levels: levels(1, [
        ["Tidak terlihat: berhenti atau hampir berhenti", "Not seen: stopped or about to stop"],
        [
          "Lemah: bergantung pada satu orang atau satu anggaran",
          "Weak: rests on one person or one budget",
        ],
        ["Cukup: berjalan, jaminan terbatas", "Fair: running, with limited safeguards"],
        [
          "Kuat: ada dasar hukum, anggaran, dan tim tetap",
          "Strong: legal basis, budget and a standing team",
        ],
        [
          "Sangat kuat: terus berkembang dan bertahan dari pergantian pejabat",
          "Very strong: keeps developing and has outlived changes of officials",
        ],
      ]),
    },
  ],
};

const YES_NO = levels(0, [
  ["Tidak", "No"],
  ["Ya", "Yes"],
]);

const gate: RubricSeed = {
  code: "pp38-gate",
  name: ["Syarat inovasi daerah", "Eligibility of a regional innovation"],
  purpose: "GATE",
  source: "Peraturan Pemerintah Nomor 38 Tahun 2017 Pasal 6",
  scale: { kind: "YES_NO", min: 0, max: 1 },
  weighting: "GATE",
  criteria: [
    {
      code: "renewal",
      label: ["Mengandung pembaharuan", "Contains something new"],
      definition: [
        "Seluruh atau sebagian unsurnya merupakan pembaharuan.",
        "All or some of its elements are new.",
      ],
      weight: 0,
      mandatory: true,
      levels: YES_NO,
    },
    {
      code: "benefit",
      label: ["Memberi manfaat", "Brings benefit"],
      definition: [
        "Memberi manfaat bagi daerah dan/atau masyarakat.",
        "Benefits the region, its people, or both.",
      ],
      weight: 0,
      mandatory: true,
      levels: YES_NO,
    },
    {
      code: "no-burden",
      label: ["Tidak membebani", "Imposes no undue burden"],
      definition: [
        "Tidak menimbulkan pembebanan atau pembatasan yang tidak sesuai dengan ketentuan.",
        "Causes no burden or restriction that regulations do not provide for.",
      ],
      weight: 0,
      mandatory: true,
      levels: YES_NO,
    },
    {
      code: "authority",
      label: ["Kewenangan daerah", "Within regional authority"],
      definition: [
        "Termasuk urusan pemerintahan yang menjadi kewenangan daerah.",
        "Belongs to the affairs for which the region is responsible.",
      ],
      weight: 0,
      mandatory: true,
      levels: YES_NO,
    },
    {
      code: "replicable",
      label: ["Dapat direplikasi", "Can be replicated"],
      definition: ["Dapat ditiru oleh daerah lain.", "Other regions are able to copy it."],
      weight: 0,
      mandatory: true,
      levels: YES_NO,
    },
  ],
};

const NONE: [string, string] = ["Belum ada", "None"];

function indicator(
  number: number,
  weight: number,
  label: [string, string],
  definition: [string, string],
  texts: [[string, string], [string, string], [string, string]],
  mandatory = false,
): CriterionSeed {
  return {
    code: `sid-${number}`,
    label,
    definition,
    weight,
    mandatory,
    levels: levels(0, [NONE, ...texts]),
  };
}

const iga: RubricSeed = {
  code: "iga-sid-2026",
  name: ["Indikator satuan inovasi daerah 2026", "Indicators of a regional innovation unit 2026"],
  purpose: "EVALUATION",
  source:
    "Katalog indikator Innovative Government Award 2026, mengutip Surat Kepala BSKDN Nomor 400.10.11/1887/BSKDN tanggal 29 April 2026; disalin dari dua salinan publik yang sama isinya, bukan dari suratnya",
  scale: { kind: "LEVEL_0_3", min: 0, max: 3 },
  weighting: "LEVEL_TIMES_WEIGHT",
  maxTotal: 111,
  criteria: [
    indicator(
      16,
      3,
      ["Regulasi inovasi daerah", "Legal basis"],
      [
        "Regulasi yang menetapkan inovasi daerah.",
        "The regulation that establishes the innovation.",
      ],
      [
        ["Keputusan Kepala Daerah atau atas nama Kepala Daerah", "Decision of the regional head"],
        ["Peraturan Kepala Daerah", "Regulation of the regional head"],
        ["Peraturan Daerah", "Regional regulation (Perda)"],
      ],
      true,
    ),
    indicator(
      17,
      2,
      ["Ketersediaan dan peran SDM", "Staff available"],
      ["Jumlah orang yang mengelola inovasi.", "Number of people who run the innovation."],
      [
        ["1–10 orang", "1–10 people"],
        ["11–30 orang", "11–30 people"],
        ["Lebih dari 30 orang", "More than 30 people"],
      ],
      true,
    ),
    indicator(
      18,
      2,
      ["Dukungan anggaran", "Budget support"],
      [
        "Anggaran inovasi dalam APBD; T-0 adalah tahun berjalan.",
        "The innovation's line in the regional budget; T-0 is the current year.",
      ],
      [
        ["Satu tahun", "One year"],
        ["Dua tahun berturut-turut", "Two years in a row"],
        ["T-0, T-1, dan T-2", "T-0, T-1 and T-2"],
      ],
    ),
    indicator(
      19,
      2,
      ["Alat kerja", "Tools of work"],
      ["Alat yang dipakai dalam pelaksanaan inovasi.", "Tools with which the innovation is run."],
      [
        ["Manual", "Manual"],
        ["Elektronik", "Electronic"],
        ["Daring atau kecerdasan buatan", "Online or artificial intelligence"],
      ],
    ),
    indicator(
      20,
      1,
      ["Bimbingan teknis inovasi", "Technical training"],
      [
        "Bimbingan teknis bagi pengelola dalam tiga tahun terakhir.",
        "Technical training of its staff within the last three years.",
      ],
      [
        ["Satu kali", "Once"],
        ["Dua kali", "Twice"],
        ["Tiga kali atau lebih", "Three times or more"],
      ],
    ),
    indicator(
      21,
      2,
      ["Integrasi dalam RKPD", "Integration in the annual plan"],
      [
        "Inovasi tercantum dalam Rencana Kerja Pemerintah Daerah.",
        "The innovation stands in the region's annual work plan (RKPD).",
      ],
      [
        ["T-1 atau T-2", "T-1 or T-2"],
        ["T-1 dan T-2", "T-1 and T-2"],
        ["T-0, T-1, dan T-2", "T-0, T-1 and T-2"],
      ],
    ),
    indicator(
      22,
      1,
      ["Keterlibatan aktor inovasi", "Actors involved"],
      [
        "Unsur pentaheliks yang terlibat dalam inovasi.",
        "How many kinds of actors (pentahelix) take part.",
      ],
      [
        ["Tiga unsur", "Three"],
        ["Empat unsur", "Four"],
        ["Lima unsur atau lebih", "Five or more"],
      ],
    ),
    indicator(
      23,
      1,
      ["Pelaksana inovasi daerah", "Appointed team"],
      ["Penetapan tim pelaksana inovasi.", "How the team that runs it was appointed."],
      [
        ["Ada pelaksana, tanpa surat keputusan", "A team without a decree"],
        ["Surat tugas kepala perangkat daerah", "Assignment by the head of the agency"],
        ["Keputusan Kepala Daerah", "Decree of the regional head"],
      ],
    ),
    indicator(
      24,
      1,
      ["Jejaring inovasi", "Network of agencies"],
      ["Jumlah perangkat daerah yang terlibat.", "Number of regional agencies involved."],
      [
        ["Dua perangkat daerah", "Two agencies"],
        ["Tiga sampai empat perangkat daerah", "Three or four agencies"],
        ["Lima perangkat daerah atau lebih", "Five agencies or more"],
      ],
    ),
    indicator(
      25,
      1,
      ["Sosialisasi inovasi daerah", "Publicity"],
      ["Cara inovasi diperkenalkan kepada masyarakat.", "How the public hears of it."],
      [
        ["Foto kegiatan", "Photographs of activities"],
        ["Media sosial atau media pemerintah daerah", "Social media or the region's own media"],
        ["Media di luar pemerintah daerah", "Media outside the government"],
      ],
    ),
    indicator(
      26,
      1,
      ["Pedoman teknis", "Technical manual"],
      ["Bentuk pedoman penggunaan inovasi.", "In which form the manual is available."],
      [
        ["Buku cetak", "Printed"],
        ["Berkas elektronik", "Electronic file"],
        ["Daring", "Online"],
      ],
    ),
    indicator(
      27,
      1,
      ["Kemudahan informasi layanan", "Access to information"],
      [
        "Jumlah kanal informasi layanan dari empat kanal yang dinilai.",
        "How many of four channels of information it offers.",
      ],
      [
        ["Satu kanal", "One channel"],
        ["Dua kanal", "Two channels"],
        ["Tiga kanal atau lebih", "Three channels or more"],
      ],
    ),
    indicator(
      28,
      2,
      ["Kemudahan proses", "Time to the result"],
      [
        "Waktu yang diperlukan untuk memperoleh hasil layanan.",
        "Time that it takes until the service is delivered.",
      ],
      [
        ["Enam hari atau lebih", "Six days or more"],
        ["Dua sampai lima hari", "Two to five days"],
        ["Satu hari", "One day"],
      ],
    ),
    indicator(
      29,
      1,
      ["Penyelesaian pengaduan", "Complaints resolved"],
      [
        "Bagian pengaduan yang ditindaklanjuti dalam setahun terakhir.",
        "Share of complaints resolved within the last year.",
      ],
      [
        ["Sampai 50 % atau tidak ada pengaduan", "Up to 50 % or no complaints"],
        ["51–90 %", "51–90 %"],
        ["91 % atau lebih", "91 % or more"],
      ],
    ),
    indicator(
      30,
      2,
      ["Layanan terintegrasi", "Integrated service"],
      ["Keterpaduan layanan.", "How far the service is integrated with others."],
      [
        ["Terpisah", "Separate"],
        ["Satu portal unit", "One portal of the unit"],
        ["Lintas unit", "Across units"],
      ],
    ),
    indicator(
      31,
      3,
      ["Replikasi", "Replication"],
      ["Berapa kali inovasi ditiru daerah lain.", "How often other regions have copied it."],
      [
        ["Satu kali", "Once"],
        ["Dua kali", "Twice"],
        ["Tiga kali", "Three times"],
      ],
    ),
    indicator(
      32,
      2,
      ["Kecepatan penciptaan inovasi", "Speed of creation"],
      ["Waktu yang diperlukan untuk menciptakan inovasi.", "Time that its creation took."],
      [
        ["Sembilan bulan atau lebih", "Nine months or more"],
        ["Lima sampai delapan bulan", "Five to eight months"],
        ["Satu sampai empat bulan", "One to four months"],
      ],
      true,
    ),
    indicator(
      33,
      3,
      ["Kemanfaatan inovasi", "Benefit"],
      [
        "Jumlah penerima manfaat, atau satu dasar ukur lain: bagian unit sasaran, efisiensi belanja, tambahan pendapatan, jumlah produk, atau tren positif.",
        "Number of beneficiaries, or one other basis: share of the units aimed at, savings, added revenue, number of products, or a positive trend.",
      ],
      [
        [
          "1–200 orang; atau 5–20 % unit sasaran, efisiensi belanja sampai 10 %, tambahan pendapatan di bawah 10 %, 1–100 produk, atau tren positif satu periode",
          "1–200 people; or 5–20 % of the units aimed at, savings up to 10 %, added revenue below 10 %, 1–100 products, or a positive trend for one period",
        ],
        [
          "201–500 orang; atau 20–50 % unit sasaran, efisiensi belanja 10–20 %, tambahan pendapatan 10–20 %, 101–200 produk, atau tren positif dua periode",
          "201–500 people; or 20–50 % of the units aimed at, savings of 10–20 %, added revenue of 10–20 %, 101–200 products, or a positive trend for two periods",
        ],
        [
          "501 orang atau lebih; atau lebih dari 50 % unit sasaran, efisiensi belanja 20–30 %, tambahan pendapatan 20 % atau lebih, lebih dari 200 produk, atau tren positif tiga periode",
          "501 people or more; or more than 50 % of the units aimed at, savings of 20–30 %, added revenue of 20 % or more, more than 200 products, or a positive trend for three periods",
        ],
      ],
      true,
    ),
    indicator(
      34,
      2,
      ["Monitoring dan evaluasi", "Monitoring and evaluation"],
      ["Cara inovasi dipantau dan dievaluasi.", "How it is monitored and evaluated."],
      [
        ["Laporan internal", "Internal report"],
        ["Survei kepuasan masyarakat", "Survey of users' satisfaction"],
        ["Pihak eksternal atau hasil kajian", "External party or a study"],
      ],
    ),
    indicator(
      35,
      4,
      ["Video inovasi daerah", "Video of the innovation"],
      ["Video yang memuat lima substansi inovasi.", "A video that covers five substances."],
      [
        ["Satu sampai dua unsur", "One or two of them"],
        ["Tiga sampai empat unsur", "Three or four of them"],
        ["Lima unsur", "All five"],
      ],
      true,
    ),
  ],
};

/** What can be asked and seen within a visit of two days. */
const SHORT_FORM = [16, 17, 18, 21, 27, 28, 31, 33];

const igaShort: RubricSeed = {
  ...iga,
  code: "iga-sid-2026-short",
  name: [
    "Delapan indikator inovasi daerah untuk kunjungan singkat",
    "Eight indicators of a regional innovation, for a short visit",
  ],
  source: `Delapan dari dua puluh indikator, dipilih untuk aplikasi ini dan bukan ketentuan. ${iga.source}`,
  maxTotal: 54,
  criteria: SHORT_FORM.flatMap((number) =>
    iga.criteria.filter(({ code }) => code === `sid-${number}`),
  ),
};

const DEGREES = levels(1, [
  ["Sangat rendah", "Very low"],
  ["Rendah", "Low"],
  ["Sedang", "Medium"],
  ["Tinggi", "High"],
  ["Sangat tinggi", "Very high"],
]);

function readiness(
  code: string,
  label: [string, string],
  definition: [string, string],
  reverse = false,
): CriterionSeed {
  return { code, label, definition, weight: 10, reverse, levels: DEGREES };
}

const transfer: RubricSeed = {
  code: "transfer-readiness",
  name: ["Kesiapan penerapan di unit sendiri", "Readiness to transfer to one's own unit"],
  purpose: "TRANSFER_READINESS",
  source:
    "Ciri inovasi menurut Rogers ditambah lima kesiapan unit; skala dan bobot disusun untuk aplikasi ini",
  scale: { kind: "SCALE_1_5", min: 1, max: 5 },
  weighting: "PERCENT",
  criteria: [
    readiness(
      "relative-advantage",
      ["Keuntungan relatif", "Relative advantage"],
      [
        "Seberapa jauh cara baru lebih baik daripada cara yang sekarang dipakai unit.",
        "How much better the new way is than what the unit does today.",
      ],
    ),
    readiness(
      "compatibility",
      ["Kesesuaian", "Compatibility"],
      [
        "Seberapa cocok dengan tugas, nilai, dan kebiasaan kerja unit.",
        "How well it fits the unit's mandate, values and habits of work.",
      ],
    ),
    readiness(
      "complexity",
      ["Kerumitan", "Complexity"],
      [
        "Seberapa sulit dipahami dan dijalankan; nilai tinggi berarti rumit dan menurunkan skor.",
        "How hard it is to understand and to run; a high value means complex and lowers the score.",
      ],
      true,
    ),
    readiness(
      "trialability",
      ["Kemudahan dicoba", "Trialability"],
      [
        "Seberapa mudah dicoba dahulu dalam lingkup kecil.",
        "How easily it can first be tried on a small scale.",
      ],
    ),
    readiness(
      "observability",
      ["Kemudahan diamati", "Observability"],
      [
        "Seberapa cepat hasilnya terlihat oleh pimpinan dan pengguna.",
        "How soon leaders and users can see the result.",
      ],
    ),
    readiness(
      "people",
      ["Kesiapan SDM", "Readiness of people"],
      [
        "Jumlah dan kemampuan pegawai yang akan menjalankan.",
        "Number and skills of the staff who will run it.",
      ],
    ),
    readiness(
      "budget",
      ["Kesiapan anggaran", "Readiness of budget"],
      [
        "Ketersediaan anggaran atau kemungkinan berjalan tanpa anggaran baru.",
        "Whether there is a budget, or it can run without a new one.",
      ],
    ),
    readiness(
      "regulation",
      ["Kesiapan regulasi", "Readiness of regulation"],
      [
        "Dukungan aturan yang ada dan kemudahan menyiapkan aturan yang kurang.",
        "Support by existing rules, and how easily missing ones can be made.",
      ],
    ),
    readiness(
      "technology",
      ["Kesiapan TIK", "Readiness of technology"],
      [
        "Perangkat, jaringan, dan dukungan teknis yang tersedia.",
        "Devices, network and technical support at hand.",
      ],
    ),
    readiness(
      "leadership",
      ["Dukungan pimpinan", "Leadership support"],
      [
        "Kesediaan pimpinan untuk memutuskan, melindungi, dan menindaklanjuti.",
        "Whether leaders are willing to decide, protect and follow up.",
      ],
    ),
  ],
};

/** One anchor for each of the bands that trainers are used to. */
function anchors(
  excellent: [string, string],
  good: [string, string],
  fair: [string, string],
  poor: [string, string],
  insufficient: [string, string],
): RubricLevel[] {
  return (
    [
      [50, insufficient],
      [65, poor],
      [75, fair],
      [85, good],
      [95, excellent],
    ] as const
  ).map(([value, [id, en]]) => ({ value, label: { id, en } }));
}

const work: RubricSeed = {
  code: "participant-work",
  name: ["Penilaian hasil kerja peserta", "Assessment of a participant's work"],
  purpose: "PARTICIPANT_WORK",
  source:
    "Tiga ukuran keberhasilan studi lapangan dalam modul LAN; bobot dan uraian tingkat disusun untuk aplikasi ini",
  scale: { kind: "SCALE_0_100", min: 0, max: 100 },
  weighting: "PERCENT",
  criteria: [
    {
      code: "lesson-learnt",
      label: ["Ketajaman pelajaran", "Sharpness of the lessons learnt"],
      definition: [
        "Pelajaran ditarik dari bukti di lokus dan menjelaskan sebab keberhasilan serta kendala.",
        "Lessons are drawn from evidence at the host and explain why things worked or did not.",
      ],
      weight: 30,
      levels: anchors(
        [
          "Tajam, berlandaskan bukti, mengungkap sebab yang tidak tampak di permukaan",
          "Sharp, grounded in evidence, reveals causes below the surface",
        ],
        ["Jelas dan berbukti, sebab utama terungkap", "Clear and evidenced, main causes found"],
        ["Cukup jelas, sebagian masih umum", "Fairly clear, general in part"],
        ["Deskriptif, sebab belum diuraikan", "Descriptive, causes not explained"],
        ["Menyalin paparan lokus", "Repeats the host's presentation"],
      ),
    },
    {
      code: "adoption-adaptation",
      label: ["Kualitas adopsi dan adaptasi", "Quality of adoption and adaptation"],
      definition: [
        "Pilihan yang dibawa pulang sesuai dengan keadaan unit sendiri dan perubahannya dijelaskan.",
        "What is taken home fits the own unit, and what is changed is explained.",
      ],
      weight: 30,
      levels: anchors(
        [
          "Sangat sesuai, penyesuaian dipikirkan sampai rinci dan dapat dijalankan",
          "Fits very well, adaptation thought through in detail and workable",
        ],
        ["Sesuai, penyesuaian dijelaskan", "Fits, and the adaptation is explained"],
        ["Cukup sesuai, penyesuaian masih garis besar", "Fits fairly, adaptation in outline only"],
        ["Kurang sesuai dengan keadaan unit", "Hardly fits the unit's circumstances"],
        ["Meniru tanpa penyesuaian", "Copies without adapting"],
      ),
    },
    {
      code: "strategy",
      label: [
        "Keunggulan strategi peningkatan pelayanan",
        "Strength of the strategy to improve service",
      ],
      definition: [
        "Rencana inovasi memuat sasaran, tahapan, dan pengelolaan risiko yang meningkatkan pelayanan.",
        "The innovation plan has targets, steps and risk management that raise the service.",
      ],
      weight: 25,
      levels: anchors(
        [
          "Strategi unggul, terukur, dan didukung pemangku kepentingan",
          "Outstanding, measurable and backed by stakeholders",
        ],
        ["Strategi baik dan terukur", "Good and measurable"],
        ["Strategi cukup, ukuran sebagian", "Fair, measurable in part"],
        ["Strategi umum, ukuran lemah", "General, weakly measured"],
        ["Belum tampak sebagai strategi", "Not recognisable as a strategy"],
      ),
    },
    {
      code: "completeness",
      label: ["Kelengkapan bukti dan ketepatan waktu", "Completeness of evidence and timeliness"],
      definition: [
        "Bukti pendukung lengkap dan setiap tahap diserahkan sesuai tenggat.",
        "Supporting evidence is complete and every stage is handed in on time.",
      ],
      weight: 15,
      levels: anchors(
        ["Lengkap dan selalu tepat waktu", "Complete and always on time"],
        ["Lengkap, keterlambatan kecil", "Complete, slightly late"],
        ["Hampir lengkap atau sekali terlambat", "Nearly complete, or late once"],
        ["Kurang lengkap atau beberapa kali terlambat", "Incomplete, or late several times"],
        ["Tidak lengkap dan terlambat", "Incomplete and late"],
      ),
    },
  ],
};

/** R1 to R7, in the order in which the library shows those of one purpose. */
export const RUBRIC_LIBRARY: readonly RubricSeed[] = [
  kipp,
  igaShort,
  iga,
  gate,
  transfer,
  work,
  ...CLASSIFICATIONS,
];

/** Id of a shipped version of a library rubric, e.g. `kipp-2021`. */
export function rubricVersionId(code: string, number = 1): string {
  return stableId(`rubric-version:${code}:${number}`);
}

export function criterionId(rubricCode: string, criterionCode: string, number = 1): string {
  return stableId(`criterion:${rubricCode}:${number}:${criterionCode}`);
}

/** A library rubric as plain data, as it is read back from the database. */
export function libraryRubric(code: string): RubricDefinition {
  const rubric = RUBRIC_LIBRARY.find((candidate) => candidate.code === code);
  if (!rubric) throw new Error(`no rubric ${code} in the library`);
  return {
    id: rubricVersionId(code),
    code,
    version: 1,
    scale: { ...rubric.scale, step: 1 },
    weighting:
      rubric.weighting === "LEVEL_TIMES_WEIGHT"
        ? { kind: rubric.weighting, maxTotal: rubric.maxTotal ?? 0 }
        : { kind: rubric.weighting },
    criteria: rubric.criteria.map((criterion) => ({
      id: criterionId(code, criterion.code),
      code: criterion.code,
      label: { id: criterion.label[0], en: criterion.label[1] },
      definition: { id: criterion.definition[0], en: criterion.definition[1] },
      weight: criterion.weight,
      reverse: criterion.reverse ?? false,
      mandatory: criterion.mandatory ?? false,
      levels: criterion.levels,
    })),
  };
}
