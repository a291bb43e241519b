import fc from "fast-check";
import { expect, it } from "vitest";
import { prefixQuery } from "./prefix-query";

it.each([
  ["Akar masal", "akar:* & masal:*"],
  ["  SIPD  ", "sipd:*"],
  ["kab. Belitung-Timur", "kab:* & belitung:* & timur:*"],
  ["a & !b | (c:*)", "a:* & b:* & c:*"],
  [
    "satu dua tiga empat lima enam tujuh delapan sembilan",
    "satu:* & dua:* & tiga:* & empat:* & lima:* & enam:* & tujuh:* & delapan:*",
  ],
])("%s", (text, query) => {
  expect(prefixQuery(text)).toBe(query);
});

it("is nothing where there is no word", () => {
  for (const text of ["", "  ", "&|!()", "'", "\u0000"]) expect(prefixQuery(text)).toBeNull();
});

it("holds words and our own signs only, whatever is typed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(prefixQuery(text) ?? "a:*").toMatch(
        /^[\p{L}\p{M}\p{N}]+:\*( & [\p{L}\p{M}\p{N}]+:\*)*$/u,
      );
    }),
  );
});
