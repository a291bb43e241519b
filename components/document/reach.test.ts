import { describe, expect, it } from "vitest";
import { widestInRoom } from "./reach";

describe("what is brought into sight with a field", () => {
  it("is the group it belongs to, where there is room for both", () => {
    expect(widestInRoom([100, 220, 300], 400, 300)).toBe(0);
  });

  it("is the reason of its return, where the group is too long", () => {
    expect(widestInRoom([100, 220, 300], 400, 200)).toBe(1);
  });

  it("is the field itself, where nothing else has room", () => {
    expect(widestInRoom([100, 220, 300], 400, 50)).toBe(2);
    expect(widestInRoom([300], 900, 50)).toBe(0);
  });
});
