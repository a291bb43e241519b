import "server-only";
import { getLocale, getTranslations } from "next-intl/server";
import { type FileContext, leavingFiles } from "@/lib/file/mutations";
import { createFormat, defaultTimeZone } from "@/lib/i18n/format";
import { toLocale } from "@/lib/i18n/locales";
import { type OwnWords, ownLabels } from "@/lib/own-data/label";
import type { OwnFormat, OwnValue } from "@/lib/own-data/model";
import type { OwnExport } from "@/lib/own-data/mutations";
import type { ArchivedFile } from "@/lib/spreadsheet/zip";

/** Raised when a field of the file changes its meaning or goes away. */
const SCHEMA_VERSION = 1;

/** One's own data as a file: JSON for machines, or a page that any browser opens without Lokus. */
export async function ownDataText(
  format: Exclude<OwnFormat, "zip">,
  { data, work }: OwnExport,
  at: Date,
): Promise<string> {
  if (format === "json") {
    const sections = Object.fromEntries(
      data.sections.map(({ name, columns, rows }) => [
        name,
        rows.map((row) =>
          Object.fromEntries(columns.map((column, index) => [column, plain(row[index] ?? null)])),
        ),
      ]),
    );
    const body = { product: "lokus-own-data", schemaVersion: SCHEMA_VERSION, at, ...sections };
    return `${JSON.stringify({ ...body, documents: work }, null, 2)}\n`;
  }
  const locale = toLocale(await getLocale());
  const [t, audit, words] = await Promise.all([
    getTranslations("ownData"),
    getTranslations("audit"),
    getTranslations("common.when"),
  ]);
  const dates = createFormat({ locale, timeZone: defaultTimeZone, words });
  const labels = ownLabels(t as unknown as OwnWords, audit as unknown as OwnWords, dates);
  const sections = data.sections
    .filter(({ rows }) => rows.length > 0)
    .map((section) => {
      const head = section.columns.map((name) => `<th>${escapeHtml(labels.column(name))}</th>`);
      const rows = section.rows.map(
        (row) =>
          `<tr>${row.map((value) => `<td>${escapeHtml(labels.value(value))}</td>`).join("")}</tr>`,
      );
      return `<h2>${escapeHtml(labels.section(section))}</h2>
<div><table><thead><tr>${head.join("")}</tr></thead><tbody>${rows.join("\n")}</tbody></table></div>`;
    });
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(t("file.title", { name: data.name }))}</title>
<style>body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem}
div{overflow-x:auto}table{border-collapse:collapse;width:100%}th,td{border:1px solid;padding:.3rem .5rem;text-align:left;vertical-align:top}</style>
</head><body><h1>${escapeHtml(t("file.title", { name: data.name }))}</h1>
<p>${escapeHtml(t("file.at", { at: dates.dateTime(at) }))}</p>
${sections.join("\n")}
</body></html>
`;
}

/** The same with the photos and PDFs: the documents in it name them by their hashes, and so do they. */
export async function* ownDataFiles(
  ctx: FileContext,
  exported: OwnExport,
  at: Date,
): AsyncGenerator<ArchivedFile> {
  yield { name: "data.json", content: await ownDataText("json", exported, at) };
  yield* leavingFiles(ctx, exported.files);
}

function plain(value: OwnValue): string | null {
  if (value === null) return null;
  if ("at" in value) return value.at.toISOString();
  if ("day" in value) return value.day;
  if ("coded" in value) return value.coded.map(({ name, code }) => `${name}: ${code}`).join("; ");
  return "text" in value ? value.text : value.code;
}

/** What people wrote stands in the page as text, never as a part of it. */
function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
