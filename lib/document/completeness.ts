import type { FieldIssue } from "@/lib/document/issue";
import type { Section } from "@/lib/document/model";

/** What a section of a form still needs before it can be submitted. */
export type SectionSummary<Id extends string = string> = {
  section: Id;
  /** Things not given yet. */
  missing: FieldIssue[];
  /** Things given that break a rule. */
  invalid: FieldIssue[];
};

/** Codes that say "not there yet" or "not enough yet", rather than "wrong". */
const MISSING_CODES = new Set([
  "required",
  "too_few",
  "note_required",
  "evidence_required",
  "host_evidence_required",
  "after_or_explanation",
  "no_prioritised",
  "root_cause_required",
  "obstacle_without_solution",
  "none_selected",
  "none_for_own_unit",
  "rationale_required",
  "mitigation_required",
  "term_missing",
  "promoter_required",
  "strategy_required",
  "leader_required",
  "email_or_phone",
  "id_number_required",
]);

export function isMissing(issue: FieldIssue): boolean {
  return MISSING_CODES.has(issue.code);
}

/**
 * Issues by section, in the order of the sections; a section without issues is there and empty. An
 * issue that no section claims (one of the whole document) goes to the first.
 */
export function summarize<Id extends string>(
  issues: readonly FieldIssue[],
  sections: readonly Section<Id>[],
): SectionSummary<Id>[] {
  const summaries = sections.map(
    ({ id }): SectionSummary<Id> => ({ section: id, missing: [], invalid: [] }),
  );
  for (const issue of issues) {
    const id = sectionOf(issue.path, sections);
    const summary = summaries.find(({ section }) => section === id) ?? summaries[0];
    summary?.[isMissing(issue) ? "missing" : "invalid"].push(issue);
  }
  return summaries;
}

/** The section that holds a path: the one with the longest matching field. */
export function sectionOf<Id extends string>(
  path: string,
  sections: readonly Section<Id>[],
): Id | null {
  const keys = path.split(".");
  let found: Id | null = null;
  let length = 0;
  for (const { id, fields } of sections) {
    for (const field of fields) {
      const pattern = field.split(".");
      const matches =
        pattern.length <= keys.length &&
        pattern.every((key, index) => key === "*" || key === keys[index]);
      if (matches && pattern.length > length) {
        found = id;
        length = pattern.length;
      }
    }
  }
  return found;
}

/** Items that have sections of their own: what is open in them is counted one by one. */
const OWN_SECTIONS = /^(?:obstacles\.\d+\.|groups\.\d+\.(?:alternatives\.\d+\.)?)/;

/**
 * How many things of a section are open. Whatever an item of a list lacks is one thing, as the item itself
 * was before it was there: who adds one that is asked for never has more to do than before.
 */
export function countOpen({
  missing,
  invalid,
}: Pick<SectionSummary, "missing" | "invalid">): number {
  const things = new Set<string>();
  let absent = 0;
  for (const { path, code, params } of [...missing, ...invalid]) {
    const { min, actual } = params ?? {};
    if (code === "too_few" && typeof min === "number" && typeof actual === "number") {
      absent += min - actual;
      continue;
    }
    const part = OWN_SECTIONS.exec(path)?.[0] ?? "";
    const item = /^[^.]+\.\d+(?=\.|$)/.exec(path.slice(part.length))?.[0];
    things.add(item === undefined ? path : part + item);
  }
  return things.size + absent;
}
