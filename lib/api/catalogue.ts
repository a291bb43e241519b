import "server-only";
import { getLocale, getTranslations } from "next-intl/server";
import type { List, ListWords } from "@/lib/catalogue/columns";
import type { ListPlan } from "@/lib/catalogue/data";
import { columnNames, listWords } from "@/lib/catalogue/label";
import type { ListPreview } from "@/lib/catalogue/model";
import { listNotes } from "@/lib/catalogue/tables";
import { locales, toLocale } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";
import type { Table } from "@/lib/spreadsheet/table";
import { faultsTable } from "./faults";

/** The words of a list's file in every language: what an import understands. */
export async function listVocabulary(list: List): Promise<ListWords[]> {
  const all = await Promise.all(locales.map(loadMessages));
  return all.map((messages) => listWords(list, messages));
}

/** The words of a list's file in the language of whoever asks. */
export async function wordsOf(list: List): Promise<ListWords> {
  return listWords(list, await loadMessages(toLocale(await getLocale())));
}

/** What the browser gets of a plan: nothing of what only the import needs. */
export function listPreview({ rows, counts, unknown, missing, digest }: ListPlan): ListPreview {
  return {
    counts,
    unknown,
    missing,
    digest: missing.length === 0 ? digest : null,
    rows: rows.map(({ number, name, action, issues, changed }) => ({
      number,
      name,
      action,
      issues,
      changed,
    })),
  };
}

/** The rows of a file that cannot be taken over, with the reasons in words; null without any. */
export async function listFaults({ list, source, rows }: ListPlan): Promise<Table | null> {
  const { headings } = await wordsOf(list);
  const names = columnNames(headings);
  return faultsTable({
    ...source,
    rows: rows.filter(({ action }) => action === "faulty"),
    nameOf: (path) => names[path],
  });
}

/** What each column of a list's file takes, as a sheet beside an empty list. */
export async function listGuide(list: List): Promise<Table> {
  const t = await getTranslations("catalogue.guide");
  return listNotes(list, await wordsOf(list), {
    sheet: t("sheet"),
    column: t("column"),
    needed: t("needed"),
    takes: t("takes"),
    yes: t("yes"),
    no: t("no"),
    hints: {
      region: t("region"),
      unit: t("unit"),
      innovation: t("innovation"),
      links: t("links"),
      regionCode: t("regionCode"),
      source: t("source"),
      ...(list === "awards" ? { innovation: t("honoured") } : {}),
    },
  });
}
