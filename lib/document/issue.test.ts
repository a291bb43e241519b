import { describe, expect, test } from "vitest";
import { z } from "zod";
import * as mini from "zod/mini";
import { toIssues } from "@/lib/document/issue";

/** toIssues also serves the small forms of the house, which are plain Zod. */
describe("Zod's own issues in our codes", () => {
  const issues = (schema: z.ZodType, input: unknown) => {
    const result = schema.safeParse(input);
    return result.success ? [] : toIssues(result.error, input);
  };

  test.each([
    ["an empty text", z.string().min(1), "", { code: "required" }],
    ["a short text", z.string().min(3), "ab", { code: "too_short", params: { min: 3 } }],
    ["a long text", z.string().max(2), "abc", { code: "too_long", params: { max: 2 } }],
    ["few items", z.array(z.int()).min(2), [1], { code: "too_few", params: { min: 2 } }],
    ["many items", z.array(z.int()).max(1), [1, 2], { code: "too_many", params: { max: 1 } }],
    ["a small number", z.number().min(1), 0, { code: "too_small", params: { min: 1 } }],
    ["a big number", z.number().max(1), 2, { code: "too_big", params: { max: 1 } }],
    ["a wrong step", z.number().multipleOf(5), 7, { code: "not_a_step", params: { step: 5 } }],
    ["a wrong type", z.string(), 5, { code: "invalid_type" }],
    ["nothing", z.string(), null, { code: "required" }],
    ["an unknown choice", z.enum(["A"]), "B", { code: "invalid_choice" }],
    ["a bad e-mail", z.email(), "x", { code: "invalid_email" }],
    ["a bad id", z.uuid(), "x", { code: "invalid_id" }],
    ["a bad date", z.iso.date(), "x", { code: "invalid_date" }],
    ["another format", z.ipv4(), "x", { code: "invalid_format" }],
  ])("%s", (_, schema, input, expected) => {
    expect(issues(schema, input)).toEqual([{ path: "", ...expected }]);
  });

  test("paths are dot-joined; a missing key is told from a wrong type", () => {
    const schema = z.object({ a: z.array(z.object({ b: z.string(), c: z.string() })) });
    expect(issues(schema, { a: [{ b: 1 }] })).toEqual([
      { path: "a.0.b", code: "invalid_type" },
      { path: "a.0.c", code: "required" },
    ]);
  });

  test("unknown keys are named one by one", () => {
    expect(issues(z.object({ a: z.strictObject({}) }), { a: { x: 1, y: 2 } })).toEqual([
      { path: "a.x", code: "unknown_field" },
      { path: "a.y", code: "unknown_field" },
    ]);
  });

  test("own codes pass through with their values, and each issue is told once", () => {
    const schema = z
      .string()
      .refine(() => false, { params: { code: "name_taken", name: "Soreang", inner: {} } })
      .refine(() => false, { params: { code: "name_taken", name: "Soreang" } })
      .refine(() => false);
    expect(issues(schema, "x")).toEqual([
      { path: "", code: "name_taken", params: { name: "Soreang" } },
      { path: "", code: "invalid" },
    ]);
  });

  test("the small Zod reads the same", () => {
    const result = mini.safeParse(mini.object({ a: mini.string() }), {});
    expect(result.success ? [] : toIssues(result.error, {})).toEqual([
      { path: "a", code: "required" },
    ]);
  });
});
