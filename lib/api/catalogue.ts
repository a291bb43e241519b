import "server-only";
import { getLocale } from "next-intl/server";
import type { List, ListWords } from "@/lib/catalogue/columns";
import type { ListPlan } from "@/lib/catalogue/data";
import { listWords } from "@/lib/catalogue/label";
import type { ListPreview } from "@/lib/catalogue/model";
import { locales, toLocale } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";

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
    digest: missing.length === 0 && counts.faulty === 0 ? digest : null,
    rows: rows.map(({ number, name, action, issues, changed }) => ({
      number,
      name,
      action,
      issues,
      changed,
    })),
  };
}
