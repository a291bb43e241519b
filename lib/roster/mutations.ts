import "server-only";
import { createHash } from "node:crypto";
import type { z } from "zod";
import { type LockedCohort, lockCohort } from "@/lib/cohort/record";
import { setupRefusal } from "@/lib/cohort/workflow";
import { type FieldIssue, toIssues } from "@/lib/document/issue";
import { HAS_LOGIN } from "@/lib/invitation/data";
import { revokeShownLinks } from "@/lib/person/record";
import type { Actor } from "@/lib/platform/actor";
import { audit, auditAll } from "@/lib/platform/audit";
import { dayIn } from "@/lib/platform/clock";
import type { Context } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db";
import type { EnrolmentRole } from "@/lib/platform/generated/prisma/enums";
import { type Result, refuse, success } from "@/lib/platform/result";
import { envelopeOf, runCommand, transaction } from "@/lib/platform/transaction";
import {
  findOrganized,
  listAgencies,
  listForExport,
  type PlannedImport,
  planImport,
  readStanding,
} from "@/lib/roster/data";
import { agencyKey } from "@/lib/roster/matching";
import type {
  EnrolmentWrite,
  ParsedRoster,
  ParsedRow,
  Ref,
  RosterCounts,
  RosterPlan,
  Standing,
} from "@/lib/roster/model";
import { groupName } from "@/lib/roster/parsing";
import { planRoster } from "@/lib/roster/planning";
import {
  type ImportOptions,
  type placePeopleSchema,
  type removeEntrySchema,
  rosterEntrySchema,
  type saveEntrySchema,
} from "@/lib/roster/schema";
import type { RosterExportRow } from "@/lib/roster/tables";

export interface ImportRoster {
  commandId: string;
  cohortId: string;
  file: Uint8Array;
  options: ImportOptions;
  /** Of the plan that was shown. */
  digest: string;
}

/**
 * Carries out what the preview of a roster showed: plans it anew on what stands now and refuses where
 * that has become another plan. All of it or nothing. Whoever is in the cohort and not in the file
 * stays as they are.
 */
export function importRoster(
  ctx: Context,
  actor: Actor,
  { commandId, cohortId, file, options, digest }: ImportRoster,
): Promise<Result<RosterCounts>> {
  const fileHash = createHash("sha256").update(file).digest("hex");
  const envelope = {
    actorId: actor.personId,
    commandId,
    type: "IMPORT_ROSTER",
    content: { cohortId, options, digest, file: fileHash },
  };
  return runCommand<RosterCounts>(ctx, envelope, async (tx) => {
    const locked = await lockCohort(tx, actor, cohortId);
    if (!locked.ok) return locked;
    const cohort = locked.value;
    const now = ctx.clock.now();
    const planned = await planImport(tx, cohort.authorized, {
      file,
      options,
      now,
      timeZone: cohort.timeZone,
    });
    if (!planned.ok) return planned;
    const { plan, standing } = planned.value;
    if (planned.value.digest !== digest) {
      return refuse("conflict", { details: { cause: "plan_changed" } });
    }
    if (plan.counts.faulty > 0 && !options.skipFaulty) {
      return refuse("invalid", {
        issues: [
          { path: "skipFaulty", code: "roster_faulty", params: { count: plan.counts.faulty } },
        ],
      });
    }
    const applied = await applyPlan(tx, actor, cohort, { plan, standing, commandId, now });
    if (!applied.ok) return applied;
    const { create, update, same, faulty } = plan.counts;
    await audit(tx, {
      ...scopeOf(actor, cohort, now, commandId),
      type: "roster.imported",
      subject: { type: "cohort", id: cohort.id },
      payload: {
        created: create,
        updated: update,
        same,
        faulty,
        groups: plan.newGroups.length,
        agencies: plan.newAgencies.length,
        file: fileHash,
      },
    });
    return success(plan.counts);
  });
}

/**
 * What importing a file would do, written nowhere. For organisers of a cohort that can still be set up.
 */
export async function previewRoster(
  ctx: Context,
  actor: Actor,
  { cohortId, file, options }: Pick<ImportRoster, "cohortId" | "file" | "options">,
): Promise<Result<PlannedImport>> {
  const cohort = await findOrganized(ctx.db, actor, cohortId);
  if (!cohort.ok) return cohort;
  const { authorized, timeZone, state } = cohort.value;
  const ended = setupRefusal(state);
  if (ended) return refuse(ended);
  const now = ctx.clock.now();
  return planImport(ctx.db, authorized, { file, options, now, timeZone });
}

/** The whole roster with full numbers. That somebody took it along is noted before it is handed out. */
export async function exportRoster(
  ctx: Context,
  actor: Actor,
  { cohortId, kind }: { cohortId: string; kind: "xlsx" | "csv" },
): Promise<Result<{ cohortName: string; people: RosterExportRow[] }>> {
  return transaction(ctx, async (tx) => {
    const cohort = await findOrganized(tx, actor, cohortId);
    if (!cohort.ok) return cohort;
    const { authorized, name } = cohort.value;
    const people = await listForExport(tx, authorized);
    await audit(tx, {
      type: "roster.exported",
      at: ctx.clock.now(),
      actorId: actor.personId,
      actor: { role: "ORGANIZER" },
      centerId: authorized.centerId,
      cohortId,
      subject: { type: "cohort", id: cohortId },
      payload: { kind, people: people.length },
    });
    return success({ cohortName: name, people });
  });
}

type SaveEntry = z.output<typeof saveEntrySchema>;

/**
 * Writes one person by hand, a new one or one who is in the cohort: a roster of one row, held to the
 * same rules. What the form leaves blank is taken away.
 */
export function saveEntry(
  ctx: Context,
  actor: Actor,
  input: SaveEntry,
): Promise<Result<{ enrolmentId: string | null }>> {
  const { commandId, cohortId, enrolmentId } = input;
  const envelope = envelopeOf(actor, "SAVE_ROSTER_ENTRY", input);
  return runCommand<{ enrolmentId: string | null }>(ctx, envelope, async (tx) => {
    const locked = await lockCohort(tx, actor, cohortId);
    if (!locked.ok) return locked;
    const cohort = locked.value;
    const now = ctx.clock.now();
    const checked = rosterEntrySchema(dayIn(cohort.timeZone, now)).safeParse(input.entry);
    if (!checked.success) {
      return refuse("invalid", { issues: toIssues(checked.error, input.entry).map(inEntry) });
    }
    if (enrolmentId !== null) {
      const known = await tx.enrolment.findUnique({
        where: { id: enrolmentId, cohortId, withdrawnAt: null },
        select: { version: true, role: true },
      });
      if (!known) return refuse("not_found");
      if (known.version !== input.basedOn) return refuse("conflict");
    }
    const row: ParsedRow = {
      number: 0,
      // A bare number means the group of that number, here as in a file.
      entry: { ...checked.data, group: groupName(checked.data.group) },
      issues: [],
      ...(enrolmentId === null ? {} : { target: enrolmentId }),
    };
    const roster: ParsedRoster = { rows: [row], ignored: [], fields: [] };
    const agencies = await listAgencies(tx, cohort.centerId);
    const standing = await readStanding(tx, cohort.authorized, roster, agencies);
    const plan = planRoster(roster, standing, {
      groups: { mode: "column", count: 1 },
      facilitators: { mode: "column" },
      agencies: input.newAgency ? { [agencyKey(checked.data.agency)]: input.newAgency } : {},
      blankClears: true,
    });
    const [planned] = plan.rows;
    const errors = (planned?.issues ?? []).filter(({ severity }) => severity === "error");
    const already = enrolmentId === null && planned && planned.action !== "create";
    if (errors.length === 0 && already) {
      const name = planned.entry.fullName;
      return refuse("invalid", {
        issues: [{ path: "entry.fullName", code: "already_enrolled", params: { name } }],
      });
    }
    // Whom the form names as a facilitator must be there: nobody is made by the way.
    if (plan.namedFacilitators.length > 0) {
      return refuse("invalid", {
        issues: [{ path: "entry.facilitator", code: "facilitator_unknown" }],
      });
    }
    if (errors.length > 0) {
      return refuse("invalid", {
        issues: errors.map(({ severity: _, ...issue }) => inEntry(issue)),
      });
    }
    const applied = await applyPlan(tx, actor, cohort, { plan, standing, commandId, now });
    return applied.ok ? success({ enrolmentId }) : applied;
  });
}

/** The path within what the form sends; the mark of a lead has one name on the form. */
function inEntry(issue: FieldIssue): FieldIssue {
  return { ...issue, path: `entry.${issue.path === "lead" ? "isGroupLead" : issue.path}` };
}

/**
 * Moves participants to a group, to a facilitator, or both. Whoever leads the group that they leave
 * leads it no more.
 */
export function placePeople(
  ctx: Context,
  actor: Actor,
  input: z.output<typeof placePeopleSchema>,
): Promise<Result<{ moved: number }>> {
  const { commandId, cohortId, facilitatorId } = input;
  const envelope = envelopeOf(actor, "PLACE_PEOPLE", input);
  return runCommand<{ moved: number }>(ctx, envelope, async (tx) => {
    const locked = await lockCohort(tx, actor, cohortId);
    if (!locked.ok) return locked;
    const ids = [...new Set(input.enrolmentIds)];
    const people = await tx.enrolment.findMany({
      where: { id: { in: ids }, cohortId, role: "PARTICIPANT", withdrawnAt: null },
      select: { id: true, groupId: true, facilitatorId: true },
    });
    if (people.length !== ids.length) {
      return refuse("invalid", { issues: [{ path: "enrolmentIds", code: "unknown_participant" }] });
    }
    if (facilitatorId !== null) {
      const there = await tx.enrolment.count({
        where: { id: facilitatorId, cohortId, role: "FACILITATOR", withdrawnAt: null },
      });
      if (there === 0) {
        return refuse("invalid", { issues: [{ path: "facilitatorId", code: "invalid_choice" }] });
      }
    }
    const groupId =
      input.group === "" ? null : await takeGroup(tx, cohortId, groupName(input.group));
    const moved = people.filter(
      (person) =>
        (groupId !== null && person.groupId !== groupId) ||
        (facilitatorId !== null && person.facilitatorId !== facilitatorId),
    );
    const leaves = ({ groupId: from }: (typeof people)[number]) =>
      groupId !== null && from !== groupId;
    for (const [some, isLeaving] of [
      [moved.filter(leaves), true],
      [moved.filter((person) => !leaves(person)), false],
    ] as const) {
      await tx.enrolment.updateMany({
        where: { id: { in: some.map(({ id }) => id) }, cohortId },
        data: {
          ...(groupId === null ? {} : { groupId }),
          ...(facilitatorId === null ? {} : { facilitatorId }),
          ...(isLeaving ? { isGroupLead: false } : {}),
          version: { increment: 1 },
        },
      });
    }
    const scope = scopeOf(actor, locked.value, ctx.clock.now(), commandId);
    await auditAll(
      tx,
      moved.map((person) => ({
        ...scope,
        type: "enrolment.changed" as const,
        subject: { type: "enrolment", id: person.id },
        payload: {
          fields: [
            ...(leaves(person) ? ["group"] : []),
            ...(facilitatorId !== null && person.facilitatorId !== facilitatorId
              ? ["facilitator"]
              : []),
          ],
        },
      })),
    );
    return success({ moved: moved.length });
  });
}

/** The group of that name, however it is capitalised; made where there is none. */
async function takeGroup(tx: Tx, cohortId: string, name: string): Promise<string> {
  const groups = await tx.group.findMany({
    where: { cohortId },
    select: { id: true, name: true, sortOrder: true },
  });
  const known = groups.find((group) => group.name.toLowerCase() === name.toLowerCase());
  if (known) return known.id;
  const sortOrder = 1 + Math.max(0, ...groups.map((group) => group.sortOrder));
  const made = await tx.group.create({
    data: { cohortId, name, sortOrder },
    select: { id: true },
  });
  return made.id;
}

/** Takes somebody off the roster on whom nothing depends yet: a slip, not a departure. */
export function removeEntry(
  ctx: Context,
  actor: Actor,
  input: z.output<typeof removeEntrySchema>,
): Promise<Result<null>> {
  const { commandId, cohortId, enrolmentId } = input;
  const envelope = envelopeOf(actor, "REMOVE_ROSTER_ENTRY", input);
  return runCommand<null>(ctx, envelope, async (tx) => {
    const locked = await lockCohort(tx, actor, cohortId);
    if (!locked.ok) return locked;
    const enrolment = await tx.enrolment.findUnique({
      where: { id: enrolmentId, cohortId },
      select: {
        role: true,
        personId: true,
        withdrawnAt: true,
        _count: {
          select: { assignments: true, participants: true, attendance: true, secondRatings: true },
        },
      },
    });
    if (!enrolment) return refuse("not_found");
    const { assignments, participants, attendance, secondRatings } = enrolment._count;
    // Who left was in the cohort: that, and why they left, is not undone by taking them off.
    const left = enrolment.withdrawnAt !== null;
    if (left || assignments + participants + attendance + secondRatings > 0) {
      return refuse("entry_in_use");
    }
    if (await hasActed(tx, cohortId, enrolment.personId)) return refuse("entry_in_use");
    await tx.enrolment.delete({ where: { id: enrolmentId }, select: { id: true } });
    await audit(tx, {
      ...scopeOf(actor, locked.value, ctx.clock.now(), commandId),
      type: "enrolment.removed",
      subject: { type: "enrolment", id: enrolmentId },
      payload: { role: enrolment.role, personId: enrolment.personId },
    });
    return success(null);
  });
}

/** Whether somebody has decided, remarked, scored or marked anything in a cohort. One statement. */
async function hasActed(tx: Tx, cohortId: string, personId: string): Promise<boolean> {
  const [found] = await tx.$queryRaw<{ acted: boolean }[]>`
    SELECT EXISTS (
      SELECT 1 FROM review_decisions d JOIN revisions r ON r.id = d.revision_id
        JOIN assignments a ON a.id = r.assignment_id
      WHERE a.cohort_id = ${cohortId}::uuid AND d.decided_by_id = ${personId}::uuid
    ) OR EXISTS (
      SELECT 1 FROM comments c JOIN revisions r ON r.id = c.revision_id
        JOIN assignments a ON a.id = r.assignment_id
      WHERE a.cohort_id = ${cohortId}::uuid AND c.author_id = ${personId}::uuid
    ) OR EXISTS (
      SELECT 1 FROM work_assessments w JOIN assignments a ON a.id = w.assignment_id
      WHERE a.cohort_id = ${cohortId}::uuid AND w.saved_by_id = ${personId}::uuid
    ) OR EXISTS (
      SELECT 1 FROM attendance_marks m
      WHERE m.cohort_id = ${cohortId}::uuid AND m.marked_by_id = ${personId}::uuid
    ) AS acted`;
  return found?.acted ?? false;
}

function scopeOf(actor: Actor, cohort: LockedCohort, at: Date, commandId: string) {
  return {
    at,
    actorId: actor.personId,
    actor: { role: "ORGANIZER" },
    centerId: cohort.centerId,
    cohortId: cohort.id,
    commandId,
  };
}

interface Application {
  plan: RosterPlan;
  standing: Standing;
  commandId: string;
  now: Date;
}

/** Somebody else made the same at this moment: the whole import is planned anew. */
const overtaken = () => refuse("conflict", { details: { cause: "plan_changed" } });

/** Writes a plan, in as many statements whether it is of one row or of a thousand. */
export async function applyPlan(
  tx: Tx,
  actor: Actor,
  cohort: LockedCohort,
  { plan, standing, commandId, now }: Application,
): Promise<Result<null>> {
  const scope = scopeOf(actor, cohort, now, commandId);
  const agencies = await tx.agency.createManyAndReturn({
    data: plan.newAgencies.map((agency) => ({
      ...agency,
      id: crypto.randomUUID(),
      centerId: cohort.centerId,
    })),
    skipDuplicates: true,
    select: { id: true, name: true },
  });
  if (agencies.length !== plan.newAgencies.length) return overtaken();
  const agencyIds = new Map(agencies.map(({ id, name }) => [name, id]));
  const lastGroup = Math.max(0, ...standing.groups.map(({ sortOrder }) => sortOrder));
  const groups = plan.newGroups.map((name, at) => ({
    id: crypto.randomUUID(),
    cohortId: cohort.id,
    name,
    sortOrder: lastGroup + 1 + at,
  }));
  if (groups.length > 0) await tx.group.createMany({ data: groups });

  const fresh = plan.writes.filter(({ enrolmentId }) => enrolmentId === null);
  const people = newPeople(fresh, standing);
  if ((await insertPeople(tx, people.rows, now)) !== people.rows.length) return overtaken();

  const enrolmentIds = new Map<number, string>(
    plan.writes.map((write) => [write.place, write.enrolmentId ?? crypto.randomUUID()]),
  );
  const idOf = (ref: Ref | null, ids: (at: number) => string | undefined): string | null => {
    if (ref === null) return null;
    const id = "id" in ref ? ref.id : ids(ref.made);
    if (!id) throw new Error("a plan refers to what it does not make");
    return id;
  };
  const columnsOf = (write: EnrolmentWrite) => ({
    fullName: write.fullName,
    idType: write.idType,
    idNumber: write.idNumber,
    email: write.email,
    grade: write.grade,
    position: write.position,
    workUnit: write.workUnit,
    agencyId:
      idOf(write.agency, (at) => agencyIds.get(plan.newAgencies[at]?.name ?? "")) ??
      fail("an enrolment has an agency"),
    groupId: idOf(write.group, (at) => groups[at]?.id),
    isGroupLead: write.isGroupLead,
    facilitatorId: idOf(write.facilitator, (place) => enrolmentIds.get(place)),
  });

  if (plan.demoted.length > 0) {
    await tx.enrolment.updateMany({
      where: { id: { in: plan.demoted }, cohortId: cohort.id },
      data: { isGroupLead: false, version: { increment: 1 } },
    });
  }
  const numbers = nextNumbers(standing);
  const rows = fresh.map((write) => ({
    ...columnsOf(write),
    id: enrolmentIds.get(write.place) ?? fail("every write has an id"),
    personId: people.idOf(write),
    role: write.role,
    rosterNumber: numbers(write.role),
  }));
  const newcomers = await findUntied(tx, cohort, plan.writes);
  // Participants refer to facilitators.
  for (const role of ["FACILITATOR", "PARTICIPANT"] as const) {
    await insertEnrolments(
      tx,
      cohort,
      rows.filter((row) => row.role === role),
    );
  }
  await endForeignLinks(tx, newcomers, cohort, now);
  const changed = plan.writes.filter(({ enrolmentId }) => enrolmentId !== null);
  await updateEnrolments(
    tx,
    cohort,
    changed.map((write) => ({ id: write.enrolmentId ?? "", ...columnsOf(write) })),
  );
  await correctPeople(tx, cohort, changed);

  await auditAll(tx, [
    ...(agencies.length > 0
      ? [
          {
            ...scope,
            type: "roster.agencies_added" as const,
            subject: { type: "center", id: cohort.centerId },
            payload: { agencyIds: agencies.map(({ id }) => id) },
          },
        ]
      : []),
    ...rows.map(({ id, role, personId }) => ({
      ...scope,
      type: "enrolment.created" as const,
      subject: { type: "enrolment", id },
      payload: { role, personId },
    })),
    ...changed.map(({ enrolmentId, changes }) => ({
      ...scope,
      type: "enrolment.changed" as const,
      subject: { type: "enrolment", id: enrolmentId ?? "" },
      payload: { fields: [...changes] },
    })),
    ...plan.demoted.map((id) => ({
      ...scope,
      type: "enrolment.changed" as const,
      subject: { type: "enrolment", id },
      payload: { fields: ["isGroupLead"] },
    })),
  ]);
  return success(null);
}

function fail(what: string): never {
  throw new Error(what);
}

/**
 * People who are new altogether. An address that somebody else has stays with them: who the roster
 * means gets in by a link, and nobody learns that the address is known.
 */
function newPeople(writes: readonly EnrolmentWrite[], standing: Standing) {
  const taken = new Set(standing.people.map(({ email }) => email));
  const ids = new Map<number, string>();
  const rows = writes
    .filter(({ personId }) => personId === null)
    .map((write) => {
      const id = crypto.randomUUID();
      ids.set(write.place, id);
      return {
        id,
        displayName: write.fullName,
        email: write.email !== null && !taken.has(write.email) ? write.email : null,
        idType: write.idType,
        idNumber: write.idNumber,
      };
    });
  return {
    rows,
    idOf: (write: EnrolmentWrite) =>
      write.personId ?? ids.get(write.place) ?? fail("every new enrolment has a person"),
  };
}

/**
 * Of the people whom new enrolments are of, and who were there before: those of whom this centre knew
 * nothing yet.
 */
async function findUntied(
  tx: Tx,
  cohort: LockedCohort,
  writes: readonly EnrolmentWrite[],
): Promise<string[]> {
  const known = writes.flatMap(({ enrolmentId, personId }) =>
    enrolmentId === null && personId !== null ? [personId] : [],
  );
  if (known.length === 0) return [];
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM people p WHERE p.id = ANY(${known}::uuid[])
      AND NOT EXISTS (SELECT 1 FROM staff_memberships m
        WHERE m.person_id = p.id AND m.center_id = ${cohort.centerId}::uuid)
      AND NOT EXISTS (SELECT 1 FROM enrolments e JOIN cohorts c ON c.id = e.cohort_id
        WHERE e.person_id = p.id AND c.center_id = ${cohort.centerId}::uuid)
    ORDER BY p.id`;
  return rows.map(({ id }) => id);
}

/**
 * Ends the links to a password that others have seen, of people whose door opens more from here on. Who
 * was only offered a place has what they had; their links end when they take it.
 */
async function endForeignLinks(
  tx: Tx,
  people: readonly string[],
  cohort: LockedCohort,
  now: Date,
): Promise<void> {
  if (people.length === 0) return;
  const tied = await tx.enrolment.findMany({
    where: { cohortId: cohort.id, personId: { in: [...people] }, acceptedAt: { not: null } },
    select: { personId: true },
  });
  await revokeShownLinks(
    tx,
    tied.map(({ personId }) => personId),
    now,
  );
}

function nextNumbers({ enrolments }: Standing): (role: EnrolmentRole) => number {
  const last = { PARTICIPANT: 0, FACILITATOR: 0 };
  for (const { role, rosterNumber } of enrolments) last[role] = Math.max(last[role], rosterNumber);
  return (role) => {
    last[role] += 1;
    return last[role];
  };
}

// Rows travel as one JSON: a thousand of them as parameters cost more than writing them.

/** @returns how many were written; fewer where somebody else has made one of them meanwhile */
async function insertPeople(
  tx: Tx,
  rows: ReturnType<typeof newPeople>["rows"],
  now: Date,
): Promise<number> {
  if (rows.length === 0) return 0;
  return tx.$executeRaw`
    INSERT INTO people (id, display_name, email, id_type, id_number, created_at, updated_at)
    SELECT r.id, r."displayName", r.email, r."idType"::"IdType", r."idNumber", ${now}, ${now}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(
      id uuid, "displayName" text, email text, "idType" text, "idNumber" text)
    ON CONFLICT DO NOTHING`;
}

async function insertEnrolments(
  tx: Tx,
  cohort: LockedCohort,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO enrolments (id, cohort_id, person_id, role, full_name, id_type, id_number, email, grade,
      position, work_unit, agency_id, group_id, is_group_lead, facilitator_id, roster_number)
    SELECT r.id, ${cohort.id}::uuid, r."personId", r.role::"EnrolmentRole", r."fullName",
           r."idType"::"IdType", r."idNumber", r.email, r.grade, r.position, r."workUnit", r."agencyId",
           r."groupId", r."isGroupLead", r."facilitatorId", r."rosterNumber"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(
      id uuid, "personId" uuid, role text, "fullName" text, "idType" text, "idNumber" text, email text,
      grade text, position text, "workUnit" text, "agencyId" uuid, "groupId" uuid,
      "isGroupLead" boolean, "facilitatorId" uuid, "rosterNumber" int)`;
}

/** Changes many enrolments in one statement. */
async function updateEnrolments(
  tx: Tx,
  cohort: LockedCohort,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  if (rows.length === 0) return;
  const changed = await tx.$executeRaw`
    UPDATE enrolments e SET
      full_name = r."fullName", id_type = r."idType"::"IdType", id_number = r."idNumber", email = r.email,
      grade = r.grade, position = r.position, work_unit = r."workUnit", agency_id = r."agencyId",
      group_id = r."groupId", is_group_lead = r."isGroupLead", facilitator_id = r."facilitatorId",
      version = e.version + 1
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(
      id uuid, "fullName" text, "idType" text, "idNumber" text, email text, grade text, position text,
      "workUnit" text, "agencyId" uuid, "groupId" uuid, "isGroupLead" boolean, "facilitatorId" uuid)
    WHERE e.id = r.id AND e.cohort_id = ${cohort.id}::uuid`;
  if (changed !== rows.length) throw new Error("an enrolment of the plan is not there");
}

/**
 * Brings names, numbers and addresses of people up to date who are this centre's alone and have never
 * come in: a slip in the first roster must be mendable. Who has a password and nothing to sign in with
 * has not come in either. Everybody else keeps what they have.
 */
async function correctPeople(
  tx: Tx,
  cohort: LockedCohort,
  writes: readonly EnrolmentWrite[],
): Promise<void> {
  const rows = writes
    .filter(({ changes }) =>
      changes.some((field) => ["fullName", "idNumber", "email"].includes(field)),
    )
    .map(({ personId, fullName, idType, idNumber, email }) => ({
      id: personId,
      fullName,
      idType,
      idNumber,
      email,
    }));
  if (rows.length === 0) return;
  await tx.$executeRaw`
    UPDATE people p SET
      display_name = r."fullName", updated_at = now(),
      email = CASE WHEN EXISTS (SELECT 1 FROM people o WHERE o.email = r.email AND o.id <> p.id)
                   THEN p.email ELSE r.email END,
      id_type = CASE WHEN n.taken THEN p.id_type ELSE r."idType"::"IdType" END,
      id_number = CASE WHEN n.taken THEN p.id_number ELSE r."idNumber" END
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(
      id uuid, "fullName" text, "idType" text, "idNumber" text, email text)
    CROSS JOIN LATERAL (
      SELECT EXISTS (SELECT 1 FROM people o WHERE o.id_number = r."idNumber" AND o.id <> r.id) AS taken
    ) n
    WHERE p.id = r.id AND (p.password_hash IS NULL OR NOT ${HAS_LOGIN}) AND NOT p.is_demo AND p.merged_into_id IS NULL
      AND NOT EXISTS (SELECT 1 FROM external_accounts x WHERE x.person_id = p.id)
      AND NOT EXISTS (SELECT 1 FROM platform_administrators a WHERE a.person_id = p.id)
      AND NOT EXISTS (SELECT 1 FROM staff_memberships s WHERE s.person_id = p.id)
      AND NOT EXISTS (
        SELECT 1 FROM enrolments e JOIN cohorts c ON c.id = e.cohort_id
        WHERE e.person_id = p.id AND c.center_id <> ${cohort.centerId}::uuid
          AND e.accepted_at IS NOT NULL)
      AND EXISTS (
        SELECT 1 FROM enrolments e JOIN cohorts c ON c.id = e.cohort_id
        WHERE e.person_id = p.id AND c.center_id = ${cohort.centerId}::uuid
          AND e.accepted_at IS NOT NULL)`;
}
