import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { swarm } from "./swarm";

describe("swarm", () => {
  it("leaves lone dots on the line", () => {
    expect(swarm([10, 50, 90], 8)).toEqual([0, 0, 0]);
    expect(swarm([], 8)).toEqual([]);
  });

  it("moves equal values to either side of the line", () => {
    expect(swarm([50, 50, 50], 8)).toEqual([0, 8, -8]);
  });

  it("lets no dot cover another", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 320, noNaN: true }), { maxLength: 120 }),
        (positions) => {
          const offsets = swarm(positions, 6);
          for (let a = 0; a < positions.length; a++) {
            for (let b = a + 1; b < positions.length; b++) {
              const along = (positions[a] ?? 0) - (positions[b] ?? 0);
              const across = (offsets[a] ?? 0) - (offsets[b] ?? 0);
              expect(Math.hypot(along, across)).toBeGreaterThan(6 - 1e-3);
            }
          }
        },
      ),
      { numRuns: 50 },
    );
  });
});
