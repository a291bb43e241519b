import "server-only";
import { agencyRecord } from "@/lib/agency/record";
import type { SaveAgency } from "@/lib/agency/schema";
import type { List, ListWords } from "@/lib/catalogue/columns";
import { type ListPlan, planList, readList } from "@/lib/catalogue/data";
import {
  changesOf,
  type EntryKind,
  type EntrySaved,
  type EntryValues,
  type ListImported,
} from "@/lib/catalogue/model";
import { authorizeCatalogue, judgeEntry } from "@/lib/catalogue/policy";
import {
  type ChangedEntry,
  clashRefusal,
  type EntryRecord,
  type NewEntry,
} from "@/lib/catalogue/record";
import type { ArchiveEntry, DeleteEntry } from "@/lib/catalogue/schema";
import type { AuthorizedOffice } from "@/lib/center/policy";
import { awardRecord, regionRecord, unitRecord } from "@/lib/host/record";
import type { SaveAward, SaveRegion, SaveUnit } from "@/lib/host/schema";
import { factRecord, innovationRecord, lockInnovations } from "@/lib/innovation/record";
import type { SaveFact, SaveInnovation } from "@/lib/innovation/schema";
import type { Actor } from "@/lib/platform/actor";
import { type AuditEntry, type AuditPayloads, audit, auditAll } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db";
import { uuidv7 } from "@/lib/platform/ids";
import { type Result, refuse, success } from "@/lib/platform/result";
import { envelopeOf, runCommand } from "@/lib/platform/transaction";

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
  return runCommand<EntrySaved>(
    ctx,
    envelopeOf(actor, `SAVE_${kind.toUpperCase()}`, input),
    async (tx) => {
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
    },
  ).catch(clashRefusal(record.twinField));
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
    const made = uuidv7(now);
    await record.insert(tx, office.centerId, [{ id: made, values }], now);
    await audit(tx, event(scene, "catalogue.added", kind, made, {}));
    return success({ id: made, version: 1 });
  }
  const changes = changesOf(standing.values, values);
  if (!changes) return success({ id, version: standing.version });
  const changed = { id, version: standing.version, values };
  const written = await record.update(tx, office.centerId, [changed], now);
  if (written === 0) return refuse("conflict");
  await audit(tx, event(scene, "catalogue.edited", kind, id, { changes }));
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
  return runCommand<EntrySaved>(ctx, envelopeOf(actor, "ARCHIVE_ENTRY", input), async (tx) => {
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
    await audit(tx, event(scene, type, kind, id, {}));
    return success({ id, version: basedOn + 1 });
  });
}

/** Deletes an entry of which nothing speaks. */
export function deleteEntry(
  ctx: Context,
  actor: Actor,
  input: DeleteEntry,
): Promise<Result<{ id: string }>> {
  return runCommand<{ id: string }>(ctx, envelopeOf(actor, "DELETE_ENTRY", input), async (tx) => {
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
    const payload = { values: standing.values };
    await audit(tx, event(scene, "catalogue.deleted", kind, id, payload));
    return success({ id });
  }).catch(clashRefusal(""));
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

/** What is imported: a file as a list of the catalogue, in the words of every language. */
interface ImportTarget {
  centerId: string;
  list: List;
  file: Uint8Array;
  vocabulary: readonly ListWords[];
}

/** What importing a file would do, row by row. The import is carried out from the same plan. */
export async function previewList(
  ctx: Context,
  actor: Actor,
  { centerId, list, file, vocabulary }: ImportTarget,
): Promise<Result<ListPlan>> {
  const allowed = authorizeCatalogue(actor, centerId);
  if (!allowed.ok) return allowed;
  const read = await readList(file, list, vocabulary);
  if (!read.ok) return refuse("invalid", { issues: [read.issue] });
  return success(await planList(ctx.db, allowed.office, list, read.value));
}

/** What the rows of each list are. */
const LIST_KINDS = {
  agencies: "agency",
  regions: "region",
  units: "unit",
  innovations: "innovation",
  awards: "award",
  facts: "fact",
} as const satisfies Record<List, EntryKind>;

/**
 * Imports a list: the whole of what a preview showed, or nothing. A plan that is no longer the one that
 * was shown refuses it, and so do faulty rows that nobody said to leave out; importing again changes
 * nothing.
 */
export async function importList(
  ctx: Context,
  actor: Actor,
  input: ImportTarget & { commandId: string; digest: string; skipFaulty: boolean },
): Promise<Result<ListImported>> {
  const { centerId, list, commandId, digest, skipFaulty } = input;
  const allowed = authorizeCatalogue(actor, centerId);
  if (!allowed.ok) return allowed;
  const read = await readList(input.file, list, input.vocabulary);
  if (!read.ok) return refuse("invalid", { issues: [read.issue] });
  const content = { commandId, centerId, list, digest, skipFaulty };
  return runCommand<ListImported>(ctx, envelopeOf(actor, "IMPORT_LIST", content), async (tx) => {
    // Of a fact nobody writes a twin meanwhile: no index holds two equal texts apart.
    if (list === "facts") await lockInnovations(tx, centerId);
    const plan = await planList(tx, allowed.office, list, read.value);
    if (plan.missing.length > 0 || (plan.counts.faulty > 0 && !skipFaulty)) {
      return refuse("invalid", { issues: [{ path: "file", code: "file_faulty_rows" }] });
    }
    if (plan.digest !== digest) return refuse("conflict", { details: { cause: "stale" } });
    const now = ctx.clock.now();
    const scene = { tx, actor, office: allowed.office, now, commandId };
    const kind = LIST_KINDS[list];
    const record = RECORDS[kind] as EntryRecord<never>;
    const events: AuditEntry<keyof AuditPayloads>[] = [];
    const inserts: NewEntry<never>[] = [];
    const updates: ChangedEntry<never>[] = [];
    for (const { write } of plan.rows) {
      if (!write) continue;
      // The plan was made in this transaction and judged each row; the database refuses twins.
      const values = write.values as never;
      if (write.standing === null) {
        const id = uuidv7(now);
        inserts.push({ id, values });
        events.push(event(scene, "catalogue.added", kind, id, {}));
        continue;
      }
      const { id, version, changes } = write.standing;
      updates.push({ id, version, values });
      events.push(event(scene, "catalogue.edited", kind, id, { changes }));
    }
    // What changes first: it may give up a name or a code that something new takes.
    const written = await record.update(tx, centerId, updates, now);
    if (written < updates.length) return refuse("conflict");
    await record.insert(tx, centerId, inserts, now);
    await auditAll(tx, events);
    const { add: added, change: changed } = plan.counts;
    const payload = { list, added, changed };
    await audit(tx, {
      ...event(scene, "catalogue.imported", kind, centerId, payload),
      subject: { type: "center", id: centerId },
    });
    return success({ added, changed });
  }).catch(clashRefusal("file"));
}
