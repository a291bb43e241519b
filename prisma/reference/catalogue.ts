import type {
  Affair,
  AgencyType,
  AwardLevel,
  Confidence,
  InnovationForm,
  InnovationStage,
  InnovationType,
} from "@/lib/platform/generated/prisma/enums";
import { stableId } from "@/prisma/seed/ids";
import type { ReferenceRow } from "./write";

/**
 * The catalogue that every installation begins with: agencies, the founding region with its units,
 * its five innovations and its awards. Facts are told in our own words, each with the publication it
 * is from and how sure it is; what could not be confirmed is left out.
 */

export const AGENCY_CODES = ["KEMENSOS", "BELTIM", "KPU", "KASN"] as const;
export type AgencyCode = (typeof AGENCY_CODES)[number];

export const INNOVATION_CODES = ["SIPD", "SLRT", "KLA", "SAMIRINDU", "SILONCER"] as const;
export type InnovationCode = (typeof INNOVATION_CODES)[number];

const HOST_UNIT_CODES = [
  "BAPPEDA",
  "DINSOS",
  "DP2KBP3A",
  "DPMPTSP",
  "DISDUKCAPIL",
  "BKPSDM",
  "SETDA",
] as const;
type HostUnitCode = (typeof HOST_UNIT_CODES)[number];

export const HOST_REGION_ID = stableId("host-region:32.04");

export function agencyId(code: AgencyCode): string {
  return stableId(`agency:${code}`);
}
export function innovationId(code: InnovationCode): string {
  return stableId(`innovation:${code}`);
}
export function hostUnitId(code: HostUnitCode): string {
  return stableId(`host-unit:32.04:${code}`);
}

export const AGENCIES: Record<AgencyCode, { name: string; shortName: string; type: AgencyType }> = {
  KEMENSOS: {
    name: "Kementerian Sosial Republik Indonesia",
    shortName: "Kemensos",
    type: "MINISTRY",
  },
  BELTIM: {
    name: "Pemerintah Kabupaten Belitung Timur",
    shortName: "Pemkab Belitung Timur",
    type: "REGENCY",
  },
  KPU: { name: "Komisi Pemilihan Umum", shortName: "KPU", type: "LNS" },
  KASN: { name: "Komisi Aparatur Sipil Negara", shortName: "KASN", type: "LNS" },
};

const HOST_UNITS: Record<
  HostUnitCode,
  { name: string; shortName: string; laterName: string | null }
> = {
  BAPPEDA: {
    name: "Badan Perencanaan Pembangunan Daerah",
    shortName: "Bappeda",
    laterName: "Badan Perencanaan Pembangunan, Riset, dan Inovasi Daerah (Bapperida)",
  },
  DINSOS: { name: "Dinas Sosial", shortName: "Dinsos", laterName: null },
  DP2KBP3A: {
    name: "Dinas Pengendalian Penduduk, Keluarga Berencana, Pemberdayaan Perempuan, dan Perlindungan Anak",
    shortName: "DP2KBP3A",
    laterName: "DALDUKPPA",
  },
  DPMPTSP: {
    name: "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
    shortName: "DPMPTSP",
    laterName: null,
  },
  DISDUKCAPIL: {
    name: "Dinas Kependudukan dan Pencatatan Sipil",
    shortName: "Disdukcapil",
    laterName: null,
  },
  BKPSDM: {
    name: "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
    shortName: "BKPSDM",
    laterName: null,
  },
  SETDA: { name: "Sekretariat Daerah", shortName: "Setda", laterName: null },
};

interface FactSeed {
  text: string;
  source: string;
  confidence: Confidence;
}

interface InnovationSeed {
  name: string;
  unit: HostUnitCode;
  form: InnovationForm;
  type: InnovationType;
  stage: InnovationStage;
  summary: string;
  startedOn: string | null;
  affair: Affair;
  affairNote: string | null;
  confidence: Confidence;
  facts: FactSeed[];
  links?: { title: string; url: string }[];
}

const PRESS_SLRT = "Pemberitaan bandungkab.go.id, balebandung.com, dara.co.id, dan dejurnal.com";
const PRESS_KLA = "Pemberitaan satunews.id (23 Juli 2023) dan balebandung.com";
const PRESS_PLANNING = "Pemberitaan jabarprov.go.id, balebandung.com, dan Republika";
const PRESS_LICENSING = "Pemberitaan bipol.co tentang perizinan Kabupaten Bandung";
const FOUNDING_ARTICLE = "Jabar Ekspres, 7 Agustus 2018";

const INNOVATIONS: Record<InnovationCode, InnovationSeed> = {
  SIPD: {
    name: "Sistem Informasi Pembangunan Daerah",
    unit: "BAPPEDA",
    form: "GOVERNANCE",
    type: "DIGITAL",
    stage: "IMPLEMENTED",
    summary:
      "Satu basis data pembangunan yang diisi seluruh perangkat daerah dan dipakai Bappeda untuk menyusun, memeriksa, dan membuka data perencanaan. Bukan aplikasi SIPD-RI yang dikenal sekarang.",
    startedOn: null,
    affair: "SUPPORTING",
    affairNote: "Perencanaan pembangunan",
    confidence: "HIGH",
    facts: [
      {
        text: "Pada masa kunjungan, SIPD berarti Sistem Informasi Pembangunan Daerah menurut Permendagri 8/2014, berbeda dari SIPD-RI (Sistem Informasi Pemerintahan Daerah) yang datang kemudian.",
        source: "Pemberitaan jabarprov.go.id; Permendagri Nomor 8 Tahun 2014",
        confidence: "HIGH",
      },
      {
        text: "Kabupaten Bandung menempati Terbaik I kategori kabupaten pada Anugerah Satu Data Pembangunan Jawa Barat 2016.",
        source: PRESS_PLANNING,
        confidence: "HIGH",
      },
      {
        text: "Penilaian anugerah itu mengacu pada Permendagri 8/2014 dan melihat keterisian data, kepedulian pimpinan, serta kemudahan akses.",
        source: PRESS_PLANNING,
        confidence: "HIGH",
      },
      {
        text: "Pembukaan data bersandar pada Perda 12/2013 tentang keterbukaan informasi publik dan Perbup 49/2014.",
        source: PRESS_PLANNING,
        confidence: "HIGH",
      },
      {
        text: "Pengelolanya, Bappeda, kini bernama Bapperida.",
        source: "Pemberitaan bandungkab.go.id dan Jabar Ekspres (30 Maret 2022)",
        confidence: "HIGH",
      },
    ],
  },
  SLRT: {
    name: "SLRT Sabilulungan (Sistem Layanan dan Rujukan Terpadu)",
    unit: "DINSOS",
    form: "PUBLIC_SERVICE",
    type: "HYBRID",
    stage: "IMPLEMENTED",
    summary:
      "Satu pintu pengaduan dan rujukan bagi warga miskin dan rentan: Puskesos di desa dan kelurahan, fasilitator dan supervisor lapangan, serta kantor SLRT yang meneruskan kasus ke dinas yang berwenang.",
    startedOn: "16 November 2016",
    affair: "SOCIAL",
    affairNote: null,
    confidence: "HIGH",
    facts: [
      {
        text: "SLRT Sabilulungan dibentuk pada 16 November 2016.",
        source: PRESS_SLRT,
        confidence: "HIGH",
      },
      {
        text: "Penyelenggaraannya diperkuat dengan Perda Nomor 13 Tahun 2018.",
        source: PRESS_SLRT,
        confidence: "HIGH",
      },
      {
        text: "Jaringannya 280 Puskesos di 270 desa dan 10 kelurahan, dengan 280 fasilitator dan 31 supervisor.",
        source: PRESS_SLRT,
        confidence: "HIGH",
      },
      {
        text: "Termasuk enam terbaik dari 51 daerah penyelenggara SLRT dan disebut sebagai praktik baik oleh Kementerian Sosial.",
        source: PRESS_SLRT,
        confidence: "HIGH",
      },
      {
        text: "Menangani sekitar 1.500 kasus pada 2018 dan 1.000 kasus pada 2019; urusan kesehatan paling banyak.",
        source: PRESS_SLRT,
        confidence: "HIGH",
      },
      {
        text: "Kira-kira sepersepuluh Puskesos diberitakan berjalan di tempat; Puskesos dikelompokkan dalam tingkat 1 sampai 3.",
        source: PRESS_SLRT,
        confidence: "HIGH",
      },
      {
        text: "Rujukan bertumpu pada data terpadu (BDT, kemudian DTKS) yang perlu terus dimutakhirkan.",
        source: PRESS_SLRT,
        confidence: "HIGH",
      },
      {
        text: "Gedungnya sempat terbakar dan dibuka kembali pada 18 Januari 2021.",
        source: PRESS_SLRT,
        confidence: "HIGH",
      },
      {
        text: "Sumber memberi dua angka kunjungan yang tidak selaras, yaitu sekitar sepuluh orang per hari dan sekitar lima puluh per bulan; tanyakan angka yang berlaku saat kunjungan.",
        source: PRESS_SLRT,
        confidence: "LOW",
      },
    ],
  },
  KLA: {
    name: "Kabupaten Layak Anak",
    unit: "DP2KBP3A",
    form: "GOVERNANCE",
    type: "NON_DIGITAL",
    stage: "IMPLEMENTED",
    summary:
      "Sistem pembangunan berbasis hak anak yang digerakkan gugus tugas lintas perangkat daerah, dinilai dengan 24 indikator dalam kelembagaan dan lima klaster hak anak.",
    startedOn: null,
    affair: "OTHER_MANDATORY",
    affairNote: "Pemberdayaan perempuan dan pelindungan anak",
    confidence: "HIGH",
    facts: [
      {
        text: "Kabupaten Bandung berpredikat Pratama sejak 2017 dan bertahan pada predikat itu selama lima tahun.",
        source: PRESS_KLA,
        confidence: "HIGH",
      },
      {
        text: "Predikat Madya diraih pada 2023 dan kembali pada 2025.",
        source: PRESS_KLA,
        confidence: "HIGH",
      },
      {
        text: "Penilaian memakai 24 indikator: kelembagaan dan lima klaster hak anak.",
        source: "Pemberitaan satunews.id dan Open Data Kabupaten Blitar",
        confidence: "HIGH",
      },
      {
        text: "Rentang nilai yang berlaku 2022–2025: Pratama 500–600, Madya 601–700, Nindya 701–800, Utama 801–900, KLA 901–1000. Rentang yang berlaku pada 2018 tidak ditemukan.",
        source: "Pemberitaan satunews.id dan Open Data Kabupaten Blitar",
        confidence: "MEDIUM_HIGH",
      },
      {
        text: "Pengelolanya, DP2KBP3A, kemudian disebut DALDUKPPA.",
        source: PRESS_KLA,
        confidence: "HIGH",
      },
      {
        text: "Sumber menyebut lima predikat; yang tertinggi bernama KLA, dan sampai 2023 belum ada daerah yang mencapainya.",
        source: "Pemberitaan satunews.id dan Open Data Kabupaten Blitar",
        confidence: "MEDIUM_HIGH",
      },
      {
        text: "Selain tata kelola, program ini mencakup layanan bagi anak dan keluarga; bentuknya dalam katalog dicatat menurut yang utama.",
        source: "Catatan penyusun katalog",
        confidence: "MEDIUM",
      },
    ],
  },
  SAMIRINDU: {
    name: "Sabilulungan Sistem Informasi Perizinan Terpadu",
    unit: "DPMPTSP",
    form: "PUBLIC_SERVICE",
    type: "DIGITAL",
    stage: "IMPLEMENTED",
    summary:
      "Pengajuan dan pemrosesan izin secara daring di DPMPTSP, dari pendaftaran sampai izin terbit, dengan survei kepuasan yang diisi pemohon pada akhir layanan.",
    startedOn: "2017, daring sejak 2018",
    affair: "OTHER_MANDATORY",
    affairNote: "Penanaman modal",
    confidence: "MEDIUM_HIGH",
    facts: [
      {
        text: "Mulai dibangun pada 2017 dan melayani secara daring sejak 2018.",
        source: PRESS_LICENSING,
        confidence: "MEDIUM_HIGH",
      },
      {
        text: "Survei kepuasan diisi pemohon dan terlihat seketika; nilainya disebut di atas 80.",
        source: PRESS_LICENSING,
        confidence: "MEDIUM_HIGH",
      },
      {
        text: "Selama pandemi Covid-19 menjadi satu-satunya saluran permohonan izin.",
        source: PRESS_LICENSING,
        confidence: "MEDIUM_HIGH",
      },
      {
        text: "“Sabilulungan” berarti gotong royong dalam bahasa Sunda dan menjadi nama bersama beberapa layanan Kabupaten Bandung.",
        source: FOUNDING_ARTICLE,
        confidence: "HIGH",
      },
    ],
  },
  SILONCER: {
    name: "Sistem Layanan Online Cetak Sendiri",
    unit: "DPMPTSP",
    form: "PUBLIC_SERVICE",
    type: "DIGITAL",
    stage: "IMPLEMENTED",
    summary:
      "Pemohon mencetak sendiri dokumen izin yang telah terbit tanpa kembali ke loket. Layanan milik DPMPTSP, bukan layanan kependudukan.",
    startedOn: null,
    affair: "OTHER_MANDATORY",
    affairNote: "Penanaman modal",
    confidence: "MEDIUM",
    links: [
      {
        title: "Bangga dijadikan lokus Diklatpim (Jabar Ekspres, 7 Agustus 2018)",
        url: "https://jabarekspres.com/berita/2018/08/07/bangga-dijadikan-lokus-diklatpim",
      },
    ],
    facts: [
      {
        text: "Kepanjangannya Sistem Layanan Online Cetak Sendiri.",
        source: FOUNDING_ARTICLE,
        confidence: "MEDIUM",
      },
      {
        text: "Disebut bersama Samirindu oleh kepala DPMPTSP pada Januari 2021 sebagai aplikasi perizinan daring; layanan kependudukan punya aplikasi sendiri, Sakedap.",
        source: `${PRESS_LICENSING} (Januari 2021)`,
        confidence: "MEDIUM_HIGH",
      },
      {
        text: "Waktu peluncurannya belum ditemukan dalam sumber tertulis; tanyakan saat kunjungan.",
        source: "Catatan penyusun katalog",
        confidence: "LOW",
      },
      {
        text: "Pemohon mencetak sendiri dokumen yang sudah terbit.",
        source: FOUNDING_ARTICLE,
        confidence: "MEDIUM",
      },
    ],
  },
};

interface AwardSeed {
  name: string;
  level: AwardLevel;
  year: number;
  rank: string;
  giver?: string;
  note?: string;
  source: string;
  confidence: Confidence;
  innovation?: InnovationCode;
}

const KLA_GIVER = "Kementerian Pemberdayaan Perempuan dan Perlindungan Anak";

const PANGRIPTA_NOTE =
  "Untuk perencanaan pembangunan daerah, yang diurus Bappeda. Penghargaan ini kemudian berganti nama menjadi Penghargaan Pembangunan Daerah.";

const AWARDS: AwardSeed[] = [
  {
    name: "Anugerah Satu Data Pembangunan Jawa Barat",
    level: "PROVINCE",
    year: 2016,
    rank: "Terbaik I kategori kabupaten",
    note: "Dinilai dari keterisian data, kepedulian pimpinan, dan kemudahan akses.",
    source: PRESS_PLANNING,
    confidence: "HIGH",
    innovation: "SIPD",
  },
  {
    name: "Anugerah Pangripta Nusantara",
    level: "PROVINCE",
    year: 2015,
    rank: "Peringkat II",
    note: PANGRIPTA_NOTE,
    source: PRESS_PLANNING,
    confidence: "HIGH",
  },
  {
    name: "Anugerah Pangripta Nusantara",
    level: "PROVINCE",
    year: 2016,
    rank: "Inovasi Terbaik III",
    note: PANGRIPTA_NOTE,
    source: PRESS_PLANNING,
    confidence: "HIGH",
  },
  {
    name: "Anugerah Pangripta Nusantara",
    level: "PROVINCE",
    year: 2017,
    rank: "Dokumen Terbaik II",
    note: PANGRIPTA_NOTE,
    source: PRESS_PLANNING,
    confidence: "HIGH",
  },
  {
    name: "Penghargaan Pembangunan Daerah",
    level: "PROVINCE",
    year: 2019,
    rank: "Peringkat I",
    note: "Nama baru Anugerah Pangripta Nusantara, yang diurus Bappeda.",
    source: "Pemberitaan bandungkab.go.id",
    confidence: "HIGH",
  },
  ...[
    { year: 2017, rank: "Pratama" },
    { year: 2023, rank: "Madya" },
    { year: 2025, rank: "Madya" },
  ].map(
    ({ year, rank }): AwardSeed => ({
      name: "Penghargaan Kabupaten/Kota Layak Anak",
      level: "NATIONAL",
      year,
      rank,
      giver: KLA_GIVER,
      source: PRESS_KLA,
      confidence: "HIGH",
      innovation: "KLA",
    }),
  ),
];

/** Whatever stands before what hangs on it. */
export function referenceCatalogue(): ReferenceRow[] {
  return [
    ...AGENCY_CODES.map((code): ReferenceRow => {
      const { name, shortName, type } = AGENCIES[code];
      return {
        table: "agencies",
        id: agencyId(code),
        values: { name, short_name: shortName, type },
      };
    }),
    {
      table: "host_regions",
      id: HOST_REGION_ID,
      values: {
        name: "Pemerintah Kabupaten Bandung",
        short_name: "Kabupaten Bandung",
        type: "REGENCY",
        region_code: "32.04",
        capital: "Soreang",
      },
    },
    ...HOST_UNIT_CODES.map((code): ReferenceRow => {
      const { name, shortName, laterName } = HOST_UNITS[code];
      return {
        table: "host_units",
        id: hostUnitId(code),
        values: {
          host_region_id: HOST_REGION_ID,
          name,
          short_name: shortName,
          later_name: laterName,
        },
      };
    }),
    ...INNOVATION_CODES.flatMap(innovationRows),
    ...AWARDS.map((award): ReferenceRow => {
      const { innovation, name, level, year, rank, giver, note, source, confidence } = award;
      return {
        table: "awards",
        id: stableId(`award:${name}:${level}:${year}`),
        values: {
          host_region_id: HOST_REGION_ID,
          innovation_id: innovation ? innovationId(innovation) : null,
          name,
          level,
          year,
          rank,
          giver: giver ?? null,
          note: note ?? null,
          source,
          confidence,
        },
      };
    }),
  ];
}

function innovationRows(code: InnovationCode, index: number): ReferenceRow[] {
  const { name, unit, form, type, stage, summary, ...rest } = INNOVATIONS[code];
  const { startedOn, affair, affairNote, confidence, facts, links = [] } = rest;
  return [
    {
      table: "innovations",
      id: innovationId(code),
      values: {
        host_region_id: HOST_REGION_ID,
        host_unit_id: hostUnitId(unit),
        code,
        name,
        form,
        type,
        stage,
        summary,
        started_on: startedOn,
        affair,
        affair_note: affairNote,
        confidence,
        sort_order: index + 1,
      },
    },
    ...facts.map(
      ({ text, source, confidence }, at): ReferenceRow => ({
        table: "innovation_facts",
        id: stableId(`fact:${code}:${at}`),
        values: {
          innovation_id: innovationId(code),
          text,
          source,
          confidence,
          sort_order: at + 1,
        },
      }),
    ),
    ...links.map(
      ({ title, url }, at): ReferenceRow => ({
        table: "innovation_links",
        id: stableId(`link:${code}:${at}`),
        values: { innovation_id: innovationId(code), title, url, sort_order: at + 1 },
      }),
    ),
  ];
}
