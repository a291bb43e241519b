import { expect, it } from "vitest";
import { statementName } from "./statement-names";

it("names a statement by its text, and no more of them than a connection should keep", () => {
  const first = statementName({ sql: "SELECT 1" });
  expect(first).toMatch(/^[\w-]{22}$/);
  expect(statementName({ sql: "SELECT 2" })).not.toBe(first);
  const others = Array.from({ length: 1000 }, (_, n) => statementName({ sql: `SELECT ${n + 3}` }));
  expect(others.filter((name) => name !== "")).toHaveLength(498);
  expect(new Set(others.slice(0, 498)).size).toBe(498);
  // What has a name keeps it.
  expect(statementName({ sql: "SELECT 1" })).toBe(first);
});
