import type { RosterField } from "@/lib/roster/model";
import type { ImportOptions } from "@/lib/roster/schema";

/** An ugly roster and what it must yield. */
export interface Ugly {
  file: string;
  /** What wrote it. */
  writer: string;
  /** What is ugly about it. */
  says: string;
  options?: Partial<ImportOptions>;
  /** Why it is not read at all. */
  flaw?: string;
  yields?: {
    sheet?: string;
    headerRow: number | null;
    firstRow?: number;
    /** Columns that were recognised, by their field, from 0. */
    mapping?: Partial<Record<RosterField, number>>;
    /** People who come in; of them facilitators. */
    create: number;
    facilitators?: number;
    /** Errors by row: all of them, and no others. */
    errors?: Record<number, string[]>;
    /** Warnings by row, where a test says anything of them. */
    warnings?: Record<number, string[]>;
    ignored?: number[];
    unknownAgencies?: string[];
    namedFacilitators?: string[];
    /** What certain rows are read as. */
    entries?: Record<number, Record<string, unknown>>;
  };
}

const AHMAD = {
  fullName: "Ahmad Fauzi, S.Sos.",
  idType: "NIP",
  idNumber: "197503122000031001",
  grade: "III/c",
  position: "Kepala Seksi Asistensi",
  workUnit: "Direktorat Rehabilitasi Sosial",
  email: "ahmad.fauzi@contoh.go.id",
};
const ROUNDED = ["id_number_rounded"];

export const UGLY: readonly Ugly[] = [
  // LibreOffice -----------------------------------------------------------------------------------
  {
    file: "lo-plain.xlsx",
    writer: "LibreOffice",
    says: "grades in words and in brackets, numbers with spaces",
    yields: {
      headerRow: 1,
      create: 6,
      errors: {},
      warnings: {},
      mapping: {
        fullName: 1,
        idNumber: 2,
        grade: 3,
        position: 4,
        agency: 5,
        workUnit: 6,
        email: 7,
      },
      entries: {
        2: AHMAD,
        3: { grade: "III/d" },
        4: { grade: "III/b", fullName: "Déwi Anggraéni" },
      },
    },
  },
  {
    file: "lo-official.xlsx",
    writer: "LibreOffice",
    says: "merged titles, a heading of two rows, numbered columns, agencies merged down, a sum and a signature with a NIP",
    yields: {
      headerRow: 7,
      firstRow: 9,
      create: 6,
      errors: {},
      ignored: [15, 17, 18, 20, 21],
      entries: {
        9: AHMAD,
        11: { agency: "Kementerian Sosial Republik Indonesia" },
        13: { agency: "Pemerintah Kabupaten Belitung Timur" },
      },
    },
  },
  {
    file: "lo-nip-number.xlsx",
    writer: "LibreOffice",
    says: "every NIP a number, and so without its last digits",
    yields: {
      headerRow: 1,
      create: 0,
      errors: { 2: ROUNDED, 3: ROUNDED, 4: ROUNDED, 5: ROUNDED },
    },
  },
  {
    file: "lo-nip-mixed.xlsx",
    writer: "LibreOffice",
    says: "a NIP as text, one as a number, and a police officer's number, which a number may hold",
    yields: {
      headerRow: 1,
      create: 2,
      errors: { 3: ROUNDED },
      entries: { 4: { idType: "NRP", idNumber: "87654321" } },
    },
  },
  {
    file: "lo-group-lines.xlsx",
    writer: "LibreOffice",
    says: "no column of groups, but lines between the people: KELOMPOK I",
    yields: {
      headerRow: 1,
      create: 6,
      errors: {},
      ignored: [2, 6],
      entries: { 3: { group: "Kelompok 1" }, 9: { group: "Kelompok 2" } },
    },
  },
  {
    file: "lo-agency-lines.xlsx",
    writer: "LibreOffice",
    says: "no column of agencies, but lines between the people: A. Kementerian Sosial RI (3 orang)",
    yields: {
      headerRow: 1,
      create: 6,
      errors: {},
      ignored: [2, 6, 9],
      entries: { 3: { agency: "Kementerian Sosial RI" }, 7: { agency: "Pemkab Belitung Timur" } },
    },
  },
  {
    file: "lo-formulas.xlsx",
    writer: "LibreOffice",
    says: "names and groups that are formulas, and one that failed",
    yields: {
      headerRow: 1,
      create: 2,
      errors: { 3: ["cell_error"] },
      entries: {
        2: { fullName: "Ahmad Fauzi, S.Sos.", group: "Kelompok 2" },
        4: { group: "Kelompok 1" },
      },
    },
  },
  {
    file: "lo-second-sheet.xlsx",
    writer: "LibreOffice",
    says: "a cover first, old people on a hidden sheet",
    yields: { sheet: "Peserta", headerRow: 1, create: 4, errors: {} },
  },
  {
    file: "lo-facilitators.xlsx",
    writer: "LibreOffice",
    says: "facilitators among participants, named by a part of their name and by NIP, leads by their role",
    yields: {
      headerRow: 1,
      create: 8,
      facilitators: 2,
      errors: {},
      namedFacilitators: [],
      entries: {
        2: { role: "FACILITATOR", group: "" },
        4: { role: "PARTICIPANT", isGroupLead: true, group: "Kelompok 1" },
      },
    },
  },
  {
    file: "lo-gaps.xlsx",
    writer: "LibreOffice",
    says: "empty rows above, between and below, and cells of spaces far to the right",
    yields: { headerRow: 3, create: 3, errors: {}, ignored: [] },
  },
  {
    file: "lo-export.csv",
    writer: "LibreOffice",
    says: "semicolons, Windows-1252",
    yields: {
      headerRow: 1,
      create: 6,
      errors: {},
      entries: { 2: AHMAD, 4: { fullName: "Déwi Anggraéni" } },
    },
  },
  { file: "empty-sheet.xlsx", writer: "LibreOffice", says: "nothing in it", flaw: "file_empty" },
  {
    file: "old-excel.xlsx",
    writer: "LibreOffice",
    says: "Excel 97, with the ending of another",
    flaw: "file_old_excel",
  },
  {
    file: "open-document.xlsx",
    writer: "LibreOffice",
    says: "OpenDocument, with the ending of another",
    flaw: "file_open_document",
  },
  // Other writers ---------------------------------------------------------------------------------
  {
    file: "exceljs-rich.xlsx",
    writer: "exceljs",
    says: "names in two weights, addresses as links",
    yields: {
      headerRow: 1,
      create: 4,
      errors: {},
      entries: { 2: { fullName: AHMAD.fullName, email: AHMAD.email, workUnit: AHMAD.workUnit } },
    },
  },
  {
    file: "exceljs-formatted-number.xlsx",
    writer: "exceljs",
    says: "a number with a format that shows all 18 digits, the last of them wrong; the heading N I P",
    yields: { headerRow: 1, create: 0, errors: { 2: ROUNDED, 3: ROUNDED, 4: ROUNDED } },
  },
  {
    file: "openpyxl-uncalculated.xlsx",
    writer: "openpyxl",
    says: "a formula that nobody has calculated yet",
    yields: { headerRow: 1, create: 2, errors: { 2: ["cell_error"] } },
  },
  {
    file: "xlsxwriter-constant.xlsx",
    writer: "XlsxWriter",
    says: "texts in the cells themselves; facilitators named in a column alone",
    yields: {
      headerRow: 3,
      create: 4,
      facilitators: 2,
      errors: {},
      namedFacilitators: ["Retno Palupi", "Suherman"],
    },
  },
  {
    file: "sheetjs-offset.xlsx",
    writer: "SheetJS",
    says: "begins at C5; names kinds of files with macros that it does not hold",
    yields: {
      headerRow: 5,
      create: 6,
      errors: {},
      mapping: { fullName: 2, idNumber: 3, position: 4, agency: 5, group: 6 },
      entries: { 6: { group: "Kelompok 1" }, 8: { group: "Kelompok 3" } },
    },
  },
  {
    file: "hand-prefixed.xlsx",
    writer: "Python zipfile",
    says: "every element with a prefix, no row and cell numbers, no styles",
    yields: { headerRow: 1, create: 3, errors: {} },
  },
  {
    file: "bomb.xlsx",
    writer: "Python zipfile",
    says: "85 KB that become 43 MB",
    flaw: "file_unzips_too_large",
  },
  {
    file: "macro.xlsx",
    writer: "Python zipfile",
    says: "macros under another ending",
    flaw: "file_macros",
  },
  {
    file: "entities.xlsx",
    writer: "Python zipfile",
    says: "entities that multiply",
    flaw: "file_damaged",
  },
  { file: "cut-off.xlsx", writer: "LibreOffice", says: "half of a file", flaw: "file_damaged" },
  { file: "encrypted.xlsx", writer: "by hand", says: "behind a password", flaw: "file_encrypted" },
  { file: "page.xls", writer: "by hand", says: "a web page", flaw: "file_not_a_spreadsheet" },
  { file: "letter.xlsx", writer: "by hand", says: "a PDF", flaw: "file_not_a_spreadsheet" },
  // Text ------------------------------------------------------------------------------------------
  {
    file: "csv-windows-1252.csv",
    writer: "by hand",
    says: "Windows-1252 with typographic quotation marks",
    yields: {
      headerRow: 1,
      create: 6,
      errors: {},
      entries: { 4: { fullName: "Déwi Anggraéni" }, 6: { fullName: "“Rahmat” Hidayat, S.Kom." } },
    },
  },
  {
    file: "csv-comma-quoted.csv",
    writer: "by hand",
    says: "titles with commas, line breaks in cells and in a heading",
    yields: {
      headerRow: 4,
      create: 3,
      errors: {},
      mapping: { fullName: 0, idNumber: 1, position: 2, agency: 3, email: 4 },
      entries: { 6: { position: "Kepala Seksi Asistensi Direktorat Rehabilitasi Sosial" } },
    },
  },
  {
    file: "csv-utf16-tab.txt",
    writer: "by hand, as Excel's Unicode text",
    says: "UTF-16 with tabs",
    yields: { headerRow: 1, create: 6, errors: {}, entries: { 4: { fullName: "Déwi Anggraéni" } } },
  },
  {
    file: "csv-rounded.csv",
    writer: "by hand, as Excel saves it",
    says: "numbers in scientific notation with comma and point, and one filled up with zeros",
    yields: { headerRow: 1, create: 0, errors: { 2: ROUNDED, 3: ROUNDED, 4: ROUNDED } },
  },
  {
    file: "csv-formulas.csv",
    writer: "by hand",
    says: "texts that begin with =, +, - and @, and numbers kept from being rounded in three ways",
    yields: {
      headerRow: 1,
      create: 3,
      errors: {},
      entries: {
        2: { fullName: '=HYPERLINK("http://jahat.test")', position: "+62 Kepala Seksi" },
        3: { fullName: "@SUM(A1)", idNumber: "197811022003122002" },
        4: { fullName: "=cmd", idNumber: "198207302006042005" },
      },
      warnings: {
        2: ["looks_like_formula", "looks_like_formula"],
        3: ["looks_like_formula", "looks_like_formula"],
        4: ["looks_like_formula"],
      },
    },
  },
  {
    file: "csv-english.csv",
    writer: "by hand",
    says: "English headings, UTF-8 with a mark",
    yields: {
      headerRow: 1,
      create: 6,
      facilitators: 1,
      errors: {},
      namedFacilitators: ["Dr. Retno Palupi"],
      entries: { 2: { ...AHMAD, isGroupLead: true, group: "Kelompok 1" } },
    },
  },
  {
    file: "csv-name-and-nip.csv",
    writer: "by hand",
    says: "name and NIP in one cell",
    yields: {
      headerRow: 1,
      create: 3,
      errors: {},
      entries: { 2: { fullName: AHMAD.fullName, idNumber: AHMAD.idNumber } },
    },
  },
  {
    file: "csv-bad-numbers.csv",
    writer: "by hand",
    says: "every way in which a NIP can be wrong",
    yields: {
      headerRow: 1,
      create: 3,
      errors: {
        2: ["id_number_birth_date"],
        3: ["id_number_birth_date"],
        4: ["id_number_appointment"],
        5: ["id_number_sex"],
        6: ROUNDED,
        7: ["id_number_digits"],
        8: ["id_number_nik"],
        12: ["id_number_digits"],
      },
      warnings: { 11: ["no_id_number"] },
      entries: { 8: { idNumber: "" }, 9: { idType: "NI_PPPK" }, 10: { idType: "NRP" } },
    },
  },
  {
    file: "csv-agencies.csv",
    writer: "by hand",
    says: "agencies by short names and slips; Kota Bandung is not Kabupaten Bandung",
    yields: {
      headerRow: 1,
      create: 8,
      errors: { 10: ["agency_unknown"], 11: ["agency_unknown"] },
      unknownAgencies: ["Pemerintah Kota Bandung", "Kementerian Sosil"],
    },
  },
  {
    file: "csv-doubles.csv",
    writer: "by hand",
    says: "two people with one NIP, two with one address, one person twice under two names of the agency",
    yields: {
      headerRow: 1,
      create: 0,
      errors: {
        2: ["duplicate_id_number"],
        3: ["duplicate_id_number"],
        4: ["duplicate_email"],
        5: ["duplicate_email"],
        6: ["duplicate_person"],
        7: ["duplicate_person"],
        8: ["invalid_email"],
      },
    },
  },
  {
    file: "csv-leads.csv",
    writer: "by hand",
    says: "two leads of one group, one of none",
    yields: { headerRow: 1, create: 3, errors: { 3: ["two_leads"], 4: ["lead_without_group"] } },
  },
  {
    file: "csv-one-column.csv",
    writer: "by hand",
    says: "names alone, with degrees",
    yields: { headerRow: 1, create: 0, errors: { 2: ["required"], 3: ["required"] } },
  },
  {
    file: "csv-one-column.csv",
    writer: "by hand",
    says: "names alone, all of one agency by choice",
    options: { defaultAgency: "Kemensos" },
    yields: { headerRow: 1, create: 2, errors: {}, entries: { 2: { fullName: "Budi, S.Sos." } } },
  },
  {
    file: "csv-no-header.csv",
    writer: "by hand",
    says: "no header: nothing is guessed",
    yields: { headerRow: null, create: 0 },
  },
  {
    file: "csv-open-quote.csv",
    writer: "by hand",
    says: "a quotation mark that is never closed",
    flaw: "file_unclosed_quote",
  },
];
