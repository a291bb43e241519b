import type { AgencyType } from "@/lib/platform/generated/prisma/enums";
import type { KnownAgency } from "@/lib/roster/model";

/** Ways to write the same word of an agency's name. Whole words, upper case, in this order. */
const WORDS: readonly [RegExp, string][] = [
  [/\bPEMERINTAH DAERAH\b|\bPEMDA\b/g, "PEMERINTAH"],
  [/\bPEMERINTAHAN\b/g, "PEMERINTAH"],
  [/\bPEMKAB\b/g, "PEMERINTAH KABUPATEN"],
  [/\bPEMKOT\b/g, "PEMERINTAH KOTA"],
  [/\bPEMPROV\b/g, "PEMERINTAH PROVINSI"],
  [/\bKAB\b/g, "KABUPATEN"],
  [/\bPROV\b|\bPROPINSI\b|\bPROP\b/g, "PROVINSI"],
  [/\bKEMENTRIAN\b|\bKEMEN\b|\bDEPARTEMEN\b/g, "KEMENTERIAN"],
  [/\bSETJEN\b|\bSEKJEN\b|\bSEKRETARIAT JENDRAL\b/g, "SEKRETARIAT JENDERAL"],
  [/\bSETDA\b/g, "SEKRETARIAT DAERAH"],
  [/\bDKI\b/g, "DAERAH KHUSUS IBUKOTA"],
  [/\bREPUBLIK INDONESIA\b|\bR I\b|\bRI\b/g, ""],
  // What stands before a region's kind is said by the kind itself. The kind is never dropped:
  // Kabupaten Bandung and Kota Bandung are two.
  [/\bPEMERINTAH (?=KABUPATEN|KOTA|PROVINSI)/g, ""],
];

/** An agency's name as it is compared. Two names with one key are the same agency. */
export function agencyKey(name: string): string {
  let key = ` ${name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toUpperCase()
    // The short name that people add: Komisi Pemilihan Umum (KPU).
    .replace(/\([^)]*\)/g, " ")
    .replace(/[^A-Z0-9]+/g, " ")} `;
  for (const [pattern, word] of WORDS) key = key.replace(pattern, word);
  return key.replace(/\s+/g, " ").trim();
}

/** The known agency that a name means: by its name or short name, the centre's own first; or null. */
export function matchAgency(text: string, known: readonly KnownAgency[]): KnownAgency | null {
  const key = agencyKey(text);
  if (key === "") return null;
  const found = known.filter(
    ({ name, shortName }) => agencyKey(name) === key || agencyKey(shortName) === key,
  );
  // A full name says more than a short one that two may share.
  const byName = found.filter(({ name }) => agencyKey(name) === key);
  const best = byName.length > 0 ? byName : found;
  const own = best.filter((agency) => agency.own);
  const chosen = own.length > 0 ? own : best;
  return chosen.length === 1 ? (chosen[0] ?? null) : null;
}

/** Known agencies that a name may mean, the likeliest first; at most five. */
export function suggestAgencies(text: string, known: readonly KnownAgency[]): KnownAgency[] {
  const key = agencyKey(text);
  return known
    .map((agency) => ({
      agency,
      likeness: Math.max(
        likeness(key, agencyKey(agency.name)),
        likeness(key, agencyKey(agency.shortName)),
      ),
    }))
    .filter(({ likeness: by }) => by >= 0.55)
    .sort((a, b) => b.likeness - a.likeness || a.agency.name.localeCompare(b.agency.name, "id"))
    .slice(0, 5)
    .map(({ agency }) => agency);
}

/** How much two texts have in common, 0–1: pairs of letters (Dice), so that a slip costs little. */
function likeness(a: string, b: string): number {
  const pairsA = pairs(a);
  const pairsB = pairs(b);
  if (pairsA.length === 0 || pairsB.length === 0) return 0;
  const left = new Map<string, number>();
  for (const pair of pairsB) left.set(pair, (left.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of pairsA) {
    const count = left.get(pair) ?? 0;
    if (count === 0) continue;
    left.set(pair, count - 1);
    shared += 1;
  }
  return (2 * shared) / (pairsA.length + pairsB.length);
}

function pairs(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
}

const KINDS: readonly [RegExp, AgencyType][] = [
  [/^KEMENTERIAN\b/, "MINISTRY"],
  [/\b(KOMISI|DEWAN|OMBUDSMAN|MAHKAMAH|KPU|BAWASLU|KASN|KPK)\b/, "LNS"],
  // A region itself, or one of its offices: Dinas Sosial Kabupaten …
  [/\bKABUPATEN\b/, "REGENCY"],
  [/\bKOTA\b/, "CITY"],
  [/\bPROVINSI\b|^DAERAH (KHUSUS|ISTIMEWA)\b/, "PROVINCE"],
];

/** What an agency would be if it were made: its name tidied, a short name, and its kind by its name. */
export function proposeAgency(text: string): { name: string; shortName: string; type: AgencyType } {
  const name = text.replace(/\s+/g, " ").trim().slice(0, 200);
  const key = agencyKey(name);
  const type = KINDS.find(([pattern]) => pattern.test(key))?.[1] ?? "LPNK";
  const inBrackets = /\(([^)]{2,20})\)\s*$/.exec(name)?.[1];
  const region = /^(KABUPATEN|KOTA|PROVINSI) (.+)$/.exec(key);
  const short = inBrackets
    ? inBrackets
    : region
      ? `${{ KABUPATEN: "Pemkab", KOTA: "Pemkot", PROVINSI: "Pemprov" }[region[1] ?? ""] ?? ""} ${titleCase(region[2] ?? "")}`
      : name;
  return { name, shortName: short.trim().slice(0, 60), type };
}

function titleCase(text: string): string {
  return text.toLowerCase().replace(/\b\p{L}/gu, (letter) => letter.toUpperCase());
}

/**
 * Whether two names may be one person's, written twice: one word of them is the same, begins the other
 * (an initial, a shortened name), or differs by a slip. Names without letters tell nothing apart.
 */
export function mayBeOnePerson(one: string, another: string): boolean {
  const words = nameKey(one).split(" ").filter(Boolean);
  const others = nameKey(another).split(" ").filter(Boolean);
  if (words.length === 0 || others.length === 0) return true;
  return words.some((a) =>
    others.some((b) => a.startsWith(b) || b.startsWith(a) || likeness(a, b) >= 0.5),
  );
}

/** Titles before and degrees after a name say nothing about who it is. */
export function nameKey(name: string): string {
  const [bare = ""] = name.normalize("NFKD").replace(/\p{M}/gu, "").toUpperCase().split(",");
  return bare
    .replace(/\b(DRS?|DRA|IR|PROF|H|HJ|RR?|SDR|BPK|IBU)\.?\s+/g, " ")
    .replace(/[^A-Z0-9]+/g, " ")
    .trim();
}
