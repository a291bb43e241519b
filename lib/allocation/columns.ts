import type { PlaceKind } from "@/lib/allocation/model";
import { headingKey } from "@/lib/roster/columns";
import type { Sheet } from "@/lib/spreadsheet/sheet";

/** What a file of an allocation says of each participant. */
export const ALLOCATION_FIELDS = ["number", "name", "agency", "place"] as const;
export type AllocationField = (typeof ALLOCATION_FIELDS)[number];

const HEADINGS: Readonly<Record<Exclude<AllocationField, "place">, RegExp>> = {
  number: /^(no|nomor|no peserta|nomor peserta|number|participant number)$/,
  name: /^(nama|nama lengkap|nama peserta|peserta|name|full name|participant)$/,
  agency: /^(instansi|asal instansi|agency)$/,
};
/** A roster has a column for each of them: only that of the kind is read. */
const PLACE_HEADINGS: Readonly<Record<PlaceKind, RegExp>> = {
  INNOVATION: /^(inovasi|kode inovasi|tempat|innovation|place)$/,
  FACILITATOR: /^(fasilitator|nama fasilitator|tempat|facilitator|place)$/,
  GROUP: /^(kelompok|nama kelompok|tempat|group|place)$/,
};

/** Rows at the top among which the header is looked for. */
const SEARCHED = 30;

export interface AllocationHeader {
  /** As the sheet counts, from 1. */
  row: number;
  /** Column of each field, from 0. */
  columns: Partial<Record<AllocationField, number>>;
  /** Of all the file's own columns, in their order. */
  headings: string[];
}

/** The first row that has a name and a place of the kind; null where none has. */
export function findHeader(sheet: Sheet, kind: PlaceKind): AllocationHeader | null {
  for (const { number, cells } of sheet.rows.slice(0, SEARCHED)) {
    const keys = cells.map((cell) => headingKey(cell?.text ?? ""));
    const columns: AllocationHeader["columns"] = {};
    for (const field of ALLOCATION_FIELDS) {
      const heading = field === "place" ? PLACE_HEADINGS[kind] : HEADINGS[field];
      const column = keys.findIndex((key) => heading.test(key));
      if (column >= 0) columns[field] = column;
    }
    if (columns.name !== undefined && columns.place !== undefined) {
      return { row: number, columns, headings: cells.map((cell) => cell?.text ?? "") };
    }
  }
  return null;
}
