import { gradeBandsSchema } from "@/lib/cohort/schema";
import { addDays } from "@/lib/document/fields";
import type { IsoDate } from "@/lib/document/model";
import type { Db } from "@/lib/platform/db";
import { hashPassword } from "@/lib/platform/password";
import { PRIVACY_NOTICE_VERSION } from "@/lib/privacy/model";
import { agencyId, HOST_REGION_ID } from "@/prisma/reference/catalogue";
import { rubricVersionId } from "@/prisma/reference/rubrics";
import { CENTER_ID } from "./center";
import { stableId } from "./ids";
import { DEMO_PASSWORD, type DemoPeople, GROUP_COUNT } from "./people";
import { TIME_ZONE, VISIT_DAYS } from "./timeline";

/** The founding cohort with its people, groups and visit. */

export const COHORT_ID = stableId("cohort:founding");

/**
 * Grade bands as configuration: the names and limits that training centres commonly use, to be
 * changed by the centre. Not a rule of LAN that could be confirmed.
 */
export const GRADE_BANDS = gradeBandsSchema.parse([
  { label: { id: "Sangat Memuaskan", en: "Very satisfactory" }, min: 90.01, max: 100 },
  { label: { id: "Memuaskan", en: "Satisfactory" }, min: 80.01, max: 90 },
  { label: { id: "Cukup Memuaskan", en: "Fairly satisfactory" }, min: 70.01, max: 80 },
  { label: { id: "Kurang Memuaskan", en: "Less satisfactory" }, min: 60.01, max: 70 },
  { label: { id: "Tidak Memuaskan", en: "Unsatisfactory" }, min: 0, max: 60, passing: false },
]);

export function groupId(index: number): string {
  return stableId(`group:${index + 1}`);
}

function day(date: IsoDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** Writes what is missing of the people and the cohort; what is there stays as it is. */
export async function seedCohort(
  db: Db,
  people: DemoPeople,
  visitOn: IsoDate,
  now: Date,
): Promise<void> {
  const { staff, facilitators, participants } = people;
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await db.$transaction(async (tx) => {
    await tx.person.createMany({
      data: [staff, ...facilitators, ...participants].map(({ id, name, email, idNumber }) => ({
        id,
        displayName: name,
        email,
        idType: "NIP" as const,
        idNumber,
        passwordHash,
        touredAt: now,
        isDemo: true,
        createdAt: now,
        updatedAt: now,
      })),
      skipDuplicates: true,
    });
    // They have read the privacy notice: the demo begins at its work.
    await tx.privacyAcknowledgement.createMany({
      data: [staff, ...facilitators, ...participants].map(({ id }) => ({
        personId: id,
        version: PRIVACY_NOTICE_VERSION,
        locale: "id",
        acknowledgedAt: now,
      })),
      skipDuplicates: true,
    });
    await tx.staffMembership.createMany({
      data: [
        {
          id: stableId("staff-membership:staf"),
          centerId: CENTER_ID,
          personId: staff.id,
          role: "ADMINISTRATOR",
          createdAt: now,
          acceptedAt: now,
        },
      ],
      skipDuplicates: true,
    });
    await tx.cohort.createMany({
      data: [
        {
          id: COHORT_ID,
          centerId: CENTER_ID,
          program: "Diklatpim IV",
          name: "Angkatan Contoh: Kunjungan Benchmarking Kabupaten Bandung",
          regulationRef: "Peraturan Kepala LAN Nomor 20 Tahun 2015",
          startsOn: day(addDays(visitOn, -35)),
          endsOn: day(addDays(visitOn, 75)),
          timeZone: TIME_ZONE,
          state: "RUNNING",
          gatePolicy: "ON_APPROVAL",
          evaluationRubricId: rubricVersionId("kipp-2021"),
          transferRubricId: rubricVersionId("transfer-readiness"),
          workRubricId: rubricVersionId("participant-work"),
          gradeBands: GRADE_BANDS,
          isDemo: true,
          createdAt: now,
        },
      ],
      skipDuplicates: true,
    });
    await tx.visit.createMany({
      data: [
        {
          id: stableId("visit:founding"),
          cohortId: COHORT_ID,
          hostRegionId: HOST_REGION_ID,
          mode: "ONSITE",
          startsOn: day(visitOn),
          endsOn: day(addDays(visitOn, VISIT_DAYS - 1)),
        },
      ],
      skipDuplicates: true,
    });
    await tx.group.createMany({
      data: Array.from({ length: GROUP_COUNT }, (_, index) => ({
        id: groupId(index),
        cohortId: COHORT_ID,
        name: `Kelompok ${index + 1}`,
        sortOrder: index + 1,
      })),
      skipDuplicates: true,
    });
    await tx.enrolment.createMany({
      data: facilitators.map((facilitator) => ({
        id: facilitator.enrolmentId,
        cohortId: COHORT_ID,
        personId: facilitator.id,
        role: "FACILITATOR" as const,
        fullName: facilitator.name,
        idType: "NIP" as const,
        idNumber: facilitator.idNumber,
        email: facilitator.email,
        agencyId: agencyId("KEMENSOS"),
        workUnit: "Pusat Pendidikan dan Pelatihan Kesejahteraan Sosial",
        position: facilitator.position,
        grade: facilitator.grade,
        rosterNumber: facilitator.rosterNumber,
      })),
      skipDuplicates: true,
    });
    await tx.enrolment.createMany({
      data: participants.map((participant) => ({
        id: participant.enrolmentId,
        cohortId: COHORT_ID,
        personId: participant.id,
        role: "PARTICIPANT" as const,
        fullName: participant.name,
        idType: "NIP" as const,
        idNumber: participant.idNumber,
        email: participant.email,
        agencyId: agencyId(participant.post.agency),
        workUnit: participant.post.workUnit,
        position: participant.post.position,
        grade: participant.grade,
        groupId: groupId(participant.group),
        isGroupLead: participant.isGroupLead,
        facilitatorId: facilitators[participant.group]?.enrolmentId ?? null,
        rosterNumber: participant.rosterNumber,
      })),
      skipDuplicates: true,
    });
  });
}
