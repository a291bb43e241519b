import type { ThemeContent, ThemeKey } from "./model";

/** Changes that participants take home, worded for any unit. */
export const THEMES: Record<ThemeKey, ThemeContent> = {
  DATA_STEWARD: {
    solution: {
      titles: [
        "Wali data dan kalender pemutakhiran {record}",
        "Penunjukan wali data untuk {record}",
        "Satu wali data, satu jadwal, satu sumber {record}",
      ],
      text: [
        [
          "Setiap bagian dari {record} diberi satu wali data yang namanya diketahui semua pihak dan satu jadwal pemutakhiran yang disepakati.",
          "{unit} menunjuk seorang wali data untuk tiap kelompok isian dalam {record} beserta pengganti dan jadwal pemutakhirannya.",
        ],
        [
          "Isian diperiksa dengan daftar uji singkat, dan hasil pemeriksaan dikembalikan kepada pengisi paling lambat tiga hari kerja.",
          "Setiap kiriman dibalas dengan catatan mutu data, sehingga pengisi tahu apa yang kurang tanpa menunggu rapat.",
        ],
        [
          "Kamus data satu halaman menjadi pegangan bersama {partner} agar satu istilah tidak dihitung dengan dua cara.",
          "Pengertian tiap isian dibakukan dalam kamus data singkat yang juga dipakai {partner}.",
        ],
      ],
      transfer: "ADAPT",
      adapted: [
        {
          hosts: ["SIPD"],
          text: "Pola pengisian berjenjang {innovation} disederhanakan menjadi satu lembar isian bersama karena {unit} hanya mengelola satu jenis data.",
        },
        {
          hosts: ["SIPD"],
          text: "Peran operator perangkat daerah pada {innovation} diganti dengan wali data pada {partner}, dan aplikasi khusus tidak diperlukan pada tahap awal.",
        },
        {
          hosts: ["KLA"],
          text: "Pola satu indikator satu penanggung jawab pada {innovation} dipakai untuk isian {record}, dengan jumlah isian yang jauh lebih sedikit.",
        },
        {
          hosts: ["SLRT"],
          text: "Pemutakhiran dari desa pada {innovation} diganti dengan pemutakhiran oleh {partner}, sedangkan kewajiban membalas kiriman ditambahkan.",
        },
        "Cakupannya dipersempit pada {record}, dan pemeriksaan mutu dilakukan {unit} bersama {partner} tanpa membentuk tim baru.",
        "Irama pemutakhirannya mengikuti kerja {partner}; yang dipertahankan dari lokus ialah penanggung jawab yang jelas dan jadwal yang diumumkan.",
      ],
      risks: [
        {
          text: "Wali data menganggap pengisian sebagai pekerjaan tambahan dan menundanya",
          mitigation:
            "Peran wali data dicantumkan dalam sasaran kerja pegawai dan dibahas pada rapat bulanan",
        },
        {
          text: "Pengertian isian ditafsirkan berbeda antarpihak",
          mitigation: "Kamus data diuji bersama dua pengisi sebelum diberlakukan",
        },
      ],
      people: [3, 8],
      budget: [0, 15],
      mcnamara: [4, 4, 4],
    },
    plan: {
      names: [
        { title: "Wali Data dan Jadwal Pemutakhiran Terpadu pada {unit}", acronym: "WADAJA" },
        { title: "Satu Penjaga Data untuk {record}", acronym: "SAPADA" },
        { title: "Kalender Data Bersama {unit}", acronym: "KADABRA" },
        { title: "Data Bersih, Layanan Pasti pada {unit}", acronym: "DABERLASTI" },
      ],
      gap: [
        "Belum ada pihak yang bertanggung jawab atas kebenaran setiap isian, dan kesalahan baru diketahui ketika data akan dipakai.",
        "Kebenaran data bergantung pada kerajinan perorangan karena tidak ada penanggung jawab dan jadwal yang disepakati.",
      ],
      expected: [
        "Keadaan yang diharapkan ialah {record} yang mutakhir, dapat dipercaya, dan dapat dibuka kapan saja oleh pihak yang memerlukannya.",
        "Yang diharapkan, setiap angka dalam {record} diketahui penanggung jawabnya dan tidak lebih tua dari satu masa pemutakhiran.",
      ],
      novelty: [
        [
          {
            hosts: ["SIPD", "SAMIRINDU", "SILONCER"],
            text: "{innovation} mengandalkan aplikasi tersendiri, sedangkan gagasan ini bermula dari penanggung jawab dan jadwal dengan alat yang sudah dimiliki unit.",
          },
          "Berbeda dari {innovation} yang {essence}, gagasan ini tidak menambah aplikasi dan menempatkan umpan balik mutu data sebagai inti.",
          "Dari {innovation} diambil ketertibannya, bukan perangkatnya; intinya ialah penjaga data yang dikenal dan berwenang menolak isian yang tidak layak.",
        ],
        [
          "Hal baru bagi {unit} ialah jawaban tertulis atas mutu setiap kiriman, sesuatu yang selama ini tidak pernah diterima pengisi.",
          "Bagi {agency}, penunjukan wali data sampai tingkat mitra dengan hak menolak isian yang tidak layak merupakan hal baru.",
        ],
      ],
      form: "GOVERNANCE",
      type: "NON_DIGITAL",
      objectives: {
        short: [
          "Wali data dan penggantinya ditetapkan, kamus data disepakati, dan satu putaran pemutakhiran {record} diuji dengan {partner}.",
          "Tersedia kamus data dan daftar wali data, dan uji coba satu putaran pemutakhiran {record} selesai dinilai.",
        ],
        medium: [
          "Seluruh bagian {record} dimutakhirkan sesuai jadwal selama tiga putaran berturut-turut dengan catatan mutu data yang terbuka.",
          "Dalam setahun, pemutakhiran {record} berjalan tanpa permintaan ulang data kepada {partner}.",
        ],
        long: [
          "{record} menjadi rujukan tunggal untuk {service} dan dipakai dalam perencanaan tahun berikutnya.",
          "Pola wali data menjadi kebiasaan kerja dan ditularkan kepada unit lain di lingkungan {agency}.",
        ],
      },
      outputs: [
        {
          name: "Kamus data",
          indicator: "Isian yang memiliki pengertian baku",
          unit: "persen",
          baseline: 20,
          target: 100,
        },
        {
          name: "Pemutakhiran tepat waktu",
          indicator: "Kiriman yang masuk sesuai jadwal",
          unit: "persen",
          baseline: 45,
          target: 90,
        },
        {
          name: "Umpan balik mutu data",
          indicator: "Kiriman yang dibalas dalam tiga hari kerja",
          unit: "persen",
          baseline: 0,
          target: 95,
        },
      ],
      milestones: [
        {
          term: "SHORT",
          title: "Pemetaan isian dan penanggung jawab {record}",
          output: "Daftar isian beserta wali data dan penggantinya",
          evidence: "Notula rapat dan daftar wali data",
          owner: "LEADER",
        },
        {
          term: "SHORT",
          title: "Penyusunan dan uji baca kamus data",
          output: "Kamus data satu halaman yang disepakati",
          evidence: "Kamus data yang diparaf peserta uji",
          owner: "TEAM",
        },
        {
          term: "SHORT",
          title: "Uji satu putaran pemutakhiran dengan {partner}",
          output: "Laporan uji coba dan catatan mutu data",
          evidence: "Rekap kiriman dan balasannya",
          owner: "TEAM",
        },
        {
          term: "MEDIUM",
          title: "Penetapan kalender pemutakhiran setahun",
          output: "Kalender yang ditandatangani pimpinan",
          evidence: "Surat penetapan",
          owner: "SUPERIOR",
        },
        {
          term: "MEDIUM",
          title: "Tiga putaran pemutakhiran dan tinjauan bersama",
          output: "Laporan mutu data tiap putaran",
          evidence: "Laporan dan daftar hadir tinjauan",
          owner: "TEAM",
        },
        {
          term: "LONG",
          title: "Pemakaian {record} dalam perencanaan",
          output: "Dokumen rencana yang mengutip data mutakhir",
          evidence: "Salinan dokumen rencana",
          owner: "SUPERIOR",
        },
      ],
      risks: [
        {
          text: "Data pribadi ikut tersebar ketika lembar isian dibuka untuk banyak pihak",
          mitigation: "Isian yang memuat data pribadi dipisahkan dan hanya dibuka wali data",
        },
        {
          text: "Jadwal terlewat ketika wali data bertugas ke luar kota",
          mitigation: "Setiap wali data memiliki pengganti yang telah dilatih",
        },
      ],
      sustainability: [
        [
          "Peran wali data melekat pada jabatan dan tercantum dalam uraian tugas, bukan pada nama pegawai.",
          "Kalender dan kamus data menjadi lampiran prosedur kerja sehingga tetap berlaku ketika pejabat berganti.",
        ],
        [
          "Ringkasan mutu data dilaporkan kepada {superior} setiap triwulan.",
          "Pengganti wali data dilatih pada setiap awal tahun.",
        ],
      ],
    },
  },

  ONE_DOOR: {
    solution: {
      titles: [
        "Meja rujukan satu pintu untuk {service}",
        "Satu pintu penerimaan dan rujukan pada {unit}",
        "Satu meja, satu register, satu penanggung jawab kasus",
      ],
      text: [
        [
          "Semua permintaan {service} diterima melalui satu meja dan satu register, dari mana pun asalnya.",
          "{unit} membuka satu meja penerimaan yang mencatat seluruh permintaan dari {users} dalam satu register.",
        ],
        [
          "Setiap kasus mendapat seorang penanggung jawab yang mengantar sampai selesai, termasuk bila harus dirujuk kepada {partner}.",
          "Petugas penerima tetap menjadi penghubung pemohon ketika kasus dirujuk kepada {partner}, sehingga pemohon tidak mengulang cerita dari awal.",
        ],
        [
          "Kesepakatan waktu jawab dengan {partner} dituangkan dalam lembar rujukan yang sederhana.",
          "Lembar rujukan memuat batas waktu jawab dan nama pihak yang menerima kasus.",
        ],
      ],
      transfer: "ADAPT",
      adapted: [
        {
          hosts: ["SLRT"],
          text: "Jejaring lapangan {innovation} tidak ditiru seluruhnya; yang diambil ialah satu register dan penanggung jawab kasus, disesuaikan dengan jumlah pegawai {unit}.",
        },
        {
          hosts: ["SLRT"],
          text: "Peran fasilitator diganti oleh petugas piket {unit}, sedangkan alur rujukan dibatasi pada {partner}.",
        },
        {
          hosts: ["KLA"],
          text: "Dari {innovation} diambil jalur rujukan yang dikenal warga; penerimaannya dipusatkan pada satu meja di {unit}.",
        },
        {
          hosts: ["SAMIRINDU"],
          text: "Pendaftaran tunggal pada {innovation} diterapkan tanpa aplikasi: satu meja, satu register, dan satu petugas penghubung.",
        },
        "Kantor layanan tersendiri tidak dibentuk; cukup satu meja di ruang yang ada dengan jadwal piket bergantian.",
        "Alur lokus diringkas menjadi tiga langkah, yaitu terima, tunjuk penanggung jawab, dan kabari, sesuai dengan kewenangan {unit}.",
      ],
      risks: [
        {
          text: "Kasus menumpuk pada satu meja ketika petugas piket berhalangan",
          mitigation: "Jadwal piket disusun berpasangan dengan petugas cadangan",
        },
        {
          text: "Pihak penerima rujukan tidak menjawab sesuai waktu yang disepakati",
          mitigation: "Rujukan yang lewat waktu dibawa pimpinan ke rapat koordinasi bulanan",
        },
      ],
      people: [3, 9],
      budget: [0, 25],
      mcnamara: [5, 4, 4],
    },
    plan: {
      names: [
        { title: "Meja Rujukan Terpadu {unit}", acronym: "MERUPA" },
        { title: "Satu Pintu, Satu Penanggung Jawab untuk {service}", acronym: "SATUPENA" },
        { title: "Pintu Layanan dan Rujukan Bersama {unit}", acronym: "PILAR BERSAMA" },
        { title: "Register Tunggal dan Rujukan Tuntas {unit}", acronym: "RETUNTAS" },
      ],
      gap: [
        "Permintaan dicatat di beberapa tempat, sehingga tidak ada yang mengetahui seluruh antrean dan siapa yang sedang menanganinya.",
        "Pemohon berpindah dari satu meja ke meja lain dan mengulang keterangan yang sama karena tidak ada satu penanggung jawab.",
      ],
      expected: [
        "Keadaan yang diharapkan ialah {users} cukup menyampaikan permintaan satu kali dan mendapat satu nama yang dapat dihubungi sampai selesai.",
        "Yang diharapkan, setiap permintaan {service} tercatat satu kali, jelas penanggung jawabnya, dan selesai atau dirujuk dalam waktu yang dijanjikan.",
      ],
      novelty: [
        [
          {
            hosts: ["SLRT"],
            text: "{innovation} bertumpu pada jejaring lapangan yang luas, sedangkan gagasan ini memusatkan penerimaan pada satu meja dengan pegawai yang ada.",
          },
          "Dibandingkan {innovation} yang {essence}, gagasan ini lebih ringan karena hanya mengatur penerimaan, penanggung jawab, dan rujukan.",
          "Lokus memulai dari layanan bagi warga banyak; gagasan ini memulainya dari {users} yang selama ini dilayani melalui banyak jalur.",
        ],
        [
          "Yang baru ialah penanggung jawab kasus yang tetap memegang kasus walaupun penanganannya berada pada {partner}.",
          "Lembar rujukan dengan batas waktu jawab belum pernah dipakai dalam hubungan {unit} dengan {partner}.",
        ],
      ],
      form: "PUBLIC_SERVICE",
      type: "NON_DIGITAL",
      objectives: {
        short: [
          "Satu register dan jadwal piket berjalan, dan tiga puluh permintaan pertama ditangani dengan penanggung jawab yang jelas.",
          "Meja rujukan dibuka secara terbatas, dengan lembar rujukan yang telah disepakati {partner}.",
        ],
        medium: [
          "Seluruh permintaan {service} masuk melalui satu pintu dan waktu penyelesaiannya terukur setiap bulan.",
          "Waktu jawab rujukan dari {partner} terpantau dan turun menjadi separuh dari keadaan awal.",
        ],
        long: [
          "Meja rujukan menjadi bagian tetap dari tata kerja {unit} dan menjadi contoh bagi unit lain di {agency}.",
          "Layanan satu pintu diperluas kepada layanan lain yang melibatkan {users} yang sama.",
        ],
      },
      outputs: [
        {
          name: "Register tunggal",
          indicator: "Permintaan yang tercatat dalam satu register",
          unit: "persen",
          baseline: 35,
          target: 100,
        },
        {
          name: "Waktu penyelesaian",
          indicator: "Rata-rata hari kerja sampai selesai atau dirujuk",
          unit: "hari kerja",
          baseline: 14,
          target: 6,
        },
        {
          name: "Kesepakatan rujukan",
          indicator: "Mitra yang menyepakati waktu jawab",
          unit: "mitra",
          baseline: 0,
          target: 4,
        },
      ],
      milestones: [
        {
          term: "SHORT",
          title: "Pemetaan jalur masuk permintaan {service}",
          output: "Peta jalur dan rancangan register tunggal",
          evidence: "Peta jalur dan contoh register",
          owner: "LEADER",
        },
        {
          term: "SHORT",
          title: "Kesepakatan lembar rujukan dengan {partner}",
          output: "Lembar rujukan dengan batas waktu jawab",
          evidence: "Lembar yang ditandatangani para pihak",
          owner: "PARTNER",
        },
        {
          term: "SHORT",
          title: "Pembukaan meja rujukan secara terbatas",
          output: "Tiga puluh kasus pertama tercatat lengkap",
          evidence: "Salinan register tanpa data pribadi",
          owner: "TEAM",
        },
        {
          term: "MEDIUM",
          title: "Pemberlakuan satu pintu untuk semua permintaan",
          output: "Prosedur kerja meja rujukan",
          evidence: "Prosedur yang ditetapkan pimpinan",
          owner: "SUPERIOR",
        },
        {
          term: "MEDIUM",
          title: "Tinjauan waktu jawab rujukan bersama mitra",
          output: "Laporan waktu jawab triwulanan",
          evidence: "Notula tinjauan",
          owner: "TEAM",
        },
        {
          term: "LONG",
          title: "Perluasan satu pintu ke layanan terkait",
          output: "Rencana perluasan dan bahan belajar unit lain",
          evidence: "Dokumen rencana dan daftar hadir",
          owner: "LEADER",
        },
      ],
      risks: [
        {
          text: "Pegawai lama tetap menerima permintaan lewat jalur pribadi",
          mitigation:
            "Permintaan jalur pribadi diteruskan ke meja dan dihitung terbuka setiap pekan",
        },
        {
          text: "Keterangan pemohon yang peka terbaca oleh pihak yang tidak berhak",
          mitigation: "Register memuat nomor kasus, sedangkan keterangan peka disimpan terpisah",
        },
      ],
      sustainability: [
        [
          "Jadwal piket, register, dan lembar rujukan ditetapkan sebagai prosedur kerja sehingga tidak bergantung pada penggagas.",
          "Meja rujukan masuk dalam pembagian tugas tahunan {unit} dan memiliki pengelola utama serta cadangan.",
        ],
        [
          "Laporan bulanan satu halaman menjaga perhatian pimpinan dan {partner}.",
          "Tinjauan triwulanan bersama {partner} dijadwalkan sejak awal tahun.",
        ],
      ],
    },
  },

  SELF_PRINT: {
    solution: {
      titles: [
        "Dokumen mandiri berkode verifikasi untuk {users}",
        "Cetak mandiri hasil {service}",
        "Salinan digital terverifikasi sebagai pengganti pengambilan di loket",
      ],
      text: [
        [
          "Hasil {service} dikirim sebagai dokumen digital dengan kode verifikasi yang dapat diperiksa siapa pun.",
          "{users} menerima tautan dokumen hasil {service} dan mencetaknya sendiri bila diperlukan.",
        ],
        [
          "Keaslian dokumen diperiksa pada laman sederhana yang hanya menampilkan nomor, jenis, dan masa berlaku dokumen.",
          "Pihak penerima cukup memindai kode untuk memastikan dokumen itu benar diterbitkan {unit}.",
        ],
        [
          "Pengambilan di loket tetap dibuka bagi mereka yang tidak memiliki perangkat.",
          "Bagi yang tidak dapat mencetak, loket mencetakkan tanpa syarat tambahan.",
        ],
      ],
      transfer: "ADAPT",
      adapted: [
        "Aplikasi perizinan yang menyertai {innovation} tidak ditiru; yang diambil ialah penyerahan dokumen digital dengan kode verifikasi sesuai kewenangan {unit}.",
        "Dokumen yang dicetak sendiri dibatasi pada jenis yang tidak memuat data pribadi peka, dan tanda tangannya mengikuti aturan {agency}.",
        "Kode verifikasi dipasang pada dokumen {unit} tanpa mengubah proses penerbitannya, sehingga dapat dimulai tanpa aplikasi baru.",
      ],
      risks: [
        {
          text: "Dokumen cetakan sendiri ditolak pihak lain karena dianggap tidak asli",
          mitigation: "Surat pemberitahuan tentang cara verifikasi dikirim kepada pihak penerima",
        },
        {
          text: "Kode verifikasi dipakai untuk menebak dokumen orang lain",
          mitigation: "Kode dibuat acak dan laman verifikasi tidak menampilkan data pribadi",
        },
      ],
      people: [2, 6],
      budget: [10, 60],
      mcnamara: [5, 4, 4],
    },
    plan: {
      names: [
        { title: "Dokumen Mandiri Terverifikasi {unit}", acronym: "DOMINASI" },
        { title: "Cetak Sendiri, Sahih di Mana Saja untuk {service}", acronym: "CERMAT" },
        { title: "Salinan Digital Tanpa Antre {unit}", acronym: "SAJITARE" },
      ],
      gap: [
        "Dokumen yang sudah selesai masih menunggu diambil, sehingga {users} mengeluarkan waktu dan biaya perjalanan hanya untuk selembar kertas.",
        "Penyerahan dokumen di loket menjadi tahap paling lama, padahal keputusan telah terbit beberapa hari sebelumnya.",
      ],
      expected: [
        "Keadaan yang diharapkan ialah dokumen diterima pada hari terbitnya dan keasliannya dapat diperiksa tanpa menghubungi petugas.",
        "Yang diharapkan, tidak ada lagi kunjungan yang semata-mata bertujuan mengambil hasil {service}.",
      ],
      novelty: [
        [
          "{innovation} melayani izin, sedangkan gagasan ini menerapkannya pada {service} dengan laman verifikasi yang tidak membuka data pribadi.",
          "Berbeda dari {innovation} yang {essence}, gagasan ini dimulai dari satu jenis dokumen dan alat yang sudah tersedia di {agency}.",
        ],
        [
          "Pihak penerima dokumen dilibatkan sejak awal supaya cetakan mandiri tidak ditolak, hal yang masih menjadi kendala di lokus.",
          "Laman verifikasi dirancang untuk dipakai pihak penerima, bukan hanya oleh pemohon.",
        ],
      ],
      form: "PUBLIC_SERVICE",
      type: "DIGITAL",
      objectives: {
        short: [
          "Satu jenis dokumen hasil {service} dapat diterima dan dicetak sendiri oleh {users}, lengkap dengan kode verifikasi.",
          "Laman verifikasi sederhana diuji bersama dua pihak penerima dokumen.",
        ],
        medium: [
          "Sebagian besar dokumen diserahkan secara digital dan tidak ada penolakan dari pihak penerima.",
          "Kunjungan untuk mengambil dokumen berkurang paling sedikit dua pertiga.",
        ],
        long: [
          "Seluruh dokumen yang memenuhi syarat diterbitkan secara digital dan tanda tangannya tersertifikasi.",
          "Cara verifikasi dipakai bersama oleh unit lain di {agency}.",
        ],
      },
      outputs: [
        {
          name: "Dokumen digital",
          indicator: "Dokumen yang diserahkan tanpa kunjungan",
          unit: "persen",
          baseline: 5,
          target: 75,
        },
        {
          name: "Laman verifikasi",
          indicator: "Pihak penerima yang memakai verifikasi",
          unit: "lembaga",
          baseline: 0,
          target: 12,
        },
        {
          name: "Waktu penyerahan",
          indicator: "Hari kerja dari terbit sampai diterima",
          unit: "hari kerja",
          baseline: 6,
          target: 1,
        },
      ],
      milestones: [
        {
          term: "SHORT",
          title: "Pemilihan jenis dokumen dan penyiapan dasar penerbitan",
          output: "Daftar dokumen yang boleh dicetak sendiri",
          evidence: "Telaahan yang disetujui pimpinan",
          owner: "LEADER",
        },
        {
          term: "SHORT",
          title: "Pembuatan kode verifikasi dan laman pemeriksaan",
          output: "Laman verifikasi yang siap diuji",
          evidence: "Tangkapan layar dan catatan uji",
          owner: "TEAM",
        },
        {
          term: "SHORT",
          title: "Uji penyerahan digital dengan dua pihak penerima",
          output: "Catatan uji dan daftar perbaikan",
          evidence: "Berita acara uji",
          owner: "PARTNER",
        },
        {
          term: "MEDIUM",
          title: "Pemberlakuan bertahap bagi semua pemohon",
          output: "Panduan pemohon dan pemberitahuan resmi",
          evidence: "Surat pemberitahuan",
          owner: "SUPERIOR",
        },
        {
          term: "MEDIUM",
          title: "Penilaian penerimaan oleh pemohon dan pihak penerima",
          output: "Hasil survei singkat",
          evidence: "Rekap survei",
          owner: "TEAM",
        },
        {
          term: "LONG",
          title: "Penerapan tanda tangan elektronik tersertifikasi",
          output: "Dokumen bertanda tangan elektronik",
          evidence: "Contoh dokumen dan perjanjian layanan",
          owner: "LEADER",
        },
      ],
      risks: [
        {
          text: "Laman verifikasi tidak dapat dibuka ketika jaringan terganggu",
          mitigation: "Nomor layanan disediakan untuk verifikasi lisan pada jam kerja",
        },
        {
          text: "Dokumen palsu dibuat menyerupai cetakan mandiri",
          mitigation: "Setiap cetakan memuat anjuran memeriksa kode pada laman resmi",
        },
      ],
      sustainability: [
        [
          "Kode verifikasi menjadi bagian dari naskah baku sehingga tetap dibuat siapa pun petugasnya.",
          "Pengelolaan laman verifikasi diserahkan kepada pengelola teknologi informasi {agency} dengan catatan serah terima.",
        ],
        [
          "Biaya pemeliharaan kecil dan dimasukkan ke dalam anggaran rutin.",
          "Dua orang pegawai dilatih mengelola penerbitan agar tidak terhenti ketika salah seorang berpindah.",
        ],
      ],
    },
  },

  TRACKING: {
    solution: {
      titles: [
        "Nomor lacak dan status terbuka untuk {service}",
        "Pelacakan status layanan bagi {users}",
        "Status layanan yang dapat dilihat tanpa bertanya",
      ],
      text: [
        [
          "Setiap permintaan {service} memperoleh nomor lacak, dan tahapnya dapat dilihat {users} tanpa menghubungi petugas.",
          "{users} menerima nomor lacak ketika berkas diterima dan dapat melihat tahap terakhir kapan saja.",
        ],
        [
          "Permintaan yang melewati waktu yang dijanjikan ditandai bagi {superior} pada hari yang sama.",
          "Pengingat dikirim kepada petugas sehari sebelum batas waktu, dan keterlambatan terlihat oleh {superior}.",
        ],
        [
          "Pada akhir layanan, {users} mengisi tiga pertanyaan kepuasan yang hasilnya dibahas setiap bulan.",
          "Survei tiga pertanyaan dikirim bersama hasil layanan, dan jawabannya dibaca pada rapat bulanan.",
        ],
      ],
      transfer: "ADAPT",
      adapted: [
        {
          hosts: ["SAMIRINDU", "SILONCER"],
          text: "Pelacakan di lokus menyatu dengan aplikasi perizinan; pada {unit} cukup lembar status bersama yang diperbarui petugas setiap hari.",
        },
        {
          hosts: ["SAMIRINDU"],
          text: "Survei kepuasan dipersingkat menjadi tiga pertanyaan karena {users} umumnya hanya sekali dua kali setahun meminta layanan.",
        },
        {
          hosts: ["SIPD"],
          text: "Papan keterisian pada {innovation} diubah menjadi papan status yang dapat dilihat {users}.",
        },
        {
          hosts: ["SLRT"],
          text: "Nomor kasus pada {innovation} dipakai sebagai nomor lacak yang juga diketahui {users}, bukan hanya petugas.",
        },
        {
          hosts: ["KLA"],
          text: "Kemajuan indikator pada {innovation} dibahas setahun sekali; pada {unit} status diperbarui setiap hari kerja.",
        },
        "Tahapannya disederhanakan menjadi empat agar sesuai dengan alur {service} dan mudah dijelaskan kepada {users}.",
      ],
      risks: [
        {
          text: "Status tidak diperbarui sehingga kepercayaan pemohon justru turun",
          mitigation: "Pembaruan status menjadi syarat berkas berpindah meja",
        },
        {
          text: "Petugas memilih kasus mudah agar angka ketepatan waktu tampak baik",
          mitigation: "Urutan pengerjaan mengikuti waktu masuk dan diperiksa secara acak",
        },
      ],
      people: [2, 6],
      budget: [5, 45],
      mcnamara: [4, 4, 4],
    },
    plan: {
      names: [
        { title: "Lacak Layanan {unit}", acronym: "LALANA" },
        { title: "Status Terbuka dan Janji Waktu untuk {service}", acronym: "STABILO" },
        { title: "Papan Janji Layanan {unit}", acronym: "PAJALA" },
        { title: "Pantau Permintaan Tanpa Bertanya pada {unit}", acronym: "PAPINTA" },
      ],
      gap: [
        "Kemajuan permintaan hanya diketahui petugas yang memegang berkas, dan {users} tidak memperoleh perkiraan waktu selesai.",
        "Waktu penyelesaian tidak tercatat per tahap, sehingga {unit} tidak mengetahui di bagian mana berkas paling lama tertahan.",
      ],
      expected: [
        "Keadaan yang diharapkan ialah {users} dan {superior} melihat status yang sama pada saat yang sama.",
        "Yang diharapkan, setiap permintaan memiliki janji waktu dan keterlambatan diketahui sebelum dikeluhkan.",
      ],
      novelty: [
        [
          {
            hosts: ["SAMIRINDU", "SILONCER"],
            text: "{innovation} menyediakan status di dalam aplikasinya, sedangkan gagasan ini dapat berjalan pada lembar bersama dengan pesan singkat.",
          },
          "Berbeda dari {innovation} yang {essence}, gagasan ini menekankan janji waktu per tahap dan peringatan dini bagi pimpinan.",
          "Yang ditiru dari {innovation} ialah keterbukaannya; yang ditambahkan ialah janji waktu pada setiap tahap dan akibatnya bila terlewat.",
        ],
        [
          "Bagi {unit}, hal yang baru ialah waktu tiap tahap diukur dan dibuka kepada {users}.",
          "Hasil survei tidak berhenti sebagai angka karena dua keluhan teratas wajib dijawab pada bulan berikutnya.",
        ],
      ],
      form: "PUBLIC_SERVICE",
      type: "DIGITAL",
      objectives: {
        short: [
          "Tahapan dan janji waktu {service} ditetapkan, dan nomor lacak dipakai untuk seluruh permintaan baru.",
          "Lembar status bersama berjalan selama satu bulan penuh dan diperiksa ketertibannya.",
        ],
        medium: [
          "Sembilan dari sepuluh permintaan selesai sesuai janji waktu, dan hasil survei dibahas setiap bulan.",
          "Pertanyaan lisan tentang status berkurang menjadi kurang dari seperempat keadaan awal.",
        ],
        long: [
          "Janji waktu {service} diperketat berdasarkan data dan menjadi bagian dari standar pelayanan.",
          "Pelacakan dihubungkan dengan layanan {partner} sehingga status tidak terputus.",
        ],
      },
      outputs: [
        {
          name: "Nomor lacak",
          indicator: "Permintaan yang memiliki nomor lacak",
          unit: "persen",
          baseline: 0,
          target: 100,
        },
        {
          name: "Ketepatan waktu",
          indicator: "Permintaan selesai sesuai janji",
          unit: "persen",
          baseline: 52,
          target: 90,
        },
        {
          name: "Kepuasan pengguna",
          indicator: "Nilai survei tiga pertanyaan",
          unit: "poin",
          baseline: 71,
          target: 84,
        },
      ],
      milestones: [
        {
          term: "SHORT",
          title: "Penetapan tahapan dan janji waktu {service}",
          output: "Bagan tahapan dengan waktu tiap tahap",
          evidence: "Bagan yang disetujui pimpinan",
          owner: "LEADER",
        },
        {
          term: "SHORT",
          title: "Penyiapan lembar status dan nomor lacak",
          output: "Lembar status yang siap dipakai",
          evidence: "Tangkapan layar lembar status",
          owner: "TEAM",
        },
        {
          term: "SHORT",
          title: "Uji coba satu bulan pada permintaan baru",
          output: "Laporan uji coba dan waktu tiap tahap",
          evidence: "Rekap waktu penyelesaian",
          owner: "TEAM",
        },
        {
          term: "MEDIUM",
          title: "Survei tiga pertanyaan dan rapat tindak lanjut bulanan",
          output: "Enam laporan bulanan beserta jawabannya",
          evidence: "Notula rapat",
          owner: "TEAM",
        },
        {
          term: "MEDIUM",
          title: "Penetapan janji waktu sebagai standar pelayanan",
          output: "Standar pelayanan yang diperbarui",
          evidence: "Keputusan penetapan",
          owner: "SUPERIOR",
        },
        {
          term: "LONG",
          title: "Penyambungan status dengan {partner}",
          output: "Status yang berlanjut sampai pihak mitra",
          evidence: "Kesepakatan dan catatan uji",
          owner: "PARTNER",
        },
      ],
      risks: [
        {
          text: "Beban pembaruan status dirasakan berat pada masa sibuk",
          mitigation: "Pembaruan dibatasi empat tahap dan dilakukan saat berkas berpindah",
        },
        {
          text: "Nomor lacak diketahui orang yang tidak berkepentingan",
          mitigation: "Status hanya memuat tahap, tanpa nama dan isi permohonan",
        },
      ],
      sustainability: [
        [
          "Janji waktu masuk ke dalam standar pelayanan yang ditinjau setiap tahun.",
          "Pembaruan status menjadi bagian dari uraian tugas petugas, siapa pun pejabatnya.",
        ],
        [
          "Rapat bulanan tentang dua keluhan teratas menjaga agar data tetap dipakai.",
          "Laporan ketepatan waktu dikirim kepada {superior} setiap bulan dengan bentuk yang tetap.",
        ],
      ],
    },
  },

  FIELD_NET: {
    solution: {
      titles: [
        "Simpul lapangan dengan pembinaan berjenjang",
        "Jejaring simpul {unit} dan kelas pembinaannya",
        "Simpul pendamping {users} yang dinilai dan dibina",
      ],
      text: [
        [
          "{unit} membentuk simpul pada {partner}, masing-masing dengan seorang pengelola dan seorang pengganti.",
          "Pada tiap {partner} ditunjuk simpul yang menjadi tangan pertama {service}.",
        ],
        [
          "Simpul dinilai dengan lima ukuran sederhana dan dibina menurut tingkatnya, bukan dengan pelatihan yang sama untuk semua.",
          "Kemajuan simpul dibagi dalam tiga tingkat; simpul yang tertinggal didatangi, sedangkan simpul yang maju menjadi tempat belajar.",
        ],
        [
          "Pertemuan bulanan singkat secara daring membahas dua kasus nyata dari lapangan.",
          "Setiap bulan dua simpul berbagi kasus sehingga pengalaman tidak berhenti pada perorangan.",
        ],
      ],
      transfer: "ADAPT",
      adapted: [
        {
          hosts: ["SLRT"],
          text: "Jumlah simpul dibatasi menurut jangkauan {unit}; tingkatan dan pembinaan dari {innovation} dipertahankan, sedangkan honor diganti dengan pengakuan kinerja.",
        },
        {
          hosts: ["SLRT"],
          text: "Fasilitator khusus pada {innovation} diganti oleh petugas yang sudah ada pada {partner} agar tidak menambah pegawai.",
        },
        {
          hosts: ["KLA"],
          text: "Satuan percontohan pada {innovation} diubah menjadi simpul yang wajib membina tetangganya, sehingga tidak berhenti sebagai percontohan.",
        },
        "Ukuran tingkat simpul disusun ulang sesuai {service} dan disepakati bersama {partner}.",
        "Simpul dibentuk bertahap mengikuti kemampuan pembinaan {unit}, dan pertemuannya lebih banyak dilakukan secara daring.",
      ],
      risks: [
        {
          text: "Simpul berjalan di tempat setelah peluncuran karena tidak ada kunjungan pembinaan",
          mitigation:
            "Kunjungan diutamakan bagi simpul tingkat terendah dan dijadwalkan sejak awal",
        },
        {
          text: "Pengelola simpul berganti tanpa serah terima",
          mitigation: "Setiap simpul memiliki pengganti dan lembar serah terima satu halaman",
        },
      ],
      people: [5, 15],
      budget: [30, 120],
      mcnamara: [5, 3, 4],
    },
    plan: {
      names: [
        { title: "Simpul Lapangan Terbina {unit}", acronym: "SILATERA" },
        { title: "Jejaring Simpul Pendamping {users}", acronym: "JESIP" },
        { title: "Tiga Tingkat Simpul Belajar {unit}", acronym: "TITIMPUL" },
      ],
      gap: [
        "{unit} hanya berhubungan dengan {partner} ketika ada masalah, dan tidak mengetahui siapa yang mampu serta siapa yang perlu dibantu.",
        "Pembinaan diberikan seragam setahun sekali, sehingga pihak yang tertinggal tetap tertinggal.",
      ],
      expected: [
        "Keadaan yang diharapkan ialah {users} dilayani dekat dari tempatnya oleh simpul yang mampu dan terus dibina.",
        "Yang diharapkan, setiap simpul diketahui tingkatnya dan naik tingkat melalui pembinaan yang sesuai.",
      ],
      novelty: [
        [
          {
            hosts: ["SLRT"],
            text: "{innovation} membentuk jejaring di seluruh wilayah sekaligus, sedangkan gagasan ini mulai dari beberapa simpul dan tumbuh menurut kemampuan pembinaan.",
          },
          "Berbeda dari {innovation} yang {essence}, jejaring ini memakai petugas yang sudah ada dan menilai simpul sejak bulan pertama.",
          "Dari lokus dipelajari bahwa titik layanan mudah diresmikan dan sukar dihidupkan; karena itu pembinaan menurut tingkat dijadikan inti.",
        ],
        [
          "Pembinaan yang berbeda menurut tingkat simpul belum pernah dilakukan {unit}.",
          "Simpul yang maju menjadi tempat belajar bagi simpul lain, sehingga pembinaan tidak hanya datang dari pusat.",
        ],
      ],
      form: "PUBLIC_SERVICE",
      type: "NON_DIGITAL",
      objectives: {
        short: [
          "Enam simpul percontohan terbentuk, terlatih, dan memiliki pengganti serta ukuran tingkat yang disepakati.",
          "Ukuran simpul ditetapkan dan penilaian awal terhadap simpul percontohan selesai.",
        ],
        medium: [
          "Jumlah simpul bertambah menjadi dua puluh dan paling sedikit separuhnya naik satu tingkat.",
          "Kunjungan pembinaan menjangkau semua simpul tingkat terendah dalam setahun.",
        ],
        long: [
          "Jejaring simpul menopang {service} di seluruh wilayah kerja dan mampu membina anggota baru sendiri.",
          "Simpul tingkat tertinggi diakui sebagai tempat belajar bagi daerah atau unit lain.",
        ],
      },
      outputs: [
        {
          name: "Simpul terbentuk",
          indicator: "Simpul dengan pengelola dan pengganti",
          unit: "simpul",
          baseline: 0,
          target: 20,
        },
        {
          name: "Kenaikan tingkat",
          indicator: "Simpul yang naik tingkat",
          unit: "persen",
          baseline: 0,
          target: 50,
        },
        {
          name: "Kasus selesai di simpul",
          indicator: "Permintaan yang selesai tanpa naik ke unit",
          unit: "persen",
          baseline: 15,
          target: 60,
        },
      ],
      milestones: [
        {
          term: "SHORT",
          title: "Penyusunan ukuran dan pemilihan simpul percontohan",
          output: "Ukuran tiga tingkat dan enam simpul terpilih",
          evidence: "Notula dan surat kesediaan",
          owner: "LEADER",
        },
        {
          term: "SHORT",
          title: "Pelatihan pengelola dan pengganti simpul",
          output: "Dua belas pengelola terlatih",
          evidence: "Daftar hadir dan hasil latihan kasus",
          owner: "TEAM",
        },
        {
          term: "SHORT",
          title: "Penilaian awal dan rencana pembinaan tiap simpul",
          output: "Tingkat awal dan rencana kunjungan",
          evidence: "Lembar penilaian",
          owner: "TEAM",
        },
        {
          term: "MEDIUM",
          title: "Perluasan simpul dan pertemuan kasus bulanan",
          output: "Dua puluh simpul dan sepuluh pertemuan",
          evidence: "Catatan pertemuan",
          owner: "TEAM",
        },
        {
          term: "MEDIUM",
          title: "Penilaian ulang dan pengakuan simpul terbaik",
          output: "Hasil penilaian dan piagam",
          evidence: "Berita acara penilaian",
          owner: "SUPERIOR",
        },
        {
          term: "LONG",
          title: "Pembinaan antarsimpul tanpa pendampingan penuh",
          output: "Jadwal belajar antarsimpul",
          evidence: "Laporan tahunan jejaring",
          owner: "PARTNER",
        },
      ],
      risks: [
        {
          text: "Perjalanan pembinaan terpangkas ketika anggaran dihemat",
          mitigation: "Pembinaan daring disiapkan sebagai cara utama bagi simpul yang sudah maju",
        },
        {
          text: "Simpul dibebani tugas lain di tempat asalnya",
          mitigation: "Kesediaan atasan simpul dituangkan dalam surat sebelum simpul dibentuk",
        },
      ],
      sustainability: [
        [
          "Ukuran tingkat dan jadwal pembinaan ditetapkan sebagai pedoman sehingga jejaring tidak bergantung pada penggagas.",
          "Setiap simpul memiliki pengganti, dan penilaian tahunan menjadi agenda tetap {unit}.",
        ],
        [
          "Simpul yang maju mengambil peran sebagai pembina sehingga biaya pembinaan menurun.",
          "Hasil penilaian dilaporkan kepada {superior} bersamaan dengan laporan kinerja.",
        ],
      ],
    },
  },

  TASK_FORCE: {
    solution: {
      titles: [
        "Gugus kerja lintas unit dengan papan indikator",
        "Rapat indikator bulanan untuk {service}",
        "Papan indikator bersama untuk {service}",
      ],
      text: [
        [
          "Gugus kerja dibentuk dari {unit} dan {partner}, dengan satu penanggung jawab untuk setiap indikator.",
          "{unit} mengajak {partner} membagi habis indikator {service} sehingga setiap indikator memiliki pemilik.",
        ],
        [
          "Kemajuan ditampilkan pada satu papan dengan tiga warna dan dibahas selama tiga puluh menit setiap bulan.",
          "Rapat bulanan singkat hanya membahas indikator yang berwarna merah beserta keputusan yang diperlukan.",
        ],
        [
          "Bukti pendukung dikumpulkan saat kegiatan berlangsung, bukan menjelang penilaian.",
          "Setiap pemilik indikator menyimpan bukti pada saat kegiatan selesai sehingga tidak ada pencarian mendadak.",
        ],
      ],
      transfer: "ADAPT",
      adapted: [
        {
          hosts: ["KLA"],
          text: "Gugus tugas pada {innovation} melibatkan banyak perangkat daerah; pada {unit} anggotanya dibatasi agar keputusan dapat diambil cepat.",
        },
        {
          hosts: ["KLA"],
          text: "Indikator lokus diganti dengan indikator {service}, sedangkan pola satu pemilik untuk satu indikator dipertahankan.",
        },
        {
          hosts: ["SIPD"],
          text: "Papan keterisian pada {innovation} diubah menjadi papan indikator {service}, dan yang dibahas ialah keputusan, bukan keterisian.",
        },
        {
          hosts: ["SLRT"],
          text: "Sekretariat bersama pada {innovation} diganti dengan rapat singkat bulanan karena {unit} dan {partner} tidak berada dalam satu kantor.",
        },
        {
          hosts: ["SAMIRINDU", "SILONCER"],
          text: "Pembagian tahap antarmeja pada {innovation} diterjemahkan menjadi pembagian indikator antara {unit} dan {partner}.",
        },
        "Jumlah anggota dan indikator dibatasi, dan papan kemajuan dapat dilihat {superior} setiap saat.",
      ],
      risks: [
        {
          text: "Anggota gugus kerja diwakilkan bergantian sehingga keputusan tidak dijalankan",
          mitigation:
            "Keputusan dicatat dengan nama dan tenggat, lalu dibaca pada awal rapat berikutnya",
        },
        {
          text: "Papan indikator menjadi laporan tambahan tanpa keputusan",
          mitigation: "Rapat dibatalkan apabila tidak ada indikator merah yang perlu diputuskan",
        },
      ],
      people: [6, 14],
      budget: [0, 20],
      mcnamara: [4, 4, 3],
    },
    plan: {
      names: [
        { title: "Gugus Kerja dan Papan Indikator {unit}", acronym: "GUPINA" },
        { title: "Satu Indikator Satu Pemilik untuk {service}", acronym: "SISAPU" },
        { title: "Rapat Tiga Puluh Menit Lintas Unit pada {unit}", acronym: "RATIMENIT" },
      ],
      gap: [
        "Keberhasilan bergantung pada beberapa pihak, tetapi tidak ada forum yang membahas kemajuan dan memutuskan hambatan.",
        "Setiap pihak bekerja menurut ukurannya sendiri, dan {unit} baru mengetahui kekurangan ketika laporan disusun.",
      ],
      expected: [
        "Keadaan yang diharapkan ialah setiap indikator {service} memiliki pemilik, bukti, dan keputusan yang tercatat.",
        "Yang diharapkan, hambatan lintas unit diputuskan dalam sebulan, bukan menunggu akhir tahun.",
      ],
      novelty: [
        [
          {
            hosts: ["KLA"],
            text: "{innovation} digerakkan oleh keputusan kepala daerah dan penilaian tahunan, sedangkan gagasan ini digerakkan oleh rapat singkat dan papan yang diperbarui setiap bulan.",
          },
          "Berbeda dari {innovation} yang {essence}, gagasan ini membatasi anggota dan menuntut satu pemilik untuk satu indikator.",
          "Koordinasi di lokus masih bertumpu pada hubungan antarpejabat; gagasan ini menggantinya dengan irama rapat dan keputusan yang tercatat.",
        ],
        [
          "Bukti dikumpulkan pada saat kegiatan selesai, suatu kebiasaan yang belum ada pada {unit}.",
          "Hal baru lainnya ialah rapat hanya diadakan apabila ada yang harus diputuskan.",
        ],
      ],
      form: "GOVERNANCE",
      type: "NON_DIGITAL",
      objectives: {
        short: [
          "Gugus kerja terbentuk, indikator terbagi habis, dan dua rapat indikator pertama menghasilkan keputusan yang dijalankan.",
          "Papan indikator terpasang dan seluruh indikator {service} memiliki pemilik serta bukti awal.",
        ],
        medium: [
          "Dua pertiga indikator berwarna hijau dan setiap keputusan rapat terlacak pelaksanaannya.",
          "Bukti pendukung terkumpul sepanjang tahun sehingga laporan dapat disusun dalam satu pekan.",
        ],
        long: [
          "Pola satu indikator satu pemilik dipakai dalam perencanaan dan penilaian kinerja {agency}.",
          "Gugus kerja menjadi forum tetap yang menyiapkan perbaikan {service} setiap tahun.",
        ],
      },
      outputs: [
        {
          name: "Pembagian indikator",
          indicator: "Indikator yang memiliki pemilik",
          unit: "persen",
          baseline: 30,
          target: 100,
        },
        {
          name: "Keputusan terlaksana",
          indicator: "Keputusan rapat yang selesai sesuai tenggat",
          unit: "persen",
          baseline: 40,
          target: 85,
        },
        {
          name: "Bukti pendukung",
          indicator: "Indikator dengan bukti lengkap",
          unit: "persen",
          baseline: 25,
          target: 90,
        },
      ],
      milestones: [
        {
          term: "SHORT",
          title: "Pembentukan gugus kerja dan pembagian indikator",
          output: "Daftar indikator beserta pemiliknya",
          evidence: "Surat pembentukan dan notula",
          owner: "SUPERIOR",
        },
        {
          term: "SHORT",
          title: "Penyiapan papan indikator dan tempat bukti",
          output: "Papan indikator tiga warna",
          evidence: "Foto papan tanpa data pribadi",
          owner: "TEAM",
        },
        {
          term: "SHORT",
          title: "Dua rapat indikator pertama",
          output: "Daftar keputusan beserta tenggat",
          evidence: "Catatan keputusan",
          owner: "LEADER",
        },
        {
          term: "MEDIUM",
          title: "Rapat indikator bulanan dan tinjauan tengah tahun",
          output: "Laporan tengah tahun satu halaman",
          evidence: "Laporan dan daftar hadir",
          owner: "TEAM",
        },
        {
          term: "MEDIUM",
          title: "Penyelarasan indikator dengan {partner}",
          output: "Indikator bersama yang disepakati",
          evidence: "Berita acara kesepakatan",
          owner: "PARTNER",
        },
        {
          term: "LONG",
          title: "Pemakaian indikator dalam penilaian kinerja",
          output: "Perjanjian kinerja yang memuat indikator bersama",
          evidence: "Salinan perjanjian kinerja",
          owner: "SUPERIOR",
        },
      ],
      risks: [
        {
          text: "Pimpinan berganti sehingga gugus kerja kehilangan dukungan",
          mitigation:
            "Gugus kerja ditetapkan dengan surat dan laporan singkat disiapkan bagi pimpinan baru",
        },
        {
          text: "Indikator terlalu banyak sehingga rapat berlarut-larut",
          mitigation: "Jumlah indikator dibatasi dua belas pada tahun pertama",
        },
      ],
      sustainability: [
        [
          "Pembentukan gugus kerja dan irama rapat dituangkan dalam surat penetapan yang berlaku melampaui masa jabatan penggagas.",
          "Papan indikator dikelola oleh dua orang dan menjadi bagian dari laporan kinerja.",
        ],
        [
          "Keterlibatan {partner} dijaga dengan membagikan keberhasilan bersama dalam laporan.",
          "Setiap akhir tahun indikator ditinjau agar tetap bermakna bagi {users}.",
        ],
      ],
    },
  },

  HANDOVER: {
    solution: {
      titles: [
        "Buku kerja dan dua pengelola untuk {service}",
        "Serah terima pengetahuan pada {unit}",
        "Pengelola utama, pengelola cadangan, dan buku kerja",
      ],
      text: [
        [
          "Cara menjalankan {service} dituliskan dalam buku kerja yang ringkas, disertai contoh kasus dan daftar hubungi.",
          "{unit} menyusun buku kerja dari kasus nyata, sehingga pegawai baru dapat memulai tanpa menunggu pelatihan.",
        ],
        [
          "Setiap tugas memiliki pengelola utama dan pengelola cadangan yang bertukar peran sekali dalam dua bulan.",
          "Pengelola cadangan menjalankan tugas penuh sekali dalam dua bulan agar pengetahuan tidak tertinggal pada satu orang.",
        ],
        [
          "Mutasi disertai serah terima berjadwal paling singkat lima hari kerja.",
          "Ketika terjadi mutasi, serah terima dilakukan dengan daftar periksa dan disaksikan {superior}.",
        ],
      ],
      transfer: "INSPIRE",
      adapted: [
        "Gagasan ini lahir dari kekosongan yang ditemukan di lokus; susunan pedomannya dijadikan contoh, sedangkan isinya khas {unit}.",
        "Penjelasan lisan yang diandalkan di lokus diganti dengan buku kerja dan pertukaran peran di dalam {unit}.",
        "Pedoman yang tebal diringkas menjadi buku kerja yang dapat dipakai pada hari pertama bertugas.",
        "Ditambahkan serah terima bersaksi, hal yang belum ada di lokus maupun pada {unit}.",
      ],
      risks: [
        {
          text: "Buku kerja usang karena tidak diperbarui ketika aturan berubah",
          mitigation:
            "Satu orang ditunjuk memperbarui, dan tanggal pembaruan dicantumkan di sampul",
        },
        {
          text: "Pertukaran peran ditiadakan pada masa sibuk",
          mitigation:
            "Pertukaran dijadwalkan pada bulan yang ringan dan dicatat dalam rencana kerja",
        },
      ],
      people: [2, 6],
      budget: [0, 10],
      mcnamara: [3, 5, 4],
    },
    plan: {
      names: [
        { title: "Buku Kerja dan Pengelola Cadangan {unit}", acronym: "BUKA CADANG" },
        { title: "Serah Terima Lima Hari untuk {service}", acronym: "SETIMA" },
        { title: "Ilmu Tidak Ikut Mutasi pada {unit}", acronym: "ILMUTASI" },
      ],
      gap: [
        "Pengetahuan tentang pekerjaan tersimpan pada satu dua orang, dan layanan melambat setiap kali mereka bertugas ke tempat lain.",
        "Belum ada panduan tertulis maupun pengelola cadangan, sehingga mutasi selalu berarti memulai dari awal.",
      ],
      expected: [
        "Keadaan yang diharapkan ialah {service} tetap berjalan dengan mutu yang sama siapa pun yang bertugas.",
        "Yang diharapkan, pegawai baru mampu melayani {users} dalam lima hari kerja.",
      ],
      novelty: [
        [
          "{innovation} bertahan berkat orang-orang penggeraknya; gagasan ini mengalihkan kekuatan itu ke dalam buku kerja dan pertukaran peran.",
          "Berbeda dari {innovation} yang {essence}, gagasan ini tidak menambah layanan, tetapi menjaga layanan yang ada dari kehilangan pengetahuan.",
          "Lokus unggul pada layanannya dan lemah pada pewarisannya; gagasan ini justru memulai dari pewarisan.",
        ],
        [
          "Pertukaran peran berkala dan serah terima bersaksi belum pernah menjadi kebiasaan pada {unit}.",
          "Buku kerja disusun dari kasus nyata oleh pelaksana sendiri, bukan oleh tim penyusun pedoman.",
        ],
      ],
      form: "GOVERNANCE",
      type: "NON_DIGITAL",
      objectives: {
        short: [
          "Buku kerja {service} selesai, diuji oleh pegawai dari unit lain, dan pengelola cadangan ditunjuk.",
          "Seluruh tugas pokok {unit} memiliki pengelola cadangan dan satu kali pertukaran peran telah dijalankan.",
        ],
        medium: [
          "Pertukaran peran berjalan setiap dua bulan dan tidak ada layanan yang tertunda karena pegawai berhalangan.",
          "Setiap mutasi dalam setahun disertai serah terima lima hari dengan daftar periksa.",
        ],
        long: [
          "Buku kerja menjadi bahan orientasi pegawai baru di {agency}.",
          "Pola serah terima ditetapkan sebagai kewajiban pada setiap mutasi jabatan pengawas.",
        ],
      },
      outputs: [
        {
          name: "Buku kerja",
          indicator: "Tugas pokok yang memiliki panduan teruji",
          unit: "persen",
          baseline: 10,
          target: 100,
        },
        {
          name: "Pengelola cadangan",
          indicator: "Tugas pokok dengan pengelola cadangan",
          unit: "persen",
          baseline: 20,
          target: 100,
        },
        {
          name: "Masa belajar pegawai baru",
          indicator: "Hari kerja sampai mampu melayani sendiri",
          unit: "hari kerja",
          baseline: 25,
          target: 5,
        },
      ],
      milestones: [
        {
          term: "SHORT",
          title: "Pendataan tugas pokok dan pengetahuan yang rawan hilang",
          output: "Daftar tugas, pemegang, dan cadangannya",
          evidence: "Daftar yang disetujui pimpinan",
          owner: "LEADER",
        },
        {
          term: "SHORT",
          title: "Penulisan buku kerja dari dua puluh kasus nyata",
          output: "Naskah buku kerja",
          evidence: "Naskah dan catatan penyuntingan",
          owner: "TEAM",
        },
        {
          term: "SHORT",
          title: "Uji pakai oleh pegawai dari unit lain",
          output: "Buku kerja yang telah diperbaiki",
          evidence: "Lembar uji pakai",
          owner: "TEAM",
        },
        {
          term: "MEDIUM",
          title: "Pertukaran peran setiap dua bulan",
          output: "Lima putaran pertukaran peran",
          evidence: "Jadwal dan catatan putaran",
          owner: "TEAM",
        },
        {
          term: "MEDIUM",
          title: "Penetapan serah terima lima hari",
          output: "Ketentuan serah terima",
          evidence: "Surat penetapan",
          owner: "SUPERIOR",
        },
        {
          term: "LONG",
          title: "Pemakaian buku kerja dalam orientasi pegawai baru",
          output: "Bahan orientasi yang diperbarui tiap tahun",
          evidence: "Jadwal orientasi",
          owner: "LEADER",
        },
      ],
      risks: [
        {
          text: "Pemegang pengetahuan enggan membagikan caranya bekerja",
          mitigation: "Nama penulis dicantumkan dan kontribusinya dihargai dalam penilaian kinerja",
        },
        {
          text: "Kasus nyata memuat data pribadi pengguna layanan",
          mitigation: "Contoh kasus ditulis ulang tanpa nama, nomor, dan alamat",
        },
      ],
      sustainability: [
        [
          "Gagasan ini pada dasarnya adalah jaminan keberlanjutan: ia bekerja justru ketika terjadi mutasi.",
          "Buku kerja diperbarui setiap kali pertukaran peran menemukan hal yang belum tertulis.",
        ],
        [
          "Ketentuan serah terima ditetapkan {superior} dan menjadi syarat administrasi mutasi.",
          "Pengelola buku kerja melekat pada jabatan ketatausahaan sehingga selalu ada yang memegangnya.",
        ],
      ],
    },
  },

  ASSISTED: {
    solution: {
      titles: [
        "Pojok bantu bagi {users} yang terkendala layanan daring",
        "Layanan berbantuan untuk {users}",
        "Pendampingan pengisian dan layanan jemput bola",
      ],
      text: [
        [
          "Di samping saluran daring, {unit} membuka pojok bantu dengan petugas yang mengisikan permintaan bersama {users}.",
          "Petugas bantu mendampingi {users} mengajukan {service}, baik di kantor maupun pada jadwal kunjungan.",
        ],
        [
          "Setiap pendampingan dicatat sebabnya, agar bagian yang sulit dari formulir dapat diperbaiki.",
          "Kesulitan yang paling sering ditemui dilaporkan setiap bulan sebagai bahan penyederhanaan formulir.",
        ],
        [
          "Jadwal kunjungan disusun bersama {partner} menurut tempat yang paling jarang memakai saluran daring.",
          "{partner} menyediakan tempat dan mengumumkan jadwal kepada warga atau pihak yang membutuhkan.",
        ],
      ],
      transfer: "MODIFY",
      adapted: [
        {
          hosts: ["SAMIRINDU", "SILONCER"],
          text: "{innovation} mengandalkan pemohon yang mampu memakai internet; pada {unit} ditambahkan petugas bantu dan jadwal kunjungan.",
        },
        {
          hosts: ["SAMIRINDU", "SILONCER"],
          text: "Saluran daring tetap dipertahankan, tetapi pengajuan melalui petugas diakui setara dan dicatat pada sistem yang sama.",
        },
        {
          hosts: ["SLRT"],
          text: "Pendampingan oleh fasilitator pada {innovation} diterapkan melalui petugas {unit} dan jadwal kunjungan bersama {partner}.",
        },
        {
          hosts: ["SIPD"],
          text: "Klinik data pada {innovation} diperluas menjadi pojok bantu yang juga melayani {users}.",
        },
        {
          hosts: ["KLA"],
          text: "Cara mendampingi forum anak pada {innovation} dipakai untuk mendampingi {users} yang segan menyampaikan kebutuhannya.",
        },
        "Bahasa formulir disederhanakan dan contoh pengisian disediakan sesuai dengan keadaan {users}.",
      ],
      risks: [
        {
          text: "Petugas bantu memegang kata sandi milik pengguna layanan",
          mitigation:
            "Pengajuan berbantuan memakai akun petugas dengan persetujuan tertulis pemohon",
        },
        {
          text: "Kunjungan menyita waktu petugas yang jumlahnya terbatas",
          mitigation: "Kunjungan digabungkan dengan kegiatan rutin {partner}",
        },
      ],
      people: [3, 8],
      budget: [10, 70],
      mcnamara: [5, 3, 4],
    },
    plan: {
      names: [
        { title: "Pojok Bantu Layanan {unit}", acronym: "POBALA" },
        { title: "Layanan Berbantuan dan Jemput Bola untuk {service}", acronym: "LABERJEMBA" },
        { title: "Dampingi Sampai Selesai pada {unit}", acronym: "DAMSEL" },
      ],
      gap: [
        "Sebagian {users} tidak terjangkau saluran yang ada karena jarak, perangkat, atau kebiasaan, dan kebutuhan mereka tidak tercatat.",
        "Layanan dirancang bagi mereka yang mampu mengurus sendiri, sedangkan yang paling membutuhkan justru bergantung pada perantara.",
      ],
      expected: [
        "Keadaan yang diharapkan ialah setiap orang dari {users} dapat memperoleh {service} tanpa perantara berbayar.",
        "Yang diharapkan, saluran daring dan layanan berbantuan saling melengkapi dengan catatan yang sama.",
      ],
      novelty: [
        [
          {
            hosts: ["SAMIRINDU", "SILONCER"],
            text: "{innovation} berhenti pada layanan daring, sedangkan gagasan ini menyediakan pendampingan yang tercatat pada sistem yang sama.",
          },
          "Berbeda dari {innovation} yang {essence}, gagasan ini bermula dari mereka yang belum terjangkau.",
          "Bukan saluran baru yang ditawarkan, melainkan orang yang menemani; hal ini melengkapi apa yang kami lihat pada {innovation}.",
        ],
        [
          "Setiap pendampingan menghasilkan data tentang bagian layanan yang sulit, suatu masukan yang selama ini tidak pernah dikumpulkan {unit}.",
          "Kesulitan pengguna dicatat dan dipakai untuk menyederhanakan formulir setiap tiga bulan.",
        ],
      ],
      form: "PUBLIC_SERVICE",
      type: "NON_DIGITAL",
      objectives: {
        short: [
          "Pojok bantu dibuka dua hari dalam sepekan dan lima puluh {users} pertama didampingi sampai selesai.",
          "Petugas bantu terlatih dan catatan kesulitan pengguna mulai dikumpulkan.",
        ],
        medium: [
          "Jadwal kunjungan bersama {partner} berjalan dan formulir disederhanakan berdasarkan catatan kesulitan.",
          "Penggunaan perantara berbayar menurun dan permintaan dari tempat yang jauh meningkat.",
        ],
        long: [
          "Layanan berbantuan menjadi bagian dari standar pelayanan {service}.",
          "Kebutuhan pendampingan menurun karena formulir dan alur layanan telah disederhanakan.",
        ],
      },
      outputs: [
        {
          name: "Pendampingan",
          indicator: "Pengguna yang didampingi sampai selesai",
          unit: "orang",
          baseline: 0,
          target: 300,
        },
        {
          name: "Kunjungan layanan",
          indicator: "Jadwal kunjungan yang terlaksana",
          unit: "kunjungan",
          baseline: 2,
          target: 24,
        },
        {
          name: "Penyederhanaan formulir",
          indicator: "Isian formulir yang dihapus atau digabung",
          unit: "isian",
          baseline: 0,
          target: 10,
        },
      ],
      milestones: [
        {
          term: "SHORT",
          title: "Pemetaan {users} yang belum terjangkau",
          output: "Peta kebutuhan pendampingan",
          evidence: "Peta dan sumber datanya",
          owner: "LEADER",
        },
        {
          term: "SHORT",
          title: "Pelatihan petugas bantu dan penyiapan pojok bantu",
          output: "Petugas terlatih dan pojok bantu siap",
          evidence: "Daftar hadir dan foto ruang tanpa wajah pengguna",
          owner: "TEAM",
        },
        {
          term: "SHORT",
          title: "Pendampingan lima puluh permintaan pertama",
          output: "Catatan kesulitan pengguna",
          evidence: "Rekap tanpa data pribadi",
          owner: "TEAM",
        },
        {
          term: "MEDIUM",
          title: "Kunjungan layanan berjadwal bersama {partner}",
          output: "Dua belas kunjungan terlaksana",
          evidence: "Laporan kunjungan",
          owner: "PARTNER",
        },
        {
          term: "MEDIUM",
          title: "Penyederhanaan formulir berdasarkan catatan",
          output: "Formulir yang diperbarui",
          evidence: "Formulir lama dan baru",
          owner: "LEADER",
        },
        {
          term: "LONG",
          title: "Pengukuhan layanan berbantuan dalam standar pelayanan",
          output: "Standar pelayanan yang diperbarui",
          evidence: "Keputusan penetapan",
          owner: "SUPERIOR",
        },
      ],
      risks: [
        {
          text: "Pojok bantu dipakai oleh mereka yang sebenarnya mampu mengurus sendiri",
          mitigation: "Petugas mengajarkan cara mengurus sendiri pada kunjungan kedua",
        },
        {
          text: "Kunjungan batal karena cuaca atau sarana angkutan",
          mitigation: "Jadwal cadangan diumumkan bersamaan dengan jadwal utama",
        },
      ],
      sustainability: [
        [
          "Pojok bantu memakai petugas dan ruang yang ada sehingga biaya tetapnya kecil.",
          "Jadwal kunjungan masuk ke dalam rencana kerja tahunan {unit} dan {partner}.",
        ],
        [
          "Catatan kesulitan menjadi dasar perbaikan yang berulang, sehingga manfaatnya tetap terasa ketika petugas berganti.",
          "Petugas bantu baru dilatih oleh petugas lama melalui pendampingan berpasangan.",
        ],
      ],
    },
  },

  EARLY_CHECK: {
    solution: {
      titles: [
        "Syarat tunggal dan pemeriksaan dini berkas {service}",
        "Pemeriksaan kelengkapan sejak berkas diterima",
        "Daftar syarat satu halaman untuk {service}",
      ],
      text: [
        [
          "Syarat {service} dirumuskan dalam satu halaman yang sama bagi {users}, petugas, dan {partner}.",
          "Satu daftar syarat resmi menggantikan berbagai versi yang beredar di antara {users} dan {partner}.",
        ],
        [
          "Kelengkapan diperiksa di depan pemohon atau dalam satu hari kerja, dan kekurangan diberitahukan sekaligus.",
          "Berkas diperiksa pada hari diterima; kekurangannya disampaikan lengkap dalam satu pemberitahuan.",
        ],
        [
          "Penyebab berkas kembali dicatat agar syarat yang tidak perlu dapat dihapus.",
          "Tiga sebab pengembalian terbanyak dibahas setiap bulan untuk menyederhanakan syarat.",
        ],
      ],
      transfer: "ADOPT",
      adapted: [
        {
          hosts: ["SAMIRINDU"],
          text: "Pemeriksaan otomatis pada {innovation} diganti dengan daftar periksa petugas karena jenis permintaan pada {unit} lebih sedikit.",
        },
        {
          hosts: ["SIPD"],
          text: "Uji data di Bappeda dipindahkan ke hulu: pengirim memeriksa dengan daftar singkat sebelum menyerahkan kepada {unit}.",
        },
        "Daftar syarat disusun per jenis permintaan dan diuji kepada {users} sebelum diberlakukan.",
        "Batas satu hari kerja disesuaikan dengan jumlah petugas {unit}, dan kekurangan disampaikan sekaligus.",
        "Aplikasi lokus tidak ditiru; yang dibawa pulang ialah kebiasaan memeriksa di depan dan mencatat sebab pengembalian.",
      ],
      risks: [
        {
          text: "Pihak lain tetap meminta syarat tambahan di luar daftar",
          mitigation:
            "Daftar syarat ditetapkan pimpinan dan syarat tambahan harus disertai dasar aturannya",
        },
        {
          text: "Pemeriksaan dini memperpanjang antrean di depan",
          mitigation: "Pemeriksaan dipisahkan dari penyerahan dan memakai daftar periksa singkat",
        },
      ],
      people: [2, 5],
      budget: [0, 12],
      mcnamara: [4, 5, 5],
    },
    plan: {
      names: [
        { title: "Syarat Tunggal dan Periksa Dini pada {unit}", acronym: "STRADA" },
        { title: "Sekali Datang Lengkap untuk {service}", acronym: "SEDALEK" },
        { title: "Berkas Lengkap Sejak Hari Pertama {unit}", acronym: "BERLARI" },
      ],
      gap: [
        "Kekurangan berkas diketahui terlambat dan diberitahukan sedikit demi sedikit, sehingga satu permintaan dapat kembali beberapa kali.",
        "Beberapa versi daftar syarat beredar, dan {users} tidak mengetahui mana yang berlaku.",
      ],
      expected: [
        "Keadaan yang diharapkan ialah berkas dinyatakan lengkap atau kurang dalam satu hari kerja, dengan satu kali pemberitahuan.",
        "Yang diharapkan, {users} menyiapkan berkas satu kali dan langsung diproses.",
      ],
      novelty: [
        [
          {
            hosts: ["SAMIRINDU"],
            text: "{innovation} memeriksa kelengkapan melalui aplikasi, sedangkan gagasan ini menertibkan syaratnya lebih dahulu sebelum memakai aplikasi.",
          },
          "Berbeda dari {innovation} yang {essence}, gagasan ini mencatat sebab pengembalian dan memakainya untuk menghapus syarat.",
          "Lokus menambah saluran; gagasan ini mengurangi syarat, dan pengurangan itu didasarkan pada catatan pengembalian.",
        ],
        [
          "Hal baru bagi {unit} ialah kekurangan berkas diberitahukan sekaligus dan menjadi tanggungan petugas bila terlewat.",
          "Daftar syarat diuji kepada {users} sebelum ditetapkan, sesuatu yang belum pernah dilakukan.",
        ],
      ],
      form: "PUBLIC_SERVICE",
      type: "NON_DIGITAL",
      objectives: {
        short: [
          "Daftar syarat satu halaman ditetapkan dan pemeriksaan satu hari kerja berjalan untuk seluruh berkas baru.",
          "Sebab pengembalian berkas tercatat selama satu bulan dan tiga syarat pertama disederhanakan.",
        ],
        medium: [
          "Pengembalian berkas turun menjadi kurang dari sepersepuluh dan waktu penyelesaian berkurang sepertiga.",
          "{partner} memakai daftar syarat yang sama sehingga tidak ada permintaan tambahan.",
        ],
        long: [
          "Peninjauan syarat setiap tahun menjadi bagian dari standar pelayanan {service}.",
          "Pengajuan dapat dilakukan secara daring karena syaratnya telah sederhana dan seragam.",
        ],
      },
      outputs: [
        {
          name: "Daftar syarat tunggal",
          indicator: "Jenis permintaan dengan daftar satu halaman",
          unit: "persen",
          baseline: 25,
          target: 100,
        },
        {
          name: "Berkas kembali",
          indicator: "Berkas yang kembali karena tidak lengkap",
          unit: "persen",
          baseline: 38,
          target: 9,
        },
        {
          name: "Pemeriksaan dini",
          indicator: "Berkas yang diperiksa dalam satu hari kerja",
          unit: "persen",
          baseline: 30,
          target: 95,
        },
      ],
      milestones: [
        {
          term: "SHORT",
          title: "Pengumpulan versi syarat yang beredar",
          output: "Perbandingan syarat dan dasar aturannya",
          evidence: "Tabel perbandingan",
          owner: "TEAM",
        },
        {
          term: "SHORT",
          title: "Penyusunan dan uji daftar syarat kepada {users}",
          output: "Daftar syarat satu halaman",
          evidence: "Catatan uji dan daftar akhir",
          owner: "LEADER",
        },
        {
          term: "SHORT",
          title: "Pemeriksaan satu hari kerja bagi berkas baru",
          output: "Rekap sebab pengembalian bulan pertama",
          evidence: "Rekap berkas",
          owner: "TEAM",
        },
        {
          term: "MEDIUM",
          title: "Penyamaan syarat dengan {partner}",
          output: "Daftar syarat yang dipakai bersama",
          evidence: "Surat kesepakatan",
          owner: "PARTNER",
        },
        {
          term: "MEDIUM",
          title: "Penghapusan syarat yang tidak perlu",
          output: "Sedikitnya tiga syarat dihapus",
          evidence: "Penetapan daftar syarat baru",
          owner: "SUPERIOR",
        },
        {
          term: "LONG",
          title: "Pengajuan daring dengan syarat yang telah disederhanakan",
          output: "Formulir daring yang ringkas",
          evidence: "Tangkapan layar dan laporan uji",
          owner: "LEADER",
        },
      ],
      risks: [
        {
          text: "Aturan di atasnya berubah sehingga daftar syarat tidak lagi sesuai",
          mitigation:
            "Daftar syarat ditinjau pada setiap perubahan aturan dan diberi tanggal berlaku",
        },
        {
          text: "Petugas lama kembali memakai kebiasaan sebelumnya",
          mitigation: "Rekap pengembalian dibahas bersama setiap pekan pada bulan pertama",
        },
      ],
      sustainability: [
        [
          "Daftar syarat dan batas waktu pemeriksaan ditetapkan dalam standar pelayanan.",
          "Daftar periksa dipakai setiap hari sehingga mudah diteruskan kepada petugas baru.",
        ],
        [
          "Catatan sebab pengembalian menjadi bahan peninjauan syarat setiap tahun.",
          "{superior} menerima rekap bulanan satu halaman tentang berkas yang kembali.",
        ],
      ],
    },
  },
};
