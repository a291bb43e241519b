/** Comments that are kept to be written again: one's own, and those of a cohort for all who review in it. */

export const CANNED_BOUNDS = {
  body: { min: 5, max: 1000 },
  /** Of one person, and of one cohort. */
  most: 40,
} as const;

export interface CannedComment {
  id: string;
  body: string;
  /** Of the cohort, for all who review in it. */
  shared: boolean;
  /** The reader may take it away. */
  mayRemove: boolean;
}

/** What may stand in a canned comment for what differs each time; in both languages. */
const PLACEHOLDERS = { nama: "name", name: "name", isian: "value", value: "value" } as const;

/** As long as a quotation may be. */
const QUOTED = 120;

/** A canned comment with the participant's name and the field's value in the place of `{nama}` and `{isian}`. */
export function fillIn(body: string, given: { name: string; value: string | null }): string {
  return body.replaceAll(/\{(nama|name|isian|value)\}/gi, (whole, word: string) => {
    const value = given[PLACEHOLDERS[word.toLowerCase() as keyof typeof PLACEHOLDERS]];
    if (value === null || value === "") return whole;
    const characters = [...value];
    return characters.length > QUOTED ? `${characters.slice(0, QUOTED).join("")}…` : value;
  });
}
