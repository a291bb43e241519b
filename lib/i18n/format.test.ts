import fc from "fast-check";
import { createTranslator } from "next-intl";
import { beforeAll, describe, expect, it } from "vitest";
import { createFormat, dayDistance, type Format } from "./format";
import { loadMessages } from "./messages";

let id: Format;
let en: Format;
let makassar: Format;

beforeAll(async () => {
  const of = async (locale: "id" | "en", timeZone: string) => {
    const { common } = await loadMessages(locale);
    const words = createTranslator({ locale, messages: { common }, namespace: "common.when" });
    return createFormat({ locale, timeZone, words });
  };
  id = await of("id", "Asia/Jakarta");
  en = await of("en", "Asia/Jakarta");
  makassar = await of("id", "Asia/Makassar");
});

describe("dates", () => {
  it("writes a calendar day, whatever the zone", () => {
    expect(id.date("2018-08-07")).toBe("7 Agustus 2018");
    expect(en.date("2018-08-07")).toBe("7 August 2018");
    expect(id.dateShort("2018-08-07")).toBe("7 Agu 2018");
    expect(id.dateLong("2018-08-07")).toBe("Selasa, 7 Agustus 2018");
  });

  it("puts an instant on the day of the cohort's zone", () => {
    expect(id.date("2018-08-07T17:30:00Z")).toBe("8 Agustus 2018");
    expect(id.date(new Date("2018-08-07T16:30:00Z"))).toBe("7 Agustus 2018");
    expect(makassar.date(new Date("2018-08-07T16:30:00Z"))).toBe("8 Agustus 2018");
  });

  it("shortens a range by what both ends share", () => {
    expect(id.dateRange("2018-08-06", "2018-08-10")).toBe("6–10 Agustus 2018");
    expect(id.dateRange("2018-07-30", "2018-08-03")).toBe("30 Juli – 3 Agustus 2018");
    expect(id.dateRange("2018-12-28", "2019-01-02")).toBe("28 Desember 2018 – 2 Januari 2019");
    expect(id.dateRange("2018-08-06", "2018-08-06")).toBe("6 Agustus 2018");
  });
});

describe("times", () => {
  it("names the zone", () => {
    expect(id.time("2018-08-07T02:00:00Z")).toBe("09.00 WIB");
    expect(en.time("2018-08-07T02:00:00Z")).toBe("09:00 WIB");
    expect(makassar.time("2018-08-07T02:00:00Z")).toBe("10.00 WITA");
    expect(id.time("2018-08-07T17:05:00Z")).toBe("00.05 WIB");
    expect(id.dateTime("2018-08-07T02:00:00Z")).toBe("7 Agustus 2018, 09.00 WIB");
  });

  it("knows Papua", () => {
    const papua = createFormat({ locale: "id", timeZone: "Asia/Jayapura", words: () => "" });
    expect(papua.time("2018-08-07T02:00:00Z")).toBe("11.00 WIT");
  });
});

describe("times near now", () => {
  const now = "2018-08-07T02:00:00Z"; // 09.00 WIB

  it("counts calendar days, not hours", () => {
    expect(dayDistance("2018-08-07T17:01:00Z", "2018-08-07T16:59:00Z", "Asia/Jakarta")).toBe(1);
    expect(dayDistance("2018-08-07", now, "Asia/Jakarta")).toBe(0);
    expect(dayDistance("2018-03-01", "2018-02-28", "Asia/Jakarta")).toBe(1);
  });

  it("counts days as the zone's own calendar has them", () => {
    const instant = fc.date({
      min: new Date("2000-01-01T00:00:00Z"),
      max: new Date("2100-01-01T00:00:00Z"),
      noInvalidDate: true,
    });
    for (const timeZone of ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "Pacific/Chatham"]) {
      const written = new Intl.DateTimeFormat("en-CA", { timeZone });
      const day = (at: Date) => Date.parse(written.format(at)) / 86_400_000;
      fc.assert(
        fc.property(instant, instant, (value, now) => {
          expect(dayDistance(value, now, timeZone)).toBe(day(value) - day(now));
        }),
      );
    }
  });

  it("has words for days", () => {
    expect(id.day("2018-08-07", now)).toBe("hari ini");
    expect(id.day("2018-08-08", now)).toBe("besok");
    expect(id.day("2018-08-06", now)).toBe("kemarin");
    expect(id.day("2018-08-09", now)).toBe("2 hari lagi");
    expect(id.day("2018-08-04", now)).toBe("3 hari lalu");
    expect(en.day("2018-08-04", now)).toBe("3 days ago");
  });

  it("has words for a deadline", () => {
    expect(id.due("2018-08-07T10:00:00Z", now)).toBe("hari ini 17.00 WIB");
    expect(id.due("2018-08-08T10:00:00Z", now)).toBe("besok 17.00 WIB");
    expect(id.due("2018-08-10T10:00:00Z", now)).toBe("3 hari lagi");
    expect(id.due("2018-08-20T10:00:00Z", now)).toBe("20 Agustus 2018");
    expect(id.due("2018-08-07T01:59:30Z", now)).toBe("terlambat 1 menit");
    expect(id.due("2018-08-06T10:00:00Z", now)).toBe("terlambat 16 jam");
    expect(id.due("2018-08-04T01:00:00Z", now)).toBe("terlambat 3 hari");
    expect(en.due("2018-08-06T01:00:00Z", now)).toBe("1 day late");
  });

  it("has words for what has happened", () => {
    expect(id.ago("2018-08-07T01:59:30Z", now)).toBe("baru saja");
    expect(id.ago("2018-08-07T01:37:00Z", now)).toBe("23 menit lalu");
    expect(id.ago("2018-08-06T23:00:00Z", now)).toBe("3 jam lalu");
    expect(id.ago("2018-08-06T10:00:00Z", now)).toBe("kemarin");
  });
});

describe("numbers", () => {
  it("writes decimals with a comma", () => {
    expect(id.decimal(87.5)).toBe("87,50");
    expect(en.decimal(87.5)).toBe("87.50");
    expect(id.decimal(1234.567, 1)).toBe("1.234,6");
  });

  it("groups thousands", () => {
    expect(id.integer(12500)).toBe("12.500");
    expect(en.integer(12500)).toBe("12,500");
    expect(id.percent(0.874)).toBe("87%");
  });

  it("writes rupiah without a space", () => {
    expect(id.rupiah(1_500_000)).toBe("Rp1.500.000");
    expect(id.rupiah(0)).toBe("Rp0");
    expect(id.rupiah(-2000)).toBe("−Rp2.000");
  });
});
