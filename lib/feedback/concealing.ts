/** Whom a text may not point at. */
export interface Concealed {
  /** As rosters have it, with titles. */
  name: string;
  /** NIP, NI PPPK or NRP. */
  idNumber: string | null;
}

/** Where a text tells who somebody is. */
export interface Exposure {
  kind: "name" | "number" | "address";
  /** The words of the text that do. */
  found: string;
}

/** How somebody is spoken of: one word of a name after it says who is meant. */
const ADDRESSED = new Set(
  "bapak ibu pak bu sdr sdri saudara saudari mas mbak kak bang mr mrs ms dr drs dra ir prof".split(
    " ",
  ),
);
const ADDRESS = /[^\s@]+@[^\s@]+\.[^\s@]+/u;
/** Digits with what people put between them. */
const DIGITS = /\d(?:[\s.\-/]?\d){7,}/gu;
/** A civil-servant number has 18; one of somebody else's points at a person as well. */
const NUMBER_LENGTH = 18;

interface Word {
  plain: string;
  start: number;
  end: number;
}

/**
 * The first place at which a text tells who somebody is: two words of a name beside each other in
 * whatever order, a name of one word, one word of a name after "Bapak" or "Ibu", a number of theirs
 * or any that is as long as a NIP, an e-mail address. Titles, initials, accents and case do not hide a
 * name. Pure.
 */
export function findExposure(text: string, people: readonly Concealed[]): Exposure | null {
  const address = ADDRESS.exec(text);
  if (address) return { kind: "address", found: address[0] };
  return findNumber(text, people) ?? findName(text, people);
}

function findNumber(text: string, people: readonly Concealed[]): Exposure | null {
  const known = people.flatMap(({ idNumber }) => idNumber?.replace(/\D/g, "") || []);
  for (const [found] of text.matchAll(DIGITS)) {
    const digits = found.replace(/\D/g, "");
    if (digits.length >= NUMBER_LENGTH || known.some((number) => digits.includes(number))) {
      return { kind: "number", found };
    }
  }
  return null;
}

function findName(text: string, people: readonly Concealed[]): Exposure | null {
  const all = wordsOf(text);
  // An initial between two words of a name does not part them.
  const words = all.filter(({ plain }) => plain.length > 1);
  const names = people.map(({ name }) => new Set(nameWords(name)));
  for (const [index, word] of words.entries()) {
    const next = words[index + 1];
    const told = names.some((name) => {
      if (name.size === 0) return false;
      if (next && name.has(word.plain) && name.has(next.plain)) return next.plain !== word.plain;
      if (name.size === 1 && name.has(word.plain)) return /\p{Lu}/u.test(text.charAt(word.start));
      return Boolean(next && ADDRESSED.has(word.plain) && name.has(next.plain));
    });
    if (!told) continue;
    const until = next && names.some((name) => name.has(next.plain)) ? next : word;
    return { kind: "name", found: text.slice(word.start, until.end) };
  }
  return null;
}

/** The words of a name that say who it is: without the titles after a comma, abbreviations and initials. */
function nameWords(name: string): string[] {
  const [own = ""] = name.split(",");
  return own
    .split(/\s+/)
    .filter((part) => !part.endsWith("."))
    .flatMap((part) => wordsOf(part).map(({ plain }) => plain))
    .filter((plain) => plain.length > 1 && !ADDRESSED.has(plain));
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}'’]+/gu)].map((match) => ({
    plain: match[0]
      .normalize("NFKD")
      .replaceAll(/[\p{M}'’]/gu, "")
      .toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}
