import * as z from "zod/mini";
import type { DocumentMode, IsoDate } from "@/lib/document/model";
import { FILE_LIMITS, FILE_TYPES, type FileRef } from "@/lib/file/model";

// Zod compiles object schemas with `new Function`, which the content security policy forbids; even
// the probe for it is reported as a violation on the console.
z.config({ jitless: true });

/** A schema whose input may be anything and whose output is known. */
export type Schema<T> = z.ZodMiniType<T, unknown>;

/** Reports an issue; `path` is relative to the field. */
export type Refuse = (
  code: string,
  params?: Record<string, string | number>,
  path?: readonly (string | number)[],
) => void;

export type Bounds = { readonly min: number; readonly max: number };

/** JSON Schema (2020-12) of what a field takes, as far as that can say it. */
export type JsonShape = { readonly [keyword: string]: unknown };

const shapes = new WeakMap<object, () => JsonShape>();

/**
 * What a schema made here takes, for the description of the API and for generators of input. (To Zod
 * itself a field is a function, of which it can say nothing.)
 */
export function shapeOf(schema: object): JsonShape | undefined {
  return shapes.get(schema)?.();
}

function shaped<S extends object>(schema: S, shape: () => JsonShape): S {
  shapes.set(schema, shape);
  return schema;
}

/** A Zod schema out of one reading function. What it returns after a refusal is never used. */
export function field<T>(
  read: (input: unknown, refuse: Refuse) => T,
  shape: () => JsonShape = () => ({}),
): Schema<T> {
  const schema = z.pipe(
    z.optional(z.unknown()),
    z.transform((input: unknown, payload) => {
      const refuse: Refuse = (code, params, path = []) => {
        payload.issues.push({
          code: "custom",
          input,
          params: { ...params, code },
          path: [...path],
        });
      };
      return read(input, refuse);
    }),
  );
  return shaped(schema, shape) as unknown as Schema<T>;
}

/** Deeper than any document of ours; what is nested further would end the stack of who reads it. */
const JSON_DEPTH = 32;

/** Any JSON, as somebody else will read it. */
export function json(): Schema<unknown> {
  return field((input, refuse) => {
    let level = [input];
    for (let depth = 0; level.length > 0; depth++) {
      if (depth > JSON_DEPTH) {
        refuse("too_deep", { max: JSON_DEPTH });
        return null;
      }
      // A server action can also be sent a Map, a Date or a BigInt, which no JSON holds.
      if (!level.every(isJson)) {
        refuse("invalid_type");
        return null;
      }
      level = level.flatMap((value) =>
        typeof value === "object" && value !== null ? Object.values(value) : [],
      );
    }
    return input;
  });
}

function isJson(value: unknown): boolean {
  if (typeof value === "object" && value !== null) {
    return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
  }
  return !["bigint", "symbol", "function"].includes(typeof value);
}

// Text ------------------------------------------------------------------------------------------

/** NFC, trimmed, one kind of line break, tabs (which come with every paste) as spaces. Idempotent. */
export function normalizeText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/\t/g, " ")
    .normalize("NFC")
    .trim();
}

/** What an upper bound counts: characters as people see them in Latin script, spaces included. */
export function countCharacters(text: string): number {
  return [...text].length;
}

/** What a lower bound counts: characters without white space and invisible ones. */
export function countLetters(text: string): number {
  return text.match(/[^\s\p{C}\p{M}\p{Z}]/gu)?.length ?? 0;
}

/**
 * Control characters, lone surrogates (which PostgreSQL cannot store as JSON) and the marks that
 * turn the direction of text and so can make it read as something else. Line breaks aside.
 */
const FORBIDDEN = /(?!\n)[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;

export type TextOptions = {
  /** Characters, spaces included. */
  max: number;
  /** Letters, spaces not counted; asked of a text that is given, or required. */
  min?: number;
  /** Refuse an empty text at submit. Default true. */
  required?: boolean;
  /** Allow line breaks. Default false. */
  multiline?: boolean;
};

/** Text, "" where there is none. Refuses control characters and too much in both modes. */
export function text(mode: DocumentMode, options: TextOptions): Schema<string> {
  const { max, min = 0, required = true, multiline = false } = options;
  return field(
    (input, refuse) => {
      if (input !== undefined && input !== null && typeof input !== "string") {
        refuse("invalid_type");
        return "";
      }
      const value = normalizeText(input ?? "");
      if (FORBIDDEN.test(value) || (!multiline && value.includes("\n"))) {
        refuse("control_characters");
      }
      const characters = countCharacters(value);
      if (characters > max) refuse("too_long", { max, actual: characters });
      if (mode === "submit") {
        const letters = countLetters(value);
        if (letters === 0 && required) refuse("required");
        else if (value !== "" && letters < min) refuse("too_short", { min, actual: letters });
      }
      return value;
    },
    () => ({
      type: "string",
      maxLength: max,
      ...(min > 0 ? { description: `${min} letters at least when submitted` } : {}),
    }),
  );
}

const LINK_MAX = 2000;

/** An https address. A draft keeps what is being typed; render a link only after `isHttpsLink`. */
export function link(mode: DocumentMode, { required = true, max = LINK_MAX } = {}): Schema<string> {
  return chain(
    text(mode, { max, required }),
    (value, refuse) => {
      if (mode === "submit" && value !== "" && !isHttpsLink(value)) refuse("invalid_link");
      return value;
    },
    { format: "uri" },
  );
}

/** https, a host with a dot, no user name or password in it. */
export function isHttpsLink(value: string): boolean {
  if (/\s/.test(value)) return false;
  try {
    const url = new URL(value);
    return (
      url.protocol === "https:" &&
      /[^.]\.[^.]/.test(url.hostname) &&
      url.username === "" &&
      url.password === ""
    );
  } catch {
    return false;
  }
}

/** An e-mail address; only its shape can be checked here. */
export function email(mode: DocumentMode, { required = true } = {}): Schema<string> {
  return chain(
    text(mode, { max: 254, required }),
    (value, refuse) => {
      if (mode === "submit" && value !== "" && !EMAIL.test(value)) refuse("invalid_email");
      return value;
    },
    { format: "email" },
  );
}
const EMAIL = /^[^\s@<>()[\],;:"\\]+@[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/i;

/** A telephone number as written: 8–15 digits, with a leading plus and separators allowed. */
export function phone(mode: DocumentMode, { required = true } = {}): Schema<string> {
  return chain(text(mode, { max: 20, required }), (value, refuse) => {
    const digits = value.replace(/\D/g, "").length;
    const shape = /^\+?[\d\s().-]+$/.test(value) && digits >= 8 && digits <= 15;
    if (mode === "submit" && value !== "" && !shape) refuse("invalid_phone");
    return value;
  });
}

// Choices ---------------------------------------------------------------------------------------

/** One of a list; null while it is not chosen. Unknown values are refused in both modes. */
export function choice<const Value extends string>(
  mode: DocumentMode,
  values: readonly Value[],
): Schema<Value | null> {
  return field(
    (input, refuse) => {
      if (isBlank(input)) return missing(mode, refuse);
      const value = values.find((candidate) => candidate === input);
      if (value === undefined) refuse("invalid_choice");
      return value ?? null;
    },
    () => ({ enum: [...values, null] }),
  );
}

/** Several of a list, each once, in the list's order. */
export function choices<const Value extends string>(
  mode: DocumentMode,
  values: readonly Value[],
  { min, max }: Bounds,
): Schema<Value[]> {
  return field(
    (input, refuse) => {
      if (!Array.isArray(input ?? [])) {
        refuse("invalid_type");
        return [];
      }
      const given = (input ?? []) as unknown[];
      if (given.some((entry) => !values.includes(entry as Value))) refuse("invalid_choice");
      const chosen = values.filter((value) => given.includes(value));
      refuseLength(mode, chosen.length, { min, max }, refuse);
      return chosen;
    },
    () => ({ type: "array", items: { enum: values }, uniqueItems: true }),
  );
}

/** Yes, no, or null while unanswered. */
export function yesNo(mode: DocumentMode): Schema<boolean | null> {
  return field(
    (input, refuse) => {
      if (isBlank(input)) return missing(mode, refuse);
      if (typeof input !== "boolean") refuse("invalid_type");
      return input as boolean;
    },
    () => ({ type: ["boolean", "null"] }),
  );
}

/** A tick: false unless set. */
export function flag(): Schema<boolean> {
  return field(
    (input, refuse) => {
      if (isBlank(input)) return false;
      if (typeof input !== "boolean") refuse("invalid_type");
      return input as boolean;
    },
    () => ({ type: "boolean" }),
  );
}

/**
 * A value on a scale. Unlike a quantity, which passes through smaller numbers while it is typed, a
 * value off the scale is refused in both modes.
 */
export function scale(
  mode: DocumentMode,
  bounds: Bounds & { step?: number },
): Schema<number | null> {
  const { min, max, step = 1 } = bounds;
  return field(
    (input, refuse) => {
      if (isBlank(input)) return missing(mode, refuse);
      if (typeof input !== "number" || !Number.isFinite(input)) {
        refuse("invalid_type");
      } else if (input < min || input > max) {
        refuse("out_of_range", { min, max });
      } else if (!Number.isInteger((input - min) / step)) {
        refuse("not_a_step", { step });
      }
      return plain(input as number);
    },
    () => ({ type: ["number", "null"], minimum: min, maximum: max, multipleOf: step }),
  );
}

// Quantities ------------------------------------------------------------------------------------

/** A whole number. The lower bound is asked at submit only. */
export function integer(mode: DocumentMode, bounds: Bounds): Schema<number | null> {
  return quantity(mode, bounds, "integer", (value, refuse) => {
    if (!Number.isInteger(value)) refuse("not_an_integer");
  });
}

const DECIMALS = 4;

/** Any number with at most four decimals. The lower bound is asked at submit only. */
export function number(mode: DocumentMode, bounds: Bounds): Schema<number | null> {
  return quantity(mode, bounds, "number", (value, refuse) => {
    const unit = 10 ** DECIMALS;
    if (Math.round(value * unit) / unit !== value) refuse("too_many_decimals", { max: DECIMALS });
  });
}

function quantity(
  mode: DocumentMode,
  { min, max }: Bounds,
  type: "integer" | "number",
  judge: (value: number, refuse: Refuse) => void,
): Schema<number | null> {
  return field(
    (input, refuse) => {
      if (isBlank(input)) return missing(mode, refuse);
      if (typeof input !== "number" || !Number.isFinite(input)) {
        refuse("invalid_type");
      } else if (input > max || (input < min && (mode === "submit" || input < -max))) {
        refuse("out_of_range", { min, max });
      } else {
        judge(input, refuse);
      }
      return plain(input as number);
    },
    () => ({ type: [type, "null"], minimum: min, maximum: max }),
  );
}

/** A measured value: any size that the database can hold exactly. */
export const MEASURE_BOUNDS: Bounds = { min: -1_000_000_000_000, max: 1_000_000_000_000 };

// Dates and references --------------------------------------------------------------------------

/** A day that exists, between 1900 and 2199. */
export function isoDate(mode: DocumentMode): Schema<IsoDate | null> {
  return field(
    (input, refuse) => {
      if (isBlank(input)) return missing(mode, refuse);
      if (typeof input !== "string" || !isIsoDate(input)) refuse("invalid_date");
      return input as IsoDate;
    },
    () => ({ type: ["string", "null"], format: "date" }),
  );
}

export function isIsoDate(text: string): boolean {
  if (!/^(19|2[01])\d\d-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The day `days` after `date`. */
export function addDays(date: IsoDate, days: number): IsoDate {
  const moved = new Date(`${date}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/** The same day `years` later; 29 February becomes the 28th where there is none. */
export function addYears(date: IsoDate, years: number): IsoDate {
  const year = Number(date.slice(0, 4)) + years;
  const moved = `${year}${date.slice(4)}`;
  return isIsoDate(moved) ? moved : `${year}-02-28`;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An item's own id: without it nothing can refer to the item, so a draft must have it too. */
export function itemId(): Schema<string> {
  return chain(
    reference("draft"),
    (value, refuse) => {
      if (value === null) refuse("invalid_id");
      return value ?? "";
    },
    { type: "string" },
  );
}

/** A name given by a rubric or a list: compared with what is known, never shown. */
export function key(): Schema<string> {
  return text("draft", { max: 100 });
}

/** The id of something else; whether it exists is for the rules to say. */
export function reference(mode: DocumentMode): Schema<string | null> {
  return field(
    (input, refuse) => {
      if (isBlank(input)) return missing(mode, refuse);
      const id = typeof input === "string" ? input.toLowerCase() : "";
      if (!UUID.test(id)) refuse("invalid_id");
      return id;
    },
    () => ({ type: ["string", "null"], format: "uuid" }),
  );
}

/** What is said of a file that is sent beside the document. Wrong in a draft too: nobody types it. */
export function fileRef(): Schema<FileRef> {
  return chain(
    object<FileRef>({
      hash: text("draft", { max: 64 }),
      size: integer("submit", { min: 1, max: FILE_LIMITS.bytes }) as Schema<number>,
      type: choice("submit", FILE_TYPES) as Schema<FileRef["type"]>,
      name: text("draft", { max: FILE_LIMITS.name.max }),
    }),
    (value, refuse) => {
      if (!/^[0-9a-f]{64}$/.test(value.hash)) refuse("invalid_file", {}, ["hash"]);
      return value;
    },
  );
}

// Composition -----------------------------------------------------------------------------------

/** A value that may be absent even at submit; blanks become undefined. */
export function optional<T>(schema: Schema<T>): Schema<Exclude<T, null> | undefined> {
  return field(
    (input, refuse) => {
      if (isBlank(input)) return undefined;
      return nested(schema, input, refuse) as Exclude<T, null> | undefined;
    },
    () => shapeOf(schema) ?? {},
  );
}

/** A value that stands for itself where none is given. */
export function withDefault<T>(
  schema: Schema<T>,
  fallback: Exclude<T, null>,
): Schema<Exclude<T, null>> {
  return chain(schema, (value) => (value ?? fallback) as Exclude<T, null>);
}

/** An object with exactly these keys: missing ones are blank, unknown ones are dropped. */
export function object<T extends object>(
  shape: {
    [Key in keyof T]-?: Schema<T[Key]>;
  },
): Schema<T> {
  const schema = z.pipe(
    field((input, refuse) => {
      const value = input ?? {};
      if (typeof value !== "object" || Array.isArray(value)) refuse("invalid_type");
      return value;
    }),
    z.object(shape as Record<string, Schema<unknown>>),
  );
  const properties = () =>
    Object.fromEntries(
      Object.entries<object>(shape).map(([key, inner]) => [key, shapeOf(inner) ?? {}]),
    );
  return shaped(schema, () => ({
    type: "object",
    properties: properties(),
  })) as unknown as Schema<T>;
}

/** A list, [] where there is none. The upper bound holds in both modes, the lower one at submit. */
export function list<T>(mode: DocumentMode, item: Schema<T>, { min, max }: Bounds): Schema<T[]> {
  return field(
    (input, refuse) => {
      const entries = input ?? [];
      if (!Array.isArray(entries)) {
        refuse("invalid_type");
        return [];
      }
      if (entries.length > max) {
        // Not looked into: the bound is what keeps a hostile document cheap.
        refuse("too_many", { max, actual: entries.length });
        return [];
      }
      refuseLength(mode, entries.length, { min, max }, refuse);
      return entries.map((entry, index) => nested(item, entry, refuse, [index]) as T);
    },
    () => ({ type: "array", items: shapeOf(item) ?? {}, maxItems: max }),
  );
}

function refuseLength(mode: DocumentMode, length: number, bounds: Bounds, refuse: Refuse): void {
  const { min, max } = bounds;
  if (length > max) refuse("too_many", { max, actual: length });
  if (mode === "submit" && length < min) {
    if (min === 1) refuse("required");
    else refuse("too_few", { min, actual: length });
  }
}

/** Reads with `schema` and then with `read`, whose refusals join the schema's own. */
function chain<T, U>(
  schema: Schema<T>,
  read: (value: T, refuse: Refuse) => U,
  narrower: JsonShape = {},
): Schema<U> {
  const chained = z.pipe(
    schema,
    z.transform((value: T, payload) =>
      read(value, (code, params, path = []) => {
        payload.issues.push({
          code: "custom",
          input: value,
          params: { ...params, code },
          path: [...path],
        });
      }),
    ),
  );
  return shaped(chained, () => ({ ...shapeOf(schema), ...narrower })) as unknown as Schema<U>;
}

function nested<T>(
  schema: Schema<T>,
  input: unknown,
  refuse: Refuse,
  path: readonly number[] = [],
): T | undefined {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const where = [...path, ...(issue.path as (string | number)[])];
    const { code, ...params } = (issue.code === "custom" ? issue.params : undefined) ?? {};
    refuse(typeof code === "string" ? code : "invalid_type", params, where);
  }
  return undefined;
}

function isBlank(input: unknown): input is null | undefined | "" {
  return input === undefined || input === null || input === "";
}

function missing(mode: DocumentMode, refuse: Refuse): null {
  if (mode === "submit") refuse("required");
  return null;
}

/** Without a minus on zero, which JSON would lose. */
function plain(value: number): number {
  return value === 0 ? 0 : value;
}
