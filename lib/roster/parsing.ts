import { toIssues } from "@/lib/document/issue";
import {
  checkIdNumber,
  GRADES,
  type Grade,
  type IdType,
  isUnusualGrade,
  normalizeIdNumber,
} from "@/lib/enrolment/civil-servant";
import type { EnrolmentRole } from "@/lib/platform/generated/prisma/enums";
import type { HeaderGuess } from "@/lib/roster/columns";
import { matchAgency } from "@/lib/roster/matching";
import {
  type IgnoredRow,
  type KnownAgency,
  type ParsedRoster,
  type ParsedRow,
  ROSTER_FIELDS,
  type RosterEntry,
  type RosterField,
  type RowIssue,
  withoutInvisible,
} from "@/lib/roster/model";
import { rosterEntrySchema } from "@/lib/roster/schema";
import { looksLikeFormula } from "@/lib/spreadsheet/guarded-text";
import type { Cell, Sheet } from "@/lib/spreadsheet/sheet";

export interface ParseContext {
  header: HeaderGuess;
  /** `YYYY-MM-DD` */
  today: string;
  defaultRole: EnrolmentRole;
  defaultAgency: string;
  /** With them, a line between rows that names an agency is told from any other. */
  agencies: readonly KnownAgency[];
}

/** What a line between the rows says of those below it. */
interface Section {
  group: string;
  agency: string;
  role: EnrolmentRole | null;
}

/**
 * Reads the rows below a header. Every row with a name or a number becomes an entry with its issues;
 * what names nobody (sums, signatures, lines between groups) is told as ignored, never lost.
 */
export function parseRoster(sheet: Sheet, context: ParseContext): ParsedRoster {
  const { header } = context;
  const schema = rosterEntrySchema(context.today);
  const rows: ParsedRow[] = [];
  const ignored: IgnoredRow[] = [];
  let section: Section = { group: "", agency: "", role: null };
  const valueAt = mergedValues(sheet);
  const fields = ROSTER_FIELDS.filter((field) => header.mapping[field] !== undefined);

  for (const row of sheet.rows) {
    if (row.number < header.firstRow) continue;
    const cellOf = (field: RosterField): Cell | null => {
      const column = header.mapping[field];
      return column === undefined ? null : valueAt(row.number, column, row.cells[column] ?? null);
    };
    const own = row.cells.filter((cell) => cell !== null);
    const line = lineOf(own);
    const opened = line === null ? null : sectionOf(line, section, context);
    if (opened) {
      section = opened;
      ignored.push({ number: row.number, text: line ?? "" });
      continue;
    }
    const name = tidy(textOf(cellOf("fullName")));
    const number = tidy(textOf(cellOf("idNumber")));
    if (!namesSomebody(name, number, own.length, fields.length)) {
      ignored.push({
        number: row.number,
        text: own
          .map(({ text }) => tidy(text))
          .join(" · ")
          .slice(0, 200),
      });
      continue;
    }
    rows.push(parseRow(row.number, cellOf, section, context, schema));
  }
  return { rows, ignored, fields };
}

/** The text of a row that has one filled cell only. */
function lineOf(cells: readonly Cell[]): string | null {
  const [only, ...others] = cells;
  return only && others.length === 0 ? tidy(only.text) : null;
}

function sectionOf(line: string, before: Section, { agencies }: ParseContext): Section | null {
  if (/^(kelompok|group)\b/i.test(line) && line.length <= 60) return { ...before, group: line };
  if (
    /^(daftar |nama )?(para )?(fasilitator|pendamping|widyaiswara|facilitators?)\s*:?$/i.test(line)
  ) {
    return { group: "", agency: before.agency, role: "FACILITATOR" };
  }
  if (/^(daftar |nama )?(para )?(peserta|participants?)\s*:?$/i.test(line)) {
    return { ...before, role: "PARTICIPANT" };
  }
  // "A. Kementerian Sosial (30 orang)"
  const name = line.replace(/^[A-Z0-9]{1,4}[.)]\s+/, "").replace(/\s*[([]?\d+ orang[)\]]?$/i, "");
  const agency = matchAgency(name, agencies);
  return agency ? { ...before, agency: name } : null;
}

/** A sum, a signature and a remark have no name in the column of names, or nothing beside it. */
function namesSomebody(name: string, number: string, filled: number, columns: number): boolean {
  if (/^(jumlah|total|keterangan|catatan|mengetahui|ket)\b/i.test(name)) return false;
  if (name !== "") return filled > 1 || columns < 2 || number !== "";
  return /\d{8}/.test(normalizeIdNumber(number));
}

/** Fields of words, which nobody begins like a formula. */
const WORDED = ["fullName", "position", "workUnit", "agency", "facilitator"] as const;

function parseRow(
  number: number,
  cellOf: (field: RosterField) => Cell | null,
  section: Section,
  context: ParseContext,
  schema: ReturnType<typeof rosterEntrySchema>,
): ParsedRow {
  const issues: RowIssue[] = [];
  const add = (severity: RowIssue["severity"], path: string, code: string) =>
    issues.push({ severity, path, code });
  const plain = (field: RosterField) => {
    const cell = cellOf(field);
    if (cell?.kind === "error") {
      add("error", field, "cell_error");
      return "";
    }
    return blankMark(tidy(textOf(cell)));
  };

  const has = (field: RosterField) => context.header.mapping[field] !== undefined;

  const { name, number: besideName } = splitName(plain("fullName"));
  const id = readIdNumber(cellOf("idNumber"), besideName, context.today);
  const roleText = plain("role");
  const role = roleOf(roleText);
  if (roleText !== "" && !role) add("error", "role", "unknown_role");
  const gradeText = plain("grade");
  const grade = gradeOf(gradeText);
  if (gradeText !== "" && !grade) add("warning", "grade", "grade_not_read");
  const leadText = plain("lead");
  const lead = isYes(leadText) || role?.lead === true;

  const entry: RosterEntry = {
    role: role?.role ?? section.role ?? context.defaultRole,
    fullName: name,
    idType: id.type,
    idNumber: id.number,
    email: plain("email").replace(/^mailto:/i, ""),
    grade: grade ?? "",
    position: plain("position"),
    workUnit: plain("workUnit"),
    agency: plain("agency") || section.agency || context.defaultAgency,
    group: groupName(plain("group")) || groupName(section.group),
    isGroupLead: lead,
    facilitator: plain("facilitator"),
  };
  const accompanies = entry.role === "FACILITATOR" ? entry.group : "";
  if (entry.role === "FACILITATOR") {
    // Facilitators stand in the same list; what their row says of a group is whom they accompany.
    Object.assign(entry, { group: "", facilitator: "", isGroupLead: false });
  }

  if (id.problem) add("error", "idNumber", id.problem);
  const checked = schema.safeParse(entry);
  if (!checked.success) {
    for (const issue of toIssues(checked.error, entry)) {
      // A rounded number is told as that, not as one with wrong digits.
      if (issue.path === "idNumber" && id.problem) continue;
      issues.push({ severity: "error", ...issue });
    }
  }
  for (const field of WORDED) {
    if (looksLikeFormula(entry[field])) add("warning", field, "looks_like_formula");
  }
  if (entry.role === "PARTICIPANT") {
    // What has no column at all is told once, not of everybody.
    if (has("idNumber") && entry.idNumber === "" && !id.problem)
      add("warning", "idNumber", "no_id_number");
    if (entry.grade !== "" && isUnusualGrade(entry.grade as Grade)) {
      add("warning", "grade", "unusual_grade");
    }
    if (has("position") && entry.position === "") add("warning", "position", "no_position");
    if (has("workUnit") && entry.workUnit === "") add("warning", "workUnit", "no_work_unit");
  }
  return {
    number,
    entry: checked.success ? { ...entry, ...checked.data } : entry,
    issues,
    ...(accompanies === "" ? {} : { accompanies }),
  };
}

/** What a merged range shows in each of its cells: agencies are often merged down over their people. */
function mergedValues(
  sheet: Sheet,
): (row: number, column: number, own: Cell | null) => Cell | null {
  const byColumn = new Map<number, { top: number; bottom: number; cell: Cell | null }[]>();
  const cells = new Map(sheet.rows.map((row) => [row.number, row.cells]));
  for (const { top, left, bottom, right } of sheet.merges) {
    // Across columns a merge is a title; down a column it says the same of every row.
    if (left !== right) continue;
    const list = byColumn.get(left - 1) ?? [];
    list.push({ top, bottom, cell: cells.get(top)?.[left - 1] ?? null });
    byColumn.set(left - 1, list);
  }
  return (row, column, own) =>
    own ??
    byColumn.get(column)?.find(({ top, bottom }) => top <= row && row <= bottom)?.cell ??
    null;
}

function textOf(cell: Cell | null): string {
  return cell?.text ?? "";
}

/** One line, single spaces, no invisible characters; NFC. */
function tidy(text: string): string {
  return withoutInvisible(text)
    .normalize("NFC")
    .replace(/[\s\u00a0]+/g, " ")
    .trim();
}

/** A dash in a cell means that there is nothing. */
function blankMark(text: string): string {
  return /^[-–—_.]+$|^(n\/a|nihil|tidak ada|#n\/a)$/i.test(text) ? "" : text;
}

/** "Budi Santoso, S.Sos. NIP. 19860926 201505 1 001" is a name and a number. */
function splitName(text: string): { name: string; number: string } {
  const [, name, number] =
    /^(.*?)[\s,/|]*\b(?:NIP|NRP|NI ?PPPK)\b[\s.:]*([\d\s.'-]{8,})$/i.exec(text) ?? [];
  return name && number ? { name: name.trim(), number: number.trim() } : { name: text, number: "" };
}

interface ReadNumber {
  type: IdType;
  number: string;
  problem: string | null;
}

/** The most digits that a spreadsheet keeps of a number. */
const KEPT_DIGITS = 15;

/**
 * A NIP as people and programs leave it in a cell. As a number it has lost its last digits, whoever
 * shows however many: that is refused, since nobody can tell which they were.
 */
export function readIdNumber(cell: Cell | null, besideName: string, today: string): ReadNumber {
  if (cell?.kind === "number" && Math.abs(cell.value) >= 10 ** KEPT_DIGITS) {
    return { type: "NIP", number: "", problem: "id_number_rounded" };
  }
  if (cell?.kind === "date") return { type: "NIP", number: "", problem: "id_number_digits" };
  const written = blankMark(tidy(textOf(cell))) || besideName;
  // As a CSV has it once a spreadsheet has opened and saved it: 1,98609E+17.
  if (/^\d[.,]?\d*E\+?\d+$/i.test(written)) {
    return { type: "NIP", number: "", problem: "id_number_rounded" };
  }
  const number = normalizeIdNumber(
    written.replace(/^'+/, "").replace(/^(NIP|NRP|NI ?PPPK|NIPPPK)\b[\s.:]*/i, ""),
  );
  if (number === "") return { type: "NONE", number: "", problem: null };
  // No number ends in 000; one that was rounded and then kept as a text does.
  if (/^\d{15}000$/.test(number)) return { type: "NIP", number, problem: "id_number_rounded" };
  if (/^\d{16}$/.test(number)) return { type: "NIP", number: "", problem: "id_number_nik" };
  if (/^\d{8}$/.test(number)) return { type: "NRP", number, problem: null };
  if (/^\d{18}$/.test(number) && checkIdNumber("NIP", number, today) === "id_number_appointment") {
    const isContract = checkIdNumber("NI_PPPK", number, today) === null;
    return { type: isContract ? "NI_PPPK" : "NIP", number, problem: null };
  }
  return { type: "NIP", number, problem: null };
}

function roleOf(text: string): { role: EnrolmentRole; lead?: boolean } | null {
  const key = text.toLowerCase();
  if (/\bketua\b/.test(key)) return { role: "PARTICIPANT", lead: true };
  if (/fasilitator|facilitator|pendamping|pembimbing|widyaiswara|\bwi\b|coach/.test(key)) {
    return { role: "FACILITATOR" };
  }
  if (/peserta|participant|anggota|member|sekretaris/.test(key)) return { role: "PARTICIPANT" };
  return null;
}

function isYes(text: string): boolean {
  return /^(ya|y|yes|v|x|✓|✔|1|true|ketua|benar)$/i.test(text);
}

/** A bare number or Roman numeral is the group of that number. */
export function groupName(text: string): string {
  const bare = /^(?:klp|kel|kelompok|group|k)?[\s.:-]*(\d{1,3}|[IVX]{1,6})$/i.exec(text)?.[1];
  if (bare === undefined) return text;
  const number = /^\d+$/.test(bare) ? Number(bare) : romanNumber(bare.toUpperCase());
  return `Kelompok ${number}`;
}

function romanNumber(text: string): number {
  const values: Record<string, number> = { I: 1, V: 5, X: 10 };
  let sum = 0;
  for (const [at, letter] of [...text].entries()) {
    const value = values[letter] ?? 0;
    const next = values[text.charAt(at + 1)] ?? 0;
    sum += value < next ? -value : value;
  }
  return sum;
}

/** The grade that a text names: III/c, "Penata (III/c)", "Penata Tk. I, III d", or a rank alone. */
export function gradeOf(text: string): Grade | null {
  if (text === "") return null;
  const codes = [...text.matchAll(/(?:^|[^A-Z])(IV|I{1,3})\s*[/.\-,]?\s*([a-e])(?![a-z])/gi)];
  const found = codes.at(-1);
  if (found) {
    const code = `${found[1]?.toUpperCase()}/${found[2]?.toLowerCase()}`;
    return GRADES.find((grade) => grade.code === code)?.code ?? null;
  }
  const rank = rankKey(text);
  return GRADES.find((grade) => rankKey(grade.rank) === rank)?.code ?? null;
}

function rankKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/\btk\b\.?/g, "tingkat")
    .replace(/\b1\b/g, "i")
    .replace(/[^a-z]+/g, " ")
    .trim();
}
