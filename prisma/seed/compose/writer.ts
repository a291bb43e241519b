import { countCharacters } from "@/lib/document/fields";
import type { InnovationCode } from "@/prisma/reference/catalogue";
import type { HostWordings, Sentences, Wordings } from "../content/model";
import { stableId } from "../ids";
import type { Random } from "../random";

/** What stands for the words in braces. */
export type Words = Record<
  | "unit"
  | "service"
  | "users"
  | "partner"
  | "record"
  | "agency"
  | "superior"
  | "position"
  | "innovation"
  | "essence",
  string
>;

/** Puts the author's own words into texts, and draws one wording where there are several. */
export class Writer {
  constructor(
    readonly random: Random,
    private readonly words: Words,
    private readonly key: string,
    private readonly host: InnovationCode,
  ) {}

  /** The id of an item of this author's, by what it is. */
  id(name: string): string {
    return stableId(`${this.key}:${name}`);
  }

  /** Fills the braces; a sentence that begins with one begins with a capital. */
  fill(text: string): string {
    const filled = text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const word = this.words[name as keyof Words];
      if (word === undefined) throw new Error(`no word for {${name}}`);
      return word;
    });
    return filled.replace(
      /(^|[.!?] )(\p{Ll})/gu,
      (_, before: string, letter: string) => before + letter.toLocaleUpperCase("id"),
    );
  }

  /** One wording, among those that stay within `max` characters when filled. */
  pick(wordings: readonly string[], max = Number.POSITIVE_INFINITY): string {
    const fitting = wordings
      .map((wording) => this.fill(wording))
      .filter((text) => countCharacters(text) <= max);
    if (fitting.length === 0) throw new Error(`no wording within ${max}: ${wordings[0]}`);
    return this.random.pick(fitting);
  }

  /** One wording that is true of the author's innovation; what is said of it alone comes first. */
  pickForHost(wordings: HostWordings): string {
    const bound = wordings.flatMap((wording) =>
      typeof wording !== "string" && wording.hosts.includes(this.host) ? [wording.text] : [],
    );
    const general = wordings.filter((wording) => typeof wording === "string");
    const special = bound.length > 0 && (general.length === 0 || this.random.chance(0.6));
    return this.pick(special ? bound : general);
  }

  paragraph(sentences: Sentences): string {
    return sentences.map((wordings: Wordings) => this.pick(wordings)).join(" ");
  }

  /** A value of a scale, moved by at most one. */
  near(value: number, min: number, max: number): number {
    return clamp(value + this.random.int(-1, 1), min, max);
  }
}

export function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
