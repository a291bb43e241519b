import fc from "fast-check";
import { expect, test } from "vitest";
import { riskScore } from "@/lib/document/schema";
import { deriveSolutions, mcnamaraTotal, rankAlternatives } from "@/lib/solution/scoring";
import {
  exampleSolution,
  exampleSolutions,
  exampleSolutionsContext,
  uuid,
} from "@/tests/support/documents";

const context = exampleSolutionsContext();

const solution = (index: number, [contribution, cost, feasibility]: [number, number, number]) => ({
  ...exampleSolution(context, index),
  mcnamara: { contribution, cost, feasibility },
});

test("total: 3 to 15, none while one is missing", () => {
  expect(mcnamaraTotal({ contribution: 1, cost: 1, feasibility: 1 })).toBe(3);
  expect(mcnamaraTotal({ contribution: 5, cost: 5, feasibility: 5 })).toBe(15);
  expect(mcnamaraTotal({ contribution: 5, cost: 5, feasibility: null })).toBeNull();
});

test("order: total, contribution, feasibility, cost, order", () => {
  const alternatives = [
    solution(1, [3, 4, 3]),
    solution(2, [4, 3, 3]),
    solution(3, [4, 2, 4]),
    solution(4, [5, 5, 5]),
    solution(5, [4, 3, 3]),
  ];
  expect(rankAlternatives(alternatives)).toEqual([4, 3, 2, 5, 1].map((index) => uuid(3, index)));
});

test("the order is total and does not depend on where an alternative stands, ties aside", () => {
  const scale = fc.integer({ min: 1, max: 5 });
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(scale, scale, scale), { selector: String, maxLength: 8 }),
      (rows) => {
        const alternatives = rows.map((row, index) => solution(index, row));
        const order = rankAlternatives(alternatives);
        expect(new Set(order).size).toBe(alternatives.length);
        expect(rankAlternatives([...alternatives].reverse())).toEqual(order);
      },
    ),
  );
});

test("derived: total, rank, top, highest risk", () => {
  expect(deriveSolutions(exampleSolutions(context))).toEqual([
    { id: uuid(3, 1), obstacleId: uuid(2, 1), total: 13, rank: 1, isTop: true, highestRisk: 9 },
    { id: uuid(3, 2), obstacleId: uuid(2, 1), total: 8, rank: 2, isTop: false, highestRisk: null },
  ]);
});

test("risk: likelihood × impact", () => {
  expect(riskScore({ likelihood: 5, impact: 5 })).toBe(25);
  expect(riskScore({ likelihood: null, impact: 5 })).toBeNull();
});
