import "server-only";
import { concerning, findAgenda, listOwnCohorts, listOwnMarks } from "@/lib/agenda/data";
import { authorizeAgenda } from "@/lib/agenda/policy";
import { findStageForms, findTask, listTasks } from "@/lib/assignment/data";
import { type AnyStageForm, STAGE_KINDS, type TaskDto } from "@/lib/assignment/model";
import { participantScope } from "@/lib/assignment/policy";

import type { FieldPack, FieldVisit } from "@/lib/field/model";
import { findInnovation } from "@/lib/innovation/data";
import type { InnovationProfile } from "@/lib/innovation/model";
import { catalogueScope } from "@/lib/innovation/policy";
import type { Actor } from "@/lib/platform/actor";
import type { Reader } from "@/lib/platform/db";

/**
 * Everything of an actor's own for work without signal: the tasks of the first page, with all of
 * those that can still be worked on. A fixed number of statements for each such task, innovation and
 * cohort, of which a participant has one to five.
 */
export async function readFieldPack(reader: Reader, actor: Actor, now: Date): Promise<FieldPack> {
  const scope = participantScope(actor);
  const tasks = await listTasks(reader, scope, 1, now);
  const details: TaskDto[] = [];
  const forms: AnyStageForm[] = [];
  for (const { assignmentId, next } of tasks.tasks) {
    if (next.kind === "CANCELLED" || next.kind === "CLOSED") continue;
    const task = await findTask(reader, scope, assignmentId, now);
    if (!task) continue;
    details.push(task);
    forms.push(...(await findStageForms(reader, scope, assignmentId, STAGE_KINDS, now)));
  }
  return {
    person: { id: actor.personId, name: actor.name },
    at: now.toISOString(),
    tasks,
    details,
    forms,
    innovations: await readInnovations(reader, actor, details),
    visits: await readVisits(reader, actor),
  };
}

async function readInnovations(
  reader: Reader,
  actor: Actor,
  tasks: readonly TaskDto[],
): Promise<InnovationProfile[]> {
  const scope = catalogueScope(actor);
  if (!scope) return [];
  const found: InnovationProfile[] = [];
  for (const id of new Set(tasks.map(({ innovationId }) => innovationId))) {
    const innovation = await findInnovation(reader, scope, id);
    if (innovation) found.push(innovation);
  }
  return found;
}

async function readVisits(reader: Reader, actor: Actor): Promise<FieldVisit[]> {
  const visits: FieldVisit[] = [];
  for (const own of await listOwnCohorts(reader, actor)) {
    const authorized = own.role === "PARTICIPANT" && authorizeAgenda(actor, own.cohort);
    if (!authorized) continue;
    const agenda = await findAgenda(reader, authorized);
    visits.push({
      own,
      agenda: { visits: agenda.visits, sessions: concerning(own, agenda.sessions) },
      marks: await listOwnMarks(reader, own.enrolmentId),
    });
  }
  return visits;
}
