import "server-only";
import { getTranslations } from "next-intl/server";
import { readDocuments } from "@/lib/archive/data";
import {
  ARCHIVE_SCHEMA_VERSION,
  type ArchiveHead,
  type ArchiveTable,
  toSheet,
  withoutNumbers,
} from "@/lib/archive/model";
import { type FileContext, leavingFiles } from "@/lib/file/mutations";
import { createFormat } from "@/lib/i18n/format";
import { toLocale } from "@/lib/i18n/locales";
import { writeCsv } from "@/lib/spreadsheet/write-csv";
import type { ArchivedFile } from "@/lib/spreadsheet/zip";

/** Documents that are held in memory at a time. */
const BATCH = 40;

/**
 * The files of a cohort's archive, one after the other. What was read at one moment comes first;
 * documents of revisions follow in batches, since nobody can change those.
 */
export async function* archiveFiles(
  ctx: FileContext,
  head: ArchiveHead,
  at: Date,
  locale: string,
): AsyncGenerator<ArchivedFile> {
  yield { name: "README.md", content: await readme(head, at, locale) };
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  yield {
    name: "manifest.json",
    content: json({
      product: "lokus-cohort",
      schemaVersion: ARCHIVE_SCHEMA_VERSION,
      at: at.toISOString(),
      cohort: { id: head.cohort.id, name: head.cohort.name },
      personalNumbers: head.withNumbers ? "full" : "masked",
      tables: head.tables.map(({ name, columns, rows }) => ({ name, columns, rows: rows.length })),
      rubrics: head.rubrics.map(({ path }) => path),
      revisions: head.revisions.length,
      files: head.files.length,
    }),
  };
  yield { name: "cohort.json", content: json(head.cohort) };
  for (const { path, content } of head.rubrics) yield { name: path, content: json(content) };
  for (const table of head.tables) yield* tableFiles(table);
  for (let from = 0; from < head.revisions.length; from += BATCH) {
    const batch = head.revisions.slice(from, from + BATCH);
    const documents = await readDocuments(
      ctx.db,
      batch.map(({ id }) => id),
    );
    for (const { id, path } of batch) {
      const document = documents.get(id);
      if (!document) throw new Error(`revision ${id} has vanished`);
      yield { name: path, content: json(archived(id, document, head.withNumbers)) };
    }
  }
  yield* leavingFiles(ctx, head.files);
}

/**
 * A revision as the archive has it. The hash is always of what was handed in: where something is left
 * out of it, the file says so and says what, for the hash then is not that of the content beside it.
 */
function archived(
  revisionId: string,
  { contentHash, content: original }: { contentHash: string; content: unknown },
  withNumbers: boolean,
) {
  const { content, redacted } = withNumbers
    ? { content: original, redacted: [] }
    : withoutNumbers(original);
  const contentHashOf = redacted.length > 0 ? "original" : "content";
  return { revisionId, contentHash, contentHashOf, redacted, content };
}

function* tableFiles(table: ArchiveTable): Generator<ArchivedFile> {
  yield { name: `${table.name}.json`, content: `${JSON.stringify(table.rows, null, 2)}\n` };
  yield { name: `${table.name}.csv`, content: writeCsv(toSheet(table)) };
}

/** What is in the archive, in words, in the language of whoever takes it. */
async function readme(head: ArchiveHead, at: Date, locale: string): Promise<string> {
  const [t, words] = await Promise.all([
    getTranslations("archive"),
    getTranslations("common.when"),
  ]);
  const format = createFormat({
    locale: toLocale(locale),
    timeZone: head.cohort.timeZone,
    words,
  });
  const lines = [
    `# ${head.cohort.name}`,
    "",
    t("readme.intro", { at: format.dateTime(at), version: ARCHIVE_SCHEMA_VERSION }),
    "",
    `## ${t("readme.files")}`,
    "",
    `- \`cohort.json\`: ${t("readme.cohort")}`,
    ...head.tables.map(
      ({ name, rows }) =>
        `- \`${name}.csv\`, \`${name}.json\`: ${t(`tables.${name}`)} (${t("readme.rows", { count: rows.length })})`,
    ),
    `- \`rubrics/\`: ${t("readme.rubrics", { count: head.rubrics.length })}`,
    `- \`work/\`: ${t("readme.work", { count: head.revisions.length })}`,
    `- \`files/\`: ${t("readme.evidence", { count: head.files.length })}`,
    `- \`manifest.json\`: ${t("readme.manifest")}`,
    "",
    `## ${t("readme.reading")}`,
    "",
    `- ${t("readme.csv")}`,
    `- ${t("readme.times")}`,
    `- ${t("readme.keys")}`,
    `- ${t("readme.hash")}`,
    `- ${t("readme.drafts")}`,
    "",
    `## ${t("readme.privacy")}`,
    "",
    t("readme.privacyBody"),
    "",
    t(head.withNumbers ? "readme.numbersFull" : "readme.numbersMasked"),
    "",
  ];
  return lines.join("\n");
}
