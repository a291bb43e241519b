import "server-only";
import { concerning, findAgenda, listOwnCohorts, listOwnMarks } from "@/lib/agenda/data";
import { authorizeAgenda } from "@/lib/agenda/policy";
import { findStageForms, findTasks, listTasks } from "@/lib/assignment/data";
import { participantScope } from "@/lib/assignment/policy";
import { workRefusal } from "@/lib/cohort/workflow";
import type { FieldPack, FieldVisit } from "@/lib/field/model";
import { findInnovations } from "@/lib/innovation/data";
import { catalogueScope } from "@/lib/innovation/policy";
import type { Actor } from "@/lib/platform/actor";
import type { Reader } from "@/lib/platform/db";

/**
 * Everything of an actor's own for work without signal: the first page of the tasks, whole, and the
 * forms of those that can still be worked on. The number of statements depends on the cohorts in which
 * the actor works now, mostly one, and not on how many tasks there are.
 */
export async function readFieldPack(reader: Reader, actor: Actor, now: Date): Promise<FieldPack> {
  const scope = participantScope(actor);
  const tasks = await listTasks(reader, scope, 1, now);
  const open = tasks.tasks
    .filter(({ next }) => next.kind !== "CANCELLED" && next.kind !== "CLOSED")
    .map(({ assignmentId }) => assignmentId);
  const details = await findTasks(reader, scope, open, now);
  const catalogue = catalogueScope(actor);
  const innovationIds = [...new Set(details.map(({ innovationId }) => innovationId))];
  return {
    person: { id: actor.personId, name: actor.name },
    at: now.toISOString(),
    tasks,
    details,
    forms: await findStageForms(reader, scope, open, now),
    innovations: catalogue ? await findInnovations(reader, catalogue, innovationIds) : [],
    visits: await readVisits(reader, actor),
  };
}

async function readVisits(reader: Reader, actor: Actor): Promise<FieldVisit[]> {
  const visits: FieldVisit[] = [];
  for (const own of await listOwnCohorts(reader, actor)) {
    const working = own.role === "PARTICIPANT" && workRefusal(own.cohort.state) === null;
    const authorized = working && authorizeAgenda(actor, own.cohort);
    if (!authorized) continue;
    const { visits: places, sessions } = await findAgenda(reader, authorized);
    visits.push({
      own,
      agenda: { visits: places, sessions: concerning(own, sessions) },
      marks: await listOwnMarks(reader, own.enrolmentId),
    });
  }
  return visits;
}

/** A pack without the moments at which it was read: what is the same in it is the same pack. */
export function packContent(pack: FieldPack): object {
  const timeless = <Part extends { now: string }>({ now: _, ...rest }: Part) => rest;
  return {
    ...pack,
    at: null,
    tasks: timeless(pack.tasks),
    details: pack.details.map(timeless),
    forms: pack.forms.map(timeless),
  };
}
