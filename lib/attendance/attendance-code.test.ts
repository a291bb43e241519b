import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dayCode,
  isDayCode,
  qrToken,
  readQrToken,
  readTicket,
  STEP_SECONDS,
  STEPS_BACK,
  stepAt,
  stepLeft,
  TICKET_SECONDS,
  ticketFor,
} from "@/lib/attendance/attendance-code";

const SECRET = "rahasia-sesi-satu";
const OTHER = "rahasia-sesi-dua";
const NOW = new Date("2018-08-06T02:00:00.000Z");
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

describe("the QR", () => {
  const token = qrToken(SECRET, NOW);

  it("counts for its own step and two more, and not a moment longer", () => {
    // NOW is the first moment of a step.
    expect(stepLeft(NOW)).toBe(STEP_SECONDS * 1000);
    const last = STEP_SECONDS * (STEPS_BACK + 1);
    expect(readQrToken(SECRET, token, NOW)).toBe("valid");
    expect(readQrToken(SECRET, token, later(last - 0.001))).toBe("valid");
    expect(readQrToken(SECRET, token, later(last))).toBe("stale");
    expect(readQrToken(SECRET, token, later(86_400))).toBe("stale");
    expect(readQrToken(SECRET, token, later(-0.001))).toBe("stale");
  });

  it("changes with each step and not within one", () => {
    expect(qrToken(SECRET, later(STEP_SECONDS - 0.001))).toBe(token);
    expect(qrToken(SECRET, later(STEP_SECONDS))).not.toBe(token);
    expect(stepAt(later(STEP_SECONDS))).toBe(stepAt(NOW) + 1);
  });

  it("is of one session", () => {
    expect(readQrToken(OTHER, token, NOW)).toBe("unknown");
  });

  it("cannot be moved to another time", () => {
    const [, mac] = token.split("-");
    const moved = `${(stepAt(NOW) + 6).toString(36)}-${mac}`;
    expect(readQrToken(SECRET, moved, later(60))).toBe("unknown");
  });

  it("is nothing that anybody makes up", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        expect(readQrToken(SECRET, text, NOW)).toBe("unknown");
      }),
    );
    expect(readQrToken(SECRET, `${stepAt(NOW).toString(36)}-${"A".repeat(16)}`, NOW)).toBe(
      "unknown",
    );
  });
});

describe("a ticket", () => {
  const ticket = ticketFor(SECRET, "siti", NOW);
  it("is for one person, one session, and five minutes", () => {
    expect(readTicket(SECRET, ticket, "siti", NOW)).toBe("valid");
    expect(readTicket(SECRET, ticket, "siti", later(TICKET_SECONDS - 1))).toBe("valid");
    expect(readTicket(SECRET, ticket, "siti", later(TICKET_SECONDS))).toBe("stale");
    expect(readTicket(SECRET, ticket, "budi", NOW)).toBe("unknown");
    expect(readTicket(OTHER, ticket, "siti", NOW)).toBe("unknown");
    expect(readTicket(SECRET, `z${ticket}`, "siti", NOW)).toBe("unknown");
    expect(readTicket(SECRET, "", "siti", NOW)).toBe("unknown");
  });
});

describe("the code of the day", () => {
  const code = dayCode(SECRET, "2018-08-06");
  it("is short, legible, and of one session and day", () => {
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{6}$/);
    expect(dayCode(SECRET, "2018-08-06")).toBe(code);
    expect(dayCode(SECRET, "2018-08-07")).not.toBe(code);
    expect(dayCode(OTHER, "2018-08-06")).not.toBe(code);
  });
  it("is recognised however it is typed, and only then", () => {
    const typed = ` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)} `;
    expect(isDayCode(SECRET, "2018-08-06", typed)).toBe(true);
    expect(isDayCode(SECRET, "2018-08-06", code.slice(0, 5))).toBe(false);
    expect(isDayCode(SECRET, "2018-08-06", `${code}2`)).toBe(false);
    expect(isDayCode(SECRET, "2018-08-06", "")).toBe(false);
  });
});
