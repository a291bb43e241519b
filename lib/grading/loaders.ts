import "server-only";
import { cache } from "react";
import { listReleasedGrades } from "@/lib/grading/data";
import type { ReleasedGrade } from "@/lib/grading/model";
import { appContext } from "@/lib/platform/context";
import { db } from "@/lib/platform/db";
import { requireActor } from "@/lib/session/actor";

/** The grade of an own work; null until it is settled and the cohort has released its grades. */
export const loadOwnGrade = cache(async (assignmentId: string): Promise<ReleasedGrade | null> => {
  const actor = await requireActor();
  const grades = await listReleasedGrades(db(), [actor.personId], appContext().clock.now());
  return grades.find((grade) => grade.assignmentId === assignmentId) ?? null;
});
