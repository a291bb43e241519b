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

/** How one kind of entry is kept. Reads and writes are one statement each, beside parts of their own. */
export interface EntryRecord<Values extends EntryValues> {
  read(tx: Tx, id: string): Promise<StoredEntry | null>;
  /** What of the values cannot be: a parent that is not there, a twin. */
  check(tx: Tx, centerId: string, id: string | null, values: Values): Promise<FieldIssue[]>;
  create(tx: Tx, centerId: string, values: Values, now: Date): Promise<string>;
  /** False when another change came first. */
  update(tx: Tx, place: EntryPlace, values: Values, now: Date): Promise<boolean>;
  archive?(tx: Tx, place: EntryPlace, at: Date | null, now: Date): Promise<boolean>;
  /** How much refers to it. */
  references(tx: Tx, id: string): Promise<number>;
  remove(tx: Tx, place: EntryPlace): Promise<boolean>;
  /** The field that a twin is told at, where only the database noticed it. */
  twinField: string;
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
    if (error instanceof Prisma.PrismaClientKnownRequestError) {
      if (error.code === "P2002") {
        return refuse("invalid", { issues: [{ path: twinField, code: "entry_taken" }] });
      }
      if (error.code === "P2003") return refuse("in_use");
    }
    throw error;
  };
}
