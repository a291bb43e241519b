import type { InnovationContent } from "./model";

/** What the demo's participants saw of SLRT Sabilulungan. Field notes are made up for the demo. */
export const SLRT: InnovationContent = {
  code: "SLRT",
  shortName: "SLRT Sabilulungan",
  essence: "menyediakan satu pintu pengaduan dan rujukan sampai ke desa",
  sources: [
    { role: "Manajer SLRT", unit: "Dinas Sosial Kabupaten Bandung", type: "OFFICIAL" },
    { role: "Petugas penerima pengaduan", unit: "Kantor SLRT Sabilulungan", type: "STAFF" },
    { role: "Fasilitator SLRT", unit: "Puskesos desa yang dikunjungi", type: "STAFF" },
    { role: "Supervisor kecamatan", unit: "SLRT Sabilulungan", type: "STAFF" },
    { role: "Kepala bidang penanganan kemiskinan", unit: "Dinas Sosial", type: "LEADER" },
    { role: "Warga yang dirujuk", unit: "Desa yang dikunjungi", type: "USER" },
    { role: "Kepala desa", unit: "Pemerintah desa yang dikunjungi", type: "PARTNER" },
    { role: "Petugas rujukan puskesmas", unit: "Puskesmas setempat", type: "PARTNER" },
  ],
  quotes: {
    novelty: [
      "“Dulu warga bolak-balik ke lima kantor. Sekarang ceritanya cukup sekali, di desa.” — fasilitator Puskesos",
      "“Yang baru bukan kantornya, tetapi ada orang yang mengantar sampai selesai.” — manajer SLRT",
    ],
    effectiveness: [
      "“Setiap kasus punya nomor; kalau tidak bergerak tiga hari, supervisor menelepon saya.” — fasilitator Puskesos",
      "“Rujukan kesehatan paling banyak, dan jawabannya paling cepat.” — petugas penerima pengaduan",
    ],
    benefit: [
      "“Saya tidak keluar ongkos ke Soreang. Suratnya diurus dari balai desa.” — warga yang dirujuk",
      "“Pasien datang dengan berkas lengkap, jadi tidak kami pulangkan.” — petugas rujukan puskesmas",
    ],
    transferability: [
      "“Pedoman dan format kami berikan kepada daerah yang datang, tinggal disesuaikan.” — manajer SLRT",
      "“Beberapa daerah sudah belajar ke sini dan membawa pulang alurnya.” — kepala bidang",
    ],
    sustainability: [
      "“Sudah ada perda, jadi anggaran tidak ditawar ulang setiap tahun.” — kepala bidang",
      "“Kantor kami pernah pindah, pelayanannya tidak berhenti.” — petugas penerima pengaduan",
    ],
  },
  links: [
    {
      caption: "Laman resmi Pemerintah Kabupaten Bandung, rujukan profil SLRT Sabilulungan",
      url: "https://www.bandungkab.go.id/",
    },
    {
      caption: "Pangkalan peraturan BPK, tempat menelusuri perda tentang SLRT",
      url: "https://peraturan.bpk.go.id/",
      criterion: "sustainability",
    },
  ],
  strengths: [
    [
      "Layanan hadir di desa: Puskesos menjadi pintu pertama sehingga warga miskin tidak perlu datang ke ibu kota kabupaten untuk mengadu.",
      "Pintu pengaduan berada di balai desa, dekat dengan warga yang paling membutuhkan dan paling tidak mampu membayar ongkos perjalanan.",
      "Puskesos menempatkan penerimaan pengaduan di desa; jarak, yang biasanya menjadi penghalang utama warga miskin, dihilangkan.",
    ],
    [
      "Setiap pengaduan memiliki penanggung jawab yang mengantar sampai dijawab dinas yang berwenang, bukan sekadar mencatat.",
      "Fasilitator memegang kasus dari awal sampai selesai sehingga warga tidak mengulang keterangannya di setiap kantor.",
      "Ada satu orang yang dapat dihubungi warga selama kasusnya berjalan; inilah pembeda dari loket pengaduan biasa.",
    ],
    [
      "Pembinaan berjenjang: supervisor kecamatan memeriksa kasus yang macet dan mendatangi Puskesos yang tertinggal.",
      "Supervisor menjadi penghubung antara desa dan kabupaten, sehingga fasilitator tidak dibiarkan sendiri menghadapi kasus sulit.",
      "Keberadaan supervisor membuat masalah di desa cepat diketahui kabupaten dan tidak menunggu rapat bulanan.",
    ],
    [
      "Dasar hukum sampai tingkat peraturan daerah memberi kepastian anggaran dan kelembagaan.",
      "Peraturan daerah membuat layanan tidak bergantung pada kemauan satu pejabat.",
      "Landasan hukum yang kuat menempatkan SLRT sebagai tugas pemerintah daerah, bukan program sementara.",
    ],
    [
      "Dinas yang menerima rujukan duduk bersama dalam satu sekretariat, sehingga jawaban tidak menunggu surat-menyurat.",
      "Sekretariat bersama mempertemukan dinas sosial, kesehatan, dan kependudukan pada satu meja.",
      "Koordinasi antardinas berlangsung di tempat yang sama setiap hari, bukan dalam rapat yang dijadwalkan.",
    ],
    [
      "Puskesos dinilai dan dikelompokkan menurut tingkat, sehingga pembinaan diberikan menurut kebutuhan.",
      "Adanya tingkatan Puskesos memacu desa untuk maju dan menunjukkan siapa yang perlu didampingi.",
      "Pengelompokan Puskesos menurut kemampuan membuat pembinaan lebih tepat sasaran.",
    ],
    [
      "Semangat sabilulungan atau gotong royong dipakai sebagai bahasa bersama sehingga desa merasa memiliki layanan ini.",
      "Nama dan nilai lokal membuat SLRT diterima kepala desa sebagai milik bersama, bukan titipan dinas.",
    ],
    [
      "Lembaga zakat dan relawan dilibatkan untuk kasus yang tidak dapat dibiayai anggaran pemerintah.",
      "Kasus di luar cakupan program tetap tertangani karena SLRT menggandeng lembaga amal dan dunia usaha.",
    ],
  ],
  notes: {
    novelty: {
      low: [
        "Pengaduan dan rujukan sudah lama dikenal; di tempat yang saya kunjungi yang berubah baru nama dan tempatnya, sedangkan alurnya tetap sama.",
        "Perbedaannya dari loket pengaduan dinas belum terlihat di Puskesos ini karena kasus tetap diteruskan lewat surat.",
      ],
      fair: [
        "Satu pintu di desa merupakan hal baru, tetapi sebagian langkah di kabupaten masih mengikuti cara lama.",
        "Kebaruannya terletak pada fasilitator desa; perangkat kerja dan formulirnya belum banyak berubah.",
      ],
      good: [
        "Pengaduan, rujukan, dan pemutakhiran data disatukan dalam satu alur; sebelumnya ketiganya berjalan terpisah.",
        "Gagasan menempatkan penanggung jawab kasus di desa berbeda nyata dari pola loket yang menunggu warga datang.",
      ],
      top: [
        "Sebelum ada SLRT warga mendatangi beberapa kantor; kini satu keterangan di desa cukup. Perubahan itu dibenarkan warga, desa, dan puskesmas yang saya temui.",
        "Pola satu pintu sampai desa dengan penanggung jawab kasus belum saya temukan di daerah lain, dan pihak luar datang mempelajarinya.",
      ],
    },
    effectiveness: {
      low: [
        "Di Puskesos yang saya datangi buku kasus terakhir diisi beberapa bulan lalu; keluaran tidak dapat ditunjukkan.",
        "Jumlah kasus disebutkan, tetapi catatan penyelesaiannya tidak tersedia saat saya minta.",
      ],
      fair: [
        "Kasus kesehatan tertangani, sedangkan kasus administrasi kependudukan dan bantuan masih menunggu jawaban dinas.",
        "Sebagian kasus selesai cepat, tetapi kasus yang melibatkan lebih dari dua dinas tidak memiliki batas waktu.",
      ],
      good: [
        "Buku kasus dan aplikasi menunjukkan penanganan yang runtut; kasus yang macet ditandai dan dibahas bersama supervisor.",
        "Dari berkas yang diperlihatkan, sebagian besar rujukan kesehatan dijawab pada pekan yang sama.",
      ],
      top: [
        "Setiap kasus yang saya telusuri secara acak memiliki nomor, riwayat, dan hasil; penanganannya dapat dibuktikan dari buku kasus sampai jawaban dinas.",
        "Telusur lima kasus menunjukkan alur lengkap dari desa sampai penyelesaian, dan waktunya tercatat per tahap.",
      ],
    },
    benefit: {
      low: [
        "Warga yang saya temui di balai desa belum mengetahui adanya Puskesos, sehingga manfaatnya belum dapat saya nilai dari sisi pengguna.",
        "Manfaat disampaikan petugas, tetapi tidak ada pengguna yang dapat ditemui untuk membenarkannya.",
      ],
      fair: [
        "Manfaat dirasakan warga yang mengurus kesehatan; untuk urusan lain warga masih diarahkan ke kabupaten.",
        "Dua warga menyatakan terbantu, tetapi keduanya mengetahui SLRT dari perangkat desa yang masih kerabat.",
      ],
      good: [
        "Warga menyebut penghematan ongkos dan kepastian kepada siapa harus bertanya sebagai manfaat utama.",
        "Puskesmas merasakan manfaat karena pasien datang dengan berkas yang sudah lengkap.",
      ],
      top: [
        "Tiga warga dari desa berbeda menceritakan hal yang sama: satu kali datang ke balai desa, lalu dikabari hasilnya. Puskesmas membenarkan berkasnya lengkap.",
        "Manfaatnya dirasakan di kedua sisi: warga berhemat ongkos dan dinas menerima kasus yang sudah terverifikasi, sebagaimana terlihat dari berkas rujukan.",
      ],
    },
    transferability: {
      low: [
        "Jumlah fasilitator sebanyak desa membutuhkan biaya yang tidak dimiliki kebanyakan unit; tanpa itu polanya sulit ditiru.",
        "Keberhasilannya sangat bergantung pada kepala desa setempat sehingga belum tampak syarat peniruannya.",
      ],
      fair: [
        "Alur dan formulirnya mudah ditiru, tetapi jaringan fasilitator memerlukan anggaran dan dukungan desa.",
        "Bagian penerimaan dan rujukan dapat ditiru segera; pembinaan berjenjang perlu disiapkan lebih lama.",
      ],
      good: [
        "Pedoman dan format tersedia, dan pengelola terbiasa menerima tamu yang ingin meniru.",
        "Syarat peniruannya jelas: penanggung jawab kasus, sekretariat bersama, dan kesediaan desa.",
      ],
      top: [
        "Pengelola menunjukkan daftar daerah yang telah belajar dan memakai alurnya; pedoman, format, dan bahan pelatihan diserahkan cuma-cuma.",
        "Pola ini berjalan pada ratusan desa dengan keadaan yang berbeda-beda, sehingga kemampuan penyebarannya sudah terbukti di dalam kabupaten sendiri.",
      ],
    },
    sustainability: {
      low: [
        "Fasilitator di desa yang saya kunjungi telah berhenti dan belum ada pengganti; ruang Puskesos dipakai untuk keperluan lain.",
        "Honor fasilitator belum pasti untuk tahun depan, dan desa menyatakan tidak sanggup menanggungnya sendiri.",
      ],
      fair: [
        "Kabupaten menjamin kantor dan supervisor, sedangkan Puskesos bergantung pada kemampuan tiap desa.",
        "Aturannya ada, tetapi pergantian kepala desa masih berpengaruh besar pada keaktifan Puskesos.",
      ],
      good: [
        "Peraturan daerah, anggaran, dan kelembagaan sudah ada; pekerjaan rumahnya ialah pergantian fasilitator.",
        "Layanan tetap berjalan ketika kantor harus berpindah, tanda bahwa sistemnya tidak bergantung pada gedung.",
      ],
      top: [
        "Peraturan daerah, anggaran tahunan, dan struktur berjenjang membuat layanan bertahan melewati pergantian pejabat; hal itu dibenarkan dua narasumber terpisah.",
        "Layanan terus berkembang sejak dibentuk dan tidak berhenti ketika gedungnya tidak dapat dipakai, sebagaimana dicatat dalam dokumen pengelola.",
      ],
    },
  },
  results: [
    {
      indicator: "Kunjungan warga ke kantor dinas untuk satu urusan, menurut warga yang ditemui",
      unit: "kali",
      source: "Wawancara warga dan fasilitator, catatan peserta",
      before: 4,
      after: 1,
    },
    {
      indicator: "Waktu jawab rujukan kesehatan pada berkas yang diperlihatkan",
      unit: "hari",
      source: "Telusur berkas rujukan di kantor SLRT, catatan peserta",
      before: 7,
      after: 2,
    },
    {
      indicator: "Puskesos yang aktif menangani kasus setiap bulan",
      unit: "",
      source: "Keterangan supervisor kecamatan",
      explanation:
        "Pengelola belum mencatat keaktifan bulanan tiap Puskesos sebelum tingkatan diberlakukan, sehingga angka pembandingnya tidak tersedia.",
    },
    {
      indicator: "Berkas rujukan yang lengkap ketika diterima puskesmas",
      unit: "persen",
      source: "Keterangan petugas rujukan puskesmas, perkiraan",
      before: 50,
      after: 85,
    },
  ],
  summary: {
    opening: [
      "SLRT Sabilulungan memindahkan pintu pengaduan warga miskin dari kantor dinas ke balai desa dan menunjuk seorang penanggung jawab untuk setiap kasus.",
      "Yang saya amati di Dinas Sosial dan Puskesos adalah upaya menyatukan pengaduan, rujukan, dan pemutakhiran data warga miskin dalam satu alur.",
      "Inti SLRT Sabilulungan bukan pada aplikasinya, melainkan pada orang yang mendampingi warga sampai urusannya dijawab.",
      "Kunjungan ke kantor SLRT dan satu Puskesos memperlihatkan layanan sosial yang bekerja dari desa ke atas.",
      "SLRT Sabilulungan menjawab persoalan yang dikenal semua daerah: warga miskin tidak tahu harus datang ke mana.",
    ],
    strong: [
      "Lima kasus yang saya telusuri dapat diikuti dari desa sampai selesai, dan itu jarang saya temui.",
      "Yang diceritakan warga sama dengan yang tertulis dalam buku kasus; kesesuaian itu meyakinkan saya.",
      "Alurnya runtut, kasusnya dapat ditelusuri, dan warga yang ditemui membenarkan manfaatnya.",
      "Bukti yang diperlihatkan meyakinkan, terutama pada rujukan kesehatan, dan dasar hukumnya kuat.",
      "Dukungan aturan, struktur berjenjang, dan penerimaan desa membuat inovasi ini layak dijadikan rujukan.",
    ],
    mixed: [
      "Ada dua wajah yang saya lihat: Puskesos yang hidup dan Puskesos yang tinggal namanya.",
      "Kabupaten sudah siap, desa belum semuanya; di situlah pekerjaan rumahnya.",
      "Kekuatan utamanya ada di kabupaten dan di desa yang maju; di desa yang tertinggal manfaatnya belum terasa.",
      "Rujukan kesehatan berjalan baik, sedangkan urusan lintas dinas lain masih menunggu kepastian waktu.",
      "Gagasannya kuat dan aturannya ada, tetapi mutu layanan antardesa belum merata.",
    ],
    weak: [
      "Di lokasi yang saya kunjungi, sebagian besar yang dipaparkan belum dapat dibuktikan dari catatan kasus.",
      "Kesenjangan antara paparan di kabupaten dan keadaan di desa terlalu lebar untuk memberi nilai tinggi.",
    ],
    lesson: [
      "Pelajaran terpenting bagi saya: penanggung jawab kasus lebih menentukan daripada perangkat lunak.",
      "Yang patut dibawa pulang ialah pembinaan menurut tingkat, karena keseragaman justru membiarkan yang tertinggal.",
      "Yang dapat segera ditiru ialah satu register dan satu orang yang dapat dihubungi pemohon.",
      "Bagi unit saya, kuncinya adalah kesepakatan waktu jawab dengan pihak yang menerima rujukan.",
    ],
  },
  obstacles: [
    {
      key: "stagnant-puskesos",
      criterion: "sustainability",
      category: "SUSTAINABILITY",
      tags: ["HUMAN_RESOURCES", "BUDGET"],
      locus: "HOST",
      titles: [
        "Sebagian Puskesos berjalan di tempat setelah diresmikan",
        "Puskesos di desa tertentu tidak lagi aktif menangani kasus",
        "Keaktifan Puskesos timpang antardesa",
      ],
      facts: [
        [
          "Di salah satu desa yang dikunjungi, ruang Puskesos ada, tetapi buku kasusnya sudah lama tidak diisi.",
          "Supervisor menyebut ada Puskesos yang hanya melapor ketika diminta dan tidak menerima kasus baru.",
        ],
        [
          "Warga di desa itu kembali mengurus sendiri ke kecamatan atau ke dinas di Soreang.",
          "Akibatnya, warga desa tersebut menempuh perjalanan ke Soreang sebagaimana sebelum ada layanan ini.",
        ],
        [
          "Kunjungan pembinaan lebih sering diberikan kepada Puskesos yang mudah dijangkau daripada yang tertinggal.",
          "Belum terlihat rencana pembinaan khusus bagi Puskesos pada tingkat terendah.",
        ],
      ],
      quotes: [
        "“Ada yang jalan di tempat. Fasilitatornya pindah kerja dan penggantinya belum ada.” — supervisor kecamatan",
        "“Kalau kepala desanya kurang peduli, Puskesos tinggal papan nama.” — fasilitator desa tetangga",
      ],
      affected: [
        "Warga miskin di desa dengan Puskesos yang tidak aktif",
        "Warga desa dan supervisor kecamatan",
      ],
      response: [
        "Dinas Sosial mengelompokkan Puskesos dalam tiga tingkat dan mengunjungi sebagian di antaranya.",
        "Supervisor mengambil alih sementara kasus dari desa yang tidak aktif.",
      ],
      usg: [4, 5, 4],
      causes: [
        [
          "Fasilitator desa berhenti atau merangkap pekerjaan lain",
          "Desa kehilangan fasilitator dan tidak segera mencari pengganti",
        ],
        [
          "Honor fasilitator kecil dan tidak pasti dari tahun ke tahun",
          "Penghargaan bagi fasilitator bergantung pada kemampuan keuangan desa",
        ],
        [
          "Belum semua desa menganggarkan Puskesos dalam anggaran desanya",
          "Puskesos tidak tercantum dalam anggaran sebagian desa",
        ],
        [
          "Pembinaan dan penganggaran belum dikaitkan dengan tingkat kemajuan Puskesos",
          "Tidak ada ketentuan bahwa desa yang tertinggal memperoleh pembinaan lebih dahulu",
        ],
      ],
      fishbone: [
        ["MAN", "Fasilitator berganti tanpa serah terima"],
        ["MONEY", "Honor bergantung pada anggaran desa"],
        ["METHOD", "Kunjungan pembinaan tidak menurut tingkat kemajuan"],
        ["MATERIAL", "Keaktifan Puskesos tidak dicatat setiap bulan"],
        ["ENVIRONMENT", "Kepedulian kepala desa berbeda-beda"],
      ],
      advice: {
        titles: [
          "Pembinaan terarah bagi Puskesos tingkat terendah",
          "Jadwal kunjungan wajib untuk Puskesos yang tertinggal",
        ],
        text: [
          [
            "Kunjungan supervisor diutamakan bagi Puskesos tingkat terendah dengan sasaran kenaikan tingkat dalam enam bulan.",
            "Dinas Sosial menetapkan jadwal kunjungan dua kali sebulan bagi Puskesos tingkat terendah sampai kembali aktif.",
          ],
          [
            "Desa yang Puskesosnya naik tingkat memperoleh pengakuan terbuka, sedangkan penganggaran desa dibahas pada musyawarah desa.",
            "Keaktifan bulanan diumumkan per kecamatan agar kepala desa dan camat turut menjaga.",
          ],
        ],
        cause: 3,
        transfer: "INSPIRE",
        risk: {
          text: "Supervisor tidak sanggup menambah kunjungan karena wilayahnya luas",
          mitigation: "Puskesos maju dijadikan pembina sebaya bagi desa tetangganya",
        },
        people: 31,
        budget: 90,
        legalNeed: "Keputusan kepala dinas tentang pembinaan Puskesos menurut tingkat.",
      },
      own: [
        {
          theme: "FIELD_NET",
          cause: 3,
          bridge: [
            "Pengalaman Puskesos yang berjalan di tempat mengajarkan bahwa simpul harus dibina menurut tingkatnya sejak awal.",
            "Agar tidak mengulang nasib Puskesos yang tertinggal, simpul dibentuk bertahap dan dinilai setiap bulan.",
          ],
        },
        {
          theme: "HANDOVER",
          cause: 0,
          bridge: [
            "Fasilitator yang berhenti tanpa pengganti di lokus menunjukkan perlunya pengelola cadangan.",
            "Layanan di lokus berhenti bersama orangnya; karena itu serah terima disiapkan sebelum diperlukan.",
          ],
        },
      ],
    },
    {
      key: "stale-poverty-data",
      criterion: "effectiveness",
      category: "DATA",
      tags: ["COORDINATION"],
      locus: "BOTH",
      titles: [
        "Data terpadu belum mengikuti keadaan warga di desa",
        "Pemutakhiran data warga miskin tertinggal dari kenyataan",
        "Data rujukan dan keadaan warga tidak selalu sesuai",
      ],
      facts: [
        [
          "Fasilitator menunjukkan warga yang layak dibantu, tetapi tidak tercantum dalam data terpadu.",
          "Sejumlah warga yang sudah pindah atau meninggal masih tercantum, sedangkan warga yang baru jatuh miskin belum masuk.",
        ],
        [
          "Rujukan warga semacam itu tertahan karena dinas penerima berpegang pada data.",
          "Dinas penerima rujukan meminta keterangan tambahan, sehingga penanganan tertunda sampai musyawarah desa berikutnya.",
        ],
        [
          "Perubahan dari desa dikirim berkala dan hasilnya tidak selalu dikabarkan kembali.",
          "Desa tidak memperoleh kabar apakah usulan perubahannya diterima atau ditolak, dan apa alasannya.",
        ],
      ],
      quotes: [
        "“Orangnya jelas miskin, tetapi namanya tidak ada di data. Kami yang ditanya warga.” — fasilitator Puskesos",
        "“Usulan sudah kami kirim, kabar diterima atau tidaknya jarang ada.” — perangkat desa",
      ],
      affected: [
        "Warga miskin yang belum tercatat",
        "Warga, fasilitator, dan dinas penerima rujukan",
      ],
      response: [
        "Fasilitator membuat surat keterangan sementara sambil menunggu pemutakhiran.",
        "Kabupaten mengumpulkan usulan desa dan memasukkannya pada jadwal pemutakhiran.",
      ],
      usg: [5, 4, 4],
      causes: [
        [
          "Perubahan keadaan warga tidak segera dilaporkan dari dusun",
          "Kabar tentang warga yang pindah, wafat, atau jatuh miskin terlambat sampai ke operator",
        ],
        [
          "Pemutakhiran dilakukan menurut jadwal dan bukan ketika perubahan terjadi",
          "Desa menunggu masa pemutakhiran yang dibuka beberapa kali setahun",
        ],
        [
          "Operator desa tidak menerima umpan balik sehingga mengulang kesalahan yang sama",
          "Usulan yang ditolak tidak disertai alasan yang dapat dipahami operator",
        ],
        [
          "Belum ada penanggung jawab mutu data yang menghubungkan desa dengan pengelola data",
          "Tanggung jawab atas kebenaran data tersebar dan tidak ada yang memegangnya",
        ],
      ],
      fishbone: [
        ["MATERIAL", "Usulan perubahan berbeda format antardesa"],
        ["METHOD", "Pemutakhiran terikat jadwal"],
        ["MAN", "Operator desa merangkap pekerjaan"],
        ["MACHINE", "Aplikasi tidak memberi status usulan"],
        ["ENVIRONMENT", "Perpindahan penduduk tinggi di kawasan industri"],
      ],
      advice: {
        titles: [
          "Balasan tertulis atas setiap usulan perubahan data",
          "Papan status usulan data bagi operator desa",
        ],
        text: [
          [
            "Setiap usulan dari desa dijawab dengan status dan alasan yang dapat dibaca operator, sekurang-kurangnya dua pekan sekali.",
            "Kabupaten menyediakan daftar status usulan per desa yang diperbarui setiap dua pekan beserta alasan penolakannya.",
          ],
          [
            "Tiga alasan penolakan terbanyak dibahas dalam pertemuan supervisor sehingga kesalahan yang sama berkurang.",
            "Alasan penolakan yang berulang dijadikan bahan pelatihan singkat bagi operator desa.",
          ],
        ],
        cause: 2,
        transfer: "INSPIRE",
        risk: {
          text: "Daftar status memuat nama warga dan terbaca pihak yang tidak berhak",
          mitigation: "Status ditampilkan dengan nomor usulan, tanpa nama dan alamat",
        },
        people: 6,
        budget: 15,
        legalNeed: "Prosedur kerja pengelolaan usulan data yang ditetapkan kepala dinas.",
      },
      own: [
        {
          theme: "DATA_STEWARD",
          cause: 3,
          bridge: [
            "Di lokus, operator desa berhenti memperbaiki data karena kirimannya tidak pernah dijawab; hal yang sama terjadi pada {unit}.",
            "Kendala data di lokus sama dengan yang kami alami: tidak ada yang bertanggung jawab atas kebenarannya.",
          ],
        },
        {
          theme: "EARLY_CHECK",
          cause: 2,
          bridge: [
            "Kesalahan yang berulang di lokus dapat dicegah bila kekurangan diberitahukan pada hari yang sama.",
            "Pemeriksaan di awal mencegah usulan yang sama ditolak berkali-kali sebagaimana terjadi di lokus.",
          ],
        },
      ],
    },
    {
      key: "slow-cross-agency",
      criterion: "effectiveness",
      category: "COORDINATION",
      tags: ["PROCESS"],
      locus: "HOST",
      titles: [
        "Rujukan selain kesehatan belum memiliki batas waktu jawab",
        "Dinas penerima rujukan menjawab tidak serempak",
        "Kasus lintas dinas berjalan lambat setelah keluar dari SLRT",
      ],
      facts: [
        [
          "Rujukan kesehatan dijawab cepat, tetapi rujukan kependudukan, pendidikan, dan perumahan menunggu tanpa kepastian.",
          "Berkas rujukan pendidikan dan perumahan yang diperlihatkan sebagian belum berjawab lebih dari sebulan.",
        ],
        [
          "Petugas SLRT menanyakan kemajuan melalui pesan pribadi kepada kenalan di dinas lain.",
          "Kemajuan kasus di luar kantor SLRT hanya diketahui apabila petugas menelepon satu per satu.",
        ],
        [
          "Warga menganggap SLRT yang lambat, padahal kasusnya berada pada dinas lain.",
          "Keluhan warga tertuju pada fasilitator, sedangkan keputusannya tidak berada padanya.",
        ],
      ],
      quotes: [
        "“Kalau kesehatan besok sudah ada jawaban. Yang lain kami menunggu, dan kami yang ditanya.” — petugas SLRT",
        "“Kami tidak bisa memaksa dinas lain. Paling-paling kami telepon.” — fasilitator Puskesos",
      ],
      affected: [
        "Warga dengan kasus lintas dinas",
        "Warga dan fasilitator yang menjadi sasaran keluhan",
      ],
      response: [
        "Kasus yang lama dibawa ke rapat sekretariat, tetapi jadwalnya tidak tetap.",
        "Petugas memelihara hubungan baik dengan penghubung di beberapa dinas.",
      ],
      usg: [4, 4, 3],
      causes: [
        [
          "Dinas penerima memperlakukan rujukan sebagai surat biasa",
          "Rujukan SLRT masuk ke antrean surat masuk dinas penerima",
        ],
        [
          "Tidak ada kesepakatan waktu jawab di luar urusan kesehatan",
          "Hanya urusan kesehatan yang memiliki kesepakatan waktu jawab",
        ],
        [
          "Kinerja menjawab rujukan tidak dilaporkan kepada pimpinan daerah",
          "Pimpinan daerah tidak menerima laporan tentang lamanya jawaban tiap dinas",
        ],
        [
          "Kewenangan SLRT atas dinas lain belum ditegaskan dalam tata kerja bersama",
          "Tata kerja sekretariat bersama belum memuat kewajiban menjawab rujukan",
        ],
      ],
      fishbone: [
        ["METHOD", "Rujukan tidak memiliki batas waktu"],
        ["MAN", "Penghubung dinas berganti tanpa pemberitahuan"],
        ["MATERIAL", "Lembar rujukan antardinas berbeda-beda"],
        ["ENVIRONMENT", "Rujukan dipandang sebagai urusan dinas sosial"],
      ],
      advice: {
        titles: [
          "Kesepakatan waktu jawab rujukan untuk semua dinas",
          "Laporan bulanan waktu jawab rujukan kepada Sekretaris Daerah",
        ],
        text: [
          [
            "Sekretariat SLRT menyusun kesepakatan waktu jawab untuk setiap jenis rujukan dan menandatanganinya bersama dinas penerima.",
            "Setiap dinas menetapkan satu penghubung dan satu batas waktu, lalu kemajuannya dilaporkan setiap bulan.",
          ],
          [
            "Rujukan yang melewati batas waktu dibahas dalam rapat yang dipimpin Sekretaris Daerah.",
            "Daftar rujukan yang terlambat ditampilkan pada rapat koordinasi sehingga keputusannya tidak tertunda lagi.",
          ],
        ],
        cause: 1,
        transfer: "INSPIRE",
        risk: {
          text: "Dinas penerima menyetujui waktu jawab yang terlalu longgar",
          mitigation: "Waktu jawab ditinjau setiap enam bulan berdasarkan catatan kasus",
        },
        people: 8,
        budget: 0,
        legalNeed: "Surat edaran Sekretaris Daerah tentang waktu jawab rujukan.",
      },
      own: [
        {
          theme: "ONE_DOOR",
          cause: 1,
          bridge: [
            "Di lokus, rujukan tersendat bukan pada penerimaan, melainkan pada kesepakatan waktu jawab; hal itu diatur sejak awal.",
            "Supaya tidak mengulang kelambatan rujukan lintas dinas di lokus, waktu jawab dituangkan dalam lembar rujukan.",
          ],
        },
        {
          theme: "TRACKING",
          cause: 2,
          bridge: [
            "Di lokus pimpinan tidak melihat keterlambatan; pada {unit} keterlambatan ditampilkan pada hari yang sama.",
            "Kemajuan yang terlihat semua pihak mencegah petugas menelepon satu per satu seperti di lokus.",
          ],
        },
      ],
    },
    {
      key: "no-full-time-worker",
      criterion: "benefit",
      category: "HUMAN_RESOURCES",
      tags: ["CULTURE"],
      locus: "HOST",
      titles: [
        "Kemampuan fasilitator menggali masalah warga belum seragam",
        "Fasilitator lebih banyak mencatat daripada menggali kebutuhan",
        "Bekal fasilitator untuk kasus rumit belum memadai",
      ],
      facts: [
        [
          "Dua fasilitator yang ditemui mencatat keluhan yang sama dengan kedalaman yang sangat berbeda.",
          "Catatan kasus pada sebagian Puskesos hanya satu kalimat, sedangkan yang lain memuat keadaan keluarga secara lengkap.",
        ],
        [
          "Kasus kekerasan, disabilitas, dan lanjut usia telantar kerap diteruskan tanpa asesmen awal.",
          "Pada kasus yang peka, fasilitator langsung meneruskan ke kabupaten karena ragu menanganinya.",
        ],
        [
          "Pelatihan awal diberikan ketika diangkat dan belum ada pelatihan lanjutan yang teratur.",
          "Belajar kasus antarfasilitator bergantung pada prakarsa supervisor masing-masing.",
        ],
      ],
      quotes: [
        "“Kalau urusan kartu saya bisa. Kalau soal kekerasan, saya takut salah bertanya.” — fasilitator Puskesos",
        "“Catatannya ada yang satu baris, jadi kami harus bertanya ulang kepada warga.” — petugas penerima pengaduan",
      ],
      affected: ["Warga dengan persoalan rumit", "Warga rentan dan petugas di kabupaten"],
      response: [
        "Supervisor mendampingi kasus yang dianggap sulit.",
        "Pelatihan dasar diberikan saat pengangkatan fasilitator.",
      ],
      usg: [3, 4, 3],
      causes: [
        [
          "Fasilitator berasal dari latar belakang yang beragam",
          "Sebagian fasilitator belum pernah bekerja dalam layanan sosial",
        ],
        [
          "Pelatihan lanjutan tidak terjadwal",
          "Setelah pelatihan awal tidak ada penyegaran yang teratur",
        ],
        [
          "Panduan asesmen yang ringkas belum tersedia di desa",
          "Pedoman yang ada terlalu tebal untuk dipakai saat menerima warga",
        ],
      ],
      fishbone: [
        ["MAN", "Latar belakang fasilitator beragam"],
        ["METHOD", "Belum ada panduan asesmen ringkas"],
        ["MATERIAL", "Lembar kasus tidak menuntun pertanyaan"],
        ["MONEY", "Pelatihan lanjutan tidak dianggarkan"],
      ],
      advice: {
        titles: [
          "Panduan asesmen satu lembar dan belajar kasus bulanan",
          "Belajar kasus bulanan bagi fasilitator Puskesos",
        ],
        text: [
          [
            "Lembar asesmen singkat disusun untuk lima jenis kasus yang paling sering dan dibagikan ke semua Puskesos.",
            "Fasilitator memperoleh lembar tanya yang ringkas untuk kasus yang peka beserta batas kewenangannya.",
          ],
          [
            "Setiap bulan supervisor membahas dua kasus nyata tanpa identitas bersama fasilitator di wilayahnya.",
            "Pertemuan bulanan membahas kasus yang pernah keliru ditangani, tanpa menyebut identitas warga.",
          ],
        ],
        cause: 2,
        transfer: "INSPIRE",
        risk: {
          text: "Lembar asesmen diperlakukan sebagai isian wajib dan menambah beban warga",
          mitigation: "Lembar dipakai petugas sebagai penuntun, bukan diberikan kepada warga",
        },
        people: 12,
        budget: 40,
        legalNeed: "Pedoman asesmen awal yang ditetapkan kepala dinas.",
      },
      own: [
        {
          theme: "HANDOVER",
          cause: 2,
          bridge: [
            "Kedalaman catatan kasus yang berbeda di lokus menunjukkan perlunya panduan ringkas dari kasus nyata.",
            "Agar mutu layanan tidak bergantung pada siapa yang bertugas, cara terbaik ditulis dari kasus yang pernah ditangani.",
          ],
        },
        {
          theme: "FIELD_NET",
          cause: 1,
          bridge: [
            "Belajar kasus bulanan yang belum ada di lokus menjadi bagian pokok pembinaan simpul.",
            "Petugas lapangan lebih cepat mampu melalui kasus bersama daripada pelatihan tahunan, sebagaimana tampak di lokus.",
          ],
        },
      ],
    },
    {
      key: "unknown-to-citizens",
      criterion: "benefit",
      category: "COMMUNITY",
      tags: ["CULTURE"],
      locus: "HOST",
      titles: [
        "Sebagian warga belum mengenal Puskesos di desanya",
        "Warga mengetahui Puskesos dari kenalan, bukan dari informasi resmi",
        "Informasi tentang SLRT belum menjangkau warga yang paling membutuhkan",
      ],
      facts: [
        [
          "Dari beberapa warga yang ditemui di sekitar balai desa, tidak semuanya mengetahui kegunaan Puskesos.",
          "Warga yang rumahnya jauh dari balai desa umumnya belum pernah mendengar Puskesos.",
        ],
        [
          "Mereka yang datang umumnya diarahkan oleh perangkat desa atau tetangga yang pernah terbantu.",
          "Pengguna layanan lebih banyak berasal dari dusun yang dekat dengan balai desa.",
        ],
        [
          "Papan dan selebaran memakai istilah dinas yang sulit dipahami warga.",
          "Bahan penerangan menyebut singkatan tanpa menjelaskan persoalan apa saja yang dapat dibantu.",
        ],
      ],
      quotes: [
        "“Saya baru tahu ada Puskesos waktu anak saya sakit, diberi tahu tetangga.” — warga yang dirujuk",
        "“Warga tahunya ke Pak RW dulu. Kata Puskesos masih asing.” — ketua RW",
      ],
      affected: ["Warga miskin di dusun yang jauh", "Warga lanjut usia dan penyandang disabilitas"],
      response: [
        "Puskesos dikenalkan dalam musyawarah desa dan kegiatan PKK.",
        "Selebaran ditempel di balai desa.",
      ],
      usg: [3, 3, 3],
      causes: [
        [
          "Penerangan dilakukan di balai desa yang jarang didatangi warga miskin",
          "Penyebaran informasi mengandalkan papan pengumuman",
        ],
        [
          "Ketua RT, RW, dan kader belum dibekali untuk mengenali dan mengarahkan warga",
          "Kader di dusun belum menjadi bagian dari alur pengaduan",
        ],
        [
          "Bahasa penerangan disusun dari sudut pandang dinas",
          "Bahan penerangan tidak diuji kepada warga sebelum disebarkan",
        ],
      ],
      fishbone: [
        ["METHOD", "Penerangan menunggu warga datang"],
        ["MAN", "Kader dusun belum dilibatkan"],
        ["MATERIAL", "Selebaran memakai istilah dinas"],
        ["ENVIRONMENT", "Dusun tersebar dan berbukit"],
      ],
      advice: {
        titles: [
          "Kader dusun sebagai pengarah warga ke Puskesos",
          "Lembar bergambar tentang masalah yang dapat dibantu Puskesos",
        ],
        text: [
          [
            "Kader PKK dan ketua RT dibekali lembar bergambar tentang persoalan yang dapat dibawa ke Puskesos.",
            "Setiap dusun memiliki satu kader yang mengetahui jadwal dan cara menghubungi fasilitator.",
          ],
          [
            "Jumlah warga baru per dusun dicatat agar dusun yang belum terjangkau diketahui.",
            "Asal dusun pemohon dicatat, lalu dusun yang tidak pernah muncul didatangi lebih dahulu.",
          ],
        ],
        cause: 1,
        transfer: "INSPIRE",
        risk: {
          text: "Kader menjanjikan bantuan yang tidak ada kepada warga",
          mitigation: "Lembar memuat dengan jelas apa yang tidak dapat dijanjikan",
        },
        people: 10,
        budget: 25,
        legalNeed: "",
      },
      own: [
        {
          theme: "ASSISTED",
          cause: 1,
          bridge: [
            "Mereka yang paling membutuhkan di lokus justru paling jarang datang; karena itu layanan harus mendatangi.",
            "Pengalaman lokus menunjukkan bahwa pemberitahuan saja tidak cukup tanpa orang yang mengarahkan.",
          ],
        },
        {
          theme: "ONE_DOOR",
          cause: 0,
          bridge: [
            "Satu pintu hanya berguna bila diketahui; pengalaman lokus menjadi dasar cara kami memperkenalkannya.",
            "Dari lokus dipelajari bahwa pintu layanan harus diumumkan dengan bahasa pengguna.",
          ],
        },
      ],
    },
    {
      key: "two-recordings",
      criterion: "transferability",
      category: "TECHNOLOGY",
      tags: ["DATA", "PROCESS"],
      locus: "HOST",
      titles: [
        "Kasus dicatat dua kali, di buku desa dan di aplikasi",
        "Pencatatan ganda menyita waktu fasilitator",
        "Aplikasi belum menggantikan buku kasus di desa",
      ],
      facts: [
        [
          "Fasilitator menulis kasus di buku, lalu memasukkannya ke aplikasi pada malam hari atau ketika sinyal tersedia.",
          "Di desa yang dikunjungi, kasus lebih dahulu ditulis tangan dan baru dimasukkan ke aplikasi beberapa hari kemudian.",
        ],
        [
          "Isi keduanya tidak selalu sama, sehingga laporan kabupaten berbeda dari catatan desa.",
          "Sebagian kasus yang selesai di desa tidak pernah masuk ke aplikasi.",
        ],
        [
          "Daerah lain yang hendak meniru akan membawa beban pencatatan ganda yang sama.",
          "Keadaan ini menyulitkan peniruan karena tenaga desa terbatas.",
        ],
      ],
      quotes: [
        "“Siang saya tulis, malam saya ketik. Kadang yang kecil-kecil tidak sempat saya masukkan.” — fasilitator Puskesos",
        "“Angka di aplikasi selalu lebih kecil daripada di buku desa.” — supervisor kecamatan",
      ],
      affected: ["Fasilitator desa", "Fasilitator dan pengelola data di kabupaten"],
      response: [
        "Supervisor mencocokkan buku dan aplikasi setiap akhir bulan.",
        "Kasus ringan dibolehkan hanya dicatat di buku.",
      ],
      usg: [3, 3, 4],
      causes: [
        [
          "Sinyal dan perangkat di balai desa tidak selalu tersedia ketika warga datang",
          "Aplikasi membutuhkan sambungan internet saat mengisi",
        ],
        [
          "Formulir aplikasi lebih panjang daripada yang diperlukan di desa",
          "Isian aplikasi disusun untuk kebutuhan laporan kabupaten",
        ],
        [
          "Fasilitator tidak dilibatkan ketika formulir dirancang",
          "Rancangan aplikasi tidak diuji pada keadaan kerja di desa",
        ],
      ],
      fishbone: [
        ["MACHINE", "Perangkat dan sinyal di desa terbatas"],
        ["METHOD", "Formulir aplikasi terlalu panjang"],
        ["MAN", "Fasilitator mengetik di luar jam layanan"],
        ["MATERIAL", "Isi buku dan aplikasi tidak sama"],
      ],
      advice: {
        titles: [
          "Formulir ringkas yang dapat diisi tanpa sinyal",
          "Penyederhanaan isian aplikasi bersama fasilitator",
        ],
        text: [
          [
            "Isian dipangkas menjadi yang benar-benar dipakai untuk menangani kasus, dan dapat disimpan ketika sinyal tidak ada.",
            "Fasilitator memilih isian yang wajib pada saat menerima warga; sisanya dilengkapi di kabupaten.",
          ],
          [
            "Buku kasus dihapus setelah tiga bulan berjalan bersama tanpa selisih.",
            "Setelah selisih keduanya hilang selama tiga bulan, buku kasus tidak lagi diwajibkan.",
          ],
        ],
        cause: 2,
        transfer: "INSPIRE",
        risk: {
          text: "Data warga tersimpan pada telepon yang dapat hilang",
          mitigation: "Data dihapus dari telepon setelah terkirim dan telepon dikunci dengan sandi",
        },
        people: 5,
        budget: 60,
        legalNeed: "",
      },
      own: [
        {
          theme: "EARLY_CHECK",
          cause: 1,
          bridge: [
            "Isian yang berlebihan di lokus menjadi pengingat untuk memangkas syarat sebelum membuat aplikasi.",
            "Pencatatan ganda di lokus berawal dari formulir yang tidak disederhanakan; kami memulai dari sana.",
          ],
        },
        {
          theme: "ONE_DOOR",
          cause: 2,
          bridge: [
            "Satu register hanya dapat dipercaya bila tidak ada catatan tandingan, sebagaimana dipelajari di lokus.",
            "Agar tidak terjadi dua catatan seperti di lokus, register disusun bersama petugas yang mengisinya.",
          ],
        },
      ],
    },
    {
      key: "own-cost-of-network",
      criterion: "transferability",
      category: "BUDGET",
      tags: ["REGULATION"],
      locus: "BOTH",
      titles: [
        "Biaya jaringan fasilitator membebani penyelenggara",
        "Pembiayaan fasilitator belum terbagi jelas antara kabupaten dan desa",
        "Jaringan sebesar SLRT memerlukan biaya yang tidak kecil",
      ],
      facts: [
        [
          "Honor fasilitator dan supervisor menjadi bagian terbesar pembiayaan layanan menurut pengelola.",
          "Pengelola menyebut honor sebagai pengeluaran terbesar dan bagian yang paling sering ditawar.",
        ],
        [
          "Sebagian desa menyediakan tambahan dari anggaran desa, sebagian lain tidak.",
          "Kemampuan desa berbeda, sehingga penghargaan bagi fasilitator tidak sama untuk pekerjaan yang sama.",
        ],
        [
          "Bagi {unit}, membentuk jaringan serupa berarti mencari sumber biaya yang belum tersedia.",
          "Keadaan {unit} lebih terbatas, sehingga pola ini perlu diringankan sebelum ditiru.",
        ],
      ],
      quotes: [
        "“Yang paling berat bukan aplikasinya, tetapi honor orang-orang di desa.” — manajer SLRT",
        "“Desa yang mampu menambah, desa yang tidak mampu ya apa adanya.” — kepala desa",
      ],
      affected: ["Fasilitator dan pemerintah desa", "Penyelenggara layanan dan {users}"],
      response: [
        "Kabupaten mendorong desa menganggarkan Puskesos melalui musyawarah desa.",
        "Lembaga zakat membantu sebagian pembiayaan kasus, bukan honor.",
      ],
      usg: [3, 4, 4],
      causes: [
        [
          "Tugas fasilitator terus bertambah, sedangkan honornya tetap",
          "Beban kerja fasilitator naik tanpa perubahan pembiayaan",
        ],
        [
          "Pembagian pembiayaan kabupaten dan desa belum diatur rinci",
          "Aturan belum menyebut bagian yang menjadi kewajiban desa",
        ],
        [
          "Nilai penghematan dari layanan ini belum dihitung untuk meyakinkan pengambil keputusan",
          "Manfaat layanan tidak dinyatakan dalam angka yang dapat dibandingkan dengan biayanya",
        ],
      ],
      fishbone: [
        ["MONEY", "Honor menjadi pengeluaran terbesar"],
        ["METHOD", "Pembagian biaya belum diatur rinci"],
        ["MATERIAL", "Nilai manfaat belum dihitung"],
        ["ENVIRONMENT", "Kemampuan keuangan desa berbeda"],
      ],
      advice: {
        titles: [
          "Perhitungan manfaat layanan sebagai dasar pembagian biaya",
          "Pembagian pembiayaan Puskesos antara kabupaten dan desa",
        ],
        text: [
          [
            "Waktu dan ongkos yang dihemat warga dihitung pada dua puluh kasus sebagai bahan pembahasan anggaran.",
            "Pengelola menghitung penghematan warga dan dinas pada beberapa kasus nyata untuk menyusun pembagian biaya.",
          ],
          [
            "Hasilnya dituangkan dalam pedoman penganggaran desa yang seragam.",
            "Perhitungan itu menjadi lampiran pedoman anggaran desa tahun berikutnya.",
          ],
        ],
        cause: 2,
        transfer: "INSPIRE",
        risk: {
          text: "Angka penghematan dipandang dibesar-besarkan",
          mitigation: "Cara menghitung dibuka dan diperiksa Bappeda",
        },
        people: 4,
        budget: 10,
        legalNeed: "Pedoman penyusunan anggaran desa yang memuat Puskesos.",
      },
      own: [
        {
          theme: "ONE_DOOR",
          cause: 0,
          bridge: [
            "Karena jaringan seperti di lokus mahal, yang diambil ialah intinya, yaitu satu pintu dan penanggung jawab.",
            "Bagian {innovation} yang paling murah dan paling berguna ialah penanggung jawab kasus; itulah yang ditiru.",
          ],
        },
        {
          theme: "FIELD_NET",
          cause: 1,
          bridge: [
            "Agar biayanya terkendali, jumlah simpul dibatasi dan memakai petugas yang sudah ada.",
            "Jaringan dimulai kecil dengan pembagian biaya yang disepakati, suatu hal yang belum tuntas di lokus.",
          ],
        },
      ],
    },
  ],
  profile: {
    centre: {
      novelty: 4.0,
      effectiveness: 3.9,
      benefit: 4.2,
      transferability: 3.5,
      sustainability: 3.7,
    },
    split: false,
  },
};
