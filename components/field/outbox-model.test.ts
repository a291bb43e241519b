import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Autosave, type Transport } from "@/components/document/autosave";
import { type DeviceDraft, draftPlace, parseDraft } from "@/components/document/device-draft";
import { differences, merge, type Side } from "@/components/document/merge";
import { DocumentStore } from "@/components/document/store";
import type { Result } from "@/lib/platform/result";
import {
  MODEL_STAGES,
  type ModelStage,
  type ModelState,
  StageServer,
  type Weather,
  type Withdrawal,
  type Words,
} from "@/tests/support/stage-server";
import type { DeviceStore, Shelf } from "./device-store";
import { listErrands, sendOrKeep } from "./errands";
import { isUnsent, listDrafts, type SyncOptions, syncOnce } from "./sync";

/**
 * Two devices of one person write, send and withdraw two stages, the second of which opens with the first.
 * Each word is an item of its own, so that none of them replaces another: whatever happens on the way,
 * each one that a device had kept is on the server in the end, once; each stage that was sent is sent
 * once, and each withdrawal carried out once, in its order.
 */

/** The pages of this model run beside each other: what one of them opens and sends is its own. */
const page = vi.hoisted(() => ({
  stores: new Map<string, unknown>(),
  send: async (..._: unknown[]): Promise<unknown> => null,
  newId: (): string => "",
}));
vi.mock("./device-store", async (original) => ({
  ...(await original<typeof import("./device-store")>()),
  openDeviceStore: async (personId: string) => page.stores.get(personId),
}));
vi.mock("@/components/document/transport", () => ({
  sendCommand: (...args: unknown[]) => page.send(...args),
}));
vi.mock("@/components/document/new-id", () => ({ newId: () => page.newId() }));

/** A device that may be full, and whose clock may be anywhere. */
class Device {
  full = false;
  now = new Date("2018-08-07T02:00:00.000Z");
  /** The stages as they were when this device had signal last. */
  seen: Record<ModelStage, ModelState>;
  readonly #rows = new Map<string, object>();
  readonly store: DeviceStore;
  readonly options: SyncOptions;

  constructor(
    readonly name: string,
    readonly server: StageServer,
    ids: () => string,
  ) {
    this.seen = structuredClone(server.stages);
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
      personId: name,
      drafts: shelf("drafts"),
      errands: shelf("errands"),
      packs: shelf("packs"),
      photos: shelf("photos"),
      bytes: shelf("bytes") as unknown as Shelf<ArrayBuffer>,
    };
    page.stores.set(name, this.store);
    const transport: Transport = {
      save: (command) => server.save(command),
      submit: (command) => server.submit(command),
    };
    this.options = {
      store: this.store,
      transport,
      send: (_, commandId, payload) =>
        server.withdraw({ from: name, commandId, ...payload } as Withdrawal),
      newId: ids,
      now: () => this.now,
    };
  }

  async sync(): Promise<void> {
    await syncOnce(this.options);
    if (this.server.online) this.seen = structuredClone(this.server.stages);
  }

  async draft(stage: ModelStage): Promise<DeviceDraft | null> {
    return parseDraft(await this.store.drafts.get(["a", stage]));
  }

  /** How a stage stands as this device shows it: what the server said, with what was done here since. */
  async standing(stage: ModelStage): Promise<ModelState["state"]> {
    if (this.server.online) return this.server.stages[stage].state;
    const draft = await this.draft(stage);
    const { state, version } = this.seen[stage];
    const sent = draft?.received?.submitted === true && draft.basedOn >= version;
    if (sent || (draft && isUnsent(draft) && draft.intent === "submit")) return "SUBMITTED";
    if (state !== "LOCKED" || stage === "EVALUATE") return state;
    return (await this.standing("EVALUATE")) === "SUBMITTED" ? "OPEN" : "LOCKED";
  }

  /** Opens the form: with signal as the server has it, without as the device knows it. */
  async open(stage: ModelStage): Promise<{ autosave: Autosave; document: DocumentStore }> {
    const owner = { personId: this.name, assignmentId: "a", stage };
    const place = draftPlace(owner, async () => this.store);
    if (this.server.online) this.seen = structuredClone(this.server.stages);
    const known = await place.read();
    const { document: seen, version } = structuredClone(this.seen[stage]);
    const later = known && !this.server.online && (isUnsent(known) || known.basedOn >= version);
    const shown = later
      ? {
          document:
            (known.basedOn >= version && (known.received ? known.document : known.base)) || seen,
          version: Math.max(version, known.received || known.base ? known.basedOn : 0),
        }
      : { document: seen, version };
    const document = new DocumentStore(shown.document);
    const autosave = new Autosave({
      store: document,
      transport: this.options.transport,
      place,
      assignmentId: "a",
      stage,
      version: shown.version,
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

type Step = { device: 0 | 1; stage: ModelStage } & (
  | {
      do: "type";
      words: number;
      /** What becomes of a form that waits to be sent: it is left so, or taken back and written on. */
      takesBack: boolean;
      end: "close" | "send" | "kill_before_keeping" | "kill_in_flight";
    }
  | { do: "sync" }
  | { do: "withdraw" }
  | { do: "send_back" }
  | { do: "weather"; weather: Weather }
  | { do: "full"; full: boolean }
  | { do: "clock"; days: number }
);

const on = {
  device: fc.constantFrom(0 as const, 0 as const, 1 as const),
  stage: fc.constantFrom<ModelStage>("EVALUATE", "EVALUATE", "OBSTACLES"),
};
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      ...on,
      do: fc.constant("type" as const),
      words: fc.integer({ min: 0, max: 3 }),
      takesBack: fc.boolean(),
      end: fc.constantFrom(
        "close" as const,
        "close" as const,
        "send" as const,
        "send" as const,
        "kill_before_keeping" as const,
        "kill_in_flight" as const,
      ),
    }),
  },
  { weight: 2, arbitrary: fc.record({ ...on, do: fc.constant("sync" as const) }) },
  { weight: 1, arbitrary: fc.record({ ...on, do: fc.constant("withdraw" as const) }) },
  { weight: 1, arbitrary: fc.record({ ...on, do: fc.constant("send_back" as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      ...on,
      do: fc.constant("weather" as const),
      weather: fc.constantFrom<Weather>(
        "fine",
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
    arbitrary: fc.record({ ...on, do: fc.constant("full" as const), full: fc.boolean() }),
    weight: 1,
  },
  {
    weight: 1,
    arbitrary: fc.record({
      ...on,
      do: fc.constant("clock" as const),
      days: fc.integer({ min: -400, max: 400 }),
    }),
  },
);

const RUNS = 300;

// Every device has its own browser, and with it its own locks: here nobody waits for another.
vi.stubGlobal("navigator", {});

afterEach(() => page.stores.clear());

/** What people did, and what they were promised. */
class Trial {
  readonly server = new StageServer();
  readonly devices: readonly [Device, Device];
  /** What a device had said that it keeps, or the server that it has. */
  readonly #promised: Record<ModelStage, Set<string>> = {
    EVALUATE: new Set(),
    OBSTACLES: new Set(),
  };
  /** Stages that wait to be sent, with the words that are to be in them, by device. */
  readonly #wishes = new Map<string, Set<string>>();
  /** How often somebody pressed "send" and "withdraw". */
  #sends = 0;
  #withdrawals = 0;
  #words = 0;
  #ids = 0;

  constructor() {
    const mint = () => `command-${this.#ids++}`;
    page.newId = mint;
    this.devices = [
      new Device("phone", this.server, mint),
      new Device("laptop", this.server, mint),
    ];
  }

  async take(one: Step): Promise<void> {
    const on = this.devices[one.device];
    switch (one.do) {
      case "weather":
        this.server.weather = one.weather;
        return;
      case "full":
        on.full = one.full;
        return;
      case "clock":
        on.now = new Date(on.now.getTime() + one.days * 86_400_000);
        return;
      case "sync":
        return on.sync();
      case "send_back":
        return this.server.sendBack(one.stage);
      case "withdraw":
        return this.#withdraw(on, one.stage);
      case "type":
        return this.#write(on, one);
    }
  }

  async #withdraw(on: Device, stage: ModelStage): Promise<void> {
    const draft = await on.draft(stage);
    // What waits here is taken back here; what the server has, there.
    if ((await on.standing(stage)) !== "SUBMITTED" || (draft && isUnsent(draft))) return;
    this.#withdrawals += 1;
    page.send = (type, commandId, payload) =>
      on.options.send(String(type), String(commandId), payload as object);
    const basedOn = this.server.online
      ? this.server.stages[stage].version
      : Math.max(on.seen[stage].version, draft?.received?.submitted ? draft.basedOn : 0);
    const payload = { assignmentId: "a", stage, basedOn };
    const at = on.now.toISOString();
    // A device that is full keeps no wish, and says so.
    const answer = await sendOrKeep<unknown>(on.name, "WITHDRAW", payload, at).catch(
      (): Result<unknown> | "kept" => "kept",
    );
    // What the server has done is read from it.
    if (answer !== "kept" && answer.ok) on.seen = structuredClone(this.server.stages);
  }

  async #write(on: Device, one: Extract<Step, { do: "type" }>): Promise<void> {
    const { stage } = one;
    const left = await on.draft(stage);
    const queued = left !== null && isUnsent(left) && left.intent === "submit";
    const standing = await on.standing(stage);
    if (standing === "LOCKED" || (standing === "SUBMITTED" && !queued)) return;
    const { autosave, document } = await on.open(stage);
    this.#told(on, stage, autosave);
    decide(autosave, document);
    if (autosave.submitting) {
      await autosave.settled();
      if (one.takesBack && autosave.submitting && autosave.state.kind === "waiting") {
        autosave.cancelSubmit();
        this.#wishes.delete(`${on.name} ${stage}`);
      }
    }
    const writable = !autosave.submitting && autosave.state.kind !== "submitted";
    if (!writable || autosave.state.kind === "refused") {
      await autosave.landed();
      autosave.dispose();
      return;
    }
    const fresh: string[] = [];
    for (let count = 0; count < one.words; count += 1) {
      this.#words += 1;
      const id = `w${this.#words}`;
      fresh.push(id);
      const { items } = document.document as Words;
      document.set("items", [...items, { id, text: `kata ${this.#words}` }]);
    }
    const promise = () => {
      if (autosave.kept) for (const id of fresh) this.#promised[stage].add(id);
    };
    if (one.end === "kill_before_keeping") {
      autosave.dispose();
      return;
    }
    if (one.end === "send") {
      await this.#send(on, stage, autosave, document);
      promise();
      autosave.dispose();
      return;
    }
    autosave.flush();
    if (one.end === "kill_in_flight") {
      // As far as the store, and the request is on its way.
      for (let turn = 0; turn < 4 && !autosave.kept; turn += 1) {
        await new Promise((resolve) => setImmediate(resolve));
      }
      promise();
      autosave.dispose();
      return;
    }
    await autosave.landed();
    promise();
    autosave.dispose();
  }

  async #send(on: Device, stage: ModelStage, autosave: Autosave, document: DocumentStore) {
    this.#sends += 1;
    const words = new Set((document.document as Words).items.map(({ id }) => id));
    void autosave.submit();
    await autosave.settled();
    await autosave.landed();
    if (autosave.submitting && autosave.kept) this.#wishes.set(`${on.name} ${stage}`, words);
    this.#told(on, stage, autosave);
  }

  /** Where the form shows what became of it, nothing is owed any more. */
  #told(on: Device, stage: ModelStage, { state, problem }: Autosave): void {
    const shown = problem !== null || state.kind === "conflict" || state.kind === "refused";
    if (shown) this.#wishes.delete(`${on.name} ${stage}`);
  }

  /** Signal and room are back; whoever finds two versions decides. */
  async end(): Promise<void> {
    this.server.weather = "fine";
    for (const on of this.devices) on.full = false;
    for (const on of this.devices) await this.#sync(on);
    for (const stage of MODEL_STAGES) {
      for (let round = 0; round < 4; round += 1) {
        for (const on of this.devices) {
          await this.#sync(on);
          this.server.sendBack(stage);
          const { autosave, document } = await on.open(stage);
          this.#told(on, stage, autosave);
          decide(autosave, document);
          autosave.retry();
          autosave.flush();
          await autosave.settled();
          await autosave.landed();
          autosave.dispose();
        }
      }
      if (stage === "EVALUATE") await this.#passOn();
    }
    for (const on of this.devices) await this.#sync(on);
  }

  /** The first stage is sent, so that the second one opens. */
  async #passOn(): Promise<void> {
    const [on] = this.devices;
    if (this.server.stages.EVALUATE.state === "SUBMITTED") return;
    const { autosave, document } = await on.open("EVALUATE");
    await this.#send(on, "EVALUATE", autosave, document);
    expect(autosave.state.kind).toBe("submitted");
    autosave.dispose();
  }

  async #sync(on: Device): Promise<void> {
    await on.sync();
    for (const { stage, draft } of await listDrafts(on.store)) {
      if (draft.problem) this.#wishes.delete(`${on.name} ${stage}`);
    }
  }

  async judge(): Promise<void> {
    const { server, devices } = this;
    for (const stage of MODEL_STAGES) {
      const found = server.stages[stage].document.items.map(({ id }) => id);
      expect(new Set(found).size, "nothing twice").toBe(found.length);
      for (const id of this.#promised[stage]) expect(found, "nothing lost").toContain(id);
      for (const { document } of server.taken.filter((taken) => taken.stage === stage)) {
        for (const { id } of document.items) {
          expect(found, "what was there once stays").toContain(id);
        }
      }
    }
    expect(server.revisions.length, "sent as often as somebody sent").toBeLessThanOrEqual(
      this.#sends,
    );
    for (const [of, words] of this.#wishes) {
      const sent = server.revisions.some(({ stage, document }) => {
        const ids = new Set(document.items.map(({ id }) => id));
        return of.endsWith(stage) && [...words].every((id) => ids.has(id));
      });
      expect(sent, `what waited on ${of} was sent`).toBe(true);
    }
    expect(new Set(server.withdrawals.map(({ commandId }) => commandId)).size).toBe(
      server.withdrawals.length,
    );
    expect(server.withdrawals.length).toBeLessThanOrEqual(this.#withdrawals);
    for (const on of devices) {
      for (const { errand } of await listErrands(on.store)) {
        expect(errand.problem, "no command is left behind").not.toBeNull();
        const done = server.withdrawals.filter(({ from }) => from === on.name);
        for (const { stage, basedOn } of done) {
          expect(errand.payload, "what was done is not called refused").not.toMatchObject({
            stage,
            basedOn,
          });
        }
      }
      for (const { draft } of await listDrafts(on.store)) {
        expect(draft.received, `${on.name} knows that all is on the server`).not.toBeNull();
      }
    }
  }
}

describe("two devices of one person, with everything that goes wrong", () => {
  it("lose no word and no wish that one of them had kept, and double none", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 4, maxLength: 24, size: "max" }),
        async (steps) => {
          const trial = new Trial();
          for (const one of steps) await trial.take(one);
          await trial.end();
          await trial.judge();
        },
      ),
      { numRuns: RUNS },
    );
  }, 120_000);
});
