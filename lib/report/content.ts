import "server-only";
import { createTranslator } from "next-intl";
import { createFormat } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";
import { composeAnnex } from "@/lib/report/annex";
import { composeIndividual } from "@/lib/report/composing";
import type { CohortFindings, IndividualReport, ReportWords } from "@/lib/report/model";
import type { Manuscript } from "@/lib/typesetting/manuscript";

/** A report in a language, whatever that of the screen is. */
export async function individualManuscript(
  report: IndividualReport,
  locale: Locale,
): Promise<Manuscript> {
  return composeIndividual(report, await reportWords(locale, report.cohort.timeZone));
}

export async function findingsManuscript(
  findings: CohortFindings,
  locale: Locale,
): Promise<Manuscript> {
  return composeAnnex(findings, await reportWords(locale, findings.cohort.timeZone));
}

async function reportWords(locale: Locale, timeZone: string): Promise<ReportWords> {
  const messages = await loadMessages(locale);
  const when = createTranslator({ locale, messages, namespace: "common.when" });
  // Translators as `useTranslations` gives them; next-intl has a type of its own for each of the two.
  return {
    locale,
    format: createFormat({ locale, timeZone, words: when }),
    r: createTranslator({ locale, messages, namespace: "report" }),
    terms: createTranslator({ locale, messages, namespace: "terms" }),
    revision: createTranslator({ locale, messages, namespace: "revision" }),
    stage: createTranslator({ locale, messages, namespace: "stage" }),
    attendance: createTranslator({ locale, messages, namespace: "attendance" }),
  } as unknown as ReportWords;
}
