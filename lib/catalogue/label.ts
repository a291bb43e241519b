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
  const { form, regions, units, awards, facts, agencies, agencyType, source, confidence } =
    catalogue;
  const origin = { source, confidence };
  const place = { region: form.region };
  const sure = { confidence: innovations.confidence };
  const words: Record<List, Omit<ListWords, "name"> & { title: string }> = {
    agencies: {
      title: agencies.title,
      headings: { name: agencies.name, shortName: agencies.shortName, type: agencies.type },
      choices: { type: agencyType },
    },
    regions: {
      title: regions.title,
      headings: {
        name: regions.name,
        shortName: regions.shortName,
        type: regions.type,
        regionCode: regions.regionCode,
        capital: regions.capital,
      },
      choices: { type: agencyType },
    },
    units: {
      title: units.title,
      headings: {
        ...place,
        name: units.name,
        shortName: units.shortName,
        laterName: units.laterName,
      },
      choices: {},
    },
    innovations: {
      title: catalogue.innovations.title,
      headings: {
        ...place,
        unit: form.unit,
        ...Object.fromEntries(
          LIST_COLUMNS.innovations
            .filter((column) => column in form)
            .map((column) => [column, form[column as "code"]]),
        ),
        ...origin,
      },
      choices: {
        form: terms.innovationForm,
        type: terms.innovationType,
        stage: terms.innovationStage,
        initiator: terms.innovationInitiator,
        affair: terms.affair,
        facet: catalogue.facet,
        ...sure,
      },
    },
    awards: {
      title: awards.title,
      headings: {
        ...place,
        name: awards.name,
        level: awards.level,
        year: awards.year,
        rank: awards.rank,
        giver: awards.giver,
        innovation: awards.honours,
        note: awards.note_,
        ...origin,
      },
      choices: { level: innovations.level, ...sure },
    },
    facts: {
      title: facts.title,
      headings: { ...place, innovation: facts.innovation, text: facts.text, ...origin },
      choices: sure,
    },
  };
  const { title: name, ...rest } = words[list];
  return { name, ...rest };
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

/** What the fields are called in which an entry can be wrong, or change. */
export function columnNames(headings: ListWords["headings"]): Record<string, string> {
  return {
    ...headings,
    hostUnitId: headings.unit ?? "",
    hostRegionId: headings.region ?? "",
    innovationId: headings.innovation ?? "",
  };
}
