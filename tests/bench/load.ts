import type { ServerClient } from "@/tests/support/server-client";

/** What a number of clients, each asking again as soon as it is answered, have seen. */
export interface Load {
  clients: number;
  requests: number;
  /** Milliseconds. */
  median: number;
  p95: number;
  /** Of all clients together. */
  perSecond: number;
}

/** Asks once, and says how many milliseconds of it are measured. Throws when the answer is wrong. */
export type Ask = () => Promise<number>;

/** How long each load lasts, and how many requests it has at least. */
const SECONDS = 5;
const FEWEST = 40;
/** The first answers of one kind are slower: what the server keeps, it fetches then. */
const WARM_UP = 15;
/** How long a server is asked for this and that before anything is measured. */
const WARM_UP_SECONDS = 40;

/** How many requests there are at least, and how many before that are not measured. */
export interface Pace {
  fewest: number;
  warmUp: number;
}

/** For what takes seconds itself: enough to see how it varies. */
export const SLOW: Pace = { fewest: 10, warmUp: 2 };
/** For what 54 people do at once, which takes as long as all of it together. */
export const BURST: Pace = { fewest: 3, warmUp: 1 };

/** Runs all clients at the same time, for some seconds. */
export async function runLoad(
  clients: readonly Ask[],
  { fewest, warmUp }: Pace = { fewest: FEWEST, warmUp: WARM_UP },
): Promise<Load> {
  const each = Math.ceil(fewest / clients.length);
  await Promise.all(
    clients.map(async (ask) => {
      for (let count = 0; count < warmUp; count += 1) await ask();
    }),
  );
  const end = performance.now() + SECONDS * 1000;
  const measured = await Promise.all(
    clients.map(async (ask) => {
      const own: number[] = [];
      while (performance.now() < end || own.length < each) own.push(await ask());
      return own;
    }),
  );
  const times = measured.flat().toSorted((a, b) => a - b);
  const total = times.reduce((sum, time) => sum + time, 0);
  return {
    clients: clients.length,
    requests: times.length,
    median: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    // Of the time that was measured: what a client does in between is nobody's waiting.
    perSecond: (times.length * clients.length * 1000) / total,
  };
}

/**
 * Asks a server that has just started for all of these in turn, by several clients at once: it runs as
 * fast as it can only when its processes have compiled what they do most, after some hundred pages each.
 */
export async function warmServer(clients: readonly (readonly Ask[])[]): Promise<void> {
  const end = performance.now() + WARM_UP_SECONDS * 1000;
  await Promise.all(
    clients.map(async (asks) => {
      while (asks.length > 0 && performance.now() < end) {
        for (const ask of asks) await ask();
      }
    }),
  );
}

function quantile(sorted: readonly number[], share: number): number {
  const index = Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1);
  return sorted[Math.max(0, index)] ?? Number.NaN;
}

/** Loads a page or an answer again and again. */
export function askFor(client: ServerClient, path: string): Ask {
  return async () => {
    const { status, milliseconds } = await client.send({ path });
    if (status !== 200) throw new Error(`${path} answers ${status}`);
    return milliseconds;
  };
}
