import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toCalendar } from "@/lib/agenda/calendar";
import type { AgendaSession } from "@/lib/agenda/model";

const ID = "0190a0a0-0000-7000-8000-000000000001";
const session: AgendaSession = {
  id: ID,
  hostRegionId: "r",
  title: "Penerimaan resmi; sambutan, dan doa",
  day: "2018-08-06",
  startsMinute: 540,
  endsMinute: 660,
  hostUnit: { id: "u", shortName: "Bappeda" },
  place: "Gedung Moh. Toha, Soreang",
  note: "Pakaian dinas.\nBawa\\catatan",
  forAll: false,
  groups: [
    { id: "1", name: "Kelompok 1" },
    { id: "2", name: "Kelompok 2" },
  ],
  speakers: [{ name: "Marlan", role: "Asisten Ekonomi" }],
  version: 3,
  updatedAt: "2018-07-20T04:05:06.789Z",
};
const calendar = (change: Partial<AgendaSession> = {}, timeZone = "Asia/Jakarta") =>
  toCalendar(
    [
      {
        name: "Angkatan VII",
        timeZone,
        hosts: new Map([["r", "Kabupaten Bandung"]]),
        sessions: [{ ...session, ...change }],
      },
    ],
    {
      name: "Agenda Angkatan VII",
      host: "lokus.example.go.id",
      words: { groups: "Kelompok", speakers: "Narasumber" },
    },
  );
/** Read as RFC 5545 says: unfolded, then name and value. */
const properties = (text: string) =>
  new Map(
    text
      .replaceAll("\r\n ", "")
      .split("\r\n")
      .map((line) => {
        const colon = line.indexOf(":");
        return [line.slice(0, colon), line.slice(colon + 1)] as const;
      }),
  );

describe("a calendar", () => {
  it("says what the agenda says", () => {
    const read = properties(calendar());
    expect(Object.fromEntries(read)).toMatchObject({
      VERSION: "2.0",
      UID: `session-${ID}@lokus.example.go.id`,
      DTSTAMP: "20180720T040506Z",
      SEQUENCE: "3",
      // 09.00–11.00 WIB.
      DTSTART: "20180806T020000Z",
      DTEND: "20180806T040000Z",
      SUMMARY: "Penerimaan resmi\\; sambutan\\, dan doa",
      LOCATION: "Gedung Moh. Toha\\, Soreang\\, Bappeda\\, Kabupaten Bandung",
      DESCRIPTION:
        "Angkatan VII\\nKelompok: Kelompok 1\\, Kelompok 2\\nNarasumber: Marlan (Asisten Ekonomi)\\nPakaian dinas.\\nBawa\\\\catatan",
    });
  });

  it("reads times in the cohort's zone, up to the midnight after", () => {
    expect(properties(calendar({}, "Asia/Jayapura")).get("DTSTART")).toBe("20180806T000000Z");
    expect(properties(calendar({ endsMinute: 1440 })).get("DTEND")).toBe("20180806T170000Z");
  });

  it("keeps the UID of a session that changes", () => {
    const uid = (text: string) => properties(text).get("UID");
    expect(uid(calendar({ title: "Lain", day: "2018-08-07", version: 9 }))).toBe(uid(calendar()));
  });

  it("leaves out what is not there", () => {
    const read = properties(
      calendar({ place: "", hostUnit: null, note: "", speakers: [], forAll: true }),
    );
    expect(read.get("LOCATION")).toBe("Kabupaten Bandung");
    expect(read.get("DESCRIPTION")).toBe("Angkatan VII");
  });

  it("ends lines as it must, folds them at 75 octets, and gives every text back", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (title) => {
        const text = calendar({ title });
        expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
        expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
        for (const line of text.split("\r\n")) {
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        }
        const read = (properties(text).get("SUMMARY") ?? "").replaceAll(
          /\\([\\;,n])/g,
          (_, sign) => (sign === "n" ? "\n" : sign),
        );
        expect(read).toBe(title.replaceAll(/\r\n?/g, "\n"));
      }),
    );
  });
});
