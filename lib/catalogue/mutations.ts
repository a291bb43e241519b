import "server-only";
import { agencyRecord } from "@/lib/agency/record";
import type { SaveAgency } from "@/lib/agency/schema";
import {
  changesOf,
  type EntryKind,
  type EntrySaved,
  type EntryValues,
} from "@/lib/catalogue/model";
import { authorizeCatalogue, judgeEntry } from "@/lib/catalogue/policy";
import { clashRefusal, type EntryRecord } from "@/lib/catalogue/record";
import type { ArchiveEntry, DeleteEntry } from "@/lib/catalogue/schema";
import type { AuthorizedOffice } from "@/lib/center/policy";
import { awardRecord, regionRecord, unitRecord } from "@/lib/host/record";
import type { SaveAward, SaveRegion, SaveUnit } from "@/lib/host/schema";
import { factRecord, innovationRecord } from "@/lib/innovation/record";
import type { SaveFact, SaveInnovation } from "@/lib/innovation/schema";
import type { Actor } from "@/lib/platform/actor";
import { type AuditEntry, type AuditPayloads, audit } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db";
import { type Result, refuse, success } from "@/lib/platform/result";
import { runCommand } from "@/lib/platform/transaction";

/** Adds an agency to a centre's catalogue, or edits one of its own. */
export const saveAgency = (ctx: Context, actor: Actor, input: SaveAgency) =>
  save(ctx, actor, "agency", agencyRecord, input);

/** Adds a host region, or edits one of the centre's own. */
export const saveRegion = (ctx: Context, actor: Actor, input: SaveRegion) =>
  save(ctx, actor, "region", regionRecord, input);

/** Adds a unit to a region that is the centre's own or shared, or edits one of its own. */
export const saveUnit = (ctx: Context, actor: Actor, input: SaveUnit) =>
  save(ctx, actor, "unit", unitRecord, input);

/** Adds an innovation to a region that is the centre's own or shared, or edits one of its own. */
export const saveInnovation = (ctx: Context, actor: Actor, input: SaveInnovation) =>
  save(ctx, actor, "innovation", innovationRecord, input);

/** Adds a fact to an innovation that is the centre's own or shared, or edits one of its own. */
export const saveFact = (ctx: Context, actor: Actor, input: SaveFact) =>
  save(ctx, actor, "fact", factRecord, input);

/** Adds an award to a region that is the centre's own or shared, or edits one of its own. */
export const saveAward = (ctx: Context, actor: Actor, input: SaveAward) =>
  save(ctx, actor, "award", awardRecord, input);

interface Head {
  commandId: string;
  centerId: string;
  id: string | null;
  basedOn: number | null;
}

function save<Values extends EntryValues>(
  ctx: Context,
  actor: Actor,
  kind: EntryKind,
  record: EntryRecord<Values>,
  input: Head & Values,
): Promise<Result<EntrySaved>> {
  return runCommand<EntrySaved>(ctx, envelope(actor, `SAVE_${kind}`, input), async (tx) => {
    const allowed = authorizeCatalogue(actor, input.centerId);
    if (!allowed.ok) return allowed;
    const { commandId: _, centerId: __, id, basedOn, ...rest } = input;
    const at = {
      tx,
      actor,
      office: allowed.office,
      now: ctx.clock.now(),
      commandId: input.commandId,
    };
    return saveEntry(at, kind, record, { id, basedOn }, rest as unknown as Values);
  }).catch(clashRefusal(record.twinField));
}

/** Within whose catalogue, when, and by which command an entry is written. */
export interface EntryScene {
  tx: Tx;
  actor: Actor;
  office: AuthorizedOffice<"organize">;
  now: Date;
  commandId: string;
}

/** Writes one entry in the transaction of a command. What is as it was is not written again. */
export async function saveEntry<Values extends EntryValues>(
  scene: EntryScene,
  kind: EntryKind,
  record: EntryRecord<Values>,
  { id, basedOn }: { id: string | null; basedOn: number | null },
  values: Values,
): Promise<Result<EntrySaved>> {
  const { tx, office, now } = scene;
  const standing = id === null ? null : await record.read(tx, id);
  if (id !== null) {
    const refusal = judgeEntry(standing, office, basedOn, standing?.values ?? {});
    if (refusal) return refusal;
  }
  const issues = await record.check(tx, office.centerId, id, values);
  if (issues.length > 0) return refuse("invalid", { issues });
  if (id === null || !standing) {
    const made = await record.create(tx, office.centerId, values, now);
    await audit(tx, event(scene, "catalogue.added", kind, made, { kind }));
    return success({ id: made, version: 1 });
  }
  const changes = changesOf(standing.values, values);
  if (!changes) return success({ id, version: standing.version });
  const place = { id, centerId: office.centerId, version: standing.version };
  if (!(await record.update(tx, place, values, now))) return refuse("conflict");
  await audit(tx, event(scene, "catalogue.edited", kind, id, { kind, changes }));
  return success({ id, version: standing.version + 1 });
}

const RECORDS = {
  agency: agencyRecord,
  region: regionRecord,
  unit: unitRecord,
  innovation: innovationRecord,
  fact: factRecord,
  award: awardRecord,
} satisfies Record<EntryKind, unknown>;

/** Retires an entry, which is then offered no more, or takes it back. What refers to it stays. */
export function archiveEntry(
  ctx: Context,
  actor: Actor,
  input: ArchiveEntry,
): Promise<Result<EntrySaved>> {
  return runCommand<EntrySaved>(ctx, envelope(actor, "ARCHIVE_ENTRY", input), async (tx) => {
    const allowed = authorizeCatalogue(actor, input.centerId);
    if (!allowed.ok) return allowed;
    const { kind, id, basedOn, archived } = input;
    const record = RECORDS[kind];
    const standing = await record.read(tx, id);
    const refusal = judgeEntry(standing, allowed.office, basedOn, standing?.values ?? {});
    if (refusal || !standing) return refusal ?? refuse("not_found");
    if ((standing.archivedAt !== null) === archived) return success({ id, version: basedOn });
    const now = ctx.clock.now();
    const place = { id, centerId: input.centerId, version: basedOn };
    const moved = await record.archive?.(tx, place, archived ? now : null, now);
    if (!moved) return refuse("conflict");
    const scene = { tx, actor, office: allowed.office, now, commandId: input.commandId };
    const type = archived ? "catalogue.archived" : "catalogue.restored";
    await audit(tx, event(scene, type, kind, id, { kind }));
    return success({ id, version: basedOn + 1 });
  });
}

/** Deletes an entry of which nothing speaks. */
export function deleteEntry(
  ctx: Context,
  actor: Actor,
  input: DeleteEntry,
): Promise<Result<{ id: string }>> {
  return runCommand<{ id: string }>(ctx, envelope(actor, "DELETE_ENTRY", input), async (tx) => {
    const allowed = authorizeCatalogue(actor, input.centerId);
    if (!allowed.ok) return allowed;
    const { kind, id, basedOn } = input;
    const record = RECORDS[kind];
    const standing = await record.read(tx, id);
    const refusal = judgeEntry(standing, allowed.office, basedOn, standing?.values ?? {});
    if (refusal || !standing) return refusal ?? refuse("not_found");
    const count = await record.references(tx, id);
    if (count > 0) return refuse("in_use", { details: { count } });
    const place = { id, centerId: input.centerId, version: basedOn };
    if (!(await record.remove(tx, place))) return refuse("conflict");
    const scene = {
      tx,
      actor,
      office: allowed.office,
      now: ctx.clock.now(),
      commandId: input.commandId,
    };
    const payload = { kind, values: standing.values };
    await audit(tx, event(scene, "catalogue.deleted", kind, id, payload));
    return success({ id });
  }).catch(clashRefusal(""));
}

function envelope(actor: Actor, type: string, input: { commandId: string }) {
  return {
    actorId: actor.personId,
    commandId: input.commandId,
    type: type.toUpperCase(),
    content: input,
  };
}

function event<T extends keyof AuditPayloads>(
  { actor, office, now, commandId }: EntryScene,
  type: T,
  kind: EntryKind,
  id: string,
  payload: AuditPayloads[T],
): AuditEntry<T> {
  const membership = actor.staff.find(({ centerId }) => centerId === office.centerId);
  return {
    type,
    at: now,
    actorId: actor.personId,
    actor: { role: membership?.role ?? "STAFF" },
    centerId: office.centerId,
    subject: { type: kind, id },
    payload,
    commandId,
  };
}
