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

/** A remark of a facilitator on one place, and what the participant may answer. */
export interface Remark {
  field: string | null;
  texts: Wordings;
  replies?: Wordings;
}

export const REMARKS: Record<StageKind, readonly Remark[]> = {
  EVALUATE: [
    {
      field: "summary",
      texts: [
        "Simpulannya jernih. Pada tahap kendala, telusuri mengapa keadaan antartempat berbeda sejauh itu.",
        "Simpulan ini sudah memisahkan yang dilihat dari yang didengar. Pertahankan cara menulis seperti ini.",
        "Kalimat terakhir simpulan Anda menarik. Uraikan lagi ketika menyusun rencana inovasi.",
      ],
      replies: [
        "Terima kasih atas masukannya. Saya akan menelusurinya bersama narasumber besok pagi.",
        "Baik, saya catat untuk tahap berikutnya.",
      ],
    },
    {
      field: "strengths.0.text",
      texts: [
        "Kunci keberhasilan ini kuat. Apakah syaratnya juga ada pada unit Anda?",
        "Bila kunci keberhasilan ini tidak ada, apakah inovasinya tetap berjalan? Pikirkan untuk tahap berikutnya.",
        "Pengamatan yang tajam. Siapa yang paling berperan mewujudkannya?",
      ],
      replies: [
        "Sebagian ada. Dukungan pimpinan sudah, sedangkan pembagian tugasnya belum tertulis.",
        "Menurut narasumber, penggeraknya staf pelaksana; pimpinan memberi ruang.",
      ],
    },
    {
      field: "strengths.1.text",
      texts: [
        "Hal ini jarang disebut peserta lain. Baik untuk dibahas pada diskusi kelompok.",
        "Apakah ini kekuatan inovasinya atau kekuatan orangnya? Keduanya perlu dibedakan.",
      ],
      replies: [
        "Menurut saya orangnya; karena itu saya juga mencatatnya sebagai kemungkinan kendala.",
      ],
    },
    {
      field: "evidence.0.caption",
      texts: [
        "Kutipan yang tepat. Usahakan ada pembanding dari sisi pengguna pada kunjungan berikutnya.",
        "Kutipan ini lebih kuat daripada angka dalam paparan. Simpan untuk laporan kelompok.",
      ],
    },
    {
      field: "scores.0.note",
      texts: [
        "Alasan nilai ini sudah sesuai dengan uraian tingkat pada rubrik.",
        "Nilai dan alasannya sejalan. Bandingkan dengan rekan yang mengunjungi tempat lain.",
      ],
    },
    {
      field: "results.0.source",
      texts: [
        "Sumber angkanya disebut dengan jujur. Bila sempat, cocokkan dengan dokumen pengelola.",
        "Terima kasih telah menandai bahwa angka ini merupakan catatan Anda sendiri.",
      ],
    },
    {
      field: null,
      texts: [
        "Penilaian Anda berbeda cukup jauh dari rekan sekelompok. Tidak mengapa, asalkan buktinya kuat; bahas bersama pada diskusi malam.",
        "Evaluasi yang berimbang. Lanjutkan dengan kendala yang paling Anda yakini buktinya.",
        "Sudah baik. Perhatikan agar kendala nanti tidak melebar ke semua kriteria.",
      ],
      replies: [
        "Baik. Narasumber yang saya temui memang berbeda; catatannya saya bawa ke diskusi.",
        "Siap, saya batasi pada dua kendala yang buktinya paling lengkap.",
      ],
    },
  ],
  OBSTACLES: [
    {
      field: "obstacles.0.causes.0",
      texts: [
        "Rantai sebabnya runtut. Periksa sekali lagi apakah akar masalahnya berada dalam jangkauan pengelola.",
        "Setiap langkah sebab sudah menjawab pertanyaan mengapa. Baik sekali.",
      ],
      replies: [
        "Sudah saya periksa; akar masalahnya berada pada tata kerja yang dapat diubah pengelola.",
      ],
    },
    {
      field: "obstacles.0.description",
      texts: [
        "Fakta tersaji baik dan tidak tercampur dengan usulan.",
        "Uraian ini dapat dipahami orang yang tidak ikut berkunjung. Pertahankan.",
        "Tambahkan pada diskusi kelompok: apakah hal ini juga terjadi di tempat lain?",
      ],
      replies: ["Dua rekan menemukan hal serupa di tempat berbeda, jadi bukan kejadian tunggal."],
    },
    {
      field: "obstacles.0.usg",
      texts: [
        "Nilai USG masuk akal dan urutannya dapat dipertanggungjawabkan.",
        "Urutan prioritasnya sudah tepat; jelaskan secara lisan alasannya pada diskusi kelompok.",
      ],
    },
    {
      field: "obstacles.1.title",
      texts: [
        "Kendala kedua ini menarik karena juga dialami banyak instansi peserta. Simpan untuk bahan rencana.",
        "Rumusan kendala ini singkat dan jelas. Rumuskan yang lain dengan cara yang sama.",
      ],
    },
    {
      field: "obstacles.1.affected",
      texts: ["Pihak yang terdampak tepat. Apakah mereka sudah dimintai pendapat?"],
      replies: ["Sudah, dua orang, dan keduanya menyebut hal yang sama."],
    },
    {
      field: null,
      texts: [
        "Pemilihan kendala utama tepat. Pada tahap solusi, buat alternatif yang benar-benar berbeda, bukan variasi dari satu gagasan.",
        "Kendala di lokus dan di unit sendiri sudah dibedakan. Itu bekal yang baik untuk tahap solusi.",
        "Disetujui. Ingat bahwa lokus juga menunggu saran, bukan hanya catatan kekurangan.",
      ],
      replies: [
        "Siap. Saya akan menyandingkan cara yang memakai tenaga dengan cara yang menata alur.",
        "Terima kasih. Satu alternatif saya siapkan sebagai saran bagi lokus.",
      ],
    },
  ],
  SOLUTION: [
    {
      field: "groups.0.alternatives.0.description",
      texts: [
        "Penyesuaian terhadap keadaan unit Anda sudah tampak. Pertahankan pada rencana inovasi.",
        "Langkahnya jelas. Siapa yang akan menolak, dan mengapa?",
      ],
      replies: [
        "Kemungkinan petugas lama, karena catatannya menjadi terbuka. Saya siapkan pendekatannya.",
      ],
    },
    {
      field: "groups.0.alternatives.1.title",
      texts: [
        "Alternatif ini layak disimpan walaupun tidak dipilih.",
        "Alternatif ini dapat menjadi saran yang baik bagi lokus.",
      ],
    },
    {
      field: "groups.0.alternatives.0.mcnamara",
      texts: [
        "Tapisannya wajar. Pastikan biaya dihitung untuk satu tahun penuh.",
        "Nilai kelayakan ini sudah memperhitungkan pegawai yang ada. Baik.",
      ],
      replies: ["Baik, saya hitung ulang bersama bendahara unit."],
    },
    {
      field: null,
      texts: [
        "Alternatifnya berbeda satu sama lain dan pilihan akhirnya beralasan.",
        "Pilihan yang realistis. Pada tahap rencana, mulai dari yang dapat dikerjakan bulan depan.",
        "Tambahkan risiko pada saat pejabat berganti ketika menyusun rencana.",
      ],
      replies: [
        "Baik, akan saya tambahkan beserta pengelola cadangannya.",
        "Terima kasih. Tonggak pertamanya saya rancang tanpa anggaran.",
      ],
    },
  ],
  PLAN: [
    {
      field: "objectives.short",
      texts: [
        "Sasaran jangka pendek terukur dan masuk akal untuk dua bulan.",
        "Sasaran ini dapat dibuktikan pada seminar. Siapkan data awalnya sejak sekarang.",
      ],
      replies: ["Data awalnya saya minta kepada staf hari ini juga."],
    },
    {
      field: "stakeholders.0.strategy",
      texts: [
        "Strategi terhadap pimpinan sudah baik. Siapkan bahan satu halaman sebelum Anda kembali ke kantor.",
        "Pendekatan kepada atasan langsung jelas. Sepakati jadwal pertemuannya.",
      ],
      replies: ["Terima kasih. Bahannya sedang saya siapkan bersama mentor."],
    },
    {
      field: "milestones.0.output",
      texts: [
        "Keluaran tonggak pertama jelas sehingga mudah dibuktikan.",
        "Tonggak pertama ini menentukan. Pastikan penanggung jawabnya sudah diberi tahu.",
      ],
    },
    {
      field: "sustainability",
      texts: [
        "Keberlanjutannya tidak bergantung pada Anda seorang. Itu pelajaran penting dari kunjungan ini.",
      ],
    },
    {
      field: null,
      texts: [
        "Rencana ini layak dijadikan contoh bagi kelompok. Mohon kesediaannya memaparkan lima menit besok pagi.",
        "Rencana yang ringkas dan dapat dijalankan. Jaga agar cakupannya tidak melebar.",
        "Hubungan antara kendala, solusi, dan rencana terlihat jelas.",
      ],
      replies: [
        "Dengan senang hati, saya siapkan pokok-pokoknya.",
        "Terima kasih, saya akan menjaga cakupannya pada satu layanan lebih dahulu.",
      ],
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
