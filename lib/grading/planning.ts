import type { FieldIssue } from "@/lib/document/issue";
import { KEY_COLUMNS, type KeyColumn, readHeading } from "@/lib/grading/columns";
import type { PlannedGrade, SheetPlan, SheetWork } from "@/lib/grading/model";
import { REVIEW_BOUNDS, type WorkScoreDto } from "@/lib/review/model";
import type { Cell, Sheet } from "@/lib/spreadsheet/sheet";

/** What a grade sheet would change. Pure: the preview and the import are made by the same words. */

/** Rows at the top among which the header is looked for. */
const SEARCHED = 20;

interface Header {
  number: number;
  keys: Partial<Record<KeyColumn, number>>;
  scores: Map<string, number>;
  notes: Map<string, number>;
}

/**
 * Plans a sheet on what stands. A row that was made from older scores is stale: it is refused where it
 * says something else than what stands, and the same where it does not.
 *
 * @param place the cohort, and the enrolment of whoever marks: a colleague's sheet is not theirs
 * @param works those that the one who sends it may score in this cohort, by either role
 */
export function planGrades(
  sheet: Sheet,
  place: { cohortId: string; raterId: string },
  works: readonly SheetWork[],
): SheetPlan {
  const header = findHeader(sheet);
  const missing = KEY_COLUMNS.filter((key) => header?.keys[key] === undefined);
  if (!header || missing.length > 0) {
    return { rows: [], missing: [...missing], counts: { change: 0, same: 0, faulty: 0 } };
  }
  const byId = new Map(works.map((work) => [work.assignmentId, work]));
  const seen = new Set<string>();
  const rows = sheet.rows
    .filter(({ number, cells }) => number > header.number && cells.some((cell) => cell !== null))
    .map(({ number, cells }) => planRow(number, cells, header, { ...place, byId, seen }));
  const count = (action: PlannedGrade["action"]) =>
    rows.filter((row) => row.action === action).length;
  return {
    rows,
    missing: [],
    counts: { change: count("change"), same: count("same"), faulty: count("faulty") },
  };
}

function findHeader(sheet: Sheet): Header | null {
  for (const { number, cells } of sheet.rows.slice(0, SEARCHED)) {
    const header: Header = { number, keys: {}, scores: new Map(), notes: new Map() };
    for (const [at, cell] of cells.entries()) {
      const column = cell && readHeading(cell.text);
      if (!column) continue;
      if (column.kind === "key") header.keys[column.key] ??= at;
      else header[column.kind === "score" ? "scores" : "notes"].set(column.code, at);
    }
    if (Object.keys(header.keys).length > 0) return header;
  }
  return null;
}

function planRow(
  number: number,
  cells: readonly (Cell | null)[],
  header: Header,
  standing: { cohortId: string; raterId: string; byId: Map<string, SheetWork>; seen: Set<string> },
): PlannedGrade {
  const textOf = (at: number | undefined) =>
    (at === undefined ? "" : (cells[at]?.text ?? "")).trim();
  const keyOf = (key: KeyColumn) => textOf(header.keys[key]).toLowerCase();
  const refused = (code: string, path: string, participant = ""): PlannedGrade => ({
    number,
    participant,
    action: "faulty",
    issues: [{ path, code }],
    write: null,
  });
  if (keyOf("cohort") !== standing.cohortId) return refused("sheet_other_cohort", "cohort");
  if (keyOf("rater") !== standing.raterId) return refused("sheet_other_rater", "rater");
  const work = standing.byId.get(keyOf("work"));
  if (!work) return refused("sheet_unknown_work", "work");
  if (standing.seen.has(work.assignmentId)) {
    return refused("sheet_twice", "work", work.participant);
  }
  standing.seen.add(work.assignmentId);

  const issues: FieldIssue[] = [];
  const known = new Set(work.criteria.map(({ code }) => code));
  for (const [code, at] of [...header.scores, ...header.notes]) {
    if (!known.has(code) && textOf(at) !== "")
      issues.push({ path: code, code: "unknown_criterion" });
  }
  const scores = work.criteria.map(({ id, code }): WorkScoreDto => {
    const before = work.scores.find(({ criterionId }) => criterionId === id);
    const [at, noted] = [header.scores.get(code), header.notes.get(code)];
    const value = at === undefined ? (before?.value ?? null) : scoreIn(cells[at], code, issues);
    // A column that somebody took out says nothing; an empty cell says that there is none.
    const note = noted === undefined ? (before?.note ?? "") : noteIn(cells[noted], code, issues);
    return { criterionId: id, value, note };
  });
  const row = { number, participant: work.participant };
  if (issues.length > 0) return { ...row, action: "faulty", issues, write: null };
  if (isSame(scores, work)) return { ...row, action: "same", issues: [], write: null };
  if (keyOf("version") !== String(work.version)) {
    return refused("sheet_stale", "version", work.participant);
  }
  if (work.locked) return refused("sheet_locked", "work", work.participant);
  const { assignmentId, role, version } = work;
  return {
    ...row,
    action: "change",
    issues: [],
    write: { assignmentId, role, basedOn: version, scores },
  };
}

/** A whole number from 0 to 100, however a program keeps it: 85, "85", 85,0. */
function scoreIn(cell: Cell | null | undefined, path: string, issues: FieldIssue[]): number | null {
  const text = cell?.text.trim() ?? "";
  if (!cell || text === "") return null;
  const number =
    cell.kind === "number"
      ? cell.value
      : /^\d{1,6}([.,]\d{1,6})?$/.test(text)
        ? Number(text.replace(",", "."))
        : null;
  if (cell.kind === "error") issues.push({ path, code: "cell_error" });
  else if (number === null) issues.push({ path, code: "not_an_integer" });
  else if (number < 0 || number > 100) {
    issues.push({ path, code: "out_of_range", params: { min: 0, max: 100 } });
  } else if (!Number.isInteger(number)) issues.push({ path, code: "not_an_integer" });
  else return number;
  return null;
}

function noteIn(cell: Cell | null | undefined, path: string, issues: FieldIssue[]): string {
  const text = (cell?.text ?? "").replaceAll("\r\n", "\n").normalize("NFC").trim();
  const { max } = REVIEW_BOUNDS.workNote;
  if (cell?.kind === "error") issues.push({ path, code: "cell_error" });
  else if (text.length > max) issues.push({ path, code: "too_long", params: { max } });
  else return text;
  return "";
}

function isSame(scores: readonly WorkScoreDto[], work: SheetWork): boolean {
  return scores.every(({ criterionId, value, note }) => {
    const before = work.scores.find((score) => score.criterionId === criterionId);
    return value === (before?.value ?? null) && note === (before?.note ?? "");
  });
}
