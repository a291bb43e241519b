import type { Affair } from "@/lib/document/taxonomy";
import type { AgencyCode } from "@/prisma/reference/catalogue";
import type { ThemeKey } from "./model";

/**
 * The posts from which the demo's participants come, one each, with what their unit does. The
 * phrases are written to stand inside sentences ("memantau {service}"); the conditions described
 * are made up for the demo.
 */
export interface Post {
  agency: AgencyCode;
  /** Path of the unit, as a roster has it. */
  workUnit: string;
  /** The unit as one names it in a sentence. */
  unit: string;
  position: string;
  /** Position of the direct superior, who is the mentor. */
  superior: string;
  /** What the unit provides. */
  service: string;
  /** Who asks for it. */
  users: string;
  /** Whom the unit depends on. */
  partner: string;
  /** The record that the unit keeps. */
  record: string;
  /** How it goes today, one sentence. */
  problem: string;
  affair: Affair;
  /** Users a year, by order of magnitude. */
  reach: number;
  /** Changes that make sense here, beside those that do everywhere. */
  fits: readonly ThemeKey[];
}

const KEMENSOS: Omit<Post, "agency" | "affair">[] = [
  {
    workUnit:
      "Ditjen Perlindungan dan Jaminan Sosial › Direktorat Jaminan Sosial Keluarga › Subdit Validasi dan Terminasi › Seksi Validasi",
    unit: "Seksi Validasi",
    position: "Kepala Seksi Validasi",
    superior: "Kepala Subdirektorat Validasi dan Terminasi",
    service: "validasi data calon keluarga penerima manfaat",
    users: "pendamping sosial kabupaten/kota",
    partner: "Pusat Data dan Informasi Kesejahteraan Sosial",
    record: "berita acara validasi per kecamatan",
    problem:
      "Hasil validasi dari daerah masuk lewat surel dan grup percakapan, lalu direkap ulang oleh dua orang staf sebelum dapat dipakai",
    reach: 4200,
    fits: ["TRACKING", "EARLY_CHECK"],
  },
  {
    workUnit:
      "Ditjen Perlindungan dan Jaminan Sosial › Direktorat Jaminan Sosial Keluarga › Subdit Kepesertaan › Seksi Pengaduan",
    unit: "Seksi Pengaduan",
    position: "Kepala Seksi Pengaduan",
    superior: "Kepala Subdirektorat Kepesertaan",
    service: "penanganan pengaduan kepesertaan bantuan",
    users: "keluarga penerima manfaat",
    partner: "bank penyalur dan dinas sosial kabupaten/kota",
    record: "register pengaduan",
    problem:
      "Pengaduan datang dari lima kanal yang dicatat terpisah sehingga satu keluarga dapat menerima dua jawaban yang berbeda",
    reach: 18000,
    fits: ["ONE_DOOR", "TRACKING", "ASSISTED"],
  },
  {
    workUnit:
      "Ditjen Perlindungan dan Jaminan Sosial › Direktorat Perlindungan Sosial Korban Bencana Alam › Subdit Kesiapsiagaan › Seksi Logistik",
    unit: "Seksi Logistik",
    position: "Kepala Seksi Logistik",
    superior: "Kepala Subdirektorat Kesiapsiagaan dan Mitigasi",
    service: "penyediaan logistik bencana",
    users: "gudang logistik provinsi",
    partner: "dinas sosial provinsi",
    record: "kartu stok gudang",
    problem:
      "Stok gudang daerah baru diketahui setelah laporan bulanan tiba, padahal permintaan pada masa tanggap darurat datang dalam hitungan jam",
    reach: 540,
    fits: ["TRACKING", "FIELD_NET"],
  },
  {
    workUnit:
      "Ditjen Perlindungan dan Jaminan Sosial › Direktorat Perlindungan Sosial Korban Bencana Sosial › Subdit Pemulihan Sosial › Seksi Penguatan Sosial",
    unit: "Seksi Penguatan Sosial",
    position: "Kepala Seksi Penguatan Sosial",
    superior: "Kepala Subdirektorat Pemulihan Sosial",
    service: "pendampingan pemulihan sosial korban bencana sosial",
    users: "korban bencana sosial di daerah",
    partner: "dinas sosial dan tokoh masyarakat setempat",
    record: "catatan kasus pendampingan",
    problem:
      "Catatan kasus disimpan oleh setiap pendamping dan ikut hilang ketika pendamping berganti penugasan",
    reach: 900,
    fits: ["FIELD_NET", "ONE_DOOR"],
  },
  {
    workUnit:
      "Ditjen Rehabilitasi Sosial › Direktorat Rehabilitasi Sosial Anak › Subdit Perlindungan Khusus › Seksi Pencegahan",
    unit: "Seksi Pencegahan Perlindungan Khusus Anak",
    position: "Kepala Seksi Pencegahan",
    superior: "Kepala Subdirektorat Perlindungan Khusus Anak",
    service: "pencegahan dan rujukan kasus anak",
    users: "pekerja sosial dan keluarga anak",
    partner: "lembaga kesejahteraan sosial anak",
    record: "laporan kasus anak",
    problem:
      "Satu kasus anak kerap dilaporkan oleh lebih dari satu lembaga dengan nama berbeda, sehingga penanganannya berulang dari awal",
    reach: 2600,
    fits: ["ONE_DOOR", "FIELD_NET"],
  },
  {
    workUnit:
      "Ditjen Rehabilitasi Sosial › Direktorat Rehabilitasi Sosial Lanjut Usia › Subdit Program Luar Panti › Seksi Kelembagaan",
    unit: "Seksi Kelembagaan Lanjut Usia",
    position: "Kepala Seksi Kelembagaan",
    superior: "Kepala Subdirektorat Program Luar Panti",
    service: "pembinaan lembaga lanjut usia",
    users: "pengurus lembaga lanjut usia",
    partner: "dinas sosial kabupaten/kota",
    record: "profil lembaga lanjut usia",
    problem:
      "Profil lembaga diperbarui setahun sekali menjelang penyaluran bantuan, sehingga pembinaan di luar masa itu tidak berpijak pada keadaan terakhir",
    reach: 1100,
    fits: ["FIELD_NET", "ASSISTED"],
  },
  {
    workUnit:
      "Ditjen Rehabilitasi Sosial › Direktorat Rehabilitasi Sosial Penyandang Disabilitas › Subdit Aksesibilitas › Seksi Advokasi",
    unit: "Seksi Advokasi",
    position: "Kepala Seksi Advokasi",
    superior: "Kepala Subdirektorat Aksesibilitas dan Advokasi",
    service: "advokasi dan permohonan alat bantu disabilitas",
    users: "penyandang disabilitas dan keluarganya",
    partner: "organisasi penyandang disabilitas",
    record: "daftar permohonan alat bantu",
    problem:
      "Pemohon alat bantu harus menelepon berulang kali untuk mengetahui sampai di mana permohonannya, karena status hanya diketahui petugas yang menerima berkas",
    reach: 3100,
    fits: ["ONE_DOOR", "TRACKING", "ASSISTED", "EARLY_CHECK"],
  },
  {
    workUnit:
      "Ditjen Rehabilitasi Sosial › Direktorat Rehabilitasi Sosial Tuna Sosial dan Korban Perdagangan Orang › Subdit Rehabilitasi › Seksi Pemulangan",
    unit: "Seksi Pemulangan",
    position: "Kepala Seksi Pemulangan",
    superior: "Kepala Subdirektorat Rehabilitasi dan Reintegrasi",
    service: "pemulangan dan reintegrasi korban perdagangan orang",
    users: "korban perdagangan orang",
    partner: "dinas sosial daerah asal",
    record: "berkas pemulangan",
    problem:
      "Serah terima korban dengan daerah asal dilakukan melalui telepon dan surat yang tidak selalu sampai pada petugas yang sama",
    reach: 680,
    fits: ["ONE_DOOR", "TRACKING"],
  },
  {
    workUnit:
      "Ditjen Pemberdayaan Sosial › Direktorat Pemberdayaan Sosial Perorangan, Keluarga, dan Kelembagaan Masyarakat › Subdit Kelembagaan › Seksi Karang Taruna",
    unit: "Seksi Karang Taruna",
    position: "Kepala Seksi Karang Taruna",
    superior: "Kepala Subdirektorat Kelembagaan Masyarakat",
    service: "pembinaan karang taruna",
    users: "pengurus karang taruna",
    partner: "dinas sosial provinsi",
    record: "data karang taruna aktif",
    problem:
      "Data karang taruna aktif disusun dari laporan provinsi yang formatnya berbeda-beda dan baru lengkap menjelang akhir tahun",
    reach: 7400,
    fits: ["FIELD_NET", "ASSISTED"],
  },
  {
    workUnit:
      "Ditjen Pemberdayaan Sosial › Direktorat Kepahlawanan, Keperintisan, Kesetiakawanan, dan Restorasi Sosial › Subdit Kesetiakawanan › Seksi Penyuluhan",
    unit: "Seksi Penyuluhan Kesetiakawanan",
    position: "Kepala Seksi Penyuluhan Kesetiakawanan",
    superior: "Kepala Subdirektorat Kesetiakawanan Sosial",
    service: "penyuluhan kesetiakawanan sosial",
    users: "penyuluh sosial masyarakat",
    partner: "dinas sosial daerah",
    record: "jadwal dan laporan penyuluhan",
    problem:
      "Bahan penyuluhan dibuat setiap daerah sendiri-sendiri dan tidak ada tempat bersama untuk saling memakai",
    reach: 1500,
    fits: ["FIELD_NET", "ASSISTED"],
  },
  {
    workUnit:
      "Ditjen Pemberdayaan Sosial › Direktorat Pengelolaan Sumber Dana Bantuan Sosial › Subdit Perizinan Undian dan Pengumpulan Uang › Seksi Perizinan",
    unit: "Seksi Perizinan Pengumpulan Uang atau Barang",
    position: "Kepala Seksi Perizinan Pengumpulan Uang atau Barang",
    superior: "Kepala Subdirektorat Perizinan Undian dan Pengumpulan Uang",
    service: "izin pengumpulan uang atau barang",
    users: "lembaga dan penyelenggara kegiatan sosial",
    partner: "dinas sosial provinsi yang memberi rekomendasi",
    record: "berkas permohonan izin",
    problem:
      "Pemohon dari luar Jakarta masih mengirim orang untuk mengambil salinan izin karena salinan hanya diserahkan di loket",
    reach: 1250,
    fits: ["ONE_DOOR", "TRACKING", "EARLY_CHECK", "SELF_PRINT"],
  },
  {
    workUnit:
      "Ditjen Penanganan Fakir Miskin › Direktorat Penanganan Fakir Miskin Wilayah I › Subdit Bantuan Stimulan › Seksi Penyaluran",
    unit: "Seksi Penyaluran Bantuan Stimulan",
    position: "Kepala Seksi Penyaluran",
    superior: "Kepala Subdirektorat Bantuan Stimulan",
    service: "penyaluran bantuan stimulan perumahan sosial",
    users: "kelompok penerima bantuan",
    partner: "dinas sosial kabupaten/kota",
    record: "laporan kemajuan fisik dan keuangan",
    problem:
      "Laporan kemajuan kelompok penerima tiba tidak serempak dan foto buktinya tersebar di telepon pendamping",
    reach: 2300,
    fits: ["TRACKING", "EARLY_CHECK", "FIELD_NET"],
  },
  {
    workUnit:
      "Ditjen Penanganan Fakir Miskin › Direktorat Penanganan Fakir Miskin Wilayah II › Subdit Pendampingan dan Pemberdayaan › Seksi Identifikasi",
    unit: "Seksi Identifikasi dan Analisis",
    position: "Kepala Seksi Identifikasi dan Analisis",
    superior: "Kepala Subdirektorat Pendampingan dan Pemberdayaan",
    service: "identifikasi calon kelompok usaha bersama",
    users: "kelompok usaha bersama",
    partner: "pendamping dan dinas sosial kabupaten/kota",
    record: "hasil identifikasi kelompok",
    problem:
      "Hasil identifikasi tahun lalu jarang dipakai kembali karena tersimpan sebagai lampiran laporan, bukan sebagai data",
    reach: 1900,
    fits: ["FIELD_NET", "EARLY_CHECK"],
  },
  {
    workUnit:
      "Ditjen Penanganan Fakir Miskin › Direktorat Penanganan Fakir Miskin Wilayah III › Subbagian Tata Usaha",
    unit: "Subbagian Tata Usaha Direktorat Wilayah III",
    position: "Kepala Subbagian Tata Usaha",
    superior: "Direktur Penanganan Fakir Miskin Wilayah III",
    service: "layanan surat dan perjalanan dinas",
    users: "pegawai direktorat dan mitra daerah",
    partner: "Biro Umum",
    record: "agenda surat dan surat tugas",
    problem:
      "Surat masuk dari kawasan timur menunggu disposisi berhari-hari ketika pejabat bertugas ke daerah, dan pengirim tidak tahu kepada siapa bertanya",
    reach: 3600,
    fits: ["ONE_DOOR", "TRACKING", "SELF_PRINT", "EARLY_CHECK"],
  },
  {
    workUnit:
      "Sekretariat Jenderal › Biro Perencanaan › Bagian Data dan Evaluasi › Subbagian Evaluasi",
    unit: "Subbagian Evaluasi dan Pelaporan",
    position: "Kepala Subbagian Evaluasi dan Pelaporan",
    superior: "Kepala Bagian Data dan Evaluasi",
    service: "pengumpulan capaian kinerja unit eselon I",
    users: "pengelola kinerja unit eselon I",
    partner: "sekretariat direktorat jenderal",
    record: "tabel capaian indikator kinerja",
    problem:
      "Angka capaian yang sama dilaporkan berbeda dalam tiga dokumen karena setiap dokumen meminta datanya sendiri",
    reach: 85,
    fits: ["EARLY_CHECK", "TRACKING"],
  },
  {
    workUnit:
      "Sekretariat Jenderal › Biro Organisasi dan Kepegawaian › Bagian Pengembangan › Subbagian Pengembangan Pegawai",
    unit: "Subbagian Pengembangan Pegawai",
    position: "Kepala Subbagian Pengembangan Pegawai",
    superior: "Kepala Bagian Pengembangan Pegawai",
    service: "layanan izin belajar dan pengembangan pegawai",
    users: "pegawai kementerian di pusat dan balai",
    partner: "Pusdiklat Kesejahteraan Sosial",
    record: "riwayat pengembangan pegawai",
    problem:
      "Berkas izin belajar dari balai dikirim dalam bentuk cetak dan kerap kembali hanya karena kurang satu lampiran",
    reach: 740,
    fits: ["EARLY_CHECK", "TRACKING", "SELF_PRINT", "ONE_DOOR"],
  },
  {
    workUnit: "Sekretariat Jenderal › Biro Umum › Bagian Rumah Tangga › Subbagian Pemeliharaan",
    unit: "Subbagian Pemeliharaan",
    position: "Kepala Subbagian Pemeliharaan",
    superior: "Kepala Bagian Rumah Tangga",
    service: "permintaan pemeliharaan gedung dan perlengkapan",
    users: "pegawai kantor pusat",
    partner: "penyedia jasa pemeliharaan",
    record: "buku permintaan perbaikan",
    problem:
      "Permintaan perbaikan disampaikan lisan atau lewat pesan pribadi, sehingga urutan pengerjaannya sukar dipertanggungjawabkan",
    reach: 1600,
    fits: ["ONE_DOOR", "TRACKING"],
  },
  {
    workUnit:
      "Sekretariat Jenderal › Pusat Data dan Informasi Kesejahteraan Sosial › Bidang Pengelolaan Data › Subbidang Verifikasi Data",
    unit: "Subbidang Verifikasi Data",
    position: "Kepala Subbidang Verifikasi Data",
    superior: "Kepala Bidang Pengelolaan Data",
    service: "verifikasi usulan data terpadu",
    users: "operator data kabupaten/kota",
    partner: "dinas sosial kabupaten/kota",
    record: "usulan perbaikan data",
    problem:
      "Usulan perbaikan ditolak tanpa alasan yang mudah dipahami sehingga operator daerah mengirim ulang kesalahan yang sama",
    reach: 514,
    fits: ["EARLY_CHECK", "TRACKING", "ASSISTED"],
  },
  {
    workUnit:
      "Badan Pendidikan, Penelitian, dan Penyuluhan Sosial › Pusat Penyuluhan Sosial › Bidang Pengembangan › Subbidang Materi",
    unit: "Subbidang Materi dan Media",
    position: "Kepala Subbidang Materi dan Media",
    superior: "Kepala Bidang Pengembangan Penyuluhan",
    service: "penyediaan materi penyuluhan sosial",
    users: "penyuluh sosial di daerah",
    partner: "pejabat fungsional penyuluh sosial",
    record: "bank materi penyuluhan",
    problem:
      "Materi baru sampai ke penyuluh dalam bentuk berkas kiriman berantai, sehingga versi yang dipakai di lapangan tidak seragam",
    reach: 2100,
    fits: ["ASSISTED", "FIELD_NET"],
  },
  {
    workUnit:
      "Inspektorat Jenderal › Sekretariat › Bagian Analisis Laporan › Subbagian Tindak Lanjut",
    unit: "Subbagian Tindak Lanjut Hasil Pengawasan",
    position: "Kepala Subbagian Tindak Lanjut Hasil Pengawasan",
    superior: "Kepala Bagian Analisis Laporan",
    service: "pemantauan tindak lanjut hasil pengawasan",
    users: "satuan kerja yang diaudit",
    partner: "auditor dan sekretariat unit eselon I",
    record: "matriks tindak lanjut temuan",
    problem:
      "Satuan kerja mengirim bukti tindak lanjut sekaligus pada akhir semester, sehingga pemeriksaannya menumpuk dan jawabannya terlambat",
    reach: 130,
    fits: ["TRACKING", "EARLY_CHECK"],
  },
  {
    workUnit:
      "Balai Besar Rehabilitasi Vokasional Penyandang Disabilitas Cibinong › Bidang Rehabilitasi › Seksi Penyaluran dan Bimbingan Lanjut",
    unit: "Seksi Penyaluran dan Bimbingan Lanjut",
    position: "Kepala Seksi Penyaluran dan Bimbingan Lanjut",
    superior: "Kepala Bidang Rehabilitasi Sosial",
    service: "penyaluran kerja lulusan pelatihan vokasional",
    users: "lulusan pelatihan dan keluarganya",
    partner: "perusahaan mitra dan dinas tenaga kerja",
    record: "jejak lulusan",
    problem:
      "Lulusan yang telah bekerja sukar ditelusuri setelah enam bulan karena kontaknya hanya ada pada instruktur",
    reach: 240,
    fits: ["FIELD_NET", "TRACKING"],
  },
  {
    workUnit: "Balai Rehabilitasi Sosial Anak Handayani Jakarta › Seksi Rehabilitasi Sosial",
    unit: "Seksi Rehabilitasi Sosial Balai Handayani",
    position: "Kepala Seksi Rehabilitasi Sosial",
    superior: "Kepala Balai",
    service: "asesmen dan rehabilitasi anak yang berhadapan dengan hukum",
    users: "anak dan keluarganya",
    partner: "kepolisian, pengadilan, dan dinas sosial daerah asal",
    record: "berkas asesmen anak",
    problem:
      "Asesmen diulang ketika anak dirujuk dari lembaga lain karena hasil asesmen sebelumnya tidak ikut dikirim",
    reach: 310,
    fits: ["ONE_DOOR", "EARLY_CHECK"],
  },
  {
    workUnit: "Balai Rehabilitasi Sosial Lanjut Usia Budhi Dharma Bekasi › Subbagian Tata Usaha",
    unit: "Subbagian Tata Usaha Balai Budhi Dharma",
    position: "Kepala Subbagian Tata Usaha",
    superior: "Kepala Balai",
    service: "penerimaan dan administrasi penerima layanan lanjut usia",
    users: "lanjut usia dan keluarganya",
    partner: "dinas sosial dan puskesmas setempat",
    record: "buku induk penerima layanan",
    problem:
      "Keluarga harus datang dua sampai tiga kali untuk melengkapi syarat karena daftar syarat yang dipegang petugas dan dinas tidak sama",
    reach: 180,
    fits: ["EARLY_CHECK", "ONE_DOOR", "TRACKING", "ASSISTED"],
  },
  {
    workUnit:
      "Balai Rehabilitasi Sosial Penyandang Disabilitas Sensorik Netra Wyata Guna Bandung › Seksi Asesmen dan Advokasi",
    unit: "Seksi Asesmen dan Advokasi Wyata Guna",
    position: "Kepala Seksi Asesmen dan Advokasi",
    superior: "Kepala Balai",
    service: "asesmen calon penerima layanan disabilitas netra",
    users: "penyandang disabilitas netra",
    partner: "dinas sosial kabupaten/kota se-Jawa Barat",
    record: "daftar tunggu layanan",
    problem:
      "Calon penerima layanan menunggu tanpa kepastian karena daftar tunggu hanya ditempel di papan pengumuman balai",
    reach: 160,
    fits: ["TRACKING", "ONE_DOOR", "ASSISTED"],
  },
  {
    workUnit:
      "Balai Rehabilitasi Sosial Eks Gelandangan dan Pengemis Pangudi Luhur Bekasi › Seksi Layanan",
    unit: "Seksi Layanan Pangudi Luhur",
    position: "Kepala Seksi Layanan Rehabilitasi Sosial",
    superior: "Kepala Balai",
    service: "rehabilitasi keluarga bekas gelandangan dan pengemis",
    users: "keluarga penerima layanan",
    partner: "satuan polisi pamong praja dan dinas sosial kota",
    record: "rencana layanan keluarga",
    problem:
      "Keluarga yang telah selesai mengikuti layanan kembali terjaring penertiban karena tidak ada yang menyambut di daerah asal",
    reach: 210,
    fits: ["ONE_DOOR", "FIELD_NET"],
  },
  {
    workUnit:
      "Balai Rehabilitasi Sosial Korban Penyalahgunaan Napza Galih Pakuan Bogor › Seksi Layanan Rehabilitasi",
    unit: "Seksi Layanan Rehabilitasi Galih Pakuan",
    position: "Kepala Seksi Layanan Rehabilitasi",
    superior: "Kepala Balai",
    service: "rehabilitasi dan bimbingan lanjut korban penyalahgunaan napza",
    users: "penerima layanan dan keluarganya",
    partner: "lembaga penerima wajib lapor di daerah",
    record: "catatan bimbingan lanjut",
    problem:
      "Bimbingan lanjut setelah pulang bergantung pada telepon pribadi konselor dan berhenti ketika konselor pindah tugas",
    reach: 260,
    fits: ["FIELD_NET", "ASSISTED"],
  },
  {
    workUnit: "Rumah Perlindungan Trauma Center Bambu Apus › Seksi Perlindungan Sosial",
    unit: "Seksi Perlindungan Sosial RPTC",
    position: "Kepala Seksi Perlindungan Sosial",
    superior: "Kepala Rumah Perlindungan Trauma Center",
    service: "penampungan sementara dan pemulangan korban",
    users: "korban tindak kekerasan dan pekerja migran bermasalah",
    partner: "kepolisian dan dinas sosial daerah tujuan",
    record: "register penerimaan korban",
    problem:
      "Jumlah korban yang tiba sering baru diketahui pada malam kedatangan, sehingga tempat dan pendamping disiapkan dengan tergesa-gesa",
    reach: 1400,
    fits: ["ONE_DOOR", "TRACKING"],
  },
  {
    workUnit:
      "Balai Besar Pendidikan dan Pelatihan Kesejahteraan Sosial Bandung › Bidang Program › Seksi Evaluasi",
    unit: "Seksi Evaluasi Pelatihan",
    position: "Kepala Seksi Evaluasi",
    superior: "Kepala Bidang Program dan Evaluasi",
    service: "evaluasi pascapelatihan",
    users: "alumni pelatihan dan atasannya",
    partner: "dinas sosial tempat alumni bekerja",
    record: "hasil kuesioner pascapelatihan",
    problem:
      "Kuesioner pascapelatihan kembali kurang dari separuhnya dan hasilnya belum pernah dibicarakan dengan penyusun kurikulum",
    reach: 950,
    fits: ["FIELD_NET"],
  },
  {
    workUnit:
      "Balai Besar Pendidikan dan Pelatihan Kesejahteraan Sosial Yogyakarta › Bagian Umum › Subbagian Kerja Sama",
    unit: "Subbagian Kerja Sama",
    position: "Kepala Subbagian Kerja Sama",
    superior: "Kepala Bagian Umum",
    service: "penjadwalan pelatihan kerja sama daerah",
    users: "pemerintah daerah pengirim peserta",
    partner: "badan kepegawaian daerah",
    record: "naskah kerja sama dan jadwal pelatihan",
    problem:
      "Permintaan kerja sama dari daerah diproses berurutan tanpa jadwal terbuka, sehingga dua daerah kerap meminta pekan yang sama",
    reach: 64,
    fits: ["ONE_DOOR", "TRACKING", "EARLY_CHECK"],
  },
  {
    workUnit:
      "Balai Rehabilitasi Sosial Penyandang Disabilitas Mental Phala Martha Sukabumi › Seksi Rehabilitasi Sosial",
    unit: "Seksi Rehabilitasi Sosial Phala Martha",
    position: "Kepala Seksi Rehabilitasi Sosial",
    superior: "Kepala Balai",
    service: "rehabilitasi penyandang disabilitas mental",
    users: "penyandang disabilitas mental dan keluarganya",
    partner: "puskesmas dan dinas sosial daerah asal",
    record: "rencana pulang penerima layanan",
    problem:
      "Rencana pulang disusun balai sendiri, sehingga puskesmas dan keluarga di daerah asal belum siap ketika penerima layanan tiba",
    reach: 150,
    fits: ["ONE_DOOR", "FIELD_NET"],
  },
];

const BELTIM: Omit<Post, "agency">[] = [
  {
    workUnit:
      "Dinas Sosial, Pemberdayaan Masyarakat, dan Desa › Bidang Perlindungan dan Jaminan Sosial › Seksi Jaminan Sosial",
    unit: "Seksi Jaminan Sosial",
    position: "Kepala Seksi Jaminan Sosial",
    superior: "Kepala Bidang Perlindungan dan Jaminan Sosial",
    service: "pengusulan warga miskin ke dalam data terpadu",
    users: "warga miskin dan perangkat desa",
    partner: "pemerintah desa dan operator kecamatan",
    record: "usulan hasil musyawarah desa",
    problem:
      "Usulan dari seluruh desa datang pada pekan terakhir batas waktu, sehingga verifikasinya hanya memeriksa kelengkapan dan bukan keadaan warga",
    affair: "SOCIAL",
    reach: 3900,
    fits: ["EARLY_CHECK", "ASSISTED", "FIELD_NET", "ONE_DOOR"],
  },
  {
    workUnit:
      "Dinas Kependudukan dan Pencatatan Sipil › Bidang Pelayanan Pencatatan Sipil › Seksi Kelahiran",
    unit: "Seksi Kelahiran dan Kematian",
    position: "Kepala Seksi Kelahiran dan Kematian",
    superior: "Kepala Bidang Pelayanan Pencatatan Sipil",
    service: "penerbitan akta kelahiran dan kematian",
    users: "warga di tujuh kecamatan",
    partner: "bidan desa dan kantor kecamatan",
    record: "register akta",
    problem:
      "Warga dari kecamatan yang jauh datang dua kali ke Manggar, yaitu untuk menyerahkan berkas dan untuk mengambil akta",
    affair: "OTHER_MANDATORY",
    reach: 5200,
    fits: ["SELF_PRINT", "ASSISTED", "FIELD_NET", "EARLY_CHECK", "TRACKING"],
  },
  {
    workUnit:
      "Dinas Penanaman Modal, Pelayanan Terpadu Satu Pintu, dan Perdagangan › Bidang Perizinan › Seksi Pengolahan Izin",
    unit: "Seksi Pengolahan Izin",
    position: "Kepala Seksi Pengolahan Izin",
    superior: "Kepala Bidang Perizinan dan Nonperizinan",
    service: "pengolahan izin usaha",
    users: "pelaku usaha kecil dan menengah",
    partner: "tim teknis perangkat daerah",
    record: "berkas permohonan izin",
    problem:
      "Pemohon menanyakan kemajuan izinnya lewat telepon pegawai karena papan informasi di loket hanya memuat syarat",
    affair: "OTHER_MANDATORY",
    reach: 1700,
    fits: ["TRACKING", "SELF_PRINT", "EARLY_CHECK", "ASSISTED", "ONE_DOOR"],
  },
  {
    workUnit:
      "Badan Perencanaan Pembangunan Daerah › Bidang Pengendalian › Subbidang Data dan Pelaporan",
    unit: "Subbidang Data dan Pelaporan",
    position: "Kepala Subbidang Data dan Pelaporan",
    superior: "Kepala Bidang Pengendalian dan Evaluasi",
    service: "pengumpulan data pembangunan perangkat daerah",
    users: "perencana perangkat daerah",
    partner: "seluruh perangkat daerah",
    record: "tabel data pembangunan",
    problem:
      "Data pembangunan diminta tiga kali dalam setahun dengan tabel yang berbeda, dan perangkat daerah mengisi dengan angka yang tidak selalu sama",
    affair: "SUPPORTING",
    reach: 60,
    fits: ["EARLY_CHECK", "TRACKING"],
  },
  {
    workUnit:
      "Dinas Kesehatan, Pengendalian Penduduk, dan Keluarga Berencana › Bidang Pelayanan Kesehatan › Seksi Rujukan",
    unit: "Seksi Pelayanan Kesehatan Rujukan",
    position: "Kepala Seksi Pelayanan Kesehatan Rujukan",
    superior: "Kepala Bidang Pelayanan Kesehatan",
    service: "rujukan pasien ke rumah sakit di luar pulau",
    users: "pasien dan keluarganya",
    partner: "puskesmas dan rumah sakit tujuan",
    record: "catatan rujukan pasien",
    problem:
      "Keluarga pasien mengurus sendiri surat, tiket, dan tempat singgah karena informasi rujukan tersebar di puskesmas, dinas, dan rumah sakit",
    affair: "HEALTH",
    reach: 1300,
    fits: ["ONE_DOOR", "ASSISTED", "SELF_PRINT"],
  },
  {
    workUnit: "Dinas Komunikasi dan Informatika › Bidang Layanan e-Government › Seksi Aplikasi",
    unit: "Seksi Aplikasi dan Layanan Digital",
    position: "Kepala Seksi Aplikasi",
    superior: "Kepala Bidang Layanan e-Government",
    service: "pendampingan aplikasi perangkat daerah",
    users: "admin aplikasi perangkat daerah",
    partner: "perangkat daerah pemilik aplikasi",
    record: "daftar aplikasi dan gangguan",
    problem:
      "Beberapa aplikasi perangkat daerah tidak lagi terawat setelah pembuatnya selesai kontrak, dan tidak ada catatan cara mengelolanya",
    affair: "OTHER_MANDATORY",
    reach: 75,
    fits: ["ONE_DOOR", "TRACKING"],
  },
  {
    workUnit: "Dinas Pendidikan › Bidang Pembinaan Pendidikan Dasar › Seksi Peserta Didik",
    unit: "Seksi Peserta Didik",
    position: "Kepala Seksi Peserta Didik dan Pembangunan Karakter",
    superior: "Kepala Bidang Pembinaan Pendidikan Dasar",
    service: "penanganan anak putus sekolah",
    users: "anak putus sekolah dan orang tuanya",
    partner: "kepala sekolah dan pemerintah desa",
    record: "daftar anak putus sekolah",
    problem:
      "Daftar anak putus sekolah milik sekolah, desa, dan dinas berbeda jumlahnya, sehingga tidak jelas siapa yang harus didatangi lebih dahulu",
    affair: "EDUCATION",
    reach: 420,
    fits: ["FIELD_NET", "ONE_DOOR"],
  },
  {
    workUnit: "Kecamatan Manggar › Seksi Kesejahteraan Rakyat",
    unit: "Seksi Kesejahteraan Rakyat Kecamatan Manggar",
    position: "Kepala Seksi Kesejahteraan Rakyat",
    superior: "Camat Manggar",
    service: "rekomendasi dan surat keterangan warga kurang mampu",
    users: "warga kurang mampu",
    partner: "kepala desa dan dinas sosial",
    record: "buku rekomendasi",
    problem:
      "Warga membawa surat dari desa ke kecamatan lalu ke dinas dan rumah sakit tanpa tahu apakah urusannya akan diterima",
    affair: "SOCIAL",
    reach: 1450,
    fits: ["ONE_DOOR", "ASSISTED", "SELF_PRINT", "EARLY_CHECK"],
  },
  {
    workUnit: "Kecamatan Gantung › Seksi Pelayanan Umum",
    unit: "Seksi Pelayanan Umum Kecamatan Gantung",
    position: "Kepala Seksi Pelayanan Umum",
    superior: "Camat Gantung",
    service: "pelayanan administrasi terpadu kecamatan",
    users: "warga dan perangkat desa",
    partner: "Disdukcapil dan dinas perizinan",
    record: "register pelayanan kecamatan",
    problem:
      "Antrean menumpuk pada hari pasar, sedangkan pada hari lain petugas menunggu, karena warga tidak mengetahui jadwal layanan tiap urusan",
    affair: "SUPPORTING",
    reach: 2700,
    fits: ["ONE_DOOR", "TRACKING", "SELF_PRINT", "ASSISTED"],
  },
  {
    workUnit: "Dinas Perikanan › Bidang Pemberdayaan Nelayan › Seksi Kelembagaan",
    unit: "Seksi Kelembagaan Nelayan",
    position: "Kepala Seksi Kelembagaan Nelayan",
    superior: "Kepala Bidang Pemberdayaan Nelayan Kecil",
    service: "pendaftaran kartu dan kelompok nelayan",
    users: "nelayan kecil",
    partner: "kelompok nelayan dan pemerintah desa pesisir",
    record: "data kelompok nelayan",
    problem:
      "Data kelompok nelayan bercampur antara yang masih melaut dan yang tidak, sehingga bantuan alat tangkap beberapa kali salah sasaran",
    affair: "ELECTIVE",
    reach: 2400,
    fits: ["FIELD_NET", "ASSISTED", "SELF_PRINT"],
  },
  {
    workUnit:
      "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia › Bidang Mutasi › Subbidang Kepangkatan",
    unit: "Subbidang Kepangkatan dan Pensiun",
    position: "Kepala Subbidang Kepangkatan dan Pensiun",
    superior: "Kepala Bidang Mutasi dan Informasi Kepegawaian",
    service: "usul kenaikan pangkat dan pensiun",
    users: "pegawai negeri sipil daerah",
    partner: "pengelola kepegawaian perangkat daerah",
    record: "berkas usul kenaikan pangkat",
    problem:
      "Berkas usul yang tidak lengkap baru diketahui ketika periode hampir ditutup karena pemeriksaannya dilakukan sekaligus",
    affair: "SUPPORTING",
    reach: 620,
    fits: ["EARLY_CHECK", "TRACKING", "SELF_PRINT"],
  },
  {
    workUnit: "Sekretariat Daerah › Bagian Organisasi › Subbagian Pelayanan Publik",
    unit: "Subbagian Pelayanan Publik dan Tata Laksana",
    position: "Kepala Subbagian Pelayanan Publik dan Tata Laksana",
    superior: "Kepala Bagian Organisasi",
    service: "pembinaan standar pelayanan dan survei kepuasan",
    users: "unit pelayanan publik perangkat daerah",
    partner: "unit pelayanan pada perangkat daerah",
    record: "hasil survei kepuasan masyarakat",
    problem:
      "Survei kepuasan dilakukan setahun sekali dengan kertas, dan hasilnya terbit ketika masalah yang dikeluhkan sudah berganti",
    affair: "SUPPORTING",
    reach: 48,
    fits: ["FIELD_NET"],
  },
  {
    workUnit: "Badan Penanggulangan Bencana Daerah › Seksi Kedaruratan dan Logistik",
    unit: "Seksi Kedaruratan dan Logistik",
    position: "Kepala Seksi Kedaruratan dan Logistik",
    superior: "Kepala Pelaksana BPBD",
    service: "tanggap darurat banjir dan kebakaran lahan",
    users: "warga desa rawan bencana",
    partner: "relawan desa dan dinas sosial",
    record: "laporan kejadian",
    problem:
      "Laporan kejadian dari desa masuk lewat banyak grup percakapan sehingga dua regu pernah berangkat ke titik yang sama",
    affair: "PUBLIC_ORDER",
    reach: 510,
    fits: ["ONE_DOOR", "FIELD_NET"],
  },
  {
    workUnit:
      "Dinas Pemberdayaan Perempuan dan Perlindungan Anak › Bidang Perlindungan Anak › Seksi Hak Anak",
    unit: "Seksi Pemenuhan Hak Anak",
    position: "Kepala Seksi Pemenuhan Hak Anak",
    superior: "Kepala Bidang Perlindungan Anak",
    service: "koordinasi pemenuhan hak anak",
    users: "forum anak dan perangkat daerah anggota gugus tugas",
    partner: "perangkat daerah anggota gugus tugas",
    record: "isian indikator layak anak",
    problem:
      "Isian indikator dikerjakan dua orang menjelang penilaian, sedangkan perangkat daerah lain baru mencari bukti ketika diminta",
    affair: "OTHER_MANDATORY",
    reach: 330,
    fits: [],
  },
  {
    workUnit: "Dinas Kebudayaan dan Pariwisata › Bidang Destinasi › Seksi Usaha Pariwisata",
    unit: "Seksi Usaha Pariwisata",
    position: "Kepala Seksi Usaha Pariwisata",
    superior: "Kepala Bidang Destinasi dan Industri Pariwisata",
    service: "pembinaan usaha penginapan dan pemandu wisata",
    users: "pelaku usaha wisata desa",
    partner: "kelompok sadar wisata",
    record: "data usaha pariwisata",
    problem:
      "Data penginapan desa diperbarui hanya ketika ada kunjungan petugas, sehingga wisatawan memperoleh informasi yang sudah usang",
    affair: "ELECTIVE",
    reach: 380,
    fits: ["FIELD_NET", "ASSISTED"],
  },
];

const KPU: Omit<Post, "agency" | "affair">[] = [
  {
    workUnit:
      "Sekretariat Jenderal KPU › Biro Perencanaan dan Data › Bagian Data dan Informasi › Subbagian Pemutakhiran Data",
    unit: "Subbagian Pemutakhiran Data Pemilih",
    position: "Kepala Subbagian Pemutakhiran Data Pemilih",
    superior: "Kepala Bagian Data dan Informasi",
    service: "pemutakhiran data pemilih berkelanjutan",
    users: "operator KPU kabupaten/kota",
    partner: "dinas kependudukan dan KPU kabupaten/kota",
    record: "rekap perubahan data pemilih",
    problem:
      "Perubahan data pemilih di luar masa tahapan dikumpulkan tiga bulan sekali, sehingga perbaikan menumpuk menjelang tahapan",
    reach: 514,
    fits: ["EARLY_CHECK", "TRACKING"],
  },
  {
    workUnit:
      "Sekretariat Jenderal KPU › Biro Sumber Daya Manusia › Bagian Pengembangan › Subbagian Diklat",
    unit: "Subbagian Pendidikan dan Pelatihan",
    position: "Kepala Subbagian Pendidikan dan Pelatihan",
    superior: "Kepala Bagian Pengembangan Sumber Daya Manusia",
    service: "bimbingan teknis bagi sekretariat KPU di daerah",
    users: "pegawai sekretariat KPU kabupaten/kota",
    partner: "sekretariat KPU provinsi",
    record: "jejak pelatihan pegawai",
    problem:
      "Bahan bimbingan teknis dikirim ulang pada setiap tahapan karena pegawai yang dilatih pada tahapan sebelumnya sudah berganti",
    reach: 3200,
    fits: ["ASSISTED", "FIELD_NET", "SELF_PRINT"],
  },
  {
    workUnit:
      "Sekretariat KPU Provinsi Jawa Barat › Bagian Hukum, Teknis, dan Hubungan Masyarakat › Subbagian Partisipasi",
    unit: "Subbagian Partisipasi dan Hubungan Masyarakat",
    position: "Kepala Subbagian Partisipasi dan Hubungan Masyarakat",
    superior: "Kepala Bagian Hukum, Teknis, dan Hubungan Masyarakat",
    service: "pendidikan pemilih",
    users: "pemilih pemula dan komunitas warga",
    partner: "sekolah dan KPU kabupaten/kota",
    record: "agenda dan laporan pendidikan pemilih",
    problem:
      "Kegiatan pendidikan pemilih dicatat sebagai laporan kegiatan, sehingga tidak diketahui kelompok pemilih mana yang belum pernah didatangi",
    reach: 12000,
    fits: ["FIELD_NET", "ASSISTED"],
  },
  {
    workUnit: "Sekretariat KPU Kabupaten Belitung Timur › Subbagian Program dan Data",
    unit: "Subbagian Program dan Data KPU Belitung Timur",
    position: "Kepala Subbagian Program dan Data",
    superior: "Sekretaris KPU Kabupaten Belitung Timur",
    service: "pelayanan perubahan data pemilih",
    users: "pemilih di tujuh kecamatan",
    partner: "dinas kependudukan dan pemerintah desa",
    record: "daftar perubahan data pemilih",
    problem:
      "Warga yang pindah antarpulau tetap tercatat di tempat lama karena laporan perpindahan tidak pernah bertemu dengan data pemilih",
    reach: 1800,
    fits: ["ONE_DOOR", "ASSISTED", "TRACKING"],
  },
  {
    workUnit: "Sekretariat KPU Kabupaten Sumedang › Subbagian Keuangan, Umum, dan Logistik",
    unit: "Subbagian Keuangan, Umum, dan Logistik",
    position: "Kepala Subbagian Keuangan, Umum, dan Logistik",
    superior: "Sekretaris KPU Kabupaten Sumedang",
    service: "penyediaan logistik pemilihan",
    users: "panitia pemilihan kecamatan",
    partner: "penyedia dan pengamanan setempat",
    record: "kartu kendali logistik",
    problem:
      "Kekurangan logistik baru diketahui ketika kotak dibuka di kecamatan karena pengecekan di gudang dicatat pada lembar terpisah",
    reach: 290,
    fits: ["TRACKING", "EARLY_CHECK"],
  },
  {
    workUnit: "Sekretariat KPU Kota Cimahi › Subbagian Hukum",
    unit: "Subbagian Hukum KPU Kota Cimahi",
    position: "Kepala Subbagian Hukum",
    superior: "Sekretaris KPU Kota Cimahi",
    service: "layanan informasi dan dokumentasi hukum",
    users: "peserta pemilu dan masyarakat",
    partner: "KPU provinsi dan badan pengawas pemilu",
    record: "daftar keputusan dan permohonan informasi",
    problem:
      "Pemohon informasi menerima salinan keputusan setelah beberapa hari karena arsip digital belum tertata dan hanya satu orang yang mengetahui letaknya",
    reach: 150,
    fits: ["ONE_DOOR", "TRACKING", "SELF_PRINT"],
  },
  {
    workUnit:
      "Sekretariat KPU Kabupaten Garut › Subbagian Teknis dan Hubungan Partisipasi Masyarakat",
    unit: "Subbagian Teknis dan Partisipasi Masyarakat",
    position: "Kepala Subbagian Teknis dan Hubungan Partisipasi Masyarakat",
    superior: "Sekretaris KPU Kabupaten Garut",
    service: "pembinaan badan ad hoc",
    users: "anggota panitia di kecamatan dan desa",
    partner: "kecamatan dan pemerintah desa",
    record: "laporan kegiatan badan ad hoc",
    problem:
      "Pertanyaan yang sama dari kecamatan dijawab berulang kali oleh pegawai yang berbeda dengan jawaban yang kadang tidak sama",
    reach: 2200,
    fits: ["ONE_DOOR", "FIELD_NET", "ASSISTED"],
  },
];

const KASN: Omit<Post, "agency" | "affair">[] = [
  {
    workUnit: "Sekretariat KASN › Bagian Data dan Sistem Informasi › Subbagian Pengelolaan Data",
    unit: "Subbagian Pengelolaan Data",
    position: "Kepala Subbagian Pengelolaan Data",
    superior: "Kepala Bagian Data dan Sistem Informasi",
    service: "pengelolaan data seleksi jabatan pimpinan tinggi",
    users: "instansi pusat dan daerah",
    partner: "badan kepegawaian instansi",
    record: "data rekomendasi seleksi terbuka",
    problem:
      "Data seleksi dari instansi masuk sebagai lampiran surat, sehingga perbandingan antardaerah harus disusun ulang setiap kali diminta pimpinan",
    reach: 620,
    fits: ["EARLY_CHECK", "TRACKING"],
  },
  {
    workUnit: "Sekretariat KASN › Bagian Umum › Subbagian Persuratan dan Pengaduan",
    unit: "Subbagian Persuratan dan Pengaduan",
    position: "Kepala Subbagian Persuratan dan Pengaduan",
    superior: "Kepala Bagian Umum",
    service: "penerimaan pengaduan pelanggaran sistem merit",
    users: "pelapor dan instansi terlapor",
    partner: "asisten komisioner dan instansi terlapor",
    record: "register pengaduan",
    problem:
      "Pelapor kerap bertanya lewat telepon tentang kelanjutan laporannya karena tanda terima tidak memuat tahapan dan perkiraan waktu",
    reach: 880,
    fits: ["ONE_DOOR", "TRACKING"],
  },
];

/** 30 + 15 + 7 + 2, as the founding cohort had them. */
export const POSTS: readonly Post[] = [
  ...KEMENSOS.map((post): Post => ({ ...post, agency: "KEMENSOS", affair: "CENTRAL" })),
  ...BELTIM.map((post): Post => ({ ...post, agency: "BELTIM" })),
  ...KPU.map((post): Post => ({ ...post, agency: "KPU", affair: "CENTRAL" })),
  ...KASN.map((post): Post => ({ ...post, agency: "KASN", affair: "CENTRAL" })),
];
