import "server-only";
import { looksLikeFormula } from "@/lib/spreadsheet/guarded-text";
import type { Column, Table, Value } from "@/lib/spreadsheet/table";
import { packArchive } from "@/lib/spreadsheet/zip";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Places in `cellXfs` below. */
const STYLE = { plain: 0, header: 1, text: 2, date: 3, quoted: 4, wrapped: 5 } as const;

/** Rows below a table for which choices and formats are still set. */
const ROOM = 1000;

/** The longest list of choices that fits into a validation itself. */
const MAX_CHOICES_LENGTH = 255;

/**
 * Tables as a workbook, a sheet each: real texts, numbers, dates and truth values, a frozen header
 * with filters. Texts are never formulas, and those that look like one stay texts when somebody
 * edits them (`quotePrefix`). The same tables give the same bytes.
 */
export function writeXlsx(tables: readonly Table[]): Buffer {
  const numbered = tables.map((table, index) => ({ table, number: index + 1 }));
  return packArchive([
    {
      name: "[Content_Types].xml",
      content: `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${numbered
        .map(
          ({ number }) =>
            `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
        )
        .join("")}</Types>`,
    },
    {
      name: "_rels/.rels",
      content: `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    { name: "xl/workbook.xml", content: workbookXml(numbered) },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${numbered
        .map(
          ({ number }) =>
            `<Relationship Id="rId${number}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
        )
        .join(
          "",
        )}<Relationship Id="rIdStyles" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    },
    { name: "xl/styles.xml", content: STYLES },
    ...numbered.map(({ table, number }) => ({
      name: `xl/worksheets/sheet${number}.xml`,
      content: sheetXml(table, number === 1),
    })),
  ]);
}

function workbookXml(numbered: readonly { table: Table; number: number }[]): string {
  const sheets = numbered.map(
    ({ table, number }) =>
      `<sheet name="${escapeXml(sheetName(table.name))}" sheetId="${number}" r:id="rId${number}"/>`,
  );
  // Excel keeps the place of each sheet's filter under a name of its own.
  const filters = numbered.flatMap(({ table, number }) =>
    isList(table)
      ? [
          `<definedName name="_xlnm._FilterDatabase" localSheetId="${number - 1}" hidden="1">'${escapeXml(
            sheetName(table.name).replaceAll("'", "''"),
          )}'!${filterRange(table, "$")}</definedName>`,
        ]
      : [],
  );
  const names = filters.length > 0 ? `<definedNames>${filters.join("")}</definedNames>` : "";
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join("")}</sheets>${names}</workbook>`;
}

function isList({ list, columns }: Table): boolean {
  return list !== false && columns.length > 0;
}

function sheetName(name: string): string {
  return name.replaceAll(/[[\]:*?/\\]/g, " ").slice(0, 31);
}

/** A1:D10, or $A$1:$D$10. */
function filterRange({ columns, rows }: Table, mark: "" | "$"): string {
  const last = columnName(columns.length - 1);
  return `${mark}A${mark}1:${mark}${last}${mark}${rows.length + 1}`;
}

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7ECEA"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function sheetXml(table: Table, isFirst: boolean): string {
  const list = isList(table);
  const header = table.columns.map(({ header }) => header);
  const rows = [
    rowXml(header, 1, () => STYLE.header),
    ...table.rows.map((values, index) =>
      rowXml(values, index + 2, (text) => textStyle(text, list)),
    ),
  ];
  const pane = list
    ? '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>'
    : "";
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ""} workbookViewId="0">${pane}</sheetView></sheetViews>${columnsXml(table.columns)}<sheetData>${rows.join("")}</sheetData>${list ? `<autoFilter ref="${filterRange(table, "")}"/>` : ""}${choicesXml(table)}</worksheet>`;
}

function columnsXml(columns: readonly Column[]): string {
  if (columns.length === 0) return "";
  const all = columns.map(({ width = 18, text }, index) => {
    const style = text ? ` style="${STYLE.text}"` : "";
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"${style}/>`;
  });
  return `<cols>${all.join("")}</cols>`;
}

function textStyle(text: string, list: boolean): number {
  if (looksLikeFormula(text)) return STYLE.quoted;
  return list ? STYLE.text : STYLE.wrapped;
}

function rowXml(
  values: readonly Value[],
  number: number,
  styleOf: (text: string) => number,
): string {
  const cells = values.map((value, index) => {
    const at = `r="${columnName(index)}${number}"`;
    if (value === null || value === "") return "";
    if (typeof value === "string") {
      return `<c ${at} s="${styleOf(value)}" t="inlineStr"><is><t xml:space="preserve">${escapeText(value)}</t></is></c>`;
    }
    if (typeof value === "boolean") return `<c ${at} t="b"><v>${value ? 1 : 0}</v></c>`;
    if (typeof value === "number") {
      // A sheet has no infinity and no NaN.
      return Number.isFinite(value) ? `<c ${at}><v>${value}</v></c>` : "";
    }
    return `<c ${at} s="${STYLE.date}"><v>${serialOf(value.date)}</v></c>`;
  });
  return `<row r="${number}">${cells.join("")}</row>`;
}

function choicesXml({ columns, rows }: Table): string {
  const lists = columns.flatMap(({ choices }, index) => {
    const joined = choices?.join(",") ?? "";
    if (!choices?.length || joined.length > MAX_CHOICES_LENGTH) return [];
    if (choices.some((choice) => /[",]/.test(choice))) return [];
    const name = columnName(index);
    return [
      // A warning, not a prohibition: what a roster may hold, its import decides.
      `<dataValidation type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1" sqref="${name}2:${name}${rows.length + ROOM}"><formula1>"${escapeXml(joined)}"</formula1></dataValidation>`,
    ];
  });
  return lists.length > 0
    ? `<dataValidations count="${lists.length}">${lists.join("")}</dataValidations>`
    : "";
}

/** Days since 30 December 1899, as Excel counts from 1 March 1900 on. */
function serialOf(day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
}

/** 27 → `AB`. */
function columnName(index: number): string {
  let name = "";
  for (let left = index + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  }
  return name;
}

/** Text of a cell: what XML cannot hold is written as XLSX does, `_x000D_`. */
function escapeText(text: string): string {
  const escaped = text
    .slice(0, 32_767)
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced
    .replace(/[\u0000-\u0008\u000b\u000c\u000d\u000e-\u001f\ufffe\uffff]/g, (character) => {
      return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
    })
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
  return escapeXml(escaped);
}

function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
