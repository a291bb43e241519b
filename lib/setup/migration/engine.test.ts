import { describe, expect, it } from "vitest";
import { describeEngineError } from "./engine";

describe("an error of the schema engine", () => {
  it("is what the database said, and in which migration", () => {
    const text = [
      "external connector error",
      "Error querying the database: ERROR: division by zero",
      "   0: sql_schema_connector::apply_migration::apply_script",
      '           with migration_name="20991231000000_bad"',
    ].join("\n");
    expect(describeEngineError(new Error(text))).toEqual({
      message: "ERROR: division by zero",
      migration: "20991231000000_bad",
    });
  });

  it("stays as it is when it is something else", () => {
    expect(describeEngineError("lost connection")).toEqual({
      message: "lost connection",
      migration: undefined,
    });
  });
});
