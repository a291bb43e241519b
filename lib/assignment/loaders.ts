import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { findStageForm, findTask, listTasks, ownsAssignment } from "@/lib/assignment/data";
import {
  type AnyStageForm,
  stageFromSlug,
  type TaskDto,
  type TaskListDto,
} from "@/lib/assignment/model";
import { participantScope } from "@/lib/assignment/policy";
import { systemClock } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { requireActor } from "@/lib/session/actor";

/** A participant's own assignments; for everybody else an empty list. */
export const loadTasks = cache(
  async (
    page: string | undefined,
  ): Promise<TaskListDto & { isParticipant: boolean; personId: string }> => {
    const actor = await requireActor();
    const scope = participantScope(actor);
    const list = await listTasks(db(), scope, pageNumber(page), systemClock.now());
    const isParticipant = actor.enrolments.some(({ role }) => role === "PARTICIPANT");
    return { ...list, isParticipant, personId: actor.personId };
  },
);

/** What is no number of a page is the first one. */
function pageNumber(text: string | undefined): number {
  return /^[1-9]\d{0,5}$/.test(text ?? "") ? Number(text) : 1;
}

/** One own assignment. What is not one's own is not there. */
export const loadTask = cache(async (assignmentId: string): Promise<TaskDto> => {
  const actor = await requireActor();
  if (!isUuid(assignmentId)) notFound();
  const scope = participantScope(actor);
  return (await findTask(db(), scope, assignmentId, systemClock.now())) ?? notFound();
});

/**
 * Answers "not found" before anything of a page is sent: once a skeleton is on its way the status can
 * no longer be changed.
 */
export const requireTask = cache(async (assignmentId: string): Promise<void> => {
  const actor = await requireActor();
  const scope = participantScope(actor);
  if (!isUuid(assignmentId) || !(await ownsAssignment(db(), scope, assignmentId))) notFound();
});

/** The form of one stage, named by the address's last part, of an own assignment. */
export const loadStageForm = cache(
  async (assignmentId: string, slug: string): Promise<AnyStageForm> => {
    const actor = await requireActor();
    const kind = stageFromSlug(slug);
    if (!kind || !isUuid(assignmentId)) notFound();
    const scope = participantScope(actor);
    return (await findStageForm(db(), scope, assignmentId, kind, systemClock.now())) ?? notFound();
  },
);

function isUuid(text: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
}
