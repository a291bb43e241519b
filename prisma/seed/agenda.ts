import { addDays } from "@/lib/document/fields";
import type { IsoDate } from "@/lib/document/model";
import type { Db } from "@/lib/platform/db";
import { randomSecret } from "@/lib/setup/secrets";
import { HOST_REGION_ID, hostUnitId } from "@/prisma/reference/catalogue";
import { COHORT_ID, groupId } from "./cohort";
import { stableId } from "./ids";
import type { DemoPeople } from "./people";
import { onVisitDay } from "./timeline";

/** The agenda of the founding cohort's visit: who is heard where is made up, as everybody is. */

type Unit = Parameters<typeof hostUnitId>[0];

interface DemoSession {
  key: string;
  /** Of the visit, from 1. */
  day: number;
  from: string;
  to: string;
  title: string;
  place: string;
  unit?: Unit;
  /** From 1; everybody where there are none. */
  groups?: number[];
  speakers?: [name: string, role: string][];
  note?: string;
}

const SESSIONS: DemoSession[] = [
  {
    key: "welcome",
    day: 1,
    from: "09:00",
    to: "10:30",
    title: "Penerimaan resmi oleh Pemerintah Kabupaten",
    place: "Gedung pertemuan kompleks pemerintahan",
    unit: "SETDA",
    speakers: [["Asisten Ekonomi dan Kesejahteraan", "Tuan rumah"]],
    note: "Pakaian dinas harian. Bus berangkat dari penginapan pukul 08.00.",
  },
  {
    key: "overview",
    day: 1,
    from: "10:45",
    to: "12:00",
    title: "Paparan inovasi daerah",
    place: "Gedung pertemuan kompleks pemerintahan",
    unit: "BAPPEDA",
    speakers: [
      ["Kepala Bidang Penelitian dan Pengembangan", "Narasumber lokus"],
      ["Widyaiswara pendamping", "Moderator"],
    ],
  },
  {
    key: "planning",
    day: 2,
    from: "08:30",
    to: "11:30",
    title: "Kunjungan sublokus: data pembangunan",
    place: "Ruang data",
    unit: "BAPPEDA",
    groups: [1, 2],
    speakers: [["Pengelola basis data", "PIC lokus"]],
  },
  {
    key: "referral",
    day: 2,
    from: "08:30",
    to: "11:30",
    title: "Kunjungan sublokus: layanan rujukan terpadu",
    place: "Ruang layanan",
    unit: "DINSOS",
    groups: [3, 4],
    speakers: [["Koordinator layanan", "PIC lokus"]],
  },
  {
    key: "licensing",
    day: 2,
    from: "08:30",
    to: "11:30",
    title: "Kunjungan sublokus: perizinan daring",
    place: "Mal pelayanan",
    unit: "DPMPTSP",
    groups: [5, 6],
    speakers: [["Kepala seksi perizinan", "PIC lokus"]],
  },
  {
    key: "discussion-2",
    day: 2,
    from: "13:00",
    to: "15:00",
    title: "Diskusi kelompok: temuan hari kedua",
    place: "Aula penginapan",
  },
  {
    key: "interviews",
    day: 3,
    from: "08:30",
    to: "12:00",
    title: "Wawancara lanjutan dan telaah dokumen",
    place: "Unit masing-masing",
    note: "Bawa daftar pertanyaan yang sudah disepakati kelompok.",
  },
  {
    key: "analysis",
    day: 4,
    from: "08:00",
    to: "15:00",
    title: "Analisis dan penyusunan laporan",
    place: "Aula penginapan",
    speakers: [["Para fasilitator", "Pendamping"]],
  },
  {
    key: "presentation",
    day: 5,
    from: "08:30",
    to: "11:00",
    title: "Ekspose dan umpan balik lokus",
    place: "Gedung pertemuan kompleks pemerintahan",
    unit: "BKPSDM",
  },
  {
    key: "closing",
    day: 5,
    from: "11:00",
    to: "12:00",
    title: "Penutupan",
    place: "Gedung pertemuan kompleks pemerintahan",
  },
];

/** Nobody's hand needs to be free for a demo: these two came with a letter, or not at all. */
const EXCUSED = 7;
const ABSENT = 23;

const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** Writes what is missing of the agenda, and who attended what was over by the time of seeding. */
export async function seedAgenda(
  db: Db,
  { participants, facilitators }: DemoPeople,
  visitOn: IsoDate,
  now: Date,
): Promise<void> {
  const idOf = (key: string) => stableId(`session:${key}`);
  await db.agendaSession.createMany({
    data: SESSIONS.map(({ key, day, from, to, title, place, unit, groups, note }) => ({
      id: idOf(key),
      cohortId: COHORT_ID,
      hostRegionId: HOST_REGION_ID,
      title,
      day: new Date(`${addDays(visitOn, day - 1)}T00:00:00Z`),
      startsMinute: minutes(from),
      endsMinute: minutes(to),
      hostUnitId: unit ? hostUnitId(unit) : null,
      place,
      note: note ?? "",
      forAll: groups === undefined,
      secret: randomSecret(43),
      createdAt: now,
      updatedAt: now,
    })),
    skipDuplicates: true,
  });
  await db.agendaGroup.createMany({
    data: SESSIONS.flatMap(({ key, groups = [] }) =>
      groups.map((group) => ({
        sessionId: idOf(key),
        cohortId: COHORT_ID,
        groupId: groupId(group - 1),
      })),
    ),
    skipDuplicates: true,
  });
  await db.agendaSpeaker.createMany({
    data: SESSIONS.flatMap(({ key, speakers = [] }) =>
      speakers.map(([name, role], sortOrder) => ({
        id: stableId(`speaker:${key}:${sortOrder}`),
        sessionId: idOf(key),
        name,
        role,
        sortOrder,
      })),
    ),
    skipDuplicates: true,
  });
  const hand = facilitators[0];
  await db.attendanceMark.createMany({
    data: SESSIONS.filter(({ day, to }) => onVisitDay(visitOn, day, to) < now).flatMap(
      ({ key, day, from, groups }) =>
        participants
          .filter(({ group }) => !groups || groups.includes(group + 1))
          .map(({ id, enrolmentId, rosterNumber }) => {
            const away = rosterNumber === EXCUSED || rosterNumber === ABSENT;
            const scanned = onVisitDay(visitOn, day, from).getTime() - (rosterNumber % 17) * 60_000;
            return {
              sessionId: idOf(key),
              cohortId: COHORT_ID,
              enrolmentId,
              status: !away
                ? ("PRESENT" as const)
                : rosterNumber === EXCUSED
                  ? ("EXCUSED" as const)
                  : ("ABSENT" as const),
              method: away
                ? ("HAND" as const)
                : rosterNumber % 9 === 0
                  ? ("CODE" as const)
                  : ("QR" as const),
              note: rosterNumber === EXCUSED ? "Surat izin sakit." : "",
              markedAt: new Date(scanned),
              markedById: away && hand ? hand.id : id,
            };
          }),
    ),
    skipDuplicates: true,
  });
}
