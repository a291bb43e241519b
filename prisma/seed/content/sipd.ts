import type { InnovationContent } from "./model";

/** What the demo's participants saw of SIPD. Field notes are made up for the demo. */
export const SIPD: InnovationContent = {
  code: "SIPD",
  shortName: "SIPD Kabupaten Bandung",
  essence: "memusatkan data pembangunan seluruh perangkat daerah pada satu pintu",
  sources: [
    {
      role: "Kepala bidang data dan pengendalian",
      unit: "Bappeda Kabupaten Bandung",
      type: "LEADER",
    },
    { role: "Admin SIPD kabupaten", unit: "Bappeda Kabupaten Bandung", type: "STAFF" },
    { role: "Operator data perangkat daerah", unit: "Dinas Sosial", type: "STAFF" },
    { role: "Perencana kecamatan", unit: "Kecamatan di sekitar Soreang", type: "OFFICIAL" },
    {
      role: "Pengolah data statistik sektoral",
      unit: "Dinas yang membidangi informatika",
      type: "PARTNER",
    },
    { role: "Perencana perangkat daerah", unit: "Dinas Kesehatan", type: "USER" },
    { role: "Peneliti pengguna data", unit: "Perguruan tinggi di Bandung", type: "USER" },
  ],
  quotes: {
    novelty: [
      "“Sebelumnya data diminta lewat surat, sekarang perangkat daerah yang mengisi dan Bappeda yang menguji.” — admin SIPD",
      "“Satu angka untuk satu indikator. Itu yang dulu tidak pernah kami punya.” — kepala bidang data",
    ],
    effectiveness: [
      "“Menyusun rencana kerja, kami tinggal menarik tabelnya; tidak mengirim surat lagi.” — perencana perangkat daerah",
      "“Warna merah di layar langsung kelihatan dinas mana yang belum mengisi.” — admin SIPD",
    ],
    benefit: [
      "“Mahasiswa dan wartawan mengambil data sendiri, tidak menunggu surat balasan.” — pengolah data",
      "“Usulan musrenbang lebih mudah dipertahankan karena ada datanya.” — perencana kecamatan",
    ],
    transferability: [
      "“Daftar elemen datanya mengikuti aturan nasional, jadi daerah lain tinggal memakai.” — admin SIPD",
      "“Yang penting bukan aplikasinya, tapi jadwal dan orangnya. Itu bisa ditiru siapa saja.” — kepala bidang data",
    ],
    sustainability: [
      "“Ada perda keterbukaan informasi dan perbup, jadi dinas tidak bisa menolak mengisi.” — kepala bidang data",
      "“Pimpinan menanyakan keterisian tiap rapat. Itu yang membuat tetap hidup.” — operator data dinas",
    ],
  },
  links: [
    {
      caption: "Portal Pemerintah Provinsi Jawa Barat, rujukan anugerah satu data pembangunan",
      url: "https://jabarprov.go.id/",
      criterion: "novelty",
    },
    {
      caption: "Pangkalan peraturan BPK, tempat menelusuri Permendagri 8/2014 tentang SIPD",
      url: "https://peraturan.bpk.go.id/",
    },
  ],
  strengths: [
    [
      "Keterisian data setiap perangkat daerah ditampilkan terbuka sehingga pimpinan mengetahui siapa yang belum mengisi tanpa perlu menegur satu per satu.",
      "Papan keterisian yang terlihat semua perangkat daerah menimbulkan dorongan sesama tanpa surat teguran.",
      "Kemajuan pengisian dipampang dan dibahas dalam rapat pimpinan; inilah mesin penggerak yang sesungguhnya.",
    ],
    [
      "Kepedulian pimpinan nyata: keterisian data menjadi pokok bahasan rapat, bukan sekadar urusan admin.",
      "Kepala daerah dan kepala Bappeda menanyakan data secara teratur sehingga operator merasa pekerjaannya berarti.",
    ],
    [
      "Setiap perangkat daerah memiliki operator yang ditunjuk dengan surat, lengkap dengan kelompok data tanggung jawabnya.",
      "Operator data ditetapkan resmi di setiap perangkat daerah sehingga Bappeda mengetahui kepada siapa harus bertanya.",
      "Penunjukan operator yang jelas membuat pengisian tidak berpindah-pindah tangan.",
    ],
    [
      "Pengelompokan data mengikuti aturan nasional sehingga angkanya dapat dibandingkan dengan daerah lain.",
      "Daftar elemen data tidak dibuat sendiri, melainkan mengikuti ketentuan nasional, sehingga tidak perlu diperdebatkan setiap tahun.",
    ],
    [
      "Data yang sudah diperiksa dibuka untuk umum, sehingga kesalahan cepat diketahui oleh pemakai.",
      "Keterbukaan kepada masyarakat dijadikan alat pemeriksa mutu: pemakai data melaporkan kejanggalan.",
      "Akses data tanpa surat permintaan menghemat waktu peneliti, wartawan, dan perangkat daerah sendiri.",
    ],
    [
      "Data dipakai langsung dalam penyusunan rencana kerja, sehingga pengisi merasakan gunanya.",
      "Dokumen perencanaan mengambil angka dari sistem, dan inilah alasan perangkat daerah bersedia tertib mengisi.",
    ],
    [
      "Dasar hukum lengkap, dari peraturan daerah tentang keterbukaan informasi sampai peraturan bupati pelaksanaannya.",
      "Aturan daerah memberi Bappeda kewenangan yang tegas untuk meminta dan membuka data.",
    ],
    [
      "Bappeda mendampingi operator secara berkala melalui klinik data, bukan hanya menagih isian.",
      "Klinik data yang dibuka menjelang tenggat membuat operator tidak segan bertanya.",
    ],
  ],
  notes: {
    novelty: {
      low: [
        "Mengumpulkan data pada satu aplikasi sudah menjadi kewajiban nasional; hal yang berbeda di sini belum tampak bagi saya.",
        "Pengisian tahunan lewat aplikasi lebih menyerupai perpindahan lembar kerja ke layar daripada cara kerja baru.",
      ],
      fair: [
        "Aplikasinya mengikuti ketentuan nasional; kebaruannya ada pada papan keterisian dan pembahasannya di rapat pimpinan.",
        "Sebagian cara baru, yaitu membuka data kepada umum, sedangkan pengumpulannya masih mirip cara sebelumnya.",
      ],
      good: [
        "Menjadikan keterisian sebagai bahan rapat pimpinan dan membuka data kepada umum merupakan pendekatan yang berbeda dari pengumpulan data biasa.",
        "Peran Bappeda beralih dari penagih menjadi penguji mutu data; peralihan ini tampak dari alur kerjanya.",
      ],
      top: [
        "Dari permintaan data lewat surat menjadi pengisian berjenjang yang diuji dan dibuka; perubahan ini diakui melalui anugerah tingkat provinsi.",
        "Gabungan papan keterisian, penguji mutu, dan keterbukaan belum saya temukan pada daerah lain, dan pihak luar telah memberikan pengakuan.",
      ],
    },
    effectiveness: {
      low: [
        "Beberapa elemen data yang saya coba buka berisi angka tahun sebelumnya atau kosong; keluarannya belum sesuai tujuan.",
        "Perangkat daerah yang saya tanya masih menyusun tabel sendiri karena tidak yakin pada angka dalam sistem.",
      ],
      fair: [
        "Keterisian tinggi, tetapi pemakaian data dalam penyusunan program baru tampak pada sebagian perangkat daerah.",
        "Data tersedia, sedangkan mutu antarperangkat daerah belum sama sehingga masih perlu diperiksa ulang.",
      ],
      good: [
        "Keterisian terpantau dan data dipakai dalam dokumen rencana kerja yang diperlihatkan.",
        "Perencana menunjukkan tabel rencana kerja yang ditarik langsung dari sistem; waktunya jauh lebih singkat.",
      ],
      top: [
        "Tabel rencana kerja, bahan rapat, dan laporan yang saya periksa mengambil angka dari sumber yang sama; hasilnya dapat dibuktikan dari dokumen.",
        "Telusur tiga indikator menunjukkan angka yang sama pada sistem, rencana kerja, dan laporan; hal itu sulit dicapai daerah lain.",
      ],
    },
    benefit: {
      low: [
        "Manfaat bagi masyarakat belum terlihat karena laman terbuka sulit ditemukan dan bahasanya teknis.",
        "Warga dan desa yang saya tanya tidak mengetahui adanya data terbuka ini.",
      ],
      fair: [
        "Manfaat nyata bagi perencana, sedangkan bagi masyarakat baru dirasakan kelompok tertentu.",
        "Data terbuka bermanfaat bagi peneliti; kecamatan dan desa belum banyak memakainya.",
      ],
      good: [
        "Perencana menghemat waktu pengumpulan data dan kecamatan memiliki dasar ketika mempertahankan usulan.",
        "Permintaan data lewat surat menurun karena pemakai dapat mengambil sendiri.",
      ],
      top: [
        "Pemakai dari dalam dan luar pemerintah menceritakan penghematan yang sama: data diambil sendiri tanpa surat; catatan permintaan data mendukungnya.",
        "Perencana, kecamatan, dan peneliti memakai angka yang sama, dan perbedaan angka yang dahulu menghabiskan waktu rapat tidak lagi muncul.",
      ],
    },
    transferability: {
      low: [
        "Tanpa dukungan pimpinan setingkat bupati, papan keterisian tidak akan berpengaruh; syarat ini tidak mudah dipenuhi unit lain.",
        "Panduan pengelolaan tidak dapat ditunjukkan; pengetahuan berada pada admin.",
      ],
      fair: [
        "Daftar elemen data dapat dipakai siapa saja, tetapi kebiasaan rapat yang menopangnya harus dibangun sendiri.",
        "Alur pengisian mudah ditiru, sedangkan pengujian mutu memerlukan orang yang memahami data.",
      ],
      good: [
        "Jadwal, penunjukan operator, dan papan keterisian dapat ditiru tanpa aplikasi khusus.",
        "Pengelola membagikan daftar data dan contoh surat penunjukan yang dapat langsung dipakai.",
      ],
      top: [
        "Polanya berjalan pada seluruh perangkat daerah dengan tugas yang sangat berbeda; pedoman dan contoh surat diserahkan kepada kami.",
        "Daerah lain telah datang dan memakai pola yang sama, dan unsur pokoknya tidak bergantung pada aplikasi tertentu.",
      ],
    },
    sustainability: {
      low: [
        "Admin menyatakan belum ada pengganti; bila ia berpindah, pengujian data berhenti.",
        "Kabar perubahan aplikasi dari pusat membuat operator ragu melanjutkan pengisian.",
      ],
      fair: [
        "Aturan dan anggaran ada, tetapi pergantian operator di perangkat daerah membuat mutu data turun naik.",
        "Keberlangsungannya kuat di Bappeda dan lemah pada perangkat daerah yang operatornya sering berganti.",
      ],
      good: [
        "Aturan daerah, anggaran, dan kebiasaan rapat menopang pengisian dari tahun ke tahun.",
        "Sistem bertahan melewati pergantian pejabat karena kewajibannya tertulis dalam peraturan bupati.",
      ],
      top: [
        "Pengisian berjalan beberapa tahun berturut-turut dengan pejabat yang berganti; peraturan daerah dan peraturan bupati menjadi penopangnya.",
        "Kewajiban pengisian tercantum dalam peraturan, dibahas rutin oleh pimpinan, dan terus dikembangkan; ketiganya dibuktikan dengan dokumen.",
      ],
    },
  },
  results: [
    {
      indicator: "Waktu mengumpulkan tabel untuk rencana kerja, menurut perencana yang ditemui",
      unit: "hari kerja",
      source: "Wawancara perencana perangkat daerah, catatan peserta",
      before: 20,
      after: 4,
    },
    {
      indicator: "Surat permintaan data yang diterima Bappeda setiap bulan",
      unit: "surat",
      source: "Perkiraan admin SIPD, belum dicocokkan dengan agenda surat",
      before: 40,
      after: 10,
    },
    {
      indicator: "Selisih angka antara sistem dan dokumen rencana pada tiga indikator",
      unit: "indikator",
      source: "Telusur peserta pada dokumen yang diperlihatkan",
      before: 3,
      after: 0,
      exact: true,
    },
    {
      indicator: "Pemakaian data oleh desa",
      unit: "",
      source: "Keterangan perencana kecamatan",
      explanation:
        "Pengelola belum mencatat siapa saja yang membuka data, sehingga pemakaian oleh desa belum dapat dibuktikan dengan angka.",
    },
  ],
  summary: {
    opening: [
      "SIPD di Kabupaten Bandung memperlihatkan bahwa satu data terwujud karena ada yang menanyakan, bukan karena ada aplikasinya.",
      "Di Bappeda saya mengamati bagaimana pengisian data pembangunan diperlakukan sebagai pekerjaan pimpinan, bukan pekerjaan operator.",
      "Sistem Informasi Pembangunan Daerah yang kami kunjungi menyatukan data seluruh perangkat daerah dan memakainya dalam perencanaan.",
      "Yang paling berkesan dari SIPD ialah papan keterisian yang membuat setiap perangkat daerah melihat kedudukannya sendiri.",
      "Kunjungan ke Bappeda menunjukkan tata kelola data yang sederhana, tetapi dijalankan dengan tertib.",
    ],
    strong: [
      "Tiga angka yang saya cocokkan sama pada sistem, rencana kerja, dan laporan.",
      "Perencana memakai data ini tanpa diminta, tanda bahwa sistemnya benar-benar berguna.",
      "Dokumen yang diperlihatkan memakai angka yang sama dan pemakai membenarkan kemudahannya.",
      "Dasar hukum, kepedulian pimpinan, dan keterbukaan saling menguatkan, dan buktinya dapat ditelusuri.",
      "Pengakuan dari luar sejalan dengan apa yang kami lihat di lapangan.",
    ],
    mixed: [
      "Papan keterisian hijau, tetapi beberapa angka masih perlu ditanyakan asalnya.",
      "Bappeda sudah melangkah jauh, sedangkan sebagian perangkat daerah masih mengisi karena ditagih.",
      "Keterisian sudah tinggi, sedangkan mutu dan pemakaian data di sebagian perangkat daerah masih perlu dijaga.",
      "Manfaat bagi perencana jelas; manfaat bagi desa dan masyarakat umum belum merata.",
      "Tata kelolanya kuat, tetapi ketergantungan pada beberapa orang masih terasa.",
    ],
    weak: [
      "Keterisian belum berarti kebenaran; beberapa angka yang kami buka tidak dapat dijelaskan asalnya.",
      "Dari sisi pemakai, saya belum memperoleh bukti yang cukup bahwa data ini mengubah keputusan.",
    ],
    lesson: [
      "Pelajaran bagi saya: data menjadi baik apabila dipakai oleh orang yang berwenang memutuskan.",
      "Yang dapat segera ditiru ialah satu penanggung jawab untuk satu data dan kebiasaan membalas setiap kiriman.",
      "Yang perlu dibawa pulang ialah papan keterisian, bukan aplikasinya.",
      "Bagi unit saya, langkah pertama adalah menyepakati pengertian setiap isian sebelum meminta data.",
    ],
  },
  obstacles: [
    {
      key: "filled-not-true",
      criterion: "effectiveness",
      category: "DATA",
      tags: ["CULTURE"],
      locus: "HOST",
      titles: [
        "Keterisian data tinggi, tetapi kebenarannya belum teruji",
        "Pengisian mengejar tenggat dan mengabaikan mutu data",
        "Angka terisi penuh tanpa penjelasan asal-usulnya",
      ],
      facts: [
        [
          "Beberapa elemen data memuat angka yang sama persis dengan tahun sebelumnya tanpa catatan sumber.",
          "Pada peragaan, dua elemen data yang dibuka tidak memiliki keterangan sumber maupun tanggal pemutakhiran.",
        ],
        [
          "Operator mengaku menyalin angka lama ketika data dari bidang teknis belum tersedia menjelang tenggat.",
          "Menjelang tenggat, operator lebih memilih mengisi dengan perkiraan daripada membiarkan kolom berwarna merah.",
        ],
        [
          "Pengujian oleh Bappeda hanya menyentuh sebagian kecil elemen data karena jumlahnya sangat banyak.",
          "Bappeda menguji data secara acak dan belum dapat menjangkau seluruh elemen.",
        ],
      ],
      quotes: [
        "“Yang penting hijau dulu. Nanti kalau ditanya baru kami cari sumbernya.” — operator data dinas",
        "“Kami uji yang dipakai untuk rencana saja, selebihnya tidak sanggup.” — admin SIPD",
      ],
      affected: [
        "Perencana dan pemakai data di luar pemerintah",
        "Pengambil keputusan yang memakai data",
      ],
      response: [
        "Bappeda mengadakan klinik data menjelang tenggat dan menguji data secara acak.",
        "Elemen data yang dipakai dalam rencana kerja diperiksa dua kali.",
      ],
      usg: [4, 5, 4],
      causes: [
        [
          "Yang dinilai dan ditampilkan ialah keterisian, bukan kebenaran",
          "Papan hanya menunjukkan kolom terisi atau kosong",
        ],
        [
          "Bidang teknis menyerahkan data kepada operator menjelang tenggat tanpa pemeriksaan",
          "Data dari bidang teknis datang terlambat dan tidak disertai sumber",
        ],
        [
          "Belum ada penanggung jawab kebenaran data di setiap bidang",
          "Kebenaran data tidak menjadi tugas siapa pun di bidang teknis",
        ],
        [
          "Ukuran mutu data belum disepakati dan belum masuk penilaian kinerja",
          "Mutu data tidak tercantum dalam sasaran kerja pejabat bidang teknis",
        ],
      ],
      fishbone: [
        ["METHOD", "Papan menilai keterisian saja"],
        ["MAN", "Operator tidak memahami isi data bidang teknis"],
        ["MATERIAL", "Sumber dan tanggal data tidak dicantumkan"],
        ["MACHINE", "Aplikasi tidak menolak angka tanpa sumber"],
        ["ENVIRONMENT", "Tenggat bersamaan dengan penyusunan anggaran"],
      ],
      advice: {
        titles: [
          "Papan mutu data di samping papan keterisian",
          "Kolom sumber dan tanggal sebagai syarat isian hijau",
        ],
        text: [
          [
            "Isian baru dianggap selesai apabila sumber dan tanggalnya tercantum, dan mutunya ditampilkan dengan warna tersendiri.",
            "Bappeda menambahkan warna kedua untuk mutu: sumber tercantum, tanggal mutakhir, dan lolos uji kewajaran.",
          ],
          [
            "Sepuluh elemen yang paling sering dipakai diuji setiap bulan dan hasilnya dibahas dalam rapat pimpinan.",
            "Kepala bidang teknis menandatangani kebenaran data bidangnya sekali setiap triwulan.",
          ],
        ],
        cause: 0,
        transfer: "INSPIRE",
        risk: {
          text: "Keterisian turun ketika syarat mutu diberlakukan",
          mitigation:
            "Syarat mutu diberlakukan bertahap, dimulai dari elemen yang paling sering dipakai",
        },
        people: 8,
        budget: 30,
        legalNeed: "Perubahan petunjuk teknis pengisian yang ditetapkan kepala Bappeda.",
      },
      own: [
        {
          theme: "DATA_STEWARD",
          cause: 2,
          bridge: [
            "Kolom yang penuh di lokus belum tentu benar; karena itu tiap isian pada {unit} harus memiliki penjaganya.",
            "Dari lokus kami belajar bahwa keterisian tanpa penanggung jawab hanya memindahkan masalah.",
          ],
        },
        {
          theme: "TASK_FORCE",
          cause: 3,
          bridge: [
            "Mutu data membaik ketika dibahas bersama; di lokus bahasan itu baru menyentuh keterisian.",
            "Kebiasaan rapat pimpinan di lokus ditiru, tetapi yang dibahas ialah mutu dan pemakaiannya.",
          ],
        },
      ],
    },
    {
      key: "operators-rotate",
      criterion: "sustainability",
      category: "HUMAN_RESOURCES",
      tags: ["SUSTAINABILITY"],
      locus: "HOST",
      titles: [
        "Operator data perangkat daerah kerap berganti tanpa serah terima",
        "Mutasi operator membuat pengisian SIPD dimulai dari awal",
        "Pengetahuan pengisian data ikut pindah bersama operatornya",
      ],
      facts: [
        [
          "Dari operator yang ditemui, beberapa baru bertugas beberapa bulan dan belum pernah mengikuti pelatihan.",
          "Pada satu dinas, operator telah tiga kali berganti dan kata sandi sempat tidak diketahui penggantinya.",
        ],
        [
          "Operator baru belajar dengan menelepon admin Bappeda atau operator dinas lain.",
          "Bappeda mengulang penjelasan yang sama setiap kali terjadi mutasi.",
        ],
        [
          "Pada masa pergantian itu, keterisian dan mutu data menurun.",
          "Data triwulan yang bersamaan dengan mutasi umumnya terlambat dan kurang teliti.",
        ],
      ],
      quotes: [
        "“Saya dapat tugas ini karena yang lama dimutasi. Diberi kata sandi, sudah itu saja.” — operator data dinas",
        "“Setiap habis pelantikan, telepon saya ramai pertanyaan yang sama.” — admin SIPD",
      ],
      affected: ["Operator baru dan admin Bappeda", "Perangkat daerah dan pemakai data"],
      response: [
        "Bappeda melatih operator baru dalam klinik data.",
        "Admin membuat catatan tanya jawab yang dibagikan lewat grup percakapan.",
      ],
      usg: [4, 4, 4],
      causes: [
        [
          "Tugas operator melekat pada orang dan bukan pada jabatan",
          "Penunjukan operator menyebut nama, bukan jabatan",
        ],
        [
          "Tidak ada operator cadangan yang ikut mengisi",
          "Hanya satu orang di tiap perangkat daerah yang memiliki akses",
        ],
        [
          "Serah terima tugas operator tidak diatur",
          "Mutasi tidak mensyaratkan serah terima akses dan catatan data",
        ],
        [
          "Panduan pengisian yang ringkas belum tersedia di perangkat daerah",
          "Panduan yang ada menjelaskan aplikasi, bukan asal data tiap perangkat daerah",
        ],
      ],
      fishbone: [
        ["MAN", "Operator tunggal tanpa cadangan"],
        ["METHOD", "Serah terima tidak diatur"],
        ["MATERIAL", "Panduan tidak memuat asal data"],
        ["ENVIRONMENT", "Mutasi terjadi di tengah masa pengisian"],
      ],
      advice: {
        titles: [
          "Operator cadangan dan serah terima akses pada setiap mutasi",
          "Lembar serah terima data bagi operator SIPD",
        ],
        text: [
          [
            "Setiap perangkat daerah menunjuk dua operator menurut jabatan, dan keduanya mengisi bergantian.",
            "Penunjukan operator diubah menjadi penunjukan jabatan beserta satu jabatan cadangan.",
          ],
          [
            "Akses operator lama dicabut hanya setelah lembar serah terima ditandatangani penggantinya.",
            "BKPSDM memasukkan serah terima data ke dalam daftar periksa mutasi.",
          ],
        ],
        cause: 2,
        transfer: "INSPIRE",
        risk: {
          text: "Serah terima dilakukan sekadar untuk memenuhi syarat administrasi",
          mitigation: "Pengganti diminta mengisi satu elemen data di hadapan operator lama",
        },
        people: 4,
        budget: 0,
        legalNeed: "Surat edaran Sekretaris Daerah tentang operator data menurut jabatan.",
      },
      own: [
        {
          theme: "HANDOVER",
          cause: 2,
          bridge: [
            "Di lokus, pengetahuan operator ikut berpindah; {unit} menghadapi bahaya yang sama.",
            "Mutasi yang melemahkan pengisian di lokus menjadi alasan menyiapkan pengelola cadangan.",
          ],
        },
        {
          theme: "DATA_STEWARD",
          cause: 0,
          bridge: [
            "Agar tidak bergantung pada nama seperti di lokus, wali data ditetapkan menurut jabatan.",
            "Wali data beserta penggantinya mencegah pengulangan pelajaran pahit di lokus.",
          ],
        },
      ],
    },
    {
      key: "parallel-systems",
      criterion: "transferability",
      category: "TECHNOLOGY",
      tags: ["COORDINATION", "REGULATION"],
      locus: "BOTH",
      titles: [
        "Perangkat daerah mengisi data yang sama ke banyak aplikasi",
        "SIPD belum terhubung dengan aplikasi sektoral",
        "Pengisian berulang karena aplikasi pusat dan daerah tidak saling membaca",
      ],
      facts: [
        [
          "Operator memperlihatkan tiga aplikasi yang meminta angka serupa dengan format berbeda.",
          "Dinas yang dikunjungi mengisi aplikasi kementerian, aplikasi provinsi, dan SIPD dengan data yang hampir sama.",
        ],
        [
          "Karena diisi pada waktu berbeda, angka pada ketiganya tidak selalu sama.",
          "Perbedaan waktu pengisian melahirkan angka yang berlainan untuk satu indikator.",
        ],
        [
          "Keadaan ini juga dialami {unit}, yang harus melayani beberapa permintaan data dengan isi serupa.",
          "{unit} pun menghadapi permintaan serupa, sehingga peniruan harus disertai pengurangan permintaan ganda.",
        ],
      ],
      quotes: [
        "“Isiannya mirip, aplikasinya lain-lain. Kalau beda sedikit, kami yang ditanya.” — operator data dinas",
        "“Menghubungkan aplikasi itu urusan dua kementerian, bukan urusan kami.” — pengolah data",
      ],
      affected: ["Operator perangkat daerah", "Operator, perencana, dan pemakai data"],
      response: [
        "Operator membuat lembar kerja induk sendiri lalu menyalinnya ke tiap aplikasi.",
        "Bappeda meminta perangkat daerah menjadikan SIPD sebagai rujukan bila terdapat perbedaan.",
      ],
      usg: [4, 3, 4],
      causes: [
        [
          "Setiap instansi pembina membuat aplikasi untuk kebutuhannya sendiri",
          "Aplikasi sektoral lahir dari program yang berbeda-beda",
        ],
        [
          "Pengertian dan kode data antaraplikasi tidak sama",
          "Belum ada kode rujukan yang dipakai bersama oleh aplikasi tersebut",
        ],
        [
          "Belum ada pihak yang berwenang menghentikan permintaan data ganda",
          "Permintaan data baru tidak melalui satu pintu",
        ],
      ],
      fishbone: [
        ["MACHINE", "Aplikasi tidak saling membaca data"],
        ["METHOD", "Permintaan data tidak satu pintu"],
        ["MATERIAL", "Kode dan pengertian data berbeda"],
        ["MAN", "Operator menyalin berulang kali"],
      ],
      advice: {
        titles: [
          "Lembar induk data dan pintu tunggal permintaan data",
          "Bappeda sebagai pintu tunggal permintaan data daerah",
        ],
        text: [
          [
            "Permintaan data dari luar dijawab dari satu lembar induk yang dikelola Bappeda dan diperbarui bersama.",
            "Perangkat daerah cukup mengisi satu lembar induk, dan Bappeda mengekspor untuk kebutuhan aplikasi lain.",
          ],
          [
            "Setiap permintaan data baru diperiksa lebih dahulu apakah datanya sudah ada.",
            "Daftar permintaan data dipublikasikan agar pembina sektoral mengetahui beban pengisian di daerah.",
          ],
        ],
        cause: 2,
        transfer: "INSPIRE",
        risk: {
          text: "Instansi pembina menolak data yang tidak diisi langsung pada aplikasinya",
          mitigation:
            "Ekspor disiapkan dalam format instansi pembina dan diuji bersama satu kementerian",
        },
        people: 5,
        budget: 45,
        legalNeed: "Peraturan bupati tentang satu pintu permintaan data.",
      },
      own: [
        {
          theme: "TASK_FORCE",
          cause: 2,
          bridge: [
            "Permintaan ganda hanya berkurang bila ada forum yang berwenang menghentikannya, suatu hal yang belum ada di lokus.",
            "Dari lokus terlihat bahwa tanpa kesepakatan lintas unit, aplikasi baru hanya menambah isian.",
          ],
        },
        {
          theme: "DATA_STEWARD",
          cause: 1,
          bridge: [
            "Lembar induk yang dibuat diam-diam oleh operator di lokus dijadikan resmi pada {unit}.",
            "Pengertian yang sama lebih dahulu, aplikasinya kemudian; itulah pelajaran dari lokus.",
          ],
        },
      ],
    },
    {
      key: "villages-do-not-use",
      criterion: "benefit",
      category: "COMMUNITY",
      tags: ["DATA"],
      locus: "HOST",
      titles: [
        "Data terbuka belum dipakai desa dan masyarakat luas",
        "Laman data sukar dipahami pemakai di luar pemerintah",
        "Keterbukaan data belum menjangkau desa",
      ],
      facts: [
        [
          "Perencana kecamatan mengetahui laman data, tetapi perangkat desa yang ditemui belum pernah membukanya.",
          "Dari tiga perangkat desa yang ditanya, tidak seorang pun pernah memakai data dari laman itu.",
        ],
        [
          "Tabel ditampilkan menurut kode elemen sehingga pemakai awam sulit menemukan yang dicari.",
          "Pencarian memakai istilah perencanaan; pemakai umum tidak menemukan data dengan kata sehari-hari.",
        ],
        [
          "Data sampai tingkat desa pun terbatas, padahal usulan musrenbang disusun di desa.",
          "Rincian sampai desa belum tersedia untuk sebagian besar elemen.",
        ],
      ],
      quotes: [
        "“Kami bikin usulan dari rapat dusun. Data kabupaten tidak sampai ke kami.” — perangkat desa",
        "“Saya harus tahu kodenya dulu baru bisa cari.” — peneliti pengguna data",
      ],
      affected: ["Pemerintah desa dan warga", "Pemakai data di luar pemerintah"],
      response: [
        "Bappeda melayani permintaan data desa melalui kecamatan.",
        "Infografik beberapa indikator diterbitkan sekali setahun.",
      ],
      usg: [3, 3, 3],
      causes: [
        [
          "Tampilan disusun mengikuti susunan elemen dalam aturan",
          "Laman dibuat untuk melaporkan, bukan untuk dicari",
        ],
        [
          "Kebutuhan pemakai luar tidak pernah ditanyakan",
          "Desa dan masyarakat tidak dilibatkan ketika laman dirancang",
        ],
        [
          "Keberhasilan diukur dari keterisian, bukan dari pemakaian",
          "Pemakaian data tidak pernah dicatat dan dilaporkan",
        ],
      ],
      fishbone: [
        ["METHOD", "Pemakaian data tidak diukur"],
        ["MATERIAL", "Rincian desa belum tersedia"],
        ["MACHINE", "Pencarian memakai kode elemen"],
        ["ENVIRONMENT", "Desa belum terbiasa memakai data"],
      ],
      advice: {
        titles: [
          "Lembar data satu halaman untuk setiap desa",
          "Pencarian data dengan kata sehari-hari",
        ],
        text: [
          [
            "Bappeda menerbitkan lembar data satu halaman per desa menjelang musrenbang.",
            "Sepuluh pertanyaan yang paling sering diajukan desa dijawab dengan satu lembar data yang mudah dibaca.",
          ],
          [
            "Pemakaian data dicatat dan dibahas bersama keterisian.",
            "Jumlah pembuka data per kecamatan ditampilkan pada papan yang sama dengan keterisian.",
          ],
        ],
        cause: 2,
        transfer: "INSPIRE",
        risk: {
          text: "Data desa yang keliru menimbulkan perselisihan antardesa",
          mitigation: "Lembar data diperiksa kecamatan dan diberi tanggal serta sumber",
        },
        people: 6,
        budget: 35,
        legalNeed: "",
      },
      own: [
        {
          theme: "ASSISTED",
          cause: 1,
          bridge: [
            "Data atau layanan yang terbuka belum tentu terpakai; di lokus, yang jauh justru tidak tersentuh.",
            "Pemakai yang tertinggal di lokus menunjukkan bahwa pendampingan perlu menyertai keterbukaan.",
          ],
        },
        {
          theme: "TRACKING",
          cause: 2,
          bridge: [
            "Di lokus pemakaian tidak pernah diukur; pada {unit} ukuran itu dibuat sejak awal.",
            "Agar tidak berhenti pada ketersediaan, kami mengukur apakah {users} benar-benar terlayani.",
          ],
        },
      ],
    },
    {
      key: "few-analysts",
      criterion: "effectiveness",
      category: "HUMAN_RESOURCES",
      tags: ["BUDGET"],
      locus: "HOST",
      titles: [
        "Tenaga pengolah dan penguji data di Bappeda terbatas",
        "Analisis data bertumpu pada dua orang di Bappeda",
        "Data berlimpah, pengolahnya sedikit",
      ],
      facts: [
        [
          "Pengujian dan penyajian data untuk seluruh perangkat daerah dikerjakan oleh beberapa orang saja.",
          "Dua orang di Bappeda melayani pertanyaan operator, menguji data, dan menyiapkan bahan rapat sekaligus.",
        ],
        [
          "Analisis yang mendalam, seperti perbandingan antarkecamatan, dikerjakan hanya bila diminta pimpinan.",
          "Bahan analisis untuk perangkat daerah jarang tersedia karena waktu habis untuk memeriksa isian.",
        ],
        [
          "Perangkat daerah menerima tabel, bukan arti dari tabel itu.",
          "Akibatnya, data lebih sering dilaporkan daripada dipakai untuk memutuskan.",
        ],
      ],
      quotes: [
        "“Menguji data saja sudah habis waktunya, menganalisis belum sempat.” — admin SIPD",
        "“Kami dikirimi tabel. Artinya apa, kami tafsirkan sendiri.” — perencana perangkat daerah",
      ],
      affected: ["Perencana perangkat daerah", "Pimpinan dan perencana"],
      response: [
        "Mahasiswa magang diperbantukan pada masa pengisian.",
        "Bappeda menyiapkan bahan ringkas untuk beberapa indikator utama.",
      ],
      usg: [3, 4, 3],
      causes: [
        [
          "Pegawai dengan kemampuan statistik sedikit dan kerap dipindahkan",
          "Formasi pengolah data di Bappeda belum terisi",
        ],
        [
          "Pekerjaan memeriksa isian menyita waktu yang semestinya untuk analisis",
          "Pemeriksaan dilakukan dengan tangan, satu per satu",
        ],
        [
          "Pengujian dasar belum dibagi kepada perangkat daerah pemilik data",
          "Perangkat daerah menyerahkan sepenuhnya pemeriksaan kepada Bappeda",
        ],
      ],
      fishbone: [
        ["MAN", "Pengolah data sedikit"],
        ["METHOD", "Pengujian dasar dilakukan terpusat"],
        ["MACHINE", "Uji kewajaran belum otomatis"],
        ["MONEY", "Pelatihan statistik tidak dianggarkan"],
      ],
      advice: {
        titles: [
          "Uji kewajaran mandiri di perangkat daerah",
          "Pembagian tugas uji data antara Bappeda dan perangkat daerah",
        ],
        text: [
          [
            "Perangkat daerah menjalankan lima uji kewajaran sederhana sebelum mengirim data.",
            "Daftar uji singkat diberikan kepada operator sehingga kesalahan dasar tertangkap sebelum dikirim.",
          ],
          [
            "Waktu yang dihemat dipakai Bappeda menyusun bahan analisis satu halaman setiap bulan.",
            "Bappeda beralih menyiapkan satu bahan analisis bulanan untuk rapat pimpinan.",
          ],
        ],
        cause: 2,
        transfer: "INSPIRE",
        risk: {
          text: "Daftar uji dicentang tanpa diperiksa",
          mitigation: "Sepuluh isian diuji ulang secara acak dan hasilnya diumumkan",
        },
        people: 5,
        budget: 20,
        legalNeed: "",
      },
      own: [
        {
          theme: "EARLY_CHECK",
          cause: 2,
          bridge: [
            "Bila pemeriksaan dasar dilakukan pengirim, waktu pengolah dapat dipakai untuk hal yang lebih bernilai.",
            "Pemeriksaan di hulu, yang belum ada di lokus, meringankan pengolah yang jumlahnya sedikit.",
          ],
        },
        {
          theme: "HANDOVER",
          cause: 0,
          bridge: [
            "Ketergantungan pada dua orang di lokus serupa dengan keadaan {unit}.",
            "Supaya pekerjaan tidak bergantung pada segelintir orang seperti di lokus, cara kerjanya dituliskan.",
          ],
        },
      ],
    },
    {
      key: "budget-cycle-mismatch",
      criterion: "effectiveness",
      category: "PROCESS",
      tags: ["LEADERSHIP"],
      locus: "HOST",
      titles: [
        "Jadwal data tidak selaras dengan jadwal penyusunan anggaran",
        "Data tersedia setelah pagu dan program ditetapkan",
        "Kalender pengisian dan kalender perencanaan berjalan sendiri-sendiri",
      ],
      facts: [
        [
          "Pengisian tahunan selesai ketika rancangan rencana kerja hampir ditetapkan.",
          "Data mutakhir baru lengkap setelah musyawarah perencanaan kabupaten berlangsung.",
        ],
        [
          "Perencana memakai angka tahun sebelumnya, lalu menyesuaikannya bila masih sempat.",
          "Sebagian program disusun dengan angka lama dan diperbaiki pada perubahan anggaran.",
        ],
        [
          "Operator merasa data yang dikirim tepat waktu pun tidak selalu dipakai.",
          "Keadaan ini menurunkan semangat perangkat daerah yang tertib mengisi.",
        ],
      ],
      quotes: [
        "“Datanya bagus, datangnya kesiangan. Pagu sudah dikunci.” — perencana perangkat daerah",
        "“Kami kejar tenggat, ternyata yang dipakai angka tahun lalu.” — operator data dinas",
      ],
      affected: ["Perencana perangkat daerah", "Operator dan perencana"],
      response: [
        "Bappeda meminta data sementara untuk beberapa indikator utama.",
        "Angka diperbaiki pada masa perubahan anggaran.",
      ],
      usg: [3, 4, 3],
      causes: [
        [
          "Tenggat pengisian mengikuti permintaan pelaporan dan bukan kebutuhan perencanaan",
          "Kalender pengisian disusun menurut jadwal pelaporan ke tingkat atas",
        ],
        [
          "Penyusun anggaran dan pengelola data menyusun jadwal masing-masing",
          "Kedua jadwal disusun oleh bidang yang berbeda tanpa pembahasan bersama",
        ],
        [
          "Belum ada pemilik yang menyatukan kalender data dan kalender perencanaan",
          "Tidak ada yang bertanggung jawab atas keselarasan kedua kalender",
        ],
      ],
      fishbone: [
        ["METHOD", "Kalender data dan perencanaan terpisah"],
        ["MAN", "Bidang data dan bidang perencanaan jarang bertemu"],
        ["MATERIAL", "Data sementara tidak diberi tanda"],
      ],
      advice: {
        titles: [
          "Satu kalender untuk data dan perencanaan",
          "Data sementara bertanda untuk indikator kunci",
        ],
        text: [
          [
            "Tenggat pengisian indikator kunci dimajukan dua bulan sebelum pagu ditetapkan.",
            "Bappeda menyusun satu kalender yang menempatkan data kunci sebelum rancangan rencana kerja.",
          ],
          [
            "Data sementara diberi tanda dan diganti setelah data tetap tersedia.",
            "Rapat pimpinan membahas kesiapan data kunci sebelum membahas pagu.",
          ],
        ],
        cause: 2,
        transfer: "INSPIRE",
        risk: {
          text: "Data sementara diperlakukan sebagai data tetap",
          mitigation: "Tanda sementara tampil pada semua tabel dan hilang setelah diganti",
        },
        people: 4,
        budget: 0,
        legalNeed: "Surat penetapan kalender data dan perencanaan.",
      },
      own: [
        {
          theme: "DATA_STEWARD",
          cause: 0,
          bridge: [
            "Data yang datang kesiangan di lokus mengingatkan agar jadwal pemutakhiran disusun mundur dari saat keputusan.",
            "Kalender pada {unit} disusun dari kebutuhan pemakai, tidak seperti di lokus yang mengikuti pelaporan.",
          ],
        },
        {
          theme: "TASK_FORCE",
          cause: 2,
          bridge: [
            "Pemilik kalender yang tidak ada di lokus dijadikan peran tetap dalam gugus kerja.",
            "Gugus kerja menyatukan jadwal yang di lokus berjalan sendiri-sendiri.",
          ],
        },
      ],
    },
    {
      key: "leader-dependence",
      criterion: "sustainability",
      category: "LEADERSHIP",
      tags: ["SUSTAINABILITY"],
      locus: "BOTH",
      titles: [
        "Ketertiban pengisian bergantung pada perhatian pimpinan",
        "Semangat mengisi data turun ketika pimpinan tidak bertanya",
        "Keberhasilan SIPD bertumpu pada kepedulian pimpinan yang sedang menjabat",
      ],
      facts: [
        [
          "Operator dan kepala bidang menyebut pertanyaan pimpinan dalam rapat sebagai alasan utama ketertiban mengisi.",
          "Semua narasumber menyebut hal yang sama: dinas mengisi karena pimpinan menanyakan.",
        ],
        [
          "Pada bulan ketika rapat pimpinan tidak membahas data, keterisian menurun.",
          "Ketika agenda rapat padat dan data tidak dibahas, pengisian melambat.",
        ],
        [
          "Pada {unit}, kebiasaan semacam itu belum ada sehingga ketergantungan pada pimpinan akan lebih besar.",
          "Bagi {unit}, hal ini menjadi peringatan agar tidak bertumpu pada satu pejabat.",
        ],
      ],
      quotes: [
        "“Kalau Bapak bertanya, besoknya hijau semua. Kalau tidak, ya pelan-pelan.” — operator data dinas",
        "“Yang kami khawatirkan pergantian pimpinan, bukan aplikasinya.” — kepala bidang data",
      ],
      affected: ["Pengelola data dan perangkat daerah", "Pengelola data dan {users}"],
      response: [
        "Bappeda menyiapkan bahan keterisian untuk setiap rapat pimpinan.",
        "Keterisian dicantumkan dalam laporan bulanan perangkat daerah.",
      ],
      usg: [3, 4, 4],
      causes: [
        [
          "Dorongan mengisi datang dari teguran dan bukan dari kebutuhan memakai",
          "Perangkat daerah belum merasakan guna data bagi pekerjaannya sendiri",
        ],
        [
          "Penghargaan bagi yang tertib belum diatur",
          "Tidak ada akibat yang jelas bagi perangkat daerah yang tertib maupun yang lalai",
        ],
        [
          "Ketertiban data belum menjadi bagian dari perjanjian kinerja pejabat",
          "Perjanjian kinerja kepala perangkat daerah tidak memuat mutu data",
        ],
      ],
      fishbone: [
        ["ENVIRONMENT", "Agenda rapat pimpinan menentukan ketertiban"],
        ["METHOD", "Penghargaan dan akibat belum diatur"],
        ["MAN", "Operator bergerak karena teguran"],
      ],
      advice: {
        titles: [
          "Mutu data dalam perjanjian kinerja kepala perangkat daerah",
          "Agenda data tetap dalam rapat pimpinan bulanan",
        ],
        text: [
          [
            "Ketertiban dan mutu data dicantumkan dalam perjanjian kinerja sehingga tetap berlaku ketika pejabat berganti.",
            "Lima menit tetap untuk data disediakan pada setiap rapat pimpinan, apa pun agenda utamanya.",
          ],
          [
            "Perangkat daerah yang tertib memperoleh kemudahan, misalnya bebas dari permintaan data tambahan.",
            "Perangkat daerah terbaik diumumkan setiap triwulan beserta cara kerjanya.",
          ],
        ],
        cause: 2,
        transfer: "INSPIRE",
        risk: {
          text: "Mutu data dinilai sendiri oleh perangkat daerah sehingga selalu baik",
          mitigation: "Penilaian dilakukan silang antarperangkat daerah",
        },
        people: 3,
        budget: 0,
        legalNeed: "Pedoman perjanjian kinerja yang memuat mutu data.",
      },
      own: [
        {
          theme: "TASK_FORCE",
          cause: 2,
          bridge: [
            "Agar tidak bergantung pada satu pimpinan seperti di lokus, ukuran dibagi kepada banyak pemilik.",
            "Perhatian pimpinan di lokus diganti dengan irama rapat yang berjalan siapa pun pejabatnya.",
          ],
        },
        {
          theme: "TRACKING",
          cause: 0,
          bridge: [
            "Orang menjaga data yang dipakainya sendiri; karena itu status dibuka kepada {users}.",
            "Berbeda dari lokus, dorongan untuk tertib datang dari pemakai dan bukan dari teguran.",
          ],
        },
      ],
    },
  ],
  profile: {
    centre: {
      novelty: 3.4,
      effectiveness: 3.7,
      benefit: 3.3,
      transferability: 4.0,
      sustainability: 3.9,
    },
    split: false,
  },
};
