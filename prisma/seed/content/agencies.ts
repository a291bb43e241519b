import type { AgencyCode } from "@/prisma/reference/catalogue";
import type { AgencyContent, ObstacleContent } from "./model";

/** Obstacles that a participant of any agency expects at home. */
const COMMON_OBSTACLES: readonly ObstacleContent[] = [
  {
    key: "own-two-people",
    category: "HUMAN_RESOURCES",
    tags: ["SUSTAINABILITY"],
    locus: "OWN_UNIT",
    titles: [
      "Pengelola {service} hanya satu dua orang",
      "Pengetahuan tentang {service} tertumpu pada sedikit pegawai",
      "Belum ada pengganti ketika pengelola {record} berhalangan",
    ],
    facts: [
      [
        "Pada {unit}, {service} dipahami menyeluruh oleh dua orang pegawai, sedangkan yang lain hanya mengerjakan sebagian.",
        "Hanya dua pegawai pada {unit} yang memahami {service} dari awal sampai akhir.",
      ],
      [
        "Ketika salah seorang bertugas ke luar kota, permintaan {users} menunggu sampai yang bersangkutan kembali.",
        "Pada saat keduanya berhalangan, permintaan {users} tertunda dan tidak ada catatan cara menanganinya.",
      ],
      [
        "Inovasi seperti {innovation} akan menambah pekerjaan pada orang yang sama apabila tidak disertai pengelola cadangan.",
        "Penerapan cara kerja baru seperti {innovation} berisiko berhenti apabila kedua pegawai itu dimutasi.",
      ],
    ],
    quotes: [],
    affected: ["{users} serta pegawai {unit}", "Pegawai {unit} dan {users} yang menunggu layanan"],
    response: [
      "Pembagian tugas diatur lisan dan belum dituangkan dalam panduan kerja.",
      "Pegawai lain sesekali diperbantukan, tetapi tanpa panduan tertulis.",
    ],
    usg: [4, 4, 4],
    causes: [
      [
        "Tugas diberikan kepada pegawai yang dianggap paling mampu dan terus demikian dari tahun ke tahun",
        "Pekerjaan selalu kembali kepada pegawai yang sudah berpengalaman",
      ],
      [
        "Pegawai lain tidak memperoleh kesempatan menjalankan {service} secara utuh",
        "Tidak ada pertukaran peran sehingga pegawai lain hanya mengetahui potongan pekerjaan",
      ],
      [
        "Panduan kerja yang dapat dipelajari sendiri belum pernah disusun",
        "Cara kerja tersimpan sebagai kebiasaan, bukan sebagai panduan",
      ],
      [
        "Penyusunan panduan dan kaderisasi tidak menjadi ukuran kinerja unit",
        "Kaderisasi belum menjadi tugas yang dinilai pimpinan",
      ],
    ],
    fishbone: [
      ["MAN", "Dua pegawai inti menangani hampir seluruh permintaan"],
      ["METHOD", "Panduan kerja tertulis belum tersedia"],
      ["MATERIAL", "Contoh kasus tersebar dalam surel pribadi"],
      ["ENVIRONMENT", "Mutasi terjadi tanpa masa serah terima"],
    ],
    own: [
      {
        theme: "HANDOVER",
        cause: 2,
        bridge: [
          "Pengalaman {innovation} memperlihatkan bahwa layanan yang bertumpu pada tokoh akan goyah ketika tokohnya berpindah.",
          "Pelajaran dari {innovation}: keberlanjutan ditentukan oleh panduan dan pengganti, bukan oleh semangat awal.",
        ],
      },
      {
        theme: "TASK_FORCE",
        cause: 3,
        bridge: [
          "Pembagian tanggung jawab seperti pada {innovation} mengurangi ketergantungan pada dua orang itu.",
          "Dengan membagi tanggung jawab sebagaimana pada {innovation}, beban dua orang itu dapat dikurangi.",
        ],
      },
    ],
  },
  {
    key: "own-scattered-channels",
    category: "PROCESS",
    tags: ["COMMUNITY"],
    locus: "OWN_UNIT",
    titles: [
      "Permintaan {users} masuk melalui banyak jalur",
      "Jalur masuk permintaan {service} belum tunggal",
      "Tidak ada satu catatan atas seluruh permintaan {users}",
    ],
    facts: [
      [
        "Permintaan {service} sampai kepada {unit} lewat surat, surel, telepon, dan pesan pribadi pegawai.",
        "{unit} menerima permintaan {service} dari surat resmi sampai pesan pribadi, dan masing-masing dicatat sendiri.",
      ],
      [
        "Tidak ada pegawai yang mengetahui jumlah seluruh permintaan yang sedang berjalan dan yang sudah melewati waktu wajar.",
        "Jumlah permintaan yang tertunda baru diketahui ketika ada yang mengeluh.",
      ],
      [
        "Keadaan ini akan menyulitkan penerapan pelajaran dari {innovation}, karena perbaikan tidak dapat diukur.",
        "Tanpa catatan tunggal, perbaikan yang ditiru dari {innovation} tidak dapat dibuktikan hasilnya.",
      ],
    ],
    quotes: [],
    affected: ["{users}", "{users} dan petugas {unit}"],
    response: [
      "Setiap petugas membuat catatan sendiri dan melaporkannya bila diminta.",
      "Rekap bulanan dibuat dari ingatan dan arsip surel.",
    ],
    usg: [4, 3, 4],
    causes: [
      [
        "Setiap petugas melayani pihak yang sudah dikenalnya",
        "Hubungan pribadi menjadi jalur tercepat bagi {users}",
      ],
      [
        "Jalur resmi dianggap lambat karena tidak memberi kepastian kapan dijawab",
        "Jalur resmi tidak memberi tanda terima maupun perkiraan waktu",
      ],
      [
        "Belum ada aturan bahwa semua permintaan harus memperoleh nomor",
        "Register bersama tidak pernah ditetapkan",
      ],
    ],
    fishbone: [
      ["METHOD", "Tidak ada register bersama dan nomor permintaan"],
      ["MAN", "Petugas merasa sungkan menolak permintaan lewat jalur pribadi"],
      ["MACHINE", "Surel bersama belum dipakai sebagai pintu resmi"],
      ["ENVIRONMENT", "{users} terbiasa menghubungi orang, bukan meja layanan"],
    ],
    own: [
      {
        theme: "ONE_DOOR",
        cause: 2,
        bridge: [
          "Dari {innovation} dapat diambil pelajaran bahwa satu pintu bekerja apabila ada penanggung jawab yang mengantar sampai selesai.",
          "{innovation} menunjukkan bahwa pencatatan tunggal mendahului semua perbaikan lain.",
        ],
      },
      {
        theme: "TRACKING",
        cause: 1,
        bridge: [
          "Sebagaimana terlihat pada {innovation}, kepastian waktu membuat pengguna percaya pada jalur resmi.",
          "Pengguna beralih ke jalur resmi apabila dapat melihat kemajuan permintaannya, seperti yang tampak pada {innovation}.",
        ],
      },
    ],
  },
];

export const AGENCY_CONTENT: Record<AgencyCode, AgencyContent> = {
  KEMENSOS: {
    name: "Kementerian Sosial",
    budgetSource: "APBN",
    instrument: "keputusan direktur atau kepala balai",
    legalNeeds: [
      "Surat keputusan pimpinan satuan kerja tentang tim dan prosedur kerja.",
      "Surat edaran pimpinan unit eselon II tentang tata cara kerja yang baru.",
      "Prosedur operasional baku yang disahkan pimpinan satuan kerja.",
    ],
    stakeholders: [
      {
        name: "Pimpinan unit eselon II",
        internal: true,
        influence: 5,
        interest: 4,
        attitude: "SUPPORTIVE",
        strategy: "Laporan satu halaman setiap bulan dan keputusan diminta pada tonggak utama.",
      },
      {
        name: "Biro Perencanaan",
        internal: true,
        influence: 4,
        interest: 2,
        attitude: "NEUTRAL",
        strategy:
          "Kaitan dengan indikator kinerja dijelaskan sejak awal agar masuk dalam revisi rencana kerja.",
      },
      {
        name: "Pusat Data dan Informasi Kesejahteraan Sosial",
        internal: true,
        influence: 4,
        interest: 3,
        attitude: "SUPPORTIVE",
        strategy: "Pengertian data disepakati bersama dan tidak dibuat pangkalan data baru.",
      },
      {
        name: "Dinas sosial daerah",
        internal: false,
        influence: 3,
        interest: 4,
        attitude: "SUPPORTIVE",
        strategy: "Dua daerah dilibatkan sejak uji coba dan masukannya dijawab tertulis.",
      },
      {
        name: "Pendamping dan relawan sosial",
        internal: false,
        influence: 2,
        interest: 5,
        attitude: "SUPPORTIVE",
        strategy: "Manfaat bagi pekerjaan lapangan ditunjukkan lebih dahulu daripada kewajibannya.",
      },
      {
        name: "Pegawai senior pada satuan kerja",
        internal: true,
        influence: 3,
        interest: 2,
        attitude: "OPPOSED",
        strategy: "Diminta menjadi penulis panduan dan pembimbing pegawai muda.",
      },
    ],
    beneficiaries: [
      "Dinas sosial kabupaten/kota",
      "Pegawai dan pendamping di lapangan",
      "Penerima manfaat program",
    ],
    milestones: [
      {
        term: "MEDIUM",
        title: "Usulan kegiatan dalam revisi rencana kerja satuan kerja",
        output: "Kegiatan tercantum dalam rencana kerja",
        evidence: "Petikan rencana kerja",
      },
      {
        term: "LONG",
        title: "Penyebaran cara kerja kepada satuan kerja atau balai lain",
        output: "Dua satuan kerja lain memakai cara kerja ini",
        evidence: "Surat pernyataan penerapan",
      },
    ],
    risks: [
      {
        text: "Revisi organisasi kementerian mengubah tugas unit di tengah pelaksanaan",
        mitigation: "Hasil diserahkan sebagai prosedur kerja yang dapat dialihkan ke unit penerima",
      },
      {
        text: "Daerah merasa memperoleh tambahan laporan dari pusat",
        mitigation: "Isian baru hanya dibuat dengan menghapus isian lama yang setara",
      },
    ],
    sustainability: [
      "Pembiayaan melekat pada anggaran rutin satuan kerja sehingga tidak menunggu kegiatan baru.",
      "Kesepakatan dengan dinas sosial daerah dituangkan dalam surat sehingga tetap berlaku ketika pejabat pusat berganti.",
    ],
    obstacles: [
      ...COMMON_OBSTACLES,
      {
        key: "own-central-data-gap",
        category: "DATA",
        tags: ["COORDINATION"],
        locus: "OWN_UNIT",
        titles: [
          "Data daerah dan data pusat pada {unit} tidak sejalan",
          "{record} belum bersambung dengan data daerah",
          "Perbedaan angka antara {unit} dan daerah berulang setiap tahun",
        ],
        facts: [
          [
            "{record} disusun dari kiriman daerah dengan format yang berlainan, sehingga angkanya berbeda dari yang dipegang daerah.",
            "Angka dalam {record} kerap berbeda dari angka daerah karena masa pengambilan dan pengertiannya tidak sama.",
          ],
          [
            "Perbedaan baru dibahas ketika ada pemeriksaan atau permintaan dari pimpinan.",
            "Setiap kali pimpinan meminta angka, {unit} harus menelepon daerah satu per satu untuk mencocokkan.",
          ],
          [
            "Pelajaran dari {innovation} sukar dipakai selama sumber datanya belum disepakati.",
            "Sebelum meniru {innovation}, penanggung jawab setiap isian perlu ditetapkan lebih dahulu.",
          ],
        ],
        quotes: [],
        affected: ["Dinas sosial daerah dan pimpinan {agency}", "{users} dan perencana program"],
        response: [
          "Rekonsiliasi dilakukan sekali setahun melalui rapat bersama.",
          "Pencocokan dilakukan lewat telepon dan surel menjelang laporan.",
        ],
        usg: [4, 4, 3],
        causes: [
          [
            "Setiap unit pusat meminta data dengan format sendiri",
            "Daerah menerima beberapa format isian dari unit pusat yang berbeda",
          ],
          [
            "Pengertian isian tidak pernah disepakati bersama daerah",
            "Belum ada kamus data yang dipakai pusat dan daerah",
          ],
          [
            "Tidak ada penanggung jawab yang namanya diketahui untuk tiap isian",
            "Penanggung jawab data di pusat berganti tanpa pemberitahuan kepada daerah",
          ],
          [
            "Pembakuan data belum menjadi tugas yang dinilai pada {unit}",
            "Mutu data tidak menjadi bagian dari perjanjian kinerja {unit}",
          ],
        ],
        fishbone: [
          ["MATERIAL", "Format isian berlainan antardaerah"],
          ["METHOD", "Rekonsiliasi hanya setahun sekali"],
          ["MAN", "Operator daerah kerap berganti"],
          ["MACHINE", "Berkas lembar kerja dikirim lewat surel"],
        ],
        own: [
          {
            theme: "DATA_STEWARD",
            cause: 2,
            bridge: [
              "Dari {innovation} terlihat bahwa keterisian saja tidak cukup; harus ada yang bertanggung jawab atas kebenarannya.",
              "{innovation} memberi pelajaran bahwa pengisi bersedia tertib apabila kirimannya dijawab.",
            ],
          },
          {
            theme: "TASK_FORCE",
            cause: 0,
            bridge: [
              "Forum lintas unit seperti pada {innovation} diperlukan agar permintaan data tidak berulang.",
              "Kebiasaan membahas angka bersama, sebagaimana di lokus, dapat mengurangi permintaan ganda.",
            ],
          },
        ],
      },
      {
        key: "own-budget-locked",
        category: "BUDGET",
        tags: ["REGULATION"],
        locus: "OWN_UNIT",
        titles: [
          "Anggaran {unit} sudah terkunci dalam rencana kerja tahun berjalan",
          "Belum tersedia anggaran untuk memperbaiki {service}",
          "Perubahan cara kerja {unit} tidak memiliki mata anggaran",
        ],
        facts: [
          [
            "Anggaran {unit} tahun berjalan telah terikat pada kegiatan rutin dan perjalanan dinas.",
            "Rincian anggaran {unit} disusun setahun sebelumnya sehingga gagasan baru tidak memiliki tempat.",
          ],
          [
            "Revisi anggaran memerlukan waktu beberapa bulan dan persetujuan berjenjang.",
            "Usulan revisi hanya dibuka pada waktu tertentu dan bersaing dengan kebutuhan lain.",
          ],
          [
            "Akibatnya, perbaikan {service} harus dimulai dengan sumber daya yang ada.",
            "Karena itu, pelajaran dari {innovation} hanya dapat dimulai dari bagian yang tidak memerlukan biaya.",
          ],
        ],
        quotes: [],
        affected: ["{unit} dan {users}", "Pengelola {service} pada {unit}"],
        response: [
          "Perbaikan kecil dilakukan dengan menyisipkannya pada kegiatan rutin.",
          "Usulan dicatat untuk rencana kerja tahun berikutnya.",
        ],
        usg: [3, 3, 3],
        causes: [
          [
            "Usulan perbaikan disampaikan setelah rencana kerja disahkan",
            "Gagasan baru muncul di luar jadwal penyusunan anggaran",
          ],
          [
            "Manfaat perbaikan tidak pernah dihitung sehingga kalah dari kegiatan rutin",
            "Tidak ada data yang menunjukkan penghematan dari perbaikan layanan",
          ],
          [
            "{unit} belum mencatat waktu dan biaya layanan yang sekarang",
            "Waktu penyelesaian dan biaya layanan tidak diukur",
          ],
        ],
        fishbone: [
          ["MONEY", "Anggaran terikat pada kegiatan rutin"],
          ["METHOD", "Jadwal usulan tidak selaras dengan munculnya gagasan"],
          ["MATERIAL", "Data biaya layanan tidak tersedia"],
        ],
        own: [
          {
            theme: "EARLY_CHECK",
            cause: 1,
            bridge: [
              "Bagian {innovation} yang tidak memerlukan biaya ialah penertiban syarat, dan dari sanalah perbaikan dapat dimulai.",
              "Seperti pada {innovation}, perbaikan dapat dimulai dari alur sebelum membeli alat.",
            ],
          },
          {
            theme: "TRACKING",
            cause: 2,
            bridge: [
              "Pengukuran waktu seperti pada {innovation} memberi alasan yang kuat dalam pembahasan anggaran.",
              "Data waktu layanan, sebagaimana disimpan {innovation}, menjadi dasar usulan anggaran tahun berikutnya.",
            ],
          },
        ],
      },
    ],
  },

  BELTIM: {
    name: "Pemerintah Kabupaten Belitung Timur",
    budgetSource: "APBD",
    instrument: "keputusan kepala dinas atau peraturan bupati",
    legalNeeds: [
      "Keputusan kepala perangkat daerah tentang tim dan prosedur layanan.",
      "Surat edaran sekretaris daerah kepada camat dan kepala desa.",
      "Rancangan peraturan bupati setelah uji coba dinilai berhasil.",
    ],
    stakeholders: [
      {
        name: "Kepala perangkat daerah",
        internal: true,
        influence: 5,
        interest: 4,
        attitude: "SUPPORTIVE",
        strategy: "Keputusan diminta sebelum uji coba dan hasilnya dilaporkan setiap bulan.",
      },
      {
        name: "Sekretaris Daerah",
        internal: false,
        influence: 5,
        interest: 2,
        attitude: "NEUTRAL",
        strategy:
          "Paparan sepuluh menit dengan data awal, disertai permohonan surat edaran kepada kecamatan.",
      },
      {
        name: "Dinas Komunikasi dan Informatika",
        internal: false,
        influence: 3,
        interest: 3,
        attitude: "SUPPORTIVE",
        strategy: "Kebutuhan teknis dibatasi dan disepakati sejak awal.",
      },
      {
        name: "Camat dan kepala desa",
        internal: false,
        influence: 3,
        interest: 4,
        attitude: "SUPPORTIVE",
        strategy: "Dua kecamatan menjadi tempat uji coba dan diberi peran dalam penilaian.",
      },
      {
        name: "Warga dan kelompok pengguna layanan",
        internal: false,
        influence: 2,
        interest: 5,
        attitude: "SUPPORTIVE",
        strategy: "Pendapat dikumpulkan pada awal, tengah, dan akhir uji coba.",
      },
      {
        name: "Perantara pengurusan layanan",
        internal: false,
        influence: 2,
        interest: 3,
        attitude: "OPPOSED",
        strategy: "Diberi penjelasan tentang alur baru dan biaya resmi yang berlaku.",
      },
    ],
    beneficiaries: [
      "Warga di kecamatan yang jauh dari ibu kota kabupaten",
      "Pemerintah desa",
      "Pegawai perangkat daerah",
    ],
    milestones: [
      {
        term: "SHORT",
        title: "Sosialisasi kepada camat dan kepala desa percontohan",
        output: "Kesediaan dua kecamatan percontohan",
        evidence: "Daftar hadir dan surat kesediaan",
      },
      {
        term: "LONG",
        title: "Pencantuman dalam rencana kerja pemerintah daerah",
        output: "Program tercantum dalam rencana kerja daerah",
        evidence: "Petikan dokumen rencana kerja",
      },
    ],
    risks: [
      {
        text: "Jaringan internet di sebagian desa terputus pada musim hujan",
        mitigation: "Formulir kertas cadangan disediakan dan dimasukkan setelah jaringan pulih",
      },
      {
        text: "Perubahan anggaran daerah menunda pengadaan perangkat",
        mitigation: "Tahap awal dirancang berjalan dengan perangkat yang sudah ada",
      },
    ],
    sustainability: [
      "Kegiatan diusulkan dalam rencana kerja perangkat daerah tahun berikutnya.",
      "Pemerintah desa dilibatkan sebagai pelaksana sehingga layanan tidak bergantung pada kantor kabupaten.",
    ],
    obstacles: [
      ...COMMON_OBSTACLES,
      {
        key: "own-archipelago",
        category: "GEOGRAPHY",
        tags: ["INFRASTRUCTURE", "TECHNOLOGY"],
        locus: "OWN_UNIT",
        titles: [
          "Desa yang jauh dan sinyal yang tidak merata menghambat {service}",
          "Jarak desa ke Manggar membuat {service} mahal bagi warga",
          "Sebagian desa Belitung Timur sukar dijangkau layanan daring",
        ],
        facts: [
          [
            "Beberapa desa pesisir berjarak lebih dari satu jam dari Manggar dan sinyalnya hanya baik pada titik tertentu.",
            "Jaringan di desa pesisir dan desa perkebunan tidak merata, sedangkan perjalanan ke Manggar memakan waktu setengah hari.",
          ],
          [
            "{users} menanggung biaya perjalanan yang kadang lebih besar daripada nilai layanannya.",
            "{users} menunda mengurus {service} sampai ada keperluan lain di Manggar.",
          ],
          [
            "Cara {innovation} di wilayah yang padat tidak dapat dipindahkan begitu saja ke daerah kepulauan.",
            "Apabila {innovation} ditiru tanpa penyesuaian, warga desa jauh justru tertinggal.",
          ],
        ],
        quotes: [],
        affected: ["Warga desa pesisir dan desa perkebunan", "{users} di kecamatan yang jauh"],
        response: [
          "Pelayanan keliling pernah dilakukan tanpa jadwal tetap.",
          "Perangkat desa kadang menitipkan berkas warga ketika ke Manggar.",
        ],
        usg: [4, 4, 3],
        causes: [
          [
            "Seluruh tahap {service} diselesaikan di kantor kabupaten",
            "Tahap awal dan akhir layanan sama-sama mengharuskan warga datang",
          ],
          [
            "Kantor desa dan kecamatan belum diberi peran dalam {service}",
            "Kewenangan penerimaan berkas belum dibagi kepada kecamatan",
          ],
          [
            "Belum ada panduan dan pelatihan bagi petugas desa",
            "Petugas desa belum dilatih karena dianggap bukan bagian dari layanan",
          ],
          [
            "Rancangan layanan disusun dengan ukuran warga ibu kota kabupaten",
            "Keadaan desa jauh tidak menjadi pertimbangan ketika alur layanan disusun",
          ],
        ],
        fishbone: [
          ["ENVIRONMENT", "Jarak antardesa dan sinyal yang tidak merata"],
          ["METHOD", "Tahap layanan terpusat di kabupaten"],
          ["MAN", "Petugas desa belum dilatih"],
          ["MONEY", "Biaya perjalanan ditanggung warga"],
        ],
        own: [
          {
            theme: "ASSISTED",
            cause: 0,
            bridge: [
              "{innovation} memperlihatkan manfaat layanan yang dekat dengan warga; di kepulauan, kedekatan itu harus didatangkan.",
              "Dari {innovation} dipetik pelajaran bahwa saluran daring perlu ditemani orang yang membantu.",
            ],
          },
          {
            theme: "FIELD_NET",
            cause: 1,
            bridge: [
              "Jejaring lapangan di lokus menunjukkan bahwa petugas desa mampu bila dibina menurut tingkatnya.",
              "Seperti ditunjukkan di lokus, titik layanan di desa hidup apabila dibina, bukan hanya diresmikan.",
            ],
          },
        ],
      },
      {
        key: "own-app-orphans",
        category: "TECHNOLOGY",
        tags: ["HUMAN_RESOURCES", "SUSTAINABILITY"],
        locus: "OWN_UNIT",
        titles: [
          "Aplikasi di daerah kami kerap berhenti setelah pembuatnya pergi",
          "Tenaga teknologi informasi daerah sedikit dan mudah berpindah",
          "Dukungan teknis untuk {service} tidak terjamin",
        ],
        facts: [
          [
            "Beberapa aplikasi perangkat daerah pernah dibuat oleh tenaga kontrak dan tidak dapat diubah setelah kontraknya selesai.",
            "Aplikasi yang dipesan dari luar pulau tidak disertai dokumen pengelolaan sehingga sukar dirawat.",
          ],
          [
            "Dinas yang menangani informatika memiliki sedikit pemrogram untuk melayani seluruh perangkat daerah.",
            "Permintaan perbaikan aplikasi menunggu giliran berminggu-minggu.",
          ],
          [
            "Meniru {innovation} dengan membuat aplikasi baru berisiko mengulang pengalaman itu.",
            "Karena itu, pelajaran dari {innovation} sebaiknya dimulai dari alur dan penanggung jawab.",
          ],
        ],
        quotes: [],
        affected: ["{unit} dan {users}", "Perangkat daerah pemilik aplikasi"],
        response: [
          "Aplikasi lama dipertahankan seadanya dengan bantuan pribadi pembuatnya.",
          "Pencatatan kembali ke lembar kerja ketika aplikasi terganggu.",
        ],
        usg: [3, 4, 4],
        causes: [
          [
            "Aplikasi dibuat sebagai proyek dan tidak direncanakan perawatannya",
            "Pengadaan aplikasi berhenti pada serah terima pekerjaan",
          ],
          [
            "Kode dan panduan pengelolaan tidak diserahkan kepada pemerintah daerah",
            "Dokumen teknis tidak disyaratkan dalam kontrak",
          ],
          [
            "Belum ada pengelola cadangan yang memahami aplikasi dan alur layanannya",
            "Hanya satu orang yang mengetahui cara menjalankan aplikasi",
          ],
        ],
        fishbone: [
          ["MACHINE", "Aplikasi tanpa dokumen pengelolaan"],
          ["MAN", "Pemrogram daerah sedikit dan mudah berpindah"],
          ["MONEY", "Biaya perawatan tidak dianggarkan"],
          ["METHOD", "Serah terima aplikasi tanpa daftar periksa"],
        ],
        own: [
          {
            theme: "HANDOVER",
            cause: 2,
            bridge: [
              "Di lokus pun aplikasi bertahan karena ada orang yang memahaminya; hal itu harus dituliskan.",
              "Pertanyaan pertama yang kami bawa dari {innovation} ialah siapa yang merawatnya setelah lima tahun.",
            ],
          },
          {
            theme: "EARLY_CHECK",
            cause: 0,
            bridge: [
              "Sebelum membuat aplikasi seperti {innovation}, syarat dan alurnya perlu dibereskan lebih dahulu.",
              "Pengalaman {innovation} menunjukkan bahwa alur yang rapi lebih menentukan daripada aplikasinya.",
            ],
          },
        ],
      },
    ],
  },

  KPU: {
    name: "KPU",
    budgetSource: "APBN",
    instrument: "keputusan sekretaris KPU",
    legalNeeds: [
      "Keputusan sekretaris tentang tim dan prosedur layanan di luar masa tahapan.",
      "Surat dinas kepada sekretariat di daerah tentang tata cara pengisian.",
    ],
    stakeholders: [
      {
        name: "Sekretaris KPU",
        internal: true,
        influence: 5,
        interest: 4,
        attitude: "SUPPORTIVE",
        strategy: "Persetujuan diminta sebelum tahapan dimulai dan kemajuan dilaporkan tiap bulan.",
      },
      {
        name: "Ketua dan anggota KPU",
        internal: true,
        influence: 5,
        interest: 2,
        attitude: "NEUTRAL",
        strategy:
          "Manfaat bagi kepercayaan publik dipaparkan dalam rapat pleno, tanpa mengubah jadwal tahapan.",
      },
      {
        name: "Badan pengawas pemilu",
        internal: false,
        influence: 3,
        interest: 4,
        attitude: "NEUTRAL",
        strategy:
          "Tata kerja dan batasan data dijelaskan sejak awal untuk menghindari salah paham.",
      },
      {
        name: "Dinas kependudukan",
        internal: false,
        influence: 4,
        interest: 3,
        attitude: "SUPPORTIVE",
        strategy: "Pertukaran data mengikuti perjanjian yang ada dan dibahas setiap bulan.",
      },
      {
        name: "Sekretariat KPU di daerah",
        internal: true,
        influence: 3,
        interest: 5,
        attitude: "SUPPORTIVE",
        strategy: "Dua daerah menjadi tempat uji coba dan turut menyusun panduan.",
      },
    ],
    beneficiaries: ["Pemilih", "Sekretariat KPU di daerah", "Peserta pemilu dan masyarakat"],
    milestones: [
      {
        term: "MEDIUM",
        title: "Penyesuaian dengan jadwal tahapan berikutnya",
        output: "Kalender kerja yang selaras dengan tahapan",
        evidence: "Kalender yang disetujui sekretaris",
      },
    ],
    risks: [
      {
        text: "Tahapan pemilihan menyita seluruh tenaga sehingga kegiatan tertunda",
        mitigation: "Tonggak utama diselesaikan sebelum tahapan dimulai",
      },
      {
        text: "Data pemilih dipakai di luar tujuan layanan",
        mitigation: "Akses dibatasi menurut jabatan dan dicatat setiap kali dibuka",
      },
    ],
    sustainability: [
      "Panduan disusun agar dapat dipakai lagi pada tahapan berikutnya oleh petugas yang berbeda.",
      "Irama kerja dipisahkan menjadi masa tahapan dan di luar tahapan sehingga tidak berhenti di tengah jalan.",
    ],
    obstacles: [
      ...COMMON_OBSTACLES,
      {
        key: "own-election-rhythm",
        category: "SUSTAINABILITY",
        tags: ["HUMAN_RESOURCES"],
        locus: "OWN_UNIT",
        titles: [
          "Irama tahapan membuat {service} hidup dan mati bergantian",
          "{service} ramai pada masa tahapan dan terlupakan sesudahnya",
          "Perbaikan {unit} berhenti setiap kali tahapan selesai",
        ],
        facts: [
          [
            "Pada masa tahapan {service} ditopang banyak tenaga sementara, sedangkan di luar tahapan hanya tersisa beberapa pegawai.",
            "Tenaga dan perhatian tercurah pada masa tahapan, lalu {service} kembali dikerjakan seadanya.",
          ],
          [
            "Catatan dan kebiasaan baik dari tahapan sebelumnya tidak diwariskan karena orangnya berganti.",
            "Setiap tahapan dimulai dengan menyusun ulang bahan yang sebenarnya pernah dibuat.",
          ],
          [
            "Cara kerja {innovation} yang berjalan sepanjang tahun sukar diterapkan tanpa mengatur irama itu.",
            "Pelajaran dari {innovation} akan hilang apabila hanya dipakai selama satu tahapan.",
          ],
        ],
        quotes: [],
        affected: ["{users} dan pegawai sekretariat", "{users}"],
        response: [
          "Laporan akhir tahapan disusun, tetapi jarang dibuka kembali.",
          "Bahan tahapan lama disimpan pada cakram milik perorangan.",
        ],
        usg: [3, 4, 4],
        causes: [
          [
            "Tenaga yang menjalankan layanan sebagian besar bersifat sementara",
            "Anggota badan ad hoc berganti pada setiap tahapan",
          ],
          [
            "Laporan akhir berisi kegiatan, bukan cara mengerjakan",
            "Pengalaman tahapan ditulis untuk pertanggungjawaban dan bukan untuk dipakai lagi",
          ],
          [
            "Tidak ada buku kerja yang dirawat di luar masa tahapan",
            "Pemeliharaan panduan tidak menjadi tugas siapa pun setelah tahapan selesai",
          ],
        ],
        fishbone: [
          ["MAN", "Tenaga sementara berganti setiap tahapan"],
          ["METHOD", "Laporan akhir tidak berbentuk panduan"],
          ["ENVIRONMENT", "Irama kerja mengikuti jadwal tahapan"],
        ],
        own: [
          {
            theme: "HANDOVER",
            cause: 2,
            bridge: [
              "{innovation} bertahan karena caranya dituliskan; kami memerlukan hal yang sama di antara dua tahapan.",
              "Dari lokus terlihat bahwa panduan yang dirawat lebih berguna daripada laporan akhir yang tebal.",
            ],
          },
          {
            theme: "FIELD_NET",
            cause: 0,
            bridge: [
              "Jejaring yang dibina sepanjang tahun seperti di lokus dapat menjembatani dua masa tahapan.",
              "Simpul tetap di daerah, sebagaimana dicontohkan lokus, menjaga pengalaman tahapan tetap hidup.",
            ],
          },
        ],
      },
      {
        key: "own-population-match",
        category: "COORDINATION",
        tags: ["DATA", "REGULATION"],
        locus: "OWN_UNIT",
        titles: [
          "{record} belum bertemu rutin dengan data instansi lain",
          "Pertukaran data {unit} dengan instansi lain menunggu surat",
          "Koordinasi {unit} dengan {partner} belum berjadwal",
        ],
        facts: [
          [
            "{record} dan data milik {partner} dibandingkan hanya ketika tahapan mengharuskannya.",
            "Pertemuan dengan {partner} terjadi apabila ada surat, sehingga perubahan kecil tidak pernah dibahas.",
          ],
          [
            "Akibatnya, {users} menemukan ketidaksesuaian lebih dahulu daripada {unit}.",
            "Ketidaksesuaian diketahui dari keluhan {users}, bukan dari pemeriksaan bersama.",
          ],
          [
            "Kebiasaan lintas instansi pada {innovation} belum ada pada {unit}.",
            "Pola koordinasi {innovation} memerlukan jadwal dan penanggung jawab yang belum dimiliki {unit}.",
          ],
        ],
        quotes: [],
        affected: ["{users}", "{users} dan {partner}"],
        response: [
          "Rapat koordinasi diadakan menjelang penetapan data.",
          "Petugas saling menghubungi secara pribadi apabila menemukan kejanggalan.",
        ],
        usg: [4, 3, 3],
        causes: [
          [
            "Koordinasi dipahami sebagai rapat, bukan sebagai pertukaran yang rutin",
            "Tidak ada jadwal tetap untuk membandingkan data",
          ],
          [
            "Penanggung jawab pada kedua pihak tidak ditetapkan",
            "Petugas penghubung berganti tanpa pemberitahuan",
          ],
          [
            "Belum ada kesepakatan tertulis tentang isi dan batas pertukaran data",
            "Batas data yang boleh dipertukarkan belum dirumuskan",
          ],
        ],
        fishbone: [
          ["METHOD", "Pertukaran data menunggu surat"],
          ["MAN", "Petugas penghubung belum ditetapkan"],
          ["MATERIAL", "Format data kedua pihak berbeda"],
        ],
        own: [
          {
            theme: "TASK_FORCE",
            cause: 1,
            bridge: [
              "Gugus kerja lintas perangkat di lokus membuktikan bahwa satu pemilik untuk satu ukuran mempercepat keputusan.",
              "Kebiasaan rapat singkat di lokus dapat ditiru tanpa menunggu perjanjian baru.",
            ],
          },
          {
            theme: "DATA_STEWARD",
            cause: 2,
            bridge: [
              "Wali data seperti di lokus memberi kepastian kepada siapa perbedaan harus ditanyakan.",
              "Pelajaran dari {innovation}: pertukaran data berjalan bila penanggung jawabnya jelas di kedua sisi.",
            ],
          },
        ],
      },
    ],
  },

  KASN: {
    name: "KASN",
    budgetSource: "APBN",
    instrument: "keputusan kepala sekretariat",
    legalNeeds: ["Keputusan kepala sekretariat tentang tata cara pelayanan dan tim pelaksana."],
    stakeholders: [
      {
        name: "Kepala sekretariat",
        internal: true,
        influence: 5,
        interest: 4,
        attitude: "SUPPORTIVE",
        strategy: "Dimintai keputusan pada setiap tonggak dan menerima laporan bulanan.",
      },
      {
        name: "Asisten komisioner",
        internal: true,
        influence: 4,
        interest: 4,
        attitude: "SUPPORTIVE",
        strategy: "Dilibatkan menyusun tahapan dan janji waktu agar dapat dijalankan.",
      },
      {
        name: "Komisioner",
        internal: true,
        influence: 5,
        interest: 2,
        attitude: "NEUTRAL",
        strategy: "Ringkasan manfaat bagi sistem merit disampaikan dalam rapat pimpinan.",
      },
      {
        name: "Badan kepegawaian instansi",
        internal: false,
        influence: 3,
        interest: 3,
        attitude: "NEUTRAL",
        strategy: "Uji coba dilakukan bersama tiga instansi yang bersedia.",
      },
    ],
    beneficiaries: ["Pelapor dan pegawai ASN", "Instansi pusat dan daerah"],
    milestones: [
      {
        term: "MEDIUM",
        title: "Uji terap bersama tiga instansi",
        output: "Catatan pengalaman tiga instansi",
        evidence: "Berita acara uji terap",
      },
    ],
    risks: [
      {
        text: "Identitas pelapor terungkap melalui catatan layanan",
        mitigation: "Catatan memakai nomor perkara dan akses dibatasi pada petugas yang berwenang",
      },
      {
        text: "Perubahan kelembagaan memindahkan tugas kepada instansi lain",
        mitigation: "Seluruh panduan disusun agar dapat diserahkan utuh kepada instansi penerima",
      },
    ],
    sustainability: [
      "Panduan disusun agar dapat diserahkan utuh apabila tugas beralih kepada lembaga lain.",
    ],
    obstacles: [
      ...COMMON_OBSTACLES,
      {
        key: "own-small-office",
        category: "LEADERSHIP",
        tags: ["HUMAN_RESOURCES", "CULTURE"],
        locus: "OWN_UNIT",
        titles: [
          "Perhatian pimpinan terbagi pada perkara sehingga {service} terpinggir",
          "{service} belum menjadi agenda rapat pimpinan",
        ],
        facts: [
          [
            "Rapat pimpinan membahas perkara satu per satu, sedangkan keadaan {service} tidak pernah ditampilkan.",
            "Pimpinan menerima laporan tentang perkara, tetapi tidak tentang lamanya {service} berlangsung.",
          ],
          [
            "Petugas {unit} menambal kekurangan dengan bekerja lebih lama pada akhir bulan.",
            "Kekurangan pada {service} ditutup dengan lembur petugas menjelang akhir bulan.",
          ],
          [
            "Kepedulian pimpinan seperti yang tampak pada {innovation} perlu dibangun dengan data yang ringkas.",
            "Di lokus, pimpinan peduli karena melihat angka; hal itu belum tersedia pada {unit}.",
          ],
        ],
        quotes: [],
        affected: ["{users}", "{users} dan petugas {unit}"],
        response: ["Laporan tahunan memuat jumlah layanan tanpa waktu penyelesaiannya."],
        usg: [3, 4, 3],
        causes: [
          [
            "Kinerja dinilai dari jumlah perkara yang diselesaikan",
            "Ukuran kinerja belum memuat waktu layanan",
          ],
          [
            "Waktu layanan tidak pernah dicatat per tahap",
            "Tidak ada catatan tahap yang dapat ditampilkan kepada pimpinan",
          ],
          [
            "{unit} belum menyepakati tahapan dan janji waktu {service}",
            "Tahapan {service} belum ditetapkan secara tertulis",
          ],
        ],
        fishbone: [
          ["METHOD", "Tahapan layanan belum tertulis"],
          ["MATERIAL", "Data waktu layanan tidak tersedia"],
          ["MAN", "Petugas terbatas dan merangkap tugas"],
        ],
        own: [
          {
            theme: "TRACKING",
            cause: 1,
            bridge: [
              "{innovation} menunjukkan bahwa angka yang terlihat setiap hari lebih berpengaruh daripada laporan tahunan.",
              "Dari {innovation} dipelajari bahwa janji waktu yang terbuka mengundang perhatian pimpinan.",
            ],
          },
          {
            theme: "TASK_FORCE",
            cause: 0,
            bridge: [
              "Papan ukuran bersama seperti di lokus membuat pimpinan membahas layanan, bukan hanya perkara.",
              "Kebiasaan membahas ukuran setiap bulan di lokus dapat ditiru dalam lingkup kecil.",
            ],
          },
        ],
      },
    ],
  },
};
