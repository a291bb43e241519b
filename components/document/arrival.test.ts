import { describe, expect, it } from "vitest";
import type { ReturnReason } from "@/lib/assignment/model";
import { arrivalPath } from "./arrival";

function reason(path: string | null, answered = false): ReturnReason {
  return { id: `${path}`, path, text: "Sebutkan tahunnya.", answered, gone: false };
}

describe("where a form opens", () => {
  it("is the first reason without an answer that names a field", () => {
    const reasons = [reason(null), reason("summary", true), reason("scores.3.value")];
    expect(arrivalPath("", { reasons })).toBe("scores.3.value");
  });

  it("is its beginning where nothing is to be mended at a field", () => {
    expect(arrivalPath("", null)).toBeNull();
    expect(arrivalPath("", { reasons: [reason(null), reason("summary", true)] })).toBeNull();
  });

  it("is the field that the address names before any reason", () => {
    expect(arrivalPath("#evidence.0.caption", { reasons: [reason("summary")] })).toBe(
      "evidence.0.caption",
    );
    expect(arrivalPath("#%E0%A4%A", null)).toBe("%E0%A4%A");
  });

  it("is not a page that the address of the shell names", () => {
    expect(arrivalPath("#/tasks/t1/evaluasi", { reasons: [reason("summary")] })).toBe("summary");
    expect(arrivalPath("#/tasks/t1/evaluasi", null)).toBeNull();
  });
});
