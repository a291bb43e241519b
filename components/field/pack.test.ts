import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { DeviceStore } from "./device-store";
import { fetchPack, isOlder, readPack } from "./pack";

/** A store that holds one pack, in memory. */
function memory(personId: string): DeviceStore {
  let kept: object | null = null;
  const packs = {
    get: async () => kept,
    put: async (_: readonly string[], value: object) => {
      kept = value;
    },
  };
  return { personId, packs } as unknown as DeviceStore;
}

const PACK = {
  person: { id: "p1", name: "Peserta" },
  at: "2018-08-08T03:00:00.000Z",
  tasks: { tasks: [] },
  details: [],
  forms: [],
  innovations: [],
  visits: [],
};

/** The server: the pack under a tag, and nothing to who names that tag. */
const server = vi.fn(async (_: string, init: { headers: Record<string, string> }) => {
  const headers = { etag: '"one"', date: "Wed, 08 Aug 2018 05:00:00 GMT" };
  return init.headers["If-None-Match"] === '"one"'
    ? new Response(null, { status: 304, headers })
    : Response.json({ ok: true, pack: PACK }, { headers });
});

beforeEach(() => {
  vi.stubGlobal("window", {});
  vi.stubGlobal("fetch", server);
  vi.stubGlobal("PerformanceResourceTiming", class {});
});
afterEach(() => {
  vi.unstubAllGlobals();
  server.mockClear();
});

describe("fetching the pack", () => {
  it("keeps what it has where nothing has changed, and says since when that is known", async () => {
    const store = memory("p1");
    await fetchPack(store);
    expect((await readPack(store))?.pack.at).toBe(PACK.at);
    await fetchPack(store);
    expect(server.mock.calls.map(([, init]) => init.headers)).toEqual([
      {},
      { "If-None-Match": '"one"' },
    ]);
    expect((await readPack(store))?.pack).toEqual({ ...PACK, at: "2018-08-08T05:00:00.000Z" });
  });

  it("is older than a page that the server read after it", async () => {
    const store = memory("p1");
    const stored = await fetchPack(store);
    expect(isOlder(stored, "2018-08-08T03:00:00.900Z")).toBe(false);
    expect(isOlder(stored, "2018-08-08T03:00:01.000Z")).toBe(true);
    // The clock of an answer has no fractions of a second.
    expect(isOlder(await fetchPack(store), "2018-08-08T05:00:00.400Z")).toBe(false);
  });

  it.each([
    ["of another form", { pack: PACK, bytes: 1, tag: '"one"', form: 2 }],
    ["without a part", { pack: { ...PACK, forms: undefined }, bytes: 1, tag: '"one"' }],
    ["of no shape", { pack: { person: { id: "p1" } }, bytes: 1, tag: '"one"' }],
  ])("takes a pack %s for none, and fetches it whole", async (_, kept) => {
    const store = memory("p1");
    await store.packs.put(["field"], kept);
    expect(await readPack(store)).toBeNull();
    await fetchPack(store);
    expect(server.mock.calls.map(([, init]) => init.headers)).toEqual([{}]);
    expect((await readPack(store))?.pack).toEqual(PACK);
  });

  it("keeps nothing of somebody else's", async () => {
    const store = memory("p2");
    await expect(fetchPack(store)).rejects.toThrow();
    expect(await readPack(store)).toBeNull();
  });
});
