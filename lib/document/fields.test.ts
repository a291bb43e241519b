import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addYears,
  choice,
  choices,
  countCharacters,
  countLetters,
  email,
  flag,
  integer,
  isHttpsLink,
  isIsoDate,
  isoDate,
  itemId,
  link,
  list,
  normalizeText,
  number,
  object,
  optional,
  phone,
  reference,
  type Schema,
  scale,
  text,
  withDefault,
  yesNo,
} from "@/lib/document/fields";
import { toIssues } from "@/lib/document/issue";

function codes(schema: Schema<unknown>, input: unknown): string[] {
  const result = schema.safeParse(input);
  return result.success
    ? []
    : toIssues(result.error, input).map(({ path, code }) => (path ? `${path}:${code}` : code));
}

function read<T>(schema: Schema<T>, input: unknown): T {
  const result = schema.safeParse(input);
  if (!result.success) throw new Error(JSON.stringify(result.error.issues));
  return result.data;
}

describe("text", () => {
  const draft = text("draft", { min: 3, max: 5 });
  const submit = text("submit", { min: 3, max: 5 });

  test.each([
    ["nothing", undefined, "", ["required"]],
    ["null", null, "", ["required"]],
    ["spaces", "   ", "", ["required"]],
    ["too short", "ab", "ab", ["too_short"]],
    ["just long enough", "abc", "abc", []],
    ["letters, not spaces", "a b", "a b", ["too_short"]],
    ["at the upper bound", "abcde", "abcde", []],
    ["outer spaces do not count", "  abcde  ", "abcde", []],
  ])("%s: a draft keeps it, a submit judges it", (_, input, kept, refused) => {
    expect(read(draft, input)).toBe(kept);
    expect(codes(submit, input)).toEqual(refused);
  });

  test.each([
    ["too long", "abcdef", ["too_long"]],
    ["a number", 5, ["invalid_type"]],
    ["an object", {}, ["invalid_type"]],
    ["a list", [], ["invalid_type"]],
    ["a null byte", "ab\u0000c", ["control_characters"]],
    ["an escape", "a\u001bbc", ["control_characters"]],
    ["DEL", "ab\u007fc", ["control_characters"]],
    ["C1", "ab\u0085c", ["control_characters"]],
    ["a lone surrogate", "ab\ud800c", ["control_characters"]],
    ["a turn of direction", "ab\u202ec", ["control_characters"]],
    ["a line break in one line", "ab\nc", ["control_characters"]],
  ])("%s is refused in both modes", (_, input, expected) => {
    expect(codes(draft, input)).toEqual(expected);
    expect(codes(submit, input)).toEqual(expected);
  });

  test("lines are kept where they are allowed, in one form", () => {
    const lines = text("submit", { max: 20, multiline: true });
    expect(read(lines, "a\r\nb\rc\u2028d")).toBe("a\nb\nc\nd");
    expect(codes(lines, "a\u000bb")).toEqual(["control_characters"]);
  });

  test("a tab, which comes with every paste from a table, is a space", () => {
    expect(read(draft, "a\tb")).toBe("a b");
  });

  test("characters are counted as people see them", () => {
    expect(read(submit, "𝔸𝔸𝔸𝔸𝔸")).toBe("𝔸𝔸𝔸𝔸𝔸");
    expect(codes(submit, "𝔸𝔸𝔸𝔸𝔸𝔸")).toEqual(["too_long"]);
    expect(read(submit, "caf\u0065\u0301")).toBe("café");
    expect(countCharacters("👍🏽")).toBe(2);
  });

  test("invisible characters are no letters", () => {
    expect(countLetters("\u200b\u200d \u00a0\n\u3000")).toBe(0);
    expect(codes(submit, "\u200b\u200b\u200b")).toEqual(["required"]);
    expect(countLetters("e-KTP 30%")).toBe(8);
  });

  test("an optional text may be empty, but not half said", () => {
    const optionalText = text("submit", { min: 3, max: 5, required: false });
    expect(codes(optionalText, "")).toEqual([]);
    expect(codes(optionalText, "ab")).toEqual(["too_short"]);
  });

  test("the issue carries the bounds", () => {
    const result = submit.safeParse("a b");
    expect(result.success ? [] : toIssues(result.error)).toEqual([
      { path: "", code: "too_short", params: { min: 3, actual: 2 } },
    ]);
  });

  test("normalisation is idempotent", () => {
    const anything = fc.oneof(
      fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) }),
      fc.string({
        unit: fc.constantFrom(" ", "\t", "\r", "\n", "e", "\u0301", "\u00e9", "\u2028"),
      }),
    );
    fc.assert(
      fc.property(anything, (input) => {
        const once = normalizeText(input);
        return normalizeText(once) === once;
      }),
      { numRuns: 500 },
    );
  });

  test("what a submit takes, a draft takes, and it stays the same", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 30 }), (input) => {
        const wide = { min: 2, max: 20, multiline: true };
        const submitted = text("submit", wide).safeParse(input);
        if (!submitted.success) return;
        expect(read(text("draft", wide), input)).toBe(submitted.data);
        expect(read(text("submit", wide), submitted.data)).toBe(submitted.data);
      }),
    );
  });
});

describe("links, addresses, telephones", () => {
  test.each([
    ["https://bandungkab.go.id", true],
    ["https://bandungkab.go.id/arsip?x=1#y", true],
    ["HTTPS://BANDUNGKAB.GO.ID", true],
    ["http://bandungkab.go.id", false],
    ["https://localhost", false],
    ["https://.id", false],
    ["https://a:b@bandungkab.go.id", false],
    ["https://bandung kab.go.id", false],
    ["javascript:alert(1)//.https://a.id", false],
    ["data:text/html,x", false],
    ["bandungkab.go.id", false],
    ["", false],
  ])("%s → %s", (address, expected) => {
    expect(isHttpsLink(address)).toBe(expected);
    expect(codes(link("submit", { required: false }), address)).toEqual(
      expected || address === "" ? [] : ["invalid_link"],
    );
    expect(read(link("draft"), address)).toBe(address);
  });

  test.each([
    ["nama@kemsos.go.id", []],
    ["nama.belakang+x@sub.example.co", []],
    ["nama@kemsos", ["invalid_email"]],
    ["@kemsos.go.id", ["invalid_email"]],
    ["a b@kemsos.go.id", ["invalid_email"]],
    ["<a>@kemsos.go.id", ["invalid_email"]],
  ])("e-mail %s", (address, expected) => {
    expect(codes(email("submit"), address)).toEqual(expected);
  });

  test.each([
    ["0812-3456-7890", []],
    ["+62 (22) 589 1234", []],
    ["1234567", ["invalid_phone"]],
    ["1234567890123456", ["invalid_phone"]],
    ["0812 ext 5678", ["invalid_phone"]],
  ])("telephone %s", (input, expected) => {
    expect(codes(phone("submit"), input)).toEqual(expected);
  });
});

describe("choices", () => {
  const values = ["A", "B", "C"] as const;

  test("one of a list", () => {
    expect(read(choice("draft", values), "B")).toBe("B");
    expect(read(choice("draft", values), "")).toBeNull();
    expect(codes(choice("submit", values), null)).toEqual(["required"]);
    expect(codes(choice("draft", values), "D")).toEqual(["invalid_choice"]);
    expect(codes(choice("draft", values), 1)).toEqual(["invalid_choice"]);
    expect(codes(choice("draft", values), "toString")).toEqual(["invalid_choice"]);
  });

  test("several of a list, each once, in its order", () => {
    const some = (mode: "draft" | "submit") => choices(mode, values, { min: 2, max: 2 });
    expect(read(some("draft"), ["C", "A", "C"])).toEqual(["A", "C"]);
    expect(read(some("draft"), null)).toEqual([]);
    expect(codes(some("submit"), ["A"])).toEqual(["too_few"]);
    expect(codes(some("draft"), ["A", "B", "C"])).toEqual(["too_many"]);
    expect(codes(some("draft"), ["A", "X"])).toEqual(["invalid_choice"]);
    expect(codes(some("draft"), "A")).toEqual(["invalid_type"]);
    expect(codes(choices("submit", values, { min: 1, max: 3 }), [])).toEqual(["required"]);
  });

  test("yes, no, and not answered", () => {
    expect(read(yesNo("draft"), null)).toBeNull();
    expect(read(yesNo("submit"), false)).toBe(false);
    expect(codes(yesNo("submit"), undefined)).toEqual(["required"]);
    expect(codes(yesNo("draft"), "true")).toEqual(["invalid_type"]);
    expect(read(flag(), undefined)).toBe(false);
    expect(codes(flag(), 1)).toEqual(["invalid_type"]);
  });

  test("a scale holds in a draft too", () => {
    const five = { min: 1, max: 5 };
    expect(read(scale("draft", five), null)).toBeNull();
    expect(codes(scale("submit", five), null)).toEqual(["required"]);
    for (const mode of ["draft", "submit"] as const) {
      expect([1, 5].map((value) => read(scale(mode, five), value))).toEqual([1, 5]);
      expect(codes(scale(mode, five), 0)).toEqual(["out_of_range"]);
      expect(codes(scale(mode, five), 6)).toEqual(["out_of_range"]);
      expect(codes(scale(mode, five), 2.5)).toEqual(["not_a_step"]);
      expect(codes(scale(mode, five), "3")).toEqual(["invalid_type"]);
      expect(codes(scale(mode, five), Number.NaN)).toEqual(["invalid_type"]);
    }
    expect(read(scale("submit", { min: 0, max: 3, step: 0.5 }), 2.5)).toBe(2.5);
  });
});

describe("quantities", () => {
  const range = { min: 1, max: 100 };

  test("smaller numbers pass a draft while they are typed, bigger ones never", () => {
    expect(read(integer("draft", range), 0)).toBe(0);
    expect(codes(integer("submit", range), 0)).toEqual(["out_of_range"]);
    expect(read(integer("submit", range), 100)).toBe(100);
    expect(codes(integer("draft", range), 101)).toEqual(["out_of_range"]);
    expect(codes(integer("draft", range), -101)).toEqual(["out_of_range"]);
    expect(codes(integer("draft", range), 1.5)).toEqual(["not_an_integer"]);
    expect(codes(integer("draft", range), Number.POSITIVE_INFINITY)).toEqual(["invalid_type"]);
    expect(codes(integer("submit", range), null)).toEqual(["required"]);
    expect(codes(integer("draft", range), "5")).toEqual(["invalid_type"]);
  });

  test("four decimals", () => {
    const wide = { min: -1e12, max: 1e12 };
    for (const value of [0.1, 1.0005, -12.3456, 123456789.1234, 1e12, 0.0001]) {
      expect(read(number("submit", wide), value)).toBe(value);
    }
    expect(codes(number("draft", wide), 0.00001)).toEqual(["too_many_decimals"]);
    expect(Object.is(read(number("draft", wide), -0), 0)).toBe(true);
  });
});

describe("dates and references", () => {
  test.each([
    ["2018-08-07", true],
    ["2020-02-29", true],
    ["2019-02-29", false],
    ["2018-13-01", false],
    ["2018-00-10", false],
    ["2018-8-7", false],
    ["1899-12-31", false],
    ["2018-08-07T00:00:00Z", false],
    ["20180807", false],
  ])("%s → %s", (input, expected) => {
    expect(isIsoDate(input)).toBe(expected);
    expect(codes(isoDate("draft"), input)).toEqual(expected ? [] : ["invalid_date"]);
  });

  test("days and years are counted over month ends and leap years", () => {
    expect(addDays("2018-12-31", 1)).toBe("2019-01-01");
    expect(addDays("2020-03-01", -1)).toBe("2020-02-29");
    expect(addYears("2020-02-29", 5)).toBe("2025-02-28");
    expect(addYears("2018-08-07", 5)).toBe("2023-08-07");
  });

  test("an item has an id in a draft too; a reference may wait", () => {
    const id = "0190A6F0-0000-7000-8000-00000000000A";
    expect(read(itemId(), id)).toBe(id.toLowerCase());
    expect(codes(itemId(), "")).toEqual(["invalid_id"]);
    expect(codes(itemId(), "1")).toEqual(["invalid_id"]);
    expect(read(reference("draft"), "")).toBeNull();
    expect(codes(reference("submit"), null)).toEqual(["required"]);
    expect(codes(reference("draft"), "x")).toEqual(["invalid_id"]);
  });
});

describe("composition", () => {
  const item = (mode: "draft" | "submit") =>
    object<{ name: string; size?: number | undefined }>({
      name: text(mode, { min: 2, max: 5 }),
      size: optional(integer(mode, { min: 1, max: 9 })),
    });

  test("missing keys are blank, unknown ones are dropped", () => {
    expect(read(item("draft"), { other: 1, constructor: 2 })).toEqual({ name: "" });
    expect(read(item("draft"), null)).toEqual({ name: "" });
    expect(read(item("draft"), JSON.parse('{"__proto__":{"name":"x"}}'))).toEqual({ name: "" });
    expect(codes(item("submit"), undefined)).toEqual(["name:required"]);
    expect(codes(item("draft"), [])).toEqual(["invalid_type"]);
    expect(codes(item("draft"), "x")).toEqual(["invalid_type"]);
  });

  test("an optional value is judged when it is there", () => {
    expect(read(item("submit"), { name: "ab", size: "" })).toEqual({ name: "ab" });
    expect(codes(item("submit"), { name: "ab", size: 0 })).toEqual(["size:out_of_range"]);
  });

  test("all issues of a list and of its items come at once, with their paths", () => {
    const items = list("submit", item("submit"), { min: 3, max: 4 });
    expect(codes(items, [{ name: "abcdef" }, { name: "a", size: 10 }])).toEqual([
      "too_few",
      "0.name:too_long",
      "1.name:too_short",
      "1.size:out_of_range",
    ]);
    expect(codes(items, [1, 2, 3, 4, 5])).toEqual(["too_many"]);
    expect(codes(items, {})).toEqual(["invalid_type"]);
    expect(read(list("draft", item("draft"), { min: 3, max: 4 }), undefined)).toEqual([]);
  });

  test("an item of a wrong kind is refused at its place", () => {
    const items = list("draft", item("draft"), { min: 0, max: 4 });
    expect(codes(items, [{ name: "ab" }, "x"])).toEqual(["1:invalid_type"]);
  });

  test("a default stands for nothing given", () => {
    const status = withDefault(choice("draft", ["PLANNED", "DONE"]), "PLANNED");
    expect(read(status, undefined)).toBe("PLANNED");
    expect(read(status, "DONE")).toBe("DONE");
    expect(codes(status, "LATE")).toEqual(["invalid_choice"]);
  });
});
