import "server-only";
import type { ParticipantScope } from "@/lib/assignment/policy";
import { type CohortState, workRefusal } from "@/lib/cohort/workflow";
import { openToCohort } from "@/lib/innovation/data";
import type { Reader } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import type { WishCall, WishPage } from "@/lib/wish/model";

/** Of an own enrolment: whether the cohort asks, and what was said. */
export const wishSelect = {
  cohort: { select: { id: true, name: true, state: true, timeZone: true, wishesUntil: true } },
  marks: {
    where: { kind: "WISH", innovationId: { not: null } },
    orderBy: { rank: "asc" },
    select: { innovationId: true },
  },
} satisfies Prisma.EnrolmentSelect;

interface RawWishes {
  cohort: {
    id: string;
    name: string;
    state: CohortState;
    timeZone: string;
    wishesUntil: Date | null;
  };
  marks: readonly unknown[];
}

/** Null where the cohort does not ask. */
export function toWishCall({ cohort, marks }: RawWishes, now: Date): WishCall | null {
  const { wishesUntil } = cohort;
  return (
    wishesUntil && {
      cohortId: cohort.id,
      cohort: cohort.name,
      timeZone: cohort.timeZone,
      until: wishesUntil.toISOString(),
      open: now < wishesUntil && workRefusal(cohort.state) === null,
      answered: marks.length > 0,
    }
  );
}

/** What may be wished for in a cohort: what may be worked on there. */
export function wishable(cohortId: string): Prisma.InnovationWhereInput {
  return { archivedAt: null, ...openToCohort(cohortId) };
}

/** A participant's own choices in a cohort that asks for them, or null. Two statements. */
export async function findWishes(
  db: Reader,
  scope: ParticipantScope,
  cohortId: string,
  now: Date,
): Promise<WishPage | null> {
  const enrolment = await db.enrolment.findFirst({
    where: {
      id: { in: scope.enrolmentIds },
      cohortId,
      cohort: { state: { in: ["RUNNING", "CLOSED"] } },
    },
    select: {
      ...wishSelect,
      assignments: {
        where: { cancelledAt: null },
        orderBy: { createdAt: "asc" },
        select: { innovation: { select: { id: true, code: true, name: true } } },
      },
    },
  });
  const call = enrolment && toWishCall(enrolment, now);
  if (!call) return null;
  const innovations = await db.innovation.findMany({
    where: wishable(cohortId),
    select: { id: true, code: true, name: true, hostUnit: { select: { shortName: true } } },
    orderBy: [{ sortOrder: "asc" }, { code: "asc" }, { id: "asc" }],
  });
  const chosen = enrolment.marks.flatMap(({ innovationId }) => innovationId ?? []);
  return {
    ...call,
    innovations: innovations.map(({ hostUnit, ...one }) => ({ ...one, owner: hostUnit.shortName })),
    chosen,
    given: enrolment.assignments.map(({ innovation }) => {
      const at = chosen.indexOf(innovation.id);
      return { ...innovation, rank: at < 0 ? null : at + 1 };
    }),
  };
}
