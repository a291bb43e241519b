import type { InnovationContent } from "./model";

/** What the demo's participants saw of Samirindu. Field notes are made up for the demo. */
export const SAMIRINDU: InnovationContent = {
  code: "SAMIRINDU",
  shortName: "Samirindu",
  essence: "memproses perizinan secara daring dari pendaftaran sampai izin terbit",
  sources: [
    {
      role: "Kepala bidang pelayanan perizinan",
      unit: "DPMPTSP Kabupaten Bandung",
      type: "LEADER",
    },
    { role: "Petugas pemeriksa berkas", unit: "DPMPTSP Kabupaten Bandung", type: "STAFF" },
    { role: "Petugas meja bantuan", unit: "DPMPTSP Kabupaten Bandung", type: "STAFF" },
    { role: "Pengelola sistem informasi", unit: "DPMPTSP Kabupaten Bandung", type: "STAFF" },
    { role: "Anggota tim teknis", unit: "Dinas yang membidangi tata ruang", type: "PARTNER" },
    { role: "Pemohon izin usaha", unit: "Pelaku usaha di Kabupaten Bandung", type: "USER" },
    { role: "Konsultan perizinan", unit: "Kantor jasa di Soreang", type: "USER" },
  ],
  quotes: {
    novelty: [
      "“Dari daftar sampai izin keluar saya tidak bertemu petugas. Dulu tidak terbayang.” — pemohon izin usaha",
      "“Kami tidak lagi memegang map; semua berkas ada di layar dan ada jamnya.” — petugas pemeriksa berkas",
    ],
    effectiveness: [
      "“Berkas kurang langsung ditolak sistem, jadi tidak menumpuk di meja.” — petugas pemeriksa berkas",
      "“Izin yang lengkap bisa keluar sebelum batas waktunya.” — kepala bidang pelayanan",
    ],
    benefit: [
      "“Saya urus malam hari dari rumah, toko tidak perlu tutup.” — pemohon izin usaha",
      "“Nilai survei muncul tiap hari; kalau turun, kami ditanya kepala bidang.” — petugas meja bantuan",
    ],
    transferability: [
      "“Alur dan syaratnya kami buka; beberapa daerah sudah minta belajar.” — pengelola sistem informasi",
      "“Yang paling mudah ditiru itu survei di akhir layanan dan papan waktunya.” — kepala bidang pelayanan",
    ],
    sustainability: [
      "“Layanan loket sudah tidak menjadi pilihan utama, jadi tidak mungkin mundur lagi.” — kepala bidang pelayanan",
      "“Sistemnya kami kembangkan sendiri sedikit-sedikit, tidak menunggu proyek.” — pengelola sistem informasi",
    ],
  },
  links: [
    {
      caption: "Laman resmi Pemerintah Kabupaten Bandung, rujukan layanan perizinan daring",
      url: "https://www.bandungkab.go.id/",
    },
    {
      caption: "Laman sistem informasi pelayanan publik nasional, rujukan standar pelayanan",
      url: "https://sippn.menpan.go.id/",
      criterion: "benefit",
    },
  ],
  strengths: [
    [
      "Seluruh tahap, dari pendaftaran sampai izin terbit, dilakukan secara daring sehingga pertemuan dengan petugas hampir tidak diperlukan.",
      "Pemohon mengurus izin tanpa bertatap muka; peluang pungutan dan perlakuan berbeda pun berkurang.",
      "Layanan berjalan dari rumah pemohon, termasuk di luar jam kantor.",
    ],
    [
      "Kelengkapan berkas diperiksa di depan sehingga petugas hanya menerima permohonan yang layak diproses.",
      "Sistem menahan berkas yang tidak lengkap sehingga antrean di dalam tidak dipenuhi berkas yang akan kembali.",
    ],
    [
      "Survei kepuasan diisi pada akhir layanan dan hasilnya terlihat setiap hari, sehingga perbaikan tidak menunggu laporan tahunan.",
      "Nilai kepuasan yang muncul seketika membuat petugas dan pimpinan segera menanggapi keluhan.",
      "Pendapat pemohon dikumpulkan ketika pengalaman masih segar dan dipakai dalam apel pagi.",
    ],
    [
      "Waktu setiap tahap tercatat sehingga diketahui di mana permohonan tertahan.",
      "Pimpinan dapat melihat meja mana yang terlambat tanpa perlu memeriksa map satu per satu.",
    ],
    [
      "Meja bantuan mendampingi pemohon yang belum terbiasa sehingga peralihan ke layanan daring tidak meninggalkan mereka.",
      "Petugas meja bantuan mengajari pemohon mengisi sendiri, bukan mengisikan untuknya.",
    ],
    [
      "Sistem dikembangkan bertahap oleh pengelola sendiri sehingga perbaikan kecil dapat dilakukan dengan cepat.",
      "Perbaikan tidak menunggu proyek karena pengelola memahami sistemnya sendiri.",
    ],
    [
      "Syarat dan alur dibuka pada laman yang sama dengan permohonan, sehingga pemohon mengetahui apa yang disiapkan.",
      "Keterbukaan syarat, waktu, dan biaya mengurangi pertanyaan dan ketergantungan pada perantara.",
    ],
  ],
  notes: {
    novelty: {
      low: [
        "Pengajuan izin secara daring sudah lazim; pada tahap rekomendasi teknis prosesnya bahkan masih memakai kertas.",
        "Yang berubah ialah cara mendaftar, sedangkan pemeriksaan dan rekomendasinya sama seperti sebelumnya.",
      ],
      fair: [
        "Pendaftaran dan penerbitan sudah baru, sedangkan tahap tim teknis masih mengikuti kebiasaan lama.",
        "Survei seketika merupakan hal baru; bagian lain serupa dengan layanan perizinan daring di daerah lain.",
      ],
      good: [
        "Menggabungkan pemeriksaan di depan, pencatatan waktu, dan survei seketika merupakan rancangan layanan yang berbeda dari loket.",
        "Seluruh tahap yang menjadi kewenangan dinas sudah daring; ini perubahan nyata dari cara map dan loket.",
      ],
      top: [
        "Dari layanan loket menjadi layanan tanpa tatap muka dengan survei seketika; perubahannya dibenarkan pemohon, petugas, dan catatan waktu.",
        "Rancangan layanan berubah menyeluruh, termasuk cara pimpinan mengendalikan waktu, dan daerah lain datang mempelajarinya.",
      ],
    },
    effectiveness: {
      low: [
        "Permohonan yang memerlukan rekomendasi teknis tertahan lama, dan sistem tidak menunjukkan sebabnya.",
        "Dari contoh permohonan yang diperlihatkan, sebagian melewati batas waktu tanpa penjelasan.",
      ],
      fair: [
        "Izin sederhana selesai tepat waktu, sedangkan izin yang melibatkan tim teknis belum dapat dipastikan.",
        "Keluaran sesuai tujuan pada sebagian jenis izin; jenis lain masih bergantung pada kunjungan lapangan.",
      ],
      good: [
        "Catatan waktu menunjukkan sebagian besar izin selesai dalam batas yang dijanjikan.",
        "Berkas tidak lengkap tertahan di depan, dan izin yang lengkap diproses runtut sampai terbit.",
      ],
      top: [
        "Sepuluh permohonan yang saya telusuri selesai sebelum batas waktu; riwayat tahapnya lengkap dan dapat dicocokkan dengan izin yang terbit.",
        "Waktu tiap tahap, berkas, dan izin yang terbit saling cocok; layanan menghasilkan keluaran yang dijanjikan secara konsisten.",
      ],
    },
    benefit: {
      low: [
        "Pemohon yang saya temui tetap memakai jasa perantara karena merasa formulirnya sulit.",
        "Pelaku usaha kecil yang saya tanya belum merasakan manfaat; mereka tidak memiliki surel maupun perangkat yang memadai.",
      ],
      fair: [
        "Pelaku usaha yang terbiasa dengan internet terbantu, sedangkan usaha kecil di desa masih datang ke kantor.",
        "Manfaatnya jelas bagi pemohon berulang; pemohon pertama masih kesulitan.",
      ],
      good: [
        "Pemohon menghemat waktu dan ongkos, dan nilai survei yang ditampilkan sejalan dengan cerita mereka.",
        "Pemohon menyebut kepastian tahap sebagai manfaat utama, melebihi kecepatannya.",
      ],
      top: [
        "Tiga pemohon dengan jenis usaha berbeda menceritakan penghematan yang sama, dan hasil survei yang terbuka menguatkannya.",
        "Manfaat dirasakan pemohon dan petugas sekaligus; survei seketika dan catatan waktu menjadi bukti yang dapat diperiksa.",
      ],
    },
    transferability: {
      low: [
        "Sistem dibangun sesuai dengan keadaan setempat dan dokumen teknisnya belum tersedia sehingga sulit ditiru.",
        "Tanpa pengelola yang mampu memprogram, daerah lain akan kesulitan menjalankannya.",
      ],
      fair: [
        "Alur, papan waktu, dan survei dapat ditiru, tetapi aplikasinya perlu dibuat sendiri.",
        "Bagian pemeriksaan di depan mudah ditiru; bagian tim teknis memerlukan kesepakatan lintas dinas.",
      ],
      good: [
        "Syarat peniruan jelas dan sebagian besar unsurnya tidak bergantung pada aplikasi tertentu.",
        "Pengelola membuka alur dan contoh pengaturan; unit lain dapat memulai dari survei dan papan waktu.",
      ],
      top: [
        "Unit layanan lain di kabupaten telah memakai survei dan papan waktu yang sama; pedomannya tersedia dan dibagikan.",
        "Unsur pokoknya terbukti dapat dipindahkan: survei, janji waktu, dan pemeriksaan di depan berjalan pada jenis izin yang berbeda-beda.",
      ],
    },
    sustainability: {
      low: [
        "Sistem bergantung pada satu pengelola; bila ia pindah, perbaikan berhenti.",
        "Perubahan sistem perizinan nasional dapat membuat aplikasi ini tidak terpakai, dan rencananya belum terlihat.",
      ],
      fair: [
        "Layanan berjalan dan beranggaran, tetapi pengelola sistemnya sedikit.",
        "Keberlanjutannya baik selama aturan perizinan nasional tidak berubah; kesiapan menghadapi perubahan itu belum tampak.",
      ],
      good: [
        "Layanan menjadi saluran utama sehingga pimpinan berkepentingan menjaganya.",
        "Perbaikan dilakukan terus-menerus oleh pengelola dan anggarannya tersedia setiap tahun.",
      ],
      top: [
        "Layanan bertahan, berkembang, dan menjadi satu-satunya saluran pada masa sulit; hal itu dibenarkan petugas dan pemohon.",
        "Pengembangan berlanjut dari tahun ke tahun dengan pengelola sendiri, dan ketergantungan pada loket sudah ditinggalkan.",
      ],
    },
  },
  results: [
    {
      indicator: "Kunjungan pemohon ke kantor untuk satu izin, menurut pemohon yang ditemui",
      unit: "kali",
      source: "Wawancara empat pemohon, catatan peserta",
      before: 3,
      after: 0,
    },
    {
      indicator: "Berkas yang kembali karena tidak lengkap pada contoh yang diperlihatkan",
      unit: "persen",
      source: "Keterangan petugas pemeriksa, perkiraan",
      before: 35,
      after: 12,
    },
    {
      indicator: "Waktu penyelesaian izin sederhana pada contoh yang ditelusuri",
      unit: "hari kerja",
      source: "Telusur riwayat permohonan, catatan peserta",
      before: 10,
      after: 3,
    },
    {
      indicator: "Waktu rekomendasi tim teknis",
      unit: "",
      source: "Keterangan kepala bidang",
      explanation:
        "Waktu di luar DPMPTSP belum tercatat dalam sistem, sehingga perubahan pada tahap ini tidak dapat diukur.",
    },
  ],
  summary: {
    opening: [
      "Samirindu memindahkan layanan perizinan dari loket ke layar dan menjadikan waktu setiap tahap terlihat.",
      "Yang saya amati di DPMPTSP ialah layanan izin yang mengutamakan kepastian: syarat diketahui, tahap terlihat, dan pendapat pemohon langsung terbaca.",
      "Samirindu menarik karena mengukur kepuasan pada saat layanan selesai, bukan setahun kemudian.",
      "Kunjungan ke DPMPTSP memperlihatkan bahwa pelayanan daring bukan soal aplikasi, melainkan soal menata syarat dan waktu.",
      "Layanan perizinan daring ini menunjukkan pergeseran peran petugas dari penjaga loket menjadi penjaga waktu.",
    ],
    strong: [
      "Pemohon dan petugas menyebut hal yang sama sebagai kekuatan: tidak ada lagi yang perlu ditebak.",
      "Sepuluh riwayat permohonan yang saya buka selesai dalam janji waktunya.",
      "Riwayat permohonan, hasil survei, dan cerita pemohon saling menguatkan.",
      "Layanan memenuhi janjinya pada izin yang saya telusuri, dan pemohon merasakan kepastiannya.",
      "Rancangan layanannya rapi, terukur, dan terbuka sehingga layak dipelajari.",
    ],
    mixed: [
      "Dari layar pemohon layanan ini tampak tuntas, tetapi di belakangnya masih ada tahap yang tidak terlihat.",
      "Janji waktu ditepati pada izin sederhana dan sering terlewati pada izin yang memerlukan tinjauan lapangan.",
      "Bagian yang menjadi kewenangan DPMPTSP sudah baik, sedangkan tahap tim teknis masih menjadi leher botol.",
      "Pemohon yang terbiasa daring terlayani baik; pelaku usaha kecil masih perlu didampingi.",
      "Kemudahannya nyata, tetapi ketergantungan pada sedikit pengelola perlu diwaspadai.",
    ],
    weak: [
      "Kemudahan pendaftaran belum diikuti kepastian pada tahap rekomendasi, sehingga manfaat akhirnya belum kuat.",
      "Dari pemohon yang saya temui, sebagian masih bergantung pada perantara; hal itu mengurangi nilai inovasi ini.",
    ],
    lesson: [
      "Pelajaran bagi saya: menata syarat lebih dahulu, aplikasi kemudian.",
      "Yang dapat segera ditiru ialah survei tiga pertanyaan dan janji waktu yang terbuka.",
      "Bagi unit saya, nomor lacak lebih mendesak daripada aplikasi baru.",
      "Yang patut dibawa pulang ialah meja bantuan yang mengajari, bukan mengerjakan.",
    ],
  },
  obstacles: [
    {
      key: "technical-team-bottleneck",
      criterion: "effectiveness",
      category: "COORDINATION",
      tags: ["PROCESS"],
      locus: "HOST",
      titles: [
        "Rekomendasi tim teknis menjadi leher botol perizinan",
        "Permohonan tertahan pada tahap rekomendasi dinas teknis",
        "Waktu tim teknis berada di luar kendali DPMPTSP",
      ],
      facts: [
        [
          "Permohonan yang memerlukan rekomendasi teknis berhenti lebih lama daripada seluruh tahap lain digabungkan.",
          "Riwayat beberapa permohonan menunjukkan waktu terlama habis pada tahap rekomendasi teknis.",
        ],
        [
          "Pada tahap itu sistem hanya menampilkan keterangan umum sehingga pemohon tidak mengetahui alasannya.",
          "Pemohon melihat status yang sama berhari-hari dan bertanya lewat telepon.",
        ],
        [
          "Anggota tim teknis masih menerima sebagian berkas cetak dan menjadwalkan tinjauan menurut kesempatan.",
          "Jadwal tinjauan lapangan disusun masing-masing dinas tanpa melihat batas waktu izin.",
        ],
      ],
      quotes: [
        "“Di kami sehari, di tim teknis bisa dua minggu. Yang dimarahi tetap kami.” — petugas meja bantuan",
        "“Tim kami berempat, tinjauannya satu kabupaten.” — anggota tim teknis",
      ],
      affected: ["Pemohon izin yang memerlukan rekomendasi", "Pemohon dan petugas meja bantuan"],
      response: [
        "DPMPTSP mengirim pengingat kepada dinas teknis dan mengadakan rapat bulanan.",
        "Kepala bidang menghubungi dinas teknis untuk permohonan yang mendesak.",
      ],
      usg: [5, 4, 4],
      causes: [
        [
          "Tinjauan lapangan menunggu jadwal anggota tim yang merangkap pekerjaan dinasnya",
          "Anggota tim teknis mendahulukan pekerjaan dinas asalnya",
        ],
        [
          "Batas waktu rekomendasi tidak berlaku bagi dinas teknis",
          "Janji waktu izin hanya mengikat DPMPTSP",
        ],
        [
          "Tahap di luar DPMPTSP tidak dicatat waktunya",
          "Sistem tidak mengukur waktu pada dinas teknis",
        ],
        [
          "Tata kerja tim teknis belum diatur sebagai bagian dari satu layanan",
          "Keputusan pembentukan tim tidak memuat waktu dan akibat keterlambatan",
        ],
      ],
      fishbone: [
        ["MAN", "Anggota tim teknis merangkap pekerjaan"],
        ["METHOD", "Batas waktu tidak mengikat dinas teknis"],
        ["MACHINE", "Sistem tidak menjangkau dinas teknis"],
        ["MATERIAL", "Berkas cetak masih dipakai pada tinjauan"],
        ["ENVIRONMENT", "Wilayah tinjauan luas"],
      ],
      advice: {
        titles: [
          "Janji waktu bersama antara DPMPTSP dan tim teknis",
          "Pencatatan waktu pada tahap rekomendasi teknis",
        ],
        text: [
          [
            "Anggota tim teknis memakai sistem yang sama, dan waktu mereka dicatat seperti meja lain.",
            "Keputusan tim teknis diperbarui dengan batas waktu dan petugas pengganti pada setiap dinas.",
          ],
          [
            "Tinjauan lapangan digabungkan menurut wilayah dua kali sepekan.",
            "Permohonan berisiko rendah direkomendasikan tanpa tinjauan dengan pernyataan pemohon.",
          ],
        ],
        cause: 1,
        transfer: "INSPIRE",
        risk: {
          text: "Rekomendasi diberikan tanpa pemeriksaan demi mengejar waktu",
          mitigation: "Sepersepuluh rekomendasi diperiksa ulang secara acak",
        },
        people: 10,
        budget: 25,
        legalNeed: "Keputusan bupati tentang tata kerja dan batas waktu tim teknis.",
      },
      own: [
        {
          theme: "TRACKING",
          cause: 2,
          bridge: [
            "Tahap yang tidak dicatat di lokus menjadi tempat berkas menghilang; pada {unit} semua tahap diberi waktu.",
            "Janji waktu hanya berarti bila mengikat semua meja, termasuk {partner}; itulah pelajaran dari lokus.",
          ],
        },
        {
          theme: "TASK_FORCE",
          cause: 3,
          bridge: [
            "Leher botol di lokus lahir dari tata kerja yang tidak mengikat; kesepakatan dengan {partner} didahulukan.",
            "Agar tidak saling menunggu seperti di lokus, setiap tahap memiliki satu pemilik lintas unit.",
          ],
        },
      ],
    },
    {
      key: "small-business-left",
      criterion: "benefit",
      category: "COMMUNITY",
      tags: ["TECHNOLOGY"],
      locus: "BOTH",
      titles: [
        "Pelaku usaha kecil belum mampu mengurus izin sendiri",
        "Pemohon kecil bergantung pada perantara untuk layanan daring",
        "Literasi digital pelaku usaha kecil menghambat pemakaian Samirindu",
      ],
      facts: [
        [
          "Beberapa pelaku usaha kecil yang ditemui di kantor datang hanya untuk meminta dibuatkan akun dan surel.",
          "Pemilik warung yang ditemui membayar orang untuk mengunggah berkasnya.",
        ],
        [
          "Mereka kesulitan memindai berkas dan memahami istilah dalam formulir.",
          "Istilah formulir dan ukuran berkas menjadi kesulitan yang paling sering disebut.",
        ],
        [
          "Pada {service}, sebagian {users} akan menghadapi kesulitan serupa.",
          "{users} yang dilayani {unit} pun tidak semuanya terbiasa dengan formulir daring.",
        ],
      ],
      quotes: [
        "“Saya bayar anak muda di warnet, yang penting izinnya jadi.” — pemohon usaha kecil",
        "“Yang datang ke sini kebanyakan minta dibuatkan surel dulu.” — petugas meja bantuan",
      ],
      affected: ["Pelaku usaha kecil di desa", "Pelaku usaha kecil dan {users}"],
      response: [
        "Meja bantuan mendampingi pemohon di kantor.",
        "Petugas mengadakan layanan keliling beberapa kali setahun.",
      ],
      usg: [4, 4, 3],
      causes: [
        [
          "Formulir disusun untuk pemohon yang terbiasa dengan dokumen digital",
          "Bahasa formulir mengikuti aturan dan bukan kebiasaan pemohon",
        ],
        [
          "Pendampingan hanya tersedia di kantor kabupaten",
          "Kecamatan dan desa belum menjadi tempat bantuan",
        ],
        [
          "Kesulitan pemohon tidak dicatat sehingga formulir tidak pernah disederhanakan",
          "Tidak ada catatan tentang isian yang paling sering keliru",
        ],
      ],
      fishbone: [
        ["MAN", "Pemohon kecil belum terbiasa daring"],
        ["METHOD", "Bantuan hanya di kantor kabupaten"],
        ["MACHINE", "Perangkat pemindai tidak tersedia di desa"],
        ["MATERIAL", "Istilah formulir sukar dipahami"],
      ],
      advice: {
        titles: ["Titik bantuan izin di kecamatan", "Formulir sederhana untuk usaha kecil"],
        text: [
          [
            "Petugas kecamatan dilatih membantu pengisian dua hari sepekan dengan perangkat pemindai sederhana.",
            "Formulir untuk usaha kecil dipangkas dan disertai contoh isian bergambar.",
          ],
          [
            "Isian yang paling sering keliru dicatat dan diperbaiki setiap bulan.",
            "Pemohon yang dibantu diajari mengurus perpanjangan sendiri.",
          ],
        ],
        cause: 1,
        transfer: "INSPIRE",
        risk: {
          text: "Petugas kecamatan memungut biaya atas bantuan",
          mitigation: "Papan tanpa biaya dipasang dan pemohon disurvei lewat telepon secara acak",
        },
        people: 31,
        budget: 80,
        legalNeed: "Perjanjian kerja antara DPMPTSP dan kecamatan.",
      },
      own: [
        {
          theme: "ASSISTED",
          cause: 1,
          bridge: [
            "Yang tertinggal di lokus ialah pemohon kecil; karena itu {unit} menyiapkan pendampingan sejak awal.",
            "Perantara di lokus muncul karena tidak ada pendampingan dekat tempat tinggal pemohon.",
          ],
        },
        {
          theme: "EARLY_CHECK",
          cause: 2,
          bridge: [
            "Sebelum layanan didaringkan, isian dan syaratnya perlu disederhanakan, pelajaran yang tampak di lokus.",
            "Kesalahan isian yang tidak pernah dicatat di lokus dijadikan bahan perbaikan pada {unit}.",
          ],
        },
      ],
    },
    {
      key: "one-developer",
      criterion: "sustainability",
      category: "HUMAN_RESOURCES",
      tags: ["TECHNOLOGY", "SUSTAINABILITY"],
      locus: "HOST",
      titles: [
        "Pengelolaan sistem bertumpu pada satu dua orang",
        "Sistem perizinan dipahami oleh sedikit pengelola",
        "Belum ada pengganti pengelola sistem Samirindu",
      ],
      facts: [
        [
          "Perbaikan sistem dikerjakan oleh satu orang yang menjadi tempat bertanya seluruh bidang.",
          "Pengelola yang ditemui menangani gangguan, perubahan formulir, dan laporan seorang diri.",
        ],
        [
          "Dokumen teknis ada sebagian dan belum diperbarui mengikuti perubahan terakhir.",
          "Catatan perubahan sistem tersimpan pada buku pribadi pengelola.",
        ],
        [
          "Ketika pengelola berhalangan, gangguan menunggu sampai ia kembali.",
          "Permintaan perubahan dari bidang lain mengantre karena hanya ada satu orang.",
        ],
      ],
      quotes: [
        "“Kalau saya cuti, teman-teman menelepon. Belum ada yang menggantikan.” — pengelola sistem informasi",
        "“Sistemnya bagus, tetapi ilmunya di satu orang.” — kepala bidang pelayanan",
      ],
      affected: ["Seluruh pemohon dan petugas", "Petugas pelayanan dan pemohon"],
      response: [
        "Tenaga magang diperbantukan pada masa sibuk.",
        "Cadangan data dibuat setiap hari.",
      ],
      usg: [4, 5, 4],
      causes: [
        [
          "Formasi pengelola sistem belum tersedia",
          "Jabatan pengelola sistem tidak ada dalam susunan organisasi",
        ],
        [
          "Pengembangan berjalan sambil melayani sehingga dokumentasi tertinggal",
          "Perbaikan didahulukan dan pencatatan ditunda",
        ],
        [
          "Kaderisasi pengelola tidak direncanakan ketika layanan menjadi saluran utama",
          "Layanan tumbuh lebih cepat daripada kesiapan pengelolanya",
        ],
      ],
      fishbone: [
        ["MAN", "Pengelola tunggal"],
        ["METHOD", "Perubahan tidak terdokumentasi"],
        ["MONEY", "Formasi pengelola belum disediakan"],
        ["MACHINE", "Lingkungan uji belum terpisah"],
      ],
      advice: {
        titles: [
          "Pengelola kedua dan dokumen teknis yang dirawat",
          "Kaderisasi pengelola sistem perizinan",
        ],
        text: [
          [
            "Satu pegawai ditunjuk sebagai pengelola kedua dan setiap perubahan dicatat pada satu tempat bersama.",
            "Perubahan hanya dipasang setelah pengelola kedua dapat menjelaskannya kembali.",
          ],
          [
            "Gangguan tiruan dilatih setiap tiga bulan tanpa pengelola utama.",
            "Formasi pengelola diusulkan dalam penataan organisasi berikutnya.",
          ],
        ],
        cause: 2,
        transfer: "INSPIRE",
        risk: {
          text: "Pengelola kedua ditarik untuk pekerjaan lain",
          mitigation:
            "Penunjukan dicantumkan dalam sasaran kerja pegawai dan dipantau kepala bidang",
        },
        people: 3,
        budget: 30,
        legalNeed: "",
      },
      own: [
        {
          theme: "HANDOVER",
          cause: 1,
          bridge: [
            "Ilmu yang tersimpan pada satu orang di lokus sama dengan keadaan {unit} sekarang.",
            "Layanan daring sebaik apa pun rapuh bila hanya dipahami satu orang, demikian yang kami lihat di lokus.",
          ],
        },
        {
          theme: "TRACKING",
          cause: 2,
          bridge: [
            "Karena tenaga pengelola terbatas, {unit} memakai lembar bersama yang dapat dirawat siapa saja.",
            "Belajar dari ketergantungan di lokus, pelacakan dibuat dengan alat yang dikuasai semua petugas.",
          ],
        },
      ],
    },
    {
      key: "national-system-change",
      criterion: "sustainability",
      category: "REGULATION",
      tags: ["TECHNOLOGY"],
      locus: "HOST",
      titles: [
        "Sistem daerah harus mengikuti perubahan perizinan nasional",
        "Tumpang tindih sistem perizinan pusat dan daerah",
        "Perubahan aturan perizinan membuat pemohon dan petugas bingung",
      ],
      facts: [
        [
          "Sebagian jenis izin berpindah ke sistem nasional, dan pemohon tidak selalu mengetahui harus memulai dari mana.",
          "Petugas menunjukkan jenis izin yang harus dimasukkan ke dua sistem dengan data yang sama.",
        ],
        [
          "Setiap perubahan aturan mengharuskan penyesuaian formulir dalam waktu singkat.",
          "Penyesuaian dikerjakan mendadak karena pemberitahuan datang berdekatan dengan masa berlaku.",
        ],
        [
          "Pemohon yang keliru memulai harus mengulang dari awal.",
          "Meja bantuan banyak menghabiskan waktu menjelaskan pembagian kedua sistem.",
        ],
      ],
      quotes: [
        "“Saya sudah daftar di sini, ternyata harus di sana dulu.” — pemohon izin usaha",
        "“Aturannya keluar, seminggu kemudian harus jalan. Formulirnya belum tentu siap.” — pengelola sistem informasi",
      ],
      affected: ["Pemohon izin", "Pemohon dan petugas pelayanan"],
      response: [
        "Meja bantuan menempelkan daftar jenis izin menurut sistemnya.",
        "Petugas membantu memasukkan data ke sistem nasional.",
      ],
      usg: [4, 4, 4],
      causes: [
        [
          "Pembagian kewenangan izin berubah mengikuti aturan nasional",
          "Sistem nasional dan daerah dikembangkan pada waktu yang berbeda",
        ],
        [
          "Kedua sistem belum bertukar data",
          "Data pemohon tidak dapat dibaca oleh sistem yang lain",
        ],
        [
          "Belum ada petugas yang bertugas membaca dan menerjemahkan perubahan aturan",
          "Perubahan aturan dibaca ketika sudah berlaku",
        ],
      ],
      fishbone: [
        ["METHOD", "Penyesuaian aturan dilakukan mendadak"],
        ["MACHINE", "Kedua sistem belum bertukar data"],
        ["MATERIAL", "Panduan pemohon belum diperbarui"],
        ["ENVIRONMENT", "Aturan perizinan sering berubah"],
      ],
      advice: {
        titles: [
          "Satu halaman penuntun dan pembaca aturan",
          "Penuntun satu pintu untuk memilih sistem yang tepat",
        ],
        text: [
          [
            "Pemohon dipandu dengan lima pertanyaan sehingga langsung menuju sistem yang benar.",
            "Halaman awal menanyakan jenis usaha lalu mengarahkan pemohon, tanpa menyebut nama sistem.",
          ],
          [
            "Seorang petugas ditunjuk membaca rancangan aturan dan menyiapkan perubahan lebih awal.",
            "Daftar perubahan aturan dibahas setiap dua pekan bersama pengelola sistem.",
          ],
        ],
        cause: 2,
        transfer: "INSPIRE",
        risk: {
          text: "Penuntun menjadi usang ketika aturan berubah lagi",
          mitigation: "Penuntun diberi tanggal dan diperiksa setiap dua pekan",
        },
        people: 4,
        budget: 15,
        legalNeed: "",
      },
      own: [
        {
          theme: "EARLY_CHECK",
          cause: 2,
          bridge: [
            "Perubahan aturan yang membingungkan di lokus dijawab dengan daftar syarat bertanggal pada {unit}.",
            "Syarat yang jelas dan bertanggal mencegah pengulangan dari awal seperti di lokus.",
          ],
        },
        {
          theme: "ONE_DOOR",
          cause: 0,
          bridge: [
            "Kebingungan memilih pintu di lokus menguatkan alasan untuk menyediakan satu pintu pada {unit}.",
            "Pemohon tidak perlu memahami pembagian kewenangan; petugaslah yang mengarahkan, belajar dari lokus.",
          ],
        },
      ],
    },
    {
      key: "survey-without-answer",
      criterion: "benefit",
      category: "CULTURE",
      tags: ["LEADERSHIP"],
      locus: "HOST",
      titles: [
        "Nilai survei dipantau, tetapi keluhan tertulis tidak selalu dijawab",
        "Hasil survei berhenti sebagai angka",
        "Umpan balik pemohon belum menjadi perbaikan",
      ],
      facts: [
        [
          "Layar menampilkan nilai rata-rata, sedangkan catatan keluhan pemohon tidak dibahas dengan tetap.",
          "Kolom keluhan terisi banyak, tetapi tidak terlihat catatan siapa yang menindaklanjutinya.",
        ],
        [
          "Pemohon yang memberi nilai rendah tidak dihubungi untuk mengetahui sebabnya.",
          "Survei diisi sebelum izin dapat diunduh sehingga sebagian pemohon asal memilih.",
        ],
        [
          "Petugas merasa aman selama angkanya tinggi.",
          "Perhatian tertuju pada angka dan bukan pada sebab di baliknya.",
        ],
      ],
      quotes: [
        "“Saya isi bagus semua supaya cepat bisa unduh.” — pemohon izin usaha",
        "“Yang dilihat angkanya. Komentarnya kami baca kalau sempat.” — petugas meja bantuan",
      ],
      affected: ["Pemohon yang kecewa", "Pemohon dan pimpinan layanan"],
      response: [
        "Nilai rendah ditanyakan kepala bidang dalam apel.",
        "Keluhan yang mendesak diteruskan ke bidang terkait.",
      ],
      usg: [3, 3, 3],
      causes: [
        [
          "Survei menjadi syarat mengunduh izin sehingga diisi sekadarnya",
          "Letak survei mendorong pemohon untuk segera menutupnya",
        ],
        [
          "Ukuran keberhasilan ialah nilai rata-rata",
          "Yang dilaporkan kepada pimpinan hanya angka rata-rata",
        ],
        [
          "Belum ada petugas yang bertanggung jawab menjawab keluhan",
          "Tindak lanjut keluhan tidak tercantum dalam uraian tugas",
        ],
      ],
      fishbone: [
        ["METHOD", "Survei menjadi syarat unduh"],
        ["MAN", "Penanggung jawab keluhan tidak ada"],
        ["MATERIAL", "Keluhan tidak dikelompokkan"],
        ["ENVIRONMENT", "Kebiasaan mengejar angka"],
      ],
      advice: {
        titles: [
          "Dua keluhan teratas dijawab terbuka setiap bulan",
          "Survei dipisahkan dari unduhan izin",
        ],
        text: [
          [
            "Survei dikirim sehari setelah izin terbit dan tidak menjadi syarat mengunduh.",
            "Keluhan dikelompokkan, lalu dua yang terbanyak dijawab terbuka pada laman layanan setiap bulan.",
          ],
          [
            "Pemohon dengan nilai rendah dihubungi secara acak untuk mengetahui sebabnya.",
            "Seorang petugas ditunjuk menjawab keluhan dan melaporkan penyelesaiannya.",
          ],
        ],
        cause: 2,
        transfer: "INSPIRE",
        risk: {
          text: "Jumlah pengisi survei turun setelah tidak diwajibkan",
          mitigation: "Survei dipersingkat menjadi tiga pertanyaan dan hasilnya diumumkan",
        },
        people: 3,
        budget: 5,
        legalNeed: "",
      },
      own: [
        {
          theme: "TRACKING",
          cause: 2,
          bridge: [
            "Angka kepuasan di lokus kehilangan makna karena tidak berjawab; {unit} mewajibkan jawaban atas dua keluhan teratas.",
            "Survei ditiru dari lokus, tetapi dilepaskan dari syarat unduh dan disertai jawaban.",
          ],
        },
        {
          theme: "ASSISTED",
          cause: 0,
          bridge: [
            "Keluhan yang tidak terbaca di lokus umumnya datang dari pemohon yang tidak terbiasa; mereka perlu ditemani.",
            "Mendengar langsung melalui pendampingan memberi keterangan yang tidak tertangkap survei di lokus.",
          ],
        },
      ],
    },
    {
      key: "network-outage",
      criterion: "effectiveness",
      category: "INFRASTRUCTURE",
      tags: ["TECHNOLOGY", "GEOGRAPHY"],
      locus: "HOST",
      titles: [
        "Gangguan jaringan dan peladen menghentikan layanan",
        "Layanan terhenti ketika peladen terganggu",
        "Belum ada cara cadangan ketika sistem tidak dapat dibuka",
      ],
      facts: [
        [
          "Petugas menceritakan gangguan beberapa jam yang membuat pemohon tidak dapat melanjutkan permohonan.",
          "Pada peragaan, halaman sempat tidak dapat dibuka sehingga petugas beralih ke tangkapan layar.",
        ],
        [
          "Tidak tersedia pemberitahuan kepada pemohon ketika sistem terganggu.",
          "Pemohon mengulang unggahan berkali-kali tanpa mengetahui bahwa sistem sedang terganggu.",
        ],
        [
          "Wilayah selatan dan pegunungan lebih sering mengeluhkan gagal unggah.",
          "Pemohon dari kecamatan yang jauh menyampaikan kegagalan unggah pada jam tertentu.",
        ],
      ],
      quotes: [
        "“Kalau mati, ya kami menunggu juga. Pemohon kira salahnya di dia.” — petugas meja bantuan",
        "“Unggah di rumah saya gagal terus, akhirnya ke kota.” — pemohon dari kecamatan pegunungan",
      ],
      affected: ["Pemohon di wilayah dengan jaringan lemah", "Seluruh pemohon pada saat gangguan"],
      response: [
        "Peladen dinyalakan ulang oleh pengelola.",
        "Petugas menerima berkas melalui surel ketika gangguan berlangsung lama.",
      ],
      usg: [3, 4, 3],
      causes: [
        [
          "Peladen ditempatkan di ruang yang tidak dirancang untuk itu",
          "Daya dan pendingin ruang peladen tidak memadai",
        ],
        ["Pemantauan gangguan belum tersedia", "Gangguan diketahui dari telepon pemohon"],
        [
          "Prosedur cadangan ketika sistem terganggu belum disusun",
          "Tidak ada cara menerima permohonan sementara yang diakui",
        ],
      ],
      fishbone: [
        ["MACHINE", "Peladen tanpa cadangan"],
        ["METHOD", "Prosedur gangguan belum ada"],
        ["MONEY", "Pemeliharaan ruang peladen terbatas"],
        ["ENVIRONMENT", "Jaringan lemah di kecamatan pegunungan"],
      ],
      advice: {
        titles: [
          "Prosedur gangguan dan halaman status layanan",
          "Cadangan layanan ketika sistem terganggu",
        ],
        text: [
          [
            "Halaman status sederhana memberi tahu pemohon ketika terjadi gangguan dan perkiraan selesainya.",
            "Permohonan yang terputus disimpan sebagai draf sehingga pemohon tidak mengulang unggahan.",
          ],
          [
            "Permohonan sementara diterima melalui formulir cadangan dan diberi nomor yang sama.",
            "Waktu gangguan tidak dihitung ke dalam batas waktu pemohon.",
          ],
        ],
        cause: 2,
        transfer: "INSPIRE",
        risk: {
          text: "Berkas cadangan lewat surel tercecer",
          mitigation: "Satu alamat surel bersama dan daftar periksa harian",
        },
        people: 3,
        budget: 75,
        legalNeed: "",
      },
      own: [
        {
          theme: "ASSISTED",
          cause: 2,
          bridge: [
            "Pengalaman gangguan di lokus mengingatkan bahwa saluran lain harus selalu tersedia.",
            "Layanan yang hanya memiliki satu saluran rapuh; di lokus hal itu terasa pada saat gangguan.",
          ],
        },
        {
          theme: "TRACKING",
          cause: 1,
          bridge: [
            "Supaya gangguan tidak diketahui dari keluhan seperti di lokus, keadaan layanan ditampilkan terbuka.",
            "Pemohon di lokus tidak mengetahui apa yang terjadi; pada {unit} status selalu dapat dilihat.",
          ],
        },
      ],
    },
  ],
  profile: {
    centre: {
      novelty: 3.8,
      effectiveness: 3.9,
      benefit: 4.2,
      transferability: 3.7,
      sustainability: 3.5,
    },
    split: false,
  },
};
