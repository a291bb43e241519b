import "fake-indexeddb/auto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Autosave } from "@/components/document/autosave";
import {
  type DeviceDraft,
  draftPlace,
  type StageCommand,
} from "@/components/document/device-draft";
import { DocumentStore } from "@/components/document/store";
import { STAGE_KINDS, type StageKind } from "@/lib/assignment/model";
import { type Result, refuse, success } from "@/lib/platform/result";
import { type DeviceStore, openDeviceStore } from "./device-store";
import { listDrafts, type SyncOptions, syncOnce } from "./sync";

const at = "2018-08-07T02:00:00.000Z";

/** A server with the four stages of one assignment, gates, versions and a command log. */
class FakeServer {
  gate: "ON_SUBMISSION" | "ON_APPROVAL" = "ON_SUBMISSION";
  weather: "fine" | "lost_before" | "lost_after" = "fine";
  readonly stages = new Map(
    STAGE_KINDS.map((kind) => [
      kind,
      {
        state: kind === "EVALUATE" ? "OPEN" : "LOCKED",
        version: 0,
        document: null as object | null,
      },
    ]),
  );
  /** What was submitted, in the order of arrival. */
  readonly revisions: { stage: StageKind; document: object }[] = [];
  readonly #log = new Map<string, Result<never>>();

  stage(kind: StageKind) {
    const stage = this.stages.get(kind);
    if (!stage) throw new Error(kind);
    return stage;
  }

  approve(kind: StageKind): void {
    this.stage(kind).state = "APPROVED";
    this.#open();
  }

  async take(type: "save" | "submit", command: StageCommand): Promise<Result<never>> {
    if (this.weather === "lost_before") throw new TypeError("Failed to fetch");
    const answer = this.#log.get(command.commandId) ?? this.#carryOut(type, command);
    if (answer.ok) this.#log.set(command.commandId, answer);
    if (this.weather === "lost_after") throw new TypeError("Failed to fetch");
    return answer;
  }

  #carryOut(type: "save" | "submit", command: StageCommand): Result<never> {
    const stage = this.stage(command.stage);
    if (stage.state === "LOCKED") return refuse("stage_locked");
    if (command.basedOn !== stage.version) {
      return refuse("conflict", {
        details: { cause: "stale", version: stage.version, state: stage.state, savedAt: at },
        current: { document: stage.document as never },
      });
    }
    if (stage.state !== "OPEN") return refuse("wrong_state");
    // What the form of today has no shape for.
    if ("impossible" in command.document) {
      return refuse("invalid", { issues: [{ path: "impossible", code: "invalid_type" }] });
    }
    stage.document = command.document;
    stage.version += 1;
    if (type === "submit") {
      stage.state = "SUBMITTED";
      this.revisions.push({ stage: command.stage, document: command.document });
      this.#open();
    }
    return success({ version: stage.version, savedAt: at, number: 1 } as never);
  }

  #open(): void {
    for (const [index, kind] of STAGE_KINDS.entries()) {
      const before = STAGE_KINDS[index - 1];
      const stage = this.stage(kind);
      if (!before || stage.state !== "LOCKED") continue;
      const { state } = this.stage(before);
      if (state === "APPROVED" || (this.gate === "ON_SUBMISSION" && state === "SUBMITTED")) {
        stage.state = "OPEN";
        stage.version += 1;
      }
    }
  }
}

let people = 0;

async function phone(server = new FakeServer()) {
  people += 1;
  const store = await openDeviceStore(`person-${people}`, async () => btoa("k".repeat(32)));
  let ids = 0;
  const options: SyncOptions = {
    store,
    transport: {
      save: (command) => server.take("save", command),
      submit: (command) => server.take("submit", command),
    },
    send: async () => success(null),
    newId: () => `command-${people}-${ids++}`,
    now: () => new Date(at),
  };
  return { server, store, options };
}

/** What a form leaves on the device when it is written on and the browser is killed. */
async function write(
  store: DeviceStore,
  stage: StageKind,
  words: string,
  more: Partial<DeviceDraft> = {},
): Promise<void> {
  const place = draftPlace(
    { personId: store.personId, assignmentId: "a", stage },
    async () => store,
  );
  const known = await place.read();
  await place.write({
    basedOn: known?.basedOn ?? 0,
    document: { words },
    base: known?.received ? known.document : (known?.base ?? {}),
    intent: "save",
    attempt: known?.attempt ?? null,
    changedAt: at,
    received: null,
    problem: null,
    ...more,
  });
}

const draftOf = async (store: DeviceStore, stage: StageKind) =>
  (await listDrafts(store)).find((entry) => entry.stage === stage)?.draft;

describe("what waits on the device", () => {
  it("leaves in the order of the stages, whichever was written last", async () => {
    const { server, store, options } = await phone();
    for (const stage of [...STAGE_KINDS].reverse()) {
      await write(store, stage, `of ${stage}`, { intent: "submit" });
    }
    expect(await syncOnce(options)).toBe("done");
    expect(server.revisions.map(({ stage }) => stage)).toEqual([...STAGE_KINDS]);
    expect(server.revisions.map(({ document }) => document)).toEqual(
      STAGE_KINDS.map((stage) => ({ words: `of ${stage}` })),
    );
    const drafts = await listDrafts(store);
    expect(drafts.every(({ draft }) => draft.received?.submitted)).toBe(true);
  });

  it("waits for the gate, and goes when it opens", async () => {
    const { server, store, options } = await phone();
    server.gate = "ON_APPROVAL";
    await write(store, "EVALUATE", "one", { intent: "submit" });
    await write(store, "OBSTACLES", "two", { intent: "submit" });
    expect(await syncOnce(options)).toBe("gate");
    expect(server.revisions).toHaveLength(1);
    expect(await draftOf(store, "OBSTACLES")).toMatchObject({ received: null, problem: null });
    server.approve("EVALUATE");
    expect(await syncOnce(options)).toBe("done");
    expect(server.revisions).toHaveLength(2);
  });

  it("keeps a refused submission with its reason and lets the others go", async () => {
    const { server, store, options } = await phone();
    await write(store, "EVALUATE", "one", { intent: "submit" });
    const transport = {
      ...options.transport,
      submit: async () =>
        refuse("invalid", { issues: [{ path: "words", code: "too_short" }] }) as Result<never>,
    };
    await syncOnce({ ...options, transport });
    expect(await draftOf(store, "EVALUATE")).toMatchObject({
      document: { words: "one" },
      problem: { kind: "refused", of: "submit", reason: "invalid" },
    });
    await store.errands.put(["e"], { type: "MARK", payload: {}, at, problem: null });
    expect(await syncOnce(options)).toBe("done");
    expect(server.revisions).toHaveLength(0);
    expect(await store.errands.list()).toEqual([]);
  });

  it("keeps what an older form wrote in an impossible shape, and lets the rest go", async () => {
    const { server, store, options } = await phone();
    const document = { impossible: "Kata lama yang tetap ada." };
    await write(store, "EVALUATE", "", { document });
    await store.errands.put(["e"], { type: "WITHDRAW", payload: {}, at, problem: null });
    await store.drafts.put(["a", "PLAN"], { document: "no draft at all" });
    expect(await syncOnce(options)).toBe("done");
    expect(await draftOf(store, "EVALUATE")).toMatchObject({
      document,
      received: null,
      problem: { kind: "refused", of: "save", reason: "invalid" },
    });
    expect(await store.errands.list()).toEqual([]);
    expect(await store.drafts.get(["a", "PLAN"])).toEqual({ document: "no draft at all" });
    expect(server.stage("EVALUATE").document).toBeNull();
  });

  it("stops without signal and when the session has ended, with everything kept", async () => {
    const { server, store, options } = await phone();
    await write(store, "EVALUATE", "one");
    server.weather = "lost_before";
    expect(await syncOnce(options)).toBe("signal");
    const transport = {
      save: async () => refuse("signed_out") as Result<never>,
      submit: async () => refuse("signed_out") as Result<never>,
    };
    expect(await syncOnce({ ...options, transport })).toBe("signed_out");
    expect(await draftOf(store, "EVALUATE")).toMatchObject({
      document: { words: "one" },
      received: null,
    });
  });

  it("does not touch what somebody else changed meanwhile, and keeps both", async () => {
    const { server, store, options } = await phone();
    await write(store, "EVALUATE", "mine");
    server.stage("EVALUATE").document = { words: "theirs" };
    server.stage("EVALUATE").version = 7;
    await syncOnce(options);
    expect(server.stage("EVALUATE").document).toEqual({ words: "theirs" });
    expect(await draftOf(store, "EVALUATE")).toMatchObject({
      document: { words: "mine" },
      problem: { kind: "conflict" },
    });
  });
});

/** Enough to find a lost attempt, which takes some 200. */
const RUNS = 400;

type Step =
  | { do: "type"; stage: StageKind; words: string; kill: boolean }
  | { do: "submit"; stage: StageKind; kill: boolean }
  | { do: "sync" }
  | { do: "weather"; weather: FakeServer["weather"] };

const stage = fc.constantFrom(...STAGE_KINDS);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant("type" as const),
    stage,
    words: fc.string({ minLength: 1, maxLength: 8 }),
    kill: fc.boolean(),
  }),
  fc.record({ do: fc.constant("submit" as const), stage, kill: fc.boolean() }),
  fc.record({ do: fc.constant("sync" as const) }),
  fc.record({
    do: fc.constant("weather" as const),
    weather: fc.constantFrom("fine" as const, "lost_before" as const, "lost_after" as const),
  }),
);

/** A form on the device, as the page has it: opened, used and closed, or killed in the middle. */
async function writeForm(
  { store, options, server }: Awaited<ReturnType<typeof phone>>,
  kind: StageKind,
  use: (form: { store: DocumentStore; autosave: Autosave }) => void,
  kill: boolean,
): Promise<void> {
  const place = draftPlace(
    { personId: store.personId, assignmentId: "a", stage: kind },
    async () => store,
  );
  const known = await place.read();
  // The page shows what the device knows of the server, as the shell does.
  const documents = new DocumentStore(known?.received ? known.document : (known?.base ?? {}));
  const autosave = new Autosave({
    store: documents,
    transport: options.transport,
    place,
    assignmentId: "a",
    stage: kind,
    version:
      known?.basedOn ?? (server.stage(kind).state === "OPEN" ? server.stage(kind).version : 0),
    savedAt: null,
    normalize: (document) => document,
    read: (document) => document,
    blocking: () => [],
    onServerIssues: () => undefined,
    newId: options.newId,
    now: options.now,
    setTimer: (run, milliseconds) => setTimeout(run, milliseconds),
    clearTimer: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
  });
  await autosave.restore();
  use({ store: documents, autosave });
  autosave.flush();
  await autosave.landed();
  if (!kill) await autosave.settled();
  autosave.dispose();
}

describe("whatever happens on the way", () => {
  it("nothing is lost and nothing is doubled", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const device = await phone();
        const { server, store, options } = device;
        /** What was typed last, and whether it was asked to be sent. */
        const typed = new Map<StageKind, string>();
        const asked = new Set<StageKind>();
        for (const one of steps) {
          if (one.do === "weather") server.weather = one.weather;
          else if (one.do === "sync") await syncOnce(options);
          else if (!asked.has(one.stage)) {
            if (one.do === "type") typed.set(one.stage, one.words);
            else if (typed.has(one.stage)) asked.add(one.stage);
            else continue;
            await writeForm(
              device,
              one.stage,
              (form) => {
                if (one.do === "type") form.store.set("words", one.words);
                else void form.autosave.submit();
              },
              one.kill,
            );
          }
        }
        server.weather = "fine";
        for (let turn = 0; turn < 5; turn += 1) await syncOnce(options);

        const kinds = server.revisions.map(({ stage }) => stage);
        expect(new Set(kinds).size).toBe(kinds.length);
        let open = true;
        for (const kind of STAGE_KINDS) {
          const words = typed.get(kind);
          const draft = await draftOf(store, kind);
          if (asked.has(kind) && open) {
            expect(server.revisions).toContainEqual({ stage: kind, document: { words } });
          } else {
            if (words !== undefined) {
              // On the server as a draft where the stage is open, and on the device in any case.
              if (open) expect(server.stage(kind).document).toEqual({ words });
              expect(draft?.document).toEqual({ words });
              expect(draft?.problem).toBeNull();
            }
            open = false;
          }
        }
      }),
      { numRuns: RUNS },
    );
  }, 120_000);
});
