import { describe, expect, it } from "vitest";
import { checksum } from "./files";
import { type AppliedMigration, compareHistory } from "./history";
import { migrationName } from "./name";

const onDisk = ["1_a", "2_b", "3_c"].map((name) => ({
  name,
  sql: `-- ${name}`,
  checksum: checksum(`-- ${name}`),
}));

function row(name: string, change: Partial<AppliedMigration> = {}): AppliedMigration {
  return {
    name,
    checksum: checksum(`-- ${name}`),
    finished: true,
    rolledBack: false,
    logs: null,
    ...change,
  };
}

describe("a database's history", () => {
  it("is behind when it is empty, or a beginning", () => {
    expect(compareHistory(onDisk, [])).toEqual({ state: "behind", pending: ["1_a", "2_b", "3_c"] });
    expect(compareHistory(onDisk, [row("1_a")])).toEqual({
      state: "behind",
      pending: ["2_b", "3_c"],
    });
  });

  it("is current when everything was applied", () => {
    expect(
      compareHistory(
        onDisk,
        ["1_a", "2_b", "3_c"].map((name) => row(name)),
      ),
    ).toEqual({
      state: "current",
    });
  });

  it("forgets what was rolled back, and tried again", () => {
    const rows = [row("1_a", { rolledBack: true, finished: false }), row("1_a")];
    expect(compareHistory(onDisk, rows)).toEqual({ state: "behind", pending: ["2_b", "3_c"] });
  });

  it("has failed when a migration did not finish", () => {
    expect(compareHistory(onDisk, [row("1_a", { finished: false, logs: "why" })])).toEqual({
      state: "failed",
      name: "1_a",
      logs: "why",
    });
  });

  it("is ahead when it knows a migration that this version does not", () => {
    expect(compareHistory(onDisk, [row("1_a"), row("4_d")])).toEqual({
      state: "ahead",
      names: ["4_d"],
    });
  });

  it("notices an edited migration", () => {
    expect(compareHistory(onDisk, [row("1_a", { checksum: "other" })])).toEqual({
      state: "edited",
      names: ["1_a"],
    });
  });
});

describe("the name of a new migration", () => {
  const now = new Date("2026-11-24T23:05:09Z");

  it("begins with the time in UTC", () => {
    expect(migrationName("add_visit-notes", now)).toBe("20261124230509_add_visit_notes");
  });

  it.each(["", "Add", "a b", "../a", "_a", "a__b", "1a"])("refuses %j", (title) => {
    expect(migrationName(title, now)).toBeUndefined();
  });
});
