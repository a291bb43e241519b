import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { Autosave, type Transport } from "@/components/document/autosave";
import { draftPlace, type StageCommand } from "@/components/document/device-draft";
import { differences, merge, type Side } from "@/components/document/merge";
import { DocumentStore } from "@/components/document/store";
import { type Result, refuse, success } from "@/lib/platform/result";
import type { DeviceStore, Shelf } from "./device-store";
import { listDrafts, type SyncOptions, syncOnce } from "./sync";

/**
 * Two devices of one person write the same stage. Each word is an item of its own, so that none of them
 * replaces another: whatever happens on the way, each one that a device had kept is on the server
 * in the end, once.
 */

type Item = { id: string; text: string };
type Words = { items: Item[] };
type Weather = "fine" | "lost_before" | "lost_after" | "twice" | "signed_out" | "trouble";

const STAGE = { assignmentId: "a", stage: "EVALUATE" } as const;

/** One stage with its version and a log of commands. */
class Server {
  weather: Weather = "fine";
  version = 0;
  document: Words = { items: [] };
  /** Documents that were taken, the oldest first. */
  readonly taken: Words[] = [];
  readonly #log = new Map<string, { content: string; answer: Result<never> }>();

  async save(command: StageCommand): Promise<Result<never>> {
    // The way takes longer than what the page does meanwhile.
    await new Promise((resolve) => setImmediate(resolve));
    if (this.weather === "lost_before") throw new TypeError("Failed to fetch");
    if (this.weather === "signed_out") return refuse("signed_out");
    if (this.weather === "trouble") return refuse("unexpected");
    let answer = this.#answer(command);
    if (this.weather === "twice") answer = this.#answer(structuredClone(command));
    if (this.weather === "lost_after") throw new TypeError("Failed to fetch");
    return answer;
  }

  #answer(command: StageCommand): Result<never> {
    const content = JSON.stringify(command);
    const known = this.#log.get(command.commandId);
    if (known) {
      expect(known.content, "sent again it is the same to the last byte").toBe(content);
      return known.answer;
    }
    if (command.basedOn !== this.version) {
      return refuse("conflict", {
        details: { version: this.version, state: "OPEN", savedAt: null },
        current: { document: structuredClone(this.document) as never },
      });
    }
    this.document = structuredClone(command.document) as Words;
    this.taken.push(this.document);
    this.version += 1;
    const answer = success({ version: this.version, savedAt: "2018-08-07T02:00:00.000Z" } as never);
    this.#log.set(command.commandId, { content, answer });
    return answer;
  }
}

/** A device that may be full, and whose clock may be anywhere. */
class Device {
  full = false;
  now = new Date("2018-08-07T02:00:00.000Z");
  readonly #rows = new Map<string, object>();
  readonly store: DeviceStore;
  readonly options: SyncOptions;

  constructor(
    readonly name: string,
    readonly server: Server,
    ids: () => string,
  ) {
    const shelf = <Value extends object>(kind: string): Shelf<Value> => ({
      get: async (address) =>
        structuredClone(this.#rows.get([kind, ...address].join(" ")) ?? null) as Value | null,
      put: async (address, value) => {
        const copy = structuredClone(value);
        await new Promise((resolve) => setImmediate(resolve));
        if (this.full) throw new DOMException("full", "QuotaExceededError");
        this.#rows.set([kind, ...address].join(" "), copy);
      },
      delete: async (address) => {
        this.#rows.delete([kind, ...address].join(" "));
      },
      list: async () =>
        [...this.#rows].flatMap(([key, value]) => {
          const [of, ...address] = key.split(" ");
          return of === kind ? [{ address, value: structuredClone(value) as Value }] : [];
        }),
    });
    this.store = {
      personId: "ani",
      drafts: shelf("drafts"),
      errands: shelf("errands"),
      packs: shelf("packs"),
      photos: shelf("photos"),
      bytes: shelf("bytes") as unknown as Shelf<ArrayBuffer>,
    };
    const transport: Transport = {
      save: (command) => server.save(command),
      submit: async () => refuse("wrong_state"),
    };
    this.options = {
      store: this.store,
      transport,
      send: async () => success(null),
      newId: ids,
      now: () => this.now,
    };
  }

  /** Opens the form: with signal as the server has it, without as the device knows it. */
  async open(): Promise<{ autosave: Autosave; document: DocumentStore }> {
    const place = draftPlace({ personId: "ani", ...STAGE }, async () => this.store);
    const known = await place.read();
    const online = this.server.weather === "fine" || this.server.weather === "twice";
    const page = online
      ? { document: structuredClone(this.server.document), version: this.server.version }
      : known
        ? {
            document: known.received ? known.document : (known.base ?? { items: [] }),
            version: known.basedOn,
          }
        : { document: { items: [] }, version: 0 };
    const document = new DocumentStore(page.document);
    const autosave = new Autosave({
      store: document,
      transport: this.options.transport,
      place,
      ...STAGE,
      version: page.version,
      savedAt: null,
      normalize: (value) => value,
      read: (document) => document,
      blocking: () => [],
      onServerIssues: () => undefined,
      newId: this.options.newId,
      now: this.options.now,
      // Nobody waits here: what is due soon is due at once, a second try when it is asked for.
      setTimer: (run, milliseconds) => (milliseconds < 1000 ? setTimeout(run, 0) : null),
      clearTimer: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
    });
    await autosave.restore();
    return { autosave, document };
  }
}

/** Both versions are kept where both wrote: the person sees them and chooses. */
function decide(autosave: Autosave, document: DocumentStore): void {
  if (autosave.state.kind !== "conflict") return;
  const { theirs, base } = autosave.state.conflict;
  const sides = new Map<string, Side>(
    differences(document.document, theirs, base).map(({ path, suggested }) => [path, suggested]),
  );
  autosave.resolve(
    merge(document.document, theirs, (path) => sides.get(path) ?? "theirs") as object,
  );
}

type Step = { device: 0 | 1 } & (
  | { do: "type"; words: number; end: "close" | "kill_before_keeping" | "kill_in_flight" }
  | { do: "sync" }
  | { do: "weather"; weather: Weather }
  | { do: "full"; full: boolean }
  | { do: "clock"; days: number }
);

const device = fc.constantFrom(0 as const, 1 as const);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      device,
      do: fc.constant("type" as const),
      words: fc.integer({ min: 1, max: 3 }),
      end: fc.constantFrom(
        "close" as const,
        "close" as const,
        "kill_before_keeping" as const,
        "kill_in_flight" as const,
      ),
    }),
  },
  { weight: 2, arbitrary: fc.record({ device, do: fc.constant("sync" as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      device,
      do: fc.constant("weather" as const),
      weather: fc.constantFrom<Weather>(
        "fine",
        "lost_before",
        "lost_after",
        "twice",
        "signed_out",
        "trouble",
      ),
    }),
  },
  {
    arbitrary: fc.record({ device, do: fc.constant("full" as const), full: fc.boolean() }),
    weight: 1,
  },
  {
    weight: 1,
    arbitrary: fc.record({
      device,
      do: fc.constant("clock" as const),
      days: fc.integer({ min: -400, max: 400 }),
    }),
  },
);

const RUNS = 300;

// Every device has its own browser, and with it its own locks: here nobody waits for another.
vi.stubGlobal("navigator", {});

describe("two devices of one person, with everything that goes wrong", () => {
  it("lose no word that one of them had kept, and double none", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 12 }), async (steps) => {
        const server = new Server();
        let ids = 0;
        const mint = () => `command-${ids++}`;
        const devices = [new Device("phone", server, mint), new Device("laptop", server, mint)];
        let words = 0;
        /** What a device had said that it keeps, or the server that it has. */
        const promised = new Set<string>();

        for (const one of steps) {
          const on = devices[one.device] as Device;
          if (one.do === "weather") server.weather = one.weather;
          else if (one.do === "full") on.full = one.full;
          else if (one.do === "clock") {
            on.now = new Date(on.now.getTime() + one.days * 86_400_000);
          } else if (one.do === "sync") await syncOnce(on.options);
          else {
            const { autosave, document } = await on.open();
            decide(autosave, document);
            const fresh: string[] = [];
            for (let count = 0; count < one.words; count += 1) {
              words += 1;
              const id = `w${words}`;
              fresh.push(id);
              const items = (document.document as Words).items;
              document.set("items", [...items, { id, text: `kata ${words}` }]);
            }
            if (one.end === "kill_before_keeping") {
              autosave.dispose();
              continue;
            }
            autosave.flush();
            if (one.end === "kill_in_flight") {
              // As far as the store, and the request is on its way.
              for (let turn = 0; turn < 4 && !autosave.kept; turn += 1) {
                await new Promise((resolve) => setImmediate(resolve));
              }
              if (autosave.kept) for (const id of fresh) promised.add(id);
              autosave.dispose();
              continue;
            }
            await autosave.landed();
            if (autosave.kept) for (const id of fresh) promised.add(id);
            autosave.dispose();
          }
        }

        // Signal and room are back; whoever finds two versions decides.
        server.weather = "fine";
        for (const on of devices) on.full = false;
        for (let round = 0; round < 4; round += 1) {
          for (const on of devices) {
            await syncOnce(on.options);
            const { autosave, document } = await on.open();
            decide(autosave, document);
            autosave.retry();
            autosave.flush();
            await autosave.settled();
            await autosave.landed();
            autosave.dispose();
          }
        }
        const found = server.document.items.map(({ id }) => id);
        expect(new Set(found).size, "nothing twice").toBe(found.length);
        for (const id of promised) expect(found, "nothing lost").toContain(id);
        for (const taken of server.taken) {
          for (const { id } of taken.items)
            expect(found, "what was there once stays").toContain(id);
        }
        for (const on of devices) {
          for (const { draft } of await listDrafts(on.store)) {
            expect(draft.received, `${on.name} knows that all is on the server`).not.toBeNull();
          }
        }
      }),
      { numRuns: RUNS },
    );
  }, 120_000);
});
