import "server-only";
import {
  builtInFormat,
  type NumberFormat,
  parseNumberFormat,
  showNumber,
  showSerialDate,
} from "@/lib/spreadsheet/number-format";
import {
  type Cell,
  type MergedRange,
  type ReadLimits,
  type Sheet,
  SheetFlaw,
  type SheetRow,
  type Workbook,
} from "@/lib/spreadsheet/sheet";
import { type Archive, openArchive } from "@/lib/spreadsheet/unzip";
import { attributeOf, decodeEscapes, readXml } from "@/lib/spreadsheet/xml";

/** Entries that only workbooks with macros have; the file's name says nothing. */
const MACROS = /(^|\/)(vbaProject[^/]*\.bin|macrosheets\/|vbaData\.xml)/i;

/**
 * Reads a workbook (ECMA-376, strict and transitional) of whatever writer. Formulas give the result
 * that was last calculated; hidden sheets are left out, as are styles, drawings and links. Sheets
 * are read before the shared texts, so that a file that is too long is told as that, and only texts
 * that a cell uses are kept.
 *
 * @throws SheetFlaw
 */
export async function readXlsx(file: Buffer, limits: ReadLimits): Promise<Workbook> {
  const archive = openArchive(file, limits);
  await refuseOtherKinds(archive);
  const workbookPath = await findWorkbook(archive);
  const { sheets, from1904 } = await readWorkbook(archive, workbookPath);
  const links = await readLinks(archive, workbookPath);
  // A letter or a presentation is packed in the same way.
  if (sheets.length === 0) throw new SheetFlaw("not_a_spreadsheet");
  const visible = sheets.filter(({ hidden }) => !hidden);
  const wanted = visible.length > 0 ? visible : sheets;
  if (wanted.length > limits.maxSheets) {
    throw new SheetFlaw("too_many_sheets", { max: limits.maxSheets });
  }
  const stylesPath = [...links.values()].find(({ type }) => type.endsWith("/styles"))?.target;
  const formats = stylesPath ? await readFormats(archive, stylesPath) : [];

  const budget = { cells: limits.maxCells };
  const shared = new Map<number, string>();
  const read: RawSheet[] = [];
  for (const { name, linkId } of wanted) {
    const link = links.get(linkId);
    // Charts have sheets of their own, without cells.
    if (!link?.type.endsWith("/worksheet")) continue;
    read.push(
      await readSheet(archive, link.target, { name, formats, from1904, limits, budget, shared }),
    );
  }
  const textsPath = [...links.values()].find(({ type }) => type.endsWith("/sharedStrings"))?.target;
  if (shared.size > 0) {
    if (!textsPath) throw new SheetFlaw("damaged");
    await readSharedTexts(archive, textsPath, shared, limits);
  }
  return { format: "xlsx", sheets: read.map((sheet) => resolveTexts(sheet, shared)) };
}

async function refuseOtherKinds(archive: Archive): Promise<void> {
  if (archive.names.some((name) => MACROS.test(name))) throw new SheetFlaw("macros");
  if (archive.has("mimetype")) {
    const type = await readText(archive, "mimetype", 200);
    if (type.includes("opendocument.spreadsheet")) throw new SheetFlaw("open_document");
    throw new SheetFlaw("not_a_spreadsheet");
  }
  if (archive.has("xl/workbook.bin")) throw new SheetFlaw("binary_excel");
  if (!archive.has("[Content_Types].xml")) throw new SheetFlaw("not_a_spreadsheet");
  await readXml(archive.read("[Content_Types].xml"), {
    open: (_, { ContentType = "", Extension }) => {
      if (!/macroEnabled|vbaProject/i.test(ContentType)) return;
      // A default says what files of an ending would be; some writers name kinds that they never use.
      const used =
        Extension === undefined || archive.names.some((name) => name.endsWith(`.${Extension}`));
      if (used) throw new SheetFlaw("macros");
    },
  });
}

async function readText(archive: Archive, name: string, most: number): Promise<string> {
  let text = "";
  for await (const piece of archive.read(name)) {
    text += piece.toString("latin1");
    if (text.length > most) throw new SheetFlaw("not_a_spreadsheet");
  }
  return text;
}

interface Link {
  type: string;
  target: string;
}

/** The part that the package names as its main document. */
async function findWorkbook(archive: Archive): Promise<string> {
  const links = await readLinks(archive, "");
  const main = [...links.values()].find(({ type }) => type.endsWith("/officeDocument"));
  if (!main || !archive.has(main.target)) throw new SheetFlaw("not_a_spreadsheet");
  return main.target;
}

/** The relationships of a part, with targets as names of entries. */
async function readLinks(archive: Archive, part: string): Promise<Map<string, Link>> {
  const slash = part.lastIndexOf("/");
  const folder = part.slice(0, slash + 1);
  const path = `${folder}_rels/${part.slice(slash + 1)}.rels`;
  const links = new Map<string, Link>();
  if (!archive.has(path)) return links;
  await readXml(archive.read(path), {
    open: (name, attributes) => {
      const { Id, Type, Target, TargetMode } = attributes;
      if (name !== "Relationship" || !Id || !Type || !Target || TargetMode === "External") return;
      links.set(Id, { type: Type, target: resolve(folder, Target) });
    },
  });
  return links;
}

function resolve(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const parts = folder.split("/").slice(0, -1);
  for (const part of target.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}

interface SheetEntry {
  name: string;
  linkId: string;
  hidden: boolean;
}

async function readWorkbook(
  archive: Archive,
  path: string,
): Promise<{ sheets: SheetEntry[]; from1904: boolean }> {
  const sheets: SheetEntry[] = [];
  let from1904 = false;
  await readXml(archive.read(path), {
    open: (name, attributes) => {
      if (name === "workbookPr") {
        from1904 = /^(1|true)$/.test(attributeOf(attributes, "date1904") ?? "");
      } else if (name === "sheet") {
        sheets.push({
          name: decodeEscapes(attributes.name ?? ""),
          linkId: attributeOf(attributes, "id") ?? "",
          hidden: /hidden/i.test(attributes.state ?? ""),
        });
      }
    },
  });
  return { sheets, from1904 };
}

/** The number format of each cell style, by its index. */
async function readFormats(archive: Archive, path: string): Promise<NumberFormat[]> {
  const own = new Map<number, NumberFormat>();
  const formats: NumberFormat[] = [];
  let inCellStyles = false;
  await readXml(archive.read(path), {
    open: (name, attributes) => {
      if (name === "numFmt") {
        own.set(Number(attributes.numFmtId), parseNumberFormat(attributes.formatCode ?? ""));
      } else if (name === "cellXfs") {
        inCellStyles = true;
      } else if (name === "xf" && inCellStyles) {
        const id = Number(attributes.numFmtId ?? 0);
        formats.push(own.get(id) ?? builtInFormat(id));
      }
    },
    close: (name) => {
      if (name === "cellXfs") inCellStyles = false;
    },
  });
  return formats;
}

/** A cell whose text stands elsewhere, by its index there. */
type RawCell = Cell | { kind: "shared"; index: number };

interface RawSheet {
  name: string;
  rows: { number: number; cells: (RawCell | null)[] }[];
  merges: MergedRange[];
}

interface SheetContext {
  name: string;
  formats: readonly NumberFormat[];
  from1904: boolean;
  limits: ReadLimits;
  /** What is left of `maxCells`. */
  budget: { cells: number };
  /** Texts that are wanted, to be filled in later. */
  shared: Map<number, string>;
}

async function readSheet(archive: Archive, path: string, context: SheetContext): Promise<RawSheet> {
  const { name: sheet, limits } = context;
  const rows: RawSheet["rows"] = [];
  const merges: MergedRange[] = [];
  let rowNumber = 0;
  let column = -1;
  let cells: (RawCell | null)[] = [];
  let cell: { type: string; style: number; formula: boolean } | null = null;
  let value = "";
  /** The element whose text is being read: a value, or text written in the cell itself. */
  let reading: "v" | "t" | null = null;
  let phonetic = 0;

  await readXml(archive.read(path), {
    open: (name, attributes) => {
      switch (name) {
        case "row":
          rowNumber = attributes.r === undefined ? rowNumber + 1 : wholeNumber(attributes.r);
          column = -1;
          cells = [];
          break;
        case "c":
          column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
          cell = {
            type: attributes.t ?? "n",
            style: Number(attributes.s ?? 0),
            formula: false,
          };
          value = "";
          break;
        case "f":
          if (cell) cell.formula = true;
          break;
        case "v":
          if (cell) reading = "v";
          break;
        case "t":
          if (cell && phonetic === 0) reading = "t";
          break;
        case "rPh":
          phonetic += 1;
          break;
        case "mergeCell":
          if (merges.length >= limits.maxRows) {
            throw new SheetFlaw("too_many_rows", { max: limits.maxRows, sheet });
          }
          merges.push(rangeOf(attributes.ref ?? ""));
          break;
      }
    },
    text: (text) => {
      if (!reading) return;
      value += text;
      if (value.length > limits.maxCellLength * 7) {
        // An escape has seven characters for one.
        throw new SheetFlaw("cell_too_long", { max: limits.maxCellLength, sheet, row: rowNumber });
      }
    },
    close: (name) => {
      switch (name) {
        case "v":
        case "t":
          reading = null;
          break;
        case "rPh":
          phonetic -= 1;
          break;
        case "c": {
          const made = cell && makeCell(cell, value, context, rowNumber);
          cell = null;
          if (!made) break;
          if (column >= limits.maxColumns) {
            throw new SheetFlaw("too_many_columns", { max: limits.maxColumns, sheet });
          }
          context.budget.cells -= 1;
          if (context.budget.cells < 0) {
            throw new SheetFlaw("too_many_cells", { max: limits.maxCells });
          }
          while (cells.length < column) cells.push(null);
          cells[column] = made;
          break;
        }
        case "row":
          if (cells.length === 0) break;
          if (rows.length >= limits.maxRows) {
            throw new SheetFlaw("too_many_rows", { max: limits.maxRows, sheet });
          }
          rows.push({ number: rowNumber, cells });
          break;
      }
    },
  });
  rows.sort((a, b) => a.number - b.number);
  return { name: sheet, rows, merges };
}

function makeCell(
  { type, style, formula }: { type: string; style: number; formula: boolean },
  value: string,
  { formats, from1904, limits, name, shared }: SheetContext,
  row: number,
): RawCell | null {
  if (type === "s") {
    if (value === "") return null;
    const index = wholeNumber(value);
    shared.set(index, "");
    return { kind: "shared", index };
  }
  if (type === "inlineStr" || type === "str" || type === "d") {
    return textCell(decodeEscapes(value), limits, { sheet: name, row });
  }
  if (value === "") return formula ? { kind: "error", text: "#FORMULA!" } : null;
  if (type === "b") {
    const set = /^(1|true)$/.test(value);
    return { kind: "boolean", text: set ? "TRUE" : "FALSE", value: set };
  }
  if (type === "e") return { kind: "error", text: value.slice(0, 40) };
  const number = Number(value);
  if (type !== "n" || !Number.isFinite(number) || value.length > 400) {
    throw new SheetFlaw("damaged");
  }
  const format = formats[style] ?? { kind: "general" };
  const raw = value.trim();
  if (format.kind === "date") {
    const date = showSerialDate(number, format, from1904);
    if (date !== null) return { kind: "date", text: date, value: number, raw };
  }
  return { kind: "number", text: showNumber(number, format), value: number, raw };
}

/** A text, or nothing where there are only blanks. */
function textCell(
  text: string,
  { maxCellLength: max }: ReadLimits,
  where: { sheet?: string; row?: number },
): Cell | null {
  if (text.length > max) throw new SheetFlaw("cell_too_long", { max, ...where });
  return text.trim() === "" ? null : { kind: "text", text };
}

async function readSharedTexts(
  archive: Archive,
  path: string,
  wanted: Map<number, string>,
  { maxCellLength: max }: ReadLimits,
): Promise<void> {
  let index = -1;
  let text = "";
  let reading = false;
  let phonetic = 0;
  let found = 0;
  await readXml(archive.read(path), {
    open: (name) => {
      if (name === "si") {
        index += 1;
        text = "";
      } else if (name === "rPh") phonetic += 1;
      else if (name === "t") reading = phonetic === 0 && wanted.has(index);
    },
    text: (piece) => {
      if (!reading) return;
      text += piece;
      if (text.length > max * 7) throw new SheetFlaw("cell_too_long", { max });
    },
    close: (name) => {
      if (name === "t") reading = false;
      else if (name === "rPh") phonetic -= 1;
      else if (name === "si" && wanted.has(index)) {
        const decoded = decodeEscapes(text);
        if (decoded.length > max) throw new SheetFlaw("cell_too_long", { max });
        wanted.set(index, decoded);
        found += 1;
      }
    },
  });
  if (found !== wanted.size) throw new SheetFlaw("damaged");
}

/** Puts the shared texts in, and takes away what turned out to be blank. */
function resolveTexts(sheet: RawSheet, shared: ReadonlyMap<number, string>): Sheet {
  const rows: SheetRow[] = [];
  for (const { number, cells } of sheet.rows) {
    const resolved = cells.map((cell): Cell | null => {
      if (cell?.kind !== "shared") return cell;
      const text = shared.get(cell.index) ?? "";
      return text.trim() === "" ? null : { kind: "text", text };
    });
    while (resolved.at(-1) === null) resolved.pop();
    if (resolved.length > 0) rows.push({ number, cells: resolved });
  }
  return { name: sheet.name, rows, merges: sheet.merges };
}

function wholeNumber(text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw new SheetFlaw("damaged");
  return Number(text);
}

/** `AB12` → 27. */
function columnOf(reference: string): number {
  const [, letters] = /^([A-Z]{1,3})\d{1,7}$/.exec(reference) ?? [];
  if (!letters) throw new SheetFlaw("damaged");
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function rangeOf(reference: string): MergedRange {
  const [from = "", to = from] = reference.split(":");
  const row = (text: string) => wholeNumber(text.replace(/^[A-Z]+/, ""));
  return {
    top: row(from),
    left: columnOf(from) + 1,
    bottom: row(to),
    right: columnOf(to) + 1,
  };
}
