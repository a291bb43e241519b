import type { AuditDetail, AuditRow } from "@/lib/audit/model";

/** Finds words of the catalogue's namespace `audit`; what next-intl's translators can do. */
export interface AuditWords {
  (key: string, values?: Record<string, string | number>): string;
  has(key: string): boolean;
}

/** One code, or a list of them. */
const CODES = /^[\w-]+(, [\w-]+)*$/;

/**
 * The words of the log. Events are kept for good, and so outlive the version of Lokus that wrote
 * them: what has no words any more is shown as it is.
 */
export function auditLabels(t: AuditWords) {
  const word = (key: string, fallback: string) => (t.has(key) ? t(key) : fallback);
  // A code is a value, what was exported, or the name of a field that was changed.
  const code = (text: string) =>
    word(`values.${text}`, word(`exports.${text}`, word(`fields.${text}`, text)));
  const value = (text: string | undefined) =>
    text === undefined || text === ""
      ? t("nothing")
      : CODES.test(text)
        ? text.split(", ").map(code).join(", ")
        : text;
  const field = ({ field }: AuditDetail) =>
    field
      .split(".")
      .filter((part) => part !== "changes")
      .map((part) => word(`fields.${part}`, part))
      .join(" › ");
  return {
    event: ({ type }: Pick<AuditRow, "type">) => word(`events.${type}`, type),
    role: (role: string) => (role === "" ? "" : word(`roles.${role}`, role)),
    actor: (row: AuditRow) => row.actorName ?? t("system"),
    subjectType: (row: AuditRow) => word(`subjects.${row.subjectType}`, row.subjectType),
    subject: (row: AuditRow) => row.subjectName ?? t("gone"),
    field,
    /** What a detail says: a value, or what was and what is. */
    detail: (detail: AuditDetail) =>
      detail.value === undefined
        ? t("change", { before: value(detail.before), after: value(detail.after) })
        : value(detail.value),
  };
}

/** A catalogue's events by group, as the filter offers them. */
export function eventGroups(
  events: Record<string, Record<string, string>>,
): { group: string; types: string[] }[] {
  return Object.entries(events).map(([group, names]) => ({
    group,
    types: Object.keys(names).map((name) => `${group}.${name}`),
  }));
}
