/** The log of a centre as its administrators read it. */

/** Events on a page. */
export const AUDIT_PAGE = 50;

/** Rows of one export; who needs more narrows the days. */
export const AUDIT_EXPORT_MAX = 20_000;

/** A value of an event's details; ids are read as the names of what they stand for. */
export interface AuditDetail {
  /** Where in the event it stands: `kind`, or `changes.startsOn`. */
  field: string;
  /** What it says, or what it said before and says now. */
  value?: string;
  before?: string;
  after?: string;
}

export interface AuditRow {
  id: string;
  at: Date;
  type: string;
  /** Null where Lokus did it by itself. */
  actorName: string | null;
  actorRole: string;
  subjectType: string;
  /** Null where it is not there any more. */
  subjectName: string | null;
  cohortName: string | null;
  details: AuditDetail[];
}

export interface AuditPage {
  rows: AuditRow[];
  /** Where the next, older page begins; null on the last one. */
  next: string | null;
}

/** What the log is narrowed to. */
export interface AuditFilter {
  who?: string | undefined;
  whom?: string | undefined;
  what?: string | undefined;
  cohort?: string | undefined;
  /** Calendar days, both included, `YYYY-MM-DD`. */
  from?: string | undefined;
  to?: string | undefined;
}

export function auditPath(centerId: string): string {
  return `/office/${centerId}/audit`;
}

/** The log with these filters, from a place on. */
export function auditHref(centerId: string, filter: AuditFilter, before?: string | null): string {
  const query = auditParams(filter);
  if (before) query.set("before", before);
  return query.size > 0 ? `${auditPath(centerId)}?${query}` : auditPath(centerId);
}

/** The filtered log as a file. */
export function auditExportHref(
  centerId: string,
  filter: AuditFilter,
  format: "xlsx" | "csv",
): string {
  const query = auditParams(filter);
  query.set("format", format);
  return `/api/office/${centerId}/audit?${query}`;
}

function auditParams(filter: AuditFilter): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value);
  return query;
}

/**
 * The details of an event as lines: what stands under `from` and `to`, or `before` and `after`, is
 * one line of what was and what is.
 *
 * @param nameOf what an id stands for; undefined where it says nothing to a reader
 */
export function auditDetails(
  payload: unknown,
  nameOf: (id: string) => string | undefined,
): AuditDetail[] {
  const details: AuditDetail[] = [];
  const walk = (value: unknown, field: string) => {
    if (isPlain(value)) {
      const rest = { ...value };
      for (const [first, second] of PAIRS) {
        if (!(first in rest) && !(second in rest)) continue;
        const before = textOf(rest[first], nameOf);
        const after = textOf(rest[second], nameOf);
        delete rest[first];
        delete rest[second];
        if (before !== null || after !== null) {
          details.push({ field: field || first, before: before ?? "", after: after ?? "" });
        }
      }
      for (const [name, inner] of Object.entries(rest))
        walk(inner, field ? `${field}.${name}` : name);
      return;
    }
    if (Array.isArray(value) && value.some(isPlain)) {
      value.forEach((inner, index) => {
        walk(inner, `${field}.${index + 1}`);
      });
      return;
    }
    const text = textOf(value, nameOf);
    if (text !== null) details.push({ field, value: text });
  };
  walk(payload, "");
  return details;
}

const PAIRS = [
  ["from", "to"],
  ["before", "after"],
] as const;

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** A SHA-256 in hex tells a machine whether two texts are the same, and a reader nothing. */
const DIGEST = /^[\da-f]{64}$/;

function textOf(value: unknown, nameOf: (id: string) => string | undefined): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (Array.isArray(value)) {
    const texts = value.flatMap((inner) => textOf(inner, nameOf) ?? []);
    return texts.length > 0 ? texts.join(", ") : null;
  }
  if (typeof value === "object") return JSON.stringify(value);
  const text = String(value);
  if (DIGEST.test(text)) return null;
  return UUID.test(text) ? (nameOf(text) ?? null) : text;
}

/** Every id in an event's details, to be named. */
export function idsIn(payload: unknown): string[] {
  if (typeof payload === "string") return UUID.test(payload) ? [payload] : [];
  if (typeof payload !== "object" || payload === null) return [];
  return Object.values(payload).flatMap(idsIn);
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
