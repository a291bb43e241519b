import type { InnovationContent } from "./model";

/** What the demo's participants saw of the child-friendly regency. Made up for the demo. */
export const KLA: InnovationContent = {
  code: "KLA",
  shortName: "Kabupaten Layak Anak",
  essence: "menggerakkan gugus tugas lintas perangkat daerah dengan indikator hak anak",
  sources: [
    {
      role: "Kepala bidang pemenuhan hak anak",
      unit: "DP2KBP3A Kabupaten Bandung",
      type: "LEADER",
    },
    { role: "Sekretariat gugus tugas", unit: "DP2KBP3A Kabupaten Bandung", type: "STAFF" },
    { role: "Perencana bidang sosial budaya", unit: "Bappeda Kabupaten Bandung", type: "OFFICIAL" },
    { role: "Kepala puskesmas", unit: "Puskesmas ramah anak yang dikunjungi", type: "OFFICIAL" },
    { role: "Guru pendamping", unit: "Sekolah ramah anak yang dikunjungi", type: "PARTNER" },
    { role: "Pendamping forum anak", unit: "Forum Anak Daerah", type: "PARTNER" },
    { role: "Orang tua murid", unit: "Sekolah yang dikunjungi", type: "USER" },
    { role: "Kader PATBM", unit: "Desa yang dikunjungi", type: "PARTNER" },
  ],
  quotes: {
    novelty: [
      "“Anak-anak diajak bicara dalam musrenbang, bukan hanya menyanyi saat pembukaan.” — pendamping forum anak",
      "“Dulu urusan anak dianggap urusan satu dinas. Sekarang tiap dinas punya bagiannya.” — sekretariat gugus tugas",
    ],
    effectiveness: [
      "“Setiap indikator ada pemiliknya. Kalau kosong, kami tahu harus bertanya ke siapa.” — sekretariat gugus tugas",
      "“Ruang tunggu anak dan jalur rujukan kekerasan sudah jalan di puskesmas kami.” — kepala puskesmas",
    ],
    benefit: [
      "“Anak saya tidak takut lagi ke puskesmas; ada tempat bermain dan petugasnya ramah.” — orang tua murid",
      "“Sekarang kami tahu harus melapor ke mana kalau ada anak yang diperlakukan kasar.” — kader PATBM",
    ],
    transferability: [
      "“Indikatornya sama di seluruh Indonesia, jadi daerah lain tinggal membagi tugasnya.” — perencana Bappeda",
      "“Yang kami berikan kepada tamu adalah pembagian peran dan contoh buktinya.” — sekretariat gugus tugas",
    ],
    sustainability: [
      "“Rencana aksinya sudah masuk dokumen perencanaan, jadi ada rumahnya.” — perencana Bappeda",
      "“Desa sudah menganggarkan sendiri untuk kegiatan perlindungan anak.” — kader PATBM",
    ],
  },
  links: [
    {
      caption: "Laman resmi Pemerintah Kabupaten Bandung, rujukan kegiatan kabupaten layak anak",
      url: "https://www.bandungkab.go.id/",
    },
    {
      caption: "Laman Kementerian PPPA, rujukan indikator kabupaten/kota layak anak",
      url: "https://www.kemenpppa.go.id/",
      criterion: "transferability",
    },
  ],
  strengths: [
    [
      "Gugus tugas melibatkan banyak perangkat daerah dengan pembagian indikator, sehingga urusan anak tidak dibebankan kepada satu dinas.",
      "Pembagian indikator menurut kewenangan perangkat daerah membuat setiap dinas mengetahui bagiannya dalam pemenuhan hak anak.",
      "Kelembagaan lintas sektor berjalan: setiap indikator memiliki perangkat daerah penanggung jawab.",
    ],
    [
      "Forum anak dilibatkan dalam musyawarah perencanaan dan usulannya dicatat, bukan sekadar hadir sebagai penghias acara.",
      "Suara anak mendapat tempat dalam perencanaan melalui forum anak yang didampingi secara teratur.",
    ],
    [
      "Sekolah dan puskesmas ramah anak memperlihatkan perubahan nyata pada ruang dan cara petugas melayani.",
      "Layanan yang disentuh anak sehari-hari, yaitu sekolah dan puskesmas, menjadi titik mulai sehingga hasilnya terlihat.",
      "Perubahan sederhana pada ruang tunggu, papan aduan, dan sikap petugas dirasakan langsung oleh orang tua.",
    ],
    [
      "Perlindungan anak berbasis masyarakat di desa memberi tempat melapor yang dekat dan dipercaya warga.",
      "Kader di desa menjadi telinga pertama bagi kasus anak sebelum sampai ke kabupaten.",
    ],
    [
      "Rencana aksi daerah diselaraskan dengan dokumen perencanaan sehingga kegiatan memiliki rumah anggaran.",
      "Bappeda ikut menjaga agar rencana aksi anak tercermin dalam anggaran perangkat daerah.",
    ],
    [
      "Ukuran yang dipakai berlaku nasional sehingga kemajuan dapat dibandingkan dari tahun ke tahun.",
      "Penilaian dengan indikator baku memberi arah yang jelas tentang kekurangan yang harus dikejar.",
    ],
    [
      "Dunia usaha dan media diajak serta, antara lain melalui penyediaan ruang bermain dan pemberitaan yang ramah anak.",
      "Kerja sama dengan dunia usaha membuka sumber daya di luar anggaran pemerintah.",
    ],
  ],
  notes: {
    novelty: {
      low: [
        "Kegiatannya mengikuti daftar indikator nasional; cara pelaksanaan yang khas daerah belum saya temukan.",
        "Yang diperlihatkan merupakan kegiatan rutin tiap dinas yang diberi nama layak anak.",
      ],
      fair: [
        "Kerangkanya nasional; kebaruannya tampak pada pelibatan forum anak dan kader desa, tetapi belum menyeluruh.",
        "Pembagian indikator kepada perangkat daerah merupakan langkah maju, sedangkan kegiatannya sebagian besar sudah lama ada.",
      ],
      good: [
        "Pelibatan forum anak dalam perencanaan dan perlindungan berbasis masyarakat merupakan pendekatan yang berbeda dari program anak pada umumnya.",
        "Urusan anak diperlakukan sebagai urusan bersama dengan pemilik indikator; hal ini berbeda dari cara kerja sebelumnya.",
      ],
      top: [
        "Usulan forum anak dapat ditelusuri sampai menjadi kegiatan; cara ini tidak saya temukan di daerah lain dan dibenarkan pendamping serta perencana.",
        "Pembagian indikator disertai pemilik dan bukti mengubah cara kerja lintas dinas, dan perubahan itu tampak pada dokumen rencana aksi.",
      ],
    },
    effectiveness: {
      low: [
        "Rapat gugus tugas terakhir berlangsung lama berselang dan tindak lanjutnya tidak dapat ditunjukkan.",
        "Beberapa indikator hanya memiliki bukti foto kegiatan, tanpa keluaran yang dapat diukur.",
      ],
      fair: [
        "Sekolah dan puskesmas menunjukkan keluaran, sedangkan indikator kelembagaan dan perlindungan khusus masih lemah.",
        "Indikator memiliki pemilik, tetapi bukti dikumpulkan menjelang penilaian sehingga kemajuannya sukar diikuti.",
      ],
      good: [
        "Pembagian indikator berjalan dan keluaran pada sekolah serta puskesmas dapat dilihat langsung.",
        "Rencana aksi disertai keluaran per perangkat daerah dan sebagian besar dapat ditunjukkan.",
      ],
      top: [
        "Dari enam indikator yang saya telusuri, seluruhnya memiliki pemilik, kegiatan, dan bukti yang cocok dengan keadaan di lapangan.",
        "Keluaran di sekolah, puskesmas, dan desa saling bersambung, termasuk jalur rujukan kasus yang dapat ditelusuri dari catatan.",
      ],
    },
    benefit: {
      low: [
        "Orang tua yang saya temui tidak mengetahui program ini; yang dirasakan baru papan nama di sekolah.",
        "Manfaat bagi anak sukar dipisahkan dari program dinas yang sudah ada.",
      ],
      fair: [
        "Manfaat terlihat di sekolah dan puskesmas percontohan, tetapi belum di tempat lain.",
        "Kader dan pendamping merasakan manfaat berupa tempat bertanya; anak di desa yang jauh belum tersentuh.",
      ],
      good: [
        "Orang tua menyebut petugas yang lebih ramah dan tempat melapor yang jelas sebagai perubahan yang dirasakan.",
        "Kasus anak lebih cepat sampai ke pihak yang berwenang karena ada kader di desa.",
      ],
      top: [
        "Orang tua, guru, dan kader dari tempat berbeda menceritakan perubahan yang sama, dan puskesmas menunjukkan catatan layanan yang mendukungnya.",
        "Jalur pelaporan yang dikenal warga serta ruang layanan yang berubah dibuktikan melalui kunjungan dan catatan pengelola.",
      ],
    },
    transferability: {
      low: [
        "Keberhasilan di tempat percontohan bergantung pada kepala sekolah dan kepala puskesmas tertentu sehingga belum dapat disebut mudah ditiru.",
        "Di dalam kabupaten sendiri pun baru sebagian kecil sekolah dan desa yang mengikuti.",
      ],
      fair: [
        "Indikatornya sama di mana pun, tetapi menggerakkan banyak perangkat daerah memerlukan kewenangan yang tidak dimiliki unit kecil.",
        "Bagian sekolah dan puskesmas mudah ditiru, sedangkan gugus tugasnya memerlukan pimpinan yang kuat.",
      ],
      good: [
        "Pembagian indikator, contoh bukti, dan cara mendampingi forum anak dapat dipelajari dan dipakai daerah lain.",
        "Langkah di sekolah dan puskesmas murah dan jelas sehingga dapat segera ditiru.",
      ],
      top: [
        "Daerah lain telah memakai pembagian peran yang sama dengan indikator nasional; contoh bukti dan surat diserahkan kepada kami.",
        "Unsur pokoknya berlaku nasional dan sudah berjalan pada jenis layanan yang berbeda-beda di kabupaten ini.",
      ],
    },
    sustainability: {
      low: [
        "Predikat bertahan pada tingkat yang sama selama bertahun-tahun, tanda bahwa dorongan awal tidak berlanjut.",
        "Gugus tugas bergerak menjelang penilaian dan sepi sesudahnya; keberlanjutannya diragukan.",
      ],
      fair: [
        "Rencana aksi ada dalam dokumen perencanaan, tetapi anggaran tiap perangkat daerah belum ditandai.",
        "Kelembagaan tetap, sedangkan pejabat penghubung sering berganti sehingga kemajuannya lambat.",
      ],
      good: [
        "Rencana aksi telah masuk dokumen perencanaan dan sebagian desa menganggarkan sendiri.",
        "Kelembagaan, anggaran, dan forum anak memberi dasar keberlanjutan yang cukup kuat.",
      ],
      top: [
        "Rencana aksi bertahan melewati pergantian kepala dinas dan predikatnya naik; kenaikan itu merupakan pengakuan pihak luar.",
        "Peraturan, anggaran perangkat daerah, dan anggaran desa menopang kegiatan; semuanya dapat ditunjukkan dengan dokumen.",
      ],
    },
  },
  results: [
    {
      indicator: "Indikator yang memiliki perangkat daerah penanggung jawab",
      unit: "indikator",
      source: "Telusur dokumen pembagian indikator, catatan peserta",
      before: 9,
      after: 24,
      exact: true,
    },
    {
      indicator: "Waktu menyiapkan bukti penilaian, menurut sekretariat",
      unit: "pekan",
      source: "Keterangan sekretariat gugus tugas",
      before: 10,
      after: 6,
    },
    {
      indicator: "Usulan forum anak yang dicatat dalam musyawarah perencanaan",
      unit: "usulan",
      source: "Catatan pendamping forum anak",
      before: 0,
      after: 7,
    },
    {
      indicator: "Laporan kasus anak yang diterima kader desa",
      unit: "",
      source: "Keterangan kader PATBM",
      explanation:
        "Angka tidak dicantumkan karena catatan kader memuat keterangan anak dan belum direkap secara anonim oleh pengelola.",
    },
  ],
  summary: {
    opening: [
      "Kabupaten Layak Anak adalah tata kelola: keberhasilannya ditentukan oleh kesediaan banyak perangkat daerah memikul bagian masing-masing.",
      "Yang saya pelajari dari gugus tugas KLA ialah sulitnya menjaga gerak bersama di antara dua masa penilaian.",
      "Kunjungan ke puskesmas dan sekolah ramah anak memperlihatkan bahwa perubahan kecil pada layanan harian dapat dirasakan keluarga.",
      "KLA di Kabupaten Bandung menyatukan urusan anak yang semula tersebar pada banyak dinas ke dalam satu rencana aksi.",
      "Inovasi ini tidak bertumpu pada aplikasi, melainkan pada pembagian peran dan bukti.",
    ],
    strong: [
      "Guru, kader, dan petugas puskesmas menceritakan perubahan yang searah, dan catatannya tersedia.",
      "Rencana aksi, anggaran, dan kegiatan di lapangan dapat saya hubungkan satu dengan yang lain.",
      "Pembagian indikator jelas, layanan di lapangan berubah, dan suara anak memperoleh tempat.",
      "Bukti pada enam indikator yang saya telusuri sesuai dengan keadaan di lapangan.",
      "Kelembagaan dan perencanaannya tersambung sehingga layak menjadi contoh kerja lintas sektor.",
    ],
    mixed: [
      "Yang tampak di sekolah percontohan belum dapat disebut keadaan kabupaten.",
      "Semangat pelaksananya tinggi, sedangkan keputusan lintas dinas masih menunggu terlalu lama.",
      "Titik percontohan meyakinkan, sedangkan penyebarannya ke sekolah dan desa lain masih terbatas.",
      "Kelembagaannya lengkap, tetapi geraknya mengikuti jadwal penilaian.",
      "Pembagian peran sudah ada; yang kurang ialah irama kerja di luar masa penilaian.",
    ],
    weak: [
      "Predikat yang lama tidak beranjak mencerminkan lemahnya tindak lanjut yang kami lihat.",
      "Banyak bukti berupa foto kegiatan, dan perubahan bagi anak belum dapat ditunjukkan.",
    ],
    lesson: [
      "Pelajaran bagi saya: satu indikator harus memiliki satu pemilik, dan pemilik harus bertemu setiap bulan.",
      "Yang dapat dibawa pulang ialah kebiasaan menyimpan bukti pada saat kegiatan selesai.",
      "Bagi unit saya, hal terpenting adalah memulai dari layanan yang paling sering disentuh pengguna.",
      "Pelajaran lain: predikat bukan tujuan; ia hanya alat untuk menjaga gerak bersama.",
    ],
  },
  obstacles: [
    {
      key: "seasonal-task-force",
      criterion: "effectiveness",
      category: "COORDINATION",
      tags: ["LEADERSHIP"],
      locus: "HOST",
      titles: [
        "Gugus tugas bergerak menjelang penilaian dan sepi sesudahnya",
        "Rapat gugus tugas tidak berirama sepanjang tahun",
        "Koordinasi gugus tugas mengikuti jadwal penilaian",
      ],
      facts: [
        [
          "Catatan rapat yang diperlihatkan menumpuk pada beberapa bulan menjelang penilaian dan kosong pada bulan lain.",
          "Sekretariat mengakui rapat lengkap jarang terjadi di luar masa penilaian.",
        ],
        [
          "Pejabat yang hadir kerap mewakili dan tidak berwenang memutuskan, sehingga pembahasan berulang.",
          "Wakil yang datang berganti-ganti dan membawa kembali persoalan yang sudah dibahas.",
        ],
        [
          "Hambatan lintas perangkat daerah dibiarkan sampai tahun berikutnya.",
          "Keputusan yang memerlukan dua dinas menunggu rapat besar yang jarang diadakan.",
        ],
      ],
      quotes: [
        "“Menjelang penilaian kami bertemu tiap minggu. Habis itu, ya masing-masing.” — sekretariat gugus tugas",
        "“Yang datang rapat staf, pulangnya harus lapor dulu. Jadi tidak ada keputusan.” — perencana Bappeda",
      ],
      affected: [
        "Perangkat daerah anggota gugus tugas",
        "Anak dan keluarga yang menunggu perbaikan",
      ],
      response: [
        "Sekretariat mengirim surat pengingat kepada anggota gugus tugas.",
        "Rapat kecil antarbidang diadakan ketika ada permintaan mendesak.",
      ],
      usg: [5, 4, 4],
      causes: [
        [
          "Anggota memandang gugus tugas sebagai tugas tambahan",
          "Pekerjaan gugus tugas tidak masuk dalam ukuran kinerja anggotanya",
        ],
        [
          "Tidak ada agenda bulanan dengan keputusan yang ditindaklanjuti",
          "Rapat membahas laporan kegiatan, bukan hambatan yang harus diputuskan",
        ],
        [
          "Kemajuan tiap indikator tidak terlihat di luar masa penilaian",
          "Keadaan indikator baru diperbarui ketika penilaian mendekat",
        ],
        [
          "Pimpinan daerah tidak menerima laporan kemajuan yang ringkas dan teratur",
          "Belum ada papan kemajuan yang dibaca pimpinan setiap bulan",
        ],
      ],
      fishbone: [
        ["METHOD", "Rapat tanpa keputusan dan tenggat"],
        ["MAN", "Wakil yang hadir berganti-ganti"],
        ["MATERIAL", "Kemajuan indikator tidak diperbarui"],
        ["ENVIRONMENT", "Perhatian mengikuti jadwal penilaian"],
      ],
      advice: {
        titles: [
          "Rapat indikator bulanan tiga puluh menit",
          "Papan kemajuan indikator bagi pimpinan daerah",
        ],
        text: [
          [
            "Sekretariat memimpin rapat singkat setiap bulan yang hanya membahas indikator merah.",
            "Kemajuan 24 indikator diringkas pada satu halaman dan dibacakan dalam rapat pimpinan bulanan.",
          ],
          [
            "Keputusan dicatat dengan nama dan tenggat, lalu dibuka pada awal rapat berikutnya.",
            "Perangkat daerah yang dua kali diwakilkan diminta menunjuk penghubung tetap.",
          ],
        ],
        cause: 1,
        transfer: "INSPIRE",
        risk: {
          text: "Rapat bulanan kembali menjadi pembacaan laporan",
          mitigation: "Rapat ditiadakan apabila tidak ada indikator merah",
        },
        people: 24,
        budget: 10,
        legalNeed: "Perubahan keputusan bupati tentang tata kerja gugus tugas.",
      },
      own: [
        {
          theme: "TASK_FORCE",
          cause: 1,
          bridge: [
            "Gugus tugas di lokus lengkap anggotanya, tetapi kehilangan irama; pada {unit} iramanya dibuat lebih dahulu.",
            "Dari lokus kami belajar bahwa rapat singkat yang memutuskan lebih berguna daripada rapat besar menjelang penilaian.",
          ],
        },
        {
          theme: "TRACKING",
          cause: 2,
          bridge: [
            "Kemajuan yang hanya terlihat menjelang penilaian di lokus dihindari dengan status yang terbuka setiap saat.",
            "Supaya tidak menunggu penilaian seperti di lokus, tahap pekerjaan ditampilkan sepanjang tahun.",
          ],
        },
      ],
    },
    {
      key: "evidence-hunt",
      criterion: "effectiveness",
      category: "PROCESS",
      tags: ["DATA"],
      locus: "BOTH",
      titles: [
        "Bukti indikator dicari mendadak menjelang penilaian",
        "Pengumpulan bukti menumpuk pada akhir masa penilaian",
        "Bukti kegiatan tidak tersimpan ketika kegiatan berlangsung",
      ],
      facts: [
        [
          "Sekretariat menghabiskan beberapa pekan menghubungi dinas satu per satu untuk meminta dokumen.",
          "Dokumen yang sama diminta berulang karena tidak ada tempat penyimpanan bersama.",
        ],
        [
          "Sebagian bukti tidak ditemukan walaupun kegiatannya benar dilaksanakan.",
          "Kegiatan yang baik kehilangan nilai karena daftar hadir dan laporannya tidak tersimpan.",
        ],
        [
          "Hal serupa terjadi pada {unit} ketika {record} diminta pemeriksa.",
          "{unit} mengenal keadaan ini: bukti ada pada orang, bukan pada tempatnya.",
        ],
      ],
      quotes: [
        "“Kegiatannya ada, buktinya entah di telepon siapa.” — sekretariat gugus tugas",
        "“Dua bulan sebelum penilaian kerja kami hanya menagih dokumen.” — kepala bidang",
      ],
      affected: [
        "Sekretariat dan perangkat daerah",
        "Sekretariat gugus tugas serta pegawai {unit}",
      ],
      response: [
        "Sekretariat membuat folder bersama, tetapi baru diisi menjelang penilaian.",
        "Daftar bukti dibagikan kepada perangkat daerah setiap tahun.",
      ],
      usg: [4, 3, 4],
      causes: [
        [
          "Bukti dianggap urusan sekretariat dan bukan pemilik kegiatan",
          "Pelaksana kegiatan tidak merasa berkewajiban menyimpan bukti",
        ],
        [
          "Daftar bukti yang diperlukan baru dibaca setelah kegiatan selesai",
          "Pelaksana tidak mengetahui bukti apa yang akan diminta",
        ],
        [
          "Penyerahan bukti tidak menjadi bagian dari penyelesaian kegiatan",
          "Kegiatan dinyatakan selesai tanpa menyerahkan bukti",
        ],
      ],
      fishbone: [
        ["METHOD", "Bukti tidak menjadi syarat selesainya kegiatan"],
        ["MAN", "Pelaksana berganti setelah kegiatan"],
        ["MATERIAL", "Bukti tersimpan di telepon pribadi"],
        ["MACHINE", "Folder bersama tidak bersusun"],
      ],
      advice: {
        titles: [
          "Bukti diserahkan pada hari kegiatan selesai",
          "Lembar bukti per kegiatan yang diisi pelaksana",
        ],
        text: [
          [
            "Setiap kegiatan memiliki lembar bukti yang diisi pelaksana paling lambat tiga hari setelah kegiatan.",
            "Pencairan tahap akhir kegiatan dikaitkan dengan kelengkapan bukti.",
          ],
          [
            "Sekretariat memeriksa kelengkapan setiap bulan, bukan setiap tahun.",
            "Folder disusun menurut indikator sehingga bukti langsung pada tempatnya.",
          ],
        ],
        cause: 2,
        transfer: "INSPIRE",
        risk: {
          text: "Bukti memuat wajah dan nama anak yang harus dilindungi",
          mitigation: "Foto diambil tanpa wajah dan data anak disamarkan sebelum disimpan",
        },
        people: 6,
        budget: 0,
        legalNeed: "Petunjuk teknis penyimpanan bukti indikator.",
      },
      own: [
        {
          theme: "TASK_FORCE",
          cause: 0,
          bridge: [
            "Perburuan bukti di lokus diatasi dengan menjadikan pemilik ukuran sebagai penyimpan bukti.",
            "Agar tidak mencari bukti seperti di lokus, bukti disimpan oleh pemilik ukuran pada hari itu juga.",
          ],
        },
        {
          theme: "EARLY_CHECK",
          cause: 1,
          bridge: [
            "Bila daftar bukti diketahui sejak awal, kekurangan di akhir seperti di lokus tidak perlu terjadi.",
            "Daftar syarat yang dibaca di depan mencegah pencarian mendadak sebagaimana di lokus.",
          ],
        },
      ],
    },
    {
      key: "children-decorative",
      criterion: "novelty",
      category: "COMMUNITY",
      tags: ["CULTURE"],
      locus: "HOST",
      titles: [
        "Suara forum anak belum sampai menjadi kegiatan",
        "Usulan forum anak dicatat, tetapi jarang ditindaklanjuti",
        "Pelibatan anak masih terbatas pada acara",
      ],
      facts: [
        [
          "Pendamping menunjukkan catatan usulan forum anak, tetapi hanya sedikit yang dapat ditelusuri sampai kegiatan.",
          "Dari beberapa usulan yang tercatat, jawaban resmi dari perangkat daerah tidak ditemukan.",
        ],
        [
          "Anggota forum berganti setiap tahun dan pengetahuannya tidak diteruskan.",
          "Anggota forum anak yang baru tidak mengetahui usulan angkatan sebelumnya.",
        ],
        [
          "Jadwal musyawarah kerap bersamaan dengan jam sekolah.",
          "Bahasa dokumen perencanaan sukar dipahami anak sehingga mereka hanya mendengarkan.",
        ],
      ],
      quotes: [
        "“Usulan kami ditulis, dipuji, lalu tidak tahu ke mana.” — pendamping forum anak menirukan anggotanya",
        "“Jam rapatnya jam sekolah. Yang hadir akhirnya itu-itu saja.” — guru pendamping",
      ],
      affected: ["Anak anggota forum", "Anak dan sekolah"],
      response: [
        "Pendamping menyusun ringkasan usulan untuk Bappeda.",
        "Forum anak diundang pada musyawarah perencanaan kabupaten.",
      ],
      usg: [3, 4, 3],
      causes: [
        [
          "Tidak ada kewajiban menjawab usulan forum anak",
          "Usulan anak diterima sebagai masukan tanpa jawaban tertulis",
        ],
        [
          "Usulan disampaikan ketika rencana kegiatan hampir tetap",
          "Forum anak diundang pada tahap akhir perencanaan",
        ],
        [
          "Pelibatan anak dipahami sebagai kehadiran, bukan sebagai pengaruh",
          "Keberhasilan pelibatan anak diukur dari jumlah yang hadir",
        ],
      ],
      fishbone: [
        ["METHOD", "Usulan tidak wajib dijawab"],
        ["MAN", "Anggota forum berganti setiap tahun"],
        ["ENVIRONMENT", "Jadwal bersamaan dengan jam sekolah"],
        ["MATERIAL", "Dokumen memakai bahasa orang dewasa"],
      ],
      advice: {
        titles: [
          "Jawaban tertulis atas setiap usulan forum anak",
          "Jalur usulan anak sebelum rancangan rencana kerja",
        ],
        text: [
          [
            "Setiap usulan forum anak dijawab tertulis dengan bahasa yang mudah dipahami: diterima, ditunda, atau ditolak beserta alasannya.",
            "Forum anak menyampaikan usulan dua bulan lebih awal dan memperoleh jawaban sebelum musyawarah.",
          ],
          [
            "Satu usulan yang diterima diperlihatkan hasilnya kepada forum pada tahun yang sama.",
            "Pertemuan diadakan pada hari libur sekolah dengan pendamping yang dipercaya.",
          ],
        ],
        cause: 0,
        transfer: "INSPIRE",
        risk: {
          text: "Anak dijadikan pembenar bagi keputusan yang sudah dibuat",
          mitigation: "Pendamping independen memeriksa notula dan jawaban",
        },
        people: 5,
        budget: 15,
        legalNeed: "",
      },
      own: [
        {
          theme: "TRACKING",
          cause: 0,
          bridge: [
            "Usulan anak di lokus menghilang karena tidak berjawab; permintaan {users} pun harus memiliki jejak dan jawaban.",
            "Pelajaran dari forum anak: didengar berarti dijawab, dan jawaban itu harus dapat dilihat.",
          ],
        },
        {
          theme: "ASSISTED",
          cause: 2,
          bridge: [
            "Mereka yang paling sulit bersuara perlu didampingi, sebagaimana terlihat pada forum anak di lokus.",
            "Pendampingan yang membuat anak berani bicara di lokus menjadi dasar layanan berbantuan bagi {users}.",
          ],
        },
      ],
    },
    {
      key: "budget-not-marked",
      criterion: "sustainability",
      category: "BUDGET",
      tags: ["REGULATION"],
      locus: "HOST",
      titles: [
        "Anggaran untuk anak tersebar dan tidak ditandai",
        "Belanja pemenuhan hak anak belum dapat dihitung",
        "Rencana aksi anak belum memiliki penanda anggaran",
      ],
      facts: [
        [
          "Kegiatan untuk anak berada di banyak perangkat daerah tanpa penanda sehingga jumlah keseluruhannya tidak diketahui.",
          "Perencana tidak dapat menunjukkan seluruh belanja anak karena tercampur dalam kegiatan rutin.",
        ],
        [
          "Ketika anggaran dikurangi, kegiatan untuk anak ikut berkurang tanpa disadari.",
          "Pemotongan anggaran menyentuh kegiatan anak karena tidak terlihat sebagai satu kesatuan.",
        ],
        [
          "Rencana aksi akhirnya bergantung pada anggaran dinas pengelola yang kecil.",
          "Dinas pengelola menanggung kegiatan yang semestinya dibiayai perangkat daerah lain.",
        ],
      ],
      quotes: [
        "“Kalau ditanya berapa anggaran untuk anak, kami harus menghitung ulang dari semua dinas.” — perencana Bappeda",
        "“Yang dipotong dulu biasanya kegiatan yang tidak ada namanya.” — kepala bidang",
      ],
      affected: ["Perencana dan pelaksana rencana aksi", "Anak dan perangkat daerah pelaksana"],
      response: [
        "Bappeda meminta dinas menyebut kegiatan anak dalam usulan.",
        "Dinas pengelola menyusun rekap kegiatan secara sukarela.",
      ],
      usg: [4, 4, 3],
      causes: [
        [
          "Penanda anggaran untuk anak belum dipakai dalam penyusunan kegiatan",
          "Aplikasi penganggaran tidak menyediakan penanda anak",
        ],
        [
          "Perangkat daerah belum memahami kegiatan mana yang memenuhi hak anak",
          "Penyusun anggaran di dinas belum dilatih mengenali belanja anak",
        ],
        [
          "Rencana aksi disusun setelah anggaran, sehingga hanya mengikuti yang ada",
          "Jadwal rencana aksi tidak mendahului penyusunan anggaran",
        ],
      ],
      fishbone: [
        ["MONEY", "Belanja anak tercampur dalam kegiatan rutin"],
        ["METHOD", "Rencana aksi disusun setelah anggaran"],
        ["MACHINE", "Aplikasi anggaran tanpa penanda"],
        ["MAN", "Penyusun anggaran belum dilatih"],
      ],
      advice: {
        titles: [
          "Penandaan anggaran anak pada setiap perangkat daerah",
          "Rencana aksi anak mendahului penyusunan anggaran",
        ],
        text: [
          [
            "Setiap perangkat daerah menandai kegiatan untuk anak dengan daftar rujukan yang disusun Bappeda.",
            "Daftar rujukan belanja anak disusun dan dipakai saat menelaah usulan anggaran.",
          ],
          [
            "Jumlah belanja anak diumumkan setiap tahun sehingga pengurangannya diketahui.",
            "Rencana aksi diselesaikan dua bulan sebelum usulan anggaran dibuka.",
          ],
        ],
        cause: 0,
        transfer: "INSPIRE",
        risk: {
          text: "Penandaan menjadi formalitas dan semua kegiatan diberi tanda anak",
          mitigation: "Penanda diperiksa silang oleh dua perangkat daerah",
        },
        people: 10,
        budget: 20,
        legalNeed: "Surat edaran Bappeda tentang penandaan anggaran.",
      },
      own: [
        {
          theme: "TASK_FORCE",
          cause: 2,
          bridge: [
            "Agar ukuran tidak kehilangan rumah anggaran seperti di lokus, pembahasannya mendahului penyusunan anggaran.",
            "Pelajaran dari lokus: ukuran bersama harus dibicarakan sebelum anggaran dikunci.",
          ],
        },
        {
          theme: "EARLY_CHECK",
          cause: 1,
          bridge: [
            "Perbaikan yang tidak memerlukan biaya didahulukan, mengingat anggaran di lokus pun mudah terpotong.",
            "Menertibkan syarat tidak menunggu anggaran, berbeda dari kegiatan yang kami lihat tertunda di lokus.",
          ],
        },
      ],
    },
    {
      key: "liaison-rotation",
      criterion: "sustainability",
      category: "SUSTAINABILITY",
      tags: ["HUMAN_RESOURCES"],
      locus: "HOST",
      titles: [
        "Penghubung perangkat daerah berganti tanpa serah terima",
        "Pergantian pejabat memutus kemajuan indikator anak",
        "Mutasi penghubung melemahkan gugus tugas",
      ],
      facts: [
        [
          "Pada beberapa perangkat daerah, penghubung gugus tugas telah berganti lebih dari sekali dalam waktu singkat.",
          "Penghubung baru yang ditemui belum mengetahui indikator yang menjadi tanggung jawab dinasnya.",
        ],
        [
          "Penjelasan diulang oleh sekretariat dari awal setiap kali terjadi pergantian.",
          "Sekretariat menjadi satu-satunya ingatan gugus tugas.",
        ],
        [
          "Predikat yang lama bertahan pada tingkat yang sama turut disebabkan oleh kemajuan yang terputus.",
          "Kemajuan satu tahun hilang pada tahun berikutnya karena orangnya berbeda.",
        ],
      ],
      quotes: [
        "“Orangnya ganti, penjelasannya dari nol lagi. Begitu terus.” — sekretariat gugus tugas",
        "“Saya baru dua bulan, masih mempelajari indikatornya.” — penghubung perangkat daerah",
      ],
      affected: ["Sekretariat gugus tugas", "Perangkat daerah dan sekretariat"],
      response: [
        "Sekretariat mengadakan penyegaran menjelang penilaian.",
        "Nama penghubung diperbarui setiap tahun melalui surat.",
      ],
      usg: [4, 4, 4],
      causes: [
        [
          "Penghubung ditunjuk menurut orang yang sempat, bukan jabatan yang berwenang",
          "Penunjukan penghubung menyebut nama dan berakhir ketika orangnya pindah",
        ],
        [
          "Tidak ada catatan kerja yang dapat dipelajari penghubung baru",
          "Kemajuan dan hambatan indikator hanya diingat oleh penghubung lama",
        ],
        [
          "Serah terima tidak disyaratkan dalam mutasi",
          "Tugas gugus tugas tidak tercantum dalam daftar serah terima jabatan",
        ],
      ],
      fishbone: [
        ["MAN", "Penghubung berganti berkali-kali"],
        ["METHOD", "Serah terima tidak disyaratkan"],
        ["MATERIAL", "Catatan kemajuan tidak tertulis"],
      ],
      advice: {
        titles: [
          "Penghubung menurut jabatan dengan catatan kerja indikator",
          "Catatan kerja indikator yang diwariskan",
        ],
        text: [
          [
            "Penghubung ditetapkan menurut jabatan, dan setiap indikator memiliki catatan kerja dua halaman.",
            "Catatan kerja memuat kemajuan, hambatan, dan orang yang dihubungi untuk setiap indikator.",
          ],
          [
            "Serah terima catatan kerja dimasukkan ke dalam daftar periksa mutasi.",
            "Penghubung lama mendampingi penggantinya dalam satu rapat.",
          ],
        ],
        cause: 1,
        transfer: "INSPIRE",
        risk: {
          text: "Catatan kerja tidak diperbarui setelah tahun pertama",
          mitigation: "Pembaruan dilakukan pada akhir setiap rapat bulanan",
        },
        people: 24,
        budget: 0,
        legalNeed: "",
      },
      own: [
        {
          theme: "HANDOVER",
          cause: 1,
          bridge: [
            "Sekretariat sebagai satu-satunya ingatan di lokus mengingatkan kami pada keadaan {unit}.",
            "Predikat yang lama tertahan di lokus memberi pelajaran tentang mahalnya mutasi tanpa serah terima.",
          ],
        },
        {
          theme: "DATA_STEWARD",
          cause: 0,
          bridge: [
            "Penunjukan menurut jabatan menghindarkan {record} dari nasib serupa dengan indikator di lokus.",
            "Agar tidak terputus seperti di lokus, penanggung jawab {record} melekat pada jabatan.",
          ],
        },
      ],
    },
    {
      key: "pilot-islands",
      criterion: "transferability",
      category: "INFRASTRUCTURE",
      tags: ["BUDGET"],
      locus: "HOST",
      titles: [
        "Layanan ramah anak masih berupa pulau-pulau percontohan",
        "Sekolah dan puskesmas di luar percontohan belum berubah",
        "Penyebaran layanan ramah anak berjalan lambat",
      ],
      facts: [
        [
          "Sekolah percontohan yang dikunjungi tertata baik, sedangkan sekolah di dekatnya belum mengenal ukurannya.",
          "Puskesmas percontohan memiliki ruang anak, tetapi puskesmas tetangga belum memiliki jalur rujukan yang sama.",
        ],
        [
          "Penyebaran bergantung pada prakarsa kepala sekolah dan kepala puskesmas.",
          "Belum ada rencana yang menyebut kapan dan bagaimana sekolah lain menyusul.",
        ],
        [
          "Pengalaman percontohan belum dituliskan sehingga yang lain memulai dari awal.",
          "Sekolah yang ingin mengikuti harus datang sendiri dan bertanya.",
        ],
      ],
      quotes: [
        "“Kalau mau seperti kami, datang saja. Tetapi belum ada yang mewajibkan.” — guru pendamping",
        "“Kami jalan karena kepala puskesmasnya mau. Di tempat lain belum tentu.” — petugas puskesmas",
      ],
      affected: ["Anak di luar wilayah percontohan", "Sekolah dan puskesmas lain"],
      response: [
        "Percontohan dipakai sebagai tempat kunjungan belajar.",
        "Dinas pendidikan mengimbau sekolah lain untuk mengikuti.",
      ],
      usg: [3, 3, 4],
      causes: [
        [
          "Percontohan dibiayai kegiatan khusus yang tidak berlanjut",
          "Setelah kegiatan percontohan selesai, penyebarannya tidak dianggarkan",
        ],
        [
          "Syarat paling ringan untuk disebut ramah anak belum dirumuskan",
          "Ukuran yang ada terlalu banyak bagi sekolah yang baru mulai",
        ],
        [
          "Pembinaan antarsekolah dan antarpuskesmas tidak diatur",
          "Sekolah yang maju tidak diberi tugas membina yang lain",
        ],
      ],
      fishbone: [
        ["MONEY", "Penyebaran tidak dianggarkan"],
        ["METHOD", "Syarat awal belum dirumuskan"],
        ["MAN", "Bergantung pada prakarsa kepala satuan"],
        ["ENVIRONMENT", "Keadaan gedung sekolah berbeda-beda"],
      ],
      advice: {
        titles: [
          "Lima syarat awal dan pembinaan sebaya",
          "Sekolah percontohan membina tiga sekolah tetangga",
        ],
        text: [
          [
            "Lima syarat awal yang tidak memerlukan biaya dirumuskan agar setiap sekolah dapat memulai.",
            "Sekolah dan puskesmas yang maju membina tiga tetangganya dengan lembar periksa sederhana.",
          ],
          [
            "Kemajuan setiap kecamatan diumumkan setiap semester.",
            "Satuan yang dibina naik tingkat setelah memenuhi syarat awal selama satu semester.",
          ],
        ],
        cause: 2,
        transfer: "INSPIRE",
        risk: {
          text: "Syarat awal dianggap cukup sehingga kemajuan berhenti",
          mitigation: "Syarat dinaikkan bertahap setiap tahun",
        },
        people: 15,
        budget: 50,
        legalNeed: "Surat edaran kepala dinas pendidikan dan kepala dinas kesehatan.",
      },
      own: [
        {
          theme: "FIELD_NET",
          cause: 2,
          bridge: [
            "Percontohan di lokus tidak menyebar karena tidak ada yang ditugasi membina; simpul kami memikul tugas itu.",
            "Pembinaan sebaya yang belum ada di lokus menjadi inti jejaring simpul.",
          ],
        },
        {
          theme: "EARLY_CHECK",
          cause: 1,
          bridge: [
            "Syarat awal yang ringan lebih mudah menyebar; pelajaran ini diterapkan pada syarat {service}.",
            "Menyederhanakan ukuran, seperti yang dibutuhkan lokus, kami mulai dari daftar syarat {service}.",
          ],
        },
      ],
    },
    {
      key: "silent-cases",
      criterion: "benefit",
      category: "CULTURE",
      tags: ["COMMUNITY"],
      locus: "BOTH",
      titles: [
        "Warga segan melaporkan kekerasan terhadap anak",
        "Kasus anak diselesaikan secara kekeluargaan dan tidak tercatat",
        "Budaya segan menghambat pelaporan kasus anak",
      ],
      facts: [
        [
          "Kader menceritakan kasus yang diselesaikan di tingkat keluarga tanpa pendampingan bagi anak.",
          "Menurut kader, laporan baru dibuat apabila kasusnya sudah berat.",
        ],
        [
          "Warga khawatir menimbulkan aib dan tidak yakin rahasianya dijaga.",
          "Pelapor takut diketahui tetangga karena catatan dibuat di ruang terbuka.",
        ],
        [
          "Pada {service}, keseganan semacam itu juga membuat {users} tidak menyampaikan keluhan.",
          "{unit} mengenal keseganan ini: {users} diam, lalu berhenti memakai layanan.",
        ],
      ],
      quotes: [
        "“Orang tua bilang malu kalau ketahuan. Jadi didamaikan saja.” — kader PATBM",
        "“Ruang lapornya terbuka, orang lewat bisa mendengar.” — pendamping forum anak",
      ],
      affected: ["Anak dan keluarganya", "Anak, keluarga, serta {users}"],
      response: [
        "Kader mendatangi keluarga secara diam-diam.",
        "Nomor pengaduan diumumkan di sekolah dan puskesmas.",
      ],
      usg: [4, 5, 3],
      causes: [
        [
          "Pelaporan dianggap membuka aib keluarga",
          "Keluarga lebih memilih berdamai daripada melapor",
        ],
        [
          "Tempat dan cara melapor tidak menjamin kerahasiaan",
          "Catatan laporan dibuat di ruang yang tidak tertutup",
        ],
        [
          "Kader belum dibekali cara menerima laporan yang aman",
          "Panduan menerima laporan yang ramah anak belum sampai ke desa",
        ],
        [
          "Layanan dirancang untuk menunggu laporan dan bukan mendekati keluarga",
          "Tidak ada pendekatan yang menjemput keluarga sebelum kasus memburuk",
        ],
      ],
      fishbone: [
        ["ENVIRONMENT", "Kekhawatiran akan aib keluarga"],
        ["METHOD", "Layanan menunggu laporan"],
        ["MAN", "Kader belum dibekali"],
        ["MACHINE", "Ruang lapor tidak tertutup"],
      ],
      advice: {
        titles: [
          "Cara melapor yang aman dan kader yang terlatih menjaga rahasia",
          "Ruang lapor tertutup dan panduan kader",
        ],
        text: [
          [
            "Desa menyediakan ruang tertutup dan kader dilatih menerima laporan tanpa menulis nama pada catatan umum.",
            "Laporan diberi nomor, sedangkan keterangan anak disimpan terpisah oleh petugas yang berwenang.",
          ],
          [
            "Keluarga didekati melalui kegiatan posyandu dan sekolah sebelum kasus memburuk.",
            "Kader bekerja berpasangan dengan petugas puskesmas ketika mendatangi keluarga.",
          ],
        ],
        cause: 2,
        transfer: "INSPIRE",
        risk: {
          text: "Keterangan anak tersebar melalui kelompok percakapan kader",
          mitigation:
            "Kader dilarang membagikan keterangan kasus dan menandatangani janji kerahasiaan",
        },
        people: 20,
        budget: 40,
        legalNeed: "Prosedur penerimaan laporan yang menjaga kerahasiaan.",
      },
      own: [
        {
          theme: "ASSISTED",
          cause: 3,
          bridge: [
            "Layanan yang menunggu di lokus melewatkan mereka yang segan; {unit} memilih mendekati.",
            "Keseganan warga di lokus mengajarkan bahwa pendampingan harus menjaga rahasia pengguna.",
          ],
        },
        {
          theme: "ONE_DOOR",
          cause: 1,
          bridge: [
            "Satu pintu pada {unit} disertai penyimpanan keterangan peka secara terpisah, sesuatu yang kurang di lokus.",
            "Rasa aman menjadi syarat satu pintu, demikian pelajaran dari ruang lapor di lokus.",
          ],
        },
      ],
    },
  ],
  profile: {
    centre: {
      novelty: 3.3,
      effectiveness: 3.1,
      benefit: 3.5,
      transferability: 3.5,
      sustainability: 3.0,
    },
    split: false,
  },
};
