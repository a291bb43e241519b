/**
 * Numbers and grades of Indonesian civil servants: checking, display and masking.
 * Nothing here reveals what a NIP says about birth date or sex; it is only used to check it.
 */

/** Civil servant, contract civil servant, police officer, or nobody's number (a citizen of the host). */
export const ID_TYPES = ["NIP", "NI_PPPK", "NRP", "NONE"] as const;
export type IdType = (typeof ID_TYPES)[number];

/** Codes of the message namespace `issues`. */
export type IdNumberProblem =
  | "id_number_required"
  | "id_number_not_expected"
  | "id_number_digits"
  | "id_number_birth_date"
  | "id_number_appointment"
  | "id_number_not_pppk"
  | "id_number_sex"
  | "id_number_sequence";

const OLDEST_BIRTH_YEAR = 1945;
const ADULT_AGE = 18;
const LENGTHS = { NIP: 18, NI_PPPK: 18, NRP: 8 } as const;

/** Digits of a number as people write it: without spaces, dots and hyphens. Anything else stays. */
export function normalizeIdNumber(text: string): string {
  // Once more at the end: what a space kept apart may belong together.
  return text
    .normalize("NFKC")
    .replace(/[\s.\-–]/g, "")
    .normalize("NFKC");
}

/**
 * What is wrong with a number, or null. Source: Perka BKN 22/2007 and 43/2007; there is no check
 * digit, so the calendar is the only check.
 *
 * NIP: YYYYMMDD birth, YYYYMM appointment, 1 | 2, 001–999. NI PPPK: the same with the appointment's
 * year and a contract code that is not a month. NRP: eight digits. NONE: no number at all.
 *
 * @param today `YYYY-MM-DD`, the day against which age and appointment are judged
 */
export function checkIdNumber(type: IdType, text: string, today: string): IdNumberProblem | null {
  const number = normalizeIdNumber(text);
  if (type === "NONE") return number === "" ? null : "id_number_not_expected";
  if (number === "") return "id_number_required";
  if (!/^\d+$/.test(number) || number.length !== LENGTHS[type]) return "id_number_digits";
  if (type === "NRP") return null;

  const birthYear = Number(number.slice(0, 4));
  const birthMonth = Number(number.slice(4, 6));
  const birthDay = Number(number.slice(6, 8));
  const thisYear = Number(today.slice(0, 4));
  if (
    birthYear < OLDEST_BIRTH_YEAR ||
    birthYear > thisYear - ADULT_AGE ||
    !isCalendarDay(birthYear, birthMonth, birthDay)
  ) {
    return "id_number_birth_date";
  }

  const year = Number(number.slice(8, 12));
  const month = Number(number.slice(12, 14));
  const isMonth = month >= 1 && month <= 12;
  if (type === "NI_PPPK") {
    if (isMonth) return "id_number_not_pppk";
    if (year < birthYear + ADULT_AGE || year > thisYear) return "id_number_appointment";
  } else {
    // The number knows the month only: the month of the eighteenth birthday is early enough.
    const appointment = year * 12 + month;
    const adult = (birthYear + ADULT_AGE) * 12 + birthMonth;
    const now = thisYear * 12 + Number(today.slice(5, 7));
    if (!isMonth || appointment < adult || appointment > now) return "id_number_appointment";
  }

  if (!/[12]/.test(number.charAt(14))) return "id_number_sex";
  if (number.slice(15) === "000") return "id_number_sequence";
  return null;
}

/** `198609262015051001` as `19860926 201505 1 001`; other numbers as they are. */
export function formatIdNumber(text: string): string {
  const number = normalizeIdNumber(text);
  return /^\d{18}$/.test(number) ? group(number) : number;
}

/**
 * The form for lists, exports and logs: year and sequence of an 18-digit number
 * (`1986•••• •••••• • 001`), the last two characters of any other.
 */
export function maskIdNumber(text: string): string {
  const number = normalizeIdNumber(text);
  if (/^\d{18}$/.test(number)) {
    return group(number.slice(0, 4) + "•".repeat(11) + number.slice(15));
  }
  const shown = number.length > 4 ? 2 : 0;
  return "•".repeat(number.length - shown) + number.slice(number.length - shown);
}

function group(number: string): string {
  return [number.slice(0, 8), number.slice(8, 14), number.slice(14, 15), number.slice(15)].join(
    " ",
  );
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return (
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  );
}

/** Grade (golongan) and the rank (pangkat) that belongs to it, lowest first. Names stay untranslated. */
export const GRADES = [
  { code: "I/a", rank: "Juru Muda" },
  { code: "I/b", rank: "Juru Muda Tingkat I" },
  { code: "I/c", rank: "Juru" },
  { code: "I/d", rank: "Juru Tingkat I" },
  { code: "II/a", rank: "Pengatur Muda" },
  { code: "II/b", rank: "Pengatur Muda Tingkat I" },
  { code: "II/c", rank: "Pengatur" },
  { code: "II/d", rank: "Pengatur Tingkat I" },
  { code: "III/a", rank: "Penata Muda" },
  { code: "III/b", rank: "Penata Muda Tingkat I" },
  { code: "III/c", rank: "Penata" },
  { code: "III/d", rank: "Penata Tingkat I" },
  { code: "IV/a", rank: "Pembina" },
  { code: "IV/b", rank: "Pembina Tingkat I" },
  { code: "IV/c", rank: "Pembina Utama Muda" },
  { code: "IV/d", rank: "Pembina Utama Madya" },
  { code: "IV/e", rank: "Pembina Utama" },
] as const;
export type Grade = (typeof GRADES)[number]["code"];

/** The grade that a text means (`iii/C`, ` III / c `), or null. */
export function parseGrade(text: string): Grade | null {
  const wanted = text.replace(/\s/g, "").toLowerCase();
  return GRADES.find((grade) => grade.code.toLowerCase() === wanted)?.code ?? null;
}

/** `III/c` → `Penata`. */
export function rankOf(grade: Grade): string {
  // biome-ignore lint/style/noNonNullAssertion: every Grade comes from the list
  return GRADES.find((entry) => entry.code === grade)!.rank;
}

/**
 * Whether a grade is outside III/b–IV/a, unusual for a supervisor's training. A reason to warn,
 * never to refuse.
 */
export function isUnusualGrade(grade: Grade): boolean {
  const position = (code: Grade) => GRADES.findIndex((entry) => entry.code === code);
  return position(grade) < position("III/b") || position(grade) > position("IV/a");
}
