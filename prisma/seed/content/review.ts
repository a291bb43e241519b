import type { StageKind } from "@/lib/assignment/model";
import type { Wordings } from "./model";

/** What facilitators say about a submission, and how participants answer. */

export const INSTRUCTIONS: Wordings = [
  "Amati langsung di unit pengelola dan wawancarai paling sedikit satu pengguna layanan. Catat ucapan narasumber beserta perannya, tanpa nama penerima manfaat.",
  "Dahulukan bukti daripada kesan. Setiap nilai tertinggi harus dapat ditunjukkan buktinya, dan setiap kendala dituliskan sebagai fakta.",
  "Kerjakan berurutan. Kendala yang Anda temukan akan menjadi dasar solusi, dan solusi terpilih menjadi dasar rencana inovasi di unit Anda.",
  "Pelajari profil inovasi sebelum berkunjung, lalu cocokkan dengan keadaan di lapangan. Perbedaan antara keduanya justru yang paling berharga.",
  "Bagi tugas dengan rekan sekelompok agar narasumber tidak ditanya hal yang sama, tetapi tulislah penilaian Anda sendiri.",
  "Perhatikan hal yang dapat diterapkan pada unit kerja Anda. Foto tidak diperlukan pada tahap ini; kutipan dan tautan sudah cukup.",
];

export const SECOND_INNOVATION =
  "Penugasan tambahan sebagai pembanding. Kerjakan setelah penugasan pertama dan perhatikan perbedaan pola pengelolaannya.";

/** Why an assignment was given up. */
export const CANCEL_REASON =
  "Penugasan ganda: peserta sudah ditugasi inovasi lain dan kunjungannya berlangsung pada jam yang sama.";

/** Closing sentence of a summary, with the participant's own unit. */
export const SUMMARY_CLOSINGS: Wordings = [
  "Hal itu berkaitan langsung dengan {service} yang menjadi tugas {unit}.",
  "Temuan ini akan saya bandingkan dengan keadaan {unit}, terutama pada {record}.",
  "Sebagian di antaranya dapat diterapkan dalam {service} tanpa menunggu anggaran baru.",
  "Bagi {users}, perbaikan serupa akan terasa manfaatnya apabila dilakukan bertahap.",
  "Penerapannya pada {unit} memerlukan kesediaan {partner} untuk bekerja dengan cara yang sama.",
  "Saya menilai pelajaran ini layak dibahas bersama {superior} sebelum disusun menjadi rencana.",
  "Tantangannya ialah menyesuaikan dengan jumlah pegawai dan irama kerja {unit}.",
];

/** Why an alternative was chosen although another one scored higher. */
export const RATIONALES: Wordings = [
  "Nilainya sedikit di bawah alternatif lain, tetapi berada sepenuhnya dalam kewenangan {unit} dan dapat dimulai pada bulan ini.",
  "Alternatif dengan nilai tertinggi bergantung pada pihak lain; pilihan ini dapat dijalankan dengan pegawai {unit} yang ada.",
  "Dipilih karena langsung menyentuh akar masalah dan hasilnya lebih cepat dirasakan {users}, walaupun nilai tapisannya bukan yang tertinggi.",
  "Telah dibicarakan dengan {superior} dan dinilai paling mungkin didukung, sedangkan alternatif lain memerlukan persetujuan di luar unit.",
];

/** What a facilitator says about work that is good, to one stage; and what a participant answers. */
export const REMARKS: Record<
  StageKind,
  readonly { field: string | null; text: string; reply?: string }[]
> = {
  EVALUATE: [
    {
      field: "summary",
      text: "Simpulannya jernih. Pada tahap kendala, telusuri mengapa keadaan antartempat berbeda sejauh itu.",
      reply: "Terima kasih, Ibu/Bapak. Saya mencatatnya dan akan menelusurinya bersama narasumber.",
    },
    {
      field: "strengths.0.text",
      text: "Kunci keberhasilan ini kuat. Apakah syaratnya juga ada pada unit Anda?",
      reply: "Sebagian ada. Dukungan pimpinan sudah, sedangkan pembagian tugasnya belum tertulis.",
    },
    {
      field: "evidence.0.caption",
      text: "Kutipan yang tepat. Usahakan ada pembanding dari sisi pengguna pada kunjungan berikutnya.",
    },
    {
      field: "scores.0.note",
      text: "Alasan nilai ini sudah sesuai dengan uraian tingkat pada rubrik.",
    },
    {
      field: null,
      text: "Penilaian Anda berbeda cukup jauh dari rekan sekelompok. Tidak mengapa, asalkan buktinya kuat; bahas bersama pada diskusi malam.",
      reply: "Baik. Narasumber yang saya temui memang berbeda; catatannya saya bawa ke diskusi.",
    },
  ],
  OBSTACLES: [
    {
      field: "obstacles.0.causes.0",
      text: "Rantai sebabnya runtut. Periksa sekali lagi apakah akar masalahnya berada dalam jangkauan pengelola.",
      reply:
        "Sudah saya periksa; akar masalahnya berada pada tata kerja yang dapat diubah pengelola.",
    },
    {
      field: "obstacles.0.description",
      text: "Fakta tersaji baik dan tidak tercampur dengan usulan.",
    },
    {
      field: "obstacles.1.title",
      text: "Kendala kedua ini menarik karena juga dialami banyak instansi peserta. Simpan untuk bahan rencana.",
    },
    {
      field: null,
      text: "Pemilihan kendala utama tepat. Pada tahap solusi, buat alternatif yang benar-benar berbeda, bukan variasi dari satu gagasan.",
      reply: "Siap. Saya akan menyandingkan cara yang memakai tenaga dengan cara yang menata alur.",
    },
  ],
  SOLUTION: [
    {
      field: "groups.0.alternatives.0.description",
      text: "Penyesuaian terhadap keadaan unit Anda sudah tampak. Pertahankan pada rencana inovasi.",
    },
    {
      field: "groups.0.alternatives.0.risks",
      text: "Risikonya wajar. Tambahkan risiko pada saat pejabat berganti ketika menyusun rencana.",
      reply: "Baik, akan saya tambahkan beserta pengelola cadangannya.",
    },
    {
      field: null,
      text: "Alternatifnya berbeda satu sama lain dan pilihan akhirnya beralasan.",
    },
  ],
  PLAN: [
    {
      field: "objectives.short",
      text: "Sasaran jangka pendek terukur dan masuk akal untuk dua bulan.",
    },
    {
      field: "stakeholders.0.strategy",
      text: "Strategi terhadap pimpinan sudah baik. Siapkan bahan satu halaman sebelum Anda kembali ke kantor.",
      reply: "Terima kasih. Bahannya sedang saya siapkan bersama mentor.",
    },
    {
      field: "milestones.0.output",
      text: "Keluaran tonggak pertama jelas sehingga mudah dibuktikan.",
    },
    {
      field: null,
      text: "Rencana ini layak dijadikan contoh bagi kelompok. Mohon kesediaannya memaparkan lima menit besok pagi.",
      reply: "Dengan senang hati, saya siapkan pokok-pokoknya.",
    },
  ],
};

/** A remark in general on what was sent back. */
export const RETURN_CLOSINGS: Wordings = [
  "Mohon diperbaiki pada bagian yang ditandai; bagian lain sudah baik dan tidak perlu diubah.",
  "Perbaikannya tidak banyak. Kirim kembali hari ini agar tahap berikutnya dapat dimulai.",
  "Gagasan pokoknya sudah tepat; yang kurang ialah bukti dan kejelasannya.",
  "Bahas dengan rekan sekelompok bila perlu, lalu kirim kembali.",
];

/** Why an approval is taken back: in general, and at one place of the document. */
export const REOPEN_REASONS: Record<StageKind, { general: string; path: string; field: string }> = {
  EVALUATE: {
    general:
      "Setelah dibandingkan dengan penilaian rekan sekelompok pada tempat yang sama, nilai keberlanjutan perlu Anda tinjau kembali.",
    path: "scores.4.value",
    field:
      "Dua rekan Anda menemukan bahwa dasar hukumnya sudah ditetapkan. Periksa kembali dokumennya, lalu sesuaikan nilai atau alasannya.",
  },
  OBSTACLES: {
    general:
      "Pada diskusi kelompok terungkap bahwa kendala utama ini baru terjadi di satu tempat. Mohon tinjau kembali peringkatnya.",
    path: "obstacles.0.description",
    field:
      "Cocokkan uraian ini dengan catatan rekan yang berkunjung ke tempat lain, lalu perbaiki uraian dan nilai USG-nya.",
  },
  SOLUTION: {
    general:
      "Alternatif terpilih ternyata memerlukan kewenangan di luar unit Anda. Mohon tinjau kembali pilihannya.",
    path: "groups.0.alternatives.0.description",
    field: "Jelaskan bagian mana yang dapat dijalankan tanpa menunggu pihak lain.",
  },
  PLAN: {
    general: "Mentor meminta tonggak jangka pendek disesuaikan dengan jadwal kerja unit.",
    path: "milestones.0.title",
    field: "Sesuaikan tonggak pertama dengan jadwal yang disepakati bersama mentor.",
  },
};

/** Notes to the scores of a participant's work, by height. */
export const WORK_NOTES: Record<string, { good: Wordings; fair: Wordings }> = {
  "lesson-learnt": {
    good: [
      "Pelajaran ditarik dari bukti dan menjelaskan sebabnya, bukan hanya menceritakan kunjungan.",
      "Mampu membedakan yang dipaparkan pengelola dari yang benar-benar berjalan.",
      "Akar masalah terungkap dan dikaitkan dengan unit sendiri.",
    ],
    fair: [
      "Pelajaran sudah jelas, tetapi sebagian masih bersifat umum.",
      "Bukti cukup; penalaran sebab akibatnya dapat dipertajam.",
    ],
  },
  "adoption-adaptation": {
    good: [
      "Penyesuaian terhadap keadaan unit dipikirkan dengan baik dan dapat dijalankan.",
      "Memilih bagian yang perlu ditiru dan menjelaskan bagian yang sengaja ditinggalkan.",
    ],
    fair: [
      "Penyesuaian masih garis besar; peran mitra perlu dirinci.",
      "Pilihan yang dibawa pulang sesuai, tetapi perbedaannya dari lokus belum tegas.",
    ],
  },
  strategy: {
    good: [
      "Sasaran terukur, tahapannya masuk akal, dan risikonya dikelola.",
      "Pemangku kepentingan dipetakan dengan cermat dan tonggaknya dapat dibuktikan.",
    ],
    fair: [
      "Tahapan sudah ada; ukuran keberhasilan jangka panjang perlu diperjelas.",
      "Strategi baik, sedangkan pembagian peran tim masih perlu dilengkapi.",
    ],
  },
  completeness: {
    good: [
      "Seluruh tahap diserahkan tepat waktu dengan bukti yang lengkap.",
      "Bukti lengkap dan perbaikan dilakukan pada hari yang sama.",
    ],
    fair: [
      "Bukti lengkap, tetapi satu tahap melewati tenggat.",
      "Perlu satu kali pengembalian sebelum lengkap.",
    ],
  },
};
