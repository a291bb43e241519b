/** What is to be written as a sheet: one header row and what stands under it. */
export interface Table {
  /** Of the sheet: at most 31 characters, none of `[]:*?/\`. */
  name: string;
  columns: readonly Column[];
  rows: readonly (readonly Value[])[];
  /** False for a sheet of prose: no filters and no frozen header. */
  list?: boolean;
}

export interface Column {
  header: string;
  /** In characters. */
  width?: number;
  /**
   * Keeps what people type below the table text, so that Excel does not round a NIP. Numbers and
   * dates find their own format.
   */
  text?: boolean;
  /** What people may choose from, in cells below the header. */
  choices?: readonly string[];
}

/** `date` is `YYYY-MM-DD`. */
export type Value = string | number | boolean | null | { date: string };
