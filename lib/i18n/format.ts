import type { Locale } from "./locales";

/** The three time zones of Indonesia, in which a cohort's deadlines are read. */
export type TimeZone = "Asia/Jakarta" | "Asia/Makassar" | "Asia/Jayapura";

export const defaultTimeZone: TimeZone = "Asia/Jakarta";

/** Milliseconds ahead of UTC, all year: Indonesia knows no summer time. */
const zoneOffsets: Record<string, number> = {
  UTC: 0,
  "Asia/Jakarta": 7 * 3_600_000,
  "Asia/Makassar": 8 * 3_600_000,
  "Asia/Jayapura": 9 * 3_600_000,
};

const zoneNames: Record<string, string> = {
  "Asia/Jakarta": "WIB",
  "Asia/Makassar": "WITA",
  "Asia/Jayapura": "WIT",
};

/** British English, because it writes a date as Indonesian does: day, month, year. */
const tags: Record<Locale, string> = { id: "id-ID", en: "en-GB" };

/** Words for times near now; the namespace `common`, under `when`. */
export type WhenWords = (
  key:
    | "today"
    | "tomorrow"
    | "yesterday"
    | "inDays"
    | "daysAgo"
    | "hoursAgo"
    | "minutesAgo"
    | "justNow"
    | "lateDays"
    | "lateHours"
    | "lateMinutes"
    | "dayTime"
    | "dateTime",
  values?: Record<string, string | number>,
) => string;

/** A calendar day `YYYY-MM-DD`, an instant as ISO string, or an instant. */
export type DateInput = string | Date;

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const plainDate = /^\d{4}-\d{2}-\d{2}$/;

// Making an Intl object costs more than using it a thousand times.
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();

function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions) {
  const key = `${locale}${JSON.stringify(options)}`;
  let format = dateFormats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(tags[locale], options);
    dateFormats.set(key, format);
  }
  return format;
}

function numberFormat(locale: Locale, options: Intl.NumberFormatOptions) {
  const key = `${locale}${JSON.stringify(options)}`;
  let format = numberFormats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(tags[locale], options);
    numberFormats.set(key, format);
  }
  return format;
}

/** A calendar day is the same day everywhere: it is read and written in UTC. */
function resolve(value: DateInput, timeZone: string): { at: Date; zone: string } {
  if (typeof value === "string" && plainDate.test(value)) {
    return { at: new Date(`${value}T00:00:00Z`), zone: "UTC" };
  }
  return { at: new Date(value), zone: timeZone };
}

/** The calendar day of an instant in a zone, as the number of days since 1970-01-01. */
function dayNumber(value: DateInput, timeZone: string): number {
  const { at, zone } = resolve(value, timeZone);
  const offset = zoneOffsets[zone];
  if (offset !== undefined) return Math.floor((at.getTime() + offset) / day);
  const parts = dateFormat("en", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((entry) => entry.type === type)?.value);
  return Date.UTC(part("year"), part("month") - 1, part("day")) / day;
}

/**
 * Calendar days from `now` to `value` in a zone: 1 is tomorrow, −1 yesterday, whatever the hour.
 */
export function dayDistance(value: DateInput, now: DateInput, timeZone: string): number {
  return dayNumber(value, timeZone) - dayNumber(now, timeZone);
}

export type FormatContext = {
  locale: Locale;
  /** The cohort's zone; times are shown in it, not in the reader's. */
  timeZone: string;
  words: WhenWords;
};

/**
 * The way Lokus writes dates, times and numbers, in one language and one time zone.
 *
 * Everything here gives the same text on the server and in the browser: nothing reads the machine's
 * own zone, clock or language. The caller passes `now`.
 */
export function createFormat({ locale, timeZone, words }: FormatContext) {
  const write = (value: DateInput, options: Intl.DateTimeFormatOptions) => {
    const { at, zone } = resolve(value, timeZone);
    return dateFormat(locale, { ...options, timeZone: zone }).format(at);
  };

  /** "7 Agustus 2018" */
  const date = (value: DateInput) =>
    write(value, { day: "numeric", month: "long", year: "numeric" });

  /** "7 Agu 2018" */
  const dateShort = (value: DateInput) =>
    write(value, { day: "numeric", month: "short", year: "numeric" });

  /** "Selasa, 7 Agustus 2018" */
  const dateLong = (value: DateInput) =>
    write(value, { weekday: "long", day: "numeric", month: "long", year: "numeric" });

  /** "6–10 Agustus 2018", "30 Juli – 3 Agustus 2018", "28 Desember 2018 – 2 Januari 2019" */
  const dateRange = (from: DateInput, to: DateInput) => {
    const part = (value: DateInput, options: Intl.DateTimeFormatOptions) => write(value, options);
    const sameYear = part(from, { year: "numeric" }) === part(to, { year: "numeric" });
    const sameMonth = sameYear && part(from, { month: "long" }) === part(to, { month: "long" });
    if (sameMonth) {
      const first = part(from, { day: "numeric" });
      return first === part(to, { day: "numeric" }) ? date(to) : `${first}–${date(to)}`;
    }
    const start = sameYear ? part(from, { day: "numeric", month: "long" }) : date(from);
    return `${start} – ${date(to)}`;
  };

  /** "09.00 WIB" in Indonesian, "09:00 WIB" in English. */
  const time = (value: DateInput) => {
    const parts = dateFormat("en", {
      timeZone,
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    }).formatToParts(new Date(value));
    const part = (type: string) => parts.find((entry) => entry.type === type)?.value ?? "";
    const clock = `${part("hour")}${locale === "id" ? "." : ":"}${part("minute")}`;
    const zone = zoneNames[timeZone];
    return zone ? `${clock} ${zone}` : clock;
  };

  /** "7 Agustus 2018, 09.00 WIB" */
  const dateTime = (value: DateInput) =>
    words("dateTime", { date: date(value), time: time(value) });

  /** "hari ini", "besok", "2 hari lagi", "kemarin", "3 hari lalu" — by calendar days of the zone. */
  const day_ = (value: DateInput, now: DateInput) => {
    const days = dayDistance(value, now, timeZone);
    if (days === 0) return words("today");
    if (days === 1) return words("tomorrow");
    if (days === -1) return words("yesterday");
    return days > 0 ? words("inDays", { count: days }) : words("daysAgo", { count: -days });
  };

  /** "baru saja", "5 menit lalu", "3 jam lalu", then days. For what has happened. */
  const ago = (value: DateInput, now: DateInput) => {
    const passed = new Date(now).getTime() - new Date(value).getTime();
    if (passed < minute) return words("justNow");
    if (passed < hour) return words("minutesAgo", { count: Math.floor(passed / minute) });
    if (dayDistance(value, now, timeZone) === 0) {
      return words("hoursAgo", { count: Math.floor(passed / hour) });
    }
    return day_(value, now);
  };

  /**
   * A deadline still to be met: "hari ini 17.00 WIB", "besok 17.00 WIB", "3 hari lagi"; beyond a
   * week the date. One that has passed: "terlambat 2 jam", "terlambat 3 hari" (whole 24 hours).
   */
  const due = (value: DateInput, now: DateInput) => {
    const left = new Date(value).getTime() - new Date(now).getTime();
    if (left < 0) {
      if (-left < hour) {
        return words("lateMinutes", { count: Math.max(1, Math.floor(-left / minute)) });
      }
      if (-left < day) return words("lateHours", { count: Math.floor(-left / hour) });
      return words("lateDays", { count: Math.floor(-left / day) });
    }
    const days = dayDistance(value, now, timeZone);
    if (days <= 1) return words("dayTime", { day: day_(value, now), time: time(value) });
    return days <= 7 ? day_(value, now) : date(value);
  };

  /** 87.5 → "87,50". Rounds half away from zero, as scores are rounded. */
  const decimal = (value: number, digits = 2) =>
    numberFormat(locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(value);

  /** 12500 → "12.500" */
  const integer = (value: number) =>
    numberFormat(locale, { maximumFractionDigits: 0 }).format(value);

  /** A share of 0–1 → "87%" */
  const percent = (share: number) => `${integer(share * 100)}%`;

  /** 1500000 → "Rp1.500.000", without a space, as Indonesian spelling rules it. */
  const rupiah = (value: number) => (value < 0 ? `−Rp${integer(-value)}` : `Rp${integer(value)}`);

  return {
    date,
    dateShort,
    dateLong,
    dateRange,
    time,
    dateTime,
    day: day_,
    ago,
    due,
    decimal,
    integer,
    percent,
    rupiah,
  };
}

export type Format = ReturnType<typeof createFormat>;
