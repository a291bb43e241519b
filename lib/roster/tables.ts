import { GRADES } from "@/lib/enrolment/civil-servant";
import type { RosterField } from "@/lib/roster/model";
import type { Column, Table, Value } from "@/lib/spreadsheet/table";

/** Words of a file: headings are what the import itself looks for, so that a file comes back. */
export interface RosterWords {
  sheet: string;
  headings: Readonly<Record<RosterField, string>>;
  participant: string;
  facilitator: string;
  yes: string;
}

/** Columns of a roster in the order of a template. */
const COLUMNS: readonly { field: RosterField; width: number }[] = [
  { field: "fullName", width: 34 },
  { field: "idNumber", width: 22 },
  { field: "role", width: 13 },
  { field: "grade", width: 12 },
  { field: "position", width: 34 },
  { field: "agency", width: 38 },
  { field: "workUnit", width: 34 },
  { field: "email", width: 28 },
  { field: "group", width: 14 },
  { field: "lead", width: 10 },
  { field: "facilitator", width: 30 },
];

function columnsOf(words: RosterWords): Column[] {
  const choices: Partial<Record<RosterField, readonly string[]>> = {
    role: [words.participant, words.facilitator],
    grade: GRADES.map(({ code }) => code),
    lead: [words.yes],
  };
  return COLUMNS.map(({ field, width }) => ({
    header: words.headings[field],
    width,
    // A NIP typed into an ordinary cell loses its last digits.
    text: true,
    ...(choices[field] ? { choices: choices[field] } : {}),
  }));
}

/** An empty roster with what each column takes, and below it nobody. */
export function templateTables(
  words: RosterWords,
  notes: { sheet: string; heading: string; lines: readonly string[] },
): Table[] {
  return [
    { name: words.sheet, columns: columnsOf(words), rows: [] },
    {
      name: notes.sheet,
      list: false,
      columns: [{ header: notes.heading, width: 100 }],
      rows: notes.lines.map((line) => [line]),
    },
  ];
}

/** One person of a cohort as the roster has them. */
export interface RosterExportRow {
  fullName: string;
  idNumber: string;
  role: "PARTICIPANT" | "FACILITATOR";
  grade: string;
  position: string;
  agency: string;
  workUnit: string;
  email: string;
  group: string;
  isGroupLead: boolean;
  facilitator: string;
}

/** The roster as it stands, in the form in which it can be imported again. */
export function exportTable(words: RosterWords, people: readonly RosterExportRow[]): Table {
  return {
    name: words.sheet,
    columns: columnsOf(words),
    rows: people.map((person): Value[] => [
      person.fullName,
      person.idNumber,
      person.role === "FACILITATOR" ? words.facilitator : words.participant,
      person.grade,
      person.position,
      person.agency,
      person.workUnit,
      person.email,
      person.group,
      person.isGroupLead ? words.yes : "",
      person.facilitator,
    ]),
  };
}
