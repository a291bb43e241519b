import "server-only";
import { createTranslator } from "next-intl";
import { slug } from "@/lib/archive/model";
import { storedName } from "@/lib/file/label";
import { type FileContext, readStored } from "@/lib/file/mutations";
import type { Locale } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";
import type { Actor } from "@/lib/platform/actor";
import { photosOf } from "@/lib/report/composing";
import { findingsManuscript, individualManuscript } from "@/lib/report/content";
import { readIndividualReport } from "@/lib/report/data";
import {
  type CohortFindings,
  type IndividualReport,
  isReportable,
  REPORT_BOUNDS,
  type ReportFormat,
} from "@/lib/report/model";
import type { ReportsToTake } from "@/lib/report/mutations";
import { authorizeReport } from "@/lib/report/policy";
import type { ArchivedFile } from "@/lib/spreadsheet/zip";
import type { Manuscript, Picture, Pictures } from "@/lib/typesetting/manuscript";
import { smallPicture } from "@/lib/typesetting/pictures";
import { writeDocx } from "@/lib/typesetting/write-docx";
import { writePdf } from "@/lib/typesetting/write-pdf";

/** How a report is wanted. */
export interface Wanted {
  format: ReportFormat;
  lang: Locale;
}

/** The individual report as a file, with what it is called. */
export async function individualFile(
  ctx: FileContext,
  report: IndividualReport,
  { format, lang }: Wanted,
): Promise<{ bytes: Buffer; name: string }> {
  const manuscript = await individualManuscript(report, lang);
  const pictures = await picturesOf(ctx, report);
  return {
    bytes: await typeset(manuscript, pictures, format, ctx.clock.now()),
    name: await fileName("individual", lang, { name: report.participant.name }, format),
  };
}

/** The findings of a cohort as a file, with what it is called. */
export async function findingsFile(
  { clock }: Pick<FileContext, "clock">,
  findings: CohortFindings,
  { format, lang }: Wanted,
): Promise<{ bytes: Buffer; name: string }> {
  const manuscript = await findingsManuscript(findings, lang);
  return {
    bytes: await typeset(manuscript, new Map(), format, clock.now()),
    name: await fileName("annex", lang, { cohort: findings.cohort.name }, format),
  };
}

/** What the archive of all reports of a cohort is called. */
export function reportsName(cohort: string, { lang }: Wanted): Promise<string> {
  return fileName("all", lang, { cohort }, "zip");
}

/**
 * The reports of a cohort, one after the other, so that they can be sent while they are made. Each is read
 * when its turn comes; one that is no report any more by then is left out.
 */
export async function* reportFiles(
  ctx: FileContext,
  actor: Actor,
  { people }: ReportsToTake,
  wanted: Wanted,
): AsyncGenerator<ArchivedFile> {
  for (const { subject, rosterNumber, name } of people) {
    const authorized = authorizeReport(actor, subject);
    const report = authorized && (await readIndividualReport(ctx.db, authorized));
    if (!report || !isReportable(report)) continue;
    const { bytes } = await individualFile(ctx, report, wanted);
    const number = String(rosterNumber).padStart(3, "0");
    yield { name: `${number}-${slug(name)}.${wanted.format}`, content: bytes };
  }
}

function typeset(
  manuscript: Manuscript,
  pictures: Pictures,
  format: ReportFormat,
  at: Date,
): Promise<Buffer> {
  return format === "docx" ? writeDocx(manuscript, pictures) : writePdf(manuscript, pictures, at);
}

/** The photos that a report shows, made small; those whose bytes are not there are left out. */
async function picturesOf(ctx: FileContext, { works }: IndividualReport): Promise<Pictures> {
  const shown = photosOf(works)
    .slice(0, REPORT_BOUNDS.photos)
    .filter(({ missing }) => missing === null);
  const hashes = [...new Set(shown.map(({ hash }) => hash))];
  const made = await Promise.all(
    hashes.map(async (hash): Promise<[string, Picture][]> => {
      const bytes = await readStored(ctx, { hash, kind: "IMAGE", name: storedName(hash, "IMAGE") });
      const picture = bytes && (await smallPicture(bytes, REPORT_BOUNDS.photoSide));
      return picture ? [[hash, picture]] : [];
    }),
  );
  return new Map(made.flat());
}

async function fileName(
  kind: "individual" | "annex" | "all",
  locale: Locale,
  values: Record<string, string>,
  ending: string,
): Promise<string> {
  const messages = await loadMessages(locale);
  const t = createTranslator({ locale, messages, namespace: "report.file" });
  return `${t(kind, values)}.${ending}`;
}
