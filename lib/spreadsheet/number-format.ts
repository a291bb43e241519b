/** How a number looks in a sheet, as far as it matters to what people meant by it. */
export type NumberFormat =
  | { kind: "general" }
  | { kind: "date"; date: boolean; time: boolean }
  /** `parts` are literals, and once the number itself. */
  | { kind: "digits"; parts: (string | null)[]; zeros: number; decimals: number; percent: boolean };

const GENERAL: NumberFormat = { kind: "general" };

/** Ids that need no definition in the file. ECMA-376 part 1, 18.8.30. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  14: "dd/mm/yyyy",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "m/d/yy h:mm",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mmss.0",
};

export function builtInFormat(id: number): NumberFormat {
  const code = BUILT_IN[id];
  return code === undefined ? GENERAL : parseNumberFormat(code);
}

/**
 * Reads a format code: dates, times, and digits with leading zeros, decimals and words around them
 * (`"Kelompok "0`). Everything else is general.
 */
export function parseNumberFormat(code: string): NumberFormat {
  // Positive numbers are shown by the first section.
  const section = sectionOf(code);
  const parts: (string | null)[] = [];
  let letters = "";
  let digits = "";
  for (let at = 0; at < section.length; at += 1) {
    const character = section.charAt(at);
    if (character === '"') {
      const end = section.indexOf('"', at + 1);
      if (end < 0) return GENERAL;
      parts.push(section.slice(at + 1, end));
      at = end;
    } else if (character === "\\") {
      at += 1;
      parts.push(section.charAt(at));
    } else if (character === "_" || character === "*") {
      at += 1;
    } else if (character === "[") {
      const end = section.indexOf("]", at);
      if (end < 0) return GENERAL;
      if (/^\[(h+|m+|s+)\]$/i.test(section.slice(at, end + 1))) letters += "h";
      at = end;
    } else if (/[0#?.,%]/.test(character)) {
      if (digits === "") parts.push(null);
      digits += character;
    } else if (/[a-z]/i.test(character)) {
      letters += character.toLowerCase();
    } else {
      parts.push(character);
    }
  }
  if (/^general$/.test(letters) || (letters === "" && digits === "")) return GENERAL;
  if (letters !== "") {
    const plain = letters.replace(/am\/?pm|a\/?p/, "");
    if (!/^[ymdhseg]+$/.test(plain)) return GENERAL;
    const time = /[hs]/.test(plain);
    // An m beside hours or seconds is minutes, else a month.
    return { kind: "date", date: /[ydeg]/.test(plain) || !time, time };
  }
  const [whole = "", fraction = ""] = digits.split(".", 2);
  return {
    kind: "digits",
    parts,
    zeros: (whole.match(/0/g) ?? []).length,
    decimals: (fraction.match(/[0#?]/g) ?? []).length,
    percent: digits.includes("%"),
  };
}

/** Up to the first `;` that is not within quotes. */
function sectionOf(code: string): string {
  let quoted = false;
  for (let at = 0; at < code.length; at += 1) {
    const character = code.charAt(at);
    if (character === '"') quoted = !quoted;
    else if (character === "\\") at += 1;
    else if (character === ";" && !quoted) return code.slice(0, at);
  }
  return code;
}

/** A number in plain digits, never `1E+17`: the exact decimal value of what the file holds. */
export function plainNumber(value: number): string {
  if (Number.isInteger(value)) return BigInt(value).toString();
  const text = String(value);
  return /e-/.test(text) ? value.toFixed(20).replace(/0+$/, "") : text;
}

/** The text that a sheet shows for a number. */
export function showNumber(value: number, format: NumberFormat): string {
  if (format.kind !== "digits") return plainNumber(value);
  const scaled = format.percent ? value * 100 : value;
  const magnitude = Math.abs(scaled);
  const fixed =
    magnitude < 1e21 ? magnitude.toFixed(format.decimals) : plainNumber(Math.round(magnitude));
  const [whole = "", fraction] = (
    Number.isInteger(magnitude) && format.decimals === 0 ? plainNumber(magnitude) : fixed
  ).split(".");
  const number = `${value < 0 ? "-" : ""}${whole.padStart(format.zeros, "0")}${
    fraction === undefined ? "" : `.${fraction}`
  }${format.percent ? "%" : ""}`;
  return format.parts.map((part) => part ?? number).join("");
}

const DAY = 86_400_000;

/**
 * A serial number as a date. Day 1 is 1 January 1900, or 1904 counted from 0; the first system
 * believes in a 29 February 1900, so that its days before March are one off.
 *
 * @returns null where it is no date that a sheet can show
 */
export function showSerialDate(
  serial: number,
  { date, time }: { date: boolean; time: boolean },
  from1904: boolean,
): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial >= 2_958_466) return null;
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const at = new Date(epoch + Math.round((serial * DAY) / 1000) * 1000).toISOString();
  const clock = at.slice(11, 19);
  if (!date || (serial < 1 && time)) return clock;
  return time && clock !== "00:00:00" ? `${at.slice(0, 10)}T${clock}` : at.slice(0, 10);
}
