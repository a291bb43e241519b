import { describe, expect, it } from "vitest";
import { severity, stepOnMatrix } from "./risk-place";

describe("the risk matrix", () => {
  it("is walked by arrow keys and ends at its edges", () => {
    expect(stepOnMatrix({ likelihood: 2, impact: 3 }, "ArrowUp")).toEqual({
      likelihood: 3,
      impact: 3,
    });
    expect(stepOnMatrix({ likelihood: 5, impact: 5 }, "ArrowRight")).toEqual({
      likelihood: 5,
      impact: 5,
    });
    expect(stepOnMatrix({ likelihood: 1, impact: 1 }, "ArrowDown")).toEqual({
      likelihood: 1,
      impact: 1,
    });
    expect(stepOnMatrix({ likelihood: 1, impact: 1 }, "Enter")).toBeNull();
  });

  it("stands out where a mitigation is required", () => {
    expect(severity(15, 15)).toBe("high");
    expect(severity(12, 15)).toBe("middle");
    expect(severity(4, 15)).toBe("low");
  });
});
