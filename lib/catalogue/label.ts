import {
  COLUMN_CHOICES,
  LIST_COLUMNS,
  type List,
  type ListColumn,
  type ListWords,
} from "@/lib/catalogue/columns";
import type { Messages } from "@/lib/i18n/messages";

/** The words of a list's file in the language of these messages. */
export function listWords(list: List, { catalogue, innovations, terms }: Messages): ListWords {
  const headings: Partial<Record<ListColumn, string>> =
    list === "agencies"
      ? {
          name: catalogue.agencies.name,
          shortName: catalogue.agencies.shortName,
          type: catalogue.agencies.type,
        }
      : {
          region: catalogue.form.region,
          unit: catalogue.form.unit,
          ...Object.fromEntries(
            LIST_COLUMNS.innovations
              .filter((column) => column in catalogue.form)
              .map((column) => [column, catalogue.form[column as "code"]]),
          ),
          source: catalogue.source,
          confidence: catalogue.confidence,
        };
  const choices: Partial<Record<ListColumn, Record<string, string>>> =
    list === "agencies"
      ? { type: catalogue.agencyType }
      : {
          form: terms.innovationForm,
          type: terms.innovationType,
          stage: terms.innovationStage,
          initiator: terms.innovationInitiator,
          affair: terms.affair,
          facet: catalogue.facet,
          confidence: innovations.confidence,
        };
  const name = list === "agencies" ? catalogue.agencies.title : catalogue.innovations.title;
  return { name, headings, choices };
}

/** The columns that a list's words leave without a name, or a choice: none, in a whole catalogue. */
export function wordless(list: List, words: ListWords): string[] {
  return LIST_COLUMNS[list].flatMap((column: ListColumn) => [
    ...(words.headings[column] ? [] : [column]),
    ...(COLUMN_CHOICES[list][column] ?? [])
      .filter((code) => !words.choices[column]?.[code])
      .map((code) => `${column}.${code}`),
  ]);
}
