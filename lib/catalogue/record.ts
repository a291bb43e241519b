import "server-only";
import type { EntryValues } from "@/lib/catalogue/model";
import type { StandingEntry } from "@/lib/catalogue/policy";
import type { FieldIssue } from "@/lib/document/issue";
import type { Tx } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import { type Refusal, refuse } from "@/lib/platform/result";

/** An entry as it stands, with the values that its form shows. */
export interface StoredEntry extends StandingEntry {
  values: EntryValues;
  archivedAt: Date | null;
}

/** The place of an entry that is written back: its own centre's, at the version that was read. */
export interface EntryPlace {
  id: string;
  centerId: string;
  version: number;
}

/** An entry that is new, under an id of ours. */
export interface NewEntry<Values> {
  id: string;
  values: Values;
}

/** An entry that is written back, at the version that was read. */
export interface ChangedEntry<Values> extends NewEntry<Values> {
  version: number;
}

/**
 * How one kind of entry is kept. Reads are one statement each; writes are as many for one entry as for a
 * thousand.
 */
export interface EntryRecord<Values extends EntryValues> {
  read(tx: Tx, id: string): Promise<StoredEntry | null>;
  /** What of the values cannot be: a parent that is not there, a twin. */
  check(tx: Tx, centerId: string, id: string | null, values: Values): Promise<FieldIssue[]>;
  insert(tx: Tx, centerId: string, entries: readonly NewEntry<Values>[], now: Date): Promise<void>;
  /** How many were written; fewer than given when another change came first. */
  update(
    tx: Tx,
    centerId: string,
    entries: readonly ChangedEntry<Values>[],
    now: Date,
  ): Promise<number>;
  archive?(tx: Tx, place: EntryPlace, at: Date | null, now: Date): Promise<boolean>;
  /** How much refers to it. */
  references(tx: Tx, id: string): Promise<number>;
  remove(tx: Tx, place: EntryPlace): Promise<boolean>;
  /** The field that a twin is told at, where only the database noticed it. */
  twinField: string;
}

type SqlType = "uuid" | "text" | "int" | `"${string}"`;

/** The table of one kind of entry: of each value its type, for statements that write many rows. */
export interface EntryTable<Values> {
  name: string;
  /** Columns are called as values are, in the spelling of SQL. */
  columns: { readonly [Column in keyof Values]: SqlType };
  /** What an entry hangs on, and stays with: what speaks of it does so there. */
  hangsOn?: keyof Values;
}

const columnName = (value: string) =>
  value.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Rows travel as one JSON: a thousand of them as parameters cost more than writing them. */
function rowsSql<Values>(
  { columns }: EntryTable<Values>,
  rows: readonly Partial<ChangedEntry<Values>>[],
): Prisma.Sql {
  const json = JSON.stringify(rows.map(({ values, ...place }) => ({ ...values, ...place })));
  const typed = Object.entries(columns).map(([value, type]) => `"${value}" ${type}`);
  const shape = Prisma.raw(["id uuid", "version int", ...typed].join(", "));
  return Prisma.sql`jsonb_to_recordset(${json}::jsonb) AS r(${shape})`;
}

/** Adds entries of a centre. One statement; none for none. */
export async function insertEntries<Values>(
  tx: Tx,
  table: EntryTable<Values>,
  centerId: string,
  entries: readonly NewEntry<Values>[],
  now: Date,
): Promise<void> {
  if (entries.length === 0) return;
  const values = Object.keys(table.columns);
  await tx.$executeRaw`
    INSERT INTO ${Prisma.raw(table.name)}
      (id, center_id, updated_at, ${Prisma.raw(values.map(columnName).join(", "))})
    SELECT r.id, ${centerId}::uuid, ${now}::timestamptz,
           ${Prisma.raw(values.map((value) => `r."${value}"`).join(", "))}
    FROM ${rowsSql(table, entries)}`;
}

/** Writes entries of a centre back, each at its version. Two statements; none for none. */
export async function updateEntries<Values>(
  tx: Tx,
  table: EntryTable<Values>,
  centerId: string,
  entries: readonly ChangedEntry<Values>[],
  now: Date,
): Promise<number> {
  if (entries.length === 0) return 0;
  const values = Object.keys(table.columns).filter((value) => value !== table.hangsOn);
  const assigned = values.map((value) => `${columnName(value)} = r."${value}"`).join(", ");
  const stays = table.hangsOn ? String(table.hangsOn) : null;
  // In one order, so that two who write the same entries wait for one another and never both.
  await tx.$executeRaw`
    SELECT 1 FROM ${Prisma.raw(table.name)} WHERE id = ANY(${entries.map(({ id }) => id)}::uuid[])
    ORDER BY id FOR NO KEY UPDATE`;
  return tx.$executeRaw`
    UPDATE ${Prisma.raw(table.name)} t
    SET ${Prisma.raw(assigned)}, version = t.version + 1, updated_at = ${now}::timestamptz
    FROM ${rowsSql(table, entries)}
    WHERE t.id = r.id AND t.version = r.version AND t.center_id = ${centerId}::uuid
      ${stays ? Prisma.raw(`AND t.${columnName(stays)} = r."${stays}"`) : Prisma.empty}`;
}

/** A pattern that matches this very text, whatever its capitals. */
export function exactly(text: string) {
  return { equals: text.replaceAll(/[\\%_]/g, "\\$&"), mode: "insensitive" as const };
}

/** Text that contains this one, whatever its capitals; wildcards are letters like others. */
export function containing(text: string) {
  return { contains: text.replaceAll(/[\\%_]/g, "\\$&"), mode: "insensitive" as const };
}

/** What a centre sees: its own entries and the shared ones. */
export function ownOrShared(centerId: string) {
  return { OR: [{ centerId: null }, { centerId }] };
}

/** A twin among what a centre sees, told at a field. */
export function twinIssue(
  twin: { centerId: string | null } | null,
  path: string,
  code: "name_taken" | "code_taken" | "entry_taken",
): FieldIssue[] {
  if (!twin) return [];
  return [{ path, code: twin.centerId === null ? "shared_twin" : code }];
}

/**
 * The refusal that belongs to a failure which the database found before we did: two of a name at the
 * same moment, or a reference that came while something was deleted.
 *
 * @throws whatever else went wrong
 */
export function clashRefusal(twinField: string): (error: unknown) => Refusal {
  return (error) => {
    const clash = error instanceof Prisma.PrismaClientKnownRequestError ? clashOf(error) : null;
    if (clash === "twin") {
      return refuse("invalid", { issues: [{ path: twinField, code: "entry_taken" }] });
    }
    if (clash === "reference") return refuse("in_use");
    throw error;
  };
}

/** By the client's code where it wrote the statement, by PostgreSQL's where we did. */
function clashOf({
  code,
  meta,
}: Prisma.PrismaClientKnownRequestError): "twin" | "reference" | null {
  const raw = meta?.driverAdapterError as { cause?: { originalCode?: string } } | undefined;
  const state = code === "P2010" ? raw?.cause?.originalCode : undefined;
  if (code === "P2002" || state === "23505") return "twin";
  if (code === "P2003" || state === "23503") return "reference";
  return null;
}
