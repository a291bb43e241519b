import type { InnovationContent } from "./model";

/**
 * What the demo's participants saw of SILONCER, on which they disagree. Field notes are made up for
 * the demo.
 */
export const SILONCER: InnovationContent = {
  code: "SILONCER",
  shortName: "SILONCER",
  essence: "memungkinkan pemohon mencetak sendiri dokumen izin yang telah terbit",
  sources: [
    { role: "Kepala seksi penerbitan izin", unit: "DPMPTSP Kabupaten Bandung", type: "OFFICIAL" },
    { role: "Petugas penerbitan dokumen", unit: "DPMPTSP Kabupaten Bandung", type: "STAFF" },
    { role: "Petugas meja bantuan", unit: "DPMPTSP Kabupaten Bandung", type: "STAFF" },
    {
      role: "Pemohon yang mencetak sendiri",
      unit: "Pelaku usaha di Kabupaten Bandung",
      type: "USER",
    },
    { role: "Staf legal perusahaan", unit: "Perusahaan pemohon izin", type: "USER" },
    {
      role: "Petugas pemeriksa kelengkapan kredit",
      unit: "Bank penerima dokumen izin",
      type: "PARTNER",
    },
    { role: "Pemilik kios cetak", unit: "Sekitar kompleks perkantoran Soreang", type: "OTHER" },
  ],
  quotes: {
    novelty: [
      "“Izin terbit pagi, siang sudah saya tempel di toko. Saya cetak sendiri.” — pemohon",
      "“Yang baru bukan cetaknya, tetapi kodenya; siapa pun bisa memeriksa asli atau tidak.” — kepala seksi penerbitan",
    ],
    effectiveness: [
      "“Meja pengambilan hampir kosong. Yang datang tinggal yang minta dibantu cetak.” — petugas penerbitan",
      "“Dokumen terkirim begitu ditandatangani, tidak menunggu map turun.” — kepala seksi penerbitan",
    ],
    benefit: [
      "“Kantor saya di selatan, sekali jalan dua jam. Sekarang tidak perlu.” — pemohon",
      "“Kalau hilang, saya cetak lagi. Tidak usah lapor dan antre.” — staf legal perusahaan",
    ],
    transferability: [
      "“Cukup dokumen, kode, dan halaman pemeriksa. Tidak harus aplikasi besar.” — petugas penerbitan",
      "“Dinas lain sudah bertanya bagaimana memasang kodenya.” — kepala seksi penerbitan",
    ],
    sustainability: [
      "“Biayanya malah turun, kami tidak lagi menyediakan kertas khusus.” — kepala seksi penerbitan",
      "“Pemohon sudah terbiasa. Kalau kami kembali ke loket, mereka yang protes.” — petugas meja bantuan",
    ],
  },
  links: [
    {
      caption: "Laman resmi Pemerintah Kabupaten Bandung, rujukan layanan DPMPTSP",
      url: "https://www.bandungkab.go.id/",
    },
    {
      caption: "Laman sistem informasi pelayanan publik nasional, pembanding standar pelayanan",
      url: "https://sippn.menpan.go.id/",
    },
  ],
  strengths: [
    [
      "Dokumen dapat dicetak pada hari terbit sehingga tahap pengambilan di loket tidak lagi diperlukan.",
      "Perjalanan pemohon yang semata-mata untuk mengambil dokumen dihapus.",
      "Tahap terakhir layanan, yang sering dilupakan, justru menjadi pokok perbaikan.",
    ],
    [
      "Kode verifikasi memungkinkan siapa pun memeriksa keaslian dokumen tanpa menghubungi petugas.",
      "Keaslian dokumen dapat diperiksa pihak lain melalui kode sehingga cap dan tanda tangan basah tidak lagi menjadi patokan.",
    ],
    [
      "Dokumen yang hilang dapat dicetak ulang tanpa prosedur penggantian.",
      "Pemohon memegang salinan digital yang dapat dicetak kapan saja, termasuk ketika dokumen rusak atau hilang.",
    ],
    [
      "Biaya penyelenggaraan turun karena kertas khusus dan tempat penyimpanan dokumen tidak lagi diperlukan.",
      "Dinas menghemat kertas dan ruang arsip, dan petugas dapat dialihkan ke meja bantuan.",
    ],
    [
      "Gagasannya sederhana dan dapat dipasang pada layanan lain tanpa mengubah proses penerbitannya.",
      "Cakupan yang kecil membuat inovasi ini cepat diterapkan dan mudah dijelaskan.",
    ],
    [
      "Loket tetap membantu mencetakkan bagi pemohon yang tidak memiliki perangkat.",
      "Pemohon tanpa pencetak tidak ditinggalkan; petugas mencetakkan tanpa syarat tambahan.",
    ],
  ],
  notes: {
    novelty: {
      low: [
        "Mengirim dokumen dalam bentuk berkas bukan hal baru; pada contoh yang diperlihatkan bahkan belum disertai kode verifikasi.",
        "Saya tidak menemukan perbedaan nyata dari pengiriman dokumen melalui surel yang sudah dilakukan banyak kantor.",
      ],
      fair: [
        "Cetak mandiri merupakan langkah maju, tetapi belum semua jenis izin dapat dicetak sendiri.",
        "Kebaruannya terletak pada kode verifikasi; tampilannya serupa dengan layanan lain.",
      ],
      good: [
        "Memindahkan tahap penyerahan kepada pemohon dengan jaminan verifikasi merupakan pendekatan yang berbeda dari pengambilan di loket.",
        "Perhatian pada tahap terakhir layanan jarang ditemui; kebanyakan inovasi berhenti pada pendaftaran.",
      ],
      top: [
        "Pemohon mencetak dan pihak lain memeriksa sendiri keasliannya; rantai kepercayaan berubah, dan perubahan itu dibenarkan pemohon serta penerima dokumen.",
        "Dari pengambilan di loket menjadi cetak mandiri pada hari yang sama, lengkap dengan verifikasi terbuka; perbedaan sebelum dan sesudahnya sangat jelas.",
      ],
    },
    effectiveness: {
      low: [
        "Pemohon yang saya temui tetap mengambil di loket karena dokumen cetakannya pernah ditolak bank.",
        "Saat dicoba, kode pada contoh dokumen tidak membuka halaman pemeriksa sehingga keluarannya belum dapat diandalkan.",
      ],
      fair: [
        "Dokumen dapat dicetak, tetapi sebagian pihak penerima masih meminta cap basah.",
        "Cetak mandiri berjalan untuk beberapa jenis izin; jenis yang lain masih harus diambil.",
      ],
      good: [
        "Dokumen terbit dan dapat dicetak pada hari yang sama, dan kode pada contoh yang saya pindai berfungsi.",
        "Meja pengambilan sepi pada jam yang dahulu ramai, tanda bahwa keluarannya tercapai.",
      ],
      top: [
        "Lima dokumen yang saya pindai terverifikasi, dan pemohon menerima dokumennya pada hari terbit; keluaran sesuai dengan tujuan layanan.",
        "Catatan penyerahan menunjukkan hampir semua dokumen diterima tanpa kunjungan, dan hal itu sesuai dengan keadaan loket yang saya amati.",
      ],
    },
    benefit: {
      low: [
        "Bagi pemohon kecil, manfaatnya berkurang karena harus ke kios cetak dan membayar; ongkosnya hanya berpindah.",
        "Pemohon yang dokumennya ditolak pihak lain justru datang dua kali.",
      ],
      fair: [
        "Pemohon yang memiliki pencetak merasakan manfaat, sedangkan yang lain beralih ke kios.",
        "Perusahaan terbantu; usaha kecil merasakan manfaat yang lebih kecil.",
      ],
      good: [
        "Pemohon dari kecamatan yang jauh menghemat perjalanan setengah hari.",
        "Manfaatnya terasa ketika dokumen hilang, karena dapat dicetak ulang tanpa mengurus penggantian.",
      ],
      top: [
        "Pemohon jauh, perusahaan, dan petugas menceritakan penghematan yang sama, dan loket yang kosong menjadi bukti yang dapat dilihat.",
        "Perjalanan untuk mengambil dokumen hilang sama sekali bagi pemohon yang saya temui, dan pihak bank dapat memeriksa keasliannya sendiri.",
      ],
    },
    transferability: {
      low: [
        "Tanpa kesediaan pihak penerima, cetak mandiri sukar ditiru; di sini pun penerimaannya belum tuntas.",
        "Panduan pemasangan tidak tersedia dan pengetahuannya ada pada satu petugas.",
      ],
      fair: [
        "Mudah ditiru secara teknis, tetapi memerlukan pengakuan dari pihak penerima dokumen.",
        "Dapat ditiru untuk dokumen yang tidak memuat data pribadi; untuk yang lain perlu kajian.",
      ],
      good: [
        "Unsurnya sedikit dan jelas: dokumen, kode, dan halaman pemeriksa; hampir semua unit penerbit dokumen dapat menirunya.",
        "Tidak memerlukan aplikasi besar sehingga cocok bagi unit dengan sumber daya terbatas.",
      ],
      top: [
        "Pola yang sama telah dipakai pada beberapa jenis dokumen tanpa perubahan berarti, dan petugas menunjukkan cara memasangnya dalam setengah jam.",
        "Dinas lain telah mulai memakainya; unsur yang sedikit membuatnya inovasi yang paling mudah dipindahkan di antara yang kami kunjungi.",
      ],
    },
    sustainability: {
      low: [
        "Layanan bergantung pada kode yang dikelola satu orang, dan tidak ada rencana ketika sistem perizinan berubah.",
        "Tanpa aturan yang mengakui cetakan mandiri, pihak penerima dapat menolaknya sewaktu-waktu.",
      ],
      fair: [
        "Biayanya ringan, tetapi dasar aturannya belum kuat.",
        "Kebiasaan pemohon sudah terbentuk; yang belum ialah jaminan pengakuan dokumen.",
      ],
      good: [
        "Biaya yang menurun dan kebiasaan pemohon membuat layanan ini kecil kemungkinan dihentikan.",
        "Pemeliharaannya ringan dan tidak memerlukan anggaran khusus.",
      ],
      top: [
        "Biaya turun, pemohon terbiasa, dan loket pengambilan telah ditiadakan; keberlanjutannya dibuktikan oleh pilihan pengguna sendiri.",
        "Layanan terus diperluas ke jenis dokumen lain tanpa tambahan anggaran, sebagaimana tampak pada daftar layanan yang diperlihatkan.",
      ],
    },
  },
  results: [
    {
      indicator: "Hari dari izin terbit sampai dokumen di tangan pemohon",
      unit: "hari",
      source: "Wawancara pemohon dan petugas, catatan peserta",
      before: 5,
      after: 0,
    },
    {
      indicator: "Pemohon di meja pengambilan pada satu pagi pengamatan",
      unit: "orang",
      source: "Pengamatan peserta dan keterangan petugas",
      before: 40,
      after: 6,
    },
    {
      indicator: "Dokumen cetakan sendiri yang ditolak pihak penerima",
      unit: "",
      source: "Keterangan pemohon dan petugas meja bantuan",
      explanation:
        "Penolakan tidak dicatat oleh dinas; kami hanya mendengar dari pemohon, sehingga jumlahnya tidak dapat disebutkan.",
    },
    {
      indicator: "Biaya cetak yang ditanggung pemohon kecil",
      unit: "",
      source: "Keterangan pemilik kios cetak",
      explanation:
        "Biaya di kios berbeda-beda dan belum pernah dihitung oleh pengelola, sehingga tidak dapat dibandingkan dengan ongkos sebelumnya.",
    },
  ],
  summary: {
    opening: [
      "SILONCER memperbaiki tahap yang sering dilupakan, yaitu penyerahan dokumen kepada pemohon.",
      "Gagasan SILONCER sederhana: izin yang sudah terbit tidak perlu dijemput.",
      "Di DPMPTSP saya mengamati bagaimana pemohon mencetak sendiri izinnya dan bagaimana pihak lain memeriksanya.",
      "SILONCER menimbulkan penilaian yang berbeda-beda di kelompok kami karena pengalaman pemohon memang tidak sama.",
      "Layanan cetak sendiri ini kecil cakupannya, tetapi menyentuh kebutuhan yang nyata.",
    ],
    strong: [
      "Pemohon yang saya temui tidak ingin kembali ke loket, dan kode yang saya pindai terbaca.",
      "Perbaikannya kecil, tetapi tepat pada bagian yang paling sering dikeluhkan.",
      "Kode berfungsi pada dokumen yang saya pindai, pemohon berhemat waktu, dan loket benar-benar sepi.",
      "Sederhana, murah, dan mudah ditiru; buktinya terlihat langsung di lokasi.",
      "Manfaatnya nyata bagi pemohon yang jauh dan bagi dinas sendiri.",
    ],
    mixed: [
      "Pemohon perusahaan puas, sedangkan pemohon kecil masih mencari bantuan di kios cetak.",
      "Saya melihat dokumen yang diterima dan dokumen yang ditolak pada hari yang sama.",
      "Cetak mandiri berjalan, tetapi penerimaan oleh pihak lain belum merata.",
      "Bermanfaat bagi pemohon yang memiliki perangkat; bagi yang lain ongkosnya berpindah ke kios.",
      "Gagasannya baik, sedangkan dasar aturan dan pengelolaannya masih perlu diperkuat.",
    ],
    weak: [
      "Pengambilan di loket memang berkurang, tetapi kunjungan untuk meminta cap bertambah.",
      "Selama dokumen cetakan masih ditolak pihak lain, manfaat utamanya belum terwujud.",
      "Verifikasi yang tidak selalu berfungsi dan biaya yang berpindah ke pemohon membuat saya memberi nilai rendah.",
      "Bukti yang diperlihatkan terbatas pada contoh, dan pemohon yang saya temui tidak merasakan kemudahannya.",
    ],
    lesson: [
      "Pelajaran bagi saya: pihak penerima dokumen harus diajak sejak awal.",
      "Yang dapat segera ditiru ialah kode verifikasi pada dokumen yang sudah biasa diterbitkan.",
      "Bagi unit saya, kuncinya adalah pengakuan atas dokumen digital, bukan pencetaknya.",
      "Yang perlu dihindari ialah memindahkan biaya kepada pengguna yang paling lemah.",
    ],
  },
  obstacles: [
    {
      key: "rejected-prints",
      criterion: "effectiveness",
      category: "REGULATION",
      tags: ["COORDINATION", "COMMUNITY"],
      locus: "HOST",
      titles: [
        "Cetakan sendiri masih ditolak sebagian pihak penerima",
        "Bank dan instansi lain meminta cap basah",
        "Dokumen cetak mandiri belum diakui merata",
      ],
      facts: [
        [
          "Dua pemohon yang ditemui kembali ke loket karena cetakan izinnya tidak diterima.",
          "Staf legal perusahaan menceritakan penolakan oleh pihak yang meminta tanda tangan dan cap asli.",
        ],
        [
          "Petugas penerima tidak mengetahui adanya halaman pemeriksa keaslian.",
          "Pihak bank yang ditemui mengetahui kodenya, tetapi tidak memiliki pegangan tertulis untuk menerimanya.",
        ],
        [
          "Pemohon akhirnya meminta dinas mencetakkan dan membubuhkan cap.",
          "Permintaan cap basah di meja bantuan masih datang setiap hari.",
        ],
      ],
      quotes: [
        "“Kata bank, ini fotokopi. Saya balik lagi minta cap.” — pemohon",
        "“Kami mau menerima, tetapi aturannya di kami masih menyebut asli.” — petugas bank",
      ],
      affected: [
        "Pemohon yang memakai izinnya untuk kredit atau lelang",
        "Pemohon dan pihak penerima",
      ],
      response: [
        "Petugas mencetakkan dan membubuhkan cap apabila diminta.",
        "Dinas membuat surat keterangan untuk pemohon yang dokumennya ditolak.",
      ],
      usg: [5, 4, 4],
      causes: [
        [
          "Pihak penerima belum mengetahui cara memeriksa keaslian",
          "Petugas pihak penerima belum dikenalkan dengan halaman verifikasi",
        ],
        [
          "Aturan internal pihak penerima masih mensyaratkan dokumen asli",
          "Pengertian asli pada pihak penerima masih berarti cap dan tanda tangan basah",
        ],
        [
          "Pihak penerima tidak dilibatkan ketika layanan dirancang",
          "Perancangan hanya melihat sisi pemohon dan penerbit",
        ],
        [
          "Belum ada aturan daerah yang menegaskan kedudukan cetakan mandiri",
          "Kedudukan hukum cetakan mandiri belum ditegaskan dalam aturan daerah",
        ],
      ],
      fishbone: [
        ["METHOD", "Pihak penerima tidak dilibatkan"],
        ["MATERIAL", "Dokumen tidak memuat petunjuk pemeriksaan"],
        ["MAN", "Petugas penerima belum mengenal kode"],
        ["ENVIRONMENT", "Kebiasaan menganggap cap basah sebagai asli"],
      ],
      advice: {
        titles: [
          "Kesepakatan penerimaan dengan bank dan instansi pemakai",
          "Penegasan kedudukan cetakan mandiri dalam aturan daerah",
        ],
        text: [
          [
            "DPMPTSP menyurati dan mengundang pihak penerima utama, lalu menyepakati cara pemeriksaan.",
            "Kedudukan cetakan mandiri ditegaskan dalam peraturan bupati dan petunjuk pemeriksaan dicantumkan pada dokumen.",
          ],
          [
            "Penolakan dicatat dan ditindaklanjuti langsung kepada pihak yang menolak.",
            "Daftar pihak yang sudah menerima diumumkan sehingga pemohon mengetahuinya.",
          ],
        ],
        cause: 3,
        transfer: "INSPIRE",
        risk: {
          text: "Pihak penerima di luar daerah tidak terikat kesepakatan",
          mitigation: "Petunjuk pemeriksaan dicantumkan pada dokumen dan nomor layanan disediakan",
        },
        people: 5,
        budget: 15,
        legalNeed: "Peraturan bupati tentang dokumen perizinan elektronik.",
      },
      own: [
        {
          theme: "SELF_PRINT",
          cause: 2,
          bridge: [
            "Penolakan di lokus terjadi karena pihak penerima tidak diajak; {unit} memulainya dari pihak penerima.",
            "Cetak mandiri ditiru dengan satu perubahan pokok: pihak penerima diajak sejak perancangan.",
          ],
        },
        {
          theme: "EARLY_CHECK",
          cause: 1,
          bridge: [
            "Sebelum dokumen digital diterapkan, syarat yang masih menyebut dokumen asli perlu dihapus.",
            "Di lokus, kata asli pada daftar syarat menjadi penghalang; {unit} memeriksanya lebih dahulu.",
          ],
        },
      ],
    },
    {
      key: "code-not-working",
      criterion: "effectiveness",
      category: "TECHNOLOGY",
      tags: ["INFRASTRUCTURE"],
      locus: "HOST",
      titles: [
        "Halaman pemeriksa keaslian tidak selalu dapat dibuka",
        "Kode verifikasi gagal dipindai pada sebagian dokumen",
        "Verifikasi dokumen belum andal",
      ],
      facts: [
        [
          "Dari contoh dokumen yang kami pindai, sebagian membuka halaman kosong.",
          "Satu dari tiga kode yang kami coba tidak dapat dibaca karena hasil cetaknya buram.",
        ],
        [
          "Tidak ada nomor cadangan yang dapat dipakai untuk memeriksa secara lisan.",
          "Pihak yang gagal memeriksa menganggap dokumennya palsu.",
        ],
        [
          "Petugas mengetahui kegagalan dari keluhan dan bukan dari pemantauan.",
          "Kegagalan tidak tercatat sehingga seringnya tidak diketahui.",
        ],
      ],
      quotes: [
        "“Saya pindai tidak keluar apa-apa. Disangka palsu.” — staf legal perusahaan",
        "“Kalau cetaknya buram memang susah dibaca.” — petugas penerbitan",
      ],
      affected: ["Pemohon dan pihak penerima", "Pihak yang memeriksa dokumen"],
      response: [
        "Petugas menyarankan cetak ulang dengan mutu lebih baik.",
        "Pengelola memeriksa halaman ketika ada keluhan.",
      ],
      usg: [4, 4, 3],
      causes: [
        [
          "Ukuran kode kecil dan terletak di tepi halaman",
          "Kode dicetak terlalu kecil untuk pencetak biasa",
        ],
        [
          "Halaman pemeriksa berada pada peladen yang sama dengan layanan yang kerap padat",
          "Halaman pemeriksa ikut terhenti ketika layanan utama terganggu",
        ],
        [
          "Uji pada berbagai pencetak dan telepon tidak dilakukan sebelum diberlakukan",
          "Perancangan diuji di kantor dengan pencetak yang baik saja",
        ],
      ],
      fishbone: [
        ["MACHINE", "Peladen menjadi satu dengan layanan utama"],
        ["METHOD", "Uji sebelum pemberlakuan terbatas"],
        ["MATERIAL", "Kode kecil di tepi halaman"],
        ["MAN", "Tidak ada yang memantau kegagalan"],
      ],
      advice: {
        titles: [
          "Kode lebih besar dan nomor pemeriksaan cadangan",
          "Halaman pemeriksa yang terpisah dan dipantau",
        ],
        text: [
          [
            "Kode diperbesar, dipindahkan dari tepi halaman, dan disertai nomor pendek yang dapat diketik.",
            "Halaman pemeriksa dipisahkan dari layanan utama dan keadaannya dipantau setiap jam.",
          ],
          [
            "Uji dilakukan pada sepuluh pencetak dan telepon yang lazim dipakai pemohon.",
            "Kegagalan pemindaian dicatat secara otomatis tanpa data pribadi.",
          ],
        ],
        cause: 2,
        transfer: "INSPIRE",
        risk: {
          text: "Nomor pendek mudah ditebak orang yang tidak berhak",
          mitigation: "Halaman pemeriksa hanya menampilkan keabsahan dan membatasi percobaan",
        },
        people: 3,
        budget: 35,
        legalNeed: "",
      },
      own: [
        {
          theme: "SELF_PRINT",
          cause: 0,
          bridge: [
            "Kegagalan pindai di lokus memberi pelajaran tentang ukuran kode, nomor cadangan, dan uji pada perangkat sederhana.",
            "Dokumen mandiri {unit} diuji pada telepon dan pencetak murah lebih dahulu, hal yang terlewat di lokus.",
          ],
        },
        {
          theme: "TRACKING",
          cause: 2,
          bridge: [
            "Kegagalan yang tidak tercatat di lokus tidak boleh terulang; setiap langkah layanan diukur.",
            "Di lokus kegagalan diketahui dari keluhan; pada {unit} diketahui dari catatan harian.",
          ],
        },
      ],
    },
    {
      key: "cost-moves",
      criterion: "benefit",
      category: "COMMUNITY",
      tags: ["BUDGET"],
      locus: "HOST",
      titles: [
        "Biaya cetak berpindah kepada pemohon kecil",
        "Pemohon tanpa pencetak mengeluarkan biaya di kios",
        "Cetak sendiri membebani pelaku usaha kecil",
      ],
      facts: [
        [
          "Pemohon kecil mencetak di kios sekitar kantor atau di desanya dengan biaya yang berbeda-beda.",
          "Pemilik kios menyebut banyak pelanggan yang datang hanya untuk mencetak izin dan dibantu mengunduh.",
        ],
        [
          "Sebagian menyerahkan kata sandinya kepada pemilik kios agar dibantu.",
          "Untuk mengunduh, pemohon memberikan akun dan kata sandi kepada orang lain.",
        ],
        [
          "Bantuan cetak di loket tersedia, tetapi tidak diketahui umum.",
          "Pemohon tidak mengetahui bahwa loket dapat mencetakkan tanpa biaya.",
        ],
      ],
      quotes: [
        "“Mereka kasih tahu sandinya, saya unduhkan, saya cetak. Sudah biasa.” — pemilik kios cetak",
        "“Kirain harus cetak sendiri semua, tidak tahu bisa minta di loket.” — pemohon usaha kecil",
      ],
      affected: ["Pelaku usaha kecil", "Pemohon tanpa perangkat"],
      response: [
        "Loket mencetakkan bagi yang meminta.",
        "Petugas mengingatkan agar kata sandi tidak dibagikan.",
      ],
      usg: [3, 3, 4],
      causes: [
        [
          "Pemohon kecil tidak memiliki pencetak dan kurang terbiasa mengunduh",
          "Perangkat pemohon terbatas pada telepon",
        ],
        [
          "Bantuan cetak tidak diumumkan dan hanya tersedia di kantor kabupaten",
          "Tempat bantuan yang dekat dengan pemohon belum tersedia",
        ],
        [
          "Keadaan pemohon kecil tidak diperhitungkan ketika layanan dirancang",
          "Rancangan layanan berangkat dari pemohon perusahaan",
        ],
      ],
      fishbone: [
        ["MONEY", "Biaya kios ditanggung pemohon"],
        ["METHOD", "Bantuan cetak tidak diumumkan"],
        ["MACHINE", "Pemohon hanya memiliki telepon"],
        ["ENVIRONMENT", "Kebiasaan menitipkan kata sandi"],
      ],
      advice: {
        titles: [
          "Bantuan cetak di kecamatan dan dokumen yang cukup ditunjukkan di telepon",
          "Dokumen digital diakui tanpa harus dicetak",
        ],
        text: [
          [
            "Petugas pengawas menerima dokumen yang ditunjukkan melalui telepon sehingga tidak perlu dicetak.",
            "Kantor kecamatan mencetakkan tanpa biaya dan tanpa meminta kata sandi pemohon.",
          ],
          [
            "Pemberitahuan tentang bantuan tanpa biaya dikirim bersama izin yang terbit.",
            "Tautan dokumen dikirim langsung kepada pemohon sehingga kata sandi tidak perlu dibagikan.",
          ],
        ],
        cause: 1,
        transfer: "INSPIRE",
        risk: {
          text: "Tautan dokumen diteruskan kepada orang yang tidak berhak",
          mitigation: "Tautan berlaku terbatas dan tidak memuat data pribadi yang peka",
        },
        people: 31,
        budget: 40,
        legalNeed: "",
      },
      own: [
        {
          theme: "ASSISTED",
          cause: 1,
          bridge: [
            "Agar biaya tidak berpindah kepada yang lemah seperti di lokus, pendampingan disediakan sejak awal.",
            "Titip sandi di kios menunjukkan bahwa layanan mandiri tetap memerlukan tempat bantuan yang tepercaya.",
          ],
        },
        {
          theme: "SELF_PRINT",
          cause: 2,
          bridge: [
            "Dokumen mandiri {unit} cukup ditunjukkan melalui telepon, sehingga biaya cetak seperti di lokus tidak timbul.",
            "Belajar dari lokus, tautan dikirim langsung kepada pemilik agar kata sandi tidak dititipkan.",
          ],
        },
      ],
    },
    {
      key: "partial-coverage",
      criterion: "benefit",
      category: "PROCESS",
      tags: ["LEADERSHIP"],
      locus: "BOTH",
      titles: [
        "Belum semua jenis dokumen dapat dicetak sendiri",
        "Cakupan cetak mandiri terbatas dan membingungkan pemohon",
        "Pemohon tidak mengetahui dokumen mana yang dapat dicetak sendiri",
      ],
      facts: [
        [
          "Sebagian jenis izin masih harus diambil karena memuat lampiran gambar atau tanda tangan beberapa pejabat.",
          "Daftar jenis dokumen yang dapat dicetak sendiri tidak ditemukan pada laman layanan.",
        ],
        [
          "Pemohon dengan dua jenis izin mengalami dua cara yang berbeda.",
          "Petugas menjelaskan satu per satu dan kadang berbeda pendapat.",
        ],
        [
          "Pada {unit}, jenis dokumen pun beragam sehingga perlu dipilih mana yang didahulukan.",
          "Hal yang sama akan terjadi pada {service} apabila jenis dokumennya tidak dipilah lebih dahulu.",
        ],
      ],
      quotes: [
        "“Yang satu boleh cetak, yang satu harus ambil. Bedanya apa, saya tidak tahu.” — pemohon",
        "“Kalau tanda tangannya tiga pejabat, kami belum berani.” — petugas penerbitan",
      ],
      affected: ["Pemohon dengan beberapa izin", "Pemohon dan petugas penerbitan"],
      response: [
        "Petugas meja bantuan menjelaskan secara lisan.",
        "Jenis dokumen ditambah satu per satu.",
      ],
      usg: [3, 3, 3],
      causes: [
        [
          "Pemilahan jenis dokumen tidak dilakukan sejak awal",
          "Cakupan bertambah tanpa rencana yang diumumkan",
        ],
        [
          "Tanda tangan beberapa pejabat belum dapat disatukan secara digital",
          "Pejabat penanda tangan dari dinas lain belum memakai tanda tangan elektronik",
        ],
        [
          "Kewenangan menetapkan jenis dokumen belum jelas",
          "Tidak ada yang berwenang memutuskan dokumen mana yang boleh dicetak sendiri",
        ],
      ],
      fishbone: [
        ["METHOD", "Cakupan tidak direncanakan"],
        ["MATERIAL", "Lampiran gambar sukar dicetak pemohon"],
        ["MAN", "Petugas memberi penjelasan yang berbeda"],
        ["MACHINE", "Tanda tangan elektronik belum menyeluruh"],
      ],
      advice: {
        titles: [
          "Daftar terbuka jenis dokumen dan jadwal perluasannya",
          "Pemilahan dokumen menurut kemudahan cetak mandiri",
        ],
        text: [
          [
            "Jenis dokumen dikelompokkan menjadi dapat, segera, dan belum, lalu diumumkan beserta jadwalnya.",
            "Daftar dokumen dan jadwal perluasan ditetapkan kepala dinas dan dipasang pada laman layanan.",
          ],
          [
            "Dokumen dengan beberapa penanda tangan disederhanakan menjadi satu penanggung jawab.",
            "Lampiran gambar disediakan sebagai tautan sehingga tidak perlu dicetak.",
          ],
        ],
        cause: 0,
        transfer: "INSPIRE",
        risk: {
          text: "Jadwal perluasan tidak ditepati sehingga kepercayaan turun",
          mitigation: "Jadwal disusun per triwulan dan kemajuannya diumumkan",
        },
        people: 4,
        budget: 10,
        legalNeed: "Keputusan kepala dinas tentang jenis dokumen elektronik.",
      },
      own: [
        {
          theme: "SELF_PRINT",
          cause: 0,
          bridge: [
            "Cakupan yang tidak terencana di lokus dihindari dengan memulai dari satu jenis dokumen yang jelas.",
            "Pemilahan dokumen mendahului penerapan, suatu langkah yang terlewat di lokus.",
          ],
        },
        {
          theme: "EARLY_CHECK",
          cause: 2,
          bridge: [
            "Kebingungan pemohon di lokus menunjukkan perlunya satu daftar yang ditetapkan pejabat berwenang.",
            "Satu daftar resmi mencegah penjelasan petugas yang berbeda-beda seperti di lokus.",
          ],
        },
      ],
    },
    {
      key: "privacy-on-paper",
      criterion: "sustainability",
      category: "DATA",
      tags: ["REGULATION", "TECHNOLOGY"],
      locus: "HOST",
      titles: [
        "Dokumen yang dapat diunduh memuat data pribadi pemohon",
        "Perlindungan data pada dokumen cetak mandiri belum memadai",
        "Data pribadi tampil pada berkas yang mudah diteruskan",
      ],
      facts: [
        [
          "Contoh dokumen memuat alamat rumah dan keterangan pribadi yang tidak diperlukan pihak pemeriksa.",
          "Berkas yang diunduh dapat diteruskan tanpa batas dan memuat keterangan pribadi pemilik.",
        ],
        [
          "Halaman pemeriksa menampilkan keterangan yang lebih banyak daripada yang diperlukan.",
          "Pada halaman pemeriksa tampil nama dan alamat lengkap, padahal cukup keabsahan dokumen.",
        ],
        [
          "Petugas belum memiliki pedoman tentang keterangan yang boleh ditampilkan.",
          "Pemilahan keterangan pribadi belum menjadi bagian dari perancangan dokumen.",
        ],
      ],
      quotes: [
        "“Alamat rumah saya ada di situ, padahal yang dicek cuma izinnya.” — pemohon",
        "“Kami ikut contoh surat yang lama, isinya memang begitu.” — petugas penerbitan",
      ],
      affected: ["Pemohon perseorangan", "Pemilik dokumen"],
      response: [
        "Petugas menyembunyikan sebagian keterangan apabila diminta.",
        "Dinas mengingatkan pemohon agar tidak menyebarkan berkas.",
      ],
      usg: [4, 5, 4],
      causes: [
        [
          "Bentuk dokumen mengikuti naskah lama yang dicetak untuk pemiliknya sendiri",
          "Isi dokumen tidak ditinjau ketika beralih ke bentuk digital",
        ],
        [
          "Kebutuhan pihak pemeriksa tidak pernah dirumuskan",
          "Tidak dibedakan antara keterangan untuk pemilik dan keterangan untuk pemeriksa",
        ],
        [
          "Penelaahan dampak perlindungan data belum menjadi bagian dari perancangan layanan",
          "Tidak ada pejabat yang menelaah perlindungan data sebelum layanan dibuka",
        ],
      ],
      fishbone: [
        ["MATERIAL", "Naskah lama memuat keterangan berlebih"],
        ["METHOD", "Telaah perlindungan data belum dilakukan"],
        ["MACHINE", "Halaman pemeriksa menampilkan terlalu banyak"],
        ["MAN", "Petugas belum dibekali"],
      ],
      advice: {
        titles: [
          "Keterangan paling sedikit pada dokumen dan halaman pemeriksa",
          "Peninjauan naskah dokumen menurut perlindungan data",
        ],
        text: [
          [
            "Halaman pemeriksa hanya menampilkan nomor, jenis, dan masa berlaku dokumen.",
            "Naskah dokumen ditinjau dan keterangan pribadi yang tidak perlu dihapus.",
          ],
          [
            "Setiap jenis dokumen baru ditelaah dampaknya sebelum dapat diunduh.",
            "Berkas unduhan diberi penanda pemilik untuk mencegah penyalahgunaan.",
          ],
        ],
        cause: 2,
        transfer: "INSPIRE",
        risk: {
          text: "Pihak penerima menolak dokumen yang keterangannya dikurangi",
          mitigation: "Contoh naskah baru dibahas dengan pihak penerima sebelum diberlakukan",
        },
        people: 4,
        budget: 10,
        legalNeed: "Penyesuaian naskah dokumen dalam peraturan kepala dinas.",
      },
      own: [
        {
          theme: "SELF_PRINT",
          cause: 1,
          bridge: [
            "Keterangan berlebih pada dokumen di lokus menjadi pelajaran untuk memilah apa yang boleh dilihat pemeriksa.",
            "Halaman verifikasi {unit} dirancang tanpa data pribadi, memperbaiki kekurangan yang kami lihat di lokus.",
          ],
        },
        {
          theme: "DATA_STEWARD",
          cause: 2,
          bridge: [
            "Tidak adanya penelaah di lokus menunjukkan perlunya penanggung jawab data yang namanya diketahui.",
            "Penjaga data pada {unit} juga menelaah keterangan pribadi, peran yang kosong di lokus.",
          ],
        },
      ],
    },
    {
      key: "knowledge-one-officer",
      criterion: "transferability",
      category: "SUSTAINABILITY",
      tags: ["HUMAN_RESOURCES"],
      locus: "HOST",
      titles: [
        "Pemasangan kode hanya dikuasai satu petugas",
        "Pengetahuan SILONCER tidak dituliskan",
        "Belum ada panduan bagi unit yang ingin meniru",
      ],
      facts: [
        [
          "Petugas yang memasang kode bekerja sendiri dan belum menuliskan caranya.",
          "Pertanyaan teknis dari kami selalu diarahkan kepada satu petugas yang sama.",
        ],
        [
          "Dinas lain yang ingin meniru menunggu waktu luang petugas itu.",
          "Permintaan dari unit lain belum terlayani karena panduannya tidak ada.",
        ],
        [
          "Bila petugas itu dipindahkan, penambahan jenis dokumen akan terhenti.",
          "Perluasan layanan melambat setiap kali petugas itu bertugas di tempat lain.",
        ],
      ],
      quotes: [
        "“Belum sempat menulis panduan, masih ada di kepala.” — petugas penerbitan",
        "“Kalau soal kode, tanya beliau. Kami hanya mengunggah.” — petugas meja bantuan",
      ],
      affected: ["Unit lain yang ingin meniru", "DPMPTSP dan pemohon"],
      response: [
        "Petugas memberi penjelasan lisan kepada unit yang datang.",
        "Catatan singkat dibuat untuk petugas loket.",
      ],
      usg: [3, 4, 4],
      causes: [
        [
          "Layanan dibangun cepat oleh petugas yang berprakarsa",
          "Prakarsa perorangan belum dijadikan pekerjaan unit",
        ],
        [
          "Penulisan panduan tidak diberi waktu dan penghargaan",
          "Pendokumentasian tidak tercantum dalam sasaran kerja",
        ],
        [
          "Belum ada pengelola cadangan yang belajar sambil mengerjakan",
          "Pengelolaan layanan belum dibagi kepada petugas lain",
        ],
      ],
      fishbone: [
        ["MAN", "Satu petugas menguasai seluruhnya"],
        ["METHOD", "Panduan belum ditulis"],
        ["MATERIAL", "Contoh pengaturan tidak tersimpan bersama"],
        ["ENVIRONMENT", "Prakarsa perorangan lebih dihargai daripada panduan"],
      ],
      advice: {
        titles: [
          "Panduan pemasangan dan pengelola cadangan",
          "Panduan sepuluh langkah bagi unit peniru",
        ],
        text: [
          [
            "Petugas dan seorang pendamping menuliskan panduan sepuluh langkah sambil memasang kode pada jenis dokumen berikutnya.",
            "Setiap jenis dokumen baru dipasang oleh pengelola cadangan dengan petugas lama sebagai pendamping.",
          ],
          [
            "Panduan dibagikan kepada dinas lain dan daerah yang berkunjung.",
            "Unit peniru pertama memberi masukan untuk memperbaiki panduan.",
          ],
        ],
        cause: 1,
        transfer: "INSPIRE",
        risk: {
          text: "Panduan membuka rahasia pengamanan kode",
          mitigation: "Bagian kunci disimpan terpisah dan hanya diketahui dua pengelola",
        },
        people: 3,
        budget: 0,
        legalNeed: "",
      },
      own: [
        {
          theme: "HANDOVER",
          cause: 1,
          bridge: [
            "Pengetahuan yang masih di kepala petugas lokus menjadi cermin bagi {unit}.",
            "Sebelum meniru layanannya, {unit} meniru hal yang belum sempat dikerjakan lokus, yaitu menuliskan caranya.",
          ],
        },
        {
          theme: "SELF_PRINT",
          cause: 2,
          bridge: [
            "Cetak mandiri diterapkan dengan dua pengelola sejak hari pertama, tidak seperti di lokus.",
            "Agar perluasannya tidak terhenti seperti di lokus, pengelolaan dokumen digital dibagi kepada dua orang.",
          ],
        },
      ],
    },
  ],
  profile: {
    centre: {
      novelty: 3.3,
      effectiveness: 3.2,
      benefit: 3.3,
      transferability: 3.6,
      sustainability: 3.1,
    },
    split: true,
  },
};
