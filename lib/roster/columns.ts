import { type ColumnMapping, ROSTER_FIELDS, type RosterField } from "@/lib/roster/model";
import type { Sheet } from "@/lib/spreadsheet/sheet";

/**
 * How the columns of rosters are headed, in the words that training centres, personnel offices and
 * their English templates use. Compared without case, punctuation and notes in brackets.
 */
const HEADINGS: Readonly<Record<RosterField, readonly RegExp[]>> = {
  fullName: [
    /^(nama|name|full ?name)$/,
    /^nama (lengkap|peserta|pegawai|asn|pns|dan gelar|lengkap dan gelar|lengkap dengan gelar|tanpa gelar|fasilitator)\b/,
    /^nama\b.*\bgelar\b/,
    /^nama (dan )?nip$/,
    /^(participant|peserta) name$/,
  ],
  idNumber: [
    /^(nip|nomor induk|no induk|nrp|ni ?pppk|nik pegawai)$/,
    /^n ?i ?p\b/,
    /^(no|nomor) ?(nip|induk pegawai)\b/,
    /^nomor induk pegawai\b/,
    /^(civil servant|employee) (number|id)$/,
    /^id ?number$/,
  ],
  role: [/^(peran|role|status|sebagai|kedudukan|keterangan peran|peserta fasilitator)$/],
  grade: [
    /^(pangkat|gol|golongan|golru|grade|rank)$/,
    /^(pangkat|gol|golongan)\b.*\b(gol|golongan|ruang|pangkat|gol ?ru|golru|ruang)$/,
    /^gol(ongan)? (ruang|ru)\b/,
    /^pangkat\b/,
  ],
  position: [
    /^(jabatan|position|job title|nama jabatan|jabatan saat ini|jabatan terakhir)$/,
    /^jabatan\b/,
  ],
  agency: [
    /^(instansi|asal instansi|instansi asal|nama instansi|agency|institution|asal)$/,
    /^(k l|k l d|kementerian lembaga|kementerian lembaga daerah|kementerian lembaga pemda|pemda|lembaga)$/,
    /^instansi\b/,
    /^(asal|utusan) (instansi|daerah|lembaga)\b/,
  ],
  workUnit: [
    /^(unit kerja|unit|satuan kerja|satker|opd|skpd|perangkat daerah|work ?unit|unit organisasi|unit eselon.*)$/,
    /^unit kerja\b/,
    /^(satuan kerja|satker)\b/,
  ],
  email: [
    /^(e ?mail|surel|alamat (e ?mail|surel)|pos ?el|email aktif|e ?mail address)$/,
    /\b(e ?mail|surel)\b/,
  ],
  group: [
    /^(kelompok|klp|kel|group|no kelompok|nomor kelompok|nama kelompok|kelas kelompok)$/,
    /^kelompok\b/,
  ],
  lead: [/^(ketua|ketua kelompok|group lead|lead|ketua y t|ketua ya tidak)$/],
  facilitator: [
    /^(fasilitator|pendamping|pembimbing|widyaiswara|wi pendamping|coach|facilitator)$/,
    /^(nama )?(fasilitator|pendamping|pembimbing)\b/,
    /^(fasilitator|widyaiswara) (pendamping|pembimbing|kelompok)$/,
  ],
};

/** Rows at the top among which the header is looked for. */
const SEARCHED = 30;

/** A heading as it is compared: lower case, without brackets, punctuation and line breaks. */
export function headingKey(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\([^)]*\)|\[[^\]]*\]/g, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The fields that a heading can mean, the likeliest first: the first pattern of a field is a better sign. */
export function fieldsOfHeading(text: string): { field: RosterField; rank: number }[] {
  const key = headingKey(text);
  if (key === "") return [];
  return ROSTER_FIELDS.map((field) => ({
    field,
    rank: HEADINGS[field].findIndex((pattern) => pattern.test(key)),
  }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank);
}

export interface HeaderGuess {
  /** The number of the header's last row, as the sheet counts. */
  headerRow: number;
  /** The first row below it. */
  firstRow: number;
  /** What stands over each column. */
  headings: string[];
  mapping: ColumnMapping;
}

/** Finds the header and what each column means; null where no row looks like one. */
export function guessHeader(sheet: Sheet): HeaderGuess | null {
  let best: { guess: HeaderGuess; score: number } | null = null;
  for (const row of sheet.rows.slice(0, SEARCHED)) {
    const guess = headerAt(sheet, row.number);
    const fields = Object.keys(guess.mapping).length;
    const hasName = guess.mapping.fullName !== undefined;
    if (fields < 2 && !hasName) continue;
    // A row of people can hold a heading's word by chance; only a header has a name and others.
    const score = fields + (hasName ? 2 : 0);
    if (score >= 3 && (!best || score > best.score)) best = { guess, score };
  }
  return best?.guess ?? null;
}

/** The header as it is when a given row is its last. */
export function headerAt(sheet: Sheet, headerRow: number): HeaderGuess {
  const headings = headingsAt(sheet, headerRow);
  // A heading can be merged over the rows below it.
  const bottom = Math.max(
    headerRow,
    ...sheet.merges
      .filter(({ top, bottom: end }) => top <= headerRow && end >= headerRow)
      .map((merge) => merge.bottom),
  );
  let firstRow = bottom + 1;
  const next = sheet.rows.find(({ number }) => number >= firstRow);
  // Official forms number their columns below the header: (1) (2) (3).
  if (next && isNumbering(next.cells.map((cell) => cell?.text ?? ""))) firstRow = next.number + 1;
  return { headerRow, firstRow, headings, mapping: guessMapping(headings) };
}

function isNumbering(texts: readonly string[]): boolean {
  const numbers = texts
    .filter((text) => text.trim() !== "")
    .map((text) => /^\(?(\d{1,2})\)?$/.exec(text.trim())?.[1]);
  return (
    numbers.length >= 3 &&
    numbers.every(
      (number, index) => number !== undefined && Number(number) === Number(numbers[0]) + index,
    )
  );
}

/** What stands over each column in a row: its own cell, or what is merged down to it from above. */
export function headingsAt(sheet: Sheet, headerRow: number): string[] {
  const width = Math.max(0, ...sheet.rows.map(({ cells }) => cells.length));
  const texts = new Map(
    sheet.rows
      .filter(({ number }) => number <= headerRow)
      .map(({ number, cells }) => [number, cells]),
  );
  return Array.from({ length: width }, (_, column) => {
    const own = texts.get(headerRow)?.[column]?.text.trim() ?? "";
    if (own !== "") return own;
    const merge = sheet.merges.find(
      ({ top, left, bottom, right }) =>
        top <= headerRow && bottom >= headerRow && left <= column + 1 && right >= column + 1,
    );
    // A title over the whole width names no column.
    if (!merge || merge.right > merge.left) return "";
    return texts.get(merge.top)?.[merge.left - 1]?.text.trim() ?? "";
  });
}

/** Headings that are not read. Running numbers are nobody's loss. */
export function unusedHeadings({
  headings,
  mapping,
}: Omit<HeaderGuess, "headerRow" | "firstRow">): string[] {
  const used = new Set(Object.values(mapping));
  return headings.filter(
    (heading, column) =>
      !used.has(column) && !/^(|no|nomor|no urut|nomor urut|number)$/.test(headingKey(heading)),
  );
}

/** Each field's best column; a column means one thing. */
export function guessMapping(headings: readonly string[]): ColumnMapping {
  const found = headings.flatMap((heading, column) =>
    fieldsOfHeading(heading).map((match) => ({ ...match, column })),
  );
  found.sort((a, b) => a.rank - b.rank || a.column - b.column);
  const mapping: ColumnMapping = {};
  const taken = new Set<number>();
  for (const { field, column } of found) {
    if (mapping[field] !== undefined || taken.has(column)) continue;
    mapping[field] = column;
    taken.add(column);
  }
  return mapping;
}
