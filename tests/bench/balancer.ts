import { balance } from "@/lib/allocation/balancing";
import { explain } from "@/lib/allocation/explaining";
import { largeProblem } from "@/tests/support/allocation-problem";

/** How long the best allocation takes to find and to explain: the median of five, in milliseconds. */
export interface Balanced {
  people: number;
  places: number;
  median: number;
}

const SIZES = [
  { people: 54, places: 5 },
  { people: 540, places: 10 },
  { people: 5000, places: 50 },
] as const;

/** Measures the balancer by itself, without a server. */
export function measureBalancer(): Balanced[] {
  return SIZES.map((size) => {
    const problem = largeProblem(size);
    const times = Array.from({ length: 5 }, () => {
      const started = performance.now();
      explain(problem, balance(problem).places);
      return performance.now() - started;
    }).sort((a, b) => a - b);
    return { ...size, median: Math.round((times[2] ?? 0) * 10) / 10 };
  });
}
