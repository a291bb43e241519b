import "server-only";
import { readCsv } from "@/lib/spreadsheet/read-csv";
import { readXlsx } from "@/lib/spreadsheet/read-xlsx";
import {
  READ_LIMITS,
  type ReadLimits,
  type ReadResult,
  SheetFlaw,
  type Workbook,
} from "@/lib/spreadsheet/sheet";

const ZIP = Buffer.from("PK\u0003\u0004", "latin1");
/** A compound file: Excel 97–2003, or a workbook behind a password. */
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const ENCRYPTED_PACKAGE = Buffer.from("EncryptedPackage", "utf16le");
/** How these begin when they are called .csv or .xls. */
const MARKUP = /^\s*<(?:\?xml|!doctype|html|table|meta|workbook)/i;
const PORTABLE = /^(?:%PDF-|\{\\rtf)/;

/**
 * Reads an XLSX or CSV file into neutral sheets. What it is, its bytes decide; a name and a media
 * type are claims of the sender. Anything beyond a limit is refused as a whole, with its reason:
 * nothing is ever cut short in silence.
 *
 * @param limits those of READ_LIMITS that a caller wants otherwise
 */
export async function readSpreadsheet(
  bytes: Uint8Array,
  limits: Partial<ReadLimits> = {},
): Promise<ReadResult> {
  try {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return { ok: true, value: await read(file, { ...READ_LIMITS, ...limits }) };
  } catch (error) {
    if (error instanceof SheetFlaw) {
      return { ok: false, flaw: error.flaw, details: error.details };
    }
    throw error;
  }
}

async function read(file: Buffer, limits: ReadLimits): Promise<Workbook> {
  if (file.length === 0) throw new SheetFlaw("empty");
  if (file.length > limits.maxBytes) throw new SheetFlaw("too_large", { max: limits.maxBytes });
  if (file.subarray(0, 4).equals(ZIP)) {
    const workbook = await readXlsx(file, limits);
    if (workbook.sheets.every(({ rows }) => rows.length === 0)) throw new SheetFlaw("empty");
    return workbook;
  }
  if (file.subarray(0, 2).toString("latin1") === "PK") throw new SheetFlaw("damaged");
  if (file.subarray(0, 8).equals(COMPOUND)) {
    throw new SheetFlaw(file.includes(ENCRYPTED_PACKAGE) ? "encrypted" : "old_excel");
  }
  const head = file.subarray(0, 500).toString("latin1");
  if (MARKUP.test(head) || PORTABLE.test(head)) throw new SheetFlaw("not_a_spreadsheet");
  return readCsv(file, limits);
}
